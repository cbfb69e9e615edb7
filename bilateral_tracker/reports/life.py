"""The life of an instrument in sentences: signed, in force, valid until, renewed, ended."""

from collections.abc import Iterator
from datetime import date

from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.review import review_on
from bilateral_tracker.domain.schedule import Schedule, schedule
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.domain.span import shifted
from bilateral_tracker.domain.validity import Validity, validity
from bilateral_tracker.reports.terms import say_validity
from bilateral_tracker.reports.wording import UNDO

COLUMNS = ("ref", "title", "signed_on", "in_force_on", "valid_until", "renews_for", "notice_by", "standing")
"""The columns of `instrument list` for programs; people see them under shorter names."""

HEADERS = ("ref", "title", "signed", "in force", "valid until", "renews for", "notice by", "standing")


def life_values(history: History, row: Situation, day: date) -> tuple[object, ...]:
    """The values of an instrument in the order of `COLUMNS`."""
    commitment, now = history.commitment, validity(schedule(history), day)
    renews_for = commitment.life.renews_for if commitment.life else None
    return (
        commitment.ref,
        commitment.title,
        commitment.agreed_on,
        now.in_force_on,
        now.valid_until,
        str(renews_for or ""),
        now.notice_by,
        row.standing,
    )


def say_life(history: History, day: date) -> list[str]:
    """What is true of an instrument on `day`, in sentences; nothing of anything else."""
    life, plan = history.commitment.life, schedule(history)
    if life is None:
        return []
    now = validity(plan, day)
    sentences = [f"Signed on {say_day(history.commitment.agreed_on)}.", f"It is {say_validity(life)}."]
    return [*sentences, *(_course(plan, now, day) if now.in_force_on else _waiting(history, day))]


def _waiting(history: History, day: date) -> Iterator[str]:
    """That it is signed, and somebody has to ask for more."""
    yield "It is not known to be in force."
    due = review_on(history)
    if due:
        yield f"Its review has been due since {say_day(due)}." if due <= day else f"It is reviewed on {say_day(due)}."


def _course(plan: Schedule, now: Validity, day: date) -> Iterator[str]:
    """How far it has come."""
    assert now.in_force_on is not None, "the caller has asked"
    since = say_day(now.in_force_on)
    if now.in_force_on > day:
        yield f"It enters into force on {since}."
    else:
        is_over = now.expired_on or plan.is_withdrawn(day)
        yield f"It entered into force on {since}." if is_over else f"It has been in force since {since}."
    if plan.withdrawn_from:
        yield f"It {'ended' if plan.is_withdrawn(day) else 'ends'} by decision on {_say(now.valid_until)}."
    elif now.expired_on:
        yield f"It expired on {say_day(now.expired_on)}."
    elif now.term_until:
        yield from _running(plan, now)


def _running(plan: Schedule, now: Validity) -> Iterator[str]:
    """The term it is in, and until when its end can be decided."""
    life = plan.commitment.life
    lead = f"It is in its {ordinal(now.term)} term, which" if now.term else "Its first term"
    yield f"{lead} ends on {_say(now.term_until)}."
    if life and life.renews_for and now.valid_until != now.term_until:
        yield f"It will renew itself after that, and is valid until {_say(now.valid_until)}."
    if now.notice_by:
        yield f"The last day to give notice is {say_day(now.notice_by)}."


def say_signed(history: History, day: date) -> str:
    """An instrument that was just recorded, and what comes next."""
    commitment = history.commitment
    entries = ""
    if history.outcomes:
        entries = " These are two entries, and each is undone by itself, the entry into force first."
    return f"{commitment.ref} ({commitment.title}) recorded. {' '.join(say_life(history, day))}{entries} {UNDO}"


def say_in_force(history: History, day: date) -> str:
    """Since when an instrument is in force, and until when it is valid."""
    return f"{history.commitment.ref}: {' '.join(say_life(history, day))} {UNDO}"


def say_counted(history: History, day: date) -> Iterator[str]:
    """How the last day of the term in question and the last day to give notice were counted."""
    yield from say_life(history, day)[1:]
    life, now = history.commitment.life, validity(schedule(history), day)
    if life is None or life.valid_for is None or now.in_force_on is None:
        return
    term = 1 + life.notices_over(now.in_force_on, shifted(day, -1)) if life.renews_for else 1
    renewals = f" + {term - 1} x {life.renews_for}" if term > 1 else ""
    last, notice_by = life.valid_until(now.in_force_on, term), life.notice_by(now.in_force_on, term)
    yield (
        f"Terms are counted from {say_day(now.in_force_on)}, each to the day before the next: "
        f"+ {life.valid_for}{renewals} - 1 day = {_say(last)}."
    )
    if life.notice:
        yield f"Notice is counted back from there: {_say(last)} - {life.notice} = {_say(notice_by)}."


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `11th`, `21st`."""
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def life_object(history: History, day: date) -> dict[str, object] | None:
    """For programs: what an instrument says of its validity, and how far it has come; None for anything else."""
    life = history.commitment.life
    if life is None:
        return None
    rules = {name: str(period) if period else None for name, period in life._asdict().items()}
    return {"signed_on": history.commitment.agreed_on, **rules, **validity(schedule(history), day)._asdict()}


def _say(day: date | None) -> str:
    return say_day(day) if day else "a day beyond the year 9999"
