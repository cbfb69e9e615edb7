"""A register, the person who writes in it, and the moment of writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from bilateral_tracker.domain.admission import named_follow_up, named_occurrence
from bilateral_tracker.domain.entry import Act, Entry
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.reference import Reference, read_reference
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.errors import Conflict, NotFound
from bilateral_tracker.store.register import Register, View

UNCUT = View(as_of=date.max)
"""Everything on record: what is written must fit all of it, whatever day is asked about."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where facts are recorded. With `keep` false everything is tried and nothing stays."""

    register: Register
    author: str
    recorded_at: str
    today: date
    keep: bool = True

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: what is read in it is still true when it is written."""
        with self.register.writing(self.keep):
            yield

    def record(self, act: Act, subject: str, body: str) -> Entry:
        """One more line of the journal."""
        return self.register.append(act, subject, body, self.author, self.recorded_at)

    def history(self, ref: str) -> History:
        """Everything on record about a commitment. NotFound if nothing is."""
        return found_history(self.register, ref, UNCUT)


def found_history(register: Register, ref: str, view: View) -> History:
    """The history of a commitment under a view. NotFound if it does not know it."""
    history = register.history(ref, view)
    if history is None:
        raise NotFound(f"No commitment {ref} is on record as of that day. See them with: bilateral list")
    return history


def asked_history(register: Register, reference: Reference, view: View) -> History:
    """The history of what was named. NotFound if the view knows no such commitment, occurrence or follow-up."""
    history = found_history(register, reference.commitment, view)
    if reference.number is not None:
        named_occurrence(schedule(history), reference.number)
    if reference.follow_up is not None:
        named_follow_up(history, reference.follow_up)
    return history


def subject(register: Register, typed: str) -> str:
    """What the journal calls what was named: a source, a party, or a commitment, be it one that was undone."""
    for name in (typed, typed.upper()):
        if name and name.isascii() and next(register.entries(name), None):
            return name
    return asked_history(register, resolved(register, read_reference(typed)), UNCUT).commitment.ref


def resolved(register: Register, typed: Reference) -> Reference:
    """The reference with its commitment spelled out: the exact one, or the only one that begins so."""
    candidates = register.references(typed.commitment)
    first = None if candidates == [typed.commitment] else next(register.entries(typed.commitment), None)
    if first and first.act is Act.AGREED:
        raise NotFound(
            f"{typed.commitment} was undone, and its number is not given again. "
            f"See how with: bilateral history {typed.commitment}"
        )
    if not candidates:
        raise NotFound(f"No commitment {typed.commitment}. See them with: bilateral list")
    if len(candidates) > 1:
        raise Conflict(f"{typed.commitment} could be any of {', '.join(candidates)}. Type one of them whole.")
    return Reference(candidates[0], typed.number, typed.follow_up)
