"""The conversations of tests/transcripts, spoken in rooms: the same replies as in the terminal.

Each is spoken by somebody of its own in a direct chat of its own. Those that need another day or a pause of minutes
cannot be played on a real clock.
"""

import asyncio
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kyr import REPOSITORY

FOLDER = REPOSITORY / "tests/transcripts"
CLOCK = ("on ", "after ")


@dataclass
class Turn:
    """One message, what is expected of the reply, and where it stands."""

    line: int
    message: str
    expectations: list[str] = field(default_factory=list)


def _read(path: Path) -> list[Turn]:
    turns: list[Turn] = []
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        if line.startswith("> "):
            turns.append(Turn(number, line[2:]))
        elif line.startswith("- ") and turns:
            turns[-1].expectations.append(line[2:])
    return turns


TRANSCRIPTS = {path: _read(path) for path in sorted(FOLDER.glob("*/*.md"))}
TIMED = [
    path for path, turns in TRANSCRIPTS.items() if any(e.startswith(CLOCK) for turn in turns for e in turn.expectations)
]
PLAYED = [path for path in TRANSCRIPTS if path not in TIMED]


async def test_transcripts_hold_in_rooms(newcomer, own_kyr):
    assert sum(len(TRANSCRIPTS[path]) for path in PLAYED) >= 200, "where are the transcripts?"
    # No language for rooms, as in the terminal: a room has one where a transcript gives it one.
    kyr = await (await own_kyr()).start()
    several = asyncio.Semaphore(8)

    async def play(path: Path) -> list[str]:
        async with several:
            return await _play(await newcomer(kyr), path)

    failures = [failure for found in await asyncio.gather(*map(play, PLAYED)) for failure in found]
    assert not failures, f"{len(failures)} expectations failed:\n" + "\n".join(failures)


def test_transcripts_that_need_another_clock():
    assert len(TIMED) < len(PLAYED)
    if TIMED:
        names = ", ".join(str(path.relative_to(FOLDER)) for path in TIMED)
        pytest.skip(f"{len(TIMED)} of {len(TRANSCRIPTS)} transcripts can't be played on a real clock: {names}")


async def _play(person, path: Path) -> list[str]:
    room = await person.room_with_kyr(direct=True)
    failures = []
    language = None
    for turn in TRANSCRIPTS[path]:
        for expectation in turn.expectations:
            word, _, tag = expectation.partition(" ")
            if word == "room" and tag != language:
                language = tag
                assert (await person.ask(room, f"!kyr settings language {tag}")).kind == "command"
        reply = await person.ask(room, turn.message)
        for expectation in turn.expectations:
            if not _holds(expectation, reply):
                place = f"{path.relative_to(FOLDER)}:{turn.line}: “{turn.message}”"
                failures.append(f"{place}: expected `{expectation}`, got {reply.reply}\n{reply.body[:300]}")
    return failures


def _holds(expectation: str, event) -> bool:
    word, _, rest = expectation.partition(" ")
    kind, topics = event.kind, event.reply["topics"]
    quoted = " ".join(rest.strip('"“”').split())
    text = " ".join(re.sub("[\u2066-\u2069\u200e\u200f]", "", event.body).split())
    return {
        "answers": lambda: kind == "answer" and topics == [rest],
        "offers": lambda: kind == "choices" and set(rest.split(", ")) <= set(topics),
        "finds": lambda: kind in ("answer", "choices") and bool(set(rest.split(" or ")) & set(topics)),
        "withdraws": lambda: kind == "withdrawn" and topics == [rest],
        "declines": lambda: kind == "not_covered",
        "obeys": lambda: kind == "command",
        "unserved": lambda: kind == "unserved",
        "in": lambda: event.locale == rest,
        "says": lambda: quoted in text,
        "omits": lambda: quoted not in text,
        "room": lambda: True,
    }[word]()
