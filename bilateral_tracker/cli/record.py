"""Commands that record what became of a promise."""

from datetime import date
from typing import Any

import click

from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.options import DAY, LINE, NUMBER, PASSAGE, Decorator, example, reference_argument, writes
from bilateral_tracker.desk import record
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.situation import situation
from bilateral_tracker.errors import WrongUsage


def number_option(usual: str) -> Decorator[Any]:
    """The option that names an occurrence, where it is not the usual one."""
    return click.option("--number", type=NUMBER, help=f"Which occurrence, as in PK-CN-1#N. [default: {usual}]")


settles_option, matters_option = number_option("the nearest"), number_option("the overdue one, else the next")
note_option = click.option("--note", type=PASSAGE, default="", help="Anything worth knowing in two years.")
reason_option = click.option("--reason", type=PASSAGE, default="", help="Why.")
evidence_option = click.option(
    "--minutes", "evidence", type=LINE, default="", help="Where it is documented: file or URL."
)
additional_option = click.option("--additional", is_flag=True, help="It comes on top of what was promised.")


def occurrence_number(reference: Reference, typed: int | None) -> int | None:
    """The number of the occurrence that was named, in the reference or by option. WrongUsage if they differ."""
    if reference.follow_up is not None:
        raise WrongUsage(f"{reference} is a follow-up. Record it with: bilateral follow-up done {reference}")
    if typed and reference.number and typed != reference.number:
        raise WrongUsage(f"{reference} and --number {typed} name two occurrences. Leave one of them out.")
    return typed or reference.number


def say_recorded(session: Session, recorded: record.Recorded) -> None:
    """One sentence on what is now true."""
    from bilateral_tracker.reports.wording import say_outcome

    now = situation(recorded.history, session.today)
    say(session, say_outcome(recorded.history, recorded.outcome, recorded.number, now))


@click.command("held", epilog=example("bilateral held PK-CN-1 --on 2026-04-29 --place Islamabad"))
@reference_argument
@click.option("--on", type=DAY, required=True, help="The day it was held.")
@settles_option
@additional_option
@click.option("--place", type=LINE, default="", help="Where.")
@click.option(
    "--mode", type=click.Choice([mode.value for mode in Mode]), help="How people met; margins: of something else."
)
@evidence_option
@note_option
@writes
@pass_session
def held_command(
    session: Session,
    reference: Reference,
    on: date,
    number: int | None,
    additional: bool,
    place: str,
    mode: str | None,
    evidence: str,
    note: str,
) -> None:
    """Record that a sitting was held. It settles the occurrence whose due date is nearest, the older on a tie."""
    outcome = Outcome(
        OutcomeKind.HELD,
        on,
        number=occurrence_number(reference, number),
        additional=additional,
        place=place,
        mode=Mode(mode) if mode else None,
        evidence=evidence,
        note=note,
    )
    say_recorded(session, record.record_fulfilment(session.desk, reference.commitment, outcome))


@click.command(
    "delivered",
    epilog=example("bilateral delivered PK-CN-6 --on 2026-06-30 --minutes file-12-2026.pdf"),
)
@reference_argument
@click.option("--on", type=DAY, required=True, help="The day it was delivered.")
@settles_option
@evidence_option
@note_option
@writes
@pass_session
def delivered_command(
    session: Session, reference: Reference, on: date, number: int | None, evidence: str, note: str
) -> None:
    """Record that a report or deliverable was delivered. It settles the nearest occurrence still owed."""
    number = occurrence_number(reference, number)
    outcome = Outcome(OutcomeKind.DELIVERED, on, number=number, evidence=evidence, note=note)
    say_recorded(session, record.record_fulfilment(session.desk, reference.commitment, outcome))


@click.command("postpone", epilog=example('bilateral postpone PK-CN-1#3 --to 2026-12-15 --reason "dates not agreed"'))
@reference_argument
@click.option("--to", type=DAY, required=True, help="The new date.")
@matters_option
@click.option("--on", type=DAY, help="The day this was decided. [default: today, or the old date if the new is past]")
@reason_option
@writes
@pass_session
def postpone_command(
    session: Session, reference: Reference, to: date, number: int | None, on: date | None, reason: str
) -> None:
    """Record that an occurrence was moved to a later date.

    Lateness is still counted from the agreed date.
    """
    number = occurrence_number(reference, number)
    recorded = record.record_postponement(session.desk, reference.commitment, number, to, on, reason)
    say_recorded(session, recorded)


def _release_command(name: str, kind: OutcomeKind, help_text: str, line: str) -> click.Command:
    """A command that records that nothing is expected of an occurrence any more, or not for now."""

    @click.command(name, help=help_text, epilog=example(line))
    @reference_argument
    @matters_option
    @click.option("--on", type=DAY, help="The day this was decided. [default: today]")
    @reason_option
    @writes
    @pass_session
    def command(session: Session, reference: Reference, number: int | None, on: date | None, reason: str) -> None:
        outcome = Outcome(kind, on or session.today, number=occurrence_number(reference, number), reason=reason)
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
