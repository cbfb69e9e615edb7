"""One checkable promise: what, by whom, by when or how often."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bilateral_tracker.domain.cadence import Cadence, Period, Unit
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.source import Citation
from bilateral_tracker.domain.window import Window


class Kind(Enum):
    """What is promised: a sitting, a thing, a report, or conduct that has no end."""

    MEETING = "meeting"
    DELIVERABLE = "deliverable"
    REPORT = "report"
    STANDING = "standing"


class Strength(Enum):
    """How firmly it was promised. What was only sought, discussed or noted is kept on file and never chased."""

    AGREED = "agreed"
    OFFERED = "offered"
    AD_REFERENDUM = "ad_referendum"
    SOUGHT = "sought"
    DISCUSSED = "discussed"
    NOTED = "noted"

    @property
    def is_chased(self) -> bool:
        """Whether somebody is bound by it."""
        return self in (Strength.AGREED, Strength.OFFERED, Strength.AD_REFERENDUM)


class Arrears(Enum):
    """What stays owed when several due dates have passed: each of them, or the latest alone."""

    EACH = "each"
    LATEST = "latest"


USUAL_REVIEW = Period(6, Unit.MONTH)
"""How often a promise without a date comes up for review."""


def usual_arrears(kind: Kind) -> Arrears:
    """Of sittings the latest is chased, the earlier ones are counted; reports and deliverables stay owed each."""
    return Arrears.LATEST if kind is Kind.MEETING else Arrears.EACH


@dataclass(frozen=True, slots=True)
class Commitment:
    """The terms of one promise. It has a cadence, or one due window, or neither (then it is undated)."""

    ref: str
    kind: Kind
    title: str
    parties: tuple[str, ...]
    agreed_on: date
    strength: Strength = Strength.AGREED
    owed_by: str = JOINT
    lead: str = ""
    """The ministry or agency in charge."""
    cadence: Cadence | None = None
    due: Window | None = None
    review_every: Period | None = None
    grace_days: int = 0
    arrears: Arrears = Arrears.LATEST
    note: str = ""
    citations: tuple[Citation, ...] = ()

    @property
    def relationship(self) -> str:
        """The parties' codes, joined: `PK-CN`."""
        return "-".join(self.parties)

    @property
    def is_undated(self) -> bool:
        """Whether it has neither a cadence nor a due date."""
        return self.cadence is None and self.due is None

    def due_window(self, number: int) -> Window | None:
        """When the `number`-th occurrence falls due, as agreed; None where there is no such date."""
        if self.cadence is None:
            return self.due if number == 1 else None
        try:
            return Window.day(self.cadence.due(number))
        except OverflowError:
            return None

    def last_due(self, day: date) -> int:
        """The number of the latest occurrence due on or before `day`; 0 if none."""
        if self.cadence is not None:
            return self.cadence.last_due(day)
        return int(self.due is not None and self.due.latest <= day)
