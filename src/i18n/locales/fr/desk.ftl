# Candor, côté personnel : connexion et bureau.

## Cadre

desk-nav-label = Bureau
desk-nav-home = Accueil
desk-nav-screening = Relecture
desk-nav-reports = Signalements
desk-nav-digest = Lettre
desk-nav-readers = Destinataires
desk-nav-people = Personnes
desk-nav-dictionary = Liste propre
desk-nav-audit = Journal
desk-sign-out = Se déconnecter
desk-key-open = Clé de relecture ouverte
desk-key-locked = Clé de relecture fermée
desk-key-none = Pas encore de clé de relecture
desk-save = Enregistrer
desk-not-given = non indiqué
desk-month = { $month } { $year }
desk-foot = Le travail ici est noté dans un journal : qui a fait quoi, jamais ce qui a été lu.
desk-door-foot = La connexion pose un seul cookie, qui disparaît avec le navigateur. Rien n’est chargé d’ailleurs.
desk-urgent = Urgent
desk-urgent-why = La personne a demandé que ce soit vu tout de suite : quelqu’un pourrait bientôt être blessé.
desk-problems = Une réponse est à revoir. Elle est marquée plus bas ; tout ce que vous avez écrit est encore là.
desk-older = Plus anciens
desk-newest = Retour aux plus récents

## Après une action

desk-done-signed-out = Vous êtes déconnecté. Rien du bureau n’est resté dans ce navigateur.
desk-done-released = Libéré. Les analystes peuvent lire le nouveau texte.
desk-done-proposed = Texte proposé. Un deuxième relecteur doit le confirmer avant que les analystes le voient.
desk-done-sent-back = Renvoyé à la relecture.
desk-done-granted = Clé transmise. Votre collègue peut ouvrir les textes bruts dès maintenant.
desk-done-coded = Enregistré.
desk-done-prepared = La lettre est figée. Une deuxième personne doit l’approuver.
desk-done-approved = Approuvée. Les lettres sont en route.
desk-done-retried = Les lettres non remises attendent un nouvel essai.
desk-done-reader-added = Destinataire ajouté.
desk-done-reader-removed = Destinataire retiré.
desk-done-disabled = Compte fermé. Ses sessions ont pris fin.
desk-done-enabled = Compte rouvert.
desk-done-roles = Rôles modifiés. La personne doit se reconnecter.
desk-done-terms-added = Les termes sont sur la liste.
desk-done-terms-removed = Retiré de la liste.
desk-done-terms-none = Rien de tel sur la liste.
desk-done-remembered = Sur la liste dès maintenant.
desk-done-retention = Confirmé. Ce qui est échu sera détruit au prochain passage, d’ici une minute environ.

## Refus

desk-lapsed-title = Vous avez été déconnecté
desk-lapsed-text = Rien n’a été enregistré : la session a pris fin après 15 minutes sans activité, ou après 8 heures. Reconnectez-vous et rouvrez la page.
desk-lapsed-kept = Ce que vous aviez écrit, pour que vous puissiez le copier :
case-changed = Un collègue a modifié ce signalement entre-temps. Ce que vous avez écrit est encore dans le formulaire, et ce qui est enregistré est à côté. Enregistrez de nouveau pour le remplacer.
release-open-questions = Répondez d’abord aux doutes restants : masquer ou garder. Rien n’a été libéré.
release-same-person = Quelqu’un d’autre doit libérer ce texte : c’est vous qui l’avez proposé.
digest-exists = Ce mois a déjà sa lettre.
digest-month-open = Ce mois n’est pas fini depuis assez longtemps. Une lettre peut être préparée une semaine après la fin du mois.
digest-same-person = Quelqu’un d’autre doit approuver cette lettre, ou elle est déjà approuvée.
digest-spent = Pas de lettre : le bruit de ce mois a déjà été tiré une fois, et il ne l’est pas de nouveau.
digest-book = Pas de lettre : le livre du bruit, à côté des ancres d’audit, est plus court qu’avant. Remettez le plus récent en place.
digest-noise-preview = Pas d’aperçu : avec du bruit, ce serait un autre tirage. Figez le mois pour voir ses chiffres.
digest-refused = Pas de lettre : à côté des précédentes, ses chiffres trahiraient un petit nombre.
desk-no-key = Vous n’avez pas encore la clé de relecture. Un autre relecteur vous la transmet depuis sa page de relecture.
desk-locked = La clé de relecture est fermée. Écrivez votre phrase secrète pour l’ouvrir.

## Connexion

desk-sign-in-title = Se connecter au bureau
desk-sign-in-lead = Pour celles et ceux qui relisent, analysent, publient ou font fonctionner le système. Pour signaler quelque chose, aucun compte n’est nécessaire.
desk-sign-in-report = Signaler quelque chose
desk-email = Adresse électronique
desk-passphrase = Phrase secrète
desk-code = Code à usage unique
desk-code-hint = Six chiffres donnés par votre application d’authentification, ou l’un de vos codes de secours.
desk-sign-in = Se connecter
desk-sign-in-wrong = L’adresse, la phrase secrète et le code ne vont pas ensemble. Vérifiez les trois ; un code ne sert qu’une fois. Après plusieurs essais manqués, attendez une minute.
desk-sign-in-wait = Trop d’essais. Attendez { $n ->
    [one] une seconde
   *[other] { $n } secondes
  } et réessayez.
desk-sign-in-unavailable = La connexion ne fonctionne pas pour le moment. Réessayez dans une minute.
desk-demo-title = Personnes inventées
desk-demo-lead = Ceci est une démonstration avec des données inventées. Chaque personne ci-dessous peut se connecter ; le bouton remplit la phrase secrète et le code pour vous.
desk-demo-once = Un code ne sert qu’une fois. Se reconnecter avec la même personne prend jusqu’à 30 secondes.
desk-demo-as = Se connecter comme { $name }
desk-demo-code = Code actuel

## Invitation

desk-set-up-title = Préparer votre compte
desk-set-up-lead = Bienvenue, { $name }. Choisissez une phrase secrète et reliez une application d’authentification. Le lien sert une seule fois.
desk-set-up-passphrase-title = 1. Phrase secrète
desk-set-up-passphrase-rules = Au moins 15 caractères. Quatre ou cinq mots sans lien entre eux sont faciles à retenir et difficiles à deviner ; les espaces sont bienvenus. Pas le nom de l’organisation, ni rien que vous utilisez ailleurs.
desk-set-up-again = La même phrase secrète encore une fois
desk-set-up-key = Votre phrase secrète ouvre aussi votre clé. Personne ne peut la réinitialiser sans vous retirer cette clé.
desk-set-up-code-title = 2. Application d’authentification
desk-set-up-qr = Code QR pour votre application d’authentification
desk-set-up-scan = Lisez cette image avec une application d’authentification sur votre téléphone, ou recopiez-y la clé ci-dessous.
desk-set-up-secret = Clé
desk-set-up-code = Code que l’application affiche maintenant
desk-set-up-finish = Terminer
desk-set-up-problems = Une réponse est à revoir. Elle est marquée plus bas ; écrivez de nouveau la phrase secrète et un nouveau code.
desk-set-up-gone-title = Ce lien ne fonctionne pas
desk-set-up-gone = Il a déjà servi, il est trop ancien ou incomplet. Demandez-en un nouveau à la personne qui vous a invité.
problem-passphrase-short = Utilisez au moins 15 caractères.
problem-passphrase-long = Utilisez au plus 256 caractères.
problem-passphrase-common = Celle-ci figure sur des listes de phrases courantes, ou ressemble trop au nom de l’organisation ou au vôtre. Choisissez-en une autre.
problem-code = Ce code ne convient pas. Vérifiez l’heure de votre téléphone et écrivez le code affiché maintenant.
desk-problem-again = Les deux phrases secrètes sont différentes.

## Ouverture

desk-unlock-title = Ouvrir la clé de relecture
desk-unlock-lead = Les textes bruts sont scellés. Votre phrase secrète les ouvre tant que vous y travaillez ; après cinq minutes sans activité, ils sont scellés de nouveau.
desk-unlock-kept = Vos décisions sont gardées et seront transmises.
desk-unlock = Ouvrir la clé
desk-unlock-wrong = Cette phrase secrète n’ouvre pas la clé.

## Clés d’accès, preuve et son propre compte

desk-passkey-use = Utiliser une clé d’accès au lieu d’un code
desk-passkey-failed = Le navigateur n’a pas de clé d’accès pour cette page, ou la demande a été interrompue. Réessayez, ou utilisez un code.
desk-confirm-title = Est-ce toujours vous ?
desk-confirm-lead = Ce que vous allez faire demande une preuve récente, de moins de cinq minutes. Rien de ce que vous avez écrit n’est perdu ; tout continue d’ici.
desk-confirm-do = Confirmer et continuer
desk-confirm-leave = Abandonner et revenir au bureau
desk-confirm-wrong = La phrase secrète et le second facteur ne vont pas ensemble. Un code ne sert qu’une fois.
desk-done-confirmed = Confirmé. Pendant cinq minutes, rien ne vous sera redemandé.
desk-done-passphrase = Votre phrase secrète est changée. Vos autres sessions sont terminées.
desk-done-passkey-added = Clé d’accès ajoutée. Elle sert dès la prochaine connexion.
desk-done-passkey-removed = Clé d’accès retirée. Elle n’ouvre plus rien ici.
desk-done-sessions-ended = Vos autres sessions sont terminées.
desk-done-conflict-added = Noté. La personne ne voit plus les signalements de cette unité.
desk-done-conflict-removed = Levé. La personne peut de nouveau voir les signalements de cette unité.
desk-set-up-done-title = Votre compte est prêt
desk-set-up-done-lead = Gardez les codes de secours ci-dessous, puis connectez-vous avec votre phrase secrète et un nouveau code.
desk-codes-title = Codes de secours
desk-codes-once = Chacun remplace un code à usage unique, une seule fois, le jour où votre téléphone n’est pas là. Ils ne sont affichés que cette fois. Imprimez-les ou notez-les, et gardez-les avec vos clés, pas à côté de votre phrase secrète.
desk-codes-old = Les codes que vous aviez avant ne servent plus.
desk-me-title = Mon compte
desk-me-link = { $name } : mon compte
desk-me-lead = Ce avec quoi vous vous connectez, et où vous êtes connecté. Personne d’autre ne voit cette page.
desk-me-back = Retour à mon compte
desk-me-problems = Rien n’a encore été changé. Ce qui est à revoir est marqué plus bas.
desk-me-passkeys = Clés d’accès
desk-me-passkeys-lead = Une clé d’accès remplace le code à usage unique : votre téléphone, ordinateur ou clé de sécurité demande votre doigt, votre visage ou votre code PIN. Une page imitée ne peut pas la tromper. La phrase secrète reste nécessaire, car elle ouvre votre clé.
desk-me-passkeys-script = Pour ajouter une clé d’accès, il faut un navigateur avec les scripts activés, à l’adresse de ce service. Les codes à usage unique fonctionnent sans.
desk-me-passkeys-address = Ce service est joint par un numéro et non par un nom ; les navigateurs n’y proposent donc pas de clé d’accès. Les codes à usage unique font le même travail.
desk-me-passkey-name = Nom de la clé d’accès
desk-me-passkey-name-hint = Pour savoir plus tard laquelle c’est, par exemple : clé bleue de mon trousseau.
desk-me-passkey-add = Ajouter une clé d’accès
desk-me-passkey-remove = Retirer
desk-me-passkey-remove-which = Retirer { $name }
desk-me-passkey-late = Cela a pris trop de temps, ou la réponse a déjà été envoyée. Réessayez.
desk-me-passkey-refused = La clé d’accès n’a pas pu être vérifiée. Elle doit demander votre doigt, votre visage ou votre code PIN, et être créée sur une page de ce service.
desk-me-passkey-many = Dix clés d’accès suffisent. Retirez-en d’abord une.
problem-passkey-name = Donnez-lui un nom de 60 caractères au plus.
desk-me-codes-left = { $n ->
    [0] Il ne vous reste aucun code de secours.
    [one] Il vous reste un code de secours.
   *[other] Il vous reste { $n } codes de secours.
  }
desk-me-codes-new = En créer dix nouveaux
desk-me-passphrase = Changer la phrase secrète
desk-me-passphrase-ends = Votre clé reste la vôtre. Toutes les autres sessions se terminent.
desk-me-passphrase-old = Phrase secrète actuelle
desk-me-passphrase-new = Nouvelle phrase secrète
desk-me-passphrase-do = La changer
problem-passphrase-same = C’est celle que vous avez. Choisissez-en une autre.
desk-me-sessions = Où vous êtes connecté
desk-me-sessions-lead = Deux au plus ; une troisième met fin à la plus ancienne. L’appareil n’est pas noté. Heures en UTC.
desk-me-session-started = Connexion
desk-me-session-seen = Dernier usage
desk-me-session-this = celle-ci
desk-me-sessions-end = Terminer toutes les autres sessions
desk-people-conflicts = Ses propres unités
desk-people-conflicts-hint = Qui dirige une unité ou y travaille ne devrait pas lire ses signalements. Pour l’analyse, la personne ne voit rien d’une unité de cette liste ; pour la relecture, elle doit passer ses signalements à un autre.
desk-people-conflict-area = Unité
desk-people-conflict-add = Ajouter
desk-people-conflict-remove = Lever
desk-people-conflict-not = pas { $area }
desk-unit-conflict = Conflit : passez la main. Ce signalement concerne une unité que vous dirigez ou où vous travaillez ; il a été refermé avant que vous puissiez le lire. Laissez-le à un autre relecteur.

## Accueil

desk-home-title = Ce qui vous attend
desk-home-hello = Bonjour, { $name }.
desk-home-nothing = Rien ne vous attend pour le moment.
desk-home-screen = { $n ->
    [0] Aucun signalement n’attend de relecture
    [one] Un signalement attend une relecture
   *[other] { $n } signalements attendent une relecture
  }
desk-home-screen-urgent = { $n ->
    [0] Aucun n’est urgent
    [one] Un seul est urgent
   *[other] { $n } sont urgents
  }
desk-home-second = { $n ->
    [0] Aucun texte n’attend de deuxième lecture
    [one] Un texte attend une deuxième lecture
   *[other] { $n } textes attendent une deuxième lecture
  }
desk-home-intake = { $n ->
    [0] Rien d’autre n’est en route
    [one] Un autre est en route
   *[other] { $n } autres sont en route
  }
desk-home-grants = { $n ->
    [one] Un collègue attend la clé de relecture
   *[other] { $n } collègues attendent la clé de relecture
  }
desk-home-new = { $n ->
    [0] Aucun signalement libéré n’attend d’être codé
    [one] Un signalement libéré attend d’être codé
   *[other] { $n } signalements libérés attendent d’être codés
  }
desk-home-triage = { $n ->
    [0] Aucun en cours d’analyse
    [one] Un en cours d’analyse
   *[other] { $n } en cours d’analyse
  }
desk-home-high = { $n ->
    [0] Aucun à risque élevé parmi eux
    [one] Un à risque élevé parmi eux
   *[other] { $n } à risque élevé parmi eux
  }
desk-home-digest = La lettre pour { $month } attend une approbation
desk-home-digest-none = Aucune lettre n’attend d’approbation
desk-home-digest-due = Aucune lettre n’est encore préparée pour { $month }
desk-home-dead = { $n ->
    [one] Une lettre n’a pas pu être remise
   *[other] { $n } lettres n’ont pas pu être remises
  }
desk-home-invited = { $n ->
    [0] Toutes les personnes invitées ont préparé leur compte
    [one] Une personne invitée n’a pas encore préparé son compte
   *[other] { $n } personnes invitées n’ont pas encore préparé leur compte
  }
desk-home-people = Gérer les personnes
desk-home-readers = Gérer les destinataires
desk-home-dictionary = Gérer la liste des termes propres
desk-home-audit = Lire le journal et vérifier sa chaîne
desk-home-custodian = Deux dépositaires ensemble ouvriraient une identité. Aucune identité n’est gardée ici : rien ne peut vous être demandé.
desk-retention-clock = Rien n’est détruit : l’horloge de cette machine s’écarte de plus de sept jours du dernier passage.
desk-retention-raw = Rien n’est détruit : plus d’un dixième des signalements bruts est soudain échu.
desk-retention-identity = Rien n’est détruit : plus d’un dixième des volets d’identité est soudain échu.
desk-retention-receipt = Rien n’est détruit : plus d’un dixième des reçus est soudain échu.
desk-retention-released = Rien n’est détruit : plus d’un dixième des signalements publiés en interne est soudain échu.
desk-retention-lead = Vérifiez d’abord l’horloge et les durées de conservation. Ce qui est détruit ne revient pas. Si les deux sont justes, par exemple après un long arrêt ou une sauvegarde restaurée, laissez continuer.
desk-retention-confirm = Laisser continuer
retention-quiet = Rien n’attend de confirmation en ce moment.

## Relecture

desk-screening-title = Relecture
desk-screening-lead = Des signalements scellés, tels qu’ils sont arrivés. Lisez-en un, réglez ce qui pourrait désigner quelqu’un, et laissez le reste aller aux analystes.
desk-screening-empty = Rien n’attend de relecture.
desk-screening-intake = { $n ->
    [0] Rien d’autre n’est en route.
    [one] Un autre signalement est en route. Il arrivera avec d’autres, pour que l’ordre ne dise pas qui a écrit quand.
   *[other] { $n } autres signalements sont en route. Ils arriveront ensemble, pour que l’ordre ne dise pas qui a écrit quand.
  }
desk-screening-report = Signalement
desk-screening-week = Arrivée
desk-screening-state = État
desk-week = semaine { $week } de { $year }
desk-screening-open = Ouvrir
desk-screening-read = Lire en second
desk-screening-second = Deux relecteurs lisent chaque signalement : l’un propose le texte, l’autre le libère.
desk-screening-single = Vous êtes seul à relire : votre libération est définitive. Un deuxième relecteur serait plus sûr.
desk-grants-title = En attente de la clé de relecture
desk-grants-lead = Ces relecteurs ont un compte mais ne peuvent pas encore ouvrir les textes bruts. La transmission de la clé est notée dans le journal.
desk-grant = Transmettre la clé
desk-grants-locked = Ouvrez d’abord votre propre clé.

desk-redact-title = Relire le signalement { $id }
desk-redact-raw = Tel qu’écrit
desk-redact-raw-note = seuls les relecteurs le voient
desk-redact-result = Tel que les analystes le liront
desk-redact-idea = Idée de solution
desk-redact-spans = Ce qui pourrait désigner quelqu’un
desk-redact-none = Rien n’a été trouvé qui pourrait désigner quelqu’un. Lisez le texte vous-même : la recherche ne connaît pas les surnoms de la maison.
desk-redact-open = { $n ->
    [0] Tous les doutes ont une réponse
    [one] Un doute reste ouvert
   *[other] { $n } doutes restent ouverts
  }
desk-redact-found = Trouvé
desk-redact-kind = Genre
desk-redact-why = Pourquoi
desk-redact-decide = Décision
desk-redact-decide-for = Décision pour le numéro { $n }
desk-redact-kind-for = Genre du numéro { $n }
desk-redact-hide = Masquer
desk-redact-keep = Garder
desk-redact-doubt = Doute
desk-redact-doubt-idea = dans l’idée
desk-redact-also = Masquer aussi
desk-redact-also-hint = Les mots que la recherche a manqués, une expression par ligne. Ils sont masqués partout où ils apparaissent.
desk-redact-remember = Ajouter un terme à la liste propre à l’organisation
desk-redact-remember-hint = Il sera désormais marqué dans chaque signalement. Il ne sert pas à l’aperçu montré aux déclarants : personne ne peut donc lui demander qui figure dans un signalement. Enregistré aussitôt, quoi que vous décidiez ici.
desk-redact-term = Terme
desk-redact-remember-do = Ajouter
desk-redact-update = Actualiser l’aperçu
desk-redact-propose = Proposer le texte
desk-redact-release = Libérer
desk-redact-facts = Ce que la personne a choisi
desk-redact-area-falls = Moins de dix personnes y travaillent : les analystes ne verront pas le secteur.
desk-redact-intruder = Un collègue décidé pourrait-il reconnaître qui a écrit cela, ou de qui il s’agit ? Relisez le côté droit avant qu’il parte.
desk-redact-keys = Touches : J et K déplacent, H masque, P garde, U actualise l’aperçu.
desk-redact-proposed = Un texte est déjà proposé pour ce signalement et attend une deuxième lecture.
desk-redact-to-proposal = Lire la proposition

desk-proposal-title = Deuxième lecture de { $id }
desk-proposal-lead = Vous voyez seulement ce que verraient les analystes. Un collègue décidé pourrait-il reconnaître qui a écrit cela, ou de qui il s’agit ?
desk-proposal-mine = C’est vous qui avez proposé ce texte. Un autre relecteur doit le libérer ; vous pouvez le renvoyer et le changer.
desk-proposal-text = Texte proposé
desk-proposal-facts = Indications générales
desk-proposal-release = Libérer
desk-proposal-back = Renvoyer

## Ce que la recherche peut trouver

desk-span-person = Personne
desk-span-email = Adresse électronique
desk-span-phone = Téléphone
desk-span-url = Adresse web
desk-span-username = Nom d’utilisateur
desk-span-id = Numéro
desk-span-vehicle = Véhicule
desk-span-org = Organisation
desk-span-location = Lieu
desk-span-date = Date
desk-span-time = Heure
desk-span-age = Âge
desk-span-role-unique = Poste d’une personne
desk-span-other-id = Autre

## Réponses codées

desk-fact-kind = Genre
desk-fact-month = Mois
desk-fact-day-part = Moment de la journée
desk-fact-area = Secteur
desk-fact-phase = Tâche ou étape
desk-fact-detection = Remarqué par
desk-fact-recovery = Arrêté par
desk-fact-severity = Aurait pu être
desk-fact-frequency = Vu
desk-fact-worry = Inquiétude
desk-fact-role = Rôle
desk-fact-contact = Peut être interrogé
desk-fact-consent = Peut être raconté
desk-kind-near-miss = Presque-accident
desk-kind-unsafe-condition = Situation dangereuse
desk-kind-went-well = Bien passé
desk-day-part-night = Nuit
desk-day-part-morning = Matin
desk-day-part-afternoon = Après-midi
desk-day-part-evening = Soir
desk-severity-none = Aucun dommage
desk-severity-minor = Dommage léger
desk-severity-moderate = Dommage moyen
desk-severity-severe = Dommage grave
desk-severity-fatal = Mort
desk-frequency-first = pour la première fois
desk-frequency-sometimes = parfois
desk-frequency-often = souvent
desk-frequency-daily = tous les jours
desk-worry-little = un peu
desk-worry-somewhat = assez
desk-worry-very = beaucoup
desk-worry-urgent = cela ne peut pas attendre
desk-contact-none = non
desk-contact-receipt = par les neuf mots
desk-consent-yes = oui
desk-consent-ask = demander d’abord
desk-consent-no = non
desk-rather-not = préfère ne pas dire
desk-dont-know = ne sait pas
desk-status-screening = À relire
desk-status-proposed = Attend la deuxième lecture
desk-status-released = Nouveau
desk-status-triage = En analyse
desk-status-learning = En apprentissage
desk-status-closed = Clos
desk-closing-learned = Une leçon en est tirée
desk-closing-merged = Réuni à un autre signalement
desk-closing-no-action = Aucune action nécessaire
desk-closing-not-near-miss = N’est pas un presque-accident
desk-closing-referred = Confié à quelqu’un d’autre
desk-band-low = Faible
desk-band-medium = Moyen
desk-band-high = Élevé
desk-band-none = Non évalué

## Signalements

desk-reports-title = Signalements
desk-reports-count = { $n ->
    [0] Aucun signalement
    [one] Un signalement
   *[other] { $n } signalements
  }
desk-filter-legend = Restreindre la liste
desk-filter-any = tous
desk-filter-status = État
desk-filter-area = Secteur
desk-filter-category = Catégorie
desk-filter-kind = Genre
desk-filter-period = Mois de libération
desk-filter-band = Niveau de risque
desk-filter-urgent = Urgents seulement
desk-filter-apply = Afficher
desk-filter-clear = Tout afficher
desk-reports-empty = Aucun signalement libéré ne correspond.
desk-reports-none-yet = Rien n’a encore été libéré. Les signalements viennent ici depuis la relecture.
desk-search-legend = Chercher dans le texte des signalements
desk-search-label = Mots à chercher
desk-search-hint = Tous les mots doivent y être, sous n’importe quelle forme. Les « guillemets » gardent des mots ensemble, -mot écarte les signalements qui le contiennent.
desk-search-do = Chercher
desk-search-title = Recherche
desk-search-all = Tous les signalements
desk-search-before = Meilleurs résultats
desk-search-after = Plus de résultats
desk-search-no-words = Il n’y a pas de mot à chercher. Les petits mots très courants, comme « le », ne sont pas cherchés.
desk-search-none = Aucun signalement libéré ne contient ces mots. Moins de mots, ou un mot voisin, en trouveront peut-être davantage.
desk-column-risk = Risque
desk-column-report = Signalement
desk-column-area = Secteur
desk-column-status = État
desk-column-month = Libéré
desk-excluded = Non compté
desk-uncategorised = Sans catégorie

desk-case-title = Signalement { $id }
desk-case-narrative = Récit
desk-case-facts = Ce que la personne a choisi
desk-case-released-in = Libéré en { $month }
desk-case-coding = Codage
desk-case-category = Catégorie de danger
desk-case-factors = Facteurs contributifs
desk-case-factors-hint = Les conditions qui l’ont rendu plus probable, pas les personnes.
desk-case-risk = Classement du risque de l’événement
desk-case-outcome = S’il s’était aggravé, quelle aurait été l’issue la plus crédible ?
desk-case-barriers = Quelle était l’efficacité des barrières qui restaient ?
desk-case-not-graded = Pas encore évalué
desk-case-synopsis = Résumé
desk-case-synopsis-hint = Une ou deux phrases : ce qui s’est passé, ce qui l’a arrêté. Au plus 1 000 caractères.
desk-case-status = État
desk-case-closing = Motif de clôture
problem-closing-missing = Dites pourquoi il est clos.
desk-case-closing-hint = Nécessaire seulement si l’état est « Clos ».
desk-case-excluded = Laisser hors de tous les comptes
desk-case-excluded-hint = Pour les essais, les doublons et les signalements qui ne décrivent pas un presque-accident.
desk-case-no-choice = rien encore
desk-case-saved = Enregistré entre-temps
desk-outcome-negligible = Négligeable
desk-outcome-minor = Mineure
desk-outcome-major = Majeure
desk-outcome-catastrophic = Catastrophique
desk-outcome-negligible-hint = aucun dommage notable
desk-outcome-minor-hint = blessure ou dégât léger
desk-outcome-major-hint = blessure ou dégât grave
desk-outcome-catastrophic-hint = mort ou perte totale
desk-barriers-effective = Efficaces
desk-barriers-limited = Limitées
desk-barriers-minimal = Minimes
desk-barriers-none = Plus aucune
desk-band-low-action = À utiliser pour apprendre et suivre les tendances.
desk-band-medium-action = À examiner ou à évaluer davantage.
desk-band-high-action = Agir tout de suite.

## Lettre

desk-digest-title = Lettre
desk-digest-lead = Une lettre par mois ou par trimestre, la même pour tous ceux d’un même niveau. Une personne la prépare, une autre l’approuve ; ensuite elle ne change plus jamais.
desk-digest-prepare = Préparer une lettre
desk-digest-month = Mois
desk-digest-freeze = Préparer
desk-digest-all-prepared = Chaque mois clos de la dernière année a sa lettre.
desk-digest-held-out = Pas encore compté, parce qu’il en est venu bien plus que d’habitude et que personne n’a tranché : { $n } (secteurs et mois). La lettre le dit, et ce qui est figé reste sans eux.
desk-digest-held-out-look = Les regarder
desk-digest-empty = Pas encore de lettre.
desk-digest-state = État
desk-digest-prepared-by = Préparée par
desk-digest-approved-by = Approuvée par
desk-digest-letters = Envois
desk-digest-frozen = Attend l’approbation
desk-digest-approved = Approuvée
desk-digest-console = la console
desk-digest-somebody = quelqu’un qui n’a plus de compte
desk-digest-tally = { $sent } envoyées, { $waiting } en attente, { $dead } non remises
desk-digest-no-letters = rien encore
desk-digest-of = Lettre pour { $month }
desk-digest-subject = Objet
desk-digest-chart-alt = Texte du graphique
desk-digest-frozen-at = Figée
desk-digest-hash = Empreinte (SHA-256)
desk-digest-html = La lettre
desk-digest-text = Sa jumelle en texte simple
desk-digest-approve = Approuver et envoyer
desk-digest-approve-lead = Lisez-la comme un responsable, debout. L’envoi ne peut pas être repris.
desk-digest-reached = Lettres qui partiront : { $n }.
desk-digest-reached-nearest = Destinataires dont l’édition manque et qui reçoivent la plus proche : { $n }.
desk-digest-reached-none = Destinataires sans lettre cette fois, parce qu’ils ont été ajoutés après le gel et qu’aucune édition n’est pour eux : { $n }.
desk-digest-mine = C’est vous qui avez préparé cette lettre : quelqu’un d’autre doit l’approuver, car quatre yeux voient mieux que deux.
desk-digest-not-publisher = Une personne chargée de publier doit approuver cette lettre.
desk-digest-retry = Réessayer les lettres non remises

## La liste propre à l’organisation

desk-dictionary-title = La liste propre à l’organisation
desk-dictionary-lead = Noms du personnel, surnoms, salles, sites, projets et équipements. Candor les masque dans chaque signalement, même abrégés, fléchis ou mal tapés.
desk-dictionary-kept = La liste est gardée scellée et n’est plus jamais montrée, ni ici ni ailleurs. N’y mettez que le nécessaire : un nom et ce que c’est.
desk-dictionary-kind = Type
desk-dictionary-terms = Termes
desk-dictionary-count = { $n ->
    [0] La liste est vide
    [one] Un terme sur la liste
   *[other] { $n } termes sur la liste
  }
desk-dictionary-from-reports = { $n ->
    [one] L’un d’eux a été ajouté par une personne chargée de la relecture
   *[other] { $n } d’entre eux ont été ajoutés à la relecture
  }
desk-dictionary-add = Ajouter des termes
desk-dictionary-form = Un terme par ligne, en colonnes :
desk-dictionary-file = Un fichier CSV (UTF-8)
desk-dictionary-paste = Ou collez-le ici
desk-dictionary-replace = Mettre ceux-ci à la place des termes importés auparavant
desk-dictionary-add-do = Ajouter à la liste
desk-dictionary-remove = Retirer des termes
desk-dictionary-remove-term = Un terme, tel qu’il est sur la liste
desk-dictionary-remove-term-do = Retirer le terme
desk-dictionary-remove-kind = Ou tout un type
desk-dictionary-remove-all = Tout
desk-dictionary-remove-kind-do = Retirer
desk-dictionary-refused = Rien n’a été pris : il faut d’abord corriger certaines lignes.
desk-dictionary-line = Ligne { $n } :
problem-dictionary-term-missing = La première colonne ne contient aucun terme.
problem-dictionary-term-short = C’est trop court : au moins deux lettres ou trois chiffres, sinon il serait masqué dans chaque phrase.
problem-dictionary-term-long = C’est trop long : 120 caractères au plus.
problem-dictionary-term-unreadable = Certains caractères ne sont pas arrivés sous forme de texte. Enregistrez le fichier en UTF-8.
problem-dictionary-kind-missing = La deuxième colonne ne contient aucun type.
problem-dictionary-kind-unknown = La deuxième colonne ne contient pas un type que la liste connaît.
problem-dictionary-columns = Il y a plus de trois colonnes. Mettez entre guillemets doubles un terme qui contient une virgule.
problem-dictionary-quote-open = Un guillemet double est ouvert et n’est pas fermé.
problem-dictionary-empty = Il ne contient aucun terme.
problem-dictionary-too-many = La liste dépasserait 60 000 termes.

## Destinataires

desk-readers-title = Destinataires de la lettre
desk-readers-lead = Les adresses qui reçoivent la lettre mensuelle. Chaque lettre porte un lien pour se désinscrire ; personne n’a besoin de compte.
desk-readers-add = Ajouter un destinataire
desk-readers-language = Langue
desk-readers-add-do = Ajouter
desk-readers-remove = Retirer
desk-readers-remove-who = Retirer { $name }
desk-readers-empty = Personne ne reçoit encore la lettre.
desk-readers-count = { $n ->
    [0] Aucun destinataire
    [one] Un destinataire
   *[other] { $n } destinataires
  }
desk-readers-active = La reçoit
desk-readers-left = Désinscrit
desk-readers-state = État
desk-language-en = Anglais
desk-language-es = Espagnol
desk-language-fr = Français
desk-language-de = Allemand

## Personnes

desk-people-title = Personnes
desk-people-lead = Toutes les personnes qui ont un compte. Celles qui signalent n’en ont pas.
desk-people-name = Nom
desk-people-roles = Rôles
desk-people-standing = Compte
desk-people-change = Modifier
desk-people-change-who = Modifier { $name }
desk-people-you = vous
desk-people-waits-key = attend la clé de relecture
desk-people-invite = Inviter quelqu’un
desk-people-invite-do = Créer l’invitation
desk-people-save-roles = Enregistrer les rôles
desk-people-disable = Fermer le compte
desk-people-enable = Rouvrir le compte
desk-people-again = Créer une nouvelle invitation
desk-people-again-hint = En cas de phrase secrète oubliée ou de téléphone perdu. L’ancienne phrase, les clés d’accès et les codes de secours cessent aussitôt de servir, et un relecteur doit recevoir de nouveau la clé de relecture.
desk-people-not-oneself = Vous ne pouvez pas modifier le compte avec lequel vous êtes connecté. Demandez à un autre exploitant.
desk-people-no-role = aucun rôle
desk-people-pairs = Certains rôles ne vont pas ensemble, car réunis ils pourraient défaire la promesse faite à ceux qui signalent : un dépositaire n’est ni relecteur, ni analyste, ni exploitant, ni auditeur ; un exploitant n’a aucun rôle qui touche aux signalements ; un auditeur n’en a aucun autre.
problem-name = Écrivez le nom que les collègues connaissent, en 120 caractères au plus.
problem-address-taken = Quelqu’un a déjà un compte avec cette adresse.
problem-no-role = Choisissez au moins un rôle.
problem-role-pair = Ces rôles ne vont pas ensemble pour une même personne.
desk-people-clash = Une même personne ne peut pas avoir les rôles { $one } et { $other }. Choisissez l’un des deux, ou demandez à un autre collègue.
desk-standing-invited = Invité
desk-standing-active = Actif
desk-standing-disabled = Fermé
desk-role-screener = Relecteur
desk-role-analyst = Analyste
desk-role-publisher = Éditeur
desk-role-custodian = Dépositaire
desk-role-auditor = Auditeur
desk-role-operator = Exploitant
desk-role-screener-does = lit les textes bruts et les libère
desk-role-analyst-does = code les signalements libérés, prépare les lettres
desk-role-publisher-does = approuve et envoie les lettres
desk-role-custodian-does = l’un des deux qui peuvent ouvrir une identité
desk-role-auditor-does = lit le journal
desk-role-operator-does = personnes, réglages, courrier, sauvegarde
desk-invited-title = Invitation pour { $name }
desk-invited-lead = Remettez ce lien à { $name } en main propre ou par une voie que cette personne seule peut lire. Il sert une fois et n’est montré que maintenant.
desk-invited-link = Lien d’invitation
desk-invited-back = Retour aux personnes

## Journal

desk-audit-title = Journal
desk-audit-lead = Qui a fait quoi sur quelle fiche. Jamais de contenu, de nom ni d’adresse.
desk-audit-verify = Vérifier la chaîne
desk-audit-whole = { $n ->
    [one] La chaîne tient : une ligne, ni modifiée ni manquante.
   *[other] La chaîne tient : { $n } lignes, aucune modifiée ni manquante.
  }
desk-audit-broken = La chaîne se rompt à la ligne { $n } : elle a été modifiée, ou une ligne avant elle manque. Prévenez l’exploitant et gardez une copie de la base de données.
desk-audit-truncated = Le journal s’arrête à la ligne { $last }, mais { $expected } ont été écrites : les dernières manquent. Prévenez l’exploitant et gardez une copie de la base de données.
desk-audit-seq = Nº
desk-audit-when = Quand (UTC)
desk-audit-who = Qui
desk-audit-what = Quoi
desk-audit-object = Sur
desk-audit-empty = Aucune ligne.
desk-actor-console = console
desk-actor-system = système
desk-verb-screening-list = Liste de relecture consultée
desk-verb-report-read-raw = Texte brut ouvert
desk-verb-report-release = Texte proposé ou libéré
desk-verb-report-confirm = Décidé en deuxième lecture
desk-verb-report-redact-again = A masqué davantage dans un texte validé
desk-verb-report-export = Signalements libérés exportés
desk-verb-burst-settle = A fait compter une vague de signalements
desk-verb-report-list = Signalements libérés listés
desk-verb-report-search = Recherche dans les signalements libérés
desk-verb-search-index = Signalements libérés indexés
desk-verb-report-read = Signalement libéré lu
desk-verb-report-triage = Signalement codé
desk-verb-digest-prepare = Lettre préparée
desk-verb-digest-read = Lettre lue
desk-verb-digest-approve = Lettre approuvée
desk-verb-digest-readers = Liste des destinataires lue ou modifiée
desk-verb-people-manage = Personnes gérées
desk-verb-people-accept = Invitation acceptée
desk-verb-people-own = A changé sa phrase secrète, ses clés d’accès ou ses codes de secours
desk-verb-people-end-sessions = A terminé ses autres sessions
desk-verb-keys-grant-screening = Clé de relecture transmise
desk-verb-keys-init = Clés créées
desk-verb-audit-read = Journal lu
desk-verb-audit-cut = A coupé d’anciennes entrées du journal
desk-verb-retention-alarm = A arrêté ou repris la destruction
desk-verb-retention-confirm = A confirmé que la destruction peut continuer
desk-verb-backup-restore = A restauré une sauvegarde
desk-verb-dictionary-manage = Liste propre à l’organisation modifiée
desk-verb-dictionary-add = Terme ajouté à la liste propre à l’organisation
desk-verb-digest-unsubscribe = Un destinataire s’est désinscrit

## Écrire une lettre

desk-level-outside = Extérieur
desk-level-all-staff = Tout le personnel
desk-level-safety-team = Équipe sécurité
desk-readers-level = Qui c’est
desk-digest-editions = Éditions de ce numéro
desk-digest-preview = Aperçu
desk-digest-talk = Page pour un échange de cinq minutes
desk-digest-write = Choisir ce qu’elle raconte
desk-editor-lead = Choisissez ce que la lettre raconte à côté des chiffres et regardez-la sous toutes ses formes. Rien n’est gardé avant que vous la figiez.
desk-editor-deeds = Vous l’avez dit, nous l’avons fait
desk-editor-deeds-hint = Quatre au plus. Le verdict s’ajoute là où les chiffres imprimés le permettent.
desk-editor-story = Histoire dont on apprend
desk-editor-no-story = aucune
desk-editor-asks = Ce qu’on demande aux lecteurs
desk-editor-asks-hint = Trois au plus, chacune avec un poste et un mois.
desk-editor-ask-what = Merci de
desk-editor-question = Question pour l’équipe
desk-editor-question-hint = Laissée vide, c’est la question du mois.
desk-editor-edition = Édition de l’aperçu
desk-editor-show-html = Montrer la lettre
desk-editor-show-dark = La montrer en sombre
desk-editor-show-text = Montrer le texte
desk-editor-freeze-hint = Figer met fin à l’écriture : une seconde personne approuve exactement ces lettres, ou personne.
digest-pace = Ici les lettres parlent d’une autre durée, ou ont déjà parlé de ces mois. Choisissez-en une qui est proposée.
digest-changed = Ce numéro n’est plus ce qui a été figé. Rien n’en est montré ni envoyé. L’exploitation doit regarder la base de données.
problem-too-many = C’est trop pour une page.
problem-ask-incomplete = Chacune demande quoi, qui et un mois comme 2026-05.
problem-line-too-long = C’est trop long pour une lettre qu’on lit debout.
