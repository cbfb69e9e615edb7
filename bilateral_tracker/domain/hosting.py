"""Which session a sitting was, and whose turn it is to host the next one.

Sessions are numbered by sitting, never by year: a missed year skips no number. Hosts alternate by sitting held in
person, not by date: a virtual sitting, or one on the margins of something else, takes no turn unless it was told so.
"""

from typing import NamedTuple

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import Mode, Outcome, OutcomeKind

_WITHOUT_TURN = (Mode.VIRTUAL, Mode.MARGINS)


class Session(NamedTuple):
    """A sitting with the number it bore."""

    number: int
    sitting: Outcome


def sessions(history: History) -> list[Session]:
    """All sittings held, the oldest first, additional ones among them; a number that was told counts on from there."""
    found: list[Session] = []
    following = history.commitment.first_session
    for sitting in sorted(_held(history), key=lambda one: (one.on, one.entry)):
        number = sitting.session or following
        found.append(Session(number, sitting))
        following = number + 1
    return found


def next_session(history: History) -> int | None:
    """The number that the next sitting will bear; None for what is no meeting."""
    if history.commitment.kind is not Kind.MEETING:
        return None
    return max((one.number + 1 for one in sessions(history)), default=history.commitment.first_session)


def next_host(history: History) -> str:
    """The code of the party whose turn it is; empty if nothing on record tells.

    What the parties agreed upon since the last sitting goes first, then the turn after the last host's, in the order
    of the parties. Before anybody has hosted it is the party that the terms name.
    """
    last = last_turn(history)
    if last is None:
        return history.commitment.first_host
    if last.kind is OutcomeKind.SWAPPED:
        return last.party
    parties = history.commitment.parties
    return parties[(parties.index(last.party) + 1) % len(parties)]


def last_turn(history: History) -> Outcome | None:
    """What decides whose turn it is: the last sitting that took a turn, or what was agreed since; None if neither."""
    turns = [one for one in history.outcomes if one.kind is OutcomeKind.SWAPPED or _takes_turn(history, one)]
    return max(turns, key=lambda one: (one.on, one.kind is OutcomeKind.SWAPPED, one.entry), default=None)


def _held(history: History) -> list[Outcome]:
    return [one for one in history.outcomes if one.kind is OutcomeKind.HELD]


def _takes_turn(history: History, outcome: Outcome) -> bool:
    """Whether it was a sitting that took its host's turn."""
    if outcome.kind is not OutcomeKind.HELD or outcome.party not in history.commitment.parties:
        return False
    return outcome.mode not in _WITHOUT_TURN if outcome.takes_turn is None else outcome.takes_turn
