"""What tests share: one Synapse and one Kyr for each worker, and makers of people, Kyrs and servers of one's own.

Whatever a test makes is ended after it, and each Kyr's log is searched for ids and messages.
"""

import asyncio
import contextlib
import os

import pytest

import privacy
from harness import SAID, Kyr, Person, Synapse
from process import die_with_parent


@pytest.fixture(scope="session")
async def synapse(tmp_path_factory):
    """The homeserver of most tests: no limits, never restarted."""
    server = Synapse(tmp_path_factory.mktemp("synapse"))
    try:
        yield await server.start()
    finally:
        await server.close()


@pytest.fixture(scope="session")
async def kyr(synapse, tmp_path_factory):
    """The Kyr of most tests, started once; at the end it must still run, stop in order and have kept silent."""
    made = await Kyr.create(synapse, tmp_path_factory.mktemp("kyr"), "kyr")
    try:
        await made.start()
        yield made
        assert made.running, f"the shared Kyr has ended:\n{made.log()[-2000:]}"
        assert await made.stop() == 0
        privacy.check(made.log(), SAID)
    finally:
        await made.close()


@pytest.fixture
async def newcomer(tmp_path):
    """Makes people: `await newcomer(kyr)` talks to that Kyr, on its homeserver."""
    made = []

    async def make(kyr: Kyr, name: str | None = None) -> Person:
        made.append(await Person.create(kyr.synapse, tmp_path / "people", kyr.user_id, name))
        return made[-1]

    yield make
    await asyncio.gather(*(person.close() for person in made))


@pytest.fixture
async def ana(newcomer, kyr):
    """Somebody who talks to the shared Kyr."""
    return await newcomer(kyr)


@pytest.fixture
async def bob(newcomer, kyr):
    """Somebody else who talks to the shared Kyr."""
    return await newcomer(kyr)


@pytest.fixture
async def own_kyr(synapse, tmp_path):
    """Makes Kyrs for one test: `await own_kyr(matrix={…}, room={…})`; not started yet."""
    made = []

    async def make(server: Synapse | None = None, **parts) -> Kyr:
        made.append(await Kyr.create(server or synapse, tmp_path / "kyrs", **parts))
        return made[-1]

    yield make
    for kyr in made:
        await kyr.close()
    for kyr in made:
        privacy.check(kyr.log(), SAID)


@pytest.fixture
async def own_synapse(tmp_path):
    """Makes a homeserver for one test, started."""
    async with contextlib.AsyncExitStack() as stack:

        async def make(**limits) -> Synapse:
            server = Synapse(tmp_path / f"synapse-{len(os.listdir(tmp_path))}", **limits)
            stack.push_async_callback(server.close)
            return await server.start()

        yield make


@pytest.fixture
def eventually():
    """Waits until `await look()` is true: for what no sync tells."""

    async def wait(look, what: str, timeout: float = 20):
        async def repeat():
            while not (found := await look()):
                await asyncio.sleep(0.1)
            return found

        try:
            return await asyncio.wait_for(repeat(), timeout)
        except TimeoutError:
            raise AssertionError(f"waited {timeout} s in vain for {what}") from None

    return wait


def pytest_configure():
    """A worker ends with the run, and with it what it has started."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        die_with_parent()


def pytest_collection_modifyitems(items):
    """Spreads the long tests over the beginnings of what the workers get, so that they begin first."""
    long = [item for item in items if item.get_closest_marker("long")]
    rest = [item for item in items if not item.get_closest_marker("long")]
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    share = -(-len(items) // workers)
    spread = []
    for worker in range(workers):
        mine = long[worker::workers]
        spread += mine + rest[: share - len(mine)]
        del rest[: share - len(mine)]
    items[:] = spread + rest
