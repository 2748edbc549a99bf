//! Passwords and keys: read from the environment or a file when they are needed, never printed.
//! It must not know what they open.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// A secret in memory.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// A new one: 32 random bytes as hexadecimal digits.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    #[cfg(feature = "service")]
    pub fn random() -> Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| anyhow::anyhow!("the system gives no random numbers"))?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// The secret itself; it must not reach a log.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

/// Where a secret is: an environment variable, else a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub variable: &'static str,
    /// The setting that names the file.
    pub setting: &'static str,
    pub file: Option<PathBuf>,
}

impl Source {
    /// `None` when neither the variable nor the file is there.
    pub fn read(&self) -> Result<Option<Secret>> {
        if let Ok(value) = std::env::var(self.variable)
            && !value.trim().is_empty()
        {
            return Ok(Some(Secret::new(value.trim())));
        }
        let Some(file) = &self.file else { return Ok(None) };
        match fs::read_to_string(file) {
            Ok(text) if text.trim().is_empty() => bail!("the file {} is empty", file.display()),
            Ok(text) => Ok(Some(Secret::new(text.trim()))),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot read {}", file.display())),
        }
    }

    /// The secret, or an error that says where it was looked for.
    pub fn require(&self, what: &str) -> Result<Secret> {
        let found = self.read()?;
        found.with_context(|| format!("{what} is missing: set {} or write it to {}", self.variable, self.place()))
    }

    /// Writes a new secret, readable by its owner only; an existing file is never overwritten.
    pub fn write(&self, secret: &Secret) -> Result<()> {
        let Some(file) = &self.file else { bail!("there is no file to write {} to", self.variable) };
        let context = || format!("cannot write {}", file.display());
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).with_context(context)?;
        }
        // Whole or not at all: a file that is cut short would be taken for a wrong secret at the next start.
        let partial = file.with_extension(format!("{}.part", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut out = options.open(&partial).with_context(context)?;
        let written = writeln!(out, "{}", secret.expose()).and_then(|()| out.sync_all());
        let placed = written.and_then(|()| fs::hard_link(&partial, file));
        let _ = fs::remove_file(&partial);
        placed.with_context(context)
    }

    /// The file's path, for messages to the operator.
    pub fn place(&self) -> String {
        match &self.file {
            Some(file) => file.display().to_string(),
            None => format!("the file that the setting `{}` names", self.setting),
        }
    }
}
