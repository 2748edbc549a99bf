//! Numbers that look random and are the same on every machine. It must not know what is made of them.

/// Marsaglia's xorshift64.
pub struct Random(u64);

impl Random {
    /// Another sequence for each seed; neighbouring seeds are as far apart as others.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).max(1))
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).expect("below a usize")
    }

    pub fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// A character of any script, assigned or not.
    pub fn char(&mut self) -> char {
        let end = [0x80, 0x500, 0x3000, 0xffff, 0x2_0000, 0x11_0000][self.below(6)];
        char::from_u32(self.below(end) as u32).unwrap_or('\u{fffd}')
    }
}
