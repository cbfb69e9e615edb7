"""Going through drafts: in a file that is edited, or one by one on a terminal."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bilateral_tracker.cli.context import Session, say, screen_width
from bilateral_tracker.cli.waiting import tell_accepted, waiting
from bilateral_tracker.desk.drafts import Accepted, accept, reject
from bilateral_tracker.desk.verdicts import Verdict, carry_out, read_verdicts
from bilateral_tracker.domain.kept_draft import KeptDraft
from bilateral_tracker.errors import NotFound, TrackerError, WrongUsage, quoted
from bilateral_tracker.reports.draft_file import draft_file, draft_table
from bilateral_tracker.reports.draft_sheet import draft_sheet

CHOICES = {"a": "accept", "e": "edit", "s": "skip", "r": "reject", "q": "quit"}


def write_drafts(drafts: Sequence[KeptDraft], file: str) -> None:
    """Writes drafts into a new file to be edited. TrackerError if it is there already."""
    try:
        with Path(file).open("x", encoding="utf-8") as opened:
            opened.write(draft_file(drafts))
    except FileExistsError as problem:
        raise TrackerError(f"{quoted(file)} is there already, and is left as it is. Name another file.") from problem
    except OSError as problem:
        raise TrackerError(f"{quoted(file)} cannot be written: {problem.strerror}. Name another file.") from problem
    click.echo(f"{len(drafts)} written to {file}. Edit it, then type: bilateral accept --from {file}", err=True)


def accept_from(session: Session, file: str) -> None:
    """Carries out what a file says."""
    try:
        text = Path(file).read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        raise NotFound(f"There is no file {quoted(file)}. Write one with: bilateral drafts --to FILE") from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise TrackerError(f"{quoted(file)} cannot be read as a file of drafts ({problem}).") from problem
    done = carry_out(session.desk, read_verdicts(text, file))
    for one in done:
        if isinstance(one, Accepted):
            tell_accepted(session, one)
        else:
            say(session, f"Draft {one.number} ({one.title}) rejected: {one.reason}. Undo with: bilateral undo")
    if not done:
        click.echo("No verdict stands in it: nothing was changed. Write accept or reject for a draft.", err=True)


def review(session: Session) -> None:
    """Asks about each waiting draft in turn. WrongUsage where nobody can be asked."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUsage("Name drafts by their numbers, or say --all. See them with: bilateral drafts")
    drafts = waiting(session)
    for draft in drafts:
        click.echo("\n".join(draft_sheet([draft], screen_width())), nl=False)
        if not _is_answered(session, draft):
            return
    click.echo("No draft is waiting." if not drafts else "That was the last one.", err=True)


def _is_answered(session: Session, draft: KeptDraft) -> bool:
    """Asks until there is an answer that can be carried out; whether to go on."""
    while True:
        words = ", ".join(f"{word[0]} {word}" for word in CHOICES.values())
        answer = click.prompt(f"{words}?", type=click.Choice(list(CHOICES)), show_choices=False, prompt_suffix=" ")
        try:
            return _carry_out(session, draft, answer)
        except TrackerError as problem:
            click.echo(f"{problem}", err=True)


def _carry_out(session: Session, draft: KeptDraft, answer: str) -> bool:
    match answer:
        case "a":
            tell_accepted(session, accept(session.desk, [draft.number], {})[0])
        case "e":
            for verdict in _edited(draft):
                tell_accepted(session, accept(session.desk, [draft.number], verdict.fields)[0])
        case "r":
            reason = click.prompt("Why is it no promise")
            say(session, f"Draft {reject(session.desk, draft.number, reason).number} rejected: {reason}.")
    return answer != "q"


def _edited(draft: KeptDraft) -> list[Verdict]:
    """The draft as it was edited, accepted by saving it; none if nothing was saved."""
    edited = click.edit(draft_table(draft).replace('verdict = ""', 'verdict = "accept"'), extension=".toml")
    return read_verdicts(edited, f"draft {draft.number}") if edited else []
