"""The command that finds promises in a text."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING, Any

import click

from bilateral_tracker.cli.context import Session, pass_session, screen_width, show
from bilateral_tracker.cli.options import DAY, LINE, example, writes
from bilateral_tracker.domain.source import Source, SourceKind
from bilateral_tracker.errors import NotFound, TrackerError, WrongUsage, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bilateral_tracker.communique.document import Document
    from bilateral_tracker.domain.draft import Draft
    from bilateral_tracker.domain.kept_draft import KeptDraft
    from bilateral_tracker.domain.party import Party

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "ur": "Urdu",
    "zh": "Chinese",
}
"""The names of languages that can be told apart, by their ISO 639-1 codes."""
FORMS = ("table", "csv", "json", "jsonl")


@click.command("read", epilog=example("bilateral read statement.txt --parties PK,CN"))
@click.argument("file", metavar="FILE")
@click.option("--date", "dated_on", type=DAY, help="Its date. [default: as it says]")
@click.option(
    "--kind",
    metavar="KIND",
    type=click.Choice([kind.value for kind in SourceKind]),
    help=f"What it is: {', '.join(kind.value for kind in SourceKind)}. [default: as it says]",
)
@click.option("--parties", type=LINE, default="", help="Whose promises: PK,CN. [default: as it says]")
@click.option("--place", type=LINE, help="Where it was made. [default: as it says]")
@click.option("--title", type=LINE, help="What it is called. [default: its first line]")
@click.option("--to", "drafts_file", metavar="FILE", help="Write the drafts into a file to be edited, too.")
@click.option("--no-text", is_flag=True, help="Do not keep the text, only its hash: where it may not be kept.")
@click.option("--format", "form", type=click.Choice(FORMS), help="Only print, in this form. [default: table, and keep]")
@writes
@pass_session
def read_command(
    session: Session,
    /,
    file: str,
    parties: str,
    form: str | None,
    drafts_file: str | None,
    no_text: bool,
    **typed: Any,
) -> None:
    """Find the promises in a text, with the words that say so, and keep them as drafts for your yes or no.

    FILE is text, Markdown, HTML, PDF or DOCX; - for what is piped in. Nothing is sent anywhere, and nothing enters
    the register as a promise before you accept it. With --format it is only printed.
    """
    from bilateral_tracker.communique.extract import drafts

    known = _known_parties(session)
    document = _document(session, file, _named_parties(parties, known), typed)
    found = drafts(document)
    if form and form != "table":
        show(_for_programs(found, form, document.dated_on))
    else:
        kept = _keep_and_show(session, document, found, known, keeps_text=not no_text)
        if drafts_file and kept:
            from bilateral_tracker.cli.review import write_drafts

            write_drafts(kept, drafts_file)


def _document(session: Session, file: str, parties: Sequence[Party], typed: dict[str, Any]) -> Document:
    """The text with its head: what was typed, else what it says of itself."""
    from bilateral_tracker.communique.document import about
    from bilateral_tracker.documents.reading import read_document

    plain = read_document(file)
    for note in plain.notes:
        click.echo(note, err=True)
    _refuse_other_language(plain.text)
    document = about(plain.text, _today(session))
    said = {name: value for name, value in typed.items() if value is not None}
    if "kind" in said:
        said["kind"] = SourceKind(said["kind"])
    if "dated_on" in said:
        said["is_dated"] = True
    if parties:
        said["parties"] = tuple(party.name for party in parties)
    said.setdefault("title", plain.title or document.title)
    return document._replace(**said)


def _refuse_other_language(text: str) -> None:
    from bilateral_tracker.communique.language import language

    spoken = language(text)
    if spoken not in ("", "en"):
        raise TrackerError(
            f"The text seems to be {LANGUAGES.get(spoken, spoken)}, and only English is read, for now. "
            "Record what it promises with: bilateral add"
        )


def _keep_and_show(
    session: Session, document: Document, found: Sequence[Draft], known: Mapping[str, Party], keeps_text: bool
) -> list[KeptDraft]:
    from bilateral_tracker.reports.counting import counted
    from bilateral_tracker.reports.draft_sheet import draft_sheet

    kept = _kept(session, document, found, known, keeps_text) if found else []
    click.echo("\n".join(draft_sheet(kept, screen_width())), nl=False)
    if not found:
        click.echo("No promise was found. If there is one, record it with: bilateral add", err=True)
    elif session.dry_run:
        click.echo("This was a rehearsal (--dry-run): nothing was recorded.", err=True)
    else:
        numbers = f"{kept[0].number}" if len(kept) == 1 else f"{kept[0].number} to {kept[-1].number}"
        click.echo(
            f"{counted(len(kept), 'draft')} kept, {numbers}. Accept with: bilateral accept N; "
            'reject with: bilateral reject N --reason "..."'
        )
    return kept


def _kept(
    session: Session, document: Document, found: Sequence[Draft], known: Mapping[str, Party], keeps_text: bool
) -> list[KeptDraft]:
    from bilateral_tracker.communique.language import language
    from bilateral_tracker.desk.drafts import keep_drafts
    from bilateral_tracker.domain.source_text import SourceText, sha256

    session.reading.home()  # without a register there is nowhere to keep them
    parties = [known[name.casefold()] for name in document.parties if name.casefold() in known]
    if len(parties) < 2 or len(parties) < len(document.parties):
        named = ", ".join(document.parties) or "none"
        raise WrongUsage(f"The parties of the text could not be told (found: {named}). Name them like: --parties PK,CN")
    if not document.is_dated:
        raise WrongUsage("The text does not say of which day it is. Give its date with --date.")
    codes = {party.name: party.code for party in parties}
    source = Source(
        _free_id(session, document.dated_on, document.place or document.kind.value),
        document.kind,
        document.title or f"Text of {document.dated_on}",
        document.dated_on,
        document.place,
    )
    text = document.text if keeps_text else None
    kept = SourceText(source.id, sha256(document.text), language(document.text), session.today, text)
    return keep_drafts(session.desk, source, kept, found, codes)


def _free_id(session: Session, dated_on: date, more: str) -> str:
    """An id that no source has yet: `2026-01-07-beijing`, `2026-01-07-beijing-2`."""
    word = "-".join(re.findall(r"[a-z0-9]+", more.lower()))[:30].strip("-")
    first = f"{dated_on}-{word}" if word else f"{dated_on}"
    ids = (first if n == 1 else f"{first}-{n}" for n in count(1))
    return next(one for one in ids if not session.reading.sources([one]))


def _known_parties(session: Session) -> dict[str, Party]:
    """The parties on record by their names and codes; none without a register."""
    try:
        parties = session.reading.parties()
    except NotFound:
        return {}
    return {word.casefold(): party for party in parties for word in (party.name, party.code)}


def _named_parties(typed: str, known: Mapping[str, Party]) -> list[Party]:
    """The parties that were typed, by their codes or names."""
    names = [name.strip() for name in typed.split(",") if name.strip()]
    for name in names:
        if name.casefold() not in known:
            raise NotFound(f"No party {quoted(name)} is on record. See them with: bilateral parties")
    return [known[name.casefold()] for name in names]


def _today(session: Session) -> date:
    """Today in the register's home; without a register, by universal time."""
    from bilateral_tracker.clock import today

    try:
        return session.today
    except NotFound:
        return today("UTC")


def _for_programs(found: Sequence[Draft], form: str, dated_on: date) -> Iterator[str]:
    from bilateral_tracker.reports.draft_sheet import COLUMNS, draft_lines, draft_rows

    if form == "jsonl":
        return draft_lines(found, dated_on)
    from bilateral_tracker.reports.programs import rows_for_programs

    return rows_for_programs(form, COLUMNS, draft_rows(found, dated_on))
