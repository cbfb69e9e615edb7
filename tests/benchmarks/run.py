"""How long a user waits: whole commands on registers of 1,000 to 1,000,000 commitments, beside the floor.

Run it on a quiet machine, with the dependencies of development installed:

    python -m tests.benchmarks.run --folder /var/tmp/bilateral-benchmarks

The first call builds the registers (a million takes six minutes and 2 GB) and keeps them in the folder. The floor is
what any program made of click and sqlite3 costs. Floor and command are run in turn, at all sizes, so that a machine
that slows down slows all of them; figures are the shortest run and the median. Writing commands are undone unmeasured.

The wheel is installed into an environment of its own, and the register lies in the usual place, as users have it.
Memory is the kernel's account of a command and of what started it: never less than this program's own 20 MB.
"""

import argparse
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.installation import ROOT, installed
from tests.benchmarks.process import Figures, Run, answer, environment, timed

DAY = "2026-11-24"
"""The day of the benchmark, as in `promises`, which is not imported: a light parent, for a child counts its memory."""

SIZES = (1_000, 100_000, 1_000_000)
FLOOR = Path(__file__).with_name("floor.py")


@dataclass(frozen=True, slots=True)
class Command:
    """What is typed, and what its answer must look like, lest something else be measured."""

    typed: Sequence[str]
    answer: str
    is_undone: bool = False


REMIND = Command(["remind", "--as-of", DAY], "")
COMMANDS = {
    "`--help`": Command(["--help"], "Usage: bilateral.*"),
    "`overdue --format csv`, 20 rows": Command(
        ["overdue", "--format", "csv", "--as-of", DAY], r"ref,.*?\n(PK-.*?\n){20}"
    ),
    "`remind`, nothing owed": REMIND,
    "`status`, 30 rows": Command(["status", "--as-of", DAY], ".*20 items overdue, 5 due soon, 5 up for review.*"),
    "`held`": Command(["held", "{sitting}", "--on", "2026-11-20"], r".*\(44 days late\).*", is_undone=True),
    "`add`": Command(
        ["add", "meeting", "Consular dialogue", "--parties", "PK,CN", "--agreed-on", "2026-11-20", "--every", "1 year"],
        r"PK-CN-\d+\n.*",
        is_undone=True,
    ),
}

RECIPE = ("tests/benchmarks/promises.py", "tests/benchmarks/registers.py", "bilateral_tracker/store/schema.py")
"""What a register is made by: when this changes, it is built anew."""


@dataclass(frozen=True, slots=True)
class Register:
    """A register to measure on, in the data folder of a user, and the sittings in it that are overdue."""

    home: Path
    scripts: Path
    sittings: Sequence[str]

    @property
    def env(self) -> Mapping[str, str]:
        """The environment of that user."""
        return environment(XDG_DATA_HOME=str(self.home))

    def typed(self, command: Command, n: int) -> list[str]:
        """The whole command line, for the `n`-th time."""
        sitting = self.sittings[n % len(self.sittings)]
        return [str(self.scripts / "bilateral"), *(word.replace("{sitting}", sitting) for word in command.typed)]

    def run(self, command: Command, n: int) -> tuple[Run, Run]:
        """One run, after one of the floor; what it wrote is taken back."""
        floor = timed([str(self.scripts / "python"), str(FLOOR), str(place(self.home)), DAY], self.env)
        run = timed(self.typed(command, n), self.env)
        self.take_back(command)
        return run, floor

    def prove(self, command: Command) -> None:
        """Refuses to measure a command that does something else."""
        said = answer(self.typed(command, 0), self.env)
        assert re.fullmatch(command.answer, said, re.DOTALL), said
        self.take_back(command)

    def take_back(self, command: Command) -> None:
        """Undoes a command that writes."""
        if command.is_undone:
            answer([str(self.scripts / "bilateral"), "undo"], self.env)


def place(home: Path) -> Path:
    """Where a user's register lies."""
    return home / "bilateral" / "register.db"


def register(folder: Path, size: int, scripts: Path) -> Register:
    """A register of that size, built where there is none by the present recipe; its reminders are said."""
    recipe = zlib.crc32(b"".join((ROOT / path).read_bytes() for path in RECIPE))
    home = folder / f"{size}-{recipe:08x}"
    if not place(home).exists():
        for older in folder.glob(f"{size}-*"):
            shutil.rmtree(older)
        subprocess.run([sys.executable, "-m", "tests.benchmarks.registers", str(size), str(place(home))], check=True)
    with closing(sqlite3.connect(place(home))) as connection:
        asked = "SELECT ref FROM commitment WHERE kind = 'meeting' AND overdue_from <= ? ORDER BY ref"
        sittings = [str(ref) for (ref,) in connection.execute(asked, (DAY,))]
    made = Register(home, scripts, sittings)
    answer(made.typed(REMIND, 0), made.env)
    return made


def measured(command: Command, registers: Mapping[int, Register], runs: int) -> dict[int, Figures]:
    """The figures of a command by the size of the register."""
    for one in registers.values():
        one.prove(command)
    pairs: dict[int, list[tuple[Run, Run]]] = {size: [] for size in registers}
    for n in range(runs):
        for size, one in registers.items():
            pairs[size].append(one.run(command, n))
    return {size: Figures(*zip(*done, strict=True)) for size, done in pairs.items()}


def table(figures: Mapping[str, Mapping[int, Figures]], sizes: Sequence[int]) -> str:
    """The figures in Markdown: milliseconds, shortest and median."""
    sized = " | ".join(f"{size:,}" for size in sizes)
    lines = [f"| command | {sized} | × floor | paired | growth | memory |", "|---|" + "---:|" * (len(sizes) + 4)]
    for name, of in figures.items():
        cells = [f"{of[size].least * 1000:.0f} / {of[size].middle * 1000:.0f} ms" for size in sizes]
        ratio, paired = max(one.ratio for one in of.values()), max(one.paired_ratio for one in of.values())
        growth, peak = of[sizes[-1]].least / of[sizes[0]].least, max(one.peak for one in of.values())
        cells += [f"{ratio:.2f}", f"{paired:.2f}", f"{growth:.2f}", f"{peak / 1e6:.0f} MB"]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def floors(figures: Mapping[str, Mapping[int, Figures]], sizes: Sequence[int]) -> dict[int, Figures]:
    """All runs of the floor, as figures of their own."""
    runs = {size: [run for of in figures.values() for run in of[size].floor] for size in sizes}
    return {size: Figures(all_runs, all_runs) for size, all_runs in runs.items()}


def machine(scripts: Path) -> str:
    """What it was measured on."""
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text(encoding="utf-8").splitlines() if cpus.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    told = (
        "import sqlite3, importlib.metadata as m; print('SQLite', sqlite3.sqlite_version, 'click', m.version('click'))"
    )
    versions = answer([str(scripts / "python"), "-c", told], environment()).strip()
    processor = f"{len(names)} × {names[0]}" if names else platform.processor()
    return f"{processor}, {platform.system()} {platform.release()}, Python {platform.python_version()}, {versions}"


def main() -> None:
    """Builds what is missing, measures, prints."""
    parser = argparse.ArgumentParser(description="Time the commands as whole processes.")
    usual = Path(tempfile.gettempdir(), "bilateral-benchmarks")
    parser.add_argument("--folder", type=Path, default=usual, help="where registers are kept [%(default)s]")
    parser.add_argument("--runs", type=int, default=15, help="runs of each command at each size [%(default)s]")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of commitments [%(default)s]")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    scripts = installed(asked.folder)
    registers = {size: register(asked.folder, size, scripts) for size in sorted(asked.sizes)}
    figures = {name: measured(command, registers, asked.runs) for name, command in COMMANDS.items()}
    floor = {"the floor: click, sqlite3, one indexed query": floors(figures, list(registers))}
    sys.stdout.write(f"{table(floor | figures, list(registers))}\n\n{machine(scripts)}\n")


if __name__ == "__main__":
    main()
