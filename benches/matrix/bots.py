"""The bots that are measured, each on an account of its own, and the homeserver beneath them."""

import asyncio
import itertools
import os
import time
from pathlib import Path

from chats import Asker, sealed_asker
from harness import Account, Kyr, Person, Synapse
from process import Process, tail

REPOSITORY = Path(__file__).resolve().parents[2]


class Echo:
    """The echo bot's process, as the harness's Kyr is Kyr's."""

    def __init__(self, synapse: Synapse, folder: Path, account: Account):
        self.synapse = synapse
        self.folder = folder
        self.account = account
        self._process: Process | None = None
        folder.mkdir(parents=True)

    @property
    def user_id(self) -> str:
        return self.account.user_id

    async def start(self) -> "Echo":
        """Starts the process and waits until it listens."""
        program = os.environ.get("ECHO", REPOSITORY / "target/release/examples/matrix-echo")
        command = [str(program), self.synapse.url, self.user_id, self.account.password, str(self.folder / "store")]
        log = self.folder / "echo.log"
        self._process = Process(command, log, self.folder, {"PATH": os.environ["PATH"], "HOME": str(self.folder)})
        limit = time.monotonic() + 60
        while "ready" not in log.read_text().splitlines():
            if not self._process.running or time.monotonic() > limit:
                raise AssertionError(f"the echo bot does not start:\n{tail(log)}")
            await asyncio.sleep(0.02)
        return self

    async def close(self) -> None:
        """Makes sure that the process is gone."""
        if self._process and self._process.running:
            await self._process.kill()


Bot = Kyr | Echo


class World:
    """A homeserver, the bots on it and the people who ask them."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.synapse = Synapse(folder / "synapse")
        self._closed_last: list[Asker | Person | Bot] = []
        self._numbers = itertools.count(1)

    async def start(self) -> "World":
        await self.synapse.start()
        return self

    async def close(self) -> None:
        for made in reversed(self._closed_last):
            await made.close()
        await self.synapse.close()

    async def kyr(self) -> Kyr:
        """A Kyr, ready."""
        kyr = await Kyr.create(self.synapse, self.folder / "kyr", "kyr")
        self._closed_last.append(kyr)
        return await kyr.start()

    async def echo(self) -> Echo:
        """An echo bot, ready."""
        echo = Echo(self.synapse, self.folder / "echo", await self.synapse.register("echo"))
        self._closed_last.append(echo)
        return await echo.start()

    async def asker(self, bot: Bot) -> Asker:
        """Somebody new with plain rooms, who will talk with that bot."""
        asker = await Asker.create(self.synapse, await self.synapse.register(self._name()), bot.user_id)
        self._closed_last.append(asker)
        return asker

    async def sealed_asker(self, bot: Bot) -> Person:
        """Somebody new with encrypted rooms, who will talk with that bot."""
        asker = await sealed_asker(self.synapse, self.folder / "people", bot.user_id, self._name())
        self._closed_last.append(asker)
        return asker

    def _name(self) -> str:
        return f"asker{next(self._numbers)}"
