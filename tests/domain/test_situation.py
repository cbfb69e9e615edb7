"""A row of a list is a commitment at the occurrence that matters on a day."""

from datetime import date

import pytest

from bilateral_tracker.domain.situation import (
    Situation,
    coming_situation,
    follow_up_situations,
    overdue_situations,
    reference_order,
    situation,
)
from bilateral_tracker.domain.source import Citation
from tests.changing import replace
from tests.domain.conftest import known_on, told

JWG = "2026-01-07 agreed JWG every 3 months"
REPORT = "2026-01-07 agreed report every 3 months"
ONCE = "2026-01-07 agreed deliverable, due 2026-09-30"
UNDATED = "2026-01-07 agreed standing"
NOVEMBER = date(2026, 11, 24)


def row(text: str, day: date = NOVEMBER) -> Situation:
    """The row of that history on that day."""
    return situation(known_on(told(text), day), day)


def test_a_row_says_what_is_overdue_what_was_missed_and_what_comes_next():
    history = told(f"{JWG}, grace 14 days; 2026-04-29 held")
    terms = replace(history.commitment, lead="Ministry of Interior", citations=(Citation("2026-01-07-beijing"),))
    expected = Situation(
        ref="PK-CN-1",
        title="JWG",
        kind="meeting",
        strength="agreed",
        parties="PK-CN",
        owed_by="joint",
        lead="Ministry of Interior",
        number=3,
        due_on=date(2026, 10, 7),
        latest_on=date(2026, 10, 21),
        standing="overdue",
        days_late=48,
        days_left=None,
        missed=1,
        next_due_on=date(2027, 1, 7),
        last_held_on=date(2026, 4, 29),
        source="2026-01-07-beijing",
        postponed_to=None,
        review_on=None,
        waits_for="date",
        proposed_for=None,
        arranged_for=None,
        slips=0,
        slip_days=0,
        is_soft=False,
        next_session=2,
        next_host="",
        valid_until=None,
    )
    assert expected == situation(replace(history, commitment=terms), NOVEMBER)


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        (JWG, 3, "overdue"),
        (f"{JWG}; 2026-10-09 held", 4, "upcoming"),
        (f"{JWG}; 2026-10-01 waived #3", 4, "upcoming"),
        (f"{JWG}; 2026-10-01 deferred #3", 4, "upcoming"),
        (f"{JWG}; 2026-10-01 postponed #3 to 2026-12-01", 3, "postponed"),
        (f"{JWG}; 2026-10-01 postponed #3 to 2027-01-05", 3, "postponed"),
        (f"{JWG}, grace 48 days", 3, "due_soon"),
        (f"{JWG}, grace 47 days", 3, "overdue"),
        (REPORT, 1, "overdue"),
        (f"{REPORT}; 2026-04-07 delivered", 2, "overdue"),
        (ONCE, 1, "overdue"),
        (f"{ONCE}; 2026-09-30 delivered", 1, "kept"),
        (f"{ONCE}; 2026-10-10 delivered", 1, "kept_late"),
        (f"{ONCE}; 2026-09-01 cancelled #1", 1, "cancelled"),
        (f"{ONCE}; 2026-09-01 waived #1", 1, "waived"),
        (f"{ONCE}; 2026-09-01 deferred #1", 1, "deferred"),
        (f"{ONCE}; 2026-05-01 deferred #1", 1, "review_due"),
        (f"{ONCE}; 2026-05-01 deferred #1; 2026-08-01 reviewed", 1, "deferred"),
        (UNDATED, None, "review_due"),
        (f"{UNDATED}, review every 1 year", None, "undated"),
        (f"{UNDATED}; 2026-08-01 reviewed", None, "undated"),
        (f"{UNDATED}; 2026-08-01 delivered", 1, "kept"),
        (f"{JWG}, strength noted", None, "on_file"),
        (f"{ONCE}, strength discussed", None, "on_file"),
        (f"{UNDATED}, strength sought", None, "on_file"),
        (f"{JWG}, strength offered", 3, "overdue"),
        (f"{JWG}, strength ad_referendum", 3, "overdue"),
    ],
)
def test_what_matters_is_the_oldest_overdue_else_the_next(text, number, expected):
    assert (number, expected) == (row(text).number, row(text).standing)


@pytest.mark.parametrize("strength", ["sought", "discussed", "noted"])
def test_of_what_is_only_on_file_a_follow_up_alone_is_overdue(strength):
    history = told(f"{JWG}, strength {strength}; 2026-04-29 raised .1 draft terms, due 2026-05-29")
    listed = situation(history, NOVEMBER)
    assert (0, None, None) == (listed.missed, listed.next_due_on, listed.due_on)
    assert ["PK-CN-1.1"] == [one.ref for one in overdue_situations(history, NOVEMBER)]
    assert None is coming_situation(history, NOVEMBER)


def test_days_left_are_counted_to_the_new_date_and_lateness_from_the_agreed_one():
    text = f"{JWG}; 2026-04-07 held; 2026-06-20 postponed #2 to 2026-09-15"
    before, after = row(text, date(2026, 9, 5)), row(text, date(2026, 9, 16))
    assert (10, None, "postponed") == (before.days_left, before.days_late, before.standing)
    assert (None, 71, "overdue") == (after.days_left, after.days_late, after.standing)
    assert (date(2026, 7, 7), date(2026, 9, 15), date(2026, 9, 15)) == (
        after.due_on,
        after.latest_on,
        after.postponed_to,
    )


def test_a_kept_promise_counts_its_lateness_only_where_it_was_late():
    assert (None, None) == (
        row(f"{ONCE}; 2026-09-30 delivered").days_late,
        row(f"{ONCE}; 2026-09-30 delivered").days_left,
    )
    assert 10 == row(f"{ONCE}; 2026-10-10 delivered").days_late
    assert None is row(f"{ONCE}, grace 14 days; 2026-10-10 delivered").days_late


def test_the_last_sitting_is_the_latest_even_if_it_was_additional():
    text = f"{JWG}; 2026-09-01 held additional; 2026-04-09 held; 2026-09-02 deferred #3"
    assert date(2026, 9, 1) == row(text).last_held_on
    assert None is row(JWG).last_held_on


def test_only_what_waits_for_its_review_says_when_that_is():
    assert date(2026, 7, 7) == row(UNDATED).review_on
    assert date(2027, 3, 1) == row(f"{ONCE}; 2026-09-01 deferred #1").review_on
    assert None is row(JWG).review_on


def test_each_overdue_report_has_a_row_and_of_sittings_the_latest_alone():
    reports, sittings = overdue_situations(told(REPORT), NOVEMBER), overdue_situations(told(JWG), NOVEMBER)
    assert [(1, 231), (2, 140), (3, 48)] == [(one.number, one.days_late) for one in reports]
    assert [(3, 48)] == [(one.number, one.days_late) for one in sittings]


def test_overdue_follow_ups_have_rows_beside_the_occurrences():
    raised = "2026-04-29 raised .1 draft terms, due 2026-05-29; 2026-04-29 raised .2 list, due 2027-05-29"
    rows = overdue_situations(told(f"{JWG}; 2026-04-29 held; {raised}"), NOVEMBER)
    assert [("PK-CN-1", 48), ("PK-CN-1.1", 179)] == [(one.ref, one.days_late) for one in rows]


def test_what_is_coming_has_a_row_whatever_is_overdue_before_it():
    coming = coming_situation(told(JWG), NOVEMBER)
    assert coming is not None
    assert (4, "upcoming", 44) == (coming.number, coming.standing, coming.days_left)
    assert None is coming_situation(told(ONCE), NOVEMBER)
    assert None is coming_situation(told(UNDATED), NOVEMBER)


@pytest.mark.parametrize(
    ("due", "done", "expected"),
    [
        (", due 2026-05-29", "", ("overdue", date(2026, 5, 29), 179, None, None, None)),
        (", due 2026-12-24", "", ("due_soon", date(2026, 12, 24), None, 30, date(2026, 12, 24), None)),
        (", due 2026-11-24", "", ("due_today", date(2026, 11, 24), None, 0, date(2026, 11, 24), None)),
        (", due 2026-05-29", "2026-06-03 done .1", ("kept_late", date(2026, 5, 29), 5, None, None, date(2026, 6, 3))),
        (", due 2026-12-24", "2026-06-03 done .1", ("kept", date(2026, 12, 24), None, None, None, date(2026, 6, 3))),
        ("", "", ("undated", None, None, None, None, None)),
        (", due 30 days after #4 was held", "", ("undated", None, None, None, None, None)),
        (", due 14 days before #4", "", ("due_soon", date(2026, 12, 24), None, 30, date(2026, 12, 24), None)),
    ],
)
def test_a_follow_up_has_a_row_of_its_own(due, done, expected):
    [one] = follow_up_situations(told(f"{JWG}; 2026-04-29 raised .1 draft terms{due}; {done}"), NOVEMBER)
    assert ("PK-CN-1.1", "draft terms", "follow_up", None) == (one.ref, one.title, one.kind, one.number)
    actual = (one.standing, one.due_on, one.days_late, one.days_left, one.next_due_on, one.last_held_on)
    assert expected == actual


def test_a_follow_up_is_owed_by_its_owner_where_that_is_a_party():
    history = told(f"{JWG}; 2026-04-29 raised .1 draft terms; 2026-04-29 raised .2 list")
    owned = tuple(
        replace(one, owner=owner) for one, owner in zip(history.follow_ups, ("CN", "Legal desk"), strict=True)
    )
    rows = follow_up_situations(replace(history, follow_ups=owned), NOVEMBER)
    assert [("CN", ""), ("joint", "Legal desk")] == [(one.owed_by, one.lead) for one in rows]


def test_rows_stand_by_due_date_and_then_in_the_order_of_their_references():
    late, early, undated = row(REPORT), row(JWG), row(UNDATED)
    tenth = late._replace(ref="PK-CN-10")
    assert [late, tenth, early, undated] == sorted([undated, early, tenth, late], key=lambda one: one.order)


def test_references_stand_in_the_order_a_person_expects():
    expected = ["PK-CN-2", "PK-CN-2.1", "PK-CN-2.10", "PK-CN-10", "PK-TR-1"]
    assert expected == sorted(["PK-TR-1", "PK-CN-10", "PK-CN-2.10", "PK-CN-2.1", "PK-CN-2"], key=reference_order)


SHIFTED = f"{JWG}; 2026-04-07 held; 2026-06-01 paused"


def test_a_pause_that_lasts_shows_what_was_expected_when_it_began_and_nothing_to_come():
    listed = row(SHIFTED, date(2026, 8, 1))
    assert (2, date(2026, 7, 7), "on_hold") == (listed.number, listed.due_on, listed.standing)
    assert (None, None, 0, date(2026, 12, 1)) == (
        listed.days_late,
        listed.next_due_on,
        listed.missed,
        listed.review_on,
    )
    assert "review_due" == row(SHIFTED, date(2026, 12, 1)).standing
    assert [] == overdue_situations(told(SHIFTED), date(2026, 8, 1))
    assert None is coming_situation(told(SHIFTED), date(2026, 8, 1))


def test_what_was_withdrawn_is_one_row_that_waits_for_nobody():
    listed = row(f"{JWG}; 2026-08-15 withdrawn")
    assert (None, None, "withdrawn", 1, None, "", None) == (
        listed.number,
        listed.due_on,
        listed.standing,
        listed.missed,
        listed.next_due_on,
        listed.waits_for,
        listed.review_on,
    )


def test_what_hangs_on_an_event_has_no_date_until_that_is_on_record():
    text = "2026-01-07 agreed deliverable, due 6 months after entry into force; 2026-10-01 occurred to 2026-10-01"
    before, after = row(text, date(2026, 3, 1)), row(text)
    assert (None, None, "undated", date(2026, 7, 7)) == (
        before.number,
        before.due_on,
        before.standing,
        before.review_on,
    )
    assert (1, date(2027, 4, 1), "upcoming", None) == (after.number, after.due_on, after.standing, after.review_on)


def test_a_date_arranged_is_looked_forward_to_until_it_has_passed():
    text = f"{JWG}; 2026-10-07 held; 2026-11-02 proposed #4 to 2026-12-10 by CN; 2026-11-20 arranged #4 to 2026-12-15"
    proposed, arranged, passed = (row(text, day) for day in (date(2026, 11, 3), NOVEMBER, date(2026, 12, 16)))
    assert (date(2026, 12, 10), None, 65, "PK") == (
        proposed.proposed_for,
        proposed.arranged_for,
        proposed.days_left,
        proposed.waits_for,
    )
    assert (None, date(2026, 12, 15), 21, "joint") == (
        arranged.proposed_for,
        arranged.arranged_for,
        arranged.days_left,
        arranged.waits_for,
    )
    assert 22 == passed.days_left


def test_a_row_counts_how_often_and_how_far_its_occurrences_were_put_off():
    moved = "2026-06-20 postponed #2 to 2026-09-15; 2026-09-10 postponed #2 to 2026-09-29"
    listed = row(f"{JWG}; {moved}; 2026-10-01 postponed #3 to 2026-10-10")
    assert (3, 84 + 3) == (listed.slips, listed.slip_days)


def test_what_has_slipped_softly_says_so():
    listed = row(f"{JWG}, soft")
    assert ("overdue", 48, True) == (listed.standing, listed.days_late, listed.is_soft)


def test_a_row_says_which_session_comes_next_and_who_hosts_it():
    listed = row(f"{JWG}, first session 9; 2026-04-07 held in PK; 2026-07-07 held in CN virtual")
    assert (11, "CN") == (listed.next_session, listed.next_host)
    assert (None, "") == (row(REPORT).next_session, row(REPORT).next_host)


ARRANGED = f"{JWG}; 2026-10-09 held; 2026-11-01 arranged #4 to 2026-12-03"


@pytest.mark.parametrize(
    ("text", "day", "expected", "awaits"),
    [
        (ARRANGED, NOVEMBER, date(2026, 12, 3), False),
        (ARRANGED, date(2026, 12, 3), date(2026, 12, 3), False),
        (ARRANGED, date(2026, 12, 4), date(2027, 1, 7), True),
        (f"{ARRANGED}; 2026-12-01 postponed #4 to 2027-01-20", date(2026, 12, 2), date(2027, 1, 20), False),
        (f"{JWG}; 2026-10-09 held; 2026-11-01 proposed #4 to 2026-12-03", NOVEMBER, date(2027, 1, 7), False),
        (UNDATED, NOVEMBER, None, False),
    ],
)
def test_what_is_arranged_is_looked_forward_to_until_its_day_has_passed(text, day, expected, awaits):
    now = situation(known_on(told(text), day), day)
    assert (expected, awaits) == (now.coming_on(day), now.awaits_record(day))
