"""A crontab with one marked block for each register, and every other byte of it left as it is.

A crontab has lines that end in a newline, and no way to unset a variable: what is set holds for all lines below.
"""

import re
import shlex

from bilateral_tracker.domain.job import Job
from bilateral_tracker.errors import Conflict, WrongUsage, quoted
from bilateral_tracker.reports.visible import visible

MOST_BYTES = 999
"""The longest command that Debian's cron reads; it runs the beginning of a longer one (MAX_COMMAND in its cron.h)."""


def block(job: Job) -> str:
    """The lines for a crontab that run the job. WrongUsage if cron cannot be told to."""
    begin, end = _markers(job.register)
    return "\n".join(
        (
            begin,
            "# Written by: bilateral cron install. Take it out with: bilateral cron remove",
            f"# {job.when}",
            "# What it says is mailed as UTF-8, and so is what lines below this one say:",
            'CONTENT_TYPE="text/plain; charset=UTF-8"',
            f"{job.timetable.cron_fields} {_command(job)}",
            end,
            "",
        )
    )


def with_block(crontab: str, job: Job) -> str:
    """The crontab with the job's block: where there was one for the register, else at the end, above nothing."""
    before, _, after = _parts(crontab, job.register)
    if before and not before.endswith("\n"):
        before += "\n"
    return before + block(job) + after


def without_block(crontab: str, register: str) -> str:
    """The crontab without the register's block."""
    before, _, after = _parts(crontab, register)
    return before + after


def block_of(crontab: str, register: str) -> str:
    """The register's block as it stands in the crontab; empty if there is none."""
    return _parts(crontab, register)[1]


def mailed_to(crontab: str, register: str) -> str | None:
    """Who is mailed what the register's block says: as MAILTO tells above it, None if it tells nothing.

    An empty text means that nobody is.
    """
    before, _, _ = _parts(crontab, register)
    told = re.findall(r"""^\s*MAILTO\s*=\s*(["']?)(.*?)\1\s*$""", before, re.MULTILINE)
    return told[-1][1] if told else None


def _parts(crontab: str, register: str) -> tuple[str, str, str]:
    """What stands above the register's block, the block, and what stands below. Conflict if it is not whole."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", crontab)
    begin, end = (f"{marker}\n" for marker in _markers(register))
    if begin not in lines and end not in lines:
        return crontab, "", ""
    if [line for line in lines if line in {begin, end}] != [begin, end]:
        raise Conflict(
            f"The block for {register} in your crontab is not whole, or there are two. "
            "Nothing was changed. Delete its lines with: crontab -e"
        )
    first, last = lines.index(begin), lines.index(end) + 1
    return "".join(lines[:first]), "".join(lines[first:last]), "".join(lines[last:])


def _markers(register: str) -> tuple[str, str]:
    return f"# >>> bilateral reminders: {register}", f"# <<< bilateral reminders: {register}"


def _command(job: Job) -> str:
    for word in job.words:
        _refuse(word)
    command = shlex.join(job.words).replace("%", r"\%")
    if len(command.encode(errors="surrogateescape")) > MOST_BYTES:
        raise WrongUsage(
            f"The command for cron would be longer than the {MOST_BYTES} bytes it reads. "
            "Move the register to a shorter path, or let systemd run it: bilateral cron install --systemd"
        )
    return command


def _refuse(word: str) -> None:
    r"""WrongUsage for what no crontab carries safely: line breaks, and backslashes, since crons differ on `\\%`."""
    if visible(word) != word or "\\" in word:
        raise WrongUsage(
            f"{quoted(word)} cannot stand in a crontab: it holds a control character or a backslash. "
            "Rename it, and try again."
        )
