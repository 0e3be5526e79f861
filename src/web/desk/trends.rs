//! Trends: the finding first, then what moved, one chart with its figures, all that is watched, and the health of reporting.
//!
//! What the form asks for stands in the address: codes of lists and months, nothing else. Refuses good and bad about numbers of reports.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::chart_words::{self, Figures, figure};
use super::labels::{Choice, month};
use super::shell::{Shell, around, may, see_other};
use crate::domain::access::{ReadTrends, SettleBurst};
use crate::domain::period::Period;
use crate::domain::taxonomy::Taxonomy;
use crate::flows::trends::{self, Asked, Board, Judgement, LEARN, Level, Method, Reporting, SIGNALS_MAX, Subject, Verdict};
use crate::trends::RULES;
use crate::web::csrf::ActingPost;
use crate::web::error::Failure;
use crate::web::guard::Acting;
use crate::web::page::{Frame, render};
use crate::web::query::query_value;
use crate::web::state::AppState;

/// One series that moved.
struct Moved {
    href: String,
    name: String,
    word: String,
    observed: u32,
    usual: String,
    since: String,
    meaning: String,
}

/// One series of the whole list.
struct Line {
    href: String,
    name: String,
    observed: u32,
    usual: Option<String>,
    word: String,
    signal: bool,
}

/// A burst: what is held out of the digest.
struct Held {
    month: String,
    area: String,
    words: String,
    /// Whether the reader may settle it.
    settles: bool,
}

/// A group of choices under one heading; the whole organisation has none.
struct Group {
    heading: String,
    choices: Vec<Choice>,
}

struct Form {
    series: Vec<Group>,
    method: Vec<Choice>,
    level: Vec<Choice>,
    from: Vec<Choice>,
    learn: Vec<Choice>,
    any_set: bool,
}

struct QuietArea {
    name: String,
    words: String,
}

#[derive(Template)]
#[template(path = "desk/trends.html")]
struct TrendsPage {
    frame: Frame,
    shell: Shell,
    bottom_line: String,
    more_found: Option<String>,
    held: Vec<Held>,
    moved: Vec<Moved>,
    form: Form,
    chart: Option<Figures>,
    all: Vec<Line>,
    breadth: Option<String>,
    silence: Option<String>,
    quiet: Vec<QuietArea>,
    rules: &'static str,
}

/// What an address asks for. Unknown values count as the usual ones, so an old bookmark still opens.
fn asked(query: &str) -> Asked {
    let value = |name: &str| query_value(query, name).unwrap_or_default();
    let (method, level) = (value("chart"), value("level"));
    Asked {
        subject: Subject::of(&value("series")),
        method: Method::ALL.into_iter().find(|m| m.code() == method).unwrap_or_default(),
        level: Level::ALL.into_iter().find(|l| l.code() == level).unwrap_or_default(),
        from: Period::parse(&value("from")),
        learn: value("learn").parse().ok().filter(|n| LEARN.contains(n)),
    }
}

fn href(subject: &Subject) -> String {
    let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("series", &subject.code()).finish();
    format!("/desk/trends?{query}#chart")
}

fn groups(frame: &Frame, taxonomy: &Taxonomy, board: &Board) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let heading = |subject: &Subject| match subject {
        Subject::All => "",
        Subject::Area(_) => "desk-fact-area",
        Subject::Category(_) => "desk-filter-category",
        Subject::Severity(_) => "desk-fact-severity",
    };
    for one in &board.series {
        let key = heading(&one.subject);
        let heading = if key.is_empty() { String::new() } else { frame.t(key) };
        let choice = Choice {
            value: one.subject.code(),
            label: chart_words::label(frame, taxonomy, &one.subject),
            chosen: one.subject == board.asked.subject,
        };
        match groups.last_mut().filter(|g| g.heading == heading) {
            Some(group) => group.choices.push(choice),
            None => groups.push(Group { heading, choices: vec![choice] }),
        }
    }
    groups
}

fn form(frame: &Frame, taxonomy: &Taxonomy, board: &Board) -> Form {
    let asked = &board.asked;
    let coded =
        |list: &str, code: &str, chosen: bool| Choice { value: code.to_owned(), label: frame.t(&format!("trends-{list}-{code}")), chosen };
    let from = board.months.iter().map(|m| Choice { value: m.to_string(), label: month(frame, *m), chosen: asked.from == Some(*m) });
    let learn = LEARN.map(|n| Choice { value: n.to_string(), label: n.to_string(), chosen: asked.learn == Some(n) });
    Form {
        series: groups(frame, taxonomy, board),
        method: Method::ALL.map(|m| coded("method", m.code(), m == asked.method)).into(),
        level: Level::ALL.map(|l| coded("level", l.code(), l == asked.level)).into(),
        from: from.collect(),
        learn: learn.into(),
        any_set: *asked != Asked::default(),
    }
}

/// The words for a verdict: a direction, never a judgement.
fn word(frame: &Frame, judgement: &Judgement) -> String {
    let direction = if judgement.more { "more" } else { "fewer" };
    match judgement.verdict {
        Verdict::Signal => frame.t(&format!("trends-word-{direction}")),
        Verdict::Watch => frame.t(&format!("trends-watch-{direction}")),
        Verdict::Usual => frame.t("trends-word-usual"),
    }
}

fn usual(frame: &Frame, judgement: &Judgement) -> String {
    let end = |value: f64| figure(frame, value, 0);
    frame.t2("trends-range", ("low", &end(judgement.low)), ("high", &end(judgement.high)))
}

fn moved(frame: &Frame, taxonomy: &Taxonomy, board: &Board) -> Vec<Moved> {
    let one = |same: &Vec<usize>| {
        let at = *same.first()?;
        let (series, judgement) = (board.series.get(at)?, board.watched.judged.get(at).copied().flatten()?);
        let names = same.iter().filter_map(|at| board.series.get(*at)).map(|s| chart_words::name(frame, taxonomy, &s.subject));
        let since = if judgement.lasting {
            let (since, total) = (month(frame, judgement.since), judgement.total.to_string());
            let expected = figure(frame, judgement.expected, 0);
            frame.words.with("trends-since", &[("since", &since), ("total", &total), ("expected", &expected)])
        } else {
            frame.t("trends-alone")
        };
        let class = if matches!(series.subject, Subject::Severity(_)) { "severity" } else { "reporting" };
        let direction = if judgement.more { "more" } else { "fewer" };
        Some(Moved {
            href: href(&series.subject),
            name: names.collect::<Vec<_>>().join(" = "),
            word: word(frame, &judgement),
            observed: judgement.observed,
            usual: usual(frame, &judgement),
            since,
            meaning: frame.t(&format!("trends-meaning-{class}-{direction}")),
        })
    };
    board.watched.signals.iter().filter_map(one).collect()
}

fn lines(frame: &Frame, taxonomy: &Taxonomy, board: &Board) -> Vec<Line> {
    let one = |(series, judgement): (&trends::Monthly, &Option<Judgement>)| Line {
        href: href(&series.subject),
        name: chart_words::name(frame, taxonomy, &series.subject),
        observed: series.counts.last().copied().unwrap_or(0),
        usual: judgement.as_ref().map(|j| usual(frame, j)),
        word: judgement.as_ref().map_or_else(|| frame.t("trends-not-tested"), |j| word(frame, j)),
        signal: judgement.is_some_and(|j| j.verdict == Verdict::Signal),
    };
    board.series.iter().zip(&board.watched.judged).map(one).collect()
}

/// The finding in one sentence.
fn bottom_line(frame: &Frame, board: &Board) -> String {
    let (tested, found) = (board.watched.tested.to_string(), board.watched.found.to_string());
    match board.months.last() {
        None => frame.t("trends-nothing-yet"),
        Some(_) if board.watched.tested == 0 => frame.t1("trends-too-early", "n", &board.months.len().to_string()),
        Some(last) if board.watched.found == 0 => frame.t2("trends-none-moved", ("n", &tested), ("month", &month(frame, *last))),
        Some(last) => frame.words.with("trends-some-moved", &[("found", &found), ("tested", &tested), ("month", &month(frame, *last))]),
    }
}

fn quiet(frame: &Frame, taxonomy: &Taxonomy, reporting: &Reporting) -> Vec<QuietArea> {
    let one = |quiet: &trends::Quiet| QuietArea {
        name: taxonomy.area_label(&quiet.area, frame.language()).to_owned(),
        words: frame.t2("trends-quiet", ("n", &quiet.reports.to_string()), ("expected", &figure(frame, quiet.expected, 0))),
    };
    reporting.quiet.iter().map(one).collect()
}

fn held(frame: &Frame, taxonomy: &Taxonomy, board: &Board, settles: bool) -> Vec<Held> {
    let one = |burst: &trends::Burst| {
        let named =
            [("n", burst.reports.to_string()), ("expected", figure(frame, burst.expected, 0)), ("month", month(frame, burst.month))];
        let area = chart_words::label(frame, taxonomy, &Subject::Area(burst.area.clone()));
        let area = if burst.area.is_empty() { frame.t("trends-burst-nowhere") } else { area };
        let [n, expected, when] = &named;
        let words = [(n.0, n.1.as_str()), (expected.0, expected.1.as_str()), (when.0, when.1.as_str()), ("area", area.as_str())];
        Held { month: burst.month.to_string(), area: burst.area.clone(), words: frame.words.with("trends-burst", &words), settles }
    };
    board.bursts.iter().map(one).collect()
}

/// `POST /desk/trends/burst`
pub(super) async fn settle(state: web::Data<AppState>, acting: ActingPost<SettleBurst>) -> Result<HttpResponse, Failure> {
    let ActingPost { permit, fields, .. } = acting;
    let month = Period::parse(fields.first("month")).ok_or(Failure::BadRequest)?;
    let area = fields.first("area").to_owned();
    state.block(move |ctx| trends::settle_burst(ctx, &permit, month, &area)).await?;
    Ok(see_other("/desk/trends?done=burst-settled"))
}

/// `GET /desk/trends`
pub(super) async fn page(state: web::Data<AppState>, req: HttpRequest, acting: Acting<ReadTrends>) -> Result<HttpResponse, Failure> {
    let Acting { session, permit } = acting;
    let asked = asked(req.query_string());
    let board = state.block(move |ctx| trends::board(ctx, &permit, &asked)).await?;
    let (frame, shell) = around(&state, &session, &req, "trends-title");
    let taxonomy = state.ctx().taxonomy();
    let reporting = &board.reporting;
    let (telling, areas) = (reporting.telling.to_string(), reporting.areas.to_string());
    let shown = (!board.months.is_empty() && reporting.areas > 0).then_some(());
    let compared = reporting.compared.filter(|_| reporting.quiet.is_empty());
    let page = TrendsPage {
        bottom_line: bottom_line(&frame, &board),
        more_found: (board.watched.found > SIGNALS_MAX).then(|| frame.t1("trends-strongest", "n", &SIGNALS_MAX.to_string())),
        held: held(&frame, taxonomy, &board, may::<SettleBurst>(&session)),
        moved: moved(&frame, taxonomy, &board),
        form: form(&frame, taxonomy, &board),
        chart: board.charted.as_ref().map(|charted| chart_words::figures(&frame, taxonomy, &board, charted)),
        all: if board.months.is_empty() { Vec::new() } else { lines(&frame, taxonomy, &board) },
        breadth: shown.map(|()| frame.t2("trends-breadth", ("n", &telling), ("of", &areas))),
        silence: compared.map(|n| frame.t1("trends-none-quiet", "n", &n.to_string())),
        quiet: quiet(&frame, taxonomy, reporting),
        rules: RULES,
        frame,
        shell,
    };
    Ok(render(&page, StatusCode::OK))
}

#[cfg(test)]
mod tests {
    use super::{asked, href};
    use crate::domain::period::Period;
    use crate::flows::trends::{Asked, Level, Method, Subject};

    #[test]
    fn an_address_is_read_as_the_form_writes_it() {
        let read = asked("series=area%3Aicu&chart=xmr&level=quarter&from=2025-01&learn=18");

        let expected = Asked {
            subject: Subject::Area("icu".to_owned()),
            method: Method::Xmr,
            level: Level::Quarter,
            from: Period::parse("2025-01"),
            learn: Some(18),
        };
        assert_eq!(read, expected);
        assert_eq!(href(&expected.subject), "/desk/trends?series=area%3Aicu#chart");
    }

    #[test]
    fn unknown_values_mean_the_usual_chart() {
        assert_eq!(asked("series=&chart=pie&level=day&from=x&learn=13"), Asked::default());
    }
}
