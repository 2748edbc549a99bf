"""Kyr beside a bare echo bot on one Synapse: how soon it replies, how it stands a flood, how much memory it takes.

Both bots get the same questions from the same kind of client. What the homeserver and the client need is in both
times, so it is the ratio that counts; on a busy machine the times are worth little, the ratio still something.

replies  to each bot 200 questions one after the other, turn by turn, in plain and in encrypted direct chats:
         from the client's call to the answer read.
flood    20 people ask 50 questions each at once, to each bot three times: until the last answer, the better time counts.
memory   Kyr in 100 rooms, every fifth encrypted: idle, and its growth over 10,000 questions after the first fifth.

benches/matrix/run starts it. The exit code is 1 when a limit is missed.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bots import Bot, World
from chats import Chat, SealedChat
from harness import Kyr

REPLY_LIMIT = 1.15
FLOOD_LIMIT = 1.3
IDLE_LIMIT = 100 * 1024**2
GROWTH_LIMIT = 0.05

REPLIES = 200
WARM_UP = 5
PAUSE = 0.1  # so that what a bot does after an answer is not laid to the other's charge
PEOPLE = 20
QUESTIONS_EACH = 50
MEMORY_QUESTIONS = 10_000
ROOMS_EACH = 5
IDLE_SECONDS = 20
SETTLE_SECONDS = 5
FLOOD_PATIENCE = 300

# Each has one answer, in one message. All are urgent: others are not answered so many times to one person.
QUESTIONS = [
    "ICE stopped me in my car",
    "ICE came to my work",
    "Can ICE come into my house without a warrant?",
    "can I refuse to sign papers",
    "ICE is here right now, what do I do?",
    "police took my phone",
    "I was born in Texas. Can ICE still hold me?",
    "What happens if I sign voluntary departure?",
]


# ---- the table


@dataclass(frozen=True)
class Row:
    """A line of the table. `kept` is whether the limit is; None when there is none."""

    what: str
    kyr: str
    echo: str = ""
    ratio: str = ""
    limit: str = ""
    kept: bool | None = None

    def line(self) -> str:
        verdict = {True: "ok", False: "MISSED", None: ""}[self.kept]
        return f"{self.what:<42} {self.kyr:>12} {self.echo:>12} {self.ratio:>8} {self.limit:>10} {verdict:>7}".rstrip()


HEADING = Row("", "Kyr", "echo bot", "ratio", "limit")


def compared(what: str, kyr: float, echo: float, unit: str, limit: float | None = None) -> Row:
    """Kyr's time and the echo bot's."""
    ratio = kyr / echo
    kept = None if limit is None else ratio <= limit
    shown = "" if limit is None else f"{limit:.2f}"
    return Row(what, f"{kyr:.1f} {unit}", f"{echo:.1f} {unit}", f"{ratio:.2f}", shown, kept)


def mebibytes(size: float) -> str:
    return f"{size / 1024**2:.1f} MiB"


def progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


# ---- replies


async def replies(world: World, count: int) -> list[Row]:
    """The time of a reply, in plain and in encrypted chats."""
    kyr, echo = await world.kyr(), await world.echo()
    plain = [await (await world.asker(bot)).chat(greeted=bot is kyr) for bot in (kyr, echo)]
    sealed = [await SealedChat.open(await world.sealed_asker(bot), greeted=bot is kyr) for bot in (kyr, echo)]
    rows = []
    for kind, chats in (("plain", plain), ("encrypted", sealed)):
        progress(f"replies: {count} to each bot, {kind}")
        await in_turn(chats, WARM_UP)
        rows += reply_rows(kind, *await in_turn(chats, count))
    return rows


async def in_turn(chats: list[Chat], count: int) -> list[list[float]]:
    """Asks `count` questions in each chat, now in the one first and now in the other; the seconds of each."""
    times: list[list[float]] = [[] for _ in chats]
    for number in range(count):
        order = list(range(len(chats)))
        for at in order if number % 2 else order[::-1]:
            times[at].append(await chats[at].ask(question(number)))
            await asyncio.sleep(PAUSE)
    return times


def reply_rows(kind: str, kyr: list[float], echo: list[float]) -> list[Row]:
    def row(name: str, figure: Callable[[list[float]], float], limit: float | None) -> Row:
        return compared(f"reply, {kind}, {name}", 1000 * figure(kyr), 1000 * figure(echo), "ms", limit)

    return [
        row("median", statistics.median, REPLY_LIMIT),
        row("mean", statistics.fmean, REPLY_LIMIT),
        row("p95", lambda times: statistics.quantiles(times, n=20)[-1], None),
    ]


def question(number: int) -> str:
    return QUESTIONS[number % len(QUESTIONS)]


# ---- flood


@dataclass(frozen=True)
class Flood:
    """What came of one flood."""

    seconds: float
    asked: int
    once: int


async def flood(world: World, each: int) -> list[Row]:
    """Everybody at once; to the echo bot, to Kyr, and again and again."""
    bots: dict[str, Bot] = {"echo bot": await world.echo(), "Kyr": await world.kyr()}
    found: dict[str, list[Flood]] = {name: [] for name in bots}
    for turn in (1, 2, 3):
        for name, bot in bots.items():
            made = await one_flood(world, bot, each)
            progress(f"flood {turn}, {name}: {made.once} of {made.asked} answered once, {made.seconds:.1f} s")
            found[name].append(made)
    best = {name: min(flood.seconds for flood in floods) for name, floods in found.items()}
    what = f"{PEOPLE * each} questions at once, the last after"
    return [compared(what, best["Kyr"], best["echo bot"], "s", FLOOD_LIMIT), once_row(found)]


def once_row(found: dict[str, list[Flood]]) -> Row:
    once = {name: sum(flood.once for flood in floods) for name, floods in found.items()}
    asked = sum(flood.asked for flood in found["Kyr"])
    kept = once["Kyr"] == asked
    return Row("  answered exactly once, in all turns", str(once["Kyr"]), str(once["echo bot"]), "", str(asked), kept)


async def one_flood(world: World, bot: Bot, each: int) -> Flood:
    """New people in new rooms, who all ask at once."""
    people = [await world.asker(bot) for _ in range(PEOPLE)]
    chats = await asyncio.gather(*(person.chat(greeted=isinstance(bot, Kyr)) for person in people))
    texts = [question(number) for number in range(each)]
    started = time.monotonic()
    asked = await asyncio.gather(*(chat.say_all(texts) for chat in chats))
    await asyncio.gather(*(come_in(chat, ids) for chat, ids in zip(chats, asked, strict=True)))
    seconds = max(chat.last_answer for chat in chats) - started
    # Something later is answered: a second answer would have come by then.
    await asyncio.gather(*(chat.ask(question(0)) for chat in chats))
    once = sum(chat.answers[id] == 1 for chat, ids in zip(chats, asked, strict=True) for id in ids)
    await asyncio.gather(*(person.close() for person in people))
    return Flood(seconds, PEOPLE * each, once)


async def come_in(chat: Chat, questions: list[str]) -> None:
    """Waits for the answers; those that don't come are missed in the table."""
    try:
        await chat.answered(questions, FLOOD_PATIENCE)
    except AssertionError as error:
        progress(str(error))


# ---- memory


async def memory(world: World, questions: int) -> list[Row]:
    """Kyr's memory: idle in its rooms, and what many questions add."""
    kyr = await world.kyr()
    chats = await many_chats(world, kyr)
    progress(f"memory: {len(chats)} rooms, idle for {IDLE_SECONDS} s")
    await asyncio.sleep(IDLE_SECONDS)
    idle = kyr.rss()
    warm_up = questions // 5
    warm = await memory_after(kyr, chats, 0, warm_up)
    end = await memory_after(kyr, chats, warm_up, questions)
    growth = end / warm - 1
    once = sum(count == 1 for chat in chats for count in chat.answers.values())
    rooms = f"memory, idle in {len(chats)} rooms"
    return [
        Row(rooms, mebibytes(idle), limit=mebibytes(IDLE_LIMIT), kept=idle <= IDLE_LIMIT),
        Row(f"  after {warm_up} questions", mebibytes(warm)),
        Row(f"  after {questions} questions", mebibytes(end)),
        Row("  growth", f"{growth:+.1%}", limit=f"{GROWTH_LIMIT:+.1%}", kept=growth <= GROWTH_LIMIT),
        Row("  answered exactly once", str(once), limit=str(questions), kept=once == questions),
    ]


async def many_chats(world: World, bot: Bot) -> list[Chat]:
    """A hundred chats of twenty people; four of the people have theirs encrypted."""
    chats: list[Chat] = []
    for number in range(PEOPLE):
        if number % 5:
            asker = await world.asker(bot)
            chats += [await asker.chat(greeted=True) for _ in range(ROOMS_EACH)]
        else:
            person = await world.sealed_asker(bot)
            chats += [await SealedChat.open(person, greeted=True) for _ in range(ROOMS_EACH)]
    return chats


async def memory_after(kyr: Kyr, chats: list[Chat], first: int, end: int) -> int:
    """Asks so many questions, one in each room at a time; then Kyr's memory."""
    numbers = iter(range(first, end))
    started = time.monotonic()

    async def keep_asking(chat: Chat) -> None:
        for number in numbers:
            await chat.ask(question(number))

    await asyncio.gather(*(keep_asking(chat) for chat in chats))
    progress(f"memory: {end} questions, {(end - first) / (time.monotonic() - started):.0f} a second")
    await asyncio.sleep(SETTLE_SECONDS)
    return kyr.rss()


# ---- all of it


async def measure(arguments: argparse.Namespace, folder: Path) -> bool:
    """Measures the parts that were asked for and prints the table as it grows; are all limits kept?"""
    parts: dict[str, Callable[[World], Awaitable[list[Row]]]] = {
        "replies": lambda world: replies(world, arguments.replies),
        "flood": lambda world: flood(world, arguments.each),
        "memory": lambda world: memory(world, arguments.questions),
    }
    print(HEADING.line(), flush=True)
    kept = True
    for part in (part for part in parts if part in (arguments.parts or parts)):
        # A server of its own, so that no part finds another's database.
        world = await World(folder / part).start()
        try:
            for row in await parts[part](world):
                print(row.line(), flush=True)
                kept &= row.kept is not False
        finally:
            await world.close()
    return kept


def add_number(parser: argparse.ArgumentParser, name: str, default: int, help: str) -> None:
    parser.add_argument(name, type=int, default=default, metavar="N", help=f"{help}; {default} if not given")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help="replies, flood, memory; without one, all")
    add_number(parser, "--replies", REPLIES, "questions to each bot in each kind of chat")
    add_number(parser, "--each", QUESTIONS_EACH, "questions of each person in the flood")
    add_number(parser, "--questions", MEMORY_QUESTIONS, "questions in the part on memory")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - {"replies", "flood", "memory"}:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="kyr-bench-") as folder:
        return 0 if asyncio.run(measure(arguments, Path(folder))) else 1


if __name__ == "__main__":
    sys.exit(main())
