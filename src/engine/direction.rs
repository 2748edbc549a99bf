//! Marks of direction: lines that read from right to left wherever they are shown, and what stands in them from left to
//! right. It must not know blocks or platforms.

/// Left-to-right, right-to-left and first-letter isolate, and the end of each.
const LRI: char = '\u{2066}';
const RLI: char = '\u{2067}';
const FSI: char = '\u{2068}';
pub const PDI: char = '\u{2069}';
/// A letter that nobody sees, written from right to left.
const RLM: char = '\u{200f}';

/// A text whose every line is whole. The mark is for those who take a line's direction from its first letter, which may be Latin; the
/// isolate for those who run every line from left to right.
pub fn line(text: &str, rtl: bool) -> String {
    if !rtl {
        return text.to_owned();
    }
    text.split('\n').map(|line| format!("{RLM}{RLI}{line}{PDI}")).collect::<Vec<_>>().join("\n")
}

/// A text in a direction of its own inside a line of the other direction.
pub fn isolate(text: &str, rtl: bool) -> String {
    format!("{}{text}{PDI}", if rtl { RLI } else { LRI })
}

/// Whether it opens an isolate.
pub fn opens(c: char) -> bool {
    matches!(c, LRI | RLI | FSI)
}

/// Isolates each run of foreign words and of numbers with separators inside right-to-left text,
/// so that "I-205" or "Form G-325R" keep their order and leave the sentence's alone.
pub fn isolate_foreign(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let chars: Vec<char> = text.chars().collect();
    if !is_rtl(&chars) {
        return in_one_piece(&chars);
    }
    let mut at = 0;
    while at < chars.len() {
        if chars[at] == FSI {
            out.push(if is_rtl(inside(&chars[at + 1..])) { RLI } else { LRI });
            at += 1;
        } else if begins(&chars, at) {
            let end = part_end(&chars, at, run_end(&chars, at));
            out.push(LRI);
            out.extend(&chars[at..end]);
            out.push(PDI);
            at = end;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

/// A text that is foreign as a whole, such as a name; what joins it to others stays before it.
fn in_one_piece(chars: &[char]) -> String {
    let begin = (0..chars.len()).find(|at| begins(chars, *at) || matches!(chars[*at], FSI | '“' | '"' | '('));
    let (joint, piece) = chars.split_at(begin.unwrap_or(chars.len()));
    let (joint, piece): (String, String) = (joint.iter().collect(), piece.iter().collect());
    if piece.is_empty() { joint } else { format!("{joint}{LRI}{}{PDI}", piece.replace(FSI, &LRI.to_string())) }
}

/// Whether anything is written from right to left.
fn is_rtl(chars: &[char]) -> bool {
    chars.iter().any(|c| is_rtl_letter(*c))
}

/// Up to where the isolate ends in which `chars` begin. Messages isolate what is put into them by its first letter, but
/// look for none inside further isolates, so that a date would have none, and a title the wrong one.
fn inside(chars: &[char]) -> &[char] {
    let mut depth = 1_usize;
    let end = chars.iter().position(|c| {
        depth += usize::from(opens(*c));
        depth -= usize::from(*c == PDI);
        depth == 0
    });
    &chars[..end.unwrap_or(chars.len())]
}

/// Whether a run begins here; a sign before a word belongs to it: "/ask", "$100".
fn begins(chars: &[char], at: usize) -> bool {
    let next = chars.get(at + 1).is_some_and(|c| is_foreign(*c));
    is_foreign(chars[at]) || (next && matches!(chars[at], '/' | '$' | '#' | '+' | '@' | '!'))
}

/// The end of the run that begins at `start`: foreign characters and what stands between two of them.
fn run_end(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    let mut end = at;
    while let Some(c) = chars.get(at) {
        match c {
            c if is_foreign(*c) => {
                at += 1;
                end = at;
            }
            // "287(g)"
            '(' if at == end => {
                let Some(after) = bracket_end(chars, at) else { break };
                at = after;
                end = after;
            }
            // What follows a year and a colon is another thing.
            ':' if chars[at - 1].is_ascii_digit() && chars.get(at + 1) == Some(&' ') => break,
            c if is_joint(*c) => at += 1,
            _ => break,
        }
    }
    end + usize::from(closes(chars, end))
}

/// Where a run in short brackets ends, which "8 CFR 236.1(e)" has.
fn bracket_end(chars: &[char], open: usize) -> Option<usize> {
    let inside = chars[open + 1..].iter().take_while(|c| is_foreign(**c)).count();
    let close = open + 1 + inside;
    (inside > 0 && chars.get(close) == Some(&')')).then_some(close + 1)
}

/// Whether the sign at `end` belongs to the run before it: "100%", "A#", "free to go?", the last dot of "D.C.".
fn closes(chars: &[char], end: usize) -> bool {
    match chars.get(end) {
        Some('%' | '#' | '?' | '!' | '+') => true,
        Some('.') => end >= 2 && chars[end - 1].is_ascii_uppercase() && chars[end - 2] == '.',
        _ => false,
    }
}

/// Where the first part of a run ends. "2025 ICE" is the end of one phrase and the begin of another, and so is
/// "ICE 12,797"; a space alone cannot tell, but such numbers are years and counts.
fn part_end(chars: &[char], start: usize, end: usize) -> usize {
    let run = &chars[start..end];
    let word = |at: usize| run[at..].iter().position(|c| *c == ' ').map_or(run.len(), |length| at + length);
    let first = word(0);
    let in_brackets = start > 0 && matches!(chars[start - 1], '(' | '«' | '“' | '"');
    if first < run.len() && !in_brackets && is_year(&run[..first]) {
        return start + first;
    }
    let counts = (1..run.len()).filter(|at| run[at - 1] == ' ').find(|at| is_count(&run[*at..word(*at)]));
    counts.map_or(end, |at| start + at - 1)
}

fn is_year(word: &[char]) -> bool {
    matches!(word, ['1', '9', ..] | ['2', '0', ..]) && word.len() == 4 && word.iter().all(char::is_ascii_digit)
}

/// A number with separated thousands.
fn is_count(word: &[char]) -> bool {
    word.contains(&',') && word.iter().all(|c| c.is_ascii_digit() || *c == ',') && word.last() != Some(&',')
}

/// A letter or digit that is not written from right to left.
fn is_foreign(c: char) -> bool {
    // Accents, and the signs of the scripts of India and its neighbours, which are no letters.
    let sign = matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{1fff}');
    !is_rtl_letter(c) && (c.is_alphanumeric() || sign)
}

/// Of Hebrew, Arabic and their neighbours; digits and commas of Arabic too.
fn is_rtl_letter(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Stands inside a foreign run without ending it.
fn is_joint(c: char) -> bool {
    matches!(c, ' ' | '-' | '/' | '.' | ',' | ':' | '\'' | '’' | '&' | '+' | '@' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With brackets in place of the isolates.
    fn shown(text: &str) -> String {
        isolate_foreign(text).replace(LRI, "[").replace(RLI, "{").replace(PDI, "]")
    }

    #[test]
    fn foreign_runs_are_isolated() {
        assert_eq!(shown("النموذج I-205 من ICE."), "النموذج [I-205] من [ICE].");
        assert_eq!(shown("(18 U.S.C. 1519)، ‏404 Media و /ask"), "([18 U.S.C. 1519])، ‏[404 Media] و [/ask]");
        assert_eq!(shown("Tiếng Việt، 简体中文، हिन्दी، العربية"), "[Tiếng Việt]، [简体中文]، [हिन्दी]، العربية");
        assert_eq!(shown("١٢ ۱۲"), "١٢ ۱۲");
    }

    #[test]
    fn signs_belong_to_their_word() {
        assert_eq!(shown("برنامج 287(g)، 8 CFR 236.1(e)(8)."), "برنامج [287(g)]، [8 CFR 236.1(e)(8)].");
        assert_eq!(shown("آمن 100%؛ $50، A#؛ !kyr"), "آمن [100%]؛ [$50]، [A#]؛ [!kyr]");
        assert_eq!(shown("في D.C. و S.T.O.P.، ومن ICE."), "في [D.C.] و [S.T.O.P.]، ومن [ICE].");
        assert_eq!(shown("قل «Am I free to go?» (badge)"), "قل «[Am I free to go?]» ([badge])");
    }

    #[test]
    fn years_and_counts_belong_to_the_sentence() {
        assert_eq!(shown("از 2025 ICE ادعا می‌کند"), "از [2025] [ICE] ادعا می‌کند");
        assert_eq!(shown("تا 2016 ICE 12,797 درخواست"), "تا [2016] [ICE] [12,797] درخواست");
        assert_eq!(shown("عام 2019: Digital Application"), "عام [2019]: [Digital Application]");
        assert_eq!(shown("خبر (2018 Facebook case)"), "خبر ([2018 Facebook case])");
    }

    #[test]
    fn what_is_put_into_a_message_has_its_own_direction() {
        let put = |text: &str| format!("{FSI}{text}{PDI}");
        let date = put(&format!("{} {} {}", put("21"), put("نوفمبر"), put("2026")));
        assert_eq!(shown(&format!("تاريخ: {date}.")), "تاريخ: {[[21]] {نوفمبر] [[2026]]].");
        assert_eq!(shown(&format!("«{}»، {}", put("ICE هنا"), put("No (x)"))), "«{[ICE] هنا]»، [[No] ([x])]");
    }

    #[test]
    fn a_text_that_is_all_foreign_stays_in_one_piece() {
        assert_eq!(shown("Network (of Advocates)"), "[Network (of Advocates)]");
        assert_eq!(shown(" – Who is it? “Police.”"), " – [Who is it? “Police.”]");
        assert_eq!(shown(": \u{2068}ICE\u{2069}"), ": [[ICE]]");
        assert_eq!(shown(": "), ": ");
    }

    #[test]
    fn a_line_has_its_direction_everywhere() {
        assert_eq!(line("ICE هنا", true), "\u{200f}\u{2067}ICE هنا\u{2069}");
        assert_eq!(line("لا\nلا", true), "\u{200f}\u{2067}لا\u{2069}\n\u{200f}\u{2067}لا\u{2069}");
        assert_eq!(line("here", false), "here");
    }
}
