"""What was recorded is what is read: values survive their fields, their bodies and the journal."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain import fields, fold
from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.entry import Act, Entry, in_force
from bilateral_tracker.domain.followup import FollowUp, RelativeDue
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.instrument import Life
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.source import Citation, Participant, Source, SourceKind
from bilateral_tracker.domain.window import Window
from tests.changing import replace
from tests.domain.conftest import cadences, histories, periods, told

texts = st.text(st.characters())
days = st.dates()
numbers = st.integers(1, 999999)
citations = st.builds(Citation, texts, texts, texts, texts)
participants = st.builds(Participant, texts, texts, texts)
lives = st.builds(Life, *[st.none() | periods] * 3)
windows = st.builds(lambda one, other, words: Window(min(one, other), max(one, other), words), days, days, texts)
promises = st.builds(
    Commitment,
    life=st.none(),
    ref=texts,
    kind=st.sampled_from([kind for kind in Kind if kind is not Kind.INSTRUMENT]),
    title=texts,
    parties=st.lists(st.sampled_from(["PK", "CN", "TR", "ASEAN"]), min_size=1, max_size=3).map(tuple),
    agreed_on=days,
    strength=st.sampled_from(Strength),
    owed_by=texts,
    lead=texts,
    cadence=st.none()
    | st.builds(
        replace,
        cadences,
        words=texts,
        reading=st.sampled_from(Reading),
        lasts=st.none() | periods,
        until=st.none() | days,
        times=st.none() | numbers,
        is_soft=st.booleans(),
        is_floor=st.booleans(),
    ),
    due_after=st.none() | st.builds(EventDue, st.text(st.characters(), min_size=1), st.none() | periods, st.booleans()),
    first_session=numbers,
    first_host=texts,
    due=st.none() | windows,
    review_every=st.none() | periods,
    grace_days=st.integers(0, 3660),
    arrears=st.sampled_from(Arrears),
    note=texts,
    citations=st.lists(citations, max_size=2).map(tuple),
)
commitments = promises | st.builds(replace, promises, kind=st.just(Kind.INSTRUMENT), life=lives)
outcomes = st.builds(
    Outcome,
    kind=st.sampled_from(OutcomeKind),
    on=days,
    entry=numbers,
    number=st.none() | numbers,
    to=st.none() | days,
    additional=st.booleans(),
    place=texts,
    mode=st.none() | st.sampled_from(Mode),
    evidence=texts,
    reason=texts,
    note=texts,
    because=texts,
    party=texts,
    level=texts,
    chairs=texts,
    session=st.none() | numbers,
    takes_turn=st.none() | st.booleans(),
)
relatives = st.builds(RelativeDue, periods, st.booleans(), st.booleans(), numbers)
follow_ups = st.builds(
    FollowUp,
    number=numbers,
    text=texts,
    raised_on=days,
    owner=texts,
    due_on=st.none() | days,
    relative=st.none() | relatives,
    done_on=st.none() | days,
    is_milestone=st.booleans(),
)
sources = st.builds(
    Source,
    id=texts,
    kind=st.sampled_from(SourceKind),
    title=texts,
    dated_on=days,
    place=texts,
    location=texts,
    sha256=texts,
    participants=st.lists(participants, max_size=2).map(tuple),
)
parties = st.builds(Party, texts, texts, texts, texts)


def entry(number: int, act: Act, body: str) -> Entry:
    """One line of the journal about the commitment."""
    return Entry(number, act, "PK-CN-1", body, "Ayesha", "2026-04-29T10:30:00+05:00")


def journal(history: History) -> list[Entry]:
    """The entries that tell a history: the agreement, then each fact, and what was done last."""
    facts = [(Act.AGREED, fold.agreed_body(history.as_agreed))]
    facts += [(fold.OUTCOME_ACTS[one.kind], fold.outcome_body(one)) for one in history.outcomes]
    facts += [(Act.AMENDED, fold.amended_body(one)) for one in history.amendments]
    facts += [(Act.WITHDRAWN, fold.withdrawn_body(history.withdrawal))] if history.withdrawal else []
    facts += [(Act.RESTATED, fold.restated_body(one)) for one in history.restatements]
    facts += [(_QUIET[bool(one.until)], fold.quiet_body(one)) for one in history.quiets]
    for one in history.pauses:
        facts += [(Act.PAUSED, fold.paused_body(one._replace(resumed_on=None, shifts=False)))]
        facts += [(Act.RESUMED, fold.paused_body(one))] if one.resumed_on else []
    facts += [(Act.REVIEWED, fold.body({"on": day.isoformat(), "note": ""})) for day in history.reviewed_on]
    facts += [(Act.FOLLOW_UP_RAISED, fold.follow_up_body(replace(one, done_on=None))) for one in history.follow_ups]
    done = [(one.number, one.done_on) for one in history.follow_ups if one.done_on]
    facts += [(Act.FOLLOW_UP_DONE, fold.body({"number": number, "on": on.isoformat()})) for number, on in done]
    return [entry(number, act, body) for number, (act, body) in enumerate(facts, 1)]


_QUIET = {True: Act.SNOOZED, False: Act.ACKNOWLEDGED}


def numbered(history: History) -> History:
    """The history as its journal tells it: each fact with the number of its entry."""
    acts = [one.act for one in journal(history)]
    numbers = {act: iter([n for n, one in enumerate(acts, 1) if one is act]) for act in set(acts)}

    def in_turn(facts):
        return tuple(one._replace(entry=next(numbers[act])) for act, one in facts)

    withdrawn = [(Act.WITHDRAWN, history.withdrawal)] if history.withdrawal else []
    return replace(
        history,
        outcomes=tuple(one._replace(entry=number) for number, one in enumerate(history.outcomes, 2)),
        amendments=in_turn((Act.AMENDED, one) for one in history.amendments),
        withdrawal=next(iter(in_turn(withdrawn)), None),
        restatements=in_turn((Act.RESTATED, one) for one in history.restatements),
        pauses=in_turn((Act.PAUSED, one) for one in history.pauses),
        quiets=in_turn((_QUIET[bool(one.until)], one) for one in history.quiets),
    )


def undoing(number: int, undone: int) -> Entry:
    return entry(number, Act.UNDONE, fold.body({"entry": undone}))


@given(commitments)
def test_a_commitment_survives_its_fields(commitment):
    assert commitment == fields.commitment_from(fields.fields_of_commitment(commitment), commitment.citations)


@given(outcomes)
def test_an_outcome_survives_its_fields(outcome):
    assert outcome == fields.outcome_from(fields.fields_of_outcome(outcome), outcome.entry)


@given(follow_ups)
def test_a_follow_up_survives_its_fields(follow_up):
    assert follow_up == fields.follow_up_from(fields.fields_of_follow_up(follow_up))


@given(sources)
def test_a_source_survives_its_fields(source):
    assert source == fields.source_from(fields.fields_of_source(source), source.participants)


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (" every 3 months", {"every": "P3M", "anchor_on": "2026-01-07", "first_step": 1, "reading": "grid"}),
        (" every 2 weeks", {"every": "P2W", "anchor_on": "2026-01-07", "first_step": 1, "reading": "grid"}),
        (" every 1 year, first due 2026-05-12", {"every": "P1Y", "anchor_on": "2026-05-12", "first_step": 0}),
        (", due 2027-01-01/2027-06-30", {"every": None, "due_earliest": "2027-01-01", "due_latest": "2027-06-30"}),
        (", review every 10 days", {"every": None, "due_earliest": None, "review_every": "P10D"}),
        (
            ", grace 14 days, arrears each, strength offered",
            {"grace_days": 14, "arrears": "each", "strength": "offered"},
        ),
        ("", {"ref": "PK-CN-1", "relationship": "PK-CN", "agreed_on": "2026-01-07", "kind": "meeting"}),
    ],
)
def test_fields_are_spelled_in_iso_8601_and_by_value(terms, expected):
    """A register written today is read by versions to come."""
    commitment = told(f"2026-01-07 agreed JWG{terms}").commitment
    assert expected.items() <= fields.fields_of_commitment(commitment).items()


@given(commitments, outcomes, follow_ups)
def test_a_field_is_text_a_whole_number_or_nothing(commitment, outcome, follow_up):
    of = [
        fields.fields_of_commitment(commitment),
        fields.fields_of_outcome(outcome),
        fields.fields_of_follow_up(follow_up),
    ]
    kinds = {type(field) for one in of for field in one.values()}
    assert kinds <= {str, int, type(None)}


def test_a_body_is_json_with_sorted_keys_and_no_blanks():
    assert '{"a":"联合工作组","b":[1,null]}' == fold.body({"b": [1, None], "a": "联合工作组"})


@given(histories())
def test_a_history_is_told_again_by_its_entries(history):
    assert numbered(history) == fold.history(journal(history))


@given(histories(), st.data())
def test_what_was_undone_is_as_if_it_had_never_been_recorded(history, data):
    entries = journal(history)
    undone = data.draw(st.sampled_from([one for one in entries if one.act is not Act.PAUSED]))
    without = [one for one in entries if one is not undone]
    last = len(entries)
    assert fold.history(without) == fold.history([*entries, undoing(last + 1, undone.number)])
    assert fold.history(entries) == fold.history(
        [*entries, undoing(last + 1, undone.number), undoing(last + 2, last + 1)]
    )


@given(histories(), st.randoms())
def test_a_history_does_not_depend_on_the_order_in_which_entries_are_read(history, random):
    entries = journal(history)
    random.shuffle(shuffled := list(entries))
    assert fold.history(entries) == fold.history(shuffled)


def test_without_its_agreement_there_is_no_history():
    entries = journal(told("2026-01-07 agreed JWG every 3 months; 2026-04-29 held"))
    assert None is fold.history([])
    assert None is fold.history([*entries, undoing(3, 1)])


def test_a_follow_up_that_was_not_done_after_all_is_open_again():
    raised = "2026-01-07 agreed JWG every 3 months; 2026-04-29 raised .1 draft terms; 2026-05-20 done .1"
    entries = journal(told(raised))
    done, undone = fold.history(entries), fold.history([*entries, undoing(4, 3)])
    assert done is not None
    assert undone is not None
    assert ([date(2026, 5, 20)], [None]) == (
        [one.done_on for one in done.follow_ups],
        [one.done_on for one in undone.follow_ups],
    )


def test_the_opening_says_whose_register_it_is():
    said = {"home": "PK", "zone": "Asia/Karachi"}
    assert said == fold.opening([entry(1, Act.OPENED, fold.body(said)), entry(2, Act.PARTY, "{}")])


@given(parties, parties)
def test_a_party_is_as_last_described(first, second):
    entries = [
        entry(number, Act.PARTY, fold.body(fields.text_fields(one))) for number, one in ((1, first), (2, second))
    ]
    assert second == fold.party(entries)
    assert first == fold.party([*entries, undoing(3, 2)])
    assert None is fold.party([*entries, undoing(3, 2), undoing(4, 1)])


@given(sources, sources)
def test_a_source_is_as_last_described(first, second):
    entries = [entry(number, Act.SOURCE, fold.source_body(one)) for number, one in ((1, first), (2, second))]
    assert second == fold.source(entries)
    assert first == fold.source([*entries, undoing(3, 2)])
    assert None is fold.source([*entries, undoing(3, 2), undoing(4, 1)])


@given(commitments)
def test_an_agreement_survives_its_entry(commitment):
    assert History(commitment) == fold.history([entry(1, Act.AGREED, fold.agreed_body(commitment))])


def test_every_act_about_a_commitment_is_told():
    """An act without a teller would make the register unreadable on the day it is first recorded."""
    about_others = {Act.OPENED, Act.PARTY, Act.SOURCE, Act.REASON, Act.RECIPIENT, Act.AGREED, Act.UNDONE}
    about_others |= {Act.TEXT, Act.DRAFTED, Act.ACCEPTED, Act.REJECTED}
    bodies = {one.act: one.body for one in journal(told(EVERY_FACT))}
    assert set(Act) - about_others == bodies.keys() - about_others
    assert len(bodies) == len({one.act for one in in_force(journal(told(EVERY_FACT)))})
    assert all(json.loads(body) for body in bodies.values())


EVERY_FACT = """
2026-01-07 agreed JWG every 3 months
2026-04-07 held
2026-04-08 delivered
2026-04-09 postponed #2 to 2026-08-07
2026-04-10 deferred #3
2026-04-11 cancelled #4
2026-04-12 waived #5
2026-04-12 lapsed #1
2026-04-12 proposed #6 to 2026-11-05 by CN
2026-04-12 arranged #6 to 2026-11-05
2026-04-12 requested
2026-04-12 occurred to 2026-05-01
2026-04-12 swapped in CN
2026-04-12 amended: every 6 months
2026-04-12 paused
2026-04-13 resumed shifting
2026-04-13 restated
2026-04-13 withdrawn
2026-04-13 reviewed
2026-04-13 acknowledged #2 about 2026-08-07
2026-04-13 snoozed #2 about 2026-08-07 to 2026-06-01
2026-04-14 raised .1 draft terms
2026-04-15 done .1
"""
