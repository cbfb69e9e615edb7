"""A reminder in words: what is due, since when, who owes it, what to type when it is done."""

from collections.abc import Mapping
from datetime import date

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.reports.counting import counted, say_days
from bilateral_tracker.reports.listing import instrument_day, named
from bilateral_tracker.reports.planned import say_arranged, say_proposed, say_was_it_held
from bilateral_tracker.reports.visible import visible
from bilateral_tracker.reports.wording import say_owed_by, sitting

_COMMANDS = {
    "meeting": "bilateral held {ref} --on DATE",
    "deliverable": "bilateral delivered {named} --on DATE",
    "report": "bilateral delivered {named} --on DATE",
    "follow_up": "bilateral follow-up done {ref}",
    "milestone": "bilateral milestone done {ref}",
}


def notice(row: Situation, day: date, we: str, names: Mapping[str, str]) -> str:
    """Two lines: what is the matter, and what to do about it. `names` are those of the parties, by code."""
    if row.kind == Kind.INSTRUMENT.value:
        return _of_instrument(row, day)
    command = _COMMANDS.get(row.kind, "")
    if row.standing == Standing.REVIEW_DUE.value:
        command = "bilateral reviewed {ref}"
    owed = say_owed_by(row.owed_by)
    who = f"{owed[0].upper()}{owed[1:]}{f' ({row.lead})' if row.lead else ''}."
    what = f"{named(row)} {row.title}: {_matter(row, day)}.{_date_to_settle(row, day, we, names)}"
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
    coming_on = row.coming_on(day)
    is_arranged = coming_on is not None and coming_on == row.arranged_for
    until = "" if coming_on is None or coming_on < day else "today" if coming_on == day else _in_days(coming_on, day)
    if row.standing == Standing.OVERDUE.value and row.days_late:
        return f"{_late(row)}{f', arranged for {say_day(coming_on)}, {until}' if is_arranged and coming_on else ''}"
    if is_arranged:
        return f"{say_arranged(row)}, {until}"
    due = f"{say_day(row.due_on) if row.due_on else ''}{_moved(row)}"
    if until == "today":
        return f"due today, {due}"
    return f"due {due}, {until}" if until else f"was due {due}; its days of grace are running"


def _late(row: Situation) -> str:
    late = "slipped" if row.is_soft else "overdue"
    missed = "slipped" if row.is_soft else "missed"
    before = f", {counted(row.missed, sitting(row.kind))} {missed} before it" if row.missed else ""
    due = say_day(row.due_on) if row.due_on else ""
    return f"{late} by {say_days(row.days_late or 0)} (due {due}{_moved(row)}{before})"


def _moved(row: Situation) -> str:
    return f", postponed to {say_day(row.postponed_to)}" if row.postponed_to else ""


def _in_days(coming_on: date, day: date) -> str:
    return f"in {say_days((coming_on - day).days)}"


def _date_to_settle(row: Situation, day: date, we: str, names: Mapping[str, str]) -> str:
    """What there is to answer: a date that was proposed, or whether the sitting took place."""
    proposed = say_proposed(row, we, names)
    answers = (f"{proposed[0].upper()}{proposed[1:]}." if proposed else "", say_was_it_held(row, day))
    return "".join(f" {answer}" for answer in answers if answer)
