### O que o próprio Kyr diz em português do Brasil. Os textos dos temas estão em content/text/pt.
### Cada mensagem `command-…` lista as palavras que chamam um comando, separadas por vírgulas.

## Primeiro contato e ajuda

greeting = Olá. Eu sou o Kyr. Respondo perguntas sobre os seus direitos diante do ICE e da polícia, sobre como as pessoas são encontradas e sobre como proteger o seu celular e os seus dados.
greeting-hint = { $manner ->
        [buttons] Pergunte com as suas palavras com /perguntar. Se está acontecendo agora, use /emergência. Em perigo, ligue para o 911.
       *[words] Pergunte com as suas palavras. Escreva “ajuda” para ver os comandos. Se está acontecendo agora, escreva “emergência”. Em perigo, ligue para o 911.
    }
help-title = Como usar o Kyr
help-ask = Pergunte com as suas palavras, em uma frase. Por exemplo: o ICE pode entrar na minha casa?
help-menu = { $manner ->
        [buttons] /direitos: todos os temas.
       *[words] menu: todos os temas. tema NOME: um deles.
    }
help-more = { $manner ->
        [buttons] Os botões embaixo de uma resposta mostram a lei e os detalhes, de onde ela vem e outros temas.
       *[words] mais: a lei e os detalhes da última resposta. fontes: de onde ela vem.
    }
help-hotlines = { $manner ->
        [buttons] /telefones: pessoas que podem ajudar, também no seu estado. O comando lembra o seu estado.
       *[words] telefones, ou telefones ESTADO: pessoas que podem ajudar.
    }
help-region = { $manner ->
        [buttons] /emergência: os passos mais curtos quando está acontecendo agora.
       *[words] estado ESTADO: acrescenta o que é especial no seu estado.
    }
help-language = { $manner ->
        [buttons] /idioma: muda o idioma.
       *[words] idioma NOME: muda o idioma.
    }
help-privacy = { $manner ->
        [buttons] /privacidade: o que eu guardo sobre você.
       *[words] privacidade: o que eu guardo sobre você.
    }
help-forget = { $manner ->
        [buttons] O botão em /privacidade apaga o que eu guardo sobre você.
       *[words] me esqueça: apaga isso.
    }
help-about = { $manner ->
        [buttons] /sobre: quem escreve as respostas.
       *[words] sobre: quem escreve as respostas.
    }

## Menu e escolhas

menu-title = O que eu posso responder
menu-hint = { $manner ->
        [buttons] Escolha uma seção abaixo, ou pergunte com as suas palavras com /perguntar.
       *[words] Escreva um número para abrir uma seção, ou pergunte com as suas palavras.
    }
section-hint = { $manner ->
        [buttons] Escolha um tema abaixo.
       *[words] Escreva um número ou um nome para abrir um tema.
    }
choices-title = Qual destes você quer dizer?
choices-hint = { $manner ->
        [buttons] Escolha abaixo. Nenhum deles? Pergunte de novo com outras palavras, ou use /telefones para falar com pessoas.
       *[words] Escreva o número. Nenhum deles? Diga com outras palavras, ou escreva “telefones” para falar com pessoas.
    }
not-covered-title = Não tenho uma resposta conferida para isso
not-covered = Só dou respostas que pessoas escreveram e conferiram; por isso, não vou adivinhar.
not-covered-hint = { $manner ->
        [buttons] Diga com outras palavras, escolha abaixo para ver o que eu posso responder, ou procure pessoas que podem ajudar.
       *[words] Diga com outras palavras, escreva um número para ver o que eu posso responder, ou procure pessoas que podem ajudar.
    }
unserved = Ainda não falo { $language }. Posso responder em: { $languages }.
now-hint = { $manner ->
        [buttons] Se está acontecendo agora, use /emergência.
       *[words] Se está acontecendo agora, escreva “emergência”.
    }

## Respostas

disclaimer = Informação geral, não é aconselhamento jurídico.
reviewed = Última revisão: { $date }.
overdue = Esta resposta devia ter sido revisada até { $date }. Partes dela podem estar desatualizadas: confirme com um advogado ou uma linha de ajuda.
withdrawn = Esta resposta está em revisão porque pode estar desatualizada; por isso, não a mostro. Por favor, procure pessoas que podem ajudar:
machine-translation = Tradução automática, ainda não revisada por uma pessoa. { $manner ->
        [buttons] O botão abaixo mostra o texto em inglês.
       *[words] Para ver o texto em inglês, escreva “English”.
    }
person-translation = Tradução feita por uma pessoa, ainda não revisada por outra. { $manner ->
        [buttons] O botão abaixo mostra o texto em inglês.
       *[words] Para ver o texto em inglês, escreva “English”.
    }
not-translated = Esta resposta ainda não está traduzida; aqui está em inglês.
stale-translation = O texto em inglês mudou depois desta tradução. { $manner ->
        [buttons] O botão abaixo mostra o texto mais novo, em inglês.
       *[words] Para ver o texto mais novo, escreva “English”.
    }
label-say = O que você pode dizer em inglês
label-meaning = ({ $meaning })
label-sounds = soa assim: { $sounds }
label-law = O que diz a lei
label-practice = O que acontece na prática
label-details = Mais
label-region = No seu estado: { $region }
label-correction = Correção ({ $date })
label-sources = Fontes
label-contacts = Quem pode ajudar
label-related = Veja também
label-terms = Palavras
label-hours = horário: { $hours }
label-languages = idiomas: { $languages }
label-government = é do governo
source-line = { $publisher }, “{ $title }”, { $date }
undated = sem data
date = { $day ->
        [1] 1º
       *[other] { $day }
    } de { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    } de { $year }
month-only = { $month ->
        [1] janeiro
        [2] fevereiro
        [3] março
        [4] abril
        [5] maio
        [6] junho
        [7] julho
        [8] agosto
        [9] setembro
        [10] outubro
        [11] novembro
       *[12] dezembro
    } de { $year }
more-hint = { $manner ->
        [buttons] O botão “Mais” mostra a lei e os detalhes.
       *[words] Escreva “mais” para ver a lei e os detalhes.
    }
more-nothing = Ainda não há uma resposta sobre a qual dizer mais. Faça antes uma pergunta.
no-further = Sobre este tema não há nada além do que você já viu.

## Mensagens com dados demais

remove-title = Por favor, apague a sua mensagem
remove = A sua mensagem parece conter { $kinds }. Para a sua segurança, apague essa mensagem. Eu não a guardei.
kind-a-number = um número A (A-number)
kind-ssn = um número de Social Security
kind-phone = um número de telefone
kind-address = um endereço de rua

## Linhas de ajuda

hotlines-title = Pessoas que podem ajudar, em qualquer lugar dos Estados Unidos
hotlines-region-title = Pessoas que podem ajudar: { $region }
hotlines-nationwide = Em qualquer lugar dos Estados Unidos
hotlines-none = { $region }: ainda não tenho um número local conferido.
hotlines-hint = { $manner ->
        [buttons] Para o seu estado, use /telefones e escolha o estado.
       *[words] Para o seu estado, escreva “telefones” e o nome dele, por exemplo: telefones Illinois.
    }

## Ajustes e informações

language-set = Vou responder em { $language }.
language-list = Idiomas: { $languages }. { $manner ->
        [buttons] Escolha um com /idioma.
       *[words] Escreva “idioma” e um deles.
    }
language-unknown = Não tenho esse idioma. Idiomas: { $languages }.
region-set = Vou acrescentar o que é especial neste estado: { $region }.
region-none = { $manner ->
        [buttons] Escolha o seu estado com /telefones.
       *[words] Escreva “estado” e o seu estado, por exemplo: estado Califórnia.
    }
region-unknown = { $manner ->
        [buttons] Não conheço esse estado. Escolha um da lista.
       *[words] Não conheço esse estado. Escreva o nome ou as duas letras, por exemplo: estado CA.
    }
forgotten = Pronto. Esqueci o seu idioma, o seu estado e a nossa conversa.
privacy-title = O que eu guardo sobre você
privacy-kept = Não guardo nem registro o que você escreve. Por alguns minutos, lembro o tema da nossa conversa. Se você escolhe um idioma ou um estado, guardo essa escolha com um código no lugar do seu nome.
privacy-platform = O app em que você escreve, quem pode ler o canal ou a sala e o seu celular podem guardar as suas mensagens. Não escreva aqui nomes, endereços, números A (A-numbers) nem telefones.
privacy-forget = { $manner ->
        [buttons] O botão “Me esqueça” apaga o que eu guardo.
       *[words] Escreva “me esqueça” para apagar o que eu guardo.
    }
about-title = Sobre o Kyr
about = Pessoas escrevem as minhas respostas, comparam com fontes e põem a data nelas. Eu nunca invento uma resposta. Não sou advogado.
about-pack = Textos: { $pack }, versão { $version }, { $topics } temas. Idiomas: { $languages }.
trouble = { $manner ->
        [buttons] Algo deu errado do meu lado. Por favor, pergunte de novo, ou use /telefones.
       *[words] Algo deu errado do meu lado. Por favor, pergunte de novo, ou escreva “telefones”.
    }
too-many = { $manner ->
        [buttons] Há muitas perguntas ao mesmo tempo: por favor, espere alguns segundos e pergunte de novo; /emergência e /telefones sempre funcionam.
       *[words] Há muitas perguntas ao mesmo tempo: por favor, espere alguns segundos e pergunte de novo; “emergência” e “telefones” sempre têm resposta.
    }
welcome = Estou aqui se você tiver outra pergunta.

## Salas

room-privacy = Não guardo o que você escreve aqui. Os membros desta sala e os servidores dela podem guardar; por isso, não escreva nomes, endereços nem números A (A-numbers).
room-how-to-ask = Nesta sala, mencione o meu nome, responda a uma mensagem minha ou comece com { $prefix }.
only-text = Só consigo ler texto. Por favor, escreva a sua pergunta com palavras.
unreadable = Não consegui ler a sua mensagem: a chave dela não chegou a mim. Por favor, mande mais uma vez.
settings-title = Configurações desta sala
settings-language-line = Idioma: { $language }
settings-region-line = Estado: { $region }
settings-answers-line = Respostas: { $answers }
settings-addressed-meaning = só quando falam comigo
settings-clear-meaning = também a perguntas claras que não são dirigidas a mim
settings-unset = sem escolha
settings-saved = Pronto.
settings-refused = Só moderadores desta sala podem mudar as configurações dela. Você pode escolher as suas: escreva “idioma” ou “estado”.
settings-unknown = Não entendi essa configuração.
settings-hint = Moderadores podem escrever, por exemplo: “configurar sala idioma espanhol”, “configurar sala estado CA”, “configurar sala responder perguntas claras” ou “configurar sala responder só quando chamado”.

## Palavras que chamam um comando

command-help = ajuda, comandos, início, inicio, iniciar, oi, oie, olá, ola, opa, e aí, e ai, bom dia, boa tarde, boa noite, como funciona, como funciona isso, como isso funciona, como usar, como te uso, help, hi, hello
command-menu = menu, menu principal, ver menu, ver o menu, mostrar menu, mostra o menu, temas, assuntos, tópicos, topicos, lista, lista de temas, ver temas, todos os temas, o que você pode responder, o que você pode fazer, o que vc pode fazer, o que você faz, o que vc faz, o que posso perguntar, topics, main menu, list topics
command-topic = tema, assunto, tópico, topico, abrir tema, abrir o tema, abre o tema, mostrar tema, mostra o tema, topic
command-language = idioma, idiomas, línguas, linguas, fala português, fala portugues, mudar idioma, mudar o idioma, mudar de idioma, trocar idioma, trocar de idioma, trocar a língua, mudar para, trocar para, traduzir para, traduza para, traduz para, você fala, voce fala, vc fala, você sabe falar, eu falo, fala em, fale em, fala comigo em, fale comigo em, responde em, responda em, responder em, me responde em, em, language, languages, change language, speak
command-region = estado, meu estado, o meu estado, moro em, moro no, moro na, eu moro em, eu moro no, eu moro na, vivo em, vivo no, vivo na, estou em, estou no, estou na, tô em, tô no, tô na, state, my state, i live in
command-hotlines = telefones, telefones de ajuda, telefones no, números de telefone, numeros de telefone, números, numeros, números de ajuda, linhas de ajuda, linha de ajuda, linhas, linhas no, linhas de ajuda no, linha de ajuda no, números no, quem pode ajudar, quem pode me ajudar, quem me ajuda, resposta rápida, resposta rapida, hotlines, hotline, phone numbers, who can help
command-more = mais, mais detalhes, detalhes, ver mais, saber mais, quero saber mais, me conta mais, me conte mais, conta mais, fala mais, fale mais, me fala mais, explica mais, mais informações, mais informacoes, continua, continue, continuar, a lei, o que diz a lei, o que a lei diz, more, more details, tell me more
command-sources = fontes, fonte, as fontes, ver fontes, ver as fontes, mostra as fontes, qual é a fonte, qual e a fonte, qual a fonte, qual é a fonte disso, qual a fonte disso, de onde vem isso, de onde vem essa informação, de onde você tirou isso, de onde vc tirou isso, quem disse isso, quem diz isso, como você sabe, como vc sabe, como você sabe disso, sources, source, show me the sources
command-privacy = privacidade, meus dados, os meus dados, o que você guarda, o que vc guarda, o que você guarda sobre mim, o que vc guarda de mim, o que você sabe sobre mim, o que vc sabe sobre mim, o que você sabe de mim, privacy, my data, what do you store
command-forget = me esqueça, me esqueca, me esquece, esqueça-me, esqueca-me, esqueça de mim, esquece de mim, esqueça tudo, apagar meus dados, apague meus dados, apaga meus dados, apague os meus dados, apaga os meus dados, apagar os meus dados, excluir meus dados, exclua meus dados, deletar meus dados, delete meus dados, deleta meus dados, me apaga, me apague, forget me, delete my data, delete me, erase me
command-about = sobre, sobre o kyr, sobre kyr, sobre você, quem é você, quem e voce, quem é vc, quem te fez, quem te criou, quem fez você, quem criou você, quem fez este bot, quem fez esse bot, quem é o kyr, o que é o kyr, o que é kyr, o que você é, você é um robô, vc é um robô, versão, versao, about, who are you, who made you, what is kyr
command-thanks = obrigado, obrigada, muito obrigado, muito obrigada, obrigado kyr, obrigada kyr, ok obrigado, ok obrigada, brigado, brigada, obg, obgd, valeu, vlw, agradeço, agradecida, agradecido, ok, okay, sim, tá, ta, tá bom, ta bom, tá certo, certo, beleza, blz, entendi, tchau, até logo, até mais, ate mais, ajudou muito, me ajudou, me ajudou muito, obrigado por ouvir, obrigada por ouvir, obrigado pela ajuda, obrigada pela ajuda, deus te abençoe, deus abençoe, thanks, thank you, thx, bye
command-none = nenhum, nenhuma, nenhum deles, nenhuma delas, nenhum desses, nenhuma dessas, nenhum destes, nenhuma destas, nada disso, não, nao, não é isso, nao e isso, none, none of these, 0
# A primeira é mostrada às pessoas. Numa sala, uma mensagem que começa com uma delas é para o Kyr.
command-prefix = !kyr, !direitos
command-settings = configurar sala, configurar a sala, configurações da sala, configuracoes da sala, ajustes da sala, settings, room settings
settings-answers = responder, respostas, resposta, answers
settings-clear = perguntas claras, a perguntas claras, claras, clear
settings-addressed = só quando chamado, so quando chamado, quando chamado, só quando me chamam, addressed

## Palavras para o que foi oferecido, pelo lugar

first = um, uma, primeiro, primeira, o primeiro, a primeira, o um, número um, numero um, número 1, numero 1, opção 1, opcao 1, opção um, o 1, first, the first one
second = dois, duas, segundo, segunda, o segundo, a segunda, o dois, número dois, numero dois, número 2, numero 2, opção 2, opcao 2, opção dois, o 2, second, the second one
third = três, tres, terceiro, terceira, o terceiro, a terceira, o três, número três, numero tres, número 3, numero 3, opção 3, opcao 3, opção três, o 3, third, the third one
fourth = quatro, quarto, quarta, o quarto, a quarta, o quatro, número quatro, numero quatro, número 4, numero 4, opção 4, opcao 4, opção quatro, o 4, o último, o ultimo, a última, fourth, the fourth one

## Palavras pequenas em volta do nome de um idioma ou de um estado

fillers = em, na, nas, de, do, da, dos, das, para, pra, pro, por, perto de, perto do, perto da, o, a, ao, fala, falo, por favor, pfv, please

## Começos de perguntas sobre o significado de uma palavra, os mais longos primeiro

what-is = qual é o significado da palavra, qual o significado da palavra, o que quer dizer a palavra, o que significa a palavra, qual é o significado de, qual o significado de, o que quer dizer uma, o que quer dizer um, o que quer dizer a, o que quer dizer o, o que quer dizer, oque quer dizer, que quer dizer, o que significa uma, o que significa um, o que significa a, o que significa o, o que significa, oque significa, oq significa, que significa, me explica o que é uma, me explica o que é um, me explica o que é, me explique o que é, explica o que é, explique o que é, o que é que é, o que são as, o que são os, o que são, o que é uma, o que é um, o que é a, o que é o, o que é, oque é uma, oque é um, oque é a, oque é o, oque é, oq é uma, oq é um, oq é a, oq é o, oq é, o q é uma, o q é um, o q é, que é uma, que é um, que é, para que serve o, para que serve a, para que serve, pra que serve o, pra que serve a, pra que serve, significado da palavra, significado de, quem são os, quem são, quem é a, quem é o, quem é, me fala sobre o, me fala sobre a, me fala sobre, me fale sobre, fale sobre o, fale sobre a, fale sobre, fala sobre, me explica, explique, explica, defina, what is the, what is an, what is a, what is, what does the, what does, meaning of, define
what-is-end = o que é, oque é, oq é, o q é, é o que, o que é isso, o que significa, significa o que, quer dizer o que, exatamente, por favor
