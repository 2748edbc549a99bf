"""Whether other people's clients trust Kyr: its device is signed by its owner, and no message wears a red shield.

trust/check.mjs asks with matrix-js-sdk, which is what Element Web is made of.
"""

import asyncio
import json
import shutil
from pathlib import Path

from questions import DOOR

CHECK = Path(__file__).parent / "trust/check.mjs"


async def test_its_device_is_signed_now_and_after_a_restart(own_kyr):
    kyr = await (await own_kyr()).start()
    first = await _trusted(kyr)
    await kyr.restart()
    second = await _trusted(kyr)
    assert first["device"] == second["device"], "another device after a restart"
    assert set(second["devices"]) == {first["device"]}


async def test_a_new_device_is_signed_by_the_same_owner(own_kyr):
    kyr = await (await own_kyr()).start()
    first = await _trusted(kyr)
    identity = (await kyr.synapse.keys_of(kyr.user_id))["master_key"]
    await kyr.stop()
    shutil.rmtree(kyr.store)
    await kyr.start()
    second = await _trusted(kyr)
    assert first["device"] != second["device"]
    assert (await kyr.synapse.keys_of(kyr.user_id))["master_key"] == identity


async def test_a_client_without_an_identity_is_told_apart(own_kyr, newcomer):
    """The check of this file sees what it should: matrix-nio signs no devices, so its messages wear a red shield."""
    kyr = await own_kyr()
    person = await newcomer(kyr)
    asking = asyncio.create_task(_opinion(kyr, person.id))
    room = await person.until(lambda: next(iter(person.invitations), None), "an invitation")
    await person.join(room)
    question = await person.wait_for(room, lambda event: event.body == DOOR, "the question")
    await person.reply(room, question.id, "an answer")
    opinion = await asking
    assert opinion["body"] == "an answer"
    assert opinion["shield"] == "red"
    assert opinion["devices"] == {person.account.device_id: {"signedByOwner": False}}


async def _trusted(kyr) -> dict:
    """What a fresh client of somebody else's thinks of Kyr; fails when it distrusts it."""
    opinion = await _opinion(kyr, kyr.user_id)
    assert opinion["body"]
    assert opinion["devices"][opinion["device"]]["signedByOwner"], opinion
    assert opinion["shield"] != "red", opinion
    assert opinion["shield"] != "unknown", opinion
    assert not opinion["identityChanged"], opinion
    return opinion


async def _opinion(kyr, user: str) -> dict:
    person = await kyr.synapse.register(f"trust-{asyncio.get_running_loop().time()}")
    told = {
        "homeserver": kyr.synapse.url,
        "user": person.user_id,
        "password": person.password,
        "kyr": user,
        "question": DOOR,
    }
    node = await asyncio.create_subprocess_exec(
        "node",
        str(CHECK),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        output, errors = await asyncio.wait_for(node.communicate(json.dumps(told).encode()), 90)
    finally:
        if node.returncode is None:
            node.kill()
    assert node.returncode == 0, errors.decode()[-2000:]
    return json.loads(output)
