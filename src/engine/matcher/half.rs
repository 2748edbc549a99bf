//! A number in two bytes. It must not know what it measures.

/// The upper half of an f32: three digits.
#[derive(Clone, Copy)]
pub struct Half(u16);

impl Half {
    /// The nearest.
    pub fn of(number: f32) -> Self {
        Self((number.to_bits().saturating_add(1 << 15) >> 16) as u16)
    }

    pub fn number(self) -> f32 {
        f32::from_bits(u32::from(self.0) << 16)
    }

    pub fn to_bits(self) -> u16 {
        self.0
    }

    pub fn from_bits(bits: u16) -> Self {
        Self(bits)
    }
}
