# Learning: corrective actions, whether they held, lessons.

desk-nav-actions = Actions
desk-nav-lessons = Lessons
desk-done-action-kept = Written down.
desk-done-action-changed = Saved.
desk-done-lesson-kept = Kept as a draft. Another person has to publish it.
desk-done-lesson-changed = Saved. Another person than you has to publish it.
desk-done-lesson-published = Published. Anybody can read it now, and the digest can tell it.
desk-done-lesson-back = Taken back. It is off the public page.

## Actions

learning-actions-title = Corrective actions
learning-action-title = Corrective action
learning-actions-lead = What is changed because of reports, who sees to it, and whether it held.
learning-actions-none = Nothing is written down yet.
learning-action-new = Write down an action
learning-change = Change
learning-keep = Save
learning-what = What is changed
learning-what-hint = One or two sentences that colleagues understand. The digest tells them as they stand here.
learning-owner = Who sees to it
learning-owner-hint = A post, not a person: “ward manager”, “medical engineering”.
learning-control = How strong it is
learning-control-hint = What takes the hazard away holds longer than what people have to remember.
desk-control-elimination = The hazard is taken away
desk-control-substitution = It is replaced by a smaller one
desk-control-engineering = Something physical keeps people from it
desk-control-administrative = The way of working changes
desk-control-protective = People wear or carry protection
desk-control-reminder = Rule, training or reminder
learning-due-by = Due by
learning-due = due by { $month }
learning-progress = How far it is
learning-done = done in { $month }
learning-done-in = Done in
learning-dropped = dropped
desk-progress-open = To be done
desk-progress-done = Done
desk-progress-dropped = Will not be done
learning-late = late
learning-checked = with a check
learning-reports = Reports behind it
learning-reports-hint = Their numbers, one a line. The digest never shows them.
learning-from = From reports
learning-sure = I have looked: nobody can be recognised in this

## Did it hold?

learning-check = How you will see whether it held
learning-check-hint = Say it now, before anybody knows how it turns out. It cannot be changed later.
learning-declare = Check whether reports become fewer
learning-outcome = What should become fewer
learning-start = First month of the change
learning-wash-in = Months to settle, left out of the count
learning-window = Months to judge after that
learning-worth = Smallest fall worth having, in per cent
learning-worth-said = { $percent } per cent fewer
learning-judged = Judged
learning-judged-span = { $from } to { $to }
learning-declared-in = Declared in
learning-held = Did it hold?
learning-held-fewer = Fewer than expected.
learning-held-no-clear-change = No clear change yet.
learning-held-more = More than expected.
learning-held-reporting-fell = Reporting fell as a whole: the effect is not known.
learning-held-too-few = Too few events to tell before { $month }.
learning-held-never = Too few events to tell, and time alone will not change that.
learning-counted = Counted: { $before } reports in { $months-before } months before the change, { $after } in { $months-after } months after it.
learning-ratio = After the change there were { $ratio } times as many a month as before (likely between { $low } and { $high } times).
learning-power = A fall of { $percent } per cent would probably show by { $month }.
learning-power-never = With so few reports a fall of { $percent } per cent would not show in any reasonable time.
learning-out-of-reach = That is a long wait. Look for something that can be seen sooner: spot checks whether the change is in place, for example.
learning-change-here = the change
learning-unit = Reports a month.
learning-guard = The limits are those from before the change, drawn on over it. If all other reports became fewer as well, that is said, for then people may only have stopped telling.

## How reporting works

learning-health = How reporting and acting go
learning-health-wait = Half of the { $reports } reports of the last year were read and released within { $weeks ->
    [0] the week in which they came
    [one] one week
   *[other] { $weeks } weeks
}; those still waiting are counted in.
learning-health-wait-nine = Nine of ten within { $weeks ->
    [0] the week in which they came
    [one] one week
   *[other] { $weeks } weeks
}.
learning-health-told = Of { $old } reports released three months ago or more, within a year, { $closed } are closed and their reporters were told what came of them.
learning-health-mix = Actions done: { $strong } per cent take the hazard away or keep people from it, { $between } per cent change the way of working, { $weak } per cent are protection, rules or reminders.
learning-health-late = Actions past their month: { $n }.
learning-health-anonymous = How many reports come without a name is not counted: nothing kept here can tell them apart.

## Lessons on the desk

learning-lessons-title = Lessons
learning-lesson-title = Lesson
learning-lessons-lead = What others can learn from reports. One person writes, another publishes; then anybody can read it.
learning-lessons-none = No lesson is written yet.
learning-lesson-new = Write a lesson
learning-title = Title
learning-happened-hint = Conditions, not culprits: what made it easy to go wrong? No person, no day, no place that only some know.
learning-no-category = none
learning-lesson-reports-hint = Their numbers, one a line. A lesson is published when the youngest of them is a month old. Nobody outside the desk sees them.
learning-keep-draft = Keep as a draft
learning-lesson-draft = Draft
learning-lesson-published = Published in { $month }
learning-lesson-withdrawn = Taken back
learning-publish = Publish
learning-take-back = Take it back
learning-mine = You wrote this, so another person has to publish it.
learning-changed = A colleague changed this meanwhile. What you typed is still in the form. Save again to replace it.
lesson-same-person = You wrote this. Another person has to publish it.
lesson-too-young = A report in it was released this month or last month. Wait until it is a month old.
lesson-too-few-people = Fewer than twenty people work here. A story would point at one of them.
lesson-objected = The reporter of one of these reports wants more hidden, or took it back. Take that report out of the story.

## Lessons for everybody

lessons-title = What we learned
lessons-lead = What colleagues reported, what caught it, and what helps. Nobody can be recognised in it.
lessons-none = No lesson is published yet.
lessons-sealed = The lessons cannot be shown at the moment: the service has just been started and waits for its key. Reporting works.
lessons-happened = What happened
lessons-caught = What caught it
lessons-helps = What helps

## Problems

problem-needed = Something has to stand here.
problem-month = Write a month as 2026-05.
problem-month-ahead = This month has not come yet.
problem-choice = Choose a number within the limits.
problem-too-late-to-declare = The change must not be older than this month: a check is declared before anybody knows how it turns out.
problem-names-somebody = This looks as if somebody could be recognised in it: a name, a number or an address. Take it out, or tick below that you have looked.
