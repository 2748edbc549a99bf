### Ce que Kyr dit lui-même en français. Les textes des sujets sont dans content/text/fr.
### Chaque message `command-…` donne les mots qui appellent une commande, séparés par des virgules.

## Premier contact et aide

greeting = Bonjour. Je suis Kyr. Je réponds aux questions sur vos droits face à l'ICE et à la police, sur la façon dont on retrouve les gens, et sur la protection de votre téléphone et de vos données.
greeting-hint = { $manner ->
        [buttons] Posez votre question avec vos mots, avec /demander. Si cela se passe maintenant, utilisez /urgence. En danger, appelez le 911.
       *[words] Posez votre question avec vos mots. Écrivez « aide » pour voir les commandes. Si cela se passe maintenant, écrivez « urgence ». En danger, appelez le 911.
    }
help-title = Comment utiliser Kyr
help-ask = Posez votre question avec vos mots, en une phrase. Par exemple : est-ce que l'ICE peut entrer chez moi ?
help-menu = { $manner ->
        [buttons] /droits : tous les sujets.
       *[words] menu : tous les sujets. sujet NOM : un de ces sujets.
    }
help-more = { $manner ->
        [buttons] Les boutons sous une réponse montrent la loi et les détails, d'où elle vient, et d'autres sujets.
       *[words] plus : la loi et les détails de la dernière réponse. sources : d'où elle vient.
    }
help-hotlines = { $manner ->
        [buttons] /lignes-aide : des personnes qui peuvent aider, aussi dans votre État. La commande se souvient de votre État.
       *[words] lignes, ou lignes ÉTAT : des personnes qui peuvent aider.
    }
help-region = { $manner ->
        [buttons] /urgence : les étapes les plus courtes quand cela se passe maintenant.
       *[words] état NOM : ajoute ce qui est particulier à votre État.
    }
help-language = { $manner ->
        [buttons] /langue : change la langue.
       *[words] langue NOM : change la langue.
    }
help-privacy = { $manner ->
        [buttons] /vie-privée : ce que je garde sur vous.
       *[words] vie privée : ce que je garde sur vous.
    }
help-forget = { $manner ->
        [buttons] Le bouton sous /vie-privée efface ce que je garde sur vous.
       *[words] oubliez-moi : efface ce que je garde sur vous.
    }
help-about = { $manner ->
        [buttons] /à-propos : qui écrit les réponses.
       *[words] à propos : qui écrit les réponses.
    }

## Menu et choix

menu-title = Les sujets que je connais
menu-hint = { $manner ->
        [buttons] Choisissez une rubrique ci-dessous, ou posez votre question avec vos mots, avec /demander.
       *[words] Écrivez un numéro pour ouvrir une rubrique, ou posez votre question avec vos mots.
    }
section-hint = { $manner ->
        [buttons] Choisissez un sujet ci-dessous.
       *[words] Écrivez un numéro ou un nom pour ouvrir un sujet.
    }
choices-title = Lequel de ces sujets cherchez-vous ?
choices-hint = { $manner ->
        [buttons] Choisissez ci-dessous. Aucun ne convient ? Posez votre question avec d'autres mots, ou utilisez /lignes-aide pour joindre des personnes.
       *[words] Écrivez le numéro. Aucun ne convient ? Dites-le avec d'autres mots, ou écrivez « lignes » pour joindre des personnes.
    }
not-covered-title = Je n'ai pas de réponse vérifiée à cette question
not-covered = Je donne seulement des réponses que des personnes ont écrites et vérifiées. Je ne vais donc pas deviner.
not-covered-hint = { $manner ->
        [buttons] Dites-le avec d'autres mots, choisissez ci-dessous pour voir ce que je connais, ou adressez-vous à des personnes.
       *[words] Dites-le avec d'autres mots, écrivez un numéro pour voir ce que je connais, ou adressez-vous à des personnes.
    }
unserved = Je ne parle pas encore { $language }. Je peux répondre dans ces langues : { $languages }.
now-hint = { $manner ->
        [buttons] Si cela se passe maintenant, utilisez /urgence.
       *[words] Si cela se passe maintenant, écrivez « urgence ».
    }

## Réponses

disclaimer = Informations générales, pas un conseil juridique.
reviewed = Dernière vérification : { $date }.
overdue = Cette réponse devait être vérifiée de nouveau au plus tard le { $date }. Certaines parties ne sont peut-être plus à jour. Demandez à un avocat ou à une ligne d'aide.
withdrawn = Nous vérifions cette réponse, car elle n'est peut-être plus à jour. Je ne la montre donc pas. Adressez-vous à des personnes qui peuvent aider :
machine-translation = Traduit par une machine, pas encore relu par une personne. { $manner ->
        [buttons] Le bouton ci-dessous montre le texte en anglais.
       *[words] Pour lire le texte en anglais, écrivez « English ».
    }
person-translation = Traduit par une personne, pas encore relu par une autre. { $manner ->
        [buttons] Le bouton ci-dessous montre le texte en anglais.
       *[words] Pour lire le texte en anglais, écrivez « English ».
    }
not-translated = Cette réponse n'est pas encore traduite ; la voici en anglais.
stale-translation = Le texte anglais a changé depuis cette traduction. { $manner ->
        [buttons] Le bouton ci-dessous montre le texte le plus récent, en anglais.
       *[words] Pour lire le texte le plus récent, écrivez « English ».
    }
label-say = Ce que vous pouvez dire en anglais
label-meaning = ({ $meaning })
label-sounds = se prononce : { $sounds }
label-law = Ce que dit la loi
label-practice = Ce qui se passe en pratique
label-details = Plus
label-region = Votre État : { $region }
label-correction = Correction ({ $date })
label-sources = Sources
label-contacts = Qui peut aider
label-related = Voir aussi
label-terms = Mots
label-hours = horaires : { $hours }
label-languages = langues : { $languages }
label-government = géré par le gouvernement
source-line = { $publisher }, « { $title } », { $date }
undated = sans date
date = { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
month-only = { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
more-hint = { $manner ->
        [buttons] Le bouton « Plus » montre la loi et les détails.
       *[words] Écrivez « plus » pour voir la loi et les détails.
    }
more-nothing = Il n'y a pas encore de réponse à détailler. Posez d'abord une question.
no-further = Il n'y a rien de plus sur ce sujet que ce que vous avez vu.

## Messages qui en disent trop

remove-title = S'il vous plaît, effacez votre message
remove = Votre message semble contenir { $kinds }. Pour votre sécurité, effacez-le. Je ne l'ai pas gardé.
kind-a-number = un A-number (numéro d'étranger)
kind-ssn = un numéro de Social Security
kind-phone = un numéro de téléphone
kind-address = une adresse de rue

## Lignes d'aide

hotlines-title = Des personnes qui peuvent aider, partout aux États-Unis
hotlines-region-title = Des personnes qui peuvent aider : { $region }
hotlines-nationwide = Partout aux États-Unis
hotlines-none = Je n'ai pas encore de numéro local vérifié ({ $region }).
hotlines-hint = { $manner ->
        [buttons] Pour votre État, utilisez /lignes-aide et choisissez-le.
       *[words] Pour votre État, écrivez « lignes » et son nom, par exemple : lignes Illinois.
    }

## Réglages et informations

language-set = Je vais répondre en { $language }.
language-list = Langues : { $languages }. { $manner ->
        [buttons] Choisissez-en une avec /langue.
       *[words] Écrivez « langue » et l'une d'elles.
    }
language-unknown = Je n'ai pas cette langue. Langues : { $languages }.
region-set = Je vais ajouter ce qui est particulier à votre État : { $region }.
region-none = { $manner ->
        [buttons] Choisissez votre État avec /lignes-aide.
       *[words] Écrivez « état » et votre État, par exemple : état Californie.
    }
region-unknown = { $manner ->
        [buttons] Je ne connais pas cet État. Choisissez-en un dans la liste.
       *[words] Je ne connais pas cet État. Écrivez le nom ou les deux lettres, par exemple : état CA.
    }
forgotten = C'est fait. J'ai oublié votre langue, votre État et notre conversation.
privacy-title = Ce que je garde sur vous
privacy-kept = Je ne garde pas ce que vous écrivez, et je n'en tiens pas de journal. Je garde en mémoire, pendant quelques minutes, le sujet dont nous parlons. Si vous choisissez une langue ou un État, je garde ce choix sous un code, à la place de votre nom.
privacy-platform = L'application où vous écrivez, les personnes qui peuvent lire le salon et votre téléphone peuvent garder vos messages. N'écrivez ici ni noms, ni adresses, ni A-numbers (numéros d'étranger), ni numéros de téléphone.
privacy-forget = { $manner ->
        [buttons] Le bouton « Oubliez-moi » efface ce que je garde.
       *[words] Écrivez « oubliez-moi » pour effacer ce que je garde.
    }
about-title = À propos de Kyr
about = Des personnes écrivent mes réponses, les comparent avec des sources et leur donnent une date. Je n'en invente jamais. Je ne suis pas avocat.
about-pack = Textes : { $pack }, version { $version }, { $topics } sujets. Langues : { $languages }.
trouble = { $manner ->
        [buttons] Quelque chose n'a pas marché de mon côté. Posez encore votre question, ou utilisez /lignes-aide.
       *[words] Quelque chose n'a pas marché de mon côté. Posez encore votre question, ou écrivez « lignes ».
    }
too-many = { $manner ->
        [buttons] Il y a beaucoup de questions à la fois : attendez quelques secondes et posez encore votre question ; /urgence et /lignes-aide fonctionnent toujours.
       *[words] Il y a beaucoup de questions à la fois : attendez quelques secondes et posez encore votre question ; « urgence » et « lignes » ont toujours une réponse.
    }
welcome = Je suis là si vous avez une autre question.

## Salons

room-privacy = Je ne garde pas ce que vous écrivez ici. Les membres de ce salon et ses serveurs peuvent le garder : n'écrivez ni noms, ni adresses, ni A-numbers (numéros d'étranger).
room-how-to-ask = Dans ce salon, mentionnez-moi, répondez-moi ou commencez par { $prefix }.
only-text = Je peux lire seulement du texte. Écrivez votre question avec des mots, s'il vous plaît.
unreadable = Je n'ai pas pu lire votre message : sa clé ne m'est pas parvenue. Envoyez-le encore une fois, s'il vous plaît.
settings-title = Réglages de ce salon
settings-language-line = Langue : { $language }
settings-region-line = État : { $region }
settings-answers-line = Réponses : { $answers }
settings-addressed-meaning = seulement quand on s'adresse à moi
settings-clear-meaning = aussi aux questions claires qui ne me sont pas adressées
settings-unset = aucun choix
settings-saved = C'est fait.
settings-refused = Seuls les modérateurs de ce salon peuvent changer ses réglages. Vous pouvez choisir les vôtres : écrivez « langue » ou « état ».
settings-unknown = Je n'ai pas compris ce réglage.
settings-hint = Les modérateurs peuvent écrire, par exemple : « réglages salon langue espagnol », « réglages salon état CA », « réglages salon réponses claires » ou « réglages salon réponses adressées ».

## Mots qui appellent une commande

command-help = aide, commandes, les commandes, mode d'emploi, comment ça marche, comment ca marche, comment ça fonctionne, comment ca fonctionne, comment utiliser kyr, comment t'utiliser, comment vous utiliser, bonjour, bonjour kyr, bonsoir, bonsoir kyr, salut, salut kyr, coucou, allô, allo, bjr, bsr, slt, commencer, démarrer, demarrer, help, commands, start, hi, hello
command-menu = menu, le menu, menu principal, voir le menu, montrer le menu, montrez le menu, sujets, les sujets, voir les sujets, liste, liste des sujets, la liste des sujets, tous les sujets, thèmes, themes, que pouvez-vous faire, que peux-tu faire, que savez-vous faire, que sais-tu faire, tu peux faire quoi, vous pouvez faire quoi, qu'est-ce que vous pouvez faire, qu'est-ce que tu peux faire, que puis-je demander, qu'est-ce que je peux demander, je peux demander quoi, topics, main menu, list, what can you do
command-topic = sujet, thème, theme, ouvrir, ouvrez, ouvre, montrer, montrez, montre, voir, topic, open, show
command-language = langue, langues, les langues, quelles langues, changer la langue, changer de langue, change la langue, changez la langue, passer en, passe en, passez en, réponds en, reponds en, répondez en, repondez en, réponds-moi en, répondez-moi en, parle en, parlez en, parle-moi en, parlez-moi en, parlez-vous, vous parlez, tu parles, est-ce que vous parlez, est-ce que tu parles, je parle, nous parlons, on parle, traduire en, traduis en, traduisez en, mettre en, mets en, language, languages, change language, speak
command-region = état, etat, mon état, mon etat, mon état est, région, ma région, ma region, j'habite, j habite, j'habite à, j'habite en, j'habite au, j'habite dans, nous habitons, on habite, ma famille habite, je vis, je vis à, je vis en, je vis au, nous vivons, on vit, je suis à, je suis en, je suis au, je suis dans, nous sommes à, nous sommes en, nous sommes au, on est à, on est en, on est au, je me trouve, state, my state, region
command-hotlines = lignes, les lignes, lignes d'aide, ligne d'aide, les lignes d'aide, les numéros, numéros d'aide, numéro d'aide, numero d'aide, numéros de téléphone, numeros de telephone, numéro de téléphone, numero de telephone, numéros à appeler, numéro à appeler, réaction rapide, reaction rapide, qui peut aider, qui peut m'aider, qui peut nous aider, qui pourrait m'aider, qui appeler, qui puis-je appeler, qui est-ce que je peux appeler, j'appelle qui, je peux appeler qui, personnes qui peuvent aider, joindre des personnes, hotlines, hotline, phone numbers, who can help
command-more = plus, plus de détails, plus de details, plus d'infos, plus d'informations, en savoir plus, je veux en savoir plus, détails, details, les détails, dites-m'en plus, dis-m'en plus, dites-moi plus, dis-moi plus, encore, continuez, continue, continuer, suite, la suite, la loi, que dit la loi, more, tell me more, more details, go on
command-sources = sources, source, les sources, vos sources, tes sources, quelles sources, quelles sont vos sources, quelle est la source, montrez les sources, montre les sources, d'où ça vient, d'ou ca vient, ça vient d'où, d'où vient cette réponse, d'où vient cette information, qui dit ça, qui dit ca, qui dit cela, qui le dit, comment le savez-vous, comment le sais-tu, comment vous savez ça, comment tu sais ça, avez-vous des preuves, quelles preuves avez-vous, where is this from, who says that, proof
command-privacy = vie privée, vie privee, confidentialité, confidentialite, mes données, mes donnees, que gardez-vous, que gardez-vous sur moi, que gardes-tu sur moi, que garde kyr sur moi, qu'est-ce que vous gardez sur moi, qu'est-ce que tu gardes sur moi, vous gardez quoi sur moi, tu gardes quoi sur moi, que savez-vous de moi, que savez-vous sur moi, que sais-tu de moi, que sais-tu sur moi, qu'est-ce que vous savez sur moi, qu'est-ce que tu sais sur moi, privacy, my data, what do you store, what do you know about me
command-forget = oubliez-moi, oublie-moi, oubliez moi, oublie moi, oubliez tout, oublie tout, oubliez, oublie, oublier, effacez mes données, effacez mes donnees, efface mes données, efface mes donnees, effacer mes données, supprimez mes données, supprime mes données, supprimer mes données, effacez mon choix, efface mon choix, effacez ce que vous gardez, effacez tout, efface tout, effacez-moi, efface-moi, supprimez-moi, supprime-moi, forget me, forget, delete my data, delete me
command-about = à propos, a propos, à propos de kyr, à propos de toi, à propos de vous, qui êtes-vous, qui etes-vous, qui es-tu, vous êtes qui, vous etes qui, tu es qui, t'es qui, êtes-vous un robot, es-tu un robot, qui vous a fait, qui t'a fait, qui vous a créé, qui t'a créé, qui a fait ce bot, qui écrit les réponses, qui écrit ces réponses, qui est kyr, c'est qui kyr, c'est quoi kyr, kyr c'est quoi, qu'est-ce que kyr, c'est quoi ce bot, version, about, who are you, what is kyr, what are you
command-thanks = merci, merci beaucoup, merci bien, merci infiniment, merci énormément, mille mercis, mille fois merci, un grand merci, grand merci, merci à vous, merci à toi, merci pour tout, merci pour l'aide, merci pour votre aide, merci beaucoup pour votre aide, merci de votre aide, merci de m'avoir écouté, merci kyr, ok merci, okay merci, oui merci, non merci, d'accord merci, très bien merci, c'est gentil, je vous remercie, je te remercie, mrc, mci, oui, ok, okay, d'accord, dac, dacc, entendu, compris, j'ai compris, bien compris, c'est compris, très bien, tres bien, c'est bon, ça m'aide, ça m'a aidé, de rien, au revoir, bonne journée, bonne journee, bonne soirée, bonne soiree, bonne nuit, à bientôt, a bientot, à plus tard, que dieu vous bénisse, dieu vous bénisse, que dieu te bénisse, dieu merci, thanks, thank you, thx, bye
command-none = aucun, aucune, aucun des deux, aucun de ces sujets, aucun d'eux, aucune de ces réponses, aucun de tout ça, rien de tout ça, rien de tout ca, rien de tout cela, rien, pas ça, pas ca, pas cela, ce n'est pas ça, ce n'est pas ca, c'est pas ça, c'est pas ca, ni l'un ni l'autre, non, nan, none, none of these, no, 0
# Le premier est montré aux gens. Dans un salon, un message qui commence par l'un d'eux est pour Kyr.
command-prefix = !kyr, !droits
command-settings = réglages salon, reglages salon, réglages du salon, reglages du salon, réglage du salon, réglages de ce salon, paramètres salon, paramètres du salon, parametres du salon, settings, room settings
settings-answers = réponses, reponses, réponse, answers
settings-clear = claires, questions claires, aux questions claires, claire
settings-addressed = adressées, adressees, seulement adressées, questions adressées, adressée

## Mots pour ce qui est proposé, selon la place

first = un, une, premier, première, le premier, la première, le un, 1er, 1re, le 1er, la 1re, numéro un, numéro 1, le numéro 1, choix 1, option 1, option un
second = deux, deuxième, second, seconde, le deuxième, la deuxième, le second, la seconde, le deux, 2e, 2ème, le 2e, numéro deux, numéro 2, le numéro 2, choix 2, option 2, option deux
third = trois, troisième, le troisième, la troisième, le trois, 3e, 3ème, le 3e, numéro trois, numéro 3, le numéro 3, choix 3, option 3, option trois
fourth = quatre, quatrième, le quatrième, la quatrième, le quatre, le dernier, la dernière, 4e, 4ème, le 4e, numéro quatre, numéro 4, le numéro 4, choix 4, option 4, option quatre

## Petits mots autour du nom d'une langue ou d'un État

fillers = dans l'état de, dans l'état du, l'état de, l'état du, en, à, au, aux, dans, de, du, des, le, la, les, pour, vers, près de, autour de, s'il vous plaît, s'il te plaît, svp, stp, please

## Débuts de questions sur le sens d'un mot, les plus longs d'abord

what-is = qu'est-ce que ça veut dire un, qu'est-ce que ça veut dire une, qu'est-ce que ça veut dire le, qu'est-ce que ça veut dire la, qu'est-ce que ça veut dire, pouvez-vous m'expliquer ce qu'est un, pouvez-vous m'expliquer ce qu'est une, pouvez-vous m'expliquer le, pouvez-vous m'expliquer la, pouvez-vous m'expliquer, expliquez-moi ce qu'est un, expliquez-moi ce qu'est une, explique-moi ce qu'est un, explique-moi ce qu'est une, expliquez-moi le, expliquez-moi la, expliquez-moi un, expliquez-moi une, expliquez-moi, explique-moi le, explique-moi la, explique-moi un, explique-moi une, explique-moi, expliquez le, expliquez la, expliquez, explique le, explique la, explique, qu'est-ce que c'est que le, qu'est-ce que c'est que la, qu'est-ce que c'est que les, qu'est-ce que c'est que, qu'est-ce que c'est un, qu'est-ce que c'est une, qu'est-ce que c'est le, qu'est-ce que c'est la, qu'est-ce que c'est les, qu'est-ce que c'est, qu'est-ce que le, qu'est-ce que la, qu'est-ce que les, qu'est-ce que l, qu'est-ce que, qu'est-ce qu'un, qu'est-ce qu'une, qu est-ce que le, qu est-ce que la, qu est-ce que les, qu est-ce que l, qu est-ce que, qu est-ce qu un, qu est-ce qu une, quelle est la signification de, quelle est la définition de, quel est le sens de, c'est quoi exactement un, c'est quoi exactement une, c'est quoi exactement le, c'est quoi exactement la, c'est quoi exactement, c'est quoi un, c'est quoi une, c'est quoi le, c'est quoi la, c'est quoi les, c'est quoi l, c'est quoi des, c'est quoi ce, c'est quoi cette, c'est quoi, c est quoi un, c est quoi une, c est quoi le, c est quoi la, c est quoi les, c est quoi l, c est quoi, c koi, c quoi, ça veut dire quoi un, ça veut dire quoi une, ça veut dire quoi le, ça veut dire quoi la, ça veut dire quoi, que veut dire le mot, que veut dire un, que veut dire une, que veut dire le, que veut dire la, que veut dire l, que veut dire, que signifie le mot, que signifie un, que signifie une, que signifie le, que signifie la, que signifie, signification de, définition de, définir, sens du mot, parlez-moi de la, parlez-moi du, parlez-moi des, parlez-moi de, parle-moi de la, parle-moi du, parle-moi des, parle-moi de, qui est, qui sont les, qui sont, what is the, what is an, what is a, what is, what are, what does, whats, who is, meaning of, define, explain
what-is-end = c'est quoi, c'est quoi ça, ça veut dire quoi, veut dire quoi, qu'est-ce que c'est, c'est qui, veut dire, exactement, s'il vous plaît, svp
