"""The promises of a document, each as a draft for a person to judge."""

from bilateral_tracker.communique.document import Document
from bilateral_tracker.communique.drafting import Reading, draft
from bilateral_tracker.communique.head import Clause
from bilateral_tracker.communique.heads import heads
from bilateral_tracker.communique.sentences import Sentence, sentences
from bilateral_tracker.communique.span import promises
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


def _drafts_of(sentence: Sentence, times: Times, document: Document) -> tuple[Draft, ...]:
    body = words(document.text[sentence.start : sentence.end], sentence.start)
    lead = tuple(one._replace(start=-1, end=-1) for one in words(sentence.lead_in))
    text = (*lead, *body)
    if not body:
        return ()
    starts = tuple(len(lead) + index_at(body, place) for place in times.starts)
    clause = Clause(text, document.parties, starts, document.dated_on.year)
    found = (one for one in promises(clause, heads(clause)) if one.past > len(lead) and one.action < one.past)
    readings = []
    for promise in found:
        inside = promise._replace(first=max(promise.first, len(lead)))
        start, end = text[inside.first].start, text[inside.past - 1].end
        readings.append((Reading(clause, inside, times.within(start, end)), promise.first < len(lead)))
    return tuple(
        _listed(one, lead) if is_item else one
        for one, is_item in ((draft(reading, document), is_item) for reading, is_item in readings)
    )


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
