"""A new file in its place: nobody meets half of it, nothing is overwritten, and what fails leaves nothing behind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bilateral_tracker.errors import Conflict, TrackerError
from bilateral_tracker.store.database import logs


@contextmanager
def placed(target: Path, over_empty: bool = False) -> Iterator[Path]:
    """An empty file beside `target` that only its owner may read; once filled, it takes the target's place in one step.

    Conflict if the place is taken; with `over_empty` a file without content does not count.
    """
    try:
        _refuse_taken(target, over_empty)
        unfinished = target.with_name(f"{target.name}.{os.urandom(4).hex()}.unfinished")
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            yield unfinished
            _put(unfinished, target, over_empty)
        finally:
            for suffix in ("", "-wal", "-shm", "-journal"):
                Path(f"{unfinished}{suffix}").unlink(missing_ok=True)
    except OSError as problem:
        raise TrackerError(
            f"Cannot write {target}: {problem.strerror}. Nothing was changed. Choose another place."
        ) from problem


def _refuse_taken(target: Path, over_empty: bool) -> None:
    if target.is_symlink() or (target.exists() and not (over_empty and _is_empty(target))):
        raise Conflict(
            f"There is a file at {target} already. It was left as it is. Choose another name, "
            f"or look into it with: bilateral status --register {target}"
        )
    for left in logs(target):
        raise Conflict(
            f"{left} is part of a register that lay at {target}, and would be played into a new one. "
            "Nothing was changed. Move it to where that register is now, or delete it, and try again."
        )


def _is_empty(path: Path) -> bool:
    return path.is_file() and path.stat().st_size == 0


def _put(unfinished: Path, target: Path, over_empty: bool) -> None:
    """A link never overwrites. Where there are no links (FAT), or what is there is empty, a last look must do."""
    try:
        os.link(unfinished, target)
    except OSError:
        _refuse_taken(target, over_empty)
        unfinished.replace(target)
