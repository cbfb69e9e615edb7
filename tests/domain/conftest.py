"""Histories as a desk officer tells them, one fact a line, and histories at random.

A line is a day, a word and what belongs to it. The first is the agreement, with its terms after commas:

    2026-01-07 agreed JWG every 3 months, first due 2026-05-12, grace 14 days, arrears each
    2026-04-29 held
    2026-05-10 raised .1 draft terms of reference, due 14 days before #2
    2026-06-20 postponed #2 to 2026-09-15
    2026-07-01 done .1

Also understood: `agreed report ...` (or another kind), `due 2026-09-30`, `due 2027-01-01/2027-06-30`,
`strength noted`, `review every 3 months`; `delivered`, `held #2`, `held additional`, `deferred #2`, `cancelled #2`,
`waived #2`, `reviewed`.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Cadence, Period, Unit, cadence_from, read_period
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength, usual_arrears
from bilateral_tracker.domain.followup import FollowUp, RelativeDue
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.standing import standing
from bilateral_tracker.domain.window import Window

TERM = re.compile(r"(first due|due|grace|arrears|strength|review every) (.+)")
OUTCOME = re.compile(r"([a-z]+)(?: #(\d+))?(?: to (\S+))?( additional)?")
RAISED = re.compile(r"raised \.(\d+) (.+?)(?:, due (.+))?")
RELATIVE = re.compile(r"(.+) (before|after) #(\d+)( was held)?")


def told(text: str) -> History:
    """The history that these lines tell; a semicolon also ends a line."""
    first, *lines = [line.strip() for line in re.split(r"[\n;]", text) if line.strip()]
    history = History(commitment_told(first))
    for entry, line in enumerate(lines, 1):
        history = _and(history, date.fromisoformat(line[:10]), line[11:], entry)
    return history


def commitment_told(line: str) -> Commitment:
    """The commitment that the line of its agreement tells."""
    day, (what, *terms) = line[:10], line[11:].removeprefix("agreed ").split(", ")
    (title, _, every), agreed_on = what.partition(" every "), date.fromisoformat(day)
    said = {term[1]: term[2] for term in (_matched(TERM, text) for text in terms)}
    kind = Kind(title) if title in [kind.value for kind in Kind] else Kind.MEETING
    earliest, _, latest = said.get("due", "").partition("/")
    first_due_on = date.fromisoformat(said["first due"]) if "first due" in said else None
    return Commitment(
        ref="PK-CN-1",
        kind=kind,
        title=title,
        parties=("PK", "CN"),
        agreed_on=agreed_on,
        strength=Strength(said.get("strength", "agreed")),
        cadence=cadence_from(read_period(every), agreed_on, first_due_on) if every else None,
        due=Window(date.fromisoformat(earliest), date.fromisoformat(latest or earliest)) if earliest else None,
        review_every=read_period(said["review every"]) if "review every" in said else None,
        grace_days=int(said.get("grace", "0").removesuffix(" days")),
        arrears=Arrears(said["arrears"]) if "arrears" in said else usual_arrears(kind),
    )


def known_on(history: History, day: date) -> History:
    """What of a history had happened by a day on which it had been agreed."""
    known = history.as_of(day)
    assert known is not None, f"not agreed by {day}"
    return known


def stands(history: History, as_of: date) -> list[str]:
    """The standings of the occurrences due by that day and of the one after them."""
    plan = schedule(known_on(history, as_of))
    numbers = range(1, plan.commitment.last_due(as_of) + 2)
    return [standing(plan, plan.occurrence(number), as_of).value for number in numbers]


@pytest.fixture
def history(request) -> History:
    """The history told in the test's docstring."""
    return told(request.function.__doc__)


def _and(history: History, on: date, fact: str, entry: int) -> History:
    """The history with one more fact."""
    if fact == "reviewed":
        return replace(history, reviewed_on=(*history.reviewed_on, on))
    if fact.startswith("done ."):
        number = int(fact.removeprefix("done ."))
        done = tuple(replace(one, done_on=on) if one.number == number else one for one in history.follow_ups)
        return replace(history, follow_ups=done)
    if raised := re.fullmatch(RAISED, fact):
        return replace(history, follow_ups=(*history.follow_ups, _follow_up(on, *raised.groups(""))))
    kind, numbered, moved, additional = _matched(OUTCOME, fact).groups("")
    outcome = Outcome(
        OutcomeKind(kind),
        on,
        entry,
        number=int(numbered) if numbered else None,
        to=date.fromisoformat(moved) if moved else None,
        additional=bool(additional),
    )
    return replace(history, outcomes=(*history.outcomes, outcome))


def _matched(form: re.Pattern[str], text: str) -> re.Match[str]:
    match = form.fullmatch(text)
    assert match, f"this tells nothing: {text}"
    return match


def _follow_up(raised_on: date, number: str, text: str, due: str) -> FollowUp:
    hung = re.fullmatch(RELATIVE, due)
    if hung is None:
        return FollowUp(int(number), text, raised_on, due_on=date.fromisoformat(due) if due else None)
    period, side, occurrence, held = hung.groups("")
    relative = RelativeDue(read_period(period), side == "before", bool(held), int(occurrence))
    return FollowUp(int(number), text, raised_on, relative=relative)


# Histories at random. Days are drawn around the due dates, where the edges are.

EDGES = [
    date(2024, 2, 29),
    date(2023, 12, 29),
    date(2025, 11, 30),
    date(2026, 1, 31),
    date(2027, 3, 31),
    date(2026, 1, 7),
]
anchors = st.sampled_from(EDGES) | st.dates(date(2019, 1, 1), date(2032, 12, 31))
periods = st.builds(Period, st.integers(1, 20), st.sampled_from(Unit))
cadences = st.builds(Cadence, periods, anchors, st.integers(0, 1))
SHORT = [Period(3, Unit.MONTH), Period(1, Unit.MONTH), Period(2, Unit.WEEK), Period(5, Unit.DAY), Period(1, Unit.YEAR)]


@st.composite
def commitments(draw, rhythms=("cadence", "cadence", "cadence", "due", "undated")) -> Commitment:
    """A commitment that recurs more often than not, sometimes with grace longer than its period."""
    agreed_on, rhythm = draw(anchors), draw(st.sampled_from(rhythms))
    period = draw(st.sampled_from(SHORT))
    earliest = agreed_on + timedelta(draw(st.integers(0, 200)))
    return Commitment(
        ref="PK-CN-1",
        kind=draw(st.sampled_from([Kind.MEETING, Kind.REPORT])),
        title="JWG",
        parties=("PK", "CN"),
        agreed_on=agreed_on,
        cadence=Cadence(period, agreed_on, draw(st.integers(0, 1))) if rhythm == "cadence" else None,
        due=Window(earliest, earliest + timedelta(draw(st.integers(0, 90)))) if rhythm == "due" else None,
        review_every=draw(st.none() | st.just(Period(1, Unit.MONTH))),
        grace_days=draw(st.sampled_from([0, 0, 1, 14, 100])),
        arrears=draw(st.sampled_from(Arrears)),
    )


def days_about(commitment: Commitment) -> st.SearchStrategy[date]:
    """Days from the agreement through the fifth due date, often on a due date or beside it."""
    period = commitment.cadence.period if commitment.cadence else Period(3, Unit.MONTH)
    last = period.after(commitment.agreed_on, 5)
    near = [period.after(commitment.agreed_on, times) + timedelta(days) for times in range(6) for days in (-1, 0, 1)]
    return st.dates(commitment.agreed_on, last) | st.sampled_from([day for day in near if day >= commitment.agreed_on])


@st.composite
def outcomes_of(draw, commitment: Commitment) -> tuple[Outcome, ...]:
    """Up to eight outcomes on distinct days, each with the number it needs."""
    numbers = st.integers(1, 5) if commitment.cadence else st.just(1)
    days = draw(st.lists(days_about(commitment), max_size=8, unique=True))
    return tuple(draw(_outcomes(on, entry, numbers)) for entry, on in enumerate(days, 1))


@st.composite
def _outcomes(draw, on: date, entry: int, numbers: st.SearchStrategy[int]) -> Outcome:
    kind = draw(st.sampled_from([OutcomeKind.HELD, OutcomeKind.HELD, *OutcomeKind]))
    number = draw(st.none() | numbers) if kind.fulfils else draw(numbers)
    to = on + timedelta(draw(st.integers(1, 150))) if kind is OutcomeKind.POSTPONED else None
    additional = kind.fulfils and number is None and draw(st.integers(0, 9)) == 0
    return Outcome(kind, on, entry, number, to, additional)


@st.composite
def follow_ups_of(draw, commitment: Commitment) -> tuple[FollowUp, ...]:
    """Up to three follow-ups: with a day, hung on an occurrence or without a date; some of them done."""
    days = days_about(commitment)
    relatives = st.builds(
        RelativeDue, st.just(Period(14, Unit.DAY)), st.booleans(), st.just(False), st.integers(1, 4)
    ) | st.builds(RelativeDue, st.just(Period(1, Unit.MONTH)), st.just(False), st.just(True), st.integers(1, 4))
    found = []
    for number in range(1, draw(st.integers(0, 3)) + 1):
        raised_on, relative = draw(days), draw(st.none() | relatives)
        due_on = None if relative else draw(st.none() | days)
        later = draw(st.none() | st.integers(0, 60))
        done_on = None if later is None else raised_on + timedelta(later)
        found.append(FollowUp(number, "draft terms", raised_on, "PK", due_on, relative, done_on))
    return tuple(found)


@st.composite
def histories(draw, rhythms=("cadence", "cadence", "cadence", "due", "undated")) -> History:
    """A commitment with facts on record about it, in the order of no particular clock."""
    commitment = draw(commitments(rhythms))
    reviews = draw(st.lists(days_about(commitment), max_size=2, unique=True))
    return History(commitment, draw(outcomes_of(commitment)), draw(follow_ups_of(commitment)), tuple(reviews))


@st.composite
def histories_by_a_day(draw, rhythms=("cadence", "cadence", "cadence", "due", "undated")) -> tuple[History, date]:
    """A history cut at a day, and that day."""
    history = draw(histories(rhythms))
    day = draw(days_about(history.commitment))
    return known_on(history, day), day
