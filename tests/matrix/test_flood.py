"""A thousand questions at once."""

import asyncio
from collections import Counter

import pytest

from questions import CAR, DOOR, ENGLISH, RED_CARD, WORK

PEOPLE = 20
QUESTIONS_EACH = 50
# One person may ask so many at once; what is urgent is answered however much was asked.
AT_ONCE = 200
TEXTS = [DOOR, CAR, WORK]


@pytest.mark.long
async def test_a_thousand_questions_at_once_are_each_answered_once(newcomer, own_kyr):
    """Twelve people in direct chats (four of them encrypted), eight in two groups."""
    kyr = await (await own_kyr()).start()
    people = [await newcomer(kyr) for _ in range(PEOPLE)]
    places = await asyncio.gather(
        *(_direct(person, encrypted=number < 4) for number, person in enumerate(people[:12])),
        _group(people[12:16]),
        _group(people[16:]),
    )
    talks = [talk for place in places for talk in place]
    asked = await asyncio.gather(*(_ask_all(person, room) for person, room in talks))
    await asyncio.gather(
        *(_answered(person, room, questions) for (person, room), questions in zip(talks, asked, strict=True))
    )
    await asyncio.gather(*(person.settle(room) for person, room in talks))
    for (person, room), questions in zip(talks, asked, strict=True):
        counts = Counter(event.reply_to for event in person.messages_of(room))
        wrong = {question: counts[question] for question in questions if counts[question] != 1}
        assert not wrong, f"not answered exactly once: {wrong}"
    assert sum(len(questions) for questions in asked) == PEOPLE * QUESTIONS_EACH
    assert kyr.running


async def test_who_asks_too_much_is_told_once(newcomer, own_kyr):
    kyr = await (await own_kyr()).start()
    ana, bob = await newcomer(kyr), await newcomer(kyr)
    room, other = await ana.room_with_kyr(direct=True), await bob.room_with_kyr(direct=True)
    flood = await asyncio.gather(*(ana.say(room, RED_CARD) for _ in range(AT_ONCE + 150)))
    urgent = await ana.say(room, DOOR)
    await _answered(ana, room, {urgent: ENGLISH[DOOR]})
    theirs = await bob.say(other, RED_CARD)
    await _answered(bob, other, {theirs: ENGLISH[RED_CARD]})
    await ana.settle(room)
    replies = [event for event in ana.messages_of(room) if event.reply_to in flood]
    told = [event for event in replies if "many questions at once" in event.body]
    assert len(told) == 1, f"told {len(told)} times"
    assert AT_ONCE < len(replies) < AT_ONCE + 120, "there is room for one more only every second"


async def _direct(person, encrypted: bool):
    return [(person, await person.room_with_kyr(direct=True, encrypted=encrypted))]


async def _group(people):
    room = await people[0].room_with_kyr(*people[1:])
    return [(person, room) for person in people]


async def _ask_all(person, room: str) -> dict[str, str]:
    """All the questions in one go; their topics by their ids."""
    texts = [TEXTS[number % len(TEXTS)] for number in range(QUESTIONS_EACH)]
    ids = await asyncio.gather(*(person.say(room, text, **person.addressed(room)) for text in texts))
    return {event_id: ENGLISH[text] for event_id, text in zip(ids, texts, strict=True)}


async def _answered(person, room: str, questions: dict[str, str]) -> None:
    def all_answered() -> bool:
        return questions.keys() <= {event.reply_to for event in person.messages_of(room)}

    await person.until(all_answered, f"answers to {len(questions)} questions", timeout=120)
    for question, topic in questions.items():
        assert (await person.answer(room, question)).topic == topic
