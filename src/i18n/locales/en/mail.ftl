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
quarter-short-1 = Q1
quarter-short-2 = Q2
quarter-short-3 = Q3
quarter-short-4 = Q4

## The monthly letter: its frame

letter-subject = { $organisation }: safety digest, { $when }
letter-title = Safety digest
letter-when = { $month } { $year }
letter-when-quarter = { $from } to { $month } { $year }
letter-preview = One page for the team: what colleagues reported, what changed, and one question to talk about. Five minutes are enough to read it.
letter-thanks = Thank you to everyone who took a moment to report. Every report is read by a person.

## Bottom line

letter-bottom-about = We count about { $now } reports for { $when }{ $movement ->
    [more] , more than the { $pace ->
        [quarter] quarter
       *[month] month
    } before
    [fewer] , fewer than the { $pace ->
        [quarter] quarter
       *[month] month
    } before
    [same] , with no clear change from the { $pace ->
        [quarter] quarter
       *[month] month
    } before
   *[unknown] { "" }
}{ $usual ->
    [inside] ; that is within the usual range of { $low } to { $high }
    [above] ; that is above the usual range of { $low } to { $high }
    [below] ; that is below the usual range of { $low } to { $high }
   *[none] { "" }
}.
letter-bottom-few = We count fewer than { $least } reports for { $when }; a number that small is not shown.
letter-bottom-withheld = The number of reports for { $when } is not shown, to protect the people who report.
letter-bottom-nobody = This letter shows no figures: fewer than { $crowd } people are known to work here, and figures about so few could point at one of them. What was learned and done is told all the same.

## What changed

letter-changes = What changed
letter-change = { $name }: { $movement ->
    [more] more
   *[fewer] fewer
}, { $now } after { $before } the { $pace ->
    [quarter] quarter
   *[month] month
} before.
letter-changes-others = The tables below show further changes.
letter-changes-none = No area and no kind of event changed enough to say so.
letter-changes-thin = There are too few reports for figures by area or by kind of event.
letter-changes-lacking = For { $when } some reports are not counted yet: one area sent far more than usual, and somebody is still reading them.
letter-changes-not-compared = So the whole and the kinds of event are not compared with another time.

## Figures

figure-about = about { $n }
figure-few = under { $least }
figure-withheld = not shown
movement-more = more
movement-fewer = fewer
movement-same = no clear change
movement-unknown = cannot say

## Chart

letter-chart = { $pace ->
    [quarter] Quarter by quarter
   *[month] Month by month
}
letter-chart-alt = { $pace ->
    [quarter] Chart of reports a quarter, { $from } to { $to }. The last quarter: { $now }.
   *[month] Chart of reports a month, { $from } to { $to }. The last month: { $now }.
} { $usual ->
    [inside] That is within the usual range of { $low } to { $high }.
    [above] That is above the usual range of { $low } to { $high }.
    [below] That is below the usual range of { $low } to { $high }.
    [unplaced] The usual range is { $low } to { $high }.
   *[none] There are not yet twelve figures to show a usual range.
}
letter-chart-figures = The same in figures, { $from } to { $to }: { $figures }.

## Tables

letter-areas = By area
letter-area = Area
letter-rest = Under { $least } in both { $pace ->
    [quarter] quarters
   *[month] months
}, or too few people to be shown: { $names }.
letter-categories = By kind of event
letter-category = Kind of event
letter-now = { $pace ->
    [quarter] This quarter
   *[month] This month
}
letter-before = { $pace ->
    [quarter] Quarter before
   *[month] Month before
}
letter-movement = Change

## What was learned and done

letter-deeds = You said, we did
letter-deed-who = { $owner }, { $state ->
    [done] done in { $when }
   *[due] due in { $when }
}.
letter-held = Since then: { $held ->
    [fewer] fewer than expected
    [same] no clear change yet
    [more] more than expected
    [fell] reporting fell, effect unknown
    [few-before] too few events to tell before { $when }
   *[few] too few events to tell
}.
letter-story = A story to learn from
letter-story-happened = What happened
letter-story-caught = What caught it
letter-story-helps = What helps
letter-health = How reporting works
letter-health-reply = Half of all reports were read and released by a person within { $kind ->
    [one] a week
   *[more] { $weeks } weeks
}.
letter-health-told = For about { $percent } % of reports older than three months, the reporter was told what came of it.
letter-health-told-hardly = For hardly any report older than three months was the reporter told what came of it.
letter-health-strong = Of { $all } actions done, { $strong } take the hazard away, replace it or put something physical in its way.
letter-asks = Do next
letter-ask-who = { $owner }, by { $when }.

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

letter-period = This letter is about { $when }. A report counts in the { $pace ->
    [quarter] quarter
   *[month] month
} in which it was read and cleared.
letter-tested = { $tested ->
    [once] One series was held against its usual range, all reports together; if nothing changes, chance alone takes it out of there about once in { $times } letters.
    [hardly] One series was held against its usual range, all reports together; if nothing changes, chance alone hardly ever takes it out of there.
   *[none] No series was held against a usual range: there are too few figures for one.
} “More” and “fewer” only compare two printed figures; such differences also come about by chance.
letter-rounding = Figures are rounded to protect people: each figure may be up to 4 off, under { $least } is not shown, and totals need not add up. Counted under { $rules }.
letter-noise = Random noise is added to every figure (differential privacy, ε = { $epsilon } for one report), drawn once for each month.
letter-more-reports = More reports can mean that people trust this more, not that work has become less safe.
letter-report = Report something you noticed
letter-about = How reporting works here
letter-unsubscribe = Stop receiving this letter
letter-no-reply = Please do not reply to this letter with the names of people.

## Inside the picture

digest-chart-title = { $pace ->
    [quarter] Reports a quarter
   *[month] Reports a month
}{ $usual ->
    [inside] : { $when } is within the usual range
    [above] : { $when } is above the usual range
    [below] : { $when } is below the usual range
   *[none] { "" }
}
digest-chart-usual = usual range
digest-chart-few = under 10
digest-chart-few-outside = under 15

digest-row-no-area = Area not stated
digest-row-no-category = Not sorted yet

## The page for a talk of five minutes

talk-page-title = Five minutes for the team
talk-page-lead = Read it aloud, talk about the question, write down one thing.
talk-page-prompt-1 = Where could this happen to us?
talk-page-prompt-2 = What would catch it here, before somebody is hurt?
talk-page-prompt-3 = Which one thing do we change, and who sees to it?
talk-page-notes = Our notes
