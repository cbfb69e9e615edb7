"""An mbox takes letters after what it holds, while nobody else writes, and whole or not at all."""

import mailbox
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import ChannelDown
from bilateral_tracker.domain.channel_settings import MboxSettings
from tests.dispatch.letters import REMINDER, to

FINDS_NO_ROOM = """
import resource, sys
from tests.dispatch.test_mbox import REMINDER, ChannelDown, mbox
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), most))
try:
    mbox(sys.argv[1]).send(REMINDER)
except ChannelDown as problem:
    print(problem)
finally:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
"""


def mbox(path: Path, timeout_seconds: float = 5):
    return channel(MboxSettings("box", str(path), "desk@example.org", timeout_seconds=timeout_seconds))


def recipients(path: Path) -> list[str]:
    box = mailbox.mbox(path, create=False)
    try:
        return [letter["To"] for letter in box]
    finally:
        box.close()


def test_letters_lie_one_after_the_other(tmp_path):
    way = mbox(tmp_path / "box")
    way.send(replace(to("first@example.org", 1), to_name="", text="\nFrom here on\n\nFrom there\n"))
    way.send(replace(to("second@example.org", 2), to_name=""))
    assert ["first@example.org", "second@example.org"] == recipients(tmp_path / "box")
    assert (tmp_path / "box").read_bytes().startswith(b"From desk@example.org Tue Nov 24 03:00:00 2026\nFrom: desk@")
    assert 0o600 == (tmp_path / "box").stat().st_mode & 0o777
    assert [tmp_path / "box"] == list(tmp_path.iterdir())


def test_what_another_left_unfinished_is_kept_apart(tmp_path):
    (tmp_path / "box").write_bytes(b"From a@b Tue Nov 24 03:00:00 2026\nTo: first@example.org\n\ncut of")
    mbox(tmp_path / "box").send(replace(REMINDER, to_name=""))
    assert ["first@example.org", "li.wei@example.org"] == recipients(tmp_path / "box")


@contextmanager
def locked_by_another(path: Path):
    """Another program holds the file, by fcntl, as long as this lasts."""
    holds = f"import fcntl; f = open({str(path)!r}, 'ab'); fcntl.lockf(f, fcntl.LOCK_EX); print(flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", holds], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        yield
        other.communicate(b"\n")


def test_a_mailbox_that_another_holds_is_waited_for_only_so_long(tmp_path):
    with locked_by_another(tmp_path / "box"), pytest.raises(ChannelDown, match="held by another program"):
        mbox(tmp_path / "box", 0.1).send(REMINDER)
    mbox(tmp_path / "box").send(REMINDER)
    assert 1 == len(recipients(tmp_path / "box"))


def test_a_lock_file_that_was_left_behind_is_named(tmp_path):
    (tmp_path / "box.lock").touch()
    with pytest.raises(ChannelDown, match=r"If none is running, remove '.*box\.lock'"):
        mbox(tmp_path / "box", 0.1).send(REMINDER)


def test_of_a_letter_that_found_no_room_nothing_is_left(tmp_path):
    mbox(tmp_path / "box").send(REMINDER)
    before = (tmp_path / "box").read_bytes()
    run = subprocess.run(
        [sys.executable, "-c", FINDS_NO_ROOM, tmp_path / "box", str(len(before) + 100)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "cannot be written to: File too large" in run.stdout, run.stderr
    assert before == (tmp_path / "box").read_bytes()


@pytest.mark.parametrize("place", ["no/such/folder/box", "."])
def test_a_place_that_cannot_be_one_is_named(place, tmp_path):
    with pytest.raises(ChannelDown, match="cannot be written to"):
        mbox(tmp_path / place).send(REMINDER)
