"""When to stop waiting for somebody else's server, however slowly it goes on answering.

The time-out of a socket is for one answer; a server that sends a letter a second is within it for ever.
"""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Timer


class Deadline:
    """Whether the time was up."""

    def __init__(self, connection: Callable[[], socket.socket | None]) -> None:
        self.passed = False
        self._connection = connection

    def pass_by(self) -> None:
        """Cut the connection, so that whoever waits on it wakes."""
        self.passed = True
        connection = self._connection()
        if connection is not None:
            with suppress(OSError):
                # of the plain socket: a TLS socket's own would change it under the hands of its reader
                socket.socket.shutdown(connection, socket.SHUT_RDWR)


@contextmanager
def deadline(seconds: float, connection: Callable[[], socket.socket | None]) -> Iterator[Deadline]:
    """Let the block talk over `connection()` for so many seconds; then cut it."""
    limit = Deadline(connection)
    timer = Timer(seconds, limit.pass_by)
    timer.daemon = True
    timer.start()
    try:
        yield limit
    finally:
        timer.cancel()
