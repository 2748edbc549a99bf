"""How Kyr comes into rooms and how it leaves them: invitations, greetings, being alone, kicks, upgrades, many rooms."""

import asyncio
import re
from urllib.parse import quote

import pytest

import replies
from questions import A_NUMBER, DOOR, EITHER, EITHER_TOPIC, RED_CARD


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
@pytest.mark.parametrize("direct", [True, False], ids=["direct", "group"])
async def test_an_invited_kyr_greets_once_and_answers(ana, bob, direct, encrypted):
    room = await ana.room_with_kyr(*([] if direct else [bob]), direct=direct, encrypted=encrypted)
    answer = await ana.ask(room, DOOR)
    assert answer.topic == "home-visit"
    await ana.settle(room)
    (greeting,) = ana.greetings(room)
    assert greeting.kind == "command"
    assert greeting.locale == "en"
    assert "rights" in greeting.body
    assert re.search(r"\b(keep|store|log|remember)\b", greeting.body), f"nothing about what it keeps: {greeting.body}"
    assert {event.encrypted for event in ana.messages_of(room)} == {encrypted}


async def test_only_the_allowed_may_invite(newcomer, own_kyr):
    kyr = await (await own_kyr(matrix={"invited_by": ["@allowed:localhost", "example.org", "ocalhost"]})).start()
    allowed, other = await newcomer(kyr, "allowed"), await newcomer(kyr)
    for direct in (True, False):
        refused = await other.create_room(kyr.user_id, direct=direct)
        await other.member(refused, kyr.user_id, "leave")
        room = await allowed.room_with_kyr(direct=direct, name=None if direct else "Neighbors")
        await allowed.settle(room)
        written = [event.type for event in await other.history(refused) if event.sender == kyr.user_id]
        assert written == ["m.room.member"], "the refused room got more than the refusal"
    assert len(await kyr.synapse.joined_rooms(kyr.user_id)) == 2


async def test_a_star_allows_everybody(newcomer, own_kyr):
    kyr = await (await own_kyr(matrix={"invited_by": ["*"]})).start()
    anybody = await newcomer(kyr)
    room = await anybody.room_with_kyr(direct=True)
    assert (await anybody.ask(room, A_NUMBER)).kind == "answer"


async def test_invitations_while_it_was_away_are_accepted(newcomer, own_kyr):
    kyr = await own_kyr()
    ana = await newcomer(kyr)
    room = await ana.create_room(kyr.user_id, direct=True)
    ana.direct.add(room)
    await kyr.start()
    await ana.greeting(room)
    await ana.settle(room)
    assert len(ana.greetings(room)) == 1


async def test_left_alone_it_leaves_and_forgets(ana, bob, kyr, eventually):
    room = await ana.room_with_kyr(bob, name="Neighbors")
    await bob.leave(room)
    await ana.settle(room)
    assert room in await kyr.synapse.joined_rooms(kyr.user_id), "it left although somebody was there"
    await ana.leave(room)

    async def gone():
        return room not in await kyr.synapse.joined_rooms(kyr.user_id)

    await eventually(gone, "Kyr to leave the room")
    await eventually(lambda: _forgotten(kyr, room), "Kyr to forget the room")


async def _forgotten(kyr, room) -> bool:
    """Who has left a room may read what was before; who has forgotten it may not."""
    token = await kyr.synapse.act_as(kyr.user_id)
    path = f"/_matrix/client/v3/rooms/{quote(room)}/messages"
    status, _ = await kyr.synapse.request("GET", path, token, query={"dir": "b"})
    return status == 403


@pytest.mark.parametrize("how", ["kick", "ban"])
async def test_thrown_out_it_can_be_invited_again(ana, bob, kyr, how, eventually):
    room = await ana.room_with_kyr(bob)
    assert (await ana.ask(room, "!kyr settings language es")).kind == "command"
    await getattr(ana, how)(room, kyr.user_id)
    await ana.member(room, kyr.user_id, how if how == "ban" else "leave")
    await eventually(lambda: _forgotten(kyr, room), "Kyr to forget the room")
    if how == "ban":
        await ana.unban(room, kyr.user_id)
    await ana.invite(room, kyr.user_id)
    await ana.until(lambda: len(ana.greetings(room)) == 2, "a greeting after the second invitation")
    answer = await ana.ask(room, EITHER)
    assert (answer.topic, answer.locale) == (EITHER_TOPIC, "en"), "it has not forgotten the room's settings"
    await ana.settle(room)
    assert len(ana.greetings(room)) == 2


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_it_follows_an_upgrade_that_is_open_to_it(ana, bob, kyr, encrypted):
    old = await ana.room_with_kyr(bob, name="Neighbors", preset="public_chat", version="11", encrypted=encrypted)
    await ana.ask(old, "!kyr settings language es")
    new = await ana.upgrade(old, "12")
    await ana.member(new, kyr.user_id, "join")
    await _moved(ana, kyr, old, new)


async def test_it_follows_an_upgrade_by_anybodys_invitation(newcomer, own_kyr):
    kyr = await (await own_kyr(matrix={"invited_by": ["@trusted:localhost"]})).start()
    trusted, other = await newcomer(kyr, "trusted"), await newcomer(kyr)
    old = await trusted.room_with_kyr(other, name="Neighbors", version="11")
    await trusted.ask(old, "!kyr settings language es")
    await trusted.set_power(old, other.id, 100)
    new = await other.upgrade(old, "12")
    await other.invite(new, kyr.user_id)
    await other.member(new, kyr.user_id, "join")
    await _moved(other, kyr, old, new)


async def _moved(person, kyr, old: str, new: str) -> None:
    """Kyr answers in the new room as it did in the old one, greets nobody anew, and has left the old one."""
    if person.client.rooms[new].encrypted:
        await person.knows_keys_of(kyr.user_id)
    answer = await person.ask(new, EITHER)
    assert (answer.topic, answer.locale) == (EITHER_TOPIC, "es"), "the settings have not moved along"
    await person.settle(new)
    assert person.greetings(new) == []
    await person.member(old, kyr.user_id, "leave")


async def test_a_room_that_becomes_encrypted(ana):
    room = await ana.room_with_kyr(direct=True)
    assert not (await ana.ask(room, DOOR)).encrypted
    await ana.set_state(room, "m.room.encryption", {"algorithm": "m.megolm.v1.aes-sha2"})
    await ana.until(lambda: ana.client.rooms[room].encrypted, "encryption")
    await ana.knows_keys_of(ana.kyr)
    answer = await ana.ask(room, A_NUMBER)
    assert answer.encrypted
    assert answer.topic == "find-detained-person"


async def test_a_hundred_rooms(ana, kyr):
    several = asyncio.Semaphore(10)

    async def one() -> tuple[str, str]:
        async with several:
            room = await ana.room_with_kyr(direct=True, greeted=False)
            return room, await ana.say(room, RED_CARD)

    rooms = await asyncio.gather(*(one() for _ in range(100)))
    for room, question in rooms:
        await ana.greeting(room)
        await ana.answer(room, question, timeout=60)
    await ana.settle(rooms[-1][0])
    assert {len(ana.greetings(room)) for room, _ in rooms} == {1}
    assert {len(ana.answers(room, question)) for room, question in rooms} == {1}
    for room, _ in rooms:
        for event in ana.messages_of(room):
            replies.check(event)
