"""Commands that carry the register's contents elsewhere."""

from collections.abc import Iterable
from contextlib import suppress
from errno import EISDIR
from pathlib import Path

import click

from bilateral_tracker.cli.context import Session, pass_session, show
from bilateral_tracker.cli.options import as_of_option, example, known_by_option, register_option
from bilateral_tracker.errors import TrackerError


@click.group("export", epilog=example("bilateral export csv"))
def export_command() -> None:
    """Write the register for other programs."""


@export_command.command(
    "csv", short_help="Write all commitments as CSV.", epilog=example("bilateral export csv --to commitments.csv")
)
@click.option(
    "--to",
    "target",
    metavar="FILE",
    type=click.Path(),
    default="-",
    help="The file to write. [default: standard output]",
)
@register_option
@as_of_option
@known_by_option
@pass_session
def csv_command(session: Session, target: str) -> None:
    """Write all commitments as CSV, one row each; the columns are described in data/csv_codebook.md.

    A FILE begins with the mark by which Excel knows UTF-8; standard output carries none. Text that a spreadsheet
    would run as a formula gets one apostrophe in front.
    """
    from bilateral_tracker.domain.situation import situation
    from bilateral_tracker.reports.counting import counted
    from bilateral_tracker.reports.listing import COLUMNS
    from bilateral_tracker.reports.spreadsheet import csv_lines
    from bilateral_tracker.reports.visible import visible

    day = session.view.as_of
    rows = sorted((situation(one, day) for one in session.reading.histories(session.view)), key=lambda row: row.order)
    text = csv_lines(COLUMNS, rows)
    if target == "-":
        show(text)
    else:
        _write(Path(target), text)
        click.echo(f"{counted(len(rows), 'commitment')} written to {visible(target)}.", err=True)


def _write(target: Path, chunks: Iterable[str]) -> None:
    """The whole file or none: written beside its place, then put there."""
    unfinished = target.parent / f"{target.name}.unfinished"
    try:
        if target.is_dir():
            raise IsADirectoryError(EISDIR, "it is a folder")
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            file.writelines(chunks)
        unfinished.replace(target)
    except OSError as problem:
        with suppress(OSError):
            unfinished.unlink()
        raise TrackerError(f"Cannot write {target}: {problem.strerror}. Choose another place: --to FILE") from problem
