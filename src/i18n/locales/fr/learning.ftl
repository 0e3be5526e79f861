# Apprendre : actions correctives, leur effet, leçons.

desk-nav-actions = Actions
desk-nav-lessons = Leçons
desk-done-action-kept = Notée.
desk-done-action-changed = Enregistré.
desk-done-lesson-kept = Gardée comme brouillon. Une autre personne doit la publier.
desk-done-lesson-changed = Enregistré. Une autre personne que vous doit la publier.
desk-done-lesson-published = Publiée. Tout le monde peut la lire, et la lettre peut la raconter.
desk-done-lesson-back = Retirée. Elle n’est plus sur la page publique.

## Actions

learning-actions-title = Actions correctives
learning-action-title = Action corrective
learning-actions-lead = Ce qui change grâce aux signalements, qui s’en occupe, et si cela a tenu.
learning-actions-none = Rien n’est encore noté.
learning-action-new = Noter une action
learning-change = Modifier
learning-keep = Enregistrer
learning-what = Ce qui change
learning-what-hint = Une ou deux phrases que tous comprennent. La lettre les reprend telles quelles.
learning-owner = Qui s’en occupe
learning-owner-hint = Un poste, pas une personne : « cadre de service », « biomédical ».
learning-control = Sa force
learning-control-hint = Ce qui supprime le danger tient plus longtemps que ce dont il faut se souvenir.
desk-control-elimination = Le danger est supprimé
desk-control-substitution = Il est remplacé par un danger moindre
desk-control-engineering = Quelque chose de matériel en éloigne les gens
desk-control-administrative = La façon de travailler change
desk-control-protective = Les gens portent une protection
desk-control-reminder = Règle, formation ou rappel
learning-due-by = Échéance
learning-due = pour { $month }
learning-progress = Où elle en est
learning-done = faite en { $month }
learning-done-in = Faite en
learning-dropped = abandonnée
desk-progress-open = À faire
desk-progress-done = Faite
desk-progress-dropped = Ne sera pas faite
learning-late = en retard
learning-checked = avec vérification
learning-reports = Signalements à l’origine
learning-reports-hint = Leurs numéros, un par ligne. La lettre ne les montre jamais.
learning-from = D’après les signalements
learning-sure = J’ai vérifié : on ne peut reconnaître personne

## Cela a-t-il tenu ?

learning-check = Comment vous verrez si cela a tenu
learning-check-hint = Dites-le maintenant, avant que quiconque connaisse la suite. On ne pourra plus le changer.
learning-declare = Vérifier si les signalements diminuent
learning-outcome = Ce qui devrait diminuer
learning-start = Premier mois du changement
learning-wash-in = Mois de mise en route, non comptés
learning-window = Mois jugés ensuite
learning-worth = Plus petite baisse qui vaille la peine, en pour cent
learning-worth-said = { $percent } pour cent de moins
learning-judged = Période jugée
learning-judged-span = de { $from } à { $to }
learning-declared-in = Déclaré en
learning-held = Cela a-t-il tenu ?
learning-held-fewer = Moins que prévu.
learning-held-no-clear-change = Pas encore de changement net.
learning-held-more = Plus que prévu.
learning-held-reporting-fell = Tous les signalements ont baissé : l’effet n’est pas connu.
learning-held-too-few = Trop peu d’événements pour le dire avant { $month }.
learning-held-never = Trop peu d’événements pour le dire, et attendre n’y changera rien.
learning-counted = Comptés : { $before } signalements en { $months-before } mois avant le changement, { $after } en { $months-after } mois après.
learning-ratio = Après le changement, il y en a eu par mois { $ratio } fois autant qu’avant (probablement entre { $low } et { $high } fois).
learning-power = Une baisse de { $percent } pour cent se verrait probablement d’ici à { $month }.
learning-power-never = Avec si peu de signalements, une baisse de { $percent } pour cent ne se verrait pas dans un délai raisonnable.
learning-out-of-reach = C’est long. Cherchez quelque chose qui se voie plus tôt : par exemple des contrôles ponctuels que le changement est en place.
learning-change-here = le changement
learning-unit = Signalements par mois.
learning-guard = Les limites sont celles d’avant le changement, prolongées. Si tous les autres signalements ont baissé aussi, on le dit, car les gens ont peut-être seulement cessé de raconter.

## Comment va le signalement

learning-health = Comment vont les signalements et les actions
learning-health-wait = La moitié des { $reports } signalements de l’année passée a été lue et transmise { $weeks ->
    [0] dans la semaine de leur arrivée
    [one] en une semaine
   *[other] en { $weeks } semaines
} ; ceux qui attendent encore sont comptés.
learning-health-wait-nine = Neuf sur dix { $weeks ->
    [0] dans la semaine de leur arrivée
    [one] en une semaine
   *[other] en { $weeks } semaines
}.
learning-health-told = Sur { $old } signalements transmis il y a trois mois à un an, { $closed } sont clos et leurs auteurs ont su ce qu’il en est advenu.
learning-health-mix = Actions faites : { $strong } pour cent suppriment le danger ou en éloignent les gens, { $between } pour cent changent la façon de travailler, { $weak } pour cent sont des protections, des règles ou des rappels.
learning-health-late = Actions en retard : { $n }.
learning-health-anonymous = On ne compte pas combien de signalements arrivent sans nom : rien de ce qui est gardé ici ne les distingue.

## Leçons au bureau

learning-lessons-title = Leçons
learning-lesson-title = Leçon
learning-lessons-lead = Ce que d’autres peuvent apprendre des signalements. Une personne écrit, une autre publie ; ensuite tout le monde peut lire.
learning-lessons-none = Aucune leçon n’est encore écrite.
learning-lesson-new = Écrire une leçon
learning-title = Titre
learning-happened-hint = Des conditions, pas des coupables : qu’est-ce qui rendait l’erreur facile ? Aucune personne, aucun jour, aucun lieu que peu connaissent.
learning-no-category = aucune
learning-lesson-reports-hint = Leurs numéros, un par ligne. On publie quand le plus récent a un mois. Personne hors du bureau ne les voit.
learning-keep-draft = Garder comme brouillon
learning-lesson-draft = Brouillon
learning-lesson-published = Publiée en { $month }
learning-lesson-withdrawn = Retirée
learning-publish = Publier
learning-take-back = Retirer
learning-mine = Vous l’avez écrite : une autre personne doit la publier.
learning-changed = Quelqu’un a modifié ceci entre-temps. Ce que vous avez tapé est encore dans le formulaire. Enregistrez de nouveau pour le remplacer.
lesson-same-person = Vous l’avez écrite. Une autre personne doit la publier.
lesson-too-young = Un signalement qu’elle contient a été transmis ce mois-ci ou le mois dernier. Attendez qu’il ait un mois.
lesson-too-few-people = Moins de vingt personnes travaillent ici. Une histoire désignerait l’une d’elles.
lesson-objected = L’auteur d’un de ces signalements veut cacher davantage ou l’a repris. Retirez ce signalement de l’histoire.

## Leçons pour tous

lessons-title = Ce que nous avons appris
lessons-lead = Ce que des collègues ont signalé, ce qui l’a rattrapé et ce qui aide. On ne peut y reconnaître personne.
lessons-none = Aucune leçon n’est encore publiée.
lessons-sealed = Les leçons ne peuvent pas être affichées pour l’instant : le service vient de démarrer et attend sa clé. Signaler fonctionne.
lessons-happened = Ce qui s’est passé
lessons-caught = Ce qui l’a rattrapé
lessons-helps = Ce qui aide

## Problèmes

problem-needed = Il faut écrire quelque chose ici.
problem-month = Écrivez le mois comme 2026-05.
problem-month-ahead = Ce mois n’est pas encore venu.
problem-choice = Choisissez un nombre dans les limites.
problem-too-late-to-declare = Le changement ne doit pas être plus ancien que ce mois-ci : on déclare une vérification avant de connaître la suite.
problem-names-somebody = On dirait que quelqu’un pourrait être reconnu ici : un nom, un numéro ou une adresse. Retirez-le, ou cochez ci-dessous que vous avez vérifié.
