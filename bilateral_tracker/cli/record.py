"""Commands that record what became of a promise."""

from datetime import date
from typing import Any

import click

from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.facts import (
    because_option,
    evidence_option,
    matters_option,
    note_option,
    number_option,
    occurrence_number,
    reason_option,
    say_recorded,
)
from bilateral_tracker.cli.options import CODE, DAY, LINE, Command, Decorator, example, reference_argument, writes
from bilateral_tracker.desk import record
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.situation import situation
from bilateral_tracker.errors import WrongUsage

settles_option = number_option("the nearest")

_SITTING_OPTIONS: tuple[Decorator[Any], ...] = (
    click.option("--additional", is_flag=True, help="It comes on top of what was promised."),
    click.option("--place", type=LINE, default="", help="Where."),
    click.option("--host", type=CODE, help="Who hosted. [default: the party whose capital it was]"),
    click.option("--session", type=click.IntRange(1, 9999), metavar="N", help="Its number. [default: counted on]"),
    click.option(
        "--mode", type=click.Choice([mode.value for mode in Mode]), help="How people met; margins: of something else."
    ),
    click.option("--level", type=LINE, default="", help="On which level: ministers, secretaries, experts."),
    click.option("--chairs", type=LINE, default="", help="Who chaired it, on both sides."),
    click.option(
        "--takes-turn/--keeps-turn",
        default=None,
        help="Whether its host's turn is over. [default: it is, unless virtual or on the margins]",
    ),
)


def sitting_options(command: Command) -> Command:
    """The options that describe a sitting."""
    for option in reversed(_SITTING_OPTIONS):
        command = option(command)
    return command


@click.command(
    "held",
    epilog=example(
        "bilateral held PK-CN-1 --on 2026-04-29 --place Islamabad \\", '  --chairs "both secretaries of interior"'
    ),
)
@reference_argument
@click.option("--on", type=DAY, required=True, help="The day it was held; of several days the last.")
@settles_option
@sitting_options
@evidence_option
@because_option
@reason_option
@note_option
@writes
@pass_session
def held_command(session: Session, /, reference: Reference, on: date, number: int | None, **typed: Any) -> None:
    """Record that a sitting was held. It settles the occurrence whose due time is nearest, the older on a tie."""
    host, mode = typed.pop("host") or "", typed.pop("mode")
    how = Mode(mode) if mode else None
    number = occurrence_number(reference, number)
    outcome = Outcome(OutcomeKind.HELD, on, number=number, party=host, mode=how, **typed)
    say_recorded(session, record.record_fulfilment(session.desk, reference.commitment, outcome))


@click.command(
    "delivered",
    epilog=example("bilateral delivered PK-CN-6 --on 2026-06-30 --minutes file-12-2026.pdf"),
)
@reference_argument
@click.option("--on", type=DAY, required=True, help="The day it was delivered.")
@settles_option
@evidence_option
@because_option
@reason_option
@note_option
@writes
@pass_session
def delivered_command(session: Session, /, reference: Reference, on: date, number: int | None, **typed: Any) -> None:
    """Record that a report or deliverable was delivered. It settles the nearest occurrence still owed."""
    outcome = Outcome(OutcomeKind.DELIVERED, on, number=occurrence_number(reference, number), **typed)
    say_recorded(session, record.record_fulfilment(session.desk, reference.commitment, outcome))


@click.command("postpone", epilog=example("bilateral postpone PK-CN-1#3 --to 2026-12-15 --because dates_not_agreed"))
@reference_argument
@click.option("--to", type=DAY, required=True, help="The new date.")
@matters_option
@click.option("--on", type=DAY, help="The day this was decided. [default: today, or the old date if the new is past]")
@because_option
@reason_option
@writes
@pass_session
def postpone_command(
    session: Session, reference: Reference, to: date, number: int | None, on: date | None, because: str, reason: str
) -> None:
    """Record that an occurrence was moved to a later date.

    Lateness is still counted from the agreed date.
    """
    number = occurrence_number(reference, number)
    recorded = record.record_postponement(session.desk, reference.commitment, number, to, on, reason, because)
    say_recorded(session, recorded)


def _release_command(name: str, kind: OutcomeKind, help_text: str, line: str) -> click.Command:
    """A command that records that nothing is expected of an occurrence any more, or not for now."""

    @click.command(name, help=help_text, epilog=example(line))
    @reference_argument
    @matters_option
    @click.option("--on", type=DAY, help="The day this was decided. [default: today]")
    @because_option
    @reason_option
    @writes
    @pass_session
    def command(
        session: Session, reference: Reference, number: int | None, on: date | None, because: str, reason: str
    ) -> None:
        number = occurrence_number(reference, number)
        outcome = Outcome(kind, on or session.today, number=number, because=because, reason=reason)
        say_recorded(session, record.record_release(session.desk, reference.commitment, outcome))

    return command


defer_command = _release_command(
    "defer",
    OutcomeKind.DEFERRED,
    "Record that an occurrence was put off without a new date (sine die).",
    'bilateral defer PK-CN-1 --number 3 --reason "election"',
)

cancel_command = _release_command(
    "cancel",
    OutcomeKind.CANCELLED,
    "Record that an occurrence was cancelled.",
    'bilateral cancel PK-CN-1 --number 3 --reason "security incident"',
)

waive_command = _release_command(
    "waive",
    OutcomeKind.WAIVED,
    "Record that the parties agreed to do without an occurrence.",
    'bilateral waive PK-CN-1 --number 1 --reason "both begin in July"',
)

lapsed_command = _release_command(
    "lapsed",
    OutcomeKind.LAPSED,
    "Record that an occurrence has lapsed: its time is over, and nobody chases it. It stays missed.",
    "bilateral lapsed PK-CN-1 --number 2 --because dates_not_agreed",
)


@click.command("reviewed", epilog=example('bilateral reviewed PK-CN-3 --note "nothing new since January"'))
@reference_argument
@click.option("--on", type=DAY, help="The day it was looked at. [default: today]")
@note_option
@writes
@pass_session
def reviewed_command(session: Session, reference: Reference, on: date | None, note: str) -> None:
    """Record that a promise without a date was looked at; it comes up again one review rhythm later."""
    from bilateral_tracker.reports.wording import say_reviewed

    if occurrence_number(reference, None) is not None:
        raise WrongUsage(f"A promise is reviewed as a whole. Leave out the number: {reference.commitment}")

    history = record.record_review(session.desk, reference.commitment, on or session.today, note)
    say(session, say_reviewed(history, situation(history, session.today)))


@click.command("undo", epilog=example("bilateral undo"))
@click.argument("entry", type=click.IntRange(1), required=False)
@writes
@pass_session
def undo_command(session: Session, entry: int | None) -> None:
    """Take back the latest entry, or a numbered one. Nothing is erased: an undoing is an entry, and can be undone."""
    from bilateral_tracker.desk.undo import undo
    from bilateral_tracker.reports.wording import say_undone

    say(session, say_undone(*undo(session.desk, entry)))
