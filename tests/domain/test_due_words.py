"""When something is due, in words: a window, a time hung on an event, or a refusal with what to type instead."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.day import read_window, say_day
from bilateral_tracker.domain.due_words import read_due
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.period import Period, Unit, read_period
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage

TUESDAY = date(2026, 11, 24)
DAYS = st.dates()
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()

AS_A_DAY_IS_READ = [
    "2026-01-07",
    "7 Jan 2026",
    "January 7, 2026",
    "friday",
    "+90d",
    "-3m",
    "2026-10",
    "Q3 2026",
    "2026",
]
WINDOWS = {
    "in this year": ("2026-01-01", "2026-12-31"),
    "by 1 December 2026": ("2026-11-24", "2026-12-01"),
    "By 1 December 2026.": ("2026-11-24", "2026-12-01"),
    "by December 1, 2026 at the latest": ("2026-11-24", "2026-12-01"),
    "no later than 2026-12-01": ("2026-11-24", "2026-12-01"),
    "not later than 1 Dec 2026": ("2026-11-24", "2026-12-01"),
    "at the latest by 1 December 2026": ("2026-11-24", "2026-12-01"),
    "at the latest on 1 December 2026": ("2026-11-24", "2026-12-01"),
    "on or before 1 December 2026": ("2026-11-24", "2026-12-01"),
    "until the 1 December 2026": ("2026-11-24", "2026-12-01"),
    "before 1 December 2026": ("2026-11-24", "2026-11-30"),
    "prior to December 2026": ("2026-11-24", "2026-11-30"),
    "before 2027": ("2026-11-24", "2026-12-31"),
    "before the end of 2026": ("2026-11-24", "2026-12-31"),
    "before the end of March 2027": ("2026-11-24", "2027-03-31"),
    "by the end of 2026": ("2026-11-24", "2026-12-31"),
    "by end of Q1 2027": ("2026-11-24", "2027-03-31"),
    "by end 2026": ("2026-11-24", "2026-12-31"),
    "by end-2026": ("2026-11-24", "2026-12-31"),
    "by the end of March 2027": ("2026-11-24", "2027-03-31"),
    "by the end of September": ("2026-11-24", "2027-09-30"),
    "by September": ("2026-11-24", "2027-09-30"),
    "by early 2027": ("2026-11-24", "2027-04-30"),
    "by Q1 2027": ("2026-11-24", "2027-03-31"),
    "by +2w": ("2026-11-24", "2026-12-08"),
    "by friday": ("2026-11-24", "2026-11-27"),
    "by today": ("2026-11-24", "2026-11-24"),
    "by 1 January 2026": ("2026-01-01", "2026-01-01"),
    "before 1 January 2026": ("2025-12-31", "2025-12-31"),
    "end of 2026": ("2026-11-24", "2026-12-31"),
    "end of 2025": ("2025-12-31", "2025-12-31"),
    "the end of Q1 2027": ("2026-11-24", "2027-03-31"),
    "at the end of 2026": ("2026-11-24", "2026-12-31"),
    "early 2026": ("2026-01-01", "2026-04-30"),
    "in early 2026": ("2026-01-01", "2026-04-30"),
    "start of 2026": ("2026-01-01", "2026-04-30"),
    "beginning of 2026": ("2026-01-01", "2026-04-30"),
    "mid 2026": ("2026-05-01", "2026-08-31"),
    "mid-2026": ("2026-05-01", "2026-08-31"),
    "in the middle of 2026": ("2026-05-01", "2026-08-31"),
    "late 2026": ("2026-09-01", "2026-12-31"),
    "LATE 2026": ("2026-09-01", "2026-12-31"),
    "FIRST HALF OF 2026": ("2026-01-01", "2026-06-30"),
    "LAST QUARTER OF NEXT YEAR": ("2027-10-01", "2027-12-31"),
    "BEFORE DECEMBER 2026": ("2026-11-24", "2026-11-30"),
    "WITHIN 30 DAYS OF TODAY": ("2026-11-24", "2026-12-24"),
    "14 DAYS BEFORE 7 OCTOBER 2026": ("2026-09-23", "2026-09-23"),
    "Late in 2026": ("2026-09-01", "2026-12-31"),
    "early Q3 2026": ("2026-07-01", "2026-07-31"),
    "late H2 2026": ("2026-11-01", "2026-12-31"),
    "first half of 2027": ("2027-01-01", "2027-06-30"),
    "in the first half of 2027": ("2027-01-01", "2027-06-30"),
    "the 2nd half of 2027": ("2027-07-01", "2027-12-31"),
    "first quarter of 2026": ("2026-01-01", "2026-03-31"),
    "second quarter of 2026": ("2026-04-01", "2026-06-30"),
    "third quarter 2026": ("2026-07-01", "2026-09-30"),
    "in the fourth quarter of 2026": ("2026-10-01", "2026-12-31"),
    "last quarter of 2026": ("2026-10-01", "2026-12-31"),
    "first third of 2026": ("2026-01-01", "2026-04-30"),
    "first half of November 2026": ("2026-11-01", "2026-11-15"),
    "in the second half of February 2028": ("2028-02-16", "2028-02-29"),
    "in October 2026": ("2026-10-01", "2026-10-31"),
    "during 2026": ("2026-01-01", "2026-12-31"),
    "in the course of 2026": ("2026-01-01", "2026-12-31"),
    "on 7 January 2026": ("2026-01-07", "2026-01-07"),
    "on Friday": ("2026-11-27", "2026-11-27"),
    "this September": ("2027-09-01", "2027-09-30"),
    "in September": ("2027-09-01", "2027-09-30"),
    "in November": ("2026-11-01", "2026-11-30"),
    "this Dec": ("2026-12-01", "2026-12-31"),
    "in October": ("2027-10-01", "2027-10-31"),
    "beginning of March 2026": ("2026-03-01", "2026-03-10"),
    "early March 2026": ("2026-03-01", "2026-03-10"),
    "mid-April 2026": ("2026-04-11", "2026-04-20"),
    "in mid-April": ("2027-04-11", "2027-04-20"),
    "end of March 2026": ("2026-03-21", "2026-03-31"),
    "late February 2028": ("2028-02-21", "2028-02-29"),
    "next year": ("2027-01-01", "2027-12-31"),
    "this quarter": ("2026-10-01", "2026-12-31"),
    "next quarter": ("2027-01-01", "2027-03-31"),
    "next month": ("2026-12-01", "2026-12-31"),
    "by the end of the year": ("2026-11-24", "2026-12-31"),
    "by the end of next year": ("2026-11-24", "2027-12-31"),
    "in the first half of next year": ("2027-01-01", "2027-06-30"),
    "30 days after 7 January 2026": ("2026-02-06", "2026-02-06"),
    "within 30 days of 7 January 2026": ("2026-01-07", "2026-02-06"),
    "14 days before 7 October 2026": ("2026-09-23", "2026-09-23"),
    "one month before October 2026": ("2026-09-01", "2026-09-01"),
    "within 60 days from now": ("2026-11-24", "2027-01-23"),
    "30 days before the end of 2026": ("2026-12-01", "2026-12-01"),
    "a month after the end of 2026": ("2027-01-31", "2027-01-31"),
}
EVENTS = {
    "6 months after entry into force": ("entry into force", "6 months", False),
    "within six months of the entry into force": ("entry into force", "6 months", False),
    "no later than six months following the entry into force": ("entry into force", "6 months", False),
    "at the latest a year after its entry into force": ("entry into force", "1 year", False),
    "in ten years from the date of its signature": ("signature", "10 years", False),
    "30 days from a request": ("request", "30 days", False),
    "30 days from the date of the request": ("request", "30 days", False),
    "30 days after the opening of the 4th session": ("opening of the 4th session", "30 days", False),
    "30 days from date of a request": ("request", "30 days", False),
    "30 days before an expiry of their term": ("expiry of their term", "30 days", True),
    "14 DAYS BEFORE THE NEXT SESSION": ("NEXT SESSION", "14 days", True),
    "BEFORE THEIR next session": ("next session", None, True),
    "during a visit of the Minister": ("visit of the Minister", None, False),
    "within a fortnight of receipt of the note": ("receipt of the note", "2 weeks", False),
    "Within 30 Days of the Beijing Summit": ("Beijing Summit", "30 days", False),
    "within 30 days of the end of the mission": ("end of the mission", "30 days", False),
    "14 days before the next session": ("next session", "14 days", True),
    "at least one month in advance of the meeting": ("meeting", "1 month", True),
    "not later than two weeks prior to the visit": ("visit", "2 weeks", True),
    "before the next session": ("next session", None, True),
    "before the 14th session": ("14th session", None, True),
    "before the session in December": ("session in December", None, True),
    "by the next meeting of the Joint Commission": ("next meeting of the Joint Commission", None, True),
    "ahead of the G20 summit": ("G20 summit", None, True),
    "before G20": ("G20", None, True),
    "before UNGA 81": ("UNGA 81", None, True),
    "before 中非合作论坛": ("中非合作论坛", None, True),
    "on the margins of UNGA 81": ("UNGA 81", None, False),
    "on the sidelines of the UN General Assembly": ("UN General Assembly", None, False),
    "on the occasion of the state visit": ("state visit", None, False),
    "upon entry into force": ("entry into force", None, False),
    "on ratification": ("ratification", None, False),
    "upon the exchange of notes": ("exchange of notes", None, False),
    "at the first meeting": ("first meeting", None, False),
    "at its first meeting": ("first meeting", None, False),
    "during the spring session": ("spring session", None, False),
    "before the Spring Festival": ("Spring Festival", None, True),
}
ONE_WORD_EVENTS = (
    "signature signing opening ratification request summit session meeting visit hearing ruling approval".split()
)
SEASON = "is another time of year on the other side of the equator. Type its months, like: by the end of August 2026"
NO_DAY = "names no day. Leave --due out, so that it comes up for review."
NOT_A_DAY = "cannot be read as a day. Type it like 2026-01-07"
REFUSED = {
    "": "No day was given. Type it like 2026-01-07",
    " \n.": "No day was given. Type it like 2026-01-07",
    "September": "'September' lacks its year.",
    "next September": "'next September' lacks its year.",
    "on 14 August": "'14 August' lacks its year.",
    "90 days": "'90 days' does not say which way to count.",
    "07/01/2026": "'07/01/2026' has two readings.",
    "by 07/01/2026": "'07/01/2026' has two readings.",
    "before 07/01/2026": "'07/01/2026' has two readings.",
    "by 30 Feb 2026": "'30 Feb 2026' does not exist",
    "in Q5 2026": "'Q5 2026' does not exist",
    "before the date": f"'date' {NOT_A_DAY}",
    "entry into force": f"'entry into force' {NOT_A_DAY}",
    "in foo": f"'foo' {NOT_A_DAY}",
    "year": f"'year' {NOT_A_DAY}",
    "summer 2026": f"'summer 2026' {SEASON}",
    "in the fall of 2022": f"'fall of 2022' {SEASON}",
    "this spring": f"'this spring' {SEASON}",
    "autumn in 2026": f"'autumn in 2026' {SEASON}",
    "by next winter": f"'next winter' {SEASON}",
    "third half of 2026": "'third half of 2026' cannot be divided like that.",
    "fourth third of 2026": "'fourth third of 2026' cannot be divided like that.",
    "first half of Q3 2026": "'first half of Q3 2026' cannot be divided like that.",
    "second quarter of March 2026": "'second quarter of March 2026' cannot be divided like that.",
    "early friday": "'early friday' cannot be divided like that.",
    "within two months": "'within two months' does not say from when it is counted. Type it like: two months after",
    "in 60 days": "'in 60 days' does not say from when it is counted.",
    "after entry into force": "'after entry into force' does not say how long after. Type it like: 30 days after",
    "following signature": "'following signature' does not say how long after.",
    "after 1 December 2026": "'after 1 December 2026' does not say how long after.",
    "0 days after signature": "A period of 0 days cannot be kept.",
    "a million days after signature": f"'a million days after signature' {NOT_A_DAY}",
    "thirty days after signature": "'thirty days' is not a period. Write it like: 3 months",
    "at least 30 days after signature": f"'at least 30 days after signature' {NO_DAY}",
    "before 0001-01-01": "'before 0001-01-01' lies outside the years 0001 to 9999.",
    "100 years after 9999-01-01": "'100 years after 9999-01-01' lies outside the years 0001 to 9999.",
    "2 days before 0001-01-01": "'2 days before 0001-01-01' lies outside the years 0001 to 9999.",
    "before the\x1b[2J summit": "The due date 'before the\\x1b[2J summit' holds a character that cannot be shown",
}
NO_DAY_AT_ALL = (
    *("soon", "very soon", "immediately", "as soon as possible", "as early as is possible", "in due course"),
    *("at an early date", "at the earliest opportunity", "at a mutually convenient date", "at the agreed time"),
    *("promptly", "without delay", "at an early opportunity", "at an appropriate time", "at short notice", "on time"),
    *("in the near future", "in the coming months", "at regular intervals", "on schedule", "at once"),
)
MISTYPED = [
    "by 1 Decmber 2026",
    "before Decmber 2026",
    "by Decmber",
    "by the end of Septmber",
    "on firday",
    "by tommorow",
    "by teh 1 December",
    "by teh 1 December 2026",
    "by December 1 or so",
    "on or about 1 December 2026",
    "by 1 diciembre 2026",
    "by the end of Dezember 2026",
    "before 2026-12-01 or so",
    "by 2026-12-01T09:00",
    "BY DECMBER",
    "at the latest by their 1 December",
]


def refusal(text, today=TUESDAY):
    """The message with which `text` is refused."""
    with pytest.raises(WrongUsage) as refused:
        read_due(text, today)
    return str(refused.value)


def answer(text, today=TUESDAY):
    """What the person who typed `text` is told: nothing where it can be read."""
    try:
        read_due(text, today)
    except WrongUsage as refused:
        return str(refused)
    return ""


def days(text, today=TUESDAY):
    """The first and the last day of a window, once it is seen to be one."""
    window = read_due(text, today)
    assert isinstance(window, Window)
    return window.earliest, window.latest


@pytest.mark.parametrize("text", AS_A_DAY_IS_READ)
def test_what_is_a_day_elsewhere_is_one_here(text):
    assert read_window(text, TUESDAY) == read_due(text, TUESDAY)


@pytest.mark.parametrize(("text", "edges"), WINDOWS.items())
def test_a_window_in_words_has_a_first_and_a_last_day(text, edges):
    assert tuple(map(date.fromisoformat, edges)) == days(text)


@pytest.mark.parametrize("text", WINDOWS)
def test_a_window_keeps_the_words_that_were_typed(text):
    window = read_due(f" {text.replace(' ', '  ')}\n", TUESDAY)
    assert isinstance(window, Window)
    assert text.rstrip(".") == window.words


@pytest.mark.parametrize(("text", "expected"), EVENTS.items())
def test_what_hangs_on_an_event_keeps_its_name_as_typed_without_the_article(text, expected):
    event, period, before = expected
    assert EventDue(event, read_period(period) if period else None, before) == read_due(text, TUESDAY)


@pytest.mark.parametrize("event", ONE_WORD_EVENTS)
def test_one_word_is_event_enough(event):
    assert EventDue(event, None, before=False) == read_due(f"upon {event}", TUESDAY)
    assert EventDue(event, None, before=True) == read_due(f"before the {event}", TUESDAY)


@pytest.mark.parametrize("text", MISTYPED)
def test_a_mistyped_day_is_refused_and_not_taken_for_an_event(text):
    assert NOT_A_DAY in refusal(text)


@pytest.mark.parametrize(("text", "why"), REFUSED.items())
def test_what_cannot_be_read_in_one_way_is_refused_with_the_remedy(text, why):
    assert why == refusal(text)[: len(why)]


@pytest.mark.parametrize("text", NO_DAY_AT_ALL)
def test_words_that_put_it_off_name_no_day_and_the_remedy_is_a_review(text):
    assert f"'{text}' {NO_DAY}" == refusal(text)


@pytest.mark.parametrize(
    "remedy",
    [
        "by the end of August 2026",
        "early 2026",
        "first half of 2027",
        "mid-April 2026",
        "30 days after entry into force",
        "two months after today",
    ],
)
def test_what_is_offered_instead_can_be_typed(remedy):
    texts = ("summer 2026", "early friday", "after signature", "within two months")
    assert remedy in " ".join(refusal(text) for text in texts)
    assert answer(remedy) == ""


def test_the_name_of_an_event_has_at_most_a_hundred_characters():
    event = "summit " + "x" * 93
    assert EventDue(event, None, before=True) == read_due(f"before the {event}", TUESDAY)
    assert refusal(f"before the {event}x").startswith("The event 'summit xxx")
    assert "has 101 characters; at most 100 are kept." in refusal(f"before the {event}x")


@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_every_english_number_to_twelve_counts_from_an_event(unit):
    expected = [EventDue("signature", Period(n, Unit[unit.upper()]), before=False) for n in range(1, 13)]
    assert expected == [read_due(f"{number} {unit}s after signature", TUESDAY) for number in NUMBERS]


def test_a_month_without_its_year_is_the_next_that_is_not_over():
    expected = [(date(2026, 11, 1), date(2026, 11, 30)), (date(2027, 11, 1), date(2027, 11, 30))]
    assert expected == [days("this November", date(2026, 11, 30)), days("this November", date(2026, 12, 1))]


@pytest.mark.parametrize("text", ["in March", "next year", "next month", "by the end of next quarter"])
def test_there_is_no_year_after_9999(text):
    assert refusal(text, date.max)


@given(st.integers(1, 9999), st.sampled_from([2, 3, 4]))
def test_the_parts_of_a_year_follow_each_other_and_fill_it(year, parts):
    name, names = {2: "half", 3: "third", 4: "quarter"}[parts], ["first", "second", "third", "fourth"][:parts]
    found = [days(f"{nth} {name} of {year:04}") for nth in names]
    assert (date(year, 1, 1), date(year, 12, 31)) == (found[0][0], found[-1][1])
    assert [end for _, end in found[:-1]] == [begin - timedelta(1) for begin, _ in found[1:]]
    assert found[-1] == days(f"last {name} of {year:04}")


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_the_thirds_of_a_month_follow_each_other_and_fill_it(day):
    month = say_day(day).split(" ", 1)[1]
    early, mid, late = (days(f"{part} {month}") for part in ("early", "mid", "late"))
    assert (day.replace(day=1), read_window(month, TUESDAY).latest) == (early[0], late[1])
    assert (10, 11, 20, 21) == (early[1].day, mid[0].day, mid[1].day, late[0].day)


@given(DAYS, DAYS)
def test_by_a_day_never_ends_after_it_nor_before_a_day_on_it(day, today):
    earliest, latest = days(f"by {say_day(day)}", today)
    assert (min(today, day), day) == (earliest, latest)
    if day > date.min:
        assert day - timedelta(1) == days(f"before {day.isoformat()}", today)[1]


@given(st.dates(date(2, 1, 1), date(9998, 1, 1)), st.sampled_from(["January", "June", "September", "December"]))
def test_the_coming_month_ends_within_a_year_and_not_before_today(today, month):
    earliest, latest = days(f"this {month}", today)
    assert today <= latest
    assert (earliest - today).days < 366
    assert month == say_day(earliest).split()[1]


WORDS = (
    "by before after within at on the a end of early mid late mid-April first second half quarter third 2026 2027-Q1 "
    "9999 0001 September May 31 7 days months years 100 in this next year month session entry into force request now "
    "today friday margins UNGA 81 summer , . - \0 ٣ 中非 01/02/2026 0 at least latest no later than"
)
PHRASES = st.lists(st.sampled_from(WORDS.split()), max_size=12)


@given(st.text() | PHRASES.map(" ".join) | PHRASES.map("".join), DAYS)
def test_any_text_is_read_or_refused_in_printable_words(text, today):
    said = answer(text, today)
    assert said.isprintable()
    assert len(said) < 700


@given(st.text(min_size=2, max_size=90), DAYS)
def test_whatever_is_named_before_is_an_event_a_day_or_refused(text, today):
    try:
        due = read_due(f"before {text}", today)
    except WrongUsage:
        return
    if isinstance(due, EventDue):
        assert due.before
        assert 0 < len(due.event) <= 100
    else:
        assert due.earliest <= due.latest


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "by " * 30_000,
        "by the end of " * 7_000,
        "the first half of " * 6_000 + "2026",
        "6 months after " * 7_000,
        "at least " * 11_000,
        "7" * 100_000,
        "before " + "x " * 50_000,
        "as soon as " * 9_000,
        "\t" * 100_000 + "2026",
    ],
)
@pytest.mark.parametrize("most", [100_000, 300])
def test_a_very_long_text_is_answered_at_once(text, most):
    assert answer(text[:most]) or text[-4:] == "2026"


def test_a_long_text_is_refused_for_its_length():
    assert refusal("a" * 10_000).startswith("The due date has 10,000 characters; at most 300 are kept.")
