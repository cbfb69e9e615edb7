"""Commands for action points."""

from datetime import date

import click

from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.look import asked_history, show_rows
from bilateral_tracker.cli.options import (
    DAY,
    LINE,
    TITLE,
    LineType,
    example,
    looks,
    reference_argument,
    reference_argument_optional,
    writes,
)
from bilateral_tracker.desk.follow_up import Raised, finish_follow_up, raise_follow_up
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.situation import FOLLOW_UP, follow_up_situations
from bilateral_tracker.errors import WrongUsage


@click.group("follow-up", epilog=example("bilateral follow-up list"))
def follow_up_command() -> None:
    """Raise, list and finish action points that arise from a sitting or a commitment."""


@follow_up_command.command(
    "add",
    short_help="Raise an action point.",
    epilog=example(
        'bilateral follow-up add PK-CN-1 "Send the draft agenda" --owner PK \\',
        '  --due "14 days before the next sitting"',
    ),
)
@reference_argument
@click.argument("text", type=TITLE)
@click.option("--owner", type=LINE, default="", help="Who is to do it: a party's code, an agency, a person.")
@click.option("--due", type=LineType("due date"), default="", help="A date, or a time before or after a sitting.")
@click.option("--on", type=DAY, help="The day it was raised. [default: today]")
@writes
@pass_session
def add_command(session: Session, reference: Reference, text: str, owner: str, due: str, on: date | None) -> None:
    """Raise an action point: TEXT, under the commitment REF.

    Its due date may hang on a sitting, and moves with it: "14 days before the next sitting", "30 days after it was
    held". It is the next sitting or the last one held, unless REF names another: PK-CN-1#3.
    """
    raised = raise_follow_up(session.desk, reference, text, owner, due, on or session.today)
    _say(session, raised)


@follow_up_command.command("list", short_help="List action points.", epilog=example("bilateral follow-up list PK-CN-1"))
@reference_argument_optional
@looks
@pass_session
def list_command(session: Session, reference: Reference | None) -> None:
    """List action points, done ones included: all, or those of one commitment."""
    show_kind(session, reference, FOLLOW_UP, "No follow-up is on record.")


@follow_up_command.command("done", epilog=example("bilateral follow-up done PK-CN-1.1 --on today"))
@reference_argument
@click.option("--on", type=DAY, help="The day it was done. [default: today]")
@writes
@pass_session
def done_command(session: Session, reference: Reference, on: date | None) -> None:
    """Record that an action point was done."""
    refuse_unnumbered(reference, "follow-up")
    _say(session, finish_follow_up(session.desk, reference, on or session.today))


def show_kind(session: Session, reference: Reference | None, kind: str, nothing: str) -> None:
    """The follow-ups of one kind, of all commitments or of one."""
    register, view = session.reading, session.view
    histories = [asked_history(session, reference)] if reference else register.histories(view)
    rows = [row for history in histories for row in follow_up_situations(history, view.as_of) if row.kind == kind]
    show_rows(session, rows, "FOLLOW_UPS", nothing)


def refuse_unnumbered(reference: Reference, what: str) -> None:
    """Refuses a reference that names no follow-up; `what` it was to name is also the command that lists them."""
    if reference.follow_up is None:
        raise WrongUsage(
            f"{reference} is not a {what}; they look like {reference.commitment}.1. "
            f"See them with: bilateral {what} list {reference.commitment}"
        )


def _say(session: Session, raised: Raised) -> None:
    from bilateral_tracker.reports.wording import say_follow_up

    ref = f"{raised.history.commitment.ref}.{raised.follow_up.number}"
    rows = follow_up_situations(raised.history, session.today)
    row = next(row for row in rows if row.ref == ref)
    say(session, say_follow_up(raised.history.commitment.ref, raised.follow_up, row))
