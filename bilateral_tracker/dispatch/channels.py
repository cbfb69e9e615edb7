"""Which module carries messages for which kind of channel; it is loaded when a channel of that kind is used."""

from collections.abc import Callable

from bilateral_tracker.dispatch.message import Channel, ChannelDown
from bilateral_tracker.domain.channel_settings import (
    AppriseSettings,
    ChannelSettings,
    MaildirSettings,
    MboxSettings,
    SendmailSettings,
    SmtpSettings,
    StdoutSettings,
    WebhookSettings,
)
from bilateral_tracker.errors import quoted

_LONGEST_SECONDS = 3600


def channel(settings: ChannelSettings, out: Callable[[str], None] | None = None) -> Channel:
    """The channel, not yet connected; `out` is where a channel that prints does so.

    ChannelDown if it could not be used as it is set, or something is not installed.
    """
    _check_patience(settings)
    match settings:
        case StdoutSettings():
            from bilateral_tracker.dispatch.stdout import StdoutChannel

            return StdoutChannel(out)
        case WebhookSettings():
            from bilateral_tracker.dispatch.webhook import WebhookChannel

            return WebhookChannel(settings)
        case AppriseSettings():
            from bilateral_tracker.dispatch.notify import AppriseChannel

            return AppriseChannel(settings)
    return _mailer(settings)


def _mailer(settings: SmtpSettings | SendmailSettings | MaildirSettings | MboxSettings) -> Channel:
    match settings:
        case SmtpSettings():
            from bilateral_tracker.dispatch.smtp import SmtpChannel

            return SmtpChannel(settings)
        case SendmailSettings():
            from bilateral_tracker.dispatch.sendmail import SendmailChannel

            return SendmailChannel(settings)
        case MaildirSettings():
            from bilateral_tracker.dispatch.maildir import MaildirChannel

            return MaildirChannel(settings)
        case MboxSettings():
            from bilateral_tracker.dispatch.mbox import MboxChannel

            return MboxChannel(settings)


def _check_patience(settings: ChannelSettings) -> None:
    seconds = getattr(settings, "timeout_seconds", 1)
    if not 0 < seconds <= _LONGEST_SECONDS:
        raise ChannelDown(
            f"The channel {quoted(settings.name)} cannot wait for {seconds:g} seconds. Give more than 0 and at most "
            f"{_LONGEST_SECONDS:,} as `timeout_seconds`."
        )
