"""A mail program is given the letter and the recipient, and its exit code is put into words."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import ChannelDown, Undelivered
from bilateral_tracker.domain.channel_settings import SendmailSettings
from tests.dispatch.letters import REMINDER, to


def program(folder: Path, body: str) -> str:
    """A mail program that does what `body` says, in Python."""
    path = folder / "sendmail"
    path.write_text(
        f"#!{sys.executable}\nimport pathlib, sys, time, os\nhere = pathlib.Path({str(folder)!r})\n{body}\n"
    )
    path.chmod(0o755)
    return str(path)


def test_the_program_gets_the_letter_and_no_address_can_be_an_option(tmp_path):
    keeps = program(
        tmp_path,
        "(here / 'letter').write_bytes(sys.stdin.buffer.read()); (here / 'options').write_text(str(sys.argv[1:]))",
    )
    channel(SendmailSettings("local", "desk@example.org", "Desk", keeps)).send(to("-oQ/tmp@example.org"))
    letter = (tmp_path / "letter").read_bytes()
    assert "['-i', '-f', 'desk@example.org', '--', '-oQ/tmp@example.org']" == (tmp_path / "options").read_text()
    assert letter.startswith(b'From: "Desk" <desk@example.org>\nTo: "Li Wei" <-oQ/tmp@example.org>\n')
    assert b"\r" not in letter


@pytest.mark.parametrize(
    ("code", "kind", "said"),
    [
        (67, Undelivered, "does not know the recipient (EX_NOUSER)"),
        (75, Undelivered, "cannot take the letter now (EX_TEMPFAIL)"),
        (78, ChannelDown, "not set up rightly (EX_CONFIG)"),
        (1, ChannelDown, "exit code 1"),
    ],
)
def test_an_exit_code_is_put_into_words(code, kind, said, tmp_path):
    fails = SendmailSettings("local", "desk@example.org", program=program(tmp_path, f"sys.exit({code})"))
    with pytest.raises(Undelivered) as refusal:
        channel(fails).send(REMINDER)
    assert type(refusal.value) is kind
    assert said in str(refusal.value)


def test_a_program_that_never_ends_is_ended_with_all_that_it_started(tmp_path):
    forks = program(tmp_path, "os.fork(); time.sleep(60)")
    with pytest.raises(ChannelDown, match=r"took longer than 0\.5 seconds"):
        channel(SendmailSettings("local", "desk@example.org", program=forks, timeout_seconds=0.5)).send(REMINDER)


def test_a_program_that_does_not_read_is_judged_by_its_exit_code(tmp_path):
    deaf = program(tmp_path, "os.close(0); sys.exit(75)")
    with pytest.raises(Undelivered, match="EX_TEMPFAIL"):
        channel(SendmailSettings("local", "desk@example.org", program=deaf)).send(
            replace(REMINDER, text="x" * 1_000_000)
        )


@pytest.mark.parametrize("missing", ["/nowhere/sendmail", "a\0b"])
def test_a_missing_program_is_named(missing):
    with pytest.raises(ChannelDown, match="could not be started"):
        channel(SendmailSettings("local", "desk@example.org", program=missing)).send(REMINDER)
