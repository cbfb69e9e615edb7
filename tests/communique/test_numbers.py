"""Numbers and lengths of time as prose writes them."""

import re

import pytest

from bilateral_tracker.communique.numbers import LENGTH, NUMBER, in_digits, read_lengths, read_number
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.errors import WrongUsage

NUMBERS = {
    "3": 3,
    "three": 3,
    "eleven": 11,
    "nineteen": 19,
    "sixty": 60,
    "twenty-four": 24,
    "twenty four": 24,
    "ninety (90)": 90,
    "90 (ninety)": 90,
    "one hundred": 100,
    "one hundred and eighty": 180,
    "a hundred twenty-one": 121,
}


@pytest.mark.parametrize(("words", "number"), NUMBERS.items())
def test_a_number_is_read(words, number):
    assert re.fullmatch(NUMBER, words)
    assert number == read_number(words)


@pytest.mark.parametrize("words", ["3.5", "1,000", "20261", "threefold"])
def test_what_is_more_than_a_number_is_not_cut_down_to_one(words):
    assert words == in_digits(words)


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("three months", Period(3, Unit.MONTH), Period(3, Unit.MONTH)),
        ("a fortnight", Period(2, Unit.WEEK), Period(2, Unit.WEEK)),
        ("half a year", Period(6, Unit.MONTH), Period(6, Unit.MONTH)),
        ("sixty (60) calendar days", Period(60, Unit.DAY), Period(60, Unit.DAY)),
        ("two to three years", Period(2, Unit.YEAR), Period(3, Unit.YEAR)),
        ("6-8 weeks", Period(6, Unit.WEEK), Period(8, Unit.WEEK)),
    ],
)
def test_a_length_of_time_has_a_least_and_a_most(words, least, most):
    assert re.fullmatch(LENGTH, words)
    assert (least, most) == read_lengths(words)


@pytest.mark.parametrize("words", ["0 days", "9999 years"])
def test_a_length_that_cannot_be_is_refused(words):
    with pytest.raises(WrongUsage):
        read_lengths(words)
