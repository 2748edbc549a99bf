### Nombres y descripciones de los comandos de Kyr en Discord, y las palabras de sus botones.
### Nombres: minúsculas, sin espacios, 32 letras como máximo. Descripciones: 100 letras. Botones: 80.

## Comandos

slash-ask = preguntar
slash-ask-about = Pregunte sobre sus derechos, con sus propias palabras y en su idioma
slash-question = pregunta
slash-question-about = Su pregunta, en una frase; sin nombres, direcciones ni números A
slash-rights = derechos
slash-rights-about = Todo lo que puedo responder, por sección y tema
slash-section = sección
slash-section-about = Una parte de la lista de temas
slash-topic = tema
slash-topic-about = Un tema; empiece a escribir y elija
slash-emergency = emergencia
slash-emergency-about = Está pasando ahora: los pasos más cortos y a quién llamar
slash-hotlines = ayuda-cerca
slash-hotlines-about = Personas que pueden ayudar y sus teléfonos
slash-state = estado
slash-state-about = Su estado de EE. UU.; empiece a escribir y elija
slash-language = idioma
slash-language-about = Elija el idioma en que le respondo
slash-language-choice-about = Un idioma; empiece a escribir y elija
slash-privacy = privacidad
slash-privacy-about = Lo que guardo sobre usted y cómo borrarlo
slash-about = acerca
slash-about-about = Quién escribe las respuestas y cómo se revisan
slash-help = ayuda
slash-help-about = Cómo usar Kyr
slash-settings = ajustes
slash-settings-about = Idioma, estado y canales públicos del servidor; para quienes lo administran
slash-settings-language-about = El idioma del servidor, para mensajes que no muestran el suyo
slash-settings-state-about = El estado de EE. UU. de este servidor
slash-channel = canal
slash-channel-about = Un canal, para permitir o no respuestas que todos ven
slash-public = público
slash-public-about = Si las respuestas se pueden mostrar a todos en ese canal
slash-message = Preguntar a Kyr

## Botones y listas

button-more = Más
button-sources = Fuentes
button-show = Mostrar en el canal
button-forget = Olvídame
pick-topic = Elija un tema
pick-section = Elija una sección
choice-none = sin elegir

## Lo que pasa con ellos

old-button = Este botón es de una versión anterior. Por favor pregunte otra vez con /preguntar.
show-refused = En este canal no se pueden mostrar respuestas a todos.
server-settings-title = Ajustes de este servidor
server-settings-public-line = Respuestas que todos ven: { $channels }
server-settings-everywhere = en todos los canales
server-settings-some = en { $count } de sus canales
server-settings-refused = Solo quienes administran el servidor pueden cambiar sus ajustes. Usted puede elegir su idioma con /idioma.
server-settings-channel = Elija tanto un canal como si se pueden mostrar respuestas en él.
server-settings-hint = Use /ajustes con un idioma, un estado o un canal. Mientras no se permita ningún canal, las respuestas se pueden mostrar en todos.
answer-privately = En este canal solo respondo de manera que nadie más lo vea: use /preguntar.
