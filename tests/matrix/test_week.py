"""A scripted week: after it, everything that Kyr left is opened and searched for what people said and who they are.

A day is one run of Kyr in the same folder; the clock is not moved, because Kyr has no setting for that.
"""

import json
import os
import resource
import shutil
import signal
import sqlite3
from pathlib import Path

import aiohttp
import pytest
import yaml

import replies
import store
from harness import Kyr, Person
from kyr import REPOSITORY
from questions import DOOR, PHONE
from traces import Secrets, files, words_under, writings

FIXTURES = REPOSITORY / "tests/fixtures"
WEEK = yaml.safe_load((FIXTURES / "week.yaml").read_text())
SMALL_PACK = FIXTURES / "lint/base"
ROOM_NAME, TOPIC = "Zypherville Neighbours", "Wednesdays at the Xylophonium"
PLANTED = "Knusperhexenhaus at 9 o'clock – ask Ždenko"

# What the Matrix library keeps in clear: public keys of devices that wrote to Kyr's, and the names of its locks.
CLEAR = ("matrix-sdk-crypto.sqlite3, table olm_hash: ", "matrix-sdk-event-cache.sqlite3, table lease_locks: ",
         "matrix-sdk-media.sqlite3, table lease_locks: ")
# What the operator put there, or has the system write; `kyr privacy` speaks of the rest.
OPERATORS = {"kyr.yaml", "kyr.log", "secrets/password"}


class Week:
    """Kyr, three people and their rooms, and all that was seen of Kyr from outside."""

    def __init__(self, kyr: Kyr, people: list[Person], leaver: Person):
        self.kyr = kyr
        self.people = people
        self.leaver = leaver
        self.left = ""
        self.rooms: list[str] = []
        self.said: list[str] = []
        self.pages: list[tuple[str, bytes]] = []

    async def begin(self) -> None:
        """Monday morning: an encrypted chat, one in clear, and an encrypted group."""
        ana, bob, chi = self.people
        self.rooms = [
            await ana.room_with_kyr(direct=True, encrypted=True),
            await bob.room_with_kyr(direct=True),
            await chi.room_with_kyr(ana, encrypted=True, name=ROOM_NAME, topic=TOPIC),
        ]

    async def say(self, who: int, text: str, **content) -> str:
        self.said.append(text)
        person, room = self.people[who], self.rooms[who]
        return await person.say(room, text, **(person.addressed(room) | content))

    async def obeyed(self, who: int, text: str) -> None:
        """A command that Kyr answers."""
        await self.people[who].answer(self.rooms[who], await self.say(who, text))

    async def talk(self, messages: list[str]) -> None:
        """One message after the other, going round among the people; Kyr answers each."""
        asked = [(at % 3, await self.say(at % 3, text)) for at, text in enumerate(messages)]
        for who, question in asked:
            await self.people[who].answer(self.rooms[who], question)

    async def look(self, day: str) -> None:
        """What Kyr tells over HTTP, and that its memory cannot come onto the disk."""
        (line,) = [line for line in self.kyr.new_log().splitlines() if "metrics: listening on " in line]
        address = line.split("listening on ")[1].strip(' "}')
        async with aiohttp.ClientSession() as session:
            for path in ("/metrics", "/readyz", "/healthz"):
                async with session.get(f"http://{address}{path}") as answer:
                    assert answer.status == 200, path
                    self.pages.append((f"{path} on {day}", await answer.read()))
        assert resource.prlimit(self.kyr.pid, resource.RLIMIT_CORE) == (0, 0)

    async def next_day(self, killed: bool = False, **settings) -> None:
        """Kyr ends and starts again; by turns it logs for people and for programs."""
        if killed:
            await self.kyr.kill()
        else:
            assert await self.kyr.stop() == 0
        self.kyr.settings |= settings
        await self.kyr.start()


@pytest.fixture
async def week(newcomer, own_kyr) -> Week:
    kyr = await own_kyr()
    kyr.settings["metrics"] = {"listen": "127.0.0.1:0"}
    # The most talkative that the environment can ask of programs of this kind.
    kyr.environment = {
        "RUST_LOG": "trace", "RUST_BACKTRACE": "full", "TMPDIR": str(kyr.folder / "tmp"),
        "SQLITE_TMPDIR": str(kyr.folder / "tmp"),
    }
    (kyr.folder / "tmp").mkdir()
    await kyr.start()
    return Week(kyr, [await newcomer(kyr, name) for name in WEEK["people"]], await newcomer(kyr, "arrivedercipasquale"))



async def _live(week: Week) -> None:
    """All seven days."""
    kyr, ana = week.kyr, week.people[0]
    names, says = zip(*((day["name"], day["says"]) for day in WEEK["days"]), strict=True)
    await week.begin()
    await week.talk(says[0])
    await week.look(names[0])

    await week.next_day(log="json")
    await week.talk(says[1])
    for who, text in [(0, "language spanish"), (1, "idioma español"), (2, "!kyr settings state CA"),
                      (2, "!kyr settings language es"), (2, "!kyr settings answers clear")]:
        await week.obeyed(who, text)
    choices = await ana.ask(week.rooms[0], PHONE)
    await ana.react(week.rooms[0], choices.id, replies.KEYS[0])
    assert (await ana.answer(week.rooms[0], choices.id)).kind == "answer"
    await week.look(names[1])

    await week.next_day(log="text")
    await week.talk(says[2])
    slip = await week.say(0, "they are at Marzipanstrasse 7, my number is 415-867-2095")
    await ana.answer(week.rooms[0], slip)
    await ana.edit(week.rooms[0], slip, "they are at the house of Schokoladenkind")
    await ana.ok("PUT", f"/rooms/{week.rooms[0]}/redact/{slip}/1", {"reason": "that was Marzipanstrasse"})
    week.said += ["they are at the house of Schokoladenkind", "that was Marzipanstrasse"]
    await week.look(names[2])

    await _faulty_pack(week, says[3])
    await week.look(names[3])

    kyr.settings.pop("content")
    await week.next_day(log="text")
    await week.talk(says[4])
    for wrong in ({"msgtype": "m.wobble", "body": "Wackelpudding"}, {"body": ["no type, Wackelpudding"]}):
        await ana.send(week.rooms[0], wrong)
    await ana.say_sealed(week.rooms[0], "nobody can read Sauerkrautius")
    week.said += ["no type, Wackelpudding", "nobody can read Sauerkrautius"]
    asked = [(who, await week.say(who, f"{DOOR} asks Weltschmerzling the {who}th")) for who in (0, 1, 2)]
    await week.look(names[4])
    await week.next_day(killed=True, log="json")
    for who, question in asked:
        await week.people[who].answer(week.rooms[who], question)

    await week.talk(says[5])
    await week.obeyed(1, "olvídame")
    week.left = await week.leaver.room_with_kyr(direct=True, encrypted=True, name="Farewell Tschuessikowski")
    await week.leaver.ask(week.left, DOOR)
    await week.leaver.leave(week.left)
    await kyr.logged("left a room")
    await week.look(names[5])

    await week.next_day(log="text", content={"dir": "pack"})
    await week.talk(says[6])
    await week.look(names[6])

async def _faulty_pack(week: Week, messages: list[str]) -> None:
    """A day with a small pack of the operator's, one text of which is broken while people ask."""
    shutil.copytree(SMALL_PACK, week.kyr.folder / "pack")
    await week.next_day(log="json", content={"dir": "pack"})
    await week.talk(messages[:3])
    text = week.kyr.folder / "pack/text/en/rights/home-visit.yaml"
    good = text.read_text()
    text.write_text(good.replace("title:", "titel:"))
    await week.kyr.logged("error", "pack: refused for")
    await week.talk(messages[3:])
    text.write_text(good.replace("You do not have to", "You need not"))
    await week.kyr.logged("pack: new texts are in use")


def _secrets(week: Week) -> tuple[Secrets, Secrets]:
    """What was said, by people and by Kyr; and who they are and where they said it."""
    said, who = Secrets(), Secrets()
    known = words_under(REPOSITORY / "content", REPOSITORY / "locales", SMALL_PACK)
    for text in week.said:
        said.add_message(text, known)
    for person, room in zip(week.people, week.rooms, strict=True):
        for event in person.messages_of(room):
            for line in filter(lambda line: len(line) > 40, event.body.splitlines()):
                said.add("the answer", line)
        for event in person.events(room):
            if event.state_key is None:
                said.add(f"the id of {event.type}", event.id)
            else:
                who.add(f"the id of {event.type}", event.id)
        name, device = person.id[1:].split(":")[0], person.account.device_id
        for what, secret in [("user", person.id), ("name", name), ("room", room), ("device", device)]:
            who.add(f"the {what}", secret)
    for secret in (ROOM_NAME, TOPIC, week.left, week.leaver.id):
        who.add("the room or its name", secret)
    return said, who


async def test_a_week_leaves_nothing_that_was_said(week, tmp_path):
    await _live(week)
    kyr = week.kyr
    _, privacy = await kyr.run("privacy")
    # A crash like that of a faulty program would leave a core beside it.
    os.kill(kyr.pid, signal.SIGABRT)
    await kyr.ended()
    left = tmp_path / "left"
    shutil.copytree(kyr.folder, left)
    shutil.rmtree(left / "pack")
    key = kyr.store_key_file.read_text().strip()
    said, who = _secrets(week)
    assert len(said) > 3000 and len(who) > 500
    raw = [*files(left), *week.pages]
    rows = list(store.rows(left))
    for places in (raw, rows):
        _none(said.leaks(places) + who.leaks(places))
    _none([clear for clear in store.unsealed(left / "store") if not clear.startswith(CLEAR)])
    # With the operator's key the rooms and their members are there, as `kyr privacy` says, and no message.
    opened = list(store.opened(left / "store", key))
    _none(said.leaks(opened))
    kept = "\n".join(who.leaks(opened))
    for secret in (*(person.id for person in week.people), *week.rooms, ROOM_NAME, TOPIC):
        assert f"“{secret}”" in kept, f"the search does not see {secret} in the opened store"
    tables = {line.split(",")[0] for line in kept.splitlines() if week.left in line or week.leaver.id in line}
    assert tables == {"matrix-sdk-crypto.sqlite3"}, "of who has left, the keys alone stay"
    _names_every_file(privacy, kyr.folder)
    own = Secrets()
    own.add("Kyr's own", kyr.user_id)
    assert own.leaks(raw) == [f"kyr.yaml: Kyr's own “{kyr.user_id}” (as it is)"]
    _sees_what_is_planted(left, key)


def _names_every_file(privacy: str, folder: Path) -> None:
    """Each file that Kyr made is named by `kyr privacy`, or its folder, or its beginning."""
    named = [word.rstrip(".,") for word in privacy.split() if word.startswith(str(folder))]
    made = {path for path in folder.rglob("*") if path.is_file()} - {folder / name for name in OPERATORS}
    for path in made - set((folder / "pack").rglob("*")):
        assert any(str(path) == name or Path(name) in path.parents for name in named), f"{path} is not named:\n{privacy}"


def _none(leaks: list[str]) -> None:
    assert not leaks, f"{len(leaks)} traces:\n" + "\n".join(leaks[:20])


def _sees_what_is_planted(left: Path, key: str) -> None:
    """The search itself, tried on the same folder: whatever is put there, in whatever writing, is found."""
    secrets = Secrets()
    secrets.add_message(PLANTED, set())
    assert not secrets.leaks([*files(left), *store.rows(left), *store.opened(left / "store", key)])
    for number, (writing, written) in enumerate(writings(PLANTED)):
        place = ("kyr.log", "data/preferences.sqlite", "store/matrix-sdk-state.sqlite3", "tmp/left")[number % 4]
        before = (left / place).read_bytes() if (left / place).exists() else b""
        assert not secrets.found_in(before)
        assert secrets.found_in(before[:5000] + written + before[5000:]), f"{writing} in {place}"
    (left / "tmp/left").write_bytes(PLANTED.encode("utf-16-le"))
    assert {line.split(": ")[0] for line in secrets.leaks(files(left))} == {"tmp/left"}
    with sqlite3.connect(left / "data/preferences.sqlite") as database:
        database.execute("INSERT INTO preferences VALUES (?, ?)", (b"planted", json.dumps({"q": PLANTED}).encode()))
    database.close()
    assert secrets.leaks(store.rows(left))
    store.seal(left / "store/matrix-sdk-state.sqlite3", key, PLANTED.encode())
    assert not secrets.leaks(row for row in store.rows(left / "store"))
    assert secrets.leaks(store.opened(left / "store", key))
