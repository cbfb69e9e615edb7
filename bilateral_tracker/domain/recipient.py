"""Who is to be told: people at a desk, each for a part of the register and for a time.

People change post. Whoever is told what depends on the day: a successor is told all that is still open.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.errors import WrongUsage, quoted

RECIPIENT_SUBJECT = "recipient:"
"""What the journal puts before a recipient's id: no source, party or commitment can be called so."""

RECIPIENT_ID = r"[a-z0-9]+(?:[-.][a-z0-9]+)*"
LONGEST_RECIPIENT_ID = 40

LEAD = "lead:"
"""What begins a scope that is an agency's: all that it leads, follow-ups that it owns among them."""


class Role(Enum):
    """The rungs of the ladder: the officer is told of everything, the others of what stays overdue."""

    OFFICER = "officer"
    DIRECTOR = "director"
    HEAD = "head"


class Recipient(NamedTuple):
    """Somebody who is told, from a day to a day, both included; None: since ever, for good."""

    id: str
    name: str
    address: str
    """Where mail reaches them; empty if their channel needs none."""
    role: Role
    scope: str
    """A commitment `PK-CN-1`, an agency `lead:NCCIA`, a relationship `PK-CN`, or empty: everything."""
    party: str
    """The party in whose capital they sit: its date is their today, its holidays are theirs."""
    channel: str
    """The name of the channel that reaches them; empty: the usual one."""
    from_on: date | None
    until_on: date | None
    is_alternate: bool
    """Whether they are told only while nobody else is there for the same part."""

    def serves_on(self, day: date) -> bool:
        """Whether they hold the post on a day."""
        return (self.from_on or date.min) <= day <= (self.until_on or date.max)


def recipients_of(row: Situation, role: Role, recipients: Iterable[Recipient], day: date) -> list[Recipient]:
    """Those who are told of a row in a role: of the narrowest scope that anybody serves; alternates in an absence."""
    serving = [one for one in recipients if one.role is role and one.serves_on(day)]
    for scope in scopes(row):
        of_scope = [one for one in serving if one.scope == scope]
        if of_scope:
            return [one for one in of_scope if not one.is_alternate] or of_scope
    return []


def scopes(row: Situation) -> Sequence[str]:
    """The scopes that a row lies in, the narrowest first."""
    commitment = row.ref.partition(".")[0]
    lead = (f"{LEAD}{row.lead.casefold()}",) if row.lead else ()
    return (commitment, *lead, row.parties, "")


def read_scope(typed: str) -> str:
    """The scope as it is kept: references in capitals, agencies in small letters. `all` is everything."""
    text = typed.strip()
    if text.casefold().startswith(LEAD):
        agency = text[len(LEAD) :].strip()
        if not agency:
            raise WrongUsage(f"{quoted(typed)} names no agency. Write it like: --for lead:NCCIA")
        return f"{LEAD}{agency.casefold()}"
    return "" if text.casefold() == "all" else text.upper()
