"""The file itself: where it lies, whether it may be trusted, and what its TOML says.

It names commands that run as its reader, so that nobody else may have written it.
"""

import os
import re
import stat

from bilateral_tracker.configuration.place import CONFIG
from bilateral_tracker.configuration.problem import Misconfigured, Problem, refusal, shown
from bilateral_tracker.errors import NotFound, TrackerError

MOST_BYTES = 256 * 1024


def content(place: str) -> bytes | None:
    """What stands in the file; None if there is none. Misconfigured for one that is not safe to read."""
    try:
        # Without waiting: a named pipe would keep cron waiting for ever.
        descriptor = os.open(place, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise _unreadable(place, problem) from problem
    try:
        _refuse_unsafe(place, os.fstat(descriptor))
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            found = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise _unreadable(place, problem) from problem
    finally:
        os.close(descriptor)
    return _if_short(place, found)


def _if_short(place: str, found: bytes) -> bytes:
    if len(found) > MOST_BYTES:
        raise Misconfigured(f"{place} is larger than {MOST_BYTES // 1024} KiB, so it is no configuration. {_CHOOSE}")
    return found


def _refuse_unsafe(place: str, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        kind = "a folder" if stat.S_ISDIR(found.st_mode) else "no regular file"
        raise Misconfigured(f"{place} is {kind}, so it is no configuration. {_CHOOSE}")
    if found.st_uid not in (os.getuid(), 0):
        raise Misconfigured(
            f"The configuration {place} names commands to run, and it belongs to another user (number {found.st_uid}). "
            f"Keep one of your own, or type: chown {os.getuid()} {_typed(place)}"
        )
    if found.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        raise Misconfigured(
            f"The configuration {place} names commands to run, and others than its owner may write to it. "
            f"Type: chmod go-w {_typed(place)}"
        )


def _typed(place: str) -> str:
    from shlex import quote

    return quote(place)


_CHOOSE = f"Name a TOML file with {CONFIG}."


def _unreadable(place: str, problem: OSError) -> TrackerError:
    return TrackerError(f"The configuration {place} cannot be read: {problem.strerror}. Mend that, or set {CONFIG}.")


def not_there(place: str) -> NotFound:
    """The error for a file that was named and is not there."""
    return NotFound(f"There is no configuration {place}, which {CONFIG} names. Write one there, or unset {CONFIG}.")


def parsed(place: str, found: bytes) -> dict[str, object]:
    """The TOML of the file. Misconfigured names the line where it cannot be read."""
    import tomllib

    try:
        return tomllib.loads(found.decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        line = found.count(b"\n", 0, problem.start) + 1
        raise refusal(place, [Problem(f"line {line}", "this is not UTF-8. Save the file as UTF-8.")]) from problem
    except ValueError as problem:
        raise refusal(place, [_not_toml(str(problem), found)]) from problem
    except RecursionError as problem:
        raise refusal(place, [Problem("somewhere", "brackets are nested too deeply.")]) from problem


def _not_toml(said: str, found: bytes) -> Problem:
    """What the parser said, at its line, with the line unless that may hold a secret."""
    at = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", said)
    if at is None or at[2] is None:
        return Problem("at its end" if at else "somewhere", f"{_ended(at[1] if at else said)} {_TOML}")
    line = found.decode("utf-8-sig").split("\n")[int(at[2]) - 1].strip()
    return Problem(f"line {at[2]}", f"{shown(line, line)} is not TOML. {_ended(at[1])} {_TOML}")


_TOML = 'Texts stand in quotation marks: name = "mail"'


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!")) else f"{sentence}."
