"""Both platforms in one process, beside a Discord of our own: how soon Kyr is ready, and what memory it holds idle."""

import asyncio
import json
import subprocess
import time

import pytest

from harness import READY
from kyr import REPOSITORY
from questions import DOOR

IDLE_MIB = 120
READY_SECONDS = 2
IDLE_SECONDS = 10
BUILD = ["cargo", "build", "--locked", "--quiet", "--package", "kyr-discord-tests", "--bin", "kyr-discord-tests"]


@pytest.fixture
async def discord():
    """What a configuration needs to reach it."""
    subprocess.run(BUILD, cwd=REPOSITORY, check=True)
    target = subprocess.run(
        ["cargo", "metadata", "--locked", "--no-deps", "--format-version", "1"],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
    )
    program = json.loads(target.stdout)["target_directory"] + "/debug/kyr-discord-tests"
    process = await asyncio.create_subprocess_exec(
        program, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    yield json.loads(await process.stdout.readline())
    process.stdin.close()
    await process.wait()


async def test_it_is_ready_soon_and_idles_small(discord, newcomer, own_kyr, capsys):
    kyr = await own_kyr()
    token = discord.pop("token")
    kyr.settings["discord"] = discord | {"token_file": "secrets/discord-token"}
    (kyr.folder / "secrets/discord-token").write_text(token + "\n")
    await kyr.start()
    await kyr.logged("discord: ready")
    ana = await newcomer(kyr)
    room = await ana.room_with_kyr(direct=True, encrypted=True)
    assert (await ana.ask(room, DOOR)).kind == "answer"
    assert await kyr.stop() == 0
    begun = time.monotonic()
    kyr.launch()
    await asyncio.gather(kyr.logged(READY), kyr.logged("discord: ready"))
    ready = time.monotonic() - begun
    await asyncio.sleep(IDLE_SECONDS)
    idle = kyr.rss() / 2**20
    with capsys.disabled():
        print(f"\nboth platforms: ready after {ready:.2f} s, idle with {idle:.1f} MiB")
    assert (await ana.ask(room, DOOR)).kind == "answer"
    assert idle <= IDLE_MIB
    # With the time that the homeserver and Discord take for their answers.
    assert ready <= READY_SECONDS
