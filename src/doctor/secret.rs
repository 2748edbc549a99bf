//! A secret: where it is, whether others can read it, whether something slipped into it. It must not know what it
//! opens, and it never says a part of it.

use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use super::Finding;
use crate::config::secret::Source;

/// `None` when it is nowhere; whether that is wrong is for the caller to say.
pub fn examine(check: &'static str, source: &Source) -> Option<Finding> {
    // The order in which `Source::read` looks.
    if let Ok(value) = std::env::var(source.variable)
        && !value.trim().is_empty()
    {
        let place = format!("the environment variable {}", source.variable);
        return Some(oddity(check, &value, &place).unwrap_or_else(|| Finding::ok(check, format!("it is in {place}"))));
    }
    let file = source.file.as_deref()?;
    let name = file.display();
    let text = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            let remedy =
                format!("give it to the user that Kyr runs as: sudo chown USER {name} && sudo chmod 600 {name}");
            return Some(Finding::wrong(check, format!("Kyr may not read {name}"), remedy));
        }
        Err(error) if error.kind() == ErrorKind::InvalidData => {
            let remedy = "write the secret into it again with a plain text editor, and save it as UTF-8";
            return Some(Finding::wrong(check, format!("{name} is not a text file"), remedy));
        }
        Err(error) => {
            let remedy = format!("`{}` must name a file that holds the secret and nothing else", source.setting);
            return Some(Finding::wrong(check, format!("cannot read {name}: {error}"), remedy));
        }
    };
    if text.trim().is_empty() {
        let what = format!("the file {name} is empty");
        return Some(Finding::wrong(check, what, "write the secret into it, alone on one line"));
    }
    let found = exposed(check, file).or_else(|| oddity(check, &text, &name.to_string()));
    Some(found.unwrap_or_else(|| Finding::ok(check, format!("it is in {name}, which only its owner can read"))))
}

/// Whether others can read the file. One in a folder that is closed to them they cannot.
fn exposed(check: &'static str, file: &Path) -> Option<Finding> {
    let mode = |path: &Path| path.metadata().map(|found| found.permissions().mode() & 0o777).ok();
    let name = file.display();
    let own = mode(file)?;
    let absolute = std::path::absolute(file).ok()?;
    let open_to = |read: u32, enter: u32| {
        own & read != 0 && absolute.ancestors().skip(1).all(|folder| mode(folder).is_none_or(|mode| mode & enter != 0))
    };
    let remedy = format!("close it: chmod 600 {name}. If others may have read it, make a new secret");
    if open_to(0o004, 0o001) {
        let what = format!("every user of this machine can read {name} (its mode is {own:03o})");
        return Some(Finding::wrong(check, what, remedy));
    }
    if open_to(0o040, 0o010) {
        let what = format!("the users of its group can read {name} (its mode is {own:03o})");
        return Some(Finding::warning(check, what, remedy));
    }
    None
}

/// What slips in when a secret is copied. Blanks around it are left away when Kyr reads it.
fn oddity(check: &'static str, text: &str, place: &str) -> Option<Finding> {
    let secret = text.trim();
    let again = "write the secret again, alone on one line";
    if secret.starts_with('\u{feff}') || secret.contains(|c: char| c.is_control() && c != '\n' && c != '\r') {
        let what = format!("{place} holds invisible characters");
        return Some(Finding::wrong(check, what, format!("{again}, with a plain text editor")));
    }
    if secret.contains('\n') {
        return Some(Finding::wrong(check, format!("{place} holds more than one line"), again));
    }
    let quoted = |mark: char| secret.len() > 1 && secret.starts_with(mark) && secret.ends_with(mark);
    if quoted('"') || quoted('\'') {
        let what = format!("the secret in {place} stands in quotation marks, which Kyr takes for a part of it");
        return Some(Finding::warning(check, what, "take them away, unless they belong to it"));
    }
    let line = text.strip_suffix('\n').unwrap_or(text);
    if line.strip_suffix('\r').unwrap_or(line) != secret {
        let what = format!("there are blanks or empty lines around the secret in {place}; Kyr leaves them away");
        return Some(Finding::warning(check, what, again));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    fn source(file: &Path) -> Source {
        Source { variable: "KYR_TEST_DOCTOR_UNSET", setting: "x.file", file: Some(file.to_owned()) }
    }

    #[test]
    fn slips_of_copying_are_seen_and_secrets_not_said() {
        let cases = [
            ("correct horse\n", None),
            ("correct horse", None),
            ("correct horse\r\n", None),
            ("correct\nhorse\n", Some((Verdict::Wrong, "more than one line"))),
            ("\u{feff}horse\n", Some((Verdict::Wrong, "invisible"))),
            ("hor\tse\n", Some((Verdict::Wrong, "invisible"))),
            ("\"horse\"\n", Some((Verdict::Warning, "quotation"))),
            (" horse\n", Some((Verdict::Warning, "blanks"))),
            ("horse\n\n", Some((Verdict::Warning, "blanks"))),
        ];
        for (text, wanted) in cases {
            let found = oddity("secret", text, "the-file");
            assert_eq!(found.as_ref().map(|found| found.verdict), wanted.map(|(verdict, _)| verdict), "{text:?}");
            if let (Some(found), Some((_, words))) = (found, wanted) {
                assert!(found.what.contains(words), "{}", found.what);
                assert!(!found.to_text().contains("horse"), "{}", found.to_text());
            }
        }
    }

    #[test]
    fn a_file_is_there_full_and_closed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join("secret");
        let look = || examine("secret", &source(&file));
        let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("one's own");
        assert_eq!(look(), None);
        fs::write(&file, " \n").expect("writable");
        assert!(look().expect("it is there").what.contains("is empty"));
        fs::write(&file, "horse\n").expect("writable");
        set(&file, 0o600);
        assert_eq!(look().expect("it is there").verdict, Verdict::Ok);
        // Nobody gets as far as the file.
        set(&file, 0o644);
        set(folder.path(), 0o700);
        assert_eq!(look().expect("it is there").verdict, Verdict::Ok);
        set(folder.path(), 0o755);
        assert_eq!(look().expect("it is there").verdict, Verdict::Wrong);
        set(&file, 0o640);
        assert_eq!(look().expect("it is there").verdict, Verdict::Warning);
        fs::write(&file, [0xff, 0xfe]).expect("writable");
        assert!(look().expect("it is there").what.contains("not a text file"));
        fs::remove_file(&file).expect("it is there");
        fs::create_dir(&file).expect("writable");
        assert_eq!(look().expect("it is there").verdict, Verdict::Wrong);
    }
}
