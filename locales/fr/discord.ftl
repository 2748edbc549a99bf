### Noms et descriptions des commandes de Kyr sur Discord, et mots de ses boutons.
### Noms : minuscules, sans espace, 32 lettres au plus. Descriptions : 100 lettres. Boutons : 80.

## Commandes

slash-ask = demander
slash-ask-about = Posez une question sur vos droits, avec vos mots et dans votre langue
slash-question = question
slash-question-about = Votre question, en une phrase ; ni noms, ni adresses, ni A-numbers (numéros d'étranger)
slash-rights = droits
slash-rights-about = Tout ce à quoi je peux répondre, par rubrique et par sujet
slash-section = rubrique
slash-section-about = Une partie de la liste des sujets
slash-topic = sujet
slash-topic-about = Un sujet ; commencez à écrire et choisissez
slash-emergency = urgence
slash-emergency-about = Cela se passe maintenant : les étapes les plus courtes, et qui appeler
slash-hotlines = lignes-aide
slash-hotlines-about = Des personnes qui peuvent aider, et leurs numéros de téléphone
slash-state = état
slash-state-about = Votre État aux États-Unis ; commencez à écrire et choisissez
slash-language = langue
slash-language-about = Choisissez la langue de mes réponses
slash-language-choice-about = Une langue ; commencez à écrire et choisissez
slash-privacy = vie-privée
slash-privacy-about = Ce que je garde sur vous, et comment l'effacer
slash-about = à-propos
slash-about-about = Qui écrit les réponses, et comment on les vérifie
slash-help = aide
slash-help-about = Comment utiliser Kyr
slash-settings = réglages
slash-settings-about = Langue, État et salons publics de ce serveur ; pour les personnes qui le gèrent
slash-settings-language-about = La langue de ce serveur, pour les messages qui n'indiquent pas la leur
slash-settings-state-about = L'État (aux États-Unis) de ce serveur
slash-channel = salon
slash-channel-about = Un salon, pour y permettre ou interdire les réponses que tout le monde voit
slash-public = public
slash-public-about = Si les réponses peuvent être montrées à tout le monde dans ce salon
slash-message = Demander à Kyr

## Boutons et listes

button-more = Plus
button-sources = Sources
button-show = Montrer au salon
button-forget = Oubliez-moi
pick-topic = Choisissez un sujet
pick-section = Choisissez une rubrique
choice-none = aucun choix

## Ce qui se passe avec eux

old-button = Ce bouton vient d'une version plus ancienne. Posez encore votre question avec /demander.
show-refused = Dans ce salon, les réponses ne peuvent pas être montrées à tout le monde.
server-settings-title = Réglages de ce serveur
server-settings-public-line = Réponses que tout le monde voit : { $channels }
server-settings-everywhere = dans tous les salons
server-settings-some = dans { $count } de ses salons
server-settings-refused = Seules les personnes qui gèrent le serveur peuvent changer ses réglages. Vous pouvez choisir votre propre langue avec /langue.
server-settings-channel = Choisissez un salon, et aussi si les réponses peuvent y être montrées.
server-settings-hint = Utilisez /réglages avec une langue, un État ou un salon. Tant qu'aucun salon n'est permis, les réponses peuvent être montrées dans tous les salons.
answer-privately = Dans ce salon, je réponds seulement de façon que personne d'autre ne le voie : utilisez /demander.
