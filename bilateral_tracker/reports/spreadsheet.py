"""Rows as CSV that a spreadsheet shows and does not run.

Text that a spreadsheet might take for a formula gets one apostrophe in front; so does text that begins
with an apostrophe, and therefore taking one away again restores every text.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice

# What OWASP says starts a formula (CSV Injection; ASVS 1.2.10), with the full-width forms.
_RUNS = frozenset("=+-@\t\r\n\0＝＋－＠")
_GUARDED = _RUNS | {"'"}
_ROWS_A_CHUNK = 500


def guarded(cell: str) -> str:
    """`cell`, with an apostrophe in front if a spreadsheet might run it."""
    return "'" + cell if cell[:1] in _GUARDED else cell


def unguarded(cell: str) -> str:
    """What `guarded` was given; a cell with an apostrophe of its own is left alone."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _GUARDED else cell


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """CSV text in chunks of many lines, the header first; `None` is empty, text is guarded.

    Lines end in a newline, so write them to a stream that translates none. A value that is neither text,
    number nor date is a TypeError.
    """
    # A carriage return inside a cell is quoted only if the terminator has one (Python before 3.13).
    writer = csv.writer(_Line(), lineterminator="\r\n")
    everything: Iterable[Sequence[object]] = chain([columns], rows)
    lines = (writer.writerow([_cell(value) for value in row]) for row in everything)
    while chunk := "".join(islice(lines, _ROWS_A_CHUNK)):
        yield chunk


class _Line:
    """Where the writer writes: `writerow` returns what `write` returns."""

    def write(self, line: str) -> str:
        return line[:-2] + "\n"


def _cell(value: object) -> str | float | date | None:
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or isinstance(value, (int, float, date)):
        return value
    raise TypeError(f"a CSV cell cannot hold a {type(value).__name__}")
