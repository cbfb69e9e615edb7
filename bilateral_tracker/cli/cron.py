"""Commands that have reminders run by themselves, by cron or by systemd."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bilateral_tracker import settings
from bilateral_tracker.cli.context import Session, pass_session
from bilateral_tracker.cli.options import dry_run_option, example, register_option
from bilateral_tracker.configuration.configuration import read_configuration
from bilateral_tracker.configuration.place import CONFIG, place_named, usual_place
from bilateral_tracker.reports.visible import visible

if TYPE_CHECKING:
    from bilateral_tracker.domain.job import Job
    from bilateral_tracker.domain.timetable import Timetable

systemd_option = click.option("--systemd", "by_systemd", is_flag=True, help="Let systemd run them, not cron.")


@click.group("cron", epilog=example("bilateral cron install --at 07:30 --days sun-thu"))
def cron_command() -> None:
    """Have reminders run by themselves: a marked block in your crontab, or a timer of systemd."""


@cron_command.command(
    "install", short_help="Have reminders run.", epilog=example("bilateral cron install --at 07:30 --days sun-thu")
)
@click.option("--at", default="08:00", show_default=True, metavar="HH:MM", help="When, by the clock of this machine.")
@click.option("--days", default="mon-fri", show_default=True, help="Which days: sun-thu, or mon,wed,fri, or daily.")
@systemd_option
@dry_run_option
@register_option
@pass_session
def install_command(session: Session, at: str, days: str, by_systemd: bool) -> None:
    """Have reminders run by themselves: write one marked block into your crontab, and leave the rest as it is.

    BILATERAL_WE, _AUTHOR, _CONFIG and _CALENDARS are carried over where they are set now. Typed again with
    another time or on other days, the block is replaced. Each register has its own.
    """
    from bilateral_tracker.cli.crontab import has_block, install_block
    from bilateral_tracker.cli.units import install_units, installed_units
    from bilateral_tracker.domain.timetable import read_timetable

    job = _job(session, read_timetable(at, days))
    (install_units if by_systemd else install_block)(session, job)
    if not session.dry_run and has_block(job.register) and installed_units(job.register):
        click.echo("Both cron and systemd run them now; whichever is first says what is owed.", err=True)
        click.echo("Take one out with: bilateral cron remove, or: bilateral cron remove --systemd", err=True)


@cron_command.command("show", short_help="Show what runs reminders.", epilog=example("bilateral cron show"))
@register_option
@pass_session
def show_command(session: Session) -> None:
    """Show what runs reminders of this register: the block in your crontab, the timer of systemd, or neither."""
    from bilateral_tracker.cli.crontab import show_block
    from bilateral_tracker.cli.units import show_units

    register = _register(session)
    shown = [show_units(register), show_block(register)]  # cron last, for crontab may refuse
    if not any(shown):
        click.echo(visible(f"Nothing runs reminders of {register} by itself. Begin with: bilateral cron install"))


@cron_command.command("remove", short_help="Have them run no longer.", epilog=example("bilateral cron remove"))
@systemd_option
@dry_run_option
@register_option
@pass_session
def remove_command(session: Session, by_systemd: bool) -> None:
    """Have reminders of this register no longer run by themselves; the rest of your crontab stays as it is."""
    from bilateral_tracker.cli.crontab import remove_block
    from bilateral_tracker.cli.units import remove_units

    (remove_units if by_systemd else remove_block)(session, _register(session))


def _job(session: Session, timetable: Timetable) -> Job:
    """What is to run: this program, for this register, with what it would not find in a scheduler's environment."""
    from bilateral_tracker.domain.job import Job

    read_configuration()  # what is wrong now would be wrong every morning: settings, a register that is not there,
    session.side()  # a side that it does not know
    return Job(_register(session), _program(), _environment(), timetable, session.zone)


def _register(session: Session) -> str:
    return settings.absolute_place(settings.register_place(session.place))


def _program() -> tuple[str, ...]:
    """How to start what runs now."""
    called = Path(sys.argv[0])
    if called.name == "bilateral" and called.is_file():
        return (str(called.absolute()),)
    return sys.executable, "-m", "bilateral_tracker"


def _environment() -> tuple[tuple[str, str], ...]:
    """What is set now and would be missed: the user's choices, and where Python was told to find the program."""
    known = {
        settings.WE: os.environ.get(settings.WE, ""),
        settings.AUTHOR: os.environ.get(settings.AUTHOR, ""),
        CONFIG: _absolute(_configuration()),
        settings.CALENDARS: _absolute(settings.calendars_file()),
        "PYTHONPATH": os.pathsep.join(map(_absolute, os.environ.get("PYTHONPATH", "").split(os.pathsep))),
    }
    return tuple((name, value) for name, value in known.items() if value)


def _absolute(place: str) -> str:
    return settings.absolute_place(place) if place else ""


def _configuration() -> str:
    """The file of settings that the environment leads to; empty if a scheduler finds the same, or there is none."""
    usual = usual_place() if os.environ.get("XDG_CONFIG_HOME") else ""
    return place_named() or (usual if Path(usual).is_file() else "")
