"""Recorded requests of the bot as one HTML page that looks as Discord would show them.

Usage: python3 page.py RECORD.jsonl PAGE.html [--theme light] [--width 360 700] [--only PATH_SUBSTRING] [--open]
                       [--flow 2 [--height 1200]] [--direction auto]

It knows Discord's requests and how Discord's client reads text, but nothing of Kyr's topics or wording, and it asks
nobody: no network, no script. Of the markdown it reads what the bot writes (headings, small print, lists, bold, links,
backslashes) and what must never slip through (addresses with a preview, mentions); any other mark stays as it is.
"""

import argparse
import json
import re
from html import escape
from pathlib import Path

NAME = "Kyr"
STYLESHEET = Path(__file__).with_suffix(".css")
EPHEMERAL = 64
BUTTONS = {1: "blurple", 2: "grey", 3: "green", 4: "red", 5: "grey"}
EYE = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5C6 5 2.5 10 1.5 12 2.5 14 6 19 12 19s9.5-5 10.5-7'
    'C21.5 10 18 5 12 5Zm0 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9Zm0-2.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z"/></svg>'
)
ARROW = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m5.3 8 1.4-1.4L12 12l5.3-5.4L18.7 8 12 14.8Z"/></svg>'

# As the client reads: a heading swallows the empty lines after it, small print only the end of its own line, and a list
# ends at the first line that is neither an item nor indented, so an empty line parts two lists.
BLOCK = re.compile(
    r"""^(?:
      \ *(?P<level>\#{1,3})\s+(?P<title>(?!\s*\#)[^\n]+?)\#*\s*(?:\n|\Z)
    | \ *-\#\ +(?P<note>(?!-\#)[^\n]+)(?:\n|\Z)
    | (?P<list>(?P<bullet>[*-]|\d+\.)\ .+?)(?:\n(?!\ )(?!(?:[*-]|\d+\.)\ )|\Z)
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
ITEM = re.compile(r"^(?:[*-]|\d+\.) +", re.MULTILINE)
INDENT = re.compile(r"^ +", re.MULTILINE)
INLINE = re.compile(
    r"""
      \\(?P<escaped>[^0-9A-Za-z\s])
    | \*\*(?P<bold>(?:\\.|[^\\])+?)\*\*(?!\*)
    | \[(?P<label>(?:\\.|[^\]\\])+)\]\(<?(?P<target>https?://(?:\([^\s)]*\)|[^\s<>])+?)>?\)
    | <(?P<address>https?://[^\s<>]+)>
    | (?P<bare>https?://[^\s<]+[^\s<.,:;"'\]])
    | (?P<mention>@everyone|@here|<(?:@[!&]?|\#)\d+>)
    """,
    re.VERBOSE | re.DOTALL,
)


def main() -> None:
    options = arguments()
    options.page.write_text(page(read(options.record), options), encoding="utf-8")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Shows recorded replies as Discord does.")
    parser.add_argument("record", type=Path, help="JSON lines {method, path, body}")
    parser.add_argument("page", type=Path, help="the HTML file to write")
    parser.add_argument("--theme", choices=["dark", "light"], default="dark")
    parser.add_argument("--width", type=int, nargs="+", default=[380], metavar="N", help="pixels of each column")
    parser.add_argument("--flow", type=int, default=1, metavar="N", help="let the replies run on through N columns")
    parser.add_argument("--height", type=int, metavar="N", help="pixels of a column; what does not fit is cut off")
    parser.add_argument("--only", action="append", metavar="PATH_SUBSTRING", help="may be given more than once")
    parser.add_argument(
        "--direction", choices=["ltr", "auto"], default="ltr", help="of a text: left to right, or by its first letter"
    )
    parser.add_argument("--open", action="store_true", help="show the options of the lists")
    return parser.parse_args()


def read(record: Path) -> list[dict]:
    lines = record.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def page(requests: list[dict], options: argparse.Namespace) -> str:
    replies = "\n".join(shown(requests, options.only or [""], options.open))
    columns = "\n".join(column(replies, width, options) for width in options.width)
    written = (
        f'<!doctype html>\n<html lang="en" class="{options.theme}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{NAME} on Discord</title>\n'
        f"<style>\n{STYLESHEET.read_text(encoding='utf-8')}</style>\n<body>\n{columns}\n</body>\n</html>\n"
    )
    # Discord's client sets no direction (plug-ins exist that do); other apps may take it from the text.
    return written if options.direction == "auto" else written.replace(' dir="auto"', "")


def shown(requests: list[dict], only: list[str], is_open: bool) -> list[str]:
    """The replies whose path holds one of the substrings; the others are read too, because replies refer to them."""
    conversation = Conversation(is_open)
    replies = [(request["path"], conversation.show(request)) for request in requests]
    return [reply for path, reply in replies if reply and any(part in path for part in only)]


def column(replies: str, width: int, options: argparse.Namespace) -> str:
    style = f"--width: {width}px; --flow: {options.flow}"
    if options.height:
        style += f"; height: {options.height}px; column-fill: auto"
    return f'<section style="{style}">\n{replies}\n</section>'


class Conversation:
    """What was said so far, because a later request may depend on an earlier one of the same token."""

    def __init__(self, is_open: bool):
        self._open = is_open
        self._first: dict[str, str] = {}

    def show(self, request: dict) -> str:
        """A request as what a person sees of it; nothing for one that shows nothing."""
        path, body = request["path"].split("?")[0], request.get("body")
        parts = path.strip("/").split("/")
        if parts[-1] == "commands" and isinstance(body, list):
            return commands(body)
        if not isinstance(body, dict):
            return ""
        if parts[-1] == "callback":
            return self._callback(parts[-2], body)
        if parts[0] == "webhooks" and len(parts) == 3:
            return self._message(body, about=self._first.get(parts[2]))
        if parts[0] == "webhooks":
            return self._edit(parts[2], body)
        if "messages" in parts:
            return self._message(body, edited=request["method"] == "PATCH")
        return ""

    def _callback(self, token: str, body: dict) -> str:
        data = body.get("data") or {}
        match body.get("type"):
            case 4 | 7:
                self._first[token] = data.get("content", "")
                return self._message(data, edited=body["type"] == 7)
            case 5:
                return self._message(data, waiting=True)
            case 8:
                return choices(data.get("choices", []))
        return ""

    def _edit(self, token: str, body: dict) -> str:
        """The text that follows a deferral is not marked as edited."""
        edited = token in self._first
        self._first.setdefault(token, body.get("content", ""))
        return self._message(body, edited=edited)

    def _message(self, body: dict, about: str | None = None, edited: bool = False, waiting: bool = False) -> str:
        ephemeral = body.get("flags", 0) & EPHEMERAL
        return join(
            f'<article class="{"message ephemeral" if ephemeral else "message"}">',
            spine(about) if about else "",
            f'<div class="avatar">{NAME[0]}</div>',
            f'<header><b>{NAME}</b> <span class="tag">APP</span></header>',
            f'<p class="waiting">{NAME} is thinking…</p>' if waiting else content(body.get("content") or ""),
            '<p class="aside">(edited)</p>' if edited else "",
            *(row(components, self._open) for components in body.get("components") or []),
            f'<p class="aside">{EYE} Only you can see this • <a>Dismiss message</a></p>' if ephemeral else "",
            "</article>",
        )


def join(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def spine(about: str) -> str:
    """The line above a message that refers to an earlier one."""
    text = BLOCK.sub(lambda found: (found["title"] or found["note"] or found[0]) + "\n", about)
    return f'<p class="spine"><b>{NAME}</b> <span dir="auto">{inline(" ".join(text.split())[:120])}</span></p>'


def content(text: str) -> str:
    return f'<div class="content" dir="auto">{blocks(text)}</div>' if text else ""


def blocks(text: str) -> str:
    """Whole text: blocks, and between them lines whose ends count as in Discord."""
    written, at = [], 0
    for found in BLOCK.finditer(text):
        written += [inline(text[at : found.start()]), block(found)]
        at = found.end()
    return "".join([*written, inline(text[at:])])


def block(found: re.Match) -> str:
    if found["title"]:
        level = len(found["level"])
        return f"<h{level}>{inline(found['title'])}</h{level}>"
    if found["note"]:
        return f"<small>{inline(found['note'].strip())}</small>"
    items = [f"<li>{inline(INDENT.sub('', item).rstrip())}</li>" for item in ITEM.split(found["list"])[1:]]
    if found["bullet"] in "*-":
        return f"<ul>{''.join(items)}</ul>"
    start = int(found["bullet"][:-1])
    digits = len(str(start + len(items) - 1))
    return f'<ol start="{start}" style="--digits: {digits}">{"".join(items)}</ol>'


def inline(text: str) -> str:
    written, at = [], 0
    for found in INLINE.finditer(text):
        written += [escape(text[at : found.start()]), mark(found)]
        at = found.end()
    return "".join([*written, escape(text[at:])])


def mark(found: re.Match) -> str:
    if found["escaped"]:
        return escape(found["escaped"])
    if found["bold"]:
        return f"<strong>{inline(found['bold'])}</strong>"
    if found["mention"]:
        return f'<span class="mention">{escape(found["mention"])}</span>'
    target = found["target"] or found["address"] or found["bare"]
    label = inline(found["label"]) if found["label"] else escape(target)
    return f'<a href="{escape(target)}">{label}</a>'


def row(components: dict, is_open: bool) -> str:
    shown = "".join(component(each, is_open) for each in components.get("components", []))
    return f'<div class="row">{shown}</div>'


def component(each: dict, is_open: bool) -> str:
    off = " off" if each.get("disabled") else ""
    if each["type"] == 2:
        kind = BUTTONS.get(each.get("style"), "grey")
        return f'<span class="button {kind}{off}" dir="auto">{escape(each.get("label", ""))}</span>'
    placeholder = escape(each.get("placeholder") or "Make a selection")
    closed = f'<div class="select{off}"><span dir="auto">{placeholder}</span>{ARROW}</div>'
    return closed + (options_list(each.get("options", [])) if is_open else "")


def options_list(options: list[dict]) -> str:
    items = "".join(f'<li dir="auto">{escape(option["label"])}</li>' for option in options)
    return f'<ul class="options">{items}</ul>'


def choices(found: list[dict]) -> str:
    """What a field offers while a person types."""
    items = "".join(f'<li dir="auto">{escape(choice["name"])}</li>' for choice in found)
    items = items or "<li>No options match your search.</li>"
    return f'<article class="choices"><p>Options</p><ul>{items}</ul></article>'


def commands(registered: list[dict]) -> str:
    return f'<article class="commands">{"".join(map(command, registered))}</article>'


def command(each: dict) -> str:
    sign = "/" if each.get("type", 1) == 1 else ""
    options = "".join(f"<li>{described(option)}</li>" for option in each.get("options") or [])
    return f"<div>{described(each, sign)}{f'<ul>{options}</ul>' if options else ''}</div>"


def described(each: dict, sign: str = "") -> str:
    """A name and its description, then both in each language that has its own."""
    names, texts = each.get("name_localizations") or {}, each.get("description_localizations") or {}
    name, text = each["name"], each.get("description", "")
    own = [line(sign + names.get(code, name), texts.get(code, text), code) for code in sorted({*names, *texts})]
    return "".join([line(sign + name, text), *own])


def line(name: str, text: str, language: str = "") -> str:
    code = f"<i>{escape(language)}</i> " if language else ""
    return f'<p>{code}<b dir="auto">{escape(name)}</b> <span dir="auto">{escape(text)}</span></p>'


if __name__ == "__main__":
    main()
