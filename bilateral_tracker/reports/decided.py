"""What became of a promise itself: how often it was made, how it was changed, paused and given up."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.decision import Amendment, Pause, Withdrawal
from bilateral_tracker.domain.fields import fields_of_commitment
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.situation import Situation
from bilateral_tracker.reports.counting import counted, say_days
from bilateral_tracker.reports.terms import say_terms
from bilateral_tracker.reports.wording import say_owed_by


def amendment_objects(history: History) -> list[dict[str, object]]:
    """For programs: each amendment, with the fields it changed before and after."""
    return [
        {
            "from_on": amendment.from_on,
            "decided_on": amendment.decided_on,
            "both_agreed": amendment.both_agreed,
            "reason": amendment.reason,
            "changes": _changed_fields(before, amendment.terms),
        }
        for before, amendment in _amended(history)
    ]


def pause_objects(history: History) -> list[dict[str, object]]:
    """For programs: each pause; what lasts has no day on which it was resumed."""
    return [
        {
            "from_on": pause.from_on,
            "resumed_on": pause.resumed_on,
            "days": pause.days if pause.resumed_on else None,
            "shifts": pause.shifts if pause.resumed_on else None,
            "both_agreed": pause.both_agreed,
            "reason": pause.reason,
        }
        for pause in history.pauses
    ]


def withdrawal_object(history: History) -> dict[str, object] | None:
    """For programs: since when nothing is owed, who said so, and what took its place."""
    withdrawal = history.withdrawal
    if withdrawal is None:
        return None
    return {
        "from_on": withdrawal.from_on,
        "decided_on": withdrawal.decided_on,
        "both_agreed": withdrawal.both_agreed,
        "reason": withdrawal.reason,
        "superseded_by": withdrawal.superseded_by,
    }


def quiet_object(quiet: Quiet) -> dict[str, object]:
    """For programs: of what nothing more is said, since when, and until when if that is a day."""
    return {"item": quiet.item, "about_on": quiet.about_on, "since_on": quiet.on, "until_on": quiet.until}


def say_quiet(quiet: Quiet) -> str:
    """`reminders of PK-CN-1#3, 7 October 2026, acknowledged on 24 November 2026`."""
    said = f"put off until {say_day(quiet.until)}" if quiet.until else f"acknowledged on {say_day(quiet.on)}"
    return f"reminders of {quiet.item}, {say_day(quiet.about_on)}, {said}"


def decisions(history: History) -> Iterator[tuple[str, str]]:
    """For people: a word and a sentence for each decision."""
    yield from (("amended", _say_amendment(before, one, history)) for before, one in _amended(history))
    yield from (("paused", _say_pause(one, history)) for one in history.pauses)
    if history.withdrawal:
        yield "withdrawn", _say_withdrawal(history.withdrawal, history)


def say_repeated(history: History) -> str:
    """`promised 3 times: first on 7 January 2026, last on 3 May 2026`; empty if it was promised once."""
    days = history.promised_on
    if len(days) == 1:
        return ""
    return f"promised {len(days)} times: first on {say_day(days[0])}, last on {say_day(days[-1])}"


def say_slips(row: Situation) -> str:
    """`postponed 3 times, by 120 days in all`; empty if it never was."""
    if not row.slips:
        return ""
    if row.slips == 1:
        return f"postponed once, by {say_days(row.slip_days)}"
    return f"postponed {counted(row.slips, 'time')}, by {say_days(row.slip_days)} in all"


def _amended(history: History) -> Iterator[tuple[Commitment, Amendment]]:
    """Each amendment with the terms before it."""
    terms = [history.as_agreed, *(one.terms for one in history.amendments)]
    return zip((before for before, _ in pairwise(terms)), history.amendments, strict=True)


def _changed_fields(before: Commitment, after: Commitment) -> dict[str, dict[str, object]]:
    old, new = fields_of_commitment(before), fields_of_commitment(after)
    return {name: {"before": old[name], "after": new[name]} for name in new if old[name] != new[name]}


def _say_amendment(before: Commitment, amendment: Amendment, history: History) -> str:
    was, now = _said(before), _said(amendment.terms)
    changes = [f"{_with(name, now[name])} (before: {was[name] or 'none'})" for name in now if now[name] != was[name]]
    what = "; ".join(changes) or "nothing that falls due is changed"
    decided = _who(amendment.both_agreed, history)
    return f"from {say_day(amendment.from_on)}: {what}. {decided} on {say_day(amendment.decided_on)}{_why(amendment)}"


def _said(terms: Commitment) -> Mapping[str, str]:
    """The terms in words, by what they are about; what speaks for itself has an empty name before it."""
    return {
        "title": f'"{terms.title}"',
        "": say_terms(terms),
        " ": say_owed_by(terms.owed_by),
        "strength": terms.strength.value.replace("_", " "),
        "lead": terms.lead,
        "grace": say_days(terms.grace_days) if terms.grace_days else "",
        "arrears": terms.arrears.value,
        "review every": str(terms.review_every or ""),
        "first host": terms.first_host,
        "first session": str(terms.first_session),
        "note": terms.note,
    }


def _with(name: str, value: str) -> str:
    return f"{name} {value or 'none'}".strip()


def _say_pause(pause: Pause, history: History) -> str:
    who = f"{_who(pause.both_agreed, history)}{_why(pause)}"
    if pause.resumed_on is None:
        return f"since {say_day(pause.from_on)}: nothing is chased. {who}"
    days = say_days(pause.days)
    became = f"what was to come was put off by {days}" if pause.shifts else "what fell due in it was forgiven"
    return f"from {say_day(pause.from_on)} to {say_day(pause.resumed_on)}, {days}: {became}. {who}"


def _say_withdrawal(withdrawal: Withdrawal, history: History) -> str:
    instead = f"; {withdrawal.superseded_by} took its place" if withdrawal.superseded_by else ""
    decided = f"{_who(withdrawal.both_agreed, history)} on {say_day(withdrawal.decided_on)}{_why(withdrawal)}"
    return f"from {say_day(withdrawal.from_on)}: nothing is owed any more{instead}. {decided}"


def _who(both_agreed: bool, history: History) -> str:
    if not both_agreed:
        return "One side said so"
    return "Both sides agreed" if len(history.commitment.parties) == 2 else "All sides agreed"


def _why(decision: Amendment | Pause | Withdrawal) -> str:
    return f": {decision.reason}" if decision.reason else "."
