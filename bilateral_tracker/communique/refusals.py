"""What sounds like a promise and is none: what is past, what others promised, praise, and what is only recalled."""

from bilateral_tracker.communique.head import ENDS, Clause, Head, Sense
from bilateral_tracker.communique.words import is_form_of


def is_refused(clause: Clause, head: Head) -> bool:
    """Whether the words around a head take its promise back."""
    return _is_past(clause, head) or _is_recalled(clause, head) or _hangs_on_another(clause, head)


def _is_past(clause: Clause, head: Head) -> bool:
    """Whether it was agreed in another year, or at an earlier meeting."""
    if head.sense not in (Sense.ACCORDED, Sense.BOUND) or head.is_duty:
        return False
    around = range(max(0, head.subject.first - 4), min(head.action, len(clause.text)))
    lows = [clause.low(index) for index in around]
    if clause.year and any(low.isdecimal() and len(low) == 4 and 1900 <= int(low) < clause.year for low in lows):
        return True
    return bool({"previously", "earlier", "already"} & set(lows)) or (
        "last" in lows and bool({"year", "month"} & set(lows))
    )


def _is_recalled(clause: Clause, head: Head) -> bool:
    """Whether the clause hangs on a word of welcome, praise, recall or hope: `welcomed that both sides agreed to`."""
    is_told = clause.low(head.subject.first - 1) == "that"
    for index in range(head.subject.first - 1, max(-1, head.subject.first - (25 if is_told else 8)), -1):
        low = clause.low(index)
        if low in ENDS or (low in (",", "and") and not is_told) or is_form_of(low, _BINDING):
            return False
        if low in _RECALLING:
            return True
    return False


def _hangs_on_another(clause: Clause, head: Head) -> bool:
    """Whether `which`, `if` or `when` opens its clause: it tells of something, and promises nothing by itself."""
    before = clause.low(head.subject.first - 1)
    if before in ("if", "when", "unless", "where", "because", "until", "once", "whenever", "whether", "how"):
        return head.sense is not Sense.ACCORDED
    return False


_BINDING = frozenset("agree decide resolve say inform add announce affirm confirm assure commit undertake".split())
_RECALLING = frozenset(
    "welcomed welcome welcomes appreciated appreciates appreciate recalled recalls recall recalling noted notes "
    "note noting praised "
    "commended hailed hoped hopes hope hoping believes believe believed stressed emphasized emphasised underlined "
    "underscored reaffirmed reaffirm reiterated reiterate satisfaction welcoming convinced confident acknowledged "
    "acknowledge recognized recognised recognizing recognising considering regretted urged encouraged called "
    "highlighted highlighting stressing emphasizing reaffirming reiterating expectation".split()
)
