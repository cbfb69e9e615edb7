"""Values as flat fields and back: the one spelling shared by the bodies of entries and the columns of tables.

A field is text, a whole number or nothing. Dates are ISO 8601, periods ISO 8601 durations (`P3M`), choices their value.
"""

from collections.abc import Mapping
from datetime import date

from bilateral_tracker.domain.cadence import Cadence, Reading
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind, Strength
from bilateral_tracker.domain.delay import DelayReason
from bilateral_tracker.domain.dues import EventDue
from bilateral_tracker.domain.followup import FollowUp, RelativeDue
from bilateral_tracker.domain.instrument import Life
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.period import Period, Unit
from bilateral_tracker.domain.source import Citation, Participant, Source, SourceKind
from bilateral_tracker.domain.window import Window

Field = str | int | None
Fields = dict[str, Field]


def fields_of_commitment(commitment: Commitment) -> Fields:
    """The terms of a commitment; its citations are apart."""
    cadence, due, event = commitment.cadence, commitment.due, commitment.due_after
    life = commitment.life or Life()
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
        "anchor_on": iso_day(cadence.anchor_on if cadence else None),
        "first_step": cadence.first_step if cadence else None,
        "reading": cadence.reading.value if cadence else None,
        "cadence_words": cadence.words if cadence else None,
        "lasts": _iso_period(cadence.lasts if cadence else None),
        "until_on": iso_day(cadence.until if cadence else None),
        "times": cadence.times if cadence else None,
        "is_soft": int(cadence.is_soft) if cadence else None,
        "is_floor": int(cadence.is_floor) if cadence else None,
        "due_earliest": iso_day(due.earliest if due else None),
        "due_latest": iso_day(due.latest if due else None),
        "due_words": due.words if due else None,
        "due_event": event.event if event else None,
        "due_event_period": _iso_period(event.period if event else None),
        "due_event_before": int(event.before) if event else None,
        "valid_for": _iso_period(life.valid_for),
        "renews_for": _iso_period(life.renews_for),
        "notice": _iso_period(life.notice),
        "review_every": _iso_period(commitment.review_every),
        "grace_days": commitment.grace_days,
        "arrears": commitment.arrears.value,
        "first_session": commitment.first_session,
        "first_host": commitment.first_host,
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
        due_after=_event(fields),
        first_session=int(fields.get("first_session") or 1),
        first_host=str(fields.get("first_host") or ""),
        life=_life(fields),
    )


def fields_of_outcome(outcome: Outcome) -> Fields:
    """What an outcome says; the entry that recorded it is apart."""
    return {
        "kind": outcome.kind.value,
        "happened_on": outcome.on.isoformat(),
        "number": outcome.number,
        "moved_to": iso_day(outcome.to),
        "additional": int(outcome.additional),
        "place": outcome.place,
        "mode": outcome.mode.value if outcome.mode else None,
        "evidence": outcome.evidence,
        "reason": outcome.reason,
        "note": outcome.note,
        "because": outcome.because,
        "party": outcome.party,
        "level": outcome.level,
        "chairs": outcome.chairs,
        "session": outcome.session,
        "takes_turn": None if outcome.takes_turn is None else int(outcome.takes_turn),
    }


def outcome_from(fields: Mapping[str, Field], entry: int) -> Outcome:
    """The outcome that has these fields, recorded by entry number `entry`."""
    return Outcome(
        kind=OutcomeKind(fields["kind"]),
        on=date.fromisoformat(str(fields["happened_on"])),
        entry=entry,
        number=_whole(fields["number"]),
        to=day_of(fields["moved_to"]),
        additional=bool(fields["additional"]),
        place=str(fields["place"]),
        mode=_mode(fields["mode"]),
        evidence=str(fields["evidence"]),
        reason=str(fields["reason"]),
        note=_note(fields),
        because=str(fields.get("because") or ""),
        party=str(fields.get("party") or ""),
        level=str(fields.get("level") or ""),
        chairs=str(fields.get("chairs") or ""),
        session=_whole(fields.get("session")),
        takes_turn=_claim(fields.get("takes_turn")),
    )


def fields_of_follow_up(follow_up: FollowUp) -> Fields:
    """What a follow-up says."""
    relative = follow_up.relative
    return {
        "number": follow_up.number,
        "text": follow_up.text,
        "owner": follow_up.owner,
        "raised_on": follow_up.raised_on.isoformat(),
        "due_on": iso_day(follow_up.due_on),
        "due_period": _iso_period(relative.period if relative else None),
        "due_before": int(relative.before) if relative else None,
        "due_after_held": int(relative.after_held) if relative else None,
        "due_occurrence": relative.number if relative else None,
        "done_on": iso_day(follow_up.done_on),
        "is_milestone": int(follow_up.is_milestone),
    }


def follow_up_from(fields: Mapping[str, Field]) -> FollowUp:
    """The follow-up that has these fields."""
    return FollowUp(
        number=int(fields["number"] or 0),
        text=str(fields["text"]),
        owner=str(fields["owner"]),
        raised_on=date.fromisoformat(str(fields["raised_on"])),
        due_on=day_of(fields["due_on"]),
        relative=_relative(fields),
        done_on=day_of(fields["done_on"]),
        is_milestone=bool(fields.get("is_milestone")),
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


def citation_from(fields: Mapping[str, Field]) -> Citation:
    """The citation that has these fields."""
    return Citation(*(str(fields[name]) for name in Citation._fields))


def text_fields(value: Citation | DelayReason | Participant | Party) -> Fields:
    """The fields of a value that consists of text alone."""
    return dict(value._asdict())


def _iso_period(period: Period | None) -> str | None:
    return f"P{period.count}{period.unit.value}" if period else None


def iso_day(day: date | None) -> str | None:
    """A day as a field; nothing for none."""
    return day.isoformat() if day else None


def _period(field: Field) -> Period | None:
    return Period(int(str(field)[1:-1]), Unit(str(field)[-1])) if field else None


def day_of(field: Field) -> date | None:
    """The day in a field that may hold none."""
    return date.fromisoformat(str(field)) if field else None


def _whole(field: Field) -> int | None:
    return None if field is None else int(field)


def _claim(field: Field) -> bool | None:
    return None if field is None else bool(field)


def _mode(field: Field) -> Mode | None:
    """The mode that a word names; it was any text once."""
    word = str(field or "").lower().replace(" ", "_").removeprefix("on_the_")
    return Mode(word) if word in {mode.value for mode in Mode} else None


def _note(fields: Mapping[str, Field]) -> str:
    """The note, with what was once typed as a mode and names none."""
    unknown = "" if _mode(fields["mode"]) else fields["mode"]
    return "; ".join(str(part) for part in (fields["note"], unknown) if part)


def _event(fields: Mapping[str, Field]) -> EventDue | None:
    if not fields.get("due_event"):
        return None
    before = bool(fields["due_event_before"])
    return EventDue(str(fields["due_event"]), _period(fields["due_event_period"]), before)


def _life(fields: Mapping[str, Field]) -> Life | None:
    if Kind(fields["kind"]) is not Kind.INSTRUMENT:
        return None
    return Life(_period(fields["valid_for"]), _period(fields["renews_for"]), _period(fields["notice"]))


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
        lasts=_period(fields.get("lasts")),
        until=day_of(fields.get("until_on")),
        times=_whole(fields.get("times")),
        is_soft=bool(fields.get("is_soft")),
        is_floor=bool(fields.get("is_floor")),
    )


def _due(fields: Mapping[str, Field]) -> Window | None:
    earliest, latest = day_of(fields["due_earliest"]), day_of(fields["due_latest"])
    return Window(earliest, latest, str(fields["due_words"] or "")) if earliest and latest else None
