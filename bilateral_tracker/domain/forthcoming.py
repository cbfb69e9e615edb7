"""Which facts about what is to come may go on record: dates proposed and arranged, requests, events, the next host."""

from datetime import date

from bilateral_tracker.domain.admission import open_occurrence, refuse_day, refuse_on_file
from bilateral_tracker.domain.cadence import Reading
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Outcome, OutcomeKind
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.errors import Conflict, WrongUsage


def admit_date(history: History, said: Outcome, today: date) -> Outcome:
    """A date proposed or arranged for an occurrence, by default for the one that matters; not after its last day."""
    ref, day = history.commitment.ref, said.to
    assert day is not None, "a date is what it says"
    refuse_day(history, said.on, today, f"cannot have had a date {said.kind.value}")
    _refuse_stranger(history, said.party)
    occurrence = open_occurrence(history, said.number, today, said.kind)
    name, last_allowed = f"{ref}#{occurrence.number}", schedule(history).last_allowed(occurrence)
    if day < said.on:
        raise WrongUsage(
            f"{say_day(day)} was over when the date was {said.kind.value} on {say_day(said.on)}. If the sitting took "
            f"place, record that: bilateral held {ref} --on {day.isoformat()}"
        )
    if said.kind is OutcomeKind.ARRANGED and last_allowed and last_allowed >= said.on and day > last_allowed:
        raise WrongUsage(
            f"{name} is to take place by {say_day(last_allowed)}; a later date puts it off. "
            f"Record that with: bilateral postpone {name} --to {day.isoformat()}"
        )
    return said._replace(number=occurrence.number)


def admit_request(history: History, said: Outcome, today: date) -> Outcome:
    """A request for what is due on request."""
    commitment = history.commitment
    refuse_on_file(history)
    refuse_day(history, said.on, today, "cannot have been requested")
    _refuse_stranger(history, said.party)
    if commitment.cadence is None or commitment.cadence.reading is not Reading.ON_REQUEST:
        raise Conflict(
            f"{commitment.ref} does not fall due on request. See when it does with: bilateral explain {commitment.ref}"
        )
    same = [one for one in history.outcomes if one.kind is OutcomeKind.REQUESTED]
    if any(one.on == said.on and one.party == said.party for one in same):
        raise Conflict(
            f"{commitment.ref} is already on record as requested on {say_day(said.on)}. "
            f"See the entry with: bilateral history {commitment.ref}"
        )
    later = max((one for one in same if one.on > said.on), key=lambda one: one.on, default=None)
    if later and any(one.number is not None for one in history.outcomes):
        raise Conflict(
            f"A later request, of {say_day(later.on)}, is on record with facts about numbered occurrences; this one "
            f"would change the numbers. Undo what came after it first: bilateral history {commitment.ref}"
        )
    return said


def admit_event(history: History, said: Outcome, today: date) -> Outcome:
    """The day of the event on which the due time hangs; it may be still to come, and be told anew."""
    commitment = history.commitment
    refuse_on_file(history)
    event_on = said.to
    assert event_on is not None, "the day of the event is what it says"
    refuse_day(history, said.on, today, "cannot have been recorded with its event")
    if commitment.life:
        what = "enters into force by a command of its own"
        raise WrongUsage(f"{commitment.ref} {what}: bilateral instrument in-force {commitment.ref} --on DATE")
    if commitment.due_after is None:
        raise Conflict(
            f"{commitment.ref} hangs on no event. See when it falls due with: bilateral explain {commitment.ref}"
        )
    try:
        commitment.due_after.window(event_on, commitment.agreed_on)
    except OverflowError:
        message = f"Counted from {say_day(event_on)}, it would fall due after the year 9999. Check the date."
        raise WrongUsage(message) from None
    return said


def admit_swap(history: History, said: Outcome, today: date) -> Outcome:
    """That the parties agreed who hosts next."""
    commitment = history.commitment
    refuse_on_file(history)
    refuse_day(history, said.on, today, "cannot have had its host changed")
    _refuse_stranger(history, said.party)
    if commitment.kind is not Kind.MEETING:
        raise WrongUsage(f"{commitment.ref} is no meeting, so nobody hosts it.")
    return said


def _refuse_stranger(history: History, party: str) -> None:
    """Refuses a side that is no party to the commitment."""
    parties = history.commitment.parties
    if party not in ("", *parties):
        raise WrongUsage(
            f"{party} is no party to {history.commitment.ref}. Its parties are {', '.join(parties)}; name one of them."
        )
