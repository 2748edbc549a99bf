### Nomes e descrições dos comandos do Kyr no Discord, e as palavras dos botões.
### Nomes: minúsculas, sem espaços, no máximo 32 letras. Descrições: 100 letras. Botões: 80.

## Comandos

slash-ask = perguntar
slash-ask-about = Pergunte sobre os seus direitos, com as suas palavras e no seu idioma
slash-question = pergunta
slash-question-about = A sua pergunta, em uma frase; sem nomes, endereços nem números A (A-numbers)
slash-rights = direitos
slash-rights-about = Tudo o que eu posso responder, por seção e tema
slash-section = seção
slash-section-about = Uma parte da lista de temas
slash-topic = tema
slash-topic-about = Um tema; comece a escrever e escolha
slash-emergency = emergência
slash-emergency-about = Está acontecendo agora: os passos mais curtos e para quem ligar
slash-hotlines = telefones
slash-hotlines-about = Pessoas que podem ajudar e os telefones delas
slash-state = estado
slash-state-about = O seu estado nos EUA; comece a escrever e escolha
slash-language = idioma
slash-language-about = Escolha o idioma em que eu respondo a você
slash-language-choice-about = Um idioma; comece a escrever e escolha
slash-privacy = privacidade
slash-privacy-about = O que eu guardo sobre você e como apagar
slash-about = sobre
slash-about-about = Quem escreve as respostas e como elas são conferidas
slash-help = ajuda
slash-help-about = Como usar o Kyr
slash-settings = configurações
slash-settings-about = Idioma, estado e canais públicos deste servidor; para quem gerencia o servidor
slash-settings-language-about = O idioma deste servidor, para mensagens que não mostram o seu
slash-settings-state-about = O estado dos EUA deste servidor
slash-channel = canal
slash-channel-about = Um canal, para permitir ou proibir respostas que todos veem
slash-public = público
slash-public-about = Se as respostas podem ser mostradas a todos nesse canal
slash-message = Perguntar ao Kyr

## Botões e listas

button-more = Mais
button-sources = Fontes
button-show = Mostrar ao canal
button-forget = Me esqueça
pick-topic = Escolha um tema
pick-section = Escolha uma seção
choice-none = sem escolha

## O que acontece com eles

old-button = Este botão é de uma versão antiga. Por favor, pergunte de novo com /perguntar.
show-refused = Neste canal não se pode mostrar respostas a todos.
server-settings-title = Configurações deste servidor
server-settings-public-line = Respostas que todos veem: { $channels }
server-settings-everywhere = em todos os canais
server-settings-some = em { $count } dos canais dele
server-settings-refused = Só quem pode gerenciar o servidor pode mudar as configurações dele. Você pode escolher o seu próprio idioma com /idioma.
server-settings-channel = Escolha as duas coisas: um canal e se as respostas podem ser mostradas ali.
server-settings-hint = Use /configurações com um idioma, um estado ou um canal. Enquanto nenhum canal for permitido, as respostas podem ser mostradas em todos os canais.
answer-privately = Neste canal eu só respondo de modo que ninguém mais veja: use /perguntar.
