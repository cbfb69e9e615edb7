"""What wants attention on a day: gathered from the register, and shown as the morning's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import click

from bilateral_tracker.cli.context import Session, heading, screen_width
from bilateral_tracker.domain.arrears import follows_missed
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.situation import Situation, coming_situation, follow_up_situations, situation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bilateral_tracker.domain.history import History


class Attention(NamedTuple):
    """The rows that want attention, in the published order, and the next ones after them."""

    rows: list[Situation]
    ahead: list[Situation]
    after_missed: frozenset[str]
    """The references of those whose last period was missed while the next one runs."""
    on_hold: frozenset[str]
    """The references of those that are paused."""


def attention(session: Session) -> Attention:
    """What wants attention on the day that was asked about, and what is due on the next date ahead."""
    from bilateral_tracker.reports.morning import soon, wants_attention

    register, view, day = session.reading, session.view, session.view.as_of
    rows, coming, after_missed, on_hold = [], [], set(), set()
    # All about one history at a time: its schedule is made once.
    for history in register.wanting_attention(view, soon(day)):
        found = (situation(history, day), *follow_up_situations(history, day))
        rows += [row for row in found if wants_attention(row, day)]
        coming.append(coming_situation(history, day))
        after_missed |= missed_last(history, day)
        on_hold |= {history.commitment.ref} if history.paused_from else set()
    further = (register.history(ref, view) for ref in register.next_expected_after(soon(day)))
    coming += [coming_situation(history, day) for history in further if history]
    return Attention(
        sorted(rows, key=lambda row: row.order),
        nearest({row.ref: row for row in coming if row}.values(), day),
        frozenset(after_missed),
        frozenset(on_hold),
    )


def nearest(rows: Iterable[Situation], day: date) -> list[Situation]:
    """At most three of the rows that come next, all on the same day."""
    dated = [(coming_on, row) for row in rows if (coming_on := row.coming_on(day))]
    first = min((coming_on for coming_on, _ in dated), default=None)
    return sorted((row for coming_on, row in dated if coming_on == first), key=lambda row: row.order)[:3]


def missed_last(history: History, day: date) -> set[str]:
    """The commitment's reference, if its last period was missed and the next one runs."""
    return {history.commitment.ref} if follows_missed(schedule(history), day) else set()


def show_morning(session: Session, now: Attention, side: str) -> None:
    """The screen of sections, or one sentence if nothing wants attention."""
    from bilateral_tracker.domain.day import say_day
    from bilateral_tracker.reports import listing, morning
    from bilateral_tracker.reports.visible import wrapped

    day, width = session.view.as_of, screen_width()
    if not now.rows:
        click.echo("\n".join(wrapped(morning.say_nothing_due(now.ahead, day), width)))
        return
    reader = listing.Reader(day, side, now.after_missed, now.on_hold)
    parts = morning.sections(now.rows, reader)
    blocks = [block for part in parts for block in morning.screen(part, reader, width, heading)]
    counts = wrapped(f"{say_day(day)}: {morning.say_counts(parts)}", width)
    click.echo("\n\n".join(("\n".join(counts), *blocks, "\n".join(wrapped(morning.say_ahead(now.ahead, day), width)))))
