# Verläufe am Arbeitsplatz. Mehr und weniger, nie besser oder schlechter: Die Zahl der Meldungen misst keine Gefahr.

desk-nav-trends = Verläufe
desk-verb-trends-read = Verläufe angesehen
trends-title = Verläufe

trends-nothing-yet = Noch nichts zu zeigen. Verläufe beginnen mit dem ersten Monat freigegebener Meldungen, eine Woche nach seinem Ende.
trends-too-early = { $n ->
    [one] Zu früh, um zu sagen, was üblich ist: bisher ein Monat. Beobachtet wird eine Reihe ab dem dreizehnten Monat und drei Meldungen.
   *[other] Zu früh, um zu sagen, was üblich ist: bisher { $n } Monate. Beobachtet wird eine Reihe ab dem dreizehnten Monat und drei Meldungen.
 }
trends-none-moved = { $n ->
    [one] Eine Reihe beobachtet; sie hat sich nicht mehr als üblich bewegt. Letzter Monat: { $month }.
   *[other] { $n } Reihen beobachtet; keine hat sich mehr als üblich bewegt. Letzter Monat: { $month }.
 }
trends-some-moved = { $tested ->
    [one] Eine Reihe beobachtet; sie hat sich im { $month } mehr als üblich bewegt.
   *[other] { $tested } Reihen beobachtet; { $found } davon im { $month } mehr als üblich bewegt.
 }
trends-strongest = Die { $n }, die der Zufall am wenigsten erklärt. Die anderen stehen in der Liste aller Reihen.
desk-done-burst-settled = Die Häufung zählt ab jetzt.
trends-bursts = Vom Rundbrief zurückgehalten
trends-bursts-lead = Ein Bereich, der plötzlich weit mehr meldet als sonst, erzählt vielleicht von etwas Wirklichem; vielleicht füllt auch jemand den Kasten. Lesen Sie diese Meldungen zuerst. Bis Sie sagen, dass sie zählen, zählt kein Rundbrief sie; was inzwischen eingefroren wird, bleibt ohne sie.
trends-burst = { $area }, { $month }: { $n } Meldungen, etwa { $expected } waren zu erwarten.
trends-burst-settle = Sie zählen
trends-burst-nowhere = Bereich nicht genannt
trends-moved = Was sich bewegt hat
trends-series = Reihe
trends-signal = Signal
trends-observed = Letzter Monat
trends-usual-range = üblicher Bereich
trends-usual = Üblicher Bereich
trends-since-when = Seit wann
trends-range = { $low } bis { $high }
trends-since = Seit { $since }: { $total } Meldungen, wo etwa { $expected } zu erwarten waren.
trends-alone = Nur dieser Monat.
trends-word-more = mehr als üblich
trends-word-fewer = weniger als üblich
trends-word-usual = üblich
trends-word-run-above = lange darüber
trends-word-run-below = lange darunter
trends-watch-more = etwas mehr, vielleicht Zufall
trends-watch-fewer = etwas weniger, vielleicht Zufall
trends-not-tested = zu wenig, um etwas zu sagen
trends-meaning-reporting-more = Es wurde uns mehr gesagt. Mehr Meldungen sind nicht mehr Gefahr.
trends-meaning-reporting-fewer = Zuerst fragen, ob uns weniger gesagt wird.
trends-meaning-severity-more = Mehr Meldungen sagen, dass es so hätte enden können. Lesen, was sie gemeinsam haben.
trends-meaning-severity-fewer = Weniger Meldungen sagen, dass es so hätte enden können. Zuerst fragen, ob uns weniger gesagt wird.

trends-chart = Eine Reihe
trends-choose = Diagramm wählen
trends-all = Ganze Organisation
trends-severity = Hätte werden können: { $severity }
trends-method = Diagramm
trends-method-default = Standard
trends-method-run = Run-Chart
trends-method-c = c (Anzahlen)
trends-method-u = u (je Kopf)
trends-method-xmr = XmR
trends-level = Nach
trends-level-month = Monat
trends-level-quarter = Quartal
trends-from = Phase ab
trends-learn = Ausgangszeit, Abschnitte
trends-automatic = automatisch
trends-show = Anzeigen
trends-reset = Zurücksetzen
trends-picture = Diagramm
trends-figures = Alle Zahlen des Diagramms
trends-period = Zeit
trends-reports = Meldungen
trends-rate = Je 1000 Personen
trends-centre = Mitte
trends-low = Untere Grenze
trends-high = Obere Grenze
trends-baseline = Ausgangszeit
trends-median = Median
trends-judged-from-here = ab hier beurteilt
trends-quarter = { $q }. Quartal { $year }
trends-quarter-short = Q{ $q }
trends-unit-month = Meldungen je Monat. Beschäftigte heute: { $people }.
trends-unit-quarter = Meldungen je Quartal. Beschäftigte heute: { $people }.
trends-unit-month-only = Meldungen je Monat: Anzahlen, keine Raten, denn die Zahl der Beschäftigten ist nicht bekannt.
trends-unit-quarter-only = Meldungen je Quartal: Anzahlen, keine Raten, denn die Zahl der Beschäftigten ist nicht bekannt.
trends-unit-rate = Meldungen je 1000 Personen und Monat. Beschäftigte heute: { $people }.
trends-finding-usual = { $name }: wie üblich, { $period }
trends-finding-more = { $name }: mehr Meldungen als üblich, { $period }
trends-finding-fewer = { $name }: weniger Meldungen als üblich, { $period }
trends-finding-maybe-more = { $name }: etwas mehr als üblich, { $period }, vielleicht Zufall
trends-finding-maybe-fewer = { $name }: etwas weniger als üblich, { $period }, vielleicht Zufall
trends-finding-run-above = { $name }: seit langem über dem Früheren, bis { $period }
trends-finding-run-below = { $name }: seit langem unter dem Früheren, bis { $period }
trends-finding-few-crossings = { $name }: Das Niveau hat sich bewegt, ohne dass ein Abschnitt auffällt, bis { $period }
trends-finding-too-few = { $name }: zu wenige Abschnitte bis { $period }, um zu sagen, was üblich ist
trends-alt = Diagramm von { $from } bis { $to }. Die letzte Zahl ist { $now }.
trends-alt-range = Ihr üblicher Bereich ist { $low } bis { $high }.
trends-alt-centre = Die Mitte ist { $centre }.
trends-alt-ringed = { $n ->
    [one] Ein Abschnitt ist eingekreist.
   *[other] { $n } Abschnitte sind eingekreist.
 }
trends-note-unrated = Eine u-Karte braucht die Zahl der Beschäftigten; sie ist hier nicht bekannt. Dies ist eine c-Karte der Anzahlen.
trends-note-thin = Der Mittelwert liegt unter 5; dort sind die Grenzen dieser Karte zu eng. Das Standardverfahren ist für kleine Anzahlen genau.
trends-note-too-few = { $n ->
    [one] Ein Abschnitt, und eine Ausgangszeit von { $learn }: Es bleibt nichts zu beurteilen.
   *[other] { $n } Abschnitte, und eine Ausgangszeit von { $learn }: Es bleibt nichts zu beurteilen.
 }
trends-note-baseline = Die Grenzen kommen aus den ersten { $learn } Abschnitten und bleiben so. Was sich oben bewegt hat, hängt nicht von diesem Diagramm ab.
trends-everything = Alle Reihen
trends-everything-open = Letzter Monat jeder Reihe

trends-health = Gesundheit des Meldens
trends-breadth = { $of ->
    [one] { $n } von einem Bereich hat uns im letzten Monat etwas gesagt.
   *[other] { $n } von { $of } Bereichen haben uns im letzten Monat etwas gesagt.
 }
trends-none-quiet = { $n ->
    [one] Ein Bereich ist groß genug für den Vergleich; er ist nicht viel stiller, als seine Größe erwarten lässt.
   *[other] { $n } Bereiche sind groß genug für den Vergleich; keiner ist viel stiller, als seine Größe erwarten lässt.
 }
trends-quiet-lead = In den letzten zwölf Monaten viel stiller, als die Größe erwarten lässt. Zuerst fragen, ob man dort melden kann und Antwort bekommt:
trends-quiet = { $n ->
    [one] eine Meldung, wo etwa { $expected } zu erwarten waren.
   *[other] { $n } Meldungen, wo etwa { $expected } zu erwarten waren.
 }

trends-conventions = Wie man das liest
trends-convention-exact = Die Zahlen sind genau und nur für den Arbeitsplatz. Für andere gibt es den Rundbrief, dessen Zahlen geschützt sind.
trends-convention-month = Eine Meldung zählt im Monat ihrer Freigabe, ein Monat ab einer Woche nach seinem Ende. Was von Zählungen ausgenommen ist, fehlt auch hier.
trends-convention-tested = Beobachtet werden die Organisation, jeder Bereich, jede Gefahrenart und jede Schwere mit drei oder mehr Meldungen in 26 Monaten. Wo sich nichts geändert hat, zeigt etwa eine Seite von 20 trotzdem ein Signal.
trends-convention-people = Raten nehmen für jeden Monat die heutige Zahl der Beschäftigten; Monate werden nach ihren Tagen verglichen.
trends-convention-rules = { $rules }: die letzten 36 Monate, davon zwölf beurteilt nach bis zu 24 davor; Gamma-Poisson-Vorhersage und CUSUM; Benjamini-Hochberg über alle beobachteten Reihen.
