//! Questions whose replies are certain in the shipped pack, with their topics.

/// In English, answered at once.
pub const ENGLISH: [(&str, &str); 10] = [
    (DOOR, "home-visit"),
    ("what is an A-number", "find-detained-person"),
    ("Do I have to answer questions?", "remain-silent"),
    (FILM, "recording-officers"),
    ("do local police help ICE", "police-and-ice"),
    ("how do I find a lawyer", "find-lawyer"),
    ("what is a red card", "rights-card"),
    ("ICE stopped me in my car", "traffic-stop"),
    ("ICE came to my work", "workplace-raid"),
    ("What can I do if ICE comes to my church?", "worship"),
];

/// In Spanish, answered at once.
pub const SPANISH: [(&str, &str); 4] = [
    (PUERTA, "home-visit"),
    ("¿puedo grabar a los agentes con mi celular?", "recording-officers"),
    ("¿qué es una tarjeta roja?", "rights-card"),
    ("mi esposo fue detenido por ICE, cómo lo encuentro", "find-detained-person"),
];

pub const DOOR: &str = "Can ICE come into my house without a warrant?";
pub const FILM: &str = "may I film ICE or police";
pub const PUERTA: &str = "la migra está en mi puerta";

/// One word that could be several things: a choice.
pub const PHONE: &str = "phone";

/// Nothing of Kyr's.
pub const BREAD: &str = "how do I bake bread";

/// A language that is not served, and the sentence that says so.
pub const ITALIAN: &str = "la polizia è alla mia porta, cosa devo fare adesso?";
pub const NOT_IN_ITALIAN: &str = "Non parlo ancora italiano";

/// The same in all languages, so that the person, the client or the guild decides; its topic is the same word.
pub const EITHER: &str = "Palantir";
pub const EITHER_TOPIC: &str = "palantir";

/// A topic with something special for California, and the words that show it.
pub const REGIONAL: &str = DOOR;
pub const IN_STATE: &str = "In California";
