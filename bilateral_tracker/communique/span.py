"""Where each promise of a sentence begins and ends: clauses, and conjuncts that have a time of their own."""

from typing import NamedTuple

from bilateral_tracker.communique.agreement import after_that
from bilateral_tracker.communique.head import Clause, Head, Sense
from bilateral_tracker.communique.verbs import ACTING, VAGUE, base, is_gerund
from bilateral_tracker.communique.words import Word


class Promise(NamedTuple):
    """A head with the words that belong to it, from `first` to `past`; `action` says what is to be done."""

    head: Head
    first: int
    action: int
    past: int


def promises(clause: Clause, heads: tuple[Head, ...]) -> tuple[Promise, ...]:
    """One for each head, and one for each further thing that it binds to at another time."""
    found: list[Promise] = []
    for number, head in enumerate(heads):
        past = _first(heads[number + 1]) if number + 1 < len(heads) else len(clause.text)
        first = _first(head)
        if number == 0 and clause.is_timed(0, first):
            first = min(at for at in clause.times if at < first)
        past = _trimmed(clause.text, first, max(past, min(head.action + 1, len(clause.text))))
        found += _conjuncts(clause, Promise(head, first, head.action, past))
    return tuple(found)


def _first(head: Head) -> int:
    return head.subject.first if head.subject.past > head.subject.first else head.first


def _conjuncts(clause: Clause, promise: Promise) -> list[Promise]:
    """The promise, cut where `and` begins another thing with a time of its own, or the same at another time."""
    if promise.head.sense is Sense.DISCUSSED:
        return [promise]
    found, rest, at = [], promise, promise.action + 1
    while at < promise.past - 1:
        if _opens_another(clause, rest, at):
            found.append(rest._replace(past=_trimmed(clause.text, rest.first, at)))
            rest = rest._replace(first=_past_and(clause, at), action=_action_after(clause, rest, at))
            at = _past_and(clause, at)
        at += 1
    return [*found, rest]


def _opens_another(clause: Clause, promise: Promise, at: int) -> bool:
    """Whether at `and`, `;` or a comma the promise can be cut in two, each with a time, or with much to say."""
    if clause.low(at) not in ("and", ";", ",", "or") or clause.low(at) == "or":
        return False
    ahead = _past_and(clause, at)
    low = clause.low(ahead)
    if low == "that":
        return clause.low(at) == "and" and after_that(clause, ahead) is not None
    has_time = clause.is_timed(ahead, promise.past)
    if ahead in clause.times and clause.low(at) == "and" and clause.is_timed(promise.action, at):
        return True
    is_to = low == "to" and base(clause.low(clause.after_adverbs(ahead + 1))) in ACTING | VAGUE
    is_verb = clause.low(at) == "and" and low in ACTING and _is_plain(clause, promise)
    is_verb = is_verb or (is_gerund(low) and is_gerund(clause.low(promise.action)) and base(low) in ACTING)
    has_time = has_time and (clause.is_timed(promise.action, at) or _is_rhythmic(clause, ahead, promise.past))
    says_enough = at > promise.action + 2
    return (is_to or is_verb) and has_time and says_enough and clause.low(at) != ","


def _is_rhythmic(clause: Clause, first: int, past: int) -> bool:
    """Whether the first phrase of time between two indices says how often. By when, it may say of all before it."""
    return next((at for at in clause.times if first <= at < past), -1) in clause.rhythms


def _is_plain(clause: Clause, promise: Promise) -> bool:
    """Whether its action is a plain verb, so that the next one may share `to` or `will` with it."""
    return base(clause.low(promise.action)) in ACTING | VAGUE and not promise.head.is_passive


def _past_and(clause: Clause, at: int) -> int:
    ahead = at + 1
    while clause.low(ahead) in ("and", ",", "then", "also", "thereafter"):
        ahead += 1
    return ahead


def _action_after(clause: Clause, promise: Promise, at: int) -> int:
    ahead = _past_and(clause, at)
    if clause.low(ahead) == "that":
        return after_that(clause, ahead) or promise.action
    if ahead in clause.times:
        return promise.action
    return clause.after_adverbs(ahead + (clause.low(ahead) == "to"))


def _trimmed(text: tuple[Word, ...], first: int, past: int) -> int:
    """The end without the marks and conjunctions that lead on to the next clause."""
    while past > first + 1 and text[past - 1].low in _LEADING_ON:
        past -= 1
    return past


_LEADING_ON = frozenset(
    (*",;:(-–—\"“”'", "and", "while", "whereas", "but", "that", "which", "also", "then", "or", "whilst")
)
