# Delivery of the digest: saying yes, trial letters, the light on the desk.

## The letter that asks, and its page

post-confirm-subject = { $organisation }: do you want the safety digest?
post-confirm-letter = The safety team of { $organisation } would like to send you its safety digest, one letter a month. Open this page and press the button if you want it:
post-confirm-letter-else = If you do not want it, do nothing: you will get no further letter.
post-confirm-title = Receive the digest
post-confirm-lead = Press the button and this address gets the safety digest of { $organisation }, one letter a month. Every letter has a way to stop.
post-confirm-button = Yes, send me the digest
post-confirm-done = Done. The next digest comes to this address.
post-confirm-unknown = This link no longer works. Ask the safety team to add your address again.

## Readers on the desk

post-readers-asking = New readers are asked by letter first; digests follow once they have said yes.
post-readers-asked = Asked, no answer yet
post-readers-bounced = Stopped: letters came back
desk-done-reader-asked = Reader added. A letter asks them whether they want the digest.

## Trial letter

post-trial-subject = { $organisation }: trial letter
post-trial-letter = This is a trial letter from the reporting service of { $organisation }. If you can read it, letters arrive. Nothing needs to be done.
post-trial-title = Send a trial letter
post-trial-lead = Sends one letter at once and shows what the mail server says. The address is not kept.
post-trial-do = Send
post-trial-sent = The mail server has taken the letter
post-trial-look = Look into the mailbox, and into its junk folder.
post-trial-not-sent = The letter has not left
post-trial-said = The mail server said:
post-stage-connect = The mail server could not be reached.
post-stage-encrypt = The connection could not be encrypted, or the certificate is not the right one. Nothing is ever sent without encryption.
post-stage-sign-in = The mail server refused the user name or the password.
post-stage-letter = The connection works; the mail server refused this letter.
post-failure-transient = This may pass: a real letter would be tried again by itself.
post-failure-permanent = This will not pass by itself: a real letter to this address would be given up.
post-failure-configuration = No letter goes out until the mail settings or the mail server are mended.

## The light

post-light-title = Delivery of the digest
post-light-green = Green
post-light-amber = Amber
post-light-red = Red
post-light-delivered = The newest digest has reached all its readers' mail servers.
post-light-waiting = Letters wait for their next attempt.
post-light-some-lost = Some letters were given up or came back.
post-light-due = The last month has no approved digest yet.
post-light-changed = A frozen digest is not what was frozen. None of its letters goes out.
post-light-blocked = No letter goes out until the mail settings or the mail server are mended.
post-light-none-arrived = No letter of the newest digest has arrived.
post-light-late = The last month's digest is more than two weeks late.

## Audit

desk-verb-digest-confirm = A reader said yes
desk-verb-digest-bounce = A letter came back
desk-verb-mail-try = Sent a trial letter
desk-verb-mail-watch = Looked at the delivery of letters
