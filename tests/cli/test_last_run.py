"""Whether reminders run: each run leaves its time, and the check of a register says how long ago that was."""

from pathlib import Path

import pytest


def lines_after_the_findings(said):
    return said.partition("quotes in their texts\n")[2]


@pytest.fixture
def trace(bilateral):
    """The file that each run leaves beside the register."""
    return bilateral.register.with_name("register.db.reminded")


def test_a_run_leaves_its_time_be_there_news_or_not(bilateral, trace):
    for day in ("2026-11-24", "2026-11-25"):
        bilateral.on(day)("remind")
        assert trace.read_text().startswith(f"{day}T")
        assert trace.read_text().endswith("+05:00\n")


def test_a_run_with_nothing_to_say_writes_into_no_register(bilateral, trace):
    bilateral("remind")
    trace.unlink()
    before = bilateral.register.read_bytes()
    assert ("", "") == (bilateral("remind"), bilateral.said)
    assert before == bilateral.register.read_bytes()
    assert trace.is_file()


def test_a_rehearsal_is_no_run(bilateral, trace):
    bilateral("remind --dry-run")
    assert not trace.exists()


def test_a_run_that_failed_leaves_no_trace(process, trace):
    with Path("/dev/full").open("wb") as full:
        assert 1 == process("remind", stdout=full).returncode
    assert not trace.exists()


@pytest.mark.parametrize(
    ("day", "is_long_ago"),
    [("2026-11-25", False), ("2026-11-26", False), ("2026-11-27", True), ("2027-03-01", True)],
)
def test_the_check_says_when_reminders_last_ran_and_warns_after_two_days(bilateral, trace, day, is_long_ago):
    trace.write_text("2026-11-24T08:00:03+05:00\n")
    later = bilateral.on(day)
    assert "Reminders last ran on 24 November 2026 at 08:00.\n" == lines_after_the_findings(later("check"))
    warning = "That is more than two days ago, weekends apart. See what runs them with: bilateral cron show\n"
    assert (warning if is_long_ago else "") == later.said


@pytest.mark.parametrize(("day", "is_long_ago"), [("2026-11-24", False), ("2026-11-25", True)])
def test_a_weekend_without_reminders_alarms_nobody(bilateral, trace, day, is_long_ago):
    trace.write_text("2026-11-20T08:00:03+05:00\n")  # a Friday
    later = bilateral.on(day)
    later("check")
    assert is_long_ago == bool(later.said)


@pytest.mark.parametrize("line", ["cron install", "cron install --systemd"])
def test_the_check_says_that_reminders_never_ran_only_where_they_are_to(bilateral, line):
    assert ("", "") == (lines_after_the_findings(bilateral("check")), bilateral.said)
    bilateral(line)
    assert "" == lines_after_the_findings(bilateral("check"))
    assert bilateral.said.startswith("Reminders are to run by themselves, and have not run yet.")


def test_the_check_needs_no_cron(bilateral, monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    assert ("", "") == (lines_after_the_findings(bilateral("check")), bilateral.said)


def test_a_trace_that_tells_nothing_is_pointed_out(bilateral, trace):
    trace.write_text("yesterday")
    assert "" == lines_after_the_findings(bilateral("check"))
    assert f"{trace} does not tell when reminders last ran. Delete it; the next run writes it anew.\n" == bilateral.said


def test_reminders_are_said_also_where_no_trace_can_be_left(bilateral, trace):
    trace.mkdir()
    assert "PK-CN-1#3" in bilateral("remind")
    assert bilateral.said.startswith("Reminders ran, but when they did could not be noted beside the register: ")
    assert 1 == bilateral.said.count("\n")
