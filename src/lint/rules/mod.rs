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
    correction_mismatch = "correction-mismatch" Some(correction_mismatch::check),
    duplicate_example = "duplicate-example" Some(duplicate_example::check),
    duplicate_id = "duplicate-id" Some(duplicate_id::check),
    few_examples = "few-examples" Some(few_examples::check),
    fluent_syntax = "fluent-syntax" Some(fluent_syntax::check),
    hostile_yaml = "hostile-yaml" None,
    insecure_link = "insecure-link" Some(insecure_link::check),
    invalid_value = "invalid-value" None,
    mirror_link = "mirror-link" Some(mirror_link::check),
    missing_english = "missing-english" Some(missing_english::check),
    missing_field = "missing-field" None,
    missing_file = "missing-file" None,
    missing_message = "missing-message" Some(missing_message::check),
    missing_source = "missing-source" Some(missing_source::check),
    missing_translation = "missing-translation" Some(missing_translation::check),
    phone_outside_directory = "phone-outside-directory" Some(phone_outside_directory::check),
    placeholder_mismatch = "placeholder-mismatch" Some(placeholder_mismatch::check),
    promise_word = "promise-word" Some(promise_word::check),
    reading_level = "reading-level" Some(reading_level::check),
    review_overdue = "review-overdue" Some(review_overdue::check),
    stale_translation = "stale-translation" Some(stale_translation::check),
    term_clash = "term-clash" Some(term_clash::check),
    too_long = "too-long" Some(too_long::check),
    translation_of_default = "translation-of-default" Some(translation_of_default::check),
    unknown_field = "unknown-field" None,
    unknown_file = "unknown-file" None,
    unknown_id = "unknown-id" Some(unknown_id::check),
    unknown_source = "unknown-source" Some(unknown_source::check),
    unused_message = "unused-message" Some(unused_message::check),
    unused_source = "unused-source" Some(unused_source::check),
    unverified_contact = "unverified-contact" Some(unverified_contact::check),
    yaml_syntax = "yaml-syntax" None,
}
