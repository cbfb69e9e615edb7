"""A reminder in two lines: what is due, since when, who owes it, what to type when it is done."""

from collections.abc import Mapping
from datetime import date

from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.reports.listing import named
from bilateral_tracker.reports.matter import say_matter, say_owing, say_question, steps
from bilateral_tracker.reports.visible import visible


def notice(row: Situation, day: date, we: str, names: Mapping[str, str]) -> str:
    """Two lines: what is the matter, and what to do about it. `names` are those of the parties, by code."""
    question = say_question(row, day, we, names)
    what = f"{named(row)} {row.title}: {say_matter(row, day)}.{f' {question}' if question else ''}"
    owing = say_owing(row)
    then = ". ".join(f"{step.label} {step.command}" for step in steps(row))
    return f"{visible(what)}\n    {visible(f'{owing}. {then}' if owing else then)}"
