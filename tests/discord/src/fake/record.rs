//! What the bot has asked for: kept for tests, and written to the file in DISCORD_RECORD.

use std::fs::{File, OpenOptions};
use std::io::Write;

use serde_json::{Value, json};

use super::routes::Route;

/// One outgoing request of the bot.
#[derive(Clone, Debug)]
pub struct Request {
    pub route: Route,
    pub method: String,
    /// Below `/api/v10`, with the query.
    pub path: String,
    pub body: Value,
    /// The status of the answer; 0 when the connection was cut.
    pub status: u16,
}

#[derive(Default)]
pub struct Record {
    pub requests: Vec<Request>,
    file: Option<File>,
}

impl Record {
    /// An empty record, which also goes to the file that the environment names.
    pub fn open() -> Self {
        let file = std::env::var_os("DISCORD_RECORD").filter(|path| !path.is_empty()).map(|path| {
            let file = OpenOptions::new().create(true).append(true).open(&path);
            file.unwrap_or_else(|error| panic!("DISCORD_RECORD={}: {error}", path.display()))
        });
        Self { requests: Vec::new(), file }
    }

    pub fn add(&mut self, request: Request) {
        if let Some(file) = &mut self.file {
            let line = json!({"method": request.method, "path": request.path, "body": request.body});
            file.write_all(format!("{line}\n").as_bytes()).expect("the record can be written");
        }
        self.requests.push(request);
    }
}
