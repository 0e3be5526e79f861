# Trends on the desk. More and fewer, never better or worse: a number of reports is no measure of danger.

desk-nav-trends = Trends
desk-verb-trends-read = Looked at trends
trends-title = Trends

trends-nothing-yet = Nothing to show yet. Trends begin with the first month of released reports, a week after its end.
trends-too-early = { $n ->
    [one] Too early to say what is usual: one month so far. A series is watched from its thirteenth month on, when at least three reports came.
   *[other] Too early to say what is usual: { $n } months so far. A series is watched from its thirteenth month on, when at least three reports came.
 }
trends-none-moved = { $n ->
    [one] One series watched, it has not moved more than usual. Last month: { $month }.
   *[other] { $n } series watched, none moved more than usual. Last month: { $month }.
 }
trends-some-moved = { $tested ->
    [one] One series watched, it moved more than usual in { $month }.
   *[other] { $tested } series watched, { $found } moved more than usual in { $month }.
 }
trends-strongest = The { $n } that chance explains least. The others are in the list of all series.
desk-done-burst-settled = The burst counts from now on.
trends-bursts = Held out of the digest
trends-bursts-lead = An area that suddenly reports far more than usual may be telling of something real, or somebody may be filling the box. Read these reports first. Until you say that they count, no digest counts them; what is frozen meanwhile stays without them.
trends-burst = { $area }, { $month }: { $n } reports, about { $expected } were to be expected.
trends-burst-settle = They count
trends-burst-nowhere = Area not stated
trends-moved = What moved
trends-series = Series
trends-signal = Signal
trends-observed = Last month
trends-usual-range = usual range
trends-usual = Usual range
trends-since-when = Since when
trends-range = { $low } to { $high }
trends-since = Since { $since }: { $total } reports, where about { $expected } were to be expected.
trends-alone = This month alone.
trends-word-more = more than usual
trends-word-fewer = fewer than usual
trends-word-usual = usual
trends-word-run-above = long run above
trends-word-run-below = long run below
trends-watch-more = a little more, may be chance
trends-watch-fewer = a little fewer, may be chance
trends-not-tested = too few to say
trends-meaning-reporting-more = People told us more. More reports are not more danger.
trends-meaning-reporting-fewer = Ask first whether people stopped telling us.
trends-meaning-severity-more = More reports say it could have ended like this. Read them for what they share.
trends-meaning-severity-fewer = Fewer reports say it could have ended like this. Ask first whether people stopped telling us.

trends-chart = One series
trends-choose = Choose a chart
trends-all = Whole organisation
trends-severity = Could have been: { $severity }
trends-method = Chart
trends-method-default = Standard
trends-method-run = Run chart
trends-method-c = c (counts)
trends-method-u = u (by head-count)
trends-method-xmr = XmR
trends-level = By
trends-level-month = Month
trends-level-quarter = Quarter
trends-from = Phase from
trends-learn = Baseline, periods
trends-automatic = automatic
trends-show = Show
trends-reset = Reset
trends-picture = Chart
trends-figures = Every figure of the chart
trends-period = Period
trends-reports = Reports
trends-rate = Per 1,000 people
trends-centre = Centre
trends-low = Lower limit
trends-high = Upper limit
trends-baseline = baseline
trends-median = median
trends-judged-from-here = judged from here
trends-quarter = Q{ $q } { $year }
trends-quarter-short = Q{ $q }
trends-unit-month = Reports a month. Head-count today: { $people }.
trends-unit-quarter = Reports a quarter. Head-count today: { $people }.
trends-unit-month-only = Reports a month: counts, not rates, for the head-count is not known.
trends-unit-quarter-only = Reports a quarter: counts, not rates, for the head-count is not known.
trends-unit-rate = Reports per 1,000 people and month. Head-count today: { $people }.
trends-finding-usual = { $name }: as usual in { $period }
trends-finding-more = { $name }: more reports than usual in { $period }
trends-finding-fewer = { $name }: fewer reports than usual in { $period }
trends-finding-maybe-more = { $name }: a little more than usual in { $period }, may be chance
trends-finding-maybe-fewer = { $name }: a little fewer than usual in { $period }, may be chance
trends-finding-run-above = { $name }: for long now above what it was, up to { $period }
trends-finding-run-below = { $name }: for long now below what it was, up to { $period }
trends-finding-few-crossings = { $name }: the level has moved, without one period that stands out, up to { $period }
trends-finding-too-few = { $name }: too few periods up to { $period } to say what is usual
trends-alt = Chart from { $from } to { $to }. The last figure is { $now }.
trends-alt-range = Its usual range is { $low } to { $high }.
trends-alt-centre = The centre is { $centre }.
trends-alt-ringed = { $n ->
    [one] One period is ringed.
   *[other] { $n } periods are ringed.
 }
trends-note-unrated = A u chart needs head-counts, and they are not known here: this is a c chart of counts.
trends-note-thin = The mean is under 5, where the limits of this chart are too narrow. The standard detector is exact for small counts.
trends-note-too-few = { $n ->
    [one] One period, and a baseline of { $learn }: nothing is left to be judged.
   *[other] { $n } periods, and a baseline of { $learn }: nothing is left to be judged.
 }
trends-note-baseline = Limits come from the first { $learn } periods and stay as they are. What moved, above, does not depend on this chart.
trends-everything = All series
trends-everything-open = Last month of every series

trends-health = Health of reporting
trends-breadth = { $of ->
    [one] { $n } of one area told us something last month.
   *[other] { $n } of { $of } areas told us something last month.
 }
trends-none-quiet = { $n ->
    [one] One area is large enough to compare; it is not much quieter than its head-count suggests.
   *[other] { $n } areas are large enough to compare; none is much quieter than its head-count suggests.
 }
trends-quiet-lead = Much quieter in the last twelve months than head-count suggests. Ask first whether people can tell, and whether they hear back:
trends-quiet = { $n ->
    [one] one report, where about { $expected } were to be expected.
   *[other] { $n } reports, where about { $expected } were to be expected.
 }

trends-conventions = How to read this
trends-convention-exact = Figures are exact and for the desk only. A letter or a copy for others takes the digest, whose figures are protected.
trends-convention-month = A report counts in the month of its release, and a month from a week after its end. What is left out of counts is left out here.
trends-convention-tested = Watched are the organisation, each area, each category and each severity, with three reports or more in 26 months. Where nothing has changed, about one page in 20 shows a signal all the same.
trends-convention-people = Rates take today’s head-count for every month; months are compared by their days.
trends-convention-rules = { $rules }: last 36 months, the last twelve judged by up to 24 before them; gamma-Poisson prediction and CUSUM; Benjamini-Hochberg over all series watched.
