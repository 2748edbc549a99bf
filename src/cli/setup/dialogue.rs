//! Questions on the terminal, or answers from a pipe. It must not know what is asked, and keeps no answer.

use std::io::{BufRead, IsTerminal, StdinLock};

use anyhow::{Context, Result, bail};

use crate::adapters::console::{Style, read_line};
use crate::cli::print;
use crate::doctor::Finding;

/// How many are asked.
pub const QUESTIONS: usize = 5;

/// Before what belongs to a question.
const INDENT: &str = "        ";

pub struct Question<'a> {
    pub text: &'a str,
    pub example: &'a str,
    /// What an empty answer means; nothing when there must be an answer.
    pub default: Option<&'a str>,
    /// A secret, which is not shown while it is typed.
    pub hidden: bool,
}

/// An answer looked at: its value when it is taken, and what is to be said about it.
pub type Judged<T> = (Option<T>, Vec<Finding>);

pub struct Dialogue<R> {
    input: R,
    is_terminal: bool,
    asked: usize,
}

impl Dialogue<StdinLock<'static>> {
    pub fn on_stdin() -> Self {
        let input = std::io::stdin().lock();
        Self { is_terminal: input.is_terminal(), input, asked: 0 }
    }
}

impl<R: BufRead> Dialogue<R> {
    /// Asks until an answer is taken; `check` gets `None` for the default.
    ///
    /// # Errors
    /// When no more answers come.
    pub fn ask<T>(&mut self, question: &Question, mut check: impl FnMut(Option<&str>) -> Judged<T>) -> Result<T> {
        self.asked += 1;
        let default = question.default.map_or_else(String::new, |default| format!(" Enter alone means: {default}."));
        let text = format!("{} of {QUESTIONS}. {}", self.asked, question.text);
        let more = format!("For example: {}.{default}", question.example);
        print(&format!("\n{}\n{}\n", wrapped(&text, ""), wrapped(&more, INDENT)))?;
        loop {
            let Some(answer) = self.line(question.hidden)? else {
                bail!(
                    "the answers ended before question {} of {QUESTIONS} was answered; nothing was written",
                    self.asked
                );
            };
            let answer = answer.trim();
            if answer.is_empty() && question.default.is_none() {
                print(&format!("{INDENT}This needs an answer; Ctrl-C ends the questions.\n"))?;
                continue;
            }
            let (value, found) = check(Some(answer).filter(|answer| !answer.is_empty()));
            for line in found.iter().map(Finding::to_text).collect::<String>().lines() {
                print(&format!("{INDENT}{line}\n"))?;
            }
            if let Some(value) = value {
                return Ok(value);
            }
            print(&format!("{INDENT}Please answer again; Ctrl-C ends the questions.\n"))?;
        }
    }

    /// A question beside the others; anything but a yes is a no.
    pub fn confirm(&mut self, question: &str) -> Result<bool> {
        print(&format!("{question} yes or no? Enter alone means: no.\n"))?;
        let Some(answer) = self.line(false)? else { bail!("the answers ended; nothing was written") };
        Ok(["y", "yes"].contains(&answer.trim().to_lowercase().as_str()))
    }

    fn line(&mut self, hidden: bool) -> Result<Option<String>> {
        let context = "cannot read the answer";
        if !(hidden && self.is_terminal) {
            print("> ")?;
            let line = read_line(&mut self.input).context(context)?;
            // From a pipe nothing ends the line.
            if !self.is_terminal {
                print("\n")?;
            }
            return Ok(line);
        }
        match rpassword::prompt_password("> ") {
            Ok(line) => Ok(Some(line)),
            Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(None),
            Err(error) => Err(error).context(context),
        }
    }
}

fn wrapped(text: &str, indent: &str) -> String {
    let columns = Style::terminal(false).columns;
    let options = textwrap::Options::new(columns).initial_indent(indent).subsequent_indent(INDENT);
    // Addresses stay whole.
    textwrap::fill(text, options.word_separator(textwrap::WordSeparator::AsciiSpace))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialogue(input: &str) -> Dialogue<&[u8]> {
        Dialogue { input: input.as_bytes(), is_terminal: false, asked: 0 }
    }

    fn number(answer: Option<&str>) -> Judged<u32> {
        let value = answer.unwrap_or("7").parse().ok();
        (value, vec![Finding::ok("number", "looked at")])
    }

    const QUESTION: Question = Question { text: "How many?", example: "3", default: Some("7"), hidden: false };

    #[test]
    fn asks_again_until_an_answer_is_taken() {
        assert_eq!(dialogue("many\n 4 \n").ask(&QUESTION, number).expect("an answer"), 4);
        assert_eq!(dialogue("\n").ask(&QUESTION, number).expect("the default"), 7);
        let strict = Question { default: None, ..QUESTION };
        assert_eq!(dialogue("\n5\n").ask(&strict, number).expect("an answer"), 5);
        let ended = dialogue("many\n").ask(&QUESTION, number).expect_err("no more answers");
        assert!(ended.to_string().contains("question 1 of 5"), "{ended}");
    }

    #[test]
    fn only_a_yes_is_a_yes() {
        for (answer, wanted) in [("yes\n", true), ("Y\n", true), ("\n", false), ("yesterday\n", false)] {
            assert_eq!(dialogue(answer).confirm("Really?").expect("an answer"), wanted, "{answer}");
        }
        assert!(dialogue("").confirm("Really?").is_err());
    }
}
