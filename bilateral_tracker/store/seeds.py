"""What the project ships: the parties it knows, and source records with the commitments found in them.

A source record is a TOML file: the document, who took part, and what was promised, in words of our own.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bilateral_tracker.domain.cadence import cadence_from
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength, usual_arrears
from bilateral_tracker.domain.party import JOINT, Party
from bilateral_tracker.domain.period import read_period
from bilateral_tracker.domain.source import Citation, Participant, Source, SourceKind
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import TrackerError, WrongUsage

Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A document and the commitments in it, which have no references yet."""

    source: Source
    commitments: tuple[Commitment, ...]


def shipped(folder: str) -> Path:
    """Where a shipped folder lies: in the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / folder
    return installed if installed.is_dir() else package.parent / folder


def shipped_parties() -> list[Party]:
    """The parties described in `data/parties.toml`, by code."""
    described = _read(shipped("data") / "parties.toml")
    return [Party(code=code, **texts) for code, texts in sorted(described.items())]  # type: ignore[arg-type]


def shipped_records() -> list[SourceRecord]:
    """The source records in `seeds/`, by the name of their file."""
    return [read_record(path) for path in sorted(shipped("seeds").glob("*.toml"))]


def read_record(path: Path) -> SourceRecord:
    """The source record in a file. TrackerError names the file and what is wrong with it."""
    told = _read(path)
    try:
        source = _source(told)
        commitments = _several(told.get("commitment", []), "[[commitment]]")
        return SourceRecord(source, tuple(_commitment(one, source) for one in commitments))
    except KeyError as problem:
        raise TrackerError(f"{path} is not a source record: {problem} is missing") from problem
    except (ValueError, TypeError, WrongUsage) as problem:
        raise TrackerError(f"{path} is not a source record: {problem}") from problem


def _read(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise TrackerError(f"{path} cannot be read: {problem}") from problem


def _source(told: Table) -> Source:
    participants = _several(told.get("participant", []), "[[participant]]")
    return Source(
        id=str(told["id"]),
        kind=SourceKind(told["kind"]),
        title=str(told["title"]),
        dated_on=_day(told["dated_on"]),
        place=str(told.get("place", "")),
        location=str(told.get("location", "")),
        sha256=str(told.get("sha256", "")),
        participants=tuple(Participant(one["name"], one["office"], one["party"]) for one in participants),
    )


def _commitment(told: Table, source: Source) -> Commitment:
    kind, agreed_on = Kind(told["kind"]), source.dated_on
    every, first_due_on, due_on = told.get("every"), told.get("first_due_on"), told.get("due_on")
    period = read_period(str(every)) if every else None
    first = _day(first_due_on) if first_due_on else None
    review = told.get("review_every")
    return Commitment(
        ref="",
        kind=kind,
        title=str(told["title"]),
        parties=tuple(_several(told["parties"], 'parties = ["PK", "CN"]')),
        agreed_on=agreed_on,
        strength=Strength(told.get("strength", "agreed")),
        owed_by=str(told.get("owed_by", JOINT)),
        lead=str(told.get("lead", "")),
        cadence=cadence_from(period, agreed_on, first, words=str(told.get("words", ""))) if period else None,
        due=Window.day(_day(due_on)) if due_on else None,
        review_every=read_period(str(review)) if review else None,
        arrears=Arrears(told.get("arrears", usual_arrears(kind).value)),
        citations=(Citation(source.id, str(told["locator"]), paraphrase=str(told["paraphrase"])),),
    )


def _several(value: object, form: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"where there may be several, write: {form}")
    return value


def _day(value: object) -> date:
    # A moment is a date, too, to Python.
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{value!r} is not a date; write it like 2026-01-07, without quotes")
    return value
