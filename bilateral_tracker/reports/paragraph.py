"""The paragraphs of a letter, and how they read as plain text: no line wider than 78 columns.

RFC 5322 2.1.1 asks for 78. A command or a web address is never broken: it would no longer work.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from bilateral_tracker.reports.visible import display_width, visible, wrapped

WIDTH = 78


class Style(Enum):
    """What a paragraph is in a letter; each has an indent of its own."""

    PLAIN = "plain"
    HEADING = "heading"
    ITEM = "item"
    DETAIL = "detail"
    QUOTE = "quote"
    COMMAND = "command"
    FOOTER = "footer"


class Paragraph(NamedTuple):
    """Our words, and then those of others or a command."""

    style: Style
    ours: str
    theirs: str = ""

    @property
    def whole(self) -> str:
        """All of it, on one line."""
        return f"{self.ours} {self.theirs}" if self.ours and self.theirs else self.ours or self.theirs


def plain_text(letter: Iterable[Paragraph]) -> str:
    """The letter as lines, each ended by a newline."""
    return "".join(f"{line}\n" for paragraph in letter for line in _lines(paragraph)).lstrip("\n")


def _lines(paragraph: Paragraph) -> Iterator[str]:
    match paragraph.style:
        case Style.HEADING:
            return iter(("", paragraph.ours, "-" * display_width(paragraph.ours)))
        case Style.ITEM:
            return iter(("", *_hanging(paragraph.whole)))
        case Style.COMMAND:
            return _with_command(paragraph)
        case Style.FOOTER:
            # So mail programs know what is no part of an answer (RFC 3676 4.3).
            return iter(("", "-- ", *_filled(paragraph.whole, WIDTH)))
        case _:
            indent = _INDENTS[paragraph.style]
            return (indent + line for line in _filled(paragraph.whole, WIDTH - len(indent)))


_INDENTS = {Style.PLAIN: "", Style.DETAIL: "  ", Style.QUOTE: "    "}
_DEEPER = "    "


def _hanging(text: str) -> Iterator[str]:
    """The lines of a name; all after the first stand deeper than what is said about it."""
    first, *others = _filled(text, WIDTH - len(_DEEPER))
    return iter((first, *(_DEEPER + line for line in others)))


def _with_command(paragraph: Paragraph) -> Iterator[str]:
    """The command behind what it is for, or below it where one line will not hold both."""
    indent, whole = _INDENTS[Style.DETAIL], visible(paragraph.whole)
    if display_width(whole) <= WIDTH - len(indent):
        yield indent + whole
        return
    for line in _filled(paragraph.ours, WIDTH - len(indent)):
        yield indent + line
    yield _DEEPER + visible(paragraph.theirs)


_ADDRESS = re.compile(r"([!-~]*://[!-~]+)")
"""A web address with what touches it; those have ASCII characters alone (RFC 3986)."""


def _filled(text: str, width: int) -> Sequence[str]:
    """The lines of the text, a web address that is wider than a line whole on its own."""
    if "://" not in text:
        return wrapped(text, width)
    lines: list[str] = []
    rest = ""
    for part in _ADDRESS.split(visible(text)):
        if len(part) <= width or "://" not in part:
            rest += part
            continue
        lines += [*(wrapped(rest, width) if rest.strip() else ()), part]
        rest = ""
    return [*lines, *wrapped(rest, width)] if rest.strip() else lines
