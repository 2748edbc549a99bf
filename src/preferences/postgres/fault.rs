//! Why a PostgreSQL could not be used, and what the operator does about it. It must not know what was asked of it.

use std::error::Error;
use std::fmt;
use std::io::ErrorKind;

use tokio_postgres::error::{DbError, SqlState};

use super::address::Address;

#[derive(Clone, Debug)]
pub struct Fault {
    text: String,
    /// Whether it may pass by itself.
    pub passing: bool,
}

impl Fault {
    pub fn passing(text: impl Into<String>) -> Self {
        Self { text: text.into(), passing: true }
    }

    fn lasting(text: impl Into<String>) -> Self {
        Self { text: text.into(), passing: false }
    }

    /// Of an error while connecting or asking.
    pub fn explain(error: &tokio_postgres::Error, address: &Address) -> Self {
        if let Some(refusal) = error.as_db_error() {
            return refused(refusal, address);
        }
        let cause = innermost(error);
        let server = address.server();
        let kind = error.source().and_then(|source| source.downcast_ref::<std::io::Error>()).map(std::io::Error::kind);
        // The library tells the kinds of its errors apart in their texts only.
        if error.to_string().contains("TLS") {
            return untrusted(&cause, &server);
        }
        if cause.contains("password missing") {
            return Self::lasting(format!(
                "{server} wants a password for {}: set KYR_DATABASE_PASSWORD, or write it to the file that \
                 database_password_file names",
                address.user()
            ));
        }
        match kind {
            _ if cause.contains("lookup address") => Self::passing(format!(
                "there is no host of this name: {server}. Check the address of the database ({cause})"
            )),
            Some(ErrorKind::ConnectionRefused | ErrorKind::NotFound) => Self::passing(format!(
                "nothing answers at {server}: check that PostgreSQL runs there and takes connections from here \
                 (listen_addresses), and the address of the database"
            )),
            Some(ErrorKind::TimedOut) => Self::silent(address),
            _ => Self::passing(format!("the connection to {server} broke ({cause})")),
        }
    }

    /// No answer in time.
    pub fn silent(address: &Address) -> Self {
        let server = address.server();
        Self::passing(format!("{server} does not answer in time: check the address of the database and the firewall"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Error for Fault {}

/// What the server itself says. Its details are left out: they may hold what was to be kept.
fn refused(refusal: &DbError, address: &Address) -> Fault {
    let said = refusal.message();
    let (user, database) = (address.user(), address.database());
    let code = refusal.code();
    let encrypted = said.contains("no encryption") || said.contains("SSL off");
    if *code == SqlState::INVALID_PASSWORD {
        return Fault::lasting(format!(
            "the password of {user} is wrong: check KYR_DATABASE_PASSWORD, the file that database_password_file names, \
             or the address of the database"
        ));
    }
    if *code == SqlState::INVALID_AUTHORIZATION_SPECIFICATION && encrypted {
        return Fault::lasting(format!(
            "the server takes encrypted connections only ({said}): leave out sslmode=disable; if it is not there, turn \
             on TLS in the server (ssl = on)"
        ));
    }
    if *code == SqlState::INVALID_AUTHORIZATION_SPECIFICATION {
        return Fault::lasting(format!("the server does not let {user} in from here ({said}): check its pg_hba.conf"));
    }
    if *code == SqlState::INVALID_CATALOG_NAME {
        return Fault::lasting(format!(
            "there is no database {database}: make it with CREATE DATABASE \"{database}\" OWNER \"{user}\""
        ));
    }
    if *code == SqlState::INSUFFICIENT_PRIVILEGE {
        return Fault::lasting(format!(
            "{user} may not do that ({said}): let the administrator run, in the database {database}, GRANT CREATE, USAGE \
             ON SCHEMA public TO \"{user}\"; or give the database to it: ALTER DATABASE \"{database}\" OWNER TO \"{user}\""
        ));
    }
    if *code == SqlState::READ_ONLY_SQL_TRANSACTION {
        return Fault::passing(format!(
            "the server can only be read ({said}): name the one that can be written, or several hosts and \
             target_session_attrs=read-write"
        ));
    }
    // Starting, stopping, out of connections or of memory.
    let passing = ["57", "53", "58", "08"].iter().any(|class| code.code().starts_with(class));
    Fault { text: format!("PostgreSQL says: {said}"), passing }
}

fn untrusted(cause: &str, server: &str) -> Fault {
    if cause.contains("does not support TLS") {
        return Fault::lasting(format!(
            "{server} has no TLS, and the address of the database asks for it: turn it on there (ssl = on), or leave out \
             sslmode=require"
        ));
    }
    Fault::lasting(format!(
        "the certificate of {server} is not trusted ({cause}): add its authority to this machine's, or name its file in \
         SSL_CERT_FILE. In a network that nobody else can read, sslmode=disable at the end of the address \
         (?sslmode=disable) does without"
    ))
}

fn innermost(error: &tokio_postgres::Error) -> String {
    let mut cause: &dyn Error = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}
