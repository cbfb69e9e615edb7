"""Days are read in one way or refused with what to type instead; they are worded in one way."""

import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.day import read_day, read_horizon, read_last_day, read_window, say_day
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage

TUESDAY = date(2026, 11, 24)
READERS = (read_window, read_day, read_last_day, read_horizon)
DAYS = st.dates()
YEARS = st.integers(1, 9999)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

ONE_DAY = {
    "2026-01-07": date(2026, 1, 7),
    "0001-01-01": date(1, 1, 1),
    "9999-12-31": date(9999, 12, 31),
    "2028-02-29": date(2028, 2, 29),
    "7 Jan 2026": date(2026, 1, 7),
    "07 Jan 2026": date(2026, 1, 7),
    "7 January 2026": date(2026, 1, 7),
    "7 January, 2026": date(2026, 1, 7),
    "Jan 7 2026": date(2026, 1, 7),
    "Jan 7, 2026": date(2026, 1, 7),
    "January 7, 2026": date(2026, 1, 7),
    "31 may 2026": date(2026, 5, 31),
    "1 SEPT 2026": date(2026, 9, 1),
    "  7   jAnUaRy\t2026 ": date(2026, 1, 7),
    "7\N{NO-BREAK SPACE}January 2026": date(2026, 1, 7),
    "today": date(2026, 11, 24),
    "Tomorrow": date(2026, 11, 25),
    "yesterday": date(2026, 11, 23),
    "+90d": date(2027, 2, 22),
    "-231d": date(2026, 4, 7),
    "+ 90 days": date(2027, 2, 22),
    "+0d": date(2026, 11, 24),
    "+2w": date(2026, 12, 8),
    "-1 week": date(2026, 11, 17),
    "-3m": date(2026, 8, 24),
    "+3 Months": date(2027, 2, 24),
    "+1y": date(2027, 11, 24),
    "-2 years": date(2024, 11, 24),
    "tuesday": date(2026, 12, 1),
    "wed": date(2026, 11, 25),
    "Friday": date(2026, 11, 27),
    "monday": date(2026, 11, 30),
    "next friday": date(2026, 11, 27),
    "next tue": date(2026, 12, 1),
    "last friday": date(2026, 11, 20),
    "last tuesday": date(2026, 11, 17),
    "last mon": date(2026, 11, 23),
}
LONGER = {
    "2026-10": (date(2026, 10, 1), date(2026, 10, 31)),
    "2028-02": (date(2028, 2, 1), date(2028, 2, 29)),
    "9999-12": (date(9999, 12, 1), date(9999, 12, 31)),
    "Oct 2026": (date(2026, 10, 1), date(2026, 10, 31)),
    "October  2026": (date(2026, 10, 1), date(2026, 10, 31)),
    "2026-Q1": (date(2026, 1, 1), date(2026, 3, 31)),
    "2026-q3": (date(2026, 7, 1), date(2026, 9, 30)),
    "2026 Q4": (date(2026, 10, 1), date(2026, 12, 31)),
    "Q3 2026": (date(2026, 7, 1), date(2026, 9, 30)),
    "2026-H1": (date(2026, 1, 1), date(2026, 6, 30)),
    "H2 2026": (date(2026, 7, 1), date(2026, 12, 31)),
    "2026": (date(2026, 1, 1), date(2026, 12, 31)),
    "0001": (date(1, 1, 1), date(1, 12, 31)),
    "9999": (date(9999, 1, 1), date(9999, 12, 31)),
}
REFUSED = {
    "07/01/2026": "has two readings. Type 2026-01-07 for 7 January 2026 or 2026-07-01 for 1 July 2026.",
    "7.1.2026": "has two readings. Type 2026-01-07 for 7 January 2026 or 2026-07-01 for 1 July 2026.",
    "07-01-2026": "has two readings. Type 2026-01-07 for 7 January 2026 or 2026-07-01 for 1 July 2026.",
    "7 1 2026": "has two readings. Type 2026-01-07 for 7 January 2026 or 2026-07-01 for 1 July 2026.",
    "25/12/2026": "does not begin with the year. Type 2026-12-25 for 25 December 2026.",
    "12/25/2026": "does not begin with the year. Type 2026-12-25 for 25 December 2026.",
    "7. 7. 2026": "does not begin with the year. Type 2026-07-07 for 7 July 2026.",
    "31/31/2026": "cannot be read as a day. Type it like 2026-01-07",
    "07/01/26": "cannot be read as a day. Type it like 2026-01-07",
    "07/01/0000": "cannot be read as a day. Type it like 2026-01-07",
    "2026-02-30": "does not exist: February 2026 has 28 days. Type 2026-02-28 for its last day.",
    "30 Feb 2028": "does not exist: February 2028 has 29 days. Type 2028-02-29 for its last day.",
    "Sep 31, 2026": "does not exist: September 2026 has 30 days. Type 2026-09-30 for its last day.",
    "2026-12-00": "does not exist: December 2026 has 31 days. Type 2026-12-31 for its last day.",
    "2026-13-01": "does not exist: a year has 12 months, 01 to 12.",
    "2026-00": "does not exist: a year has 12 months, 01 to 12.",
    "2026-Q5": "does not exist: a year has 4 quarters, Q1 to Q4.",
    "Q0 2026": "does not exist: a year has 4 quarters, Q1 to Q4.",
    "H3 2026": "does not exist: a year has 2 halves, H1 and H2.",
    "0000": "lies outside the years 0001 to 9999.",
    "0000-01-07": "lies outside the years 0001 to 9999.",
    "+8000y": "lies outside the years 0001 to 9999.",
    "-3000y": "lies outside the years 0001 to 9999.",
    "+3000000d": "lies outside the years 0001 to 9999.",
    "-999999999999999999999999999999m": "lies outside the years 0001 to 9999.",
    "7 Jan": "lacks its year. Give the year",
    "Jan 7": "lacks its year. Give the year",
    "7 Jan 26": "lacks its year. Give the year",
    "October": "lacks its year. Give the year",
    "Q3": "lacks its year. Give the year",
    "7 foo 2026": "cannot be read as a day. Type it like 2026-01-07",
    "foo 2026": "cannot be read as a day. Type it like 2026-01-07",
    "7 foo": "cannot be read as a day. Type it like 2026-01-07",
    "soon": "cannot be read as a day. Type it like 2026-01-07",
    "next today": "cannot be read as a day. Type it like 2026-01-07",
    "2026-1-7": "cannot be read as a day. Type it like 2026-01-07",
    "2026-01-07T09:00": "cannot be read as a day. Type it like 2026-01-07",
    "20260107": "cannot be read as a day. Type it like 2026-01-07",
    "+3 fortnights": "cannot be read as a day. Type it like 2026-01-07",
    "2026年10月7日": "cannot be read as a day. Type it like 2026-01-07",
    "+2 wee\N{KELVIN SIGN}s": "cannot be read as a day. Type it like 2026-01-07",
    "２０２６-０１-０７": "has digits other than 0 to 9. Type it like 2026-01-07",
    "۷ جنوری ۲۰۲۶": "has digits other than 0 to 9. Type it like 2026-01-07",
}


def refusal(read, text, today=TUESDAY):
    """The message with which `read` refuses `text`."""
    with pytest.raises(WrongUsage) as refused:
        read(text, today)
    return str(refused.value)


def answer(read, text, today):
    """What the person who typed `text` is told: nothing where it can be read."""
    try:
        read(text, today)
    except WrongUsage as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize(("text", "day"), ONE_DAY.items())
def test_one_day_is_read_alike_by_every_reader(text, day):
    """On 24 November 2026, a Tuesday."""
    readings = [read_window(text, TUESDAY).earliest, read_day(text, TUESDAY), read_last_day(text, TUESDAY)]
    assert [day] * 3 == readings


@pytest.mark.parametrize(("text", "days"), LONGER.items())
def test_a_longer_time_is_read_from_its_first_to_its_last_day(text, days):
    """Months, quarters, half years and years are those of the calendar."""
    assert Window(days[0], days[1], " ".join(text.split())) == read_window(text, TUESDAY)
    assert days[1] == read_last_day(text, TUESDAY)


@pytest.mark.parametrize(("text", "days"), LONGER.items())
def test_a_longer_time_is_refused_where_one_day_is_needed(text, days):
    """The remedy is a day that lies in what was typed."""
    expected = f"runs from {say_day(days[0])} to {say_day(days[1])}, and one day is needed here. Type a day, such as"
    message = refusal(read_day, text)
    assert expected in message
    assert message.endswith(f" {days[1].isoformat()}.")


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("text", "why"), REFUSED.items())
def test_what_cannot_be_read_in_one_way_is_refused_with_the_remedy(text, why, read):
    """The message quotes what was typed and says what to type instead."""
    message = refusal(read, text)
    assert f"'{text}' {why}" == message[: len(f"'{text}' {why}")]


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("text", ["", " ", "\n\t "])
def test_nothing_typed_is_refused_with_the_remedy(text, read):
    """Blanks are nothing."""
    assert refusal(read, text).startswith("No day was given. Type it like 2026-01-07")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("2026-01-07\x1b[2J", r"'2026-01-07\x1b[2J'"),
        ("\x00", r"'\x00'"),
        ("2026\N{RIGHT-TO-LEFT OVERRIDE}-01", r"'2026\u202e-01'"),
        ("7 Jan \udcff", r"'7 Jan \udcff'"),
    ],
)
def test_unseen_characters_are_refused_and_shown_as_escapes(text, quoted):
    """A message must not clear the screen of the person who reads it."""
    assert f"{quoted} holds a character that cannot be seen. Type it like" in refusal(read_day, text)


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "7" * 10_000, "1-" * 5_000, "1" + "-" * 10_000, "+" + "9" * 10_000 + "d"]
)
def test_a_very_long_text_is_refused_and_quoted_in_short(text):
    """A pasted document is answered with one line, at once."""
    assert f"'{text[:40]}...' cannot be read as a day." in refusal(read_horizon, text)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("+3m", date(2025, 11, 30), date(2026, 2, 28)),
        ("-1m", date(2026, 3, 31), date(2026, 2, 28)),
        ("+1m", date(2028, 1, 31), date(2028, 2, 29)),
        ("+1y", date(2028, 2, 29), date(2029, 2, 28)),
        ("+4y", date(2028, 2, 29), date(2032, 2, 29)),
    ],
)
def test_months_end_with_the_month_where_it_lacks_the_day(text, today, day):
    """30 November and three months is 28 February, never 2 March."""
    assert day == read_day(text, today)


@pytest.mark.parametrize(("text", "today"), [("tomorrow", date.max), ("yesterday", date.min), ("fri", date.max)])
def test_the_calendar_has_a_first_and_a_last_day(text, today):
    """What lies beyond them was typed wrongly; it is not a crash."""
    assert f"'{text}' lies outside the years 0001 to 9999." in refusal(read_day, text, today)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("90d", date(2027, 2, 22)),
        ("90 days", date(2027, 2, 22)),
        ("1 DAY", date(2026, 11, 25)),
        ("2w", date(2026, 12, 8)),
        ("3m", date(2027, 2, 24)),
        ("3 months", date(2027, 2, 24)),
        ("1y", date(2027, 11, 24)),
        ("+90d", date(2027, 2, 22)),
        ("0d", date(2026, 11, 24)),
        ("today", date(2026, 11, 24)),
        ("2027-01-07", date(2027, 1, 7)),
        ("2027-Q1", date(2027, 3, 31)),
        ("2026", date(2026, 12, 31)),
        ("friday", date(2026, 11, 27)),
    ],
)
def test_a_horizon_is_a_length_of_time_from_today_or_a_day(text, day):
    """A bare length counts forward; a longer time is looked at to its end."""
    assert day == read_horizon(text, TUESDAY)


@pytest.mark.parametrize("text", ["-3m", "-1d", "- 2 weeks", "yesterday", "2026-11-23", "2026-10", "last friday"])
def test_a_horizon_never_lies_in_the_past(text):
    """Looking ahead to a day gone by shows nothing and would look like good news."""
    expected = f"'{text}' ends before 24 November 2026, where looking ahead begins. Type a length of time"
    assert refusal(read_horizon, text).startswith(expected)


@pytest.mark.parametrize("read", [read_window, read_day, read_last_day])
def test_a_bare_length_of_time_is_refused_where_a_day_is_meant(read):
    """Ninety days could lie ahead or behind."""
    expected = "'90 days' does not say which way to count. Type +90 days or -90 days."
    assert expected == refusal(read, "90 days")


@pytest.mark.parametrize("text", [" 2026-Q3 ", "q3   2026", "+90D", "Next  Friday"])
def test_a_window_keeps_the_words_that_were_typed(text):
    """In the typist's own case, with single blanks."""
    assert " ".join(text.split()) == read_window(text, TUESDAY).words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 10, 7), "7 October 2026"),
        (date(2026, 1, 31), "31 January 2026"),
        (date(33, 4, 3), "3 April 0033"),
    ],
)
def test_a_day_is_worded_in_english(day, words):
    """The year has four digits even where it is small, so that it can be read again."""
    assert words == say_day(day)


@given(DAYS, DAYS)
def test_a_day_is_read_again_from_each_way_to_write_it(day, today):
    """ISO, worded, and the month first, whatever today is."""
    month_first = f"{say_day(day).split()[1]} {day.day}, {day.year:04}"
    written = (day.isoformat(), say_day(day), say_day(day).upper(), month_first)
    assert [day] * 4 == [read_day(text, today) for text in written]


@given(YEARS, st.integers(1, 4), DAYS)
def test_a_quarter_spans_90_to_92_days(year, number, today):
    """Both spellings span the same days."""
    window = read_window(f"{year:04}-Q{number}", today)
    assert 90 <= (window.latest - window.earliest).days + 1 <= 92
    other = read_window(f"Q{number} {year:04}", today)
    assert (window.earliest, window.latest) == (other.earliest, other.latest)


@given(st.integers(1, 9998), st.sampled_from(["Q", "H", "M"]))
def test_the_parts_of_a_year_follow_each_other_and_fill_it(year, kind):
    """No day of the year lies between two parts or in both."""
    typed = {
        "Q": [f"{year:04}-Q{n}" for n in (1, 2, 3, 4)],
        "H": [f"{year:04}-H{n}" for n in (1, 2)],
        "M": [f"{year:04}-{n:02}" for n in range(1, 13)],
    }[kind]
    parts = [read_window(text, TUESDAY) for text in typed]
    begins = [part.earliest for part in parts] + [date(year + 1, 1, 1)]
    ends = [date(year, 1, 1)] + [part.latest + timedelta(days=1) for part in parts]
    assert begins == ends


@given(
    st.dates(date(2, 1, 1), date(9998, 12, 31)),
    st.sampled_from(WEEKDAYS),
)
def test_a_weekday_is_at_most_a_week_away_and_never_today(today, weekday):
    """`friday` typed on a Friday is the next one; `last friday` the one before."""
    coming, gone = read_day(weekday, today), read_day(f"last {weekday}", today)
    assert coming == read_day(f"next {weekday}", today)
    assert 1 <= (coming - today).days <= 7
    assert 1 <= (today - gone).days <= 7
    assert [weekday] * 2 == [WEEKDAYS[day.weekday()] for day in (coming, gone)]


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(0, 300_000))
def test_days_counted_forward_are_counted_back_again(today, count):
    """A length of time means the same as a horizon and as a relative day."""
    ahead = read_day(f"+{count}d", today)
    assert (today, ahead) == (read_day(f"-{count}d", ahead), read_horizon(f"{count} days", today))


@given(st.integers(1, 12), st.integers(1, 31), st.sampled_from("/.-"))
def test_each_date_offered_instead_of_numbers_can_be_typed(month, day, sign):
    """The remedy works when it is typed, and each reading is offered once."""
    message = refusal(read_day, f"{day:02}{sign}{month:02}{sign}2026")
    offered = re.findall(r"(\S+) for (\d+ \w+ \d+)", message)
    assert [read_day(worded, TUESDAY) for _, worded in offered] == [read_day(iso, TUESDAY) for iso, _ in offered]
    assert len(set(offered)) == len(offered) <= 1 + (month != day <= 12)


GRAMMAR = st.lists(
    st.sampled_from(
        [
            *"0123456789+-/., dwmyqh",
            "2026",
            "Jan",
            "february",
            "last",
            "fri",
            "today",
            "Q3",
            "days",
            "\0",
            "٣",
        ]
    )
)


@pytest.mark.parametrize("read", READERS)
@given(text=st.text() | GRAMMAR.map("".join) | GRAMMAR.map(" ".join), today=DAYS)
def test_any_text_is_read_or_refused_in_printable_words(read, text, today):
    """Nothing a person can type is a crash, and no message carries what a terminal would act on."""
    said = answer(read, text, today)
    assert said.isprintable()
    assert len(said) < 260


def test_reading_a_full_date_loads_no_library():
    """Every command reads days: the month arithmetic of dateutil waits until months are counted."""
    program = (
        "import sys; from datetime import date; from bilateral_tracker.domain.day import read_day; "
        "read_day('2026-01-07', date.min); sys.exit('dateutil' in sys.modules)"
    )
    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode
