"""What the entries about one subject amount to: the journal is the truth, this is its meaning."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from bilateral_tracker.domain.commitment import Commitment
from bilateral_tracker.domain.decision import Amendment, Pause, Restatement, Withdrawal
from bilateral_tracker.domain.decision_fields import (
    amendment_from,
    fields_of_amendment,
    fields_of_pause,
    fields_of_restatement,
    fields_of_withdrawal,
    pause_from,
    restatement_from,
    withdrawal_from,
)
from bilateral_tracker.domain.delay import DelayReason
from bilateral_tracker.domain.entry import Act, Entry, in_force
from bilateral_tracker.domain.fields import (
    Fields,
    commitment_from,
    fields_of_commitment,
    fields_of_follow_up,
    fields_of_outcome,
    fields_of_source,
    follow_up_from,
    outcome_from,
    source_from,
    text_fields,
)
from bilateral_tracker.domain.followup import FollowUp
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.party import Party
from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.recipient import Recipient
from bilateral_tracker.domain.recipient_fields import fields_of_quiet, quiet_from, recipient_from
from bilateral_tracker.domain.source import Citation, Participant, Source

OUTCOME_ACTS = {kind: Act(kind.value) for kind in OutcomeKind}
"""The act that records each kind of outcome."""


def body(said: object) -> str:
    """The text of an entry's body: JSON with sorted keys and no blanks."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def agreed_body(commitment: Commitment) -> str:
    """The body of the entry that records a commitment."""
    return body(fields_of_commitment(commitment) | {"citations": [text_fields(one) for one in commitment.citations]})


def outcome_body(outcome: Outcome) -> str:
    """The body of the entry that records an outcome."""
    return body(fields_of_outcome(outcome))


def follow_up_body(follow_up: FollowUp) -> str:
    """The body of the entry that records a follow-up."""
    return body(fields_of_follow_up(follow_up))


def amended_body(amendment: Amendment) -> str:
    """The body of the entry that records new terms."""
    return body(fields_of_amendment(amendment))


def paused_body(pause: Pause) -> str:
    """The body of the entry that begins a pause."""
    return body(fields_of_pause(pause))


def withdrawn_body(withdrawal: Withdrawal) -> str:
    """The body of the entry that records a withdrawal."""
    return body(fields_of_withdrawal(withdrawal))


def restated_body(restatement: Restatement) -> str:
    """The body of the entry that records that the promise was made again."""
    return body(fields_of_restatement(restatement))


def quiet_body(quiet: Quiet) -> str:
    """The body of the entry that records a wish to hear no more of an item for a while."""
    return body(fields_of_quiet(quiet))


def source_body(source: Source) -> str:
    """The body of the entry that records a source."""
    return body(fields_of_source(source) | {"participants": [text_fields(one) for one in source.participants]})


def history(entries: Iterable[Entry]) -> History | None:
    """The history that the entries about one commitment tell; None if its agreement was undone."""
    told: History | None = None
    for entry in in_force(entries):
        said = json.loads(entry.body)
        if entry.act is Act.AGREED:
            told = History(commitment_from(said, tuple(Citation(**one) for one in said["citations"])))
        elif told is not None:
            told = _TELLERS[entry.act](told, said, entry.number)
    return told


def opening(entries: Iterable[Entry]) -> Fields:
    """The home party and the zone that the register was opened with."""
    said: Fields = json.loads(next(entry.body for entry in entries if entry.act is Act.OPENED))
    return said


def party(entries: Iterable[Entry]) -> Party | None:
    """The party that the entries describe, by the latest; None if all were undone."""
    said = latest(entries)
    return Party(**said) if said else None


def source(entries: Iterable[Entry]) -> Source | None:
    """The source that the entries describe, by the latest; None if all were undone."""
    said = latest(entries)
    return source_from(said, tuple(Participant(**one) for one in said["participants"])) if said else None


def recipient(entries: Iterable[Entry]) -> Recipient | None:
    """The recipient that the entries describe, by the latest; None if all were undone."""
    said = latest(entries)
    return recipient_from(said) if said else None


def delay_reason(entries: Iterable[Entry]) -> DelayReason | None:
    """The sort of reason for delays that the entries describe, by the latest; None if all were undone."""
    said = latest(entries)
    return DelayReason(**said) if said else None


def latest(entries: Iterable[Entry]) -> dict[str, Any] | None:
    """What the latest entry in force says of a subject that each entry describes anew."""
    known = in_force(entries)
    said: dict[str, Any] | None = json.loads(known[-1].body) if known else None
    return said


def _outcome(told: History, said: Fields, number: int) -> History:
    return told._replace(outcomes=(*told.outcomes, outcome_from(said, number)))


def _reviewed(told: History, said: Fields, _: int) -> History:
    return told._replace(reviewed_on=(*told.reviewed_on, date.fromisoformat(str(said["on"]))))


def _amended(told: History, said: Fields, number: int) -> History:
    return told.amended(amendment_from(said, number, told.commitment.citations))


def _paused(told: History, said: Fields, number: int) -> History:
    return told._replace(pauses=(*told.pauses, pause_from(said, number)))


def _resumed(told: History, said: Fields, _: int) -> History:
    return told.resumed(date.fromisoformat(str(said["resumed_on"])), bool(said["shifts"]))


def _withdrawn(told: History, said: Fields, number: int) -> History:
    return told._replace(withdrawal=withdrawal_from(said, number))


def _restated(told: History, said: Fields, number: int) -> History:
    return told._replace(restatements=(*told.restatements, restatement_from(said, number)))


def _quiet(told: History, said: Fields, number: int) -> History:
    return told._replace(quiets=(*told.quiets, quiet_from(said, number)))


def _follow_up(told: History, said: Fields, _: int) -> History:
    return told._replace(follow_ups=(*told.follow_ups, follow_up_from(said)))


def _follow_up_done(told: History, said: Fields, _: int) -> History:
    done_on = date.fromisoformat(str(said["on"]))
    done = tuple(one._replace(done_on=done_on) if one.number == said["number"] else one for one in told.follow_ups)
    return told._replace(follow_ups=done)


_TELLERS: dict[Act, Callable[[History, Fields, int], History]] = {
    **dict.fromkeys(OUTCOME_ACTS.values(), _outcome),
    Act.AMENDED: _amended,
    Act.PAUSED: _paused,
    Act.RESUMED: _resumed,
    Act.WITHDRAWN: _withdrawn,
    Act.RESTATED: _restated,
    Act.REVIEWED: _reviewed,
    Act.ACKNOWLEDGED: _quiet,
    Act.SNOOZED: _quiet,
    Act.FOLLOW_UP_RAISED: _follow_up,
    Act.FOLLOW_UP_DONE: _follow_up_done,
}
