//! Setup's two questions about Matrix. It must not know how a homeserver is asked.

use std::io::BufRead;

use anyhow::Result;

use super::dialogue::{Judged, Question};
use super::draft::{Section, quoted};
use super::{Setup, refused};
use crate::adapters::matrix::checkup::{self, Homeserver};
use crate::config::matrix::password;
use crate::config::secret::Secret;
use crate::doctor::{Finding, Verdict};

const FILE: &str = "matrix-password";
/// Somebody who tries it on a homeserver of their own.
const ACCOUNT: &str = "@kyr:localhost";

/// Kyr's account, and where it is.
struct Account {
    user: String,
    server: String,
    homeserver: Homeserver,
}

pub fn ask<R: BufRead>(setup: &mut Setup<R>) -> Result<Section> {
    let question = Question {
        text: "Kyr's account, made for it alone. If its homeserver is at an address that its name does not lead to, write \
               that address behind it",
        example: "@kyr:example.org, or @kyr:example.org https://matrix.example.org",
        default: Some(ACCOUNT),
        hidden: false,
    };
    let runtime = &setup.runtime;
    let account = setup.dialogue.ask(&question, |answer| runtime.block_on(look_up(answer.unwrap_or(ACCOUNT))))?;
    let source = password(Some(setup.config.with_file_name(FILE)));
    let known = source.read().ok().flatten();
    let default = known.as_ref().map(|_| format!("what is in {} or {} already", source.variable, source.place()));
    let question = Question {
        text: "The account's password. It is not shown while you type, and goes into a file of its own",
        example: "correct horse battery staple",
        default: default.as_deref(),
        hidden: true,
    };
    let runtime = &setup.runtime;
    let secret = setup.dialogue.ask(&question, |answer| {
        let found = runtime.block_on(checkup::signing_in(&account.homeserver));
        let is_taken = found.verdict != Verdict::Wrong;
        (is_taken.then(|| answer.map(Secret::new)), vec![found])
    })?;
    let yaml = format!(
        "matrix:\n  homeserver: {}\n  user: {}\n  # The account's password, alone in a file that only Kyr can read.\n  \
         password_file: {FILE}\n  # Who may invite Kyr: servers and single users. \"*\" lets everybody.\n  \
         invited_by: [{}]\n",
        quoted(account.homeserver.address()),
        quoted(&account.user),
        quoted(&account.server)
    );
    Ok(Section { yaml, file: FILE, secret })
}

/// Finds the homeserver of an account, and the account there.
async fn look_up(answer: &str) -> Judged<Account> {
    let mut words = answer.split_whitespace();
    let (user, address) = (words.next().unwrap_or_default(), words.next());
    let parts = user.strip_prefix('@').and_then(|user| user.split_once(':'));
    let Some((_, server)) = parts.filter(|(name, server)| !name.is_empty() && !server.is_empty()) else {
        return refused("account", format!("`{user}` is no account"), "write it with its server: @kyr:example.org");
    };
    let address = match address {
        Some(address) if !address.starts_with("https://") && !address.starts_with("http://") => {
            return refused(
                "address",
                format!("`{address}` is no address"),
                "write for example https://matrix.example.org",
            );
        }
        Some(address) => address.to_owned(),
        None => match Homeserver::of(server).await {
            Ok(homeserver) => homeserver.address().to_owned(),
            Err(error) => return refused("homeserver", format!("{error:#}"), "write its address behind the account"),
        },
    };
    let (mut found, homeserver) = checkup::reach(&address).await;
    let Some(homeserver) = homeserver else { return (None, found) };
    let account: Finding = checkup::account(user, &homeserver).await;
    let is_there = account.verdict != Verdict::Wrong;
    found.push(account);
    (is_there.then(|| Account { user: user.to_owned(), server: server.to_owned(), homeserver }), found)
}
