//! Counts that tell of a crowd and never of one person. What is new in a count is shown when ten different people stand
//! behind it, and at most once an hour; until then it is as if nothing had been asked.
//! It must not know what is counted.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// People behind what is shown.
const PEOPLE: usize = 10;
/// Between two changes of what is shown: nobody can tell by the time whose question it was.
const EVERY: Duration = Duration::from_secs(3_600);

/// Counts by `K`.
pub struct Crowd<K> {
    key: RandomState,
    cells: BTreeMap<K, Cell>,
    published: Duration,
}

#[derive(Default)]
struct Cell {
    shown: u64,
    /// Enough people stand behind it; shown from the next hour on.
    ripe: u64,
    waiting: u64,
    /// Keyed hashes of those behind what is waiting: at most `PEOPLE`, forgotten as soon as it is ripe.
    people: Vec<u64>,
}

impl<K> Default for Crowd<K> {
    fn default() -> Self {
        Self { key: RandomState::new(), cells: BTreeMap::new(), published: Duration::ZERO }
    }
}

impl<K: Ord> Crowd<K> {
    /// Counts one. `now` is the time since the start.
    pub fn count(&mut self, key: K, person: &str, now: Duration) {
        self.publish(now);
        let person = self.key.hash_one(person);
        let cell = self.cells.entry(key).or_default();
        cell.waiting += 1;
        if !cell.people.contains(&person) {
            cell.people.push(person);
        }
        if cell.people.len() >= PEOPLE {
            cell.ripe += std::mem::take(&mut cell.waiting);
            cell.people = Vec::new();
        }
    }

    /// What may be shown; counts of which nothing may be are left out.
    pub fn shown(&mut self, now: Duration) -> impl Iterator<Item = (&K, u64)> {
        self.publish(now);
        self.cells.iter().map(|(key, cell)| (key, cell.shown)).filter(|(_, shown)| *shown > 0)
    }

    /// What was ripe before this hour began; the question that begins an hour is not in it.
    fn publish(&mut self, now: Duration) {
        if now.saturating_sub(self.published) >= EVERY {
            self.published = now;
            self.cells.values_mut().for_each(|cell| cell.shown = cell.ripe);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(crowd: &mut Crowd<&'static str>, now: Duration) -> Vec<(&'static str, u64)> {
        crowd.shown(now).map(|(key, count)| (*key, count)).collect()
    }

    #[test]
    fn nothing_is_shown_of_fewer_than_ten_people() {
        let mut crowd = Crowd::default();
        for number in 0..1_000 {
            crowd.count("ko", &format!("person {}", number % (PEOPLE - 1)), Duration::ZERO);
        }
        assert_eq!(shown(&mut crowd, EVERY * 5), [], "nine people, however much they ask");
        crowd.count("ko", "the tenth", EVERY * 5);
        assert_eq!(shown(&mut crowd, EVERY * 6 - Duration::from_secs(1)), [], "not at that moment");
        assert_eq!(shown(&mut crowd, EVERY * 6), [("ko", 1_001)]);
    }

    #[test]
    fn what_is_added_takes_ten_people_again() {
        let mut crowd = Crowd::default();
        let ask =
            |crowd: &mut Crowd<_>, people, now| (0..people).for_each(|it| crowd.count("es", &it.to_string(), now));
        ask(&mut crowd, PEOPLE, Duration::ZERO);
        ask(&mut crowd, PEOPLE - 1, EVERY);
        assert_eq!(shown(&mut crowd, EVERY * 2), [("es", 10)]);
        ask(&mut crowd, PEOPLE, EVERY * 2);
        assert_eq!(shown(&mut crowd, EVERY * 2), [("es", 10)]);
        assert_eq!(shown(&mut crowd, EVERY * 3), [("es", 29)], "nineteen more of ten people");
    }
}
