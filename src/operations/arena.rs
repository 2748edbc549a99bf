//! One pool of free memory for all threads, which goes back to the system. By itself the system's allocator gives each
//! thread a pool of its own and keeps what was freed: a tenth of a running Kyr. It must not know what memory is used for.

use std::env;
use std::os::unix::process::CommandExt;
use std::process::Command;

/// glibc reads them when a program starts, and from nowhere else; others ignore them. The number of pools; bytes at a
/// pool's end, and of one piece, from which on they go back when they are freed; bytes that are taken ahead.
const TUNED: [(&str, &str); 4] = [
    ("MALLOC_ARENA_MAX", "1"),
    ("MALLOC_TRIM_THRESHOLD_", "65536"),
    ("MALLOC_MMAP_THRESHOLD_", "65536"),
    ("MALLOC_TOP_PAD_", "16384"),
];

/// Begins this program anew with one pool, unless somebody has chosen how many there are. It stays the same process.
/// Must come before there are threads. When it cannot be done, everything goes on with more memory.
pub fn share() {
    if env::var_os(TUNED[0].0).is_none()
        && let Ok(program) = env::current_exe()
    {
        // Only returns when it failed.
        let _ = Command::new(program).args(env::args_os().skip(1)).envs(TUNED).exec();
    }
}
