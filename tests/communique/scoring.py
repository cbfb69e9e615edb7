"""How well the reader does on the passages of tests/communique/passages.jsonl: python -m tests.communique.scoring

A sentence counts as found, or as labelled, when a quote and the sentence share at least half of the shorter one. A
sentence whose only label is optional counts for nothing. Drafts and labels are paired by the share of the label that a
draft covers, the larger first, and each at most once; rhythm, time and strength are counted over the pairs.
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from bilateral_tracker.communique.document import Document
from bilateral_tracker.communique.extract import drafts
from bilateral_tracker.communique.sentences import sentences
from bilateral_tracker.domain.draft import Draft
from bilateral_tracker.domain.source import SourceKind

PASSAGES = Path(__file__).with_name("passages.jsonl")

Span = tuple[int, int]


class Label(NamedTuple):
    span: Span
    type: str
    recurrence: str
    deadline: str
    strength: str
    is_optional: bool


class Passage(NamedTuple):
    id: str
    document: Document
    labels: tuple[Label, ...]


class Tally(NamedTuple):
    """Sentences found, spurious and missed; of the pairs, those that agree, and those there are."""

    found: int = 0
    spurious: int = 0
    missed: int = 0
    pairs: int = 0
    type: int = 0
    rhythms: int = 0
    rhythm: int = 0
    times: int = 0
    time: int = 0
    strength: int = 0

    def __add__(self, other: "Tally") -> "Tally":  # type: ignore[override]  # counts add up, they are not joined
        return Tally(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + self.spurious)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


class Error(NamedTuple):
    passage: str
    what: str
    words: str


def passages() -> tuple[Passage, ...]:
    lines = PASSAGES.read_text(encoding="utf-8").splitlines()
    return tuple(_passage(json.loads(line)) for line in lines)


def score(passage: Passage) -> tuple[Tally, list[Error]]:
    found = drafts(passage.document)
    tally, errors = _sentences(passage, found)
    paired, disagreeing = _pairs(passage, found)
    return tally + paired, errors + disagreeing


def total() -> tuple[Tally, list[Error]]:
    results = [score(passage) for passage in passages()]
    return sum((tally for tally, _ in results), Tally()), [error for _, errors in results for error in errors]


def _passage(record: dict[str, Any]) -> Passage:
    kind = record["kind"]
    known = {one.value for one in SourceKind}
    document = Document(
        record["text"],
        date.fromisoformat(record["date"]),
        tuple(record["parties"]),
        kind=SourceKind(kind) if kind in known else SourceKind.READOUT,
    )
    return Passage(record["id"], document, tuple(_label(record["text"], one) for one in record["gold"]))


def _label(text: str, gold: dict[str, Any]) -> Label:
    start = text.index(gold["quote"])
    return Label(
        (start, start + len(gold["quote"])),
        gold["type"],
        gold["recurrence"] or "",
        gold["deadline"] or "",
        gold["strength"],
        gold["optional"],
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _touches(one: Span, others: list[Span]) -> bool:
    return any(2 * _shared(one, other) >= min(one[1] - one[0], other[1] - other[0]) for other in others)


def _sentences(passage: Passage, found: tuple[Draft, ...]) -> tuple[Tally, list[Error]]:
    firm = [one.span for one in passage.labels if not one.is_optional]
    optional = [one.span for one in passage.labels if one.is_optional]
    quoted = [(one.start, one.end) for one in found]
    tally, errors = Tally(), []
    for sentence in sentences(passage.document.text):
        span = (sentence.start, sentence.end)
        is_label, is_found = _touches(span, firm), _touches(span, quoted)
        if not is_label and _touches(span, optional):
            continue
        tally += Tally(found=is_label and is_found, spurious=is_found > is_label, missed=is_label > is_found)
        if is_label != is_found:
            errors.append(Error(passage.id, "missed" if is_label else "spurious", sentence.text))
    return tally, errors


def _pairs(passage: Passage, found: tuple[Draft, ...]) -> tuple[Tally, list[Error]]:
    ranked = sorted(
        (
            (_shared((one.start, one.end), label.span) / (label.span[1] - label.span[0]), -number, -place)
            for number, one in enumerate(found)
            for place, label in enumerate(passage.labels)
        ),
        reverse=True,
    )
    tally, errors, used = Tally(), [], (set[int](), set[int]())
    for share, number, place in ranked:
        if share < 1 / 2 or -number in used[0] or -place in used[1]:
            continue
        used[0].add(-number)
        used[1].add(-place)
        label, one = passage.labels[-place], found[-number]
        if not label.is_optional:
            tally += _agreement(label, one)
            errors += _disagreements(passage.id, label, one)
    return tally, errors


def _agreement(label: Label, one: Draft) -> Tally:
    return Tally(
        pairs=1,
        type=label.type == one.type.value,
        rhythms=bool(label.recurrence or one.recurrence),
        rhythm=bool(label.recurrence or one.recurrence) and label.recurrence == one.recurrence,
        times=bool(label.deadline or one.deadline),
        time=bool(label.deadline or one.deadline) and _due(label.deadline) == _due(one.deadline),
        strength=label.strength == one.strength.value,
    )


def _disagreements(passage: str, label: Label, one: Draft) -> list[Error]:
    compared = {
        "type": (label.type, one.type.value),
        "rhythm": (label.recurrence, one.recurrence),
        "time": (_due(label.deadline), _due(one.deadline)),
        "strength": (label.strength, one.strength.value),
    }
    return [
        Error(passage, f"{what}: {wanted or 'none'} wanted, {got or 'none'} read", one.quote)
        for what, (wanted, got) in compared.items()
        if wanted != got
    ]


def _due(deadline: str) -> str:
    """A length by itself, in months where it is one of years: from what it is counted is told in many words."""
    length = re.match(r"-?P(\d+)([DWMY])", deadline)
    if not length:
        return deadline
    return f"P{int(length[1]) * 12}M" if length[2] == "Y" else length[0]


def report() -> str:
    tally, errors = total()
    lines = [
        f"{len(passages())} passages: precision {tally.precision:.3f}, recall {tally.recall:.3f}, F1 {tally.f1:.3f}",
        f"of {tally.pairs} promises: type {tally.type}, strength {tally.strength}",
        f"rhythm {tally.rhythm} of {tally.rhythms}, time {tally.time} of {tally.times}",
        *(" | ".join(error) for error in errors),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())  # noqa: T201  # a report for whoever asks for it
