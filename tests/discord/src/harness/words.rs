//! Texts without their dress: what remains when Markdown, directions and line breaks are taken away.
//! It must not know where a text comes from.

/// Marks that only dress a text, or guide its direction.
const DRESS: &[char] = &[
    '\\', '*', '_', '~', '`', '|', '>', '<', '#', '\u{200b}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{2066}',
    '\u{2067}', '\u{2068}', '\u{2069}', '\u{202a}', '\u{202b}', '\u{202c}',
];

/// The words alone, with single spaces between them.
pub fn squeeze(text: &str) -> String {
    let bare: String = text.chars().filter(|letter| !DRESS.contains(letter)).collect();
    let words: Vec<&str> = bare.split_whitespace().filter(|word| *word != "-").collect();
    words.join(" ")
}

/// Whether the words stand in the text, whatever both are dressed in.
pub fn contains(text: &str, words: &str) -> bool {
    squeeze(text).contains(&squeeze(words))
}
