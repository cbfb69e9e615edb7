"""Bodies that meet, meetings, and papers: the nouns of what governments do together."""

from bilateral_tracker.communique.words import Word


def is_organ(low: str) -> bool:
    """Whether it is a standing body: a commission, a working group."""
    return _single(low) in _ORGANS


def is_meeting(low: str) -> bool:
    """Whether it is an occasion on which people meet: a session, consultations, a summit."""
    return _single(low) in _MEETINGS


def is_paper(low: str) -> bool:
    """Whether it is a report or a review that is written."""
    return _single(low) in _REPORTS


def is_instrument(low: str) -> bool:
    """Whether it is a document with a life of its own: an agreement, a plan, a programme."""
    return _single(low) in _INSTRUMENTS


def is_lead(low: str) -> bool:
    """Whether it opens the name of an authority: a ministry, an agency."""
    return _single(low) in _AUTHORITIES


def organ_in(text: tuple[Word, ...]) -> str:
    """The body that is named, with the words that belong to its name: `joint working group`; empty if none is.

    Where no body is, the level that meets: `ministers`.
    """
    for at, word in enumerate(text):
        if is_organ(word.low) or (word.low in _NAMED_MEETINGS and at and text[at - 1].low in _OF_ORGANS):
            return " ".join(one.low for one in text[_first_of_name(text, at) : at + 1])
    return next((word.low for word in text if word.low in _LEVELS), "")


def lead_in(text: tuple[Word, ...]) -> str:
    """The ministry or agency that is named, in capitals as it stands; empty if none is."""
    for at, word in enumerate(text):
        if word.is_name and is_lead(word.low):
            name = text[_first_name(text, at) : _past_name(text, at)]
            return " ".join(one.text for one in name).replace(" ,", ",")
    return ""


def _single(low: str) -> str:
    return low[:-3] + "y" if low.endswith("ies") and low != "series" else low.removesuffix("s")


def _first_of_name(text: tuple[Word, ...], at: int) -> int:
    while at and text[at - 1].low in _OF_ORGANS:
        at -= 1
    return at


def _first_name(text: tuple[Word, ...], at: int) -> int:
    while at and text[at - 1].is_name and text[at - 1].low not in ("the", "a"):
        at -= 1
    return at


def _past_name(text: tuple[Word, ...], at: int) -> int:
    """Where a name ends: capitals, and small words between them."""
    last = at
    for index in range(at + 1, min(at + _LONGEST_NAME, len(text))):
        if text[index].is_name:
            last = index
        elif text[index].low not in _INSIDE_NAMES:
            break
    return last + 1


_LONGEST_NAME = 12
_INSIDE_NAMES = frozenset(("of", "and", "for", "the", "&"))
_ORGANS = frozenset(
    "commission committee group council board body working-group sub-group subgroup subcommittee sub-committee "
    "subcommission sub-commission taskforce force team secretariat mechanism forum platform hotline centre center "
    "panel unit office network observatory agency authority academy institute jwg jmc jcm jcc jec jetco commissioner "
    "hub desk cell chamber consortium tribunal troika intercommission jc association directorate".split()
)
_MEETINGS = frozenset(
    "meeting session consultation dialogue summit round conference talk seminar workshop symposium colloquium visit "
    "gathering retreat review exercise sitting negotiation discussion ministerial forum mission course "
    "training fair exhibition festival week videoconference teleconference hearing webinar roundtable round-table "
    "convention assembly plenary hackathon trip tour fpc boc bpc foc".split()
)
_REPORTS = frozenset(
    "report review assessment update account statement evaluation paper note notification progress statistic "
    "return bulletin list inventory survey".split()
)
_INSTRUMENTS = frozenset(
    "agreement memorandum mou moc treaty protocol plan programme program arrangement convention roadmap strategy "
    "framework agenda declaration timetable calendar schedule accord letter text contract terms annex project "
    "road-map licence license action workplan work-plan".split()
)
_AUTHORITIES = frozenset(
    "ministry department agency authority bank bureau directorate commission institute secretariat board "
    "corporation council university academy police customs administration office service centre center".split()
)
_NAMED_MEETINGS = frozenset(("dialogue", "consultations", "forum", "conference", "mechanism", "ministerial"))
_OF_ORGANS = frozenset(
    "joint working expert experts' technical steering ministerial inter-ministerial interministerial "
    "intergovernmental inter-governmental high-level high level permanent mixed bilateral trilateral economic trade "
    "political strategic security defence defense consular business task coordination co-ordination coordinating "
    "management follow-up monitoring standing special ad hoc annual scientific implementation advisory consultative "
    "review cooperation co-operation contact policy climate energy cyber maritime border protection".split()
)
_LEVELS = frozenset(
    "leaders presidents ministers secretaries directors-general directors officials experts chiefs commanders "
    "counterparts co-chairs advisers advisors heads principals ambassadors parliaments speakers governors "
    "commissioners".split()
)
