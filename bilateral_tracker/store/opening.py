"""Opening a register: the right file, of a version this program knows, migrated after a backup if it is older."""

from __future__ import annotations

from contextlib import closing
from itertools import count
from typing import TYPE_CHECKING

from bilateral_tracker.errors import Damaged, TrackerError, WrongUsage, quoted
from bilateral_tracker.store.database import APPLICATION_ID, VERSION, Database, connect, in_memory
from bilateral_tracker.store.sqlite import SqliteRegister

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def open_register(place: str, writes: bool = False) -> SqliteRegister:
    """The register at `place`, for reading or for writing too. An older one is backed up and migrated first."""
    _refuse_address(place)
    database = connect(place, writes)
    try:
        is_older = _version(database) < VERSION
    except TrackerError:
        database.close()
        raise
    if is_older:
        database.close()
        _migrate(place)
        database = connect(place, writes)
    return SqliteRegister(database)


def create_register(place: str, fill: Callable[[SqliteRegister], None]) -> Path:
    """A new register, filled and then put in its place in one step, so that nobody meets half of one.

    Conflict if there is a file already; an empty one is taken over.
    """
    from pathlib import Path

    from bilateral_tracker.store.placement import placed

    _refuse_address(place)
    path = Path(place)
    _make_folder(path)
    with placed(path, over_empty=True) as unfinished, closing(connect(str(unfinished), writes=True)) as database:
        _fill(database, fill)
        database.log_ahead()
    return path


def throw_away_register(fill: Callable[[SqliteRegister], None]) -> SqliteRegister:
    """A new register in memory, filled."""
    database = in_memory()
    _fill(database, fill)
    return SqliteRegister(database)


def _fill(database: Database, fill: Callable[[SqliteRegister], None]) -> None:
    from bilateral_tracker.store.schema import migrate

    with database.transaction():
        migrate(database.connection)
    fill(SqliteRegister(database))


def _refuse_address(place: str) -> None:
    if "://" in place:
        raise WrongUsage(
            f"{quoted(place)} is an address, and this version keeps registers in files only. "
            "Name one with --register PATH"
        )


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as problem:
        raise TrackerError(
            f"Cannot create {path.parent}: {problem.strerror}. Choose another place with --register PATH"
        ) from problem


def _version(database: Database) -> int:
    """The version of the schema. Damaged if the file is no register, TrackerError if it is newer than this program."""
    row = database.one("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version")
    application, version = row or (0, 0)
    if application != APPLICATION_ID:
        raise Damaged(f"{database.path} is not a register. Name the right file with --register PATH")
    if int(version or 0) > VERSION:
        raise TrackerError(
            f"{database.path} was written by a newer version of bilateral (schema {version}; "
            f"this one knows {VERSION}). Nothing was changed. Upgrade with: pip install --upgrade bilateral-tracker"
        )
    return int(version or 0)


def _migrate(place: str) -> None:
    """Brings an older register up to date, alone; whoever comes second finds the work done."""
    from pathlib import Path

    from bilateral_tracker.store.backup import backup
    from bilateral_tracker.store.index import rebuild
    from bilateral_tracker.store.schema import migrate

    database = connect(place, writes=True)
    try:
        with database.transaction():
            version = _version(database)
            if version < VERSION:
                # By another connection: SQLite copies none that is about to write.
                with closing(connect(place, writes=False)) as reading:
                    backup(reading, _free_name(Path(place), version))
                migrate(database.connection)
                rebuild(database)
    finally:
        database.close()


def _free_name(path: Path, version: int) -> Path:
    """A name beside the register for the copy kept of its older self."""
    names = (path.with_name(f"{path.name}.schema-{version}.backup{suffix or ''}") for suffix in count())
    return next(name for name in names if not name.exists())
