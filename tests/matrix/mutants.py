"""Events that no client sends, made from those that clients send. The same for the same seed.

It must not know what Kyr makes of them, nor which of them a homeserver takes.
"""

import copy
import random

# Bytes of a body; with more, no homeserver takes the event.
LONGEST = 20_000

_LETTERS = ["a", "s", "ﷺ", "㎭", "㏒", "ﬃ", "İ", "ß"]
_LETTERS += ["한", "驱", "क्ष", "ـ", "𝕴", "\u0335", "\u0489", "\u0301"]
_WORDS = [
    "ice",
    "door",
    "what is",
    "hotlines",
    "texas",
    "menu",
    "more",
    "!kyr",
    "settings",
    "language",
    "12 st",
    "123-45-",
    "(213)",
    "555-0123",
    "@room",
    "javascript:alert(1)",
    "<script>alert(1)</script>",
    "&#0;",
    "{$x}",
    "\u202e",
    "\u2066",
    "\u200d",
    "👩‍❤️‍💋‍👨",
    "\x00",
    "\x1b[31m",
    "ᄒ",
    "ᅡ",
    "\n",
]
_TAGS = ["<div>", "<blockquote>", "<mx-reply>", "</mx-reply>", "<a href='x'>", "<!--", "&amp", "<b", "</p>", "<ul><li>"]
_OWN = ["kyr.reply", "m.mentions", "m.relates_to", "m.new_content", "format", "formatted_body", "body", "msgtype"]
_RELATIONS = ["m.thread", "m.replace", "m.annotation", "m.reference", "m.nonsense", ""]
_SEALED = {
    "algorithm": "m.megolm.v1.aes-sha2",
    "ciphertext": "AwgAEnACgAkLmt6qF84IK++J7UDH2Za1YVchHyprqTqsg",
    "session_id": "X3lUlvLELLYxeTx4yOVu6UDpasGEVO0Jbu+QFnm0cKQ",
    "sender_key": "IlRMeOPX2e0MurIyfWEucYBRVOEEUMrOHqn/8mLqMjA",
    "device_id": "RJYKSTBOIE",
}


def mutants(seed: int, count: int, kyr: str, existing: str, texts: list[str]) -> list[tuple[str, object]]:
    """Types and contents of events. `existing` is an event of the room, `texts` are what people write."""
    chance = random.Random(seed)
    return [_mutant(chance, kyr, existing, texts) for _ in range(count)]


def horror(chance: random.Random) -> str:
    """Something that is easy to write and hard to bear."""
    times = chance.choice([1, 3, 30, 300, 3_000])
    some = chance.choice([_LETTERS, _WORDS, _TAGS])
    if chance.random() < 0.5:
        text = chance.choice(some) * times
    elif chance.random() < 0.3:
        start = chance.choice([0x20, 0x300, 0x1100, 0x4E00, 0x1F300])
        text = "".join(chance.choices([chr(start + at) for at in range(90)], k=times))
    else:
        text = " ".join(chance.choices(some, k=times))
    return text.encode()[:LONGEST].decode(errors="ignore")


def _mutant(chance: random.Random, kyr: str, existing: str, texts: list[str]) -> tuple[str, object]:
    kind, content = chance.choices(
        [
            ("m.room.message", _message(chance, kyr, existing, texts)),
            ("m.reaction", {"m.relates_to": {"rel_type": "m.annotation", "event_id": existing, "key": "1️⃣"}}),
            ("m.room.encrypted", dict(_SEALED)),
        ],
        weights=[8, 1, 1],
    )[0]
    for _ in range(chance.choice([0, 0, 1, 2])):
        content = _damaged(chance, content)
    return kind, content


def _message(chance: random.Random, kyr: str, existing: str, texts: list[str]) -> dict:
    body = chance.choice([chance.choice(texts), horror(chance), chance.choice(texts) + horror(chance)])
    content: dict = {"msgtype": chance.choice(["m.text", "m.text", "m.emote", "m.image", "m.nonsense"]), "body": body}
    if chance.random() < 0.4:
        content |= {"format": "org.matrix.custom.html", "formatted_body": horror(chance)}
    if chance.random() < 0.5:
        users = chance.choice([[kyr], [kyr] * 200, [], [horror(chance)], [kyr, None]])
        content["m.mentions"] = {"user_ids": users, "room": chance.random() < 0.5}
    if chance.random() < 0.4:
        target = chance.choice([existing, "$" + "a" * 43, horror(chance)[:200]])
        relation = {"rel_type": chance.choice(_RELATIONS), "event_id": target, "is_falling_back": True}
        content["m.relates_to"] = relation | {"m.in_reply_to": {"event_id": target}}
        content["m.new_content"] = {"msgtype": "m.text", "body": horror(chance)}
    if chance.random() < 0.2:
        content["kyr.reply"] = {"kind": "choices", "locale": horror(chance)[:99], "offers": [horror(chance)[:99]] * 30}
    return content


def _damaged(chance: random.Random, content):
    """The same with something else in one place, wherever that is."""
    content = copy.deepcopy(content)
    at = content
    while isinstance(at, dict) and at:
        key = chance.choice(list(at))
        if isinstance(at[key], dict) and chance.random() < 0.6:
            at = at[key]
            continue
        if chance.random() < 0.2:
            del at[key]
        else:
            at[key] = _odd(chance)
        break
    if isinstance(content, dict) and chance.random() < 0.3:
        content[chance.choice(_OWN)] = _odd(chance)
    return content


def _odd(chance: random.Random):
    deep: object = horror(chance)[:50]
    for _ in range(chance.choice([1, 10, 60])):
        deep = chance.choice([[deep], {"a": deep}])
    plain = [None, True, -1, 2**53 - 1, "", [], {}, [None], [[]]]
    return chance.choice([*plain, horror(chance), deep, [horror(chance)[:9]] * 99])
