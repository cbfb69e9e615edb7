"""How things are named: `PK-CN-1` a commitment, `PK-CN-1#2` its second occurrence, `PK-CN-1.3` its third follow-up."""

import re
from typing import NamedTuple

from bilateral_tracker.errors import WrongUsage, quoted

_NUMBER = "[1-9][0-9]{0,5}"
_SHAPE = rf"([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*-?)(?:#({_NUMBER})|\.({_NUMBER}))?"


class Reference(NamedTuple):
    """What was typed to name something; `commitment` may still be a prefix, and is in capitals."""

    commitment: str
    number: int | None = None
    follow_up: int | None = None

    def __str__(self) -> str:
        if self.number is not None:
            return f"{self.commitment}#{self.number}"
        return self.commitment if self.follow_up is None else f"{self.commitment}.{self.follow_up}"


def read_reference(text: str) -> Reference:
    """The reference that was typed, in any case. WrongUsage if it cannot be one."""
    match = re.fullmatch(_SHAPE, text.strip())
    if match is None or len(text) > 100:
        raise WrongUsage(f"{quoted(text)} is not a reference. They look like PK-CN-1, PK-CN-1#2 or PK-CN-1.3")
    commitment, number, follow_up = match.groups()
    return Reference(commitment.upper(), _whole(number), _whole(follow_up))


def read_number(text: str) -> int:
    """The number of an occurrence that was typed. WrongUsage if it cannot be one."""
    if re.fullmatch(_NUMBER, text.strip()) is None:
        raise WrongUsage(
            f"{quoted(text)} is not the number of an occurrence. They are counted from 1, like: --number 3"
        )
    return int(text)


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def split_reference(ref: str) -> tuple[str, int]:
    """The relationship and the number of a commitment's reference: `("PK-CN", 1)`."""
    relationship, _, number = ref.rpartition("-")
    return relationship, int(number)
