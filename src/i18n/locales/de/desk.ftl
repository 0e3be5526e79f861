# Candor, Seite der Mitarbeitenden: Anmeldung und Arbeitsplatz.

## Rahmen

desk-nav-label = Arbeitsplatz
desk-nav-home = Start
desk-nav-screening = Prüfung
desk-nav-reports = Meldungen
desk-nav-digest = Rundbrief
desk-nav-readers = Empfänger
desk-nav-people = Personen
desk-nav-dictionary = Eigene Liste
desk-nav-audit = Protokoll
desk-sign-out = Abmelden
desk-key-open = Prüfschlüssel offen
desk-key-locked = Prüfschlüssel verschlossen
desk-key-none = Noch kein Prüfschlüssel
desk-save = Speichern
desk-not-given = ohne Angabe
desk-month = { $month } { $year }
desk-foot = Die Arbeit hier wird protokolliert: wer was getan hat, nie was gelesen wurde.
desk-door-foot = Die Anmeldung setzt ein Cookie, das mit dem Browser endet. Nichts wird von anderswo geladen.
desk-urgent = Dringend
desk-urgent-why = Wer das gemeldet hat, bat darum, es sofort zu zeigen: Jemand könnte bald zu Schaden kommen.
desk-problems = Etwas braucht noch eine andere Antwort. Die Stelle ist unten markiert; alles Getippte ist noch da.
desk-older = Ältere
desk-newest = Zurück zu den neuesten

## Nachdem etwas getan wurde

desk-done-signed-out = Sie sind abgemeldet. In diesem Browser ist nichts vom Arbeitsplatz geblieben.
desk-done-released = Freigegeben. Die Auswertenden können den neuen Wortlaut jetzt lesen.
desk-done-proposed = Wortlaut vorgeschlagen. Eine zweite prüfende Person muss ihn bestätigen, bevor ihn Auswertende sehen.
desk-done-sent-back = Zurück zur Prüfung gegeben.
desk-done-granted = Schlüssel weitergegeben. Die Kollegin oder der Kollege kann Rohmeldungen jetzt öffnen.
desk-done-coded = Gespeichert.
desk-done-prepared = Der Rundbrief ist eingefroren. Eine zweite Person muss ihn genehmigen.
desk-done-approved = Genehmigt. Die Briefe sind unterwegs.
desk-done-retried = Die nicht zugestellten Briefe warten auf einen neuen Versuch.
desk-done-reader-added = Empfänger hinzugefügt.
desk-done-reader-removed = Empfänger entfernt.
desk-done-disabled = Konto geschlossen. Seine Sitzungen sind beendet.
desk-done-enabled = Konto wieder geöffnet.
desk-done-roles = Rollen geändert. Die Person muss sich neu anmelden.
desk-done-terms-added = Die Begriffe stehen auf der Liste.
desk-done-terms-removed = Von der Liste entfernt.
desk-done-terms-none = So etwas stand nicht auf der Liste.
desk-done-remembered = Steht ab jetzt auf der Liste.
desk-done-retention = Bestätigt. Was fällig ist, wird mit dem nächsten Lauf vernichtet, in etwa einer Minute.

## Ablehnungen

desk-lapsed-title = Sie wurden abgemeldet
desk-lapsed-text = Es wurde nichts gespeichert: Die Sitzung endete nach 15 Minuten ohne Tätigkeit oder nach 8 Stunden. Melden Sie sich neu an und öffnen Sie die Seite noch einmal.
desk-lapsed-kept = Das hatten Sie getippt; hier können Sie es kopieren:
case-changed = Jemand anderes hat diese Meldung inzwischen geändert. Ihr Text steht noch im Formular, das Gespeicherte daneben. Speichern Sie noch einmal, um es zu ersetzen.
release-open-questions = Beantworten Sie zuerst die offenen Zweifel: verbergen oder behalten. Es wurde nichts freigegeben.
release-same-person = Jemand anderes muss diesen Wortlaut freigeben: Sie haben ihn vorgeschlagen.
digest-exists = Für diesen Monat gibt es schon einen Rundbrief.
digest-month-open = Dieser Monat ist noch nicht lange genug vorbei. Ein Rundbrief kann ab einer Woche nach Monatsende vorbereitet werden.
digest-same-person = Jemand anderes muss diesen Rundbrief genehmigen, oder er ist schon genehmigt.
digest-spent = Kein Rundbrief: Für diesen Monat wurde das Rauschen schon gezogen; ein zweites Mal geschieht das nicht.
digest-book = Kein Rundbrief: Das Rauschbuch neben den Ankern des Protokolls ist kürzer als zuvor. Legen Sie das neueste zurück.
digest-noise-preview = Keine Vorschau: Mit Rauschen wäre sie eine weitere Ziehung. Frieren Sie den Monat ein, um seine Zahlen zu sehen.
digest-refused = Kein Rundbrief: Neben den früheren gelegt, würden seine Zahlen eine kleine Anzahl verraten.
desk-no-key = Sie haben den Prüfschlüssel noch nicht. Eine andere prüfende Person gibt ihn auf ihrer Prüfseite an Sie weiter.
desk-locked = Der Prüfschlüssel ist verschlossen. Geben Sie Ihren Passsatz ein, um ihn zu öffnen.

## Anmeldung

desk-sign-in-title = Am Arbeitsplatz anmelden
desk-sign-in-lead = Für alle, die prüfen, auswerten, herausgeben oder das System betreiben. Um etwas zu melden, brauchen Sie kein Konto.
desk-sign-in-report = Etwas melden
desk-email = E-Mail-Adresse
desk-passphrase = Passsatz
desk-code = Einmalcode
desk-code-hint = Sechs Ziffern aus Ihrer Authentifizierungs-App oder einer Ihrer Notfallcodes.
desk-sign-in = Anmelden
desk-sign-in-wrong = Adresse, Passsatz und Code passen nicht zusammen. Prüfen Sie alle drei; ein Code gilt nur einmal. Nach mehreren Fehlversuchen eine Minute warten.
desk-sign-in-wait = Zu viele Versuche. Warten Sie { $n ->
    [one] eine Sekunde
   *[other] { $n } Sekunden
  } und versuchen Sie es noch einmal.
desk-sign-in-unavailable = Die Anmeldung geht im Augenblick nicht. Versuchen Sie es in einer Minute noch einmal.
desk-demo-title = Erfundene Personen
desk-demo-lead = Das ist eine Vorführung mit erfundenen Daten. Alle hier können sich anmelden; der Knopf trägt Passsatz und Code für Sie ein.
desk-demo-once = Ein Code gilt einmal. Dieselbe Person noch einmal anzumelden dauert bis zu 30 Sekunden.
desk-demo-as = Anmelden als { $name }
desk-demo-code = Code jetzt

## Einladung

desk-set-up-title = Ihr Konto einrichten
desk-set-up-lead = Willkommen, { $name }. Wählen Sie einen Passsatz und verbinden Sie eine Authentifizierungs-App. Der Link gilt einmal.
desk-set-up-passphrase-title = 1. Passsatz
desk-set-up-passphrase-rules = Mindestens 15 Zeichen. Vier oder fünf Wörter, die nicht zusammengehören, merkt man sich leicht und errät man schwer; Leerzeichen sind willkommen. Nicht der Name der Organisation und nichts, was Sie anderswo benutzen.
desk-set-up-again = Derselbe Passsatz noch einmal
desk-set-up-key = Ihr Passsatz öffnet auch Ihren Schlüssel. Niemand kann ihn zurücksetzen, ohne Ihnen diesen Schlüssel zu nehmen.
desk-set-up-code-title = 2. Authentifizierungs-App
desk-set-up-qr = QR-Code für Ihre Authentifizierungs-App
desk-set-up-scan = Lesen Sie dieses Bild mit einer Authentifizierungs-App auf Ihrem Telefon ein, oder tippen Sie den Schlüssel dort ab.
desk-set-up-secret = Schlüssel
desk-set-up-code = Code, den die App jetzt zeigt
desk-set-up-finish = Fertig
desk-set-up-problems = Etwas braucht noch eine andere Antwort. Die Stelle ist unten markiert; tippen Sie Passsatz und einen neuen Code noch einmal.
desk-set-up-gone-title = Dieser Link geht nicht
desk-set-up-gone = Er wurde schon benutzt, ist zu alt oder unvollständig. Bitten Sie um einen neuen, wer Sie eingeladen hat.
problem-passphrase-short = Nehmen Sie mindestens 15 Zeichen.
problem-passphrase-long = Nehmen Sie höchstens 256 Zeichen.
problem-passphrase-common = Dieser steht auf Listen häufiger Passsätze oder ist dem Namen der Organisation oder Ihrem zu ähnlich. Wählen Sie einen anderen.
problem-code = Dieser Code passt nicht. Prüfen Sie die Uhr Ihres Telefons und tippen Sie den Code, den es jetzt zeigt.
desk-problem-again = Die beiden Passsätze sind verschieden.

## Öffnen

desk-unlock-title = Prüfschlüssel öffnen
desk-unlock-lead = Rohmeldungen sind versiegelt. Ihr Passsatz öffnet sie, solange Sie daran arbeiten; nach fünf Minuten ohne Tätigkeit sind sie wieder versiegelt.
desk-unlock-kept = Ihre Entscheidungen sind noch da und gehen mit.
desk-unlock = Schlüssel öffnen
desk-unlock-wrong = Dieser Passsatz öffnet den Schlüssel nicht.

## Passkeys, Nachweis und das eigene Konto

desk-passkey-use = Passkey statt Code benutzen
desk-passkey-failed = Der Browser hat keinen Passkey für diese Seite, oder die Anfrage wurde abgebrochen. Versuchen Sie es noch einmal oder nehmen Sie einen Code.
desk-confirm-title = Sind Sie es noch?
desk-confirm-lead = Was Sie vorhaben, braucht einen frischen Nachweis, nicht älter als fünf Minuten. Nichts, was Sie getippt haben, geht verloren; es geht von hier aus weiter.
desk-confirm-do = Bestätigen und weiter
desk-confirm-leave = Lassen und zurück zum Arbeitsplatz
desk-confirm-wrong = Passsatz und zweiter Faktor passen nicht zusammen. Ein Code gilt nur einmal.
desk-done-confirmed = Bestätigt. Fünf Minuten lang werden Sie nicht wieder gefragt.
desk-done-passphrase = Ihr Passsatz ist geändert. Ihre anderen Sitzungen sind beendet.
desk-done-passkey-added = Passkey hinzugefügt. Er gilt ab der nächsten Anmeldung.
desk-done-passkey-removed = Passkey entfernt. Er öffnet hier nichts mehr.
desk-done-sessions-ended = Ihre anderen Sitzungen sind beendet.
desk-done-conflict-added = Vermerkt. Die Person sieht ab jetzt keine Meldungen dieser Einheit.
desk-done-conflict-removed = Aufgehoben. Die Person darf Meldungen dieser Einheit wieder sehen.
desk-set-up-done-title = Ihr Konto ist bereit
desk-set-up-done-lead = Bewahren Sie die Notfallcodes unten auf und melden Sie sich dann mit Ihrem Passsatz und einem neuen Code an.
desk-codes-title = Notfallcodes
desk-codes-once = Jeder davon ersetzt einmal einen Einmalcode, wenn Ihr Telefon nicht da ist. Sie werden nur dieses eine Mal gezeigt. Drucken oder schreiben Sie sie ab und verwahren Sie sie wie Schlüssel, nicht neben Ihrem Passsatz.
desk-codes-old = Die Codes, die Sie vorher hatten, gelten nicht mehr.
desk-me-title = Mein Konto
desk-me-link = { $name }: mein Konto
desk-me-lead = Womit Sie sich anmelden und wo Sie angemeldet sind. Niemand sonst sieht diese Seite.
desk-me-back = Zurück zu meinem Konto
desk-me-problems = Noch wurde nichts geändert. Was eine andere Antwort braucht, ist unten markiert.
desk-me-passkeys = Passkeys
desk-me-passkeys-lead = Ein Passkey ersetzt den Einmalcode: Telefon, Rechner oder Sicherheitsschlüssel fragt nach Finger, Gesicht oder PIN. Eine nachgemachte Seite kann ihn nicht täuschen. Den Passsatz brauchen Sie weiterhin, denn er öffnet Ihren Schlüssel.
desk-me-passkeys-script = Für einen Passkey braucht es einen Browser mit eingeschaltetem Skript unter der Adresse dieses Dienstes. Einmalcodes gehen ohne.
desk-me-passkeys-address = Dieser Dienst ist unter einer Zahl und nicht unter einem Namen erreichbar, deshalb bieten Browser hier keine Passkeys an. Einmalcodes tun dasselbe.
desk-me-passkey-name = Name des Passkeys
desk-me-passkey-name-hint = Damit Sie später wissen, welcher es ist, zum Beispiel: blauer Stick am Schlüsselbund.
desk-me-passkey-add = Passkey hinzufügen
desk-me-passkey-remove = Entfernen
desk-me-passkey-remove-which = { $name } entfernen
desk-me-passkey-late = Das hat zu lange gedauert, oder die Antwort wurde schon einmal geschickt. Versuchen Sie es noch einmal.
desk-me-passkey-refused = Der Passkey ließ sich nicht prüfen. Er muss nach Finger, Gesicht oder PIN fragen und auf einer Seite dieses Dienstes entstehen.
desk-me-passkey-many = Zehn Passkeys sind genug. Entfernen Sie zuerst einen.
problem-passkey-name = Geben Sie ihm einen Namen mit höchstens 60 Zeichen.
desk-me-codes-left = { $n ->
    [0] Sie haben keine Notfallcodes mehr.
    [one] Sie haben noch einen Notfallcode.
   *[other] Sie haben noch { $n } Notfallcodes.
  }
desk-me-codes-new = Zehn neue erzeugen
desk-me-passphrase = Passsatz ändern
desk-me-passphrase-ends = Ihr Schlüssel bleibt Ihrer. Jede Sitzung außer dieser endet.
desk-me-passphrase-old = Bisheriger Passsatz
desk-me-passphrase-new = Neuer Passsatz
desk-me-passphrase-do = Ändern
problem-passphrase-same = Das ist der, den Sie haben. Wählen Sie einen anderen.
desk-me-sessions = Wo Sie angemeldet sind
desk-me-sessions-lead = Höchstens zwei; eine dritte beendet die älteste. Welches Gerät es ist, wird nicht festgehalten. Zeiten in UTC.
desk-me-session-started = Angemeldet
desk-me-session-seen = Zuletzt benutzt
desk-me-session-this = diese
desk-me-sessions-end = Alle anderen Sitzungen beenden
desk-people-conflicts = Eigene Einheiten
desk-people-conflicts-hint = Wer eine Einheit leitet oder in ihr arbeitet, soll ihre Meldungen nicht lesen. Beim Auswerten sieht die Person nichts von einer Einheit auf dieser Liste; beim Prüfen muss sie deren Meldungen abgeben.
desk-people-conflict-area = Einheit
desk-people-conflict-add = Hinzufügen
desk-people-conflict-remove = Aufheben
desk-people-conflict-not = nicht { $area }
desk-unit-conflict = Befangen: abgeben. Diese Meldung betrifft eine Einheit, die Sie leiten oder in der Sie arbeiten; sie wurde wieder geschlossen, bevor Sie sie lesen konnten. Überlassen Sie sie jemand anderem.

## Start

desk-home-title = Was auf Sie wartet
desk-home-hello = Schön, dass Sie da sind, { $name }.
desk-home-nothing = Im Augenblick wartet nichts auf Sie.
desk-home-screen = { $n ->
    [0] Keine Meldung wartet auf die Prüfung
    [one] Eine Meldung wartet auf die Prüfung
   *[other] { $n } Meldungen warten auf die Prüfung
  }
desk-home-screen-urgent = { $n ->
    [0] Keine davon dringend
    [one] Eine davon dringend
   *[other] { $n } davon dringend
  }
desk-home-second = { $n ->
    [0] Kein Wortlaut wartet auf die zweite Lesung
    [one] Ein Wortlaut wartet auf die zweite Lesung
   *[other] { $n } Wortlaute warten auf die zweite Lesung
  }
desk-home-intake = { $n ->
    [0] Sonst ist nichts unterwegs
    [one] Eine weitere ist unterwegs
   *[other] { $n } weitere sind unterwegs
  }
desk-home-grants = { $n ->
    [one] Eine Person wartet auf den Prüfschlüssel
   *[other] { $n } Personen warten auf den Prüfschlüssel
  }
desk-home-new = { $n ->
    [0] Keine freigegebene Meldung ist noch nicht ausgewertet
    [one] Eine freigegebene Meldung ist noch nicht ausgewertet
   *[other] { $n } freigegebene Meldungen sind noch nicht ausgewertet
  }
desk-home-triage = { $n ->
    [0] Keine in Bearbeitung
    [one] Eine in Bearbeitung
   *[other] { $n } in Bearbeitung
  }
desk-home-high = { $n ->
    [0] Keine davon mit hohem Risiko
    [one] Eine davon mit hohem Risiko
   *[other] { $n } davon mit hohem Risiko
  }
desk-home-digest = Der Rundbrief für { $month } wartet auf die Genehmigung
desk-home-digest-none = Kein Rundbrief wartet auf die Genehmigung
desk-home-digest-due = Für { $month } ist noch kein Rundbrief vorbereitet
desk-home-dead = { $n ->
    [one] Ein Brief konnte nicht zugestellt werden
   *[other] { $n } Briefe konnten nicht zugestellt werden
  }
desk-home-invited = { $n ->
    [0] Alle Eingeladenen haben ihr Konto eingerichtet
    [one] Eine eingeladene Person hat ihr Konto noch nicht eingerichtet
   *[other] { $n } eingeladene Personen haben ihr Konto noch nicht eingerichtet
  }
desk-home-people = Personen verwalten
desk-home-readers = Empfänger des Rundbriefs verwalten
desk-home-dictionary = Liste der eigenen Begriffe verwalten
desk-home-audit = Protokoll lesen und seine Kette prüfen
desk-home-custodian = Zwei Treuhänder öffnen gemeinsam eine Identität. Hier werden keine Identitäten aufbewahrt, also kann nichts von Ihnen verlangt werden.
desk-retention-clock = Es wird nichts vernichtet: Die Uhr dieses Rechners weicht mehr als sieben Tage vom letzten Lauf ab.
desk-retention-raw = Es wird nichts vernichtet: Plötzlich ist mehr als ein Zehntel aller Rohmeldungen fällig.
desk-retention-identity = Es wird nichts vernichtet: Plötzlich ist mehr als ein Zehntel aller Identitätsabschnitte fällig.
desk-retention-receipt = Es wird nichts vernichtet: Plötzlich ist mehr als ein Zehntel aller Quittungen fällig.
desk-retention-released = Es wird nichts vernichtet: Plötzlich ist mehr als ein Zehntel aller freigegebenen Meldungen fällig.
desk-retention-lead = Prüfen Sie zuerst die Uhr und die Aufbewahrungsfristen. Was vernichtet ist, kommt nicht zurück. Stimmt beides, etwa nach langem Stillstand oder einer zurückgespielten Sicherung, lassen Sie es weiterlaufen.
desk-retention-confirm = Weiterlaufen lassen
retention-quiet = Im Moment wartet nichts auf eine Bestätigung.

## Prüfung

desk-screening-title = Prüfung
desk-screening-lead = Versiegelte Meldungen, wie sie ankamen. Lesen Sie eine, klären Sie, was auf jemanden hinweisen könnte, und geben Sie den Rest an die Auswertenden weiter.
desk-screening-empty = Nichts wartet auf die Prüfung.
desk-screening-intake = { $n ->
    [0] Sonst ist nichts unterwegs.
    [one] Eine weitere Meldung ist unterwegs. Sie kommt mit anderen zusammen, damit die Reihenfolge nicht verrät, wer wann geschrieben hat.
   *[other] { $n } weitere Meldungen sind unterwegs. Sie kommen zusammen, damit die Reihenfolge nicht verrät, wer wann geschrieben hat.
  }
desk-screening-report = Meldung
desk-screening-week = Eingang
desk-screening-state = Stand
desk-week = Woche { $week } in { $year }
desk-screening-open = Öffnen
desk-screening-read = Als Zweite lesen
desk-screening-second = Zwei prüfende Personen lesen jede Meldung: Eine schlägt den Wortlaut vor, eine andere gibt ihn frei.
desk-screening-single = Sie prüfen allein: Ihre Freigabe gilt sofort. Mit einer zweiten Person wäre es sicherer.
desk-grants-title = Warten auf den Prüfschlüssel
desk-grants-lead = Diese Personen haben ein Konto, können aber noch keine Rohmeldungen öffnen. Die Weitergabe des Schlüssels wird protokolliert.
desk-grant = Schlüssel weitergeben
desk-grants-locked = Öffnen Sie zuerst Ihren eigenen Schlüssel.

desk-redact-title = Meldung { $id } prüfen
desk-redact-raw = Wie geschrieben
desk-redact-raw-note = sehen nur Prüfende
desk-redact-result = Wie Auswertende es lesen
desk-redact-idea = Vorschlag zur Abhilfe
desk-redact-spans = Was auf jemanden hinweisen könnte
desk-redact-none = Die Suche hat nichts gefunden, was auf jemanden hinweisen könnte. Lesen Sie den Text selbst: Spitznamen aus dem Haus kennt sie nicht.
desk-redact-open = { $n ->
    [0] Jeder Zweifel ist beantwortet
    [one] Ein Zweifel ist noch offen
   *[other] { $n } Zweifel sind noch offen
  }
desk-redact-found = Fund
desk-redact-kind = Art
desk-redact-why = Grund
desk-redact-decide = Entscheidung
desk-redact-decide-for = Entscheidung zu Nummer { $n }
desk-redact-kind-for = Art von Nummer { $n }
desk-redact-hide = Verbergen
desk-redact-keep = Behalten
desk-redact-doubt = Zweifel
desk-redact-doubt-idea = im Vorschlag
desk-redact-also = Außerdem verbergen
desk-redact-also-hint = Wörter, die die Suche übersehen hat, je Zeile eine Wendung. Jede Stelle, an der sie stehen, wird verborgen.
desk-redact-remember = Einen Begriff auf die eigene Liste der Organisation setzen
desk-redact-remember-hint = Er wird ab jetzt in jeder Meldung markiert. Die Vorschau für Meldende nutzt ihn nicht, damit niemand sie fragen kann, wer in einer Meldung steht. Wird sofort gespeichert, was immer Sie hier entscheiden.
desk-redact-term = Begriff
desk-redact-remember-do = Hinzufügen
desk-redact-update = Vorschau erneuern
desk-redact-propose = Wortlaut vorschlagen
desk-redact-release = Freigeben
desk-redact-facts = Was die meldende Person gewählt hat
desk-redact-area-falls = Dort arbeiten weniger als zehn Personen: Auswertende sehen den Bereich nicht.
desk-redact-intruder = Könnte eine entschlossene Kollegin erkennen, wer das schrieb oder über wen? Lesen Sie die rechte Seite noch einmal, bevor sie hinausgeht.
desk-redact-keys = Tasten: J und K bewegen, H verbirgt, P behält, U erneuert die Vorschau.
desk-redact-proposed = Für diese Meldung ist schon ein Wortlaut vorgeschlagen; er wartet auf die zweite Lesung.
desk-redact-to-proposal = Vorschlag lesen

desk-proposal-title = Zweite Lesung von { $id }
desk-proposal-lead = Sie sehen nur, was Auswertende sähen. Könnte eine entschlossene Kollegin erkennen, wer das schrieb oder über wen?
desk-proposal-mine = Sie haben diesen Wortlaut vorgeschlagen. Eine andere prüfende Person muss ihn freigeben; Sie können ihn zurückholen und ändern.
desk-proposal-text = Vorgeschlagener Wortlaut
desk-proposal-facts = Grobe Angaben
desk-proposal-release = Freigeben
desk-proposal-back = Zurückgeben

## Was die Suche finden kann

desk-span-person = Person
desk-span-email = E-Mail-Adresse
desk-span-phone = Telefon
desk-span-url = Webadresse
desk-span-username = Benutzername
desk-span-id = Nummer
desk-span-vehicle = Fahrzeug
desk-span-org = Organisation
desk-span-location = Ort
desk-span-date = Datum
desk-span-time = Uhrzeit
desk-span-age = Alter
desk-span-role-unique = Stelle einer Person
desk-span-other-id = Anderes

## Angaben in Codes

desk-fact-kind = Art
desk-fact-month = Monat
desk-fact-day-part = Tageszeit
desk-fact-area = Bereich
desk-fact-phase = Tätigkeit
desk-fact-detection = Bemerkt durch
desk-fact-recovery = Aufgehalten durch
desk-fact-severity = Hätte werden können
desk-fact-frequency = Gesehen
desk-fact-worry = Sorge
desk-fact-role = Rolle
desk-fact-contact = Darf gefragt werden
desk-fact-consent = Darf erzählt werden
desk-kind-near-miss = Beinahe-Ereignis
desk-kind-unsafe-condition = Unsicherer Zustand
desk-kind-went-well = Gut gegangen
desk-day-part-night = Nacht
desk-day-part-morning = Vormittag
desk-day-part-afternoon = Nachmittag
desk-day-part-evening = Abend
desk-severity-none = Kein Schaden
desk-severity-minor = Leichter Schaden
desk-severity-moderate = Mittlerer Schaden
desk-severity-severe = Schwerer Schaden
desk-severity-fatal = Tod
desk-frequency-first = zum ersten Mal
desk-frequency-sometimes = manchmal
desk-frequency-often = oft
desk-frequency-daily = täglich
desk-worry-little = wenig
desk-worry-somewhat = etwas
desk-worry-very = sehr
desk-worry-urgent = es kann nicht warten
desk-contact-none = nein
desk-contact-receipt = über die neun Wörter
desk-consent-yes = ja
desk-consent-ask = erst fragen
desk-consent-no = nein
desk-rather-not = lieber nicht
desk-dont-know = weiß es nicht
desk-status-screening = Zu prüfen
desk-status-proposed = Wartet auf zweite Lesung
desk-status-released = Neu
desk-status-triage = In Bearbeitung
desk-status-learning = Im Lernen
desk-status-closed = Abgeschlossen
desk-closing-learned = Daraus gelernt
desk-closing-merged = Mit anderer Meldung vereint
desk-closing-no-action = Keine Maßnahme nötig
desk-closing-not-near-miss = Kein Beinahe-Ereignis
desk-closing-referred = An andere übergeben
desk-band-low = Niedrig
desk-band-medium = Mittel
desk-band-high = Hoch
desk-band-none = Nicht eingestuft

## Meldungen

desk-reports-title = Meldungen
desk-reports-count = { $n ->
    [0] Keine Meldung
    [one] Eine Meldung
   *[other] { $n } Meldungen
  }
desk-filter-legend = Liste eingrenzen
desk-filter-any = alle
desk-filter-status = Stand
desk-filter-area = Bereich
desk-filter-category = Gefahrenart
desk-filter-kind = Art
desk-filter-period = Monat der Freigabe
desk-filter-band = Risikostufe
desk-filter-urgent = Nur dringende
desk-filter-apply = Zeigen
desk-filter-clear = Alle zeigen
desk-reports-empty = Keine freigegebene Meldung passt.
desk-reports-none-yet = Noch ist nichts freigegeben. Meldungen kommen von der Prüfung hierher.
desk-search-legend = Im Text der Meldungen suchen
desk-search-label = Gesuchte Wörter
desk-search-hint = Alle Wörter müssen vorkommen, gleich in welcher Form. „Anführungszeichen“ halten Wörter zusammen, -Wort lässt Meldungen mit diesem Wort weg.
desk-search-do = Suchen
desk-search-title = Suche
desk-search-all = Alle Meldungen
desk-search-before = Bessere Treffer
desk-search-after = Weitere Treffer
desk-search-no-words = Darin ist kein Wort, nach dem gesucht werden kann. Sehr häufige kleine Wörter wie „der“ werden nicht gesucht.
desk-search-none = Keine freigegebene Meldung enthält diese Wörter. Weniger Wörter oder ein anderes Wort dafür finden vielleicht mehr.
desk-column-risk = Risiko
desk-column-report = Meldung
desk-column-area = Bereich
desk-column-status = Stand
desk-column-month = Freigegeben
desk-excluded = Nicht gezählt
desk-uncategorised = Ohne Gefahrenart

desk-case-title = Meldung { $id }
desk-case-narrative = Bericht
desk-case-facts = Was die meldende Person gewählt hat
desk-case-released-in = Freigegeben im { $month }
desk-case-coding = Auswertung
desk-case-category = Gefahrenart
desk-case-factors = Beitragende Umstände
desk-case-factors-hint = Bedingungen, die es wahrscheinlicher machten, nicht Menschen.
desk-case-risk = Risikoeinstufung des Ereignisses
desk-case-outcome = Wäre es weitergegangen: Was wäre am ehesten geschehen?
desk-case-barriers = Wie wirksam waren die Barrieren, die noch blieben?
desk-case-not-graded = Noch nicht eingestuft
desk-case-synopsis = Kurzfassung
desk-case-synopsis-hint = Ein oder zwei Sätze: was geschah, was es aufhielt. Höchstens 1.000 Zeichen.
desk-case-status = Stand
desk-case-closing = Grund des Abschlusses
problem-closing-missing = Sagen Sie, warum sie abgeschlossen wird.
desk-case-closing-hint = Nur nötig, wenn der Stand „Abgeschlossen“ ist.
desk-case-excluded = Bei allen Zahlen weglassen
desk-case-excluded-hint = Für Tests, Doppelte und Meldungen, die kein Beinahe-Ereignis beschreiben.
desk-case-no-choice = noch nichts
desk-case-saved = Inzwischen gespeichert
desk-outcome-negligible = Unerheblich
desk-outcome-minor = Gering
desk-outcome-major = Erheblich
desk-outcome-catastrophic = Katastrophal
desk-outcome-negligible-hint = kein nennenswerter Schaden
desk-outcome-minor-hint = leichte Verletzung, kleiner Schaden
desk-outcome-major-hint = schwere Verletzung, großer Schaden
desk-outcome-catastrophic-hint = Tod oder Totalverlust
desk-barriers-effective = Wirksam
desk-barriers-limited = Begrenzt
desk-barriers-minimal = Minimal
desk-barriers-none = Keine mehr
desk-band-low-action = Für Lernen und Verlauf nutzen.
desk-band-medium-action = Nachgehen oder genauer bewerten.
desk-band-high-action = Sofort handeln.

## Rundbrief

desk-digest-title = Rundbrief
desk-digest-lead = Ein Brief im Monat oder im Quartal, für alle Leser einer Stufe derselbe. Eine Person bereitet ihn vor, eine andere genehmigt ihn; danach ändert er sich nie mehr.
desk-digest-prepare = Rundbrief vorbereiten
desk-digest-month = Monat
desk-digest-freeze = Vorbereiten
desk-digest-all-prepared = Jeder abgeschlossene Monat des letzten Jahres hat seinen Rundbrief.
desk-digest-held-out = Noch nicht mitgezählt, weil weit mehr kam als sonst und niemand darüber entschieden hat: { $n } (Bereiche und Monate). Der Brief sagt das, und was eingefroren ist, bleibt ohne sie.
desk-digest-held-out-look = Ansehen
desk-digest-empty = Noch kein Rundbrief.
desk-digest-state = Stand
desk-digest-prepared-by = Vorbereitet von
desk-digest-approved-by = Genehmigt von
desk-digest-letters = Briefe
desk-digest-frozen = Wartet auf Genehmigung
desk-digest-approved = Genehmigt
desk-digest-console = der Konsole
desk-digest-somebody = jemandem, der kein Konto mehr hat
desk-digest-tally = { $sent } versandt, { $waiting } wartend, { $dead } nicht zugestellt
desk-digest-no-letters = noch keine
desk-digest-of = Rundbrief für { $month }
desk-digest-subject = Betreff
desk-digest-chart-alt = Text zum Diagramm
desk-digest-frozen-at = Eingefroren
desk-digest-hash = Fingerabdruck (SHA-256)
desk-digest-html = Der Brief
desk-digest-text = Sein Zwilling in reinem Text
desk-digest-approve = Genehmigen und senden
desk-digest-approve-lead = Lesen Sie ihn wie eine Führungskraft, im Stehen. Senden lässt sich nicht zurücknehmen.
desk-digest-reached = Briefe, die hinausgehen: { $n }.
desk-digest-reached-nearest = Leser, deren eigene Ausgabe fehlt und die die nächste bekommen: { $n }.
desk-digest-reached-none = Leser, die diesmal keinen Brief bekommen, weil sie nach dem Einfrieren dazukamen und keine Ausgabe für sie da ist: { $n }.
desk-digest-mine = Sie haben diesen Rundbrief vorbereitet, also muss ihn jemand anderes genehmigen: Vier Augen sehen mehr als zwei.
desk-digest-not-publisher = Eine herausgebende Person muss diesen Rundbrief genehmigen.
desk-digest-retry = Nicht zugestellte Briefe erneut versuchen

## Die eigene Liste der Organisation

desk-dictionary-title = Die eigene Liste der Organisation
desk-dictionary-lead = Namen von Beschäftigten, Spitznamen, Räume, Standorte, Vorhaben und Geräte. Candor verbirgt sie in jeder Meldung, auch abgekürzt, gebeugt oder vertippt.
desk-dictionary-kept = Die Liste wird versiegelt aufbewahrt und nie wieder gezeigt, weder hier noch anderswo. Nehmen Sie nur auf, was nötig ist: einen Namen und was er ist.
desk-dictionary-kind = Art
desk-dictionary-terms = Begriffe
desk-dictionary-count = { $n ->
    [0] Die Liste ist leer
    [one] Ein Begriff auf der Liste
   *[other] { $n } Begriffe auf der Liste
  }
desk-dictionary-from-reports = { $n ->
    [one] Einer davon wurde bei der Prüfung hinzugefügt
   *[other] { $n } davon wurden bei der Prüfung hinzugefügt
  }
desk-dictionary-add = Begriffe hinzufügen
desk-dictionary-form = Je Zeile ein Begriff, in Spalten:
desk-dictionary-file = Eine CSV-Datei (UTF-8)
desk-dictionary-paste = Oder hier einfügen
desk-dictionary-replace = An die Stelle der früher eingelesenen Begriffe setzen
desk-dictionary-add-do = Auf die Liste setzen
desk-dictionary-remove = Begriffe entfernen
desk-dictionary-remove-term = Ein Begriff, wie er auf der Liste steht
desk-dictionary-remove-term-do = Begriff entfernen
desk-dictionary-remove-kind = Oder eine ganze Art
desk-dictionary-remove-all = Alles
desk-dictionary-remove-kind-do = Entfernen
desk-dictionary-refused = Nichts wurde übernommen: Erst müssen einige Zeilen berichtigt werden.
desk-dictionary-line = Zeile { $n }:
problem-dictionary-term-missing = In der ersten Spalte steht kein Begriff.
problem-dictionary-term-short = Das ist zu kurz: mindestens zwei Buchstaben oder drei Ziffern, sonst würde es in jedem Satz verborgen.
problem-dictionary-term-long = Das ist zu lang: höchstens 120 Zeichen.
problem-dictionary-term-unreadable = Einige Zeichen kamen nicht als Text an. Speichern Sie die Datei als UTF-8.
problem-dictionary-kind-missing = In der zweiten Spalte steht keine Art.
problem-dictionary-kind-unknown = In der zweiten Spalte steht keine Art, die die Liste kennt.
problem-dictionary-columns = Es sind mehr als drei Spalten. Setzen Sie einen Begriff mit Komma in doppelte Anführungszeichen.
problem-dictionary-quote-open = Ein doppeltes Anführungszeichen wird geöffnet und nicht geschlossen.
problem-dictionary-empty = Es ist kein Begriff darin.
problem-dictionary-too-many = Die Liste hätte mehr als 60.000 Begriffe.

## Empfänger

desk-readers-title = Empfänger des Rundbriefs
desk-readers-lead = Adressen, die den monatlichen Rundbrief bekommen. Jeder Brief enthält einen Link zum Abbestellen; niemand braucht ein Konto.
desk-readers-add = Empfänger hinzufügen
desk-readers-language = Sprache
desk-readers-add-do = Hinzufügen
desk-readers-remove = Entfernen
desk-readers-remove-who = { $name } entfernen
desk-readers-empty = Noch bekommt niemand den Rundbrief.
desk-readers-count = { $n ->
    [0] Kein Empfänger
    [one] Ein Empfänger
   *[other] { $n } Empfänger
  }
desk-readers-active = Bekommt ihn
desk-readers-left = Abbestellt
desk-readers-state = Stand
desk-language-en = Englisch
desk-language-es = Spanisch
desk-language-fr = Französisch
desk-language-de = Deutsch

## Personen

desk-people-title = Personen
desk-people-lead = Alle mit einem Konto. Wer meldet, hat keines.
desk-people-name = Name
desk-people-roles = Rollen
desk-people-standing = Konto
desk-people-change = Ändern
desk-people-change-who = { $name } ändern
desk-people-you = Sie
desk-people-waits-key = wartet auf den Prüfschlüssel
desk-people-invite = Jemanden einladen
desk-people-invite-do = Einladung erstellen
desk-people-save-roles = Rollen speichern
desk-people-disable = Konto schließen
desk-people-enable = Konto wieder öffnen
desk-people-again = Neue Einladung erstellen
desk-people-again-hint = Bei vergessenem Passsatz oder verlorenem Telefon. Passsatz, Passkeys und Notfallcodes von vorher gelten sofort nicht mehr, und Prüfende brauchen den Prüfschlüssel von neuem.
desk-people-not-oneself = Das Konto, mit dem Sie angemeldet sind, können Sie nicht ändern. Bitten Sie eine andere Person im Betrieb.
desk-people-no-role = keine Rolle
desk-people-pairs = Manche Rollen gehen nicht zusammen, weil sie gemeinsam das Versprechen an die Meldenden aufheben könnten: Wer Treuhänder ist, prüft nicht, wertet nicht aus, betreibt nicht und revidiert nicht; wer betreibt, hat keine Rolle mit Meldungen; wer revidiert, hat keine andere.
problem-name = Schreiben Sie den Namen, wie ihn Kollegen kennen, mit höchstens 120 Zeichen.
problem-address-taken = Mit dieser Adresse hat schon jemand ein Konto.
problem-no-role = Wählen Sie mindestens eine Rolle.
problem-role-pair = Diese Rollen gehen bei einer Person nicht zusammen.
desk-people-clash = Eine Person kann nicht zugleich { $one } und { $other } sein. Wählen Sie eines davon oder fragen Sie jemand anderen.
desk-standing-invited = Eingeladen
desk-standing-active = In Gebrauch
desk-standing-disabled = Geschlossen
desk-role-screener = Prüfung
desk-role-analyst = Auswertung
desk-role-publisher = Herausgabe
desk-role-custodian = Treuhand
desk-role-auditor = Revision
desk-role-operator = Betrieb
desk-role-screener-does = liest Rohmeldungen und gibt sie frei
desk-role-analyst-does = wertet freigegebene Meldungen aus, bereitet Rundbriefe vor
desk-role-publisher-does = genehmigt und sendet Rundbriefe
desk-role-custodian-does = eine von zwei Personen, die eine Identität öffnen dürfen
desk-role-auditor-does = liest das Protokoll
desk-role-operator-does = Personen, Einstellungen, Post, Sicherung
desk-invited-title = Einladung für { $name }
desk-invited-lead = Geben Sie { $name } diesen Link persönlich oder auf einem Weg, den nur diese Person lesen kann. Er gilt einmal und wird nur jetzt gezeigt.
desk-invited-link = Einladungslink
desk-invited-back = Zurück zu den Personen

## Protokoll

desk-audit-title = Protokoll
desk-audit-lead = Wer was mit welchem Datensatz getan hat. Nie Inhalte, Namen oder Adressen.
desk-audit-verify = Kette prüfen
desk-audit-whole = { $n ->
    [one] Die Kette hält: ein Eintrag, keiner geändert oder verloren.
   *[other] Die Kette hält: { $n } Einträge, keiner geändert oder verloren.
  }
desk-audit-broken = Die Kette bricht bei Eintrag { $n }: Er wurde geändert, oder einer davor fehlt. Sagen Sie es dem Betrieb und bewahren Sie eine Kopie der Datenbank auf.
desk-audit-truncated = Das Protokoll endet bei Eintrag { $last }, geschrieben wurden aber { $expected }: Die letzten fehlen. Sagen Sie es dem Betrieb und bewahren Sie eine Kopie der Datenbank auf.
desk-audit-seq = Nr.
desk-audit-when = Wann (UTC)
desk-audit-who = Wer
desk-audit-what = Was
desk-audit-object = Woran
desk-audit-empty = Keine Einträge.
desk-actor-console = Konsole
desk-actor-system = System
desk-verb-screening-list = Prüfliste angesehen
desk-verb-report-read-raw = Rohmeldung geöffnet
desk-verb-report-release = Wortlaut vorgeschlagen oder freigegeben
desk-verb-report-confirm = In zweiter Lesung entschieden
desk-verb-report-redact-again = Mehr von einem freigegebenen Wortlaut verborgen
desk-verb-report-export = Freigegebene Meldungen exportiert
desk-verb-burst-settle = Eine Häufung von Meldungen zählen lassen
desk-verb-report-list = Freigegebene Meldungen aufgelistet
desk-verb-report-search = Freigegebene Meldungen durchsucht
desk-verb-search-index = Freigegebene Meldungen indiziert
desk-verb-report-read = Freigegebene Meldung gelesen
desk-verb-report-triage = Meldung ausgewertet
desk-verb-digest-prepare = Rundbrief vorbereitet
desk-verb-digest-read = Rundbrief gelesen
desk-verb-digest-approve = Rundbrief genehmigt
desk-verb-digest-readers = Empfängerliste gelesen oder geändert
desk-verb-people-manage = Personen verwaltet
desk-verb-people-accept = Einladung angenommen
desk-verb-people-own = Eigenen Passsatz, Passkeys oder Notfallcodes geändert
desk-verb-people-end-sessions = Eigene andere Sitzungen beendet
desk-verb-keys-grant-screening = Prüfschlüssel weitergegeben
desk-verb-keys-init = Schlüssel erzeugt
desk-verb-audit-read = Protokoll gelesen
desk-verb-audit-cut = Alte Protokolleinträge abgeschnitten
desk-verb-retention-alarm = Vernichten angehalten oder fortgesetzt
desk-verb-retention-confirm = Bestätigt, dass weiter vernichtet werden darf
desk-verb-backup-restore = Sicherung zurückgespielt
desk-verb-dictionary-manage = Eigene Liste der Organisation geändert
desk-verb-dictionary-add = Begriff auf die eigene Liste der Organisation gesetzt
desk-verb-digest-unsubscribe = Empfänger hat abbestellt

## Einen Rundbrief schreiben

desk-level-outside = Außenstehende
desk-level-all-staff = Alle Beschäftigten
desk-level-safety-team = Sicherheitsteam
desk-readers-level = Wer es ist
desk-digest-editions = Ausgaben dieses Rundbriefs
desk-digest-preview = Vorschau
desk-digest-talk = Seite für ein Gespräch von fünf Minuten
desk-digest-write = Auswählen, was er erzählt
desk-editor-lead = Wählen Sie, was der Rundbrief neben den Zahlen erzählt, und sehen Sie ihn in jeder Form an. Nichts wird gespeichert, bis Sie ihn einfrieren.
desk-editor-deeds = Sie haben gesagt, wir haben getan
desk-editor-deeds-hint = Bis zu vier. Das Urteil kommt dazu, wo gedruckte Zahlen eines erlauben.
desk-editor-story = Geschichte, aus der man lernt
desk-editor-no-story = keine
desk-editor-asks = Worum die Lesenden gebeten werden
desk-editor-asks-hint = Bis zu drei, jedes mit einer Stelle und einem Monat.
desk-editor-ask-what = Bitte tun
desk-editor-question = Frage für das Team
desk-editor-question-hint = Leer gelassen ist es die Frage des Monats.
desk-editor-edition = Ausgabe in der Vorschau
desk-editor-show-html = Rundbrief zeigen
desk-editor-show-dark = Dunkel zeigen
desk-editor-show-text = Text zeigen
desk-editor-freeze-hint = Einfrieren beendet das Schreiben: Eine zweite Person gibt genau diese Briefe frei oder niemand.
digest-pace = Rundbriefe sprechen hier von einer anderen Zeitspanne oder von diesen Monaten schon. Wählen Sie eine der angebotenen.
digest-changed = Dieser Rundbrief ist nicht mehr, was eingefroren wurde. Nichts davon wird gezeigt oder verschickt. Jemand vom Betrieb muss in die Datenbank sehen.
problem-too-many = Das sind zu viele für eine Seite.
problem-ask-incomplete = Jedes davon braucht was, wer und einen Monat wie 2026-05.
problem-line-too-long = Das ist zu lang für einen Brief, der im Stehen gelesen wird.
