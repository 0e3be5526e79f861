# Envoi de la lettre : dire oui, lettres d’essai, le voyant du bureau.

## La lettre qui demande, et sa page

post-confirm-subject = { $organisation } : voulez-vous recevoir le bulletin sécurité ?
post-confirm-letter = L’équipe sécurité de { $organisation } souhaite vous envoyer son bulletin sécurité, une lettre par mois. Ouvrez cette page et appuyez sur le bouton si vous le voulez :
post-confirm-letter-else = Si vous n’en voulez pas, ne faites rien : vous ne recevrez aucune autre lettre.
post-confirm-title = Recevoir le bulletin
post-confirm-lead = Appuyez sur le bouton et cette adresse recevra le bulletin sécurité de { $organisation }, une lettre par mois. Chaque lettre permet d’arrêter.
post-confirm-button = Oui, envoyez-moi le bulletin
post-confirm-done = C’est fait. Le prochain bulletin arrivera à cette adresse.
post-confirm-unknown = Ce lien ne fonctionne plus. Demandez à l’équipe sécurité d’ajouter de nouveau votre adresse.

## Destinataires au bureau

post-readers-asking = Une lettre demande d’abord aux nouveaux destinataires leur accord ; les envois suivent quand ils ont dit oui.
post-readers-asked = Demandé, pas encore de réponse
post-readers-bounced = Arrêté : les lettres sont revenues
desk-done-reader-asked = Destinataire ajouté. Une lettre lui demande son accord.

## Lettre d’essai

post-trial-subject = { $organisation } : lettre d’essai
post-trial-letter = Ceci est une lettre d’essai du service de signalement de { $organisation }. Si vous pouvez la lire, les lettres arrivent. Il n’y a rien à faire.
post-trial-title = Envoyer une lettre d’essai
post-trial-lead = Envoie une lettre tout de suite et montre ce que dit le serveur de courrier. L’adresse n’est pas gardée.
post-trial-do = Envoyer
post-trial-sent = Le serveur de courrier a pris la lettre
post-trial-look = Regardez dans la boîte de réception, et parmi les indésirables.
post-trial-not-sent = La lettre n’est pas partie
post-trial-said = Le serveur de courrier a dit :
post-stage-connect = Le serveur de courrier est injoignable.
post-stage-encrypt = La connexion n’a pas pu être chiffrée, ou le certificat n’est pas le bon. Rien n’est jamais envoyé sans chiffrement.
post-stage-sign-in = Le serveur de courrier a refusé le nom d’utilisateur ou le mot de passe.
post-stage-letter = La connexion fonctionne ; le serveur de courrier a refusé cette lettre.
post-failure-transient = Cela peut passer : une vraie lettre serait retentée d’elle-même.
post-failure-permanent = Cela ne passera pas tout seul : une vraie lettre à cette adresse serait abandonnée.
post-failure-configuration = Aucune lettre ne part tant que les réglages ou le serveur de courrier ne sont pas réparés.

## Le voyant

post-light-title = Envoi de la lettre
post-light-green = Vert
post-light-amber = Orange
post-light-red = Rouge
post-light-delivered = La dernière lettre est arrivée aux serveurs de tous ses destinataires.
post-light-waiting = Des lettres attendent leur prochain essai.
post-light-some-lost = Certaines lettres ont été abandonnées ou sont revenues.
post-light-due = Le dernier mois n’a pas encore de lettre approuvée.
post-light-changed = Un numéro figé n’est plus ce qui a été figé. Aucune de ses lettres ne part.
post-light-blocked = Aucune lettre ne part tant que les réglages ou le serveur de courrier ne sont pas réparés.
post-light-none-arrived = Aucun exemplaire de la dernière lettre n’est arrivé.
post-light-late = La lettre du dernier mois a plus de deux semaines de retard.

## Journal

desk-verb-digest-confirm = Un destinataire a dit oui
desk-verb-digest-bounce = Une lettre est revenue
desk-verb-mail-try = A envoyé une lettre d’essai
desk-verb-mail-watch = A regardé l’envoi des lettres
