"""Rows for other programs, in the form that was asked for; the other form is not loaded."""

from collections.abc import Iterable, Iterator, Sequence


def rows_for_programs(form: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """The rows as `csv` or `json`, whichever `form` names, in chunks of text."""
    if form == "json":
        from bilateral_tracker.reports.machine import json_array

        return json_array(columns, rows)
    from bilateral_tracker.reports.spreadsheet import csv_lines

    return csv_lines(columns, rows)
