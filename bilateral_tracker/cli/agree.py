"""Commands that take in what was promised, by whom, and where it stands written."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from bilateral_tracker.cli.citing import citing_options, typed_citation
from bilateral_tracker.cli.context import Session, pass_session, say, screen_width, show
from bilateral_tracker.cli.options import (
    CODE,
    DAY,
    LINE,
    TITLE,
    example,
    form_option,
    one_of,
    register_option,
    writes,
)
from bilateral_tracker.cli.terms import refuse_mixture, terms_options, typed_cadence, typed_due
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength, usual_arrears
from bilateral_tracker.domain.party import JOINT, Party
from bilateral_tracker.domain.source import SOURCE_ID, Citation, Source, SourceKind
from bilateral_tracker.errors import WrongUsage, quoted

LONGEST_ID = 60
"""The longest id of a source, in characters."""


@click.command(
    "add",
    epilog=example(
        'bilateral add meeting "Consular dialogue" --parties PK,CN \\',
        '  --agreed-on 2026-02-10 --every "6 months"',
    ),
)
@click.argument("kind", metavar="KIND", type=click.Choice([one.value for one in Kind if one is not Kind.INSTRUMENT]))
@click.argument("title", type=TITLE)
@click.option("--parties", required=True, metavar="PK,CN", help="Who promised it to each other.")
@click.option("--agreed-on", type=DAY, required=True, help="The day of the agreement.")
@terms_options
@citing_options
@writes
@pass_session
def add_command(session: Session, /, **typed: Any) -> None:
    """Record a commitment. KIND is meeting, deliverable, report or standing (conduct that has no end).

    With --every it falls due again and again, with --due once, with neither it comes up for review. The first line of
    the answer is its reference alone.
    """
    from bilateral_tracker.desk.intake import add
    from bilateral_tracker.reports.wording import say_taken_in

    citation, new = typed_citation(session, typed, typed["agreed_on"])
    taken = add(session.desk, _commitment(typed, citation), new)
    click.echo(taken.commitment.ref)
    say(session, say_taken_in(taken))
    if new:
        click.echo(f"New source: {new.id}. See it with: bilateral sources")


def _commitment(typed: dict[str, Any], citation: Citation | None) -> Commitment:
    """The terms that were typed."""
    kind, agreed_on = Kind(typed["kind"]), typed["agreed_on"]
    refuse_mixture(typed)
    due, due_after = typed_due(typed)
    return Commitment(
        ref="",
        kind=kind,
        title=typed["title"],
        parties=tuple(code.strip().upper() for code in typed["parties"].split(",") if code.strip()),
        agreed_on=agreed_on,
        strength=Strength(typed["strength"] or "agreed"),
        owed_by=typed["owed_by"] or JOINT,
        lead=typed["lead"] or "",
        cadence=typed_cadence(typed, agreed_on),
        due=due,
        due_after=due_after,
        review_every=typed["review_every"],
        grace_days=typed["grace"] or 0,
        arrears=Arrears(typed["arrears"]) if typed["arrears"] else usual_arrears(kind),
        first_host=typed["first_host"] or "",
        first_session=typed["first_session"] or 1,
        note=typed["note"] or "",
        citations=(citation,) if citation else (),
    )


@click.group("parties", invoke_without_command=True, epilog=example("bilateral parties"))
@register_option
@form_option
@click.pass_context
@pass_session
def parties_command(session: Session, context: click.Context) -> None:
    """List the parties, or record one: states by their ISO 3166 code, organisations by their abbreviation."""
    if context.invoked_subcommand is None:
        cells = [(one.code, one.name, one.capital, one.zone) for one in session.reading.parties()]
        show_table(session, ("code", "name", "capital", "zone"), cells)


@parties_command.command(
    "add",
    epilog=example(
        "bilateral parties add TJ --name Tajikistan --capital Dushanbe \\",
        "  --zone Asia/Dushanbe",
    ),
)
@click.argument("code", metavar="CODE", type=CODE)
@click.option("--name", type=TITLE, required=True, help="Its usual name.")
@click.option("--capital", type=TITLE, required=True, help="Its capital, or its seat.")
@click.option("--zone", required=True, help="The IANA time zone there, like Asia/Karachi.")
@writes
@pass_session
def parties_add_command(session: Session, code: str, name: str, capital: str, zone: str) -> None:
    """Record a party under a CODE, or describe a known one anew."""
    from bilateral_tracker.desk.intake import take_in_parties

    _refuse_unknown_zone(zone)
    take_in_parties(session.desk, [Party(code, name, capital, zone)])
    say(session, f"{code} recorded: {name}, {capital}, {zone}. Use it with: --parties {code},...")


def _refuse_unknown_zone(zone: str) -> None:
    from zoneinfo import available_timezones

    if zone not in available_timezones():
        raise WrongUsage(f"There is no time zone {quoted(zone)}. Zones are named like Asia/Karachi or Europe/Vienna.")


@click.group("sources", invoke_without_command=True, epilog=example("bilateral sources"))
@register_option
@form_option
@click.pass_context
@pass_session
def sources_command(session: Session, context: click.Context) -> None:
    """List the sources, or record one: the documents in which promises stand written."""
    if context.invoked_subcommand is not None:
        return
    sources = session.reading.sources()
    if session.form == "table":
        cells = [(one.id, str(one.dated_on), one.kind.value, _title_and_location(one)) for one in sources]
        show_table(session, ("id", "dated_on", "kind", "title"), cells)
    else:
        rows = [(one.id, str(one.dated_on), one.kind.value, one.location, one.title) for one in sources]
        show_table(session, ("id", "dated_on", "kind", "location", "title"), rows)


def _title_and_location(source: Source) -> str:
    """Both in one cell, for a table has only one that can give way."""
    return f"{source.title} ({source.location})" if source.location else source.title


@sources_command.command(
    "add",
    short_help="Record a document.",
    epilog=example(
        'bilateral sources add 2026-03-jwg-minutes "Minutes of the JWG" \\',
        "  --kind agreed_minutes --dated-on 2026-03-20",
    ),
)
@click.argument("source_id", metavar="ID")
@click.argument("title", type=TITLE)
@click.option(
    "--kind",
    metavar="KIND",
    type=click.Choice([kind.value for kind in SourceKind]),
    required=True,
    help=f"What it is: {one_of(SourceKind)}.",
)
@click.option("--dated-on", type=DAY, required=True, help="Its date.")
@click.option("--place", type=LINE, default="", help="Where it was made.")
@click.option("--location", type=LINE, default="", help="Where it can be found: a URL, a file number.")
@writes
@pass_session
def sources_add_command(
    session: Session, source_id: str, title: str, kind: str, dated_on: date, place: str, location: str
) -> None:
    """Record a document: its TITLE, and an ID of small letters, digits and hyphens, to be named with --source."""
    from bilateral_tracker.desk.intake import record_source

    if not re.fullmatch(SOURCE_ID, source_id) or len(source_id) > LONGEST_ID:
        raise WrongUsage(
            f"{quoted(source_id)} is not an id. Use at most {LONGEST_ID} small letters, digits and hyphens, "
            "like 2026-03-jwg-minutes."
        )
    record_source(session.desk, Source(source_id, SourceKind(kind), title, dated_on, place, location))
    say(session, f"{source_id} recorded: {title}. Cite it with: --source {source_id}")


def show_table(session: Session, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows of text in the form that was asked for."""
    if session.form == "table":
        from bilateral_tracker.reports.table import table

        click.echo(table([column.replace("_", " ") for column in columns], rows, screen_width()))
    else:
        from bilateral_tracker.reports.programs import rows_for_programs

        show(rows_for_programs(session.form, columns, rows))
