//! No core dumps: a crash must not leave on the disk what people wrote. It must not know what the memory holds.

use anyhow::{Context, Result};
use rustix::process::{Resource, Rlimit, setrlimit};

/// Forbids them for this process, in both ways: the limit for files beside the program, and the mark that also keeps the
/// kernel from handing the memory to a collector of dumps, and other processes of the same user from reading it.
///
/// # Errors
/// When the system refuses.
pub fn forbid() -> Result<()> {
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    setrlimit(Resource::Core, none).context("cannot forbid core dumps (RLIMIT_CORE)")?;
    #[cfg(target_os = "linux")]
    rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable)
        .context("cannot forbid core dumps (PR_SET_DUMPABLE)")?;
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, dumpable_behavior, getrlimit};

    use super::*;

    #[test]
    fn no_dump_is_left() {
        forbid().expect("the system allows it");
        assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable));
        assert_eq!(getrlimit(Resource::Core), Rlimit { current: Some(0), maximum: Some(0) });
    }
}
