"""A configuration says when reminders are due and by which channels they leave; without a file all is as usual."""

import re
import subprocess
import sys
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from bilateral_tracker.configuration.configuration import Configuration, read_configuration
from bilateral_tracker.configuration.reminding import STAGES_KEYS
from bilateral_tracker.domain.channel_settings import SETTINGS_OF, ChannelKind, MboxSettings, StdoutSettings
from bilateral_tracker.domain.stages import RemindSettings
from bilateral_tracker.errors import NotFound

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
BOX = '[[channel]]\nname = "box"\nkind = "mbox"\npath = "/var/mail/desk"\nsender = "desk@example.org"\n'


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.delenv("BILATERAL_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path


def test_without_a_file_all_is_as_usual(home):
    assert Configuration(RemindSettings(), (), "stdout", f"{home}/bilateral/config.toml") == read_configuration()


@pytest.mark.usefixtures("home")
def test_without_a_file_no_parser_is_loaded():
    asked = (
        "import sys; before = set(sys.modules);"
        "from bilateral_tracker.configuration.configuration import read_configuration;"
        "read_configuration(); print(*sorted(set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "bilateral_tracker.configuration.file" in loaded
    assert set() == loaded & {"tomllib", "difflib", "shlex", "bilateral_tracker.domain.channel_settings"}


def test_the_file_lies_in_the_users_folder_for_configuration(home):
    folder = home / "bilateral"
    folder.mkdir()
    (folder / "config.toml").write_text("remind.every_days = 3")
    assert 3 == read_configuration().remind.default.every_days


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", "/home/you/.config/bilateral/config.toml"),
        ("darwin", "/home/you/Library/Application Support/bilateral/config.toml"),
    ],
)
def test_each_system_has_its_usual_folder(monkeypatch, platform, expected):
    monkeypatch.setenv("HOME", "/home/you")
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative/and/so/ignored")
    monkeypatch.setattr(sys, "platform", platform)
    assert expected == read_configuration().place


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[remind]\n", "\ufeff# with a byte order mark\n"])
def test_a_file_that_says_nothing_changes_nothing(read, place, text):
    assert Configuration(place=str(place)) == read(text)


def test_a_channel_is_found_by_its_name(read):
    configuration = read(f'default_channel = "box"\n{BOX}')
    assert "box" == configuration.default_channel
    assert MboxSettings("box", "/var/mail/desk", "desk@example.org") == configuration.channel("box")
    assert ["box", "stdout"] == configuration.channel_names


def test_standard_output_is_always_a_channel(read):
    assert StdoutSettings() == Configuration().channel("stdout") == read(BOX).channel("stdout")


def test_a_channel_that_is_none_is_answered_with_those_there_are(read, place):
    configuration = read(BOX)
    with pytest.raises(NotFound) as caught:
        configuration.channel("bax")
    assert f"There is no channel 'bax' in {place}. There are: box, stdout" == str(caught.value)


def test_the_usual_channel_must_be_one(wrong):
    assert ["default_channel: 'bax' is no channel. There are: box, stdout"] == wrong(f'default_channel = "bax"\n{BOX}')


def test_of_a_channel_that_cannot_be_read_it_is_not_said_that_there_is_none(wrong):
    [problem] = wrong('default_channel = "box"\n[[channel]]\nname = "box"\nkind = "mbax"\n')
    assert problem.startswith("channel.1.kind: ")


def test_all_problems_are_told_at_once(wrong):
    text = """
        default_chanel = "mail"
        [remind]
        every_days = 0
        [remind.kinds.meeting]
        before = "a week"
        [[channel]]
        kind = "mbox"
        name = "box"
        sender = "desk"
    """
    places = [problem.partition(": ")[0] for problem in wrong(text)]
    assert [
        "default_chanel",
        "remind.every_days",
        "remind.kinds.meeting.before",
        "channel.1.path",
        "channel.1.sender",
    ] == places


def test_many_problems_are_counted(wrong):
    problems = wrong("".join(f"key{n} = 1\n" for n in range(1_021)))
    assert (21, "and 1,001 more") == (len(problems), problems[-1])


# What README says.


def section():
    found = re.search(r"^## Configuration\n(.*?)(?=^## )", README, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def test_the_example_in_the_readme_is_a_configuration(read):
    [example] = re.findall(r"^```toml\n(.*?)^```", section(), re.MULTILINE | re.DOTALL)
    configuration = read(example)
    assert "mail" == configuration.default_channel
    assert set(STAGES_KEYS) <= set(re.findall(r"^([a-z_]+) =", example, re.MULTILINE))
    usual, remind = RemindSettings(), configuration.remind
    assert (usual.default, usual.lease_minutes) == (remind.default, remind.lease_minutes)
    assert usual.default != remind.stages("meeting", "PK-CN-9") != remind.stages("meeting", "PK-CN-1")


def test_the_readme_names_the_keys_of_every_kind_of_channel():
    rows = re.findall(r"^\| `([a-z]+)` \|[^|]+\|([^|]+)\|([^|]+)\|$", section(), re.MULTILINE)
    named = {kind: [set(re.findall(r"`([a-z_]+)`", cell)) for cell in cells] for kind, *cells in rows}
    for kind in ChannelKind:
        keys = fields(SETTINGS_OF[kind])
        needed = {one.name for one in keys if one.name != "name" and one.default is MISSING}
        assert [needed, {one.name for one in keys} - needed - {"name"}] == named[kind.value], kind
    assert {kind.value for kind in ChannelKind} == set(named)
