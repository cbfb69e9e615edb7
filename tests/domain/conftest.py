"""Histories as a desk officer tells them, one fact a line, and histories at random.

A line is a day, a word and what belongs to it. The first is the agreement, with its terms after commas:

    2026-01-07 agreed JWG every 3 months, first due 2026-05-12, grace 14 days, arrears each
    2026-04-29 held
    2026-05-10 raised .1 draft terms of reference, due 14 days before #2
    2026-06-20 postponed #2 to 2026-09-15
    2026-07-01 done .1

Also understood of terms: `agreed report ...` (or another kind), `reading period` (or rolling, on_request), `year from
04-01`, `lasts 1 month`, `until 2030-12-31`, `times 5`, `soft`, `floor`, `due 2026-09-30`, `due 2027-01-01/2027-06-30`,
`due 6 months after entry into force`, `strength noted`, `review every 3 months`, `first host PK`, `first session 9`,
`parties PK-IN`.

Also of facts: `delivered`, `held #2`, `held additional`, `held in CN virtual session 7`, `held in CN taking turn` (or
`without turn`), `deferred #2`, `cancelled #2`, `waived #2`, `lapsed #2`, `proposed #3 to 2026-11-05 by CN`, `arranged
#3 to 2026-11-05`, `requested`, `occurred to 2026-05-01` (the event), `swapped in CN`, `reviewed`, `amended from
2026-07-01: every 6 months` (all terms are told anew), `paused`, `resumed shifting`, `resumed forgiving`, `withdrawn
from 2027-01-01`, `restated`, `acknowledged #3 about 2026-10-07`, `snoozed #3 about 2026-10-07 to 2026-12-01`.
"""

import re
from datetime import date, timedelta
from itertools import zip_longest

import pytest
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Cadence, Reading, cadence_from, periods_from
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength, usual_arrears
from bilateral_tracker.domain.decision import Amendment, Pause, Restatement, Withdrawal
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.followup import FollowUp, RelativeDue
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from bilateral_tracker.domain.period import Period, Unit, read_period
from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.source import Citation
from bilateral_tracker.domain.standing import standing
from bilateral_tracker.domain.window import Window
from tests.changing import replace

TERM = re.compile(
    r"(first due|first host|first session|due|grace|arrears|strength|review every|reading|year from|lasts|until|times"
    r"|soft|floor|parties)(?: (.+))?"
)
OUTCOME = re.compile(
    r"([a-z]+)(?: #(\d+))?(?: to (\S+))?( additional)?(?: (?:in|by) ([A-Z]+))?(?: (virtual|hybrid|margins|in_person))?"
    r"(?: session (\d+))?(?: (taking|without) turn)?"
)
DECISION = re.compile(r"([a-z]+)(?: from ([-0-9]+))?(?:: (.+)| (shifting|forgiving))?")
QUIET = re.compile(r"(acknowledged|snoozed) (#\d+) about (\S+)(?: to (\S+))?")
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
    return _terms(date.fromisoformat(line[:10]), line[11:].removeprefix("agreed "))


def _terms(agreed_on: date, text: str, counted_from: date | None = None) -> Commitment:
    what, *terms = text.split(", ")
    title, _, every = what.partition("every ")
    title = title.strip() or "JWG"
    said = {term[1]: term[2] or "" for term in (_matched(TERM, text) for text in terms)}
    kind = Kind(title) if title in [kind.value for kind in Kind] else Kind.MEETING
    due, parties = said.get("due", ""), said.get("parties", "PK-CN")
    dated = re.fullmatch(r"([-0-9]+)(?:/([-0-9]+))?", due)
    return Commitment(
        ref=f"{parties}-1",
        kind=kind,
        title=title,
        parties=tuple(parties.split("-")),
        agreed_on=agreed_on,
        strength=Strength(said.get("strength", "agreed")),
        cadence=_cadence(every, said, counted_from or agreed_on) if every else None,
        due=Window(date.fromisoformat(dated[1]), date.fromisoformat(dated[2] or dated[1])) if dated else None,
        due_after=_event_due(due) if due and not dated else None,
        review_every=read_period(said["review every"]) if "review every" in said else None,
        grace_days=int(said.get("grace", "0").removesuffix(" days")),
        arrears=Arrears(said["arrears"]) if "arrears" in said else usual_arrears(kind),
        first_host=said.get("first host", ""),
        first_session=int(said.get("first session", "1")),
    )


def _cadence(every: str, said: dict[str, str], agreed_on: date) -> Cadence:
    period, reading = read_period(every), Reading(said.get("reading", "grid"))
    first_due_on = date.fromisoformat(said["first due"]) if "first due" in said else None
    if reading is Reading.PERIOD:
        start = said.get("year from", "01-01").split("-")
        cadence = periods_from(period, first_due_on or agreed_on, (int(start[0]), int(start[1])))
    else:
        cadence = cadence_from(period, agreed_on, first_due_on)
    return replace(
        cadence,
        reading=reading,
        lasts=read_period(said["lasts"]) if "lasts" in said else None,
        until=date.fromisoformat(said["until"]) if "until" in said else None,
        times=int(said["times"]) if "times" in said else None,
        is_soft="soft" in said,
        is_floor="floor" in said,
    )


def _event_due(text: str) -> EventDue:
    length, side, event = _matched(re.compile(r"(?:(.+) )?(before|after|on) (.+)"), text).groups()
    return EventDue(event, read_period(length) if length else None, side == "before")


def known_on(history: History, day: date) -> History:
    """What of a history had happened by a day on which it had been agreed."""
    known = history.as_of(day)
    assert known is not None, f"not agreed by {day}"
    return known


def stands(history: History, as_of: date) -> list[str]:
    """The standings of the occurrences due by that day and of the one after them."""
    plan = schedule(known_on(history, as_of))
    numbers = range(1, plan.dues.over(as_of) + 2)
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
    if fact.startswith(("acknowledged", "snoozed")):
        return replace(history, quiets=(*history.quiets, _quiet(history.commitment.ref, on, entry, fact)))
    if any(fact.startswith(act) for act in ("amended", "paused", "resumed", "withdrawn", "restated")):
        return _decided(history, on, entry, fact)
    kind, numbered, moved, additional, party, mode, session, turn = _matched(OUTCOME, fact).groups("")
    outcome = Outcome(
        OutcomeKind(kind),
        on,
        entry,
        number=int(numbered) if numbered else None,
        to=date.fromisoformat(moved) if moved else None,
        additional=bool(additional),
        party=party,
        mode=Mode(mode) if mode else None,
        session=int(session) if session else None,
        takes_turn=turn == "taking" if turn else None,
    )
    return replace(history, outcomes=(*history.outcomes, outcome))


def _quiet(ref: str, on: date, entry: int, fact: str) -> Quiet:
    _, item, about_on, until = _matched(QUIET, fact).groups()
    return Quiet(f"{ref}{item}", date.fromisoformat(about_on), on, date.fromisoformat(until) if until else None, entry)


def _decided(history: History, on: date, entry: int, fact: str) -> History:
    """The history with one more decision about the promise itself."""
    act, effective, terms, way = _matched(DECISION, fact).groups("")
    from_on = date.fromisoformat(effective) if effective else on
    match act:
        case "amended":
            amended = _amended_terms(history.commitment, terms, from_on)
            amendment = Amendment(from_on, amended, on, both_agreed=True, entry=entry)
            first, amendments = history.as_agreed, (*history.amendments, amendment)
            return replace(history, commitment=amended, amendments=amendments, first_terms=first)
        case "paused":
            return replace(history, pauses=(*history.pauses, Pause(on, both_agreed=True, entry=entry)))
        case "resumed":
            over = history.pauses[-1]._replace(resumed_on=on, shifts=way == "shifting")
            return replace(history, pauses=(*history.pauses[:-1], over))
        case "withdrawn":
            return replace(history, withdrawal=Withdrawal(from_on, on, both_agreed=True, entry=entry))
    return replace(history, restatements=(*history.restatements, Restatement(on, Citation("again"), entry)))


def _amended_terms(before: Commitment, terms: str, from_on: date) -> Commitment:
    """The terms told anew, all of them; what it is, between whom and who hosts first stay as they were."""
    link = " " if terms.startswith("every ") else ", "
    amended = _terms(before.agreed_on, f"{before.title}{link}{terms}", from_on)
    host, session = before.first_host, before.first_session
    return replace(amended, ref=before.ref, parties=before.parties, first_host=host, first_session=session)


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
cadences = st.tuples(periods, anchors, st.integers(0, 1)).map(lambda drawn: Cadence(*drawn))
SHORT = [Period(3, Unit.MONTH), Period(1, Unit.MONTH), Period(2, Unit.WEEK), Period(5, Unit.DAY), Period(1, Unit.YEAR)]
RHYTHMS = (*("grid", "grid", "grid", "period", "rolling", "on_request"), *("due", "event", "undated"))
RECURRING = ("grid", "grid", "period", "rolling")


@st.composite
def rhythms_from(draw, day: date, reading: Reading) -> Cadence:
    """A short rhythm read so, counted from a day or a period later, now and then one that ends."""
    period = draw(st.sampled_from(SHORT))
    if reading is Reading.PERIOD:
        start = draw(st.sampled_from([(1, 1), (4, 1), (7, 1), (12, 31)]))
        cadence = periods_from(period, day, start)
    else:
        cadence = Cadence(period, day, draw(st.integers(0, 1)), reading)
    yearly_in_a_month = reading is Reading.GRID and period.unit is Unit.YEAR and draw(st.booleans())
    return replace(
        cadence,
        lasts=Period(1, Unit.MONTH) if yearly_in_a_month else None,
        until=draw(st.none() | st.none() | st.just(period.after(day, 3))),
        times=draw(st.none() | st.none() | st.integers(1, 4)),
        is_soft=draw(st.booleans()),
        is_floor=draw(st.booleans()),
    )


@st.composite
def terms_from(draw, day: date, rhythms=RHYTHMS) -> dict[str, object]:
    """What is due and how, as fields of a commitment, counted from a day."""
    rhythm = draw(st.sampled_from(rhythms))
    earliest = day + timedelta(draw(st.integers(0, 200)))
    recurs = rhythm in [reading.value for reading in Reading]
    before, period = draw(st.booleans()), draw(st.none() | st.sampled_from(SHORT))
    return {
        "cadence": draw(rhythms_from(day, Reading(rhythm))) if recurs else None,
        "due": Window(earliest, earliest + timedelta(draw(st.integers(0, 90)))) if rhythm == "due" else None,
        "due_after": EventDue("entry into force", period, before) if rhythm == "event" else None,
    }


@st.composite
def commitments(draw, rhythms=RHYTHMS) -> Commitment:
    """A commitment that recurs more often than not, sometimes with grace longer than its period."""
    agreed_on = draw(anchors)
    return Commitment(
        ref="PK-CN-1",
        kind=draw(st.sampled_from([Kind.MEETING, Kind.REPORT])),
        title="JWG",
        parties=("PK", "CN"),
        agreed_on=agreed_on,
        review_every=draw(st.none() | st.just(Period(1, Unit.MONTH))),
        grace_days=draw(st.sampled_from([0, 0, 1, 14, 100])),
        arrears=draw(st.sampled_from(Arrears)),
        first_host=draw(st.sampled_from(["", "PK", "CN"])),
        **draw(terms_from(agreed_on, rhythms)),
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


_NEEDS_DATE = (OutcomeKind.POSTPONED, OutcomeKind.PROPOSED, OutcomeKind.ARRANGED, OutcomeKind.OCCURRED)
_NEEDS_NO_NUMBER = (OutcomeKind.REQUESTED, OutcomeKind.OCCURRED, OutcomeKind.SWAPPED)


@st.composite
def _outcomes(draw, on: date, entry: int, numbers: st.SearchStrategy[int]) -> Outcome:
    kind = draw(st.sampled_from([OutcomeKind.HELD, OutcomeKind.HELD, *OutcomeKind]))
    number = draw(st.none() | numbers) if kind.fulfils else draw(numbers)
    to = on + timedelta(draw(st.integers(1, 150))) if kind in _NEEDS_DATE else None
    additional = kind.fulfils and number is None and draw(st.integers(0, 9)) == 0
    return Outcome(
        kind,
        on,
        entry,
        None if kind in _NEEDS_NO_NUMBER else number,
        to,
        additional,
        party=draw(st.sampled_from(["", "PK", "CN"])),
        mode=draw(st.none() | st.sampled_from(Mode)),
    )


@st.composite
def decisions_on(draw, commitment: Commitment) -> dict[str, object]:
    """Now and then new terms, pauses one after another, a withdrawal, a restatement: as fields of a history."""
    days = days_about(commitment)
    return {
        **(draw(_amended(commitment, days)) if draw(st.integers(0, 3)) == 0 else {}),
        "pauses": draw(_pauses(days)) if draw(st.integers(0, 3)) == 0 else (),
        "withdrawal": draw(_withdrawals(days)) if draw(st.integers(0, 7)) == 0 else None,
        "restatements": tuple(Restatement(on, Citation("again")) for on in draw(st.lists(days, max_size=1))),
    }


@st.composite
def _amended(draw, commitment: Commitment, days: st.SearchStrategy[date]) -> dict[str, object]:
    effective = sorted(draw(st.lists(days, min_size=1, max_size=2, unique=True)))
    amendments = []
    for entry, from_on in enumerate(effective, 21):
        terms = replace(commitment, grace_days=draw(st.integers(0, 3)), **draw(terms_from(from_on)))
        decided_on = max(commitment.agreed_on, from_on - timedelta(draw(st.integers(0, 60))))
        amendments.append(Amendment(from_on, terms, decided_on, both_agreed=True, entry=entry))
    return {"commitment": amendments[-1].terms, "amendments": tuple(amendments), "first_terms": commitment}


@st.composite
def _pauses(draw, days: st.SearchStrategy[date]) -> tuple[Pause, ...]:
    edges = sorted(draw(st.lists(days, min_size=1, max_size=4, unique=True)))
    spans = zip_longest(edges[::2], edges[1::2])
    return tuple(
        Pause(from_on, True, "flood", 31 + n, resumed_on, bool(resumed_on) and draw(st.booleans()))
        for n, (from_on, resumed_on) in enumerate(spans)
    )


@st.composite
def _withdrawals(draw, days: st.SearchStrategy[date]) -> Withdrawal:
    decided_on = draw(days)
    return Withdrawal(decided_on + timedelta(draw(st.integers(0, 60))), decided_on, both_agreed=False, entry=41)


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
def histories(draw, rhythms=RHYTHMS) -> History:
    """A commitment with facts on record about it, in the order of no particular clock."""
    commitment = draw(commitments(rhythms))
    reviews = draw(st.lists(days_about(commitment), max_size=2, unique=True))
    facts = {
        "commitment": commitment,
        "outcomes": draw(outcomes_of(commitment)),
        "follow_ups": draw(follow_ups_of(commitment)),
        "reviewed_on": tuple(reviews),
    }
    return History(**facts | draw(decisions_on(commitment)))


@st.composite
def histories_by_a_day(draw, rhythms=RHYTHMS) -> tuple[History, date]:
    """A history cut at a day, and that day."""
    history = draw(histories(rhythms))
    day = draw(days_about(history.commitment))
    return known_on(history, day), day
