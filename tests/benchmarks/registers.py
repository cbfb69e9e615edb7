"""Building registers to measure on. The journal is the one that the commands would have written; inserts are gathered.

python -m tests.benchmarks.registers 1000 FILE
"""

import sys
from datetime import date
from itertools import islice
from pathlib import Path

from bilateral_tracker.desk import intake
from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.domain import fold
from bilateral_tracker.domain.entry import Act, Entry
from bilateral_tracker.domain.fields import Fields
from bilateral_tracker.domain.party import Party
from bilateral_tracker.store.database import Database
from bilateral_tracker.store.opening import create_register
from bilateral_tracker.store.register import Home
from bilateral_tracker.store.rows import rows_of
from bilateral_tracker.store.sqlite import SqliteRegister
from tests.benchmarks.promises import COMMITMENTS_A_SOURCE, DAY, HOME, PARTNERS, promise, source

ZONE = "Asia/Karachi"
AUTHOR = "benchmark"
AT_ONCE = 20_000
"""How many commitments are written with one insert a table."""


def build(size: int, path: Path) -> None:
    """A register of `size` commitments at `path`, where there is none yet."""
    create_register(str(path), lambda register: _fill(register, size))


def _fill(register: SqliteRegister, size: int) -> None:
    desk = Desk(register, AUTHOR, _recorded_at(DAY), DAY)
    intake.open_register(desk, Home(HOME, ZONE), [Party(code, code, code, ZONE) for code in (HOME, *PARTNERS)])
    numbers = iter(range(size))
    with register.writing():
        for n in range(0, size, COMMITMENTS_A_SOURCE):
            desk.record(Act.SOURCE, source(n).id, fold.source_body(source(n)))
        while some := list(islice(numbers, AT_ONCE)):
            _record(register.database, some, size)
        _count(register.database)


def _record(database: Database, numbers: list[int], size: int) -> None:
    """The entries about these commitments, each sealing the one before, and the rows they are folded into."""
    last, seal = database.one("SELECT number, seal FROM entry ORDER BY number DESC LIMIT 1") or (0, "")
    number, seal = int(last or 0), str(seal)
    rows: dict[str, list[Fields]] = {"entry": []}
    for n in numbers:
        commitment, said = promise(n, size)
        entries = []
        for act, body, day in said:
            number += 1
            entries.append(entry := Entry(number, act, commitment.ref, body, AUTHOR, _recorded_at(day)))
            seal = entry.seal(seal)
            rows["entry"].append(_entry_row(entry, seal))
        history = fold.history(entries)
        assert history is not None
        for table in rows_of(history):
            rows.setdefault(table.name, []).extend(table.rows)
    for name, many in rows.items():
        _insert(database, name, many)


def _entry_row(entry: Entry, seal: str) -> Fields:
    return {
        "number": entry.number,
        "act": entry.act.value,
        "subject": entry.subject,
        "body": entry.body,
        "author": entry.author,
        "recorded_at": entry.recorded_at,
        "seal": seal,
    }


def _insert(database: Database, table: str, rows: list[Fields]) -> None:
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        values = (tuple(row.values()) for row in rows)
        database.change_many(f"INSERT INTO {table} ({', '.join(rows[0])}) VALUES ({marks})", values)


def _count(database: Database) -> None:
    """The numbers given out so far, which `add` goes on from."""
    counted = "SELECT relationship, count(*) FROM commitment GROUP BY relationship"
    database.change(f"INSERT INTO counter (relationship, last_number) {counted}")


def _recorded_at(day: date) -> str:
    return f"{day.isoformat()}T09:00:00+05:00"


if __name__ == "__main__":
    build(int(sys.argv[1]), Path(sys.argv[2]))
