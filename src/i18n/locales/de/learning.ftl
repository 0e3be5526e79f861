# Lernen: Maßnahmen, ob sie gehalten haben, Lehren.

desk-nav-actions = Maßnahmen
desk-nav-lessons = Lehren
desk-done-action-kept = Festgehalten.
desk-done-action-changed = Gespeichert.
desk-done-lesson-kept = Als Entwurf gespeichert. Eine andere Person muss die Lehre veröffentlichen.
desk-done-lesson-changed = Gespeichert. Eine andere Person als Sie muss die Lehre veröffentlichen.
desk-done-lesson-published = Veröffentlicht. Alle können sie jetzt lesen, und der Rundbrief kann sie erzählen.
desk-done-lesson-back = Zurückgenommen. Die Lehre steht nicht mehr auf der öffentlichen Seite.

## Maßnahmen

learning-actions-title = Maßnahmen
learning-action-title = Maßnahme
learning-actions-lead = Was wegen Meldungen geändert wird, wer sich darum kümmert, und ob es gehalten hat.
learning-actions-none = Noch ist nichts festgehalten.
learning-action-new = Maßnahme festhalten
learning-change = Ändern
learning-keep = Speichern
learning-what = Was geändert wird
learning-what-hint = Ein oder zwei Sätze, die alle verstehen. Der Rundbrief erzählt sie so, wie sie hier stehen.
learning-owner = Wer sich darum kümmert
learning-owner-hint = Eine Stelle, keine Person: „Stationsleitung“, „Medizintechnik“.
learning-control = Wie stark sie ist
learning-control-hint = Was die Gefahr beseitigt, hält länger als das, woran jemand denken muss.
desk-control-elimination = Die Gefahr wird beseitigt
desk-control-substitution = Sie wird durch eine kleinere ersetzt
desk-control-engineering = Etwas Technisches hält Menschen davon fern
desk-control-administrative = Die Arbeitsweise ändert sich
desk-control-protective = Menschen tragen Schutz
desk-control-reminder = Regel, Schulung oder Erinnerung
learning-due-by = Fällig bis
learning-due = fällig bis { $month }
learning-progress = Wie weit sie ist
learning-done = erledigt im { $month }
learning-done-in = Erledigt im Monat
learning-dropped = aufgegeben
desk-progress-open = Zu erledigen
desk-progress-done = Erledigt
desk-progress-dropped = Wird nicht gemacht
learning-late = überfällig
learning-checked = mit Prüfung
learning-reports = Meldungen dahinter
learning-reports-hint = Ihre Nummern, eine je Zeile. Der Rundbrief zeigt sie nie.
learning-from = Aus Meldungen
learning-sure = Ich habe nachgesehen: Niemand ist darin zu erkennen

## Hat sie gehalten?

learning-check = Woran Sie sehen werden, ob sie gehalten hat
learning-check-hint = Sagen Sie es jetzt, bevor jemand weiß, wie es ausgeht. Später lässt es sich nicht ändern.
learning-declare = Prüfen, ob es weniger Meldungen werden
learning-outcome = Was weniger werden soll
learning-start = Erster Monat der Änderung
learning-wash-in = Monate zum Einspielen, die nicht zählen
learning-window = Monate danach, die beurteilt werden
learning-worth = Kleinster Rückgang, der sich lohnt, in Prozent
learning-worth-said = { $percent } Prozent weniger
learning-judged = Beurteilt
learning-judged-span = { $from } bis { $to }
learning-declared-in = Erklärt im
learning-held = Hat sie gehalten?
learning-held-fewer = Weniger als erwartet.
learning-held-no-clear-change = Noch keine klare Änderung.
learning-held-more = Mehr als erwartet.
learning-held-reporting-fell = Es wurde insgesamt weniger gemeldet: Die Wirkung ist nicht bekannt.
learning-held-too-few = Zu wenige Ereignisse für ein Urteil vor { $month }.
learning-held-never = Zu wenige Ereignisse für ein Urteil, und Warten allein ändert das nicht.
learning-counted = Gezählt: { $before } Meldungen in { $months-before } Monaten vor der Änderung, { $after } in { $months-after } Monaten danach.
learning-ratio = Nach der Änderung waren es im Monat { $ratio }-mal so viele wie davor (wahrscheinlich zwischen { $low }- und { $high }-mal).
learning-power = Ein Rückgang um { $percent } Prozent wäre wahrscheinlich bis { $month } zu sehen.
learning-power-never = Bei so wenigen Meldungen wäre ein Rückgang um { $percent } Prozent in keiner vernünftigen Zeit zu sehen.
learning-out-of-reach = Das dauert lange. Suchen Sie etwas, das früher zu sehen ist: zum Beispiel Stichproben, ob die Änderung umgesetzt ist.
learning-change-here = die Änderung
learning-unit = Meldungen im Monat.
learning-guard = Die Grenzen stammen aus der Zeit vor der Änderung und sind über sie hinaus gezogen. Sind auch alle anderen Meldungen weniger geworden, wird das gesagt, denn dann erzählen die Leute vielleicht nur weniger.

## Wie das Melden läuft

learning-health = Wie Melden und Handeln laufen
learning-health-wait = Die Hälfte der { $reports } Meldungen des letzten Jahres war gelesen und freigegeben { $weeks ->
    [0] in der Woche, in der sie kamen
    [one] innerhalb einer Woche
   *[other] innerhalb von { $weeks } Wochen
}; die noch wartenden sind mitgezählt.
learning-health-wait-nine = Neun von zehn { $weeks ->
    [0] in der Woche, in der sie kamen
    [one] innerhalb einer Woche
   *[other] innerhalb von { $weeks } Wochen
}.
learning-health-told = Von { $old } Meldungen, die vor drei bis zwölf Monaten freigegeben wurden, sind { $closed } abgeschlossen, und wer gemeldet hat, hat erfahren, was daraus wurde.
learning-health-mix = Erledigte Maßnahmen: { $strong } Prozent beseitigen die Gefahr oder halten Menschen davon fern, { $between } Prozent ändern die Arbeitsweise, { $weak } Prozent sind Schutz, Regeln oder Erinnerungen.
learning-health-late = Überfällige Maßnahmen: { $n }.
learning-health-anonymous = Wie viele Meldungen ohne Namen kommen, wird nicht gezählt: Nichts, was hier liegt, unterscheidet sie.

## Lehren am Arbeitsplatz

learning-lessons-title = Lehren
learning-lesson-title = Lehre
learning-lessons-lead = Was andere aus Meldungen lernen können. Eine Person schreibt, eine andere veröffentlicht; dann können alle es lesen.
learning-lessons-none = Noch ist keine Lehre geschrieben.
learning-lesson-new = Lehre schreiben
learning-title = Titel
learning-happened-hint = Umstände, keine Schuldigen: Was machte es leicht, dass es schiefgeht? Keine Person, kein Tag, kein Ort, den nur wenige kennen.
learning-no-category = keine
learning-lesson-reports-hint = Ihre Nummern, eine je Zeile. Veröffentlicht wird, wenn die jüngste einen Monat alt ist. Niemand außerhalb des Arbeitsplatzes sieht sie.
learning-keep-draft = Als Entwurf speichern
learning-lesson-draft = Entwurf
learning-lesson-published = Veröffentlicht im { $month }
learning-lesson-withdrawn = Zurückgenommen
learning-publish = Veröffentlichen
learning-take-back = Zurücknehmen
learning-mine = Sie haben das geschrieben, darum muss eine andere Person es veröffentlichen.
learning-changed = Jemand hat das inzwischen geändert. Was Sie getippt haben, steht noch im Formular. Speichern Sie noch einmal, um es zu ersetzen.
lesson-same-person = Sie haben das geschrieben. Eine andere Person muss es veröffentlichen.
lesson-too-young = Eine Meldung darin wurde in diesem oder im letzten Monat freigegeben. Warten Sie, bis sie einen Monat alt ist.
lesson-too-few-people = Hier arbeiten weniger als zwanzig Menschen. Eine Geschichte würde auf jemanden zeigen.
lesson-objected = Wer eine dieser Meldungen geschrieben hat, möchte mehr verborgen haben oder hat sie zurückgenommen. Nehmen Sie diese Meldung heraus.

## Lehren für alle

lessons-title = Was wir gelernt haben
lessons-lead = Was gemeldet wurde, was es aufgefangen hat und was hilft. Niemand ist darin zu erkennen.
lessons-none = Noch ist keine Lehre veröffentlicht.
lessons-sealed = Die Lehren können gerade nicht gezeigt werden: Der Dienst wurde eben gestartet und wartet auf seinen Schlüssel. Melden geht.
lessons-happened = Was geschah
lessons-caught = Was es aufgefangen hat
lessons-helps = Was hilft

## Was nicht stimmt

problem-needed = Hier muss etwas stehen.
problem-month = Schreiben Sie den Monat wie 2026-05.
problem-month-ahead = Dieser Monat ist noch nicht da.
problem-choice = Wählen Sie eine Zahl innerhalb der Grenzen.
problem-too-late-to-declare = Die Änderung darf nicht älter als dieser Monat sein: Eine Prüfung wird erklärt, bevor jemand weiß, wie es ausgeht.
problem-names-somebody = Hier scheint jemand erkennbar zu sein: ein Name, eine Nummer oder eine Adresse. Nehmen Sie das heraus, oder haken Sie unten an, dass Sie nachgesehen haben.
