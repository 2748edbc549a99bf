//! A pack that is changed while Kyr talks, in all the ways in which files are changed. Through the real program.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use crate::talk::{ANSWER, DOOR, DOOR_FILE, Talk, small_pack, write};

const USED: &[&str] = &["pack: new texts are in use"];
const REFUSED: &[&str] = &["pack: refused for"];

#[test]
fn a_text_that_is_saved_is_the_next_answer() {
    let mut talk = Talk::start();
    assert!(talk.ask(DOOR).contains(ANSWER));
    talk.edit(DOOR_FILE, ANSWER, "Keep it shut.");
    let written = talk.answers(DOOR, "Keep it shut.");
    // As many editors save: another file, renamed over.
    let text = fs::read_to_string(talk.pack.join(DOOR_FILE)).expect("a text").replace("Keep it shut.", "Stay calm.");
    let draft = talk.pack.join("text/en/rights/.home-visit.yaml.swp");
    fs::write(&draft, text).expect("writable");
    fs::rename(&draft, talk.pack.join(DOOR_FILE)).expect("renamed");
    let renamed = talk.answers(DOOR, "Stay calm.");
    eprintln!("from save to answer: {written:?} written in place, {renamed:?} renamed over");
    talk.tells(USED, 2);
    assert!(!talk.told().contains("learning from its changed"), "a sentence is nothing to learn: {}", talk.told());
}

#[test]
fn a_faulty_pack_is_refused_and_the_one_before_stays() {
    let mut talk = Talk::start();
    talk.edit(DOOR_FILE, "title:", "titel:");
    talk.tells(REFUSED, 1);
    talk.tells(&["error: pack: text/en/rights/home-visit.yaml:1:1:", "did you mean `title`?"], 1);
    assert!(talk.ask(DOOR).contains(ANSWER));
    talk.edit(DOOR_FILE, "titel:", "title:");
    talk.edit(DOOR_FILE, ANSWER, "Keep it shut.");
    talk.answers(DOOR, "Keep it shut.");
    // Not UTF-8, not a file, too many faults to tell.
    fs::write(talk.pack.join("sources.yaml"), b"\xff\xfe").expect("writable");
    talk.tells(&["error: pack:", "sources.yaml is not UTF-8"], 1);
    write(&talk.pack, &small_pack());
    talk.answers(DOOR, ANSWER);
    for number in 0..20 {
        fs::write(talk.pack.join(format!("text/en/rights/{number}.yaml")), "titel: x\n").expect("writable");
    }
    talk.tells(&["see all faults with: kyr check"], 1);
    assert!(talk.ask(DOOR).contains(ANSWER));
}

#[test]
fn a_state_that_is_half_written_is_no_answer() {
    let mut talk = Talk::start();
    let path = talk.pack.join(DOOR_FILE);
    let whole = fs::read_to_string(&path).expect("a text").replace(ANSWER, "Keep it shut.");
    // Truncated, then written in pieces; at each moment what is there can be read, but is not all.
    let pieces: Vec<&str> = whole.split_inclusive('\n').collect();
    for end in 0..=pieces.len() {
        fs::write(&path, pieces[..end].concat()).expect("writable");
        let answer = talk.ask(DOOR);
        assert!(answer.contains(ANSWER) || answer.contains("Keep it shut."), "{answer}");
        sleep(Duration::from_millis(30));
    }
    talk.answers(DOOR, "Keep it shut.");
    let complete = talk.ask(DOOR);
    assert!(complete.contains("Look for the name of a judge"), "{complete}");
}

#[test]
fn hundreds_of_files_are_one_change() {
    let mut talk = Talk::start();
    let one = fs::read_to_string(talk.pack.join(DOOR_FILE)).expect("a text");
    let about = fs::read_to_string(talk.pack.join("topics/rights/home-visit.yaml")).expect("a topic");
    let mut ids = String::new();
    for number in 0..150 {
        let text = one.replace(DOOR, &format!("Door number {number}")).replace(ANSWER, &format!("Answer {number}."));
        fs::write(talk.pack.join(format!("text/en/rights/door-{number}.yaml")), text).expect("writable");
        fs::write(talk.pack.join(format!("topics/rights/door-{number}.yaml")), &about).expect("writable");
        ids.push_str(&format!(", door-{number}"));
    }
    talk.edit("pack.yaml", "[home-visit]", &format!("[home-visit{ids}]"));
    talk.answers("Door number 149", "Answer 149.");
    assert!(talk.ask("Door number 77").contains("Answer 77."));
    let taken = talk.told().matches(USED[0]).count();
    // One, unless the machine paused while they were written.
    assert!(taken <= 3, "taken {taken} times: {}", talk.told());
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_exchanged_by_a_link_is_taken() {
    use std::os::unix::fs::symlink;
    let home = tempfile::tempdir().expect("a temporary folder");
    write(&home.path().join("one"), &small_pack());
    let mut other = small_pack();
    let text = other.get_mut(DOOR_FILE).expect("a text");
    *text = text.replace(ANSWER, "Keep it shut.");
    write(&home.path().join("two"), &other);
    let (pack, next) = (home.path().join("current"), home.path().join("next"));
    symlink("one", &pack).expect("a link");
    let mut talk = Talk::about(home, pack.clone());
    assert!(talk.ask(DOOR).contains(ANSWER));
    symlink("two", &next).expect("a link");
    fs::rename(&next, &pack).expect("renamed");
    talk.answers(DOOR, "Keep it shut.");
}

#[test]
fn a_folder_that_is_gone_changes_nothing() {
    let mut talk = Talk::start();
    let away = talk.home.path().join("away");
    fs::rename(&talk.pack, &away).expect("renamed");
    talk.tells(&["error: pack: there is no folder"], 1);
    assert!(talk.ask(DOOR).contains(ANSWER));
    fs::rename(&away, &talk.pack).expect("renamed");
    talk.tells(USED, 1);
    assert!(talk.ask(DOOR).contains(ANSWER));
}

#[test]
fn new_examples_are_learned_while_new_texts_are_in_use() {
    let mut talk = Talk::start();
    let question = "zubzub frobnicate wakka quux";
    assert!(!talk.ask(question).contains(ANSWER));
    talk.edit(DOOR_FILE, ANSWER, "Keep it shut.");
    let more = (0..8).map(|number| format!("  - \"{question} {number}\"\n")).collect::<String>();
    talk.edit(DOOR_FILE, "examples:\n", &format!("examples:\n{more}"));
    talk.answers(DOOR, "Keep it shut.");
    talk.tells(&["new texts are in use", "learning from its changed examples"], 1);
    talk.tells(&["what its examples teach is in use"], 1);
    let answer = talk.ask(question);
    assert!(answer.contains("Keep it shut."), "{answer}");
    // What was learned is known from now on, also when the change is taken back and done again.
    talk.edit(DOOR_FILE, &more, "");
    talk.tells(USED, 2);
    talk.edit(DOOR_FILE, "examples:\n", &format!("examples:\n{more}"));
    talk.tells(USED, 3);
    assert!(talk.ask(question).contains("Keep it shut."));
    assert_eq!(talk.told().matches("learning from its changed").count(), 1, "{}", talk.told());
}

#[test]
fn topics_and_languages_come_and_go() {
    let mut talk = Talk::start();
    assert!(talk.ask(DOOR).contains(ANSWER));
    // Renamed: the old one is gone, the new one known by its name before anything is learned.
    for folder in ["text/en/rights", "text/es/rights", "topics/rights"] {
        let folder = talk.pack.join(folder);
        fs::rename(folder.join("home-visit.yaml"), folder.join("door.yaml")).expect("renamed");
    }
    talk.edit("pack.yaml", "[home-visit]", "[door]");
    talk.edit("text/en/rights/door.yaml", DOOR, "Somebody knocks");
    talk.answers("Somebody knocks", ANSWER);
    let answer = talk.ask("they want to come in");
    assert!(answer.contains("> "), "an answer of some kind");
    talk.tells(&["what its examples teach is in use"], 1);
    assert!(talk.ask("they want to come in").contains(ANSWER));
    // A language less: what is said in it is answered in another.
    talk.edit("pack.yaml", "[en, es]", "[en]");
    talk.tells(USED, 2);
    let answer = talk.ask("idioma español");
    assert!(!answer.contains("Listo"), "{answer}");
    assert!(talk.ask("Somebody knocks").contains(ANSWER));
}
