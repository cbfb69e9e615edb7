"""What stands in the tables that people read."""

from datetime import date

import pytest

from bilateral_tracker.reports import listing
from bilateral_tracker.reports.listing import Reader, group_columns, nearest_first
from bilateral_tracker.reports.sides import Group, Side
from tests.reports.conftest import NOVEMBER, row_of

JWG = "2026-01-07 agreed JWG every 3 months; 2026-10-09 held"
ARRANGED = f"{JWG}; 2026-11-01 arranged #4 to 2026-12-03"
YEARLY = "2025-03-01 agreed JWG every 1 year, reading period"
PK = Reader(NOVEMBER, "PK")


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (JWG, NOVEMBER, "2027-01-07"),
        (ARRANGED, NOVEMBER, "2026-12-03 arranged"),
        (ARRANGED, date(2026, 12, 3), "2026-12-03 arranged"),
        (ARRANGED, date(2026, 12, 4), "2027-01-07"),
        (f"{JWG}; 2026-11-01 postponed #4 to 2027-02-01", NOVEMBER, "2027-02-01"),
        ("2026-01-07 agreed standing", NOVEMBER, "2026-07-07"),
        ("2026-01-07 agreed standing, strength noted", NOVEMBER, ""),
    ],
)
def test_the_day_that_counts_is_marked_where_it_was_arranged(text, day, expected):
    assert expected == listing.WHEN.cell(row_of(text, day), Reader(day))


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        (JWG, NOVEMBER, "JWG"),
        (ARRANGED, NOVEMBER, "JWG"),
        (ARRANGED, date(2026, 12, 4), "JWG (arranged for 2026-12-03: was it held?)"),
        (f"{JWG}; 2026-11-01 proposed #4 to 2026-12-03 by CN", NOVEMBER, "JWG (proposed for 2026-12-03)"),
    ],
)
def test_the_title_says_what_the_dates_do_not(text, day, expected):
    assert expected == listing.TITLE.cell(row_of(text, day), Reader(day))


@pytest.mark.parametrize(
    ("text", "after_missed", "expected"),
    [
        (YEARLY, {"PK-CN-1"}, "JWG (missed, and now due by 31 December 2026)"),
        (f"{YEARLY}, soft", {"PK-CN-1"}, "JWG (slipped, and now due by 31 December 2026)"),
        (YEARLY, {"PK-CN-2"}, "JWG"),
        ("2026-01-07 agreed JWG every 3 months", {"PK-CN-1"}, "JWG"),
    ],
)
def test_one_missed_and_the_next_running_is_said_in_words(text, after_missed, expected):
    reader = Reader(NOVEMBER, after_missed=frozenset(after_missed))
    assert expected == listing.TITLE.cell(row_of(text), reader)


def test_where_the_agreed_day_is_shown_alone_the_title_says_for_when_it_is_arranged():
    late = row_of("2026-01-07 agreed JWG every 3 months; 2026-11-01 arranged #3 to 2026-12-03")
    assert "JWG (arranged for 2026-12-03)" == listing.LATE_TITLE.cell(late, PK)
    assert "2026-12-03 arranged" == listing.WHEN.cell(late, PK)
    asked = "JWG (arranged for 2026-12-03: was it held?)"
    assert asked == listing.LATE_TITLE.cell(late, Reader(date(2026, 12, 4)))


@pytest.mark.parametrize(
    ("standing", "is_soft", "expected"),
    [
        ("overdue", True, "slipped"),
        ("missed", True, "slipped"),
        ("overdue", False, "overdue"),
        ("kept_late", True, "kept late"),
    ],
)
def test_where_the_words_leave_room_a_delay_has_slipped(standing, is_soft, expected):
    assert expected == listing.say_standing(standing, is_soft)


def test_an_optional_column_is_there_only_where_it_holds_something():
    kept = row_of("2026-01-07 agreed JWG every 3 months, soft; 2026-07-07 held")
    both = [kept._replace(missed=0), kept]
    assert "slipped before" not in listing.listing(listing.SLIPPED, both[:1], PK, 80).split("\n")[0]
    assert "slipped before" in listing.listing(listing.SLIPPED, both, PK, 80).split("\n")[0]


def test_a_column_says_who_owes_only_where_the_heading_leaves_it_open():
    row = row_of("2026-01-07 agreed deliverable, due 2026-09-30", owed_by="CN")
    one, several = Group(Side.THEY, [row]), Group(Side.THEY, [row, row._replace(waits_for="TJ", owed_by="TJ")])

    def headers(group: Group) -> list[str]:
        columns = group_columns(listing.REVIEWS, group)
        return listing.listing(columns, group.rows, PK, 80).split("\n")[0].split()

    assert ["ref", "since", "title"] == headers(one)
    assert ["ref", "since", "owed", "by", "title"] == headers(several)
    assert ["ref", "since", "owed", "by", "title"] == headers(Group(Side.NOBODY, [row]))


def test_a_lead_is_named_beside_a_follow_up():
    row = row_of("2026-01-07 agreed deliverable, due 2026-09-30")._replace(kind="follow_up", lead="Interior")
    shown = listing.listing(group_columns(listing.REVIEWS, Group(Side.JOINTLY, [row])), [row], PK, 80)
    assert ["ref", "since", "owner", "title"] == shown.split("\n")[0].split()
    assert "Interior" in shown


def test_people_read_the_nearest_day_first_and_an_arranged_one_counts():
    later, sooner = row_of(JWG), row_of(ARRANGED)
    undated = row_of("2026-01-07 agreed standing")
    assert [sooner, later, undated] == nearest_first([undated, later, sooner], NOVEMBER)
    assert [later, sooner] == nearest_first([later, sooner], date(2026, 12, 4))
