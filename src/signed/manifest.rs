//! The list of a pack's files and their hashes, which is what gets signed. Lines that begin with `#` say which pack it
//! is; all others are as `sha256sum` writes them, so that `sha256sum -c pack.manifest` checks them, too.
//! It must not know keys or signatures.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::content::load::Bytes;

/// What a manifest says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// The pack's id and version, as in `pack.yaml`.
    pub pack: String,
    pub version: String,
    /// Higher for each pack that is published.
    pub serial: u64,
    pub created: Timestamp,
    /// SHA-256 in hexadecimal of each file, by its path.
    files: BTreeMap<String, String>,
}

const FIRST: &str = "# kyr pack manifest 1";
/// Between a hash and a path.
const GAP: &str = "  ";
/// Files that an error names.
const NAMED: usize = 5;

impl Manifest {
    /// # Errors
    /// When a name would not fit on its line.
    pub fn new(pack: &str, version: &str, serial: u64, created: Timestamp, bytes: &Bytes) -> Result<Self> {
        let created = Timestamp::from_second(created.as_second())?;
        let files = bytes.iter().map(|(path, bytes)| (path.clone(), hex(&Sha256::digest(bytes)))).collect();
        let manifest = Self { pack: pack.to_owned(), version: version.to_owned(), serial, created, files };
        manifest.check()?;
        Ok(manifest)
    }

    /// The default serial of a pack that is signed at `now`: its digits are the date and time in UTC, so that they rise
    /// without anybody counting.
    pub fn serial_at(now: Timestamp) -> u64 {
        now.strftime("%Y%m%d%H%M%S").to_string().parse().unwrap_or_default()
    }

    pub fn files(&self) -> usize {
        self.files.len()
    }

    /// The signature's trusted comment, which minisign shows.
    pub fn comment(&self) -> String {
        let Self { pack, version, serial, created, .. } = self;
        format!("kyr pack {pack} {version} serial {serial} created {created}")
    }

    pub fn to_text(&self) -> String {
        let Self { pack, version, serial, created, files } = self;
        let head = format!("{FIRST}\n# pack: {pack}\n# version: {version}\n# serial: {serial}\n# created: {created}\n");
        files.iter().fold(head, |text, (path, hash)| text + hash.as_str() + GAP + path.as_str() + "\n")
    }

    /// # Errors
    /// For whatever `to_text` would write in another way.
    pub fn parse(text: &str) -> Result<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(FIRST) {
            bail!("it does not begin with `{FIRST}`");
        }
        let mut field = |name: &str| {
            let value = lines.next().and_then(|line| line.strip_prefix(&format!("# {name}: ")));
            value.map(str::to_owned).with_context(|| format!("it has no line `# {name}: …` where it should be"))
        };
        let (pack, version) = (field("pack")?, field("version")?);
        let serial = field("serial")?.parse().context("its serial is no number")?;
        let created = field("created")?.parse().context("its time of creation is none")?;
        let files = lines.map(|line| {
            let (hash, path) = line.split_once(GAP).with_context(|| format!("`{line}` is no hash and path"))?;
            Ok((path.to_owned(), hash.to_owned()))
        });
        let files = files.collect::<Result<_>>()?;
        let manifest = Self { pack, version, serial, created, files };
        manifest.check()?;
        if manifest.to_text() != text {
            bail!("it is not as Kyr writes it: files twice or in another order");
        }
        Ok(manifest)
    }

    fn check(&self) -> Result<()> {
        for (path, hash) in &self.files {
            let inside = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
            if !inside || path.contains(['\\', '\r']) || path.contains(char::is_control) {
                bail!("the path `{}` cannot stand in a manifest", path.escape_debug());
            }
            if hash.len() != 64 || !hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
                bail!("the hash of {path} is no SHA-256");
            }
        }
        for value in [&self.pack, &self.version] {
            if value.is_empty() || value.contains(char::is_control) {
                bail!("the pack's id and version must be words on one line");
            }
        }
        Ok(())
    }

    /// Whether the files are just those that were signed.
    ///
    /// # Errors
    /// Names the first of those that are changed, missing or too many.
    pub fn compare(&self, found: &Bytes) -> Result<()> {
        let signed = self.files.iter().filter_map(|(path, hash)| match found.get(path) {
            None => Some(format!("{path} is missing")),
            Some(bytes) if hex(&Sha256::digest(bytes)) != *hash => Some(format!("{path} was changed")),
            Some(_) => None,
        });
        let extra = found.keys().filter(|path| !self.files.contains_key(*path));
        let wrong: Vec<String> = signed.chain(extra.map(|path| format!("{path} was added"))).collect();
        if wrong.is_empty() {
            return Ok(());
        }
        let more = wrong.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        bail!("the files are not those that were signed: {}{more}", wrong[..wrong.len().min(NAMED)].join(", "))
    }
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Bytes {
        [("pack.yaml", "id: x"), ("text/en/a.yaml", "title: A")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into()
    }

    fn manifest() -> Manifest {
        let created = "2026-11-22T10:15:00.5Z".parse().expect("a time");
        Manifest::new("net", "1.2", 7, created, &files()).expect("a manifest")
    }

    #[test]
    fn it_is_read_as_it_is_written_and_in_no_other_way() {
        let text = manifest().to_text();
        assert_eq!(Manifest::parse(&text).expect("a manifest"), manifest());
        assert!(text.contains("# created: 2026-11-22T10:15:00Z\n"), "{text}");
        let line = text.lines().last().expect("a file").to_owned();
        for bad in [
            format!("{text}{line}\n"),
            text.trim_end().to_owned(),
            text.replace('\n', "\r\n"),
            text.replace("text/en/a.yaml", "../a.yaml"),
            text.replace("text/en/a.yaml", "/etc/a.yaml"),
            text.replace("text/en/a.yaml", "a\\b.yaml"),
            text.replace("serial: 7", "serial: 07"),
            text.replace("serial: 7", "serial: -7"),
            text.replace("# version: 1.2\n", ""),
            text.replace("manifest 1", "manifest 2"),
            text.replace(&line[..8], "XXXXXXXX"),
        ] {
            assert!(Manifest::parse(&bad).is_err(), "{bad}");
        }
        assert_eq!(Manifest::serial_at("2026-11-22T10:15:07Z".parse().expect("a time")), 20_261_122_101_507);
    }

    #[test]
    fn each_file_that_is_not_as_it_was_is_named() {
        let manifest = manifest();
        assert!(manifest.compare(&files()).is_ok());
        let mut other = files();
        other.insert("text/en/b.yaml".to_owned(), Vec::new());
        other.insert("pack.yaml".to_owned(), b"id: y".to_vec());
        other.remove("text/en/a.yaml");
        let error = manifest.compare(&other).expect_err("they differ").to_string();
        for part in ["pack.yaml was changed", "text/en/a.yaml is missing", "text/en/b.yaml was added"] {
            assert!(error.contains(part), "{error}");
        }
    }
}
