//! Notices that the files of a pack have changed, and reads them when they are still again: never while an editor or a
//! checkout is writing them. It must not know what is in the files.
//!
//! It looks again and again at what the disk says of each file. The system's own notices of changes are not used: they
//! do not come from network folders and mounted ones, and not for what lies behind a link that is exchanged. A look at
//! 1,300 files takes six milliseconds in a program that is not optimized.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::content::load;

/// Between two looks.
pub const EVERY: Duration = Duration::from_millis(300);
/// For so long nothing may change around a reading.
const STILL: Duration = Duration::from_millis(300);

/// A folder that is looked at.
pub struct Watch {
    root: PathBuf,
    /// Files besides those that every pack has.
    also: &'static [&'static str],
    seen: Look,
}

/// What the disk says of all files, as one number. Also that it cannot say something.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look(u64);

impl Watch {
    /// What is there now is no change: make it before the folder is read.
    pub fn new(root: &Path, also: &'static [&'static str]) -> Self {
        Self { root: root.to_owned(), also, seen: Look::at(root, also) }
    }

    /// What `read` makes of the folder, once for each change, when nothing moved from before the reading until some time
    /// after. Waits for that time if there was a change; `None` without one, or when it goes on.
    pub fn poll<T>(&mut self, read: impl FnOnce() -> T) -> Option<T> {
        let before = Look::at(&self.root, self.also);
        if before == self.seen {
            return None;
        }
        let begun = Instant::now();
        let found = read();
        sleep(STILL.saturating_sub(begun.elapsed()));
        if Look::at(&self.root, self.also) != before {
            return None;
        }
        self.seen = before;
        Some(found)
    }
}

impl Look {
    fn at(root: &Path, also: &[&str]) -> Self {
        let mut hash = DefaultHasher::new();
        // A link that leads elsewhere now is a change, whatever the files there look like.
        root.canonicalize().ok().hash(&mut hash);
        match load::find(root) {
            Ok(found) => {
                for (name, path) in &found {
                    name.hash(&mut hash);
                    stamp(path, &mut hash);
                }
            }
            Err(error) => error.to_string().hash(&mut hash),
        }
        also.iter().for_each(|name| stamp(&root.join(name), &mut hash));
        Self(hash.finish())
    }
}

/// What changes whenever somebody writes a file, or puts another in its place.
fn stamp(path: &Path, hash: &mut impl Hasher) {
    let Ok(about) = load::look(path) else { return 0.hash(hash) };
    about.len().hash(hash);
    about.modified().ok().hash(hash);
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (about.ino(), about.ctime(), about.ctime_nsec()).hash(hash);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    fn pack() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("text/en")).expect("a folder");
        for name in ["pack.yaml", "text/en/a.yaml"] {
            fs::write(folder.path().join(name), "one").expect("written");
        }
        folder
    }

    fn read(root: &Path) -> Option<String> {
        load::load(root).ok().map(|files| files.into_values().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn every_kind_of_change_is_seen_once() {
        let folder = pack();
        let root = folder.path();
        let mut watch = Watch::new(root, &["pack.manifest"]);
        assert!(watch.poll(|| ()).is_none(), "nothing has changed");
        let (text, other) = (root.join("text/en/a.yaml"), root.join("text/en/b.yaml"));
        let changes: [&dyn Fn() -> std::io::Result<()>; 7] = [
            // In place, of the same length.
            &|| fs::write(&text, "two"),
            // By another name, then renamed over.
            &|| fs::write(root.join(".a.yaml.swp"), "six").and_then(|()| fs::rename(root.join(".a.yaml.swp"), &text)),
            &|| fs::write(&other, "new"),
            &|| fs::remove_file(&other),
            &|| fs::write(root.join("pack.manifest"), "signed"),
            &|| fs::create_dir(root.join("locales")).and_then(|()| fs::write(root.join("locales/x.ftl"), "a = b")),
            &|| fs::remove_dir_all(root.join("text")),
        ];
        for (number, change) in changes.iter().enumerate() {
            change().expect("a change");
            assert!(watch.poll(|| ()).is_some(), "change {number}");
            assert!(watch.poll(|| ()).is_none(), "change {number}");
        }
        fs::write(root.join("notes.txt"), "nobody reads this").expect("written");
        assert!(watch.poll(|| ()).is_none());
    }

    #[test]
    fn a_folder_that_goes_and_comes_back_is_seen() {
        let folder = pack();
        let root = folder.path().join("text");
        let mut watch = Watch::new(&root, &[]);
        fs::rename(&root, folder.path().join("away")).expect("renamed");
        assert_eq!(watch.poll(|| read(&root)), Some(None));
        assert_eq!(watch.poll(|| read(&root)), None);
        fs::rename(folder.path().join("away"), &root).expect("renamed");
        assert_eq!(watch.poll(|| read(&root)), Some(Some("one".to_owned())));
    }

    /// As a mounted configuration of Kubernetes is exchanged: files and folders are links through `..data`.
    #[cfg(unix)]
    #[test]
    fn links_that_are_exchanged_are_seen() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        for (name, text) in [("..1", "one"), ("..2", "two")] {
            fs::create_dir_all(root.join(name).join("text/en")).expect("a folder");
            fs::write(root.join(name).join("pack.yaml"), text).expect("written");
            fs::write(root.join(name).join("text/en/a.yaml"), text).expect("written");
        }
        symlink("..1", root.join("..data")).expect("a link");
        symlink("..data/pack.yaml", root.join("pack.yaml")).expect("a link");
        symlink("..data/text", root.join("text")).expect("a link");
        let mut watch = Watch::new(root, &[]);
        assert_eq!(read(root).as_deref(), Some("one one"));
        symlink("..2", root.join("..next")).expect("a link");
        fs::rename(root.join("..next"), root.join("..data")).expect("renamed");
        assert_eq!(watch.poll(|| read(root)), Some(Some("two two".to_owned())));
        assert_eq!(watch.poll(|| ()), None);
    }

    #[test]
    fn nothing_is_taken_while_files_are_being_written() {
        let folder = pack();
        let root = folder.path().to_owned();
        let mut watch = Watch::new(&root, &[]);
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for round in 0..10 {
                    for name in ["pack.yaml", "text/en/a.yaml"] {
                        fs::write(root.join(name), format!("round{round}")).expect("written");
                        sleep(Duration::from_millis(60));
                    }
                }
                done.store(true, Ordering::SeqCst);
            });
            let begun = Instant::now();
            loop {
                if let Some(text) = watch.poll(|| read(&root)) {
                    assert!(done.load(Ordering::SeqCst), "taken while it was being written");
                    assert_eq!(text.as_deref(), Some("round9 round9"));
                    break;
                }
                assert!(begun.elapsed() < Duration::from_secs(30), "it never came to rest");
                sleep(Duration::from_millis(20));
            }
        });
    }
}
