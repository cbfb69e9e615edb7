"""How often, in words: read in one way, or refused with what to type instead."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.period import Period, Unit, read_period
from bilateral_tracker.domain.rhythm import Rhythm, read_length, read_rhythm
from bilateral_tracker.errors import WrongUsage
from tests.domain.conftest import periods

GRID, PERIOD, ROLLING, ON_REQUEST = Reading.GRID, Reading.PERIOD, Reading.ROLLING, Reading.ON_REQUEST
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
UNITS = {
    "day": Period(1, Unit.DAY),
    "week": Period(1, Unit.WEEK),
    "fortnight": Period(2, Unit.WEEK),
    "month": Period(1, Unit.MONTH),
    "quarter": Period(3, Unit.MONTH),
    "half-year": Period(6, Unit.MONTH),
    "half year": Period(6, Unit.MONTH),
    "year": Period(1, Unit.YEAR),
}

BETWEEN_TWO_DATES = {
    "every 3 months": "3 months",
    "Every THREE\tmonths.": "3 months",
    "3 months": "3 months",
    "quarterly": "3 months",
    "each quarter": "3 months",
    "monthly": "1 month",
    "on a monthly basis": "1 month",
    "month": "1 month",
    "six-monthly": "6 months",
    "3-monthly": "3 months",
    "two-yearly": "2 years",
    "every six months": "6 months",
    "every half-year": "6 months",
    "every half year": "6 months",
    "half-yearly": "6 months",
    "semi-annually": "6 months",
    "semiannually": "6 months",
    "on a semi-annual basis": "6 months",
    "twice a year": "6 months",
    "twice yearly": "6 months",
    "twice every year": "6 months",
    "two times per year": "6 months",
    "thrice a year": "4 months",
    "three meetings per year": "4 months",
    "4 sessions a year": "3 months",
    "twelve times a year": "1 month",
    "twice every three years": "18 months",
    "seven times a week": "1 day",
    "fortnightly": "2 weeks",
    "every fortnight": "2 weeks",
    "every two fortnights": "4 weeks",
    "weekly": "1 week",
    "daily": "1 day",
    "annually": "1 year",
    "yearly": "1 year",
    "once a year": "1 year",
    "once per year": "1 year",
    "once annually": "1 year",
    "every year": "1 year",
    "each year": "1 year",
    "an annual dialogue": "1 year",
    "annual meetings": "1 year",
    "an annual session": "1 year",
    "on an annual basis": "1 year",
    "every 12 months": "12 months",
    "every other year": "2 years",
    "every second year": "2 years",
    "each second year": "2 years",
    "in alternate years": "2 years",
    "every third month": "3 months",
    "biennially": "2 years",
    "biennial": "2 years",
    "every two years": "2 years",
    "once every two years": "2 years",
    "every 3 years": "3 years",
    "triennially": "3 years",
}

IN_EACH_SPAN = {
    "in each quarter": ("3 months", False),
    "in every quarter": ("3 months", False),
    "within each calendar quarter": ("3 months", False),
    "once during each quarter": ("3 months", False),
    "in each half-year": ("6 months", False),
    "once in each calendar year": ("1 year", False),
    "once a calendar year": ("1 year", False),
    "every calendar year": ("1 year", False),
    "twice in each year": ("6 months", False),
    "at least once a year": ("1 year", True),
    "At least once a quarter": ("3 months", True),
    "at least once a half-year": ("6 months", True),
    "at least once a month": ("1 month", True),
    "at least twice a year": ("6 months", True),
    "at least once in each calendar year": ("1 year", True),
    "at least once every two years": ("2 years", True),
    "at least every six months": ("6 months", True),
    "at least annually": ("1 year", True),
    "at the latest every year": ("1 year", True),
    "not less than annually": ("1 year", True),
    "no less than twice a year": ("6 months", True),
    "no fewer than two times a year": ("6 months", True),
    "no less frequently than once a year": ("1 year", True),
    "not less often than every 2 years": ("2 years", True),
    "a minimum of three meetings per year": ("4 months", True),
    "a minimum of once a year": ("1 year", True),
    "minimum once a year": ("1 year", True),
    "as required, but at least once a year": ("1 year", True),
    "as necessary and at least annually": ("1 year", True),
    "regularly, at least once a year": ("1 year", True),
    "when necessary, but in any case no less than once a year": ("1 year", True),
    "at least once a year and as necessary": ("1 year", True),
    "once a year, or more often if necessary": ("1 year", True),
}
FROM_THE_LAST = {
    "within 6 months of the last meeting": "6 months",
    "within six months after the last meeting was held": "6 months",
    "not later than 12 months after the previous session": "12 months",
    "no later than one year after its preceding session": "1 year",
    "not more than two years after the latest one": "2 years",
    "one year from the prior session": "1 year",
    "at the latest a year from the last sitting of the joint commission": "1 year",
    "6 months after the last one": "6 months",
    "30 days following the most recent round": "30 days",
    "within a half-year of the last": "6 months",
}
ON_A_REQUEST = {
    "within 30 days of a request": "30 days",
    "within 30 days of receipt of a written request": "30 days",
    "within one month of the request of either Party": "1 month",
    "within 10 days from the receipt of the request": "10 days",
    "within 10 days following a request from the other side": "10 days",
    "two weeks after a request by the other side": "2 weeks",
    "on request within 1 month": "1 month",
    "upon request, within a fortnight": "2 weeks",
    "at the request of either side within 30 days": "30 days",
    "at the request of either of the Parties, and within 30 days": "30 days",
    "when requested by either side within two weeks": "2 weeks",
    "whenever requested, within 3 weeks": "3 weeks",
}
OTHERWISE = {
    "normally every 3 months": Rhythm(Period(3, Unit.MONTH), is_soft=True),
    "Normally, once a year": Rhythm(Period(1, Unit.YEAR), is_soft=True),
    "usually once a year": Rhythm(Period(1, Unit.YEAR), is_soft=True),
    "once a year as far as possible": Rhythm(Period(1, Unit.YEAR), is_soft=True),
    "in principle every two years": Rhythm(Period(2, Unit.YEAR), is_soft=True),
    "as a rule on an annual basis": Rhythm(Period(1, Unit.YEAR), is_soft=True),
    "in der Regel once a year": Rhythm(Period(1, Unit.YEAR), is_soft=True),
    "once a year, as a rule": Rhythm(Period(1, Unit.YEAR), is_soft=True),
    "every three months, as mutually agreed": Rhythm(Period(3, Unit.MONTH), is_soft=True),
    "normally at least once a year": Rhythm(Period(1, Unit.YEAR), PERIOD, is_floor=True, is_soft=True),
    "normally within 6 months of the last meeting": Rhythm(Period(6, Unit.MONTH), ROLLING, is_soft=True),
    "as necessary, every three months": Rhythm(Period(3, Unit.MONTH), is_soft=True),
    "as necessary, but normally at least once a year": Rhythm(
        Period(1, Unit.YEAR), PERIOD, is_floor=True, is_soft=True
    ),
    "every year in November": Rhythm(Period(1, Unit.YEAR), month=11),
    "Annually in November": Rhythm(Period(1, Unit.YEAR), month=11),
    "every 12 months in nov": Rhythm(Period(12, Unit.MONTH), month=11),
    "every November": Rhythm(Period(1, Unit.YEAR), month=11),
    "each May": Rhythm(Period(1, Unit.YEAR), month=5),
    "in November each year": Rhythm(Period(1, Unit.YEAR), month=11),
    "in November of every other year": Rhythm(Period(2, Unit.YEAR), month=11),
    "once a year in November or such other month as may be agreed": Rhythm(Period(1, Unit.YEAR), month=11),
    "once a year, in November, or in any other month agreed on": Rhythm(Period(1, Unit.YEAR), month=11),
    "once a year in November or another month": Rhythm(Period(1, Unit.YEAR), month=11),
    "at least once a year in March": Rhythm(Period(1, Unit.YEAR), PERIOD, is_floor=True, month=3),
    "normally every year in March": Rhythm(Period(1, Unit.YEAR), is_soft=True, month=3),
    "within a year, then every two years": Rhythm(Period(2, Unit.YEAR), first_within=Period(1, Unit.YEAR)),
    "within twelve months and every year thereafter": Rhythm(Period(1, Unit.YEAR), first_within=Period(12, Unit.MONTH)),
    "first within 6 months, thereafter at least once a year": Rhythm(
        Period(1, Unit.YEAR), PERIOD, is_floor=True, first_within=Period(6, Unit.MONTH)
    ),
    "within one year of signature and then annually in May": Rhythm(
        Period(1, Unit.YEAR), month=5, first_within=Period(1, Unit.YEAR)
    ),
}
TWOFOLD = {
    "biannually": ("every 6 months", "every 2 years"),
    "Bi-Annual": ("every 6 months", "every 2 years"),
    "at least biannually": ("every 6 months", "every 2 years"),
    "bimonthly": ("every 2 months", "every 2 weeks"),
    "bi-monthly": ("every 2 months", "every 2 weeks"),
    "biweekly": ("every 2 weeks", "every 3 days"),
    "on a bi weekly basis": ("every 2 weeks", "every 3 days"),
}
NO_RHYTHM = (
    *("regularly", "on a regular basis", "at regular intervals", "periodically", "ad hoc", "on an ad hoc basis"),
    *("from time to time", "as required", "as needed", "as appropriate", "as agreed", "when and when needed"),
    *("as necessary", "as and when required", "whenever needed", "if appropriate", "as mutually agreed"),
    *("at such frequency as the parties agree", "at mutually convenient dates"),
)
REFUSED = {
    "": "No rhythm was given. Write it like: every 3 months",
    " \n. ": "No rhythm was given. Write it like: every 3 months",
    "every moon": "'every moon' is not a rhythm. Write it like: every 3 months",
    "normally": "'normally' is not a rhythm.",
    "normally every moon": "'every moon' is not a rhythm.",
    "once": "'once' is not a rhythm.",
    "a year": "'a year' is not a rhythm.",
    "within a month": "'within a month' is not a rhythm.",
    "in November": "'in november' is not a rhythm.",
    "every 3 or 4 months": "'every 3 or 4 months' is not a rhythm.",
    "at least once in the term of each government": "'once in the term of each government' is not a rhythm.",
    "within 1 month of the last one, then daily": "'within 1 month of the last one, then dai…' begins with an event.",
    "at least within 6 months of the last one": "'at least within 6 months of the last one' is not a rhythm.",
    "within a month, then on request within a month": "'within a month, then on request within a…' is not a rhythm.",
    "within a year, then within a year, then daily": "'within a year, then within a year, then …' is not a rhythm.",
    "within 6 months of the last day of March": "'within 6 months of the last day of march' is not a rhythm.",
    "6 months after the last quarter": "'6 months after the last quarter' is not a rhythm.",
    "within a week of the last week": "'within a week of the last week' is not a rhythm.",
    "within a week of the previous month": "'within a week of the previous month' is not a rhythm.",
    "a month after the preceding year": "'a month after the preceding year' is not a rhythm.",
    "half-monthly": "'half-monthly' is not a rhythm.",
    "semi-monthly": "'semi-monthly' is not a rhythm.",
    "at the request of either side and every year": "'at the request of either side and every …' is not a rhythm.",
    "every ٣ months": "'every ٣ months' is not a rhythm.",
    "every -3 months": "'every -3 months' is not a rhythm.",
    "every 1.5 years": "'every 1.5 years' is not a rhythm.",
    "every 99999999999 months": "'every 99999999999 months' is not a rhythm.",
    "0 months": "A period of 0 months cannot be kept. Give at least one",
    "every 0 years": "A period of 0 years cannot be kept. Give at least one",
    "every 1000000 months": "A period of 1000000 months cannot be kept. Give at least one",
    "every 201 half-years": "A period of 1206 months cannot be kept. Give at least one",
    "every million months": "'million months' is not a period.",
    "every thirteen half-years": "'thirteen' is not a number to count by. Write it in digits, like 3,",
    "0 times a year": "'0' is not a number to count by.",
    "zero meetings a year": "'zero' is not a number to count by.",
    "five times a year": "'five times a year' does not divide into whole months or days.",
    "twice a month": "'twice a month' does not divide into whole months or days.",
    "twice a week": "'twice a week' does not divide into whole months or days.",
    "at the request of either side": "'at the request of either side' does not say how soon a request is to be met.",
    "when requested": "'when requested' does not say how soon a request is to be met.",
    "within one year of entry into force and then annually": "'within one year of entry into force and …' begins with",
    "every six months in November": "'every six months in november' names a month, so that",
    "every year in May in June": "'every year in may in june' names a month, so that",
    "every\x1b[2J year": "The rhythm 'every\\x1b[2J year' holds a character that cannot be shown",
    "a\x00": "The rhythm 'a\\x00' holds a character that cannot be shown",
}


def refusal(text):
    """The message with which `text` is refused."""
    with pytest.raises(WrongUsage) as refused:
        read_rhythm(text)
    return str(refused.value)


def answer(text):
    """What the person who typed `text` is told: nothing where it can be read."""
    try:
        read_rhythm(text)
    except WrongUsage as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize(("text", "period"), BETWEEN_TWO_DATES.items())
def test_what_stands_between_two_due_dates_is_a_grid(text, period):
    assert Rhythm(read_period(period)) == read_rhythm(text)


@pytest.mark.parametrize(("text", "expected"), IN_EACH_SPAN.items())
def test_a_least_number_and_a_span_of_the_calendar_ask_for_one_in_each(text, expected):
    period, is_floor = expected
    assert Rhythm(read_period(period), PERIOD, is_floor) == read_rhythm(text)


@pytest.mark.parametrize(("text", "period"), FROM_THE_LAST.items())
def test_what_is_counted_from_the_last_one_is_rolling(text, period):
    assert Rhythm(read_period(period), ROLLING) == read_rhythm(text)


@pytest.mark.parametrize(("text", "period"), ON_A_REQUEST.items())
def test_on_request_the_period_is_the_time_to_meet_it(text, period):
    assert Rhythm(read_period(period), ON_REQUEST) == read_rhythm(text)


@pytest.mark.parametrize(("text", "expected"), OTHERWISE.items())
def test_room_months_and_a_first_date_are_read_with_the_rhythm(text, expected):
    assert expected == read_rhythm(text)


@pytest.mark.parametrize("text", NO_RHYTHM)
def test_vague_words_alone_are_no_rhythm_and_the_remedy_is_a_review(text):
    expected = f"'{text}' names no rhythm. Leave --every out, so that it comes up for review."
    assert expected == refusal(text)


@pytest.mark.parametrize(("text", "readings"), TWOFOLD.items())
def test_a_word_with_two_meanings_is_refused_and_both_can_be_typed(text, readings):
    message = refusal(text)
    assert f"'{text}' has two meanings. Type the one that is meant: " in message
    assert list(readings) == re.findall(r"every \d \w+", message)
    assert readings[0] != readings[1]
    assert [GRID, GRID] == [read_rhythm(reading).reading for reading in readings]


@pytest.mark.parametrize(("text", "why"), REFUSED.items())
def test_what_cannot_be_read_in_one_way_is_refused_with_the_remedy(text, why):
    assert why == refusal(text)[: len(why)]


@pytest.mark.parametrize(
    ("text", "remedies"),
    [
        (
            "every moon",
            ["every 3 months", "at least once a year", "every year in November", "within 6 months of the last meeting"],
        ),
        ("on request", ["within 30 days of a request"]),
        ("twice a month", ["every 2 weeks"]),
        ("monthly in May", ["every 2 years in November"]),
    ],
)
def test_each_rhythm_offered_can_be_typed(text, remedies):
    assert remedies == refusal(text).split(" like: ")[1].split(", ")
    assert [""] * len(remedies) == [answer(remedy) for remedy in remedies]


@pytest.mark.parametrize("unit", UNITS)
def test_every_english_number_to_twelve_counts_every_unit(unit):
    expected = [Period(count * UNITS[unit].count, UNITS[unit].unit) for count in range(1, 13)]
    assert expected == [read_length(f" {number.upper()}  {unit.title()}s") for number in NUMBERS]
    assert expected == [read_length(f"{count} {unit}s") for count in range(1, 13)]
    assert expected == [read_rhythm(f"every {number} {unit}s").period for number in NUMBERS]


@pytest.mark.parametrize("more", ["and", "or", "then", "but", "every", "each", "within", "at"])
@pytest.mark.parametrize("text", ["within 6 months of the last meeting", "within 30 days of a request of either side"])
def test_nothing_that_follows_the_last_meeting_or_a_request_is_dropped(text, more):
    assert refusal(f"{text} {more} annually")


@pytest.mark.parametrize(
    "of", ["of the date of", "of the date of the", "of", "from the", "after its", "from the date of its"]
)
@pytest.mark.parametrize("event", ["signature", "signing", "agreement"])
def test_the_first_may_be_counted_from_the_agreement_itself(of, event):
    expected = Rhythm(Period(2, Unit.YEAR), first_within=Period(1, Unit.YEAR))
    assert expected == read_rhythm(f"within a year {of} {event} and thereafter every 2 years")
    assert expected == read_rhythm(f"first within a year {of} {event}, and then every 2 years after that")


@pytest.mark.parametrize("number", NUMBERS)
def test_every_english_number_to_twelve_shares_out_a_year_or_is_refused(number):
    count = NUMBERS.index(number) + 1
    for text in (f"{number} times a year", f"{count} meetings in a year"):
        if 12 % count:
            assert "does not divide into whole months" in refusal(text)
        else:
            assert 12 == read_rhythm(text).period.count * count or count == 1


def test_once_a_year_is_one_year_and_not_twelve_months():
    assert Period(1, Unit.YEAR) == read_rhythm("one time a year").period


@given(periods)
def test_a_period_is_the_same_rhythm_in_each_of_its_wordings(period):
    read = [read_rhythm(text) for text in (str(period), f"every {period}", f"once every {period}")]
    assert [Rhythm(period)] * 3 == read
    assert Rhythm(period, PERIOD, is_floor=True) == read_rhythm(f"at least every {period}")
    assert Rhythm(period, ROLLING) == read_rhythm(f"within {period} of the last meeting")
    assert Rhythm(period, ON_REQUEST) == read_rhythm(f"within {period} of a request")


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_known_by_both_its_names(month):
    names = "January February March April May June July August September October November December".split()
    name = names[month - 1]
    assert [month] * 3 == [read_rhythm(f"every year in {one}").month for one in (name, name[:3], name.upper())]


WORDS = (
    "every each in at least once twice times a an year month quarter half-year of the last meeting within 3 0 six then "
    ", and thereafter November or such other month normally regularly request on basis annual ly bi - \0 ٣ no less "
    "than calendar fiscal minimum as necessary 99999 two meetings per yearly"
)
PHRASES = st.lists(st.sampled_from(WORDS.split()), max_size=14)


@given(st.text() | PHRASES.map(" ".join) | PHRASES.map("".join))
def test_any_text_is_read_or_refused_in_printable_words(text):
    said = answer(text)
    assert said.isprintable()
    assert len(said) < 700


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "every " * 20_000,
        "normally " * 20_000,
        "at least " * 10_000 + "once a year",
        "within a year, then " * 5_000,
        "in November " * 8_000,
        "7" * 100_000,
        "\t" * 100_000 + "every year",
        ", or more often " * 6_000,
    ],
)
@pytest.mark.parametrize("most", [100_000, 300])
def test_a_very_long_text_is_answered_at_once(text, most):
    assert answer(text[:most])


def test_a_long_text_is_refused_for_its_length():
    assert refusal("a" * 10_000).startswith("The rhythm has 10,000 characters; at most 300 are kept.")


@pytest.mark.parametrize("text", ["", "moons", "3", "-3 months", "1.5 years", "٣ months", "6 months ago", "months 6"])
def test_what_is_no_length_of_time_is_refused(text):
    with pytest.raises(WrongUsage, match=r"is not a length of time\. Write it like: 6 months, one year, 30 days"):
        read_length(text)
