//! The configuration: whether it can be read, and names somewhere to serve. It must not repeat its lines: a secret may
//! have slipped into one.

use std::path::Path;

use super::Finding;
use crate::config::Config;

const CHECK: &str = "configuration";

/// The finding, and the configuration when there is one.
pub fn examine(path: &Path) -> (Finding, Option<Config>) {
    let name = path.display();
    if !path.exists() {
        let remedy = "make one with kyr setup, or name the one you have: kyr doctor --config FILE";
        return (Finding::wrong(CHECK, format!("there is no file {name}"), remedy), None);
    }
    let config = match Config::load(path) {
        Ok(config) => config,
        Err(error) => {
            // What follows the first line shows a piece of the file.
            let said: Vec<String> =
                error.chain().map(|cause| cause.to_string().lines().next().unwrap_or_default().to_owned()).collect();
            let remedy = "mend that line. deploy/kyr.example.yaml shows every setting and how it is written; settings \
                          inside a section begin with two blanks";
            return (Finding::wrong(CHECK, said.join(": "), remedy), None);
        }
    };
    if config.discord.is_none() && config.matrix.is_none() {
        let what = format!("{name} has no section `discord` or `matrix`, so there is nowhere to serve");
        return (Finding::wrong(CHECK, what, "add one of them, or begin anew with kyr setup"), Some(config));
    }
    (Finding::ok(CHECK, format!("{name} can be read, and all its settings are known")), Some(config))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    #[test]
    fn a_faulty_file_is_named_but_not_repeated() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("kyr.yaml");
        let look = |text: &str| {
            std::fs::write(&file, text).expect("writable");
            examine(&file)
        };
        assert!(examine(&folder.path().join("none.yaml")).0.what.contains("there is no file"));
        let (found, config) = look("discord:\n  application_id: \"1\"\n  token: MTk4.horse.battery\n");
        assert_eq!((found.verdict, config), (Verdict::Wrong, None));
        assert!(found.what.contains("token"), "{}", found.what);
        assert!(!found.to_text().contains("horse"), "{}", found.to_text());
        assert_eq!(found.to_text().lines().count(), 2, "{}", found.to_text());
        assert!(look("room:\n  language: en\n").0.what.contains("nowhere to serve"));
        assert_eq!(look("discord:\n  application_id: \"1\"\n").0.verdict, Verdict::Ok);
    }
}
