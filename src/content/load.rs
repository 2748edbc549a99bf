//! The files of a pack from a folder: the only reader of the disk. It must not look into them.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::diagnostic::Files;

/// More files than any pack in a hundred languages has.
const MAX_FILES: usize = 50_000;
/// Bytes; a larger file is not read but reported by its size.
const MAX_BYTES: u64 = 4 << 20;
/// Folders in folders; a pack has three.
const MAX_DEPTH: usize = 8;

/// Where a pack's files are, by their path relative to its root, with `/`.
pub type Places = BTreeMap<String, PathBuf>;
/// Files as they stand on the disk.
pub type Bytes = BTreeMap<String, Vec<u8>>;

/// Reads every `.yaml` file under `root`, and every `.ftl` file of its `locales/` folder or,
/// when it has none, of the one beside it.
pub fn load(root: &Path) -> Result<Files> {
    find(root)?.into_iter().map(|(name, path)| Ok((name, text(read(&path)?, &path)?))).collect()
}

/// Reads what `load` reads, but nothing from outside `root`, and leaves it as it is.
pub fn load_bytes(root: &Path) -> Result<Bytes> {
    find_inside(root)?.into_iter().map(|(name, path)| Ok((name, read(&path)?))).collect()
}

/// What `load_bytes` read, as text.
pub fn decode(bytes: Bytes, root: &Path) -> Result<Files> {
    bytes.into_iter().map(|(name, bytes)| text(bytes, &root.join(&name)).map(|text| (name, text))).collect()
}

/// The files that `load` reads.
pub fn find(root: &Path) -> Result<Places> {
    let mut found = find_inside(root)?;
    let beside = root.canonicalize().ok().and_then(|path| Some(path.parent()?.join("locales")));
    if let Some(beside) = beside.filter(|beside| beside.is_dir() && !root.join("locales").is_dir()) {
        Folder::open(&beside, "ftl")?.collect(&beside, "locales/", 0, &mut found)?;
    }
    Ok(found)
}

fn find_inside(root: &Path) -> Result<Places> {
    if !root.is_dir() {
        bail!("there is no folder {}: give the folder that holds pack.yaml", root.display());
    }
    let mut found = Places::new();
    Folder::open(root, "yaml")?.collect(root, "", 0, &mut found)?;
    let own = root.join("locales");
    if own.is_dir() {
        Folder::open(&own, "ftl")?.collect(&own, "locales/", 0, &mut found)?;
    }
    Ok(found)
}

/// A folder of which files are wanted.
struct Folder<'a> {
    /// Without links.
    root: PathBuf,
    extension: &'a str,
}

impl<'a> Folder<'a> {
    fn open(path: &Path, extension: &'a str) -> Result<Self> {
        let root = path.canonicalize().with_context(|| format!("cannot list the folder {}", path.display()))?;
        Ok(Self { root, extension })
    }

    /// Adds the files under `folder`, with `prefix` before their relative paths.
    fn collect(&self, folder: &Path, prefix: &str, depth: usize, found: &mut Places) -> Result<()> {
        let context = || format!("cannot list the folder {}", folder.display());
        for entry in fs::read_dir(folder).with_context(context)? {
            let entry = entry.with_context(context)?;
            let path = entry.path();
            let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
                bail!("the file name {} is not UTF-8: rename it", path.display());
            };
            if name.starts_with('.') {
                continue;
            }
            let kind = entry.file_type().with_context(context)?;
            if kind.is_dir() || (kind.is_symlink() && self.holds(&path)) {
                if depth == MAX_DEPTH {
                    bail!("{} lies too deep: is it a pack's folder?", path.display());
                }
                self.collect(&path, &format!("{prefix}{name}/"), depth + 1, found)?;
            } else if path.extension().is_some_and(|own| own == self.extension) {
                found.insert(format!("{prefix}{name}"), path);
            }
            if found.len() > MAX_FILES {
                bail!("{} holds more than {MAX_FILES} files: is it a pack's folder?", folder.display());
            }
        }
        Ok(())
    }

    /// Whether a link leads to a folder inside. Mounted configurations are made of such links.
    fn holds(&self, link: &Path) -> bool {
        link.canonicalize().is_ok_and(|path| path.is_dir() && path != self.root && path.starts_with(&self.root))
    }
}

/// What the disk says of a file without opening it.
pub fn look(path: &Path) -> Result<Metadata> {
    fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    read_at_most(path, MAX_BYTES)
}

/// The content of an ordinary file that must not be larger.
pub fn read_at_most(path: &Path, most: u64) -> Result<Vec<u8>> {
    use std::io::Read;
    if !look(path)?.is_file() {
        bail!("{} is no ordinary file: remove it from the pack", path.display());
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    file.take(most + 1).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", path.display()))?;
    if bytes.len() as u64 > most {
        bail!("{} has more than {most} bytes: split or remove it", path.display());
    }
    Ok(bytes)
}

fn text(bytes: Vec<u8>, path: &Path) -> Result<String> {
    let text =
        String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8: save it as UTF-8", path.display()))?;
    // Some editors put a mark there that no parser wants.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
