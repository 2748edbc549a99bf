//! Faults that a test orders: the next requests of a route fail in this way.

use std::time::Duration;

use super::routes::Route;

/// What happens instead of, or after, the right answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// 429 with the header Retry-After and a body that says so.
    RateLimited { retry_after: f64, global: bool },
    /// 429 of the network before Discord: no JSON.
    Banned { retry_after: u64 },
    /// An answer with this status, such as 500 or 502; the request is not processed.
    Status(u16),
    /// The connection ends before the request is processed.
    CutBefore,
    /// The request is processed, and the connection ends before the answer.
    CutAfter,
    /// The request is processed, and the answer comes late.
    Slow(Duration),
}

#[derive(Default)]
pub struct Faults(Vec<(Option<Route>, usize, Fault)>);

impl Faults {
    /// The next `times` requests of the route, or of any, suffer this.
    pub fn order(&mut self, route: Option<Route>, times: usize, fault: Fault) {
        self.0.push((route, times, fault));
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The fault that this request suffers, if one is ordered.
    pub fn take(&mut self, route: Route) -> Option<Fault> {
        let place = self.0.iter().position(|(ordered, _, _)| ordered.is_none_or(|ordered| ordered == route))?;
        let (_, times, fault) = &mut self.0[place];
        let fault = fault.clone();
        *times -= 1;
        if *times == 0 {
            self.0.remove(place);
        }
        Some(fault)
    }
}
