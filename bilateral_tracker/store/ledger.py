"""The ledger of reminders in a SQLite database: what was claimed, sent, or could not be sent."""

from collections.abc import Iterable, Iterator
from datetime import date

from bilateral_tracker.domain.ledger import Line
from bilateral_tracker.domain.reminder import Reminder
from bilateral_tracker.store.database import Database, Row

_KEY = "item, about_on, stage, recipient, channel"
_REST = "claimed_at, message, sent_at, failure"


def lines(database: Database, reminders: Iterable[Reminder]) -> dict[Reminder, Line]:
    """The lines about these reminders; none about those that nobody claimed yet."""
    sql = f"SELECT {_REST} FROM reminder WHERE ({_KEY}) = (?, ?, ?, ?, ?)"
    found = ((one, database.one(sql, _values(one))) for one in reminders)
    return {one: Line(one, *map(str, row)) for one, row in found if row}


def latest_lines(database: Database) -> Iterator[Line]:
    """All lines, the latest claim first."""
    sql = f"SELECT {_KEY}, {_REST} FROM reminder ORDER BY claimed_at DESC, rowid DESC"
    for item, about_on, stage, recipient, channel, *rest in database.stream(sql):
        day = date.fromisoformat(str(about_on))
        yield Line(Reminder(str(item), day, int(stage or 0), str(recipient), str(channel)), *map(str, rest))


def write_lines(database: Database, written: Iterable[Line]) -> None:
    """Puts lines in the place of those about the same reminders."""
    sql = f"INSERT OR REPLACE INTO reminder ({_KEY}, {_REST}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    database.change_many(sql, [(*_values(line.reminder), *line[1:]) for line in written])


def _values(reminder: Reminder) -> Row:
    return (reminder.item, reminder.about_on.isoformat(), reminder.stage, reminder.recipient, reminder.channel)
