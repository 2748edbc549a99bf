//! A real PostgreSQL for the tests. tests/postgres/with starts it and says in KYR_TEST_POSTGRES where; without that the
//! tests that need it are skipped, loudly. It must not know what is tried on it.

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Once;

use crate::root;

static SAID: Once = Once::new();

/// A server of the tests; one that a test made itself goes with it.
pub struct Server {
    folder: PathBuf,
    own: bool,
}

impl Server {
    /// The one that all tests share.
    pub fn shared() -> Option<Self> {
        let folder = std::env::var_os("KYR_TEST_POSTGRES").map(PathBuf::from);
        if folder.is_none() {
            // Past the test runner, which shows nothing of what a passing test prints.
            let skipped = "SKIPPED: PostgreSQL is not tried. Run: tests/postgres/with cargo test";
            SAID.call_once(|| drop(writeln!(std::io::stderr(), "{skipped}")));
        }
        folder.map(|folder| Self { folder, own: false })
    }

    /// One that may be stopped.
    pub fn own() -> Option<Self> {
        Self::shared()?;
        Some(Self { folder: control(&["new"]).trim().into(), own: true })
    }

    /// Host and port.
    pub fn socket(&self) -> String {
        std::fs::read_to_string(self.folder.join("address")).expect("an address").trim().to_owned()
    }

    pub fn port(&self) -> String {
        self.socket().rsplit(':').next().expect("a port").to_owned()
    }

    /// `start` or `stop`.
    pub fn run(&self, what: &str) {
        control(&[what, self.folder.to_str().expect("UTF-8")]);
    }

    /// A new database of the role `kyr`; its address.
    pub fn database(&self, name: &str) -> String {
        self.administrate("postgres", &format!("CREATE DATABASE {name} OWNER kyr"));
        self.address("kyr:kyr-password", name)
    }

    pub fn address(&self, who: &str, database: &str) -> String {
        format!("postgres://{who}@{}/{database}?sslmode=disable", self.socket())
    }

    /// As the administrator, over the socket that asks for no password.
    pub fn administrate(&self, database: &str, sql: &str) {
        let address = format!("host={} port={} user=postgres dbname={database}", self.folder.display(), self.port());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let connected = tokio_postgres::connect(&address, tokio_postgres::NoTls).await;
            let (client, connection) = connected.expect("a connection");
            tokio::spawn(connection);
            client.batch_execute(sql).await.expect("done");
        });
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.own {
            self.run("remove");
        }
    }
}

fn control(arguments: &[&str]) -> String {
    let done = Command::new(root().join("tests/postgres/server")).args(arguments).output().expect("the script starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("UTF-8")
}
