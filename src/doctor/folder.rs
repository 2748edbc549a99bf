//! A folder that Kyr writes to: there or to be made, writable, closed to others. It must not know what is in it.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Access, access};

use super::Finding;

/// `setting` names it in the configuration.
pub fn examine(check: &'static str, setting: &str, folder: &Path) -> Finding {
    let name = folder.display();
    let own =
        |path: &Path| format!("make it writable for the user that Kyr runs as: sudo chown -R USER {}", path.display());
    let Ok(found) = folder.metadata() else {
        let above = nearest(folder);
        return match above.is_dir() && access(above, Access::WRITE_OK | Access::EXEC_OK).is_ok() {
            true => Finding::ok(check, format!("{name} will be made at the first start")),
            false => Finding::wrong(
                check,
                format!("{name} is not there, and Kyr may not make it in {}", above.display()),
                format!(
                    "make it yourself: sudo install -d -m 700 -o USER {name}, where USER is the user that Kyr runs as; or \
                     give another folder as `{setting}`"
                ),
            ),
        };
    };
    if !found.is_dir() {
        let remedy = format!("move that file away, or give another folder as `{setting}`");
        return Finding::wrong(check, format!("{name} is a file, not a folder"), remedy);
    }
    if access(folder, Access::READ_OK | Access::WRITE_OK | Access::EXEC_OK).is_err() {
        return Finding::wrong(check, format!("Kyr may not write to {name}"), own(folder));
    }
    // Left behind by a start as another user, often root.
    if let Some(foreign) = foreign(folder) {
        let what = format!("Kyr may not write to {}, which is in that folder", foreign.display());
        return Finding::wrong(check, what, own(folder));
    }
    let mode = found.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        let what = format!("other users of this machine can look into {name} (its mode is {mode:03o})");
        return Finding::warning(check, what, format!("close it: chmod 700 {name}"));
    }
    Finding::ok(check, format!("{name} can be written and is closed to others"))
}

/// A file in the folder itself that cannot be read and written.
fn foreign(folder: &Path) -> Option<PathBuf> {
    let entries = folder.read_dir().ok()?;
    let mut files = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file());
    files.find(|path| access(path, Access::READ_OK | Access::WRITE_OK).is_err())
}

/// The path itself or the nearest folder above it that is there.
pub fn nearest(path: &Path) -> &Path {
    let there = path.ancestors().find(|path| !path.as_os_str().is_empty() && path.exists());
    there.unwrap_or(if path.is_absolute() { Path::new("/") } else { Path::new(".") })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::doctor::Verdict;

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("one's own file");
    }

    #[test]
    fn a_folder_may_be_made_later_but_not_be_open() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let folder = root.path().join("data");
        let look = || examine("data", "data", &folder);
        assert_eq!(look().verdict, Verdict::Ok);
        assert!(look().what.contains("will be made"));
        fs::create_dir(&folder).expect("writable");
        set_mode(&folder, 0o755);
        assert_eq!(look().verdict, Verdict::Warning);
        assert!(look().remedy.contains("chmod 700"), "{}", look().remedy);
        set_mode(&folder, 0o700);
        assert_eq!(look().verdict, Verdict::Ok);
    }

    #[test]
    fn a_file_is_no_folder() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let file = root.path().join("data");
        fs::write(&file, "").expect("writable");
        assert!(examine("data", "data", &file).what.contains("is a file"));
        let below = examine("data", "data", &file.join("deeper"));
        assert_eq!(below.verdict, Verdict::Wrong, "{}", below.what);
    }

    #[test]
    fn what_may_not_be_written_is_wrong() {
        let root = tempfile::tempdir().expect("a temporary folder");
        let folder = root.path().join("data");
        fs::create_dir(&folder).expect("writable");
        set_mode(&folder, 0o500);
        if access(&folder, Access::WRITE_OK).is_ok() {
            eprintln!("skipped: root may write everywhere");
            return;
        }
        assert_eq!(examine("data", "data", &folder).verdict, Verdict::Wrong);
        assert!(examine("data", "data", &folder.join("deeper")).what.contains("may not make it"));
        set_mode(&folder, 0o700);
        fs::write(folder.join("key"), "").expect("writable");
        set_mode(&folder.join("key"), 0o000);
        assert!(examine("data", "data", &folder).what.contains("key"));
    }

    #[test]
    fn the_nearest_folder_is_there() {
        assert_eq!(nearest(Path::new("/proc/none/at/all")), Path::new("/proc"));
        assert_eq!(nearest(Path::new("none/at/all")), Path::new("."));
    }
}
