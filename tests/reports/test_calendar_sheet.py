"""Calendars and proposals as they stand on a terminal of eighty columns, and what other programs get."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.calendars import CalendarRules, CapitalDay, Certainty, DayKind, ToldDay, WorkingCalendar
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.proposal import Leeway, reservations, suggestions
from bilateral_tracker.domain.span import days
from bilateral_tracker.reports.calendar_sheet import columns, month_sheet, rows, year_sheet
from bilateral_tracker.reports.calendar_words import say_dates, say_obstacle, say_reason, say_span, say_uncertainties
from bilateral_tracker.reports.proposal_sheet import proposal_sheet, say_reservation
from bilateral_tracker.reports.visible import display_width
from tests.domain.capitals import BOTH, CN, NEVER, PAKISTAN, PK

OCTOBER_2026 = (date(2026, 10, 1), date(2026, 10, 31))
YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))
SCO = WorkingCalendar(Party("SCO", "Shanghai Cooperation Organisation", "Beijing", "Asia/Shanghai"))
IRAN = WorkingCalendar(Party("IR", "Iran", "Tehran", "Asia/Tehran"))
TODAY = date(2026, 11, 24)


def said(calendars, day):
    """What speaks against a day."""
    return say_obstacle(calendars, day)


def proposed(due_on, today=TODAY, calendars=BOTH):
    """The sheet that proposes dates for a sitting due on a day."""
    between = Leeway(None, due_on, due_on)
    found = suggestions(calendars, between, today)
    return list(proposal_sheet(calendars, "PK-CN-1#3 JWG", between, found, today, 80))


# A month


def test_october_2026_shows_both_capitals_beside_each_other_and_what_closes_them():
    expected = """\
October 2026

Islamabad (PK)                       Beijing (CN)
Mo   Tu   We   Th   Fr   Sa   Su     Mo   Tu   We   Th   Fr   Sa   Su
                1    2    3.   4.                    1*   2*   3*   4.
 5    6    7    8    9   10.  11.     5*   6*   7*   8    9   10+  11.
12   13   14   15   16   17.  18.    12   13   14   15   16   17.  18.
19   20   21   22   23   24.  25.    19   20   21   22   23   24.  25.
26   27   28   29   30   31.         26   27   28   29   30   31.

. weekend   * public holiday   + make-up working day   ? may turn out otherwise

Islamabad: no public holidays
Beijing
  1-3 October      National Day
  5 October        National Day (observed)
  6 October        day off, made up on 20 September 2026
  7 October        day off, made up on 10 October 2026
  10 October       make-up working day for 7 October 2026

17 common working days: 8-9, 12-16, 19-23, 26-30 October"""
    assert expected.splitlines() == list(month_sheet(BOTH, *OCTOBER_2026, 80))


def test_a_month_that_is_not_official_yet_says_so_above_and_below():
    lines = list(month_sheet(BOTH, date(2027, 10, 1), date(2027, 10, 31), 80))
    assert ["October 2027, provisional", "Islamabad (PK), provisional          Beijing (CN), provisional"] == [
        lines[0],
        lines[2],
    ]
    expected = (
        "Islamabad and Beijing: the official calendar of 2027 is not published yet, so every day of it is provisional. "
        "Once it is, list what it changes in a file and name it with --calendars FILE"
    )
    assert expected == " ".join(lines[-3:])


def test_days_usually_off_in_a_year_not_published_carry_a_question_mark_and_their_years():
    lines = list(month_sheet((CN,), date(2027, 10, 1), date(2027, 10, 31), 80))
    assert " 4*   5*   6 ?  7 ?  8    9.  10." in lines
    assert "  6-7 October      usually off: 2024, 2025 and 2026" in lines


def test_days_that_hang_on_the_moon_carry_a_question_mark():
    lines = list(month_sheet((PK,), date(2027, 3, 1), date(2027, 3, 31), 80))
    assert " 8    9 ? 10*? 11*? 12*? 13.  14." in lines
    assert "  10-12 March      Eid al-Fitr (estimated)" in lines
    assert "  9 March          beside an estimated holiday" in lines


def test_saturdays_that_were_worked_carry_no_mark():
    lines = list(month_sheet((PK,), date(2022, 6, 1), date(2022, 6, 30), 80))
    assert ["           1    2    3    4    5.", " 6    7    8    9   10   11.  12."] == lines[4:6]


def test_a_narrow_terminal_gets_one_capital_below_the_other():
    lines = list(month_sheet(BOTH, *OCTOBER_2026, 60))
    assert ["Islamabad (PK)", "", "Beijing (CN)"] == [lines[2], lines[9], lines[10]]


def test_a_single_capital_has_working_days_of_its_own():
    assert "22 working days: 1-2, 5-9, 12-16, 19-23, 26-30 October" == list(month_sheet((PK,), *OCTOBER_2026, 80))[-1]


def test_a_month_without_a_common_working_day_says_so():
    assert "No common working day" in list(month_sheet((NEVER, CN), *OCTOBER_2026, 80))


def test_an_organisation_says_that_no_holidays_are_known_and_what_to_do():
    expected = (
        "Beijing: no holidays are known, so only weekends are shown. List the days off of SCO in a file and name it "
        "with --calendars FILE"
    )
    assert [expected] == list(say_uncertainties((SCO,), *OCTOBER_2026))


def test_a_calendar_nobody_has_checked_says_how_to_confirm_it():
    expected = (
        "Tehran: nobody has confirmed the calendar of 2026 yet, so every day of it is provisional. Once you have "
        "checked it, say so with confirmed_from and confirmed_until in a file and name it with --calendars FILE"
    )
    assert [expected] == list(say_uncertainties((IRAN, CN), *OCTOBER_2026))


def test_a_year_before_those_confirmed_is_not_said_to_be_published_one_day():
    [sentence] = say_uncertainties(BOTH, date(1800, 1, 1), date(1800, 1, 31))
    assert sentence.startswith("Islamabad and Beijing: nobody has confirmed the calendar of 1800 yet,")


@given(st.sampled_from([BOTH, (PK, CN, NEVER), (CN,)]), st.dates(), st.integers(40, 120))
def test_no_line_is_wider_than_the_terminal(calendars, day, width):
    first = day.replace(day=1)
    last = max(on for on in days(first, first.replace(day=28)) if on.month == first.month)
    lines = list(month_sheet(calendars, first, last, width))
    assert max(display_width(line) for line in lines if not line.startswith(". weekend")) <= width


# A year


def test_2026_in_numbers():
    expected = """\
Working days of 2026

            Islamabad  Beijing   both  quarter
January            22       21     20
February           19       16     13
March              20       22     20       53
April              22       21     21
May                17       19     15
June               20       21     19       55
July               23       23     23
August             19       21     19
September          22       22     21       63
October            22       18     17
November           20       21     20
December           22       23     22       59
2026              248      248    230

Longest closures of at least one capital
  14-23 February             10 days  China: Chinese New Year (Spring Festival)
  1-7 October                 7 days  China: National Day
  1-5 May                     5 days  Pakistan, China: Labor Day
  1-4 January                 4 days  China: New Year's Day
  20-23 March                 4 days  Pakistan: Eid al-Fitr
  25-28 June                  4 days  Pakistan: Ashura

Make-up working days
  Beijing: 4 January, 14 February, 28 February, 9 May, 20 September, 10 October
  (Islamabad is closed on all of them)"""
    assert expected.splitlines() == list(year_sheet(BOTH, *YEAR_2026, 80))


def test_make_up_days_on_which_the_other_capital_works_are_counted():
    lines = " ".join(year_sheet(BOTH, date(2022, 1, 1), date(2022, 12, 31), 200))
    assert "(Islamabad is closed on 6 of them)" in lines


def test_the_last_year_there_is_can_be_drawn():
    assert "9999              261      261    261" in list(year_sheet(BOTH, date(9999, 1, 1), date.max, 80))


# What other programs get


def test_a_day_is_a_row_with_a_column_for_each_party():
    assert ("date", "PK", "CN", "reason", "provisional", "common") == columns(BOTH)
    expected = [
        (date(2026, 10, 7), "working", "closed", "CN: day off, made up on 10 October 2026", False, False),
        (date(2026, 10, 8), "working", "working", "", False, True),
        (date(2026, 10, 9), "working", "working", "", False, True),
        (
            *(date(2026, 10, 10), "closed", "working"),
            *("PK: weekend; CN: make-up working day for 7 October 2026", False, False),
        ),
    ]
    assert expected == list(rows(BOTH, date(2026, 10, 7), date(2026, 10, 10)))


def test_a_day_usually_off_is_told_to_programs_too():
    expected = (date(2027, 10, 7), "working", "CN: usually off: 2024, 2025 and 2026", True, True)
    assert [expected] == list(rows((CN,), date(2027, 10, 7), date(2027, 10, 7)))


# Words


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 10, 7), date(2026, 10, 7), "7 October"),
        (date(2026, 10, 1), date(2026, 10, 7), "1-7 October"),
        (date(2026, 9, 28), date(2026, 10, 3), "28 September to 3 October"),
        (date(2026, 12, 31), date(2027, 1, 3), "31 December to 3 January"),
    ],
)
def test_a_span_names_its_month_once_if_it_can(first, last, expected):
    assert expected == say_span(first, last)


def test_days_in_a_row_are_written_together():
    assert "1-2, 5, 7-8 October" == say_dates([date(2026, 10, day) for day in (1, 2, 5, 7, 8)])


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (CapitalDay(DayKind.WORKING, Certainty.CONFIRMED), ""),
        (CapitalDay(DayKind.WEEKEND, Certainty.ESTIMATED), "weekend"),
        (CapitalDay(DayKind.HOLIDAY, Certainty.CONFIRMED, ("Eid", "Pakistan Day")), "Eid; Pakistan Day"),
        (CapitalDay(DayKind.HOLIDAY, Certainty.CONFIRMED), "day off"),
        (CapitalDay(DayKind.MAKE_UP, Certainty.CONFIRMED, ("for Eid",)), "make-up working day (for Eid)"),
    ],
)
def test_why_a_day_is_what_it_is(day, expected):
    assert expected == say_reason(day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            date(2026, 10, 7),
            "7 October 2026 falls in China's National Day week; nearest days on which both capitals work: "
            "30 September, 8 October.",
        ),
        (
            date(2026, 2, 18),
            "18 February 2026 falls in China's Chinese New Year (Spring Festival) holiday; nearest days on which both "
            "capitals work: 13 February, 24 February.",
        ),
        (
            date(2026, 11, 9),
            "9 November 2026 is a public holiday in Pakistan (Iqbal Day); nearest days on which both capitals work: "
            "6 November, 10 November.",
        ),
        (
            date(2026, 1, 1),
            "1 January 2026 is a public holiday in China (New Year's Day); nearest days on which both capitals work: "
            "31 December 2025, 5 January.",
        ),
        (
            date(2026, 11, 28),
            "28 November 2026 falls on a weekend in Pakistan and China; nearest days on which both capitals work: "
            "27 November, 30 November.",
        ),
        (
            date(2026, 10, 3),
            "3 October 2026 falls on a weekend in Pakistan and falls in China's National Day week; nearest days on "
            "which both capitals work: 30 September, 8 October.",
        ),
        (
            date(2027, 6, 16),
            "16 June 2027 is by estimate a public holiday in Pakistan (Ashura); nearest days on which both capitals "
            "work: 14 June, 17 June.",
        ),
        (
            date(2027, 10, 7),
            "7 October 2027 may well be a day off in China, as in 2024, 2025 and 2026: its calendar of 2027 is not "
            "published yet.",
        ),
        (date(2027, 3, 9), "9 March 2027 lies beside a public holiday in Pakistan whose date is only estimated."),
        (date(2026, 10, 8), ""),
        (date(2027, 1, 7), ""),
    ],
)
def test_what_speaks_against_a_due_day(day, expected):
    assert expected == said(BOTH, day)


def test_words_of_one_s_own_stand_as_they_are_even_with_braces():
    told = CalendarRules(PK.rules.weeks, days={date(2026, 11, 10): ToldDay(False, "{Ä} day")})
    expected = "10 November 2026 is a public holiday in Pakistan ({Ä} day); nearest days on which Islamabad works:"
    assert said((WorkingCalendar(PAKISTAN, told),), date(2026, 11, 10)).startswith(expected)


def test_where_there_is_no_common_day_none_is_named():
    assert said((NEVER, PK, CN), date(2026, 3, 10)).endswith(
        "nearest days on which all capitals work: none within a year."
    )


# Proposals


def test_dates_for_7_october_2026_as_seen_in_september():
    expected = """\
PK-CN-1#3 JWG: wanted by 7 October 2026.
7 October 2026 falls in China's National Day week; nearest days on which both
capitals work: 30 September, 8 October.

date        day  from due        notice   reason
----------  ---  --------------  -------  --------------------------------------
2026-09-29  Tue  8 days before   28 days  both capitals work
2026-09-28  Mon  9 days before   27 days  both capitals work
2026-09-24  Thu  13 days before  23 days  both capitals work
2026-09-23  Wed  14 days before  22 days  both capitals work
2026-09-22  Tue  15 days before  21 days  both capitals work
2026-09-30  Wed  7 days before   29 days  beside the closure of 1-7 October
                                          (China: National Day)"""
    lines = "\n".join(proposed(date(2026, 10, 7), today=date(2026, 9, 1)))
    assert expected == lines


def test_dates_for_what_is_overdue_say_how_late_they_are():
    lines = "\n".join(proposed(date(2026, 10, 7))).splitlines()
    assert [
        "PK-CN-1#3 JWG: wanted by 7 October 2026.",
        "The last day allowed was 48 days ago. The first days that leave enough notice:",
    ] == lines[:2]
    assert "2026-12-08  Tue  62 days after  14 days  both capitals work" in lines
    assert "2026-12-11  Fri  65 days after  17 days  Islamabad: prayer break 12:30 to 14:30" in lines


def test_what_is_due_today_is_not_called_overdue():
    lines = " ".join(proposed(date(2026, 11, 9), today=date(2026, 11, 9)))
    assert "9 November 2026 is a public holiday in Pakistan (Iqbal Day);" in lines
    assert "No working day is left by 9 November 2026: these come after the last day allowed." in lines


def test_days_on_both_sides_of_new_year_tell_which_year_is_not_official():
    lines = "\n".join(proposed(date(2027, 1, 7)))
    assert "2026-12-31  Thu  7 days before  37 days  both capitals work\n" in lines
    assert "Islamabad and Beijing: the official calendar of 2027 is not published yet" in lines


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2022, 5, 7), "a make-up working day in Beijing"),
        (
            date(2027, 3, 9),
            "beside an estimated holiday in Pakistan; beside the closure of 10-14 March (Pakistan: Eid al-Fitr)",
        ),
        (date(2026, 11, 27), "Islamabad: prayer break 12:30 to 14:30"),
    ],
)
def test_what_speaks_against_a_date_is_said_in_words(on, expected):
    assert expected == "; ".join(map(say_reservation, reservations(BOTH, on)))


def test_short_notice_is_said():
    assert "at short notice" in "\n".join(proposed(date(2026, 11, 30)))


def test_dates_after_the_last_day_allowed_say_that_none_is_left_before_it():
    between = Leeway(date(2026, 10, 2), date(2026, 10, 7), date(2026, 10, 7))
    found = suggestions(BOTH, between, date(2026, 9, 1))
    lines = list(proposal_sheet(BOTH, "PK-CN-1#3 JWG", between, found, date(2026, 9, 1), 120))
    assert "No working day is left by 7 October 2026: these come after the last day allowed." in lines


def test_grace_is_told_apart_from_the_day_that_is_wanted():
    between = Leeway(None, date(2026, 7, 7), date(2026, 7, 21))
    found = suggestions(BOTH, between, date(2026, 5, 1))
    lines = "\n".join(proposal_sheet(BOTH, "JWG", between, found, date(2026, 5, 1), 80))
    assert lines.startswith("JWG: wanted by 7 July 2026, 21 July 2026 at the latest.\n\n")
    assert "2026-07-07  Tue  the due day" in lines
    assert "2026-07-08  Wed  1 day after" in lines


def test_dates_not_official_yet_are_provisional_and_explained_once():
    lines = "\n".join(proposed(date(2027, 10, 7)))
    assert "2027-09-29  Wed  8 days before   309 days  both capitals work; provisional" in lines
    assert "usually off in China (2024, 2025 and" in lines
    assert 1 == lines.count("is not published yet, so")


def test_what_has_no_date_says_so():
    found = suggestions(BOTH, Leeway(), TODAY)
    lines = list(proposal_sheet(BOTH, "PK-CN-3 Strategy", Leeway(), found, TODAY, 80))
    assert "PK-CN-3 Strategy: no date is set. The first days that leave enough notice:" == lines[0]


def test_if_no_day_would_do_the_calendar_is_named():
    lines = proposed(date(2026, 3, 10), today=date(2026, 3, 1), calendars=(NEVER, CN))
    assert "There is no day within two months on which both capitals work. See: bilateral calendar NEV-CN" == lines[-1]
