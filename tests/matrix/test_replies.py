"""What Kyr's replies are like: kinds, form, choices and reactions, edits, read receipts, typing.

The form of a reply (type, HTML, body, description, place) is checked in every test of the suite, whenever one waits
for an answer; see replies.py.
"""

import asyncio

import pytest

import replies
from questions import A_NUMBER, BREAD, CHATTER, DOOR, ENGLISH, FILM, ITALIAN, PHONE, PUERTA, RED_CARD, SPANISH


@pytest.fixture
async def chat(ana):
    return await ana.room_with_kyr(direct=True)


@pytest.fixture
async def group(ana, bob):
    return await ana.room_with_kyr(bob)


# ---- kinds


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_the_kinds_of_replies(ana, encrypted):
    room = await ana.room_with_kyr(direct=True, encrypted=encrypted)
    for text, kind in {PHONE: "choices", BREAD: "not_covered", ITALIAN: "unserved", "!kyr help": "command"}.items():
        assert (await ana.ask(room, text)).kind == kind, text
    for locale, questions in {"en": ENGLISH, "es": SPANISH}.items():
        for text, topic in questions.items():
            answer = await ana.ask(room, text)
            assert (answer.topic, answer.locale) == (topic, locale), text
            assert "https://" in answer.body, "an answer without a source"


async def test_an_answer_is_more_than_one_plain_paragraph(ana, chat):
    page = replies.Page((await ana.ask(chat, DOOR)).content["formatted_body"])
    assert page.links, "no links in the HTML"
    assert {"h3", "h4"} & set(page.tags), "no heading"
    assert {"ol", "ul"} & set(page.tags), "no list"


# ---- choices


async def test_choices_carry_reactions_to_pick_by(ana, chat):
    choices = await ana.ask(chat, PHONE)
    wanted = replies.KEYS[: len(choices.reply["offers"])]
    await ana.until(lambda: len(ana.reactions(chat, choices.id)) >= len(wanted), "the reactions")
    answer = await ana.ask(chat, DOOR)
    await ana.settle(chat)
    assert ana.reactions(chat, choices.id) == wanted
    assert ana.reactions(chat, answer.id) == [], "reactions under an answer"


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_a_reaction_picks_in_a_direct_chat(ana, encrypted):
    room = await ana.room_with_kyr(direct=True, encrypted=encrypted)
    choices = await ana.ask(room, PHONE)
    await ana.react(room, choices.id, replies.KEYS[1])
    answer = await ana.answer(room, choices.id, asker=ana.id)
    assert answer.topic == choices.reply["topics"][1]
    assert answer.encrypted == encrypted
    await ana.settle(room)
    assert len(ana.answers(room, choices.id)) == 1


async def test_anybodys_reaction_picks_in_a_group_in_the_same_thread(ana, bob, group):
    root = await ana.say(group, CHATTER[0])
    question = await ana.in_thread(group, root, PHONE, m_mentions={"user_ids": [ana.kyr]})
    choices = await ana.answer(group, question)
    await bob.react(group, choices.id, replies.KEYS[0])
    answer = await bob.answer(group, choices.id, asker=bob.id)
    assert answer.thread == root
    assert answer.topic == choices.reply["topics"][0]


async def test_a_reaction_picks_from_what_any_reply_offers(ana, chat):
    declined = await ana.ask(chat, BREAD)
    assert declined.reply["offers"][0].startswith("section:"), declined.reply
    await ana.react(chat, declined.id, replies.KEYS[0])
    section = await ana.answer(chat, declined.id, asker=ana.id)
    assert section.kind == "command"
    assert section.reply["offers"][0].startswith("topic:"), section.reply
    await ana.react(chat, section.id, replies.KEYS[2])
    answer = await ana.answer(chat, section.id, asker=ana.id)
    assert f"topic:{answer.topic}" == section.reply["offers"][2]
    related = await ana.ask(chat, DOOR)
    await ana.ask(chat, A_NUMBER)
    await ana.react(chat, related.id, replies.KEYS[0])
    answer = await ana.answer(chat, related.id, asker=ana.id)
    assert f"topic:{answer.topic}" == related.reply["offers"][0], "an older message's offers are no longer its own"


async def test_reactions_that_pick_nothing(ana, bob, chat):
    choices = await ana.ask(chat, PHONE)
    mine = await ana.say(chat, DOOR)
    await ana.answer(chat, mine)
    before = len(ana.messages_of(chat))
    for event_id, key in [
        (choices.id, replies.KEYS[len(choices.reply["offers"])]),
        (choices.id, "👍"),
        (choices.id, "one"),
        (mine, replies.KEYS[0]),
    ]:
        await ana.react(chat, event_id, key)
    await ana.settle(chat)
    assert len(ana.messages_of(chat)) == before + 1, ana.describe(chat)


async def test_a_number_or_a_name_picks(ana, chat):
    choices = await ana.ask(chat, PHONE)
    assert (await ana.ask(chat, "2")).topic == choices.reply["topics"][1]
    await ana.ask(chat, PHONE)
    assert (await ana.ask(chat, "how should I lock")).topic == "phone-lock"


async def test_a_number_picks_in_the_thread_of_a_group(ana, group):
    root = await ana.say(group, f"!kyr {PHONE}")
    choices = await ana.answer(group, root)
    question = await ana.in_thread(group, root, "2")
    assert (await ana.answer(group, question)).topic == choices.reply["topics"][1]


# ---- edits


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
@pytest.mark.parametrize("direct", [True, False], ids=["direct", "group"])
async def test_an_edited_question_gets_an_edited_answer(ana, bob, direct, encrypted):
    room = await ana.room_with_kyr(*([] if direct else [bob]), direct=direct, encrypted=encrypted)
    mention = ana.addressed(room)
    question = await ana.say(room, DOOR, **mention)
    answer = await ana.answer(room, question)
    await ana.edit(room, question, A_NUMBER, **mention)
    await ana.until(lambda: ana.edits(room, answer.id), "the edited answer")
    await ana.settle(room)
    (edit,) = ana.edits(room, answer.id)
    replies.check(edit)
    new = edit.content["m.new_content"]
    assert new["kyr.reply"]["topics"] == ["find-detained-person"]
    assert edit.encrypted == encrypted
    assert len(ana.answers(room, question)) == 1, "a second answer beside the edited one"


async def test_each_further_edit_edits_the_same_answer(ana, chat):
    question = await ana.say(chat, DOOR)
    answer = await ana.answer(chat, question)
    await ana.edit(chat, question, A_NUMBER)
    await ana.until(lambda: len(ana.edits(chat, answer.id)) == 1, "the first edit")
    await ana.edit(chat, question, FILM)
    await ana.until(lambda: len(ana.edits(chat, answer.id)) == 2, "the second edit")
    topics = [edit.content["m.new_content"]["kyr.reply"]["topics"] for edit in ana.edits(chat, answer.id)]
    assert topics == [["find-detained-person"], ["recording-officers"]]


async def test_an_edit_that_addresses_kyr_gets_an_answer(ana, group):
    question = await ana.say(group, DOOR, m_mentions={})
    await ana.unanswered(group, question)
    await ana.edit(group, question, f"!kyr {DOOR}")
    (answer,) = await ana.answered_once(group, question)
    assert answer.topic == "home-visit"


async def test_an_edit_that_does_not_address_kyr_gets_nothing(ana, bob, group):
    question = await ana.say(group, CHATTER[0])
    edit = await ana.edit(group, question, DOOR)
    await ana.unanswered(group, question, edit)


async def test_nobody_edits_the_question_of_another(ana, bob, group):
    question = await ana.say(group, f"!kyr {DOOR}")
    answer = await ana.answer(group, question)
    edit = await bob.edit(group, question, f"!kyr {A_NUMBER}")
    await ana.unanswered(group, edit)
    assert ana.edits(group, answer.id) == []


@pytest.mark.long
async def test_after_two_minutes_an_edit_changes_nothing(ana, bob, group):
    chat = await ana.room_with_kyr(direct=True)
    asked, silent = await ana.say(chat, DOOR), await ana.say(group, DOOR, m_mentions={})
    answer = await ana.answer(chat, asked)
    await ana.unanswered(group, silent)
    await asyncio.sleep(122)
    edits = [await ana.edit(chat, asked, A_NUMBER), await ana.edit(group, silent, f"!kyr {A_NUMBER}")]
    await ana.settle(chat)
    await ana.unanswered(group, silent, edits[1])
    assert ana.edits(chat, answer.id) == []
    assert len(ana.answers(chat, asked)) == 1
    assert ana.answers(chat, edits[0]) == []


# ---- receipts and typing


async def test_what_it_has_handled_is_marked_as_read(ana, chat, group):
    question = await ana.say(chat, PUERTA)
    await ana.answer(chat, question)
    await ana.until(lambda: _has_read(ana, chat, question), "a read receipt in the direct chat")
    said = await ana.say(group, CHATTER[1])
    await ana.settle(group)
    await ana.until(lambda: _has_read(ana, group, said), "a read receipt in the group")


def _has_read(person, room: str, event_id: str) -> bool:
    """Is there a receipt of Kyr's for this event or a later one?"""
    order = [event.id for event in person.events(room)]
    later = set(order[order.index(event_id) :])
    return bool(later & set(person.read.get(room, {}).get(person.kyr, [])))


async def test_no_typing_before_quick_answers(ana, chat):
    quick = 0
    for text in [*ENGLISH, RED_CARD]:
        question = await ana.say(chat, text)
        sent = asyncio.get_running_loop().time()
        answer = await ana.answer(chat, question)
        if ana.arrived(answer.id) - sent < 0.4:
            quick += 1
            typing = [at for room, user, at in ana.typed if (room, user) == (chat, ana.kyr) and at >= sent]
            assert not typing, "it shows typing although it answers at once"
    assert quick, "no answer came within 0.4 s: this test has seen nothing"
