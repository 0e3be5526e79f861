//! Receipts: drawing nine words, reading them back as people type them, and deriving everything they open.
//!
//! Refuses any count but nine and any word that is not on the public list; says which. The words are the secret:
//! 116 bits, so HKDF is enough and no slow hash can be used to flood the service (`security.md` 8, decision 2).

use zeroize::Zeroizing;

use super::kdf::{hkdf, hmac};
use super::keyed::sha256;
use super::keys::{PrivateKey, PublicKey, Suite, pair_from};
use super::words;
use crate::domain::receipt::{RECEIPT_WORDS, Receipt, ReceiptDigest, ReceiptProblem};

/// A fresh receipt.
#[must_use]
pub fn draw_receipt() -> Receipt {
    Receipt::from_canonical(words::draw(RECEIPT_WORDS))
}

/// What may stand between words: white space, hyphens and dashes, and the marks of a numbered or comma-separated list.
fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | ',' | ';' | '.' | ':' | ')' | '(')
}

/// Reads words in any case, with any separators, numbered or not.
///
/// # Errors
/// The position of the first word that is not on the list, otherwise how many words there were instead of nine.
pub fn parse_receipt(text: &str) -> Result<Receipt, ReceiptProblem> {
    let lower = Zeroizing::new(text.to_lowercase());
    let is_number = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = lower.split(separates).filter(|part| !part.is_empty() && !is_number(part)).peekable();
    let mut found = Zeroizing::new(String::new());
    let mut count = 0;
    while let Some(part) = parts.next() {
        count += 1;
        let pair = parts.peek().and_then(|next| words::hyphenated(part, next));
        let word = pair.or_else(|| words::hyphenated(part, "")).unwrap_or(part);
        if !words::is_word(word) {
            return Err(ReceiptProblem::Word(count));
        }
        if pair.is_some() {
            parts.next();
        }
        if count > 1 && count <= RECEIPT_WORDS {
            found.push(' ');
        }
        if count <= RECEIPT_WORDS {
            found.push_str(word);
        }
    }
    if count == RECEIPT_WORDS { Ok(Receipt::from_canonical(found.to_string())) } else { Err(ReceiptProblem::Count(count)) }
}

/// Everything derived from a receipt for one installation. The secret parts are wiped when dropped.
pub struct ReceiptKeys {
    /// What is stored to find the report again.
    pub digest: ReceiptDigest,
    body: Zeroizing<[u8; 32]>,
    reply: Zeroizing<[u8; 32]>,
}

impl ReceiptKeys {
    /// HKDF-SHA256 of the canonical words, salted with the installation's id.
    #[must_use]
    pub fn derive(receipt: &Receipt, instance: &[u8; 16]) -> Self {
        let part = |label: &str| hkdf::<32>(instance, receipt.expose().as_bytes(), &[label.as_bytes()]);
        Self {
            digest: ReceiptDigest(sha256(part("candor/v1/receipt/lookup").as_slice())),
            body: part("candor/v1/receipt/body"),
            reply: part("candor/v1/receipt/reply"),
        }
    }

    /// Tells a retry of the same report from a different one under the same words, without keeping the text.
    #[must_use]
    pub fn body_mac(&self, body: &[u8]) -> [u8; 32] {
        hmac(&self.body, &[body])
    }

    /// The key replies are sealed to; the only half that is stored.
    #[must_use]
    pub fn reply_public(&self, suite: Suite) -> PublicKey {
        pair_from(suite, &self.reply).1
    }

    /// The key that opens replies; only ever made from the words.
    #[must_use]
    pub fn reply_private(&self, suite: Suite) -> PrivateKey {
        pair_from(suite, &self.reply).0
    }
}

#[cfg(test)]
mod tests {
    use super::{ReceiptKeys, draw_receipt, parse_receipt};
    use crate::domain::receipt::{Receipt, ReceiptProblem};
    use crate::vault::{Context, Purpose, Suite, open_from, seal_to};

    const NINE: &str = "abacus abdomen abdominal abide abiding ability ablaze able abnormal";

    fn read(text: &str) -> Result<String, ReceiptProblem> {
        parse_receipt(text).map(|receipt| receipt.expose().to_owned())
    }

    fn numbered(after_number: &str, after_word: &str) -> String {
        let lines: Vec<String> = NINE.split(' ').enumerate().map(|(i, word)| format!("{}{after_number}{word}", i + 1)).collect();
        lines.join(after_word)
    }

    #[test]
    fn a_drawn_receipt_reads_back() {
        for _ in 0..50 {
            let receipt = draw_receipt();

            assert_eq!(read(receipt.expose()).as_deref(), Ok(receipt.expose()));
        }
    }

    #[test]
    fn words_are_read_however_they_were_copied() {
        let copies = [
            NINE.to_uppercase(),
            NINE.replace(' ', "-"),
            NINE.replace(' ', "\r\n"),
            NINE.replace(' ', ", "),
            NINE.replace(' ', " \u{2013} "),
            NINE.replace(' ', "\u{a0}"),
            format!("  {NINE}.\n"),
            numbered(". ", "\n"),
            numbered(")", " "),
        ];
        for copy in copies {
            assert_eq!(read(&copy).as_deref(), Ok(NINE), "{copy:?}");
        }
    }

    #[test]
    fn hyphenated_words_are_read_in_every_spelling() {
        let wanted = "t-shirt yo-yo drop-down felt-tip abide ability ablaze able yoyo";
        for copy in [
            wanted,
            "t shirt yo yo drop down felt tip abide ability ablaze able yoyo",
            "t-shirt-yo-yo-drop-down-felt-tip-abide-ability-ablaze-able-yoyo",
            "1. T-Shirt 2. Yo-Yo 3. dropdown 4. felttip 5. abide 6. ability 7. ablaze 8. able 9. yoyo",
        ] {
            assert_eq!(read(copy).as_deref(), Ok(wanted), "{copy:?}");
        }
    }

    #[test]
    fn a_wrong_count_is_told() {
        assert_eq!(read(""), Err(ReceiptProblem::Count(0)));
        assert_eq!(read(" 1. 2. - , "), Err(ReceiptProblem::Count(0)));
        assert_eq!(read("abacus"), Err(ReceiptProblem::Count(1)));
        assert_eq!(read(&format!("{NINE} abacus")), Err(ReceiptProblem::Count(10)));
    }

    #[test]
    fn the_first_word_off_the_list_is_named_by_position() {
        assert_eq!(read(&NINE.replace("abide ", "abyde ")), Err(ReceiptProblem::Word(4)));
        assert_eq!(read("t-shirt zzz"), Err(ReceiptProblem::Word(2)));
        assert_eq!(read("shirt-t"), Err(ReceiptProblem::Word(2)));
        assert_eq!(read(&format!("{NINE} abacus7")), Err(ReceiptProblem::Word(10)));
        assert_eq!(read("ａｂａｃｕｓ \u{0}"), Err(ReceiptProblem::Word(1)));
    }

    #[test]
    fn keys_depend_on_words_and_installation() {
        let receipt = Receipt::from_canonical(NINE.to_owned());
        let other = Receipt::from_canonical(NINE.replace("able", "ablaze"));
        let keys = ReceiptKeys::derive(&receipt, &[1; 16]);

        assert_eq!(keys.digest, ReceiptKeys::derive(&receipt, &[1; 16]).digest);
        assert_ne!(keys.digest, ReceiptKeys::derive(&receipt, &[2; 16]).digest);
        assert_ne!(keys.digest, ReceiptKeys::derive(&other, &[1; 16]).digest);
        assert_eq!(keys.body_mac(b"a"), ReceiptKeys::derive(&receipt, &[1; 16]).body_mac(b"a"));
        assert_ne!(keys.body_mac(b"a"), keys.body_mac(b"b"));
        assert_ne!(keys.body_mac(b"a"), ReceiptKeys::derive(&other, &[1; 16]).body_mac(b"a"));
    }

    #[test]
    fn a_reply_sealed_to_the_stored_key_opens_with_the_words() {
        let receipt = draw_receipt();
        for suite in [Suite::XWing, Suite::X25519] {
            let stored = ReceiptKeys::derive(&receipt, &[1; 16]).reply_public(suite);
            let ctx = Context { purpose: Purpose::Reply, instance: &[1; 16], record: b"r", key: &[0; 16], epoch: 0 };

            let sealed = seal_to(&stored, &ctx, b"thank you").unwrap();

            let again = ReceiptKeys::derive(&parse_receipt(receipt.expose()).unwrap(), &[1; 16]);
            assert_eq!(open_from(&again.reply_private(suite), &ctx, &sealed).unwrap().as_slice(), b"thank you");
        }
    }
}
