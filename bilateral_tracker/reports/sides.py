"""Whose move it is: rows in groups by who is waited on, as one side of the table sees it."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.domain.waiting import DATE


class Side(Enum):
    """Who is waited on, in the order in which a desk looks at it."""

    WE = "We owe"
    THEY = "They owe"
    JOINTLY = "Joint"
    DATE = "Date to be proposed"
    NOBODY = "Nothing owed"


class Group(NamedTuple):
    """The rows of one side."""

    side: Side
    rows: list[Situation]

    @property
    def heading(self) -> str:
        """The side; where more than two parties are concerned, with the one among the others that owes all of it."""
        owing = {row.waits_for for row in self.rows}
        if self.side is not Side.THEY or len(owing) > 1 or len(self._parties) < 3:
            return self.side.value
        return f"{self.side.value}: {', '.join(owing.pop().split('-'))}"

    @property
    def has_several_owing(self) -> bool:
        """Whether its heading leaves open which of the others owes a row."""
        return self.side is Side.THEY and len({row.waits_for for row in self.rows}) > 1

    @property
    def _parties(self) -> set[str]:
        return {code for row in self.rows for code in row.parties.split("-")}


def side(row: Situation, we: str) -> Side:
    """Who is waited on, if the reader sits on the side of the party `we`. While a pause lasts it is nobody."""
    if not row.waits_for or row.standing == Standing.ON_HOLD.value:
        return Side.NOBODY
    if row.waits_for == JOINT:
        return Side.JOINTLY
    if row.waits_for == DATE:
        return Side.DATE
    return Side.WE if we in row.waits_for.split("-") else Side.THEY


def by_side(rows: Iterable[Situation], we: str) -> list[Group]:
    """The rows in groups, each in the order of the rows; groups without rows are left out."""
    groups: dict[Side, list[Situation]] = {one: [] for one in Side}
    for row in rows:
        groups[side(row, we)].append(row)
    return [Group(one, found) for one, found in groups.items() if found]
