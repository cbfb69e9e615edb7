"""The promises of a document, each as a draft for a person to judge."""

from bilateral_tracker.communique.document import Document
from bilateral_tracker.communique.drafting import draft
from bilateral_tracker.communique.head import Clause
from bilateral_tracker.communique.heads import heads
from bilateral_tracker.communique.listing import bound_by
from bilateral_tracker.communique.reading import Reading
from bilateral_tracker.communique.sentences import Sentence, sentences
from bilateral_tracker.communique.span import Promise, promises
from bilateral_tracker.communique.timing import Times, times_of
from bilateral_tracker.communique.words import Word, index_at, words
from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.draft import Cue, Draft


def drafts(document: Document) -> tuple[Draft, ...]:
    """What a text promises, in its order. A rule of venues in a sentence of its own goes to the meeting before it."""
    times = times_of(document.text, document.dated_on)
    found: list[Draft] = []
    for sentence in sentences(document.text):
        own = times.within(sentence.start, sentence.end)
        new = _drafts_of(sentence, own, document)
        if own.venues and found and not any(one.kind is Kind.MEETING and one.recurrence for one in new):
            attached = _with_venue(found, own)
            new = () if attached and not own.starts else new
        found += new
    return tuple(found)


_LONGEST_CLAUSE = 400
"""A sentence of more words is read in pieces, so that what looks back and ahead in it is bounded."""


def _drafts_of(sentence: Sentence, times: Times, document: Document) -> tuple[Draft, ...]:
    if sentence.is_heading:
        return ()
    body = words(document.text[sentence.start : sentence.end], sentence.start)
    pieces = (body[at : at + _LONGEST_CLAUSE] for at in range(0, len(body), _LONGEST_CLAUSE))
    return tuple(one for piece in pieces for one in _drafts_in(piece, sentence, times, document))


def _drafts_in(body: tuple[Word, ...], sentence: Sentence, every: Times, document: Document) -> tuple[Draft, ...]:
    times = every.within(body[0].start, body[-1].end)
    starts = tuple(index_at(body, place) for place in times.starts)
    rhythms = frozenset(index_at(body, one.start) for one in times.cadences)
    alone = Clause(body, document.parties, starts, rhythms, document.dated_on.year)
    lead = bound_by(words(sentence.lead_in), body, alone)
    clause = _led(alone, tuple(one._replace(start=-1, end=-1) for one in lead))
    found = []
    for promise in promises(clause, heads(clause)):
        if promise.action < promise.past > len(lead):
            first = max(promise.first, len(lead))
            first += clause.low(first) == "and" and first + 1 < promise.past
            one = _draft(clause, promise._replace(first=first), times, document)
            found.append(_listed(one, lead) if lead else one)
    return tuple(found)


def _led(clause: Clause, lead: tuple[Word, ...]) -> Clause:
    """The clause with the words of its lead-in before it, which stand nowhere in the sentence."""
    return clause._replace(
        text=(*lead, *clause.text),
        times=tuple(at + len(lead) for at in clause.times),
        rhythms=frozenset(at + len(lead) for at in clause.rhythms),
    )


def _draft(clause: Clause, promise: Promise, times: Times, document: Document) -> Draft:
    start, end = clause.text[promise.first].start, clause.text[promise.past - 1].end
    return draft(Reading(clause, promise, times.within(start, end)), document)


def _listed(one: Draft, lead: tuple[Word, ...]) -> Draft:
    return one._replace(cues=(*one.cues, Cue("list", " ".join(word.text for word in lead))))


def _with_venue(found: list[Draft], times: Times) -> bool:
    """Give the rule of venues to the last meeting, if it is near; whether there was one."""
    last = found[-1]
    if last.kind is not Kind.MEETING or last.venue:
        return False
    venue = times.venues[0]
    found[-1] = last._replace(venue=venue.rule, cues=(*last.cues, Cue("venue", venue.words)))
    return True
