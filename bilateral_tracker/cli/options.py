"""The options and arguments that commands share, and how their words become values."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bilateral_tracker.cli.context import Session
from bilateral_tracker.errors import WrongUsage, quoted

if TYPE_CHECKING:
    from datetime import date

    from bilateral_tracker.domain.dues import EventDue
    from bilateral_tracker.domain.period import Period
    from bilateral_tracker.domain.reference import Reference
    from bilateral_tracker.domain.rhythm import Rhythm
    from bilateral_tracker.domain.window import Window

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Command], Command]


def example(*lines: str) -> str:
    """The end of a command's help: lines that can be typed as they stand."""
    return "\n".join(("\b", "Example:", *(f"  {line}" for line in lines)))


def one_of(choices: type[Enum]) -> str:
    """The values to choose from, for help: click writes them into one line, however long."""
    *others, last = (choice.value for choice in choices)
    return f"{', '.join(others)} or {last}"


def _session(context: click.Context | None) -> Session:
    assert context is not None
    return context.ensure_object(Session)


class DayType(click.ParamType["date"]):
    """One day, in any of the ways people write days."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. WrongUsage if it is none or several."""
        from bilateral_tracker.domain.day import read_day

        return read_day(value, _session(ctx).today)


class HorizonType(click.ParamType["date"]):
    """A day to come, or how far away it is."""

    name = "date|90d"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The last day within the horizon."""
        from bilateral_tracker.domain.day import read_horizon

        return read_horizon(value, _session(ctx).view.as_of)


class WindowType(click.ParamType["Window"]):
    """A day, a month, a quarter, a half-year or a year."""

    name = "date|window"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Window:
        """The window of days."""
        from bilateral_tracker.domain.day import read_window

        return read_window(value, _session(ctx).today)


class PeriodType(click.ParamType["Period"]):
    """A length of time that repeats."""

    name = "period"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        """The period."""
        from bilateral_tracker.domain.period import read_period

        return read_period(value)


class RhythmType(click.ParamType["Rhythm"]):
    """How often, in words."""

    name = "rhythm"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Rhythm:
        """The rhythm. WrongUsage for what names none, or could name two."""
        from bilateral_tracker.domain.rhythm import read_rhythm

        return read_rhythm(value)


class DueType(click.ParamType["Window | EventDue"]):
    """When it is due once: a day, a window, or a time hung on an event."""

    name = "date|window|event"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Window | EventDue:
        """The window, or the event with the time before or after it."""
        from bilateral_tracker.domain.due_words import read_due

        return read_due(value, _session(ctx).today)


class YearStartType(click.ParamType["tuple[int, int]"]):
    """The day with which a year begins."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Its month and its day."""
        from bilateral_tracker.domain.anchoring import read_year_start

        return read_year_start(value)


class NumberType(click.ParamType[int]):
    """The number of an occurrence."""

    name = "n"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number. WrongUsage if no occurrence can have it."""
        from bilateral_tracker.domain.reference import read_number

        return read_number(value)


class CodeType(click.ParamType[str]):
    """A party's code; `or_joint` admits the word that stands for all parties together."""

    name = "code"

    def __init__(self, or_joint: bool = False) -> None:
        self.or_joint = or_joint

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code in capitals, `joint` in small letters. WrongUsage if it cannot be one."""
        from bilateral_tracker.domain.party import CODE, JOINT

        is_joint = value.lower() == JOINT
        if is_joint and self.or_joint:
            return JOINT
        if is_joint or re.fullmatch(CODE, value.upper()) is None:
            raise WrongUsage(
                f"{quoted(value)} is not a party's code. Codes are two to eight letters or digits, like TJ."
            )
        return str(value.upper())


class LineType(click.ParamType[str]):
    """A short text on one line, or none; `what` it is called in a complaint, if not by its option's name."""

    name = "text"

    def __init__(self, what: str = "") -> None:
        self.what = what

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, its blanks put in order."""
        from bilateral_tracker.domain.plain_text import plain_line

        return plain_line(value, self.what or (param.human_readable_name.lower() if param else "text"))


class TitleType(click.ParamType[str]):
    """A short text that says something."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, its blanks put in order. WrongUsage if it is empty."""
        from bilateral_tracker.domain.plain_text import plain_title

        return plain_title(value, param.human_readable_name.lower() if param else "text")


class PassageType(click.ParamType[str]):
    """A text of some length."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, its blanks put in order."""
        from bilateral_tracker.domain.plain_text import plain_passage

        return plain_passage(value, param.human_readable_name.lower() if param else "text")


class ReferenceType(click.ParamType["Reference"]):
    """The name of a commitment, an occurrence or a follow-up that is on record."""

    name = "ref"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Reference:
        """The reference, spelled out. NotFound or Conflict if it names none or several."""
        from bilateral_tracker.desk.desk import resolved
        from bilateral_tracker.domain.reference import read_reference

        return resolved(_session(ctx).reading, read_reference(value))


class SubjectType(click.ParamType[str]):
    """What entries of the journal are about."""

    name = "ref"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its name in the journal. NotFound or Conflict if there is none, or several."""
        from bilateral_tracker.desk.desk import subject

        return subject(_session(ctx).reading, value)


CODE, CODE_OR_JOINT, DAY, HORIZON, WINDOW, PERIOD, RHYTHM, DUE, YEAR_START, NUMBER, TITLE, LINE, PASSAGE = (
    CodeType(),
    CodeType(or_joint=True),
    DayType(),
    HorizonType(),
    WindowType(),
    PeriodType(),
    RhythmType(),
    DueType(),
    YearStartType(),
    NumberType(),
    TitleType(),
    LineType(),
    PassageType(),
)

reference_argument = click.argument("reference", metavar="REF", type=ReferenceType())
reference_argument_optional = click.argument("reference", metavar="[REF]", type=ReferenceType(), required=False)
subject_argument = click.argument("subject", metavar="[REF]", type=SubjectType(), required=False)


def _kept(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    """A callback that keeps an option's value in the session, unless nothing was typed."""

    def keep(context: click.Context, _: click.Parameter, value: Any) -> None:
        if value is not None:
            setattr(context.ensure_object(Session), name, value)

    return keep


def _kept_option(*names: str, keep: str, **more: Any) -> Decorator[Any]:
    return click.option(*names, expose_value=False, is_eager=True, callback=_kept(keep), **more)


register_option = _kept_option(
    "--register", keep="place", metavar="PATH", help="The register to use. [env: BILATERAL_REGISTER]"
)
as_of_option = _kept_option(
    "--as-of", keep="as_of_words", metavar="DATE", help="Look at that day: facts that came later do not count."
)
known_by_option = _kept_option(
    "--known-by", keep="known_by_words", metavar="DATE", help="Use only what had been recorded by that day."
)
form_option = _kept_option(
    "--format", keep="form", type=click.Choice(["table", "csv", "json"]), help="How to print rows. [default: table]"
)
_by_option = _kept_option(
    "--by", keep="by", metavar="NAME", help="Who writes. [env: BILATERAL_AUTHOR; default: the login name]"
)
dry_run_option = _kept_option(
    "--dry-run", keep="dry_run", is_flag=True, default=None, help="Say what would happen and change nothing."
)


def looks(command: Command) -> Command:
    """The options of a command that shows rows."""
    for option in (form_option, known_by_option, as_of_option, register_option):
        command = option(command)
    return command


def writes(command: Command) -> Command:
    """The options of a command that changes the register."""
    for option in (dry_run_option, _by_option, register_option):
        command = option(command)
    return command
