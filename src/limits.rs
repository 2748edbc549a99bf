//! How much one person and one room may ask: buckets that fill up again with time, in memory, under keyed hashes of
//! names. It must not know what is asked, any platform or a clock: the time comes with the question.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// How many questions at once, and after how many milliseconds there is room for one more.
#[derive(Clone, Copy)]
struct Allowance {
    at_once: u64,
    every: u64,
}

/// More than anybody asks who reads the answers, and more than a workshop on one account.
const PERSON: Allowance = Allowance { at_once: 200, every: 1_000 };
/// Five people who ask all they may.
const ROOM: Allowance = Allowance { at_once: 1_000, every: 200 };
/// People, and rooms, that are remembered at once. Each takes about forty bytes. Beyond them newcomers are not counted:
/// nobody is turned away because of others elsewhere.
const CAPACITY: usize = 50_000;
/// Milliseconds between two sweeps, and between two sweeps while there is no room.
const SWEEP: u64 = 5_000;
const SWEEP_WHEN_FULL: u64 = 1_000;

/// Whether there is room for a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Enough,
    /// `said` is whether the person was told so already, and there has not been half of the room since.
    None {
        of: Of,
        said: bool,
    },
}

/// Whose room there is none of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    Person,
    Room,
}

/// Everybody's buckets. Names are kept as hashes under a key that is made at the start and never leaves the memory.
#[derive(Default)]
pub struct Limits {
    key: RandomState,
    people: HashMap<u64, Bucket>,
    rooms: HashMap<u64, Bucket>,
    swept: u64,
}

/// What was asked, as the time at which all of it will have been made up for.
#[derive(Clone, Copy, Default)]
struct Bucket {
    even_at: u64,
    said: bool,
}

impl Bucket {
    fn has_room(self, allowance: Allowance, now: u64) -> bool {
        self.even_at.saturating_sub(now) + allowance.every <= allowance.at_once * allowance.every
    }

    fn take(&mut self, allowance: Allowance, now: u64) {
        // Who was told is not told again at each single question that there is room for.
        self.said &= self.even_at.saturating_sub(now) > allowance.at_once * allowance.every / 2;
        self.even_at = self.even_at.max(now) + allowance.every;
    }
}

impl Limits {
    /// Takes room for one question by `person`, in front of `room` if others see the answer. `now` is in milliseconds on
    /// a clock that does not go back.
    pub fn take(&mut self, person: &str, room: Option<&str>, now: u64) -> Room {
        self.sweep(now);
        let (person, room) = (self.key.hash_one(person), room.map(|room| self.key.hash_one(room)));
        let mut asker = self.people.get(&person).copied().unwrap_or_default();
        let mut place = room.and_then(|room| self.rooms.get(&room).copied()).unwrap_or_default();
        let of = match (asker.has_room(PERSON, now), place.has_room(ROOM, now)) {
            (true, true) => None,
            (false, _) => Some(Of::Person),
            (true, false) => Some(Of::Room),
        };
        let found = match of {
            None => {
                asker.take(PERSON, now);
                place.take(ROOM, now);
                if let Some(room) = room {
                    keep(&mut self.rooms, room, place);
                }
                Room::Enough
            }
            Some(of) => {
                let said = std::mem::replace(&mut asker.said, true);
                // A person who has asked nothing yet is remembered for as long as it takes to be told once.
                asker.even_at = asker.even_at.max(now + PERSON.every);
                Room::None { of, said }
            }
        };
        keep(&mut self.people, person, asker);
        found
    }

    /// Forgets everybody who has made up for all that they asked: they are as good as new.
    fn sweep(&mut self, now: u64) {
        let full = self.people.len().max(self.rooms.len()) >= CAPACITY;
        if now.saturating_sub(self.swept) >= if full { SWEEP_WHEN_FULL } else { SWEEP } {
            self.swept = now;
            self.people.retain(|_, bucket| bucket.even_at > now);
            self.rooms.retain(|_, bucket| bucket.even_at > now);
        }
    }
}

fn keep(buckets: &mut HashMap<u64, Bucket>, name: u64, bucket: Bucket) {
    if buckets.len() < CAPACITY || buckets.contains_key(&name) {
        buckets.insert(name, bucket);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAID: Room = Room::None { of: Of::Person, said: true };
    const TOLD: Room = Room::None { of: Of::Person, said: false };

    fn asked(limits: &mut Limits, times: u64, now: u64) -> Vec<Room> {
        (0..times).map(|_| limits.take("ana", None, now)).collect()
    }

    #[test]
    fn many_at_once_then_one_after_the_other() {
        let mut limits = Limits::default();
        assert_eq!(asked(&mut limits, PERSON.at_once, 0), [Room::Enough; PERSON.at_once as usize]);
        assert_eq!(asked(&mut limits, 3, 0), [TOLD, SAID, SAID]);
        assert_eq!(asked(&mut limits, 2, PERSON.every - 1), [SAID; 2]);
        assert_eq!(asked(&mut limits, 2, PERSON.every), [Room::Enough, SAID]);
        assert_eq!(asked(&mut limits, 1, PERSON.every * 1_000), [Room::Enough], "what is refused costs nothing later");
    }

    #[test]
    fn who_asks_at_a_walk_is_never_refused() {
        let mut limits = Limits::default();
        assert!((0..1_000).all(|number| limits.take("ana", Some("room"), number * PERSON.every) == Room::Enough));
    }

    #[test]
    fn it_is_said_once_until_there_is_room_again() {
        let mut limits = Limits::default();
        // Ten a second for ten minutes.
        let all: Vec<Room> = (0..6_000).map(|number| limits.take("ana", None, number * 100)).collect();
        assert_eq!(all.iter().filter(|room| **room == TOLD).count(), 1);
        let enough = all.iter().filter(|room| **room == Room::Enough).count() as u64;
        assert_eq!(enough, PERSON.at_once + 599_900 / PERSON.every);
        let later = 600_000 + PERSON.every * (PERSON.at_once / 2 + 1);
        let told = asked(&mut limits, 2 * PERSON.at_once, later).iter().filter(|room| **room == TOLD).count();
        assert_eq!(told, 1);
    }

    #[test]
    fn one_person_takes_nothing_from_others() {
        let mut limits = Limits::default();
        for _ in 0..100_000 {
            limits.take("ana", Some("room"), 0);
        }
        assert_eq!(limits.take("bo", Some("room"), 0), Room::Enough);
        assert_eq!(limits.take("bo", Some("another"), 0), Room::Enough);
    }

    #[test]
    fn a_room_has_its_own_measure() {
        let mut limits = Limits::default();
        let mut room = |person: u64, now| limits.take(&format!("person {person}"), Some("room"), now);
        assert!((0..ROOM.at_once).all(|person| room(person / PERSON.at_once, 0) == Room::Enough));
        assert_eq!(room(99, 0), Room::None { of: Of::Room, said: false });
        assert_eq!(room(99, 0), Room::None { of: Of::Room, said: true });
        assert_eq!(room(98, 0), Room::None { of: Of::Room, said: false }, "each is told");
        assert_eq!(room(97, ROOM.every), Room::Enough);
        assert_eq!(limits.take("person 99", None, 0), Room::Enough, "where nobody else sees it there is room");
    }

    #[test]
    fn memory_is_bounded_and_names_are_not_in_it() {
        let mut limits = Limits::default();
        for person in 0..2 * CAPACITY {
            assert_eq!(limits.take(&person.to_string(), Some(&person.to_string()), 0), Room::Enough);
        }
        assert_eq!((limits.people.len(), limits.rooms.len()), (CAPACITY, CAPACITY));
        assert!(size_of::<(u64, Bucket)>() <= 24);
        limits.take("ana", None, SWEEP);
        assert_eq!((limits.people.len(), limits.rooms.len()), (1, 0), "who has made up for it is forgotten");
        let [one, other] = [Limits::default(), Limits::default()].map(|limits| limits.key.hash_one("ana"));
        assert_ne!(one, other, "another start, another key");
    }
}
