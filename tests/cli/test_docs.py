"""What is written about the program is true: README, the codebook, every help, every example."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import click
import pytest

from bilateral_tracker import errors
from bilateral_tracker.cli.look import OVERDUE_EXIT
from bilateral_tracker.cli.main import COMMANDS
from bilateral_tracker.cli.main import bilateral as program
from bilateral_tracker.domain.commitment import Kind, Strength
from bilateral_tracker.domain.entry import Act
from bilateral_tracker.domain.outcome import OutcomeKind
from bilateral_tracker.domain.standing import Standing
from bilateral_tracker.reports.listing import COLUMNS
from bilateral_tracker.reports.spreadsheet import guarded
from bilateral_tracker.reports.wording import _OUTCOMES, _SAYINGS
from tests.cli.conftest import SCRIPT, TODAY, Desk

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODEBOOK = (ROOT / "data" / "csv_codebook.md").read_text(encoding="utf-8")
EXIT_CODES = {0, 1, 2, 3, 4, 5, 6, 10}


def all_commands(group=program, name=""):
    """Every command below the group by its name as typed, groups too."""
    context = click.Context(group)
    for one in group.list_commands(context):
        command = group.get_command(context, one)
        yield f"{name} {one}".strip(), command
        if isinstance(command, click.Group):
            yield from all_commands(command, f"{name} {one}".strip())


KNOWN = dict(all_commands())
DOING = {name: one for name, one in KNOWN.items() if not isinstance(one, click.Group) or one.invoke_without_command}
every_command = pytest.mark.parametrize("name", KNOWN)


def options(command):
    typed = [one for one in command.params if isinstance(one, click.Option)]
    return {name for one in typed for name in (*one.opts, *one.secondary_opts) if name[:2] == "--"}


def examples(command):
    """The lines of the help's example, continued ones joined."""
    _, _, lines = (command.epilog or "").partition("Example:\n")
    return lines.replace("\\\n", " ").splitlines()


def section(title):
    """The part of README under a heading, with the headings below it."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


def cells(text):
    """The cells of all tables in a text, without their headers and rules."""
    rows = [re.split(r"(?<!\\)\|", line.strip()[1:-1]) for line in text.splitlines() if line.startswith("|")]
    ruled = {n for n, row in enumerate(rows) if set("".join(row)) <= set("- ")}
    return [[cell.strip() for cell in row] for n, row in enumerate(rows) if n not in ruled and n + 1 not in ruled]


def transcripts(text):
    """The commands in a text's console blocks, each with what it is said to answer."""
    for block in re.findall(r"^```console\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, answer = part.replace("\\\n", " ").partition("\n")
            yield command, answer.strip()


# Help.


@every_command
def test_every_help_fits_eighty_columns_and_ends_with_an_example(name, empty_desk):
    lines = empty_desk(f"{name} --help").splitlines()
    assert [] == [line for line in lines if len(line) > 80 or ("..." in line and not line.startswith("Usage: "))]
    assert f"Usage: bilateral {name} [OPTIONS]" == lines[0][: len(f"Usage: bilateral {name} [OPTIONS]")]
    assert "  Example:" in lines
    assert all(line.startswith(f"  bilateral {name}") for line in examples(KNOWN[name]))


@every_command
def test_every_option_says_what_it_is_for(name):
    silent = [one.name for one in KNOWN[name].params if isinstance(one, click.Option) and not one.help]
    assert [] == silent


def test_the_first_help_names_every_command_with_the_words_of_its_own_help(empty_desk):
    shown = empty_desk("--help")
    assert list(COMMANDS) == re.findall(r"^  ([a-z-]+)  ", shown.split("Commands:")[1], re.MULTILINE)
    for name, (_, line) in COMMANDS.items():
        assert line in shown
        assert " ".join(KNOWN[name].help.split()).startswith(line.removesuffix(".")), name


def test_no_command_promises_more_than_it_does():
    """`--as-of` that cuts nothing and `--format` that changes nothing would be lies."""
    assert "--as-of" not in options(KNOWN["history"]) | options(KNOWN["parties"]) | options(KNOWN["sources"])
    assert "--register" not in options(KNOWN["demo"])


# README: commands and options.


def test_the_readme_has_every_command_with_every_option_and_no_other():
    rows = {}
    for row in cells(section("Commands")):
        if len(row) == 3 and not row[0].startswith("`--"):
            name = re.sub(r" [\[A-Z].*", "", row[0].strip("`"))
            rows[name] = set(re.findall(r"`(--[a-z-]+)`", row[2])), row[0]
    expected = {name: options(command) - {"--register"} for name, command in DOING.items()}
    assert expected == {name: found for name, (found, _) in rows.items()}
    for name, (_, typed) in rows.items():
        assert f"`{name}{usage(DOING[name])}`" == typed


def usage(command):
    """The arguments as the help names them: ` REF TEXT`."""
    names = [one.make_metavar(click.Context(command)) for one in command.params if isinstance(one, click.Argument)]
    return "".join(f" {name}" for name in names)


def test_the_shared_options_are_explained_and_belong_where_the_readme_says():
    shared = {row[0].strip("`").split()[0] for row in cells(section("Commands")) if row[0].startswith("`--")}
    assert {"--as-of", "--known-by", "--format", "--by", "--dry-run"} == shared
    assert {"demo"} == {name for name, command in DOING.items() if "--register" not in options(command)}
    assert {"--register", "--as-of", "--known-by", "--version"} == options(program)
    assert all(f"`{name}`" in section("Commands") for name in options(program) - {"--register", "--version"})
    assert "`bilateral --version`" in section("Commands")


def test_every_option_in_the_readme_is_one():
    known = {name for command in (program, *KNOWN.values()) for name in options(command)} | {"--help", "--quiet"}
    assert set() == set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) - known


def test_every_command_has_an_example_in_the_readme():
    shown = [command for command, _ in transcripts(section("Commands"))]
    for name in DOING:
        assert [one for one in shown if one.startswith(f"bilateral {name} ") or one == f"bilateral {name}"], name


# Examples run.


def example_desk(template, folder):
    """The seeds, with a follow-up and a milestone to be done or undone; without a register for what starts one."""
    desk = Desk(folder / "register.db")
    shutil.copy(template, desk.register)
    desk("follow-up add PK-CN-1 {}", "Send the draft agenda")
    desk("milestone add PK-CN-6 {} --due 2026-12-31", "Outline agreed")
    (folder / "statement.txt").write_text(STATEMENT, encoding="utf-8")
    return desk


STATEMENT = """Joint statement, Beijing, 3 March 2026

China and Pakistan agreed to hold consular consultations twice a year. They agreed to open a second hotline by the
end of 2026.
"""


ADD = "add {} Talks --parties PK,CN --agreed-on 2026-02-10"
NEEDED = {
    "instrument": ["instrument add MoU --parties PK,CN --signed-on 2026-02-10"],
    "resume": ["pause PK-CN --from 2026-03-01"],
    "accept": ["read statement.txt --parties PK,CN"],
    "reject": ["read statement.txt --parties PK,CN"],
    "recipients": ["recipients add a.khan --name Amina"],
    "requested": [f"{ADD.format('meeting')} --every 'within 30 days of a request'"],
    "occurred": [*[ADD.format("deliverable")] * 2, f"{ADD.format('deliverable')} --due '6 months after ratification'"],
}
"""What has to be on record before an example of a command can be typed."""

ALL_EXAMPLES = [line for command in KNOWN.values() for line in examples(command)]
ALL_EXAMPLES += [command for command, _ in transcripts(section("Commands"))]


@pytest.mark.parametrize("line", dict.fromkeys(" ".join(line.split()) for line in ALL_EXAMPLES))
def test_every_example_of_a_command_runs(seeded_register, tmp_path, monkeypatch, line):
    monkeypatch.chdir(tmp_path)
    desk = example_desk(seeded_register, tmp_path)
    first, *words = shlex.split(line)
    assert "bilateral" == first
    if words[0] == "init":
        desk.register.unlink()
    for before in NEEDED.get(words[0], ()):
        desk(before)
    desk(shlex.join(words))


def tells(answer, said):
    """Whether an answer is what was said, line breaks apart; a line `…` stands for any lines that are left out."""
    words = (" ".join(part.split()) for part in re.split("^…$", answer, flags=re.MULTILINE))
    return re.fullmatch(" ?.* ?".join(map(re.escape, words)), " ".join(said.split())) is not None


def test_the_tour_and_every_other_transcript_answer_as_printed(empty_desk, monkeypatch):
    """From the top of README to its end, on one register that `init` starts; line breaks apart, word for word."""
    monkeypatch.setattr(sys, "argv", [str(SCRIPT)])
    monkeypatch.delenv("PYTHONPATH", raising=False)
    titles = ("Set up", "Ten minutes", "Who is reminded", "Reminders from cron", "Two clocks", "Trust")
    told = [one for title in titles for one in transcripts(section(title))]
    assert len(list(transcripts(README))) == len(told) + len(list(transcripts(section("Commands"))))
    for command, answer in told:
        first, *words = shlex.split(command)
        assert "bilateral" == first
        said = empty_desk(shlex.join(words)) + empty_desk.said
        said = said.replace(str(empty_desk.register), "/home/you/.local/share/bilateral/register.db")
        said = said.replace(str(SCRIPT), "/home/you/.venv/bin/bilateral").replace("BILATERAL_AUTHOR=desk ", "")
        assert tells(answer, said), f"{command}\n{said}"


def test_the_demonstration_in_the_readme_is_what_it_prints(empty_desk):
    [screen] = [answer for command, answer in transcripts(section("Set up")) if command.startswith("bilateral demo")]
    assert (empty_desk("demo") + empty_desk.said).strip() == screen
    assert TODAY == "2026-11-24"


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("demo", "python3 -m venv .venv && .venv/bin/pip install --quiet . && .venv/bin/bilateral demo\n"),
        ("tests", "python3 -m venv .venv && .venv/bin/pip install --quiet -e '.[dev]' && .venv/bin/pytest\n"),
    ],
)
def test_the_set_up_is_two_commands_that_machines_find_too(mark, expected):
    assert [expected] == re.findall(rf"^<!-- {mark} -->\n```\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


# README: the rest.


def test_the_readme_names_every_exit_code():
    codes = {int(row[0]) for row in cells(section("For programs")) if row[0].isdigit()}
    raised = {one.exit_code for one in vars(errors).values() if hasattr(one, "exit_code")}
    assert {0, OVERDUE_EXIT, *raised} == EXIT_CODES == codes


def test_the_readme_names_every_variable_of_the_environment():
    paths = set((ROOT / "bilateral_tracker").rglob("*.py"))
    called = {"__init__", "main", "context", "options", *(module for module, _ in COMMANDS.values())}
    paths -= {path for path in (ROOT / "bilateral_tracker" / "cli").iterdir() if path.stem not in called}
    code = "".join(path.read_text(encoding="utf-8") for path in paths)
    named = {row[0].strip("`") for row in cells(section("Where things lie"))}
    assert set(re.findall(r"\bBILATERAL_[A-Z]+\b", code)) | {"NO_COLOR"} == named


def test_the_readme_explains_the_words_that_options_and_columns_use():
    words = {row[0] for row in cells(section("Words"))}
    assert {"register", "commitment", "kind", "strength", "occurrence", "standing", "missed", "follow-up"} <= words
    explained = section("Words")
    for value in (*Kind, *Strength):
        assert f"`{value.value}`" in explained
    assert all(kind.value in explained for kind in OutcomeKind)


def test_links_in_the_readme_lead_to_files():
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [] == [link for link in links if not (ROOT / link).exists()]


def test_the_readme_leaves_room_for_measured_figures():
    assert "## Performance\n" in README


@pytest.mark.parametrize("title", ["=1+1", "'tis", "@x", "plain"])
def test_the_readme_says_rightly_how_to_have_a_guarded_text_back(title):
    assert """`cell.removeprefix("'")`""" in section("For programs")
    assert title == guarded(title).removeprefix("'")


# The codebook.


def codebook(title):
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", CODEBOOK, re.MULTILINE | re.DOTALL)
    assert found, title
    return [row[0].strip("`") for row in cells(found[1])]


def test_the_codebook_has_every_column_in_its_order():
    assert list(COLUMNS) == [row[0].strip("`") for row in cells(CODEBOOK.split("\n## ")[0])]


def test_the_codebook_has_every_value():
    assert [*(kind.value for kind in Kind), "follow_up", "milestone"] == codebook("Kind")
    assert [one.value for one in Strength] == codebook("Strength")
    assert {one.value for one in Standing} == set(codebook("Standing"))
    assert ["joint", "a party's code"] == codebook("Owed by")
    assert ["joint", "date", "a party's code"] == codebook("Waits for")


@pytest.mark.parametrize("column", [row[0].strip("`") for row in cells(CODEBOOK.split("\n## ")[0])])
def test_the_codebook_says_of_what_type_a_column_is_and_whether_it_can_be_empty(bilateral, column):
    bilateral("follow-up add PK-CN-1 {} --due 2026-11-01 --on 2026-10-01", "Agenda")
    bilateral("postpone PK-CN-2 --to 2027-02-01")
    bilateral("held PK-CN-1 --on 2026-04-29 --place Islamabad")
    bilateral("arrange PK-CN-1 --for 2026-12-08 --proposed-by CN")
    bilateral("arrange PK-CN-2 --for 2027-01-05")
    bilateral("add meeting Talks --parties PK,CN --agreed-on 2026-02-10")
    bilateral(
        "instrument add MoU --parties PK,CN --signed-on 2026-02-10 --in-force-on 2026-03-01 --valid-for '2 years'"
    )
    rows = bilateral.rows("list") + bilateral.rows("overdue") + bilateral.rows("upcoming")
    _, kind, _, _, empty = next(row for row in cells(CODEBOOK.split("\n## ")[0]) if row[0] == f"`{column}`")
    values = [row[column] for row in rows]
    shapes = {"text": str, "number": int, "day": str, "truth": bool}
    filled = [value for value in values if value not in (None, "")]
    assert filled
    assert all(isinstance(value, shapes[kind]) for value in filled)
    assert kind != "day" or all(re.fullmatch(r"\d{4}-\d\d-\d\d", value) for value in filled)
    assert (None in values) == (kind != "text" and not empty.startswith("never"))
    assert empty.startswith("never") == (len(filled) == len(values))


def test_every_act_of_the_journal_is_worded():
    assert set(Act) == _SAYINGS.keys() | _OUTCOMES


# Completion.

LINES = dict(re.findall(r"^# (bash|zsh|fish), .*\n(.+)$", README, re.MULTILINE))


@pytest.fixture(params=["bash", "zsh", "fish"])
def shell(request):
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    return request.param


def with_completion(shell, script):
    """What a shell prints that has read the line in README."""
    path = f"{SCRIPT.parent}{os.pathsep}{os.environ['PATH']}"
    home = {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "/nonexistent", "ZDOTDIR": "/nonexistent"}
    bare = {"bash": ["--norc"], "zsh": ["-f"], "fish": ["--no-config"]}[shell]
    command = [shell, *bare, "-c", script.replace("LINE", LINES[shell])]
    run = subprocess.run(command, env=os.environ | home | {"PATH": path}, capture_output=True, text=True, check=False)
    assert (0, "") == (run.returncode, run.stderr)
    return run.stdout


def test_the_line_in_the_readme_teaches_the_shell_to_complete(shell):
    scripts = {
        "bash": "LINE\ncomplete -p bilateral; COMP_WORDS=(bilateral he); COMP_CWORD=1\n"
        '_bilateral_completion bilateral; echo "${COMPREPLY[@]}"',
        "zsh": "autoload -Uz compinit; compinit -D -u\nLINE\necho $_comps[bilateral]\n"
        "env COMP_WORDS='bilateral he' COMP_CWORD=1 _BILATERAL_COMPLETE=zsh_complete bilateral",
        "fish": "LINE\nfunctions --all --names | string match '_bilateral_*'\ncomplete -C 'bilateral he'",
    }
    said = with_completion(shell, scripts[shell])
    assert "_bilateral_completion" in said
    assert "held" in said


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_a_completion_script_is_produced_for_each_shell(process, shell_name):
    env = os.environ | {"_BILATERAL_COMPLETE": f"{shell_name}_source"}
    run = process("", env=env, capture_output=True)
    assert 0 == run.returncode
    assert b"_bilateral_completion" in run.stdout


def test_options_and_their_values_are_completed_too(process):
    def completed(line, number):
        words = {"_BILATERAL_COMPLETE": "bash_complete", "COMP_WORDS": f"bilateral {line}", "COMP_CWORD": str(number)}
        return process("", env=os.environ | words, capture_output=True).stdout.decode().splitlines()

    assert ["plain,held"] == completed("he", 1)
    assert ["plain,--number", "plain,--note"] == completed("held --n", 2)
    assert ["plain,overdue"] == completed("list --standing ove", 3)
    assert {"plain,add", "plain,done", "plain,list"} == set(completed("follow-up ", 2))


def test_the_parts_of_the_readme_come_once():
    titles = re.findall(r"^## (.+)$", README, re.MULTILINE)
    assert [1] == sorted({len(list(same)) for _, same in groupby(sorted(titles))})
