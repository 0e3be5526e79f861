# Was Meldende und Leserinnen und Leser des Rundbriefs sehen. Einfache Wörter, kurze Sätze, keine Vorwürfe.

## Frame

frame-skip = Zum Inhalt
frame-language = Sprache
frame-foot = Diese Seite setzt keine Cookies, lädt nichts von anderswo und behält Ihre Adresse nicht.

## Landing page

landing-title = Fast wäre etwas schiefgegangen? Sagen Sie es hier.
landing-lead = { $organisation } lernt aus Beinahe-Ereignissen, bevor jemand zu Schaden kommt. Sie brauchen kein Konto und nennen keinen Namen.
landing-notfor-title = Das ist nicht der Ort für
landing-notfor-danger = Gefahr in diesem Augenblick. Rufen Sie zuerst den Notruf oder sagen Sie der verantwortlichen Person Bescheid. Melden können Sie danach.
landing-notfor-accident = Einen Unfall mit schwer Verletzten oder eine Straftat. Wenden Sie sich an Ihre Leitung, die Polizei oder die Behörde. Hier kann niemand schnell genug handeln.
landing-notfor-person = Eine Beschwerde über eine Person, oder Lohn und Vertrag. Dabei helfen die Personalvertretung oder das Personalbüro.
landing-notfor-anyway = Wenn Sie so etwas trotzdem senden, lesen es die Prüfenden und müssen den Inhalt vielleicht weitergeben.
landing-promise-title = Was wir versprechen
landing-promise-nobody = Kein Name, kein Konto, kein Cookie. Wir behalten weder Ihre Internetadresse noch Ihr Gerät noch die Uhrzeit. Vom Datum bleibt nur die Woche.
landing-promise-sealed = Ihre Worte werden versiegelt, bevor sie gespeichert werden. Nur Prüfende können sie öffnen, und jedes Öffnen wird festgehalten.
landing-promise-removed = Namen, Daten und anderes, was auf Sie oder Kolleginnen und Kollegen hinweisen könnte, wird entfernt, bevor sonst jemand es liest.
landing-promise-receipt = Sie bekommen neun Wörter. Mit ihnen, und nur mit ihnen, können Sie später sehen, was aus Ihrer Meldung geworden ist.
landing-promise-saved = Wenn wir „Angekommen“ sagen, ist sie sicher gespeichert. Wenn sie nicht gespeichert wurde, sagen wir es Ihnen.
landing-limits-title = Was wir nicht versprechen können
landing-limits-device = Wir können nicht verbergen, dass dieses Gerät diese Seite geöffnet hat. Nehmen Sie keinen Rechner, kein Telefon und kein Netz Ihres Arbeitgebers, wenn Sie ihm nicht trauen.
landing-limits-style = Was nur Sie wissen konnten, oder wie Sie schreiben, kann Sie gegenüber jemandem verraten, der dabei war.
landing-limits-typed = Einen Namen, den Sie schreiben, sieht die Person, die ihn entfernen soll.
landing-limits-law = Ein Gericht kann anordnen, dass wir herausgeben, was es gibt. Darum behalten wir so wenig.
landing-report = Etwas melden
landing-report-hint = Etwa drei Minuten. Vor dem Senden sehen Sie, was verdeckt wird.
landing-receipt = Ich habe neun Wörter
landing-staff = Anmeldung für Mitarbeitende

## Report form

report-title = Melden
report-lead = Sagen Sie, was fast schiefgegangen wäre, was schiefgehen könnte oder was gut ging. Nur zwei Fragen brauchen eine Antwort.
report-before-title = Bevor Sie schreiben
report-before-notfor = Nicht für Gefahr in diesem Augenblick, Unfälle mit schwerem Schaden, Straftaten oder Beschwerden über eine Person.
report-before-device = Nicht von Arbeitsgeräten oder aus einem Arbeitsnetz, denen Sie nicht trauen: Wir können nicht verbergen, dass Sie hier waren.
report-before-kept = Kein Name, keine Adresse, kein Cookie, keine Sendezeit wird behalten. Namen und Daten in Ihrem Text werden verdeckt, bevor Auswertende ihn lesen.
report-before-limits = Was nur Sie wissen konnten, kann Sie trotzdem verraten. Ein Gericht kann anordnen, dass wir herausgeben, was es gibt.
report-before-more = Alle Versprechen und Grenzen
report-words-title = Ihre neun Wörter
report-words-text = Wenn die Verbindung nach dem Senden abbricht, finden diese Wörter Ihre Meldung trotzdem. Schreiben Sie sie jetzt oder nach dem Senden ab. Sonst hat sie niemand.
report-required = Antwort nötig
report-optional = Das alles dürfen Sie weglassen. Jede Antwort hilft ein wenig.
report-optional-title = Mehr, wenn Sie mögen
report-kind = Was ist es?
report-narrative = Was ist geschehen?
report-narrative-hint = Was gerade getan wurde, was Ihnen auffiel, was es aufgehalten hat. Schreiben Sie ruhig „eine Pflegerin“ oder „Bett 4“: Wir verdecken, was auf Menschen hinweist.
report-narrative-limit = Bis zu 20.000 Zeichen.
report-urgent = Bald könnte jemand zu Schaden kommen: sofort zeigen
report-urgent-hint = Sonst warten Meldungen, bis mehrere da sind, und werden in gemischter Reihenfolge gezeigt, damit niemand erkennt, wann Sie Ihre gesendet haben. Kreuzen Sie es nur an, wenn es nicht warten kann: Sie geben diesen Schutz auf.
report-when = Wann und wo
report-month = Monat
report-day-part = Tageszeit
report-area = Wo
report-area-hint = Kleine Bereiche sehen die Auswertenden nur in weiterer Form.
report-phase = Was gerade getan wurde
report-stopped = Was es bemerkt und aufgehalten hat
report-detection = Wie wurde es bemerkt?
report-recovery = Was hat es aufgehalten?
report-weight = Wie schlimm, wie oft
report-severity = Was hätte geschehen können?
report-frequency = Wie oft haben Sie es gesehen?
report-worry = Wie sehr beunruhigt es Sie?
report-idea-group = Ihre Idee, und Sie
report-idea = Was würde helfen?
report-idea-hint = Eine Idee zur Abhilfe, wenn Sie eine haben. Bis zu 2.000 Zeichen.
report-role = Ihre Aufgabe
report-role-hint = Auswertende sehen sie nie. Sie dient nur dazu, abzuschätzen, wie viele Menschen Sie sein könnten.
report-contact = Dürfen wir Sie etwas fragen?
report-contact-hint = Antworten können über Ihre neun Wörter kommen. Sie können auch einen Abschnitt mit Ihrem Namen dalassen, getrennt vom Bericht versiegelt.
report-consent = Darf die Geschichte weitererzählt werden, ohne alles, was auf Menschen hinweist?
report-preview = Ansehen, was verdeckt wird
report-send-now = Ohne Ansehen senden
report-send-hint = Gespeichert wird erst, wenn Sie senden.
report-problems-title = Etwas braucht eine andere Antwort
report-problems-text = Alles, was Sie geschrieben haben, ist noch da.

## Answers

answer-blank = bitte wählen …
answer-dont-know = Weiß ich nicht
answer-rather-not = Möchte ich nicht sagen
kind-near-miss = Fast wäre es schiefgegangen
kind-near-miss-hint = Etwas war dabei, schiefzugehen, und Glück oder jemandes Aufmerksamkeit hat es aufgehalten.
kind-unsafe-condition = Es könnte jeden Tag schiefgehen
kind-unsafe-condition-hint = Noch ist nichts geschehen, aber die Falle ist da.
kind-went-well = Es ging gut
kind-went-well-hint = Etwas wurde so gut bemerkt oder gemacht, dass andere davon wissen sollten.
day-part-night = Nacht
day-part-morning = Vormittag
day-part-afternoon = Nachmittag
day-part-evening = Abend
severity-none = Niemand wäre verletzt worden
severity-minor = Leicht verletzt
severity-moderate = Verletzt, mit Behandlung
severity-severe = Schwer verletzt
severity-fatal = Jemand hätte sterben können
frequency-first = Zum ersten Mal
frequency-sometimes = Manchmal
frequency-often = Oft
frequency-daily = Jeden Tag
worry-little = Ein wenig
worry-somewhat = Ziemlich
worry-very = Sehr
worry-urgent = Es darf nicht warten
contact-none = Nein
contact-receipt = Ja, über meine neun Wörter
contact-identity = Ja, so bin ich zu erreichen
report-strip = Namensabschnitt
report-strip-hint = Nur wenn Sie „so bin ich zu erreichen“ gewählt haben. Er wird getrennt von Ihrem Text versiegelt. Niemand kann ihn allein öffnen: Zwei Vertrauenspersonen müssen sich einig sein und einen Grund nennen, und Sie sehen es mit Ihren neun Wörtern. Er wird 72 Stunden nach dem Rückruf vernichtet, spätestens nach 30 Tagen.
report-strip-1 = Name
report-strip-2 = Wie Sie zu erreichen sind
report-strip-3 = Wann wir anrufen sollen
problem-strip-long = Das ist zu lang oder enthält Zeichen, die nicht aufbewahrt werden können. Bitte kürzen.
problem-strip-reach = Bitte sagen Sie, wie Sie zu erreichen sind, oder wählen Sie oben eine andere Antwort.
problem-strip-unchosen = Sie haben Angaben für einen Rückruf geschrieben. Wählen Sie „so bin ich zu erreichen“, um sie zu senden, oder leeren Sie die Felder.
problem-strip-closed = Ein Abschnitt kann hier im Moment nicht abgegeben werden. Bitte wählen Sie eine andere Antwort und leeren Sie die Felder.
consent-yes = Ja
consent-ask = Erst mich fragen, über meine neun Wörter
consent-no = Nein

## What is wrong with a field

problem-empty = Schreiben Sie hier ein paar Worte. Es darf kurz sein.
problem-unreadable = Einige Zeichen sind nicht als Text angekommen (gezeigt als „�“). Tippen Sie sie neu oder nehmen Sie sie heraus.
problem-too-long = Das ist zu lang. Kürzen Sie es: Abgeschnitten wurde nichts.
problem-unknown-choice = Wählen Sie eine der Antworten auf der Liste.
problem-kind = Wählen Sie eine der drei Antworten.
problem-words-in-text = Ihre neun Wörter stehen im Text. Nehmen Sie sie heraus: Wer sie liest, könnte Ihre Meldung nachschlagen. Gesendet wurde nichts.

## When something is in the way

report-not-saved-title = Nicht gespeichert
report-stale = Dieses Formular war zu alt, darum ist noch nichts gespeichert. Die Wörter von vorhin gelten nicht mehr. Unten stehen neue; Ihr Text ist noch da. Bitte senden Sie ihn noch einmal.
report-again = Noch einmal senden
report-different = Unter den Wörtern dieses Formulars liegt schon eine andere Meldung. Vielleicht sind Sie zurückgegangen und haben den Text geändert. Dieser Text ist noch nicht gespeichert; er hat jetzt neue Wörter. Senden Sie ihn, wenn es eine neue Meldung ist.
report-unavailable = Ihre Meldung wurde nicht gespeichert: Der Speicher ist nicht erreichbar. Ihr Text ist noch hier und nirgends sonst. Warten Sie eine Minute und senden Sie noch einmal. Die Wörter bleiben dieselben, zweimal senden schadet also nicht.
report-broken = Ihre Meldung wurde nicht gespeichert: Hier ist etwas kaputt, und es liegt nicht an Ihnen. Ihr Text ist noch hier und nirgends sonst. Kopieren Sie ihn und versuchen Sie es später.
intake-not-open = Dieser Dienst kann noch keine Meldungen annehmen: Es ist niemand da, der sie prüft. Ihr Text wurde nicht gespeichert.
conflict-changed = Jemand anderes hat das im selben Augenblick geändert. Laden Sie die Seite neu und wiederholen Sie, was Sie getan haben.

## Preview

preview-title = Was verdeckt wird
preview-lead = So würden Auswertende Ihre Meldung lesen. Noch ist nichts gespeichert.
preview-legend = Markierte Wörter werden durch das ersetzt, was in Klammern steht. Nur Sie und die prüfende Person sehen, was dort stand.
preview-narrative = Was geschehen ist
preview-idea = Was helfen würde
preview-none = Wir haben nichts gefunden, was zu verdecken wäre. Lesen Sie noch einmal: Steht da etwas, das nur Sie wissen konnten?
preview-list-title = Verdeckt, und warum
preview-count = { $n ->
    [one] Eine Stelle wird verdeckt.
   *[other] { $n } Stellen werden verdeckt.
}
preview-doubt = im Zweifel: die prüfende Person entscheidet
preview-doubt-legend = Eine gepunktete Linie heißt Zweifel: Die prüfende Person entscheidet.
preview-was = vorher:
preview-screener = Ein Mensch prüft alles noch einmal und verdeckt, was uns entgangen ist.
meter-title = Wie viele Menschen könnten Sie sein?
meter-fits = { $n ->
    [0] Niemand in unseren Kopfzahlen passt zu Ihrer Auswahl. Sie könnte direkt auf Sie zeigen.
    [one] Ungefähr eine Person passt zu Ihrer Auswahl. Sie könnte direkt auf Sie zeigen.
   *[other] Ungefähr { $n } Menschen passen zu Ihrer Auswahl.
}
meter-few = Weniger als zehn: Ihr Bereich wird den Auswertenden nicht gezeigt.
meter-drop-role = Aufgabe weglassen: dann etwa { $n }
meter-drop-area = Ort weglassen: dann etwa { $n }
preview-send = Senden
preview-change = Etwas ändern
span-person = Person
span-email = E-Mail-Adresse
span-phone = Telefonnummer
span-url = Webadresse
span-username = Benutzername
span-id = Nummer, die auf jemanden hinweist
span-vehicle = Fahrzeug
span-org = Organisation
span-location = Ort
span-date = Datum
span-time = Uhrzeit
span-age = Alter
span-role-unique = Stelle, die nur eine Person hat
span-other-id = Etwas, das auf eine Person hinweist

## Received

received-title = Angekommen
received-lead = Ihre Meldung ist sicher gespeichert. Danke.
received-words-title = Ihre neun Wörter
received-words-text = Schreiben Sie sie auf, drucken Sie diese Seite oder fotografieren Sie sie. Mit ihnen sehen Sie, was aus Ihrer Meldung wird. Ohne sie kann niemand sie für Sie finden.
received-line = In einer Zeile, zum Kopieren
received-qr-text = Das Quadrat enthält dieselben neun Wörter und sonst nichts.
received-qr-label = Die neun Wörter als QR-Code
received-next-title = Wie es weitergeht
received-next-1 = Eine prüfende Person liest sie und entfernt, was auf Menschen hinweisen könnte.
received-next-2 = Auswertende lesen den Rest und fragen, was es möglich gemacht hat, nicht wer es war.
received-next-3 = Sehen Sie in zwei oder drei Wochen mit Ihren Wörtern wieder nach.
received-finish = Fertig, diese Seite löschen
received-finish-hint = Schließen Sie an einem gemeinsamen Rechner auch das Fenster.

## Looking up a report

receipt-title = Meldung nachschlagen
receipt-lead = Tippen Sie die neun Wörter, die Sie bekommen haben. Groß oder klein, mit Leerzeichen oder Bindestrichen: alles gut.
receipt-words = Neun Wörter
receipt-look = Nachschlagen
receipt-count = { $n ->
    [0] Tippen Sie die neun Wörter, die Sie bekommen haben.
    [one] Das ist ein Wort. Es sollten neun sein.
   *[other] Das sind { $n } Wörter. Es sollten neun sein.
}
receipt-word = Wort Nummer { $n } steht nicht auf unserer Liste. Prüfen Sie, wie es geschrieben wird.
receipt-unknown = Zu diesen Wörtern gibt es keine Meldung. Prüfen Sie Reihenfolge und Schreibweise. Wenn Sie nie auf die Seite „Angekommen“ gelangt sind, wurde sie vielleicht nicht gespeichert: Bitte senden Sie sie noch einmal.
receipt-found-title = Ihre Meldung
receipt-here = hier ist sie jetzt
receipt-past = erledigt
receipt-ahead = kommt noch
stage-received = Angekommen
stage-received-text = Sie ist gespeichert und versiegelt. Sie wartet, bis sie zusammen mit anderen gezeigt werden kann.
stage-screening = Wird geprüft
stage-screening-text = Eine prüfende Person entfernt, was auf Menschen hinweisen könnte.
stage-released = Bei den Auswertenden
stage-released-text = Sie lesen den bereinigten Text und fragen, was es möglich gemacht hat.
stage-learning = Es wird daraus gelernt
stage-learning-text = Sie fließt in eine Besprechung oder eine Änderung der Arbeit ein.
stage-closed = Abgeschlossen
stage-closed-text = Mit dieser Meldung geschieht nichts mehr. Was daraus gelernt wurde, bleibt.
receipt-finish = Fertig, diese Seite löschen

## Leaving the digest

unsubscribe-title = Rundbrief abbestellen
unsubscribe-address-lead = Welche Adresse soll den Rundbrief nicht mehr bekommen?
unsubscribe-address = E-Mail-Adresse
unsubscribe-button = Abbestellen
unsubscribe-token-lead = Ein Druck auf den Knopf, und diese Adresse bekommt keinen Rundbrief mehr.
unsubscribe-done-title = Erledigt
unsubscribe-done-token = Diese Adresse bekommt keinen Rundbrief mehr.
unsubscribe-done-address = Wenn diese Adresse auf der Liste stand, bekommt sie keinen Rundbrief mehr.
unsubscribe-unknown = Dieser Link gilt nicht mehr. Tippen Sie stattdessen die Adresse.
problem-address = Tippen Sie eine Adresse wie name@example.org.

## Errors

error-home = Zur ersten Seite
error-incident = Nummer für die Menschen, die diesen Dienst betreiben: { $number }
error-unreadable-title = Das konnten wir nicht lesen
error-unreadable-text = Es wurde nichts gespeichert. Gehen Sie zurück und versuchen Sie es noch einmal.
error-forbidden-title = Nicht erlaubt
error-forbidden-text = Das Formular kam nicht von dieser Seite oder war zu alt. Es wurde nichts geändert. Öffnen Sie die Seite neu und wiederholen Sie, was Sie getan haben.
error-missing-title = Hier ist nichts
error-missing-text = Prüfen Sie die Adresse oder beginnen Sie auf der ersten Seite.
error-method-title = So geht es nicht
error-method-text = Die Adresse gibt es, aber nicht dafür. Beginnen Sie auf der ersten Seite.
error-slow-title = Es hat zu lange gedauert
error-slow-text = Der Text kam nicht rechtzeitig an. Es wurde nichts gespeichert. Gehen Sie zurück: Die meisten Browser haben noch, was Sie geschrieben haben. Senden Sie dann noch einmal.
error-conflict-title = Das geht jetzt nicht
error-conflict-text = Es wurde nichts geändert.
error-large-title = Das ist zu viel auf einmal
error-large-text = Was Sie gesendet haben, ist größer, als wir annehmen können. Es wurde nichts gespeichert. Gehen Sie zurück: Die meisten Browser haben noch, was Sie geschrieben haben. Kürzen Sie es und senden Sie noch einmal.
error-media-title = Diese Art von Daten können wir nicht lesen
error-media-text = Es wurde nichts gespeichert. Bitte benutzen Sie das Formular auf dieser Seite.
error-host-title = Falsche Adresse
error-host-text = Unter diesem Namen antwortet dieser Dienst nicht.
error-unavailable-title = Im Augenblick nicht verfügbar
error-unavailable-text = Der Speicher ist nicht erreichbar. Es wurde nichts geändert. Warten Sie eine Minute und versuchen Sie es noch einmal.
error-broken-title = Hier ist etwas kaputt
error-broken-text = Es liegt nicht an Ihnen. Es wurde nichts gespeichert. Versuchen Sie es später noch einmal.

## For other programs

api-bad-json-title = Nicht als JSON lesbar
api-bad-json-text = Senden Sie ein JSON-Objekt, wie in /api/v1/openapi.json beschrieben.
api-invalid-title = Einige Felder brauchen einen anderen Wert
api-invalid-text = Siehe „errors“.
api-stale-title = Der Beleg ist zu alt
api-stale-text = Holen Sie einen neuen von /api/v1/receipt und senden Sie noch einmal, oder senden Sie ohne.
api-different-title = Der Beleg ist vergeben
api-different-text = Unter diesen Wörtern liegt schon eine andere Meldung. Holen Sie neue von /api/v1/receipt.
