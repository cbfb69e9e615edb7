"""A coming sitting's date in words: arranged by the parties, or proposed by one side and not answered yet."""

from collections.abc import Mapping, Sequence
from datetime import date

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.party import JOINT
from bilateral_tracker.domain.situation import Situation


def say_arranged(row: Situation) -> str:
    """`arranged for 5 November 2026 (due by 7 January 2027)`; the row has a date arranged."""
    assert row.arranged_for is not None, "asked of what has no date arranged"
    by = row.postponed_to or row.due_on
    return f"arranged for {say_day(row.arranged_for)}{f' (due by {say_day(by)})' if by else ''}"


def say_proposed(row: Situation, we: str, names: Mapping[str, str]) -> str:
    """Who has proposed which date, and whose answer is waited for, as the party `we` says it; empty if none was."""
    if row.proposed_for is None:
        return ""
    day = say_day(row.proposed_for)
    if row.owed_by != JOINT or row.waits_for == JOINT:
        return f"{day} has been proposed: an answer is waited for"
    answering = row.waits_for.split("-")
    proposer = next(code for code in row.parties.split("-") if code not in answering)
    who = "we have" if proposer == we else f"{names.get(proposer, proposer)} has"
    whose = "our answer" if we in answering else f"the answer of {_said([names.get(code, code) for code in answering])}"
    return f"{who} proposed {day}: {whose} is waited for"


def say_was_it_held(row: Situation, day: date) -> str:
    """The question that a date leaves behind that passed without a record; empty if none did."""
    if row.arranged_for is None or not row.awaits_record(day):
        return ""
    return f"It was arranged for {say_day(row.arranged_for)}: was it held?"


def _said(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
