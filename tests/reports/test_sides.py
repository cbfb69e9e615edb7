"""Rows stand by who is waited on, and that depends on whose side the reader sits on."""

from datetime import date

import pytest

from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.situation import follow_up_situations
from bilateral_tracker.reports.sides import Group, Side, by_side, side
from tests.changing import replace
from tests.reports.conftest import NOVEMBER, row_of, told

JWG = "2026-01-07 agreed JWG every 3 months; 2026-10-09 held"


@pytest.mark.parametrize(
    ("row", "for_us", "for_them"),
    [
        (row_of("2026-01-07 agreed deliverable, due 2026-09-30", owed_by="PK"), Side.WE, Side.THEY),
        (row_of("2026-01-07 agreed deliverable, due 2026-09-30", owed_by="CN"), Side.THEY, Side.WE),
        (row_of("2026-01-07 agreed deliverable, due 2026-09-30"), Side.JOINTLY, Side.JOINTLY),
        (row_of(JWG), Side.DATE, Side.DATE),
        (row_of(f"{JWG}; 2026-11-01 proposed #4 to 2026-12-03 by CN"), Side.WE, Side.THEY),
        (row_of(f"{JWG}; 2026-11-01 proposed #4 to 2026-12-03 by PK"), Side.THEY, Side.WE),
        (row_of(f"{JWG}; 2026-11-01 arranged #4 to 2026-12-03"), Side.JOINTLY, Side.JOINTLY),
        (row_of(f"{JWG}; 2026-11-01 paused"), Side.NOBODY, Side.NOBODY),
        (row_of(f"{JWG}; 2026-11-01 withdrawn"), Side.NOBODY, Side.NOBODY),
        (row_of("2026-01-07 agreed JWG every 3 months, strength noted", owed_by="PK"), Side.NOBODY, Side.NOBODY),
        (row_of("2026-01-07 agreed deliverable, due 2026-09-30; 2026-09-01 delivered"), Side.NOBODY, Side.NOBODY),
    ],
)
def test_who_is_waited_on_as_each_side_sees_it(row, for_us, for_them):
    assert (for_us, for_them) == (side(row, "PK"), side(row, "CN"))


def test_a_follow_up_is_on_the_side_of_its_owner():
    owners = ("PK", "CN", "Ministry of Interior")
    raised = tuple(FollowUp(n, "agenda", date(2026, 10, 9), owner=owner) for n, owner in enumerate(owners, 1))
    rows = follow_up_situations(replace(told(JWG), follow_ups=raised), NOVEMBER)
    assert [Side.WE, Side.THEY, Side.JOINTLY] == [side(row, "PK") for row in rows]


def test_groups_come_in_a_fixed_order_and_empty_ones_are_left_out():
    ours = row_of("2026-01-07 agreed deliverable, due 2026-09-30", owed_by="PK")
    both, date = row_of("2026-01-07 agreed deliverable, due 2026-09-30"), row_of(JWG)
    expected = [Group(Side.WE, [ours]), Group(Side.JOINTLY, [both, both]), Group(Side.DATE, [date])]
    assert expected == by_side([date, both, ours, both], "PK")
    assert [] == by_side([], "PK")


def theirs(*owing: str, parties: str = "PK-CN") -> Group:
    row = row_of("2026-01-07 agreed deliverable, due 2026-09-30", owed_by="CN")
    return Group(Side.THEY, [row._replace(waits_for=codes, parties=parties) for codes in owing])


@pytest.mark.parametrize(
    ("group", "heading", "several"),
    [
        (theirs("CN", "CN"), "They owe", False),
        (theirs("CN", "CN", parties="PK-CN-TJ"), "They owe: CN", False),
        (theirs("CN-TJ", parties="PK-CN-TJ"), "They owe: CN, TJ", False),
        (theirs("CN", "TJ", parties="PK-CN-TJ"), "They owe", True),
        (Group(Side.WE, [row_of("2026-01-07 agreed deliverable, due 2026-09-30", owed_by="PK")]), "We owe", False),
    ],
)
def test_among_three_parties_it_is_said_which_of_the_others_owes(group, heading, several):
    assert (heading, several) == (group.heading, group.has_several_owing)
