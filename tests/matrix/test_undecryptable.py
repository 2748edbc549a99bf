"""Messages whose key doesn't come, or comes late."""

import asyncio

import pytest

from questions import A_NUMBER, DOOR


@pytest.mark.long
async def test_messages_without_a_key(ana, bob):
    """All cases at once, because they take more than a minute."""
    cases = (
        _never_in_a_direct_chat,
        _late_in_a_direct_chat,
        _never_as_a_reply,
        _never_in_its_thread,
        _never_and_unrelated,
    )
    results = await asyncio.gather(*(case(ana, bob) for case in cases), return_exceptions=True)
    failures = [f"{case.__name__}: {result}" for case, result in zip(cases, results, strict=True) if result]
    assert not failures, "\n\n".join(failures)


async def _never_in_a_direct_chat(ana, bob):
    room = await ana.room_with_kyr(direct=True, encrypted=True)
    sealed, _ = await ana.say_sealed(room, DOOR)
    await ana.ask(room, A_NUMBER)
    await _one_polite_line(ana, room, sealed)


async def _late_in_a_direct_chat(ana, bob):
    room = await ana.room_with_kyr(direct=True, encrypted=True)
    sealed, key = await ana.say_sealed(room, DOOR)
    await asyncio.sleep(15)
    assert not ana.answers(room, sealed), "answered before the key came"
    await ana.share_key(key, ana.kyr)
    answer = await ana.answer(room, sealed, timeout=10)
    assert answer.topic == "home-visit"
    await asyncio.sleep(50)
    await ana.settle(room)
    assert len(ana.answers(room, sealed)) == 1, ana.describe(room)


async def _never_as_a_reply(ana, bob):
    room = await ana.room_with_kyr(bob, encrypted=True)
    answer = await ana.ask(room, A_NUMBER)
    sealed, _ = await bob.say_sealed(room, DOOR, m_relates_to={"m.in_reply_to": {"event_id": answer.id}})
    await _one_polite_line(bob, room, sealed)


async def _never_in_its_thread(ana, bob):
    room = await ana.room_with_kyr(bob, encrypted=True)
    answer = await ana.ask(room, A_NUMBER)
    sealed, _ = await ana.say_sealed(room, DOOR, m_relates_to={"rel_type": "m.thread", "event_id": answer.thread})
    await _one_polite_line(ana, room, sealed)


async def _never_and_unrelated(ana, bob):
    room = await ana.room_with_kyr(bob, encrypted=True)
    said = await ana.say(room, "good morning everyone")
    sealed, _ = await ana.say_sealed(room, f"!kyr {DOOR}")
    reply, _ = await bob.say_sealed(room, f"!kyr {DOOR}", m_relates_to={"m.in_reply_to": {"event_id": said}})
    await asyncio.sleep(68)
    await ana.unanswered(room, sealed, reply)


async def _one_polite_line(person, room: str, sealed: str) -> None:
    """After a minute one line in relation to the message, which says that it couldn't be read."""
    line = await person.answer(room, sealed, timeout=90)
    waited = person.arrived(line.id) - person.arrived(sealed)
    assert line.kind == "command", line.reply
    assert 55 < waited < 75, f"it came after {waited:.0f} s"
    assert line.encrypted
    await person.settle(room)
    assert len(person.answers(room, sealed)) == 1
