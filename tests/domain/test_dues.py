"""Due times in their order: each can be found by its number, and its number by its days, however far away."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.cadence import Cadence, Reading, periods_from
from bilateral_tracker.domain.dues import (
    Chained,
    Dues,
    EventDue,
    Listed,
    Regular,
    Rolling,
    Shifted,
    dues_of,
    once_closed,
    put_off,
    with_window,
)
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.window import Window
from tests.changing import replace
from tests.domain.conftest import anchors, rhythms_from

QUARTER, HALF, YEAR = Period(3, Unit.MONTH), Period(6, Unit.MONTH), Period(1, Unit.YEAR)
AGREED_ON = date(2026, 1, 7)
GRID = Cadence(QUARTER, AGREED_ON)
FROM_LAST = replace(GRID, reading=Reading.ROLLING)
ON_REQUEST = replace(GRID, reading=Reading.ON_REQUEST)


def latest_days(dues: Dues, count: int) -> list[date | None]:
    """The last days of the first `count` due times, as far as they are known."""
    windows = [dues.window(number) for number in range(1, count + 1)]
    return [window.latest if window else None for window in windows]


# Every sort of due times at random.


@st.composite
def listed(draw) -> Listed:
    """Up to five windows in their order, some on the same days, some reaching into the next."""
    begin, windows, latest = draw(anchors), [], date.min
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 120), st.integers(0, 90)), max_size=5)):
        begin += timedelta(gap)
        latest = max(latest, begin + timedelta(length))
        windows.append(Window(begin, latest))
    return Listed(tuple(windows))


@st.composite
def regular(draw) -> Regular:
    """A grid or periods, now and then lasting, and with an end."""
    reading = draw(st.sampled_from([Reading.GRID, Reading.PERIOD]))
    return Regular(draw(rhythms_from(draw(anchors), reading)))


def rolling() -> st.SearchStrategy[Rolling]:
    """Known one by one, whatever they were counted from."""
    return st.builds(Rolling, st.just(FROM_LAST), listed())


@st.composite
def chained(draw) -> Chained:
    """New terms from a day on: what is over by then falls under the old ones."""
    first = draw(regular() | listed())
    since = draw(anchors)
    reading = draw(st.sampled_from([Reading.GRID, Reading.PERIOD]))
    second = draw(st.builds(Regular, rhythms_from(since, reading)))
    return Chained(first, first.over(since - timedelta(1)), second, since)


@st.composite
def shifted(draw) -> Shifted:
    """Put off by a pause: what was not over when it began comes later."""
    dues = draw(regular() | chained())
    return Shifted(dues, dues.over(draw(anchors) - timedelta(1)), draw(st.integers(1, 400)))


every_sort = pytest.mark.parametrize(
    "sort", [listed(), regular(), rolling(), chained(), shifted()], ids="listed regular rolling chained shifted".split()
)


@every_sort
@given(st.data(), st.integers(1, 12))
def test_a_due_time_is_the_latest_that_has_ended_on_its_last_day_and_not_on_the_day_before(sort, data, number):
    dues = data.draw(sort)
    window = dues.window(number)
    if window:
        assert dues.over(window.latest) >= number > dues.over(window.latest - timedelta(1))


@every_sort
@given(st.data(), st.integers(1, 12))
def test_a_due_time_is_the_latest_that_has_begun_on_its_first_day_and_not_on_the_day_before(sort, data, number):
    dues = data.draw(sort)
    window = dues.window(number)
    if window:
        assert dues.opened(window.earliest) >= number > dues.opened(window.earliest - timedelta(1))


@every_sort
@given(st.data(), st.dates(date(2018, 1, 1), date(2045, 12, 31)))
def test_what_has_ended_by_a_day_ended_by_then_and_the_next_did_not(sort, data, day):
    dues = data.draw(sort)
    over, opened = dues.over(day), dues.opened(day)
    last, following = dues.window(over), dues.window(over + 1)
    assert over <= opened
    assert over == 0 or last.latest <= day
    assert following is None or day < following.latest


@every_sort
@given(st.data(), st.integers(1, 12))
def test_no_due_time_begins_or_ends_before_the_one_before_it(sort, data, number):
    dues = data.draw(sort)
    one, following = dues.window(number), dues.window(number + 1)
    if following:
        assert one.earliest <= following.earliest
        assert one.latest <= following.latest


# Each sort told.


def test_there_is_no_due_time_before_the_first():
    assert None is Listed((Window.day(AGREED_ON),)).window(0)


def test_a_grid_that_ends_has_no_due_time_after_its_last():
    dues = Regular(replace(GRID, times=2))
    assert [date(2026, 4, 7), date(2026, 7, 7), None] == latest_days(dues, 3)
    assert (2, 2) == (dues.opened(date(2036, 1, 1)), dues.over(date(2036, 1, 1)))


def test_a_grid_ends_with_the_calendar():
    assert [date(9999, 12, 31), None] == latest_days(Regular(Cadence(YEAR, date(9998, 12, 31))), 2)


def test_what_was_never_to_be_due_has_no_due_time():
    assert [None] == latest_days(Regular(replace(GRID, until=date(2026, 4, 6))), 1)


@pytest.mark.parametrize(
    ("cadence", "due", "expected"),
    [
        (None, None, Listed()),
        (None, Window.day(date(2026, 9, 30)), Listed((Window.day(date(2026, 9, 30)),))),
        (GRID, None, Regular(GRID)),
        (ON_REQUEST, None, Listed()),
        (FROM_LAST, None, Rolling(FROM_LAST, Listed((Window(AGREED_ON, date(2026, 4, 7)),)))),
    ],
)
def test_terms_alone_tell_as_many_due_times_as_do_not_wait_for_facts(cadence, due, expected):
    assert expected == dues_of(cadence, due, AGREED_ON)


def test_counted_from_the_last_the_first_may_be_due_on_the_day_of_the_agreement():
    first = replace(FROM_LAST, anchor_on=date(2026, 1, 1), first_step=0)
    assert Window.day(date(2026, 1, 1)) == dues_of(first, None, AGREED_ON).window(1)


def test_once_the_latest_is_closed_one_more_is_counted_from_that_day():
    dues = dues_of(FROM_LAST, None, AGREED_ON)
    assert [date(2026, 4, 7), date(2026, 7, 29), None] == latest_days(once_closed(dues, 1, date(2026, 4, 29)), 3)


def test_what_was_cancelled_and_then_held_after_all_is_counted_from_the_day_it_was_held():
    cancelled = once_closed(dues_of(FROM_LAST, None, AGREED_ON), 1, date(2026, 4, 7))
    assert [date(2026, 4, 7), date(2026, 8, 12), None] == latest_days(once_closed(cancelled, 1, date(2026, 5, 12)), 3)


@pytest.mark.parametrize(
    ("ends", "more"),
    [
        ({"times": 1}, False),
        ({"times": 2}, True),
        ({"until": date(2026, 7, 28)}, False),
        ({"until": date(2026, 7, 29)}, True),
    ],
)
def test_counted_from_the_last_there_are_no_more_than_were_agreed(ends, more):
    dues = once_closed(dues_of(replace(FROM_LAST, **ends), None, AGREED_ON), 1, date(2026, 4, 29))
    assert [date(2026, 4, 7), date(2026, 7, 29) if more else None] == latest_days(dues, 2)


def test_counted_from_the_last_day_of_the_calendar_there_is_no_more():
    dues = Rolling(FROM_LAST, Listed((Window.day(date(9999, 12, 1)),)))
    assert dues == once_closed(dues, 1, date(9999, 12, 1))


def test_a_grid_does_not_move_when_one_is_closed():
    assert Regular(GRID) == once_closed(Regular(GRID), 1, date(2026, 5, 12))


def test_a_request_adds_a_due_time_and_an_event_sets_the_only_one():
    first, second = Window(date(2026, 3, 1), date(2026, 3, 31)), Window(date(2026, 4, 1), date(2026, 5, 1))
    assert Listed((first, second)) == with_window(Listed((first,)), second)
    assert Listed((second,)) == with_window(Listed((first,)), second, instead=True)
    assert Regular(GRID) == with_window(Regular(GRID), second)


def test_new_terms_leave_the_old_due_dates_and_count_the_numbers_on():
    dues = Chained(Regular(GRID), 1, Regular(Cadence(HALF, date(2026, 7, 1))), date(2026, 7, 1))
    assert [date(2026, 4, 7), date(2027, 1, 1), date(2027, 7, 1)] == latest_days(dues, 3)
    days = [date(2026, 4, 6), date(2026, 4, 7), date(2026, 7, 7), date(2027, 1, 1)]
    assert [0, 1, 1, 2] == [dues.over(day) for day in days]


def test_a_year_that_has_begun_before_the_new_terms_begins_with_them():
    dues = Chained(Regular(GRID), 1, Regular(periods_from(YEAR, date(2026, 7, 1))), date(2026, 7, 1))
    assert Window(date(2026, 7, 1), date(2026, 12, 31)) == dues.window(2)
    assert Window(date(2027, 1, 1), date(2027, 12, 31)) == dues.window(3)
    assert [1, 1, 2, 3] == [dues.opened(date(2026, *day)) for day in ((4, 7), (6, 30), (7, 1))] + [
        dues.opened(date(2027, 1, 1))
    ]


def test_what_happens_after_an_amendment_bears_on_the_new_terms():
    request, day = Window(date(2026, 8, 1), date(2026, 8, 31)), date(2026, 7, 1)
    on_request = Chained(Regular(GRID), 1, Listed(), day)
    assert Chained(Regular(GRID), 1, Listed((request,)), day) == with_window(on_request, request)
    from_last = Chained(Regular(GRID), 1, Rolling(FROM_LAST, Listed((Window(day, date(2026, 10, 1)),))), day)
    assert [date(2026, 4, 7), date(2026, 10, 1), date(2026, 12, 20)] == latest_days(
        once_closed(from_last, 2, date(2026, 9, 20)), 3
    )
    assert from_last == once_closed(from_last, 1, date(2026, 9, 20))


def test_what_was_not_over_when_a_pause_began_comes_as_many_days_later():
    paused = put_off(Regular(GRID), date(2026, 6, 1), 61)
    assert [date(2026, 4, 7), date(2026, 9, 6), date(2026, 12, 7)] == latest_days(paused, 3)
    assert [0, 1, 1, 2] == [
        paused.over(day) for day in (date(2026, 4, 6), date(2026, 4, 7), date(2026, 9, 5), date(2026, 9, 6))
    ]


@pytest.mark.parametrize("dues", [Regular(GRID), Listed((Window.day(date(2026, 4, 7)),))])
def test_what_was_due_on_the_first_day_of_a_pause_is_put_off_and_the_day_before_it_is_not(dues):
    assert [date(2026, 4, 17)] == latest_days(put_off(dues, date(2026, 4, 7), 10), 1)
    assert [date(2026, 4, 7)] == latest_days(put_off(dues, date(2026, 4, 8), 10), 1)


def test_due_times_known_one_by_one_are_put_off_each():
    known = Listed((Window.day(date(2026, 4, 7)), Window(date(2026, 5, 1), date(2026, 6, 30))))
    expected = Listed((Window.day(date(2026, 4, 7)), Window(date(2026, 5, 11), date(2026, 7, 10))))
    assert expected == put_off(known, date(2026, 6, 1), 10)
    assert Rolling(FROM_LAST, expected) == put_off(Rolling(FROM_LAST, known), date(2026, 6, 1), 10)
    chain = Chained(Regular(GRID), 1, known, date(2026, 4, 1))
    assert chain._replace(second=expected) == put_off(chain, date(2026, 6, 1), 10)


def test_what_is_put_off_twice_comes_later_by_both():
    twice = put_off(put_off(Regular(GRID), date(2026, 2, 1), 10), date(2026, 3, 1), 5)
    assert [date(2026, 4, 22), date(2026, 7, 22)] == latest_days(twice, 2)


@pytest.mark.parametrize(
    ("due", "event_on", "expected"),
    [
        (EventDue("entry into force", HALF), date(2026, 5, 1), Window(date(2026, 5, 1), date(2026, 11, 1))),
        (EventDue("entry into force", HALF), date(2026, 8, 31), Window(date(2026, 8, 31), date(2027, 2, 28))),
        (EventDue("the summit", None, before=True), date(2026, 9, 10), Window(AGREED_ON, date(2026, 9, 9))),
        (EventDue("the summit", QUARTER, before=True), date(2026, 5, 31), Window(AGREED_ON, date(2026, 2, 28))),
        (EventDue("the summit", None, before=True), date(2026, 1, 3), Window.day(date(2026, 1, 2))),
        (EventDue("UNGA"), date(2026, 9, 22), Window.day(date(2026, 9, 22))),
    ],
)
def test_an_event_gives_the_due_time_that_hangs_on_it(due, event_on, expected):
    """What is due before the event may be done from the agreement on."""
    assert replace(expected, words=str(due)) == due.window(event_on, AGREED_ON)


def test_a_due_time_hung_on_an_event_says_so():
    dues = [EventDue("UNGA"), EventDue("UNGA", None, True), EventDue("UNGA", HALF), EventDue("UNGA", HALF, True)]
    expected = ["on UNGA", "before UNGA", "6 months after UNGA", "6 months before UNGA"]
    assert expected == [str(one) for one in dues]
