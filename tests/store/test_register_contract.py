"""What every register answers and accepts, whatever holds it. A new sort of register joins by its maker in conftest."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.desk.follow_up import finish_follow_up, raise_follow_up
from bilateral_tracker.desk.intake import add, record_source, take_in_parties
from bilateral_tracker.desk.quiet import hush
from bilateral_tracker.desk.recipients import take_in_recipient
from bilateral_tracker.desk.record import record_postponement
from bilateral_tracker.desk.undo import undo
from bilateral_tracker.domain.agenda import agenda
from bilateral_tracker.domain.cadence import Cadence
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.entry import Act, Entry
from bilateral_tracker.domain.fields import text_fields
from bilateral_tracker.domain.fold import body
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.ledger import Line
from bilateral_tracker.domain.narrowing import Narrowing
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.recipient import Recipient, Role
from bilateral_tracker.domain.reference import Reference, read_reference
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.domain.situation import (
    coming_situation,
    follow_up_situations,
    overdue_situations,
    reference_order,
    situation,
)
from bilateral_tracker.domain.source import Citation, Participant, Source, SourceKind
from bilateral_tracker.domain.window import Window
from bilateral_tracker.store import sqlite
from bilateral_tracker.store.register import Home, View
from tests.changing import replace
from tests.store.conftest import MEETING, TODAY, TURKIYE, UNCUT, agree, desk, held, some, stories, tell

DAYS = st.dates(date(2025, 12, 31), date(2028, 6, 30))
FAR = TODAY + timedelta(400)


def refs(histories) -> list[str]:
    """The references of the histories, in the order a person expects."""
    return sorted((history.commitment.ref for history in histories), key=reference_order)


def by_ref(histories) -> dict[str, History]:
    """The histories by reference; each of them once."""
    found = list(histories)
    named = {history.commitment.ref: history for history in found}
    assert len(named) == len(found)
    return named


# Whose it is, parties, sources


def test_it_knows_whose_it_is(register):
    assert Home("PK", "Asia/Karachi") == register.home()


def test_it_knows_its_parties_by_code(register):
    china = Party("CN", "China", "Beijing", "Asia/Shanghai")
    pakistan = Party("PK", "Pakistan", "Islamabad", "Asia/Karachi")
    assert [china, pakistan, TURKIYE] == register.parties()


def test_a_party_described_anew_replaces_its_description(register):
    moved = TURKIYE._replace(capital="Istanbul")
    take_in_parties(desk(register), [moved])
    assert moved == register.parties()[-1]
    assert len(register.parties()) == 3


def test_it_knows_its_sources_by_date_then_id(register):
    present = (Participant("Xu Datong", "Vice Minister", "CN"), Participant("Khurram Agha", "Secretary", "PK"))
    later = Source(
        "a-minutes", SourceKind.AGREED_MINUTES, "Minutes", date(2026, 5, 1), "Islamabad", "file 7", "ab", present
    )
    earlier = Source("z-mou", SourceKind.MOU, "Memorandum", date(2026, 4, 30))
    same_day = Source("b-note", SourceKind.OTHER, "Note", date(2026, 5, 1), participants=present[:1])
    for source in (later, earlier, same_day):
        record_source(desk(register), source)
    assert [earlier, later, same_day] == register.sources()


def test_a_source_that_was_undone_is_not_on_record(register):
    record_source(desk(register), Source("mou", SourceKind.MOU, "Memorandum", date(2026, 5, 1)))
    undo(desk(register), None)
    assert [] == register.sources()


def test_it_knows_whether_a_source_is_cited(seeded):
    record_source(desk(seeded), Source("mou", SourceKind.MOU, "Memorandum", date(2026, 5, 1)))
    assert seeded.cites("2026-01-07-beijing")
    assert not seeded.cites("mou")
    assert not seeded.cites("2026-01-07")


# References and numbers


def test_the_exact_reference_stands_alone_and_a_prefix_names_all_that_begin_so(seeded):
    assert ["PK-CN-1"] == seeded.references("PK-CN-1")
    assert ["PK-CN-10"] == seeded.references("PK-CN-10")
    expected = [f"PK-CN-{number}" for number in range(1, 11)]
    assert expected == seeded.references("PK-C")
    assert expected == seeded.references("")


def test_a_prefix_names_no_more_than_asked_for_the_shortest_first(seeded):
    agree(seeded)
    assert ["PK-CN-1", "PK-CN-2"] == seeded.references("PK", most=2)
    assert 10 == len(seeded.references("PK"))
    assert 11 == len(seeded.references("PK", most=11))


@pytest.mark.parametrize("prefix", ["PK-CN-12", "PK-CN-1#", "pk-cn-1", "PK-TR", "K", "%", "PK_CN"])
def test_what_no_reference_begins_with_names_none(seeded, prefix):
    assert [] == seeded.references(prefix)


def test_what_was_undone_has_no_reference_any_more(register):
    agree(register)
    undo(desk(register), None)
    assert [] == register.references("PK")


def test_numbers_count_each_relationship_alone_and_are_never_given_twice(register):
    assert 0 == register.last_number("PK-CN")
    assert ["PK-CN-1", "PK-CN-2"] == [agree(register), agree(register)]
    undo(desk(register), None)
    assert 2 == register.last_number("PK-CN")
    assert "PK-CN-3" == agree(register)
    assert "PK-TR-1" == agree(register, parties=("TR", "PK"))
    assert (3, 1, 0) == tuple(map(register.last_number, ("PK-CN", "PK-TR", "CN-PK")))


@some
@given(stories())
def test_no_reference_is_given_twice_whatever_is_undone(fresh, story):
    with fresh() as register:
        tell(register, story)
        agreed = [entry.subject for entry in register.entries() if entry.act is Act.AGREED]
        assert len(agreed) == len(set(agreed))
        assert all(int(ref.rpartition("-")[2]) <= register.last_number(ref.rpartition("-")[0]) for ref in agreed)


# One history, many histories


def test_a_history_is_what_was_recorded_and_none_where_nothing_was(register):
    ref = agree(register)
    entry = held(register, ref, date(2026, 4, 9))
    known = register.history(ref, UNCUT)
    assert (ref, "Joint Working Group meets") == (known.commitment.ref, known.commitment.title)
    assert [(date(2026, 4, 9), entry)] == [(outcome.on, outcome.entry) for outcome in known.outcomes]
    assert register.history("PK-CN-2", UNCUT) is None
    assert register.history("CN", UNCUT) is None
    assert register.history("register", UNCUT) is None


def test_every_term_of_a_commitment_comes_back(register):
    record_source(desk(register), Source("mou", SourceKind.MOU, "Memorandum", date(2026, 1, 7)))
    terms = {
        "kind": Kind.REPORT,
        "title": "年度报告 — سالانہ رپورٹ",
        "parties": ("PK", "CN", "TR"),
        "strength": Strength.AD_REFERENDUM,
        "owed_by": "TR",
        "lead": "Ministry of Interior",
        "cadence": Cadence(Period(1, Unit.YEAR), date(2026, 2, 28), 0, words="once a year"),
        "grace_days": 14,
        "note": "line",
        "citations": (
            Citation("mou", "article 2", "shall report", ""),
            Citation("mou", "article 3", "", "They report."),
        ),
    }
    known = register.history(agree(register, **terms), UNCUT).commitment
    assert terms == {name: getattr(known, name) for name in terms}
    once = {"kind": Kind.DELIVERABLE, "cadence": None, "due": Window(date(2027, 1, 1), date(2027, 6, 30), "2027-H1")}
    assert once["due"] == register.history(agree(register, **once), UNCUT).commitment.due
    undated = {"kind": Kind.STANDING, "cadence": None, "review_every": Period(2, Unit.MONTH)}
    assert Period(2, Unit.MONTH) == register.history(agree(register, **undated), UNCUT).commitment.review_every


def test_a_view_from_before_the_agreement_does_not_know_it(register):
    ref = agree(register, agreed_on=date(2026, 3, 1))
    assert register.history(ref, View(date(2026, 2, 28))) is None
    assert [] == list(register.histories(View(date(2026, 2, 28))))
    assert [ref] == refs(register.histories(View(date(2026, 3, 1))))


def test_a_view_knows_no_fact_that_came_later(register):
    """
    2026-01-07 agreed JWG every 3 months
    2026-04-09 held
    2026-05-10 raised .1 and .2
    2026-06-20 postponed #2 to 2026-09-15; done .1
    """
    ref = agree(register)
    held(register, ref, date(2026, 4, 9))
    for _ in range(2):
        raise_follow_up(desk(register), Reference(ref), "Draft", "PK", "", date(2026, 5, 10))
    record_postponement(desk(register), ref, 2, date(2026, 9, 15), date(2026, 6, 20), "")
    finish_follow_up(desk(register), Reference(ref, follow_up=1), date(2026, 6, 20))

    def seen(day: date) -> tuple[list[str], list[bool]]:
        history = register.history(ref, View(day))
        return [one.kind.value for one in history.outcomes], [one.done_on is not None for one in history.follow_ups]

    assert ([], []) == seen(date(2026, 4, 8))
    assert (["held"], []) == seen(date(2026, 4, 9))
    assert (["held"], [False, False]) == seen(date(2026, 6, 19))
    assert (["held", "postponed"], [True, False]) == seen(date(2026, 6, 20))


def test_a_view_knows_nothing_the_register_was_told_later(register):
    """Told on 24 November that it was agreed, on 1 December that it was held in April."""
    ref = agree(register)
    told_on = [entry.recorded_on for entry in register.entries(ref)]
    held(register, ref, date(2026, 4, 9), today=date(2026, 12, 1))
    assert [TODAY] == told_on
    assert register.history(ref, View(date.max, TODAY - timedelta(1))) is None
    assert () == register.history(ref, View(date.max, TODAY)).outcomes
    assert () == register.history(ref, View(date.max, date(2026, 11, 30))).outcomes
    assert 1 == len(register.history(ref, View(date.max, date(2026, 12, 1))).outcomes)
    assert 1 == len(register.history(ref, View(date.max, date.max)).outcomes)


def test_a_view_still_knows_what_was_undone_later(register):
    ref = agree(register)
    undo(desk(register, date(2026, 12, 1)), None)
    assert register.history(ref, UNCUT) is None
    assert [ref] == refs(register.histories(View(date.max, date(2026, 11, 30))))
    undoing = list(register.entries(ref))[-1]
    undo(desk(register, date(2026, 12, 2)), undoing.number)
    assert [ref] == refs(register.histories(View(date.max, date(2026, 12, 2))))
    assert [] == refs(register.histories(View(date.max, date(2026, 12, 1))))


@some
@given(stories(), DAYS)
def test_a_view_shows_each_history_as_it_was_on_the_day(fresh, story, day):
    with fresh() as register:
        tell(register, story)
        cut = {ref: history.as_of(day) for ref, history in by_ref(register.histories(UNCUT)).items()}
        expected = {ref: history for ref, history in cut.items() if history}
        assert expected == by_ref(register.histories(View(day)))
        assert cut == {ref: register.history(ref, View(day)) for ref in cut}


@some
@given(stories(), DAYS)
def test_a_view_repeats_what_the_register_said_on_an_earlier_day(fresh, story, as_of):
    """Asked after each day for everything, and at the end for everything known by that day."""
    until = date(2026, 11, 30)
    with fresh() as register:
        said = {}
        for step, following in pairwise([*story, None]):
            tell(register, [step])
            if following is None or following.today > step.today:
                said[step.today] = answers(register, View(as_of), until)
        for day, expected in said.items():
            assert expected == answers(register, View(as_of, known_by=day), until)


def answers(register, view, until):
    """All that a register says of its histories, the superfluous left out."""
    day = view.as_of
    known = by_ref(register.histories(view))
    return (
        known,
        {ref: register.history(ref, view) for ref in known},
        {ref: one for ref, one in by_ref(register.overdue(view)).items() if overdue_situations(one, day)},
        {ref: one for ref, one in by_ref(register.wanting_attention(view, until)).items() if wants(one, day, until)},
    )


def wants(history, day, until) -> bool:
    """Whether something is overdue, up for review or expected on or before `until`."""
    if not history.commitment.strength.is_chased:
        return False
    rows = [situation(history, day), *overdue_situations(history, day), *follow_up_situations(history, day)]
    rows += filter(None, [coming_situation(history, day)])
    is_near = any(row.next_due_on and row.next_due_on <= until for row in rows)
    return is_near or any(row.standing in {"overdue", "review_due"} for row in rows)


def test_loading_a_few_at_a_time_leaves_none_out(seeded, monkeypatch):
    monkeypatch.setattr(sqlite, "AT_ONCE", 3)
    assert [f"PK-CN-{number}" for number in range(1, 11)] == refs(seeded.histories(UNCUT))


# What wants attention


@some
@given(stories(), DAYS)
def test_the_question_for_what_is_overdue_leaves_none_out(fresh, story, day):
    with fresh() as register:
        tell(register, story)
        known = by_ref(register.histories(View(day)))
        late = {ref for ref, history in known.items() if overdue_situations(history, day)}
        found = by_ref(register.overdue(View(day)))
        assert late <= found.keys()
        assert found.items() <= known.items()


@some
@given(stories(), DAYS, st.integers(0, 400))
def test_the_question_for_what_wants_attention_leaves_none_out(fresh, story, day, ahead):
    until = day + timedelta(ahead)
    with fresh() as register:
        tell(register, story)
        known = by_ref(register.histories(View(day)))
        wanting = {ref for ref, history in known.items() if wants(history, day, until)}
        found = by_ref(register.wanting_attention(View(day), until))
        assert wanting <= found.keys()
        assert found.items() <= known.items()


def test_the_question_for_what_is_overdue_does_not_fetch_the_rest(seeded):
    assert ["PK-CN-1"] == refs(seeded.overdue(View(TODAY)))
    assert [] == refs(seeded.overdue(View(date(2026, 4, 7))))


def test_each_question_is_answered_from_the_very_day_on(register):
    """
    2026-01-07 agreed JWG every 3 months, grace 7 days; agreed hotline
    2026-01-07 raised .1, due 2026-03-01
    """
    ref = agree(register, grace_days=7)
    hotline = agree(register, kind=Kind.STANDING, cadence=None)
    raise_follow_up(desk(register), Reference(hotline), "Draft", "PK", "2026-03-01", date(2026, 1, 7))

    def asked(question, day: str) -> list[str]:
        return refs(question(View(date.fromisoformat(day))))

    def attention(view):
        return register.wanting_attention(view, view.as_of)

    assert ([], [hotline]) == (asked(register.overdue, "2026-03-01"), asked(register.overdue, "2026-03-02"))
    finish_follow_up(desk(register), Reference(hotline, follow_up=1), date(2026, 1, 7))
    assert ([], [ref]) == (asked(register.overdue, "2026-04-14"), asked(register.overdue, "2026-04-15"))
    assert ([], [ref]) == (asked(attention, "2026-04-06"), asked(attention, "2026-04-07"))
    assert ([ref], [ref, hotline]) == (asked(attention, "2026-07-06"), asked(attention, "2026-07-07"))


def test_the_question_for_what_wants_attention_does_not_fetch_the_rest(seeded):
    """Overdue and up for review on the day; two more are due on 7 January, and three are only on file."""
    reviewed = ["PK-CN-3", "PK-CN-4", "PK-CN-5", "PK-CN-6", "PK-CN-7"]
    assert ["PK-CN-1", *reviewed] == refs(seeded.wanting_attention(View(TODAY), TODAY))
    assert ["PK-CN-1", "PK-CN-2", *reviewed] == refs(seeded.wanting_attention(View(TODAY), date(2027, 1, 7)))
    assert ["PK-CN-1"] == refs(seeded.wanting_attention(View(date(2026, 4, 1)), date(2026, 4, 7)))
    assert [] == refs(seeded.wanting_attention(View(date(2026, 4, 1)), date(2026, 4, 6)))


def test_what_comes_next_is_the_next_day_and_all_that_is_expected_on_it(seeded):
    """What is overdue since April is over; its next date is for whoever asks its situation."""
    assert ["PK-CN-2"] == seeded.next_expected_after(TODAY)
    same_day = [agree(seeded, kind=Kind.DELIVERABLE, cadence=None, due=Window.day(date(2027, 1, 7))) for _ in range(3)]
    assert ["PK-CN-11", "PK-CN-12", "PK-CN-13"] == same_day
    assert ["PK-CN-11", "PK-CN-12", "PK-CN-13", "PK-CN-2"] == seeded.next_expected_after(TODAY, most=9)
    assert 3 == len(seeded.next_expected_after(TODAY))
    assert 4 == len(seeded.next_expected_after(date(2027, 1, 6), most=9))
    assert [] == seeded.next_expected_after(date(2027, 1, 7))


@some
@given(stories(), DAYS)
def test_nothing_is_expected_sooner_than_what_comes_next(fresh, story, day):
    with fresh() as register:
        tell(register, story)
        expected = {one.commitment.ref: agenda(one).expected_from for one in register.histories(UNCUT)}
        ahead = {ref: when for ref, when in expected.items() if when and when > day}
        first = min(ahead.values(), default=None)
        assert sorted(ref for ref, when in ahead.items() if when == first) == register.next_expected_after(day, most=99)


# Narrowings


@pytest.mark.parametrize(
    ("narrowing", "numbers"),
    [
        (Narrowing(), range(1, 13)),
        (Narrowing(party="TR"), [12]),
        (Narrowing(party="CN"), range(1, 12)),
        (Narrowing(owed_by="PK"), [7, 11]),
        (Narrowing(owed_by="joint"), [1, 2, 3, 4, 5, 6, 8, 10, 12]),
        (Narrowing(kind=Kind.MEETING), [1, 2, 12]),
        (Narrowing(kind=Kind.REPORT), [11]),
        (Narrowing(strength=Strength.OFFERED), [7]),
        (Narrowing(strength=Strength.SOUGHT), [9]),
        (Narrowing(lead="cyber CRIME"), [9]),
        (Narrowing(text="islamabad"), [7, 8]),
        (Narrowing(text="CONSENSUS HAS"), [2]),
        (Narrowing(text="ankara"), [12]),
        (Narrowing(text="verbatim"), [11]),
        (Narrowing(kind=Kind.DELIVERABLE, owed_by="PK"), [7]),
        (Narrowing(kind=Kind.DELIVERABLE, strength=Strength.SOUGHT), []),
        (Narrowing(party="TR", kind=Kind.STANDING), []),
        (Narrowing(text="no such words"), []),
    ],
    ids=str,
)
def test_a_narrowing_admits_what_it_asks_for_and_nothing_else(seeded, narrowing, numbers):
    cited = (Citation("2026-01-07-beijing", quote="the verbatim words"),)
    agree(seeded, kind=Kind.REPORT, owed_by="PK", title="Yearly report", citations=cited)
    agree(seeded, parties=("TR", "PK"), note="to be held in Ankara")
    names = {number: f"PK-CN-{number}" for number in range(1, 12)} | {12: "PK-TR-1"}
    assert [names[number] for number in numbers] == refs(seeded.histories(UNCUT, narrowing))


@some
@given(
    stories(),
    DAYS,
    st.builds(
        Narrowing,
        party=st.sampled_from(["", "TR", "CN"]),
        owed_by=st.sampled_from(["", "PK", "joint"]),
        kind=st.none() | st.sampled_from(Kind),
        strength=st.none() | st.sampled_from([Strength.AGREED, Strength.NOTED]),
        lead=st.sampled_from(["", "interior"]),
        text=st.sampled_from(["", "hotline"]),
    ),
)
def test_a_narrowing_gives_what_it_admits_on_every_day(fresh, story, day, narrowing):
    with fresh() as register:
        tell(register, story)
        known_by = date(2026, 5, 1)
        for view in (View(day), View(day, known_by)):
            admitted = {
                ref: one for ref, one in by_ref(register.histories(view)).items() if narrowing.admits(one.commitment)
            }
            assert admitted == by_ref(register.histories(view, narrowing))


# The journal


def test_entries_come_in_order_all_or_about_one_subject_from_a_number_on(register):
    agree(register)
    held(register, "PK-CN-1", date(2026, 4, 9))
    agree(register)
    every = [
        (1, "opened", "(register)"),
        (2, "party", "CN"),
        (3, "party", "PK"),
        (4, "party", "TR"),
        (5, "agreed", "PK-CN-1"),
        (6, "held", "PK-CN-1"),
        (7, "agreed", "PK-CN-2"),
    ]

    def told(entries):
        return [(entry.number, entry.act.value, entry.subject) for entry in entries]

    assert every == told(register.entries())
    assert every[::-1] == told(register.latest_entries())
    assert every[4:6] == told(register.entries("PK-CN-1"))
    assert every[5:] == told(register.entries(since=6))
    assert every[5:6] == told(register.entries("PK-CN-1", since=6))
    assert [] == told(register.entries("PK-CN-9"))
    assert [] == told(register.entries(since=8))


def test_an_entry_comes_back_as_it_was_appended(register):
    said = (Act.PARTY, "TR", body(text_fields(TURKIYE) | {"capital": "安卡拉"}), "عائشہ", "2026-11-24T09:00:00+05:00")
    with register.writing():
        appended = register.append(*said)
    assert Entry(5, *said) == appended == next(register.latest_entries())


# Transactions


def review(register):
    """A review, recorded inside the transaction of the caller, who can read it there."""
    said = '{"note":"","on":"2026-11-01"}'
    register.append(Act.REVIEWED, "PK-CN-3", said, "Ayesha Khan", "2026-11-24T09:00:00+05:00")
    assert (date(2026, 11, 1),) == register.history("PK-CN-3", UNCUT).reviewed_on


def test_a_rehearsal_leaves_nothing(seeded):
    before = list(seeded.entries())
    with seeded.writing(keep=False):
        review(seeded)
    assert () == seeded.history("PK-CN-3", UNCUT).reviewed_on
    assert before == list(seeded.entries())


def test_a_rehearsal_gives_no_number_away(register):
    rehearsed = add(desk(register, keep=False), replace(MEETING, ref=""), None)
    assert "PK-CN-1" == rehearsed.commitment.ref
    assert 0 == register.last_number("PK-CN")
    assert "PK-CN-1" == agree(register)


def test_what_fails_half_way_leaves_nothing_and_the_next_write_succeeds(seeded):
    before = list(seeded.entries())

    def interrupted():
        with seeded.writing():
            review(seeded)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert before == list(seeded.entries())
    assert () == seeded.history("PK-CN-3", UNCUT).reviewed_on
    with seeded.writing():
        review(seeded)
    assert len(before) + 1 == len(list(seeded.entries()))


# Reminders


SAID = Reminder("PK-CN-1#1", date(2026, 4, 7), -7, "", "stdout")
CLAIMED = Line(SAID, "2026-03-31T08:00:00+05:00", "<id@desk>")


def test_the_ledger_knows_what_was_written_into_it_last(register):
    assert {} == register.lines([SAID])
    with register.writing():
        register.write_lines([CLAIMED])
    assert {SAID: CLAIMED} == register.lines([SAID])
    sent = CLAIMED._replace(sent_at="2026-03-31T08:00:02+05:00")
    with register.writing():
        register.write_lines([sent])
    assert {SAID: sent} == register.lines([SAID])
    assert [sent] == list(register.latest_lines())


@pytest.mark.parametrize(
    "other",
    [
        {"item": "PK-CN-1#2"},
        {"about_on": date(2026, 4, 8)},
        {"stage": 0},
        {"recipient": "a.khan"},
        {"channel": "mail"},
    ],
    ids=str,
)
def test_a_reminder_that_differs_in_anything_is_another(register, other):
    with register.writing():
        register.write_lines([CLAIMED])
    assert [SAID] == list(register.lines([SAID, SAID._replace(**other)]))


def test_the_ledger_is_told_from_the_latest_claim_back(register):
    later = CLAIMED._replace(reminder=SAID._replace(stage=0), claimed_at="2026-04-07T08:00:00+05:00", failure="no")
    with register.writing():
        register.write_lines([CLAIMED, later])
    assert [later, CLAIMED] == list(register.latest_lines())


def test_a_claim_that_fails_is_taken_back(register):
    def unsayable():
        with register.writing():
            register.write_lines([CLAIMED])
            raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        unsayable()
    assert {} == register.lines([SAID])


def test_a_register_is_told_from_every_other_by_its_seal(fresh):
    with fresh() as one:
        assert re.fullmatch("[0-9a-f]{64}", one.seal)
        before = one.seal
        agree(one)
        assert before == one.seal


# Recipients

AMINA = Recipient("a.khan", "آمنہ خان", "a.khan@mofa.example", Role.OFFICER, "PK-CN", "PK", "", None, None, False)


def test_who_is_told_is_kept_by_id_and_the_latest_counts(register):
    taken = AMINA._replace(id="b.noor", role=Role.HEAD, from_on=date(2026, 1, 1), until_on=date(2026, 6, 30))
    for one in (taken, AMINA, AMINA._replace(channel="mail", is_alternate=True)):
        take_in_recipient(desk(register), one)
    assert [AMINA._replace(channel="mail", is_alternate=True), taken] == register.recipients()
    undo(desk(register), None)
    assert [AMINA, taken] == register.recipients()


def test_a_wish_for_quiet_is_a_fact_with_its_day(seeded):
    hush(desk(seeded, date(2026, 11, 1)), read_reference("PK-CN-1"))
    hush(desk(seeded, date(2026, 11, 5)), read_reference("PK-CN-1#4"), date(2026, 12, 1))
    quiets = seeded.history("PK-CN-1", UNCUT).quiets
    told = [(one.item, one.about_on, one.on, one.until) for one in quiets]
    assert [
        ("PK-CN-1#3", date(2026, 10, 7), date(2026, 11, 1), None),
        ("PK-CN-1#4", date(2027, 1, 7), date(2026, 11, 5), date(2026, 12, 1)),
    ] == told
    assert quiets[0].entry < quiets[1].entry
    assert quiets[:1] == seeded.history("PK-CN-1", View(date(2026, 11, 4))).quiets
    assert () == seeded.history("PK-CN-1", View(date(2026, 11, 24), date(2026, 10, 31))).quiets
