//! Hostile configurations. What is refused names the file. It must not know the settings.

use kyr::config::Config;

use super::packs::worse;
use super::{Kind, LIMIT};
use crate::root;

pub fn configs() -> Kind {
    let mut kind = Kind::new("configurations", 1_000);
    let example = std::fs::read_to_string(root().join("deploy/kyr.example.yaml")).expect("the example");
    // Every setting is on; what is only for people to read is left.
    let is_setting = |line: &str| line.starts_with("# ") && line.contains(':') && !line.ends_with('.');
    let all: String = example
        .lines()
        .map(|line| match line.trim_start().strip_prefix("# ") {
            Some(setting) if is_setting(line.trim_start()) && !setting.starts_with(char::is_uppercase) => {
                let indent = &line[..line.len() - line.trim_start().len()];
                format!("{indent}{setting}\n")
            }
            _ => format!("{line}\n"),
        })
        .collect();
    let home = tempfile::tempdir().expect("a temporary folder");
    let file = home.path().join("kyr.yaml");
    kind.each(|kind, random| {
        let text = if random.below(2) == 0 { &example } else { &all };
        std::fs::write(&file, worse(text, random)).expect("writable");
        if let Err(error) = kind.timed(LIMIT, || Config::load(&file)) {
            kind.refuse(&format!("{error:#}"), "kyr.yaml");
        }
    });
    kind
}
