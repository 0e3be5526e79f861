//! Bytes in lower-case hexadecimal, as ids, anchors and key files are spelled.
//!
//! Refuses an odd number of digits and anything that is no digit. Secrets are read by the vault, which wipes them.

/// Spells `bytes`.
#[must_use]
pub fn spelled(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

/// Reads what `spelled` wrote; `None` when it is not such a spelling.
#[must_use]
pub fn read(text: &str) -> Option<Vec<u8>> {
    let value = |digit: u8| char::from(digit).to_digit(16).and_then(|d| u8::try_from(d).ok());
    text.as_bytes().chunks(2).map(|pair| if let [high, low] = pair { Some(value(*high)? << 4 | value(*low)?) } else { None }).collect()
}

#[cfg(test)]
mod tests {
    use super::{read, spelled};

    #[test]
    fn a_spelling_reads_back_and_nothing_else_does() {
        assert_eq!(spelled(&[0, 0x7f, 0xff]), "007fff");
        assert_eq!(read("007fff"), Some(vec![0, 0x7f, 0xff]));
        for bad in ["0", "0g", "+1", "é"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
