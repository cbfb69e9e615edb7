"""By which channels reminders leave, and what each kind of channel has to know: plain values, read from a file.

A secret is never among them. Where a channel needs one, its settings name a command, as a list of words that is run
without a shell, and the first line that it prints is the secret. Apprise alone may keep it in a file instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar


class ChannelKind(Enum):
    """How a channel carries a message."""

    STDOUT = "stdout"
    SMTP = "smtp"
    SENDMAIL = "sendmail"
    MAILDIR = "maildir"
    MBOX = "mbox"
    WEBHOOK = "webhook"
    APPRISE = "apprise"


class Security(Enum):
    """How the way to a mail server is kept from others' eyes."""

    STARTTLS = "starttls"
    """Begins in the clear and goes on encrypted, or not at all (RFC 3207)."""
    TLS = "tls"
    """Encrypted from the first byte (RFC 8314)."""
    NONE = "none"
    """In the clear; a login is refused then, unless the server is this very machine."""


@dataclass(frozen=True, slots=True)
class StdoutSettings:
    """Messages are printed; cron mails what is printed."""

    kind: ClassVar[ChannelKind] = ChannelKind.STDOUT
    name: str = "stdout"


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """Messages are handed to a mail server."""

    kind: ClassVar[ChannelKind] = ChannelKind.SMTP
    name: str
    host: str
    sender: str
    """The address in `From`, to which a refusal comes back."""
    sender_name: str = ""
    security: Security = Security.STARTTLS
    port: int | None = None
    """None: 587 for STARTTLS, 465 for TLS, 25 in the clear."""
    username: str = ""
    """Empty: no login."""
    password_command: tuple[str, ...] = ()
    ca_file: str = ""
    """Certificates to trust beside those of the machine, as PEM."""
    timeout_seconds: float = 30.0
    """The longest that connecting, logging in and then each message may take."""


@dataclass(frozen=True, slots=True)
class SendmailSettings:
    """Messages are handed to this machine's own mail program."""

    kind: ClassVar[ChannelKind] = ChannelKind.SENDMAIL
    name: str
    sender: str
    sender_name: str = ""
    program: str = "/usr/sbin/sendmail"
    timeout_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class MaildirSettings:
    """Messages are put into a mail folder of one file each."""

    kind: ClassVar[ChannelKind] = ChannelKind.MAILDIR
    name: str
    path: str
    sender: str
    sender_name: str = ""


@dataclass(frozen=True, slots=True)
class MboxSettings:
    """Messages are added to one file (RFC 4155)."""

    kind: ClassVar[ChannelKind] = ChannelKind.MBOX
    name: str
    path: str
    sender: str
    sender_name: str = ""
    timeout_seconds: float = 10.0
    """How long to wait while another program holds the file."""


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Messages are posted to a web address as JSON, signed after Standard Webhooks 1.0."""

    kind: ClassVar[ChannelKind] = ChannelKind.WEBHOOK
    name: str
    url: str
    """https, or http to this very machine."""
    secret_command: tuple[str, ...] = ()
    """Prints the secret, `whsec_` and base64. Empty: messages are not signed."""
    ca_file: str = ""
    """Certificates to trust beside those of the machine, as PEM."""
    timeout_seconds: float = 30.0


@dataclass(frozen=True, slots=True)
class AppriseSettings:
    """Messages go to whatever Apprise reaches; its addresses hold secrets, so that they come from elsewhere."""

    kind: ClassVar[ChannelKind] = ChannelKind.APPRISE
    name: str
    url_command: tuple[str, ...] = ()
    """Prints one Apprise address on each line."""
    url_file: str = ""
    """Holds one Apprise address on each line; read where there is no command."""
    timeout_seconds: float = 30.0
    """How long the command may take."""


ChannelSettings = (
    StdoutSettings
    | SmtpSettings
    | SendmailSettings
    | MaildirSettings
    | MboxSettings
    | WebhookSettings
    | AppriseSettings
)

SETTINGS_OF: Mapping[ChannelKind, type[ChannelSettings]] = {
    ChannelKind.STDOUT: StdoutSettings,
    ChannelKind.SMTP: SmtpSettings,
    ChannelKind.SENDMAIL: SendmailSettings,
    ChannelKind.MAILDIR: MaildirSettings,
    ChannelKind.MBOX: MboxSettings,
    ChannelKind.WEBHOOK: WebhookSettings,
    ChannelKind.APPRISE: AppriseSettings,
}
