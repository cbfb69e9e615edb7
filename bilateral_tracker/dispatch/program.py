"""Other people's programs, run without a shell and without a terminal, and for no longer than is allowed."""

import os
import signal
import subprocess
from collections.abc import Sequence


class NotRun(Exception):
    """The program did not come to its own end; the message goes on from its name: "could not be started (...)"."""


def run(command: Sequence[str], given: bytes, seconds: float) -> tuple[int, bytes]:
    """The exit code and what was printed, having been `given` that to read. NotRun if it did not come to that."""
    process = _started(command)
    with process:
        try:
            printed, _ = process.communicate(given, timeout=seconds)
        except subprocess.TimeoutExpired:
            # the whole session: whatever the program started may hold the pipes open
            os.killpg(process.pid, signal.SIGKILL)
            raise NotRun(f"took longer than {seconds:g} seconds") from None
    return process.returncode, printed


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [os.path.expanduser(command[0]), *command[1:]],  # noqa: PTH111  # a word for PATH is no path
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else problem  # a NUL in a word
        raise NotRun(f"could not be started ({why})") from None
