# Tendances au bureau. Plus et moins, jamais mieux ou pire : le nombre de signalements ne mesure pas le danger.

desk-nav-trends = Tendances
desk-verb-trends-read = A regardé les tendances
trends-title = Tendances

trends-nothing-yet = Rien à montrer pour l’instant. Les tendances commencent avec le premier mois de signalements libérés, une semaine après sa fin.
trends-too-early = { $n ->
    [one] Trop tôt pour dire ce qui est habituel : un mois jusqu’ici. Une série est suivie à partir du treizième mois et de trois signalements.
   *[other] Trop tôt pour dire ce qui est habituel : { $n } mois jusqu’ici. Une série est suivie à partir du treizième mois et de trois signalements.
 }
trends-none-moved = { $n ->
    [one] Une série suivie ; elle n’a pas bougé plus que d’habitude. Dernier mois : { $month }.
   *[other] { $n } séries suivies ; aucune n’a bougé plus que d’habitude. Dernier mois : { $month }.
 }
trends-some-moved = { $tested ->
    [one] Une série suivie ; elle a bougé plus que d’habitude en { $month }.
   *[other] { $tested } séries suivies ; { $found } avec plus de mouvement que d’habitude en { $month }.
 }
trends-strongest = Les { $n } que le hasard explique le moins. Les autres sont dans la liste de toutes les séries.
desk-done-burst-settled = La vague compte désormais.
trends-bursts = Retenu hors de la lettre
trends-bursts-lead = Un secteur qui signale soudain bien plus que d’habitude raconte peut-être quelque chose de réel, ou quelqu’un remplit la boîte. Lisez d’abord ces signalements. Tant que vous ne dites pas qu’ils comptent, aucune lettre ne les compte ; ce qui est figé entre-temps reste sans eux.
trends-burst = { $area }, { $month } : { $n } signalements, environ { $expected } étaient attendus.
trends-burst-settle = Ils comptent
trends-burst-nowhere = Secteur non indiqué
trends-moved = Ce qui a bougé
trends-series = Série
trends-signal = Signal
trends-observed = Dernier mois
trends-usual-range = fourchette habituelle
trends-usual = Fourchette habituelle
trends-since-when = Depuis quand
trends-range = de { $low } à { $high }
trends-since = Depuis { $since } : { $total } signalements, pour environ { $expected } attendus.
trends-alone = Ce mois seulement.
trends-word-more = plus que d’habitude
trends-word-fewer = moins que d’habitude
trends-word-usual = habituel
trends-word-run-above = longtemps au-dessus
trends-word-run-below = longtemps au-dessous
trends-watch-more = un peu plus, peut-être le hasard
trends-watch-fewer = un peu moins, peut-être le hasard
trends-not-tested = trop peu pour le dire
trends-meaning-reporting-more = On nous en a dit plus. Plus de signalements n’est pas plus de danger.
trends-meaning-reporting-fewer = Demandez d’abord si l’on a cessé de nous parler.
trends-meaning-severity-more = Plus de signalements disent que cela aurait pu finir ainsi. Lisez-les pour ce qu’ils ont en commun.
trends-meaning-severity-fewer = Moins de signalements disent que cela aurait pu finir ainsi. Demandez d’abord si l’on a cessé de nous parler.

trends-chart = Une série
trends-choose = Choisir un graphique
trends-all = Toute l’organisation
trends-severity = Aurait pu être : { $severity }
trends-method = Graphique
trends-method-default = Standard
trends-method-run = Suites
trends-method-c = c (nombres)
trends-method-u = u (par effectif)
trends-method-xmr = XmR
trends-level = Par
trends-level-month = Mois
trends-level-quarter = Trimestre
trends-from = Phase depuis
trends-learn = Base, périodes
trends-automatic = automatique
trends-show = Afficher
trends-reset = Réinitialiser
trends-picture = Graphique
trends-figures = Tous les chiffres du graphique
trends-period = Période
trends-reports = Signalements
trends-rate = Pour 1 000 personnes
trends-centre = Centre
trends-low = Limite basse
trends-high = Limite haute
trends-baseline = base
trends-median = médiane
trends-judged-from-here = jugé à partir d’ici
trends-quarter = T{ $q } { $year }
trends-quarter-short = T{ $q }
trends-unit-month = Signalements par mois. Effectif aujourd’hui : { $people }.
trends-unit-quarter = Signalements par trimestre. Effectif aujourd’hui : { $people }.
trends-unit-month-only = Signalements par mois : des nombres, pas des taux, car l’effectif n’est pas connu.
trends-unit-quarter-only = Signalements par trimestre : des nombres, pas des taux, car l’effectif n’est pas connu.
trends-unit-rate = Signalements pour 1 000 personnes et par mois. Effectif aujourd’hui : { $people }.
trends-finding-usual = { $name } : comme d’habitude, { $period }
trends-finding-more = { $name } : plus de signalements que d’habitude, { $period }
trends-finding-fewer = { $name } : moins de signalements que d’habitude, { $period }
trends-finding-maybe-more = { $name } : un peu plus que d’habitude, { $period }, peut-être le hasard
trends-finding-maybe-fewer = { $name } : un peu moins que d’habitude, { $period }, peut-être le hasard
trends-finding-run-above = { $name } : depuis longtemps au-dessus d’avant, jusqu’à { $period }
trends-finding-run-below = { $name } : depuis longtemps au-dessous d’avant, jusqu’à { $period }
trends-finding-few-crossings = { $name } : le niveau a bougé, sans qu’une période ressorte, jusqu’à { $period }
trends-finding-too-few = { $name } : trop peu de périodes jusqu’à { $period } pour dire ce qui est habituel
trends-alt = Graphique de { $from } à { $to }. Le dernier chiffre est { $now }.
trends-alt-range = Sa fourchette habituelle va de { $low } à { $high }.
trends-alt-centre = Le centre est { $centre }.
trends-alt-ringed = { $n ->
    [one] Une période est entourée.
   *[other] { $n } périodes sont entourées.
 }
trends-note-unrated = Une carte u a besoin de l’effectif, qui n’est pas connu ici : ceci est une carte c des nombres.
trends-note-thin = La moyenne est sous 5, où les limites de cette carte sont trop étroites. Le détecteur standard est exact pour les petits nombres.
trends-note-too-few = { $n ->
    [one] Une période, et une base de { $learn } : il ne reste rien à juger.
   *[other] { $n } périodes, et une base de { $learn } : il ne reste rien à juger.
 }
trends-note-baseline = Les limites viennent des { $learn } premières périodes et ne changent plus. Ce qui a bougé, plus haut, ne dépend pas de ce graphique.
trends-everything = Toutes les séries
trends-everything-open = Dernier mois de chaque série

trends-health = Santé du signalement
trends-breadth = { $of ->
    [one] { $n } secteur sur un seul nous a dit quelque chose le mois dernier.
   *[other] { $n } secteurs sur { $of } nous ont dit quelque chose le mois dernier.
 }
trends-none-quiet = { $n ->
    [one] Un secteur est assez grand pour comparer ; il n’est pas beaucoup plus silencieux que son effectif ne le suggère.
   *[other] { $n } secteurs sont assez grands pour comparer ; aucun n’est beaucoup plus silencieux que son effectif ne le suggère.
 }
trends-quiet-lead = Beaucoup plus silencieux ces douze derniers mois que l’effectif ne le suggère. Demandez d’abord si l’on peut y parler et si l’on y reçoit une réponse :
trends-quiet = { $n ->
    [one] un signalement, pour environ { $expected } attendus.
   *[other] { $n } signalements, pour environ { $expected } attendus.
 }

trends-conventions = Comment lire ceci
trends-convention-exact = Les chiffres sont exacts et réservés au bureau. Pour les autres, il y a la lettre, dont les chiffres sont protégés.
trends-convention-month = Un signalement compte dans le mois de sa libération, et un mois à partir d’une semaine après sa fin. Ce qui est exclu des comptes manque ici aussi.
trends-convention-tested = Sont suivis l’organisation, chaque secteur, chaque catégorie et chaque gravité avec trois signalements ou plus en 26 mois. Là où rien n’a changé, environ une page sur 20 montre quand même un signal.
trends-convention-people = Les taux prennent l’effectif d’aujourd’hui pour chaque mois ; les mois sont comparés par leurs jours.
trends-convention-rules = { $rules } : les 36 derniers mois, douze jugés d’après 24 au plus avant eux ; prédiction gamma-Poisson et CUSUM ; Benjamini-Hochberg sur toutes les séries suivies.
