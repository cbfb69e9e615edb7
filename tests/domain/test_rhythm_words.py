"""What is written of a rhythm is read back as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.rhythm import Rhythm, read_rhythm
from bilateral_tracker.domain.rhythm_words import rhythm_words
from tests.changing import replace

periods = st.builds(Period, st.integers(1, 20), st.sampled_from(Unit))
yearly = st.builds(Period, st.integers(1, 20), st.just(Unit.YEAR))
plain = st.builds(Rhythm, periods, st.sampled_from([Reading.GRID, Reading.PERIOD]), is_soft=st.booleans())
rhythms = (
    plain
    | st.builds(Rhythm, periods, st.just(Reading.PERIOD), is_floor=st.just(True), is_soft=st.booleans())
    | st.builds(Rhythm, periods, st.sampled_from([Reading.ROLLING, Reading.ON_REQUEST]))
    | st.builds(Rhythm, yearly, st.sampled_from([Reading.GRID, Reading.PERIOD]), month=st.integers(1, 12))
    | st.builds(lambda rhythm, first: replace(rhythm, first_within=first, is_soft=False), plain, periods)
    | st.builds(Rhythm, yearly, st.just(Reading.PERIOD), year=st.sampled_from(["fiscal", "treaty", "calendar"]))
)


@given(rhythms)
def test_a_rhythm_survives_its_words(rhythm):
    expected = replace(rhythm, year="") if rhythm.year == "calendar" else rhythm
    assert expected == read_rhythm(rhythm_words(rhythm))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("quarterly", "every 3 months"),
        ("at least once a year", "at least once in every year"),
        ("within a year, then every two years", "within 1 year, then every 2 years"),
        ("in principle every two years", "normally every 2 years"),
        ("every year in November", "every year in November"),
        ("within six months of the last meeting", "within 6 months of the last meeting"),
    ],
)
def test_the_words_are_those_that_people_type(words, expected):
    assert expected == rhythm_words(read_rhythm(words))
