"""What any register answers and accepts, whatever holds it: a file, a server, memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from contextlib import AbstractContextManager
    from datetime import date

    from bilateral_tracker.domain.delay import DelayReason
    from bilateral_tracker.domain.entry import Act, Entry
    from bilateral_tracker.domain.history import History
    from bilateral_tracker.domain.kept_draft import KeptDraft
    from bilateral_tracker.domain.ledger import Line
    from bilateral_tracker.domain.narrowing import Narrowing
    from bilateral_tracker.domain.party import Party
    from bilateral_tracker.domain.recipient import Recipient
    from bilateral_tracker.domain.reminder import Reminder
    from bilateral_tracker.domain.source import Source
    from bilateral_tracker.domain.source_text import SourceText


class Home(NamedTuple):
    """Whose register it is: the code of the home party, and the time zone whose date is "today"."""

    party: str
    zone: str


class View(NamedTuple):
    """The two clocks of a question: what had happened by a day, and what the register had been told by another."""

    as_of: date
    known_by: date | None = None


class Register(Protocol):
    """Facts in, facts out. Histories come cut at the view: what had happened and was known, and no more."""

    def home(self) -> Home:
        """Whose register it is."""

    @property
    def seal(self) -> str:
        """What tells this register from every other: the first seal of its journal; a copy has the same."""

    def parties(self) -> list[Party]:
        """The parties it knows, by code."""

    def sources(self, ids: Collection[str] | None = None) -> list[Source]:
        """The documents it knows, or those of them that have these ids, by date, then id."""

    def delay_reasons(self) -> list[DelayReason]:
        """The sorts of reasons that it adds to the usual ones, by word."""

    def references(self, prefix: str, most: int = 10) -> list[str]:
        """The references that begin so, at most so many (-1: all); the exact one alone if there is one."""

    def history(self, ref: str, view: View) -> History | None:
        """One commitment; None if the view does not know it."""

    def histories(self, view: View, narrowing: Narrowing | None = None) -> Iterator[History]:
        """All commitments, or those that the narrowing admits, in no particular order."""

    def overdue(self, view: View) -> Iterator[History]:
        """All commitments that can have something overdue: none is left out, some may have nothing."""

    def wanting_attention(self, view: View, until: date) -> Iterator[History]:
        """All that can be overdue, up for review, or expected on or before `until`; some may be none of these."""

    def next_expected_after(self, day: date, most: int = 3) -> list[str]:
        """The references of those next expected after `day`, all for the same day; none if nothing is."""

    def entries(self, subject: str = "", since: int = 0) -> Iterator[Entry]:
        """The journal in its order: all of it, or what is about one subject, from an entry number on."""

    def latest_entries(self) -> Iterator[Entry]:
        """The journal backwards, the latest entry first."""

    def cites(self, source: str) -> bool:
        """Whether any commitment cites the source, or was restated in it, or drafts were read from it."""

    def superseded(self, ref: str) -> list[str]:
        """The references of those whose place the commitment took."""

    def last_number(self, relationship: str) -> int:
        """The highest number ever given to a commitment of the relationship; 0 if none. Numbers are never reused."""

    def writing(self, keep: bool = True) -> AbstractContextManager[None]:
        """One transaction, alone; with `keep` false a rehearsal of which nothing stays."""

    def append(self, act: Act, subject: str, body: str, author: str, recorded_at: str) -> Entry:
        """One more entry, sealed, and the rows about its subject folded again. Inside `writing` only."""

    def recipients(self) -> list[Recipient]:
        """Who is told, by id."""

    def lines(self, reminders: Iterable[Reminder]) -> dict[Reminder, Line]:
        """What the ledger says of these reminders; nothing of those that nobody claimed yet."""

    def drafts(self) -> list[KeptDraft]:
        """All drafts by their numbers; one whose commitment was undone waits again."""

    def source_text(self, source: str) -> SourceText | None:
        """The text of a source as it was read, or its hash; None if it never was."""

    def last_draft(self) -> int:
        """The highest number of a draft; 0 if there is none."""

    def latest_lines(self) -> Iterator[Line]:
        """All lines of the ledger, the latest claim first."""

    def write_lines(self, lines: Iterable[Line]) -> None:
        """Puts lines into the ledger, in the place of those about the same reminders. Inside `writing` only."""

    def close(self) -> None:
        """Gives back what it holds."""
