"""A maildir holds a letter once, whole, and for its owner alone."""

import errno
from dataclasses import replace
from email.header import decode_header
from mailbox import Maildir
from pathlib import Path

import pytest

from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import ChannelDown, Undelivered
from bilateral_tracker.domain.channel_settings import MaildirSettings
from tests.dispatch.letters import REMINDER, to


def maildir(path: Path):
    return channel(MaildirSettings("box", str(path), "desk@example.org"))


def names(path: Path) -> list[str]:
    return sorted(str(file.relative_to(path)) for file in path.rglob("*") if file.is_file())


def test_a_letter_is_one_file_that_mail_programs_read(tmp_path):
    maildir(tmp_path / "box").send(replace(REMINDER, subject="逾期"))
    [file] = (tmp_path / "box" / "new").iterdir()
    [read] = Maildir(tmp_path / "box")
    assert [("逾期".encode(), "utf-8")] == decode_header(read["Subject"])
    assert b"\r" not in file.read_bytes()
    assert (0o600, 0o700) == (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777)


def test_a_retry_finds_the_letter_there(tmp_path):
    maildir(tmp_path).send(REMINDER)
    maildir(tmp_path).send(replace(REMINDER, sent_at="2026-11-24T09:00:00+05:00"))
    maildir(tmp_path).send(to("other@example.org", 2))
    assert 2 == len(names(tmp_path))


def test_a_retry_finds_the_letter_where_a_mail_program_put_it(tmp_path):
    maildir(tmp_path).send(REMINDER)
    [file] = (tmp_path / "new").iterdir()
    file.rename(tmp_path / "cur" / f"{file.name}:2,S")
    maildir(tmp_path).send(REMINDER)
    assert [f"cur/{file.name}:2,S"] == names(tmp_path)


def test_nothing_is_left_of_a_letter_that_found_no_room(tmp_path, monkeypatch):
    def fails(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(ChannelDown, match="cannot be written to: No space left on device"):
        maildir(tmp_path).send(REMINDER)
    assert [] == names(tmp_path)


@pytest.mark.parametrize("place", ["no/such/folder", "file"])
def test_a_place_that_cannot_be_one_is_named(place, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ChannelDown, match="cannot be written to"):
        maildir(tmp_path / place).send(REMINDER)


def test_an_address_that_cannot_be_read_stops_that_letter_alone(tmp_path):
    with pytest.raises(Undelivered) as refusal:
        maildir(tmp_path).send(to("nobody"))
    assert type(refusal.value) is Undelivered
    assert [] == names(tmp_path)
