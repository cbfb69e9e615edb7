"""A command timed as a whole process, from outside, as a user waits for it."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

NOT_OF_USERS = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
"""Set on machines that test, not on those of users; they would change what is measured."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds waited for, seconds of processor, bytes of memory at its peak."""

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Several runs of one command, each beside a run of the floor."""

    runs: Sequence[Run]
    floor: Sequence[Run]

    @property
    def least(self) -> float:
        """The shortest run in seconds: the one that was disturbed least."""
        return min(run.wall for run in self.runs)

    @property
    def middle(self) -> float:
        """The median run in seconds."""
        return median(run.wall for run in self.runs)

    @property
    def ratio(self) -> float:
        """How often the floor goes into it: the shortest run of each."""
        return self.least / min(run.wall for run in self.floor)

    @property
    def paired_ratio(self) -> float:
        """The same for each run and the run of the floor just before it: the median."""
        return median(run.wall / floor.wall for run, floor in zip(self.runs, self.floor, strict=True))

    @property
    def peak(self) -> int:
        """The most memory of any run, in bytes."""
        return max(run.peak for run in self.runs)


def environment(**more: str) -> dict[str, str]:
    """The environment of a user, with some variables set."""
    return {name: value for name, value in os.environ.items() if name not in NOT_OF_USERS} | more


def timed(command: Sequence[str], env: Mapping[str, str]) -> Run:
    """One run, its output thrown away. A command that fails is not worth timing: CalledProcessError."""
    began = perf_counter()
    with subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        took = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def answer(command: Sequence[str], env: Mapping[str, str]) -> str:
    """What a command prints. CalledProcessError if it fails."""
    return subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True).stdout
