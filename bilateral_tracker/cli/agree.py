"""Commands that take in what was promised, by whom, and where it stands written."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

import click

from bilateral_tracker.cli.context import Session, pass_session, say, screen_width, show
from bilateral_tracker.cli.options import (
    CODE,
    CODE_OR_JOINT,
    DAY,
    LINE,
    PASSAGE,
    PERIOD,
    TITLE,
    WINDOW,
    example,
    form_option,
    one_of,
    register_option,
    writes,
)
from bilateral_tracker.domain.cadence import Reading, cadence_from
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
@click.argument("kind", metavar="KIND", type=click.Choice([kind.value for kind in Kind]))
@click.argument("title", type=TITLE)
@click.option("--parties", required=True, metavar="PK,CN", help="Who promised it to each other.")
@click.option("--agreed-on", type=DAY, required=True, help="The day of the agreement.")
@click.option("--every", type=PERIOD, help='How often: "3 months", quarterly, annually.')
@click.option(
    "--reading",
    type=click.Choice([one.value for one in Reading]),
    default="grid",
    show_default=True,
    help="How due dates are counted.",
)
@click.option("--first-due", type=DAY, help="The first due date. [default: one period after the agreement]")
@click.option("--due", type=WINDOW, metavar="DATE", help="If once: a day, 2026-10, 2026-Q3, 2026-H2 or 2026.")
@click.option("--review-every", type=PERIOD, help="How often it comes up if it has no date. [default: 6 months]")
@click.option(
    "--owed-by", type=CODE_OR_JOINT, default=JOINT, show_default=True, help="The party that owes it, or: joint"
)
@click.option("--lead", type=LINE, default="", help="The ministry or agency in charge.")
@click.option(
    "--strength",
    metavar="STRENGTH",
    type=click.Choice([one.value for one in Strength]),
    default="agreed",
    show_default=True,
    help=f"How firmly: {one_of(Strength)}.",
)
@click.option("--source", type=LINE, default="", help="A source's id, or a text that describes a new one.")
@click.option("--locator", type=LINE, default="", help='The place in the source: "paragraph 3".')
@click.option("--quote", type=PASSAGE, default="", help="Its words.")
@click.option("--paraphrase", type=PASSAGE, default="", help="Our words, where the text may not be kept.")
@click.option(
    "--grace", type=click.IntRange(0, 3650), default=0, metavar="DAYS", help="Days late that are not overdue yet."
)
@click.option(
    "--arrears",
    type=click.Choice([one.value for one in Arrears]),
    help="What stays owed when several due dates have passed. [default: each; of meetings the latest]",
)
@click.option("--note", type=PASSAGE, default="", help="Anything worth knowing in two years.")
@writes
@pass_session
def add_command(session: Session, /, **typed: Any) -> None:
    """Record a commitment. KIND is meeting, deliverable, report or standing (conduct that has no end).

    With --every it falls due again and again, with --due once, with neither it comes up for review. The first line of
    the answer is its reference alone.
    """
    from bilateral_tracker.desk.intake import add
    from bilateral_tracker.reports.wording import say_taken_in

    source, new = _source(session, typed)
    taken = add(session.desk, _commitment(typed, source), new)
    click.echo(taken.commitment.ref)
    say(session, say_taken_in(taken))
    if new:
        click.echo(f"New source: {new.id}. See it with: bilateral sources")


def _commitment(typed: dict[str, Any], source: str) -> Commitment:
    """The terms that were typed."""
    kind, period, agreed_on = Kind(typed["kind"]), typed["every"], typed["agreed_on"]
    _refuse_mixture(typed)
    arrears = Arrears(typed["arrears"]) if typed["arrears"] else usual_arrears(kind)
    cited = Citation(source, typed["locator"], typed["quote"], typed["paraphrase"])
    return Commitment(
        ref="",
        kind=kind,
        title=typed["title"],
        parties=tuple(code.strip().upper() for code in typed["parties"].split(",") if code.strip()),
        agreed_on=agreed_on,
        strength=Strength(typed["strength"]),
        owed_by=typed["owed_by"],
        lead=typed["lead"],
        cadence=cadence_from(period, agreed_on, typed["first_due"]) if period else None,
        due=typed["due"],
        review_every=typed["review_every"],
        grace_days=typed["grace"],
        arrears=arrears,
        note=typed["note"],
        citations=(cited,) if source else (),
    )


def _refuse_mixture(typed: dict[str, Any]) -> None:
    """What cannot be said together."""
    if typed["every"] and typed["due"]:
        raise WrongUsage("--every and --due exclude each other: it falls due again and again, or once. Leave one out.")
    if typed["first_due"] and not typed["every"]:
        raise WrongUsage('--first-due needs --every, for example --every "3 months". For a single date use --due.')
    cited = typed["quote"] or typed["paraphrase"] or typed["locator"]
    if cited and not typed["source"]:
        raise WrongUsage("A quote needs the document it stands in. Name it with --source.")
    if typed["source"] and not cited:
        raise WrongUsage(
            'Say where in the source it stands: --locator "paragraph 3". Or give its words with --quote, '
            "or yours with --paraphrase."
        )


def _source(session: Session, typed: dict[str, Any]) -> tuple[str, Source | None]:
    """The id of the source that was named, and the source itself where it is new: a text with blanks describes one."""
    named = typed["source"]
    if not named:
        return "", None
    known = {source.id for source in session.reading.sources()}
    if named in known:
        return named, None
    if " " not in named and "/" not in named:
        raise WrongUsage(
            f"No source {quoted(named)} is on record. See them with: bilateral sources. "
            'Describe a new one in a few words: --source "Agreed minutes, Islamabad"'
        )
    agreed_on: date = typed["agreed_on"]
    new = Source(_free_id(agreed_on, known), SourceKind.OTHER, named, agreed_on)
    return new.id, new


def _free_id(dated_on: date, known: set[str]) -> str:
    """An id from the date that no source has yet: `2026-01-07`, `2026-01-07-2`."""
    ids = (f"{dated_on}" if n == 1 else f"{dated_on}-{n}" for n in count(1))
    return next(one for one in ids if one not in known)


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
