"""The user's crontab, read and replaced through crontab(1), the only program that may."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from bilateral_tracker.cli.context import Session, rehearse, say, show_lines
from bilateral_tracker.errors import NotFound, TrackerError
from bilateral_tracker.reports.crontab import block, block_of, mailed_to, with_block, without_block

if TYPE_CHECKING:
    from bilateral_tracker.domain.job import Job

_EMPTY = ("no crontab for", "no such file or directory")
"""What crontabs of Vixie's line, and of Busybox, say where there is none yet."""


def install_block(session: Session, job: Job) -> None:
    """Puts the job's block into the crontab and says so, with where cron will mail to."""
    before = _read_crontab()
    after = with_block(before, job)
    if session.dry_run:
        rehearse(block(job))
    elif after == before:
        say(session, f"Your crontab has this block already, and was left as it is. {job.when}")
    else:
        _replace_crontab(after)
        say(session, f"Your crontab has reminders of {job.register} now. {job.when} {_mail(after, job.register)}")


def remove_block(session: Session, register: str) -> None:
    """Takes the register's block out of the crontab."""
    before = _read_crontab()
    found = block_of(before, register)
    if not found:
        say(session, f"Your crontab has no reminders of {register}, and was left as it is.")
    elif session.dry_run:
        rehearse(found)
    else:
        _replace_crontab(without_block(before, register))
        say(session, f"Your crontab has no reminders of {register} any more; the rest of it is as it was.")


def show_block(register: str) -> bool:
    """Prints the register's block; whether there is one is the answer. A machine without cron has none."""
    try:
        found = block_of(_read_crontab(), register)
    except NotFound:
        return False
    if found:
        show_lines(found)
    return bool(found)


def has_block(register: str) -> bool:
    """Whether the crontab has the register's block; not if crontab is not there, refuses, or holds half a block."""
    try:
        return bool(block_of(_read_crontab(), register))
    except TrackerError:
        return False


def _read_crontab() -> str:
    """The user's crontab, empty if there is none. Bytes that are no UTF-8 come through unchanged."""
    run = _crontab("-l")
    said = _text(run.stderr).lower()
    if run.returncode and any(words in said for words in _EMPTY):
        return ""
    return _text(_done(run, "read"))


def _replace_crontab(text: str) -> None:
    """Puts `text` in the place of the user's crontab, all of it or, with a TrackerError, nothing."""
    if text:
        _done(_crontab("-", text.encode(errors="surrogateescape")), "replaced")
    else:
        _done(_crontab("-r"), "removed")


def _crontab(argument: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"LC_ALL": "C"}
    try:
        return subprocess.run(["crontab", argument], input=given, capture_output=True, check=False, env=environment)
    except OSError as problem:
        raise NotFound(
            f"The program crontab cannot be run here: {problem.strerror}. Install cron, for example with: "
            "apt install cron, or let systemd run reminders: bilateral cron install --systemd"
        ) from problem


def _done(run: subprocess.CompletedProcess[bytes], what: str) -> bytes:
    """What crontab printed. TrackerError with its own words if it refused."""
    if run.returncode:
        said = " ".join(_text(run.stderr).split()) or f"nothing, and ends with {run.returncode}"
        raise TrackerError(
            f"Your crontab could not be {what}, and was left as it was. crontab says: {said}\n"
            "Where you may have none, ask for your name in /etc/cron.allow, or let systemd run reminders: "
            "bilateral cron install --systemd"
        )
    return run.stdout


def _text(read: bytes) -> str:
    return read.decode(errors="surrogateescape")


def _mail(crontab: str, register: str) -> str:
    """Where cron's mail goes."""
    to = mailed_to(crontab, register)
    if to == "":
        return 'But MAILTO="" stands above it, so that cron mails nothing. Change that with: crontab -e'
    if to:
        return f"What it says is mailed to {to}."
    return "What it says lands in your mailbox on this machine; for another, write MAILTO=you@example.org above it."
