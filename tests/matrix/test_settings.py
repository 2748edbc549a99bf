"""A room's settings: who may change them, what they do, and that they stay."""

import pytest

from questions import CHATTER, DOOR, EITHER, EITHER_TOPIC, IN_STATE, PHONE, REGIONAL, SILENT


@pytest.fixture
async def group(ana, bob):
    return await ana.room_with_kyr(bob)


async def _language(person, room: str) -> str:
    """The language in which Kyr answers what is the same in all of them."""
    answer = await person.ask(room, EITHER)
    assert answer.topic == EITHER_TOPIC
    return answer.locale


async def _obeyed(person, room: str, text: str):
    """Says a command, which addresses Kyr by itself."""
    answer = await person.answer(room, await person.say(room, text))
    assert answer.kind == "command", f"{text}: {answer.body}"
    return answer


async def test_the_language(ana, group):
    assert await _language(ana, group) == "en"
    await _obeyed(ana, group, "!kyr settings language es")
    assert await _language(ana, group) == "es"
    assert (await ana.ask(group, DOOR)).locale == "en", "the message's own language comes before the room's"
    await _obeyed(ana, group, "!kyr ajustes idioma en")
    assert await _language(ana, group) == "en"


async def test_the_commands_in_spanish(ana, group):
    assert (await _obeyed(ana, group, "!kyr ajustes idioma es")).locale == "es"
    assert await _language(ana, group) == "es"


async def test_the_state(ana, group):
    assert IN_STATE not in (await ana.ask(group, REGIONAL)).body
    await _obeyed(ana, group, "!kyr settings state CA")
    assert IN_STATE in (await ana.ask(group, REGIONAL)).body
    await _obeyed(ana, group, "!kyr settings state none")
    assert IN_STATE not in (await ana.ask(group, REGIONAL)).body


async def test_clear_questions_may_be_answered_unasked(ana, bob, group):
    await ana.unanswered(group, await bob.say(group, DOOR))
    await _obeyed(ana, group, "!kyr settings answers clear")
    clear = await bob.say(group, SILENT)
    assert (await bob.answer(group, clear)).topic == "remain-silent"
    between_people = await ana.say(group, DOOR, m_mentions={"user_ids": [bob.id]})
    unclear = [await bob.say(group, text) for text in [*CHATTER, PHONE]]
    await bob.unanswered(group, *unclear)
    assert len(ana.answers(group, clear)) == 1
    assert not ana.answers(group, between_people), "it answers what mentions only others"
    await _obeyed(ana, group, "!kyr settings answers addressed")
    await ana.unanswered(group, await bob.say(group, DOOR))


async def test_they_are_shown(ana, group):
    before = await _obeyed(ana, group, "!kyr settings")
    await _obeyed(ana, group, "!kyr settings state CA")
    after = await _obeyed(ana, group, "!kyr settings")
    assert "California" not in before.body
    assert "California" in after.body


async def test_only_moderators_change_them(ana, bob, group):
    for level, may in {0: False, 49: False, 50: True}.items():
        await ana.set_power(group, bob.id, level)
        refusal = await _obeyed(bob, group, "!kyr settings language es")
        assert await _language(ana, group) == ("es" if may else "en"), f"power level {level}: {refusal.body}"


@pytest.mark.parametrize("version", ["11", "12"])
async def test_who_made_the_room_is_a_moderator(ana, bob, version):
    """From version 12 on, those who made a room do not stand among its power levels."""
    room = await ana.room_with_kyr(bob, version=version)
    await _obeyed(ana, room, "!kyr settings language es")
    assert await _language(ana, room) == "es"


async def test_nonsense_changes_nothing(ana, group):
    for nonsense in ("language klingon", "language", "state Narnia", "answers always", "color red", "language es en"):
        await _obeyed(ana, group, f"!kyr settings {nonsense}")
    assert await _language(ana, group) == "en"
    assert IN_STATE not in (await ana.ask(group, REGIONAL)).body


async def test_they_are_the_rooms_own(ana, bob, group):
    other = await ana.room_with_kyr(bob)
    await _obeyed(ana, group, "!kyr settings language es")
    assert await _language(bob, other) == "en"
    assert await _language(bob, group) == "es"


async def test_they_survive_a_restart_and_so_does_what_people_chose(newcomer, own_kyr):
    kyr = await (await own_kyr()).start()
    ana, bob = await newcomer(kyr), await newcomer(kyr)
    room = await ana.room_with_kyr(bob)
    direct = await bob.room_with_kyr(direct=True)
    for setting in ("language es", "state CA", "answers clear"):
        await _obeyed(ana, room, f"!kyr settings {setting}")
    await _obeyed(bob, direct, "language spanish")
    assert await _language(bob, direct) == "es"
    for restarted in (kyr.restart, _killed(kyr)):
        await restarted()
        assert await _language(ana, room) == "es"
        assert IN_STATE in (await ana.ask(room, REGIONAL)).body
        await bob.answer(room, await bob.say(room, SILENT))
        assert await _language(bob, direct) == "es"


def _killed(kyr):
    async def restart():
        await kyr.kill()
        await kyr.start()

    return restart
