"""Working calendars are read from files; what cannot be read is said with its key and a remedy."""

from datetime import date

import pytest

from bilateral_tracker.domain.calendars import CalendarRules, DayKind, ToldDay, WorkingWeek
from bilateral_tracker.domain.party import Party
from bilateral_tracker.errors import NotFound, TrackerError
from bilateral_tracker.store.calendars import read_rules, working_calendars
from bilateral_tracker.store.seeds import shipped_parties

FIVE, SIX = frozenset(range(5)), frozenset(range(6))
TAJIKISTAN = Party("TJ", "Tajikistan", "Dushanbe", "Asia/Dushanbe")


@pytest.fixture
def file(tmp_path):
    """Writes a file of calendars and gives its path."""

    def write(text: str):
        path = tmp_path / "own.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_islamabad_s_weeks_are_shipped_with_their_days():
    china, pakistan = working_calendars(shipped_parties())
    expected = (WorkingWeek(date.min, FIVE), WorkingWeek(date(2022, 4, 12), SIX), WorkingWeek(date(2022, 6, 8), FIVE))
    assert (expected, ()) == (pakistan.rules.weeks, china.rules.weeks)
    assert {4: "prayer break 12:30 to 14:30"} == pakistan.rules.breaks


def test_the_years_confirmed_for_each_capital_are_shipped():
    years = [(one.rules.confirmed_from, one.rules.confirmed_until) for one in working_calendars(shipped_parties())]
    assert [(2001, 2026), (2012, 2026)] == years


def test_calendars_come_in_the_order_of_the_parties_and_one_nobody_told_of_has_no_rules():
    china, pakistan = shipped_parties()
    found = working_calendars([TAJIKISTAN, pakistan, china])
    assert [TAJIKISTAN, pakistan, china] == [one.party for one in found]
    assert CalendarRules() == found[0].rules


def test_a_file_says_everything_about_a_party(file):
    path = file("""
        [TJ]
        confirmed_from = 2024
        confirmed_until = 2026
        weeks = [{ since = 2025-01-06, works = "Mon-Thu Sat" }, { works = "Sun-Thu" }]
        [TJ.breaks]
        Mon = "lunch  12:00"
        [TJ.days_off]
        2026-03-21 = "Nowruz"
        [TJ.working_days]
        2026-03-28 = ""
    """)
    expected = CalendarRules(
        weeks=(
            WorkingWeek(date.min, frozenset({6, 0, 1, 2, 3})),
            WorkingWeek(date(2025, 1, 6), frozenset({0, 1, 2, 3, 5})),
        ),
        confirmed_from=2024,
        confirmed_until=2026,
        breaks={0: "lunch 12:00"},
        days={date(2026, 3, 21): ToldDay(False, "Nowruz"), date(2026, 3, 28): ToldDay(True)},
    )
    assert {"TJ": expected} == read_rules(path)


def test_one_s_own_file_goes_before_what_is_shipped_and_leaves_the_rest(file):
    path = file("""
        [CN]
        confirmed_until = 2027
        [CN.days_off]
        2027-10-07 = "National Day"
    """)
    china, pakistan = working_calendars(shipped_parties(), path)
    assert (2001, 2027) == (china.rules.confirmed_from, china.rules.confirmed_until)
    assert (DayKind.HOLIDAY, 2026) == (china.day(date(2027, 10, 7)).kind, pakistan.rules.confirmed_until)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[cn]", "cn: not a party's code over a table. Write it like [CN]"),
        ("CN = 3", "CN: not a party's code over a table. Write it like [CN]"),
        ("[CN]\nconfirmed = 2027", "CN.confirmed: not a key of calendars. They are: confirmed_from, confirmed_until"),
        ('[CN]\nconfirmed_until = "2027"', "CN.confirmed_until: not a year. Write it like 2026, without quotes"),
        ("[CN]\nconfirmed_until = true", "CN.confirmed_until: not a year."),
        ("[CN]\nconfirmed_from = 10000", "CN.confirmed_from: not a year."),
        ("[CN]\nweeks = 5", "CN.weeks: not a list of weeks. Write it like [{ since = 2022-06-08, works ="),
        ('[CN]\nweeks = [{ works = "Mon-Fry" }]', "CN.weeks: not a list of weeks."),
        ('[CN]\nweeks = [{ works = "" }]', "CN.weeks: not a list of weeks."),
        ("[CN]\nweeks = [{ since = 2022-06-08 }]", "CN.weeks: not a list of weeks."),
        ('[CN]\nweeks = [{ since = 2022-06-08T08:00:00, works = "Mon-Fri" }]', "CN.weeks: not a list of weeks."),
        ('[CN]\nweeks = [{ works = "Mon-Fri", until = 2026-01-01 }]', "CN.weeks: not a list of weeks."),
        ("[CN]\ndays_off = 2027-10-07", "CN.days_off: not a table. Write it as [CN.days_off] with one line"),
        ('[CN.days_off]\n2027-02-29 = "x"', 'CN.days_off.2027-02-29: not a day. Write it like 2027-10-06 = "Nat'),
        ("[CN.days_off]\n2027-10-07 = true", "CN.days_off.2027-10-07: not a text. Write it in quotes"),
        ('[CN.days_off]\n2027-10-07 = "\\u001b[2J"', "CN.days_off.2027-10-07: The text '\\x1b[2J' holds a character"),
        (
            '[CN.breaks]\nFriday = "x"',
            "CN.breaks.Friday: not a weekday. Write one of Mon, Tue, Wed, Thu, Fri, Sat, Sun",
        ),
        (
            '[CN]\ndays_off = { 2027-10-09 = "x" }\nworking_days = { 2027-10-09 = "x" }',
            "CN.working_days.2027-10-09: told to be a day off as well. Keep one of the two",
        ),
    ],
)
def test_what_cannot_be_read_is_said_with_its_key_and_how_to_write_it(file, text, complaint):
    path = file(text)
    with pytest.raises(TrackerError) as refusal:
        read_rules(path)
    assert f"{path} cannot be used as a file of calendars. Wrong in it:\n  {complaint}" in str(refusal.value)


def test_all_that_is_wrong_is_said_at_once_up_to_ten(file):
    wrong = "\n".join(f"key{number} = 1" for number in range(12))
    with pytest.raises(TrackerError) as refusal:
        read_rules(file(f"[CN]\n{wrong}"))
    lines = str(refusal.value).splitlines()
    assert (12, "  and 2 more") == (len(lines), lines[-1])


def test_a_file_that_is_no_toml_is_refused_with_its_line(file):
    with pytest.raises(TrackerError, match=r"own\.toml cannot be read as TOML: .*line 2"):
        read_rules(file("[CN]\nweeks = x\n"))


def test_a_file_that_is_not_there_is_not_found(tmp_path):
    with pytest.raises(
        NotFound, match=r"There is no file .*none\.toml\. Name a file of calendars with --calendars FILE"
    ):
        read_rules(tmp_path / "none.toml")


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(TrackerError, match="cannot be read: Is a directory"):
        read_rules(tmp_path)
