"""What is wrong in the file, all of it at once, and how to mend it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bilateral_tracker.errors import WrongUsage, quoted

_MOST = 20
"""How many problems are listed; the rest is counted."""

SECRETS = ("password", "passphrase", "secret", "token", "url", "urls", "api_key")
"""Keys under which people write what nobody else may read."""


class Misconfigured(WrongUsage):
    """A configuration file that cannot be used as it stands."""


class Problem(NamedTuple):
    """The key, or the line, at which something is wrong; and a sentence on what, with its remedy."""

    where: str
    what: str


def refusal(place: str, problems: Sequence[Problem]) -> Misconfigured:
    """The error that lists the problems."""
    listed = "".join(f"\n  {where}: {what}" for where, what in problems[:_MOST])
    more = f"\n  and {len(problems) - _MOST:,} more" if len(problems) > _MOST else ""
    return Misconfigured(f"The configuration {place} cannot be used. Wrong in it:{listed}{more}")


def shown(key: str, value: object) -> str:
    """A value as it may be repeated in a message: shortened, and not at all where its key tells of a secret."""
    if any(word in key.lower() for word in SECRETS):
        return "what stands there"
    return quoted(str(value).lower() if isinstance(value, bool) else str(value))


def unknown_key(key: str, known: Iterable[str]) -> str:
    """That a key is not one, and which was meant; of one that would hold a secret, what to write instead."""
    names = sorted(known)
    commands = [name for name in names if name.endswith("_command")]
    if key in SECRETS and commands:
        return (
            "a secret is not kept in this file. Name a command that prints it, as a list of words: "
            f'{commands[0]} = ["pass", "show", "mail"]'
        )
    return f"no such key here. {meant(key, names)}"


def meant(word: str, known: Sequence[str]) -> str:
    """`Did you mean every_days?`, or all there are."""
    from difflib import get_close_matches  # 6 ms, for those who mistyped

    near = get_close_matches(word, known, 1)
    return f"Did you mean {near[0]}?" if near else f"There {'are' if len(known) > 1 else 'is'}: {', '.join(known)}"
