"""Recipients and their wishes to hear no more for a while, as flat fields and back."""

from collections.abc import Mapping
from datetime import date

from bilateral_tracker.domain.fields import Field, Fields, day_of, iso_day
from bilateral_tracker.domain.quiet import Quiet
from bilateral_tracker.domain.recipient import Recipient, Role


def fields_of_recipient(one: Recipient) -> Fields:
    """What is on record of a recipient."""
    return {
        "id": one.id,
        "name": one.name,
        "address": one.address,
        "role": one.role.value,
        "scope": one.scope,
        "party": one.party,
        "channel": one.channel,
        "from_on": iso_day(one.from_on),
        "until_on": iso_day(one.until_on),
        "is_alternate": int(one.is_alternate),
    }


def recipient_from(fields: Mapping[str, Field]) -> Recipient:
    """The recipient that has these fields."""
    texts = {name: str(fields[name]) for name in ("id", "name", "address", "scope", "party", "channel")}
    return Recipient(
        **texts,
        role=Role(fields["role"]),
        from_on=day_of(fields["from_on"]),
        until_on=day_of(fields["until_on"]),
        is_alternate=bool(fields["is_alternate"]),
    )


def fields_of_quiet(quiet: Quiet) -> Fields:
    """What a wish to hear no more says; the entry that recorded it is apart."""
    return {
        "item": quiet.item,
        "about_on": quiet.about_on.isoformat(),
        "said_on": quiet.on.isoformat(),
        "until_on": iso_day(quiet.until),
    }


def quiet_from(fields: Mapping[str, Field], entry: int) -> Quiet:
    """The wish that has these fields, recorded by entry number `entry`."""
    about_on, said_on = (date.fromisoformat(str(fields[name])) for name in ("about_on", "said_on"))
    return Quiet(str(fields["item"]), about_on, said_on, day_of(fields["until_on"]), entry)
