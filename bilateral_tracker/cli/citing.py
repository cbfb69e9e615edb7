"""The options that say where something stands written: a source, known or new, and the place in it."""

from datetime import date
from itertools import count
from typing import Any

import click

from bilateral_tracker.cli.context import Session
from bilateral_tracker.cli.options import LINE, PASSAGE, Command, Decorator
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.source import Citation, Source, SourceKind
from bilateral_tracker.errors import WrongUsage, quoted

_OPTIONS: tuple[Decorator[Any], ...] = (
    click.option("--source", type=LINE, default="", help="A source's id, or a text that describes a new one."),
    click.option("--locator", type=LINE, default="", help='The place in the source: "paragraph 3".'),
    click.option("--quote", type=PASSAGE, default="", help="Its words."),
    click.option("--paraphrase", type=PASSAGE, default="", help="Our words, where the text may not be kept."),
)


def citing_options(command: Command) -> Command:
    """The options that cite a source."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def typed_citation(session: Session, typed: dict[str, Any], dated_on: date) -> tuple[Citation | None, Source | None]:
    """The citation that was typed, and its source where that is new. WrongUsage for one without a place."""
    source, new = _source(session, typed["source"], dated_on)
    cited = typed["quote"] or typed["paraphrase"] or typed["locator"]
    if cited and not source:
        raise WrongUsage("A quote needs the document it stands in. Name it with --source.")
    if source and not cited:
        raise WrongUsage(
            'Say where in the source it stands: --locator "paragraph 3". Or give its words with --quote, '
            "or yours with --paraphrase."
        )
    return (Citation(source, typed["locator"], typed["quote"], typed["paraphrase"]) if source else None), new


def _source(session: Session, named: str, dated_on: date) -> tuple[str, Source | None]:
    """The id of the source that was named, and the source itself where it is new: a text with blanks describes one."""
    if not named:
        return "", None
    if session.reading.sources([named]):
        return named, None
    if " " not in named and "/" not in named:
        raise WrongUsage(
            f"No source {quoted(named)} is on record. See them with: bilateral sources. "
            'Describe a new one in a few words: --source "Agreed minutes, Islamabad"'
        )
    new = Source(_free_id(session, dated_on), SourceKind.OTHER, named, dated_on)
    return new.id, new


def _free_id(session: Session, dated_on: date) -> str:
    """An id from the date that no source has yet: `2026-01-07`, `2026-01-07-2`."""
    ids = (f"{dated_on}" if n == 1 else f"{dated_on}-{n}" for n in count(1))
    return next(one for one in ids if not session.reading.sources([one]))


def cited_sources(session: Session, *histories: History) -> dict[str, Source]:
    """The documents in which these commitments stand, by id."""
    ids = {source for history in histories for source in history.cited_sources}
    return {source.id: source for source in session.reading.sources(ids)}
