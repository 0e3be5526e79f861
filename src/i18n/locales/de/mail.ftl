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
quarter-short-1 = Q1
quarter-short-2 = Q2
quarter-short-3 = Q3
quarter-short-4 = Q4

## Der Monatsbrief: der Rahmen

letter-subject = { $organisation }: Sicherheitsbrief, { $when }
letter-title = Sicherheitsbrief
letter-when = { $month } { $year }
letter-when-quarter = { $from } bis { $month } { $year }
letter-preview = Eine Seite für das Team: was Kolleginnen und Kollegen gemeldet haben, was sich geändert hat, und eine Frage zum Besprechen. Fünf Minuten genügen.
letter-thanks = Danke an alle, die sich einen Moment für eine Meldung genommen haben. Jede Meldung wird von einem Menschen gelesen.

## Das Wichtigste

letter-bottom-about = Für { $when } zählen wir etwa { $now } Meldungen{ $movement ->
    [more] , mehr als im { $pace ->
        [quarter] Vorquartal
       *[month] Vormonat
    }
    [fewer] , weniger als im { $pace ->
        [quarter] Vorquartal
       *[month] Vormonat
    }
    [same] , ohne klare Änderung zum { $pace ->
        [quarter] Vorquartal
       *[month] Vormonat
    }
   *[unknown] { "" }
}{ $usual ->
    [inside] ; das liegt im üblichen Bereich von { $low } bis { $high }
    [above] ; das liegt über dem üblichen Bereich von { $low } bis { $high }
    [below] ; das liegt unter dem üblichen Bereich von { $low } bis { $high }
   *[none] { "" }
}.
letter-bottom-few = Für { $when } zählen wir weniger als { $least } Meldungen; eine so kleine Zahl wird nicht gezeigt.
letter-bottom-withheld = Die Zahl der Meldungen für { $when } wird nicht gezeigt, um die Meldenden zu schützen.
letter-bottom-nobody = Dieser Brief zeigt keine Zahlen: Hier arbeiten, soweit bekannt, weniger als { $crowd } Menschen, und Zahlen über so wenige könnten auf einzelne zeigen. Was gelernt und getan wurde, steht trotzdem darin.

## Was sich geändert hat

letter-changes = Was sich geändert hat
letter-change = { $name }: { $movement ->
    [more] mehr
   *[fewer] weniger
}, { $now } nach { $before } im { $pace ->
    [quarter] Vorquartal
   *[month] Vormonat
}.
letter-changes-others = Die Tabellen unten zeigen weitere Änderungen.
letter-changes-none = Kein Bereich und keine Art von Ereignis hat sich deutlich genug geändert, um es zu sagen.
letter-changes-thin = Für Zahlen nach Bereich oder nach Art des Ereignisses sind es zu wenige Meldungen.
letter-changes-lacking = Für { $when } sind einige Meldungen noch nicht mitgezählt: Aus einem Bereich kamen weit mehr als sonst, und sie werden noch gelesen.
letter-changes-not-compared = Deshalb werden die Summe und die Arten von Ereignissen mit keiner anderen Zeit verglichen.

## Zahlen

figure-about = etwa { $n }
figure-few = unter { $least }
figure-withheld = nicht gezeigt
movement-more = mehr
movement-fewer = weniger
movement-same = keine klare Änderung
movement-unknown = keine Aussage

## Diagramm

letter-chart = { $pace ->
    [quarter] Quartal für Quartal
   *[month] Monat für Monat
}
letter-chart-alt = { $pace ->
    [quarter] Diagramm der Meldungen je Quartal, { $from } bis { $to }. Das letzte Quartal: { $now }.
   *[month] Diagramm der Meldungen je Monat, { $from } bis { $to }. Der letzte Monat: { $now }.
} { $usual ->
    [inside] Das liegt im üblichen Bereich von { $low } bis { $high }.
    [above] Das liegt über dem üblichen Bereich von { $low } bis { $high }.
    [below] Das liegt unter dem üblichen Bereich von { $low } bis { $high }.
    [unplaced] Der übliche Bereich ist { $low } bis { $high }.
   *[none] Für einen üblichen Bereich fehlen noch zwölf Zahlen.
}
letter-chart-figures = Dasselbe in Zahlen, { $from } bis { $to }: { $figures }.

## Tabellen

letter-areas = Nach Bereich
letter-area = Bereich
letter-rest = Unter { $least } in beiden { $pace ->
    [quarter] Quartalen
   *[month] Monaten
} oder zu wenige Menschen, um gezeigt zu werden: { $names }.
letter-categories = Nach Art des Ereignisses
letter-category = Art des Ereignisses
letter-now = { $pace ->
    [quarter] Dieses Quartal
   *[month] Dieser Monat
}
letter-before = { $pace ->
    [quarter] Vorquartal
   *[month] Vormonat
}
letter-movement = Änderung

## Was gelernt und getan wurde

letter-deeds = Gesagt, getan
letter-deed-who = { $owner }, { $state ->
    [done] erledigt im { $when }
   *[due] fällig im { $when }
}.
letter-held = Seither: { $held ->
    [fewer] weniger als erwartet
    [same] noch keine klare Änderung
    [more] mehr als erwartet
    [fell] es wurde weniger gemeldet, Wirkung unbekannt
    [few-before] zu wenige Ereignisse, um es vor { $when } zu sagen
   *[few] zu wenige Ereignisse, um es zu sagen
}.
letter-story = Eine Geschichte zum Lernen
letter-story-happened = Was geschah
letter-story-caught = Was es auffing
letter-story-helps = Was hilft
letter-health = Wie das Melden läuft
letter-health-reply = Die Hälfte aller Meldungen wurde von einem Menschen gelesen und freigegeben innerhalb { $kind ->
    [one] einer Woche
   *[more] von { $weeks } Wochen
}.
letter-health-told = Bei etwa { $percent } % der Meldungen, die älter als drei Monate sind, hat die meldende Person erfahren, was daraus wurde.
letter-health-told-hardly = Bei kaum einer Meldung, die älter als drei Monate ist, hat die meldende Person erfahren, was daraus wurde.
letter-health-strong = Von { $all } erledigten Maßnahmen beseitigen oder ersetzen { $strong } die Gefahr oder stellen ihr etwas Festes in den Weg.
letter-asks = Als Nächstes
letter-ask-who = { $owner }, bis { $when }.

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

letter-period = Dieser Brief handelt von { $when }. Eine Meldung zählt in dem { $pace ->
    [quarter] Quartal
   *[month] Monat
}, in dem sie gelesen und freigegeben wurde.
letter-tested = { $tested ->
    [once] Eine Reihe wurde an ihrem üblichen Bereich gemessen, alle Meldungen zusammen; wenn sich nichts ändert, verlässt sie ihn durch Zufall etwa einmal in { $times } Briefen.
    [hardly] Eine Reihe wurde an ihrem üblichen Bereich gemessen, alle Meldungen zusammen; wenn sich nichts ändert, verlässt sie ihn durch Zufall so gut wie nie.
   *[none] Keine Reihe wurde an einem üblichen Bereich gemessen: dafür gibt es zu wenige Zahlen.
} „Mehr“ und „weniger“ vergleichen nur zwei gedruckte Zahlen; solche Unterschiede entstehen auch durch Zufall.
letter-rounding = Die Zahlen sind zum Schutz der Menschen gerundet: jede kann um bis zu 4 abweichen, unter { $least } wird nichts gezeigt, und Summen müssen nicht aufgehen. Gezählt nach „{ $rules }“.
letter-noise = Jeder Zahl ist ein zufälliges Rauschen beigemischt (Differential Privacy, ε = { $epsilon } für eine Meldung), einmal gezogen für jeden Monat.
letter-more-reports = Mehr Meldungen können heißen, dass das Vertrauen wächst, und nicht, dass die Arbeit unsicherer geworden ist.
letter-report = Etwas melden, das Ihnen aufgefallen ist
letter-about = Wie das Melden hier funktioniert
letter-unsubscribe = Diesen Brief nicht mehr erhalten
letter-no-reply = Bitte antworten Sie auf diesen Brief nicht mit Namen von Personen.

## Im Bild

digest-chart-title = { $pace ->
    [quarter] Meldungen je Quartal
   *[month] Meldungen je Monat
}{ $usual ->
    [inside] : { $when } liegt im üblichen Bereich
    [above] : { $when } liegt über dem üblichen Bereich
    [below] : { $when } liegt unter dem üblichen Bereich
   *[none] { "" }
}
digest-chart-usual = üblicher Bereich
digest-chart-few = unter 10
digest-chart-few-outside = unter 15

digest-row-no-area = Bereich nicht genannt
digest-row-no-category = Noch nicht eingeordnet

## Die Seite für ein Gespräch von fünf Minuten

talk-page-title = Fünf Minuten für das Team
talk-page-lead = Vorlesen, über die Frage sprechen, eine Sache aufschreiben.
talk-page-prompt-1 = Wo könnte uns das passieren?
talk-page-prompt-2 = Was würde es hier auffangen, bevor jemand zu Schaden kommt?
talk-page-prompt-3 = Welche eine Sache ändern wir, und wer sorgt dafür?
talk-page-notes = Unsere Notizen
