# What reporters and digest readers see. Words a twelve-year-old reads; short sentences; no blame.

## Frame

frame-skip = Skip to the content
frame-language = Language
frame-foot = This site sets no cookies, loads nothing from elsewhere and does not keep your address.

## Landing page

landing-title = Something nearly went wrong? Tell us here.
landing-lead = { $organisation } learns from close calls before somebody gets hurt. You need no account and you give no name.
landing-notfor-title = This is not the place for
landing-notfor-danger = Danger right now. Call the emergency number or tell the person in charge first. You can report afterwards.
landing-notfor-accident = An accident in which somebody was seriously hurt, or a crime. Tell your manager, the police or the public authority. Here nobody can act on it fast enough.
landing-notfor-person = A complaint about a person, or pay and contracts. Staff representatives or the personnel office can help.
landing-notfor-anyway = If you send one of these anyway, the screeners read it and may have to pass on what it says.
landing-promise-title = What we promise
landing-promise-nobody = No name, no account, no cookie. We do not keep your internet address, your device or the time. Of the date, only the week stays.
landing-promise-sealed = Your words are sealed before they are stored. Only screeners can open them, and every opening is recorded.
landing-promise-removed = Names, dates and other things that could point at you or a colleague are taken out before anybody else reads it.
landing-promise-receipt = You get nine words. With them, and only with them, you can see later what became of your report.
landing-promise-saved = If we say “received”, it is safely stored. If it was not stored, we tell you so.
landing-limits-title = What we cannot promise
landing-limits-device = We cannot hide that this device opened this page. Do not use a computer, telephone or network of your employer unless you trust it.
landing-limits-style = What only you could know, or the way you write, can give you away to somebody who was there.
landing-limits-typed = A name you type is seen by the screener whose task is to take it out.
landing-limits-law = A court can order us to hand over what exists. That is why we keep so little.
landing-report = Make a report
landing-report-hint = About three minutes. You see what will be hidden before you send.
landing-receipt = I have nine words
landing-staff = Sign in for staff

## Report form

report-title = Report
report-lead = Say what nearly went wrong, what could go wrong, or what went well. Only two questions must be answered.
report-before-title = Before you write
report-before-notfor = Not for danger right now, accidents with serious harm, crimes, or complaints about a person.
report-before-device = Not from work equipment or a work network that you do not trust: we cannot hide that you were here.
report-before-kept = No name, no address, no cookie, no time of sending is kept. Names and dates in your text are hidden before analysts read it.
report-before-limits = What only you could know can still give you away. A court can order us to hand over what exists.
report-before-more = All promises and limits
report-words-title = Your nine words
report-words-text = If the line drops after sending, these words still find your report. Copy them now or after sending. Nobody else has them.
report-required = must be answered
report-optional = You may leave all of this out. Every answer helps a little.
report-optional-title = More, if you like
report-kind = What kind of thing is it?
report-narrative = What happened?
report-narrative-hint = What was going on, what you noticed, what stopped it. Write “a nurse” or “bed 4” as you like: we hide what points at people.
report-narrative-limit = Up to 20,000 characters.
report-urgent = Somebody could be hurt soon: show it at once
report-urgent-hint = Otherwise reports wait until several are there and are then shown in mixed order, so that nobody can tell when you sent yours. Tick this only if it cannot wait: it gives up that protection.
report-when = When and where
report-month = Month
report-day-part = Time of day
report-area = Where
report-area-hint = Small areas are only shown to analysts in a wider form.
report-phase = What was being done
report-stopped = What noticed and stopped it
report-detection = How was it noticed?
report-recovery = What stopped it?
report-weight = How serious, how often
report-severity = What could have happened?
report-frequency = How often have you seen it?
report-worry = How much does it worry you?
report-idea-group = Your idea, and you
report-idea = What would help?
report-idea-hint = An idea for a fix, if you have one. Up to 2,000 characters.
report-role = Your role
report-role-hint = Analysts never see it. It only helps to work out how many people you could be.
report-contact = May we ask you something?
report-contact-hint = Answers can come through your nine words. You may also leave a strip with your name, sealed apart from the report.
report-consent = May the story be told to colleagues, without anything that points at people?
report-preview = See what will be hidden
report-send-now = Send without looking
report-send-hint = Nothing is stored until you send.
report-problems-title = Something needs another answer
report-problems-text = Everything you typed is still here.

## Answers

answer-blank = choose …
answer-dont-know = I don’t know
answer-rather-not = I’d rather not say
kind-near-miss = It nearly went wrong
kind-near-miss-hint = Something was about to go wrong, and luck or somebody’s attention stopped it.
kind-unsafe-condition = It could go wrong any day
kind-unsafe-condition-hint = Nothing has happened yet, but the trap is there.
kind-went-well = It went well
kind-went-well-hint = Something was caught or done so well that others should know.
day-part-night = Night
day-part-morning = Morning
day-part-afternoon = Afternoon
day-part-evening = Evening
severity-none = Nobody would have been hurt
severity-minor = Slightly hurt
severity-moderate = Hurt, with treatment
severity-severe = Badly hurt
severity-fatal = Somebody could have died
frequency-first = For the first time
frequency-sometimes = Sometimes
frequency-often = Often
frequency-daily = Every day
worry-little = A little
worry-somewhat = Somewhat
worry-very = Very much
worry-urgent = It must not wait
contact-none = No
contact-receipt = Yes, behind my nine words
contact-identity = Yes, here is how to reach me
report-strip = Identity strip
report-strip-hint = Only if you chose “here is how to reach me”. It is sealed apart from your text. No single person can open it: two custodians must agree, give a reason, and you see it under your nine words. It is destroyed 72 hours after the callback, at the latest after 30 days.
report-strip-1 = Name
report-strip-2 = How to reach you
report-strip-3 = When to call
problem-strip-long = That is too long or has characters that cannot be kept. Please shorten it.
problem-strip-reach = Please say how to reach you, or choose another answer above.
problem-strip-unchosen = You typed details for a callback. Choose “here is how to reach me” to send them, or clear the fields.
problem-strip-closed = A strip cannot be left here at the moment. Please choose another answer and clear the fields.
consent-yes = Yes
consent-ask = Ask me first, behind my nine words
consent-no = No

## What is wrong with a field

problem-empty = Write a few words here. It can be short.
problem-unreadable = Some characters here did not arrive as text (shown as “�”). Type them again or take them out.
problem-too-long = This is too long. Shorten it: nothing was cut off.
problem-unknown-choice = Choose one of the answers on the list.
problem-kind = Choose one of the three.
problem-words-in-text = Your nine words are in the text. Take them out: whoever reads them could look at your report. Nothing was sent.

## When something is in the way

report-not-saved-title = Not saved
report-stale = This form was too old, so nothing was stored yet. The words you saw before are void. You have new words below; your text is still here. Please send it again.
report-again = Send again
report-different = The words of this form already hold another report. Perhaps you went back and changed the text. This text is not stored yet; it has new words now. Send it if it is a new report.
report-unavailable = Your report was not saved: the store cannot be reached. Your text is still here and nowhere else. Wait a minute and send again. The words stay the same, so sending twice does no harm.
report-broken = Your report was not saved: something is broken here, and it is not your fault. Your text is still here and nowhere else. Copy it, and try again later.
intake-not-open = This service cannot take reports in yet: nobody is there to screen them. Your text was not saved.
conflict-changed = Somebody else changed this at the same moment. Load the page again and repeat what you did.

## Preview

preview-title = What will be hidden
preview-lead = This is how an analyst would read your report. Nothing is stored yet.
preview-legend = Marked words are replaced by what stands in brackets. Only you and the screener see what was there.
preview-narrative = What happened
preview-idea = What would help
preview-none = We found nothing to hide. Read once more: is there something only you could know?
preview-list-title = Hidden, and why
preview-count = { $n ->
    [one] One passage is hidden.
   *[other] { $n } passages are hidden.
}
preview-doubt = in doubt: the screener decides
preview-doubt-legend = A dotted line means doubt: the screener will decide.
preview-was = was:
preview-screener = A screener reads everything once more and hides what we missed.
meter-title = How many people could you be?
meter-fits = { $n ->
    [0] Nobody in our head-counts fits what you chose. It could point straight at you.
    [one] About one colleague fits what you chose. It could point straight at you.
   *[other] About { $n } colleagues fit what you chose.
}
meter-few = Fewer than ten: your area will not be shown to analysts.
meter-drop-role = Leave out your role: then about { $n }
meter-drop-area = Leave out where: then about { $n }
preview-send = Send
preview-change = Change something
span-person = Person
span-email = E-mail address
span-phone = Telephone number
span-url = Web address
span-username = User name
span-id = Number that points at somebody
span-vehicle = Vehicle
span-org = Organisation
span-location = Place
span-date = Date
span-time = Time
span-age = Age
span-role-unique = Post that one person holds
span-other-id = Something that points at one person

## Received

received-title = Received
received-lead = Your report is safely stored. Thank you.
received-words-title = Your nine words
received-words-text = Write them down, print this page or photograph it. With them you can see what became of your report. Without them nobody can find it for you.
received-line = In one line, to copy
received-qr-text = The square holds the same nine words and nothing else.
received-qr-label = The nine words as a QR code
received-next-title = What happens next
received-next-1 = A screener reads it and takes out what could point at people.
received-next-2 = Analysts read the rest and look for what made it possible, not for who did it.
received-next-3 = Look again in two or three weeks with your words.
received-finish = Finish and clear this page
received-finish-hint = On a shared computer, close the window as well.

## Looking up a report

receipt-title = Look up a report
receipt-lead = Type the nine words you were given. Small or capital letters, spaces or hyphens: all fine.
receipt-words = Nine words
receipt-look = Look up
receipt-count = { $n ->
    [0] Type the nine words you were given.
    [one] That is one word. A receipt has nine.
   *[other] Those are { $n } words. A receipt has nine.
}
receipt-word = Word number { $n } is not on our list. Check how it is spelled.
receipt-unknown = No report has these words. Check the order and the spelling. If you never reached the page “Received”, it may not have been stored: please send it again.
receipt-found-title = Your report
receipt-here = is here now
receipt-past = done
receipt-ahead = still to come
stage-received = Received
stage-received-text = It is stored and sealed. It waits until it can be shown together with others.
stage-screening = Being screened
stage-screening-text = A screener takes out what could point at people.
stage-released = With the analysts
stage-released-text = They read the cleaned wording and look for what made it possible.
stage-learning = Being learned from
stage-learning-text = It feeds a review or a change in how work is done.
stage-closed = Closed
stage-closed-text = Nothing more will be done with this report. What was learned from it stays.
receipt-finish = Finish and clear this page

## Leaving the digest

unsubscribe-title = Stop the digest
unsubscribe-address-lead = Which address should no longer receive the digest?
unsubscribe-address = E-mail address
unsubscribe-button = Stop the digest
unsubscribe-token-lead = Press the button and this address gets no more digests.
unsubscribe-done-title = Done
unsubscribe-done-token = This address gets no more digests.
unsubscribe-done-address = If this address was on the list, it gets no more digests.
unsubscribe-unknown = This link no longer works. Type the address instead.
problem-address = Type an address such as name@example.org.

## Errors

error-home = To the first page
error-incident = Number for the people who run this service: { $number }
error-unreadable-title = We could not read that
error-unreadable-text = Nothing was stored. Go back and try once more.
error-forbidden-title = Not allowed
error-forbidden-text = The form did not come from this site, or it was too old. Nothing was changed. Open the page again and repeat what you did.
error-missing-title = There is nothing here
error-missing-text = Check the address, or start at the first page.
error-method-title = This does not work that way
error-method-text = The address exists, but not for this. Start at the first page.
error-slow-title = It took too long
error-slow-text = The text did not arrive in time. Nothing was stored. Go back: most browsers still have what you typed. Then send again.
error-conflict-title = This cannot be done now
error-conflict-text = Nothing was changed.
error-large-title = That is too much at once
error-large-text = What you sent is larger than we can take. Nothing was stored. Go back: most browsers still have what you typed. Shorten it and send again.
error-media-title = We cannot read this kind of data
error-media-text = Nothing was stored. Please use the form on this site.
error-host-title = Wrong address
error-host-text = This service does not answer under that name.
error-unavailable-title = Not available at the moment
error-unavailable-text = The store cannot be reached. Nothing was changed. Wait a minute and try again.
error-broken-title = Something is broken here
error-broken-text = It is not your fault. Nothing was stored. Try again later.

## For other programs

api-bad-json-title = Not readable as JSON
api-bad-json-text = Send one JSON object as described in /api/v1/openapi.json.
api-invalid-title = Some fields need another value
api-invalid-text = See “errors”.
api-stale-title = The receipt is too old
api-stale-text = Get a new one from /api/v1/receipt and send again, or send without one.
api-different-title = The receipt is taken
api-different-text = These words already hold another report. Get new ones from /api/v1/receipt.
