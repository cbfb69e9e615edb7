"""What a command works with: the register that was named, the day that was asked about, the form of the answer."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bilateral_tracker.desk.desk import Desk
    from bilateral_tracker.store.register import View
    from bilateral_tracker.store.sqlite import SqliteRegister


class Session:
    """One run of the program. Registers are opened, and their modules loaded, when first needed: help needs none."""

    def __init__(self) -> None:
        self.place: str | None = None
        self.as_of_words: str | None = None
        self.known_by_words: str | None = None
        self.form = "table"
        self.by: str | None = None
        self.dry_run = False

    @cached_property
    def reading(self) -> SqliteRegister:
        """The register, opened for reading."""
        return self._opened(writes=False)

    @cached_property
    def writing(self) -> SqliteRegister:
        """The register, opened for writing too."""
        return self._opened(writes=True)

    def _opened(self, writes: bool) -> SqliteRegister:
        from bilateral_tracker.settings import register_place
        from bilateral_tracker.store.opening import open_register

        return open_register(register_place(self.place), writes)

    @cached_property
    def zone(self) -> str:
        """The register's home time zone."""
        return self.reading.home().zone

    @cached_property
    def today(self) -> date:
        """Today in the register's home."""
        from bilateral_tracker.clock import today

        return today(self.zone)

    @property
    def moment(self) -> str:
        """This moment in the register's home, as the journal writes it."""
        from bilateral_tracker.clock import now

        return now(self.zone)

    @cached_property
    def view(self) -> View:
        """The two days a question is asked under: today and everything known, unless something else was typed."""
        from bilateral_tracker.domain.day import read_last_day
        from bilateral_tracker.store.register import View

        as_of = read_last_day(self.as_of_words, self.today) if self.as_of_words else self.today
        known_by = read_last_day(self.known_by_words, self.today) if self.known_by_words else None
        return View(as_of, known_by)

    @cached_property
    def desk(self) -> Desk:
        """The register with the person writing in it."""
        from bilateral_tracker.desk.desk import Desk

        return Desk(self.writing, self.author, self.moment, self.today, keep=not self.dry_run)

    @cached_property
    def author(self) -> str:
        """Who writes."""
        from bilateral_tracker.domain.plain_text import plain_title
        from bilateral_tracker.settings import author

        return plain_title(author(self.by), "author's name")

    def side(self, typed: str | None = None) -> str:
        """The code of the party on whose side the reader sits. NotFound if the register does not know it."""
        from bilateral_tracker.settings import our_code

        code = our_code(typed)
        if not code:
            return self.reading.home().party
        known = [party.code for party in self.reading.parties()]
        if code not in known:
            from bilateral_tracker.errors import NotFound, quoted

            raise NotFound(
                f"No party {quoted(code)} is on record; known are {', '.join(known)}. "
                "Say with --we, or in BILATERAL_WE, on which side you are."
            )
        return code

    def close(self) -> None:
        """Gives the registers back."""
        for name in ("reading", "writing"):
            if name in self.__dict__:
                self.__dict__[name].close()


pass_session = click.make_pass_decorator(Session)


def show(chunks: Iterable[str]) -> None:
    """Writes chunks of text to standard output as they are."""
    for chunk in chunks:
        click.echo(chunk, nl=False)


def say(session: Session, sentence: str) -> None:
    """Tells what was recorded, or what would have been: then there is nothing to undo."""
    from bilateral_tracker.reports.visible import visible

    click.echo(visible(sentence.removesuffix(" Undo with: bilateral undo") if session.dry_run else sentence))
    if session.dry_run:
        click.echo("This was a rehearsal (--dry-run): nothing was recorded.", err=True)


def show_lines(text: str) -> None:
    """Writes lines of text to standard output, so that nothing in them acts on a terminal."""
    from bilateral_tracker.reports.visible import visible

    show(f"{visible(line)}\n" for line in text.removesuffix("\n").split("\n"))


def rehearse(text: str) -> None:
    """Shows the lines that would have been written or deleted, and says that they were not."""
    show_lines(text)
    click.echo("This was a rehearsal (--dry-run): nothing was changed.", err=True)


def screen_width() -> int:
    """The columns of the terminal, at most 120 for the sake of the eye; 80 where there is none."""
    try:
        columns = int(os.environ.get("COLUMNS", "0")) or os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 80
    return min(max(columns, 40), 120)


def heading(text: str) -> str:
    """A heading, bold unless NO_COLOR is set; `click.echo` makes it plain again where there is no terminal."""
    return text if os.environ.get("NO_COLOR") else click.style(text, bold=True)
