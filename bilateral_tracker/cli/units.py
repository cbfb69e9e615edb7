"""The units of systemd that run reminders: their files in the user's folder, and what systemctl(1) is told."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bilateral_tracker.cli.context import Session, rehearse, say, show_lines
from bilateral_tracker.errors import TrackerError
from bilateral_tracker.folders import configuration_folder
from bilateral_tracker.reports.units import Units, unit_name, units
from bilateral_tracker.store.replacement import replace_text

if TYPE_CHECKING:
    from bilateral_tracker.domain.job import Job


def install_units(session: Session, job: Job) -> None:
    """Writes the job's units and starts the timer; says what to type where systemd does not answer."""
    made = units(job)
    service, timer = _files(made.name)
    if session.dry_run:
        rehearse(f"# {service}\n{made.service}# {timer}\n{made.timer}")
        return
    _write(made)
    name = timer.name
    started = _systemctl("daemon-reload") and _systemctl("enable", name) and _systemctl("restart", name)
    by_hand = (
        f"The units lie in {service.parent}, but your systemd does not answer here. In a session of your own, type: "
        f"systemctl --user daemon-reload && systemctl --user enable --now {name}"
    )
    say(session, f"systemd has a timer for reminders of {job.register} now. {job.when}" if started else by_hand)
    say(session, f"What it says lands in the journal, and is not mailed: journalctl --user -u {service.name}")
    say(session, "To have it run while you are logged out too, type once: loginctl enable-linger")


def remove_units(session: Session, register: str) -> None:
    """Stops the register's timer and deletes its units."""
    files = installed_units(register)
    if not files:
        say(session, f"systemd has no timer for reminders of {register}. Nothing was changed.")
    elif session.dry_run:
        rehearse("".join(f"{file}\n" for file in files))
    else:
        _systemctl("disable", "--now", _files(unit_name(register))[1].name)
        for file in files:
            with _in_words(file.parent):
                file.unlink(missing_ok=True)
        _systemctl("daemon-reload")
        say(session, f"systemd has no timer for reminders of {register} any more.")


def show_units(register: str) -> bool:
    """Prints the register's units; whether there are any is the answer."""
    files = installed_units(register)
    for file in files:
        with _in_words(file):
            text = file.read_text(encoding="utf-8", errors="surrogateescape")
        show_lines(f"# {file}\n{text}")
    return bool(files)


def installed_units(register: str) -> list[Path]:
    """The files that are there for the register at that absolute path."""
    return [file for file in _files(unit_name(register)) if file.is_file()]


def _files(name: str) -> tuple[Path, Path]:
    """The service and the timer of that name in the user's own folder.

    systemd.unit(5), which follows the XDG Base Directory Specification.
    """
    folder = Path(configuration_folder(), "systemd", "user")
    return folder / f"{name}.service", folder / f"{name}.timer"


def _write(made: Units) -> None:
    service, timer = _files(made.name)
    with _in_words(service.parent):
        service.parent.mkdir(parents=True, exist_ok=True)
        replace_text(str(service), made.service)
        replace_text(str(timer), made.timer)


@contextmanager
def _in_words(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise TrackerError(f"{place} cannot be used: {problem.strerror}. See who may with: ls -ld {place}") from problem


def _systemctl(*words: str) -> bool:
    """Whether the user's systemd did as it was told; it may not be there, or not be running for the user."""
    try:
        return not subprocess.run(["systemctl", "--user", *words], capture_output=True, check=False).returncode
    except OSError:
        return False
