"""The drafts that wait, and what is said when one waits no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bilateral_tracker.cli.context import Session, say

if TYPE_CHECKING:
    from bilateral_tracker.desk.drafts import Accepted
    from bilateral_tracker.domain.kept_draft import KeptDraft


def waiting(session: Session) -> list[KeptDraft]:
    """The drafts that wait for a yes or no."""
    from bilateral_tracker.domain.kept_draft import DraftState

    return [one for one in session.reading.drafts() if one.state is DraftState.WAITING]


def tell_accepted(session: Session, one: Accepted) -> None:
    """Says what a draft has become."""
    from bilateral_tracker.reports.wording import say_taken_in

    if one.is_new:
        say(session, f"Draft {one.draft.number}: {say_taken_in(one.history)}")
    else:
        click.echo(f"Draft {one.draft.number} is on record as {one.draft.ref} already. Nothing was changed.")
