//! Dates as a language writes them. It must not know which document they stand in.

use jiff::civil::Date;

use super::Context;
use crate::locale::Message;

impl Context<'_> {
    pub(super) fn date(&self, date: Date) -> String {
        let (day, month, year) = (date.day().to_string(), date.month().to_string(), date.year().to_string());
        self.say(Message::Date { day: &day, month: &month, year: &year })
    }

    /// A source's date as exact as it is known; without one, "no date".
    pub(super) fn partial_date(&self, date: Option<&str>) -> String {
        let Some(text) = date else { return self.say(Message::Undated) };
        if let Ok(date) = text.parse() {
            return self.date(date);
        }
        match text.split_once('-') {
            Some((year, month)) => self.say(Message::MonthOnly { month: month.trim_start_matches('0'), year }),
            None => text.to_owned(),
        }
    }
}
