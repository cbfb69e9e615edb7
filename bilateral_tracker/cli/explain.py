"""The command that says how dates come about, and what a fact would change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from bilateral_tracker.cli.citing import cited_sources
from bilateral_tracker.cli.context import Session, heading, pass_session, screen_width, show
from bilateral_tracker.cli.look import asked_history
from bilateral_tracker.cli.options import example, looks, reference_argument
from bilateral_tracker.cli.plan import calendars_option, obstacle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from bilateral_tracker.domain.history import History
    from bilateral_tracker.domain.reference import Reference
    from bilateral_tracker.domain.supposition import Supposition
    from bilateral_tracker.reports.explanation import Part


class ExplainCommand(click.Command):
    """A command whose `--if` takes the words up to the next option for one fact: `--if held 2026-04-29`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does it, once the words of each fact are one."""
        return super().parse_args(ctx, facts_joined(args))


def facts_joined(words: Sequence[str]) -> list[str]:
    """The words typed, those after each `--if` joined up to the next option; `-3m` is a day, and none."""
    found: list[str] = []
    for word in words:
        if word.startswith("--if="):
            found += ["--if", word.removeprefix("--if=")]
        elif len(found) > 1 and found[-2] == "--if" and not _is_option(word):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def _is_option(word: str) -> bool:
    return re.match(r"-[^0-9]", word) is not None


@click.command(
    "explain",
    cls=ExplainCommand,
    epilog=example(
        "bilateral explain PK-CN-1",
        "bilateral explain PK-CN-1 --if held 2026-04-29",
        'bilateral explain PK-CN-1 --if "#2 waived" --if held 2026-09-30 in CN',
    ),
)
@reference_argument
@click.option(
    "--if",
    "supposed",
    metavar="FACT",
    multiple=True,
    help="Suppose a fact (held DATE, postponed DATE, waived and so on) and say what it would change; repeatable.",
)
@calendars_option
@looks
@pass_session
def explain_command(session: Session, reference: Reference, supposed: tuple[str, ...], file: Path | None) -> None:
    """Derive a commitment's due dates in words: from which promise, read how, counted how, settled by what.

    With --if it says instead what a fact would change, and records nothing.
    """
    history = asked_history(session, reference)
    found = _suppose(session, history, reference, supposed) if supposed else None
    if session.form == "table":
        _show_parts(_parts(session, history, reference, found), _obstacle(session, history, found, file))
    elif session.form == "csv":
        _show_csv(session, history, reference, found)
    else:
        _show_json(session, history, reference, found, _obstacle(session, history, found, file))
    if found:
        click.echo("This was only supposed: nothing was recorded.", err=True)


def _suppose(session: Session, history: History, reference: Reference, typed: Sequence[str]) -> Supposition:
    from bilateral_tracker.domain.supposition import read_supposed, suppose

    day = session.view.as_of
    return suppose(history, [read_supposed(one, day, reference.number) for one in typed], day)


def _parts(session: Session, history: History, reference: Reference, found: Supposition | None) -> Iterable[Part]:
    from bilateral_tracker.reports.explanation import explanation, supposition

    if found:
        return supposition(found, screen_width())
    return explanation(history, cited_sources(session, history), session.view.as_of, screen_width(), reference.number)


def _show_parts(parts: Iterable[Part], obstacle_said: str) -> None:
    """The parts with an empty line between them, and what speaks against the day of the coming sitting."""
    from bilateral_tracker.reports.visible import wrapped

    blocks = ["\n".join((*([heading(part.heading)] if part.heading else []), *part.lines)) for part in parts]
    blocks += ["\n".join(wrapped(obstacle_said, screen_width()))] if obstacle_said else []
    click.echo("\n\n".join(blocks))


def _show_csv(session: Session, history: History, reference: Reference, found: Supposition | None) -> None:
    from bilateral_tracker.reports import reasoning

    if found:
        show(reasoning.effects_csv(found))
    else:
        show(reasoning.occurrences_csv(history, session.view.as_of, reference.number))


def _show_json(
    session: Session, history: History, reference: Reference, found: Supposition | None, obstacle_said: str
) -> None:
    from bilateral_tracker.reports import reasoning
    from bilateral_tracker.reports.machine import json_object

    said = reasoning.explanation_object(history, cited_sources(session, history), session.view.as_of, reference.number)
    supposed = reasoning.supposition_object(found) if found else None
    click.echo(json_object({**said, "obstacle": obstacle_said or None, "supposition": supposed}), nl=False)


def _obstacle(session: Session, history: History, found: Supposition | None, file: Path | None) -> str:
    """What speaks against the day of the coming sitting, as it is or would be; empty if nothing does."""
    from bilateral_tracker.reports.explanation import day_to_meet

    day = day_to_meet(found.supposed, found.day) if found else day_to_meet(history, session.view.as_of)
    return obstacle(session, history.commitment.parties, day, file) if day else ""
