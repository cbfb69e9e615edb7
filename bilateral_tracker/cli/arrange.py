"""Commands that record what is known of what is to come: dates, requests, events, who hosts next."""

from datetime import date

import click

from bilateral_tracker.cli.context import Session, pass_session
from bilateral_tracker.cli.facts import matters_option, note_option, occurrence_number, say_recorded, whole_commitment
from bilateral_tracker.cli.options import CODE, DAY, LINE, example, reference_argument, writes
from bilateral_tracker.desk.record import record_forthcoming
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.reference import Reference

decided_option = click.option("--on", type=DAY, help="The day this was said. [default: today]")


@click.command(
    "arrange",
    short_help="Record the date agreed, or proposed, for a coming sitting.",
    epilog=example("bilateral arrange PK-CN-1 --for 2026-12-08 --proposed-by CN"),
)
@reference_argument
@click.option("--for", "to", type=DAY, required=True, help="The date.")
@click.option("--proposed-by", type=CODE, help="Only proposed so far, by this party. [default: agreed]")
@matters_option
@click.option("--place", type=LINE, default="", help="Where.")
@decided_option
@note_option
@writes
@pass_session
def arrange_command(
    session: Session,
    reference: Reference,
    to: date,
    proposed_by: str | None,
    number: int | None,
    place: str,
    on: date | None,
    note: str,
) -> None:
    """Record the date that the parties agreed on for a coming sitting, or that one of them has proposed.

    It moves no due date. A date after the last allowed day is a postponement.
    """
    kind = OutcomeKind.PROPOSED if proposed_by else OutcomeKind.ARRANGED
    number = occurrence_number(reference, number)
    said = Outcome(kind, on or session.today, number=number, to=to, place=place, note=note, party=proposed_by or "")
    say_recorded(session, record_forthcoming(session.desk, reference.commitment, said))


@click.command("requested", epilog=example("bilateral requested PK-CN-11 --on 2026-11-20 --from CN"))
@reference_argument
@click.option("--on", type=DAY, required=True, help="The day of the request.")
@click.option("--from", "party", type=CODE, help="The party that asked.")
@note_option
@writes
@pass_session
def requested_command(session: Session, reference: Reference, on: date, party: str | None, note: str) -> None:
    """Record a request for what falls due on request: its time runs from that day."""
    said = Outcome(OutcomeKind.REQUESTED, on, note=note, party=party or "")
    say_recorded(session, record_forthcoming(session.desk, whole_commitment(reference), said))


@click.command(
    "occurred",
    short_help="Record the day of the event on which a due time hangs.",
    epilog=example("bilateral occurred PK-CN-13 --on 2026-10-01"),
)
@reference_argument
@click.option("--on", "to", type=DAY, required=True, help="The day of the event; it may be still to come.")
@note_option
@writes
@pass_session
def occurred_command(session: Session, reference: Reference, to: date, note: str) -> None:
    """Record the day of the event on which a due time hangs: entry into force, a request, the next session.

    Told anew, the later word holds.
    """
    said = Outcome(OutcomeKind.OCCURRED, min(to, session.today), to=to, note=note)
    say_recorded(session, record_forthcoming(session.desk, whole_commitment(reference), said))


@click.command("swap", epilog=example("bilateral swap PK-CN-1 --host CN"))
@reference_argument
@click.option("--host", "party", type=CODE, required=True, help="The party that hosts next.")
@decided_option
@note_option
@writes
@pass_session
def swap_command(session: Session, reference: Reference, party: str, on: date | None, note: str) -> None:
    """Record that the parties agreed who hosts the next sitting, whoever's turn it was."""
    said = Outcome(OutcomeKind.SWAPPED, on or session.today, note=note, party=party)
    say_recorded(session, record_forthcoming(session.desk, whole_commitment(reference), said))
