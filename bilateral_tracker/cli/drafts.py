"""Commands about drafts: what was found in texts, and a person's yes or no to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bilateral_tracker.cli.context import Session, pass_session, say, screen_width, show
from bilateral_tracker.cli.options import CODE_OR_JOINT, LINE, TITLE, example, form_option, register_option, writes
from bilateral_tracker.cli.waiting import tell_accepted, waiting
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.errors import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Sequence


_KINDS = [kind.value for kind in Kind if kind is not Kind.INSTRUMENT]


@click.command("drafts", epilog=example("bilateral drafts"))
@click.option("--all", "every", is_flag=True, help="Those too that were accepted or rejected.")
@click.option("--to", "file", metavar="FILE", help="Write them into a file to be edited, for `accept --from`.")
@form_option
@register_option
@pass_session
def drafts_command(session: Session, every: bool, file: str | None) -> None:
    """List the promises found in texts, those that wait for your yes or no."""
    from bilateral_tracker.reports.draft_sheet import KEPT_COLUMNS, draft_sheet, kept_rows

    found = session.reading.drafts() if every else waiting(session)
    if file:
        from bilateral_tracker.cli.review import write_drafts

        write_drafts(found, file)
    elif session.form != "table":
        from bilateral_tracker.reports.programs import rows_for_programs

        show(rows_for_programs(session.form, KEPT_COLUMNS, kept_rows(found)))
    elif found:
        click.echo("\n".join(draft_sheet(found, screen_width())), nl=False)
    else:
        click.echo("No draft is waiting. Find promises in a text with: bilateral read FILE", err=True)


@click.command("accept", epilog=example('bilateral accept 1 --every "every 6 months"'))
@click.argument("numbers", metavar="[N]...", type=click.IntRange(1), nargs=-1)
@click.option("--all", "every", is_flag=True, help="All that are waiting.")
@click.option("--from", "file", metavar="FILE", help="As a file says that `read --to` or `drafts --to` has written.")
@click.option("--title", type=TITLE, help="What is promised, in other words.")
@click.option("--kind", type=click.Choice(_KINDS), help="What sort of thing it is.")
@click.option("--strength", type=click.Choice([one.value for one in Strength]), help="How firmly it was promised.")
@click.option("--owed-by", type=CODE_OR_JOINT, help="Who owes it: a party, or joint.")
@click.option("--lead", type=LINE, help="The ministry or agency in charge.")
@click.option("--every", "rhythm", type=LINE, help="How often; also the answer to a question.")
@click.option("--due", type=LINE, help="When it is due once.")
@writes
@pass_session
def accept_command(
    session: Session,
    /,
    numbers: Sequence[int],
    every: bool,
    file: str | None,
    rhythm: str | None,
    **typed: Any,
) -> None:
    """Record drafts as commitments: all that are named, or none. The options correct the one that is named.

    Without numbers, on a terminal, it goes through all that are waiting, one by one. A draft that was accepted before
    stays as it is.
    """
    named = [draft.number for draft in waiting(session)] if every else list(dict.fromkeys(numbers))
    changes = _changes(typed, rhythm)
    if file:
        from bilateral_tracker.cli.review import accept_from

        accept_from(session, file)
    elif named or every:
        _accept(session, named, changes)
    else:
        from bilateral_tracker.cli.review import review

        review(session)


def _accept(session: Session, named: Sequence[int], changes: dict[str, Any]) -> None:
    from bilateral_tracker.desk.drafts import accept

    if changes and len(named) != 1:
        raise WrongUsage("The options correct one draft. Name that one alone.")
    for one in accept(session.desk, named, changes):
        tell_accepted(session, one)


@click.command("reject", epilog=example('bilateral reject 2 --reason "a wish, not a promise"'))
@click.argument("number", metavar="N", type=click.IntRange(1))
@click.option("--reason", type=TITLE, required=True, help="Why it is no promise.")
@writes
@pass_session
def reject_command(session: Session, number: int, reason: str) -> None:
    """Record that a draft is no promise, and why."""
    from bilateral_tracker.desk.drafts import reject

    draft = reject(session.desk, number, reason)
    say(session, f"Draft {number} ({draft.title}) rejected: {reason}. Undo with: bilateral undo")


def _changes(typed: dict[str, Any], rhythm: str | None) -> dict[str, Any]:
    """What was typed, as fields of a draft. A rhythm or a due date takes the place of both, and answers a question."""
    changes = {name: value for name, value in typed.items() if value is not None}
    if rhythm and "due" in changes:
        raise WrongUsage("--every and --due exclude each other: it falls due again and again, or once. Leave one out.")
    if rhythm:
        changes |= {"every": rhythm, "due": "", "question": ""}
    elif "due" in changes:
        changes |= {"every": "", "question": ""}
    kinds = {"kind": Kind, "strength": Strength}
    return {name: kinds[name](value) if name in kinds else value for name, value in changes.items()}
