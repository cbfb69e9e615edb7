"""The capitals of the parties that a register knows, asked about their working days when it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bilateral_tracker.domain.calendars import WorkingCalendar
    from bilateral_tracker.store.register import Register


class RegisterCapitals:
    """`Capitals` of the parties in a register. Calendars are loaded at the first question: 50 ms, and more."""

    def __init__(self, register: Register, file: str = "") -> None:
        """`file` is the path of the user's own file of calendars, if there is one."""
        self._register = register
        self._file = file
        self._calendars: dict[str, WorkingCalendar] = {}

    def works(self, party: str, day: date) -> bool:
        """Whether the party's capital works on a day."""
        from bilateral_tracker.domain.workdays import is_working_day

        return is_working_day(self._of((party,)), day)

    def left(self, parties: Sequence[str], day: date, until: date) -> int:
        """How many days after `day`, up to `until`, all of these capitals work."""
        from bilateral_tracker.domain.workdays import common_working_days

        return len([one for one in common_working_days(self._of(parties), day, until) if one > day])

    def _of(self, parties: Sequence[str]) -> list[WorkingCalendar]:
        if not self._calendars:
            from pathlib import Path

            from bilateral_tracker.store.calendars import working_calendars

            every = self._register.parties()
            known = working_calendars(every, Path(self._file) if self._file else None)
            self._calendars = {one.code: calendar for one, calendar in zip(every, known, strict=True)}
        return [self._calendars[code] for code in parties]
