"""One message for one reader and run: all that wants their attention, the most urgent first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.domain.waiting import DATE
from bilateral_tracker.reports.listing import named
from bilateral_tracker.reports.matter import say_matter, say_owing, say_question, steps
from bilateral_tracker.reports.page import page
from bilateral_tracker.reports.paragraph import Paragraph, Style, plain_text


class Item(NamedTuple):
    """A row to be reminded of, and what the reader should know beside it; what is unknown is empty."""

    row: Situation
    told: str = ""
    """Why now, where it is not plain: `4 stages since 1 November`."""
    where: str = ""
    """The source with its date and the place in it: `Joint press release, Beijing, 7 January 2026, paragraph 3`."""
    quote: str = ""
    """What it says there, in quotation marks, or a paraphrase without them."""
    next_step: str = ""
    """A sentence on what to do next; a command comes last, after a colon: `Find a day: bilateral propose PK-CN-1`."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A message, in both forms that a mail program may show; the subject is one line."""

    subject: str
    text: str
    html: str


class Part(Enum):
    """What a row asks of the reader: the heading that it stands under, the most urgent first."""

    OVERDUE = "Overdue"
    SLIPPED = "Slipped"
    TODAY = "Due today"
    COMING = "Coming"
    RECORD = "To be recorded"
    REVIEW = "Review due"
    DATE = "Date to be proposed"

    def counted(self, number: int) -> str:
        """`2 overdue`, `1 date to be proposed`."""
        if self is Part.DATE:
            return f"{number:,} {'date' if number == 1 else 'dates'} to be proposed"
        return f"{number:,} {'up for review' if self is Part.REVIEW else self.value.lower()}"


def digest(
    items: Sequence[Item], to_name: str, day: date, register_name: str, we: str = "", names: Mapping[str, str] = {}
) -> Digest:
    """The message to `to_name` on `day`; `we` is the code of the reader's side, `names` the parties' by code."""
    parts = _parts(items, day)
    counts = ", ".join(part.counted(len(found)) for part, found in parts.items()) or "nothing to be reminded of"
    subject = f"bilateral: {counts} ({say_day(day)})"
    letter = [Paragraph(Style.PLAIN, "For", to_name)] if to_name else []
    letter.append(Paragraph(Style.PLAIN, f"{say_day(day)}: {counts}."))
    for part, found in parts.items():
        letter.append(Paragraph(Style.HEADING, part.value))
        for item in found:
            letter += _paragraphs(item, day, say_question(item.row, day, we, names))
    letter += _footer(register_name)
    return Digest(subject, plain_text(letter), page(letter, subject))


def _parts(items: Sequence[Item], day: date) -> dict[Part, list[Item]]:
    """The items under their headings, in the published order; headings without any are left out."""
    parts: dict[Part, list[Item]] = {part: [] for part in Part}
    for item in sorted(items, key=lambda item: item.row.order):
        parts[_part(item.row, day)].append(item)
    return {part: found for part, found in parts.items() if found}


def _part(row: Situation, day: date) -> Part:
    if row.standing == Standing.OVERDUE.value:
        return Part.SLIPPED if row.is_soft else Part.OVERDUE
    if row.standing == Standing.REVIEW_DUE.value:
        return Part.REVIEW
    if row.coming_on(day) == day:
        return Part.TODAY
    if row.awaits_record(day):
        return Part.RECORD
    return Part.DATE if row.waits_for == DATE and row.standing == Standing.UPCOMING.value else Part.COMING


def _paragraphs(item: Item, day: date, question: str) -> Iterator[Paragraph]:
    """What it is, since when, who owes it, where it was promised, and what to do about it."""
    row, matter, owing = item.row, say_matter(item.row, day), say_owing(item.row)
    yield Paragraph(Style.ITEM, named(row), row.title)
    yield Paragraph(Style.DETAIL, f"{matter[0].upper()}{matter[1:]}.{f' {question}' if question else ''}")
    if owing:
        yield Paragraph(Style.DETAIL, "", f"{owing}.")
    if item.told:
        yield Paragraph(Style.DETAIL, "Told now:", item.told)
    if item.where:
        yield Paragraph(Style.DETAIL, "Promised in:", item.where)
    if item.quote:
        yield Paragraph(Style.QUOTE, "", item.quote)
    if item.next_step:
        yield _next_step(item.next_step)
    yield from (Paragraph(Style.COMMAND, *step) for step in steps(row))


def _next_step(sentence: str) -> Paragraph:
    """What to do next, its command whole."""
    what, bilateral, words = sentence.rpartition(": bilateral ")
    if not bilateral:
        return Paragraph(Style.DETAIL, "Next:", sentence)
    return Paragraph(Style.COMMAND, f"Next: {what}:", f"bilateral {words}")


def _footer(register_name: str) -> Iterator[Paragraph]:
    """Which register speaks, and how it is asked to be quiet."""
    yield Paragraph(Style.FOOTER, "Register:", register_name)
    yield Paragraph(Style.PLAIN, "To hear less of something you know:")
    yield Paragraph(Style.COMMAND, "", "bilateral acknowledge REF")
    yield Paragraph(Style.COMMAND, "", "bilateral snooze REF --until DATE")
