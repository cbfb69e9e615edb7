"""A table of the file, read key by key. What is wrong with a key is taken down, and the key reads as not said."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeGuard, TypeVar

from bilateral_tracker.configuration.problem import Problem, meant, shown, unknown_key
from bilateral_tracker.domain.plain_text import can_be_shown
from bilateral_tracker.errors import quoted

E = TypeVar("E", bound=Enum)

LONGEST_TEXT = 1_000


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says, under the path of its key; all tables of a file share one list of problems."""

    said: Mapping[str, object]
    path: str = ""
    problems: list[Problem] = field(default_factory=list)

    def complain(self, key: str, what: str) -> None:
        """Takes down what is wrong with a key."""
        self.problems.append(Problem(self._path(key), what))

    def only(self, known: Iterable[str]) -> None:
        """Takes down the keys that are none."""
        names = list(known)
        for key in self.said:
            if key not in names:
                self.complain(key, unknown_key(key, names))

    def table(self, key: str) -> "Table":
        """The table under a key; an empty one if there is none."""
        found = self.said.get(key, {})
        if not isinstance(found, dict):
            self._wrong(key, f"no table. Write it like: [{self._path(key)}]")
        return Table(found if isinstance(found, dict) else {}, self._path(key), self.problems)

    def tables(self, key: str) -> Iterator["Table"]:
        """The tables in a row under a key, each with its number for a path, counted from 1."""
        found = self.said.get(key, [])
        rows = found if isinstance(found, list) else [found]
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in rows):
            self.complain(key, f"each of them is a table of its own. Write it like: [[{self._path(key)}]]")
            return
        for number, one in enumerate(rows, 1):
            yield Table(one, f"{self._path(key)}.{number}", self.problems)

    def whole(self, key: str, least: int, most: int, example: str = "7") -> int | None:
        """A whole number between two others, both included."""
        if key not in self.said:
            return None
        found = self.said[key]
        if _is_whole(found, least, most):
            return found
        self._wrong(key, f"no whole number from {least:,} to {most:,}. Write it like: {key} = {example}")
        return None

    def wholes(self, key: str, least: int, most: int) -> tuple[int, ...] | None:
        """Whole numbers in any order, the largest first; a number that stands twice counts once."""
        if key not in self.said:
            return None
        found = self.said[key]
        if isinstance(found, list) and all(_is_whole(one, least, most) for one in found):
            return tuple(sorted(set(found), reverse=True))
        remedy = f"no list of whole numbers from {least:,} to {most:,}. Write it like: {key} = [30, 7, 0]"
        self._wrong(key, remedy)
        return None

    def seconds(self, key: str, most: float) -> float | None:
        """A time that is longer than none."""
        if key not in self.said:
            return None
        found = self.said[key]
        if isinstance(found, int | float) and not isinstance(found, bool) and 0 < found <= most:
            return float(found)
        self._wrong(key, f"no number of seconds above 0, up to {most:g}. Write it like: {key} = 30")
        return None

    def choice(self, key: str, choices: type[E]) -> E | None:
        """One of some words."""
        if key not in self.said:
            return None
        found, words = self.said[key], [one.value for one in choices]
        if found in words:
            return choices(found)
        self._wrong(key, f"not one of its words. {meant(str(found), words)}")
        return None

    def text(self, key: str) -> str | None:
        """A line of text that says something."""
        if key not in self.said:
            return None
        found = self.said[key]
        if not isinstance(found, str):
            self._wrong(key, f'no text. Write it in quotation marks: {key} = "..."')
            return None
        if not found.strip() or len(found) > LONGEST_TEXT or not can_be_shown(found):
            self._wrong(key, f"empty, longer than {LONGEST_TEXT:,} characters, or holds what cannot be shown.")
            return None
        return found.strip()

    def words(self, key: str) -> tuple[str, ...] | None:
        """A command, as a list of words that is run without a shell."""
        if key not in self.said:
            return None
        found = self.said[key]
        if isinstance(found, list) and found and all(isinstance(one, str) for one in found) and found[0]:
            return tuple(found)
        self._wrong(key, f'no list of words. Write it like: {key} = ["pass", "show", "mail"]')
        return None

    def _wrong(self, key: str, what: str) -> None:
        self.complain(key, f"{shown(key, self.said[key])} is {what}")

    def _path(self, key: str) -> str:
        shown_key = key if re.fullmatch(_BARE, key) else quoted(key)
        return f"{self.path}.{shown_key}" if self.path else shown_key


_BARE = r"[A-Za-z0-9_-]{1,40}"
"""A key that needs no quotation marks."""


def _is_whole(found: object, least: int, most: int) -> TypeGuard[int]:
    return isinstance(found, int) and not isinstance(found, bool) and least <= found <= most
