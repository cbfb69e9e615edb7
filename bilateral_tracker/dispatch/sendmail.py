"""Letters handed to this machine's own mail program: sendmail, or what Postfix, Exim or msmtp put in its place."""

from bilateral_tracker.dispatch.letter import letter, recipient_address, sender_address
from bilateral_tracker.dispatch.message import ChannelDown, Message, Undelivered
from bilateral_tracker.dispatch.program import NotRun, run
from bilateral_tracker.domain.channel_settings import SendmailSettings
from bilateral_tracker.errors import quoted

_IN_WORDS = {
    64: "it does not understand the options -i -f (EX_USAGE)",
    65: "it cannot read the letter (EX_DATAERR)",
    67: "it does not know the recipient (EX_NOUSER)",
    68: "it does not know the recipient's mail server (EX_NOHOST)",
    69: "something that it needs is not there (EX_UNAVAILABLE)",
    70: "it made a mistake itself (EX_SOFTWARE)",
    71: "the system refused it something (EX_OSERR)",
    72: "a file of the system is missing (EX_OSFILE)",
    73: "it cannot write a file (EX_CANTCREAT)",
    74: "it could not read or write (EX_IOERR)",
    75: "it cannot take the letter now (EX_TEMPFAIL)",
    76: "the mail server that it asked did not answer sensibly (EX_PROTOCOL)",
    77: "it is not permitted (EX_NOPERM)",
    78: "it is not set up rightly (EX_CONFIG)",
}
"""The exit codes of sysexits.h."""
_OF_THIS_LETTER = {65, 67, 68, 69, 75, 76}


class SendmailChannel:
    """A program that reads a letter and says by its exit code whether it took it."""

    def __init__(self, settings: SendmailSettings) -> None:
        self._settings = settings
        self._sender = sender_address(settings.name, settings.sender)

    def send(self, message: Message) -> None:
        """Deliver it to the program, which has a queue of its own."""
        to = recipient_address(message)
        # the program writes the line ends that its system likes, and expects them so
        octets = letter(message, self._sender, self._settings.sender_name).replace(b"\r\n", b"\n")
        code = self._run(["-i", "-f", self._sender, "--", to], octets)
        if code:
            failure = Undelivered if code in _OF_THIS_LETTER else ChannelDown
            raise failure(
                f"The mail program {self._program} did not take the letter to {to}: "
                f"{_IN_WORDS.get(code, f'it ended with exit code {code}')}. Its own log may say more."
            )

    def close(self) -> None:
        """Nothing was held open."""

    @property
    def _program(self) -> str:
        return quoted(self._settings.program, 200)

    def _run(self, options: list[str], octets: bytes) -> int:
        try:
            return run([self._settings.program, *options], octets, self._settings.timeout_seconds)[0]
        except NotRun as problem:
            raise ChannelDown(
                f"The mail program {self._program} {problem}. Name another as `program` of the channel "
                f"{quoted(self._settings.name)}, or a mail server instead."
            ) from problem
