"""One commitment with all that is on record about it."""

from collections.abc import Iterator, Mapping
from datetime import date

from bilateral_tracker.domain.arrears import expected
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.schedule import Occurrence, Schedule, schedule
from bilateral_tracker.domain.situation import FOLLOW_UP, MILESTONE, Situation, follow_up_situations, situation
from bilateral_tracker.domain.source import Citation, Source
from bilateral_tracker.domain.standing import Standing, days_late, standing
from bilateral_tracker.reports.life import life_object, say_life
from bilateral_tracker.reports.listing import FOLLOW_UPS, instrument_day, listing
from bilateral_tracker.reports.milestones import milestones_table
from bilateral_tracker.reports.table import table
from bilateral_tracker.reports.visible import visible, wrapped
from bilateral_tracker.reports.wording import counted, say_days, say_next, say_owed_by, say_terms, sitting

Sources = Mapping[str, Source]

OCCURRENCE_COLUMNS = (
    "number",
    "due_on",
    "standing",
    "postponed_to",
    "settled_on",
    "days_late",
    "place",
    "mode",
    "evidence",
    "slip_days",
)

MOST_OCCURRENCES = 12
"""How many occurrences are shown to people; programs get all."""


def listed_occurrences(history: History, day: date) -> list[Occurrence]:
    """The occurrences up to the next one expected, in order."""
    if not history.commitment.strength.is_chased:
        return []
    plan = schedule(history)
    last = max((one.number for one in expected(plan, day)), default=0)
    numbers = range(1, max(last, *plan.recorded, 0) + 1)
    return [plan.occurrence(number) for number in numbers]


def occurrence_values(plan: Schedule, one: Occurrence, day: date) -> tuple[object, ...]:
    """The values of an occurrence in the order of `OCCURRENCE_COLUMNS`; an open one is late up to `day`."""
    settled = one.closed if one.is_kept else None
    slip = (one.postponed_to[-1] - one.due_on).days if one.postponed_to and one.due_on else None
    now = standing(plan, one, day)
    return (
        one.number,
        one.due_on,
        now.value,
        one.postponed_to[-1] if one.postponed_to else None,
        settled.on if settled else None,
        days_late(one, day) if now in _LATE else None,
        settled.place if settled else "",
        settled.mode if settled else "",
        settled.evidence if settled else "",
        slip,
    )


_LATE = (Standing.OVERDUE, Standing.MISSED, Standing.KEPT_LATE, Standing.KEPT)


def as_object(history: History, sources: Sources, day: date) -> dict[str, object]:
    """For programs: the published columns, the cadence, the citation, every occurrence and follow-up."""
    plan = schedule(history)
    row, beside = situation(history, day), follow_up_situations(history, day)
    rows = [occurrence_values(plan, one, day) for one in listed_occurrences(history, day)]
    citations = [_citation_object(one, sources) for one in history.commitment.citations]
    return {
        **row._asdict(),
        "agreed_on": history.commitment.agreed_on,
        "grace_days": history.commitment.grace_days,
        "arrears": history.commitment.arrears.value,
        "note": history.commitment.note,
        "cadence": _cadence_object(history),
        "life": life_object(history, day),
        "citation": citations[0] if citations else None,
        "occurrences": [dict(zip(OCCURRENCE_COLUMNS, values_, strict=True)) for values_ in rows],
        "follow_ups": [_follow_up_object(one) for one in beside if one.kind == FOLLOW_UP],
        "milestones": [_follow_up_object(one) for one in beside if one.kind == MILESTONE],
        "reviewed_on": list(history.reviewed_on),
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
    }


def _citation_object(citation: Citation, sources: Sources) -> dict[str, object]:
    source = sources.get(citation.source)
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


def occurrences_csv(history: History, day: date) -> Iterator[str]:
    """The occurrences as CSV."""
    from bilateral_tracker.reports.spreadsheet import csv_lines

    plan = schedule(history)
    rows = (occurrence_values(plan, one, day) for one in listed_occurrences(history, day))
    return csv_lines(("ref", *OCCURRENCE_COLUMNS), ((history.commitment.ref, *row) for row in rows))


def as_text(history: History, sources: Sources, day: date, width: int) -> str:
    """For people: the terms, where they stand written, and what became of them."""
    parts = [_terms(history, day, width), _cited(history, sources, width)]
    parts += [_occurrences(history, day, width), milestones_table(history, day, width)]
    parts += [_follow_ups(history, day, width)]
    return "\n\n".join(part for part in parts if part)


def _terms(history: History, day: date, width: int) -> str:
    commitment = history.commitment
    row = situation(history, day)
    facts = {
        **_promised(history, day),
        "kind": commitment.kind.value,
        "parties": ", ".join(commitment.parties) + ("" if commitment.life else f"; {say_owed_by(commitment.owed_by)}"),
        "lead": commitment.lead,
        "note": commitment.note,
        "grace": say_days(commitment.grace_days) if commitment.grace_days else "",
        "stands": f"{row.standing.replace('_', ' ')}. {_so_far(row)}",
    }
    title = "\n".join(wrapped(f"{commitment.ref}  {commitment.title}", width))
    return f"{title}\n\n{_pairs(facts, width)}"


def _promised(history: History, day: date) -> dict[str, str]:
    """The terms and how firm they are; of an instrument its life."""
    commitment = history.commitment
    if commitment.life:
        return {"life": " ".join(say_life(history, day))}
    return {"promised": f"{say_terms(commitment)}; {commitment.strength.value} on {say_day(commitment.agreed_on)}"}


def _so_far(row: Situation) -> str:
    if row.standing == Standing.ON_FILE.value:
        return "Nothing is owed."
    if row.kind == Kind.INSTRUMENT.value:
        return f"{instrument_day(row).capitalize()}: {say_day(row.due_on)}." if row.due_on else ""
    missed = f"{counted(row.missed, sitting(row.kind))} missed before it. " if row.missed else ""
    return f"{missed}{say_next(row)}"


def _cited(history: History, sources: Sources, width: int) -> str:
    texts = []
    for citation in history.commitment.citations:
        source = sources.get(citation.source)
        title = f"{source.title}, {say_day(source.dated_on)}" if source else citation.source
        place = f", {citation.locator}" if citation.locator else ""
        quote = f'"{citation.quote}"' if citation.quote else citation.paraphrase
        texts.append(_pairs({"source": f"{title}{place}", "says": quote, "id": citation.source}, width))
    return "\n".join(texts)


def _occurrences(history: History, day: date, width: int) -> str:
    plan = schedule(history)
    listed = [one for one in listed_occurrences(history, day) if one.due or one.closed]
    cells = [_occurrence_cells(plan, one, day) for one in listed[-MOST_OCCURRENCES:]]
    if not cells:
        return ""
    left = len(listed) - len(cells)
    earlier = f"{counted(left, 'earlier occurrence')} not shown; all with: --format csv\n" if left else ""
    return earlier + table(("#", "due", "standing", "late", "settled", "moved to", "where documented"), cells, width)


def _occurrence_cells(plan: Schedule, one: Occurrence, day: date) -> tuple[str, ...]:
    number, due_on, now, moved, settled, late, place, mode, evidence, _ = occurrence_values(plan, one, day)
    where = "; ".join(str(part) for part in (place, mode, evidence) if part)
    cells = (number, due_on, str(now).replace("_", " "), late or None, settled, moved, where)
    return tuple("" if cell is None else str(cell) for cell in cells)


def _follow_ups(history: History, day: date, width: int) -> str:
    rows = [row for row in follow_up_situations(history, day) if row.kind == FOLLOW_UP]
    return listing(FOLLOW_UPS, rows, width) if rows else ""


def _pairs(facts: Mapping[str, str], width: int) -> str:
    """Names and their texts, the texts aligned and wrapped."""
    lines = []
    for name, text in facts.items():
        if text:
            first, *rest = wrapped(visible(text), width - 10)
            lines += [f"{name:<10}{first}", *(f"{'':10}{line}" for line in rest)]
    return "\n".join(lines)
