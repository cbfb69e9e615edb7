"""One commitment with all that is on record about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from bilateral_tracker.domain.arrears import follows_missed
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.domain.situation import FOLLOW_UP, MILESTONE, Situation, follow_up_situations, situation
from bilateral_tracker.domain.source import Citation, Source
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.reports import decided
from bilateral_tracker.reports.counting import counted, say_days
from bilateral_tracker.reports.life import life_object, say_life
from bilateral_tracker.reports.listing import FOLLOW_UPS, Reader, instrument_day, listing, say_standing
from bilateral_tracker.reports.milestones import milestones_table
from bilateral_tracker.reports.occurrence_table import occurrence_objects, occurrences_text
from bilateral_tracker.reports.planned import say_arranged, say_proposed, say_was_it_held
from bilateral_tracker.reports.sittings import say_next_session, session_objects, sittings_text
from bilateral_tracker.reports.terms import say_terms
from bilateral_tracker.reports.visible import visible, wrapped
from bilateral_tracker.reports.wording import say_next, say_owed_by, sitting


class Known(NamedTuple):
    """What a register knows beside the commitment's own history, and for whom it is shown."""

    sources: Mapping[str, Source]
    names: Mapping[str, str]
    """The names of the parties, by code."""
    supersedes: Sequence[str]
    """The references of those whose place the commitment took."""
    we: str
    """The code of the party on whose side the reader sits."""


def as_object(history: History, known: Known, day: date) -> dict[str, object]:
    """For programs: the published columns, the terms, what was decided, every sitting, occurrence and follow-up."""
    beside = follow_up_situations(history, day)
    citations = [_citation_object(one, known) for one in history.commitment.citations]
    return {
        **situation(history, day)._asdict(),
        "agreed_on": history.commitment.agreed_on,
        "grace_days": history.commitment.grace_days,
        "arrears": history.commitment.arrears.value,
        "note": history.commitment.note,
        "cadence": _cadence_object(history),
        "life": life_object(history, day),
        "citation": citations[0] if citations else None,
        "occurrences": occurrence_objects(history, day),
        "follow_ups": [_follow_up_object(one) for one in beside if one.kind == FOLLOW_UP],
        "milestones": [_follow_up_object(one) for one in beside if one.kind == MILESTONE],
        "reviewed_on": list(history.reviewed_on),
        "amendments": decided.amendment_objects(history),
        "pauses": decided.pause_objects(history),
        "withdrawal": decided.withdrawal_object(history),
        "restatements": [{"on": one.on, **_citation_object(one.citation, known)} for one in history.restatements],
        "supersedes": list(known.supersedes),
        "quiets": [decided.quiet_object(one) for one in history.quiets],
        "sessions": session_objects(history),
    }


def _cadence_object(history: History) -> dict[str, object] | None:
    cadence = history.commitment.cadence
    if cadence is None:
        return None
    return {
        "every": str(cadence.period),
        "reading": cadence.reading.value,
        "anchor_on": cadence.anchor_on,
        "first_due_on": cadence.due(1),
        "words": cadence.words,
        "lasts": str(cadence.lasts or ""),
        "until": cadence.until,
        "times": cadence.times,
        "is_soft": cadence.is_soft,
        "is_floor": cadence.is_floor,
    }


def _citation_object(citation: Citation, known: Known) -> dict[str, object]:
    source = known.sources.get(citation.source)
    return {
        "source": citation.source,
        "title": source.title if source else "",
        "dated_on": source.dated_on if source else None,
        "locator": citation.locator,
        "quote": citation.quote,
        "paraphrase": citation.paraphrase,
    }


def _follow_up_object(row: Situation) -> dict[str, object]:
    return {
        "ref": row.ref,
        "text": row.title,
        "owner": row.lead or row.owed_by,
        "due_on": row.due_on,
        "standing": row.standing,
        "days_late": row.days_late,
        "done_on": row.last_held_on,
    }


def as_text(history: History, known: Known, day: date, width: int) -> str:
    """For people: the terms, where they stand written, and what became of them."""
    parts = [_terms(history, known, day, width), _cited(history, known, width)]
    parts += [occurrences_text(history, day, width), sittings_text(history, width)]
    parts += [milestones_table(history, day, width), _follow_ups(history, day, width)]
    return "\n\n".join(part for part in parts if part)


def _terms(history: History, known: Known, day: date, width: int) -> str:
    commitment = history.commitment
    title = "\n".join(wrapped(f"{commitment.ref}  {commitment.title}", width))
    return f"{title}\n\n{_pairs(_facts(history, known, day), width)}"


def _facts(history: History, known: Known, day: date) -> Iterator[tuple[str, str]]:
    """Names and what is to be said under them; what there is nothing to say about is empty."""
    commitment, row = history.commitment, situation(history, day)
    yield from _promised(history, day)
    yield "repeated", decided.say_repeated(history)
    yield "kind", commitment.kind.value
    yield "parties", ", ".join(commitment.parties) + ("" if commitment.life else f"; {say_owed_by(commitment.owed_by)}")
    yield "lead", commitment.lead
    yield "note", commitment.note
    yield "grace", say_days(commitment.grace_days) if commitment.grace_days else ""
    yield "replaces", ", ".join(known.supersedes)
    yield from decided.decisions(history)
    yield from (("quiet", decided.say_quiet(one)) for one in history.quiets)
    yield "stands", " ".join(_stands(history, row, known, day))
    yield "next", say_next_session(history, known.names)
    yield "delays", decided.say_slips(row)


def _promised(history: History, day: date) -> Iterator[tuple[str, str]]:
    """The terms and how firm they are; of an instrument its life."""
    commitment = history.commitment
    strength = commitment.strength.value.replace("_", " ")
    if commitment.life:
        yield "life", " ".join(say_life(history, day))
    else:
        yield "promised", f"{say_terms(commitment)}; {strength} on {say_day(commitment.agreed_on)}"


def _stands(history: History, row: Situation, known: Known, day: date) -> Iterator[str]:
    """What it is today, in sentences."""
    yield f"{say_standing(row.standing, row.is_soft)}."
    if row.standing in (Standing.ON_FILE.value, Standing.WITHDRAWN.value):
        yield "Nothing is owed."
        return
    if history.commitment.life:
        yield f"{instrument_day(row).capitalize()}: {say_day(row.due_on)}." if row.due_on else ""
        return
    missed = "slipped" if row.is_soft else "missed"
    is_overdue, is_arranged = row.standing == Standing.OVERDUE.value, _is_arranged(row, day)
    runs_again = not is_overdue and follows_missed(schedule(history), day)
    if runs_again and row.due_on:
        yield f"The last one {'slipped' if row.is_soft else 'was missed'}, and it is now due by {say_day(row.due_on)}."
    elif row.missed:
        yield f"{counted(row.missed, sitting(row.kind))} {missed} before it."
    if row.standing == Standing.REVIEW_DUE.value and row.review_on:
        yield f"It has been up for review since {say_day(row.review_on)}."
    elif is_overdue or not (is_arranged or runs_again):
        yield say_next(row)
    yield from _planned(row, known, day)


def _planned(row: Situation, known: Known, day: date) -> Iterator[str]:
    """What is known of the date of the coming sitting."""
    if _is_arranged(row, day):
        yield f"It is {say_arranged(row)}."
    proposed = say_proposed(row, known.we, known.names)
    if proposed:
        yield f"{proposed[0].upper()}{proposed[1:]}."
    yield say_was_it_held(row, day)


def _is_arranged(row: Situation, day: date) -> bool:
    return row.arranged_for is not None and not row.awaits_record(day)


def _cited(history: History, known: Known, width: int) -> str:
    cited = [_citation(one, "source", known) for one in history.commitment.citations]
    cited += [_citation(one.citation, "again", known, one.on) for one in history.restatements]
    return "\n".join(_pairs(one, width) for one in cited)


def _citation(citation: Citation, name: str, known: Known, on: date | None = None) -> list[tuple[str, str]]:
    """Where it is promised; a restatement has a day of its own."""
    source = known.sources.get(citation.source)
    title = f"{source.title}, {say_day(source.dated_on)}" if source else citation.source
    place = f", {citation.locator}" if citation.locator else ""
    again = f"{say_day(on)}: " if on else ""
    quote = f'"{citation.quote}"' if citation.quote else citation.paraphrase
    return [(name, f"{again}{title}{place}"), ("says", quote), ("id", citation.source)]


def _follow_ups(history: History, day: date, width: int) -> str:
    rows = [row for row in follow_up_situations(history, day) if row.kind == FOLLOW_UP]
    return listing(FOLLOW_UPS, rows, Reader(day), width) if rows else ""


def _pairs(facts: Iterable[tuple[str, str]], width: int) -> str:
    """Names and their texts, the texts aligned and wrapped."""
    lines = []
    for name, text in facts:
        if text:
            first, *rest = wrapped(visible(text), width - 10)
            lines += [f"{name:<10}{first}", *(f"{'':10}{line}" for line in rest)]
    return "\n".join(lines)
