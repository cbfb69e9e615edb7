"""Who promises: a state or an organisation, known by a short code."""

from typing import NamedTuple

JOINT = "joint"
"""The `owed_by` of what all parties owe together."""

CODE = r"[A-Z][A-Z0-9]{1,7}"


class Party(NamedTuple):
    """A state (ISO 3166 alpha-2 code) or an organisation (its usual abbreviation)."""

    code: str
    name: str
    capital: str
    zone: str
    """IANA time zone of the capital: the zone whose date is "today" for this party."""


def relationship(parties: tuple[str, ...], home: str) -> str:
    """The parties' codes joined, the home party first: each side writes itself first, as in the alternat."""
    return "-".join(sorted(parties, key=lambda code: code != home))
