"""Who is told, what was said to them, and what they want to hear no more of."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.ledger import Line
from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.recipient import LEAD, Recipient
from bilateral_tracker.domain.reminder import phase, phases
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.stages import Stages
from bilateral_tracker.reports.counting import say_days
from bilateral_tracker.reports.wording import UNDO

RECIPIENT_COLUMNS = ("id", "name", "role", "for", "party", "address", "channel", "from_on", "until_on", "alternate")
LEDGER_COLUMNS = ("sent_at", "item", "about_on", "stage", "recipient", "channel", "state", "failure", "message")
LEDGER_HEADINGS = ("when", "item", "about", "days", "to", "channel", "what became of it")


def say_acknowledged(row: Situation, quiet: Quiet, stages: Stages) -> str:
    """Until when nothing more is said: the next phase, or a new date."""
    now = phase(row.latest_on, quiet.on, stages)
    until = ["it is overdue", *(f"it is {say_days(first)} overdue" for first in phases(stages)[1:])]
    while_open = f"until {until[now]} or its date changes" if now < len(until) else "unless its date changes"
    return f"{_item(quiet)} acknowledged: the officer is not reminded of it {while_open}. {UNDO}"


def say_snoozed(quiet: Quiet) -> str:
    """Until which day nothing more is said."""
    assert quiet.until is not None, "a snooze ends"
    until = say_day(quiet.until)
    return f"{_item(quiet)}: the officer is not reminded of it until {until}, unless its date changes. {UNDO}"


def say_told(recipient: Recipient, today: date) -> str:
    """Who is told of what, from when, until when."""
    stand_in = ", as alternate" if recipient.is_alternate else ""
    begins = f" from {say_day(recipient.from_on)} on" if recipient.from_on and recipient.from_on > today else ""
    ends = f" until {say_day(recipient.until_on)}" if recipient.until_on else ""
    where = recipient.address or "no address"
    return (
        f"{recipient.id} recorded: {recipient.name} ({where}) is told as {recipient.role.value} of "
        f"{say_scope(recipient.scope)}{begins}{ends}{stand_in}. {UNDO}"
    )


def say_scope(scope: str) -> str:
    """`everything`, `PK-CN`, `what nccia leads`."""
    if scope.startswith(LEAD):
        return f"what {scope.removeprefix(LEAD).upper()} leads"
    return scope or "everything"


def recipient_cells(recipients: Iterable[Recipient]) -> list[tuple[str, ...]]:
    """A row of text for each recipient."""
    return [
        (
            one.id,
            one.name,
            one.role.value,
            one.scope or "all",
            one.party,
            one.address,
            one.channel,
            str(one.from_on or ""),
            str(one.until_on or ""),
            "alternate" if one.is_alternate else "",
        )
        for one in recipients
    ]


def ledger_rows(lines: Iterable[Line]) -> Iterator[Sequence[object]]:
    """A row for each line of the ledger: sent, failed, or claimed by a run that has not said more."""
    for line in lines:
        about = line.reminder
        state = "sent" if line.sent_at else "failed" if line.failure else "claimed"
        yield (
            line.sent_at,
            about.item,
            about.about_on,
            about.stage,
            about.recipient,
            about.channel,
            state,
            line.failure,
            line.message,
        )


def ledger_cells(lines: Iterable[Line]) -> list[tuple[str, ...]]:
    """The ledger as a table for people, under `LEDGER_HEADINGS`."""
    return [
        (
            (line.sent_at or line.claimed_at)[:16].replace("T", " "),
            line.reminder.item,
            say_day(line.reminder.about_on),
            f"{line.reminder.stage:+}" if line.reminder.stage else "the day",
            line.reminder.recipient or "the desk",
            line.reminder.channel,
            "sent" if line.sent_at else line.failure or "claimed by a run that has not said more",
        )
        for line in lines
    ]


def _item(quiet: Quiet) -> str:
    return f"{quiet.item}, {say_day(quiet.about_on)}"
