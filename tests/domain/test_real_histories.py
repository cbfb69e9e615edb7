"""Five mechanisms between states, with their published dates, stand as their own records say.

A sitting of several days is recorded on its last day: only then has it been held and its minutes signed. A record
begins with the first sitting whose day was published.
"""

from datetime import date

import pytest

from bilateral_tracker.domain.hosting import next_host, next_session, sessions
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.settlement import settlement
from bilateral_tracker.domain.situation import Situation, overdue_situations, situation
from tests.domain.conftest import known_on, stands, told

INDUS_SITTINGS = """
2021-03-24 held in IN session 116
2022-03-03 held in PK session 117
2022-05-31 held in IN session 118
"""
AUGUST_2024 = date(2024, 8, 9)


def row(history, day: date) -> Situation:
    """The row of that history on that day."""
    return situation(known_on(history, day), day)


def settled_by(history) -> dict[int, int | None]:
    """The session that settled each period, by the number of the period."""
    return {number: one.session for number, one in sorted(settlement(history).closed.items())}


def test_the_indus_commission_met_once_in_each_treaty_year_and_then_missed_one(history):
    """
    1960-09-19 agreed Permanent Indus Commission every 1 year, reading period, year from 04-01, first due 2020-04-01, \
floor, parties PK-IN
    2021-03-24 held in IN session 116
    2022-03-03 held in PK session 117
    2022-05-31 held in IN session 118
    """
    assert {1: 116, 2: 117, 3: 118} == settled_by(history)
    assert ["kept", "kept", "kept", "missed", "upcoming"] == stands(history, as_of=AUGUST_2024)
    listed = row(history, AUGUST_2024)
    assert (1, date(2025, 3, 31)) == (listed.missed, listed.next_due_on)
    assert (119, "PK") == (listed.next_session, listed.next_host)


def test_read_by_calendar_year_one_of_two_indus_sittings_was_an_additional_one(history):
    """
    1960-09-19 agreed Permanent Indus Commission every 1 year, reading period, first due 2021-01-01, floor, \
parties PK-IN
    2021-03-24 held in IN session 116
    2022-03-03 held in PK session 117
    2022-05-31 held in IN session 118
    """
    assert {1: 116, 2: 117} == settled_by(history)
    assert ["kept", "kept", "missed", "upcoming"] == stands(history, as_of=AUGUST_2024)
    assert (119, "PK") == (next_session(history), next_host(history))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 2, 29), ("upcoming", 0)),
        (date(2024, 3, 1), ("due_soon", 0)),
        (date(2024, 3, 31), ("due_today", 0)),
        (date(2024, 4, 1), ("missed", 1)),
    ],
)
def test_a_treaty_year_of_the_indus_commission_is_missed_once_the_next_has_begun(day, expected):
    terms = "reading period, year from 04-01, first due 2020-04-01, floor, parties PK-IN"
    history = told(f"1960-09-19 agreed PIC every 1 year, {terms}{INDUS_SITTINGS}")
    assert expected == (stands(history, as_of=day)[3], row(history, day).missed)


def test_the_cpec_committee_missed_a_year_and_no_number(history):
    """
    2019-11-05 agreed Joint Cooperation Committee every 1 year, reading period, first session 9
    2019-11-05 held in PK
    2021-09-23 held
    """
    assert [(9, date(2019, 11, 5)), (10, date(2021, 9, 23))] == [
        (one.number, one.sitting.on) for one in sessions(history)
    ]
    assert ["kept", "missed", "kept", "upcoming"] == stands(history, as_of=date(2021, 12, 31))
    listed = row(history, date(2021, 9, 23))
    assert (1, date(2022, 12, 31), 11) == (listed.missed, listed.next_due_on, listed.next_session)


def test_hosts_of_the_tajik_commission_alternate_across_three_years(history):
    """
    2016-06-16 agreed Joint Commission, parties PK-TJ, first session 5
    2016-06-16 held in PK
    2019-07-02 held in TJ
    """
    assert [5, 6] == [one.number for one in sessions(history)]
    assert (6, "TJ") == (next_session(history.as_of(date(2019, 7, 1))), next_host(history.as_of(date(2019, 7, 1))))
    assert (7, "PK") == (next_session(history), next_host(history))
    assert 36 == Period(1, Unit.MONTH).times_between(date(2016, 6, 16), date(2019, 7, 2))


def test_the_eighteenth_session_of_the_jcpoa_commission_was_held_in_its_twenty_third_quarter(history):
    """
    2015-07-14 agreed Joint Commission every 3 months, reading period, first due 2015-10-01
    2015-10-19 held session 1
    2021-04-06 held session 18
    """
    # Opened by video on 2 April 2021 and resumed in Vienna on the 6th: one session, and both days in one quarter.
    assert {1: 1, 23: 18} == settled_by(history)
    assert date(2021, 6, 30) == schedule(history).occurrence(23).due_on
    assert 19 == next_session(history)


def test_the_indian_and_pakistani_commission_slipped_for_sixteen_years_and_broke_no_promise(history):
    """
    1983-03-10 agreed Joint Commission every 1 year, reading period, first due 1990-01-01, soft, first session 4, \
parties PK-IN
    2005-10-04 held in PK
    """
    before, after = row(history, date(2005, 10, 3)), row(history, date(2005, 10, 4))
    assert (15, 4, True) == (before.missed, before.next_session, before.is_soft)
    assert (15, 5, "IN", True) == (after.missed, after.next_session, after.next_host, after.is_soft)
    assert {16: None} == settled_by(history)
    assert [] == overdue_situations(history, date(2005, 10, 4))
