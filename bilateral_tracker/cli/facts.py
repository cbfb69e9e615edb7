"""What the commands share that record facts: their options, what they are about, the sentence they end with."""

from typing import Any

import click

from bilateral_tracker.cli.context import Session, say
from bilateral_tracker.cli.options import LINE, NUMBER, PASSAGE, Decorator
from bilateral_tracker.desk.record import Recorded
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.situation import situation
from bilateral_tracker.errors import WrongUsage


def number_option(usual: str) -> Decorator[Any]:
    """The option that names an occurrence, where it is not the usual one."""
    return click.option("--number", type=NUMBER, help=f"Which occurrence, as in PK-CN-1#N. [default: {usual}]")


matters_option = number_option("the overdue one, else the next")
note_option = click.option("--note", type=PASSAGE, default="", help="Anything worth knowing in two years.")
reason_option = click.option("--reason", type=PASSAGE, default="", help="Why, in words.")
because_option = click.option(
    "--because", type=LINE, default="", metavar="WORD", help="The sort of reason for a delay; see: bilateral reasons"
)
evidence_option = click.option(
    "--minutes", "evidence", type=LINE, default="", help="Where it is documented: file or URL."
)


def occurrence_number(reference: Reference, typed: int | None) -> int | None:
    """The number of the occurrence that was named, in the reference or by option. WrongUsage if they differ."""
    if reference.follow_up is not None:
        raise WrongUsage(f"{reference} is a follow-up. Record it with: bilateral follow-up done {reference}")
    if typed and reference.number and typed != reference.number:
        raise WrongUsage(f"{reference} and --number {typed} name two occurrences. Leave one of them out.")
    return typed or reference.number


def whole_commitment(reference: Reference) -> str:
    """The reference of a commitment. WrongUsage for one of its occurrences or follow-ups."""
    if reference != Reference(reference.commitment):
        raise WrongUsage(f"This is about the whole promise, not about {reference}. Type {reference.commitment}")
    return reference.commitment


def say_recorded(session: Session, recorded: Recorded) -> None:
    """One sentence on what is now true."""
    from bilateral_tracker.reports.wording import say_outcome

    now = situation(recorded.history, session.today)
    say(session, say_outcome(recorded.history, recorded.outcome, recorded.number, now))
