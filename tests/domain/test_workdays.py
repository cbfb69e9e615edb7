"""On which days the capitals work, which close them, and how far that is known."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.calendars import CalendarRules, CapitalDay, Certainty, DayKind, ToldDay, WorkingCalendar
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.span import days
from bilateral_tracker.domain.workdays import (
    NearestDays,
    closure_around,
    closures,
    common_working_days,
    is_provisional,
    is_working_day,
    nearest_common_days,
    why_closed,
    years_usually_closed,
)
from tests.domain.capitals import BOTH, CHINA, CN, FIRST, NEVER, PAKISTAN, PK, SPAN, capitals

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
QUARTERS = {
    (date(2026, 1, 1), date(2026, 3, 31)): 53,
    (date(2026, 4, 1), date(2026, 6, 30)): 55,
    (date(2026, 7, 1), date(2026, 9, 30)): 63,
    (date(2026, 10, 1), date(2026, 12, 31)): 59,
}
MAKE_UP_2026 = [
    *(date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28)),
    *(date(2026, 5, 9), date(2026, 9, 20), date(2026, 10, 10)),
]
ORGANISATION = WorkingCalendar(Party("SCO", "Shanghai Cooperation Organisation", "Beijing", "Asia/Shanghai"))


# What is known of Islamabad and Beijing


def test_7_october_2026_lies_between_the_common_working_days_30_september_and_8_october():
    assert not is_working_day(BOTH, date(2026, 10, 7))
    assert NearestDays(date(2026, 9, 30), date(2026, 10, 8)) == nearest_common_days(BOTH, date(2026, 10, 7))


def test_7_october_2026_is_off_in_beijing_alone_and_made_up_on_10_october():
    expected = [(CHINA, CapitalDay(DayKind.HOLIDAY, Certainty.CONFIRMED, (), date(2026, 10, 10)))]
    assert expected == why_closed(BOTH, date(2026, 10, 7))


def test_the_nearest_days_of_a_working_day_are_those_beside_it():
    assert NearestDays(date(2026, 11, 23), date(2026, 11, 25)) == nearest_common_days(BOTH, date(2026, 11, 24))


@pytest.mark.parametrize(("quarter", "number"), QUARTERS.items())
def test_each_quarter_of_2026_has_its_common_working_days(quarter, number):
    assert number == len(common_working_days(BOTH, *quarter))


def test_2026_has_230_common_working_days_of_248_in_each_capital():
    counts = [len(common_working_days(some, *YEAR)) for some in (BOTH, (PK,), (CN,))]
    assert [230, 248, 248] == counts


def test_the_longest_closures_of_2026_are_spring_festival_national_day_and_labor_day():
    expected = [
        (date(2026, 2, 14), date(2026, 2, 23), 10),
        (date(2026, 10, 1), date(2026, 10, 7), 7),
        (date(2026, 5, 1), date(2026, 5, 5), 5),
    ]
    assert expected == [(one.first, one.last, one.length_days) for one in closures(BOTH, *YEAR)[:3]]


def test_a_closure_bears_the_name_that_most_of_its_days_have_in_each_capital():
    february, _, may = closures(BOTH, *YEAR)[:3]
    assert [(CHINA, "Chinese New Year (Spring Festival)")] == [(one.party, one.name) for one in february.occasions]
    assert [(PAKISTAN, "Labor Day"), (CHINA, "Labor Day")] == [(one.party, one.name) for one in may.occasions]


def test_days_observed_for_a_holiday_count_for_its_name():
    monday = FIRST
    names = ["Feast", "Feast (observed)", "Feast (observed)", "Fast", "Fast"]
    told = {monday + timedelta(n): ToldDay(False, name) for n, name in enumerate(names)}
    around = closure_around((WorkingCalendar(PAKISTAN, CalendarRules(days=told)),), monday)
    assert around
    assert ["Feast"] == [one.name for one in around.occasions]


def test_a_closure_at_the_edge_of_the_days_asked_about_is_given_whole():
    first, last = date(2026, 10, 5), date(2026, 10, 31)
    longest = closures(BOTH, first, last)[0]
    assert (date(2026, 10, 1), date(2026, 10, 7)) == (longest.first, longest.last)


def test_china_works_on_six_weekend_days_of_2026_and_finds_islamabad_closed_on_each():
    assert MAKE_UP_2026 == [on for on in days(*YEAR) if CN.day(on).kind is DayKind.MAKE_UP]
    assert [[PAKISTAN]] * 6 == [[party for party, _ in why_closed(BOTH, on)] for on in MAKE_UP_2026]


def test_a_make_up_day_names_the_day_off_that_it_is_for_and_the_day_off_names_it():
    assert date(2026, 10, 7) == CN.day(date(2026, 10, 10)).exchanged_for
    assert date(2026, 10, 10) == CN.day(date(2026, 10, 7)).exchanged_for


def test_the_make_up_day_farthest_from_its_day_off_is_found_too():
    assert date(2026, 10, 6) == CN.day(date(2026, 9, 20)).exchanged_for


def test_a_year_asked_about_before_does_not_make_its_make_up_days_those_of_another():
    assert DayKind.MAKE_UP is CN.day(date(2025, 1, 26)).kind
    assert DayKind.WEEKEND is CN.day(date(2026, 1, 25)).kind


@pytest.mark.parametrize(
    ("saturday", "is_working"),
    [
        (date(2022, 4, 9), False),
        (date(2022, 4, 16), True),
        (date(2022, 6, 4), True),
        (date(2022, 6, 11), False),
    ],
)
def test_islamabad_worked_on_saturdays_from_12_april_to_7_june_2022(saturday, is_working):
    assert is_working == PK.day(saturday).is_working


def test_a_holiday_closes_a_saturday_that_would_be_worked():
    worked = WorkingCalendar(PAKISTAN, CalendarRules((PK.rules.weeks[1],)))
    assert DayKind.HOLIDAY is worked.day(date(2027, 8, 14)).kind


def test_a_day_off_without_a_holiday_in_its_name_is_a_holiday_of_its_run():
    assert ("National Day",) == CN.day(date(2026, 10, 1)).names
    assert () == CN.day(date(2026, 10, 6)).names
    around = closure_around((CN,), date(2026, 10, 6))
    assert around
    assert ["National Day"] == [one.name for one in around.occasions]


# How far it is certain


def test_2027_is_provisional_in_china_and_2026_is_not():
    assert {True} == {is_provisional((CN,), on) for on in days(date(2027, 1, 1), date(2027, 12, 31))}
    assert {False} == {is_provisional((CN,), on) for on in days(*YEAR)}


def test_a_date_estimated_by_the_moon_is_estimated_and_so_are_the_working_days_beside_it():
    certainties = [PK.day(on).certainty for on in days(date(2027, 3, 8), date(2027, 3, 13))]
    assert [
        *(Certainty.UNCONFIRMED, Certainty.ESTIMATED, Certainty.ESTIMATED),
        *(Certainty.ESTIMATED, Certainty.ESTIMATED, Certainty.UNCONFIRMED),
    ] == certainties
    assert [False, False, True, True] == [not PK.day(date(2027, 3, day)).is_working for day in (8, 9, 10, 12)]


def test_the_names_of_estimated_days_do_not_repeat_that_they_are_estimated():
    assert ("Eid al-Fitr",) == PK.day(date(2027, 3, 10)).names


@pytest.mark.parametrize(
    "on", [date.min, date(1800, 1, 1), date(1949, 10, 1), date(2101, 10, 1), date(2200, 1, 1), date.max]
)
def test_days_beyond_all_calendars_are_provisional_and_never_an_error(on):
    assert [True, True] == [capital.day(on).is_provisional for capital in BOTH]
    nearest = nearest_common_days(BOTH, on)
    assert [on == date.min, on == date.max] == [nearest.before is None, nearest.after is None]


def test_7_october_2027_was_off_in_the_three_years_before_whose_calendars_are_known():
    assert (2024, 2025, 2026) == years_usually_closed(CN, date(2027, 10, 7))


@pytest.mark.parametrize(
    ("on", "because"),
    [
        (date(2027, 10, 8), "it was off in 2025 alone"),
        (date(2027, 10, 1), "it is known to be off"),
        (date(2026, 10, 8), "its year is confirmed"),
        (date(1999, 10, 5), "no confirmed year comes before it"),
    ],
)
def test_a_day_is_not_called_usually_off_when(on, because):
    assert () == years_usually_closed(CN, on), because


def test_a_weekend_beside_a_short_holiday_does_not_make_its_date_usually_off():
    """1 June was a Saturday in 2024, a Sunday in 2025, a Monday in 2026, and is a Tuesday in 2027."""
    off = {on: ToldDay(False, "Feast") for on in (date(2024, 5, 31), date(2025, 6, 2), date(2026, 6, 1))}
    assert () == years_usually_closed(
        WorkingCalendar(CHINA, CN.rules.refined_by(CalendarRules(days=off))), date(2027, 6, 1)
    )


def test_29_february_is_compared_with_the_28th_of_other_years():
    leap_day = date(2028, 2, 29)
    assert leap_day.weekday() < 5
    off = {date(year, 2, 28): ToldDay(False, "Feast") for year in (2024, 2025, 2026)}
    capital = WorkingCalendar(CHINA, CalendarRules(confirmed_from=2001, confirmed_until=2026, days=off))
    assert (2024, 2025, 2026) == years_usually_closed(capital, leap_day)


def test_without_a_first_confirmed_year_the_last_one_stands_alone():
    capital = WorkingCalendar(CHINA, CalendarRules(confirmed_until=2026))
    assert [False, True, False] == [capital.is_confirmed(year) for year in (2025, 2026, 2027)]


# What people tell, and parties the library does not know


def test_what_is_told_goes_before_the_library_and_is_certain():
    days_told = {date(2027, 10, 6): ToldDay(False, "National Day"), date(2027, 10, 9): ToldDay(True, "for 6 October")}
    capital = WorkingCalendar(CHINA, CN.rules.refined_by(CalendarRules(days=days_told)))
    expected = [
        CapitalDay(DayKind.HOLIDAY, Certainty.CONFIRMED, ("National Day",)),
        CapitalDay(DayKind.MAKE_UP, Certainty.CONFIRMED, ("for 6 October",)),
    ]
    assert expected == [capital.day(on) for on in days_told]


def test_a_holiday_that_is_told_to_be_worked_is_an_ordinary_working_day():
    capital = WorkingCalendar(PAKISTAN, CalendarRules(days={date(2026, 11, 9): ToldDay(True)}))
    assert CapitalDay(DayKind.WORKING, Certainty.CONFIRMED) == capital.day(date(2026, 11, 9))


def test_telling_an_estimated_day_makes_the_day_before_it_certain_too():
    eid = {date(2027, 3, 10): ToldDay(False, "Eid al-Fitr")}
    refinements = [CalendarRules(confirmed_until=2027, days=days_told) for days_told in ({}, eid)]
    islamabads = [WorkingCalendar(PAKISTAN, PK.rules.refined_by(refinement)) for refinement in refinements]
    expected = [Certainty.ESTIMATED, Certainty.CONFIRMED]
    assert expected == [capital.day(date(2027, 3, 9)).certainty for capital in islamabads]


def test_weeks_that_are_told_replace_all_those_there_were():
    assert PK.rules.weeks[1:2] == PK.rules.refined_by(CalendarRules(PK.rules.weeks[1:2])).weeks


def test_refining_adds_days_and_breaks_and_replaces_weeks_and_years_only_if_told():
    mine = CalendarRules(confirmed_until=2027, breaks={0: "prayers"}, days={FIRST: ToldDay(False)})
    refined = PK.rules.refined_by(mine)
    assert (PK.rules.weeks, 2012, 2027) == (refined.weeks, refined.confirmed_from, refined.confirmed_until)
    assert ({4: "prayer break 12:30 to 14:30", 0: "prayers"}, {FIRST}) == (refined.breaks, set(refined.days))


def test_an_organisation_whose_days_are_told_has_holidays():
    assert WorkingCalendar(ORGANISATION.party, CalendarRules(days={FIRST: ToldDay(False)})).has_holidays


def test_an_organisation_has_only_weekends_and_is_always_provisional():
    week = [ORGANISATION.day(on) for on in days(date(2026, 10, 1), date(2026, 10, 7))]
    assert [3, 4] == [number for number, day in enumerate(week, 1) if not day.is_working]
    assert ({Certainty.UNCONFIRMED}, False) == ({day.certainty for day in week}, ORGANISATION.has_holidays)


@pytest.mark.parametrize("code", ["MON", "NYSE", "PAK", "B3", "ZZ"])
def test_words_that_the_library_knows_for_something_else_are_not_taken_for_states(code):
    assert not WorkingCalendar(Party(code, code, code, "UTC")).has_holidays


def test_the_week_of_a_state_nobody_has_told_of_is_the_library_s():
    """Saudi Arabia rests on Fridays and Saturdays; until 28 June 2013 it was on Thursdays and Fridays."""
    riyadh = WorkingCalendar(Party("SA", "Saudi Arabia", "Riyadh", "Asia/Riyadh"))
    thursdays = (date(2013, 6, 27), date(2013, 7, 4))
    assert [DayKind.WEEKEND, DayKind.WORKING] == [riyadh.day(on).kind for on in thursdays]


# What holds for any capitals


@given(capitals, st.sampled_from(SPAN))
def test_the_nearest_common_days_are_the_nearest(calendars, day):
    common = [on for on in days(day - timedelta(366), day + timedelta(366)) if is_working_day(calendars, on)]
    expected = NearestDays(max(on for on in common if on < day), min(on for on in common if on > day))
    assert expected == nearest_common_days(calendars, day)


@given(capitals)
def test_common_working_days_are_those_on_which_nobody_is_told_to_be_off(calendars):
    expected = [on for on in SPAN if not any(not capital.rules.days[on].is_working for capital in calendars)]
    assert expected == common_working_days(calendars, SPAN[0], SPAN[-1])


@given(capitals)
def test_closures_hold_each_closed_day_once_and_no_common_working_day(calendars):
    found = closures(calendars, SPAN[0], SPAN[-1])
    held = Counter(on for one in found for on in days(one.first, one.last))
    assert {on for on in SPAN if not is_working_day(calendars, on)} == {on for on in held if on in SPAN}
    assert (set(), {1} if held else set()) == ({on for on in held if is_working_day(calendars, on)}, set(held.values()))


@given(capitals)
def test_closures_come_longest_first_and_work_goes_on_beside_each(calendars):
    found = closures(calendars, SPAN[0], SPAN[-1])
    lengths = [one.length_days for one in found]
    assert sorted(lengths, reverse=True) == lengths
    beside = [on for one in found for on in (one.first - timedelta(1), one.last + timedelta(1))]
    assert all(is_working_day(calendars, on) for on in beside)


def test_capitals_that_never_work_on_the_same_day_have_no_nearest_day():
    assert NearestDays(None, None) == nearest_common_days((CN, NEVER), FIRST)
