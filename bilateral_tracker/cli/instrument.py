"""Commands for treaties, agreements and memoranda: what has a life of its own."""

from datetime import date
from typing import Any

import click

from bilateral_tracker.cli.citing import citing_options, typed_citation
from bilateral_tracker.cli.context import Session, pass_session, say, screen_width, show
from bilateral_tracker.cli.facts import whole_commitment
from bilateral_tracker.cli.options import DAY, LINE, PASSAGE, TITLE, example, looks, reference_argument, writes
from bilateral_tracker.cli.terms import life_options
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind
from bilateral_tracker.domain.instrument import Life
from bilateral_tracker.domain.narrowing import Narrowing
from bilateral_tracker.domain.reference import Reference, split_reference
from bilateral_tracker.domain.situation import situation


@click.group("instrument", epilog=example("bilateral instrument list"))
def instrument_command() -> None:
    """Record and list treaties, agreements and memoranda, and their entry into force."""


@instrument_command.command(
    "add",
    short_help="Record an instrument.",
    epilog=example(
        'bilateral instrument add "Extradition treaty" --parties PK,CN \\',
        "  --signed-on 2003-11-03 --in-force-on 2008-01-10 \\",
        '  --valid-for "10 years" --renews-for "5 years" --notice "6 months"',
    ),
)
@click.argument("title", type=TITLE)
@click.option("--parties", required=True, metavar="PK,CN", help="Who signed it.")
@click.option("--signed-on", type=DAY, required=True, help="The day of the signature.")
@click.option("--in-force-on", type=DAY, help="The day of its entry into force; it may be still to come.")
@life_options
@click.option("--lead", type=LINE, default="", help="The ministry or agency in charge.")
@click.option("--note", type=PASSAGE, default="", help="Anything worth knowing in two years.")
@citing_options
@writes
@pass_session
def add_command(session: Session, /, **typed: Any) -> None:
    """Record an instrument by its TITLE: signed, in force, valid for a time, renewed by itself until notice is given.

    The last day to give notice comes up as due dates do; nothing is overdue once it has passed. Without --valid-for it
    is valid until terminated. The first line of the answer is its reference alone.
    """
    from bilateral_tracker.desk.instrument import sign
    from bilateral_tracker.reports.life import say_signed

    citation, new = typed_citation(session, typed, typed["signed_on"])
    instrument = Commitment(
        ref="",
        kind=Kind.INSTRUMENT,
        title=typed["title"],
        parties=tuple(code.strip().upper() for code in typed["parties"].split(",") if code.strip()),
        agreed_on=typed["signed_on"],
        lead=typed["lead"],
        arrears=Arrears.NONE,
        note=typed["note"],
        citations=(citation,) if citation else (),
        life=Life(typed["valid_for"], typed["renews_for"], typed["notice"]),
    )
    signed = sign(session.desk, instrument, new, typed["in_force_on"])
    click.echo(signed.commitment.ref)
    say(session, say_signed(signed, session.today))
    if new:
        click.echo(f"New source: {new.id}. See it with: bilateral sources")


@instrument_command.command("list", short_help="List instruments.", epilog=example("bilateral instrument list"))
@looks
@pass_session
def list_command(session: Session) -> None:
    """List instruments: signed, in force, valid until when, and by when notice is to be given."""
    from bilateral_tracker.reports import life
    from bilateral_tracker.reports.table import table

    day = session.view.as_of
    found = session.reading.histories(session.view, Narrowing(kind=Kind.INSTRUMENT))
    in_order = sorted(found, key=lambda one: split_reference(one.commitment.ref))
    rows = [life.life_values(one, situation(one, day), day) for one in in_order]
    if session.form != "table":
        from bilateral_tracker.reports.programs import rows_for_programs

        show(rows_for_programs(session.form, life.COLUMNS, rows))
    elif rows:
        cells = [["" if value is None else str(value).replace("_", " ") for value in row] for row in rows]
        click.echo(table(life.HEADERS, cells, screen_width()))
    else:
        click.echo("No instrument is on record.")


@instrument_command.command(
    "in-force",
    short_help="Record an entry into force.",
    epilog=example("bilateral instrument in-force PK-CN-11 --on 2026-12-01"),
)
@reference_argument
@click.option("--on", type=DAY, required=True, help="The day; it may be still to come.")
@writes
@pass_session
def in_force_command(session: Session, reference: Reference, on: date) -> None:
    """Record that an instrument entered into force, or on which coming day it will."""
    from bilateral_tracker.desk.instrument import enter_into_force
    from bilateral_tracker.reports.life import say_in_force

    entered = enter_into_force(session.desk, whole_commitment(reference), on)
    say(session, say_in_force(entered, session.today))
