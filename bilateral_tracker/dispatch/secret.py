"""What a channel must know and no file should hold: it is asked of a command, each time it is needed.

What the command prints is kept out of every error.
"""

from bilateral_tracker.dispatch.message import ChannelDown
from bilateral_tracker.dispatch.program import NotRun, run
from bilateral_tracker.errors import quoted


def secret(command: tuple[str, ...], channel: str, seconds: float) -> str:
    """The first line that the command prints. ChannelDown if there is none, or not within `seconds`."""
    return secret_lines(command, channel, seconds)[0]


def secret_lines(command: tuple[str, ...], channel: str, seconds: float) -> list[str]:
    """The lines that the command prints, at least one and none empty. ChannelDown as for a single one."""
    try:
        code, printed = run(command, b"", seconds)
    except NotRun as problem:
        raise _failed(command, channel, str(problem)) from None
    if code:
        raise _failed(command, channel, f"failed with exit code {code}")
    try:
        lines = printed.decode().replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError:
        raise _failed(command, channel, "did not print text in UTF-8") from None
    if not lines[0]:
        raise _failed(command, channel, "printed nothing on its first line")
    return [line for line in lines if line]


def _failed(command: tuple[str, ...], channel: str, what: str) -> ChannelDown:
    """Names the program alone: a word after it may be the secret itself."""
    return ChannelDown(
        f"The command {quoted(command[0])} that gives the channel {quoted(channel)} its secret {what}. "
        "Run it by hand to see why."
    )
