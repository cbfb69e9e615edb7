"""What a command loads: a person waits for every module, so the usual commands load none that is heavy."""

import re
import subprocess
import sys

import pytest

HEAVY = (
    "dateutil.parser",
    "email",
    "holidays",
    "icalendar",
    "importlib.metadata",
    "jinja2",
    "psycopg",
    "sqlite_utils",
    "tabulate",
    "wcwidth",
)
ADD = "add meeting Talks --parties PK,CN --agreed-on 2026-02-10 --every 'six months'"


def loaded(process, line):
    """The modules that a run of the program loads, as Python itself reports them."""
    run = process(
        line, capture_output=True, interpreter=(sys.executable, "-X", "importtime", "-m", "bilateral_tracker")
    )
    assert run.returncode == 0, run.stderr
    modules = set(re.findall(r"^import time:.*\| +(\S+)$", run.stderr.decode(), re.MULTILINE))
    assert "bilateral_tracker.cli.main" in modules
    return modules


def under(modules, package):
    return {module for module in modules if module == package or module.startswith(f"{package}.")}


@pytest.fixture(scope="module")
def unavoidable():
    """What Python loads of itself first; an editable install, or a measurement of coverage, adds to it."""
    command = [sys.executable, "-X", "importtime", "-c", "pass"]
    run = subprocess.run(command, capture_output=True, check=True)
    return set(re.findall(r"^import time:.*\| +(\S+)$", run.stderr.decode(), re.MULTILINE))


@pytest.mark.parametrize(
    "line",
    [
        "--help",
        "overdue --format csv",
        "overdue --format json",
        "status --format csv",
        "list --format json",
        "export csv",
        "remind",
        "held PK-CN-1 --on 2026-04-29",
        "reviewed PK-CN-3",
        "postpone PK-CN-1 --to 2026-12-15",
        "undo",
        ADD,
    ],
)
def test_a_usual_command_loads_nothing_heavy(process, bilateral, unavoidable, line):
    bilateral("reviewed PK-CN-4")
    bilateral("remind")
    modules = loaded(process, line) - unavoidable
    assert set() == set().union(*(under(modules, package) for package in HEAVY))


def test_help_loads_neither_what_is_true_nor_where_it_lies(process, unavoidable):
    modules = loaded(process, "--help") - unavoidable
    assert set() == under(modules, "bilateral_tracker.domain") | under(modules, "bilateral_tracker.store")
    assert set() == under(modules, "sqlite3") | under(modules, "dateutil")


def test_a_table_loads_what_it_needs(process):
    assert "tabulate" in loaded(process, "list")
