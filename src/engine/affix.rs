//! Whole words at the beginning and at the end of a folded text, also in scripts that put no space between words.
//! It must not know what the words mean.

use super::script::Script;

/// What follows `words` at the beginning of `folded`; empty when nothing follows.
pub fn after<'a>(folded: &'a str, words: &str) -> Option<&'a str> {
    let rest = folded.strip_prefix(words)?;
    let whole = rest.is_empty() || words.ends_with(is_unspaced) || rest.starts_with(' ');
    whole.then(|| rest.trim_start())
}

/// What stands before `words` at the end of `folded`; empty when nothing does.
pub fn before<'a>(folded: &'a str, words: &str) -> Option<&'a str> {
    let rest = folded.strip_suffix(words)?;
    let whole = rest.is_empty() || words.starts_with(is_joined) || rest.ends_with(' ');
    whole.then(|| rest.trim_end())
}

/// How many words there are; in a script without spaces two characters count as one.
pub fn count(folded: &str) -> usize {
    let words = folded.split(' ').filter(|word| !word.is_empty());
    words.map(|word| word.chars().filter(|c| is_unspaced(*c)).count().div_ceil(2).max(1)).sum()
}

fn is_unspaced(c: char) -> bool {
    matches!(Script::of(c), Some(Script::Han | Script::Kana))
}

/// Korean writes what modifies a word onto its end.
fn is_joined(c: char) -> bool {
    is_unspaced(c) || Script::of(c) == Some(Script::Hangul)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::normalize::fold;

    #[test]
    fn words_are_whole() {
        assert_eq!(after("what is ice", "what is"), Some("ice"));
        assert_eq!(after("whatever", "what"), None);
        assert_eq!(after("什么是驱逐令", "什么是"), Some("驱逐令"));
        assert_eq!(before("驱逐令是什么", "是什么"), Some("驱逐令"));
        assert_eq!(before(&fold("영장이 뭐예요"), &fold("이 뭐예요")), Some(fold("영장").as_str()));
        assert_eq!(before("la orden", "den"), None);
    }

    #[test]
    fn counts_words() {
        assert_eq!(count("two words"), 2);
        assert_eq!(count("驱逐令是什么"), 3);
        assert_eq!(count("令"), 1);
    }
}
