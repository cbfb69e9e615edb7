"""What a scheduler is to run for a register, and when."""

from typing import NamedTuple

from bilateral_tracker.domain.timetable import Timetable
from bilateral_tracker.errors import WrongUsage


class Job(NamedTuple):
    """Reminders of one register, as a scheduler runs them: it knows neither the user's environment nor a folder."""

    register: str
    """The absolute path."""
    program: tuple[str, ...]
    """The words that start the program, by absolute path."""
    environment: tuple[tuple[str, str], ...]
    """What the program is to find in its environment, by name."""
    timetable: Timetable
    zone: str
    """The register's home time zone, of which a scheduler knows nothing."""

    @property
    def words(self) -> tuple[str, ...]:
        """The command, word by word. WrongUsage if env(1) would take the program for a variable."""
        if "=" in self.program[0]:
            raise WrongUsage(
                f"{self.program[0]} cannot be called by a scheduler: its path holds an equals sign. "
                "Install bilateral in another place, and try again from there."
            )
        # Mail is labelled as UTF-8, and journals are read as it, whatever the locale of the machine.
        variables = (("PYTHONUTF8", "1"), *self.environment)
        assigned = (f"{name}={value}" for name, value in variables)
        return ("/usr/bin/env", *assigned, *self.program, "remind", "--register", self.register)

    @property
    def when(self) -> str:
        """When it runs, in a sentence."""
        return (
            f"Runs {self.timetable.words}, by the clock of this machine; the register's days are those of {self.zone}."
        )
