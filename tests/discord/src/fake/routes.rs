//! The calls of the REST API by name, for faults to order and for what is counted.

/// One kind of call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    Application,
    Commands,
    Gateway,
    Callback,
    FollowUp,
    Original,
    Messages,
    Typing,
    Other,
}

impl Route {
    /// The route of a path without its base, split at its slashes.
    pub fn of(method: &str, path: &[&str]) -> Self {
        match (method, path) {
            (_, ["applications", "@me"]) => Route::Application,
            (_, ["applications", _, "commands", ..]) => Route::Commands,
            (_, ["gateway", ..]) => Route::Gateway,
            (_, ["interactions", _, _, "callback"]) => Route::Callback,
            ("POST", ["webhooks", _, _]) => Route::FollowUp,
            (_, ["webhooks", _, _, "messages", _]) => Route::Original,
            (_, ["channels", _, "messages", ..]) => Route::Messages,
            (_, ["channels", _, "typing"]) => Route::Typing,
            _ => Route::Other,
        }
    }

    /// Calls on an interaction prove themselves by its token; all others need the bot's.
    pub fn needs_authorization(self) -> bool {
        !matches!(self, Route::Callback | Route::FollowUp | Route::Original)
    }
}
