"""The options that say what was promised: how often or by when, by whom, how firmly; shared by all that sets terms."""

from dataclasses import replace
from datetime import date
from typing import Any

import click

from bilateral_tracker.cli.options import (
    CODE,
    CODE_OR_JOINT,
    DAY,
    DUE,
    LINE,
    PASSAGE,
    PERIOD,
    RHYTHM,
    WINDOW,
    YEAR_START,
    Command,
    Decorator,
    one_of,
)
from bilateral_tracker.domain.anchoring import Bounds, cadence_of, continued
from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.commitment import Arrears, Commitment, Strength
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.instrument import Life
from bilateral_tracker.domain.rhythm import Rhythm
from bilateral_tracker.domain.window import Window
from bilateral_tracker.errors import WrongUsage

_BOUNDS = ("first_due", "year_start", "until", "times", "words")

_RHYTHM_OPTIONS: tuple[Decorator[Any], ...] = (
    click.option(
        "--every",
        type=RHYTHM,
        help='How often: "3 months", quarterly, "at least once a year", "within 6 months of the last meeting".',
    ),
    click.option(
        "--reading",
        type=click.Choice([one.value for one in Reading]),
        help="How due dates are counted. [default: as the words of --every have it]",
    ),
    click.option("--first-due", type=WINDOW, metavar="DATE", help="When it is first due. [default: one period on]"),
    click.option(
        "--year-start", type=YEAR_START, help='The day with which years begin: "1 April". [default: 1 January]'
    ),
    click.option("--until", type=DAY, help="The last day on which it can fall due."),
    click.option("--times", type=click.IntRange(1, 9999), metavar="N", help="How many times it falls due in all."),
    click.option("--soft", is_flag=True, help='The words leave room: "normally", "in principle".'),
    click.option("--at-least", is_flag=True, help="It is the least: sittings beyond it are welcome."),
    click.option("--words", type=PASSAGE, default="", help="The words of the source that justify this reading."),
)

_DUE_OPTION = click.option(
    "--due",
    type=DUE,
    metavar="DATE",
    help='If once: a day, 2026-Q3, "end of 2027", "6 months after entry into force".',
)

_OTHER_OPTIONS: tuple[Decorator[Any], ...] = (
    click.option("--review-every", type=PERIOD, help="How often it comes up if it has no date. [default: 6 months]"),
    click.option("--owed-by", type=CODE_OR_JOINT, help="The party that owes it, or joint. [default: joint]"),
    click.option("--lead", type=LINE, help="The ministry or agency in charge."),
    click.option(
        "--strength",
        metavar="STRENGTH",
        type=click.Choice([one.value for one in Strength]),
        help=f"How firmly: {one_of(Strength)}. [default: agreed]",
    ),
    click.option(
        "--grace", type=click.IntRange(0, 3650), metavar="DAYS", help="Days late that are not overdue yet. [default: 0]"
    ),
    click.option(
        "--arrears",
        type=click.Choice([one.value for one in Arrears]),
        help="What stays owed when several due dates have passed. [default: each; of meetings the latest]",
    ),
    click.option("--first-host", type=CODE, help="The party that hosts first."),
    click.option("--first-session", type=click.IntRange(1, 9999), metavar="N", help="The number of its first sitting."),
    click.option("--note", type=PASSAGE, help="Anything worth knowing in two years."),
)


_LIFE_OPTIONS: tuple[Decorator[Any], ...] = (
    click.option("--valid-for", type=PERIOD, help='How long an instrument is valid once in force: "10 years".'),
    click.option("--renews-for", type=PERIOD, help='For how long it then renews itself, again and again: "5 years".'),
    click.option("--notice", type=PERIOD, help='How long before its end notice is to be given: "6 months".'),
)


def life_options(command: Command) -> Command:
    """The options that say how long an instrument is valid; what was not typed is None."""
    for option in reversed(_LIFE_OPTIONS):
        command = option(command)
    return command


def terms_options(command: Command) -> Command:
    """The options that set terms. What was not typed is None, so that an amendment leaves it as it is."""
    for option in reversed((*_RHYTHM_OPTIONS, _DUE_OPTION, *_OTHER_OPTIONS)):
        command = option(command)
    return command


def typed_cadence(typed: dict[str, Any], counted_from: date) -> Cadence | None:
    """The cadence that was typed, counted from a day; None if there is none."""
    rhythm = _rhythm(typed)
    if rhythm is None:
        return None
    return cadence_of(rhythm, counted_from, Bounds(**{name: typed[name] for name in _BOUNDS}))


def typed_due(typed: dict[str, Any]) -> tuple[Window | None, EventDue | None]:
    """The one due time that was typed: a window, or an event to wait for."""
    due = typed["due"]
    return (None, due) if isinstance(due, EventDue) else (due, None)


def refuse_mixture(typed: dict[str, Any], may_go_on: bool = False) -> None:
    """What cannot be said together; with `may_go_on` there is a rhythm already, whose bounds can change."""
    if typed["every"] and typed["due"]:
        raise WrongUsage("--every and --due exclude each other: it falls due again and again, or once. Leave one out.")
    if typed["every"]:
        return
    if typed["first_due"]:
        raise WrongUsage('--first-due needs --every, for example --every "3 months". For a single date use --due.')
    needing = ("reading", "year_start") if may_go_on else ("reading", "year_start", *_CHANGES)
    for name in needing:
        if typed[name]:
            raise WrongUsage(f'--{name.replace("_", "-")} needs --every, for example --every "3 months".')


def amended_terms(typed: dict[str, Any], history: History, from_on: date) -> Commitment:
    """The terms in force with what was typed changed, from a day on. WrongUsage for what does not go together."""
    old = history.commitment
    refuse_mixture(typed, may_go_on=old.cadence is not None and not typed["due"])
    words = {name: typed[name] for name in _AS_TYPED if typed[name] is not None}
    due, due_after = typed_due(typed) if typed["due"] else (old.due, old.due_after)
    return old._replace(
        **words,
        cadence=None if typed["due"] else _amended_cadence(typed, history, from_on),
        due=None if typed["every"] else due,
        due_after=None if typed["every"] else due_after,
        life=_amended_life(typed, old),
        strength=Strength(typed["strength"] or old.strength),
        arrears=Arrears(typed["arrears"] or old.arrears),
        grace_days=old.grace_days if typed["grace"] is None else typed["grace"],
    )


def _amended_life(typed: dict[str, Any], old: Commitment) -> Life | None:
    """The life of an instrument with what was typed changed. WrongUsage where there is none."""
    changed = {name: typed[name] for name in Life._fields if typed[name]}
    if changed and old.life is None:
        name = next(iter(changed)).replace("_", "-")
        raise WrongUsage(f"{old.ref} is {old.kind.noun}; --{name} is for instruments. Leave it out.")
    return old.life._replace(**changed) if old.life else None


_CHANGES = {"until": "until", "times": "times", "words": "words", "soft": "is_soft", "at_least": "is_floor"}
"""The options that change a rhythm without naming it anew, and the fields that they set."""

_AS_TYPED = ("title", "owed_by", "lead", "review_every", "first_host", "first_session", "note")


def _amended_cadence(typed: dict[str, Any], history: History, from_on: date) -> Cadence | None:
    """A rhythm named anew is counted from that day, or from the last sitting; one that goes on keeps its grid."""
    if typed["every"] is None:
        return continued(history, from_on, {field: typed[name] for name, field in _CHANGES.items() if typed[name]})
    rhythm = _rhythm(typed)
    is_rolling = rhythm is not None and rhythm.reading is Reading.ROLLING
    return typed_cadence(typed, (is_rolling and history.last_kept_on) or from_on)


def _rhythm(typed: dict[str, Any]) -> Rhythm | None:
    """What the words say, unless the options say otherwise."""
    rhythm: Rhythm | None = typed["every"]
    if rhythm is None:
        return None
    return replace(
        rhythm,
        reading=Reading(typed["reading"]) if typed["reading"] else rhythm.reading,
        is_soft=rhythm.is_soft or typed["soft"],
        is_floor=rhythm.is_floor or typed["at_least"],
    )
