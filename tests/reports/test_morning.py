"""The morning's screen: urgency divides it, and inside each part it is said who is waited on."""

from datetime import date

import pytest

from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.reports.listing import Reader
from bilateral_tracker.reports.morning import MOST_ROWS, say_ahead, say_counts, screen, sections, wants_attention
from tests.reports.conftest import NOVEMBER, row_of

JWG = "2026-01-07 agreed JWG every 3 months"
ONCE = "2026-01-07 agreed deliverable, due 2026-09-30"
PK = Reader(NOVEMBER, "PK")
LATE = row_of(ONCE, owed_by="PK", title="Draft")


def shown(*rows: Situation, reader: Reader = PK, width: int = 80) -> list[str]:
    """The blocks of the screen, headings in stars."""
    parts = sections(rows, reader)
    return [block for part in parts for block in screen(part, reader, width, lambda text: f"*{text}*")]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (ONCE, "*Overdue*: joint"),
        (JWG, "*Overdue*: date to be proposed"),
        (f"{JWG}, soft", "*Slipped*: date to be proposed"),
        (f"{JWG}; 2026-10-09 held; 2026-11-01 arranged #4 to 2026-12-24", "*Due within 30 days*: joint"),
        (f"{JWG}; 2026-11-01 postponed #3 to 2026-12-24", "*Due within 30 days*: date to be proposed"),
        (f"{JWG}; 2026-10-09 held; 2026-11-01 arranged #4 to 2026-11-23", "*To be recorded*: joint"),
        (f"{JWG}; 2026-10-09 held; 2026-11-01 proposed #4 to 2026-12-20 by CN", "*To be answered*: we owe"),
        (f"{JWG}; 2026-10-09 held; 2026-11-01 proposed #4 to 2026-12-20 by PK", "*To be answered*: they owe"),
        (f"{JWG}, grace 60 days; 2026-11-01 proposed #3 to 2026-12-20 by PK", "*Due within 30 days*: they owe"),
        ("2026-01-07 agreed standing", "*Review due*: joint"),
    ],
)
def test_a_row_stands_under_how_urgent_it_is_and_who_is_waited_on(text, heading):
    [block] = shown(row_of(text))
    assert heading == block.split("\n")[0]


@pytest.mark.parametrize(
    "text",
    [
        f"{JWG}; 2026-10-09 held",
        f"{JWG}; 2026-10-09 held; 2026-11-01 arranged #4 to 2026-12-25",
        f"{JWG}; 2026-11-01 postponed #3 to 2026-12-25",
        f"{JWG}; 2026-11-01 paused",
        f"{JWG}; 2026-11-01 withdrawn",
        f"{ONCE}; 2026-09-30 delivered",
    ],
)
def test_what_wants_no_attention_is_not_on_the_screen(text):
    assert [] == shown(row_of(text))
    assert not wants_attention(row_of(text), NOVEMBER)


def test_what_is_on_hold_comes_by_itself_when_its_review_is_due():
    row = row_of(f"{JWG}; 2026-02-01 paused")
    on_hold = PK._replace(on_hold=frozenset({"PK-CN-1"}))
    [block] = shown(row, reader=on_hold)
    assert ["*On hold, review due*", "PK-CN-1#1  2026-08-01  joint    JWG"] == block.split("\n")[::3]
    assert "0 items overdue, 0 due soon, 0 up for review, 1 on hold and up for review" == say_counts(
        sections([row], on_hold)
    )


def test_each_side_that_is_waited_on_has_its_table_under_a_small_heading():
    theirs = LATE._replace(waits_for="CN", owed_by="CN", ref="PK-CN-2")
    expected = [
        "*Overdue*",
        "We owe\nref        due         days late  missed  title\n"
        "---------  ----------  ---------  ------  -----\n"
        "PK-CN-1#1  2026-09-30  55                 Draft",
        "They owe\nref        due         days late  missed  title\n"
        "---------  ----------  ---------  ------  -----\n"
        "PK-CN-2#1  2026-09-30  55                 Draft",
    ]
    assert expected == shown(theirs, LATE)


def test_the_same_rows_are_the_other_way_round_for_the_other_side():
    assert "*Overdue*: they owe" == shown(LATE, reader=Reader(NOVEMBER, "CN"))[0].split("\n")[0]


@pytest.mark.parametrize(("count", "more"), [(MOST_ROWS, 0), (MOST_ROWS + 1, 1), (1234, 1214)])
def test_a_long_group_is_cut_and_says_how_to_see_all_of_it(count, more):
    joint = LATE._replace(waits_for="joint")
    _, ours, both = shown(*[LATE] * count, joint)
    said = [f"... and {more:,} more. See them all with: bilateral overdue"] if more else []
    assert said == ours.split("\n")[3 + MOST_ROWS :]
    assert 4 == len(both.split("\n"))


def test_what_is_rare_is_counted_only_if_there_is_any():
    slipped, proposed = row_of(f"{JWG}, soft"), row_of(f"{JWG}; 2026-10-09 held; 2026-11-01 proposed #4 to 2026-12-20")
    asked = row_of(f"{JWG}; 2026-10-09 held; 2026-11-01 arranged #4 to 2026-11-23")
    assert "1 item overdue, 0 due soon, 0 up for review" == say_counts(sections([LATE], PK))
    expected = "2 items overdue, 1 slipped, 0 due soon, 1 to be answered, 1 to be recorded, 0 up for review"
    assert expected == say_counts(sections([LATE, slipped, LATE, asked, proposed], PK))


def test_the_next_date_is_the_arranged_one():
    row = row_of(f"{JWG}; 2026-10-09 held; 2026-11-01 arranged #4 to 2026-12-24")
    assert "Next: 24 December 2026 (in 30 days): PK-CN-1#4 JWG" == say_ahead([row], NOVEMBER)
    assert "Next: 24 December 2026 (today): PK-CN-1#4 JWG" == say_ahead([row], date(2026, 12, 24))
