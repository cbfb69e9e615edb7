"""When something runs: words in, the fields of cron and systemd out."""

from datetime import date

import pytest

from bilateral_tracker.domain.timetable import Timetable, read_timetable, weekdays_since
from bilateral_tracker.errors import WrongUsage


@pytest.mark.parametrize(
    ("days", "cron", "systemd", "words"),
    [
        ("mon-fri", "30 7 * * 1-5", "Mon..Fri *-*-* 07:30:00", "at 07:30, Monday to Friday"),
        ("Monday-Friday", "30 7 * * 1-5", "Mon..Fri *-*-* 07:30:00", "at 07:30, Monday to Friday"),
        ("sun-thu", "30 7 * * 0-4", "Mon..Thu,Sun *-*-* 07:30:00", "at 07:30, Monday to Thursday and Sunday"),
        ("mon,wed,fri", "30 7 * * 1,3,5", "Mon,Wed,Fri *-*-* 07:30:00", "at 07:30, Monday, Wednesday and Friday"),
        ("fri-mon", "30 7 * * 0,1,5,6", "Mon,Fri..Sun *-*-* 07:30:00", "at 07:30, Monday and Friday to Sunday"),
        ("sat, mon-wed", "30 7 * * 1-3,6", "Mon..Wed,Sat *-*-* 07:30:00", "at 07:30, Monday to Wednesday and Saturday"),
        ("tue", "30 7 * * 2", "Tue *-*-* 07:30:00", "at 07:30, Tuesday"),
        ("mon-mon,mon", "30 7 * * 1", "Mon *-*-* 07:30:00", "at 07:30, Monday"),
        ("daily", "30 7 * * *", "*-*-* 07:30:00", "at 07:30, every day"),
        ("mon-sun", "30 7 * * *", "*-*-* 07:30:00", "at 07:30, every day"),
    ],
)
def test_days_are_read_as_people_write_them_and_written_as_schedulers_read_them(days, cron, systemd, words):
    timetable = read_timetable("7:30", days)
    assert (cron, systemd, words) == (timetable.cron_fields, timetable.on_calendar, timetable.words)


@pytest.mark.parametrize(
    ("time", "expected"),
    [("00:00", Timetable(0, 0, (0,))), ("8:05", Timetable(8, 5, (0,))), (" 23:59 ", Timetable(23, 59, (0,)))],
)
def test_a_time_of_day_is_hours_and_minutes(time, expected):
    assert expected == read_timetable(time, "mon")


@pytest.mark.parametrize("time", ["25:00", "24:00", "8", "8:5", "08:60", "8 am", "08:00:00", "", "٠٨:٠٠"])
def test_what_is_no_time_of_day_is_refused_with_an_example(time):
    with pytest.raises(WrongUsage, match=r"is no time of day\. Write hours and minutes, .* like 08:00\."):
        read_timetable(time, "mon")


@pytest.mark.parametrize("days", ["", "mo", "mon-", "mon,,tue", "mon-fri-sun", "weekly", "1-5", "mon tue"])
def test_what_are_no_days_is_refused_with_examples(days):
    with pytest.raises(WrongUsage, match=r"names no days of the week\. Write them like mon-fri, "):
        read_timetable("08:00", days)


@pytest.mark.parametrize(
    ("last", "day", "expected"),
    [
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 20), date(2026, 11, 23), 1),  # Friday to Monday
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2026, 11, 23), date(2026, 11, 26), 3),
        (date(2026, 11, 3), date(2026, 11, 24), 15),
        (date(2026, 11, 21), date(2026, 12, 6), 10),
    ],
)
def test_weekends_are_not_counted_among_the_days_without_a_run(last, day, expected):
    assert expected == weekdays_since(last, day)
