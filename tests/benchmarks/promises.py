"""What the registers to measure on hold: of any number of commitments, the same few want attention on one day.

Of ten commitments six recur, three are due once and one has no date. All is settled or still to come, except for
twenty things overdue, five due soon and five up for review, spread evenly over the register.
"""

from datetime import date, timedelta

from bilateral_tracker.domain import fold
from bilateral_tracker.domain.cadence import cadence_from
from bilateral_tracker.domain.commitment import Commitment, Kind, usual_arrears
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.source import Citation, Source, SourceKind
from bilateral_tracker.domain.window import Window

DAY = date(2026, 11, 24)
OVERDUE, SOON, REVIEW = 20, 5, 5
SITTINGS_OVERDUE = 12
"""How many of what is overdue are sittings; the rest are deliverables."""

HOME = "PK"
PARTNERS = "AE AF AZ BD BH CN EG ID IQ IR JO KG KZ LK MY OM QA SA TJ TR".split()
COMMITMENTS_A_SOURCE = 10

Said = tuple[Act, str, date]
"""What an entry records, its body, the day on which it was recorded."""


def source(n: int) -> Source:
    """The document that the `n`-th commitment stands in."""
    first = n - n % COMMITMENTS_A_SOURCE
    return Source(f"minutes-{first}", SourceKind.AGREED_MINUTES, f"Agreed minutes {first}", date(2020, 1, 1))


def promise(n: int, size: int) -> tuple[Commitment, list[Said]]:
    """The `n`-th commitment of a register of `size`, counted from 0, and what was recorded about it."""
    wanting, between = divmod(n, size // (OVERDUE + SOON + REVIEW))
    if between == 0 and wanting < OVERDUE:
        return _overdue(n, wanting)
    if between == 0 and wanting < OVERDUE + SOON:
        return _once(n, DAY + timedelta(5 * (wanting - OVERDUE + 1)), delivered=False)
    if between == 0 and wanting < OVERDUE + SOON + REVIEW:
        return _undated(n, DAY - timedelta(200))
    if n % 10 < 6:
        return _recurring(n)
    if n % 10 < 9:
        delivered = n % 20 < 10
        return _once(n, DAY - timedelta(10 + n % 900) if delivered else DAY + timedelta(60 + n % 1000), delivered)
    return _undated(n, DAY - timedelta(1 + n % 150))


def _overdue(n: int, wanting: int) -> tuple[Commitment, list[Said]]:
    if wanting >= SITTINGS_OVERDUE:
        return _once(n, DAY - timedelta(wanting), delivered=False)
    held = (date(2026, 4, 7), date(2026, 7, 7))
    return _told(_commitment(n, Kind.MEETING, date(2026, 1, 7), Period(3, Unit.MONTH)), held)


def _recurring(n: int) -> tuple[Commitment, list[Said]]:
    """A sitting or report that was kept one to three times, the last time it fell due included."""
    period, kept = Period((3, 6, 12)[n // 10 % 3], Unit.MONTH), 1 + n // 30 % 3
    first_due_on = period.after(DAY - timedelta(10 + n % 40), 1 - kept)
    kind = Kind.MEETING if n % 10 < 4 else Kind.REPORT
    commitment = _commitment(n, kind, first_due_on - timedelta(20), period, first_due_on)
    assert commitment.cadence is not None
    return _told(commitment, [commitment.cadence.due(number) for number in range(1, kept + 1)])


def _once(n: int, due_on: date, delivered: bool) -> tuple[Commitment, list[Said]]:
    agreed_on = min(due_on, DAY) - timedelta(200)
    return _told(_commitment(n, Kind.DELIVERABLE, agreed_on, due=Window.day(due_on)), [due_on] if delivered else [])


def _undated(n: int, agreed_on: date) -> tuple[Commitment, list[Said]]:
    return _told(_commitment(n, Kind.STANDING, agreed_on), [])


def _commitment(
    n: int,
    kind: Kind,
    agreed_on: date,
    period: Period | None = None,
    first_due_on: date | None = None,
    due: Window | None = None,
) -> Commitment:
    parties = (HOME, PARTNERS[n % len(PARTNERS)])
    return Commitment(
        ref=f"{'-'.join(parties)}-{n // len(PARTNERS) + 1}",
        kind=kind,
        title=f"Joint working group {n}",
        parties=parties,
        agreed_on=agreed_on,
        lead="Ministry of Interior",
        cadence=cadence_from(period, agreed_on, first_due_on) if period else None,
        due=due,
        arrears=usual_arrears(kind),
        citations=(Citation(source(n).id, f"paragraph {n % 30 + 1}", paraphrase=f"Both sides will meet, {n}."),),
    )


def _told(commitment: Commitment, kept_on: list[date] | tuple[date, ...]) -> tuple[Commitment, list[Said]]:
    """The commitment with the entries about it: the agreement, what was kept, at times a follow-up that was done."""
    kind = OutcomeKind.HELD if commitment.kind is Kind.MEETING else OutcomeKind.DELIVERED
    said: list[Said] = [(Act.AGREED, fold.agreed_body(commitment), commitment.agreed_on)]
    for on in kept_on:
        outcome = Outcome(kind, on, place="Islamabad", evidence="minutes on file")
        said.append((fold.OUTCOME_ACTS[kind], fold.outcome_body(outcome), on))
    if commitment.ref.endswith("5"):
        on = commitment.agreed_on
        said.append((Act.FOLLOW_UP_RAISED, fold.follow_up_body(FollowUp(1, "Send the agenda", on, owner="PK")), on))
        said.append((Act.FOLLOW_UP_DONE, fold.body({"number": 1, "on": on.isoformat()}), on))
    return commitment, said
