//! The interface's messages as a type: a key that is not here cannot be asked for, and an
//! argument cannot be forgotten. It must not know any wording.

use fluent_bundle::{FluentArgs, FluentValue};

/// A key and the arguments that its pattern may use.
pub struct Spec {
    pub key: &'static str,
    pub args: &'static [&'static str],
}

/// How the reader can answer: hints say what to write, or leave it to what can be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    #[default]
    Words,
    Buttons,
}

/// An argument that every message has: the [`Manner`], as `words` or `buttons`.
pub const MANNER: &str = "manner";

impl Manner {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Buttons => "buttons",
        }
    }
}

/// Parts of a date are numbers, so that a pattern can select a month's name; the rest are texts.
fn value<'a>(name: &str, text: &'a str) -> FluentValue<'a> {
    match name {
        "day" | "month" | "year" => FluentValue::try_number(text),
        _ => FluentValue::from(text),
    }
}

macro_rules! messages {
    ($($name:ident = $key:literal $({ $($arg:ident),+ })?,)+) => {
        /// A message with its arguments.
        #[derive(Clone, Copy, Debug)]
        pub enum Message<'a> { $($name $({ $($arg: &'a str),+ })?,)+ }

        /// Every message, for checks of the catalogs.
        pub const SPECS: &[Spec] = &[$(Spec { key: $key, args: &[$($(stringify!($arg)),+)?] },)+];

        impl<'a> Message<'a> {
            pub fn key(&self) -> &'static str {
                match self { $(Self::$name $({ $($arg: _),+ })? => $key,)+ }
            }

            pub(super) fn args(&self) -> FluentArgs<'a> {
                #[allow(unused_mut)]
                let mut args = FluentArgs::new();
                match *self { $(Self::$name $({ $($arg),+ })? => { $($(args.set(stringify!($arg), value(stringify!($arg), $arg));)+)? })+ }
                args
            }
        }
    };
}

messages! {
    Greeting = "greeting",
    GreetingHint = "greeting-hint",
    HelpTitle = "help-title",
    HelpAsk = "help-ask",
    HelpMenu = "help-menu",
    HelpMore = "help-more",
    HelpHotlines = "help-hotlines",
    HelpRegion = "help-region",
    HelpLanguage = "help-language",
    HelpPrivacy = "help-privacy",
    HelpForget = "help-forget",
    HelpAbout = "help-about",
    MenuTitle = "menu-title",
    MenuHint = "menu-hint",
    SectionHint = "section-hint",
    ChoicesTitle = "choices-title",
    ChoicesHint = "choices-hint",
    NotCoveredTitle = "not-covered-title",
    NotCovered = "not-covered",
    NotCoveredHint = "not-covered-hint",
    Unserved = "unserved" { language, languages },
    NowHint = "now-hint",
    Disclaimer = "disclaimer",
    Reviewed = "reviewed" { date },
    Overdue = "overdue" { date },
    Withdrawn = "withdrawn",
    MachineTranslation = "machine-translation",
    PersonTranslation = "person-translation",
    NotTranslated = "not-translated",
    StaleTranslation = "stale-translation",
    LabelSay = "label-say",
    LabelMeaning = "label-meaning" { meaning },
    LabelSounds = "label-sounds" { sounds },
    LabelLaw = "label-law",
    LabelPractice = "label-practice",
    LabelDetails = "label-details",
    LabelRegion = "label-region" { region },
    LabelCorrection = "label-correction" { date },
    LabelSources = "label-sources",
    LabelContacts = "label-contacts",
    LabelRelated = "label-related",
    LabelTerms = "label-terms",
    LabelHours = "label-hours" { hours },
    LabelLanguages = "label-languages" { languages },
    LabelGovernment = "label-government",
    SourceLine = "source-line" { publisher, title, date },
    Undated = "undated",
    Date = "date" { day, month, year },
    MonthOnly = "month-only" { month, year },
    MoreHint = "more-hint",
    MoreNothing = "more-nothing",
    NoFurther = "no-further",
    RemoveTitle = "remove-title",
    Remove = "remove" { kinds },
    KindANumber = "kind-a-number",
    KindSsn = "kind-ssn",
    KindPhone = "kind-phone",
    KindAddress = "kind-address",
    HotlinesTitle = "hotlines-title",
    HotlinesRegionTitle = "hotlines-region-title" { region },
    HotlinesNationwide = "hotlines-nationwide",
    HotlinesNone = "hotlines-none" { region },
    HotlinesHint = "hotlines-hint",
    LanguageSet = "language-set" { language },
    LanguageList = "language-list" { languages },
    LanguageUnknown = "language-unknown" { languages },
    RegionSet = "region-set" { region },
    RegionNone = "region-none",
    RegionUnknown = "region-unknown",
    Forgotten = "forgotten",
    PrivacyTitle = "privacy-title",
    PrivacyKept = "privacy-kept",
    PrivacyPlatform = "privacy-platform",
    PrivacyForget = "privacy-forget",
    AboutTitle = "about-title",
    About = "about",
    AboutPack = "about-pack" { pack, version, topics, languages },
    SettingsTitle = "settings-title",
    SettingsLanguageLine = "settings-language-line" { language },
    SettingsRegionLine = "settings-region-line" { region },
    SettingsAnswersLine = "settings-answers-line" { answers },
    SettingsAddressedMeaning = "settings-addressed-meaning",
    SettingsClearMeaning = "settings-clear-meaning",
    SettingsUnset = "settings-unset",
    SettingsSaved = "settings-saved",
    SettingsRefused = "settings-refused",
    SettingsUnknown = "settings-unknown",
    SettingsHint = "settings-hint",
    RoomPrivacy = "room-privacy",
    RoomHowToAsk = "room-how-to-ask" { prefix },
    OnlyText = "only-text",
    Unreadable = "unreadable",
    Trouble = "trouble",
    TooMany = "too-many",
    Welcome = "welcome",
    CommandHelp = "command-help",
    CommandMenu = "command-menu",
    CommandTopic = "command-topic",
    CommandLanguage = "command-language",
    CommandRegion = "command-region",
    CommandHotlines = "command-hotlines",
    CommandMore = "command-more",
    CommandSources = "command-sources",
    CommandPrivacy = "command-privacy",
    CommandForget = "command-forget",
    CommandAbout = "command-about",
    CommandThanks = "command-thanks",
    CommandSettings = "command-settings",
    CommandPrefix = "command-prefix",
    SettingsAnswers = "settings-answers",
    SettingsClear = "settings-clear",
    SettingsAddressed = "settings-addressed",
    CommandNone = "command-none",
    SlashAsk = "slash-ask",
    SlashAskAbout = "slash-ask-about",
    SlashQuestion = "slash-question",
    SlashQuestionAbout = "slash-question-about",
    SlashRights = "slash-rights",
    SlashRightsAbout = "slash-rights-about",
    SlashSection = "slash-section",
    SlashSectionAbout = "slash-section-about",
    SlashTopic = "slash-topic",
    SlashTopicAbout = "slash-topic-about",
    SlashEmergency = "slash-emergency",
    SlashEmergencyAbout = "slash-emergency-about",
    SlashHotlines = "slash-hotlines",
    SlashHotlinesAbout = "slash-hotlines-about",
    SlashState = "slash-state",
    SlashStateAbout = "slash-state-about",
    SlashLanguage = "slash-language",
    SlashLanguageAbout = "slash-language-about",
    SlashLanguageChoiceAbout = "slash-language-choice-about",
    SlashPrivacy = "slash-privacy",
    SlashPrivacyAbout = "slash-privacy-about",
    SlashAbout = "slash-about",
    SlashAboutAbout = "slash-about-about",
    SlashHelp = "slash-help",
    SlashHelpAbout = "slash-help-about",
    SlashSettings = "slash-settings",
    SlashSettingsAbout = "slash-settings-about",
    SlashSettingsLanguageAbout = "slash-settings-language-about",
    SlashSettingsStateAbout = "slash-settings-state-about",
    SlashChannel = "slash-channel",
    SlashChannelAbout = "slash-channel-about",
    SlashPublic = "slash-public",
    SlashPublicAbout = "slash-public-about",
    SlashContext = "slash-message",
    ButtonMore = "button-more",
    ButtonSources = "button-sources",
    ButtonShow = "button-show",
    ButtonForget = "button-forget",
    PickTopic = "pick-topic",
    PickSection = "pick-section",
    ChoiceNone = "choice-none",
    OldButton = "old-button",
    ShowRefused = "show-refused",
    ServerSettingsTitle = "server-settings-title",
    ServerSettingsPublicLine = "server-settings-public-line" { channels },
    ServerSettingsEverywhere = "server-settings-everywhere",
    ServerSettingsSome = "server-settings-some" { count },
    AnswerPrivately = "answer-privately",
    ServerSettingsRefused = "server-settings-refused",
    ServerSettingsChannel = "server-settings-channel",
    ServerSettingsHint = "server-settings-hint",
    First = "first",
    Second = "second",
    Third = "third",
    Fourth = "fourth",
    Fillers = "fillers",
    WhatIs = "what-is",
    WhatIsEnd = "what-is-end",
}
