//! The message files, read once at start, and the words they give.
//!
//! The files are compiled in: there is nothing to install and nothing to tamper with. Refuses to load with a syntax
//! error, a key written twice, a message without a text or a key that one language lacks, and says which.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

use crate::domain::contact::Language;

/// Most missing keys that an error message names; more are counted only.
const NAMED_MAX: usize = 40;

/// One message file: its name and its content.
type Source = (&'static str, &'static str);

/// The message files of one language. A new file is added here and nowhere else.
macro_rules! sources {
    ($tag:literal) => {
        [
            ("public.ftl", include_str!(concat!("locales/", $tag, "/public.ftl"))),
            ("desk.ftl", include_str!(concat!("locales/", $tag, "/desk.ftl"))),
            ("learning.ftl", include_str!(concat!("locales/", $tag, "/learning.ftl"))),
            ("custody.ftl", include_str!(concat!("locales/", $tag, "/custody.ftl"))),
            ("trends.ftl", include_str!(concat!("locales/", $tag, "/trends.ftl"))),
            ("mail.ftl", include_str!(concat!("locales/", $tag, "/mail.ftl"))),
            ("conversation.ftl", include_str!(concat!("locales/", $tag, "/conversation.ftl"))),
            ("post.ftl", include_str!(concat!("locales/", $tag, "/post.ftl"))),
            ("rules.ftl", include_str!(concat!("locales/", $tag, "/rules.ftl"))),
        ]
    };
}

/// The files that ship for `language`.
const fn shipped(language: Language) -> [Source; 9] {
    match language {
        Language::English => sources!("en"),
        Language::Spanish => sources!("es"),
        Language::French => sources!("fr"),
        Language::German => sources!("de"),
    }
}

/// Why the message files cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum CatalogError {
    /// A file is not readable Fluent.
    #[error("message file {language}/{file}: {detail}")]
    Syntax {
        /// Language tag.
        language: &'static str,
        /// File name.
        file: &'static str,
        /// Position and kind, by the parser.
        detail: String,
    },
    /// One language writes a key twice.
    #[error("message file {language}/{file} writes {key} again")]
    Duplicate {
        /// Language tag.
        language: &'static str,
        /// The file with the second one.
        file: &'static str,
        /// The key.
        key: String,
    },
    /// Keys that some languages have and others lack, each as `tag: key`.
    #[error("messages missing: {}", named(.0))]
    Missing(Vec<String>),
    /// A language tag that the plural rules do not know.
    #[error("language tag {0} is not usable")]
    Tag(&'static str),
}

/// The first missing keys by name and how many there are.
fn named(missing: &[String]) -> String {
    let first: Vec<&str> = missing.iter().take(NAMED_MAX).map(String::as_str).collect();
    format!("{} ({} in all)", first.join(", "), missing.len())
}

/// The words of one language.
struct Dictionary {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeSet<String>,
}

/// The words of every shipped language.
pub struct Catalog {
    dictionaries: Vec<(Language, Dictionary)>,
}

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Catalog({} languages)", self.dictionaries.len())
    }
}

impl Catalog {
    /// Reads the compiled-in files of every shipped language.
    ///
    /// # Errors
    /// A syntax error, a duplicate key or missing keys; the message names file and key.
    pub fn load() -> Result<Arc<Self>, CatalogError> {
        let read = |language| Ok((language, read(language, &shipped(language))?));
        let dictionaries = Language::ALL.into_iter().map(read).collect::<Result<Vec<_>, CatalogError>>()?;
        complete(&dictionaries)?;
        Ok(Arc::new(Self { dictionaries }))
    }

    /// The words for one reader; cheap to make and to clone.
    #[must_use]
    pub fn words(self: &Arc<Self>, language: Language) -> Words {
        Words { catalog: Arc::clone(self), language }
    }

    /// Every key, sorted.
    #[must_use]
    pub fn keys(&self) -> Vec<&str> {
        self.dictionaries.first().map(|(_, d)| d.keys.iter().map(String::as_str).collect()).unwrap_or_default()
    }

    fn format(&self, language: Language, key: &str, args: &[(&str, &str)]) -> Option<String> {
        let (_, dictionary) = self.dictionaries.iter().find(|(l, _)| *l == language)?;
        let pattern = dictionary.bundle.get_message(key)?.value()?;
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, argument(value))).collect();
        // A missing argument leaves `{$name}` in the sentence, which is easier to find than an error nobody reads.
        let mut errors = Vec::new();
        let text = dictionary.bundle.format_pattern(pattern, Some(&args), &mut errors);
        Some(text.into_owned())
    }
}

/// The words for one reader, in one language.
#[derive(Clone, Debug)]
pub struct Words {
    catalog: Arc<Catalog>,
    language: Language,
}

impl Words {
    /// The text of `key`; `⟦key⟧` when there is none, so that a test can find it on a page.
    #[must_use]
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The text of `key` with its arguments put in. A whole number also chooses the plural form.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.catalog.format(self.language, key, args).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The language of these words.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The name of a month, 1 to 12, as it stands inside a sentence of this language.
    #[must_use]
    pub fn month(&self, month: i32) -> String {
        self.get(&format!("month-{month}"))
    }

    /// The short name of a month, 1 to 12, for an axis or a narrow column.
    #[must_use]
    pub fn month_short(&self, month: i32) -> String {
        self.get(&format!("month-short-{month}"))
    }
}

/// A whole number as a number, so that plural rules see it; everything else, `007` and `1e5` included, as it is written.
fn argument(value: &str) -> FluentValue<'_> {
    let whole = !value.is_empty() && value.len() <= 15 && value.bytes().all(|b| b.is_ascii_digit());
    if whole && (value == "0" || !value.starts_with('0')) {
        FluentValue::try_number(value)
    } else {
        FluentValue::String(Cow::Borrowed(value))
    }
}

/// Reads the files of one language.
fn read(language: Language, sources: &[Source]) -> Result<Dictionary, CatalogError> {
    let tag = language.tag();
    let id: LanguageIdentifier = tag.parse().map_err(|_| CatalogError::Tag(tag))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are invisible characters that break copying and searching; no shipped script needs them.
    bundle.set_use_isolating(false);
    let mut keys = BTreeSet::new();
    for (file, text) in sources {
        let resource = FluentResource::try_new((*text).to_owned()).map_err(|(_, errors)| CatalogError::Syntax {
            language: tag,
            file,
            detail: errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })?;
        bundle.add_resource(resource).map_err(|errors| CatalogError::Duplicate { language: tag, file, key: written_again(&errors) })?;
        keys.extend(written_keys(text));
    }
    match keys.iter().find(|key| bundle.get_message(key).is_none_or(|m| m.value().is_none())) {
        Some(key) => Err(CatalogError::Missing(vec![format!("{tag}: {key} (no text)")])),
        None => Ok(Dictionary { bundle, keys }),
    }
}

fn written_again(errors: &[FluentError]) -> String {
    let ids = errors.iter().map(|e| if let FluentError::Overriding { id, .. } = e { id.clone() } else { e.to_string() });
    ids.collect::<Vec<_>>().join(", ")
}

/// The keys a file defines. In Fluent only a message starts with a letter in the first column.
fn written_keys(text: &str) -> impl Iterator<Item = String> {
    let heads = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    heads.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim().to_owned())
}

/// Refuses a key that one language has and another lacks.
fn complete(dictionaries: &[(Language, Dictionary)]) -> Result<(), CatalogError> {
    let all: BTreeSet<&String> = dictionaries.iter().flat_map(|(_, d)| &d.keys).collect();
    let missing: Vec<String> = dictionaries
        .iter()
        .flat_map(|(language, d)| all.iter().filter(|key| !d.keys.contains(**key)).map(|key| format!("{}: {key}", language.tag())))
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(CatalogError::Missing(missing)) }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::{Catalog, CatalogError, Source, complete, read, shipped};
    use crate::domain::contact::Language;

    fn catalog(sources: &[Source]) -> Arc<Catalog> {
        let english = read(Language::English, sources).expect("readable");
        Arc::new(Catalog { dictionaries: vec![(Language::English, english)] })
    }

    #[test]
    fn every_shipped_language_has_every_key() {
        let loaded = Catalog::load();

        assert!(loaded.is_ok(), "{}", loaded.expect_err("an error"));
    }

    #[test]
    fn every_shipped_language_uses_the_same_arguments() {
        let used = |language: Language| -> BTreeSet<String> {
            let text = shipped(language).map(|(_, text)| text).join("\n");
            text.lines()
                .fold((String::new(), BTreeSet::new()), |(key, mut out), line| {
                    let key = if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                        line.split('=').next().unwrap_or("").trim().to_owned()
                    } else {
                        key
                    };
                    for part in line.split('$').skip(1) {
                        let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect();
                        out.insert(format!("{key} ${name}"));
                    }
                    (key, out)
                })
                .1
        };

        for language in Language::ALL {
            let (ours, english) = (used(language), used(Language::English));
            let odd: Vec<_> = ours.symmetric_difference(&english).collect();
            assert!(odd.is_empty(), "{language:?}: {odd:?}");
        }
    }

    #[test]
    fn arguments_are_put_in_and_numbers_choose_the_plural() {
        let words = catalog(&[("a", "hello = Hello { $name }\nleft = { $n ->\n    [one] one day\n   *[other] { $n } days\n }\n")])
            .words(Language::English);

        assert_eq!(words.with("hello", &[("name", "Ann")]), "Hello Ann");
        assert_eq!(words.with("hello", &[("name", "007")]), "Hello 007");
        assert_eq!(words.with("left", &[("n", "1")]), "one day");
        assert_eq!(words.with("left", &[("n", "15")]), "15 days");
    }

    #[test]
    fn an_unknown_key_can_be_found_on_the_page() {
        let words = catalog(&[("a", "x = X\n")]).words(Language::English);

        assert_eq!(words.get("nothing"), "⟦nothing⟧");
        assert_eq!(words.with("nothing", &[("a", "b")]), "⟦nothing⟧");
    }

    #[test]
    fn a_key_written_twice_is_refused_even_across_files() {
        let error = read(Language::English, &[("a.ftl", "x = X\n"), ("b.ftl", "x = Y\n")]).err();

        assert_eq!(error, Some(CatalogError::Duplicate { language: "en", file: "b.ftl", key: "x".into() }));
    }

    #[test]
    fn unreadable_files_and_messages_without_text_are_refused() {
        assert!(matches!(read(Language::English, &[("a.ftl", "x X\n")]).err(), Some(CatalogError::Syntax { file: "a.ftl", .. })));
        assert!(matches!(read(Language::English, &[("a.ftl", "x =\n    .title = T\n")]).err(), Some(CatalogError::Missing(_))));
    }

    #[test]
    fn a_key_that_one_language_lacks_is_named() {
        let english = read(Language::English, &[("a.ftl", "x = X\ny = Y\n")]).expect("readable");
        let german = read(Language::German, &[("a.ftl", "x = X\nz = Z\n")]).expect("readable");

        let error = complete(&[(Language::English, english), (Language::German, german)]).expect_err("incomplete");

        assert_eq!(error, CatalogError::Missing(vec!["en: z".into(), "de: y".into()]));
    }

    #[test]
    fn months_have_names_in_every_language() {
        let catalog = Catalog::load().expect("loads");
        let names: Vec<String> = Language::ALL.into_iter().map(|l| catalog.words(l).month(3)).collect();

        assert_eq!(names, ["March", "marzo", "mars", "März"]);
        assert!(Language::ALL.into_iter().all(|l| (1..=12).all(|m| !catalog.words(l).month_short(m).contains('⟦'))));
    }
}
