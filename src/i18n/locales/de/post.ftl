# Zustellung des Rundbriefs: zusagen, Probebriefe, die Ampel am Schreibtisch.

## Der Brief, der fragt, und seine Seite

post-confirm-subject = { $organisation }: Möchten Sie den Sicherheitsbrief erhalten?
post-confirm-letter = Das Sicherheitsteam von { $organisation } möchte Ihnen seinen Sicherheitsbrief schicken, einen Brief im Monat. Öffnen Sie diese Seite und drücken Sie den Knopf, wenn Sie ihn haben möchten:
post-confirm-letter-else = Wenn nicht, tun Sie nichts: Sie bekommen dann keinen weiteren Brief.
post-confirm-title = Den Sicherheitsbrief erhalten
post-confirm-lead = Drücken Sie den Knopf, und diese Adresse bekommt den Sicherheitsbrief von { $organisation }, einen Brief im Monat. Jeder Brief lässt sich abbestellen.
post-confirm-button = Ja, schicken Sie mir den Brief
post-confirm-done = Erledigt. Der nächste Sicherheitsbrief kommt an diese Adresse.
post-confirm-unknown = Dieser Link gilt nicht mehr. Bitten Sie das Sicherheitsteam, Ihre Adresse noch einmal einzutragen.

## Empfänger am Schreibtisch

post-readers-asking = Neue Empfänger werden zuerst per Brief gefragt; den Rundbrief bekommen sie, wenn sie zugesagt haben.
post-readers-asked = Gefragt, noch keine Antwort
post-readers-bounced = Beendet: Briefe kamen zurück
desk-done-reader-asked = Empfänger hinzugefügt. Ein Brief fragt, ob der Rundbrief erwünscht ist.

## Probebrief

post-trial-subject = { $organisation }: Probebrief
post-trial-letter = Dies ist ein Probebrief des Meldedienstes von { $organisation }. Wenn Sie ihn lesen können, kommen Briefe an. Es ist nichts zu tun.
post-trial-title = Einen Probebrief senden
post-trial-lead = Sendet sofort einen Brief und zeigt, was der Mailserver sagt. Die Adresse wird nicht aufgehoben.
post-trial-do = Senden
post-trial-sent = Der Mailserver hat den Brief angenommen
post-trial-look = Sehen Sie im Postfach nach, auch im Spam-Ordner.
post-trial-not-sent = Der Brief ist nicht hinausgegangen
post-trial-said = Der Mailserver sagte:
post-stage-connect = Der Mailserver war nicht zu erreichen.
post-stage-encrypt = Die Verbindung ließ sich nicht verschlüsseln, oder das Zertifikat ist nicht das richtige. Unverschlüsselt wird nie etwas gesendet.
post-stage-sign-in = Der Mailserver hat Benutzernamen oder Passwort abgelehnt.
post-stage-letter = Die Verbindung steht; der Mailserver hat diesen Brief abgelehnt.
post-failure-transient = Das kann vorübergehen: Ein echter Brief würde von selbst noch einmal versucht.
post-failure-permanent = Das geht nicht von selbst vorbei: Ein echter Brief an diese Adresse würde aufgegeben.
post-failure-configuration = Kein Brief geht hinaus, bis die Einstellungen oder der Mailserver in Ordnung gebracht sind.

## Die Ampel

post-light-title = Zustellung des Rundbriefs
post-light-green = Grün
post-light-amber = Gelb
post-light-red = Rot
post-light-delivered = Der neueste Rundbrief ist bei den Mailservern aller Empfänger angekommen.
post-light-waiting = Briefe warten auf den nächsten Versuch.
post-light-some-lost = Einige Briefe wurden aufgegeben oder kamen zurück.
post-light-due = Für den letzten Monat ist noch kein Rundbrief freigegeben.
post-light-changed = Ein eingefrorener Rundbrief ist nicht mehr, was eingefroren wurde. Keiner seiner Briefe geht hinaus.
post-light-blocked = Kein Brief geht hinaus, bis die Einstellungen oder der Mailserver in Ordnung gebracht sind.
post-light-none-arrived = Kein Brief des neuesten Rundbriefs ist angekommen.
post-light-late = Der Rundbrief des letzten Monats ist mehr als zwei Wochen überfällig.

## Protokoll

desk-verb-digest-confirm = Empfänger hat zugesagt
desk-verb-digest-bounce = Ein Brief kam zurück
desk-verb-mail-try = Probebrief gesendet
desk-verb-mail-watch = Zustellung der Briefe angesehen
