"""Whether reminders run: the trace that each run leaves, and what `check` says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bilateral_tracker.errors import TrackerError

if TYPE_CHECKING:
    from bilateral_tracker.cli.context import Session

MOST_DAYS = 2
"""Days, weekends apart, after which somebody should look why reminders no longer run."""


def leave_trace(session: Session) -> None:
    """Notes that reminders ran, unless it was a rehearsal. If that cannot be noted they were said all the same."""
    from bilateral_tracker.store import trace

    if session.dry_run:
        return
    try:
        trace.leave_trace(session.reading.database.path, session.moment)
    except TrackerError as problem:
        _warn(str(problem))


def tell_last_run(session: Session) -> None:
    """Says when reminders last ran, and warns if that is long ago, or if they never did though they are to."""
    from bilateral_tracker.domain.day import say_day
    from bilateral_tracker.domain.timetable import weekdays_since
    from bilateral_tracker.store.trace import last_run

    register = session.reading.database.path
    try:
        moment = last_run(register)
    except TrackerError as problem:
        _warn(str(problem))
        return
    if moment:
        click.echo(f"Reminders last ran on {say_day(moment.date())} at {moment:%H:%M}.")
        if weekdays_since(moment.date(), session.today) > MOST_DAYS:
            _warn("That is more than two days ago, weekends apart. See what runs them with: bilateral cron show")
    elif _are_installed(register):
        _warn("Reminders are to run by themselves, and have not run yet. See when with: bilateral cron show")


def _are_installed(register: str) -> bool:
    """Whether cron or systemd is told to run them. It takes a process to ask cron, so that is asked last."""
    from bilateral_tracker.cli.crontab import has_block
    from bilateral_tracker.cli.units import installed_units
    from bilateral_tracker.settings import absolute_place

    place = absolute_place(register)
    return bool(installed_units(place)) or has_block(place)


def _warn(sentence: str) -> None:
    from bilateral_tracker.reports.visible import visible

    click.echo(visible(sentence), err=True)
