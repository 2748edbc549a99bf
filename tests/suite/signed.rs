//! Signed packs through the real program: keys, signing, checking, and everything that must be refused.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use tempfile::TempDir;

use crate::cli::kyr;
use crate::talk::{DOOR_FILE, small_pack, write};

/// A folder with a key pair and a pack that it signed with the serial 7.
struct Press {
    home: TempDir,
    pack: PathBuf,
    key: PathBuf,
    public: String,
}

impl Press {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let (pack, key) = (home.path().join("pack"), home.path().join("pack.key"));
        write(&pack, &small_pack());
        let public = make_key(home.path(), &key);
        let press = Self { home, pack, key, public };
        press.sign(7);
        press
    }

    fn run(&self, arguments: &[&str]) -> Output {
        kyr(self.home.path()).args(arguments).output().expect("the program runs")
    }

    fn sign(&self, serial: u64) {
        let serial = serial.to_string();
        let output = self.run(&["pack", "sign", text(&self.pack), "--key", text(&self.key), "--serial", &serial]);
        assert!(output.status.success(), "{}", error(&output));
    }

    fn verify(&self, key: &str) -> Output {
        self.run(&["pack", "verify", text(&self.pack), "--key", key])
    }

    /// Why an operator who trusts `key` cannot use the pack.
    fn refusal(&self, key: &str) -> String {
        self.configure(&format!("[{key}]"));
        let output = self.run(&["check", "--config", text(&self.home.path().join("kyr.yaml"))]);
        assert_eq!(output.status.code(), Some(2), "it was not refused");
        error(&output)
    }

    fn configure(&self, keys: &str) {
        let settings = format!("content:\n  dir: pack\n  trusted_keys: {keys}\n");
        fs::write(self.home.path().join("kyr.yaml"), settings).expect("writable");
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let path = self.pack.join(path);
        let before = fs::read_to_string(&path).expect("a text");
        assert!(before.contains(from), "no “{from}” in {before}");
        fs::write(path, before.replace(from, to)).expect("writable");
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Makes a key pair without a password; its public key.
fn make_key(home: &Path, file: &Path) -> String {
    let output = kyr(home).args(["pack", "key", "--no-password", text(file)]).output().expect("the program runs");
    assert!(output.status.success(), "{}", error(&output));
    let public = fs::read_to_string(file.with_extension("key.pub")).expect("a public key");
    let key = public.lines().nth(1).expect("a key").to_owned();
    assert!(key.starts_with("RW") && key.len() == 56, "{key}");
    assert!(String::from_utf8_lossy(&output.stdout).contains(&format!("trusted_keys: [{key}]")));
    key
}

#[test]
fn a_signed_pack_is_taken_and_a_key_is_kept_safe() {
    let press = Press::new();
    for key in [press.public.as_str(), text(&press.key.with_extension("key.pub"))] {
        let output = press.verify(key);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success() && said.contains("base 1, serial 7"), "{said}{}", error(&output));
    }
    press.configure(&format!("[{}]", press.public));
    let output = press.run(&["check", "--config", text(&press.home.path().join("kyr.yaml"))]);
    assert!(output.status.success(), "{}", error(&output));
    // What Kyr does not read is nobody's business.
    fs::write(press.pack.join("README.md"), "how we work").expect("writable");
    assert!(press.verify(&press.public).status.success());
    #[cfg(unix)]
    {
        let mode = fs::metadata(&press.key).expect("a key").permissions();
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o600);
    }
    let again = press.run(&["pack", "key", "--no-password", text(&press.key)]);
    assert!(error(&again).contains("never overwritten"), "{}", error(&again));
    let comment = fs::read_to_string(press.pack.join("pack.manifest.minisig")).expect("a signature");
    assert!(comment.contains("trusted comment: kyr pack base 1 serial 7 created 20"), "{comment}");
}

#[test]
fn a_key_with_a_password_needs_it() {
    let press = Press::new();
    let key = press.home.path().join("sealed.key");
    let with = |password: &str, arguments: &[&str]| {
        let mut command = kyr(press.home.path());
        command.args(arguments).env("KYR_PACK_PASSWORD", password).output().expect("the program runs")
    };
    assert!(with("correct horse", &["pack", "key", text(&key)]).status.success());
    let sign = ["pack", "sign", text(&press.pack), "--key", text(&key)];
    let wrong = with("battery staple", &sign);
    assert!(error(&wrong).contains("sealed.key: Wrong password"), "{}", error(&wrong));
    assert!(press.verify(&press.public).status.success(), "nothing was signed");
    assert!(with("correct horse", &sign).status.success());
    let signed = error(&press.verify(&press.public));
    assert!(signed.contains("a key that is not trusted"), "{signed}");
}

#[test]
fn whatever_was_changed_is_refused_by_name() {
    let press = Press::new();
    press.edit(DOOR_FILE, "the door", "a window");
    assert!(press.refusal(&press.public).contains(&format!("{DOOR_FILE} was changed")));
    press.edit(DOOR_FILE, "a window", "the door");
    fs::rename(press.pack.join("directory.yaml"), press.home.path().join("away")).expect("renamed");
    assert!(press.refusal(&press.public).contains("directory.yaml is missing"));
    fs::rename(press.home.path().join("away"), press.pack.join("directory.yaml")).expect("renamed");
    fs::create_dir_all(press.pack.join("locales/en")).expect("a folder");
    fs::write(press.pack.join("locales/en/kyr.ftl"), "about = x\n").expect("writable");
    assert!(press.refusal(&press.public).contains("locales/en/kyr.ftl was added"));
    fs::remove_dir_all(press.pack.join("locales")).expect("removed");
    // Catalogs beside the pack are not the publisher's: nothing of them is read.
    fs::create_dir_all(press.home.path().join("locales/en")).expect("a folder");
    fs::write(press.home.path().join("locales/en/kyr.ftl"), "about = x\n").expect("writable");
    assert!(press.verify(&press.public).status.success());
}

#[test]
fn a_manifest_or_signature_that_was_touched_is_refused() {
    let press = Press::new();
    let (manifest, signature) = (press.pack.join("pack.manifest"), press.pack.join("pack.manifest.minisig"));
    let (good, signed) = (fs::read_to_string(&manifest).expect("text"), fs::read_to_string(&signature).expect("text"));
    let refused = |wanted: &str| {
        let refusal = press.refusal(&press.public);
        assert!(refusal.contains(wanted), "no “{wanted}” in {refusal}");
        fs::write(&manifest, &good).expect("writable");
        fs::write(&signature, &signed).expect("writable");
    };
    fs::write(&manifest, good.replace("serial: 7", "serial: 8")).expect("writable");
    refused("the signature does not belong to this manifest");
    fs::write(&manifest, good.replacen('0', "1", 1)).expect("writable");
    refused("the signature does not belong to this manifest");
    fs::write(&signature, signed.replace("serial 7", "serial 8")).expect("writable");
    refused("the signature does not belong to this manifest");
    for broken in ["", "untrusted comment: x\n", &signed[..signed.len() - 12], &signed.replace("RU", "XX")] {
        fs::write(&signature, broken).expect("writable");
        refused("is no signature of minisign");
    }
    fs::remove_file(&signature).expect("removed");
    refused("is not signed: there is no pack.manifest.minisig");
    fs::remove_file(&manifest).expect("removed");
    refused("is not signed: there is no pack.manifest;");
    // A signature of the same key for something else.
    press.edit(DOOR_FILE, "the door", "a window");
    press.sign(9);
    let other = fs::read_to_string(&signature).expect("text");
    press.edit(DOOR_FILE, "a window", "the door");
    fs::write(&manifest, &good).expect("writable");
    fs::write(&signature, other).expect("writable");
    refused("the signature does not belong to this manifest");
    // Every byte of the signature's two lines counts.
    for (at, byte) in signed.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_alphanumeric()).step_by(7) {
        let comment = signed.find('\n').expect("a line");
        if at > comment {
            let mut bytes = signed.clone().into_bytes();
            bytes[at] = if byte == b'A' { b'B' } else { b'A' };
            fs::write(&signature, bytes).expect("writable");
            assert!(!press.verify(&press.public).status.success(), "byte {at} does not count");
        }
    }
}

#[test]
fn another_key_is_not_trusted_and_a_malformed_one_is_named() {
    let press = Press::new();
    let other = make_key(press.home.path(), &press.home.path().join("other.key"));
    let refusal = press.refusal(&other);
    assert!(refusal.contains("a key that is not trusted"), "{refusal}");
    // Either of two, for the time in which a network changes its key.
    press.configure(&format!("[{other}, {}]", press.public));
    let output = press.run(&["check", "--config", text(&press.home.path().join("kyr.yaml"))]);
    assert!(output.status.success(), "{}", error(&output));
    for malformed in ["RWabc", &press.public[1..], "''"] {
        let refusal = press.refusal(malformed);
        assert!(refusal.contains("content.trusted_keys") && refusal.contains("is no public key"), "{refusal}");
    }
    press.configure("[]");
    let output = press.run(&["check", "--config", text(&press.home.path().join("kyr.yaml"))]);
    assert!(error(&output).contains("content.trusted_keys: the list is empty"), "{}", error(&output));
    fs::write(press.home.path().join("kyr.yaml"), format!("content:\n  trusted_keys: [{other}]\n")).expect("writable");
    let output = press.run(&["check", "--config", text(&press.home.path().join("kyr.yaml"))]);
    assert!(error(&output).contains("but not content.dir"), "{}", error(&output));
}

#[test]
fn signing_refuses_what_nobody_could_use_and_serials_that_do_not_rise() {
    let press = Press::new();
    let sign = |arguments: &[&str]| {
        press.run(&[&["pack", "sign", text(&press.pack), "--key", text(&press.key)], arguments].concat())
    };
    let again = error(&sign(&["--serial", "7"]));
    assert!(again.contains("the serial 7 is not above 7"), "{again}");
    press.edit(DOOR_FILE, "title:", "titel:");
    let faulty = error(&sign(&[]));
    assert!(faulty.contains("is not signed") && faulty.contains("home-visit.yaml:1:1"), "{faulty}");
    press.edit(DOOR_FILE, "titel:", "title:");
    assert!(sign(&[]).status.success());
    assert!(sign(&[]).status.success(), "twice in a second");
    let manifest = fs::read_to_string(press.pack.join("pack.manifest")).expect("text");
    let serial = manifest.lines().find_map(|line| line.strip_prefix("# serial: ")).expect("a serial");
    assert_eq!(serial.len(), "20261122101500".len(), "the date and time: {serial}");
}

/// `kyr run` takes the pack before it looks for a platform, of which there is none here.
#[cfg(any(feature = "discord", feature = "matrix"))]
#[test]
fn there_is_no_way_back_to_an_older_pack() {
    let press = Press::new();
    let old = press.home.path().join("old");
    press.configure(&format!("[{}]", press.public));
    let run = || error(&press.run(&["run", "--config", text(&press.home.path().join("kyr.yaml"))]));
    let serials = press.home.path().join("data/pack-serials.json");
    let nowhere = "nowhere to serve";
    assert!(run().contains(nowhere));
    let first = fs::read(&serials).expect("the serial was kept");
    fs::rename(&press.pack, &old).expect("renamed");
    write(&press.pack, &small_pack());
    press.edit(DOOR_FILE, "the door", "a window");
    press.sign(9);
    assert!(run().contains(nowhere));
    fs::rename(&press.pack, press.home.path().join("new")).expect("renamed");
    fs::rename(&old, &press.pack).expect("renamed");
    let refused = run();
    assert!(refused.contains("its serial is 7, but 9 was taken"), "{refused}");
    assert!(press.refusal(&press.public).contains("but 9 was taken"), "kyr check says so before");
    // Nobody can tell: nothing is taken, and what to do is said.
    fs::write(&serials, "{").expect("writable");
    let refused = run();
    assert!(refused.contains("pack-serials.json is damaged") && refused.contains("delete"), "{refused}");
    fs::write(&serials, first).expect("writable");
    assert!(run().contains(nowhere));
}
