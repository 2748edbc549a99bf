//! The directory: hotlines and legal help. The only place where a phone number may stand.
//! It must not know topics; what an entry is for is said in each language by `Wording`.

use serde::{Deserialize, Serialize};

use super::fields::{Faults, Fields};
use super::region::Region;
use crate::diagnostic::Located;

/// One organisation or office of `content/directory.yaml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Contact {
    pub id: Located<String>,
    pub name: Located<String>,
    /// Empty: nationwide.
    pub regions: Vec<Located<Region>>,
    /// Also serves people outside `regions`.
    pub nationwide: bool,
    /// Run by a government body; the reply says so, because a caller should know.
    pub government: bool,
    pub phone: Option<Located<String>>,
    pub url: Option<Located<String>>,
    pub verified_on: Located<jiff::civil::Date>,
    pub evidence: Vec<Located<String>>,
}

impl Contact {
    pub fn read(mut fields: Fields, faults: &mut Faults) -> Self {
        let regions = fields
            .texts("states", faults)
            .into_iter()
            .filter_map(|code| match code.value.parse() {
                Ok(region) => Some(Located::new(region, code.span)),
                Err(help) => {
                    faults.error("invalid-value", code.span, format!("unknown state `{}`", code.value), help);
                    None
                }
            })
            .collect();
        let contact = Self {
            id: fields.required_text("id", faults),
            name: fields.required_text("name", faults),
            regions,
            nationwide: fields.flag("nationwide", faults),
            government: fields.flag("government", faults),
            phone: fields.text("phone", faults),
            url: fields.text("url", faults),
            verified_on: fields.required_date("verified_on", faults),
            evidence: fields.texts("evidence", faults),
        };
        if contact.phone.is_none() && contact.url.is_none() {
            faults.error(
                "missing-field",
                fields.span,
                "an entry needs a `phone` or a `url`",
                "add one of them, checked on the organisation's own page",
            );
        }
        fields.finish(faults);
        contact
    }

    /// Serves people in `region`, besides those everywhere.
    pub fn serves(&self, region: Region) -> bool {
        self.regions.iter().any(|served| served.value == region)
    }

    pub fn is_nationwide(&self) -> bool {
        self.nationwide || self.regions.is_empty()
    }
}

/// What an entry is for, in one language (`content/text/<lang>/directory.yaml`).
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Wording {
    pub purpose: Located<String>,
    pub hours: Option<Located<String>>,
    pub languages: Option<Located<String>>,
}

impl Wording {
    pub fn read(mut fields: Fields, faults: &mut Faults) -> Self {
        let wording = Self {
            purpose: fields.required_text("purpose", faults),
            hours: fields.text("hours", faults),
            languages: fields.text("languages", faults),
        };
        fields.finish(faults);
        wording
    }
}
