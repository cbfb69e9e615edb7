"""What comes into the register: its opening, parties, sources and commitments."""

import re
from collections.abc import Sequence

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.domain.commitment import Arrears, Commitment, Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.delay import REASON_SUBJECT, DelayReason
from bilateral_tracker.domain.dues import dues_of
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fields import text_fields
from bilateral_tracker.domain.fold import agreed_body, body, source_body
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.instrument import Life, refuse_life
from bilateral_tracker.domain.party import CODE, JOINT, Party, relationship
from bilateral_tracker.domain.source import Source
from bilateral_tracker.errors import Conflict, NotFound, WrongUsage, quoted
from bilateral_tracker.store.register import Home
from bilateral_tracker.store.seeds import SourceRecord

OPENING = "(register)"
"""The subject of the first entry: no source or party can be called so."""


def open_register(desk: Desk, home: Home, parties: Sequence[Party]) -> None:
    """Writes the first entries of a new register: whose it is, and which parties it knows."""
    with desk.writing():
        desk.record(Act.OPENED, OPENING, body({"home": home.party, "zone": home.zone}))
    take_in_parties(desk, parties)


def take_in_parties(desk: Desk, parties: Sequence[Party]) -> None:
    """Records parties; a party already known is described anew."""
    with desk.writing():
        for party in parties:
            desk.record(Act.PARTY, party.code, body(text_fields(party)))


def take_in_record(desk: Desk, record: SourceRecord) -> list[History]:
    """Records a source and the commitments found in it, all or none. Conflict if the source is known already."""
    with desk.writing():
        take_in_source(desk, record.source)
        return [take_in(desk, commitment) for commitment in record.commitments]


def take_in_reason(desk: Desk, reason: DelayReason) -> None:
    """Records a sort of reason for delays; one already known is described anew."""
    with desk.writing():
        desk.record(Act.REASON, f"{REASON_SUBJECT}{reason.word}", body(text_fields(reason)))


def take_in_source(desk: Desk, source: Source) -> None:
    """Records a document. Conflict if its id is taken."""
    if desk.register.sources([source.id]):
        raise Conflict(f"A source {source.id} is on record already. See it with: bilateral sources")
    desk.record(Act.SOURCE, source.id, source_body(source))


def record_source(desk: Desk, source: Source) -> None:
    """Records a document alone."""
    with desk.writing():
        take_in_source(desk, source)


def add(desk: Desk, commitment: Commitment, source: Source | None) -> History:
    """Records a commitment, and its source first where that is new."""
    with desk.writing():
        if source:
            take_in_source(desk, source)
        return take_in(desk, commitment)


def take_in(desk: Desk, commitment: Commitment) -> History:
    """Records a commitment under the next free reference of its relationship. Inside `writing` only."""
    refuse_contradictions(desk, commitment)
    ref = next_reference(desk, commitment)
    recorded = commitment._replace(ref=ref, parties=tuple(ref.split("-")[:-1]))
    desk.record(Act.AGREED, ref, agreed_body(recorded))
    return desk.history(ref)


def next_reference(desk: Desk, commitment: Commitment) -> str:
    """The reference that the next commitment of its relationship is given."""
    code = relationship(commitment.parties, desk.register.home().party)
    return f"{code}-{desk.register.last_number(code) + 1}"


def refuse_contradictions(desk: Desk, commitment: Commitment) -> None:
    """Refuses terms that no promise can have: unknown parties, a due date before the agreement."""
    _refuse_parties(desk, commitment)
    agreed_on, cadence, due = commitment.agreed_on, commitment.cadence, commitment.due
    if agreed_on > desk.today:
        raise WrongUsage(
            f"It cannot have been agreed on {say_day(agreed_on)}: today is {say_day(desk.today)}. "
            "Check --agreed-on, or record it on that day."
        )
    if commitment.life:
        _refuse_instrument(commitment, commitment.life)
        return
    if commitment.kind is Kind.STANDING and not commitment.is_undated:
        raise WrongUsage(
            "A standing promise has no end and no due date. Leave out --every and --due, "
            "or record what falls due as a meeting, a deliverable or a report."
        )
    if commitment.review_every and not commitment.is_undated:
        raise WrongUsage("What has a due date comes up by itself. Leave out --review-every.")
    first = dues_of(cadence, due, agreed_on).window(1)
    if first and first.latest < agreed_on:
        raise WrongUsage(
            f"It cannot fall due on {say_day(first.latest)}, before it was agreed on {say_day(agreed_on)}. "
            "Check both dates."
        )
    if commitment.first_host not in ("", *commitment.parties):
        raise WrongUsage(
            f"{quoted(commitment.first_host)} is not among the parties {', '.join(commitment.parties)}. "
            "Say who hosts first with --first-host: one of them"
        )


def _refuse_instrument(commitment: Commitment, life: Life) -> None:
    """An instrument falls due as its own life has it, and nobody owes a notice that was not given."""
    refuse_life(life)
    if commitment.cadence or commitment.due or commitment.due_after:
        raise WrongUsage(
            "When something of an instrument is due follows from how long it is valid. Leave out --every and --due, "
            "or change --valid-for, --renews-for or --notice."
        )
    if commitment.arrears is not Arrears.NONE:
        raise WrongUsage("Nothing of an instrument stays owed. Leave out --arrears.")


def _refuse_parties(desk: Desk, commitment: Commitment) -> None:
    known = {party.code for party in desk.register.parties()}
    for code in commitment.parties:
        if code not in known:
            shown = code if re.fullmatch(CODE, code) else "CODE"
            raise NotFound(
                f"No party {quoted(code)} is on record; known are {', '.join(sorted(known))}. "
                f"Record it with: bilateral parties add {shown} --name NAME --capital CITY --zone ZONE"
            )
    if len(set(commitment.parties)) < 2 or len(set(commitment.parties)) < len(commitment.parties):
        raise WrongUsage("A commitment needs two different parties at least, for example: --parties PK,CN")
    if commitment.owed_by not in (JOINT, *commitment.parties):
        raise WrongUsage(
            f"{quoted(commitment.owed_by)} is not among the parties {', '.join(commitment.parties)}. "
            f"Say who owes it with --owed-by: one of them, or {JOINT}"
        )
