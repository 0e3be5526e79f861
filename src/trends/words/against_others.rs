//! Terms, retrieval and likeness against the reference results of other software (scattertext, rank-bm25, bm25s, scikit-learn).
//!
//! The result files are read as in `trends/reference.rs`; without them the tests say that they were skipped.

use serde_json::Value;

use super::{Bm25, Form, Prior, Term, Tfidf, char_shingles, emerging, tokens, word_bigrams};
use crate::trends::reference::{close, fixture, whole};

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|t| t.as_str().expect("a text")).collect()
}

#[test]
fn emerging_terms_agree_with_the_reference() {
    let Some(file) = fixture("s27_fightin_words.json") else { return };
    let words = |name: &str| texts(&file["input"][name]).into_iter().flat_map(tokens).collect::<Vec<_>>();
    let (now, earlier) = (words("now"), words("earlier"));

    for (name, prior) in [("uniform_prior_0_05", Prior::Uniform(0.05)), ("informative_prior_A0_50", Prior::Informative(50.0))] {
        let terms = emerging(&now, &earlier, prior);
        let wanted = &file["expected"][name];
        assert_eq!(terms.iter().map(|t| t.word.as_str()).collect::<Vec<_>>(), texts(&file["expected"]["vocab"]));
        for (i, term) in terms.iter().enumerate() {
            close(term.now, &file["expected"]["count_now"][i], 0.0);
            close(term.earlier, &file["expected"]["count_old"][i], 0.0);
            close(term.delta, &wanted["delta"][i], 1e-6);
            close(term.z, &wanted["z_full"][i], 1e-6);
            close(term.z_short, &wanted["z_short"][i], 1e-6);
        }
        if let Prior::Informative(_) = prior {
            let mut best: Vec<&Term> = terms.iter().collect();
            best.sort_by(|a, b| b.z_short.total_cmp(&a.z_short));
            let best: Vec<&str> = best.iter().take(8).map(|t| t.word.as_str()).collect();
            assert_eq!(best, texts(&wanted["top8_z_short"]));
        }
    }
}

#[test]
fn retrieval_scores_agree_with_the_reference() {
    let Some(file) = fixture("s28_bm25.json") else { return };
    let notes: Vec<Vec<String>> = texts(&file["input"]["docs"]).into_iter().map(tokens).collect();
    let (lucene, okapi) = (Bm25::new(&notes, Form::LUCENE), Bm25::new(&notes, Form::OKAPI));

    for wanted in file["expected"]["queries"].as_array().expect("queries") {
        let question = tokens(wanted["query"].as_str().expect("a text"));
        for (i, score) in lucene.scores(&question).into_iter().enumerate() {
            close(score, &wanted["lucene_k1_1_2"][i], 1e-4);
        }
        for (i, score) in okapi.scores(&question).into_iter().enumerate() {
            close(score, &wanted["okapi_k1_1_5"][i], 1e-4);
        }
        for (at, (note, _)) in lucene.best(&question, notes.len()).into_iter().enumerate() {
            assert_eq!(note, whole(&wanted["rank_lucene"][at]));
        }
    }
}

#[test]
fn likeness_agrees_with_the_reference() {
    let Some(file) = fixture("s29_near_duplicates.json") else { return };
    let notes = texts(&file["input"]["docs"]);
    let index = Tfidf::new(&notes.iter().map(|n| tokens(n)).collect::<Vec<_>>());

    for (i, one) in notes.iter().enumerate() {
        for (j, other) in notes.iter().enumerate() {
            close(index.cosine(i, j), &file["expected"]["tfidf_cosine"][i][j], 1e-6);
            close(word_bigrams(one).with(&word_bigrams(other)), &file["expected"]["jaccard_word_bigrams"][i][j], 1e-6);
            close(char_shingles(one).with(&char_shingles(other)), &file["expected"]["jaccard_char_4grams"][i][j], 1e-6);
        }
    }
}
