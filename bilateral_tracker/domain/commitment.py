"""One checkable promise: what, by whom, by when or how often."""

from datetime import date
from enum import Enum
from typing import NamedTuple

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.instrument import Life
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.source import Citation
from bilateral_tracker.domain.window import Window


class Kind(Enum):
    """What is promised: a sitting, a thing, a report, conduct that has no end; or the instrument that promises."""

    MEETING = "meeting"
    DELIVERABLE = "deliverable"
    REPORT = "report"
    STANDING = "standing"
    INSTRUMENT = "instrument"
    """A treaty, an agreement, a memorandum with a life of its own: it enters into force, renews itself, expires."""

    @property
    def noun(self) -> str:
        """The kind in a sentence: `a meeting`, `conduct that has no end`."""
        if self is Kind.STANDING:
            return "conduct that has no end"
        return f"{'an' if self is Kind.INSTRUMENT else 'a'} {self.value}"


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
    """What stays owed when several due dates have passed: each of them, the latest alone, or none."""

    EACH = "each"
    LATEST = "latest"
    NONE = "none"
    """Nothing stays owed: what has passed is over."""


USUAL_REVIEW = Period(6, Unit.MONTH)
"""How often a promise without a date comes up for review."""


def usual_arrears(kind: Kind) -> Arrears:
    """Of sittings the latest is chased, the earlier ones are counted; reports and deliverables stay owed each.

    Nobody owes a notice that could have been given: an instrument goes on, or it ends.
    """
    if kind is Kind.INSTRUMENT:
        return Arrears.NONE
    return Arrears.LATEST if kind is Kind.MEETING else Arrears.EACH


class Commitment(NamedTuple):
    """The terms of one promise. It has a cadence, or one due window, or an event, or none of them.

    An instrument has a life instead, and was signed on the day it was agreed.
    """

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
    due_after: EventDue | None = None
    """Due once, when, before or after an event whose day is not in the terms."""
    first_session: int = 1
    """The number that the first sitting on record bears."""
    first_host: str = ""
    """The party that hosts first."""
    life: Life | None = None
    """How long an instrument is valid; None for what is none."""

    @property
    def relationship(self) -> str:
        """The parties' codes, joined: `PK-CN`."""
        return "-".join(self.parties)

    @property
    def is_undated(self) -> bool:
        """Whether it has neither a cadence nor a due date, nor an event or a life that will give it one."""
        return self.cadence is None and self.due is None and self.due_after is None and self.life is None

    @property
    def is_soft(self) -> bool:
        """Whether a delay has slipped and breaks no promise."""
        return self.cadence is not None and self.cadence.is_soft

    @property
    def welcomes_more(self) -> bool:
        """Whether a sitting beyond those promised is nothing to ask about: one in each period, or at least so many."""
        return self.cadence is not None and (self.cadence.is_floor or self.cadence.reading is Reading.PERIOD)
