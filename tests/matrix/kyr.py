"""A Kyr of one's own: its configuration and secrets in a folder, its process, its log.

It runs the program that the environment variable KYR names and sees of it only what an operator sees.
"""

import asyncio
import itertools
import os
import signal
import time
from pathlib import Path

import yaml

from homeserver import Account, Synapse
from process import Process, die_with_parent, tail

REPOSITORY = Path(__file__).resolve().parents[2]
READY = "matrix: ready"
_numbers = itertools.count(1)


def program() -> Path:
    """The program under test."""
    path = Path(os.environ.get("KYR", REPOSITORY / "target/release/kyr")).absolute()
    assert path.exists(), f"{path} is not there: build it, or set KYR"
    return path


class Kyr:
    """One Kyr with its own user, configuration and store."""

    def __init__(
        self, synapse: Synapse, folder: Path, account: Account, matrix: dict | None = None, room: dict | None = None
    ):
        """`matrix` and `room` add to those parts of kyr.yaml; a value of None takes a setting out."""
        self.synapse = synapse
        self.folder = folder
        self.account = account
        self.settings = {"matrix": self._defaults() | (matrix or {})}
        if room:
            self.settings["room"] = room
        self.environment: dict[str, str] = {}
        self._process: Process | None = None
        self._read_from = 0
        (folder / "secrets").mkdir(parents=True)
        (folder / "secrets/password").write_text(account.password + "\n")

    @classmethod
    async def create(cls, synapse: Synapse, folder: Path, name: str | None = None, **parts) -> "Kyr":
        """Registers a user for it (a new name, when none is given); doesn't start it."""
        name = name or f"kyr{next(_numbers)}"
        return cls(synapse, folder / name, await synapse.register(name), **parts)

    @property
    def user_id(self) -> str:
        return self.account.user_id

    # ---- life

    def launch(self) -> Process:
        """Starts the process and waits for nothing."""
        self.write_configuration()
        self._read_from = len(self.log())
        # Another folder than that of the configuration: relative paths must be taken from the latter.
        self._process = Process(
            [str(program()), "run", "--config", str(self.folder / "kyr.yaml")],
            log=self.log_file,
            cwd=self.folder.parent,
            env=self._variables(),
        )
        return self._process

    async def run(self, subcommand: str, *arguments: str, answers: str = "") -> tuple[int, str]:
        """Runs another subcommand on the configuration to its end; returns the exit code and what it said."""
        process = await asyncio.create_subprocess_exec(
            str(program()),
            subcommand,
            "--config",
            str(self.folder / "kyr.yaml"),
            *arguments,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            cwd=self.folder.parent,
            env=self._variables(),
            preexec_fn=die_with_parent,
        )
        said, _ = await process.communicate(answers.encode())
        return process.returncode, said.decode()

    async def doctor(self) -> tuple[int, str]:
        """What the doctor says of it, and its exit code."""
        self.write_configuration()
        return await self.run("doctor")

    async def start(self, timeout: float = 60) -> "Kyr":
        """Starts the process and waits until it says that it is ready."""
        self.launch()
        await self.logged(READY, timeout=timeout)
        return self

    async def stop(self, timeout: float = 10) -> int:
        """SIGTERM; returns the exit code."""
        return await self._process.terminate(timeout)

    async def kill(self) -> None:
        """SIGKILL."""
        await self._process.kill()

    async def restart(self) -> None:
        """Ends it in order and starts it again."""
        await self.stop()
        await self.start()

    async def ended(self, timeout: float = 60) -> int:
        """Waits until it has ended by itself; returns the exit code."""
        return await self._process.ended(timeout)

    async def close(self) -> None:
        """Makes sure that the process is gone."""
        if self.running:
            await self.kill()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.running

    @property
    def pid(self) -> int:
        return self._process.pid

    def interrupt(self) -> None:
        """SIGINT, as from Ctrl-C."""
        os.kill(self.pid, signal.SIGINT)

    def rss(self) -> int:
        """Resident memory in bytes."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        raise AssertionError("the process has no memory: has it ended?")

    # ---- log

    @property
    def log_file(self) -> Path:
        return self.folder / "kyr.log"

    def log(self) -> str:
        """Everything that it has logged in all its lives."""
        return self.log_file.read_text(errors="replace") if self.log_file.exists() else ""

    def new_log(self) -> str:
        """What it has logged since its last start."""
        return self.log()[self._read_from :]

    def errors(self) -> str:
        """The lines of the last life that contain `error`, in small letters."""
        return "\n".join(line for line in self.new_log().lower().splitlines() if "error" in line)

    async def logged(self, *words: str, timeout: float = 60) -> str:
        """Waits for a line of this life that contains all these words, in whatever case; returns the line."""
        limit = time.monotonic() + timeout
        while True:
            running = self.running
            for line in self.new_log().splitlines():
                if all(word.lower() in line.lower() for word in words):
                    return line
            wanted = " … ".join(words)
            assert running, (
                f"ended with code {self._process.exit_code} before logging “{wanted}”:\n{tail(self.log_file)}"
            )
            assert time.monotonic() < limit, f"no line “{wanted}” within {timeout} s:\n{tail(self.log_file)}"
            await asyncio.sleep(0.02)

    # ---- files

    @property
    def recovery_key_file(self) -> Path:
        return self.folder / "secrets/recovery-key"

    @property
    def store_key_file(self) -> Path:
        return self.folder / "secrets/store-key"

    @property
    def store(self) -> Path:
        return self.folder / "store"

    def _defaults(self) -> dict:
        return {
            "homeserver": self.synapse.url,
            "user": self.account.user_id,
            "password_file": "secrets/password",
            "store": "store",
            "store_key_file": "secrets/store-key",
            "recovery_key_file": "secrets/recovery-key",
            "invited_by": ["localhost"],
            "oldest_question": "10m",
        }

    def _variables(self) -> dict[str, str]:
        inherited = {name: os.environ[name] for name in ("PATH", "LANG", "RUST_BACKTRACE") if name in os.environ}
        return inherited | {"HOME": str(self.folder)} | self.environment

    def write_configuration(self) -> None:
        matrix = {name: value for name, value in self.settings["matrix"].items() if value is not None}
        (self.folder / "kyr.yaml").write_text(yaml.safe_dump(self.settings | {"matrix": matrix}))
