//! The files of a pack from a folder: the only reader of the disk. It must not look into them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::diagnostic::Files;

/// More files than any pack in a hundred languages has.
const MAX_FILES: usize = 50_000;
/// Bytes; a larger file is not read but reported by its size.
const MAX_BYTES: u64 = 4 << 20;

/// Reads every `.yaml` file under `root`, and every `.ftl` file of its `locales/` folder or,
/// when it has none, of the one beside it.
pub fn load(root: &Path) -> Result<Files> {
    if !root.is_dir() {
        bail!("there is no folder {}: give the folder that holds pack.yaml", root.display());
    }
    let mut files = Files::new();
    collect(root, "", "yaml", &mut files)?;
    let own = root.join("locales");
    let beside = root.canonicalize().ok().and_then(|path| Some(path.parent()?.join("locales")));
    if own.is_dir() {
        collect(&own, "locales/", "ftl", &mut files)?;
    } else if let Some(beside) = beside.filter(|path| path.is_dir()) {
        collect(&beside, "locales/", "ftl", &mut files)?;
    }
    Ok(files)
}

/// Adds the files under `folder`, with `prefix` before their relative paths.
fn collect(folder: &Path, prefix: &str, extension: &str, files: &mut Files) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list the folder {}", folder.display()))?;
    for entry in entries {
        let path = entry.with_context(|| format!("cannot list the folder {}", folder.display()))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            bail!("the file name {} is not UTF-8: rename it", path.display());
        };
        if name.starts_with('.') {
            continue;
        }
        if path.is_dir() && !path.is_symlink() {
            collect(&path, &format!("{prefix}{name}/"), extension, files)?;
        } else if path.extension().is_some_and(|found| found == extension) {
            files.insert(format!("{prefix}{name}"), read(&path)?);
        }
        if files.len() > MAX_FILES {
            bail!("{} holds more than {MAX_FILES} files: is it a pack's folder?", folder.display());
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    use std::io::Read;
    let kind = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
    if !kind.is_file() {
        bail!("{} is no ordinary file: remove it from the pack", path.display());
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).with_context(|| format!("cannot read {}", path.display()))?;
    if bytes.len() as u64 > MAX_BYTES {
        bail!("{} has more than {MAX_BYTES} bytes: split or remove it", path.display());
    }
    let text =
        String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8: save it as UTF-8", path.display()))?;
    // Some editors put a mark there that no parser wants.
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
