# The monthly letter.

## Months, as they stand inside a sentence

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Short months, for an axis

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## The monthly letter: its frame

letter-subject = { $organisation }: safety digest, { $month } { $year }
letter-title = Safety digest
letter-when = { $month } { $year }
letter-preview = One page for the team: what colleagues reported, what changed, and one question to talk about. Five minutes are enough to read it.
letter-thanks = Thank you to everyone who took a moment to report. Every report is read by a person.

## Bottom line

letter-bottom-about = We count about { $now } reports for { $month } { $year }{ $movement ->
    [more] , more than the month before
    [fewer] , fewer than the month before
    [same] , with no clear change from the month before
   *[unknown] { "" }
}{ $usual ->
    [inside] ; that is within the usual range of { $low } to { $high }
    [above] ; that is above the usual range of { $low } to { $high }
    [below] ; that is below the usual range of { $low } to { $high }
   *[none] { "" }
}.
letter-bottom-few = We count fewer than 10 reports for { $month } { $year }; a number that small is not shown.
letter-bottom-withheld = The number of reports for { $month } { $year } is not shown, to protect the people who report.

## What changed

letter-changes = What changed
letter-change = { $name }: { $movement ->
    [more] more
   *[fewer] fewer
}, { $now } after { $before } the month before.
letter-changes-others = The tables below show further changes.
letter-changes-none = No area and no kind of event changed enough to say so.

## Figures

figure-about = about { $n }
figure-few = under 10
figure-withheld = not shown
movement-more = more
movement-fewer = fewer
movement-same = no clear change
movement-unknown = cannot say

## Chart

letter-chart = Month by month
letter-chart-alt = Chart of reports a month, { $from-month } { $from-year } to { $month } { $year }. The last month: { $now }. { $usual ->
    [inside] That is within the usual range of { $low } to { $high }.
    [above] That is above the usual range of { $low } to { $high }.
    [below] That is below the usual range of { $low } to { $high }.
    [unplaced] The usual range is { $low } to { $high }.
   *[none] There are not yet twelve months of figures to show a usual range.
}
letter-chart-figures = The same in figures, { $from-month } { $from-year } to { $month } { $year }: { $figures }.

## Tables

letter-areas = By area
letter-area = Area
letter-rest = Under 10 in both months, or too few people to be shown: { $names }.
letter-areas-none = No area is large enough to be shown by itself.
letter-categories = By kind of event
letter-category = Kind of event
letter-categories-none = No kind of event is shown this month.
letter-now = This month
letter-before = Month before
letter-movement = Change

## One question

letter-question = One question for the team
question-1 = When did you last stop a job because something felt wrong, and how was that received?
question-2 = Which step in our work depends on somebody remembering it?
question-3 = What do we work around so often that we no longer notice it?
question-4 = Which piece of equipment would a new colleague most easily get wrong, and why?
question-5 = What went well last month although it was hard, and what made that possible?
question-6 = Where does information get lost when we hand over?
question-7 = When we are short of people, what do we drop first, and who decides?
question-8 = Which of our rules is hard to follow the way it is written?
question-9 = What would you tell a new colleague that stands in no procedure?
question-10 = Which near miss have we seen more than once, and what has changed since?
question-11 = What makes it hard to speak up here, and what has helped?
question-12 = What one thing should be different by this time next year?

## Foot

letter-period = This letter is about { $month } { $year }. A report counts in the month in which it was read and cleared.
letter-rounding = Figures are rounded to protect people: each figure may be up to 4 off, under 10 is not shown, and totals need not add up. Counted under rules v1.
letter-noise = Random noise is added to every figure (differential privacy, ε = { $epsilon } for one report), drawn once for each month.
letter-more-reports = More reports can mean that people trust this more, not that work has become less safe.
letter-report = Report something you noticed
letter-about = How reporting works here
letter-unsubscribe = Stop receiving this letter
letter-no-reply = Please do not reply to this letter with the names of people.

## Inside the picture

digest-chart-title = Reports a month
digest-chart-usual = usual range
digest-chart-few = under 10

digest-row-no-area = Area not stated
digest-row-no-category = Not sorted yet
