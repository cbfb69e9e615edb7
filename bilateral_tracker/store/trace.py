"""When reminders last ran: a moment in a small file beside the register.

It is no part of the register: a run that owes nothing writes nothing there, and a copy of a register has not run.
"""

import os
from datetime import datetime

from bilateral_tracker.errors import TrackerError
from bilateral_tracker.store.replacement import replace_text

_MOST_BYTES = 64


def leave_trace(register: str, moment: str) -> None:
    """Notes that reminders ran at `moment`, in ISO 8601 with an offset. TrackerError if it cannot be noted."""
    try:
        replace_text(_place(register), f"{moment}\n")
    except OSError as problem:
        raise TrackerError(
            f"Reminders ran, but when they did could not be noted beside the register: {problem.strerror}. "
            f"See who may write with: ls -ld {os.path.dirname(_place(register))}"  # noqa: PTH120  # pathlib takes 4 ms to load
        ) from problem


def last_run(register: str) -> datetime | None:
    """When reminders last ran; None if they never did. TrackerError if the trace cannot be read."""
    place = _place(register)
    try:
        with open(place, encoding="ascii") as file:  # noqa: PTH123  # likewise
            return datetime.fromisoformat(file.read(_MOST_BYTES).strip())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as problem:
        raise TrackerError(
            f"{place} does not tell when reminders last ran. Delete it; the next run writes it anew."
        ) from problem


def _place(register: str) -> str:
    """Beside the file itself, by whatever link it was named."""
    return f"{os.path.realpath(register)}.reminded"  # likewise
