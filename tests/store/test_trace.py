"""The trace of the last run: one moment in a small file, written in one step and no part of the register."""

import os
import stat
from datetime import datetime

import pytest

from bilateral_tracker.errors import TrackerError
from bilateral_tracker.store.trace import last_run, leave_trace

MORNING = "2026-11-24T08:00:03+05:00"


@pytest.fixture
def register(tmp_path):
    return str(tmp_path / "register.db")


def test_a_register_of_which_nobody_was_reminded_has_no_trace(register):
    assert last_run(register) is None


def test_the_latest_run_is_remembered_and_nothing_else_is_left(register, tmp_path):
    leave_trace(register, "2026-11-23T08:00:00+05:00")
    leave_trace(register, MORNING)
    assert datetime.fromisoformat(MORNING) == last_run(register)
    [trace] = tmp_path.iterdir()
    assert ("register.db.reminded", f"{MORNING}\n", 0o600) == (
        trace.name,
        trace.read_text(encoding="ascii"),
        stat.S_IMODE(trace.stat().st_mode),
    )


def test_a_link_to_a_register_has_the_trace_of_the_register(register, tmp_path):
    link = tmp_path / "elsewhere"
    link.symlink_to(register)
    leave_trace(str(link), MORNING)
    assert datetime.fromisoformat(MORNING) == last_run(register)


def test_a_trace_that_cannot_be_left_is_told(tmp_path):
    with pytest.raises(TrackerError, match="Reminders ran, but when they did could not be noted"):
        leave_trace(str(tmp_path / "gone" / "register.db"), MORNING)


def test_what_fails_on_the_way_leaves_the_old_trace_and_nothing_beside_it(register, tmp_path, monkeypatch):
    leave_trace(register, MORNING)

    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(TrackerError, match="Operation not permitted"):
        leave_trace(register, "2026-11-25T08:00:00+05:00")
    assert datetime.fromisoformat(MORNING) == last_run(register)
    assert 1 == len(list(tmp_path.iterdir()))


@pytest.mark.parametrize("content", [b"", b"yesterday\n", b"\xff\xfe", MORNING.encode() * 1000])
def test_a_trace_that_tells_no_moment_is_pointed_out(register, tmp_path, content):
    (tmp_path / "register.db.reminded").write_bytes(content)
    with pytest.raises(TrackerError, match=r"does not tell when reminders last ran\. Delete it"):
        last_run(register)
