"""The capitals of the parties that a register knows, asked about their working days when it matters."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bilateral_tracker.domain.calendars import WorkingCalendar
from bilateral_tracker.domain.workdays import common_working_days, is_working_day
from bilateral_tracker.store.calendars import working_calendars
from bilateral_tracker.store.register import Register


@dataclass(slots=True)
class RegisterCapitals:
    """`Capitals` of the parties in a register; calendars are read, and holidays loaded, at the first question."""

    register: Register
    file: str = ""
    """The user's own file of calendars, if there is one."""
    _calendars: dict[str, WorkingCalendar] = field(default_factory=dict)

    def works(self, party: str, day: date) -> bool:
        """Whether the party's capital works on a day."""
        return is_working_day(self._of((party,)), day)

    def left(self, parties: Sequence[str], day: date, until: date) -> int:
        """How many days after `day`, up to `until`, all of these capitals work."""
        return len(common_working_days(self._of(parties), day, until)) - is_working_day(self._of(parties), day)

    def _of(self, parties: Sequence[str]) -> list[WorkingCalendar]:
        if not self._calendars:
            every = self.register.parties()
            known = working_calendars(every, Path(self.file) if self.file else None)
            self._calendars = {one.code: calendar for one, calendar in zip(every, known, strict=True)}
        return [self._calendars[code] for code in parties]
