"""Commands that look: what wants attention, what is overdue, what comes next, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from bilateral_tracker.cli.attention import attention, missed_last, show_morning
from bilateral_tracker.cli.citing import cited_sources
from bilateral_tracker.cli.context import Session, heading, pass_session, screen_width, show
from bilateral_tracker.cli.options import (
    CODE,
    CODE_OR_JOINT,
    HORIZON,
    LINE,
    example,
    form_option,
    known_by_option,
    looks,
    one_of,
    reference_argument,
    register_option,
    subject_argument,
)
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.situation import (
    Situation,
    coming_situation,
    follow_up_situations,
    overdue_situations,
    situation,
)
from bilateral_tracker.domain.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral_tracker.domain.history import History
    from bilateral_tracker.domain.reference import Reference
    from bilateral_tracker.reports.dossier import Known
    from bilateral_tracker.reports.listing import Reader

OVERDUE_EXIT = 10
"""The exit code of `--exit-code` when something is overdue."""

exit_code_option = click.option("--exit-code", is_flag=True, help="End with 10 if something is overdue.")


we_option = click.option(
    "--we",
    type=CODE,
    metavar="PARTY",
    help="Whose side you are on. [env: BILATERAL_WE; default: the register's home party]",
)


def show_rows(
    session: Session, rows: Iterable[Situation], columns_name: str, nothing: str, reader: Reader | None = None
) -> None:
    """Rows in the form that was asked for, in the published order; in a table, a sentence if there are none."""
    from bilateral_tracker.reports import listing

    ordered, day = sorted(rows, key=lambda row: row.order), session.view.as_of
    if session.form == "table":
        shown = listing.nearest_first(ordered, day) if columns_name == "COMING" else ordered
        columns, known = getattr(listing, columns_name), reader or listing.Reader(day)
        click.echo(listing.listing(columns, shown, known, screen_width()) if shown else nothing)
    else:
        show_to_programs(session, ordered)


def show_to_programs(session: Session, rows: Iterable[Situation]) -> None:
    """The published columns in the form that was asked for."""
    from bilateral_tracker.reports.programs import rows_for_programs

    show(rows_for_programs(session.form, Situation._fields, rows))


@click.command("status", epilog=example("bilateral status --as-of 2026-11-24"))
@we_option
@exit_code_option
@looks
@pass_session
@click.pass_context
def status_command(context: click.Context, session: Session, we: str | None, exit_code: bool) -> None:
    """Show what wants attention today: overdue, due within 30 days, up for review; and what comes next.

    Each part is divided by who is waited on: we owe, they owe, joint, or a date is to be proposed.
    """
    side, now = session.side(we), attention(session)
    if session.form == "table":
        show_morning(session, now, side)
    else:
        show_to_programs(session, now.rows)
    end_with_code(context, exit_code, now.rows)


def end_with_code(context: click.Context, wanted: bool, rows: Iterable[Situation]) -> None:
    """Ends with 10 if that was asked for and something is overdue."""
    if wanted and any(row.standing == Standing.OVERDUE.value for row in rows):
        context.exit(OVERDUE_EXIT)


@click.command("overdue", epilog=example("bilateral overdue --format csv"))
@exit_code_option
@looks
@pass_session
@click.pass_context
def overdue_command(context: click.Context, session: Session, exit_code: bool) -> None:
    """List what is overdue: of sittings the latest, of reports and deliverables each, and follow-ups."""
    day = session.view.as_of
    rows = [row for history in session.reading.overdue(session.view) for row in overdue_situations(history, day)]
    if session.form == "table":
        show_late(session, rows)
    else:
        show_rows(session, rows, "OVERDUE", "")
    end_with_code(context, exit_code, rows)


def show_late(session: Session, rows: Iterable[Situation]) -> None:
    """What is overdue; after it what has only slipped, because the words of the promise leave room."""
    by_softness: dict[bool, list[Situation]] = {False: [], True: []}
    for row in rows:
        by_softness[row.is_soft].append(row)
    show_rows(session, by_softness[False], "OVERDUE", "Nothing is overdue.")
    if by_softness[True]:
        click.echo(f"\n{heading('Slipped')}")
        show_rows(session, by_softness[True], "SLIPPED", "")


@click.command("upcoming", epilog=example("bilateral upcoming --within 90d"))
@click.option(
    "--within",
    "until",
    type=HORIZON,
    metavar="90d|DATE",
    default="90d",
    show_default=True,
    help="How far to look ahead.",
)
@looks
@pass_session
def upcoming_command(session: Session, until: date) -> None:
    """List what falls due next, follow-ups included, whatever is overdue before it."""
    from bilateral_tracker.reports.listing import Reader

    day = session.view.as_of
    within, after_missed = [], set()
    for history in session.reading.wanting_attention(session.view, until):
        rows = (coming_situation(history, day), *follow_up_situations(history, day))
        within += [row for row in rows if row and row.next_due_on and (row.coming_on(day) or date.max) <= until]
        after_missed |= missed_last(history, day)
    reader = Reader(day, after_missed=frozenset(after_missed))
    show_rows(session, within, "COMING", "Nothing falls due by then.", reader)


@click.command("list", epilog=example("bilateral list --owed-by PK --kind deliverable"))
@click.option("--party", type=CODE, help="Only those with this party.")
@click.option("--owed-by", type=CODE_OR_JOINT, help="Only those owed by this party, or: joint")
@click.option(
    "--kind",
    metavar="KIND",
    type=click.Choice([kind.value for kind in Kind]),
    help=f"Only this kind: {one_of(Kind)}.",
)
@click.option(
    "--strength",
    metavar="STRENGTH",
    type=click.Choice([one.value for one in Strength]),
    help=f"Only this strength: {one_of(Strength)}.",
)
@click.option(
    "--standing",
    metavar="STANDING",
    type=click.Choice([one.value for one in Standing]),
    help=f"Only those that stand so: {one_of(Standing)}.",
)
@click.option("--lead", type=LINE, default="", help="Only those whose lead's name has this in it.")
@click.option("--text", type=LINE, default="", help="Only those with this in title, note or citation.")
@we_option
@looks
@pass_session
def list_command(
    session: Session,
    party: str,
    owed_by: str,
    kind: str,
    strength: str,
    standing: str,
    lead: str,
    text: str,
    we: str | None,
) -> None:
    """List commitments, each at the occurrence that matters: the overdue one, else the next.

    The list is divided by who is waited on: we owe, they owe, joint, a date is to be proposed, or nothing is owed.
    """
    from bilateral_tracker.domain.narrowing import Narrowing

    narrowing = Narrowing(
        party or "", owed_by or "", Kind(kind) if kind else None, Strength(strength) if strength else None, lead, text
    )
    side, day, wanted, after_missed = session.side(we), session.view.as_of, [], set()
    for history in session.reading.histories(session.view, narrowing):
        row = situation(history, day)
        if not standing or row.standing == standing:
            wanted.append(row)
            after_missed |= missed_last(history, day)
    if session.form == "table":
        show_list(wanted, day, side, frozenset(after_missed))
    else:
        show_rows(session, wanted, "ALL", "")


def show_list(rows: list[Situation], day: date, side: str, after_missed: frozenset[str]) -> None:
    """The rows in a table for each side that is waited on, or a sentence if there are none."""
    from bilateral_tracker.reports import listing
    from bilateral_tracker.reports.sides import by_side

    if not rows:
        click.echo("No commitment is like that.")
    reader = listing.Reader(day, side, after_missed)
    for at, group in enumerate(by_side(listing.nearest_first(rows, day), side)):
        columns = listing.group_columns(listing.ALL, group)
        table = listing.listing(columns, group.rows, reader, screen_width())
        click.echo(f"{chr(10) if at else ''}{heading(group.heading)}\n{table}")


@click.command("show", epilog=example("bilateral show PK-CN-1 --format json"))
@reference_argument
@click.option("--source", "passages", is_flag=True, help="Show the passages in which it stands, the quotes marked.")
@looks
@pass_session
def show_command(session: Session, reference: Reference, passages: bool) -> None:
    """Show one commitment with all that is on record about it."""
    history, day = asked_history(session, reference), session.view.as_of
    if passages:
        from bilateral_tracker.cli.passage import show_passages

        show_passages(session, history)
        return
    if session.form == "csv":
        from bilateral_tracker.reports.occurrence_table import occurrences_csv

        show(occurrences_csv(history, day))
        return
    from bilateral_tracker.reports import dossier

    known = known_beside(session, history)
    if session.form == "json":
        from bilateral_tracker.reports.machine import json_object

        click.echo(json_object(dossier.as_object(history, known, day)), nl=False)
    else:
        click.echo(dossier.as_text(history, known, day, screen_width()))


def known_beside(session: Session, history: History) -> Known:
    """What the register knows beside a commitment's own history."""
    from bilateral_tracker.reports.dossier import Known

    register = session.reading
    names = {party.code: party.name for party in register.parties()}
    return Known(cited_sources(session, history), names, register.superseded(history.commitment.ref), session.side())


@click.command("history", epilog=example("bilateral history PK-CN-1"))
@subject_argument
@register_option
@known_by_option
@form_option
@pass_session
def history_command(session: Session, subject: str | None) -> None:
    """Show who recorded what, and when: the journal, or what it says of one commitment, source or party."""
    from bilateral_tracker.reports import journal

    view = session.view
    entries = session.reading.entries(subject or "")
    known = (entry for entry in entries if view.known_by is None or entry.recorded_on <= view.known_by)
    show(journal.journal(known, session.form, screen_width()))


def asked_history(session: Session, reference: Reference) -> History:
    """The history of the commitment that was named, as far as the view knows it."""
    from bilateral_tracker.desk import desk

    return desk.asked_history(session.reading, reference, session.view)
