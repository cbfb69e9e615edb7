"""What a person has decided about drafts in a file, and carrying it out: all of it or nothing."""

import tomllib
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.desk.drafts import Accepted, take_in_draft, turn_down
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.kept_draft import EDITABLE, KeptDraft
from bilateral_tracker.domain.plain_text import plain_line
from bilateral_tracker.errors import TrackerError, WrongUsage, quoted

_KEYS = ("number", "verdict", "reason", *EDITABLE)
_CHOICES: Mapping[str, type[Enum]] = {"kind": Kind, "strength": Strength}


class Verdict(NamedTuple):
    """A yes, with the fields of the draft as they are to be recorded; or a no, with its reason."""

    number: int
    accepts: bool
    fields: Mapping[str, Any]
    reason: str = ""


def read_verdicts(text: str, name: str) -> list[Verdict]:
    """The verdicts in a file, those left empty left out. WrongUsage lists all that is wrong with it."""
    try:
        tables = tomllib.loads(text).get("draft", [])
    except tomllib.TOMLDecodeError as problem:
        raise WrongUsage(f"{quoted(name)} cannot be read as TOML: {problem}. Mend it there and try again.") from problem
    problems: list[str] = []
    verdicts = [one for table in tables if (one := _verdict(table, problems))] if isinstance(tables, list) else []
    if problems:
        raise WrongUsage(f"{quoted(name)} cannot be used. Wrong in it:{''.join(problems)}")
    return verdicts


def carry_out(desk: Desk, verdicts: Sequence[Verdict]) -> list[Accepted | KeptDraft]:
    """Accepts and rejects as was decided, all or nothing. What was done, one by one."""
    with desk.writing():
        return [
            take_in_draft(desk, one.number, one.fields) if one.accepts else turn_down(desk, one.number, one.reason)
            for one in verdicts
        ]


def _verdict(table: Any, problems: list[str]) -> Verdict | None:
    where = f"draft {table.get('number', '?')}" if isinstance(table, dict) else "draft"

    def complain(what: str) -> None:
        problems.append(f"\n  {where}: {what}")

    if not isinstance(table, dict) or type(table.get("number")) is not int:
        complain("it has no number. Leave it as it was written")
        return None
    for key in table.keys() - set(_KEYS):
        complain(f"{quoted(str(key))} is no key. There are: {', '.join(_KEYS)}")
    verdict, reason = table.get("verdict", ""), table.get("reason", "")
    if verdict not in ("", "accept", "reject"):
        complain(f"{quoted(str(verdict))} is no verdict. Write accept or reject, or leave it empty")
    if verdict == "reject" and not reason:
        complain("a rejection needs a reason")
    fields = {name: _value(name, table[name], complain) for name in EDITABLE if name in table}
    if fields.get("every") and fields.get("due"):
        complain("every and due exclude each other. Leave one empty")
    if fields.get("every") or fields.get("due"):
        fields["question"] = ""
    return Verdict(table["number"], verdict == "accept", fields, str(reason)) if verdict else None


def _value(name: str, value: object, complain: Any) -> object:
    if not isinstance(value, str):
        complain(f"{name} is no text. Write it in quotes")
        return ""
    try:
        line = plain_line(value, name)
        return _CHOICES[name](line) if name in _CHOICES else line
    except TrackerError as problem:
        complain(str(problem))
    except ValueError:
        complain(f"{quoted(value)} is no {name}. There are: {', '.join(one.value for one in _CHOICES[name])}")
    return ""
