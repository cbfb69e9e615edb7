"""Reminding: each thing once at each stage, and otherwise silence."""

from datetime import date, timedelta
from pathlib import Path

import pytest

ONE_OFF = "add deliverable {} --parties PK,CN --agreed-on 2026-01-07 --due 2026-06-30"


@pytest.fixture
def desk(empty_desk):
    """A desk that waits for one thing, due on 30 June 2026."""
    empty_desk.on("2026-01-08")("init")
    empty_desk.on("2026-01-08")(ONE_OFF, "Draft agreement")
    return empty_desk


def days_with_news(desk, first, last):
    """The days from the first to the last on which a daily run says something, from the due date."""
    days = [
        date.fromisoformat(first) + timedelta(n)
        for n in range((date.fromisoformat(last) - date.fromisoformat(first)).days + 1)
    ]
    return [(day - date(2026, 6, 30)).days for day in days if desk.on(day.isoformat())("remind")]


def test_a_daily_run_speaks_30_14_7_and_1_days_before_on_the_day_and_then_every_week(desk):
    assert [-30, -14, -7, -1, 0, 7, 14, 21] == days_with_news(desk, "2026-05-20", "2026-07-23")


def test_a_second_run_is_silent(desk):
    morning = desk.on("2026-06-30")
    assert "PK-CN-1#1 Draft agreement\n  Due today, 30 June 2026.\n" in morning("remind")
    before = morning.content()
    assert ["", ""] == [morning("remind"), morning("remind")]
    assert before == morning.content()


def test_after_days_without_a_run_only_the_latest_stage_is_said(desk):
    assert [-3, -1, 0] == days_with_news(desk, "2026-06-27", "2026-07-03")
    late = desk.on("2026-08-04")
    assert "  Overdue by 35 days (due 30 June 2026).\n" in late("remind")
    assert "" == late("remind")


def test_a_reminder_says_what_who_and_what_to_type(desk):
    expected = (
        "7 July 2026: 1 overdue.\n\nOverdue\n-------\n\nPK-CN-1#1 Draft agreement\n"
        "  Overdue by 7 days (due 30 June 2026).\n  Owed jointly.\n"
        "  Record it: bilateral delivered PK-CN-1#1 --on DATE\n\n-- \n"
    )
    assert expected == desk.on("2026-07-07")("remind").split("Register:")[0]


def test_a_reminder_says_where_it_was_promised(bilateral):
    said = " ".join(bilateral("remind").split())
    assert "Promised in: Press report on the meeting of the interior ministers of Pakistan and China, Beijing" in said
    assert "paragraph 3 Officials are cited for a consensus: the Joint Working Group sits once" in said


def test_each_word_of_advice_can_be_typed(bilateral):
    bilateral("follow-up add PK-CN-1 Agenda --due 2026-12-01")
    words = bilateral("remind").splitlines()
    advice = [line.split(": bilateral ")[1] for line in words if ": bilateral " in line]
    assert {"held PK-CN-1 --on DATE", "follow-up done PK-CN-1.1", "reviewed PK-CN-3", "propose PK-CN-2#1"} <= {*advice}
    for line in sorted(set(advice), reverse=True):
        bilateral(line.replace("DATE", "2026-11-20"))


def test_a_rehearsal_says_it_and_does_not_count_as_said(desk):
    morning = desk.on("2026-06-30")
    before = morning.content()
    said = morning("remind --dry-run")
    assert said
    assert before == morning.content()
    assert said == morning("remind")
    assert "" == morning("remind --dry-run")


def test_what_was_settled_is_not_reminded_of(desk):
    desk.on("2026-06-29")("remind")
    desk.on("2026-06-29")("delivered PK-CN-1 --on 2026-06-29")
    assert [] == days_with_news(desk, "2026-06-30", "2026-07-20")


def test_a_new_date_is_reminded_of_anew(desk):
    desk.on("2026-06-30")("remind")
    desk.on("2026-06-30")("postpone PK-CN-1 --to 2026-07-20")
    assert [1, 6, 13, 19, 20, 27] == days_with_news(desk, "2026-07-01", "2026-07-28")


def test_days_of_grace_are_not_nagged_about(empty_desk):
    empty_desk.on("2026-01-08")("init")
    empty_desk.on("2026-01-08")(f"{ONE_OFF} --grace 10", "Draft agreement")
    assert [-1, 0, 11, 17] == days_with_news(empty_desk, "2026-06-29", "2026-07-20")


def test_a_review_is_said_once_and_again_after_the_next_rhythm(empty_desk):
    empty_desk.on("2026-01-08")("init")
    empty_desk.on("2026-01-08")("add standing Exchange --parties PK,CN --agreed-on 2026-01-07")
    assert [7] == days_with_news(empty_desk, "2026-07-01", "2026-07-31")
    empty_desk.on("2026-08-01")("reviewed PK-CN-1")
    assert [216] == days_with_news(empty_desk, "2027-01-20", "2027-02-20")


def test_another_day_can_be_asked_about(desk):
    assert "Due 30 June 2026, in 7 days." in desk.on("2026-06-23")("remind --dry-run")
    assert desk.on("2026-06-23")("remind --dry-run") == desk.on("2026-06-01")("remind --dry-run --as-of 2026-06-23")


def test_a_reminder_nobody_could_hear_is_said_again(process, bilateral):
    with Path("/dev/full").open("wb") as full:
        run = process("remind", stdout=full)
    assert 1 == run.returncode
    assert "PK-CN-1#3" in bilateral("remind")


def test_silence_is_complete(process):
    assert b"PK-CN-1#3" in process("remind", capture_output=True).stdout
    run = process("remind", capture_output=True)
    assert (0, b"", b"") == (run.returncode, run.stdout, run.stderr)


@pytest.fixture
def sitting(empty_desk):
    """A desk that waits for one sitting, due by 30 June 2026."""
    empty_desk.on("2026-01-08")("init")
    empty_desk.on("2026-01-08")("add meeting Talks --parties PK,CN --agreed-on 2026-01-07 --due 2026-06-30")
    return empty_desk


def test_an_arranged_date_is_what_a_daily_run_counts_to_and_asks_about_once(sitting):
    sitting.on("2026-03-01")("arrange PK-CN-1 --for 2026-05-20")
    assert [-71, -55, -48, -42, -41, -40, -30, -14] == days_with_news(sitting, "2026-04-01", "2026-06-16")


def test_another_arranged_date_is_reminded_of_anew(sitting):
    sitting.on("2026-03-01")("arrange PK-CN-1 --for 2026-04-10")
    assert [-88, -82, -81] == days_with_news(sitting, "2026-04-03", "2026-04-10")
    sitting.on("2026-04-10")("arrange PK-CN-1 --for 2026-04-24")
    assert [-80, -74, -68, -67, -66] == days_with_news(sitting, "2026-04-11", "2026-04-30")


def test_the_question_is_answered_by_a_record(sitting):
    sitting.on("2026-03-01")("arrange PK-CN-1 --for 2026-05-20")
    expected = (
        "PK-CN-1#1 Talks\n"
        "  Due 30 June 2026, in 40 days. It was arranged for 20 May 2026: was it held?\n"
        "  Owed jointly.\n  Record it: bilateral held PK-CN-1 --on DATE\n"
    )
    assert expected in sitting.on("2026-05-21")("remind")
    sitting.on("2026-05-22")("held PK-CN-1 --on 2026-05-20")
    assert [] == days_with_news(sitting, "2026-05-22", "2026-07-20")


def test_a_proposed_date_is_told_by_whose_answer_is_waited_for(sitting):
    sitting.on("2026-03-01")("arrange PK-CN-1 --for 2026-06-20 --proposed-by CN")
    ours = "Due 30 June 2026, in 30 days. China has proposed 20 June 2026: our answer is waited for."
    morning = sitting.on("2026-05-31")
    assert ours in " ".join(morning("remind --dry-run").split())
    theirs = "We have proposed 20 June 2026: the answer of Pakistan is waited for."
    assert theirs in " ".join(morning("remind --dry-run", BILATERAL_WE="CN").split())
    assert "known are CN, PK" in morning.refuses("remind", exits=3, BILATERAL_WE="TJ")
