### Lo que Kyr mismo dice en español. Los textos de los temas están en content/text/es.
### Cada mensaje `command-…` enumera las palabras que llaman un comando, separadas por comas.

## Primer contacto y ayuda

greeting = Hola. Soy Kyr. Respondo preguntas sobre sus derechos ante ICE y la policía, sobre cómo encuentran a las personas y sobre cómo proteger su teléfono y sus datos.
greeting-hint = { $manner ->
        [buttons] Pregunte con sus propias palabras con /preguntar. Si está pasando ahora, use /emergencia. Si hay peligro, llame al 911.
       *[words] Pregunte con sus propias palabras. Escriba «ayuda» para ver los comandos. Si está pasando ahora, escriba «emergencia». Si hay peligro, llame al 911.
    }
help-title = Cómo usar Kyr
help-ask = Pregunte con sus propias palabras, en una frase. Por ejemplo: ¿puede ICE entrar en mi casa?
help-menu = { $manner ->
        [buttons] /derechos: todos los temas.
       *[words] menú: todos los temas. tema NOMBRE: uno de ellos.
    }
help-more = { $manner ->
        [buttons] Los botones debajo de una respuesta muestran la ley y los detalles, de dónde viene y otros temas.
       *[words] más: la ley y los detalles de la última respuesta. fuentes: de dónde viene.
    }
help-hotlines = { $manner ->
        [buttons] /ayuda-cerca: personas que pueden ayudar, también en su estado. Recuerdo el estado que elija.
       *[words] líneas, o líneas ESTADO: personas que pueden ayudar.
    }
help-region = { $manner ->
        [buttons] /emergencia: los pasos más cortos si está pasando ahora.
       *[words] estado ESTADO: agrega lo que es especial en su estado.
    }
help-language = { $manner ->
        [buttons] /idioma: cambia el idioma.
       *[words] idioma NOMBRE: cambia el idioma.
    }
help-privacy = { $manner ->
        [buttons] /privacidad: lo que guardo sobre usted.
       *[words] privacidad: lo que guardo sobre usted.
    }
help-forget = { $manner ->
        [buttons] El botón debajo de /privacidad borra lo que guardo sobre usted.
       *[words] olvídame: lo borra.
    }
help-about = { $manner ->
        [buttons] /acerca: quién escribe las respuestas.
       *[words] acerca de: quién escribe las respuestas.
    }

## Menú y opciones

menu-title = Lo que puedo responder
menu-hint = { $manner ->
        [buttons] Elija abajo una sección, o pregunte con sus propias palabras con /preguntar.
       *[words] Escriba un número para abrir una sección, o pregunte con sus propias palabras.
    }
section-hint = { $manner ->
        [buttons] Elija abajo un tema.
       *[words] Escriba un número o un nombre para abrir un tema.
    }
choices-title = ¿Cuál de estos temas busca?
choices-hint = { $manner ->
        [buttons] Elija abajo. ¿Ninguno? Pregunte otra vez con otras palabras, o use /ayuda-cerca para hablar con personas.
       *[words] Escriba el número. ¿Ninguno? Dígalo con otras palabras, o escriba «líneas» para hablar con personas.
    }
not-covered-title = No tengo una respuesta revisada para eso
not-covered = Solo doy respuestas que personas escribieron y revisaron, así que no voy a adivinar.
not-covered-hint = { $manner ->
        [buttons] Dígalo con otras palabras, elija abajo para ver lo que puedo responder, o hable con personas que pueden ayudar.
       *[words] Dígalo con otras palabras, escriba un número para ver lo que puedo responder, o hable con personas que pueden ayudar.
    }
unserved = Todavía no hablo { $language }. Puedo responder en: { $languages }.
now-hint = { $manner ->
        [buttons] Si está pasando ahora, use /emergencia.
       *[words] Si está pasando ahora, escriba «emergencia».
    }

## Respuestas

disclaimer = Información general, no es asesoría legal.
reviewed = Última revisión: { $date }.
overdue = Esta respuesta debía revisarse antes del { $date }. Puede tener partes desactualizadas: confirme con un abogado o una línea de ayuda.
withdrawn = Esta respuesta está en revisión porque puede estar desactualizada; por eso no la muestro. Por favor hable con personas que pueden ayudar:
machine-translation = Traducción automática; todavía no la ha revisado una persona. { $manner ->
        [buttons] El botón de abajo muestra el texto en inglés.
       *[words] Para leer el texto en inglés, escriba «English».
    }
person-translation = Traducción hecha por una persona; todavía no la ha revisado otra. { $manner ->
        [buttons] El botón de abajo muestra el texto en inglés.
       *[words] Para leer el texto en inglés, escriba «English».
    }
not-translated = Esta respuesta todavía no está traducida; aquí está en inglés.
stale-translation = El texto en inglés cambió después de hacer esta traducción. { $manner ->
        [buttons] El botón de abajo muestra el texto más nuevo, en inglés.
       *[words] Para leer el texto más nuevo, escriba «English».
    }
label-say = Lo que puede decir en inglés
label-meaning = ({ $meaning })
label-sounds = suena así: { $sounds }
label-law = Lo que dice la ley
label-practice = Lo que pasa en la práctica
label-details = Más
label-region = En { $region }
label-correction = Corrección ({ $date })
label-sources = Fuentes
label-contacts = Quién puede ayudar
label-related = Vea también
label-terms = Palabras
label-hours = horario: { $hours }
label-languages = idiomas: { $languages }
label-government = es del gobierno
source-line = { $publisher }, «{ $title }», { $date }
undated = sin fecha
date = { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }
month-only = { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }
more-hint = { $manner ->
        [buttons] El botón «Más» muestra la ley y los detalles.
       *[words] Escriba «más» para ver la ley y los detalles.
    }
more-nothing = Todavía no hay una respuesta sobre la que decir más. Haga primero una pregunta.
no-further = No hay nada más sobre este tema que lo que ya vio.

## Mensajes que contienen demasiado

remove-title = Por favor borre su mensaje
remove = Su mensaje parece contener { $kinds }. Por su seguridad, bórrelo. No lo guardé.
kind-a-number = un número A
kind-ssn = un número de Seguro Social
kind-phone = un número de teléfono
kind-address = una dirección

## Líneas de ayuda

hotlines-title = Personas que pueden ayudar en todo Estados Unidos
hotlines-region-title = Personas que pueden ayudar en { $region }
hotlines-nationwide = En todo Estados Unidos
hotlines-none = Todavía no tengo un número local revisado para { $region }.
hotlines-hint = { $manner ->
        [buttons] Para su estado, use /ayuda-cerca y elíjalo.
       *[words] Para su estado, escriba «líneas» y el nombre, por ejemplo: líneas Illinois.
    }

## Ajustes e información

language-set = Voy a responder en { $language }.
language-list = Idiomas: { $languages }. { $manner ->
        [buttons] Elija uno con /idioma.
       *[words] Escriba «idioma» y uno de ellos.
    }
language-unknown = No tengo ese idioma. Idiomas: { $languages }.
region-set = Voy a agregar lo que es especial en { $region }.
region-none = { $manner ->
        [buttons] Elija su estado con /ayuda-cerca.
       *[words] Escriba «estado» y su estado, por ejemplo: estado California.
    }
region-unknown = { $manner ->
        [buttons] No conozco ese estado. Elija uno de la lista.
       *[words] No conozco ese estado. Escriba el nombre o las dos letras, por ejemplo: estado CA.
    }
forgotten = Listo. Olvidé su idioma, su estado y nuestra conversación.
privacy-title = Lo que guardo sobre usted
privacy-kept = No guardo ni registro lo que escribe. Tengo en memoria, por unos minutos, el tema del que hablamos. Si elige un idioma o un estado, guardo esa elección con un código en lugar de su nombre.
privacy-platform = La aplicación en la que escribe, quienes pueden leer el canal o la sala y su teléfono pueden guardar sus mensajes. No escriba aquí nombres, direcciones, números A ni teléfonos.
privacy-forget = { $manner ->
        [buttons] El botón «Olvídame» borra lo que tengo.
       *[words] Escriba «olvídame» para borrar lo que tengo.
    }
about-title = Acerca de Kyr
about = Mis respuestas las escriben personas, que las comparan con fuentes y les ponen fecha. Nunca invento ninguna. No soy abogado.
about-pack = Textos: { $pack }, versión { $version }, { $topics } temas. Idiomas: { $languages }.
trouble = { $manner ->
        [buttons] Algo falló de mi lado. Por favor pregunte otra vez, o use /ayuda-cerca.
       *[words] Algo falló de mi lado. Por favor pregunte otra vez, o escriba «líneas».
    }
too-many = { $manner ->
        [buttons] Hay muchas preguntas a la vez: por favor espere unos segundos y pregunte otra vez; /emergencia y /ayuda-cerca siempre funcionan.
       *[words] Hay muchas preguntas a la vez: por favor espere unos segundos y pregunte otra vez; «emergencia» y «líneas» siempre tienen respuesta.
    }
welcome = Aquí estoy si tiene otra pregunta.

## Salas

room-privacy = No guardo lo que usted escribe aquí. Los miembros de esta sala y sus servidores pueden guardarlo: no escriba nombres, direcciones ni números A.
room-how-to-ask = En esta sala, mencióneme, respóndame o empiece con { $prefix }.
only-text = Solo puedo leer texto. Por favor, escriba su pregunta con palabras.
unreadable = No pude leer su mensaje: la clave para leerlo no me llegó. Por favor, envíelo otra vez.
settings-title = Ajustes de esta sala
settings-language-line = Idioma: { $language }
settings-region-line = Estado: { $region }
settings-answers-line = Respuestas: { $answers }
settings-addressed-meaning = solo cuando se dirigen a mí
settings-clear-meaning = también preguntas claras que no se dirigen a mí
settings-unset = sin elegir
settings-saved = Listo.
settings-refused = Solo los moderadores de esta sala pueden cambiar sus ajustes. Usted puede elegir los suyos: escriba «idioma» o «estado».
settings-unknown = No entendí ese ajuste.
settings-hint = Los moderadores pueden escribir, por ejemplo: «ajustes idioma español», «ajustes estado CA», «ajustes respuestas claras» o «ajustes respuestas dirigidas».

## Palabras que llaman un comando

command-help = ayuda, comandos, empezar, inicio, hola, buenas, buenos días, buenas tardes, buenas noches, cómo funciona esto
command-menu = menú, menú principal, ver menú, temas, lista, lista de temas, todos los temas, qué puedes hacer, qué puedo preguntar
command-topic = tema, abrir, mostrar
command-language = idioma, idiomas, lengua, cambiar idioma, cambiar a, háblame en, hábleme en, responde en, responda en, habla, hablas, habla usted, hablo, en
command-region = estado, mi estado, región, vivo en, estoy en
command-hotlines = líneas, línea, líneas de ayuda, línea de ayuda, teléfonos, números, números de teléfono, teléfonos de ayuda, quién puede ayudar, quién me puede ayudar
command-more = más, dime más, dígame más, detalles, más detalles, sigue, continúa, la ley
command-sources = fuentes, fuente, de dónde sale eso, quién lo dice, pruebas, cómo lo sabes
command-privacy = privacidad, mis datos, qué guardas, qué guarda de mí, qué sabes de mí, qué sabe de mí
command-forget = olvídame, olvídeme, olvidar, borra mis datos, bórrame, borrar
command-about = acerca de, quién eres, quién es usted, quién te hizo, quién lo hizo, qué es kyr, qué eres, versión
command-thanks = gracias, muchas gracias, mil gracias, ok gracias, gracias kyr, ok, okay, sí, vale, listo, entendido, adiós, hasta luego, gracias por escucharme, gracias por la ayuda, me sirvió, grax, que dios lo bendiga, se lo agradezco
command-none = ninguno, ninguna, ninguno de estos, nada de eso, no, 0
# La primera se muestra a la gente. En una sala, un mensaje que empieza con una de ellas es para Kyr.
command-prefix = !kyr, !derechos
command-settings = ajustes, ajuste, configuración, ajustes de la sala
settings-answers = respuestas, respuesta
settings-clear = claras, preguntas claras
settings-addressed = dirigidas, solo dirigidas

## Palabras para lo ofrecido, según su lugar

first = uno, primero, primera, el primero, la primera, número uno, número 1, opción 1, opción uno
second = dos, segundo, segunda, el segundo, la segunda, número dos, número 2, opción 2, opción dos
third = tres, tercero, tercera, el tercero, la tercera, número tres, número 3, opción 3, opción tres
fourth = cuatro, cuarto, cuarta, el cuarto, la cuarta, el último, la última, número 4, opción 4

## Palabras pequeñas alrededor del nombre de un idioma o un estado

fillers = en, de, del, para, por, cerca de, el, la, a, al, por favor, porfa, porfavor

## Comienzos de preguntas por el significado de una palabra, primero los más largos

what-is = qué quiere decir la, qué quiere decir el, qué quiere decir, qué significa la, qué significa el, qué significa un, qué significa una, qué significa, significado de, cuál es el, cuál es la, qué cosa es el, qué cosa es la, qué cosa es un, qué cosa es una, qué cosa es, qué es el, qué es la, qué es un, qué es una, qué es eso de, qué es eso del, qué es, que es lo de, qué son los, qué son las, qué son, quién es, quiénes son, explícame, explícame qué es, háblame de, define
what-is-end = qué es, qué significa, qué quiere decir, qué es eso, exactamente, por favor
