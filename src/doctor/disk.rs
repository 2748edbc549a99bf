//! The room that is left for what Kyr keeps. It must not know what that is.

use std::path::Path;

use super::Finding;
use super::folder::nearest;

/// Bytes under which somebody should make room.
const WARN: u64 = 200_000_000;
/// Bytes under which databases cannot be written for long.
const WRONG: u64 = 10_000_000;

/// The disk of a folder, which need not be there yet.
pub fn examine(check: &'static str, folder: &Path) -> Finding {
    let at = nearest(folder);
    match rustix::fs::statvfs(at) {
        Ok(disk) => judge(check, disk.f_bavail.saturating_mul(disk.f_frsize), folder),
        Err(error) => Finding::warning(
            check,
            format!("cannot tell how much room is left in {}: {error}", at.display()),
            format!("look yourself: df -h {}", at.display()),
        ),
    }
}

fn judge(check: &'static str, free: u64, folder: &Path) -> Finding {
    let megabytes = free / 1_000_000;
    let size = if megabytes < 10_000 { format!("{megabytes} MB") } else { format!("{} GB", megabytes / 1_000) };
    let what = format!("{size} are free for {}", folder.display());
    let remedy = format!(
        "make room on that disk: at least {} MB should be free, or Kyr cannot keep what people chose. What takes the \
         room: sudo du -xh / | sort -h | tail -20",
        WARN / 1_000_000
    );
    match free {
        WARN.. => Finding::ok(check, what),
        WRONG.. => Finding::warning(check, format!("only {what}"), remedy),
        _ => Finding::wrong(check, format!("only {what}"), remedy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    #[test]
    fn little_room_warns_and_none_is_wrong() {
        let verdict = |free| judge("disk", free, Path::new("data")).verdict;
        assert_eq!(
            [verdict(WARN), verdict(WARN - 1), verdict(WRONG)],
            [Verdict::Ok, Verdict::Warning, Verdict::Warning]
        );
        assert_eq!([verdict(WRONG - 1), verdict(0)], [Verdict::Wrong; 2]);
        assert!(judge("disk", 123_456_789, Path::new("data")).what.starts_with("only 123 MB are free"));
        assert!(judge("disk", 50_000_000_000, Path::new("data")).what.starts_with("50 GB are free"));
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_on_the_disk_of_the_one_above() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let found = examine("disk", &folder.path().join("data/more"));
        assert!(found.what.contains("B are free for"), "{}", found.what);
    }
}
