"""Messages printed, for a person who looks or for cron, which mails what it is told."""

import sys
from collections.abc import Callable

from bilateral_tracker.dispatch.message import ChannelDown, Message


class StdoutChannel:
    """Wherever `out` writes; it is given a text without its last line break, and may raise OSError."""

    def __init__(self, out: Callable[[str], None] | None = None) -> None:
        self._out = out or _print

    def send(self, message: Message) -> None:
        """Print the text."""
        try:
            self._out(message.text.removesuffix("\n"))
        except (OSError, UnicodeError) as problem:
            why = "its encoding lacks a character" if isinstance(problem, UnicodeError) else problem.strerror
            raise ChannelDown(
                f"The message could not be printed ({why}). It is owed until it is: run the command again."
            ) from problem

    def close(self) -> None:
        """Nothing was held open."""


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
