"""Registers to try things on: new ones of every sort, a file with the seeds in it, and stories recorded at random."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from bilateral_tracker.desk import decide
from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.desk.follow_up import finish_follow_up, raise_follow_up
from bilateral_tracker.desk.intake import add, open_register, take_in_record
from bilateral_tracker.desk.record import (
    record_forthcoming,
    record_fulfilment,
    record_postponement,
    record_release,
    record_review,
)
from bilateral_tracker.desk.undo import undo
from bilateral_tracker.domain.cadence import Cadence, Reading, periods_from
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength, usual_arrears
from bilateral_tracker.domain.decision import Amendment, Pause, Restatement, Withdrawal
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.source import Citation, Source, SourceKind
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import TrackerError
from bilateral_tracker.store import opening
from bilateral_tracker.store.audit import audit
from bilateral_tracker.store.database import Database, Row, in_memory
from bilateral_tracker.store.register import Home, Register, View
from bilateral_tracker.store.seeds import shipped_parties, shipped_records
from bilateral_tracker.store.sqlite import SqliteRegister
from tests.changing import replace

TODAY = date(2026, 11, 24)
OPENED_ON = date(2025, 12, 1)
HOME = Home("PK", "Asia/Karachi")
TURKIYE = Party("TR", "Türkiye", "Ankara", "Europe/Istanbul")
UNCUT = View(date.max)

some = settings(max_examples=40)
"""For stories: each is recorded in a register of its own."""

Fresh = Callable[[], AbstractContextManager[Register]]


def desk(register: Register, today: date = TODAY, keep: bool = True) -> Desk:
    """The register with an officer at nine in the morning of that day."""
    return Desk(register, "Ayesha Khan", f"{today}T09:00:00+05:00", today, keep)


def fill(register: Register) -> None:
    """Opens the register for the home desk, with the shipped parties and one more."""
    open_register(desk(register, OPENED_ON), HOME, [*shipped_parties(), TURKIYE])


def take_in_seeds(register: Register) -> None:
    """Records the shipped source records, a month after their meeting."""
    for record in shipped_records():
        take_in_record(desk(register, date(2026, 2, 7)), record)


MEETING = Commitment(
    ref="",
    kind=Kind.MEETING,
    title="Joint Working Group meets",
    parties=("PK", "CN"),
    agreed_on=date(2026, 1, 7),
    cadence=Cadence(Period(3, Unit.MONTH), date(2026, 1, 7)),
)


def agree(register: Register, **terms) -> str:
    """Records a commitment, a quarterly meeting unless the terms say otherwise, and returns its reference."""
    return add(desk(register), replace(MEETING, **terms), None).commitment.ref


def held(register: Register, ref: str, on: date, today: date = TODAY) -> int:
    """Records a sitting and returns the number of the entry."""
    return record_fulfilment(desk(register, today), ref, Outcome(OutcomeKind.HELD, on)).outcome.entry


# New registers, one maker for each sort of register there is.


@contextmanager
def new_file(folder: Path) -> Iterator[SqliteRegister]:
    """A register in a file of its own, filled; nobody pulls the plug, so that it need not wait for the disk."""
    template, path = folder / "template.db", folder / f"{os.urandom(8).hex()}.db"
    if not template.exists():
        opening.create_register(str(template), fill)
    shutil.copyfile(template, path)
    with opened(path, writes=True) as register:
        register.database.connection.execute("PRAGMA synchronous = OFF")
        yield register
    path.unlink()


@contextmanager
def new_in_memory(_: Path | None = None) -> Iterator[SqliteRegister]:
    """A register in memory, filled."""
    with closing(in_memory()) as database:
        TEMPLATE.database.connection.backup(database.connection)
        yield SqliteRegister(database)


TEMPLATE = opening.throw_away_register(fill)
MAKERS: dict[str, Callable[[Path], AbstractContextManager[Register]]] = {"file": new_file, "memory": new_in_memory}


@pytest.fixture(scope="session", params=MAKERS)
def fresh(request, tmp_path_factory) -> Fresh:
    """Makes new registers, filled: one sort of register after the other."""
    folder = tmp_path_factory.mktemp(request.param)
    maker = MAKERS[request.param]
    return lambda: maker(folder)


@pytest.fixture
def register(fresh) -> Iterator[Register]:
    """A new register of every sort, without commitments."""
    with fresh() as new:
        yield new


@pytest.fixture
def seeded(register: Register) -> Register:
    """A new register of every sort, with the seeds in it."""
    take_in_seeds(register)
    return register


# One file with the seeds in it, copied for each test that wants to maltreat it.


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to copy, not to touch."""
    path = tmp_path_factory.mktemp("seeded") / "register.db"

    def fill_with_seeds(register: Register) -> None:
        fill(register)
        take_in_seeds(register)

    return opening.create_register(str(path), fill_with_seeds)


@pytest.fixture
def path(seeded_file: Path, tmp_path: Path) -> Path:
    """The place of a register with the seeds in it, nobody using it."""
    target = tmp_path / "register.db"
    shutil.copyfile(seeded_file, target)
    target.chmod(0o600)
    return target


@contextmanager
def opened(path: Path, writes: bool = False) -> Iterator[SqliteRegister]:
    """The register at a place."""
    with closing(opening.open_register(str(path), writes)) as register:
        yield register


def bilateral(*typed: str | Path, register: Path, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """The whole program, run as a user would on 24 November 2026; `before` it, whatever starts it."""
    return subprocess.run(
        [*before, sys.executable, "-m", "bilateral_tracker", *map(str, typed)],
        env=environment(register),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def environment(register: Path) -> dict[str, str]:
    """The environment of a run of the program."""
    told = {"BILATERAL_REGISTER": str(register), "BILATERAL_TODAY": str(TODAY), "BILATERAL_AUTHOR": "Ayesha Khan"}
    return {**os.environ, **told}


def left_by_a_kill(path: Path) -> None:
    """Records a sitting and leaves the register as a killed writer does: the record is in the log beside it alone."""
    folder = path.with_name("killed")
    folder.mkdir()
    with opened(path, writes=True) as register:
        held(register, "PK-CN-1", date(2026, 4, 9))
        for one in path.parent.glob("register.db*"):
            shutil.copyfile(one, folder / one.name)
    for one in folder.iterdir():
        one.replace(path.with_name(one.name))
    folder.rmdir()


@dataclass(frozen=True)
class Medium:
    """A file system of one megabyte in a mount namespace of its own, which a waiting process keeps alive."""

    folder: Path
    keeper: int

    @property
    def _inside(self) -> Path:
        """The folder as this process can see it."""
        return Path(f"/proc/{self.keeper}/root{self.folder}")

    def put(self, file: Path) -> None:
        """Puts a copy of a file on the medium."""
        shutil.copyfile(file, self._inside / file.name)

    def files(self) -> set[str]:
        """The names of the files on the medium."""
        return {one.name for one in self._inside.iterdir()}

    def copied(self) -> Path:
        """A copy of the medium, outside of it."""
        return Path(shutil.copytree(self._inside, self.folder.with_name("copied")))

    def become_read_only(self) -> None:
        """Nothing can be written any more."""
        self._there("mount", "-o", "remount,ro", str(self.folder))

    def fill_up(self, but: int = 0) -> None:
        """Fills the medium but for so many kilobytes."""
        room = os.statvfs(self._inside)
        (self._inside / "filler").write_bytes(bytes(room.f_bavail * room.f_frsize - but * 1024))
        assert but * 1024 == os.statvfs(self._inside).f_bavail * room.f_frsize

    def make_room(self) -> None:
        """Takes away what filled it."""
        (self._inside / "filler").unlink()

    def run(self, *typed: str | Path) -> subprocess.CompletedProcess[str]:
        """The whole program, with the medium's register."""
        return bilateral(*typed, register=self.folder / "register.db", before=self._entry)

    @property
    def _entry(self) -> tuple[str, ...]:
        return ("nsenter", f"--mount=/proc/{self.keeper}/ns/mnt", "--")

    def _there(self, *command: str) -> None:
        subprocess.run([*self._entry, *command], check=True)


KEEP = 'mount -t tmpfs -o size=1m tmpfs "$1" && echo mounted && read -r _'


@pytest.fixture
def medium(tmp_path: Path) -> Iterator[Medium]:
    """A small file system that can be filled up and made read-only."""
    folder = tmp_path / "medium"
    folder.mkdir()
    if not shutil.which("unshare") or not shutil.which("nsenter"):
        pytest.skip("unshare and nsenter (util-linux) are missing: no file system of its own can be mounted")
    command = ["unshare", "--mount", "--propagation", "private", "sh", "-c", KEEP, "sh", str(folder)]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, text=True) as keeper:
        if keeper.stdout is None or keeper.stdout.readline() != "mounted\n":
            pytest.skip(f"no file system can be mounted here: {keeper.communicate()[1].strip()}")
        yield Medium(folder, keeper.pid)
        keeper.communicate()


def problems(database: Database) -> dict[str, tuple[str, ...]]:
    """What an audit finds wrong, by what it looked at; nothing if all is well."""
    return {finding.subject: finding.problems for finding in audit(database) if finding.problems}


def rows_of_all_tables(database: Database) -> dict[str, list[Row]]:
    """Every table with its rows, in a fixed order."""
    named = database.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {str(name): sorted(database.rows(f"SELECT * FROM {name}"), key=repr) for (name,) in named}


# Stories: what a desk might record in the course of years, a step a line; what the desk refuses is passed over.


@dataclass(frozen=True)
class Raise:
    """An action point to be raised."""

    due: str
    on: date


@dataclass(frozen=True)
class Finish:
    """An action point to be done."""

    number: int
    on: date


@dataclass(frozen=True)
class Decide:
    """A decision about the promise itself: `amend`, `pause`, `shift`, `forgive`, `withdraw` or `restate`."""

    act: str
    on: date
    effective: date
    cadence: Cadence | None


@dataclass(frozen=True)
class Undo:
    """So many entries before the latest; the latest that counts if None."""

    back: int | None


@dataclass(frozen=True)
class Step:
    """What is recorded on a day about a commitment: a new one, or the one that `which` picks."""

    today: date
    fact: Commitment | Outcome | date | Raise | Finish | Decide | Undo
    which: int


PERIODS = [Period(3, Unit.MONTH), Period(1, Unit.MONTH), Period(2, Unit.WEEK), Period(1, Unit.YEAR)]
DUES = ["", "2026-05-31", "2027-01-31", "14 days before the next sitting", "30 days after it was held"]


@st.composite
def cadences(draw, day: date) -> Cadence:
    """A rhythm from a day on, in any of its readings, on a grid more often than not."""
    period, reading = draw(st.sampled_from(PERIODS)), draw(st.sampled_from([Reading.GRID] * 3 + list(Reading)))
    if reading is Reading.PERIOD:
        return replace(periods_from(period, day, (4, 1)), is_floor=draw(st.booleans()))
    times = draw(st.sampled_from([None, None, 3])) if reading is not Reading.ON_REQUEST else None
    return Cadence(period, day, draw(st.integers(0, 1)), reading, times=times)


@st.composite
def commitments(draw, today: date) -> Commitment:
    """A commitment agreed on or before that day; two thirds recur, one in five is only on file."""
    agreed_on = today - timedelta(draw(st.sampled_from([0, 30, 400])))
    kind = draw(st.sampled_from([Kind.MEETING, Kind.MEETING, *Kind]))
    rhythms = ["cadence", "cadence", "cadence", "due", "event", "undated"]
    rhythm = draw(st.sampled_from(rhythms)) if kind is not Kind.STANDING else "undated"
    earliest = agreed_on + timedelta(draw(st.integers(0, 200)))
    return Commitment(
        ref="",
        kind=kind,
        title=draw(st.sampled_from(["Joint Working Group meets", "Hotline"])),
        parties=draw(st.sampled_from([("PK", "CN"), ("CN", "PK"), ("TR", "PK")])),
        agreed_on=agreed_on,
        strength=draw(st.sampled_from([Strength.AGREED] * 3 + [Strength.OFFERED, Strength.NOTED])),
        owed_by=draw(st.sampled_from(["joint", "PK"])),
        lead=draw(st.sampled_from(["", "Ministry of Interior"])),
        cadence=draw(cadences(agreed_on)) if rhythm == "cadence" else None,
        due_after=EventDue("ratification", Period(6, Unit.MONTH)) if rhythm == "event" else None,
        due=Window(earliest, earliest + timedelta(draw(st.integers(0, 90)))) if rhythm == "due" else None,
        review_every=Period(2, Unit.MONTH) if rhythm == "undated" and draw(st.booleans()) else None,
        grace_days=draw(st.sampled_from([0, 0, 14, 100])),
        arrears=draw(st.sampled_from([usual_arrears(kind), *Arrears])),
        citations=(Citation("paper", quote=draw(st.sampled_from(["", "shall meet"])), paraphrase="They meet."),)
        if draw(st.booleans())
        else (),
    )


DATED = (OutcomeKind.POSTPONED, OutcomeKind.PROPOSED, OutcomeKind.ARRANGED, OutcomeKind.OCCURRED)
WHOLE = (OutcomeKind.REQUESTED, OutcomeKind.OCCURRED, OutcomeKind.SWAPPED)
ACTS = ["amend", "amend", "pause", "pause", "shift", "forgive", "withdraw", "restate"]


@st.composite
def decisions(draw, today: date) -> Decide:
    """A decision on or before that day, in force then or later."""
    on = draw(past_days(today))
    effective = on + timedelta(draw(st.sampled_from([0, 0, 30, 200])))
    return Decide(draw(st.sampled_from(ACTS)), on, effective, draw(st.none() | cadences(effective)))


@st.composite
def outcomes(draw, today: date) -> Outcome:
    """An outcome of some occurrence on or before that day."""
    kind = draw(st.sampled_from([OutcomeKind.HELD, OutcomeKind.HELD, OutcomeKind.POSTPONED, *OutcomeKind]))
    to = today + timedelta(draw(st.sampled_from([150, 30, 400, -30]))) if kind in DATED else None
    number = draw(st.sampled_from([None, None, 1, 2, 3]))
    additional = kind.fulfils and number is None and draw(st.integers(0, 9)) == 9
    on, party = draw(past_days(today)), draw(st.sampled_from(["", "PK", "CN"]))
    number = None if kind in WHOLE else number
    return Outcome(kind, on, number=number, to=to, additional=additional, note="as agreed", party=party)


def past_days(today: date) -> st.SearchStrategy[date]:
    """That day or, as often as not, one before."""
    return st.sampled_from([today - timedelta(ago) for ago in (0, 0, 0, 1, 10, 90)])


@st.composite
def steps(draw, today: date) -> Step:
    """One step of a story."""
    facts = [
        *[outcomes(today)] * 6,
        *[decisions(today)] * 2,
        *[st.builds(Raise, st.sampled_from(DUES), past_days(today))] * 2,
        *[st.builds(Finish, st.sampled_from([1, 1, 2]), past_days(today))] * 2,
        *[st.builds(Undo, st.sampled_from([None, None, 0, 1, 2, 3]))] * 2,
        past_days(today),
        commitments(today),
    ]
    return Step(today, draw(draw(st.sampled_from(facts))), draw(st.integers(0, 2)))


@st.composite
def stories(draw) -> list[Step]:
    """One to three commitments, then up to twenty steps in the course of some years."""
    today = date(2026, 1, 7)
    story = [Step(today, draw(commitments(today)), 0) for _ in range(draw(st.integers(1, 3)))]
    for later in draw(st.lists(st.sampled_from([0, 1, 20, 91, 200]), min_size=5, max_size=20)):
        today += timedelta(later)
        story.append(draw(steps(today)))
    return story


def tell(register: Register, story: list[Step]) -> None:
    """Records a story. What the desk refuses stays unrecorded."""
    for step in story:
        with suppress(TrackerError):
            _record(desk(register, step.today), step.fact, step.which)


def _record(officer: Desk, fact: object, which: int) -> None:
    ref = _picked(officer.register, which)
    match fact:
        case Commitment():
            _agree(officer, fact)
        case Outcome():
            _record_outcome(officer, ref, fact)
        case date():
            record_review(officer, ref, fact, "")
        case Raise():
            raise_follow_up(officer, Reference(ref), "Draft the terms of reference", "PK", fact.due, fact.on)
        case Finish():
            finish_follow_up(officer, Reference(ref, follow_up=fact.number), fact.on)
        case Decide():
            _decide(officer, ref, fact)
        case Undo():
            last = next(officer.register.latest_entries()).number
            undo(officer, None if fact.back is None else last - fact.back)


def _record_outcome(officer: Desk, ref: str, outcome: Outcome) -> None:
    if outcome.kind.fulfils:
        is_meeting = officer.history(ref).commitment.kind is Kind.MEETING
        fitting = OutcomeKind.HELD if is_meeting else OutcomeKind.DELIVERED
        record_fulfilment(officer, ref, outcome._replace(kind=fitting))
    elif outcome.kind in (*WHOLE, OutcomeKind.PROPOSED, OutcomeKind.ARRANGED):
        record_forthcoming(officer, ref, outcome)
    elif outcome.to:
        record_postponement(officer, ref, outcome.number, outcome.to, outcome.on, "no room")
    else:
        record_release(officer, ref, outcome)


def _decide(officer: Desk, ref: str, decided: Decide) -> None:
    match decided.act:
        case "amend":
            decide.amend(officer, ref, lambda history: _amendment(history, decided))
        case "pause":
            decide.pause(officer, ref, Pause(decided.on, both_agreed=True, reason="flood"))
        case "shift" | "forgive":
            decide.resume(officer, ref, decided.on, shifts=decided.act == "shift")
        case "withdraw":
            decide.withdraw(officer, ref, Withdrawal(decided.effective, decided.on, both_agreed=False))
        case "restate":
            known = officer.register.sources()
            paper = None if known else Source("again", SourceKind.READOUT, "Readout", decided.on)
            citation = Citation(known[0].id if known else "again", quote="again")
            decide.restate(officer, ref, Restatement(decided.on, citation), paper)


def _amendment(history: History, decided: Decide) -> Amendment:
    old = history.commitment
    recurs = decided.cadence is not None and old.kind is not Kind.STANDING
    terms = replace(old, cadence=decided.cadence, due=None, due_after=None) if recurs else replace(old, lead="Cabinet")
    return Amendment(decided.effective, terms, decided.on, both_agreed=True)


def _agree(officer: Desk, commitment: Commitment) -> None:
    is_new = not any(source.id == "paper" for source in officer.register.sources())
    paper = Source("paper", SourceKind.MOU, "Memorandum", commitment.agreed_on) if is_new else None
    add(officer, replace(commitment, ref=""), paper if commitment.citations else None)


def _picked(register: Register, which: int) -> str:
    """The reference of one of the commitments, those undone included."""
    agreed = [entry.subject for entry in register.entries() if entry.act is Act.AGREED]
    return agreed[which % len(agreed)] if agreed else "PK-CN-1"
