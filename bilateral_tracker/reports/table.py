"""How rows look on a terminal: a plain table, as wide as the screen, with one column that gives way."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from bilateral_tracker.reports.visible import display_width, visible, wrapped

_GAP = 2
_NARROWEST = 20


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], width: int = 80, flexible: int = -1) -> str:
    """Rows under their headers, no line wider than `width`, without a newline at the end.

    The column at index `flexible` is wrapped, but never below 20: then the others are broken at their blanks, and if
    that is not enough, the table is wider than asked. Cells are text as it stands, never parsed as numbers. A
    row of another length than the headers is a ValueError.
    """
    from tabulate import tabulate  # 57 ms, more than all else a command loads

    # The headers go in as a row: tabulate makes a column two wider than its header, at the title's cost.
    cells, _ = _fitted(headers, rows, width, flexible)
    return tabulate(cells, tablefmt="plain", disable_numparse=True)


def quick_table(headers: Sequence[str], rows: Iterable[Sequence[str]], width: int = 80, flexible: int = -1) -> str:
    """The same table without tabulate, for the screen that is opened every morning."""
    cells, widths = _fitted(headers, rows, width, flexible)
    return "\n".join(line for row in cells for line in _lines(row, widths))


def _lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    """The lines of a row, its cells padded to their columns."""
    for parts in zip_longest(*(map(str.strip, cell.split("\n")) for cell in row), fillvalue=""):
        padded = (part + " " * (width - display_width(part)) for part, width in zip(parts, widths, strict=True))
        yield (" " * _GAP).join(padded).rstrip()


def _fitted(
    headers: Sequence[str], rows: Iterable[Sequence[str]], width: int, flexible: int
) -> tuple[list[list[str]], list[int]]:
    """The cells, safe to print and the flexible ones wrapped, under headers and dashes; and the columns' widths."""
    cells = [[visible(cell) for cell in row] for row in (headers, *rows)]
    widths = [max(map(display_width, column)) for column in zip(*cells, strict=True)]
    least = min(widths[flexible], _NARROWEST)
    if width - _others(widths, flexible) < least:
        _break_at_blanks(cells, widths, width - least, flexible)
    widths[flexible] = min(widths[flexible], max(least, width - _others(widths, flexible)))
    _wrap(cells, flexible, widths[flexible])
    cells.insert(1, ["-" * columns for columns in widths])
    return cells, widths


def _others(widths: Sequence[int], flexible: int) -> int:
    """What the other columns take, with the gaps."""
    return sum(widths) - widths[flexible] + _GAP * (len(widths) - 1)


def _break_at_blanks(cells: list[list[str]], widths: list[int], room: int, flexible: int) -> None:
    """Narrows the other columns until they fit the room, the one that gives most first, none below its longest word."""
    words = [
        max(display_width(word) for cell in column for word in _words(cell)) for column in zip(*cells, strict=True)
    ]
    gains = {at: widths[at] - words[at] for at in range(len(widths)) if at != flexible % len(widths)}
    for at in sorted(gains, key=lambda at: -gains[at]):
        excess = _others(widths, flexible) - room
        if excess <= 0:
            return
        _wrap(cells, at, max(words[at], widths[at] - excess))
        widths[at] = max(display_width(line) for row in cells for line in row[at].split("\n"))


def _words(cell: str) -> list[str]:
    return cell.replace("\u3000", " ").split(" ")


def _wrap(cells: list[list[str]], at: int, columns: int) -> None:
    """Wraps the cells of the column at that index to so many columns of the screen."""
    for row in cells:
        row[at] = "\n".join(line.strip() for line in wrapped(row[at], columns)).strip()
