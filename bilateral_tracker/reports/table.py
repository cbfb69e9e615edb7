"""How rows look on a terminal: a plain table, as wide as the screen, with one column that gives way."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from bilateral_tracker.reports.visible import display_width, visible, wrapped

_GAP = 2
_NARROWEST = 20


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], width: int = 80, flexible: int = -1) -> str:
    """Rows under their headers, no line wider than `width`, without a newline at the end.

    The column at index `flexible` is wrapped, but never below 20: then the table is wider than asked.
    Cells are text as it stands, never parsed as numbers. A row of another length than the headers is a
    ValueError.
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
    widths[flexible] = _room(widths, width, flexible)
    for row in cells:
        row[flexible] = "\n".join(wrapped(row[flexible], widths[flexible]))
    cells.insert(1, ["-" * columns for columns in widths])
    return cells, widths


def _room(widths: Sequence[int], width: int, flexible: int) -> int:
    """The columns left for the flexible column, if it wants them."""
    others = sum(widths) - widths[flexible] + _GAP * (len(widths) - 1)
    return min(widths[flexible], max(_NARROWEST, width - others))
