"""The heads of a sentence: every place where its words make a promise, or ask, or plan."""

from collections.abc import Callable

from bilateral_tracker.communique.agreement import agreement_at, nominal_at
from bilateral_tracker.communique.head import Clause, Head, Sense
from bilateral_tracker.communique.intention import (
    action_point_at,
    announcement_at,
    approval_at,
    discussion_at,
    habit_at,
    intention_at,
    mandate_at,
    prospect_at,
    purpose_at,
    request_at,
    schedule_at,
)
from bilateral_tracker.communique.modal import modal_at
from bilateral_tracker.communique.refusals import is_refused


def heads(clause: Clause) -> tuple[Head, ...]:
    """The heads in their order. What was only discussed is told where something was promised beside it."""
    found: list[Head] = []
    at = 0
    while at < len(clause.text):
        head = _head_at(clause, at, tuple(found))
        is_late = head is not None and head.sense is Sense.DISCUSSED and bool(found)
        if head and not is_late and not is_refused(clause, head):
            found.append(head)
            at = max(head.action, at)
        at += 1
    return tuple(found) if any(head.sense is not Sense.DISCUSSED for head in found) else ()


def _head_at(clause: Clause, at: int, before: tuple[Head, ...]) -> Head | None:
    low = clause.low(at)
    if not low.isalpha() and low != ":":
        return None
    return modal_at(clause, at, before) or next(filter(None, (read(clause, at) for read in _READERS)), None)


_READERS: tuple[Callable[[Clause, int], Head | None], ...] = (
    agreement_at,
    nominal_at,
    intention_at,
    schedule_at,
    habit_at,
    prospect_at,
    request_at,
    discussion_at,
    approval_at,
    purpose_at,
    action_point_at,
    mandate_at,
    announcement_at,
)
