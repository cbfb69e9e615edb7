"""What is the matter with a row, who owes it and what to type about it: the words of every reminder."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.reports.counting import counted, say_days
from bilateral_tracker.reports.listing import instrument_day, named
from bilateral_tracker.reports.planned import say_arranged, say_proposed, say_was_it_held
from bilateral_tracker.reports.wording import say_owed_by, sitting


class Step(NamedTuple):
    """Something to do about a row: when or why, and what to type."""

    label: str
    command: str


_COMMANDS = {
    "meeting": "bilateral held {ref} --on DATE",
    "deliverable": "bilateral delivered {named} --on DATE",
    "report": "bilateral delivered {named} --on DATE",
    "follow_up": "bilateral follow-up done {ref}",
    "milestone": "bilateral milestone done {ref}",
}


def steps(row: Situation) -> tuple[Step, ...]:
    """What to type when it is done, reviewed, in force or to be ended."""
    if row.kind == Kind.INSTRUMENT.value and row.due_on is None:
        in_force = Step("In force?", f"bilateral instrument in-force {row.ref} --on DATE")
        return in_force, Step("Not yet?", f"bilateral reviewed {row.ref}")
    if row.kind == Kind.INSTRUMENT.value:
        life = Step("Its life:", f"bilateral show {row.ref}")
        return life, Step("To end it:", f"bilateral withdraw {row.ref} --from DATE")
    is_reviewed = row.standing == Standing.REVIEW_DUE.value
    command = "bilateral reviewed {ref}" if is_reviewed else _COMMANDS.get(row.kind, "")
    return (Step("Record it:", command.format(ref=row.ref, named=named(row))),) if command else ()


def say_owing(row: Situation) -> str:
    """`Owed by PK (Interior)`; of an instrument nothing is owed, so empty."""
    if row.kind == Kind.INSTRUMENT.value:
        return ""
    owed = say_owed_by(row.owed_by)
    return f"{owed[0].upper()}{owed[1:]}{f' ({row.lead})' if row.lead else ''}"


def say_matter(row: Situation, day: date) -> str:
    """What is due, since when or in how many days, without a full stop: `due 7 January 2027, in 30 days`."""
    if row.kind != Kind.INSTRUMENT.value:
        return _say_owed(row, day)
    if row.due_on is None:
        return f"signed, and not known to be in force; {_say_owed(row, day)}"
    when = f"in {say_days(row.days_left)}" if row.days_left else "today"
    return f"{instrument_day(row)} {say_day(row.due_on)}, {when}"


def say_question(row: Situation, day: date, we: str, names: Mapping[str, str]) -> str:
    """What there is to answer: a date that was proposed, or whether the sitting took place; empty if nothing is.

    `we` is the code of the reader's side, `names` are those of the parties, by code.
    """
    proposed = say_proposed(row, we, names)
    answers = (f"{proposed[0].upper()}{proposed[1:]}." if proposed else "", say_was_it_held(row, day))
    return " ".join(answer for answer in answers if answer)


def _say_owed(row: Situation, day: date) -> str:
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
