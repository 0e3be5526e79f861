# Ce que voient les personnes qui signalent et celles qui lisent la lettre. Mots simples, phrases courtes, aucun reproche.

## Frame

frame-skip = Aller au contenu
frame-language = Langue
frame-foot = Ce site ne pose aucun cookie, ne charge rien d’ailleurs et ne garde pas votre adresse.

## Landing page

landing-title = Cela a failli mal tourner ? Dites-le ici.
landing-lead = { $organisation } apprend de ce qui a failli arriver, avant que quelqu’un soit blessé. Pas besoin de compte, vous ne donnez pas votre nom.
landing-notfor-title = Ce n’est pas l’endroit pour
landing-notfor-danger = Un danger immédiat. Appelez d’abord les secours ou prévenez la personne responsable. Vous pourrez signaler ensuite.
landing-notfor-accident = Un accident avec blessure grave, ou un délit. Prévenez votre responsable, la police ou l’autorité publique. Ici, personne ne peut agir assez vite.
landing-notfor-person = Une plainte au sujet d’une personne, ou une question de salaire ou de contrat. Les représentants du personnel ou le service du personnel peuvent aider.
landing-notfor-anyway = Si vous l’envoyez quand même, les relecteurs le lisent et devront peut-être transmettre ce qui y est dit.
landing-promise-title = Ce que nous promettons
landing-promise-nobody = Pas de nom, pas de compte, pas de cookie. Nous ne gardons ni votre adresse internet, ni votre appareil, ni l’heure. De la date, seule la semaine reste.
landing-promise-sealed = Vos mots sont scellés avant d’être enregistrés. Seuls les relecteurs peuvent les ouvrir, et chaque ouverture est notée.
landing-promise-removed = Les noms, les dates et tout ce qui pourrait vous désigner, vous ou un collègue, sont retirés avant que quelqu’un d’autre ne lise.
landing-promise-receipt = Vous recevez neuf mots. Avec eux, et seulement avec eux, vous pouvez voir plus tard ce qu’est devenu votre signalement.
landing-promise-saved = Si nous disons « reçu », c’est enregistré en sûreté. Si ce n’est pas enregistré, nous vous le disons.
landing-limits-title = Ce que nous ne pouvons pas promettre
landing-limits-device = Nous ne pouvons pas cacher que cet appareil a ouvert cette page. N’utilisez pas un ordinateur, un téléphone ou un réseau de votre employeur si vous n’avez pas confiance.
landing-limits-style = Ce que vous seul pouviez savoir, ou votre façon d’écrire, peut vous trahir auprès de quelqu’un qui était présent.
landing-limits-typed = Un nom que vous écrivez est vu par la personne chargée de le retirer.
landing-limits-law = Un juge peut nous ordonner de remettre ce qui existe. C’est pourquoi nous gardons si peu.
landing-report = Faire un signalement
landing-report-hint = Environ trois minutes. Vous voyez ce qui sera masqué avant d’envoyer.
landing-receipt = J’ai neuf mots
landing-staff = Accès du personnel

## Report form

report-title = Signaler
report-lead = Dites ce qui a failli mal tourner, ce qui pourrait mal tourner, ou ce qui s’est bien passé. Seules deux questions demandent une réponse.
report-before-title = Avant d’écrire
report-before-notfor = Pas pour un danger immédiat, un accident grave, un délit ou une plainte au sujet d’une personne.
report-before-device = Pas depuis un appareil ou un réseau de travail dont vous vous méfiez : nous ne pouvons pas cacher votre passage ici.
report-before-kept = Ni nom, ni adresse, ni cookie, ni heure d’envoi ne sont gardés. Les noms et dates de votre texte sont masqués avant que les analystes ne lisent.
report-before-limits = Ce que vous seul pouviez savoir peut encore vous trahir. Un juge peut nous ordonner de remettre ce qui existe.
report-before-more = Toutes les promesses et leurs limites
report-words-title = Vos neuf mots
report-words-text = Si la connexion se coupe après l’envoi, ces mots retrouvent quand même votre signalement. Copiez-les maintenant ou après l’envoi. Personne d’autre ne les a.
report-required = réponse nécessaire
report-optional = Vous pouvez tout laisser vide ici. Chaque réponse aide un peu.
report-optional-title = Davantage, si vous voulez
report-kind = De quoi s’agit-il ?
report-narrative = Que s’est-il passé ?
report-narrative-hint = Ce qui était en cours, ce que vous avez remarqué, ce qui l’a arrêté. Écrivez « une infirmière » ou « lit 4 » si vous voulez : nous masquons ce qui désigne des personnes.
report-narrative-limit = Jusqu’à 20 000 caractères.
report-urgent = Quelqu’un pourrait bientôt être blessé : à montrer tout de suite
report-urgent-hint = Sinon, les signalements attendent d’être plusieurs et sont montrés dans un ordre mélangé, pour que personne ne sache quand vous avez envoyé le vôtre. Ne cochez que si cela ne peut pas attendre : vous renoncez à cette protection.
report-when = Quand et où
report-month = Mois
report-day-part = Moment de la journée
report-area = Où
report-area-hint = Les petits secteurs ne sont montrés aux analystes que de façon plus large.
report-phase = Ce qui était en cours
report-stopped = Ce qui l’a fait remarquer et arrêté
report-detection = Comment l’a-t-on remarqué ?
report-recovery = Qu’est-ce qui l’a arrêté ?
report-weight = Gravité et fréquence
report-severity = Qu’aurait-il pu se passer ?
report-frequency = Combien de fois l’avez-vous vu ?
report-worry = À quel point cela vous inquiète-t-il ?
report-idea-group = Votre idée, et vous
report-idea = Qu’est-ce qui aiderait ?
report-idea-hint = Une idée pour y remédier, si vous en avez une. Jusqu’à 2 000 caractères.
report-role = Votre fonction
report-role-hint = Les analystes ne la voient jamais. Elle sert seulement à estimer combien de personnes vous pourriez être.
report-contact = Pouvons-nous vous poser une question ?
report-contact-hint = Nous pouvons répondre au moyen de vos neuf mots. Vous pouvez aussi laisser un volet avec votre nom, scellé à part du récit.
report-consent = Peut-on raconter l’histoire aux collègues, sans rien qui désigne des personnes ?
report-preview = Voir ce qui sera masqué
report-send-now = Envoyer sans regarder
report-send-hint = Rien n’est enregistré tant que vous n’envoyez pas.
report-problems-title = Une réponse est à revoir
report-problems-text = Tout ce que vous avez écrit est encore là.

## Answers

answer-blank = choisir …
answer-dont-know = Je ne sais pas
answer-rather-not = Je préfère ne pas le dire
kind-near-miss = Cela a failli mal tourner
kind-near-miss-hint = Quelque chose allait mal tourner, et la chance ou l’attention de quelqu’un l’a arrêté.
kind-unsafe-condition = Cela pourrait mal tourner un jour
kind-unsafe-condition-hint = Rien ne s’est encore passé, mais le piège est là.
kind-went-well = Cela s’est bien passé
kind-went-well-hint = Quelque chose a été repéré ou si bien fait que d’autres devraient le savoir.
day-part-night = Nuit
day-part-morning = Matin
day-part-afternoon = Après-midi
day-part-evening = Soir
severity-none = Personne n’aurait été blessé
severity-minor = Blessure légère
severity-moderate = Blessure avec soins
severity-severe = Blessure grave
severity-fatal = Quelqu’un aurait pu mourir
frequency-first = Pour la première fois
frequency-sometimes = Parfois
frequency-often = Souvent
frequency-daily = Tous les jours
worry-little = Un peu
worry-somewhat = Assez
worry-very = Beaucoup
worry-urgent = Cela ne peut pas attendre
contact-none = Non
contact-receipt = Oui, au moyen de mes neuf mots
contact-identity = Oui, voici comment me joindre
report-strip = Volet d’identité
report-strip-hint = Seulement si vous avez choisi « voici comment me joindre ». Il est scellé à part de votre texte. Personne ne peut l’ouvrir seul : deux dépositaires doivent être d’accord et donner un motif, et vous le voyez avec vos neuf mots. Il est détruit 72 heures après l’appel, au plus tard après 30 jours.
report-strip-1 = Nom
report-strip-2 = Comment vous joindre
report-strip-3 = Quand appeler
problem-strip-long = C’est trop long ou contient des caractères qui ne peuvent pas être gardés. Raccourcissez, s’il vous plaît.
problem-strip-reach = Dites comment vous joindre, ou choisissez une autre réponse plus haut.
problem-strip-unchosen = Vous avez écrit des coordonnées. Choisissez « voici comment me joindre » pour les envoyer, ou videz les champs.
problem-strip-closed = On ne peut pas laisser de volet en ce moment. Choisissez une autre réponse et videz les champs.
consent-yes = Oui
consent-ask = Me demander d’abord, au moyen de mes neuf mots
consent-no = Non

## What is wrong with a field

problem-empty = Écrivez quelques mots ici. Cela peut être court.
problem-unreadable = Certains caractères ne sont pas arrivés comme du texte (affichés « � »). Retapez-les ou retirez-les.
problem-too-long = C’est trop long. Raccourcissez : rien n’a été coupé.
problem-unknown-choice = Choisissez une des réponses de la liste.
problem-kind = Choisissez une des trois réponses.
problem-words-in-text = Vos neuf mots sont dans le texte. Retirez-les : qui les lit pourrait consulter votre signalement. Rien n’a été envoyé.

## When something is in the way

report-not-saved-title = Non enregistré
report-stale = Ce formulaire était trop ancien, rien n’est donc encore enregistré. Les mots que vous avez vus ne valent plus. Vous avez de nouveaux mots plus bas ; votre texte est encore là. Envoyez-le une nouvelle fois.
report-again = Envoyer à nouveau
report-different = Les mots de ce formulaire portent déjà un autre signalement. Vous êtes peut-être revenu en arrière et avez changé le texte. Ce texte n’est pas encore enregistré ; il a maintenant de nouveaux mots. Envoyez-le si c’est un nouveau signalement.
report-unavailable = Votre signalement n’a pas été enregistré : l’enregistrement est hors d’atteinte. Votre texte est encore ici, et nulle part ailleurs. Attendez une minute et envoyez à nouveau. Les mots restent les mêmes, envoyer deux fois ne fait donc aucun mal.
report-broken = Votre signalement n’a pas été enregistré : quelque chose est en panne ici, et vous n’y êtes pour rien. Votre texte est encore ici, et nulle part ailleurs. Copiez-le et réessayez plus tard.
intake-not-open = Ce service ne peut pas encore recevoir de signalements : personne n’est là pour les relire. Votre texte n’a pas été enregistré.
conflict-changed = Quelqu’un d’autre l’a modifié au même moment. Rechargez la page et recommencez.

## Preview

preview-title = Ce qui sera masqué
preview-lead = Voici comment un analyste lirait votre signalement. Rien n’est encore enregistré.
preview-legend = Les mots marqués sont remplacés par ce qui est entre crochets. Seuls vous et le relecteur voyez ce qu’il y avait.
preview-narrative = Ce qui s’est passé
preview-idea = Ce qui aiderait
preview-none = Nous n’avons rien trouvé à masquer. Relisez : y a-t-il quelque chose que vous seul pouviez savoir ?
preview-list-title = Masqué, et pourquoi
preview-count = { $n ->
    [one] Un passage est masqué.
   *[other] { $n } passages sont masqués.
}
preview-doubt = en doute : le relecteur décide
preview-doubt-legend = Un trait pointillé signale un doute : le relecteur décidera.
preview-was = avant :
preview-screener = Une personne relit tout et masque ce qui nous a échappé.
meter-title = Combien de personnes pourriez-vous être ?
meter-fits = { $n ->
    [0] Personne dans nos effectifs ne correspond à ce que vous avez choisi. Cela pourrait vous désigner directement.
    [one] Environ une personne correspond à ce que vous avez choisi. Cela pourrait vous désigner directement.
   *[other] Environ { $n } collègues correspondent à ce que vous avez choisi.
}
meter-few = Moins de dix : votre secteur ne sera pas montré aux analystes.
meter-drop-role = Sans votre fonction : environ { $n }
meter-drop-area = Sans le lieu : environ { $n }
preview-send = Envoyer
preview-change = Modifier
span-person = Personne
span-email = Adresse électronique
span-phone = Numéro de téléphone
span-url = Adresse web
span-username = Nom d’utilisateur
span-id = Numéro qui désigne quelqu’un
span-vehicle = Véhicule
span-org = Organisation
span-location = Lieu
span-date = Date
span-time = Heure
span-age = Âge
span-role-unique = Poste tenu par une seule personne
span-other-id = Quelque chose qui désigne une personne

## Received

received-title = Reçu
received-lead = Votre signalement est enregistré en sûreté. Merci.
received-words-title = Vos neuf mots
received-words-text = Notez-les, imprimez cette page ou photographiez-la. Avec eux, vous pouvez voir ce que devient votre signalement. Sans eux, personne ne peut le retrouver pour vous.
received-line = Sur une ligne, pour copier
received-qr-text = Le carré contient les mêmes neuf mots et rien d’autre.
received-qr-label = Les neuf mots sous forme de code QR
received-next-title = Et ensuite
received-next-1 = Un relecteur le lit et retire ce qui pourrait désigner des personnes.
received-next-2 = Les analystes lisent le reste et cherchent ce qui l’a rendu possible, pas qui l’a fait.
received-next-3 = Revenez voir dans deux ou trois semaines avec vos mots.
received-finish = Terminer et effacer cette page
received-finish-hint = Sur un ordinateur partagé, fermez aussi la fenêtre.

## Looking up a report

receipt-title = Consulter un signalement
receipt-lead = Écrivez les neuf mots que vous avez reçus. Minuscules ou majuscules, espaces ou tirets : tout convient.
receipt-words = Neuf mots
receipt-look = Consulter
receipt-count = { $n ->
    [0] Écrivez les neuf mots que vous avez reçus.
    [one] Cela fait un mot. Un reçu en a neuf.
   *[other] Cela fait { $n } mots. Un reçu en a neuf.
}
receipt-word = Le mot numéro { $n } n’est pas dans notre liste. Vérifiez son orthographe.
receipt-unknown = Aucun signalement ne porte ces mots. Vérifiez l’ordre et l’orthographe. Si vous n’êtes jamais arrivé à la page « Reçu », il n’a peut-être pas été enregistré : envoyez-le une nouvelle fois.
receipt-found-title = Votre signalement
receipt-here = il en est là
receipt-past = fait
receipt-ahead = à venir
stage-received = Reçu
stage-received-text = Il est enregistré et scellé. Il attend de pouvoir être montré avec d’autres.
stage-screening = En relecture
stage-screening-text = Un relecteur retire ce qui pourrait désigner des personnes.
stage-released = Chez les analystes
stage-released-text = Ils lisent le texte nettoyé et cherchent ce qui l’a rendu possible.
stage-learning = On en tire des leçons
stage-learning-text = Il nourrit une revue ou un changement dans la façon de travailler.
stage-closed = Clos
stage-closed-text = Il n’y aura plus rien de fait avec ce signalement. Ce qu’on en a appris reste.
receipt-finish = Terminer et effacer cette page

## Leaving the digest

unsubscribe-title = Ne plus recevoir la lettre
unsubscribe-address-lead = Quelle adresse ne doit plus recevoir la lettre ?
unsubscribe-address = Adresse électronique
unsubscribe-button = Ne plus la recevoir
unsubscribe-token-lead = Appuyez sur le bouton et cette adresse ne recevra plus la lettre.
unsubscribe-done-title = C’est fait
unsubscribe-done-token = Cette adresse ne recevra plus la lettre.
unsubscribe-done-address = Si cette adresse était sur la liste, elle ne recevra plus la lettre.
unsubscribe-unknown = Ce lien ne fonctionne plus. Écrivez plutôt l’adresse.
problem-address = Écrivez une adresse comme nom@example.org.

## Errors

error-home = Vers la première page
error-incident = Numéro pour ceux qui gèrent ce service : { $number }
error-unreadable-title = Nous n’avons pas pu le lire
error-unreadable-text = Rien n’a été enregistré. Revenez en arrière et essayez encore une fois.
error-forbidden-title = Refusé
error-forbidden-text = Le formulaire ne venait pas de ce site, ou il était trop ancien. Rien n’a été changé. Rouvrez la page et recommencez.
error-missing-title = Il n’y a rien ici
error-missing-text = Vérifiez l’adresse, ou partez de la première page.
error-method-title = Cela ne fonctionne pas ainsi
error-method-text = L’adresse existe, mais pas pour cela. Partez de la première page.
error-slow-title = Cela a pris trop de temps
error-slow-text = Le texte n’est pas arrivé à temps. Rien n’a été enregistré. Revenez en arrière : la plupart des navigateurs ont encore ce que vous avez écrit. Puis envoyez à nouveau.
error-conflict-title = Impossible pour le moment
error-conflict-text = Rien n’a été changé.
error-large-title = C’est trop à la fois
error-large-text = Ce que vous avez envoyé dépasse ce que nous pouvons recevoir. Rien n’a été enregistré. Revenez en arrière : la plupart des navigateurs ont encore ce que vous avez écrit. Raccourcissez et envoyez à nouveau.
error-media-title = Nous ne pouvons pas lire ce type de données
error-media-text = Rien n’a été enregistré. Utilisez le formulaire de ce site.
error-host-title = Mauvaise adresse
error-host-text = Ce service ne répond pas sous ce nom.
error-unavailable-title = Indisponible pour le moment
error-unavailable-text = L’enregistrement est hors d’atteinte. Rien n’a été changé. Attendez une minute et réessayez.
error-broken-title = Quelque chose est en panne ici
error-broken-text = Vous n’y êtes pour rien. Rien n’a été enregistré. Réessayez plus tard.

## For other programs

api-bad-json-title = Illisible comme JSON
api-bad-json-text = Envoyez un objet JSON comme décrit dans /api/v1/openapi.json.
api-invalid-title = Certains champs demandent une autre valeur
api-invalid-text = Voir « errors ».
api-stale-title = Le reçu est trop ancien
api-stale-text = Demandez-en un nouveau à /api/v1/receipt et renvoyez, ou envoyez sans reçu.
api-different-title = Le reçu est déjà pris
api-different-text = Ces mots portent déjà un autre signalement. Demandez-en d’autres à /api/v1/receipt.
