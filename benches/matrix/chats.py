"""Direct chats with a bot, whichever it is, and the light clients in them.

Asking shall cost little beside answering. In plain rooms a few lines of HTTP do; in encrypted ones it is the
harness's Person, who is spared what only long-lived clients need. Chats know nothing of Kyr but that it greets.
"""

import asyncio
import itertools
import json
import time
from collections import Counter
from pathlib import Path
from urllib.parse import quote

import aiohttp

from harness import Account, Event, Person, Synapse

PATIENCE = 60
MESSAGES = ("m.room.message", "m.room.encrypted")
_CLIENT = "/_matrix/client/v3"
_FILTER = json.dumps({"room": {"timeline": {"limit": 500}, "state": {"types": []}}, "presence": {"types": []}})


class Chat:
    """What a bot has answered in a room."""

    def __init__(self) -> None:
        # How many answers each question has, and when the last answer of all came, by the monotonic clock.
        self.answers: Counter[str] = Counter()
        self.last_answer = 0.0

    async def say(self, text: str) -> str:
        """Says something; returns its id."""
        raise NotImplementedError

    async def answered(self, questions: list[str], timeout: float) -> None:
        """Waits until each of them has an answer that can be read; fails after `timeout` seconds."""
        raise NotImplementedError

    async def ask(self, text: str) -> float:
        """Asks and waits for the answer; returns the seconds that it took."""
        started = time.monotonic()
        await self.answered([await self.say(text)], PATIENCE)
        return time.monotonic() - started

    async def say_all(self, texts: list[str]) -> list[str]:
        """Says all of it at once; returns the ids."""
        return await asyncio.gather(*(self.say(text) for text in texts))


class Asker:
    """A person with plain rooms, who looks only at what answers what."""

    def __init__(self, synapse: Synapse, account: Account, bot: str):
        self.synapse = synapse
        self.account = account
        self.bot = bot
        self.chats: dict[str, PlainChat] = {}
        self._since: str | None = None
        self._listening: asyncio.Task | None = None
        self._numbers = itertools.count(1)

    @classmethod
    async def create(cls, synapse: Synapse, account: Account, bot: str) -> "Asker":
        """One who listens."""
        asker = cls(synapse, account, bot)
        await asker._sync(timeout=0)
        asker._listening = asyncio.create_task(asker._sync_forever())
        return asker

    async def close(self) -> None:
        """Stops listening."""
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)

    async def chat(self, greeted: bool) -> "PlainChat":
        """A new direct chat, in which the bot is, and has greeted if it does that."""
        body = {"preset": "private_chat", "invite": [self.bot], "is_direct": True}
        room = (await self.ok("POST", "/createRoom", body))["room_id"]
        chat = self.chats.setdefault(room, PlainChat(self, room))
        await chat.until(lambda: chat.greeted if greeted else chat.joined, "the bot in a new room", PATIENCE)
        return chat

    async def ok(self, method: str, path: str, body=None, query=None) -> dict:
        """One request to the client API that must succeed."""
        return await self.synapse.ok(method, _CLIENT + path, self.account.token, body, query)

    def transaction(self) -> str:
        return f"{self.account.device_id}{next(self._numbers)}"

    async def _sync_forever(self) -> None:
        while True:
            try:
                await self._sync(timeout=30_000)
            except (aiohttp.ClientError, asyncio.TimeoutError):
                await asyncio.sleep(0.1)

    async def _sync(self, timeout: int) -> None:
        query = {"timeout": str(timeout), "filter": _FILTER} | ({"since": self._since} if self._since else {})
        answer = await self.ok("GET", "/sync", query=query)
        self._since = answer["next_batch"]
        for room, part in answer.get("rooms", {}).get("join", {}).items():
            # The room can be here before the answer to the request that made it.
            self.chats.setdefault(room, PlainChat(self, room)).see(part["timeline"])


class PlainChat(Chat):
    """A direct chat that is not encrypted, told of its events by the Asker."""

    def __init__(self, asker: Asker, room: str):
        super().__init__()
        self.asker = asker
        self.room = room
        self.joined = False
        self.greeted = False
        self._changed = asyncio.Event()

    async def say(self, text: str) -> str:
        path = f"/rooms/{quote(self.room)}/send/m.room.message/{self.asker.transaction()}"
        return (await self.asker.ok("PUT", path, {"msgtype": "m.text", "body": text}))["event_id"]

    async def answered(self, questions: list[str], timeout: float) -> None:
        wanted = set(questions)
        await self.until(lambda: self.answers.keys() >= wanted, f"{len(wanted)} answers", timeout)

    async def until(self, found, what: str, timeout: float) -> None:
        """Waits until `found()`; looks again whenever something happens in the room."""
        limit = time.monotonic() + timeout
        while not found():
            self._changed.clear()
            try:
                await asyncio.wait_for(self._changed.wait(), limit - time.monotonic())
            except asyncio.TimeoutError:
                raise AssertionError(f"waited {timeout} s in vain for {what}") from None

    def see(self, timeline: dict) -> None:
        """Takes in what has happened."""
        assert not timeline.get("limited") or not self.joined, "more happened in a room than one sync can tell"
        for event in timeline["events"]:
            if event["sender"] == self.asker.bot:
                self._see_bots(event)
        self._changed.set()

    def _see_bots(self, event: dict) -> None:
        content = event["content"]
        relation = content.get("m.relates_to", {})
        if event["type"] == "m.room.member":
            self.joined |= content["membership"] == "join"
        elif event["type"] in MESSAGES and relation.get("rel_type") != "m.replace":
            question = relation.get("m.in_reply_to", {}).get("event_id")
            self.greeted |= question is None
            if question:
                self.answers[question] += 1
                self.last_answer = time.monotonic()


async def sealed_asker(synapse: Synapse, folder: Path, bot: str, name: str) -> Person:
    """A person for encrypted rooms."""
    person = await Person.create(synapse, folder, bot, name)
    # Else matrix-nio writes the list of its rooms to the disk at every sync, which takes longer than an answer.
    person.client.store.save_encrypted_rooms = lambda rooms: None
    return person


class SealedChat(Chat):
    """An encrypted direct chat."""

    def __init__(self, person: Person, room: str):
        super().__init__()
        self.person = person
        self.room = room
        self._counted = 0
        self._unread: set[str] = set()

    @classmethod
    async def open(cls, person: Person, greeted: bool) -> "SealedChat":
        """A new one, in which the bot is, and has greeted if it does that."""
        return cls(person, await person.room_with_kyr(direct=True, encrypted=True, greeted=greeted))

    async def say(self, text: str) -> str:
        return await self.person.say(self.room, text)

    async def answered(self, questions: list[str], timeout: float) -> None:
        wanted = set(questions)

        def found() -> bool:
            self._count()
            return self.answers.keys() >= wanted and not self._unread

        try:
            await self.person.until(found, "answers", timeout)
        except AssertionError as error:
            raise AssertionError(f"{error}; the room:\n{self.person.describe(self.room)}") from None

    def _count(self) -> None:
        """Counts the answers that have come since the last count, and looks which of them can't be read yet."""
        events = self.person.events(self.room)
        for event in events[self._counted :]:
            if self._is_answer(event):
                self.answers[event.reply_to] += 1
                self.last_answer = self.person.arrived(event.id)
                self._unread.add(event.id)
        self._counted = len(events)
        self._unread = {id for id in self._unread if self.person.event(self.room, id).type == "m.room.encrypted"}

    def _is_answer(self, event: Event) -> bool:
        message = event.type in MESSAGES and not event.edits
        return bool(message and event.sender == self.person.kyr and event.reply_to)
