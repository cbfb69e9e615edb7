"""Commands that record decisions about a promise itself: new terms, a pause, a withdrawal, the promise made again."""

from datetime import date
from typing import Any

import click

from bilateral_tracker.cli.citing import citing_options, typed_citation
from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.facts import reason_option, whole_commitment
from bilateral_tracker.cli.options import DAY, TITLE, LineType, example, reference_argument, writes
from bilateral_tracker.cli.terms import amended_terms, life_options, terms_options
from bilateral_tracker.desk import decide
from bilateral_tracker.domain.decision import Amendment, Pause, Restatement, Withdrawal
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.situation import situation
from bilateral_tracker.errors import WrongUsage

unilateral_option = click.option("--unilateral", is_flag=True, help="One side decided it alone. [default: both agreed]")
target_argument = click.argument("target", metavar="TARGET", type=LineType("reference"))


@click.command(
    "amend",
    short_help="Record that the terms of a promise were changed.",
    epilog=example('bilateral amend PK-CN-1 --every "6 months" --from 2027-01-07 \\', '  --reason "agreed in Beijing"'),
)
@reference_argument
@click.option("--from", "from_on", type=DAY, help="The first day of the new terms. [default: today]")
@click.option("--decided-on", type=DAY, help="The day this was decided. [default: today, or --from if that is earlier]")
@unilateral_option
@reason_option
@click.option("--title", type=TITLE, help="A new title.")
@terms_options
@life_options
@writes
@pass_session
def amend_command(
    session: Session,
    /,
    reference: Reference,
    from_on: date | None,
    decided_on: date | None,
    unilateral: bool,
    reason: str,
    **typed: Any,
) -> None:
    """Record that the terms of a promise were changed: those that are named change, the others stay.

    What fell due before that day keeps the due date it had. A new --every is counted from that day, unless --first-due
    says otherwise.
    """
    from bilateral_tracker.reports.decisions import say_amended

    day = from_on or session.today

    def amendment_of(history: History) -> Amendment:
        terms = amended_terms(typed, history, day)
        return Amendment(day, terms, decided_on or min(day, session.today), not unilateral, reason)

    history = decide.amend(session.desk, whole_commitment(reference), amendment_of)
    say(session, say_amended(history, situation(history, session.today)))


@click.command(
    "withdraw",
    short_help="Record that a promise was given up.",
    epilog=example(
        'bilateral withdraw PK-CN-5 --reason "merged into the training strategy" \\',
        "  --superseded-by PK-CN-6",
    ),
)
@reference_argument
@click.option("--from", "from_on", type=DAY, help="The first day on which nothing is owed. [default: today]")
@click.option("--decided-on", type=DAY, help="The day this was decided. [default: today, or --from if that is earlier]")
@click.option("--superseded-by", type=LineType("reference"), default="", metavar="REF", help="What took its place.")
@unilateral_option
@reason_option
@writes
@pass_session
def withdraw_command(
    session: Session,
    reference: Reference,
    from_on: date | None,
    decided_on: date | None,
    superseded_by: str,
    unilateral: bool,
    reason: str,
) -> None:
    """Record that a promise was given up, ended or replaced by another: from that day on nothing is owed any more.

    It stays on record with all that became of it until then.
    """
    from bilateral_tracker.reports.decisions import say_withdrawn

    day = from_on or session.today
    withdrawal = Withdrawal(day, decided_on or min(day, session.today), not unilateral, reason, superseded_by)
    history = decide.withdraw(session.desk, whole_commitment(reference), withdrawal)
    say(session, say_withdrawn(history))


@click.command(
    "pause",
    short_help="Record a pause.",
    epilog=example('bilateral pause PK-CN --from 2026-03-01 --reason "border closed"'),
)
@target_argument
@click.option("--from", "from_on", type=DAY, help="The first day of the pause. [default: today]")
@unilateral_option
@reason_option
@writes
@pass_session
def pause_command(session: Session, target: str, from_on: date | None, unilateral: bool, reason: str) -> None:
    """Record a pause, as for force majeure: of one commitment, of a relationship (PK-CN), or of all.

    Until it is resumed nothing of it is overdue, and it comes up for review.
    """
    from bilateral_tracker.reports.decisions import say_paused

    paused = decide.pause(session.desk, target, Pause(from_on or session.today, not unilateral, reason))
    say(session, say_paused(paused))


@click.command(
    "resume",
    short_help="Record that a pause is over.",
    epilog=example("bilateral resume PK-CN --on 2026-06-01 --shift"),
)
@target_argument
@click.option("--on", type=DAY, help="The first day after the pause. [default: today]")
@click.option(
    "--shift/--forgive",
    "shifts",
    default=None,
    help="Put off what was to come by the length of the pause, or forgive what fell due in it.",
)
@writes
@pass_session
def resume_command(session: Session, target: str, on: date | None, shifts: bool | None) -> None:
    """Record that a pause is over, and what becomes of the due dates: say --shift or --forgive."""
    from bilateral_tracker.reports.decisions import say_resumed

    if shifts is None:
        raise WrongUsage(
            "Say what becomes of the due dates: --shift puts off what was to come by the length of the pause, "
            "--forgive does without what fell due in it and leaves the rest as it is."
        )
    say(session, say_resumed(decide.resume(session.desk, target, on or session.today, shifts), session.today))


@click.command(
    "restated",
    short_help="Record that a promise was announced once more.",
    epilog=example(
        'bilateral restated PK-CN-7 --on 2026-09-18 --locator "paragraph 11" \\',
        '  --source "Joint statement, Islamabad"',
    ),
)
@reference_argument
@click.option("--on", type=DAY, required=True, help="The day it was announced again; it may lie before the agreement.")
@citing_options
@writes
@pass_session
def restated_command(session: Session, /, reference: Reference, on: date, **typed: Any) -> None:
    """Record that a promise was announced once more, and where: nothing new is due, but it is counted."""
    from bilateral_tracker.reports.decisions import say_restated

    citation, new = typed_citation(session, typed, on)
    if citation is None:
        raise WrongUsage("Say where it was announced again: --source, with --locator, --quote or --paraphrase.")
    history = decide.restate(session.desk, whole_commitment(reference), Restatement(on, citation), new)
    say(session, say_restated(history))
