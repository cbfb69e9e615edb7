"""Milestones: set under a deliverable or report, and numbered together with its follow-ups."""

from datetime import date

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.desk.follow_up import Raised, next_number, refuse_raised_on
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import follow_up_body
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.milestone import refuse_milestone
from bilateral_tracker.domain.reference import Reference
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage


def set_milestone(desk: Desk, reference: Reference, text: str, owner: str, due: Window, on: date) -> Raised:
    """Records a milestone, due on the last day of the window. Conflict after the last day of what it leads to."""
    ref = reference.commitment
    if reference.number is not None or reference.follow_up is not None:
        raise WrongUsage(f"{reference} cannot have milestones of its own. Set it under the commitment: {ref}")
    with desk.writing():
        history = desk.history(ref)
        refuse_raised_on(desk, history, on, f"A milestone of {ref} cannot have been set")
        refuse_milestone(history, due.latest)
        milestone = FollowUp(next_number(desk, ref), text, on, owner, due.latest, is_milestone=True)
        desk.record(Act.FOLLOW_UP_RAISED, ref, follow_up_body(milestone))
        return Raised(desk.history(ref), milestone)
