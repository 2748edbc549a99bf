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

const LEARNING: &str = "; learning from its changed examples, which may take minutes";

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
    let Opened { folder, mut watch, trained, unlearned } = opened;
    let mut reload = Reload { folder, bot, trained, learning: None, refused: None, unlearned: None, tell };
    if let Some(found) = unlearned {
        let said = Said::Done(format!("pack: in use ({found}){LEARNING}"));
        reload.learn(Arc::new(found))?;
        reload.tell([said]);
    }
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
    /// Why the pack on the disk is not the one in use, and why it is not learned from.
    refused: Option<String>,
    unlearned: Option<String>,
    tell: fn(Said),
}

struct Learning {
    thread: JoinHandle<Result<Trained>>,
    from: Arc<Found>,
    /// The pack that is in use, perhaps newer.
    newest: Arc<Found>,
    begun: Instant,
}

impl Reload {
    fn look(&mut self, watch: &mut Watch) {
        if self.learning.as_ref().is_some_and(|learning| learning.thread.is_finished()) {
            let said = self.learned();
            self.tell(said);
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
        match used {
            Ok(done) => {
                self.refused = None;
                self.tell([Said::Done(done)]);
            }
            Err(refused) => {
                let lines = refused.lines();
                self.refused = Some(in_short(&lines));
                self.tell(self.refusal(&lines).map(Said::Refused));
            }
        }
    }

    /// Tells it when what is told of readiness fits it.
    fn tell(&self, said: impl IntoIterator<Item = Said>) {
        self.remark();
        said.into_iter().for_each(self.tell);
    }

    /// What is the matter with the pack, for whoever asks whether Kyr is ready.
    fn remark(&self) {
        let refused = self.refused.as_ref().map(|why| format!("pack: refused: {why}; the one before stays in use"));
        let unlearned = self.unlearned.as_ref().map(|why| format!("pack: not learned from: {why}"));
        let learning = self.learning.as_ref().map(|_| "pack: learning from its examples".to_owned());
        self.bot.set_remark(refused.or(learning).or(unlearned));
    }

    /// Gives what to say of it.
    fn put_to_use(&mut self, found: Found) -> Result<String> {
        let mut fits = self.trained.fits(&found.pack);
        if !fits && let Some(known) = trainings::known(&found.pack) {
            self.trained = known;
            fits = true;
        }
        self.bot.replace(found.engine(&self.trained)?);
        self.unlearned = None;
        let after = if fits { "" } else { LEARNING };
        let done = format!("pack: new texts are in use ({found}){after}");
        match &mut self.learning {
            Some(learning) => learning.newest = Arc::new(found),
            None if fits => {}
            None => self.learn(Arc::new(found))?,
        }
        Ok(done)
    }

    fn learn(&mut self, found: Arc<Found>) -> Result<()> {
        let (from, newest) = (found.clone(), found.clone());
        let thread = Builder::new().name("learning".to_owned()).spawn(move || {
            let trained = learning::learn(&found.pack)?;
            trainings::keep(&found.pack, &trained);
            Ok(trained)
        })?;
        self.learning = Some(Learning { thread, from, newest, begun: Instant::now() });
        Ok(())
    }

    /// Puts to use what was learned, unless the pack has meanwhile become one that is known already; gives what to say.
    fn learned(&mut self) -> Option<Said> {
        let Learning { thread, from, newest, begun } = self.learning.take()?;
        let learned = thread.join().unwrap_or_else(|_| Err(anyhow!("an internal fault")));
        if self.trained.fits(&newest.pack) {
            return None;
        }
        let done = learned.and_then(|trained| {
            self.unlearned = None;
            self.trained = trained;
            self.bot.replace(newest.engine(&self.trained)?);
            Ok(format!("pack: what its examples teach is in use; learning took {} s", begun.elapsed().as_secs()))
        });
        // The next change has come already.
        let again = !self.trained.fits(&newest.pack) && !Arc::ptr_eq(&from, &newest);
        let begun = if again { self.learn(newest) } else { Ok(()) };
        Some(match done.and_then(|done| begun.map(|()| done)) {
            Ok(done) => Said::Done(done),
            Err(error) => {
                let after = if again { "the next change is learned from" } else { "until the next change or start" };
                self.unlearned = Some(format!("{error:#}"));
                Said::Refused(format!(
                    "error: pack: cannot learn from its examples: {error:#}; what was learned before stays in use, {after}"
                ))
            }
        })
    }

    /// A refusal, line by line.
    fn refusal(&self, lines: &[String]) -> impl Iterator<Item = String> {
        let head = format!("refused for {}; the one before stays in use", count(lines));
        let more =
            (lines.len() > TOLD).then(|| format!("see all faults with: kyr check {}", self.folder.path().display()));
        let told: Vec<String> = lines.iter().take(TOLD).cloned().collect();
        [head].into_iter().chain(told).chain(more).map(|line| format!("error: pack: {line}"))
    }
}

fn count(lines: &[String]) -> String {
    if lines.len() == 1 { "1 fault".to_owned() } else { format!("{} faults", lines.len()) }
}

fn in_short(lines: &[String]) -> String {
    let first = lines.first().cloned().unwrap_or_default();
    if lines.len() == 1 { first } else { format!("{}, first: {first}", count(lines)) }
}
