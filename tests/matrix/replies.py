"""What every message of Kyr's must look like, and where in the room it must stand.

`check` is called for each reply that a test waits for, so each test also proves the form.
"""

import functools
import html.parser
import re
import unicodedata

from events import Event
from kyr import REPOSITORY

KINDS = {"answer", "choices", "withdrawn", "not_covered", "unserved", "command"}
LOCALES = {"en", "es", "ht", "pt", "fr", "zh-Hans", "vi", "ko", "tl", "ar", "ru", "fa"}
KEYS = [f"{digit}\ufe0f\u20e3" for digit in range(1, 10)]
TAGS = {
    "p": set(),
    "br": set(),
    "h3": set(),
    "h4": set(),
    "strong": set(),
    "em": set(),
    "ul": set(),
    "ol": {"start"},
    "li": set(),
    "a": {"href"},
    "blockquote": set(),
    "span": {"dir"},
    "bdi": {"dir"},
    "div": {"dir"},
}
_OFFER = re.compile(r"(topic|section):([a-z0-9-]+)")
_DIRECTION_MARKS = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def topics() -> set[str]:
    """The ids of the shipped pack's topics."""
    return {path.stem for path in (REPOSITORY / "content/topics").glob("*/*.yaml")}


TOPICS = topics()


def check(event: Event) -> Event:
    """The form of a message of Kyr's; for an edit, of what it puts in place."""
    assert event.type == "m.room.message", event.type
    content = event.content
    if event.edits:
        content = content.get("m.new_content", {})
    check_content(content)
    return event


def check_content(content: dict) -> None:
    """Type, body, HTML and the description of the reply."""
    assert content.get("msgtype") == "m.notice", content
    assert content.get("format") == "org.matrix.custom.html", content
    body, formatted = content.get("body"), content.get("formatted_body")
    assert isinstance(body, str) and body.strip(), content
    assert isinstance(formatted, str) and formatted.strip(), content
    assert isinstance(content.get("m.mentions", {}), dict), f"m.mentions of another form: {content}"
    check_description(content.get("kyr.reply"))
    check_same(body, formatted)


def check_description(reply) -> None:
    """The field `kyr.reply`."""
    assert isinstance(reply, dict), f"no kyr.reply: {reply}"
    assert set(reply) == {"kind", "locale", "topics", "offers"}, reply
    assert reply["kind"] in KINDS, reply
    assert reply["locale"] in LOCALES, reply
    assert set(reply["topics"]) <= TOPICS, f"unknown topics: {reply}"
    assert len(set(reply["offers"])) == len(reply["offers"]), f"an offer stands twice: {reply}"
    for offer in reply["offers"]:
        found = _OFFER.fullmatch(offer)
        assert found, f"an offer of another form: {offer}"
        assert found[1] == "section" or found[2] in TOPICS, f"an unknown topic is offered: {offer}"
    if reply["kind"] == "answer":
        assert len(reply["topics"]) == 1, reply
    if reply["kind"] == "choices":
        assert 2 <= len(reply["topics"]) <= 4, reply
        assert reply["offers"] == [f"topic:{topic}" for topic in reply["topics"]], reply


@functools.cache
def check_same(body: str, formatted: str) -> None:
    """Only allowed HTML, and body and HTML hold the same words and links."""
    page = Page(formatted)
    plain = squeeze(body)
    for text in page.texts:
        assert squeeze(text) in plain, f"the body lacks “{squeeze(text)}”:\n{body}"
    for link in page.links:
        assert link in body, f"the body lacks the link {link}:\n{body}"
    shown = words(" ".join([*page.texts, *page.links]))
    numbers = set(re.findall(r"^\s*(\d+)[.)]", plain_lines(body), re.MULTILINE))
    extra = words(body) - shown - numbers
    assert not extra, f"the HTML lacks {sorted(extra)}:\n{formatted}"


def check_place(answer: Event, question: Event, direct: bool, asker: str | None = None) -> None:
    """A plain reply in a direct chat; in a group a thread, with nobody but the asker mentioned."""
    if direct:
        assert answer.relation == {"m.in_reply_to": {"event_id": question.id}}, answer.relation
        assert "m.mentions" not in answer.content, answer.content["m.mentions"]
        return
    assert answer.relation == {
        "rel_type": "m.thread",
        "event_id": question.thread or question.id,
        "is_falling_back": True,
        "m.in_reply_to": {"event_id": question.id},
    }, answer.relation
    assert answer.content["m.mentions"] == {"user_ids": [asker or question.sender]}, answer.content["m.mentions"]


class Page(html.parser.HTMLParser):
    """The texts and links of a piece of HTML; fails at what is not allowed or not closed."""

    def __init__(self, source: str):
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag, attributes):
        assert tag in TAGS, f"<{tag}> is not allowed"
        surplus = {name for name, _ in attributes} - TAGS[tag]
        assert not surplus, f"<{tag}> has {surplus}"
        self.tags.append(tag)
        if tag != "br":
            self._open.append(tag)
        if tag == "a":
            self.links.append(dict(attributes)["href"])

    def handle_startendtag(self, tag, attributes):
        assert tag == "br", f"<{tag}/>"
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self._open and self._open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, text):
        if text.strip():
            self.texts.append(text)

    def handle_comment(self, text):
        raise AssertionError(f"a comment: {text}")


def plain_lines(text: str) -> str:
    """Without marks of direction, in one normal form."""
    return unicodedata.normalize("NFC", text).translate(_DIRECTION_MARKS)


def squeeze(text: str) -> str:
    """In one line, with single spaces."""
    return " ".join(plain_lines(text).split())


def words(text: str) -> set[str]:
    """The words of a text; a link falls into several."""
    return set(re.findall(r"\w+", plain_lines(text)))
