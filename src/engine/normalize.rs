//! What a person typed, made comparable: one Unicode form, one case, no accents, plain words.
//! It must not know languages, topics or commands.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a message that are looked at; a question fits many times.
pub const MAX_CHARS: usize = 1_000;

/// Compatibility form, lower case, without accents or invisible characters; every run of other
/// characters than letters and digits is one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    // Letters since the last gap or dot: "U.S." is one word.
    let mut letters = 0;
    let mut chars = text.nfkd().filter(|c| !is_combining_mark(*c) && !is_invisible(*c)).peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            letters = if gap { 1 } else { letters + 1 };
            gap = false;
            folded.extend(c.to_lowercase());
        } else if c == '.' && letters == 1 && chars.peek().is_some_and(|next| next.is_alphabetic()) {
            letters = 0;
        } else if !is_apostrophe(c) {
            gap = true;
        }
    }
    folded
}

/// The message without what a client adds: mentions, links, code marks; cut to `MAX_CHARS`.
pub fn strip(text: &str) -> String {
    let cut: String = text.chars().take(MAX_CHARS).collect();
    cut.split_whitespace().filter(|word| !is_mention(word) && !is_link(word)).collect::<Vec<_>>().join(" ")
}

/// `<@123>`, `@name:server`, as Discord and Matrix write them.
fn is_mention(word: &str) -> bool {
    (word.starts_with("<@") && word.ends_with('>')) || (word.starts_with('@') && word.contains(':'))
}

fn is_link(word: &str) -> bool {
    word.starts_with("https://") || word.starts_with("http://")
}

/// An apostrophe joins: "don't" and "dont" are the same word.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// Zero-width characters and direction marks that keyboards and clients slip in.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_accents_and_punctuation() {
        assert_eq!(fold("  ¿Qué es el I-205?  "), "que es el i 205");
        assert_eq!(fold("Don’t\u{200b} OPEN"), "dont open");
        assert_eq!(fold("ＩＣＥ"), "ice");
        assert_eq!(fold("U.S. v. Garcia. And"), "us v garcia and");
    }

    #[test]
    fn strips_what_clients_add() {
        assert_eq!(strip("<@123> hola @kyr:x.org https://a.b c"), "hola c");
    }
}
