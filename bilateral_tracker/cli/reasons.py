"""The command for the sorts of reasons why things are late."""

import re

import click

from bilateral_tracker.cli.agree import show_table
from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.options import TITLE, example, form_option, register_option, writes
from bilateral_tracker.errors import WrongUsage, quoted

WORD = r"[a-z][a-z_]{2,39}"
"""What the word for a reason looks like."""


@click.group("reasons", invoke_without_command=True, epilog=example("bilateral reasons"))
@register_option
@form_option
@click.pass_context
@pass_session
def reasons_command(session: Session, context: click.Context) -> None:
    """List the sorts of reasons for delays that --because knows, or add one."""
    if context.invoked_subcommand is None:
        from bilateral_tracker.domain.delay import USUAL_REASONS

        own = session.reading.delay_reasons()
        words = {one.word for one in own}
        known = [*(one for one in USUAL_REASONS if one.word not in words), *own]
        show_table(session, ("word", "meaning"), [(one.word, one.meaning) for one in known])


@reasons_command.command(
    "add",
    short_help="Record a sort of reason.",
    epilog=example('bilateral reasons add budget_year "the budget was not voted in time"'),
)
@click.argument("word", metavar="WORD")
@click.argument("meaning", type=TITLE)
@writes
@pass_session
def reasons_add_command(session: Session, word: str, meaning: str) -> None:
    """Record a sort of reason under a WORD of small letters, with its MEANING; a known one is described anew."""
    from bilateral_tracker.desk.intake import take_in_reason
    from bilateral_tracker.domain.delay import DelayReason

    if not re.fullmatch(WORD, word):
        raise WrongUsage(f"{quoted(word)} is not a word for a reason. Use small letters and _, like budget_year.")
    take_in_reason(session.desk, DelayReason(word, meaning))
    say(session, f"{word} recorded: {meaning}. Use it with: --because {word}")
