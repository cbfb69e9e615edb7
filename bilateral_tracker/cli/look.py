"""Commands that look: what wants attention, what is overdue, what comes next, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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
    from datetime import date

    from bilateral_tracker.domain.history import History
    from bilateral_tracker.domain.reference import Reference
    from bilateral_tracker.domain.source import Source

OVERDUE_EXIT = 10
"""The exit code of `--exit-code` when something is overdue."""

exit_code_option = click.option("--exit-code", is_flag=True, help="End with 10 if something is overdue.")


def show_rows(session: Session, rows: Iterable[Situation], columns_name: str, nothing: str) -> None:
    """Rows in the form that was asked for, in the published order; in a table, a sentence if there are none."""
    from bilateral_tracker.reports import listing

    ordered = sorted(rows, key=lambda row: row.order)
    if session.form == "table":
        shown = listing.nearest_first(ordered) if columns_name == "COMING" else ordered
        click.echo(listing.listing(getattr(listing, columns_name), shown, screen_width()) if shown else nothing)
    else:
        show_to_programs(session, ordered)


def show_to_programs(session: Session, rows: Iterable[Situation]) -> None:
    """The published columns in the form that was asked for."""
    from bilateral_tracker.reports.programs import rows_for_programs

    show(rows_for_programs(session.form, Situation._fields, rows))


@click.command("status", epilog=example("bilateral status --as-of 2026-11-24"))
@exit_code_option
@looks
@pass_session
@click.pass_context
def status_command(context: click.Context, session: Session, exit_code: bool) -> None:
    """Show what wants attention today: overdue, due within 30 days, up for review; and what comes next."""
    rows, ahead = attention(session)
    if session.form == "table":
        show_morning(session, rows, ahead)
    else:
        show_to_programs(session, rows)
    end_with_code(context, exit_code, rows)


def attention(session: Session) -> tuple[list[Situation], list[Situation]]:
    """The rows that want attention, in order, and those of the next date ahead."""
    from bilateral_tracker.reports.morning import soon, wants_attention

    register, view, day = session.reading, session.view, session.view.as_of
    near = list(register.wanting_attention(view, soon(day)))
    rows = [row for history in near for row in (situation(history, day), *follow_up_situations(history, day))]
    wanted = [row for row in rows if wants_attention(row, day)]
    further = [register.history(ref, view) for ref in register.next_expected_after(soon(day))]
    coming = [coming_situation(history, day) for history in (*near, *further) if history]
    ahead = {row.ref: row for row in coming if row}
    first = min((row.next_due_on for row in ahead.values() if row.next_due_on), default=None)
    nearest = sorted((row for row in ahead.values() if row.next_due_on == first), key=lambda row: row.order)
    return sorted(wanted, key=lambda row: row.order), nearest[:3]


def show_morning(session: Session, rows: list[Situation], ahead: list[Situation]) -> None:
    """The screen of sections, or one sentence if nothing wants attention."""
    from bilateral_tracker.domain.day import say_day
    from bilateral_tracker.reports import morning
    from bilateral_tracker.reports.visible import wrapped

    day = session.view.as_of
    if not rows:
        click.echo("\n".join(wrapped(morning.say_nothing_due(ahead, day), screen_width())))
        return
    parts = morning.sections(rows, day)
    click.echo(f"{say_day(day)}: {morning.say_counts(parts)}")
    for part in parts:
        if part.rows:
            click.echo(f"\n{heading(part.heading)}\n{morning.section_text(part, screen_width())}")
    click.echo("\n" + "\n".join(wrapped(morning.say_ahead(ahead, day), screen_width())))


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
    show_rows(session, rows, "OVERDUE", "Nothing is overdue.")
    end_with_code(context, exit_code, rows)


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
    day = session.view.as_of
    near = list(session.reading.wanting_attention(session.view, until))
    rows = [row for history in near for row in (coming_situation(history, day), *follow_up_situations(history, day))]
    within = [row for row in rows if row and row.next_due_on and row.next_due_on <= until]
    show_rows(session, within, "COMING", "Nothing falls due by then.")


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
@looks
@pass_session
def list_command(
    session: Session, party: str, owed_by: str, kind: str, strength: str, standing: str, lead: str, text: str
) -> None:
    """List commitments, each at the occurrence that matters: the overdue one, else the next."""
    from bilateral_tracker.domain.narrowing import Narrowing

    narrowing = Narrowing(
        party or "", owed_by or "", Kind(kind) if kind else None, Strength(strength) if strength else None, lead, text
    )
    rows = (situation(one, session.view.as_of) for one in session.reading.histories(session.view, narrowing))
    wanted = [row for row in rows if not standing or row.standing == standing]
    show_rows(session, wanted, "ALL", "No commitment is like that.")


@click.command("show", epilog=example("bilateral show PK-CN-1 --format json"))
@reference_argument
@looks
@pass_session
def show_command(session: Session, reference: Reference) -> None:
    """Show one commitment with all that is on record about it."""
    from bilateral_tracker.reports import dossier

    history, sources = asked_history(session, reference), known_sources(session)
    day = session.view.as_of
    if session.form == "json":
        from bilateral_tracker.reports.machine import json_object

        click.echo(json_object(dossier.as_object(history, sources, day)), nl=False)
    elif session.form == "csv":
        show(dossier.occurrences_csv(history, day))
    else:
        click.echo(dossier.as_text(history, sources, day, screen_width()))


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


def known_sources(session: Session) -> dict[str, Source]:
    """The documents on record, by id."""
    return {source.id: source for source in session.reading.sources()}
