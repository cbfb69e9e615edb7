"""Commands that start, prove and copy a register."""

from collections.abc import Callable
from pathlib import Path

import click

from bilateral_tracker import clock, settings
from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.options import (
    CODE,
    as_of_option,
    example,
    form_option,
    known_by_option,
    register_option,
    writes,
)
from bilateral_tracker.errors import Damaged, NotFound, quoted
from bilateral_tracker.store.register import Home
from bilateral_tracker.store.sqlite import SqliteRegister

HOME = "PK"
"""Whose register the demonstration is, and any that names no home: the desk of the first seed."""


@click.command("demo", epilog=example("bilateral demo --as-of 2026-11-24"))
@as_of_option
@known_by_option
@form_option
@pass_session
@click.pass_context
def demo_command(context: click.Context, session: Session) -> None:
    """Show a throw-away register made from the seeds: what two governments owe each other today."""
    from bilateral_tracker.cli.look import status_command
    from bilateral_tracker.store.opening import throw_away_register

    session.reading = throw_away_register(_filler(_home(HOME), "demo", with_seeds=True))
    context.invoke(status_command, we=HOME)
    click.echo("\nThis register is gone now. Keep one with: bilateral init --seeds", err=True)


@click.command("init", epilog=example("bilateral init --seeds"))
@click.option("--seeds", "with_seeds", is_flag=True, help="Put in the source records the project ships.")
@click.option("--home", "code", type=CODE, default=HOME, show_default=True, help="The party whose register it is.")
@writes
@pass_session
def init_command(session: Session, with_seeds: bool, code: str) -> None:
    """Start a register, with the parties the project knows and, if you like, its seeds."""
    from bilateral_tracker.store.opening import create_register, throw_away_register

    home, place = _home(code), settings.register_place(session.place)
    fill = _filler(home, session.author, with_seeds)
    if session.dry_run:
        throw_away_register(fill).close()
    else:
        create_register(place, fill)
    seeds = "with the seeds" if with_seeds else "without commitments"
    see = "bilateral status" if with_seeds else "bilateral add --help"
    say(
        session,
        f"Register started at {place} {seeds}; its home is {home.party}, its days those of {home.zone}. "
        f"Go on with: {see}",
    )


def _home(code: str) -> Home:
    """The home party's code and zone. NotFound if the project does not know the party."""
    from bilateral_tracker.store.seeds import shipped_parties

    parties = {party.code: party for party in shipped_parties()}
    if code not in parties:
        raise NotFound(f"No party {quoted(code)} is known to begin with. Choose --home among: {', '.join(parties)}")
    return Home(code, parties[code].zone)


def _filler(home: Home, author: str, with_seeds: bool) -> Callable[[SqliteRegister], None]:
    """What puts the first entries into a new register."""
    from bilateral_tracker.desk import intake
    from bilateral_tracker.desk.desk import Desk
    from bilateral_tracker.store.seeds import shipped_parties, shipped_records

    def fill(register: SqliteRegister) -> None:
        desk = Desk(register, author, clock.now(home.zone), clock.today(home.zone))
        intake.open_register(desk, home, shipped_parties())
        for record in shipped_records() if with_seeds else []:
            intake.take_in_record(desk, record)

    return fill


@click.command("check", epilog=example("bilateral check"))
@register_option
@pass_session
def check_command(session: Session) -> None:
    """Prove that the register can be trusted: file, schema, links, journal, index, citations; exit 6 if not."""
    from bilateral_tracker.cli.last_run import tell_last_run
    from bilateral_tracker.reports.visible import visible
    from bilateral_tracker.store.audit import audit

    wrong = 0
    for finding in audit(session.reading.database):
        click.echo(f"{'WRONG' if finding.problems else 'ok':<6} {finding.subject}")
        for problem in finding.problems:
            click.echo(f"       {visible(problem)}")
        wrong += bool(finding.problems)
    if wrong:
        raise Damaged(
            "The register cannot be trusted as it stands. Nothing was changed. Keep a copy of it, "
            "and go back to the latest backup that passes: bilateral check --register BACKUP"
        )
    tell_last_run(session)


@click.command("backup", epilog=example("bilateral backup register-copy.db"))
@click.argument("target", metavar="FILE", type=click.Path(path_type=Path))
@register_option
@pass_session
def backup_command(session: Session, target: Path) -> None:
    """Copy the register to a file that is not there yet; others may go on writing meanwhile."""
    from bilateral_tracker.store.backup import backup

    backup(session.reading.database, target)
    say(session, f"Copied to {target}. Prove the copy with: bilateral check --register {target}")
