"""A due time that is not one day: the first and the last day that keep the promise, and its words."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from bilateral_tracker.domain.span import shifted


@dataclass(frozen=True, slots=True)
class Window:
    """The days from `earliest` to `latest`, both included, and the `words` they were read from.

    Raises ValueError when `latest` comes before `earliest`: whoever builds a window has its days in order.
    """

    earliest: date
    latest: date
    words: str = ""

    def __post_init__(self) -> None:
        """Refuse a window that ends before it begins."""
        if self.latest < self.earliest:
            message = f"a window cannot end on {self.latest} when it begins on {self.earliest}"
            raise ValueError(message)

    @classmethod
    def day(cls, day: date) -> Self:
        """The window that is one day, without words."""
        return cls(day, day)

    @property
    def is_one_day(self) -> bool:
        """Whether only one day keeps the promise."""
        return self.earliest == self.latest

    def distance_days(self, day: date) -> int:
        """How far a day lies from the window; 0 within it."""
        return max(0, (self.earliest - day).days, (day - self.latest).days)

    def shifted(self, days: int) -> "Window":
        """The window so many days later, or as late as days go."""
        return Window(shifted(self.earliest, days), shifted(self.latest, days), self.words)
