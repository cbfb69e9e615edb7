"""Commands for the steps on the way to a deliverable or report."""

from datetime import date

import click

from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.follow_up import refuse_unnumbered, show_kind
from bilateral_tracker.cli.options import (
    DAY,
    LINE,
    TITLE,
    WINDOW,
    example,
    looks,
    reference_argument,
    reference_argument_optional,
    writes,
)
from bilateral_tracker.desk.follow_up import Raised, finish_follow_up
from bilateral_tracker.desk.milestone import set_milestone
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.situation import MILESTONE
from bilateral_tracker.domain.window import Window


@click.group("milestone", epilog=example("bilateral milestone list"))
def milestone_command() -> None:
    """Set, list and tick off the steps towards a deliverable or report."""


@milestone_command.command(
    "add",
    short_help="Set a milestone.",
    epilog=example('bilateral milestone add PK-CN-6 "First draft sent" --due 2026-12-31'),
)
@reference_argument
@click.argument("text", type=TITLE)
@click.option("--due", type=WINDOW, required=True, metavar="DATE", help="A day, 2026-10, 2026-Q3 or 2026-H2.")
@click.option("--owner", type=LINE, default="", help="Who is to do it: a party's code, an agency, a person.")
@click.option("--on", type=DAY, help="The day it was set. [default: today]")
@writes
@pass_session
def add_command(session: Session, reference: Reference, text: str, due: Window, owner: str, on: date | None) -> None:
    """Set a milestone: TEXT, on the way to the deliverable or report REF, and due no later than that.

    It is numbered together with the follow-ups of REF, and comes up as they do.
    """
    _say(session, set_milestone(session.desk, reference, text, owner, due, on or session.today))


@milestone_command.command("list", short_help="List milestones.", epilog=example("bilateral milestone list PK-CN-6"))
@reference_argument_optional
@looks
@pass_session
def list_command(session: Session, reference: Reference | None) -> None:
    """List milestones, done ones included: all, or those of one commitment."""
    show_kind(session, reference, MILESTONE, "No milestone is on record.")


@milestone_command.command("done", epilog=example("bilateral milestone done PK-CN-6.1 --on today"))
@reference_argument
@click.option("--on", type=DAY, help="The day it was done. [default: today]")
@writes
@pass_session
def done_command(session: Session, reference: Reference, on: date | None) -> None:
    """Record that a milestone was reached."""
    refuse_unnumbered(reference, "milestone")
    _say(session, finish_follow_up(session.desk, reference, on or session.today, is_milestone=True))


def _say(session: Session, raised: Raised) -> None:
    from bilateral_tracker.reports.milestones import say_milestone

    say(session, say_milestone(raised.history, raised.follow_up, session.today))
