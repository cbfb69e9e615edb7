"""Reminders that run by themselves: what is told to cron and to systemd, and that nothing else is touched."""

import hashlib
import os
import shutil
import subprocess
import sys

import pytest

from tests.cli.conftest import SCRIPT

OTHERS = (
    b"# m h dom mon dow command\nMAILTO=desk@example.org\n\n17 3 * * *\t/bin/true \xe9\r\n@daily echo '>>> bilateral'\n"
)
"""A crontab with whatever a crontab may hold: tabs, a Latin-1 byte, a carriage return, blank lines."""


@pytest.fixture
def crontab(private):
    """The file that the stand-in for crontab keeps."""
    return private / "crontab"


def command(crontab):
    """The only command of bilateral in the crontab, as cron gives it to the shell."""
    [line] = [one for one in crontab.read_text(errors="replace").splitlines() if " remind " in one]
    return line.split(" ", 5)[5].replace(r"\%", "%")


def words(crontab):
    """The words that the shell makes of that command."""
    script = command(crontab).replace("/usr/bin/env", "printf '%s\\n'")
    return subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=True).stdout.splitlines()


def test_cron_is_told_by_one_marked_block(bilateral, crontab, monkeypatch):
    monkeypatch.setattr(sys, "argv", [str(SCRIPT)])
    monkeypatch.delenv("PYTHONPATH", raising=False)
    said = bilateral("cron install", BILATERAL_AUTHOR="")
    register = bilateral.register
    expected = (
        f"# >>> bilateral reminders: {register}\n"
        "# Written by: bilateral cron install. Take it out with: bilateral cron remove\n"
        "# Runs at 08:00, Monday to Friday, by the clock of this machine; "
        "the register's days are those of Asia/Karachi.\n"
        "# What it says is mailed as UTF-8, and so is what lines below this one say:\n"
        'CONTENT_TYPE="text/plain; charset=UTF-8"\n'
        f"0 8 * * 1-5 /usr/bin/env PYTHONUTF8=1 {SCRIPT} remind --register {register}\n"
        f"# <<< bilateral reminders: {register}\n"
    )
    assert expected == crontab.read_text() == bilateral("cron show")
    assert (
        f"Your crontab has reminders of {register} now. Runs at 08:00, Monday to Friday, by the clock of this machine; "
        "the register's days are those of Asia/Karachi. What it says lands in your mailbox on this machine; "
        "for another, write MAILTO=you@example.org above it.\n"
    ) == said


def test_what_else_the_crontab_holds_is_kept_to_the_byte(bilateral, crontab):
    crontab.write_bytes(OTHERS)
    assert "What it says is mailed to desk@example.org.\n" in bilateral("cron install")
    assert crontab.read_bytes().startswith(OTHERS)
    assert "the rest of it is as it was" in bilateral("cron remove")
    assert OTHERS == crontab.read_bytes()


def test_a_second_time_changes_nothing(bilateral, crontab):
    crontab.write_bytes(OTHERS)
    bilateral("cron install")
    before = crontab.read_bytes()
    assert bilateral("cron install").startswith("Your crontab has this block already, and was left as it is.")
    assert before == crontab.read_bytes()


def test_another_time_replaces_the_block_where_it_stands(bilateral, crontab):
    bilateral("cron install")
    crontab.write_bytes(b"MAILTO=desk@example.org\n" + crontab.read_bytes() + OTHERS)
    bilateral("cron install --at 7:30 --days sun-thu")
    now = crontab.read_bytes()
    assert now.startswith(b"MAILTO=desk@example.org\n# >>> bilateral")
    assert now.endswith(OTHERS)
    assert (1, 1) == (now.count(b" remind "), now.count(b"\n30 7 * * 0-4 "))


def test_what_was_the_only_thing_leaves_no_crontab_behind(bilateral, crontab):
    bilateral("cron install")
    bilateral("cron remove")
    assert not crontab.exists()
    assert bilateral("cron remove").startswith("Your crontab has no reminders of ")
    assert bilateral("cron show").startswith(f"Nothing runs reminders of {bilateral.register} by itself.")


def test_two_registers_have_two_blocks(bilateral, crontab, tmp_path):
    other = tmp_path / "registers" / "register.db.old"
    shutil.copy(bilateral.register, other)
    bilateral("cron install")
    bilateral("cron install --at 09:00 --register {}", str(other))
    assert 2 == crontab.read_text().count(" remind ")
    bilateral("cron remove")
    assert [f"# >>> bilateral reminders: {other}"] == [
        line for line in crontab.read_text().splitlines() if line.startswith("# >>>")
    ]


@pytest.mark.parametrize(
    "name", ["two words.db", 'the desk\'s "own".db', "100% %Y.db", "$HOME `date`;#.db", "外交部 名册.db", "é=~&.db"]
)
def test_any_path_reaches_the_program_as_it_is(bilateral, crontab, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path / "registers")
    bilateral.register.rename(name)
    monkeypatch.setenv("PYTHONPATH", "")
    bilateral("cron install --register {}", name, BILATERAL_AUTHOR="")
    expected = ["PYTHONUTF8=1", sys.executable, "-m", "bilateral_tracker", "remind", "--register"]
    assert [*expected, str(tmp_path / "registers" / name)] == words(crontab)
    assert bilateral("cron show --register {}", name) == crontab.read_text()


def test_what_is_set_now_and_cron_would_not_know_is_carried_over(bilateral, crontab, tmp_path):
    work = tmp_path / "work"
    (work / "my:config.toml").touch(mode=0o600)
    files = {"BILATERAL_CONFIG": "my:config.toml", "BILATERAL_CALENDARS": "days off.toml", "PYTHONPATH": "src"}
    bilateral("cron install", BILATERAL_AUTHOR="李 50%", BILATERAL_WE="CN", **files)
    assert [
        "PYTHONUTF8=1",
        "BILATERAL_WE=CN",
        "BILATERAL_AUTHOR=李 50%",
        f"BILATERAL_CONFIG={work / 'my:config.toml'}",
        f"BILATERAL_CALENDARS={work / 'days off.toml'}",
        f"PYTHONPATH={work / 'src'}",
    ] == words(crontab)[:6]


def test_settings_that_only_this_environment_leads_to_are_carried_over(bilateral, crontab):
    settings = bilateral.register.parent / "config" / "bilateral" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.touch(mode=0o600)
    bilateral("cron install", BILATERAL_AUTHOR="", PYTHONPATH="")
    assert f"BILATERAL_CONFIG={settings}" == words(crontab)[1]
    bilateral("cron install", BILATERAL_AUTHOR="", PYTHONPATH="", XDG_CONFIG_HOME="")
    assert "BILATERAL_CONFIG" not in crontab.read_text()


def test_settings_that_are_wrong_are_refused_now_and_not_every_morning(bilateral, crontab):
    assert "nowhere.toml" in bilateral.refuses("cron install", exits=3, BILATERAL_CONFIG="nowhere.toml")
    assert not crontab.exists()


@pytest.mark.parametrize("name", ["two\nlines.db", "back\\slash.db", "\x1b[31m.db", "\u202egnp.db"])
def test_a_path_no_crontab_carries_safely_is_refused(bilateral, crontab, name):
    bilateral.register = bilateral.register.rename(bilateral.register.with_name(name))
    assert "cannot stand in a crontab" in bilateral.refuses("cron install", exits=2)
    assert not crontab.exists()


def test_a_command_that_cron_would_cut_short_is_refused(bilateral, crontab):
    refusal = bilateral.refuses("cron install", exits=2, BILATERAL_AUTHOR="外" * 300)
    assert "longer than the 999 bytes it reads" in refusal
    assert not crontab.exists()


@pytest.mark.parametrize("line", ["--at 25:00", "--at soon", "--days weekdays"])
def test_what_is_no_time_and_no_day_is_refused(bilateral, crontab, line):
    assert "Write " in bilateral.refuses(f"cron install {line}", exits=2)
    assert not crontab.exists()


def test_a_register_that_is_not_there_is_not_reminded_of(empty_desk, crontab):
    assert "There is no register at " in empty_desk.refuses("cron install", exits=3)
    assert not crontab.exists()


def test_a_side_the_register_does_not_know_is_refused_now_and_not_every_morning(bilateral, crontab):
    assert "No party 'XX' is on record" in bilateral.refuses("cron install", exits=3, BILATERAL_WE="XX")
    assert not crontab.exists()


@pytest.mark.parametrize("line", ["cron install --at 09:00", "cron remove"])
def test_a_rehearsal_shows_the_block_and_changes_nothing(bilateral, crontab, line):
    bilateral("cron install")
    before = crontab.read_text()
    assert bilateral(f"{line} --dry-run").startswith(f"# >>> bilateral reminders: {bilateral.register}\n")
    assert "This was a rehearsal (--dry-run): nothing was changed.\n" == bilateral.said
    assert before == crontab.read_text()


def test_cron_that_mails_nothing_is_pointed_out(bilateral, crontab):
    crontab.write_text('MAILTO=you@example.org\nMAILTO = ""\n')
    assert 'But MAILTO="" stands above it, so that cron mails nothing.' in bilateral("cron install")


@pytest.mark.parametrize("line", ["cron install --at 09:00", "cron remove"])
def test_where_crontab_refuses_its_words_are_passed_on_and_nothing_changes(bilateral, crontab, private, line):
    bilateral("cron install")
    crontab.write_bytes(crontab.read_bytes() + OTHERS)
    before = crontab.read_bytes()
    (private / "refusal").write_text("You (desk) are not allowed\n  to use this program (crontab)\n")
    refusal = bilateral.refuses(line, exits=1)
    assert (
        "Error: Your crontab could not be replaced, and was left as it was. "
        "crontab says: You (desk) are not allowed to use this program (crontab)\n"
        "Where you may have none, ask for your name in /etc/cron.allow, or let systemd run reminders: "
        "bilateral cron install --systemd\n"
    ) == refusal
    assert before == crontab.read_bytes()


def test_where_there_is_no_cron_systemd_is_offered(bilateral, monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    assert "The program crontab cannot be run here" in bilateral.refuses("cron install", exits=3)
    assert "bilateral cron install --systemd" in bilateral.said
    assert bilateral("cron show").startswith("Nothing runs reminders of ")


def test_a_timer_is_shown_also_to_whom_crontab_refuses(bilateral, monkeypatch, tmp_path):
    bilateral("cron install --systemd")
    (tmp_path / "crontab").write_text("#!/bin/sh\necho not allowed >&2\nexit 1\n")
    (tmp_path / "crontab").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert "Persistent=true" in bilateral("cron show", exits=1)
    assert "Your crontab could not be read, and was left as it was. crontab says: not allowed\n" in bilateral.said


@pytest.mark.parametrize("damage", ["end", "twice", "order"])
def test_a_block_that_is_not_whole_is_left_to_the_user(bilateral, crontab, damage):
    bilateral("cron install")
    lines = crontab.read_text().splitlines(keepends=True)
    broken = {"end": lines[:-1], "twice": lines * 2, "order": lines[::-1]}[damage]
    crontab.write_text("".join(broken))
    for line in ("cron install", "cron remove", "cron show"):
        assert "is not whole, or there are two" in bilateral.refuses(line, exits=4)
    assert "".join(broken) == crontab.read_text()


@pytest.mark.parametrize("locale", [{}, {"LC_ALL": "C"}])
def test_the_command_runs_in_the_bare_environment_of_cron_and_writes_utf_8(bilateral, crontab, tmp_path, locale):
    bilateral("add deliverable {} --parties PK,CN --agreed-on 2026-01-07 --due 2026-11-24", "关于引渡的协定")
    bilateral("cron install")
    bare = {"HOME": str(tmp_path), "LOGNAME": "desk", "SHELL": "/bin/sh", "PATH": "/usr/bin:/bin"}
    environment = bare | locale | {"BILATERAL_TODAY": bilateral.today}
    shell = ["/bin/sh", "-c", command(crontab)]
    run = subprocess.run(shell, env=environment, cwd=tmp_path, capture_output=True, check=False)
    assert (0, b"") == (run.returncode, run.stderr)
    assert "#1 关于引渡的协定\n" in run.stdout.decode("utf-8")


def unit_files(bilateral):
    """The service and the timer of the desk's register."""
    name = f"bilateral-remind-{hashlib.sha256(str(bilateral.register).encode()).hexdigest()[:8]}"
    folder = bilateral.register.parent / "config" / "systemd" / "user"
    return folder / f"{name}.service", folder / f"{name}.timer"


def test_systemd_is_told_by_a_timer_that_is_started(bilateral, private):
    said = bilateral("cron install --systemd --at 7:30 --days sun-thu")
    service, timer = unit_files(bilateral)
    assert "\nOnCalendar=Mon..Thu,Sun *-*-* 07:30:00\n" in timer.read_text()
    assert f" remind --register {bilateral.register}\n" in service.read_text()
    assert [
        "--user daemon-reload",
        f"--user enable {timer.name}",
        f"--user restart {timer.name}",
    ] == (private / "systemctl").read_text().splitlines()
    assert said.startswith(f"systemd has a timer for reminders of {bilateral.register} now. Runs at 07:30, ")
    assert "type once: loginctl enable-linger\n" in said
    assert (
        f"# {service}\n{service.read_text()}\n# {timer}\n{timer.read_text()}".split() == bilateral("cron show").split()
    )
    assert not (private / "crontab").exists()


def test_where_systemd_does_not_answer_the_commands_are_told(bilateral, private):
    (private / "no-bus").touch()
    said = bilateral("cron install --systemd")
    service, timer = unit_files(bilateral)
    assert (service.is_file(), timer.is_file()) == (True, True)
    assert f"systemctl --user daemon-reload && systemctl --user enable --now {timer.name}\n" in said


def test_a_timer_is_taken_out_whole(bilateral, private):
    assert "systemd has no timer" in bilateral("cron remove --systemd")
    bilateral("cron install --systemd")
    bilateral("cron remove --systemd --dry-run")
    service, timer = unit_files(bilateral)
    assert timer.is_file()
    (private / "systemctl").unlink()
    assert f"systemd has no timer for reminders of {bilateral.register} any more.\n" == bilateral(
        "cron remove --systemd"
    )
    assert [] == list(service.parent.iterdir())
    told = (private / "systemctl").read_text().splitlines()
    assert [f"--user disable --now {timer.name}", "--user daemon-reload"] == told


@pytest.mark.parametrize(("first", "second"), [("", " --systemd"), (" --systemd", "")])
def test_two_that_run_the_same_are_pointed_out(bilateral, first, second):
    bilateral(f"cron install{first}")
    assert "" == bilateral.said
    bilateral(f"cron install{second}")
    assert "Both cron and systemd run them now; whichever is first says what is owed.\n" in bilateral.said
    shown = bilateral("cron show")
    assert ("CONTENT_TYPE=" in shown, "Persistent=true" in shown) == (True, True)


def test_a_rehearsed_timer_is_shown_and_not_written(bilateral, private):
    assert "\nPersistent=true\n" in bilateral("cron install --systemd --dry-run")
    assert not unit_files(bilateral)[1].parent.exists()
    assert not (private / "systemctl").exists()


def test_a_folder_where_no_unit_can_be_written_is_named(bilateral):
    folder = bilateral.register.parent / "config" / "systemd"
    folder.parent.mkdir()
    folder.write_text("in the way")
    assert "cannot be used: Not a directory." in bilateral.refuses("cron install --systemd", exits=1)


@pytest.mark.parametrize(
    "name",
    ["two words.db", 'the desk\'s "own".db', "100% %Q.db", "$HOME ${HOME}.db", "back\\slash\\", "外交部 名册.db"],
)
def test_systemd_itself_finds_nothing_wrong_with_the_units(bilateral, tmp_path, name):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed")
    bilateral.register = bilateral.register.rename(bilateral.register.with_name(name))
    bilateral("cron install --systemd")
    environment = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path), "SYSTEMD_LOG_LEVEL": "warning"}
    verify = ["systemd-analyze", "verify", "--user", "--man=no", *unit_files(bilateral)]
    run = subprocess.run(verify, env=environment, capture_output=True, text=True, check=False)
    assert (0, "", "") == (run.returncode, run.stdout, run.stderr)
