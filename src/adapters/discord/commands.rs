//! The commands as Discord shall show them, in every language that it and Kyr share.
//! It must not know what they do.

use serenity::builder::{CreateCommand, CreateCommandOption};
use serenity::model::Permissions;
use serenity::model::application::{CommandOptionType, CommandType, InstallationContext, InteractionContext};
use serenity::model::channel::ChannelType;

use super::components::cut;
use super::locales;
use crate::engine::{Engine, Manner};
use crate::locale::{Locale, Message};

/// The topic behind `/emergency`.
pub const EMERGENCY: &str = "emergency-help";
/// Characters of a question; what people write in one message.
const LONGEST_QUESTION: u16 = 2_000;
/// Characters of a description.
const LONGEST_DESCRIPTION: usize = 100;

/// The whole set.
pub fn all(engine: &Engine) -> Vec<CreateCommand> {
    let write = Writer { engine };
    use Message as M;
    let text = CommandOptionType::String;
    let question =
        write.option(text, M::SlashQuestion, M::SlashQuestionAbout).required(true).max_length(LONGEST_QUESTION);
    let topic = write.option(text, M::SlashTopic, M::SlashTopicAbout).set_autocomplete(true);
    let state = |about| write.option(text, M::SlashState, about).set_autocomplete(true);
    let language = |about| write.option(text, M::SlashLanguage, about).set_autocomplete(true);
    vec![
        write.command(M::SlashAsk, M::SlashAskAbout).add_option(question),
        write.command(M::SlashRights, M::SlashRightsAbout).add_option(write.sections()).add_option(topic),
        write.command(M::SlashEmergency, M::SlashEmergencyAbout),
        write.command(M::SlashHotlines, M::SlashHotlinesAbout).add_option(state(M::SlashStateAbout)),
        write
            .command(M::SlashLanguage, M::SlashLanguageAbout)
            .add_option(language(M::SlashLanguageChoiceAbout).required(true)),
        write.command(M::SlashPrivacy, M::SlashPrivacyAbout),
        write.command(M::SlashAbout, M::SlashAboutAbout),
        write.command(M::SlashHelp, M::SlashHelpAbout),
        write
            .command(M::SlashSettings, M::SlashSettingsAbout)
            .contexts(vec![InteractionContext::Guild])
            .integration_types(vec![InstallationContext::Guild])
            .default_member_permissions(Permissions::MANAGE_GUILD)
            .add_option(language(M::SlashSettingsLanguageAbout))
            .add_option(state(M::SlashSettingsStateAbout))
            .add_option(
                write
                    .option(CommandOptionType::Channel, M::SlashChannel, M::SlashChannelAbout)
                    .channel_types(vec![ChannelType::Text]),
            )
            .add_option(write.option(CommandOptionType::Boolean, M::SlashPublic, M::SlashPublicAbout)),
        write.message_command(M::SlashContext),
    ]
}

/// Writes names and descriptions in all languages.
#[derive(Clone, Copy)]
struct Writer<'a> {
    engine: &'a Engine,
}

impl Writer<'_> {
    /// In English, which Kyr's default language is, and Discord's.
    fn english(self, message: Message<'_>) -> String {
        self.say(&self.engine.pack().manifest.default_locale, message)
    }

    fn say(self, locale: &Locale, message: Message<'_>) -> String {
        cut(&self.engine.catalog().text(locale, message, Manner::Buttons), LONGEST_DESCRIPTION)
    }

    /// The message in every language, by Discord's code.
    fn localized(self, message: Message<'_>) -> impl Iterator<Item = (&'static str, String)> {
        let manifest = &self.engine.pack().manifest;
        let others = manifest.languages.iter().filter(|locale| **locale != manifest.default_locale);
        others.flat_map(move |locale| locales::codes(locale).map(move |code| (code, self.say(locale, message))))
    }

    fn command(self, name: Message<'_>, about: Message<'_>) -> CreateCommand {
        let command = everywhere(CreateCommand::new(self.english(name)).description(self.english(about)));
        let named = self.localized(name).fold(command, |command, (code, text)| command.name_localized(code, text));
        self.localized(about).fold(named, |command, (code, text)| command.description_localized(code, text))
    }

    fn message_command(self, name: Message<'_>) -> CreateCommand {
        let command = everywhere(CreateCommand::new(self.english(name)).kind(CommandType::Message));
        self.localized(name).fold(command, |command, (code, text)| command.name_localized(code, text))
    }

    fn option(self, kind: CommandOptionType, name: Message<'_>, about: Message<'_>) -> CreateCommandOption {
        let option = CreateCommandOption::new(kind, self.english(name), self.english(about));
        let named = self.localized(name).fold(option, |option, (code, text)| option.name_localized(code, text));
        self.localized(about).fold(named, |option, (code, text)| option.description_localized(code, text))
    }

    /// The sections of the pack as choices.
    fn sections(self) -> CreateCommandOption {
        let option = self.option(CommandOptionType::String, Message::SlashSection, Message::SlashSectionAbout);
        let manifest = &self.engine.pack().manifest;
        manifest.sections.iter().fold(option, |option, section| {
            let title = |locale| cut(&self.engine.pack().section_title(locale, &section.id.value), LONGEST_DESCRIPTION);
            let others = manifest.languages.iter().filter(|locale| **locale != manifest.default_locale);
            let localized: Vec<(&str, String)> =
                others.flat_map(|locale| locales::codes(locale).map(move |code| (code, title(locale)))).collect();
            option.add_string_choice_localized(title(&manifest.default_locale), section.id.value.clone(), localized)
        })
    }
}

/// In guilds, in direct messages, and as an app of one's own.
fn everywhere(command: CreateCommand) -> CreateCommand {
    use InteractionContext as Context;
    command.integration_types(vec![InstallationContext::Guild, InstallationContext::User]).contexts(vec![
        Context::Guild,
        Context::BotDm,
        Context::PrivateChannel,
    ])
}
