"""The sittings of a commitment: which session each was, who hosted it, at what level, where it is documented."""

from collections.abc import Mapping

from bilateral_tracker.domain.commitment import Kind
from bilateral_tracker.domain.history import History
from bilateral_tracker.domain.hosting import next_host, next_session, sessions
from bilateral_tracker.domain.outcome import Outcome
from bilateral_tracker.domain.schedule import schedule
from bilateral_tracker.reports.table import table

MOST_SITTINGS = 12
"""How many sittings are shown to people, the latest ones; programs get all."""


def session_objects(history: History) -> list[dict[str, object]]:
    """The sittings for programs, the oldest first, with the occurrence that each settled."""
    settled = _settled(history)
    return [
        {
            "session": one.number,
            "on": one.sitting.on,
            "number": settled.get(one.sitting),
            "additional": one.sitting.additional,
            "host": one.sitting.party,
            "mode": one.sitting.mode.value if one.sitting.mode else "",
            "place": one.sitting.place,
            "level": one.sitting.level,
            "chairs": one.sitting.chairs,
            "evidence": one.sitting.evidence,
            "note": one.sitting.note,
        }
        for one in sessions(history)
    ]


def sittings_text(history: History, width: int) -> str:
    """The latest sittings for people, as a table; empty if none was held."""
    settled = _settled(history)
    rows = [
        (str(one.number), str(one.sitting.on), _for(settled.get(one.sitting)), one.sitting.party, _how(one.sitting))
        for one in sessions(history)[-MOST_SITTINGS:]
    ]
    return table(("session", "held on", "for", "host", "how"), rows, width) if rows else ""


def say_next_session(history: History, names: Mapping[str, str]) -> str:
    """`session 3, China's turn to host`; empty for what is no meeting, or is not chased."""
    commitment, host = history.commitment, next_host(history)
    if commitment.kind is not Kind.MEETING or not commitment.strength.is_chased or history.withdrawal:
        return ""
    return f"session {next_session(history)}{f', hosted by {names.get(host, host)}' if host else ''}"


def _settled(history: History) -> dict[Outcome, int]:
    """The sittings that settled an occurrence, with its number."""
    return {one.closed: number for number, one in schedule(history).recorded.items() if one.closed and one.is_kept}


def _for(number: int | None) -> str:
    return "extra" if number is None else f"#{number}"


def _how(sitting: Outcome) -> str:
    told = (
        sitting.mode.value.replace("_", " ") if sitting.mode else "",
        sitting.place,
        f"level: {sitting.level}" if sitting.level else "",
        f"chairs: {sitting.chairs}" if sitting.chairs else "",
        f"minutes: {sitting.evidence}" if sitting.evidence else "",
        sitting.note,
    )
    return "; ".join(part for part in told if part)
