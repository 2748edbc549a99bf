//! One rule a file. A rule must not know another.

/// Declares the modules and `RULES` from one list of `module` names and their checks.
macro_rules! rules {
    ($($module:ident = $id:literal $check:expr,)+) => {
        $(mod $module;)+
        pub const RULES: &[super::Rule] = &[$(super::Rule {
            id: $id,
            source: include_str!(concat!(stringify!($module), ".rs")),
            check: $check,
        },)+];
    };
}

rules! {
    promise_word = "promise-word" Some(promise_word::check),
    stale_translation = "stale-translation" Some(stale_translation::check),
    unknown_field = "unknown-field" None,
}
