//! README and the other documents: commands exist, links lead somewhere, figures are not stale.
//! It reads documents only.

use crate::root;

const DOCUMENTS: [&str; 4] = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];

#[test]
fn links_to_files_lead_somewhere() {
    for document in DOCUMENTS {
        let text = std::fs::read_to_string(root().join(document)).expect("the document is there");
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let path = link.split('#').next().unwrap_or_default();
            if !path.is_empty() && !path.contains("://") {
                assert!(root().join(path).exists(), "{document} links to {path}");
            }
        }
    }
}

#[test]
fn subcommands_named_in_documents_exist() {
    let known = ["chat", "ask", "check", "explain", "eval", "coverage", "run", "pack", "translate", "help"];
    for document in DOCUMENTS {
        let text = std::fs::read_to_string(root().join(document)).expect("the document is there");
        for (before, rest) in text.match_indices("kyr ").map(|(at, _)| text.split_at(at)) {
            // Only in code: after a backtick or at the beginning of a line of a code block.
            if !before.ends_with(['`', '/']) {
                continue;
            }
            let word: String = rest[4..].chars().take_while(char::is_ascii_lowercase).collect();
            assert!(word.is_empty() || known.contains(&word.as_str()), "{document} names `kyr {word}`");
        }
    }
}
