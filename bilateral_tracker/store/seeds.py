"""What the project ships: the parties it knows, and source records with the commitments found in them.

A source record is a TOML file: the document, who took part, and what was promised, in words of our own.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bilateral_tracker.domain.anchoring import Bounds, cadence_of, read_year_start
from bilateral_tracker.domain.cadence import Cadence
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength, usual_arrears
from bilateral_tracker.domain.due_words import read_due
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.party import JOINT, Party
from bilateral_tracker.domain.period import read_period
from bilateral_tracker.domain.rhythm import read_rhythm
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


COMMITMENT_KEYS = frozenset(
    "kind title parties strength owed_by lead every first_due_on year_start until times words due due_on review_every "
    "arrears first_host first_session locator paraphrase".split()
)
"""What may be told of a commitment. `every` and `due` are words, as for `bilateral add`; `due_on` is a date."""


def _commitment(told: Table, source: Source) -> Commitment:
    for key in told.keys() - COMMITMENT_KEYS:
        raise ValueError(f"a commitment has no {key!r}; it may have {', '.join(sorted(COMMITMENT_KEYS))}")
    kind, agreed_on, review = Kind(told["kind"]), source.dated_on, told.get("review_every")
    due = _due(told, agreed_on)
    return Commitment(
        ref="",
        kind=kind,
        title=str(told["title"]),
        parties=tuple(_several(told["parties"], 'parties = ["PK", "CN"]')),
        agreed_on=agreed_on,
        strength=Strength(told.get("strength", "agreed")),
        owed_by=str(told.get("owed_by", JOINT)),
        lead=str(told.get("lead", "")),
        cadence=_cadence(told, agreed_on) if "every" in told else None,
        due=due if isinstance(due, Window) else None,
        due_after=None if isinstance(due, Window) else due,
        review_every=read_period(str(review)) if review else None,
        arrears=Arrears(told.get("arrears", usual_arrears(kind).value)),
        citations=(Citation(source.id, str(told["locator"]), paraphrase=str(told["paraphrase"])),),
        first_host=str(told.get("first_host", "")),
        first_session=int(str(told.get("first_session", 1))),
    )


def _due(told: Table, agreed_on: date) -> Window | EventDue | None:
    if "due_on" in told:
        return Window.day(_day(told["due_on"]))
    return read_due(str(told["due"]), agreed_on) if "due" in told else None


def _cadence(told: Table, agreed_on: date) -> Cadence:
    bounds = Bounds(
        first_due=Window.day(_day(told["first_due_on"])) if "first_due_on" in told else None,
        year_start=read_year_start(str(told["year_start"])) if "year_start" in told else None,
        until=_day(told["until"]) if "until" in told else None,
        times=int(str(told["times"])) if "times" in told else None,
        words=str(told.get("words", "")),
    )
    return cadence_of(read_rhythm(str(told["every"])), agreed_on, bounds)


def _several(value: object, form: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"where there may be several, write: {form}")
    return value


def _day(value: object) -> date:
    # A moment is a date, too, to Python.
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ValueError(f"{value!r} is not a date; write it like 2026-01-07, without quotes")
    return value
