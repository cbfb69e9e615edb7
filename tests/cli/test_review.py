"""Going through drafts one by one on a terminal."""

import os
import pty
import re
import subprocess
import sys

import pytest

from tests.cli.test_read import TALKS


@pytest.fixture
def desk(empty_desk, tmp_path):
    """A desk with four drafts."""
    day = empty_desk.on("2026-03-04")
    day("init")
    day("parties add TJ --name Tajikistan --capital Dushanbe --zone Asia/Dushanbe")
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    day("read {}", str(tmp_path / "talks.txt"))
    return day


def answered(desk, *answers, **environment):
    """What `accept` says on a terminal where these answers are typed."""
    ours, theirs = pty.openpty()
    told = {"BILATERAL_REGISTER": str(desk.register), "BILATERAL_TODAY": desk.today, "BILATERAL_AUTHOR": "desk"}
    run = subprocess.Popen(
        [sys.executable, "-m", "bilateral_tracker", "accept"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, **told, "XDG_CONFIG_HOME": str(desk.register.parent), "TERM": "dumb", **environment},
    )
    os.close(theirs)
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    said = b""
    while True:
        try:
            said += (piece := os.read(ours, 65536))
        except OSError:  # the other end is closed
            break
        if not piece:
            break
    run.wait(30)
    os.close(ours)
    assert 0 == run.returncode, said
    return re.sub(r"\s+", " ", said.decode())


def test_each_is_accepted_skipped_or_rejected_and_one_may_stop(desk):
    said = answered(desk, "s", "a", "r", "a wish", "q")
    assert "2 The parties meet." in said
    assert "Draft 2: PK-TJ-1 (The parties meet) recorded" in said
    assert "Draft 3 rejected: a wish." in said
    assert "'biannually' can mean" in said
    assert ["waiting", "accepted", "rejected", "waiting"] == [row["state"] for row in desk.rows("drafts --all")]


def test_what_cannot_be_recorded_is_told_and_asked_again(desk):
    said = answered(desk, "s", "s", "s", "a", "s")
    assert "Draft 4 has a question" in said
    assert "That was the last one." in said
    assert [] == desk.rows("list")


def test_a_draft_is_corrected_in_the_editor_and_accepted_by_saving(desk, tmp_path):
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsed -i \'s/"The parties meet"/"Ministers meet"/\' "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    said = answered(desk, "s", "e", "q", VISUAL=str(editor), EDITOR=str(editor))
    assert "Draft 2: PK-TJ-1 (Ministers meet) recorded" in said
    assert ["Ministers meet"] == [row["title"] for row in desk.rows("list")]
