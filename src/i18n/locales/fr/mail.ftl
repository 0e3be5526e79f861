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
quarter-short-1 = T1
quarter-short-2 = T2
quarter-short-3 = T3
quarter-short-4 = T4

## La lettre mensuelle : le cadre

letter-subject = { $organisation } : bulletin sécurité, { $when }
letter-title = Bulletin sécurité
letter-when = { $month } { $year }
letter-when-quarter = { $from } à { $month } { $year }
letter-preview = Une page pour l’équipe : ce que les collègues ont signalé, ce qui a changé et une question à discuter. Cinq minutes de lecture suffisent.
letter-thanks = Merci à toutes celles et à tous ceux qui ont pris un moment pour signaler. Chaque signalement est lu par une personne.

## L’essentiel

letter-bottom-about = Nous comptons environ { $now } signalements pour { $when }{ $movement ->
    [more] , plus que le { $pace ->
        [quarter] trimestre
       *[month] mois
    } précédent
    [fewer] , moins que le { $pace ->
        [quarter] trimestre
       *[month] mois
    } précédent
    [same] , sans changement net par rapport au { $pace ->
        [quarter] trimestre
       *[month] mois
    } précédent
   *[unknown] { "" }
}{ $usual ->
    [inside] { " ; c’est dans la fourchette habituelle, de " }{ $low } à { $high }
    [above] { " ; c’est au-dessus de la fourchette habituelle, de " }{ $low } à { $high }
    [below] { " ; c’est au-dessous de la fourchette habituelle, de " }{ $low } à { $high }
   *[none] { "" }
}.
letter-bottom-few = Nous comptons moins de { $least } signalements pour { $when } ; un nombre aussi petit n’est pas affiché.
letter-bottom-withheld = Le nombre de signalements pour { $when } n’est pas affiché, afin de protéger les personnes qui signalent.
letter-bottom-nobody = Cette lettre ne montre aucun chiffre : moins de { $crowd } personnes, à notre connaissance, travaillent ici, et des chiffres sur si peu de monde pourraient en désigner une. Ce qui a été appris et fait est raconté quand même.

## Ce qui a changé

letter-changes = Ce qui a changé
letter-change = { $name } : { $movement ->
    [more] plus
   *[fewer] moins
}, { $now } après { $before } le { $pace ->
    [quarter] trimestre
   *[month] mois
} précédent.
letter-changes-others = Les tableaux ci-dessous montrent d’autres changements.
letter-changes-none = Aucun secteur ni aucun type d’événement n’a assez changé pour qu’on puisse le dire.
letter-changes-thin = Il y a trop peu de signalements pour des chiffres par secteur ou par type d’événement.
letter-changes-lacking = Pour { $when }, certains signalements ne sont pas encore comptés : un secteur en a envoyé bien plus que d’habitude, et quelqu’un les lit encore.
letter-changes-not-compared = Le total et les types d’événement ne sont donc comparés à aucune autre période.

## Chiffres

figure-about = environ { $n }
figure-few = moins de { $least }
figure-withheld = non affiché
movement-more = plus
movement-fewer = moins
movement-same = pas de changement net
movement-unknown = indéterminé

## Graphique

letter-chart = { $pace ->
    [quarter] Trimestre par trimestre
   *[month] Mois par mois
}
letter-chart-alt = { $pace ->
    [quarter] Graphique des signalements par trimestre, { $from } à { $to }. Le dernier trimestre : { $now }.
   *[month] Graphique des signalements par mois, { $from } à { $to }. Le dernier mois : { $now }.
} { $usual ->
    [inside] C’est dans la fourchette habituelle, de { $low } à { $high }.
    [above] C’est au-dessus de la fourchette habituelle, de { $low } à { $high }.
    [below] C’est au-dessous de la fourchette habituelle, de { $low } à { $high }.
    [unplaced] La fourchette habituelle va de { $low } à { $high }.
   *[none] Il n’y a pas encore douze chiffres pour montrer une fourchette habituelle.
}
letter-chart-figures = La même chose en chiffres, { $from } à { $to } : { $figures }.

## Tableaux

letter-areas = Par secteur
letter-area = Secteur
letter-rest = Moins de { $least } sur les deux { $pace ->
    [quarter] trimestres
   *[month] mois
}, ou trop peu de personnes pour être montré : { $names }.
letter-categories = Par type d’événement
letter-category = Type d’événement
letter-now = { $pace ->
    [quarter] Ce trimestre
   *[month] Ce mois-ci
}
letter-before = { $pace ->
    [quarter] Trimestre précédent
   *[month] Mois précédent
}
letter-movement = Évolution

## Ce qui a été appris et fait

letter-deeds = Vous l’avez dit, nous l’avons fait
letter-deed-who = { $owner }, { $state ->
    [done] fait en { $when }
   *[due] prévu pour { $when }
}.
letter-held = Depuis : { $held ->
    [fewer] moins que prévu
    [same] pas encore de changement net
    [more] plus que prévu
    [fell] les signalements ont baissé, effet inconnu
    [few-before] trop peu d’événements pour le dire avant { $when }
   *[few] trop peu d’événements pour le dire
}.
letter-story = Une histoire pour apprendre
letter-story-happened = Ce qui s’est passé
letter-story-caught = Ce qui l’a arrêté
letter-story-helps = Ce qui aide
letter-health = Comment vont les signalements
letter-health-reply = La moitié des signalements ont été lus et autorisés par une personne en { $kind ->
    [one] une semaine
   *[more] { $weeks } semaines
}.
letter-health-told = Pour environ { $percent } % des signalements de plus de trois mois, leur auteur a appris ce qu’il en est advenu.
letter-health-told-hardly = Pour presque aucun signalement de plus de trois mois, son auteur n’a appris ce qu’il en est advenu.
letter-health-strong = Sur { $all } mesures prises, { $strong } suppriment le danger, le remplacent ou lui opposent un obstacle matériel.
letter-asks = À faire ensuite
letter-ask-who = { $owner }, d’ici { $when }.

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

letter-period = Cette lettre porte sur { $when }. Un signalement compte dans le { $pace ->
    [quarter] trimestre
   *[month] mois
} où il a été lu et autorisé.
letter-tested = { $tested ->
    [once] Une série a été comparée à sa fourchette habituelle, tous les signalements ensemble ; si rien ne change, le hasard seul l’en fait sortir environ une fois sur { $times } lettres.
    [hardly] Une série a été comparée à sa fourchette habituelle, tous les signalements ensemble ; si rien ne change, le hasard seul ne l’en fait presque jamais sortir.
   *[none] Aucune série n’a été comparée à une fourchette habituelle : il y a trop peu de chiffres.
} « Plus » et « moins » ne comparent que deux chiffres imprimés ; de tels écarts viennent aussi du hasard.
letter-rounding = Les chiffres sont arrondis pour protéger les personnes : chacun peut s’écarter de 4 au plus, au-dessous de { $least } rien n’est affiché, et les totaux ne tombent pas forcément juste. Compté selon « { $rules } ».
letter-noise = Un bruit aléatoire est ajouté à chaque chiffre (confidentialité différentielle, ε = { $epsilon } pour un signalement), tiré une seule fois pour chaque mois.
letter-more-reports = Plus de signalements peut vouloir dire plus de confiance, et non un travail moins sûr.
letter-report = Signaler quelque chose que vous avez remarqué
letter-about = Comment fonctionne le signalement ici
letter-unsubscribe = Ne plus recevoir cette lettre
letter-no-reply = Merci de ne pas répondre à cette lettre avec des noms de personnes.

## Dans l’image

digest-chart-title = { $pace ->
    [quarter] Signalements par trimestre
   *[month] Signalements par mois
}{ $usual ->
    [inside] { " " }: { $when } reste dans la fourchette habituelle
    [above] { " " }: { $when } dépasse la fourchette habituelle
    [below] { " " }: { $when } est en dessous de la fourchette habituelle
   *[none] { "" }
}
digest-chart-usual = fourchette habituelle
digest-chart-few = moins de 10
digest-chart-few-outside = moins de 15

digest-row-no-area = Secteur non précisé
digest-row-no-category = Pas encore classé

## La page pour un échange de cinq minutes

talk-page-title = Cinq minutes pour l’équipe
talk-page-lead = Lisez-la à voix haute, parlez de la question, notez une chose.
talk-page-prompt-1 = Où cela pourrait-il nous arriver ?
talk-page-prompt-2 = Qu’est-ce qui l’arrêterait ici, avant que quelqu’un soit blessé ?
talk-page-prompt-3 = Quelle chose, une seule, changeons-nous, et qui s’en occupe ?
talk-page-notes = Nos notes
