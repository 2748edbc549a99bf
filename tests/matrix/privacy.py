"""What must never stand in a log: who wrote, where, and what."""

import re

# Texts shorter than this could stand in a log by chance.
SHORTEST = 12

_IDS = {
    "a user id": re.compile(r"@[a-z0-9._=/+-]+:localhost"),
    "a room id": re.compile(r"![A-Za-z0-9_-]{16,}"),
    "an event id": re.compile(r"\$[A-Za-z0-9_-]{20,}"),
}


def leaks(log: str, said: set[str]) -> list[str]:
    """Each line of the log that holds an id or something that was said, with the reason before it."""
    texts = {text for text in said if SHORTEST <= len(text) <= 1000}
    found = []
    for line in log.splitlines():
        found += [f"{what}: {line}" for what, pattern in _IDS.items() if pattern.search(line)]
        found += [f"“{text}”: {line}" for text in texts if text in line]
    return found


def check(log: str, said: set[str]) -> None:
    """Fails when the log tells something about a person."""
    found = leaks(log, said)
    assert not found, f"{len(found)} lines of the log tell too much:\n" + "\n".join(found[:10])
