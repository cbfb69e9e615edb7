"""Who is told: taken in, leaving a post, handing it over. A recipient described anew keeps their id."""

from datetime import date, timedelta
from typing import NamedTuple

from bilateral_tracker.desk.desk import Desk
from bilateral_tracker.domain.day import say_day
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.fold import body
from bilateral_tracker.domain.recipient import LEAD, RECIPIENT_SUBJECT, Recipient
from bilateral_tracker.domain.recipient_fields import fields_of_recipient
from bilateral_tracker.errors import Conflict, NotFound, WrongUsage, quoted


class Successor(NamedTuple):
    """Who takes over a post."""

    id: str
    name: str
    address: str


def take_in_recipient(desk: Desk, recipient: Recipient) -> Recipient:
    """Records a recipient; one already known is described anew. NotFound if their party or scope is not on record."""
    with desk.writing():
        return _record(desk, recipient)


def leave(desk: Desk, recipient_id: str, until: date) -> Recipient:
    """Records the last day on which somebody is told."""
    with desk.writing():
        return _record(desk, _leaving(_known(desk, recipient_id), until))


def hand_over(desk: Desk, recipient_id: str, successor: Successor, on: date) -> Recipient:
    """Records that a successor holds the same post from a day on. They are told of all that is open then."""
    with desk.writing():
        known = _known(desk, recipient_id)
        if any(one.id == successor.id for one in desk.register.recipients()):
            raise Conflict(f"{successor.id} is a recipient already. Give the successor an id of their own.")
        _record(desk, _leaving(known, on - timedelta(1)))
        post = known._replace(id=successor.id, name=successor.name, address=successor.address)
        return _record(desk, post._replace(from_on=on, until_on=None))


def _leaving(recipient: Recipient, until: date) -> Recipient:
    if recipient.from_on and until < recipient.from_on:
        raise WrongUsage(
            f"{recipient.id} is told from {say_day(recipient.from_on)} on and cannot have left before. Check the date."
        )
    return recipient._replace(until_on=until)


def _known(desk: Desk, recipient_id: str) -> Recipient:
    found = next((one for one in desk.register.recipients() if one.id == recipient_id), None)
    if found is None:
        raise NotFound(f"No recipient {quoted(recipient_id)} is on record. See them with: bilateral recipients")
    return found


def _record(desk: Desk, recipient: Recipient) -> Recipient:
    codes = [party.code for party in desk.register.parties()]
    if recipient.party not in codes:
        raise NotFound(
            f"No party {quoted(recipient.party)} is on record; known are {', '.join(codes)}. "
            "Say with --party in whose capital they sit."
        )
    _refuse_unknown_scope(desk, recipient.scope, codes)
    if recipient.from_on and recipient.until_on and recipient.until_on < recipient.from_on:
        raise WrongUsage("The last day cannot lie before the first. Check --from and --until.")
    desk.record(Act.RECIPIENT, f"{RECIPIENT_SUBJECT}{recipient.id}", body(fields_of_recipient(recipient)))
    return recipient


def _refuse_unknown_scope(desk: Desk, scope: str, codes: list[str]) -> None:
    """A commitment must be on record; a relationship may have none yet; an agency is only a name."""
    if not scope or scope.startswith(LEAD):
        return
    if desk.register.references(scope, most=1) == [scope]:
        return
    parties = scope.split("-")
    if len(parties) < 2 or any(code not in codes for code in parties):
        raise NotFound(
            f"{quoted(scope)} is neither a commitment nor a relationship on record. "
            "Write what they are told of like: --for PK-CN, --for PK-CN-1, --for lead:NCCIA or --for all"
        )
