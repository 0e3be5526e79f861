# The monthly letter.

## Months, as they stand inside a sentence

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Mois courts, pour un axe

month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.

## La lettre mensuelle : le cadre

letter-subject = { $organisation } : bulletin sécurité, { $month } { $year }
letter-title = Bulletin sécurité
letter-when = { $month } { $year }
letter-preview = Une page pour l’équipe : ce que les collègues ont signalé, ce qui a changé et une question à discuter. Cinq minutes de lecture suffisent.
letter-thanks = Merci à toutes celles et à tous ceux qui ont pris un moment pour signaler. Chaque signalement est lu par une personne.

## L’essentiel

letter-bottom-about = Nous comptons environ { $now } signalements pour { $month } { $year }{ $movement ->
    [more] , plus que le mois précédent
    [fewer] , moins que le mois précédent
    [same] , sans changement net par rapport au mois précédent
   *[unknown] { "" }
}{ $usual ->
    [inside] { " ; c’est dans la fourchette habituelle, de " }{ $low } à { $high }
    [above] { " ; c’est au-dessus de la fourchette habituelle, de " }{ $low } à { $high }
    [below] { " ; c’est au-dessous de la fourchette habituelle, de " }{ $low } à { $high }
   *[none] { "" }
}.
letter-bottom-few = Nous comptons moins de 10 signalements pour { $month } { $year } ; un nombre aussi petit n’est pas affiché.
letter-bottom-withheld = Le nombre de signalements pour { $month } { $year } n’est pas affiché, afin de protéger les personnes qui signalent.

## Ce qui a changé

letter-changes = Ce qui a changé
letter-change = { $name } : { $movement ->
    [more] plus
   *[fewer] moins
}, { $now } après { $before } le mois précédent.
letter-changes-others = Les tableaux ci-dessous montrent d’autres changements.
letter-changes-none = Aucun secteur ni aucun type d’événement n’a assez changé pour qu’on puisse le dire.

## Chiffres

figure-about = environ { $n }
figure-few = moins de 10
figure-withheld = non affiché
movement-more = plus
movement-fewer = moins
movement-same = pas de changement net
movement-unknown = indéterminé

## Graphique

letter-chart = Mois par mois
letter-chart-alt = Graphique des signalements par mois, { $from-month } { $from-year } à { $month } { $year }. Le dernier mois : { $now }. { $usual ->
    [inside] C’est dans la fourchette habituelle, de { $low } à { $high }.
    [above] C’est au-dessus de la fourchette habituelle, de { $low } à { $high }.
    [below] C’est au-dessous de la fourchette habituelle, de { $low } à { $high }.
    [unplaced] La fourchette habituelle va de { $low } à { $high }.
   *[none] Il n’y a pas encore douze mois de chiffres pour montrer une fourchette habituelle.
}
letter-chart-figures = La même chose en chiffres, { $from-month } { $from-year } à { $month } { $year } : { $figures }.

## Tableaux

letter-areas = Par secteur
letter-area = Secteur
letter-rest = Moins de 10 sur les deux mois, ou trop peu de personnes pour être montré : { $names }.
letter-areas-none = Aucun secteur n’est assez grand pour être montré seul.
letter-categories = Par type d’événement
letter-category = Type d’événement
letter-categories-none = Aucun type d’événement n’est affiché ce mois-ci.
letter-now = Ce mois-ci
letter-before = Mois précédent
letter-movement = Évolution

## Une question

letter-question = Une question pour l’équipe
question-1 = Quand avez-vous interrompu une tâche pour la dernière fois parce que quelque chose clochait, et comment cela a-t-il été reçu ?
question-2 = Quelle étape de notre travail dépend de la mémoire de quelqu’un ?
question-3 = Que contournons-nous si souvent que nous ne le remarquons plus ?
question-4 = Avec quel matériel un nouveau collègue se tromperait-il le plus facilement, et pourquoi ?
question-5 = Qu’est-ce qui s’est bien passé le mois dernier alors que c’était difficile, et qu’est-ce qui l’a permis ?
question-6 = Où l’information se perd-elle quand nous passons le relais ?
question-7 = Quand nous manquons de monde, que laissons-nous de côté en premier, et qui décide ?
question-8 = Laquelle de nos règles est difficile à suivre telle qu’elle est écrite ?
question-9 = Que diriez-vous à un nouveau collègue qui ne figure dans aucune procédure ?
question-10 = Quel presqu’accident avons-nous vu plus d’une fois, et qu’est-ce qui a changé depuis ?
question-11 = Qu’est-ce qui rend difficile de parler ici, et qu’est-ce qui a aidé ?
question-12 = Quelle chose, une seule, devrait être différente dans un an ?

## Pied

letter-period = Cette lettre porte sur { $month } { $year }. Un signalement compte dans le mois où il a été lu et autorisé.
letter-rounding = Les chiffres sont arrondis pour protéger les personnes : chacun peut s’écarter de 4 au plus, au-dessous de 10 rien n’est affiché, et les totaux ne tombent pas forcément juste. Compté selon les règles v1.
letter-noise = Un bruit aléatoire est ajouté à chaque chiffre (confidentialité différentielle, ε = { $epsilon } pour un signalement), tiré une seule fois pour chaque mois.
letter-more-reports = Plus de signalements peut vouloir dire plus de confiance, et non un travail moins sûr.
letter-report = Signaler quelque chose que vous avez remarqué
letter-about = Comment fonctionne le signalement ici
letter-unsubscribe = Ne plus recevoir cette lettre
letter-no-reply = Merci de ne pas répondre à cette lettre avec des noms de personnes.

## Dans l’image

digest-chart-title = Signalements par mois
digest-chart-usual = fourchette habituelle
digest-chart-few = moins de 10

digest-row-no-area = Secteur non précisé
digest-row-no-category = Pas encore classé
