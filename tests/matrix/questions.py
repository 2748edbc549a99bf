"""Questions whose replies are certain in the shipped pack, one list for each kind of reply."""

# Answered at once, with their topics.
ENGLISH = {
    "Can ICE come into my house without a warrant?": "home-visit",
    "what is an A-number": "find-detained-person",
    "Do I have to answer questions?": "remain-silent",
    "may I film ICE or police": "recording-officers",
    "do local police help ICE": "police-and-ice",
    "how do I find a lawyer": "find-lawyer",
    "what is a red card": "rights-card",
    "ICE stopped me in my car": "traffic-stop",
    "ICE came to my work": "workplace-raid",
    "What can I do if ICE comes to my church?": "worship",
}
SPANISH = {
    "la migra está en mi puerta": "home-visit",
    "¿puedo grabar a los agentes con mi celular?": "recording-officers",
    "¿qué es una tarjeta roja?": "rights-card",
    "mi esposo fue detenido por ICE, cómo lo encuentro": "find-detained-person",
}

DOOR, A_NUMBER, SILENT, FILM, POLICE, LAWYER, RED_CARD, CAR, WORK, CHURCH = ENGLISH
PUERTA, GRABAR, TARJETA, ESPOSO = SPANISH

# One word that could be several things: a choice, in English and in Spanish.
PHONE = "phone"
REDADA = "redada"

# Nothing of Kyr's.
BREAD = "how do I bake bread"
PAN = "¿cómo hago pan?"
CHATTER = ["good morning everyone", "see you tomorrow at the park", "I love pizza"]

# A language that is not served.
ITALIAN = "la polizia è alla mia porta, cosa devo fare adesso?"

# The same in both languages, so that the room or the person decides; its topic is the same word.
EITHER = "Palantir"
EITHER_TOPIC = "palantir"

# A topic with something special for California, and the words that show it.
REGIONAL, IN_STATE = DOOR, "In California"
