"""Opening a register: the right file, of a version this program knows, migrated after a backup if it is older."""

from datetime import date
from pathlib import Path

from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import body
from bilateral_tracker.errors import Conflict, Damaged, TrackerError, WrongUsage
from bilateral_tracker.store.backup import backup
from bilateral_tracker.store.database import APPLICATION_ID, VERSION, Database, connect, create, in_memory
from bilateral_tracker.store.index import rebuild
from bilateral_tracker.store.register import Home
from bilateral_tracker.store.sqlite import SqliteRegister


def open_register(place: str, writes: bool = False) -> SqliteRegister:
    """The register at `place`, for reading or for writing too. An older one is backed up and migrated first."""
    if "://" in place:
        raise WrongUsage(f"{place.split('://')[0]} registers are not supported yet. Name a file with --register PATH")
    path = Path(place)
    database = connect(path, writes)
    version = _version(database)
    if version < VERSION:
        database.close()
        _migrate(path, version)
        database = connect(path, writes)
    return SqliteRegister(database)


def create_register(place: str, home: Home, author: str, recorded_at: str) -> SqliteRegister:
    """A new register, opened for writing. Conflict if there is a file already."""
    path = Path(place)
    if path.exists() and path.stat().st_size:
        raise Conflict(f"There is a file at {path} already. It was left as it is. See it with: bilateral status")
    return _opened(create(path), home, author, recorded_at)


def throw_away_register(home: Home, author: str, recorded_at: str) -> SqliteRegister:
    """A new register in memory."""
    return _opened(in_memory(), home, author, recorded_at)


def _opened(database: Database, home: Home, author: str, recorded_at: str) -> SqliteRegister:
    from bilateral_tracker.store.schema import migrate

    register = SqliteRegister(database)
    with register.writing():
        if database.one("SELECT 1 FROM sqlite_schema WHERE name = 'entry'"):
            raise Conflict(f"Another process has just started the register at {database.path}. Nothing was changed.")
        migrate(database.connection)
        register.append(Act.OPENED, "register", body({"home": home.party, "zone": home.zone}), author, recorded_at)
    return register


def _version(database: Database) -> int:
    """The version of the schema. Damaged if the file is no register, TrackerError if it is newer than this program."""
    row = database.one("SELECT application_id, user_version FROM pragma_application_id, pragma_user_version")
    application, version = row or (0, 0)
    if application != APPLICATION_ID:
        raise Damaged(f"{database.path} is not a register. Name the right file with --register PATH")
    if int(version or 0) > VERSION:
        raise TrackerError(
            f"{database.path} was written by a newer version of bilateral (schema {version}; this one knows {VERSION}). "
            "Nothing was changed. Upgrade with: pip install --upgrade bilateral-tracker"
        )
    return int(version or 0)


def _migrate(path: Path, version: int) -> None:
    """Brings an older register up to date, alone; whoever comes second finds the work done."""
    from bilateral_tracker.store.schema import migrate

    database = connect(path, writes=True)
    backup(database, path.with_name(f"{path.name}.schema-{version}-{date.today():%Y%m%d}"))
    with database.transaction():
        if _version(database) < VERSION:
            migrate(database.connection)
            rebuild(database)
    database.close()
