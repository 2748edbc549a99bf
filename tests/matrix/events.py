"""A room's event as the tests look at it: decrypted, with its relations at hand, whatever nonsense it holds."""

from dataclasses import dataclass

EDIT = "m.replace"
THREAD = "m.thread"
REACTION = "m.annotation"


@dataclass(frozen=True)
class Event:
    """One event. `encrypted` says how it was sent, `type` and `content` are what was inside."""

    id: str
    room: str
    type: str
    sender: str
    content: dict
    ts: int
    encrypted: bool
    state_key: str | None = None

    @property
    def relation(self) -> dict:
        return _dict(self.content.get("m.relates_to"))

    @property
    def reply_to(self) -> str | None:
        """The event that this one answers, in a thread or not."""
        return _dict(self.relation.get("m.in_reply_to")).get("event_id")

    @property
    def thread(self) -> str | None:
        """The root of the thread that it is in."""
        return self.relation.get("event_id") if self.relation.get("rel_type") == THREAD else None

    @property
    def edits(self) -> str | None:
        """The event that it puts itself in the place of."""
        return self.relation.get("event_id") if self.relation.get("rel_type") == EDIT else None

    @property
    def reacts_to(self) -> str | None:
        return self.relation.get("event_id") if self.relation.get("rel_type") == REACTION else None

    @property
    def refers_to(self) -> set[str]:
        """All events that it is related to in any way."""
        return {found for found in (self.relation.get("event_id"), self.reply_to) if isinstance(found, str)}

    @property
    def body(self) -> str:
        body = self.content.get("body")
        return body if isinstance(body, str) else ""

    @property
    def reply(self) -> dict:
        """Kyr's own description of its reply."""
        return _dict(self.content.get("kyr.reply"))

    @property
    def kind(self) -> str | None:
        return self.reply.get("kind")

    @property
    def topic(self) -> str | None:
        """The topic of an answer."""
        topics = self.reply.get("topics")
        return topics[0] if self.kind == "answer" and isinstance(topics, list) and topics else None

    @property
    def locale(self) -> str | None:
        return self.reply.get("locale")


def _dict(value) -> dict:
    return value if isinstance(value, dict) else {}
