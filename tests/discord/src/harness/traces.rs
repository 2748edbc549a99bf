//! The search for what people leave behind: texts, their distinctive words, ids and names, in every usual writing.
//! It must not know where the bytes come from that it searches.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// Bytes of the shortest writing that is searched for; shorter ones could stand somewhere by chance.
const SHORTEST: usize = 7;
/// Numbers from here on are ids.
const IDS: u64 = 1 << 40;

/// What must not be found, with a name for each writing.
pub struct Secrets {
    named: HashMap<Vec<u8>, String>,
    /// By their first bytes, so that the time does not grow with how many there are.
    heads: HashMap<Vec<u8>, Vec<Vec<u8>>>,
    /// Whether any begins with these three bytes.
    begins: Vec<bool>,
}

impl Default for Secrets {
    fn default() -> Self {
        Self { named: HashMap::new(), heads: HashMap::new(), begins: vec![false; 1 << 24] }
    }
}

impl Secrets {
    /// A text, an id or a name.
    pub fn add(&mut self, what: &str, secret: &str) {
        for (writing, written) in writings(secret) {
            if written.len() >= SHORTEST && !self.named.contains_key(&written) {
                self.begins[begin(&written)] = true;
                self.heads.entry(written[..SHORTEST].to_vec()).or_default().push(written.clone());
                self.named.insert(written, format!("{what} “{secret}” ({writing})"));
            }
        }
    }

    /// A text, and each of its words that is not among the `known` ones.
    pub fn add_message(&mut self, text: &str, known: &HashSet<String>) {
        let said = words(text);
        if said.iter().any(|word| !known.contains(word)) {
            self.add("the message", text);
        }
        said.difference(known).for_each(|word| self.add("the word", word));
    }

    pub fn count(&self) -> usize {
        self.named.len()
    }

    /// The names of those that stand in it.
    pub fn found_in(&self, data: &[u8]) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        for (at, window) in data.windows(SHORTEST).enumerate() {
            if self.begins[begin(window)]
                && let Some(written) = self.heads.get(window)
            {
                let here = written.iter().filter(|written| data[at..].starts_with(written));
                found.extend(here.map(|written| self.named[written].as_str()));
            }
        }
        found
    }

    /// Each place that holds one, with what it holds.
    pub fn leaks(&self, places: &[(String, Vec<u8>)]) -> Vec<String> {
        let of = |(place, data): &(String, Vec<u8>)| {
            self.found_in(data).into_iter().map(|what| format!("{place}: {what}")).collect::<Vec<_>>()
        };
        places.iter().flat_map(of).collect()
    }
}

/// How a text may stand in a file, and its hash, by which whoever guesses it would know it.
pub fn writings(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let plain = text.as_bytes();
    let mut all = Vec::new();
    for form in [text.to_owned(), text.to_lowercase(), text.to_uppercase()] {
        let units = || form.encode_utf16();
        all.push(("UTF-16", units().flat_map(u16::to_le_bytes).collect()));
        all.push(("UTF-16", units().flat_map(u16::to_be_bytes).collect()));
        all.push(("as it is", form.into_bytes()));
    }
    let json = serde_json::to_string(text).expect("a text");
    all.push(("JSON", json[1..json.len() - 1].into()));
    let kept = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(byte);
    let url = plain.iter().map(|byte| if kept(byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") });
    all.push(("URL", url.collect::<String>().into_bytes()));
    let hash = Sha256::digest(plain);
    for (writing, bytes) in [("hex", plain), ("SHA-256, hex", hash.as_slice())] {
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        all.push((writing, hex.to_uppercase().into_bytes()));
        all.push((writing, hex.into_bytes()));
    }
    for before in 0..3 {
        let coded = base64(&[&[0; 2][..before], plain].concat());
        // Only the letters that no neighbour changes.
        let coded = &coded[(before * 8).div_ceil(6)..(before + plain.len()) * 8 / 6];
        all.push(("base64", coded.replace('+', "-").replace('/', "_").into_bytes()));
        all.push(("base64", coded.into()));
    }
    all.push(("SHA-256", hash.to_vec()));
    if let Some(number) = text.parse::<u64>().ok().filter(|number| *number >= IDS) {
        all.push(("a number's bytes", number.to_le_bytes().into()));
        all.push(("a number's bytes", number.to_be_bytes().into()));
    }
    all
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let triple = |three: &[u8]| {
        let number = (0..3).fold(0_usize, |number, at| number << 8 | usize::from(*three.get(at).unwrap_or(&0)));
        [18, 12, 6, 0].map(|shift| char::from(LETTERS[number >> shift & 63]))
    };
    bytes.chunks(3).flat_map(triple).collect()
}

fn begin(bytes: &[u8]) -> usize {
    bytes[..3].iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

/// The words of a text that are long enough to tell something, in small letters.
fn words(text: &str) -> HashSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.len() >= SHORTEST).collect()
}

/// All words of the files below; what stands there is nobody's secret.
pub fn words_under(folder: &Path) -> HashSet<String> {
    let read = |path: PathBuf| words(&String::from_utf8_lossy(&std::fs::read(path).expect("a readable file")));
    files(folder).into_iter().flat_map(read).collect()
}

/// Every file below a folder; none if it is not there.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
