"""Child processes that never outlive the tests: started so that the kernel ends them with their parent.

It knows nothing of Matrix.
"""

import asyncio
import contextlib
import ctypes
import signal
import subprocess
import time
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


def die_with_parent() -> None:
    """From now on this process is killed when the one that started it ends."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


class Process:
    """A program whose output goes to a file."""

    def __init__(self, command: list[str], log: Path, cwd: Path, env: dict[str, str]):
        self.log = log
        with log.open("ab") as output:
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=cwd,
                env=env,
                preexec_fn=die_with_parent,
            )

    @property
    def pid(self) -> int:
        return self._child.pid

    @property
    def running(self) -> bool:
        return self._child.poll() is None

    @property
    def exit_code(self) -> int | None:
        return self._child.poll()

    async def terminate(self, timeout: float) -> int:
        """SIGTERM; returns the exit code, or fails when the process is still there after `timeout` seconds."""
        if self.running:
            self._child.terminate()
        return await self.ended(timeout)

    async def kill(self) -> None:
        """SIGKILL: the process has no chance to tidy up."""
        if self.running:
            self._child.kill()
        await self.ended(10)

    async def ended(self, timeout: float) -> int:
        """Waits until the process has ended by itself; returns its exit code."""
        limit = time.monotonic() + timeout
        while self.running:
            if time.monotonic() > limit:
                raise AssertionError(f"still running after {timeout} s; its log:\n{tail(self.log)}")
            await asyncio.sleep(0.02)
        return self._child.returncode


def tail(log: Path, lines: int = 40) -> str:
    """The end of a log, for messages of failures."""
    with contextlib.suppress(FileNotFoundError):
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
    return "(no log)"
