"""A desk with a register of its own, on a fixed day, at which commands are typed as a person types them.

A line is split as a shell splits it; `{}` stands for the next value, which is passed as it is:

    bilateral("held PK-CN-1 --on 2026-04-29 --note {}", "a text with any characters")
"""

import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sysconfig
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bilateral_tracker.cli.main import bilateral as program

TODAY = "2026-11-24"
RECORDED_ON = "2026-01-08"  # the day on which the seeds were taken in
SCRIPT = Path(sysconfig.get_path("scripts"), "bilateral")
UNSET = (
    "COLUMNS",
    "NO_COLOR",
    "BILATERAL_REGISTER",
    "BILATERAL_TODAY",
    "BILATERAL_AUTHOR",
    "BILATERAL_CALENDARS",
    "BILATERAL_WE",
    "BILATERAL_CONFIG",
)


def words(line: str, values: tuple[str, ...]) -> list[str]:
    """The words of a line, each `{}` replaced by the next value. Bytes can only be a word of their own."""
    left = iter(values)
    found = [
        next(left) if word == "{}" else word.replace("{}", next(left)) if "{}" in word else word
        for word in shlex.split(line)
    ]
    assert not list(left), "a value without a {}"
    return found


def acting_characters(text: str) -> set[str]:
    """What would act on a terminal: every control character but the newline, and bidi overrides and isolates."""
    return {c for c in text if c != "\n" and not c.isprintable() and c not in "\u200c\u200d\u200e\u200f\u3000"}


class Desk:
    """The program, called in this process."""

    def __init__(self, register: Path, today: str = TODAY):
        self.register = register
        self.today = today
        self.said = ""  # what the last call said on standard error

    def __call__(self, line: str = "", *values: str, exits: int = 0, **environment: str) -> str:
        """What a command prints on standard output."""
        known = {"BILATERAL_REGISTER": str(self.register), "BILATERAL_TODAY": self.today, "BILATERAL_AUTHOR": "desk"}
        known["XDG_CONFIG_HOME"] = str(self.register.parent / "config")
        env = dict.fromkeys(UNSET) | known | environment
        run = CliRunner().invoke(program, words(line, values), prog_name="bilateral", env=env, catch_exceptions=False)
        self.said = run.stderr
        assert (exits, set()) == (run.exit_code, acting_characters(run.output)), run.output
        return run.stdout

    def refuses(self, line: str, *values: str, exits: int, **environment: str) -> str:
        """The sentences of a refusal, which leaves the register as it was and prints nothing else."""
        before = self.content()
        assert "" == self(line, *values, exits=exits, **environment)
        assert before == self.content()
        return self.said

    def rows(self, line: str, *values: str) -> list[dict[str, Any]]:
        """The rows that a command shows, as JSON gives them."""
        rows: list[dict[str, Any]] = json.loads(self(f"{line} --format json", *values))
        return rows

    def on(self, day: str) -> "Desk":
        """The same desk on another day."""
        return Desk(self.register, day)

    def content(self) -> list[str]:
        """All that the register holds, as SQL; nothing if there is none."""
        if not self.register.is_file():
            return []
        with closing(sqlite3.connect(f"{self.register.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return list(connection.iterdump())

    def journal(self) -> list[tuple[str, str]]:
        """The act and the subject of each entry."""
        with closing(sqlite3.connect(f"{self.register.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT act, subject FROM entry ORDER BY number").fetchall()


CRONTAB = """#!/bin/sh
case "$1" in
-l) [ -e "$PRIVATE/crontab" ] && exec cat "$PRIVATE/crontab"; echo "no crontab for desk" >&2; exit 1 ;;
-r) exec rm "$PRIVATE/crontab" ;;
-) cat >"$PRIVATE/new"; [ ! -e "$PRIVATE/refusal" ] || { cat "$PRIVATE/refusal" >&2; exit 1; }
   mv "$PRIVATE/new" "$PRIVATE/crontab" ;;
esac
"""
SYSTEMCTL = """#!/bin/sh
echo "$@" >>"$PRIVATE/systemctl"
[ ! -e "$PRIVATE/no-bus" ]
"""


@pytest.fixture(scope="session")
def stand_ins(tmp_path_factory):
    """A folder with programs in the place of those that schedule, so that no test meets the user's own schedule."""
    folder = tmp_path_factory.mktemp("stand-ins")
    for name, script in (("crontab", CRONTAB), ("systemctl", SYSTEMCTL)):
        (folder / name).write_text(script, encoding="utf-8")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture(autouse=True)
def private(stand_ins, tmp_path, monkeypatch):
    """The folder in which the stand-ins keep the crontab, and note what systemctl was told."""
    folder = tmp_path / "private"
    folder.mkdir()
    monkeypatch.setenv("PRIVATE", str(folder))
    monkeypatch.setenv("PATH", str(stand_ins), prepend=os.pathsep)
    return folder


@pytest.fixture(scope="session")
def seeded_register(tmp_path_factory):
    """A register with the seeds, taken in on the day after the agreement; to be copied, not written to."""
    register = tmp_path_factory.mktemp("seeded") / "register.db"
    Desk(register, RECORDED_ON)("init --seeds")
    return register


@pytest.fixture
def bilateral(seeded_register, tmp_path, monkeypatch):
    """A desk whose register holds the seeds; it works in an empty folder."""
    register = tmp_path / "registers" / "register.db"
    register.parent.mkdir(exist_ok=True)
    shutil.copy(seeded_register, register)
    (tmp_path / "work").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "work")
    return Desk(register)


@pytest.fixture
def empty_desk(tmp_path, monkeypatch):
    """A desk without a register."""
    (tmp_path / "work").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "work")
    return Desk(tmp_path / "registers" / "register.db")


@pytest.fixture
def process(bilateral):
    """Runs the installed program as a process of its own, at the same desk; bytes in and out."""

    def run(line, *values, env=None, interpreter=(SCRIPT,), **more):
        known = {
            "BILATERAL_REGISTER": str(bilateral.register),
            "BILATERAL_TODAY": bilateral.today,
            "BILATERAL_AUTHOR": "desk",
            "XDG_CONFIG_HOME": str(bilateral.register.parent / "config"),
        }
        usual = {name: value for name, value in os.environ.items() if name not in UNSET}
        command = [*interpreter, *words(line, values)]
        return subprocess.run(command, env=(usual | known) if env is None else env, check=False, **more)

    return run
