"""What a user can mend: each error says what happened, what is now true and what to type next."""


def quoted(text: str, most: int = 40) -> str:
    """What a user typed, fit to be repeated in a message: on one line, shortened, without control characters."""
    shown = text if len(text) <= most else text[:most] + "…"
    return "'" + "".join(c if c.isprintable() else ascii(c)[1:-1] for c in shown) + "'"


class TrackerError(Exception):
    """Something a user can mend; the message is a full sentence with its remedy."""

    exit_code = 1


class WrongUsage(TrackerError):
    """What was typed cannot be understood or is not allowed."""

    exit_code = 2


class NotFound(TrackerError):
    """A register, commitment, occurrence or file that is not there."""

    exit_code = 3


class Conflict(TrackerError):
    """What was asked contradicts what is on record, or could mean several things."""

    exit_code = 4


class Busy(TrackerError):
    """Another process holds the register for writing."""

    exit_code = 5


class Damaged(TrackerError):
    """The register cannot be trusted as it stands."""

    exit_code = 6
