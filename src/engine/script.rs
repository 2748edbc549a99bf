//! Writing systems: which one a message is in. It must not know languages.

/// A script by its Unicode block; enough to tell apart what people write here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Script {
    Latin,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Ethiopic,
    Georgian,
    Armenian,
    Devanagari,
    Bengali,
    Gurmukhi,
    Gujarati,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Lao,
    Myanmar,
    Khmer,
    Hangul,
    Kana,
    Han,
    Other,
}

/// A set of scripts, a bit each.
pub type Scripts = u32;

impl Script {
    pub fn of(c: char) -> Option<Self> {
        if c.is_ascii() {
            return c.is_ascii_alphabetic().then_some(Self::Latin);
        }
        // Runs of letters need no look into Unicode's tables.
        let letter = match c {
            'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ạ'..='ỹ' => true,
            'Ѐ'..='ҁ' | 'ء'..='ي' | 'ٱ'..='ۓ' | '\u{4e00}'..='\u{9fff}' | '가'..='힣' => true,
            // Korean, taken apart.
            '\u{1100}'..='\u{1112}' | '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}' => true,
            _ => false,
        };
        if !letter && !c.is_alphabetic() {
            return None;
        }
        Some(match c as u32 {
            0..0x370 | 0x1e00..0x1f00 | 0xff21..0xff5b => Self::Latin,
            0x370..0x400 | 0x1f00..0x2000 => Self::Greek,
            0x400..0x530 => Self::Cyrillic,
            0x530..0x590 => Self::Armenian,
            0x590..0x600 => Self::Hebrew,
            0x600..0x780 | 0xfb50..0xfe00 | 0xfe70..0xff00 => Self::Arabic,
            0x900..0x980 => Self::Devanagari,
            0x980..0xa00 => Self::Bengali,
            0xa00..0xa80 => Self::Gurmukhi,
            0xa80..0xb00 => Self::Gujarati,
            0xb80..0xc00 => Self::Tamil,
            0xc00..0xc80 => Self::Telugu,
            0xc80..0xd00 => Self::Kannada,
            0xd00..0xd80 => Self::Malayalam,
            0xd80..0xe00 => Self::Sinhala,
            0xe00..0xe80 => Self::Thai,
            0xe80..0xf00 => Self::Lao,
            0x1000..0x10a0 => Self::Myanmar,
            0x10a0..0x1100 => Self::Georgian,
            0x1200..0x13a0 => Self::Ethiopic,
            0x1780..0x1800 => Self::Khmer,
            0x1100..0x1200 | 0xac00..0xd7b0 => Self::Hangul,
            0x3040..0x3100 => Self::Kana,
            0x2e80..0x3040 | 0x3400..0xa000 | 0xf900..0xfb00 | 0x20000..0x32000 => Self::Han,
            _ => Self::Other,
        })
    }

    pub fn bit(self) -> Scripts {
        1 << self as u8
    }
}

/// The script that tells a message's language: one other than Latin as soon as it makes up a third,
/// because Latin names (ICE, FOIA) stand in messages of every language.
pub fn telling(text: &str) -> Script {
    let mut counts = [0_usize; Script::Other as usize + 1];
    let mut most: Option<Script> = None;
    for script in text.chars().filter_map(Script::of) {
        counts[script as usize] += 1;
        if script != Script::Latin && most.is_none_or(|most| counts[script as usize] >= counts[most as usize]) {
            most = Some(script);
        }
    }
    let total: usize = counts.iter().sum();
    // Japanese mixes Kana with more Han than Kana; any Kana tells.
    let kana = counts[Script::Kana as usize] > 0;
    match most {
        Some(Script::Han) if kana => Script::Kana,
        Some(script) if counts[script as usize] * 3 >= total => script,
        _ => Script::Latin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_letters_have_a_script() {
        for c in ('\0'..=char::MAX).filter(|c| !c.is_alphabetic()) {
            assert_eq!(Script::of(c), None, "{c:?}");
        }
    }

    /// Else the one unserved language of them answers for its neighbours.
    #[test]
    fn neighbouring_scripts_are_told_apart() {
        let each = ["ಪೊಲೀಸ್", "പോലീസ്", "පොලිසිය", "ຕຳຫຼວດ", "తెలుగు", "ไทย", "ଓଡ଼ିଆ"].map(telling);
        let apart: std::collections::BTreeSet<u8> = each.iter().map(|script| *script as u8).collect();
        assert_eq!(apart.len(), each.len(), "{each:?}");
    }

    #[test]
    fn latin_names_do_not_hide_a_script() {
        assert_eq!(telling("ICE는 왜"), Script::Hangul);
        assert_eq!(telling("что делать если ICE пришел"), Script::Cyrillic);
        assert_eq!(telling("is the ñ ok? ж"), Script::Latin);
        assert_eq!(telling("警察が来た"), Script::Kana);
        assert_eq!(telling("911"), Script::Latin);
    }
}
