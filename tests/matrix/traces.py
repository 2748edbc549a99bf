"""The search for what people leave behind: texts, their distinctive words, ids and names, in every usual writing.

It knows neither Kyr nor Matrix: it is given secrets and bytes.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

# Bytes of the shortest writing that is searched for; shorter ones could stand somewhere by chance.
SHORTEST = 7
_CHUNK = 1 << 16
# Ids that are 32 bytes in base64, with a sign before them.
_CODED = re.compile(r"[!$][\w-]{43}", re.ASCII)
_WORD = re.compile(r"\w+")


class Secrets:
    """What must not be found, with a name for each."""

    def __init__(self) -> None:
        self._named: dict[bytes, str] = {}
        # By their first bytes, so that the time does not grow with how many there are.
        self._heads: dict[bytes, list[bytes]] = {}

    def add(self, what: str, secret: str) -> None:
        """A text, an id or a name."""
        for writing, written in writings(secret):
            if len(written) >= SHORTEST and written not in self._named:
                self._named[written] = f"{what} “{secret}” ({writing})"
                self._heads.setdefault(written[:SHORTEST], []).append(written)

    def add_message(self, text: str, known: set[str]) -> None:
        """A text, and each of its words that is not among the `known` ones."""
        if text.casefold() not in known:
            self.add("the message", text)
        for word in words(text) - known:
            self.add("the word", word)

    def __len__(self) -> int:
        return len(self._named)

    def found_in(self, data: bytes) -> set[str]:
        """The names of those that stand in it."""
        found = set()
        for start in range(0, len(data), _CHUNK):
            chunk = data[start : start + _CHUNK + SHORTEST - 1]
            grams = {chunk[at : at + SHORTEST] for at in range(len(chunk) - SHORTEST + 1)}
            for head in grams & self._heads.keys():
                found |= {self._named[written] for written in self._heads[head] if written in data}
        return found

    def leaks(self, places: Iterable[tuple[str, bytes]]) -> list[str]:
        """Each place that holds one, with what it holds."""
        return [f"{place}: {what}" for place, data in places for what in sorted(self.found_in(data))]


def words(text: str) -> set[str]:
    """The words of a text that are long enough to tell something, in small letters."""
    return {word for word in _WORD.findall(text.casefold()) if len(word.encode()) >= SHORTEST}


def words_under(*folders: Path) -> set[str]:
    """All words of the files below; what stands there is nobody's secret."""
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return {word for path in files for word in words(path.read_text(errors="replace"))}


def writings(text: str) -> Iterator[tuple[str, bytes]]:
    """How a text may stand in a file, and its hashes, by which whoever guesses it would know it."""
    plain = text.encode()
    for form in dict.fromkeys((text, text.lower(), text.upper(), text.capitalize())):
        yield "as it is", form.encode()
        for coding in ("utf-16-le", "utf-16-be"):
            yield coding, form.encode(coding)
    yield "URL", quote(text, safe="").encode()
    yield "JSON", json.dumps(text)[1:-1].encode()
    yield "HTML", html.escape(text).encode()
    yield "hex", plain.hex().encode()
    yield "hex", plain.hex().upper().encode()
    for before in range(3):
        # Only the letters that no neighbour changes.
        coded = base64.b64encode(b"\0" * before + plain)[(before * 8 + 5) // 6 : (before + len(plain)) * 8 // 6]
        yield "base64", coded
        yield "base64", coded.replace(b"+", b"-").replace(b"/", b"_")
    if _CODED.fullmatch(text):
        yield "what it is the base64 of", base64.urlsafe_b64decode(text[1:] + "=")
    for algorithm in ("md5", "sha1", "sha256", "sha512"):
        digest = hashlib.new(algorithm, plain).digest()
        yield algorithm, digest
        yield algorithm, digest.hex().encode()
        yield algorithm, base64.b64encode(digest).rstrip(b"=")
    if text.isdecimal() and 1 << 40 <= int(text) < 1 << 64:
        yield "a number's bytes", int(text).to_bytes(8, "little")
        yield "a number's bytes", int(text).to_bytes(8, "big")


def files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below, by its path, as bytes. A file's name is part of it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = str(path.relative_to(folder))
            yield name, name.encode() + b"\n" + path.read_bytes()
