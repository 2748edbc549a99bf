//! Only those pages of the program are held in memory that are used. The kernel maps sixteen for each one that is
//! touched, and the larger part of Kyr is a model and libraries of which each question touches little. It must not know
//! what the pages hold.

#[cfg(target_os = "linux")]
use anyhow::Context;
use anyhow::Result;

/// Tells the kernel for every part of the program that it is read here and there. To be called at the start: what is
/// mapped already stays.
///
/// # Errors
/// When the system does not tell or take it; nothing depends on it but memory.
#[cfg(target_os = "linux")]
pub fn hold_what_is_used() -> Result<()> {
    use rustix::fs::{Advice, fadvise};
    let program = std::env::current_exe().context("cannot tell where the program is")?;
    // One read of the whole file instead of thousands of single pages from a slow disk.
    let file = std::fs::File::open(&program).context("cannot read the program")?;
    fadvise(&file, 0, None, Advice::WillNeed).context("cannot read the program ahead")?;
    let maps = std::fs::read_to_string("/proc/self/maps").context("cannot tell what is mapped")?;
    let program = program.to_string_lossy();
    for line in maps.lines().filter(|line| line.ends_with(&*program) && line.contains(" r")) {
        let range = line.split_once(' ').and_then(|(range, _)| range.split_once('-'));
        let number = |text: &str| usize::from_str_radix(text, 16).ok();
        let Some((Some(begin), Some(end))) = range.map(|(begin, end)| (number(begin), number(end))) else { continue };
        advise(begin, end - begin)?;
    }
    Ok(())
}

#[cfg(target_os = "linux")]
fn advise(begin: usize, length: usize) -> Result<()> {
    use rustix::mm::{Advice, madvise};
    // SAFETY: this advice changes how pages of the range are read from the file, never what they hold.
    #[allow(unsafe_code)]
    unsafe { madvise(std::ptr::without_provenance_mut(begin), length, Advice::Random) }
        .context("cannot say how the program is read")
}

/// Other systems are left as they are.
#[cfg(not(target_os = "linux"))]
pub fn hold_what_is_used() -> Result<()> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_marked_as_read_here_and_there() {
        hold_what_is_used().expect("the system takes it");
        let program = std::env::current_exe().expect("a program");
        let smaps = std::fs::read_to_string("/proc/self/smaps").expect("the mappings");
        let (_, own) = smaps.split_once(&*program.to_string_lossy()).expect("the program is mapped");
        let flags = own.lines().find(|line| line.starts_with("VmFlags:")).expect("flags");
        assert!(flags.contains(" rr"), "random read: {flags}");
    }
}
