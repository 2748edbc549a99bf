//! Discord's language codes and Kyr's. It must not know where they are used.

use crate::engine::Engine;
use crate::locale::Locale;

/// Discord's codes whose text can be localized, and the language that serves each. English needs none: the names
/// and descriptions themselves are English.
pub const CODES: [(&str, &str); 9] = [
    ("es-419", "es"),
    ("es-ES", "es"),
    ("fr", "fr"),
    ("ko", "ko"),
    ("pt-BR", "pt"),
    ("ru", "ru"),
    ("vi", "vi"),
    ("zh-CN", "zh-Hans"),
    ("zh-TW", "zh-Hans"),
];

/// The served language for a client's code: as listed, else by its first part.
pub fn served(engine: &Engine, code: &str) -> Option<Locale> {
    let listed = CODES.iter().find(|(known, _)| *known == code).map(|(_, tag)| *tag);
    let tag = listed.or_else(|| code.split('-').next())?;
    engine.pack().manifest.languages.iter().find(|locale| locale.as_str() == tag).cloned()
}

/// The codes that `locale` serves.
pub fn codes(locale: &Locale) -> impl Iterator<Item = &'static str> {
    CODES.iter().filter(|(_, tag)| *tag == locale.as_str()).map(|(code, _)| *code)
}
