//! One pool of free memory for all threads. The system's allocator gives each thread one of its own, and what a thread
//! has freed stays there: a tenth of a running Kyr. It must not know what memory is used for.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// glibc reads it when a program starts, and from nowhere else. Others ignore it.
const ARENAS: &str = "MALLOC_ARENA_MAX";

/// Begins this program anew with one pool, unless somebody has chosen how many there are. It stays the same process.
/// Must come before there are threads. When it cannot be done, everything goes on with more memory.
pub fn share() {
    if env::var_os(ARENAS).is_none()
        && let Ok(program) = env::current_exe()
    {
        // Only returns when it failed.
        let _ = Command::new(program).args(env::args_os().skip(1)).env(ARENAS, "1").exec();
    }
}
