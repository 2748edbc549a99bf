//! What a person typed, made comparable: one Unicode form, one case, no accents, plain words.
//! It must not know languages, topics or commands.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a message that are looked at; a question fits many times.
pub const MAX_CHARS: usize = 1_000;

/// Compatibility form, lower case, without accents or invisible characters; letters that one language writes in
/// several ways are one; every run of other characters than letters and digits is one space, and so is the border
/// between Latin letters or digits and another script ("ICE是什么", "ICE가").
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    // Letters since the last gap or dot: "U.S." is one word.
    let mut letters = 0;
    let mut latin = None;
    let mut chars = text.nfkd().filter(|c| !is_combining_mark(*c) && !is_invisible(*c)).peekable();
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() {
            let before = latin.replace(is_latin(c));
            gap |= before.is_some_and(|before| before != is_latin(c));
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            letters = if gap { 1 } else { letters + 1 };
            gap = false;
            c.to_lowercase().for_each(|c| push_plain(&mut folded, c));
        } else if c == '.' && letters == 1 && chars.peek().is_some_and(|next| next.is_alphabetic()) {
            letters = 0;
        } else if !is_apostrophe(c) || is_elision(&folded, gap) {
            gap = true;
        }
    }
    folded
}

/// One letter for those that keyboards or fashions of a language write differently, and for those with a stroke,
/// which Unicode does not take apart.
fn push_plain(folded: &mut String, c: char) {
    match c {
        'đ' | 'ð' => folded.push('d'),
        'ł' => folded.push('l'),
        'ø' => folded.push('o'),
        'ı' => folded.push('i'),
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        // Persian and Arabic keyboards; endings that many write alike.
        'ی' | 'ى' | 'ے' => folded.push('ي'),
        'ک' => folded.push('ك'),
        'ة' | 'ہ' | 'ھ' | 'ە' => folded.push('ه'),
        'ٱ' => folded.push('ا'),
        TATWEEL => {}
        '\u{660}'..='\u{669}' => folded.push(digit(c, '\u{660}')),
        '\u{6f0}'..='\u{6f9}' => folded.push(digit(c, '\u{6f0}')),
        c => folded.push(c),
    }
}

/// Stretches a word in Arabic script and means nothing.
const TATWEEL: char = '\u{640}';

fn digit(c: char, zero: char) -> char {
    char::from(b'0' + (c as u32 - zero as u32) as u8)
}

fn is_latin(c: char) -> bool {
    (c as u32) < 0x370
}

/// Whether an apostrophe here ends a word that lost its vowel before the next one: "l'ICE", "qu'on", "m'ap".
fn is_elision(folded: &str, gap: bool) -> bool {
    let word = folded.rsplit(' ').next().unwrap_or_default();
    !gap && matches!(
        word,
        "c" | "d" | "j" | "k" | "l" | "m" | "n" | "s" | "t" | "w" | "qu" | "jusqu" | "lorsqu" | "puisqu"
    )
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
        assert_eq!(fold("Đường"), "duong");
    }

    #[test]
    fn splits_words_that_lost_a_vowel() {
        assert_eq!(fold("l'ICE, qu’on m'ap"), "l ice qu on m ap");
        assert_eq!(fold("I'm y'all o'clock"), "im yall oclock");
    }

    #[test]
    fn splits_scripts_apart() {
        assert_eq!(fold("ICE是什么"), "ice 是什么");
        assert_eq!(fold("什么是I-205"), "什么是 i 205");
    }

    #[test]
    fn writes_arabic_and_persian_letters_and_digits_one_way() {
        assert_eq!(fold("کیست ۱۲"), fold("كيست ١٢"));
        assert_eq!(fold("مـــحكمة"), fold("محكمه"));
    }

    #[test]
    fn strips_what_clients_add() {
        assert_eq!(strip("<@123> hola @kyr:x.org https://a.b c"), "hola c");
    }
}
