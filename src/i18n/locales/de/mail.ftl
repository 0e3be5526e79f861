# The monthly letter.

## Months, as they stand inside a sentence

month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Kurze Monate, für eine Achse

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = März
month-short-4 = Apr
month-short-5 = Mai
month-short-6 = Juni
month-short-7 = Juli
month-short-8 = Aug
month-short-9 = Sept
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Dez

## Der Monatsbrief: der Rahmen

letter-subject = { $organisation }: Sicherheitsbrief, { $month } { $year }
letter-title = Sicherheitsbrief
letter-when = { $month } { $year }
letter-preview = Eine Seite für das Team: was Kolleginnen und Kollegen gemeldet haben, was sich geändert hat, und eine Frage zum Besprechen. Fünf Minuten genügen.
letter-thanks = Danke an alle, die sich einen Moment für eine Meldung genommen haben. Jede Meldung wird von einem Menschen gelesen.

## Das Wichtigste

letter-bottom-about = Für { $month } { $year } zählen wir etwa { $now } Meldungen{ $movement ->
    [more] , mehr als im Vormonat
    [fewer] , weniger als im Vormonat
    [same] , ohne klare Änderung zum Vormonat
   *[unknown] { "" }
}{ $usual ->
    [inside] ; das liegt im üblichen Bereich von { $low } bis { $high }
    [above] ; das liegt über dem üblichen Bereich von { $low } bis { $high }
    [below] ; das liegt unter dem üblichen Bereich von { $low } bis { $high }
   *[none] { "" }
}.
letter-bottom-few = Für { $month } { $year } zählen wir weniger als 10 Meldungen; eine so kleine Zahl wird nicht gezeigt.
letter-bottom-withheld = Die Zahl der Meldungen für { $month } { $year } wird nicht gezeigt, um die Meldenden zu schützen.

## Was sich geändert hat

letter-changes = Was sich geändert hat
letter-change = { $name }: { $movement ->
    [more] mehr
   *[fewer] weniger
}, { $now } nach { $before } im Vormonat.
letter-changes-others = Die Tabellen unten zeigen weitere Änderungen.
letter-changes-none = Kein Bereich und keine Art von Ereignis hat sich deutlich genug geändert, um es zu sagen.

## Zahlen

figure-about = etwa { $n }
figure-few = unter 10
figure-withheld = nicht gezeigt
movement-more = mehr
movement-fewer = weniger
movement-same = keine klare Änderung
movement-unknown = keine Aussage

## Diagramm

letter-chart = Monat für Monat
letter-chart-alt = Diagramm der Meldungen je Monat, { $from-month } { $from-year } bis { $month } { $year }. Der letzte Monat: { $now }. { $usual ->
    [inside] Das liegt im üblichen Bereich von { $low } bis { $high }.
    [above] Das liegt über dem üblichen Bereich von { $low } bis { $high }.
    [below] Das liegt unter dem üblichen Bereich von { $low } bis { $high }.
    [unplaced] Der übliche Bereich ist { $low } bis { $high }.
   *[none] Für einen üblichen Bereich fehlen noch zwölf Monate mit Zahlen.
}
letter-chart-figures = Dasselbe in Zahlen, { $from-month } { $from-year } bis { $month } { $year }: { $figures }.

## Tabellen

letter-areas = Nach Bereich
letter-area = Bereich
letter-rest = Unter 10 in beiden Monaten oder zu wenige Menschen, um gezeigt zu werden: { $names }.
letter-areas-none = Kein Bereich ist groß genug, um einzeln gezeigt zu werden.
letter-categories = Nach Art des Ereignisses
letter-category = Art des Ereignisses
letter-categories-none = In diesem Monat wird keine Art von Ereignis gezeigt.
letter-now = Dieser Monat
letter-before = Vormonat
letter-movement = Änderung

## Eine Frage

letter-question = Eine Frage für das Team
question-1 = Wann haben Sie zuletzt eine Arbeit angehalten, weil sich etwas falsch anfühlte, und wie wurde das aufgenommen?
question-2 = Welcher Schritt in unserer Arbeit hängt davon ab, dass jemand daran denkt?
question-3 = Was umgehen wir so oft, dass wir es nicht mehr bemerken?
question-4 = Bei welchem Gerät würde jemand Neues am leichtesten etwas falsch machen, und warum?
question-5 = Was ist im letzten Monat gut gegangen, obwohl es schwierig war, und was hat das möglich gemacht?
question-6 = Wo geht bei der Übergabe etwas verloren?
question-7 = Was lassen wir zuerst weg, wenn Leute fehlen, und wer entscheidet das?
question-8 = Welche unserer Regeln lässt sich so, wie sie dasteht, schwer einhalten?
question-9 = Was würden Sie jemandem Neuen sagen, das in keiner Anweisung steht?
question-10 = Welchen Beinahe-Unfall haben wir mehr als einmal gesehen, und was hat sich seither geändert?
question-11 = Was macht es hier schwer, offen zu sprechen, und was hat geholfen?
question-12 = Was soll heute in einem Jahr anders sein, wenn es nur eine Sache sein darf?

## Fuß

letter-period = Dieser Brief handelt von { $month } { $year }. Eine Meldung zählt in dem Monat, in dem sie gelesen und freigegeben wurde.
letter-rounding = Die Zahlen sind zum Schutz der Menschen gerundet: jede kann um bis zu 4 abweichen, unter 10 wird nichts gezeigt, und Summen müssen nicht aufgehen. Gezählt nach Regeln v1.
letter-noise = Jeder Zahl ist ein zufälliges Rauschen beigemischt (Differential Privacy, ε = { $epsilon } für eine Meldung), einmal gezogen für jeden Monat.
letter-more-reports = Mehr Meldungen können heißen, dass das Vertrauen wächst, und nicht, dass die Arbeit unsicherer geworden ist.
letter-report = Etwas melden, das Ihnen aufgefallen ist
letter-about = Wie das Melden hier funktioniert
letter-unsubscribe = Diesen Brief nicht mehr erhalten
letter-no-reply = Bitte antworten Sie auf diesen Brief nicht mit Namen von Personen.

## Im Bild

digest-chart-title = Meldungen je Monat
digest-chart-usual = üblicher Bereich
digest-chart-few = unter 10

digest-row-no-area = Bereich nicht genannt
digest-row-no-category = Noch nicht eingeordnet
