# Candor, staff side: sign-in and desk.

## Frame

desk-nav-label = Desk
desk-nav-home = Home
desk-nav-screening = Screening
desk-nav-reports = Reports
desk-nav-digest = Digest
desk-nav-readers = Readers
desk-nav-people = People
desk-nav-dictionary = Own list
desk-nav-audit = Audit log
desk-sign-out = Sign out
desk-key-open = Screening key open
desk-key-locked = Screening key locked
desk-key-none = No screening key yet
desk-save = Save
desk-not-given = not given
desk-month = { $month } { $year }
desk-foot = Work is logged in the audit log: who did what, never what was read.
desk-door-foot = Signing in sets one cookie, which ends with the browser. Nothing is loaded from elsewhere.
desk-urgent = Urgent
desk-urgent-why = The reporter asked for this to be seen at once: somebody could be hurt soon.
desk-problems = Something needs another answer. It is marked below; everything you typed is still there.
desk-older = Older
desk-newest = Back to the newest

## After something was done

desk-done-signed-out = You are signed out. Nothing of the desk is left in this browser.
desk-done-released = Released. Analysts can read the new wording now.
desk-done-proposed = Wording proposed. A second screener has to confirm it before analysts see it.
desk-done-sent-back = Sent back to the screening desk.
desk-done-granted = Key handed on. The colleague can open raw reports now.
desk-done-coded = Saved.
desk-done-prepared = The digest is frozen. A second person has to approve it.
desk-done-approved = Approved. The letters are on their way.
desk-done-retried = The undelivered letters wait for a new attempt.
desk-done-reader-added = Reader added.
desk-done-reader-removed = Reader removed.
desk-done-disabled = Account shut. Its sessions have ended.
desk-done-enabled = Account opened again.
desk-done-roles = Roles changed. The person has to sign in again.
desk-done-terms-added = The terms are on the list.
desk-done-terms-removed = Removed from the list.
desk-done-terms-none = Nothing on the list was like that.
desk-done-remembered = On the list from now on.
desk-done-retention = Confirmed. What is due is destroyed with the next run, within a minute or so.

## Refusals

desk-lapsed-title = You were signed out
desk-lapsed-text = Nothing was saved: the session ended after 15 minutes without activity, or after 8 hours. Sign in again and open the page once more.
desk-lapsed-kept = What you had typed, so that you can copy it:
case-changed = A colleague changed this report meanwhile. What you typed is still in the form, and what is saved stands beside it. Save again to replace it.
release-open-questions = Answer the open doubts first: hide or keep. Nothing was released.
release-same-person = Somebody else has to release this wording: you proposed it.
digest-exists = This month has its digest already.
digest-month-open = This month is not over long enough. A digest can be prepared from a week after its end.
digest-same-person = Somebody else has to approve this digest, or it is approved already.
digest-spent = No digest: noise has been drawn for that month once, and it is not drawn again.
digest-book = No digest: the book of noise beside the audit anchors is shorter than it was. Put the newest one back.
digest-noise-preview = No preview: with noise, a preview would be another draw. Freeze the month to see its figures.
digest-refused = No digest: its figures, laid beside those of earlier ones, would give a small count away.
desk-no-key = You do not hold the screening key yet. Another screener hands it to you on their screening page.
desk-locked = The screening key is locked. Enter your pass-phrase to open it.

## Sign-in

desk-sign-in-title = Sign in to the desk
desk-sign-in-lead = For staff who screen, analyse, publish or run the system. To report something you need no account.
desk-sign-in-report = Report something
desk-email = E-mail address
desk-passphrase = Pass-phrase
desk-code = One-time code
desk-code-hint = Six digits from your authenticator app, or one of your recovery codes.
desk-sign-in = Sign in
desk-sign-in-wrong = Address, pass-phrase and code do not fit together. Check all three; a code works once only. After several wrong attempts, wait a minute.
desk-sign-in-wait = Too many attempts. Wait { $n ->
    [one] one second
   *[other] { $n } seconds
  } and try again.
desk-sign-in-unavailable = Signing in does not work at the moment. Try again in a minute.
desk-demo-title = Invented people
desk-demo-lead = This is a demonstration with invented data. Everybody below can sign in; the button fills in pass-phrase and code for you.
desk-demo-once = A code works once. Signing in as the same person again takes up to 30 seconds.
desk-demo-as = Sign in as { $name }
desk-demo-code = Code now

## Invitation

desk-set-up-title = Set up your account
desk-set-up-lead = Welcome, { $name }. Choose a pass-phrase and connect an authenticator app. The link works once.
desk-set-up-passphrase-title = 1. Pass-phrase
desk-set-up-passphrase-rules = At least 15 characters. Four or five words that do not belong together are easy to keep and hard to guess; spaces are welcome. Not the name of the organisation, and nothing you use elsewhere.
desk-set-up-again = The same pass-phrase again
desk-set-up-key = Your pass-phrase also opens your key. Nobody can reset it for you without taking that key away.
desk-set-up-code-title = 2. Authenticator app
desk-set-up-qr = QR code for your authenticator app
desk-set-up-scan = Scan this picture with an authenticator app on your phone, or type the key below into it.
desk-set-up-secret = Key
desk-set-up-code = Code that the app shows now
desk-set-up-finish = Finish
desk-set-up-problems = Something needs another answer. It is marked below; type the pass-phrase and a new code once more.
desk-set-up-gone-title = This link does not work
desk-set-up-gone = It was used already, is too old, or is incomplete. Ask whoever invited you for a new one.
problem-passphrase-short = Use at least 15 characters.
problem-passphrase-long = Use at most 256 characters.
problem-passphrase-common = This one is on lists of common pass-phrases, or too close to the name of the organisation or to yours. Choose another.
problem-code = This code does not fit. Check the clock of your phone and type the code it shows now.
desk-problem-again = The two pass-phrases differ.

## Unlock

desk-unlock-title = Open the screening key
desk-unlock-lead = Raw reports are sealed. Your pass-phrase opens them for as long as you work on them; after five minutes without activity they are sealed again.
desk-unlock-kept = Your decisions are kept and will be carried on.
desk-unlock = Open the key
desk-unlock-wrong = That pass-phrase does not open the key.

## Passkeys, proof and one’s own account

desk-passkey-use = Use a passkey instead of a code
desk-passkey-failed = The browser has no passkey for this page, or the request was broken off. Try again, or use a code.
desk-confirm-title = Is it still you?
desk-confirm-lead = What you are about to do needs a fresh proof, not older than five minutes. Nothing you typed is lost; it goes on from here.
desk-confirm-do = Confirm and go on
desk-confirm-leave = Leave it and go back to the desk
desk-confirm-wrong = Pass-phrase and second factor do not fit together. A code works once only.
desk-done-confirmed = Confirmed. For five minutes you will not be asked again.
desk-done-passphrase = Your pass-phrase is changed. Your other sessions have ended.
desk-done-passkey-added = Passkey added. It works from the next sign-in on.
desk-done-passkey-removed = Passkey removed. It opens nothing here any more.
desk-done-sessions-ended = Your other sessions have ended.
desk-done-conflict-added = Noted. The person sees no reports of that unit from now on.
desk-done-conflict-removed = Taken away. The person may see reports of that unit again.
desk-set-up-done-title = Your account is ready
desk-set-up-done-lead = Keep the recovery codes below, then sign in with your pass-phrase and a new code.
desk-codes-title = Recovery codes
desk-codes-once = Each of them takes the place of a one-time code, once, on a day when your phone is not at hand. They are shown this one time. Print them or write them down, and keep them where you keep keys, not beside your pass-phrase.
desk-codes-old = The codes you had before do not work any more.
desk-me-title = My account
desk-me-link = { $name }: my account
desk-me-lead = What you sign in with, and where you are signed in. Nobody else sees this page.
desk-me-back = Back to my account
desk-me-problems = Nothing was changed yet. What needs another answer is marked below.
desk-me-passkeys = Passkeys
desk-me-passkeys-lead = A passkey takes the place of the one-time code: your phone, computer or security key asks for your finger, face or PIN. A copied page cannot trick it. You still need your pass-phrase, because it opens your key.
desk-me-passkeys-script = Adding a passkey needs a browser with scripts switched on, at the address of this service. One-time codes work without.
desk-me-passkeys-address = This service is reached by a number and not by a name, so browsers offer no passkeys here. One-time codes do the same work.
desk-me-passkey-name = Name of the passkey
desk-me-passkey-name-hint = So that you know later which one it is, for example: blue key on my ring.
desk-me-passkey-add = Add a passkey
desk-me-passkey-remove = Remove
desk-me-passkey-remove-which = Remove { $name }
desk-me-passkey-late = That took too long, or the answer was sent before. Try again.
desk-me-passkey-refused = The passkey could not be checked. It must ask for your finger, face or PIN, and must be made on a page of this service.
desk-me-passkey-many = Ten passkeys are enough. Remove one first.
problem-passkey-name = Give it a name of at most 60 characters.
desk-me-codes-left = { $n ->
    [0] You have no recovery codes left.
    [one] You have one recovery code left.
   *[other] You have { $n } recovery codes left.
  }
desk-me-codes-new = Make ten new ones
desk-me-passphrase = Change the pass-phrase
desk-me-passphrase-ends = Your key stays yours. Every session but this one ends.
desk-me-passphrase-old = Pass-phrase until now
desk-me-passphrase-new = New pass-phrase
desk-me-passphrase-do = Change it
problem-passphrase-same = This is the one you have. Choose another.
desk-me-sessions = Where you are signed in
desk-me-sessions-lead = Two at most; a third ends the oldest. Which device it is, is not recorded. Times are in UTC.
desk-me-session-started = Signed in
desk-me-session-seen = Last used
desk-me-session-this = this one
desk-me-sessions-end = End all other sessions
desk-people-conflicts = Units of their own
desk-people-conflicts-hint = Whoever leads a unit or works in it should not read its reports. As analyst the person sees nothing of a unit on this list; as screener they must hand its reports over.
desk-people-conflict-area = Unit
desk-people-conflict-add = Add
desk-people-conflict-remove = Take away
desk-people-conflict-not = not { $area }
desk-unit-conflict = Conflict: hand over. This report is about a unit you lead or work in, so it was closed again before you could read it. Leave it to another screener.

## Home

desk-home-title = What waits for you
desk-home-hello = Good to see you, { $name }.
desk-home-nothing = Nothing waits for you at the moment.
desk-home-screen = { $n ->
    [0] No report waits to be screened
    [one] One report waits to be screened
   *[other] { $n } reports wait to be screened
  }
desk-home-screen-urgent = { $n ->
    [0] None of them urgent
    [one] One of them urgent
   *[other] { $n } of them urgent
  }
desk-home-second = { $n ->
    [0] No wording waits for a second reader
    [one] One wording waits for a second reader
   *[other] { $n } wordings wait for a second reader
  }
desk-home-intake = { $n ->
    [0] Nothing else is on its way to the desk
    [one] One more is on its way to the desk
   *[other] { $n } more are on their way to the desk
  }
desk-home-grants = { $n ->
    [one] One colleague waits for the screening key
   *[other] { $n } colleagues wait for the screening key
  }
desk-home-new = { $n ->
    [0] No released report is still uncoded
    [one] One released report is still uncoded
   *[other] { $n } released reports are still uncoded
  }
desk-home-triage = { $n ->
    [0] None in triage
    [one] One in triage
   *[other] { $n } in triage
  }
desk-home-high = { $n ->
    [0] None of them graded high
    [one] One of them graded high
   *[other] { $n } of them graded high
  }
desk-home-digest = The digest for { $month } waits for approval
desk-home-digest-none = No digest waits for approval
desk-home-digest-due = No digest has been prepared for { $month } yet
desk-home-dead = { $n ->
    [one] One letter could not be delivered
   *[other] { $n } letters could not be delivered
  }
desk-home-invited = { $n ->
    [0] Everybody invited has set up their account
    [one] One invited person has not set up their account yet
   *[other] { $n } invited people have not set up their accounts yet
  }
desk-home-people = Manage people
desk-home-readers = Manage digest readers
desk-home-dictionary = Manage the list of own terms
desk-home-audit = Read the audit log and check its chain
desk-home-custodian = Two custodians together would open an identity. This installation keeps no identities, so nothing can be asked of you.
desk-retention-clock = Nothing is being destroyed: the clock of this machine is more than seven days away from the last run.
desk-retention-raw = Nothing is being destroyed: suddenly more than a tenth of all raw reports is due.
desk-retention-identity = Nothing is being destroyed: suddenly more than a tenth of all identity strips is due.
desk-retention-receipt = Nothing is being destroyed: suddenly more than a tenth of all receipts is due.
desk-retention-released = Nothing is being destroyed: suddenly more than a tenth of all released reports is due.
desk-retention-lead = Check the clock and the retention settings first. What is destroyed cannot be brought back. If both are right, for example after a long stop or a restored backup, let it go on.
desk-retention-confirm = Let it go on
retention-quiet = Nothing waits for a confirmation now.

## Screening

desk-screening-title = Screening
desk-screening-lead = Sealed reports, as they came in. Read one, settle what could point at somebody, and let the rest go to the analysts.
desk-screening-empty = Nothing waits to be screened.
desk-screening-intake = { $n ->
    [0] Nothing else is on its way.
    [one] One more report is on its way. It comes with others, so that the order says nothing about who wrote when.
   *[other] { $n } more reports are on their way. They come together, so that the order says nothing about who wrote when.
  }
desk-screening-report = Report
desk-screening-week = Arrived
desk-screening-state = State
desk-week = week { $week } of { $year }
desk-screening-open = Open
desk-screening-read = Read as second reader
desk-screening-second = Two screeners read every report: one proposes the wording, another releases it.
desk-screening-single = You are the only screener: your release is final. A second screener would make it safer.
desk-grants-title = Waiting for the screening key
desk-grants-lead = These screeners have an account but cannot open raw reports yet. Handing the key on is entered in the audit log.
desk-grant = Hand on the key
desk-grants-locked = Open your own key first.

desk-redact-title = Screen report { $id }
desk-redact-raw = As written
desk-redact-raw-note = only screeners see this
desk-redact-result = As analysts will read it
desk-redact-idea = Idea for a fix
desk-redact-spans = What could point at somebody
desk-redact-none = The engine found nothing that could point at somebody. Read the text yourself: it knows no local nicknames.
desk-redact-open = { $n ->
    [0] Every doubt is answered
    [one] One doubt is still open
   *[other] { $n } doubts are still open
  }
desk-redact-found = Found
desk-redact-kind = Kind
desk-redact-why = Why
desk-redact-decide = Decision
desk-redact-decide-for = Decision for number { $n }
desk-redact-kind-for = Kind of number { $n }
desk-redact-hide = Hide
desk-redact-keep = Keep
desk-redact-doubt = Doubt
desk-redact-doubt-idea = in the idea
desk-redact-also = Hide also
desk-redact-also-hint = Words the engine missed, one phrase a line. Every place where they occur is hidden.
desk-redact-remember = Add a term to the organisation’s own list
desk-redact-remember-hint = It will be marked in every report from now on. It is not used in the preview for reporters, so nobody can ask it who stands in a report. Saved at once, whatever you decide here.
desk-redact-term = Term
desk-redact-remember-do = Add
desk-redact-update = Update preview
desk-redact-propose = Propose wording
desk-redact-release = Release
desk-redact-facts = What the reporter chose
desk-redact-area-falls = Fewer than ten people work there: analysts will not see the area.
desk-redact-intruder = Could a determined colleague tell who wrote this, or about whom? Read the right side once more before it leaves.
desk-redact-keys = Keys: J and K move, H hides, P keeps, U updates the preview.
desk-redact-proposed = A wording of this report is already proposed and waits for a second reader.
desk-redact-to-proposal = Read the proposal

desk-proposal-title = Second reading of { $id }
desk-proposal-lead = You see only what analysts would see. Could a determined colleague tell who wrote this, or about whom?
desk-proposal-mine = You proposed this wording. Another screener has to release it; you may send it back and change it.
desk-proposal-text = Proposed wording
desk-proposal-facts = Coarse facts
desk-proposal-release = Release
desk-proposal-back = Send back

## What the engine may find

desk-span-person = Person
desk-span-email = E-mail address
desk-span-phone = Telephone
desk-span-url = Web address
desk-span-username = User name
desk-span-id = Number
desk-span-vehicle = Vehicle
desk-span-org = Organisation
desk-span-location = Place
desk-span-date = Date
desk-span-time = Time
desk-span-age = Age
desk-span-role-unique = Post of one person
desk-span-other-id = Other

## Coded answers

desk-fact-kind = Kind
desk-fact-month = Month
desk-fact-day-part = Time of day
desk-fact-area = Area
desk-fact-phase = Task or phase
desk-fact-detection = Noticed by
desk-fact-recovery = Stopped by
desk-fact-severity = Could have been
desk-fact-frequency = Seen
desk-fact-worry = Worry
desk-fact-role = Role
desk-fact-contact = May be asked
desk-fact-consent = May be told
desk-kind-near-miss = Near miss
desk-kind-unsafe-condition = Unsafe condition
desk-kind-went-well = Went well
desk-day-part-night = Night
desk-day-part-morning = Morning
desk-day-part-afternoon = Afternoon
desk-day-part-evening = Evening
desk-severity-none = No harm
desk-severity-minor = Minor harm
desk-severity-moderate = Moderate harm
desk-severity-severe = Severe harm
desk-severity-fatal = Death
desk-frequency-first = for the first time
desk-frequency-sometimes = sometimes
desk-frequency-often = often
desk-frequency-daily = daily
desk-worry-little = a little
desk-worry-somewhat = somewhat
desk-worry-very = very
desk-worry-urgent = it cannot wait
desk-contact-none = no
desk-contact-receipt = through the receipt
desk-consent-yes = yes
desk-consent-ask = ask first
desk-consent-no = no
desk-rather-not = rather not say
desk-dont-know = does not know
desk-status-screening = To be screened
desk-status-proposed = Waits for second reader
desk-status-released = New
desk-status-triage = In triage
desk-status-learning = In learning
desk-status-closed = Closed
desk-closing-learned = Learned from
desk-closing-merged = Joined with another report
desk-closing-no-action = No action needed
desk-closing-not-near-miss = Not a near miss
desk-closing-referred = Handed to somebody else
desk-band-low = Low
desk-band-medium = Medium
desk-band-high = High
desk-band-none = Not graded

## Reports

desk-reports-title = Reports
desk-reports-count = { $n ->
    [0] No report
    [one] One report
   *[other] { $n } reports
  }
desk-filter-legend = Narrow the list
desk-filter-any = any
desk-filter-status = Status
desk-filter-area = Area
desk-filter-category = Category
desk-filter-kind = Kind
desk-filter-period = Month of release
desk-filter-band = Risk band
desk-filter-urgent = Urgent only
desk-filter-apply = Show
desk-filter-clear = Show all
desk-reports-empty = No released report fits.
desk-reports-none-yet = Nothing has been released yet. Reports come here from the screening desk.
desk-search-legend = Search the text of reports
desk-search-label = Words to look for
desk-search-hint = All words must be there, in any form of the word. “Quotation marks” keep words together, -word leaves reports with that word out.
desk-search-do = Search
desk-search-title = Search
desk-search-all = All reports
desk-search-before = Better matches
desk-search-after = More matches
desk-search-no-words = There is no word in it to look for. Very common small words, like “the”, are not looked for.
desk-search-none = No released report has these words. Fewer words, or another word for it, may find more.
desk-column-risk = Risk
desk-column-report = Report
desk-column-area = Area
desk-column-status = Status
desk-column-month = Released
desk-excluded = Not counted
desk-uncategorised = No category

desk-case-title = Report { $id }
desk-case-narrative = Narrative
desk-case-facts = What the reporter chose
desk-case-released-in = Released in { $month }
desk-case-coding = Coding
desk-case-category = Hazard category
desk-case-factors = Contributing factors
desk-case-factors-hint = Conditions that made it more likely, not people.
desk-case-risk = Event risk classification
desk-case-outcome = Had it escalated, what would most credibly have happened?
desk-case-barriers = How effective were the barriers that remained?
desk-case-not-graded = Not graded yet
desk-case-synopsis = Synopsis
desk-case-synopsis-hint = One or two sentences: what happened, what stopped it. At most 1,000 characters.
desk-case-status = Status
desk-case-closing = Closing reason
problem-closing-missing = Say why it is closed.
desk-case-closing-hint = Needed only when the status is Closed.
desk-case-excluded = Leave out of every count
desk-case-excluded-hint = For tests, duplicates and reports that describe no near miss.
desk-case-no-choice = none yet
desk-case-saved = Saved meanwhile
desk-outcome-negligible = Negligible
desk-outcome-minor = Minor
desk-outcome-major = Major
desk-outcome-catastrophic = Catastrophic
desk-outcome-negligible-hint = no harm worth naming
desk-outcome-minor-hint = minor injury or damage
desk-outcome-major-hint = major injury or damage
desk-outcome-catastrophic-hint = death or total loss
desk-barriers-effective = Effective
desk-barriers-limited = Limited
desk-barriers-minimal = Minimal
desk-barriers-none = None left
desk-band-low-action = Use for learning and trends.
desk-band-medium-action = Look into it or assess further.
desk-band-high-action = Act at once.

## Digest

desk-digest-title = Digest
desk-digest-lead = One letter a month or a quarter, the same for every reader of a level. One person prepares it, another approves it; after that it never changes.
desk-digest-prepare = Prepare a digest
desk-digest-month = Month
desk-digest-freeze = Prepare
desk-digest-all-prepared = Every closed month of the last year has its digest.
desk-digest-held-out = Not counted yet, because far more came than usual and nobody has settled it: { $n } (areas and months). The letter says so, and what is frozen stays without them.
desk-digest-held-out-look = Look at them
desk-digest-empty = No digest yet.
desk-digest-state = State
desk-digest-prepared-by = Prepared by
desk-digest-approved-by = Approved by
desk-digest-letters = Letters
desk-digest-frozen = Waits for approval
desk-digest-approved = Approved
desk-digest-console = the console
desk-digest-somebody = somebody without an account now
desk-digest-tally = { $sent } sent, { $waiting } waiting, { $dead } undelivered
desk-digest-no-letters = none yet
desk-digest-of = Digest for { $month }
desk-digest-subject = Subject
desk-digest-chart-alt = Text for the chart
desk-digest-frozen-at = Frozen
desk-digest-hash = Fingerprint (SHA-256)
desk-digest-html = The letter
desk-digest-text = The plain-text twin
desk-digest-approve = Approve and send
desk-digest-approve-lead = Read it as a manager would, standing up. Sending cannot be taken back.
desk-digest-reached = Letters that will go out: { $n }.
desk-digest-reached-nearest = Readers whose own edition it does not have, and who get the nearest one: { $n }.
desk-digest-reached-none = Readers who get no letter this time, because they were added after it was frozen and no edition is for them: { $n }.
desk-digest-mine = You prepared this digest, so somebody else has to approve it: four eyes see more than two.
desk-digest-not-publisher = A publisher has to approve this digest.
desk-digest-retry = Try undelivered letters again

## The organisation’s own list

desk-dictionary-title = The organisation’s own list
desk-dictionary-lead = Names of staff, nicknames, rooms, sites, projects and equipment. Candor hides them in every report, also shortened, inflected or mistyped.
desk-dictionary-kept = The list is kept sealed and is never shown again, here or elsewhere. Take in only what is needed: a name and what it is.
desk-dictionary-kind = Kind
desk-dictionary-terms = Terms
desk-dictionary-count = { $n ->
    [0] The list is empty
    [one] One term on the list
   *[other] { $n } terms on the list
  }
desk-dictionary-from-reports = { $n ->
    [one] One of them was added by a screener
   *[other] { $n } of them were added by screeners
  }
desk-dictionary-add = Add terms
desk-dictionary-form = One term a line, in columns:
desk-dictionary-file = A CSV file (UTF-8)
desk-dictionary-paste = Or paste it here
desk-dictionary-replace = Put these in the place of the terms imported before
desk-dictionary-add-do = Add to the list
desk-dictionary-remove = Remove terms
desk-dictionary-remove-term = One term, as written on the list
desk-dictionary-remove-term-do = Remove the term
desk-dictionary-remove-kind = Or a whole kind
desk-dictionary-remove-all = Everything
desk-dictionary-remove-kind-do = Remove
desk-dictionary-refused = Nothing was taken: some lines have to be mended first.
desk-dictionary-line = Line { $n }:
problem-dictionary-term-missing = The first column holds no term.
problem-dictionary-term-short = This is too short: two letters or three figures at least, or it would be hidden in every sentence.
problem-dictionary-term-long = This is too long: at most 120 characters.
problem-dictionary-term-unreadable = Some characters did not arrive as text. Save the file as UTF-8.
problem-dictionary-kind-missing = The second column holds no kind.
problem-dictionary-kind-unknown = The second column holds no kind that the list has.
problem-dictionary-columns = There are more than three columns. Put a term that holds a comma in double quotes.
problem-dictionary-quote-open = A double quote is opened and not closed.
problem-dictionary-empty = There is no term in it.
problem-dictionary-too-many = The list would be longer than 60,000 terms.

## Readers

desk-readers-title = Digest readers
desk-readers-lead = Addresses that receive the monthly digest. Every letter carries a link to leave; nobody needs an account.
desk-readers-add = Add a reader
desk-readers-language = Language
desk-readers-add-do = Add
desk-readers-remove = Remove
desk-readers-remove-who = Remove { $name }
desk-readers-empty = Nobody receives the digest yet.
desk-readers-count = { $n ->
    [0] No reader
    [one] One reader
   *[other] { $n } readers
  }
desk-readers-active = Receives
desk-readers-left = Has left
desk-readers-state = State
desk-language-en = English
desk-language-es = Spanish
desk-language-fr = French
desk-language-de = German

## People

desk-people-title = People
desk-people-lead = Everybody with an account. Reporters have none.
desk-people-name = Name
desk-people-roles = Roles
desk-people-standing = Account
desk-people-change = Change
desk-people-change-who = Change { $name }
desk-people-you = you
desk-people-waits-key = waits for the screening key
desk-people-invite = Invite somebody
desk-people-invite-do = Make the invitation
desk-people-save-roles = Save roles
desk-people-disable = Shut account
desk-people-enable = Open account again
desk-people-again = Make a new invitation
desk-people-again-hint = For a forgotten pass-phrase or a lost phone. The old pass-phrase, passkeys and recovery codes stop working at once, and a screener needs the screening key handed on again.
desk-people-not-oneself = You cannot change the account you are signed in with. Ask another operator.
desk-people-no-role = no role
desk-people-pairs = Some roles do not go together, because together they could undo the promise made to reporters: a custodian is not screener, analyst, operator or auditor; an operator holds no role that touches reports; an auditor holds nothing else.
problem-name = Write the name as colleagues know it, at most 120 characters.
problem-address-taken = Somebody has an account with this address already.
problem-no-role = Choose at least one role.
problem-role-pair = These roles do not go together for one person.
desk-people-clash = One person cannot be both { $one } and { $other }. Choose one of them, or ask another colleague.
desk-standing-invited = Invited
desk-standing-active = Active
desk-standing-disabled = Shut
desk-role-screener = Screener
desk-role-analyst = Analyst
desk-role-publisher = Publisher
desk-role-custodian = Custodian
desk-role-auditor = Auditor
desk-role-operator = Operator
desk-role-screener-does = reads raw reports and releases them
desk-role-analyst-does = codes released reports, prepares digests
desk-role-publisher-does = approves and sends digests
desk-role-custodian-does = one of two who may open an identity
desk-role-auditor-does = reads the audit log
desk-role-operator-does = people, settings, mail, backup
desk-invited-title = Invitation for { $name }
desk-invited-lead = Hand this link to { $name } in person or by a way only they can read. It works once and is shown only now.
desk-invited-link = Invitation link
desk-invited-back = Back to the people

## Audit

desk-audit-title = Audit log
desk-audit-lead = Who did what to which record. Never content, names or addresses.
desk-audit-verify = Check the chain
desk-audit-whole = { $n ->
    [one] The chain holds: one entry, none changed or missing.
   *[other] The chain holds: { $n } entries, none changed or missing.
  }
desk-audit-broken = The chain breaks at entry { $n }: it was changed, or one before it is missing. Tell the operator and keep a copy of the database.
desk-audit-truncated = The log ends at entry { $last }, but { $expected } were written: the last ones are missing. Tell the operator and keep a copy of the database.
desk-audit-seq = No.
desk-audit-when = When (UTC)
desk-audit-who = Who
desk-audit-what = What
desk-audit-object = On
desk-audit-empty = No entries.
desk-actor-console = console
desk-actor-system = system
desk-verb-screening-list = Looked at the screening desk
desk-verb-report-read-raw = Opened a raw report
desk-verb-report-release = Proposed or released a wording
desk-verb-report-confirm = Decided as second reader
desk-verb-report-redact-again = Hid more of a released wording
desk-verb-report-export = Exported released reports
desk-verb-burst-settle = Let a burst of reports count
desk-verb-report-list = Listed released reports
desk-verb-report-search = Searched released reports
desk-verb-search-index = Indexed released reports
desk-verb-report-read = Read a released report
desk-verb-report-triage = Coded a report
desk-verb-digest-prepare = Prepared a digest
desk-verb-digest-read = Read a digest
desk-verb-digest-approve = Approved a digest
desk-verb-digest-readers = Changed or read the list of readers
desk-verb-people-manage = Managed people
desk-verb-people-accept = Accepted an invitation
desk-verb-people-own = Changed own pass-phrase, passkeys or recovery codes
desk-verb-people-end-sessions = Ended own other sessions
desk-verb-keys-grant-screening = Handed on the screening key
desk-verb-keys-init = Made the keys
desk-verb-audit-read = Read the audit log
desk-verb-audit-cut = Cut off old audit entries
desk-verb-retention-alarm = Stopped destroying, or went on
desk-verb-retention-confirm = Confirmed that destroying may go on
desk-verb-backup-restore = Brought a backup back
desk-verb-dictionary-manage = Changed the organisation’s own list
desk-verb-dictionary-add = Added a term to the organisation’s own list
desk-verb-digest-unsubscribe = A reader left

## Writing a letter

desk-level-outside = Outside
desk-level-all-staff = All staff
desk-level-safety-team = Safety team
desk-readers-level = Who they are
desk-digest-editions = Editions of this issue
desk-digest-preview = Preview
desk-digest-talk = Page for a five-minute talk
desk-digest-write = Choose what it tells
desk-editor-lead = Choose what the letter tells beside its figures, and look at it in every form. Nothing is kept until you freeze it.
desk-editor-deeds = You said, we did
desk-editor-deeds-hint = Up to four. The verdict is added where printed figures allow one.
desk-editor-story = Story to learn from
desk-editor-no-story = none
desk-editor-asks = What readers are asked to do
desk-editor-asks-hint = Up to three, each with a post and a month.
desk-editor-ask-what = Please do
desk-editor-question = Question for the team
desk-editor-question-hint = Left empty, it is the month’s own question.
desk-editor-edition = Edition shown in the preview
desk-editor-show-html = Show the letter
desk-editor-show-dark = Show it in dark
desk-editor-show-text = Show the text
desk-editor-freeze-hint = Freezing ends the writing: a second person approves exactly these letters, or nobody does.
digest-pace = Letters speak of another length of time here, or of these months already. Choose one of those offered.
digest-changed = This issue is not what was frozen. Nothing of it is shown or sent. An operator has to look at the database.
problem-too-many = These are too many for one page.
problem-ask-incomplete = Each of these needs what, who and a month such as 2026-05.
problem-line-too-long = This is too long for a letter that is read standing up.
