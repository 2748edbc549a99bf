//! A topic: what does not depend on language. It must not hold a sentence that a person reads.

use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::fields::{Faults, Fields};
use crate::diagnostic::Located;

/// `content/topics/<section>/<id>.yaml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Topic {
    pub id: String,
    pub section: String,
    /// Asked while it happens: the steps come before the explanation.
    pub urgent: bool,
    /// Ids of sources, the most telling first.
    pub sources: Vec<Located<String>>,
    pub related: Vec<Located<String>>,
    /// Ids of directory entries that help with this topic.
    pub contacts: Vec<Located<String>>,
    /// When the texts were last held against their sources.
    pub reviewed: Located<Date>,
    /// From the day after, the reply carries a notice.
    pub review_by: Located<Date>,
    /// From the day after, the reply only says that the topic is under review.
    pub withdraw_after: Located<Date>,
    pub status: Status,
    pub corrections: Vec<Correction>,
}

/// When and where a correction was published; its text stands in each language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Correction {
    pub date: Located<Date>,
    pub source: Located<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    #[default]
    Current,
    Withdrawn,
}

impl FromStr for Status {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "current" => Ok(Self::Current),
            "withdrawn" => Ok(Self::Withdrawn),
            _ => Err("allowed: current, withdrawn".to_owned()),
        }
    }
}

impl Topic {
    pub fn read(section: &str, id: &str, mut fields: Fields, faults: &mut Faults) -> Self {
        let corrections = fields
            .records("corrections", faults)
            .into_iter()
            .map(|mut fields| {
                let correction = Correction {
                    date: fields.required_date("date", faults),
                    source: fields.required_text("source", faults),
                };
                fields.finish(faults);
                correction
            })
            .collect();
        let topic = Self {
            id: id.to_owned(),
            section: section.to_owned(),
            urgent: fields.flag("urgent", faults),
            sources: fields.texts("sources", faults),
            related: fields.texts("related", faults),
            contacts: fields.texts("contacts", faults),
            reviewed: fields.required_date("reviewed", faults),
            review_by: fields.required_date("review_by", faults),
            withdraw_after: fields.required_date("withdraw_after", faults),
            status: fields.parsed("status", faults).map(|status| status.value).unwrap_or_default(),
            corrections,
        };
        fields.finish(faults);
        topic
    }

    pub fn path(&self) -> String {
        format!("topics/{}/{}.yaml", self.section, self.id)
    }

    /// Whether the answer is withheld on `today`.
    pub fn is_withdrawn(&self, today: Date) -> bool {
        self.status == Status::Withdrawn || today > self.withdraw_after.value
    }

    /// Whether the reply must say that a review is overdue.
    pub fn is_overdue(&self, today: Date) -> bool {
        today > self.review_by.value
    }
}
