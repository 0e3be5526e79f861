//! Forms that carry a file (RFC 7578), as names and values: a file's name and type are not looked at.
//!
//! Total on any bytes. What is not UTF-8 becomes U+FFFD, which the domain's types refuse by name. Refuses more parts than a form has.

/// Most parts of one form.
const PARTS_MAX: usize = 50;

/// The boundary a content type names.
pub(super) fn boundary(content_type: &str) -> Option<String> {
    let parameters = content_type.split(';').skip(1).filter_map(|p| p.trim().split_once('='));
    let value = parameters.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("boundary"))?.1.trim_matches('"');
    (!value.is_empty() && value.len() <= 70).then(|| value.to_owned())
}

/// Names and values in order; `None` when the body is not such a form.
pub(super) fn parse(body: &[u8], boundary: &str) -> Option<Vec<(String, String)>> {
    let fence = [b"--", boundary.as_bytes()].concat();
    let (_, mut rest) = split(body, &fence)?;
    let fence = [b"\r\n", fence.as_slice()].concat();
    let mut fields = Vec::new();
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let (part, behind) = split(part, &fence)?;
        let (head, value) = split(part, b"\r\n\r\n")?;
        fields.push((name(head)?, String::from_utf8_lossy(value).into_owned()));
        rest = behind;
        if fields.len() > PARTS_MAX {
            return None;
        }
    }
    rest.starts_with(b"--").then_some(fields)
}

/// What stands before and behind the first `mark`.
fn split<'b>(bytes: &'b [u8], mark: &[u8]) -> Option<(&'b [u8], &'b [u8])> {
    let at = bytes.windows(mark.len()).position(|window| window == mark)?;
    Some((bytes.get(..at)?, bytes.get(at + mark.len()..)?))
}

/// The field's name in a part's head.
fn name(head: &[u8]) -> Option<String> {
    let head = std::str::from_utf8(head).ok()?;
    let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
    line.split(';').skip(1).filter_map(|p| p.trim().strip_prefix("name=")).map(|v| v.trim_matches('"').to_owned()).next()
}

#[cfg(test)]
mod tests {
    use super::{boundary, parse};

    const BODY: &[u8] = b"--xyz\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\ntoken\r\n--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\nAnn Lee,person\r\nB\xff,person\r\n\r\n--xyz--\r\n";

    #[test]
    fn fields_and_files_are_names_and_values() {
        assert_eq!(boundary("multipart/form-data; charset=utf-8; boundary=\"xyz\"").as_deref(), Some("xyz"));

        let fields = parse(BODY, "xyz").unwrap();

        assert_eq!(fields[0], ("csrf".to_owned(), "token".to_owned()));
        assert_eq!(fields[1], ("file".to_owned(), "Ann Lee,person\r\nB\u{FFFD},person\r\n".to_owned()));
    }

    #[test]
    fn whatever_is_cut_off_is_refused_and_never_stops_the_service() {
        for end in 0..BODY.len() - 4 {
            assert_eq!(parse(&BODY[..end], "xyz"), None, "{end}");
        }
        assert_eq!(parse(BODY, "other"), None);
        assert_eq!(parse(b"", ""), None);
        assert_eq!(boundary("multipart/form-data"), None);
    }
}
