//! Puts a changed pack into use while Kyr answers: new texts at once, with what was learned before; what new examples
//! teach when it has been learned, beside. A faulty pack is reported and never used.
//! It must not know who asks questions.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::{Builder, JoinHandle, sleep};
use std::time::Instant;

use anyhow::{Result, anyhow};

use super::folder::{Folder, Found, Opened, Refused};
use super::{learning, trainings};
use crate::bot::Bot;
use crate::engine::Trained;
use crate::watch::{EVERY, Watch};

/// Faults that are told one by one.
const TOLD: usize = 10;

/// One line about what became of a change.
pub enum Said {
    Done(String),
    Refused(String),
}

/// Keeps the pack of `bot` up to date for as long as the program runs. What it does is told by `tell`.
///
/// # Errors
/// When the system gives no thread.
pub fn begin(opened: Opened, bot: Arc<Bot>, tell: fn(Said)) -> Result<()> {
    let Opened { folder, mut watch, trained } = opened;
    let mut reload = Reload { folder, bot, trained, learning: None, tell };
    Builder::new().name("pack".to_owned()).spawn(move || {
        loop {
            sleep(EVERY);
            reload.look(&mut watch);
        }
    })?;
    Ok(())
}

struct Reload {
    folder: Folder,
    bot: Arc<Bot>,
    /// What was learned last, perhaps from an older pack.
    trained: Trained,
    learning: Option<Learning>,
    tell: fn(Said),
}

struct Learning {
    thread: JoinHandle<Result<Trained>>,
    /// The pack that is in use, perhaps newer than the one that is learned from.
    newest: Arc<Found>,
    begun: Instant,
}

impl Reload {
    fn look(&mut self, watch: &mut Watch) {
        if self.learning.as_ref().is_some_and(|learning| learning.thread.is_finished()) {
            self.learned();
        }
        let read = || {
            let read = catch_unwind(AssertUnwindSafe(|| self.folder.read()));
            read.unwrap_or_else(|_| Err(Refused::Whole(anyhow!("an internal fault; please report the line before"))))
        };
        let Some(read) = watch.poll(read) else { return };
        let used = read.and_then(|found| {
            self.folder.take(&found)?;
            self.put_to_use(found).map_err(Refused::Whole)
        });
        if let Err(refused) = used {
            self.refuse(&refused);
        }
    }

    fn put_to_use(&mut self, found: Found) -> Result<()> {
        let mut fits = self.trained.fits(&found.pack);
        if !fits && let Some(known) = trainings::known(&found.pack) {
            self.trained = known;
            fits = true;
        }
        self.bot.replace(found.engine(&self.trained)?);
        let after = if fits { "" } else { "; learning from its changed examples, which may take minutes" };
        (self.tell)(Said::Done(format!("pack: new texts are in use ({found}){after}")));
        match &mut self.learning {
            Some(learning) => learning.newest = Arc::new(found),
            None if fits => {}
            None => self.learn(Arc::new(found))?,
        }
        Ok(())
    }

    fn learn(&mut self, found: Arc<Found>) -> Result<()> {
        let newest = found.clone();
        let thread = Builder::new().name("learning".to_owned()).spawn(move || {
            let trained = learning::learn(&found.pack)?;
            trainings::keep(&found.pack, &trained);
            Ok(trained)
        })?;
        self.learning = Some(Learning { thread, newest, begun: Instant::now() });
        Ok(())
    }

    /// Puts to use what was learned, unless the pack has meanwhile become one that is known already.
    fn learned(&mut self) {
        let Some(Learning { thread, newest, begun }) = self.learning.take() else { return };
        let trained = match thread.join().unwrap_or_else(|_| Err(anyhow!("an internal fault"))) {
            Ok(trained) => trained,
            Err(error) => {
                let after = "what was learned before stays in use until the next change or start";
                return (self.tell)(Said::Refused(format!(
                    "error: pack: cannot learn from its examples: {error:#}; {after}"
                )));
            }
        };
        if self.trained.fits(&newest.pack) {
            return;
        }
        self.trained = trained;
        let used = newest.engine(&self.trained).map(|engine| self.bot.replace(engine));
        let seconds = begun.elapsed().as_secs();
        let done = format!("pack: what its examples teach is in use; learning took {seconds} s");
        let again = if self.trained.fits(&newest.pack) { Ok(()) } else { self.learn(newest) };
        (self.tell)(match used.and(again) {
            Ok(()) => Said::Done(done),
            Err(error) => Said::Refused(format!("error: pack: {error:#}")),
        });
    }

    fn refuse(&self, refused: &Refused) {
        let lines = refused.lines();
        let first = lines.first().cloned().unwrap_or_default();
        let count = if lines.len() == 1 { "1 fault".to_owned() } else { format!("{} faults", lines.len()) };
        (self.tell)(Said::Refused(format!("error: pack: refused for {count}; the one before stays in use")));
        lines.iter().take(TOLD).for_each(|line| (self.tell)(Said::Refused(format!("error: pack: {line}"))));
        if lines.len() > TOLD {
            let folder = self.folder.path().display();
            (self.tell)(Said::Refused(format!("error: pack: see all faults with: kyr check {folder}")));
        }
        self.bot.refuse(if lines.len() == 1 { first } else { format!("{count}, first: {first}") });
    }
}
