"""What a reminder tells beside its row: why it comes now, where it was promised, what to do next; and the ledger."""

from collections.abc import Mapping
from typing import NamedTuple

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.recipient import Role
from bilateral_tracker.domain.reminder import item_of
from bilateral_tracker.domain.round import Owed
from bilateral_tracker.domain.source import Citation, Source
from bilateral_tracker.domain.stages import Stages
from bilateral_tracker.domain.waiting import DATE
from bilateral_tracker.reports.counting import say_days
from bilateral_tracker.reports.digest import Item


class Known(NamedTuple):
    """What a register knows that reminders mention, and for whom they are worded."""

    sources: Mapping[str, Source]
    names: Mapping[str, str]
    """The names of the parties, by code."""
    we: str
    """The code of the party on whose side the reader sits."""


def item(owed: Owed, role: Role, stages: Stages, known: Known) -> Item:
    """A row with what its reader should know beside it."""
    citation = owed.history.commitment.citations[0] if owed.history.commitment.citations else Citation("")
    return Item(
        owed.row,
        told=_why(role, stages),
        where=_where(citation, known.sources),
        quote=f"“{citation.quote}”" if citation.quote else citation.paraphrase,
        next_step=_next_step(owed),
    )


def _why(role: Role, stages: Stages) -> str:
    """Why it has climbed so far."""
    after = {Role.DIRECTOR: stages.director_after, Role.HEAD: stages.head_after}.get(role)
    return f"it has been overdue for {say_days(after)} or more" if after else ""


def _where(citation: Citation, sources: Mapping[str, Source]) -> str:
    source = sources.get(citation.source)
    named = (source.title, source.place, say_day(source.dated_on)) if source else (citation.source,)
    return ", ".join(part for part in (*named, citation.locator) if part)


def _next_step(owed: Owed) -> str:
    row = owed.row
    if row.kind == Kind.MEETING.value and row.waits_for == DATE:
        return f"propose a day on which the capitals work: bilateral propose {item_of(row)}"
    return ""
