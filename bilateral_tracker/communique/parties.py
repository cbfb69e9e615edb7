"""Who is meant by "the Chinese side", "both countries", "they" or "Islamabad": the parties of a document."""

from typing import NamedTuple

from bilateral_tracker.communique.states import names_of_states, states_in
from bilateral_tracker.communique.words import Word, words
from bilateral_tracker.domain.party import JOINT


class Owner(NamedTuple):
    """Who undertakes something. `name` is `joint`, a party of the document, or empty where nobody can be told."""

    name: str
    is_third: bool = False
    """Whether it is somebody who is no party: what is said of others is reported, not promised."""


def owner(subject: tuple[Word, ...], parties: tuple[str, ...]) -> Owner:
    """Whom the words before a verb name."""
    named = tuple(dict.fromkeys(name for name, _, _ in states_in(subject)))
    lows = {one.low for one in subject}
    ours = [as_named(name, parties) for name in named if is_party(name, parties)]
    if lows & _TOGETHER or len(ours) > 1:
        return Owner(JOINT)
    if ours:
        return Owner(ours[0])
    if named:
        return Owner("", is_third=True)
    return Owner(JOINT if lows & _JOINT else "")


def is_party(name: str, parties: tuple[str, ...]) -> bool:
    """Whether a state is one of the parties; where none are known, every one is."""
    return (not parties and name not in _NO_PARTIES) or any(name == plain_name(party) for party in parties)


def as_named(name: str, parties: tuple[str, ...]) -> str:
    """The state as the document's parties have it."""
    return next((party for party in parties if name == plain_name(party)), name)


def plain_name(party: str) -> str:
    """The short name of a party, where it is a state by whichever name; else the name as given."""
    lows = tuple(one.low for one in words(party))
    if lows in names_of_states():
        return names_of_states()[lows]
    return next((name for name, _, _ in states_in(words(party))), party)


def is_actor(low: str) -> bool:
    """Whether it is a word for those who act: sides, ministers, governments, we."""
    return low in _ACTORS or low in _JOINT - _NO_ACTORS


def names_a_party(subject: tuple[Word, ...], parties: tuple[str, ...]) -> bool:
    """Whether one of the parties is among the words, by name or as `the two sides`."""
    if any(one.low in _JOINT or one.low in _TOGETHER for one in subject):
        return True
    return any(is_party(name, parties) for name, _, _ in states_in(subject))


_NO_PARTIES = frozenset(("United Nations", "World Bank"))
_TOGETHER = frozenset(("both", "each", "joint", "jointly", "mutually", "two", "three", "four", "five"))
_JOINT = frozenset(
    "sides countries parties governments ministers leaders delegations participants presidents principals "
    "counterparts points they we both states members signatories heads officials secretaries co-chairs chairs cochairs "
    "co-chairpersons chairpersons partners either all side's teams ministries authorities agencies experts party "
    "governors premiers chancellors partner delegates representatives neighbours administrations institutions "
    "meeting session conference summit ministers' chiefs nations our signatory directors advisors advisers".split()
)
_NO_ACTORS = frozenset("meeting session conference summit all both either".split())
_ACTORS = frozenset(
    "side country government minister leader delegation president premier chancellor king emir sultan secretary "
    "ambassador governor mayor official party state member side i republic kingdom federation participant "
    "commissioner representative premier delegate undersecretary director director-general general deputy "
    "administration force forces team leadership cabinet depositary sender secretary-general head chair chairman "
    "chairperson coordinator coordinators co-ordinators negotiators "
    "chairmen co-chair co-chairman co-chairmen chairwoman agency's army navy police military coastguard parliament "
    "parliaments counterpart envoy envoys speaker operator operators bank banks university universities commander "
    "commanders speaker justices police attorneys".split()
)
