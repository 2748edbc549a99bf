"""In which language Kyr answers: the person's choice, else the message's, else the room's."""

from questions import A_NUMBER, DOOR, EITHER, EITHER_TOPIC, ITALIAN, IN_STATE, PAN, PUERTA, REDADA, REGIONAL, TARJETA


async def test_the_language_of_the_message(ana, bob):
    for room in (await ana.room_with_kyr(direct=True), await ana.room_with_kyr(bob)):
        for text, locale in {DOOR: "en", PUERTA: "es", A_NUMBER: "en", TARJETA: "es", REDADA: "es", PAN: "es"}.items():
            assert (await ana.ask(room, text)).locale == locale, text


async def test_two_in_one_room_each_in_their_own(ana, bob):
    room = await ana.room_with_kyr(bob)
    for _ in range(2):
        assert (await ana.ask(room, DOOR)).locale == "en"
        assert (await bob.ask(room, PUERTA)).locale == "es"


async def test_a_choice_holds_in_all_rooms_until_it_is_forgotten(ana, bob):
    group = await ana.room_with_kyr(bob)
    direct = await bob.room_with_kyr(direct=True)
    assert (await bob.ask(direct, EITHER)).locale == "en"
    chosen = await bob.answer(group, await bob.say(group, "!kyr language spanish"))
    assert chosen.locale == "es"
    for room in (group, direct):
        answer = await bob.ask(room, EITHER)
        assert (answer.topic, answer.locale) == (EITHER_TOPIC, "es")
    assert (await ana.ask(group, EITHER)).locale == "en", "one person's choice holds for another"
    await bob.ask(direct, "forget me")
    for room in (direct, group):
        assert (await bob.ask(room, EITHER)).locale == "en"


async def test_a_person_may_choose_without_being_a_moderator_and_only_for_themselves(ana, bob):
    group = await ana.room_with_kyr(bob)
    await bob.answer(group, await bob.say(group, "!kyr state CA"))
    assert IN_STATE in (await bob.ask(group, REGIONAL)).body
    assert IN_STATE not in (await ana.ask(group, REGIONAL)).body


async def test_a_language_that_is_not_served(ana):
    room = await ana.room_with_kyr(direct=True)
    reply = await ana.ask(room, ITALIAN)
    assert reply.kind == "unserved"
    assert "Non parlo ancora italiano" in reply.body
    assert "https://" in reply.body, "nobody to turn to"


async def test_the_configured_language_and_state_of_rooms(newcomer, own_kyr):
    kyr = await (await own_kyr(room={"language": "es", "state": "CA"})).start()
    ana = await newcomer(kyr)
    room = await ana.room_with_kyr(direct=True)
    assert (await ana.greeting(room)).locale == "es"
    answer = await ana.ask(room, EITHER)
    assert (answer.topic, answer.locale) == (EITHER_TOPIC, "es")
    assert IN_STATE in (await ana.ask(room, REGIONAL)).body
