"""A reminder in words: what is due, since when, who owes it, what to type when it is done."""

from datetime import date

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.reports.listing import instrument_day, named
from bilateral_tracker.reports.visible import visible
from bilateral_tracker.reports.wording import counted, say_days, say_owed_by, sitting

_COMMANDS = {
    "meeting": "bilateral held {ref} --on DATE",
    "deliverable": "bilateral delivered {named} --on DATE",
    "report": "bilateral delivered {named} --on DATE",
    "follow_up": "bilateral follow-up done {ref}",
    "milestone": "bilateral milestone done {ref}",
}


def notice(row: Situation, day: date) -> str:
    """Two lines: what is the matter, and what to do about it."""
    if row.kind == Kind.INSTRUMENT.value:
        return _of_instrument(row, day)
    command = _COMMANDS.get(row.kind, "")
    if row.standing == Standing.REVIEW_DUE.value:
        command = "bilateral reviewed {ref}"
    owed = say_owed_by(row.owed_by)
    who = f"{owed[0].upper()}{owed[1:]}{f' ({row.lead})' if row.lead else ''}."
    what = f"{named(row)} {row.title}: {_matter(row, day)}."
    return f"{visible(what)}\n    {visible(who)} Record it: {command.format(ref=row.ref, named=named(row))}"


def _of_instrument(row: Situation, day: date) -> str:
    """Nothing is owed: either it is not in force yet, or somebody has to think of its end."""
    if row.due_on is None:
        what = f"signed, and not known to be in force; {_matter(row, day)}"
        then = f"In force? bilateral instrument in-force {row.ref} --on DATE. Not yet? bilateral reviewed {row.ref}"
        return f"{visible(f'{named(row)} {row.title}: {what}')}.\n    {then}"
    when = f", in {say_days(row.days_left)}" if row.days_left else ", today"
    what = f"{instrument_day(row)} {say_day(row.due_on)}"
    then = f"Its life: bilateral show {row.ref}. To end it: bilateral withdraw {row.ref} --from DATE"
    return f"{visible(f'{named(row)} {row.title}: {what}{when}')}.\n    {then}"


def _matter(row: Situation, day: date) -> str:
    if row.standing == Standing.REVIEW_DUE.value and row.review_on:
        return f"up for review since {say_day(row.review_on)}" if row.review_on < day else "up for review today"
    due = say_day(row.due_on) if row.due_on else ""
    moved = f", postponed to {say_day(row.postponed_to)}" if row.postponed_to else ""
    if row.standing == Standing.OVERDUE.value and row.days_late:
        missed = f", {counted(row.missed, sitting(row.kind))} missed before it" if row.missed else ""
        return f"overdue by {say_days(row.days_late)} (due {due}{moved}{missed})"
    if row.days_left:
        return f"due {due}{moved}, in {say_days(row.days_left)}"
    return f"due today, {due}{moved}"
