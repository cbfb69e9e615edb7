"""A program is run to its end or ended, with whatever it started."""

import os
import select
import sys

import pytest

from bilateral_tracker.dispatch.program import NotRun, run


def test_the_exit_code_and_what_was_printed_come_back():
    body = "import sys; print(sys.stdin.read().upper()); print('not this', file=sys.stderr); sys.exit(3)"
    assert (3, b"LETTER\n") == run([sys.executable, "-c", body], b"letter", 10)


def test_whoever_a_program_left_behind_is_ended_too(tmp_path):
    """The one left behind holds a pipe: it is closed when nobody writes to it any more."""
    os.mkfifo(tmp_path / "held")
    held = os.open(tmp_path / "held", os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(NotRun, match=r"took longer than 1 seconds"):
            run(["sh", "-c", f"(echo >&3; sleep 60) 3> '{tmp_path}/held' & echo done"], b"", 1)
        watch = select.poll()
        watch.register(held, select.POLLHUP)
        assert [(held, select.POLLHUP)] == [(end, event & select.POLLHUP) for end, event in watch.poll(10_000)]
        assert b"\n" == os.read(held, 10)
    finally:
        os.close(held)


def test_the_home_folder_may_be_written_as_a_tilde(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "program").write_text("#!/bin/sh\necho here\n")
    (tmp_path / "program").chmod(0o755)
    assert (0, b"here\n") == run(["~/program"], b"", 10)
