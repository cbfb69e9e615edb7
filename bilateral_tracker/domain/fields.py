"""Values as flat fields and back: the one spelling shared by the bodies of entries and the columns of tables.

A field is text, a whole number or nothing. Dates are ISO 8601, periods ISO 8601 durations (`P3M`), choices their value.
"""

from collections.abc import Mapping
from datetime import date

from bilateral_tracker.domain.cadence import Cadence, Period, Reading, Unit
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength
from bilateral_tracker.domain.followup import FollowUp, RelativeDue
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.source import Citation, Participant, Source, SourceKind
from bilateral_tracker.domain.window import Window

Field = str | int | None
Fields = dict[str, Field]


def fields_of_commitment(commitment: Commitment) -> Fields:
    """The terms of a commitment; its citations are apart."""
    cadence, due = commitment.cadence, commitment.due
    return {
        "ref": commitment.ref,
        "kind": commitment.kind.value,
        "title": commitment.title,
        "relationship": commitment.relationship,
        "strength": commitment.strength.value,
        "owed_by": commitment.owed_by,
        "lead": commitment.lead,
        "agreed_on": commitment.agreed_on.isoformat(),
        "every": _iso_period(cadence.period if cadence else None),
        "anchor_on": cadence.anchor_on.isoformat() if cadence else None,
        "first_step": cadence.first_step if cadence else None,
        "reading": cadence.reading.value if cadence else None,
        "cadence_words": cadence.words if cadence else None,
        "due_earliest": due.earliest.isoformat() if due else None,
        "due_latest": due.latest.isoformat() if due else None,
        "due_words": due.words if due else None,
        "review_every": _iso_period(commitment.review_every),
        "grace_days": commitment.grace_days,
        "arrears": commitment.arrears.value,
        "note": commitment.note,
    }


def commitment_from(fields: Mapping[str, Field], citations: tuple[Citation, ...]) -> Commitment:
    """The commitment that has these fields."""
    return Commitment(
        ref=str(fields["ref"]),
        kind=Kind(fields["kind"]),
        title=str(fields["title"]),
        parties=tuple(str(fields["relationship"]).split("-")),
        agreed_on=date.fromisoformat(str(fields["agreed_on"])),
        strength=Strength(fields["strength"]),
        owed_by=str(fields["owed_by"]),
        lead=str(fields["lead"]),
        cadence=_cadence(fields),
        due=_due(fields),
        review_every=_period(fields["review_every"]),
        grace_days=int(fields["grace_days"] or 0),
        arrears=Arrears(fields["arrears"]),
        note=str(fields["note"]),
        citations=citations,
    )


def fields_of_outcome(outcome: Outcome) -> Fields:
    """What an outcome says; the entry that recorded it is apart."""
    return {
        "kind": outcome.kind.value,
        "happened_on": outcome.on.isoformat(),
        "number": outcome.number,
        "moved_to": outcome.to.isoformat() if outcome.to else None,
        "additional": int(outcome.additional),
        "place": outcome.place,
        "mode": outcome.mode,
        "evidence": outcome.evidence,
        "reason": outcome.reason,
        "note": outcome.note,
    }


def outcome_from(fields: Mapping[str, Field], entry: int) -> Outcome:
    """The outcome that has these fields, recorded by entry number `entry`."""
    return Outcome(
        kind=OutcomeKind(fields["kind"]),
        on=date.fromisoformat(str(fields["happened_on"])),
        entry=entry,
        number=_whole(fields["number"]),
        to=_day(fields["moved_to"]),
        additional=bool(fields["additional"]),
        place=str(fields["place"]),
        mode=str(fields["mode"]),
        evidence=str(fields["evidence"]),
        reason=str(fields["reason"]),
        note=str(fields["note"]),
    )


def fields_of_follow_up(follow_up: FollowUp) -> Fields:
    """What a follow-up says."""
    relative = follow_up.relative
    return {
        "number": follow_up.number,
        "text": follow_up.text,
        "owner": follow_up.owner,
        "raised_on": follow_up.raised_on.isoformat(),
        "due_on": follow_up.due_on.isoformat() if follow_up.due_on else None,
        "due_period": _iso_period(relative.period if relative else None),
        "due_before": int(relative.before) if relative else None,
        "due_after_held": int(relative.after_held) if relative else None,
        "due_occurrence": relative.number if relative else None,
        "done_on": follow_up.done_on.isoformat() if follow_up.done_on else None,
    }


def follow_up_from(fields: Mapping[str, Field]) -> FollowUp:
    """The follow-up that has these fields."""
    return FollowUp(
        number=int(fields["number"] or 0),
        text=str(fields["text"]),
        owner=str(fields["owner"]),
        raised_on=date.fromisoformat(str(fields["raised_on"])),
        due_on=_day(fields["due_on"]),
        relative=_relative(fields),
        done_on=_day(fields["done_on"]),
    )


def fields_of_source(source: Source) -> Fields:
    """What is known of a document; its participants are apart."""
    return {
        "id": source.id,
        "kind": source.kind.value,
        "title": source.title,
        "dated_on": source.dated_on.isoformat(),
        "place": source.place,
        "location": source.location,
        "sha256": source.sha256,
    }


def source_from(fields: Mapping[str, Field], participants: tuple[Participant, ...]) -> Source:
    """The source that has these fields."""
    return Source(
        id=str(fields["id"]),
        kind=SourceKind(fields["kind"]),
        title=str(fields["title"]),
        dated_on=date.fromisoformat(str(fields["dated_on"])),
        place=str(fields["place"]),
        location=str(fields["location"]),
        sha256=str(fields["sha256"]),
        participants=participants,
    )


def text_fields(value: Citation | Participant | Party) -> Fields:
    """The fields of a value that consists of text alone."""
    return dict(value._asdict())


def _iso_period(period: Period | None) -> str | None:
    return f"P{period.count}{period.unit.value}" if period else None


def _period(field: Field) -> Period | None:
    return Period(int(str(field)[1:-1]), Unit(str(field)[-1])) if field else None


def _day(field: Field) -> date | None:
    return date.fromisoformat(str(field)) if field else None


def _whole(field: Field) -> int | None:
    return None if field is None else int(field)


def _relative(fields: Mapping[str, Field]) -> RelativeDue | None:
    period = _period(fields["due_period"])
    if period is None:
        return None
    before, after_held = bool(fields["due_before"]), bool(fields["due_after_held"])
    return RelativeDue(period, before, after_held, number=int(fields["due_occurrence"] or 0))


def _cadence(fields: Mapping[str, Field]) -> Cadence | None:
    period = _period(fields["every"])
    if period is None:
        return None
    return Cadence(
        period=period,
        anchor_on=date.fromisoformat(str(fields["anchor_on"])),
        first_step=int(fields["first_step"] or 0),
        reading=Reading(fields["reading"]),
        words=str(fields["cadence_words"] or ""),
    )


def _due(fields: Mapping[str, Field]) -> Window | None:
    earliest, latest = _day(fields["due_earliest"]), _day(fields["due_latest"])
    return Window(earliest, latest, str(fields["due_words"] or "")) if earliest and latest else None
