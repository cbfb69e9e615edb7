"""Terms of an instrument in closed form, both ways: counted from the entry into force, notice back from each end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.instrument import Terms, refuse_life
from bilateral_tracker.domain.period import read_period
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage
from tests.domain.lives import days, life, lives

CZECH_KOREA = life("10 years", "5 years", "6 months")
CZECH_LEBANON = life("2 years", "1 year", "6 months")


@pytest.mark.parametrize(
    ("terms", "since", "expected"),
    [
        (
            CZECH_KOREA,
            date(2008, 1, 10),
            [
                (date(2018, 1, 9), date(2017, 7, 9)),
                (date(2023, 1, 9), date(2022, 7, 9)),
                (date(2028, 1, 9), date(2027, 7, 9)),
            ],
        ),
        (
            CZECH_LEBANON,
            date(2020, 6, 1),
            [
                (date(2022, 5, 31), date(2021, 11, 30)),
                (date(2023, 5, 31), date(2022, 11, 30)),
                (date(2024, 5, 31), date(2023, 11, 30)),
            ],
        ),
        (
            life("1 year", "1 year"),
            date(2024, 2, 29),
            [(day, day) for day in (date(2025, 2, 27), date(2026, 2, 27), date(2027, 2, 27), date(2028, 2, 28))],
        ),
        (
            life("1 month", "1 month", "1 week"),
            date(2026, 1, 31),
            [
                (date(2026, 2, 27), date(2026, 2, 20)),
                (date(2026, 3, 30), date(2026, 3, 23)),
                (date(2026, 4, 29), date(2026, 4, 22)),
            ],
        ),
        (
            life("1 year", "30 days", "10 days"),
            date(2026, 1, 1),
            [(date(2026, 12, 31), date(2026, 12, 21)), (date(2027, 1, 30), date(2027, 1, 20))],
        ),
        (
            life("100 days", "1 month"),
            date(2026, 1, 1),
            [(date(2026, 4, 10),) * 2, (date(2026, 5, 10),) * 2, (date(2026, 6, 10),) * 2],
        ),
        (life("3 years", notice="3 months"), date(2026, 3, 1), [(date(2029, 2, 28), date(2028, 11, 28)), (None, None)]),
        (life(notice="6 months"), date(2026, 3, 1), [(None, None)]),
        (life("100 years", "100 years"), date(9850, 1, 1), [(date(9949, 12, 31),) * 2, (None, None)]),
    ],
)
def test_terms_end_the_day_before_the_next_begins_and_notice_is_counted_back(terms, since, expected):
    found = [(terms.valid_until(since, n), terms.notice_by(since, n)) for n in range(1, len(expected) + 1)]
    assert expected == found


@pytest.mark.parametrize(
    ("day", "over", "notices"),
    [
        (date(2008, 1, 10), 0, 0),
        (date(2017, 7, 8), 0, 0),
        (date(2017, 7, 9), 0, 1),
        (date(2018, 1, 8), 0, 1),
        (date(2018, 1, 9), 1, 1),
        (date(2023, 1, 9), 2, 2),
        (date(2007, 1, 1), 0, 0),
        (date(1, 1, 1), 0, 0),
    ],
)
def test_how_many_terms_and_notices_are_over_by_a_day(day, over, notices):
    since = date(2008, 1, 10)
    assert (over, notices) == (CZECH_KOREA.terms_over(since, day), CZECH_KOREA.notices_over(since, day))


@given(lives, days, st.integers(-800, 9000))
def test_the_closed_form_counts_what_counting_one_by_one_would(terms, since, away):
    day = since + timedelta(away)
    ends, notices = [], []
    for term in range(1, 3000):
        end = terms.valid_until(since, term)
        if end is None or end > day + timedelta(900):
            break
        ends.append(end)
        notices.append(terms.notice_by(since, term))
    assert sum(end <= day for end in ends) == terms.terms_over(since, day)
    assert sum(notice <= day for notice in notices) == terms.notices_over(since, day)
    assert sorted(ends) == ends
    assert sorted(notices) == notices


@given(lives, days, st.dates())
def test_no_day_is_too_far_away(terms, since, day):
    over = terms.terms_over(since, day)
    assert 0 <= over <= terms.notices_over(since, day)
    last = terms.valid_until(since, over)
    assert over == 0 or last is None or last <= day


def test_from_the_end_of_a_month_several_days_lead_back_to_one():
    """From 28 to 31 August six months lead back to 28 February: on that day the notice is over for all of them."""
    terms = life("1 year", "1 year", "6 months")
    for since in (date(2025, 8, 29), date(2025, 8, 30), date(2025, 8, 31), date(2025, 9, 1)):
        assert date(2026, 2, 28) == terms.notice_by(since, 1)
        assert [0, 1] == [terms.notices_over(since, day) for day in (date(2026, 2, 27), date(2026, 2, 28))]
    assert [0, 1] == [terms.notices_over(date(2025, 9, 2), day) for day in (date(2026, 2, 28), date(2026, 3, 1))]


def test_due_times_are_the_last_days_to_give_notice():
    terms = Terms(CZECH_LEBANON, date(2020, 6, 1))
    assert Window.day(date(2021, 11, 30)) == terms.window(1)
    assert None is terms.window(0)
    assert [0, 1, 1, 2] == [
        terms.over(day) for day in (date(2021, 11, 29), date(2021, 11, 30), date(2022, 11, 29), date(2022, 11, 30))
    ]


def test_due_times_since_a_day_are_numbered_anew():
    terms = Terms(CZECH_LEBANON, date(2020, 6, 1)).since(date(2022, 11, 30))
    assert Window.day(date(2022, 11, 30)) == terms.window(1)
    assert [0, 1] == [terms.opened(day) for day in (date(2022, 11, 29), date(2022, 11, 30))]


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        (life("2 years", "1 year", "1 year"), "renewed for 1 year"),
        (life("2 years", "1 year", "12 months"), "renewed for 1 year"),
        (life("6 months", "1 year", "6 months"), "valid for 6 months"),
        (life("30 days", "", "1 month"), "valid for 30 days"),
        (life("", "5 years"), "valid until it is terminated"),
    ],
)
def test_a_life_that_cannot_be_is_refused(terms, said):
    with pytest.raises(WrongUsage, match=said):
        refuse_life(terms)


@pytest.mark.parametrize("terms", [CZECH_KOREA, life(), life(notice="6 months"), life("1 year", "1 year", "11 months")])
def test_other_lives_are_not(terms):
    refuse_life(terms)


@pytest.mark.parametrize("text", ["200 years", "0 months", "101 years"])
def test_periods_that_no_instrument_has_are_refused(text):
    with pytest.raises(WrongUsage):
        read_period(text)
