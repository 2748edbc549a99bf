"""Those who mean harm, by accident or not: malformed events, huge ones, bots that answer bots, impostors."""

import asyncio
import json
import os
import urllib.request

import pytest

import replies
from mutants import mutants
from questions import A_NUMBER, DOOR, ENGLISH, FILM, PHONE

ID = "$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"


def _malformed(kyr: str, existing: str) -> list[tuple[str, object]]:
    """Contents that no client writes, each with its type. `existing` is an answer of Kyr's."""
    text = {"msgtype": "m.text", "body": DOOR}
    mention = {"m.mentions": {"user_ids": [kyr]}}
    odd = [None, -5, True, "text", [], [["x"]], {"a": {"b": []}}]
    messages: list[object] = [{}, {"body": DOOR}, {"msgtype": "m.text"}, {"msgtype": "m.nonsense", "body": DOOR}]
    messages += [text | {"body": value} for value in odd if not isinstance(value, str)]
    messages += [text | {"msgtype": value} for value in odd]
    messages += [text | {"format": value, "formatted_body": value} for value in odd]
    messages += [text | {"m.mentions": value} for value in odd]
    messages += [text | {"m.mentions": {"user_ids": value}} for value in odd]
    messages += [text | {"m.mentions": {"user_ids": [value]}} for value in odd]
    messages += [text | mention | {"m.relates_to": value} for value in odd]
    messages += [text | mention | {"m.relates_to": {"m.in_reply_to": value}} for value in odd]
    messages += [text | mention | {"m.relates_to": {"m.in_reply_to": {"event_id": value}}} for value in odd]
    messages += [text | mention | {"m.relates_to": {"rel_type": value, "event_id": existing}} for value in odd]
    messages += [text | mention | {"m.relates_to": {"rel_type": "m.thread", "event_id": value}} for value in odd]
    messages += [text | mention | {"m.relates_to": {"rel_type": "m.thread", "event_id": ID}}]
    messages += [text | mention | {"m.relates_to": {"rel_type": "m.replace", "event_id": existing}}]
    messages += [text | mention | {"m.relates_to": {"rel_type": "m.replace", "event_id": ID}, "m.new_content": text}]
    for value in odd:
        messages += [
            text | mention | {"m.relates_to": {"rel_type": "m.replace", "event_id": existing}, "m.new_content": value}
        ]
        messages += [text | {"kyr.reply": value}]
    messages += [
        text | {"kyr.reply": {"kind": value, "locale": value, "topics": value, "offers": value}} for value in odd
    ]
    reactions = [{"m.relates_to": {"rel_type": "m.annotation", "event_id": existing, "key": value}} for value in odd]
    reactions += [{"m.relates_to": {"rel_type": "m.annotation", "event_id": value, "key": "1️⃣"}} for value in odd]
    reactions += [{}, {"m.relates_to": {"rel_type": "m.annotation", "event_id": existing, "key": "1️⃣" * 2000}}]
    sealed = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "ciphertext": "AAAA",
        "session_id": "x",
        "sender_key": "y",
        "device_id": "z",
    }
    encrypted: list[object] = [{}, sealed] + [sealed | {name: value} for name in sealed for value in (None, 5, {}, [])]
    redactions = [("m.room.redaction", {"redacts": ID}), ("m.room.redaction", {})]
    return (
        [("m.room.message", content) for content in messages]
        + [("m.reaction", content) for content in reactions]
        + [("m.room.encrypted", content) for content in encrypted]
        + redactions
    )


async def _sent(person, room: str, events, name: str = "odd-") -> int:
    """Sends all that the server takes; how much that was."""
    several = asyncio.Semaphore(8)

    async def one(number: int, kind: str, content) -> bool:
        async with several:
            status, _ = await person.request("PUT", f"/rooms/{room}/send/{kind}/{name}{room[1:9]}-{number}", content)
            return status == 200

    return sum(await asyncio.gather(*(one(number, *event) for number, event in enumerate(events))))


async def _alive(person, kyr, pid: int, *rooms: str) -> None:
    """The same process still answers, everywhere."""
    for room in rooms:
        assert (await person.ask(room, DOOR)).topic == "home-visit"
    assert kyr.running
    assert kyr.pid == pid


@pytest.mark.parametrize("direct", [True, False], ids=["direct", "group"])
async def test_malformed_events(newcomer, own_kyr, direct):
    kyr = await (await own_kyr()).start()
    pid = kyr.pid
    ana, mallory = await newcomer(kyr), await newcomer(kyr)
    safe = await ana.room_with_kyr(direct=True)
    room = await mallory.room_with_kyr(*([] if direct else [ana]), direct=direct)
    answer = await mallory.ask(room, DOOR)
    events = _malformed(kyr.user_id, answer.id)
    asked = asyncio.create_task(ana.ask(safe, A_NUMBER, timeout=15))
    taken = await _sent(mallory, room, events)
    assert taken > len(events) / 2, f"the server took only {taken} of {len(events)}"
    assert (await asked).topic == "find-detained-person", "others have to wait for it"
    await _alive(mallory, kyr, pid, room)
    await _alive(ana, kyr, pid, safe)
    for event in mallory.messages_of(room):
        replies.check(event)
    await kyr.restart()
    await _alive(mallory, kyr, kyr.pid, room)


# Events in each round: from so many people, that nobody asks more than one may.
SENDERS = 4
EACH = 80
# Bytes by which the memory may grow when everything comes once more.
GROWTH = 12 << 20


@pytest.mark.long
async def test_mutants_of_real_events_break_slow_and_grow_nothing(newcomer, own_kyr):
    """KYR_SEED chooses other ones."""
    seed = int(os.environ.get("KYR_SEED", "1"))
    kyr = await own_kyr()
    kyr.settings["metrics"] = {"listen": "127.0.0.1:0"}
    await kyr.start()
    pid = kyr.pid
    ana, *mallories = [await newcomer(kyr) for _ in range(SENDERS + 1)]
    safe = await ana.room_with_kyr(direct=True)
    sent = []
    for number, mallory in enumerate(mallories):
        room = await (mallory.room_with_kyr(ana) if number % 2 else mallory.room_with_kyr(direct=True))
        answer = await mallory.settle(room)
        sent.append((mallory, room, mutants(seed * 1000 + number, EACH, kyr.user_id, answer.id, list(ENGLISH))))
    sizes, taken = [], 0
    for turn in range(3):
        for mallory, room, events in sent:
            taken += await _sent(mallory, room, events, f"{turn}-")
        for mallory, room, _ in sent:
            await mallory.settle(room)
            for event in mallory.messages_of(room):
                replies.check(event)
        sizes.append(kyr.rss())
    counts = await asyncio.to_thread(_counts, await kyr.logged("metrics: listening on"))
    print(f"{3 * SENDERS * EACH} events, {taken} taken; resident memory {[size >> 20 for size in sizes]} MiB; {counts}")
    assert taken > SENDERS * EACH, f"the server took only {taken}"
    assert counts["panic"] == counts["deadline"] == 0, counts
    assert sizes[2] <= sizes[1] + GROWTH, f"it grows: {sizes}"
    await _alive(ana, kyr, pid, safe)


def _counts(line: str) -> dict[str, float]:
    """Faults by kind, as Kyr counts them."""
    address = line.rsplit(" ", 1)[1].strip('"}')
    page = urllib.request.urlopen(f"http://{address}/metrics").read().decode()
    lines = [line.split() for line in page.splitlines() if line.startswith("kyr_faults_total{")]
    return {json.loads(name.split("=")[1].rstrip("}")): float(count) for name, count in lines}


async def test_malformed_state_and_messages_to_its_device(newcomer, own_kyr):
    kyr = await (await own_kyr()).start()
    pid = kyr.pid
    ana, mallory = await newcomer(kyr), await newcomer(kyr)
    safe = await ana.room_with_kyr(direct=True)
    rooms = [await mallory.room_with_kyr(ana) for _ in range(2)]
    taken = 0
    for kind, content in [
        ("m.room.name", {"name": 5}),
        ("m.room.name", {"name": "x" * 50_000}),
        ("m.room.topic", {"topic": [{}]}),
        ("m.room.canonical_alias", {}),
        ("m.room.pinned_events", {"pinned": {"a": 1}}),
        ("m.room.join_rules", {"join_rule": "nonsense"}),
        ("m.room.history_visibility", {"history_visibility": "nonsense"}),
        ("m.room.avatar", {"url": 7}),
        ("m.room.server_acl", {"allow": "localhost"}),
        ("m.room.encryption", {"algorithm": "m.nonsense"}),
        ("m.room.tombstone", {"replacement_room": 5}),
        ("m.room.tombstone", {"replacement_room": "!nowhere:localhost"}),
        ("m.room.tombstone", {"replacement_room": rooms[0]}),
        ("m.room.tombstone", {}),
    ]:
        status, _ = await mallory.request("PUT", f"/rooms/{rooms[0]}/state/{kind}/", content)
        taken += status == 200
    assert taken >= 6, f"the server took only {taken}"
    device = next(iter((await kyr.synapse.keys_of(kyr.user_id))["device_keys"]))
    for number, (kind, content) in enumerate(
        [
            ("m.room.encrypted", {"algorithm": "m.olm.v1.curve25519-aes-sha2", "ciphertext": 5, "sender_key": "x"}),
            ("m.room.encrypted", {}),
            ("m.room_key", {"algorithm": 1, "room_id": rooms[1], "session_id": [], "session_key": "x"}),
            ("m.room_key_request", {"action": "request", "request_id": 5}),
            ("m.key.verification.request", {"from_device": 1, "methods": "none"}),
            ("m.nonsense", {"a": None}),
        ]
    ):
        messages = {"messages": {kyr.user_id: {device: content, "*": content}}}
        await mallory.request("PUT", f"/sendToDevice/{kind}/odd-{number}", messages)
    await _alive(mallory, kyr, pid, rooms[1])
    await _alive(ana, kyr, pid, safe)


async def test_huge_bodies(ana, bob, kyr):
    pid = kyr.pid
    room, safe = await ana.room_with_kyr(direct=True), await bob.room_with_kyr(direct=True)
    huge = [
        "a" * 60_000,
        "ICE is at my door. " * 3_000,
        "1 " * 30_000,
        "\n" * 30_000,
        "🏠" * 7_000,
        "z̸̢͇̲͙̈́" * 2_000,
        "\u202e" * 20_000,
        "!kyr " * 12_000,
        " ",
        "",
    ]
    asked = [await ana.send(room, {"msgtype": "m.text", "body": text}) for text in huge]
    assert (await bob.ask(safe, A_NUMBER, timeout=10)).topic == "find-detained-person", "others have to wait for it"
    await _alive(ana, kyr, pid, room)
    for question, text in zip(asked, huge, strict=True):
        assert len(ana.answers(room, question)) <= 1
        if len(text) > 100:
            assert all(text[:1000] not in answer.body for answer in ana.answers(room, question)), (
                "it repeats what it was told"
            )


async def test_deep_and_wild_html(ana, kyr):
    room = await ana.room_with_kyr(direct=True)
    for formatted in (
        "<div>" * 10_000 + "x",
        "<blockquote>" * 1_900 + "</blockquote>" * 1_900,
        "<mx-reply>" * 5_000,
        "&" * 50_000,
        "<a href='" + "x" * 50_000,
        "<script>alert(1)</script>" * 2_000,
    ):
        content = {"format": "org.matrix.custom.html", "formatted_body": formatted}
        answer = await ana.ask(room, DOOR, **content)
        assert answer.topic == "home-visit"
        assert "alert" not in answer.content["formatted_body"]


async def test_what_people_write_does_not_become_html(ana):
    room = await ana.room_with_kyr(direct=True)
    for text in (
        "<b>is this bold</b> & <script>x</script>",
        "[a link](https://example.org) and `code`",
        "topic <u>x</u>",
    ):
        answer = await ana.ask(room, text)
        assert "<script" not in answer.content["formatted_body"]
        assert "example.org" not in answer.content["formatted_body"]


async def test_what_must_not_be_told_is_not_repeated(ana):
    room = await ana.room_with_kyr(direct=True)
    answer = await ana.ask(room, "my husband was taken, his A-number is 087-654-321, how do I find him")
    assert "delete" in answer.body
    whole = str(answer.content)
    assert "654" not in whole
    assert "087" not in whole


# ---- bots among each other


@pytest.mark.parametrize("direct", [True, False], ids=["direct", "group"])
@pytest.mark.parametrize("kind", ["m.text", "m.notice"])
async def test_a_bot_that_repeats_what_it_says_is_not_answered(ana, bob, kind, direct):
    """In a direct chat the echo comes from the person's own account, as from a bridge."""
    room = await ana.room_with_kyr(*([] if direct else [bob]), direct=direct)
    echo = ana if direct else bob
    said = [await ana.greeting(room), await ana.ask(room, DOOR), await ana.ask(room, PHONE)]
    repeated = []
    for event in said:
        content = {"msgtype": kind, "body": event.body, "m.mentions": {"user_ids": [ana.kyr]}}
        repeated.append(await echo.send(room, content))
        repeated.append(await echo.send(room, content | {"m.relates_to": {"m.in_reply_to": {"event_id": event.id}}}))
        copy = {name: value for name, value in event.content.items() if name != "m.relates_to"}
        repeated.append(await echo.send(room, copy | {"msgtype": kind}))
    await ana.unanswered(room, *repeated)


async def test_two_kyrs_do_not_talk_to_each_other(ana, bob, kyr, own_kyr):
    second = await (await own_kyr()).start()
    room = await ana.room_with_kyr(bob)
    await ana.invite(room, second.user_id)
    await ana.member(room, second.user_id, "join")
    both = [kyr.user_id, second.user_id]
    question = await ana.say(room, DOOR, m_mentions={"user_ids": both})
    answers = [await ana.answer(room, question, by=user) for user in both]
    choices = await ana.say(room, PHONE, m_mentions={"user_ids": both})
    for user in both:
        answers.append(await ana.answer(room, choices, by=user))
    await bob.reply(room, answers[0].id, FILM)
    for user in both * 2:
        await ana.settle(room, by=user)
    for user, other in (both, both[::-1]):
        mine = {event.id for event in ana.messages_of(room, user)}
        theirs = [event for event in ana.events(room) if event.sender == other and mine & event.refers_to]
        assert not theirs, ana.describe(room)
        assert len(ana.answers(room, question, user)) == len(ana.answers(room, choices, user)) == 1


async def test_an_impostor_is_not_kyr(ana, newcomer, kyr):
    mallory = await newcomer(kyr)
    name = (await ana.ok("GET", f"/profile/{kyr.user_id}/displayname"))["displayname"]
    await mallory.ok("PUT", f"/profile/{mallory.id}/displayname", {"displayname": name})
    room = await ana.room_with_kyr(mallory)
    real = await ana.ask(room, PHONE)
    copy = {key: value for key, value in real.content.items() if key not in ("m.relates_to", "m.mentions")}
    false = await mallory.send(room, copy)
    root = await mallory.in_thread(room, await ana.say(room, "good morning everyone"), "I am Kyr")
    silent = [
        await ana.reply(room, false, A_NUMBER),
        await ana.say(room, A_NUMBER, m_mentions={"user_ids": [mallory.id]}),
        await ana.in_thread(room, ana.event(room, root).thread if ana.event(room, root) else root, A_NUMBER),
        false,
        root,
    ]
    await ana.react(room, false, replies.KEYS[0])
    await ana.unanswered(room, *silent)
    assert (await ana.ask(room, DOOR)).sender == kyr.user_id
