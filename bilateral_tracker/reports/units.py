"""A timer of systemd and the service it starts, as texts: systemd.timer(5), systemd.service(5), systemd.syntax(7)."""

from hashlib import sha256
from typing import NamedTuple

from bilateral_tracker.domain.job import Job
from bilateral_tracker.errors import WrongUsage, quoted
from bilateral_tracker.reports.visible import visible


class Units(NamedTuple):
    """The two files of one register."""

    name: str
    """Without the ending."""
    service: str
    timer: str


def unit_name(register: str) -> str:
    """The name of a register's units: a path may be longer than a unit's name, and hold what no name may."""
    return f"bilateral-remind-{sha256(register.encode(errors='surrogateescape')).hexdigest()[:8]}"


def units(job: Job) -> Units:
    """The timer and the service that run the job. WrongUsage if no unit can name it."""
    for word in job.words:
        _refuse(word)
    name, register = unit_name(job.register), job.register.replace("%", "%%")
    service = _text(
        f"Description=Reminders of {register} by bilateral",
        "[Service]",
        "Type=oneshot",
        f"ExecStart={' '.join(map(_quoted, job.words))}",
    )
    timer = _text(
        f"Description=Timer for the reminders of {register} by bilateral",
        "[Timer]",
        f"# {job.when}",
        f"OnCalendar={job.timetable.on_calendar}",
        "# If the machine was off at that time, as soon as it is on again.",
        "Persistent=true",
        "[Install]",
        "WantedBy=timers.target",
    )
    return Units(name, service, timer)


def _text(description: str, *lines: str) -> str:
    origin = "# Written by: bilateral cron install --systemd. Take it out with: bilateral cron remove --systemd"
    parted = (f"\n{line}" if line.startswith("[") else line for line in lines)
    return "\n".join((origin, "[Unit]", description, *parted, ""))


def _quoted(word: str) -> str:
    """A word of ExecStart=: no specifier, no variable and no escape is found in it."""
    for special, escaped in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        word = word.replace(special, escaped)
    return word if word.isascii() and all(c.isalnum() or c in "/=._-" for c in word) else f'"{word}"'


def _refuse(word: str) -> None:
    if visible(word) != word:
        raise WrongUsage(f"{quoted(word)} cannot stand in a unit: it holds a control character. Rename it.")
