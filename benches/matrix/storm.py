"""What goes wrong around a Kyr on Matrix: kills, cuts, a database that restarts, packs good and bad.

What comes when is drawn from a seed before anything happens. It must not know who asks what.
"""

import asyncio
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from harness import Kyr
from wire import Wire

REPOSITORY = Path(__file__).resolve().parents[2]
_SERVER = REPOSITORY / "tests/postgres/server"
_MANIFEST = "pack.yaml"
_VERSION = "version: "
# So long a bad pack or a new one may take to be noticed on a busy machine.
_NOTICED = 120


class Pack:
    """A copy of the shipped pack that changes while Kyr answers from it."""

    def __init__(self, folder: Path):
        shutil.copytree(REPOSITORY / "content", folder)
        self.folder = folder
        self._number = 0

    def better(self) -> str:
        """Another version; returns its name."""
        self._number += 1
        self._write(f"{_VERSION}soak-{self._number}")
        return f"soak-{self._number}"

    def break_it(self) -> None:
        """A field that no pack has."""
        self._write("versoin: 1")

    def _write(self, line: str) -> None:
        path = self.folder / _MANIFEST
        lines = path.read_text().splitlines()
        at = next(number for number, old in enumerate(lines) if old.startswith((_VERSION, "versoin: ")))
        lines[at] = line
        path.write_text("\n".join(lines) + "\n")


class Database:
    """A PostgreSQL that nobody else uses."""

    def __init__(self) -> None:
        self._folder = _control("new")

    def settings(self) -> tuple[str, dict[str, str]]:
        """The line of the configuration, and what Kyr's environment needs besides."""
        port = (Path(self._folder) / "address").read_text().strip().rsplit(":", 1)[1]
        trusted = {"SSL_CERT_FILE": str(REPOSITORY / "tests/postgres/ca.pem")}
        return f"postgres://kyr:kyr-password@localhost:{port}/tls", trusted

    async def restart(self, away: float) -> None:
        await asyncio.to_thread(_control, "stop", self._folder)
        await asyncio.sleep(away)
        await asyncio.to_thread(_control, "start", self._folder)

    def remove(self) -> None:
        _control("remove", self._folder)


def _control(*arguments: str) -> str:
    done = subprocess.run([_SERVER, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


class Storm:
    """Does to a Kyr what was drawn, one thing after the other."""

    def __init__(self, kyr: Kyr, wire: Wire, pack: Pack, database: Database | None, seed: int):
        self.kyr = kyr
        self.done: Counter[str] = Counter()
        self._wire = wire
        self._pack = pack
        self._database = database
        self._random = random.Random(seed)

    def plan(self, first: int, end: int, counts: dict[str, int]) -> list[tuple[int, str]]:
        """When what happens while these questions are asked."""
        what = [name for name, count in counts.items() for _ in range(count)]
        return sorted((self._random.randrange(first, end), name) for name in what)

    async def rage(self, plan: list[tuple[int, str]], asked: Callable[[], int]) -> None:
        """Carries the plan out; `asked` is how many questions there have been."""
        for number, name in plan:
            while asked() < number:
                await asyncio.sleep(0.05)
            started = time.monotonic()
            await getattr(self, f"_{name}")()
            self.done[name] += 1
            print(f"soak: {name} at {number}, over after {time.monotonic() - started:.1f} s", file=sys.stderr, flush=True)

    async def _kill(self) -> None:
        await self.kyr.kill()
        await asyncio.sleep(self._random.uniform(0, 2))
        await self.kyr.start(timeout=180)

    async def _tear(self) -> None:
        self._wire.tear()

    async def _cut(self) -> None:
        await self._wire.cut(self._random.uniform(1, 6))

    async def _hold(self) -> None:
        await self._wire.hold(self._random.uniform(1, 6))

    async def _database_restart(self) -> None:
        if self._database:
            await self._database.restart(self._random.uniform(0, 3))

    async def _good_pack(self) -> None:
        version = self._pack.better()
        await self.kyr.logged("new texts are in use", version, timeout=_NOTICED)

    async def _bad_pack(self) -> None:
        refusals = self.kyr.new_log().count("pack: refused")
        self._pack.break_it()
        async with asyncio.timeout(_NOTICED):
            while self.kyr.new_log().count("pack: refused") == refusals:
                await asyncio.sleep(0.1)
        # A Kyr that is killed now would not start.
        await self._good_pack()
