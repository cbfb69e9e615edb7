"""Trying the channels: one harmless message on each, so that a password that changed is found on a quiet day."""

from uuid import uuid4

import click

from bilateral_tracker.cli.context import Session
from bilateral_tracker.configuration.configuration import read_configuration
from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import Message
from bilateral_tracker.domain.channel_settings import ChannelSettings, StdoutSettings
from bilateral_tracker.errors import TrackerError
from bilateral_tracker.settings import register_place


def try_channels(session: Session, to: str) -> None:
    """Sends a message on each channel there is, and says what became of it. TrackerError if any failed."""
    configured = read_configuration().channels
    every = [*configured, *([] if any(one.name == "stdout" for one in configured) else [StdoutSettings()])]
    if session.dry_run:
        click.echo(f"Would try: {', '.join(one.name for one in every)}.")
        return
    failed = [one.name for one in every if not _is_tried(session, one, to)]
    if failed:
        raise TrackerError(f"{', '.join(failed)} failed; no reminder can go out there. Mend that and try again.")


def _is_tried(session: Session, settings: ChannelSettings, to: str) -> bool:
    """Whether the message went out: to the address that was typed, or the channel's sender, if it needs one."""
    sender = str(getattr(settings, "sender", ""))
    address = sender and (to or sender)
    try:
        opened = channel(settings, click.echo)
        try:
            opened.send(_message(session, settings.name, address))
        finally:
            opened.close()
    except TrackerError as problem:
        click.echo(f"{settings.name}: {problem}", err=True)
        return False
    click.echo(f"{settings.name}: sent{f' to {address}' if address else ''}.", err=True)
    return True


def _message(session: Session, name: str, address: str) -> Message:
    moment, place = session.moment, register_place(session.place)
    text = f"This is a test of the channel {name}, asked for with: bilateral remind --test\nNothing is due.\n"
    unique = f"<{uuid4().hex}@bilateral-tracker.localdomain>"
    return Message(unique, "", address, f"bilateral: test of the channel {name}", text, "", place, moment)
