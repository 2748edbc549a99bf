"""A person in rooms: what one can do there, and how one talks with Kyr.

Whoever waits for an answer of Kyr's here has it held against the rules of form and place (replies.py).
"""

import itertools
from pathlib import Path
from urllib.parse import quote

import replies
from client import Client
from events import Event
from homeserver import Account, Synapse

_ENCRYPTION = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}
_numbers = itertools.count(1)

# Every text that a person has said, so that logs can be searched for them.
SAID: set[str] = set()


class Person(Client):
    """Somebody who talks to Kyr. `kyr` is the user id of the Kyr whom `ask` and its like mean."""

    def __init__(self, synapse: Synapse, account: Account, folder: Path, kyr: str):
        super().__init__(synapse, account, folder)
        self.kyr = kyr
        self.direct: set[str] = set()

    @classmethod
    async def create(cls, synapse: Synapse, folder: Path, kyr: str, name: str | None = None) -> "Person":
        """Registers somebody (with a new name, when none is given) and begins to listen."""
        name = name or f"person{next(_numbers)}"
        person = cls(synapse, await synapse.register(name), folder / name, kyr)
        await person.listen()
        return person

    # ---- rooms

    async def create_room(
        self,
        *invite: "Person | str",
        direct: bool = False,
        encrypted: bool = False,
        name: str | None = None,
        version: str | None = None,
        **more,
    ) -> str:
        """A new room of this person's, nobody in it yet but the invited."""
        body = {
            "preset": "private_chat",
            "invite": [_id(who) for who in invite],
            "is_direct": direct,
            "initial_state": [_ENCRYPTION] if encrypted else [],
        }
        body |= ({"name": name} if name else {}) | ({"room_version": version} if version else {}) | more
        room = (await self.ok("POST", "/createRoom", body))["room_id"]
        await self.member(room, self.id, "join")
        return room

    async def room_with_kyr(self, *others: "Person", direct: bool = False, greeted: bool = True, **room) -> str:
        """A room in which Kyr is, has greeted, and all the others are; a group unless `direct`."""
        created = await self.create_room(self.kyr, *others, direct=direct, **room)
        everybody = (self, *others)
        for person in others:
            await person.join(created)
        for person in everybody:
            await person.member(created, self.kyr, "join")
            if direct:
                person.direct.add(created)
        if greeted:
            await self.greeting(created)
        for person in everybody if room.get("encrypted") else ():
            for known in {self.kyr, *(other.id for other in everybody)} - {person.id}:
                await person.knows_keys_of(known)
        return created

    async def greeting(self, room: str) -> Event:
        """Kyr's greeting: its first message, which refers to nothing."""

        def readable() -> Event | None:
            return next((event for event in self.greetings(room) if event.type == "m.room.message"), None)

        return replies.check(await self.until_in(room, readable, "a greeting"))

    def greetings(self, room: str) -> list[Event]:
        """All messages of Kyr's that refer to nothing."""
        return [event for event in self.messages_of(room) if not event.relation]

    async def join(self, room: str) -> None:
        await self.ok("POST", f"/rooms/{quote(room)}/join", {})
        await self.member(room, self.id, "join")

    async def invite(self, room: str, user: "Person | str") -> None:
        await self.ok("POST", f"/rooms/{quote(room)}/invite", {"user_id": _id(user)})

    async def leave(self, room: str) -> None:
        await self.ok("POST", f"/rooms/{quote(room)}/leave", {})

    async def kick(self, room: str, user: str) -> None:
        await self.ok("POST", f"/rooms/{quote(room)}/kick", {"user_id": user})

    async def ban(self, room: str, user: str) -> None:
        await self.ok("POST", f"/rooms/{quote(room)}/ban", {"user_id": user})

    async def unban(self, room: str, user: str) -> None:
        await self.ok("POST", f"/rooms/{quote(room)}/unban", {"user_id": user})

    async def upgrade(self, room: str, version: str) -> str:
        """Replaces the room by one of another version; returns the new one."""
        answer = await self.ok("POST", f"/rooms/{quote(room)}/upgrade", {"new_version": version})
        await self.member(answer["replacement_room"], self.id, "join")
        return answer["replacement_room"]

    async def state(self, room: str, kind: str, key: str = "") -> dict:
        return await self.ok("GET", f"/rooms/{quote(room)}/state/{kind}/{quote(key)}")

    async def set_state(self, room: str, kind: str, content: dict, key: str = "") -> str:
        path = f"/rooms/{quote(room)}/state/{kind}/{quote(key)}"
        return (await self.ok("PUT", path, content))["event_id"]

    async def set_power(self, room: str, user: str, level: int) -> None:
        """Gives somebody a power level."""
        levels = await self.state(room, "m.room.power_levels")
        levels.setdefault("users", {})[user] = level
        await self.set_state(room, "m.room.power_levels", levels)

    # ---- talking

    async def say(self, room: str, text: str, **content) -> str:
        """Sends a text; further parts of the content by name, with `_` for `.` after a leading `m`."""
        SAID.add(text)
        return await self.send(room, {"msgtype": "m.text", "body": text} | _fields(content))

    async def reply(self, room: str, event_id: str, text: str, **content) -> str:
        return await self.say(room, text, m_relates_to={"m.in_reply_to": {"event_id": event_id}}, **content)

    async def in_thread(self, room: str, root: str, text: str, **content) -> str:
        """A message in a thread, as clients write it: with a reply for others to fall back to."""
        relation = {
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": root},
        }
        return await self.say(room, text, m_relates_to=relation, **content)

    async def edit(self, room: str, event_id: str, text: str, **content) -> str:
        """Puts another text in the place of a message."""
        new = {"msgtype": "m.text", "body": text} | _fields(content)
        relation = {"rel_type": "m.replace", "event_id": event_id}
        return await self.say(room, f"* {text}", m_new_content=new, m_relates_to=relation, **content)

    async def react(self, room: str, event_id: str, key: str) -> str:
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": key}
        return await self.send(room, {"m.relates_to": relation}, "m.reaction")

    async def say_sealed(self, room: str, text: str, **content) -> tuple[str, dict]:
        """Sends a text of which nobody gets the key; returns its id and the key, for `share_key`."""
        SAID.add(text)
        return await self.send_sealed(room, {"msgtype": "m.text", "body": text} | _fields(content))

    # ---- what Kyr has said

    def messages_of(self, room: str, user: str | None = None) -> list[Event]:
        """The messages of Kyr's (or of somebody else's), without edits."""
        user = user or self.kyr
        kinds = ("m.room.message", "m.room.encrypted")
        return [
            event for event in self.events(room) if event.sender == user and event.type in kinds and not event.edits
        ]

    def answers(self, room: str, question: str, by: str | None = None) -> list[Event]:
        """The messages of Kyr's that answer this event."""
        return [event for event in self.messages_of(room, by) if event.reply_to == question]

    def reactions(self, room: str, event_id: str, user: str | None = None) -> list[str]:
        """The keys with which somebody (Kyr) has reacted to this event, in order."""
        user = user or self.kyr
        found = (event for event in self.events(room) if event.reacts_to == event_id and event.sender == user)
        return [event.relation.get("key") for event in found]

    # ---- talking with Kyr

    def addressed(self, room: str, user: str | None = None) -> dict:
        """What a client adds to a message for Kyr: a mention in groups, nothing in direct chats."""
        return {"m_mentions": {} if room in self.direct else {"user_ids": [user or self.kyr]}}

    async def ask(self, room: str, text: str, timeout: float = 30, **content) -> Event:
        """Asks Kyr and returns its answer, which has been held against the rules of form and place."""
        question = await self.say(room, text, **(self.addressed(room) | content))
        return await self.answer(room, question, timeout)

    async def answer(
        self, room: str, question: str, timeout: float = 30, by: str | None = None, asker: str | None = None
    ) -> Event:
        """Waits for the answer to an event of this room, which may be anybody's, and checks form and place.

        `asker` is whom it must mention in a group, when that isn't the event's sender.
        """
        await self.until_in(room, lambda: self.event(room, question), f"the question {question}", timeout)

        def readable() -> Event | None:
            return next((event for event in self.answers(room, question, by) if event.type == "m.room.message"), None)

        found = await self.until_in(room, readable, f"an answer to {self.event(room, question).body[:60]!r}", timeout)
        replies.check_place(found, self.event(room, question), room in self.direct, asker)
        return replies.check(found)

    async def settle(self, room: str, by: str | None = None) -> Event:
        """Asks something and waits for the answer: what Kyr has not answered by then, it leaves alone.

        It is urgent, so that it is answered however much was asked before.
        """
        text = "ICE came to my work"
        question = await self.say(room, text, **self.addressed(room, by))
        return await self.answer(room, question, by=by)

    async def unanswered(self, room: str, *questions: str) -> None:
        """Waits until Kyr has answered something later, and then no message of its refers to these events."""
        await self.settle(room)
        for question in questions:
            related = [event for event in self.events(room) if event.sender == self.kyr and question in event.refers_to]
            assert not related, f"answered, but should not have been:\n{self.describe(room)}"

    async def answered_once(self, room: str, *questions: str, timeout: float = 30) -> list[Event]:
        """Waits for the answers to all these questions, and for a later one; then each has exactly one."""
        found = [await self.answer(room, question, timeout) for question in questions]
        await self.settle(room)
        for question in questions:
            count = len(self.answers(room, question))
            assert count == 1, f"{count} answers to one question:\n{self.describe(room)}"
        return found


def _id(who: "Person | str") -> str:
    return who if isinstance(who, str) else who.id


def _fields(content: dict) -> dict:
    """`m_relates_to` is written `m.relates_to`: names of Python have no dots."""
    return {f"m.{name[2:]}" if name.startswith("m_") else name: value for name, value in content.items()}
