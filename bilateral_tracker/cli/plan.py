"""Commands that plan with the working days of the capitals: the calendar itself, and dates to propose."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from bilateral_tracker.cli.context import Session, pass_session, screen_width, show
from bilateral_tracker.cli.look import asked_history
from bilateral_tracker.cli.options import ReferenceType, example, looks, reference_argument
from bilateral_tracker.domain.calendars import WorkingCalendar
from bilateral_tracker.domain.day import read_window
from bilateral_tracker.domain.proposal import NOTICE_DAYS, leeway, occurrence_to_place, suggestions
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import NotFound, WrongUsage, quoted
from bilateral_tracker.settings import CALENDARS
from bilateral_tracker.store.calendars import working_calendars

calendars_option = click.option(
    "--calendars",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    envvar=CALENDARS,
    help=f"Days off and working days of your own, in TOML. [env: {CALENDARS}]",
)


class RelationshipType(click.ParamType[tuple[str, ...]]):
    """Parties by their codes, or those of a commitment."""

    name = "relationship"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """The codes of the parties, as typed. NotFound if a code or a reference names nothing on record."""
        assert ctx is not None
        session = ctx.ensure_object(Session)
        codes = tuple(dict.fromkeys(value.strip().upper().split("-")))
        unknown = [code for code in codes if code not in {party.code for party in session.reading.parties()}]
        if not unknown:
            return codes
        if codes[-1][:1].isdigit():
            return asked_history(session, ReferenceType().convert(value, param, ctx)).commitment.parties
        raise NotFound(f"No party {quoted(unknown[0])} is on record. See them with: bilateral parties")


class SpanType(click.ParamType[Window]):
    """One whole month or one whole year: so many days, written `like` this."""

    def __init__(self, name: str, lengths: range, like: str) -> None:
        self.name = name
        self.lengths = lengths
        self.like = like

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Window:
        """Its first and its last day. WrongUsage for any other length of time."""
        assert ctx is not None
        window = read_window(value, ctx.ensure_object(Session).view.as_of)
        if (window.latest - window.earliest).days + 1 not in self.lengths:
            raise WrongUsage(f"{quoted(value)} is not a {self.name}. Type one like {self.like}")
        return window


MONTH = SpanType("month", range(28, 32), "2026-10")
YEAR = SpanType("year", range(365, 367), "2026")


@click.command("calendar", epilog=example("bilateral calendar PK-CN --month 2026-10"))
@click.argument("parties", metavar="RELATIONSHIP", type=RelationshipType())
@click.option("--month", metavar="MONTH", type=MONTH, help="Which month. [default: this one]")
@click.option("--year", metavar="YEAR", type=YEAR, help="A whole year, in numbers.")
@calendars_option
@looks
@pass_session
def calendar_command(
    session: Session, parties: tuple[str, ...], month: Window | None, year: Window | None, file: Path | None
) -> None:
    """Show on which days the capitals work: of the parties in PK-CN, or those of a commitment.

    What is not official yet is marked as provisional. Other programs get one row for each day.
    """
    from bilateral_tracker.reports import calendar_sheet

    if month and year:
        raise WrongUsage("--month and --year exclude each other. Leave one out.")
    calendars, span = calendars_of(session, parties, file), year or month or _this_month(session)
    if session.form != "table":
        rows = calendar_sheet.rows(calendars, span.earliest, span.latest)
        _show_rows(session, calendar_sheet.columns(calendars), rows)
        return
    sheet = calendar_sheet.year_sheet if year else calendar_sheet.month_sheet
    click.echo("\n".join(sheet(calendars, span.earliest, span.latest, screen_width())))


@click.command("propose", epilog=example("bilateral propose PK-CN-1"))
@reference_argument
@click.option(
    "--notice",
    metavar="DAYS",
    type=click.IntRange(0, 366),
    default=NOTICE_DAYS,
    show_default=True,
    help="How long it takes to invite and to travel.",
)
@calendars_option
@looks
@pass_session
def propose_command(session: Session, reference: Reference, notice: int, file: Path | None) -> None:
    """Propose dates near the due day on which all capitals work, the best first.

    Without a number, REF means the occurrence that is overdue, else the next. Dates after the last day allowed are
    proposed only where no other is left.
    """
    from bilateral_tracker.reports import proposal_sheet

    plan, occurrence = _wanted(session, reference)
    between, day = leeway(plan, occurrence), session.view.as_of
    calendars = calendars_of(session, plan.commitment.parties, file)
    found = suggestions(calendars, between, day, notice)
    named = str(Reference(plan.commitment.ref, occurrence.number if occurrence.due else None))
    if session.form != "table":
        _show_rows(session, proposal_sheet.COLUMNS, proposal_sheet.values(calendars, named, found))
        return
    title = f"{named} {plan.commitment.title}"
    click.echo("\n".join(proposal_sheet.proposal_sheet(calendars, title, between, found, day, screen_width())))


def obstacle(session: Session, parties: Sequence[str], day: date, file: Path | None = None) -> str:
    """What speaks against a day on which parties are to meet, in one sentence; empty if nothing does."""
    from bilateral_tracker.reports.calendar_words import say_obstacle

    return say_obstacle(calendars_of(session, parties, file), day)


def calendars_of(session: Session, parties: Sequence[str], file: Path | None) -> tuple[WorkingCalendar, ...]:
    """The working calendars of parties, by their codes."""
    known = {party.code: party for party in session.reading.parties()}
    return working_calendars([known[code] for code in parties], file)


def _this_month(session: Session) -> Window:
    return read_window(session.view.as_of.isoformat()[:7], session.view.as_of)


def _wanted(session: Session, reference: Reference) -> tuple[Schedule, Occurrence]:
    """The occurrence that was named, or the one that matters, in its schedule."""
    if reference.follow_up is not None:
        raise WrongUsage(
            f"{reference} is an action point, and dates are proposed for sittings. "
            f"Type: bilateral propose {reference.commitment}"
        )
    plan = schedule(asked_history(session, reference))
    return plan, occurrence_to_place(plan, reference.number, session.view.as_of)


def _show_rows(session: Session, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows as JSON, or as CSV with several words of one value in one cell."""
    from bilateral_tracker.reports.programs import rows_for_programs

    said = rows if session.form == "json" else ([_in_words(value) for value in row] for row in rows)
    show(rows_for_programs(session.form, columns, said))


def _in_words(value: object) -> object:
    """Several words with a blank between them, anything else as it is."""
    return " ".join(value) if isinstance(value, tuple) else value
