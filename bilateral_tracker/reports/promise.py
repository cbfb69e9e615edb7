"""What was promised, in sentences: where it stands written, how its words are read, what was decided about it since."""

from collections.abc import Iterator, Mapping
from datetime import date

from bilateral_tracker.domain.commitment import Strength
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.decision import Pause
from bilateral_tracker.domain.derivation import Span, spans
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.outcome import OutcomeKind
from bilateral_tracker.domain.source import Citation, Source
from bilateral_tracker.reports.counting import say_days
from bilateral_tracker.reports.reading_words import say_reading

Sources = Mapping[str, Source]


def say_promise(history: History, sources: Sources) -> Iterator[str]:
    """How firmly it was promised, when and where, and where it was promised again."""
    commitment = history.commitment
    by = f" by {commitment.owed_by}" if commitment.strength is Strength.OFFERED else ""
    where = [_say_citation(one, sources) for one in commitment.citations]
    said = f"; see {'; '.join(where)}" if where else "; no source is on record"
    strength = commitment.strength.value.replace("_", " ")
    if commitment.strength is Strength.AD_REFERENDUM:
        strength = "agreed ad referendum"
    if commitment.life:
        strength = "signed"
    yield f"It was {strength} on {say_day(commitment.agreed_on)}{by}{said}."
    if history.restatements:
        last = max(history.restatements, key=lambda one: (one.on, one.entry))
        times = {1: "once", 2: "twice"}.get(len(history.restatements), f"{len(history.restatements)} times")
        yield (
            f"It was promised again {times}, last on {say_day(last.on)} ({_say_citation(last.citation, sources)}). "
            "That makes nothing new fall due."
        )


def _say_citation(citation: Citation, sources: Sources) -> str:
    source = sources.get(citation.source)
    title = f'"{source.title}"' if source else citation.source
    return f"{title}, {citation.locator}" if citation.locator else title


def say_rules(history: History) -> Iterator[str]:
    """How due dates come about: by the terms as agreed, and by those that took their place."""
    for span in spans(history):
        yield _say_under(_say_span(history, span), say_reading(span.terms))
    if history.commitment.grace_days:
        yield f"It is overdue only after {say_days(history.commitment.grace_days)} of grace."
    if any(one.kind is OutcomeKind.POSTPONED for one in history.outcomes):
        yield "A postponement moves the day on which it is expected. Lateness is still counted from the agreed day."
    yield from _say_event(history)


def _say_under(when: str, rule: str) -> str:
    return f"{when}{rule[:1].lower()}{rule[1:]}" if when else rule


def _say_span(history: History, span: Span) -> str:
    """From which occurrence on terms hold, where they were amended."""
    amendment = next((one for one in history.amendments if one.terms == span.terms), None)
    if span.first == 1 and span.until is None:
        return f"Since {say_day(span.since)}: " if amendment else ""
    if amendment is None:
        return f"At first, up to #{_next_first(history, span) - 1}: "
    last = f" up to #{_next_first(history, span) - 1}" if span.until else ""
    return f"From {say_day(span.since)} on, for #{span.first}{last or ' and later'}: "


def _next_first(history: History, span: Span) -> int:
    return next(one.first for one in spans(history) if one.first > span.first)


def _say_event(history: History) -> Iterator[str]:
    """That the due time does not run before the event, or that the day of the event was told anew."""
    told = sorted(
        (one for one in history.outcomes if one.kind is OutcomeKind.OCCURRED and one.to),
        key=lambda one: (one.on, one.entry),
    )
    if history.commitment.due_after and not told:
        yield "The time does not run yet: the day of that event is not on record."
    if history.commitment.due_after and len(told) > 1 and told[-2].to:
        anew = say_day(told[-1].on)
        yield f"The day of the event was given anew on {anew}; before that it was {say_day(told[-2].to)}."


def say_decisions(history: History, day: date) -> Iterator[str]:
    """The amendments, the pauses and the withdrawal, in this order."""
    for one in history.amendments:
        decided = f", as decided on {say_day(one.decided_on)}" if one.decided_on != one.from_on else ""
        agreed, why = _say_consent(one.both_agreed), _because(one.reason)
        yield f"Amended from {say_day(one.from_on)} on{decided}{agreed}{why}."
    if history.amendments:
        yield "An amendment changes nothing that was over or kept before it."
    for pause in history.pauses:
        yield _say_pause(pause)
    if history.withdrawal:
        gone = history.withdrawal
        instead = f" {gone.superseded_by} takes its place." if gone.superseded_by else ""
        when = "is" if gone.from_on > day else "was"
        yield (
            f"It {when} withdrawn from {say_day(gone.from_on)} on{_say_consent(gone.both_agreed)}"
            f"{_because(gone.reason)}: nothing is owed from that day.{instead}"
        )


def _say_pause(pause: Pause) -> str:
    agreed, why = _say_consent(pause.both_agreed), _because(pause.reason)
    if pause.resumed_on is None:
        return f"Paused since {say_day(pause.from_on)}{agreed}{why}: nothing is chased until work is resumed."
    span = f"Paused from {say_day(pause.from_on)} until {say_day(pause.resumed_on)}{agreed}{why}"
    if pause.shifts:
        return f"{span}: what was still to come moved by {say_days(pause.days)}."
    return f"{span}: what fell due in that time was forgiven."


def _say_consent(both_agreed: bool) -> str:
    return "" if both_agreed else ", by one side alone"


def _because(reason: str) -> str:
    return f" ({reason})" if reason else ""
