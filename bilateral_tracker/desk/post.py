"""Reminders on their way out: worded as one digest a message, and handed to the channel that reaches the reader."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bilateral_tracker.configuration.configuration import Configuration
from bilateral_tracker.dispatch.channels import channel
from bilateral_tracker.dispatch.message import Channel, ChannelDown, Message
from bilateral_tracker.domain import batch
from bilateral_tracker.domain.recipient import Recipient, Role
from bilateral_tracker.domain.round import Owed, Round
from bilateral_tracker.domain.stages import Stages
from bilateral_tracker.reports.digest import Digest, digest
from bilateral_tracker.reports.reminding import Known, item


@dataclass(slots=True)
class Post:
    """The way out of one run. A channel is opened for its first message; one that is out is not tried for others."""

    round: Round
    configuration: Configuration
    known: Known
    register: str
    """The register's place, as readers of a message know it."""
    now: Callable[[], str]
    out: Callable[[str], None]
    """Prints what the channel `stdout` carries."""
    _open: dict[str, Channel] = field(default_factory=dict)
    _down: dict[str, ChannelDown] = field(default_factory=dict)

    def send(self, message: batch.Message, owed: Sequence[Owed]) -> None:
        """Lets a message leave. TrackerError if it could not, or if its channel is not set up."""
        if message.channel in self._down:
            raise self._down[message.channel]
        worded, to = self.worded(message, owed), self.recipient(message)
        name, address = (to.name, to.address) if to else ("", "")
        letter = Message(message.id, name, address, worded.subject, worded.text, worded.html, self.register, self.now())
        try:
            self._channel(message.channel).send(letter)
        except ChannelDown as problem:
            self._down[message.channel] = problem
            raise

    def worded(self, message: batch.Message, owed: Sequence[Owed]) -> Digest:
        """What a message says."""
        to, known = self.recipient(message), self.known
        role = to.role if to else Role.OFFICER
        items = [item(one, role, self._stages(one), known) for one in owed]
        name, day = to.name if to else "", self.round.day_of(to)
        return digest(items, name, day, self.register, known.we, known.names)

    def recipient(self, message: batch.Message) -> Recipient | None:
        """To whom it goes; None if to the desk itself."""
        return next((one for one in self.round.recipients if one.id == message.recipient), None)

    def close(self) -> None:
        """Closes what was opened."""
        for one in self._open.values():
            one.close()

    def _stages(self, owed: Owed) -> Stages:
        return self.round.settings.stages(owed.row.kind, owed.history.commitment.ref)

    def _channel(self, name: str) -> Channel:
        if name not in self._open:
            self._open[name] = channel(self.configuration.channel(name), self.out)
        return self._open[name]
