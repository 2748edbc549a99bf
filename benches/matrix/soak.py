"""A long time with a Kyr on Matrix, made short: many questions while everything around it breaks.

Twenty people ask in a hundred direct chats, every fifth encrypted, each chat one question at a time. Meanwhile
Kyr is killed (SIGKILL), the homeserver cannot be reached, the database restarts, packs come that are good and bad.
Afterwards every question has one answer: on Matrix nothing that was asked is lost to Kyr, whenever it was.

Kills come in the first two fifths. Then one process lives to the end: its memory at the half is compared with its
memory at the end, while everything but kills goes on.

benches/soak/run starts it. The exit code is 1 when a limit is missed.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import GROWTH_LIMIT, PEOPLE, Row, mebibytes, progress, question
from bots import World
from chats import Chat, SealedChat
from harness import Kyr
from storm import Database, Pack, Storm
from wire import Wire

QUESTIONS = 100_000
ROOMS = 100
# Kyr's own measure is longer; a question that waits longer than this counts as lost.
PATIENCE = 240
OLDEST = "5m"
SETTLE_SECONDS = 5
# Of fewer questions the memory says nothing.
TELLING = 10_000


class Asking:
    """Who asks where, and what came of it."""

    def __init__(self, chats: list[Chat]):
        self.chats = chats
        self.asked = 0
        self._ids: dict[Chat, list[str]] = {chat: [] for chat in chats}

    async def ask(self, end: int) -> None:
        """Asks until there have been so many questions in all, one in each chat at a time."""
        numbers = iter(range(self.asked, end))
        await asyncio.gather(*(self._keep_asking(chat, numbers) for chat in self.chats))

    async def _keep_asking(self, chat: Chat, numbers: Iterator[int]) -> None:
        for number in numbers:
            self.asked += 1
            asked = await chat.say(question(number))
            self._ids[chat].append(asked)
            try:
                await chat.answered([asked], PATIENCE)
            except AssertionError as error:
                progress(f"soak: {str(error).splitlines()[0]}")

    async def one_more(self) -> None:
        """A last question in each chat: second answers to earlier ones would have come by its answer."""
        await self.ask(self.asked + len(self.chats))

    def answered(self, times: range) -> int:
        """How many questions have so many answers."""
        return sum(chat.answers[asked] in times for chat, ids in self._ids.items() for asked in ids)


async def soak(world: World, folder: Path, questions: int, rooms: int, seed: int) -> list[Row]:
    """The whole of it; the lines of the table."""
    wire, pack = Wire(world.synapse.port), Pack(folder / "pack")
    database = Database() if os.environ.get("KYR_TEST_POSTGRES") else None
    if not database:
        progress("SKIPPED: without KYR_TEST_POSTGRES no database restarts; preferences are in a file")
    kyr = None
    try:
        kyr = await _kyr(world, await wire.open(), pack, database)
        storm = Storm(kyr, wire, pack, database, seed)
        asking = Asking(await _chats(world, kyr, rooms))
        warm, end = await _legs(storm, asking, questions, bool(database))
        return _rows(asking, storm, warm, end)
    finally:
        if kyr:
            await kyr.close()
        if database:
            database.remove()
        await wire.close()


async def _kyr(world: World, homeserver: str, pack: Pack, database: Database | None) -> Kyr:
    matrix = {"homeserver": homeserver, "oldest_question": OLDEST}
    kyr = await Kyr.create(world.synapse, world.folder / "kyr", "kyr", matrix=matrix)
    kyr.settings["content"] = {"dir": str(pack.folder)}
    if database:
        kyr.settings["database"], trusted = database.settings()
        kyr.environment |= trusted
    return await kyr.start(timeout=180)


async def _chats(world: World, kyr: Kyr, rooms: int) -> list[Chat]:
    """So many direct chats with twenty people; every fifth person has theirs encrypted."""
    chats: list[Chat] = []
    for number in range(PEOPLE):
        mine = range(number, rooms, PEOPLE)
        if number % 5:
            asker = await world.asker(kyr)
            chats += [await asker.chat(greeted=True) for _ in mine]
        elif mine:
            person = await world.sealed_asker(kyr)
            chats += [await SealedChat.open(person, greeted=True) for _ in mine]
    return chats


async def _legs(storm: Storm, asking: Asking, questions: int, database: bool) -> tuple[int, int]:
    """Kills, then warm-up, then the rest; the memory after the last two."""
    calm = {"cut": questions // 10_000, "hold": questions // 10_000, "tear": questions // 5_000}
    calm |= {"good_pack": questions // 10_000, "bad_pack": questions // 20_000}
    calm |= {"database_restart": questions // 10_000 if database else 0}
    calm = {name: max(count, 1 if name != "database_restart" or database else 0) for name, count in calm.items()}
    kills = {"kill": max(2, questions // 10_000)}
    memory = []
    warm_up = {name: calm[name] for name in ("good_pack", "bad_pack")}
    for part, counts in ((0.4, calm | kills), (0.5, warm_up), (1.0, calm)):
        first, end = asking.asked, int(questions * part)
        started = time.monotonic()
        plan = storm.plan(first, end, counts)
        await asyncio.gather(asking.ask(end), storm.rage(plan, lambda: asking.asked))
        seconds = time.monotonic() - started
        await asyncio.sleep(SETTLE_SECONDS)
        memory.append(storm.kyr.rss())
        progress(f"soak: {end} questions, {(end - first) / seconds:.0f} a second, {mebibytes(memory[-1])}")
    await asking.one_more()
    return memory[1], memory[2]


def _rows(asking: Asking, storm: Storm, warm: int, end: int) -> list[Row]:
    done, growth = storm.done, end / warm - 1
    lost, twice = asking.answered(range(1)), asking.answered(range(2, sys.maxsize))
    telling = asking.asked >= TELLING
    panics = storm.kyr.log().count("internal fault at")
    return [
        Row("Matrix: questions", str(asking.asked)),
        Row("  answered once", str(asking.answered(range(1, 2)))),
        Row("  lost", str(lost), limit="0", kept=lost == 0),
        Row("  answered twice", str(twice), limit="0", kept=twice == 0),
        Row("  kills", str(done["kill"])),
        Row("  cuts, silences, torn connections", f"{done['cut']}, {done['hold']}, {done['tear']}"),
        Row("  restarts of the database", str(done["database_restart"])),
        Row("  packs taken, refused", f"{done['good_pack'] + done['bad_pack']}, {done['bad_pack']}"),
        Row("  memory at the half", mebibytes(warm)),
        Row("  memory at the end", mebibytes(end)),
        Row(
            "  growth",
            f"{growth:+.1%}",
            limit=f"{GROWTH_LIMIT:+.1%}" if telling else "",
            kept=growth <= GROWTH_LIMIT if telling else None,
        ),
        Row("  panics", str(panics), limit="0", kept=panics == 0),
    ]


async def measure(arguments: argparse.Namespace, folder: Path) -> bool:
    """Prints the table; are all limits kept?"""
    world = await World(folder / "world").start()
    try:
        rows = await soak(world, folder, arguments.questions, arguments.rooms, arguments.seed)
    finally:
        await world.close()
    for row in rows:
        print(row.line(), flush=True)
    return all(row.kept is not False for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=QUESTIONS, metavar="N", help=f"{QUESTIONS} if not given")
    parser.add_argument("--rooms", type=int, default=ROOMS, metavar="N", help=f"{ROOMS} if not given")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32), help="of an earlier run")
    arguments = parser.parse_args()
    print(f"Matrix: {arguments.questions} questions in {arguments.rooms} rooms, seed {arguments.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="kyr-soak-") as folder:
        return 0 if asyncio.run(measure(arguments, Path(folder))) else 1


if __name__ == "__main__":
    sys.exit(main())
