//! The pack: topics, texts, sources and directory as data, and how they are read from files.
//! It must not know the engine, any adapter, or how an answer looks. Only `load` touches the disk.

pub mod compiled;
pub mod directory;
mod fields;
pub mod language;
pub mod load;
mod node;
pub mod pack;
pub mod parse;
pub mod region;
pub mod skeleton;
pub mod source;
pub mod text;
pub mod texts;
pub mod topic;

pub use compiled::Compiled;
pub use directory::Contact;
pub use pack::Pack;
pub use region::Region;
pub use source::Source;
pub use text::Text;
pub use topic::Topic;
