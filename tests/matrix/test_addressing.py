"""When Kyr answers and when it keeps silent: direct chats, groups, mentions, replies, threads, names, media."""

import pytest

from questions import A_NUMBER, CAR, CHATTER, DOOR, FILM, LAWYER, POLICE, RED_CARD, SILENT


@pytest.fixture
async def group(ana, bob):
    """A room with three members: Kyr, and two who can talk with each other."""
    return await ana.room_with_kyr(bob)


# ---- direct chats


async def test_in_a_direct_chat_every_text_is_a_question(ana):
    room = await ana.room_with_kyr(direct=True)
    questions = [
        await ana.say(room, DOOR),
        await ana.say(room, CHATTER[0]),
        await ana.say(room, A_NUMBER, m_mentions={}),
    ]
    answers = await ana.answered_once(room, *questions)
    assert [answer.kind for answer in answers] == ["answer", "not_covered", "answer"]


async def test_two_without_a_name_are_a_direct_chat(ana):
    room = await ana.room_with_kyr()
    ana.direct.add(room)
    await ana.answered_once(room, await ana.say(room, DOOR))


async def test_a_room_made_for_two_stays_direct_with_a_name(ana):
    room = await ana.room_with_kyr(direct=True, name="Questions about ICE")
    await ana.answered_once(room, await ana.say(room, DOOR))


async def test_two_in_a_room_with_a_name_are_a_group(ana):
    room = await ana.room_with_kyr(name="Neighbors")
    question = await ana.say(room, DOOR)
    await ana.unanswered(room, question)


async def test_a_third_makes_a_group_and_when_it_leaves_the_chat_is_direct_again(ana, bob):
    room = await ana.room_with_kyr(direct=True)
    await ana.ask(room, DOOR)
    ana.direct.discard(room)
    await ana.invite(room, bob)
    await bob.join(room)
    await ana.settle(room)
    question = await ana.say(room, A_NUMBER)
    await ana.unanswered(room, question)
    await bob.leave(room)
    await ana.member(room, bob.id, "leave")
    ana.direct.add(room)
    await ana.answered_once(room, await ana.say(room, FILM))


# ---- groups: addressed


async def test_it_answers_whoever_addresses_it(ana, group, subtests):
    profile = await ana.ok("GET", f"/profile/{ana.kyr}/displayname")
    name = profile["displayname"]
    nothing = {"m_mentions": {}}
    cases = {
        "a mention": (DOOR, {"m_mentions": {"user_ids": [ana.kyr]}}),
        "a mention beside another": (DOOR, {"m_mentions": {"user_ids": [ana.id, ana.kyr]}}),
        "!kyr": (f"!kyr {DOOR}", {}),
        "!kyr with an empty m.mentions": (f"!kyr {DOOR}", nothing),
        "!rights": (f"!rights {DOOR}", nothing),
        "!derechos": (f"!derechos {DOOR}", nothing),
        "its name and a colon": (f"{name}: {DOOR}", {}),
        "its name and a comma": (f"{name}, {DOOR}", {}),
        "its id and a colon": (f"{ana.kyr}: {DOOR}", {}),
        "its id and a comma": (f"{ana.kyr}, {DOOR}", {}),
        "its id at the end": (f"{DOOR} {ana.kyr}", {}),
    }
    for case, (text, content) in cases.items():
        with subtests.test(case):
            question = await ana.say(group, text, **content)
            assert (await ana.answer(group, question)).topic == "home-visit"


async def test_it_keeps_out_of_what_is_not_for_it(ana, bob, group):
    name = (await ana.ok("GET", f"/profile/{ana.kyr}/displayname"))["displayname"]
    questions = [
        await ana.say(group, DOOR),
        await ana.say(group, DOOR, m_mentions={}),
        await ana.say(group, DOOR, m_mentions={"user_ids": [bob.id]}),
        await ana.say(group, DOOR, m_mentions={"room": True}),
        await ana.say(group, f"{name}: {DOOR}", m_mentions={}),
        await ana.say(group, f"{name}, {DOOR}", m_mentions={"user_ids": [bob.id]}),
        await ana.say(group, f"{ana.kyr}: {DOOR}", m_mentions={}),
        await ana.say(group, f"{name} {DOOR}"),
        await ana.say(group, f"I asked {name}: {DOOR}"),
        await ana.say(group, f"{name}gyz, {DOOR}"),
        await ana.say(group, f"tell me, !kyr {DOOR}"),
    ]
    await ana.unanswered(group, *questions)


async def test_a_reply_to_kyr_addresses_it(ana, bob, group):
    answer = await ana.ask(group, DOOR)
    question = await bob.reply(group, answer.id, A_NUMBER)
    assert (await bob.answer(group, question)).topic == "find-detained-person"
    question = await bob.reply(group, answer.id, FILM, m_mentions={})
    assert (await bob.answer(group, question)).topic == "recording-officers"


async def test_a_reply_to_somebody_else_does_not(ana, bob, group):
    said = await ana.say(group, CHATTER[0])
    await bob.unanswered(
        group, await bob.reply(group, said, DOOR), await bob.reply(group, said, DOOR, m_mentions={"user_ids": [ana.id]})
    )


# ---- groups: threads


async def test_in_a_thread_that_it_has_answered_in_it_goes_on(ana, bob, group):
    root = await ana.say(group, DOOR, m_mentions={"user_ids": [ana.kyr]})
    await ana.answer(group, root)
    mine = await ana.in_thread(group, root, A_NUMBER)
    other = await bob.in_thread(group, root, FILM, m_mentions={})
    both = await bob.in_thread(group, root, POLICE, m_mentions={"user_ids": [ana.id, ana.kyr]})
    assert (await ana.answer(group, mine)).topic == "find-detained-person"
    assert (await bob.answer(group, other)).topic == "recording-officers"
    assert (await bob.answer(group, both)).topic == "police-and-ice"


async def test_in_such_a_thread_it_leaves_people_to_each_other(ana, bob, group):
    root = await ana.say(group, DOOR, m_mentions={"user_ids": [ana.kyr]})
    await ana.answer(group, root)
    question = await bob.in_thread(group, root, A_NUMBER, m_mentions={"user_ids": [ana.id]})
    last = await bob.in_thread(group, root, FILM)
    await bob.answer(group, last)
    await bob.unanswered(group, question)


async def test_in_other_threads_it_keeps_silent_until_it_is_addressed(ana, bob, group):
    root = await ana.say(group, CHATTER[0])
    silent = await bob.in_thread(group, root, DOOR)
    await bob.unanswered(group, silent)
    asked = await bob.in_thread(group, root, A_NUMBER, m_mentions={"user_ids": [ana.kyr]})
    answer = await bob.answer(group, asked)
    assert answer.thread == root
    assert (await ana.answer(group, await ana.in_thread(group, root, LAWYER))).topic == "find-lawyer"


async def test_a_mention_that_replies_in_no_thread_begins_one(ana, bob, group):
    said = await bob.say(group, CHATTER[0])
    question = await ana.reply(group, said, DOOR, m_mentions={"user_ids": [ana.kyr]})
    assert (await ana.answer(group, question)).thread == question


# ---- never


async def test_notices_are_never_answered(ana, bob, group):
    direct = await ana.room_with_kyr(direct=True)
    answer = await ana.ask(direct, DOOR)
    silent = [
        await ana.send(direct, {"msgtype": "m.notice", "body": DOOR}),
        await ana.send(direct, {"msgtype": "m.notice", "body": f"!kyr {DOOR}", "m.mentions": {"user_ids": [ana.kyr]}}),
    ]
    await ana.answered_once(direct, await ana.say(direct, A_NUMBER))
    for event_id in silent:
        assert not ana.answers(direct, event_id)
    assert not ana.answers(direct, answer.id), "it has answered itself"
    notice = {"msgtype": "m.notice", "body": f"!kyr {DOOR}", "m.mentions": {"user_ids": [ana.kyr]}}
    await bob.unanswered(group, await bob.send(group, notice))


async def test_what_was_said_before_it_came_is_left_alone(ana, bob):
    room = await ana.create_room(bob)
    await bob.join(room)
    before = [
        await ana.say(room, f"!kyr {DOOR}"),
        await bob.say(room, A_NUMBER, m_mentions={"user_ids": [ana.kyr]}),
    ]
    await ana.invite(room, ana.kyr)
    await ana.greeting(room)
    await ana.unanswered(room, *before)


async def test_an_invitation_is_no_question(ana, bob, group):
    """Names, topics, joins and reactions to people are no messages."""
    said = await ana.say(group, CHATTER[0])
    await ana.set_state(group, "m.room.name", {"name": f"!kyr {DOOR}"})
    await ana.set_state(group, "m.room.topic", {"topic": f"!kyr {DOOR}"})
    await bob.react(group, said, "1️⃣")
    await ana.settle(group)
    assert len(ana.messages_of(group)) == 2, f"more than a greeting and one answer:\n{ana.describe(group)}"


# ---- what is no text


async def test_what_is_no_text_gets_one_polite_line_in_a_direct_chat(ana, subtests):
    for kind, encrypted in {"image": True, "audio": False, "file": False, "video": True}.items():
        with subtests.test(kind):
            room = await ana.room_with_kyr(direct=True, encrypted=encrypted)
            sent = await ana.send(room, _medium(kind))
            (line,) = await ana.answered_once(room, sent)
            assert line.kind == "command"
            assert "text" in line.body, line.body


async def test_what_is_no_text_is_left_alone_in_groups(ana, group):
    await ana.unanswered(group, *[await ana.send(group, _medium(kind)) for kind in ("image", "audio", "file", "video")])


def _medium(kind: str) -> dict:
    name = {"image": "photo.png", "audio": "voice.ogg", "file": "paper.pdf", "video": "clip.mp4"}[kind]
    return {
        "msgtype": f"m.{kind}",
        "body": name,
        "filename": name,
        "url": "mxc://localhost/nothing",
        "info": {"size": 5},
    }


# ---- answers are its own


async def test_each_question_in_a_burst_is_answered_once_and_in_its_own_place(ana, bob, group):
    mention = {"m_mentions": {"user_ids": [ana.kyr]}}
    asked = []
    for text in (DOOR, A_NUMBER, SILENT, CAR, RED_CARD):
        asked += [await ana.say(group, text, **mention), await bob.say(group, text, **mention)]
    for answer, question in zip(await ana.answered_once(group, *asked), asked, strict=True):
        assert answer.thread == question
