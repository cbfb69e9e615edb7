"""The calendar of two capitals, and dates to propose, as typed at the desk."""

import csv
import io
import json
import subprocess
import sys
from datetime import date

import pytest

from bilateral_tracker.cli.context import Session
from bilateral_tracker.cli.plan import obstacle

OWN = """
[CN]
confirmed_until = 2027
[CN.days_off]
2027-10-06 = "National Day"
2027-10-07 = "National Day"
"""


# calendar


def test_the_calendar_shows_this_month_of_a_relationship(bilateral):
    shown = bilateral("calendar PK-CN").splitlines()
    assert ["November 2026", "20 common working days: 2-6, 10-13, 16-20, 23-27, 30 November"] == [shown[0], shown[-1]]


def test_this_month_is_that_of_the_day_asked_about(bilateral):
    assert bilateral("calendar pk-cn --as-of 2026-10-15").startswith("October 2026\n")


def test_a_commitment_stands_for_its_parties(bilateral):
    october = bilateral("calendar PK-CN --month 2026-10")
    assert october == bilateral("calendar pk-cn-1 --month {}", "October 2026")


@pytest.mark.parametrize("month", ["2026-02", "2028-02", "2026-04", "2026-12"])
def test_a_month_may_be_short_or_long(bilateral, month):
    assert bilateral.rows(f"calendar PK --month {month}")[0]["date"].startswith(month)


def test_a_leap_year_is_a_year_too(bilateral):
    assert 366 == len(bilateral.rows("calendar PK --year 2028"))


def test_the_parties_come_in_the_order_typed(bilateral):
    assert ["date", "CN", "PK", "reason", "provisional", "common"] == list(bilateral.rows("calendar CN-PK")[0])


def test_a_year_is_shown_in_numbers(bilateral):
    assert "2026              248      248    230" in bilateral("calendar PK-CN --year 2026").splitlines()


def test_other_programs_get_a_row_a_day(bilateral):
    rows = bilateral.rows("calendar PK-CN --year 2026")
    assert (365, 230) == (len(rows), sum(row["common"] for row in rows))
    expected = {
        "date": "2026-10-07",
        "PK": "working",
        "CN": "closed",
        "reason": "CN: day off, made up on 10 October 2026",
        "provisional": False,
        "common": False,
    }
    assert expected in rows


def test_csv_says_the_same_in_words(bilateral):
    rows = list(csv.DictReader(io.StringIO(bilateral("calendar PK-CN --month 2026-10 --format csv"))))
    assert (31, "false", "true") == (len(rows), rows[6]["common"], rows[7]["common"])


def test_a_file_of_one_s_own_confirms_a_year(bilateral, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf-8")
    row = bilateral.rows("calendar CN --month 2027-10 --calendars {}", str(own))[6]
    assert ("closed", "CN: National Day", False) == (row["CN"], row["reason"], row["provisional"])
    assert row == json.loads(bilateral("calendar CN --month 2027-10 --format json", BILATERAL_CALENDARS=str(own)))[6]


@pytest.mark.parametrize(
    ("line", "code", "complaint"),
    [
        ("calendar PK-XX", 3, "No party 'XX' is on record. See them with: bilateral parties"),
        ("calendar PK-CN-99", 3, "No commitment PK-CN-99. See them with: bilateral list"),
        ("calendar PK-CN --month 2026", 2, "'2026' is not a month. Type one like 2026-10"),
        ("calendar PK-CN --month 2026-10-07", 2, "'2026-10-07' is not a month. Type one like 2026-10"),
        ("calendar PK-CN --month 2026-Q3", 2, "'2026-Q3' is not a month. Type one like 2026-10"),
        ("calendar PK-CN --year 2026-10", 2, "'2026-10' is not a year. Type one like 2026"),
        ("calendar PK-CN --year 2026-H1", 2, "'2026-H1' is not a year. Type one like 2026"),
        ("calendar PK-CN --month 2026-10 --year 2026", 2, "--month and --year exclude each other. Leave one out."),
        ("calendar PK-CN --calendars none.toml", 3, "There is no file none.toml."),
        ("propose PK-CN-1.1", 2, "PK-CN-1.1 is an action point, and dates are proposed for sittings."),
        ("propose PK-CN-1 --notice -1", 2, "-1 is not in the range"),
    ],
)
def test_what_cannot_be_shown_is_refused_with_a_remedy(bilateral, line, code, complaint):
    assert complaint in bilateral.refuses(line, exits=code)


def test_a_calendar_may_begin_before_christ_s_thousandth_year_and_end_after_our_time(bilateral):
    assert bilateral("calendar PK-CN --month 0001-01").startswith("January 0001, provisional\n")
    assert bilateral("calendar PK-CN --month 9999-12").startswith("December 9999, provisional\n")


# propose


def test_the_overdue_sitting_gets_the_first_days_that_leave_a_fortnight(bilateral):
    rows = bilateral.rows("propose PK-CN-1")
    assert [
        *("2026-12-08", "2026-12-09", "2026-12-10", "2026-12-14", "2026-12-15", "2026-12-11"),
    ] == [row["date"] for row in rows]
    expected = {
        "ref": "PK-CN-1#3",
        "rank": 6,
        "date": "2026-12-11",
        "weekday": "Fri",
        "days_from_due": 65,
        "notice_days": 17,
        "late": True,
        "provisional": False,
        "cautions": ["break"],
        "reason": "Islamabad: prayer break 12:30 to 14:30",
    }
    assert expected == rows[-1]


def test_a_sitting_may_be_named_by_its_number(bilateral):
    shown = bilateral("propose PK-CN-1#7").splitlines()
    assert "PK-CN-1#7 Joint Working Group meets: wanted by 7 October 2027." == shown[0]


def test_proposals_can_be_looked_at_as_of_an_earlier_day(bilateral):
    shown = bilateral("propose PK-CN-1#3 --as-of 2026-09-01")
    assert "7 October 2026 falls in China's National Day week; nearest days on which both\n" in shown
    assert "2026-09-29  Tue  8 days before   28 days  both capitals work\n" in shown


def test_notice_can_be_longer_or_shorter(bilateral):
    first = [bilateral.rows(f"propose PK-CN-1 --notice {days}")[0]["date"] for days in (0, 30)]
    assert ["2026-11-24", "2026-12-24"] == first


def test_cautions_are_words_in_csv(bilateral):
    rows = list(csv.DictReader(io.StringIO(bilateral("propose PK-CN-1#7 --format csv"))))
    assert ("usually_closed beside_closure", "false", "true") == (
        rows[6]["cautions"],
        rows[6]["late"],
        rows[6]["provisional"],
    )


def test_what_was_held_needs_no_date(bilateral):
    bilateral("held PK-CN-1 --on 2026-10-09")
    complaint = "PK-CN-1#3 is recorded as held on 9 October 2026; no date is wanted for it."
    assert complaint in bilateral.refuses("propose PK-CN-1#3", exits=4)
    assert "PK-CN-1#4" == bilateral.rows("propose PK-CN-1")[0]["ref"]


def test_what_has_no_date_is_proposed_without_a_number(bilateral):
    row = bilateral.rows("propose PK-CN-6")[0]
    assert ("PK-CN-6", None, "2026-12-08") == (row["ref"], row["days_from_due"], row["date"])


# What explain asks


def test_explain_is_told_what_a_due_day_falls_in(bilateral):
    session = Session()
    session.place = str(bilateral.register)
    expected = (
        "7 October 2026 falls in China's National Day week; nearest days on which both capitals work: 30 September, "
        "8 October."
    )
    assert (expected, "") == tuple(obstacle(session, ("PK", "CN"), date(2026, 10, day)) for day in (7, 8))
    session.close()


def test_the_library_of_holidays_is_loaded_only_for_a_day_that_is_asked_about():
    code = (
        "import sys; from bilateral_tracker.cli import plan, main; "
        "from bilateral_tracker.store.calendars import working_calendars; "
        "from bilateral_tracker.store.seeds import shipped_parties; "
        "calendars = working_calendars(shipped_parties()); before = 'holidays' in sys.modules; "
        "from datetime import date; calendars[0].day(date(2026, 10, 7)); print(before, 'holidays' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "False True\n" == run.stdout
