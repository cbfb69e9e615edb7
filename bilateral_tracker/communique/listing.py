"""Items of a list: the lead-in carries the verb that binds, the item what is to be done."""

from bilateral_tracker.communique.head import BE, Clause
from bilateral_tracker.communique.heads import heads
from bilateral_tracker.communique.subject import Sort, subject_before
from bilateral_tracker.communique.words import Word

_LONGEST_SUBJECT = 9
_OTHER_ACTS = frozenset(
    "urge express call welcome note reaffirm recall commend thank condemn encourage appreciate invite request direct "
    "instruct recognize recognise acknowledge stress emphasize emphasise underline urges expresses calls welcomes "
    "notes reaffirms recalls expressed noted welcomed urged reaffirmed".split()
)
_CLAUSAL = (Sort.PARTY, Sort.ORGAN, Sort.THIRD)


def bound_by(lead: tuple[Word, ...], item: tuple[Word, ...], clause: Clause) -> tuple[Word, ...]:
    """The words of the lead-in, up to its verb, that bind an item; none where the item speaks for itself.

    `The two sides agreed to open a line;` binds what follows its semicolon by `The two sides agreed to`.
    """
    first = next((one.low for one in item if one.low not in ("and", "to")), "")
    if not lead or first in _OTHER_ACTS or _is_clause(item, clause.parties) or heads(clause._replace(text=item)):
        return ()
    before = heads(clause._replace(text=lead, times=(), rhythms=frozenset()))
    if lead[-1].low == ":":
        return lead
    return lead[: before[-1].action] if before and lead[-1].low == ";" else ()


def _is_clause(item: tuple[Word, ...], parties: tuple[str, ...]) -> bool:
    """Whether it has a subject and a verb of its own: `The Presidents thanked their hosts`."""
    for at in range(1, min(_LONGEST_SUBJECT, len(item))):
        low = item[at].low
        if (low.endswith("ed") or low in BE | {"has", "have", "had"}) and item[at].text == low:
            return subject_before(item, at, parties).sort in _CLAUSAL or item[0].low in (
                "they",
                "we",
                "it",
                "he",
                "she",
            )
    return False
