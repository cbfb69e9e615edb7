"""Starting, proving and copying a register."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest

from bilateral_tracker.settings import register_place
from tests.cli.conftest import Desk


def tampered(register, sql):
    """The register after somebody went behind the program's back."""
    with closing(sqlite3.connect(register)) as connection:
        connection.execute("DROP TRIGGER entry_refuses_update")
        connection.execute(sql)
        connection.commit()


def test_the_demonstration_is_the_status_of_the_seeds_and_leaves_nothing_behind(bilateral, empty_desk, tmp_path):
    shown = bilateral("status")
    bilateral.register.unlink()
    assert shown == empty_desk("demo")
    assert "\nThis register is gone now. Keep one with: bilateral init --seeds\n" == empty_desk.said
    assert not empty_desk.register.exists()
    assert [] == list((tmp_path / "work").iterdir())


def test_the_demonstration_shows_any_day_and_rows_for_programs(empty_desk):
    assert [] == empty_desk.rows("demo --as-of 2026-04-06 --known-by 2026-01-07")
    assert ["PK-CN-1"] == [row["ref"] for row in empty_desk.rows("demo --as-of 2026-04-06")]


def test_a_register_is_started_with_the_folders_it_needs_and_only_its_owner_may_read_it(empty_desk):
    empty_desk.register = empty_desk.register.parent / "deeper" / "register.db"
    said = empty_desk("init --seeds")
    assert (
        f"Register started at {empty_desk.register} with the seeds; its home is PK, its days those of Asia/Karachi. "
        "Go on with: bilateral status\n"
    ) == said
    assert 0o600 == stat.S_IMODE(empty_desk.register.stat().st_mode)
    assert [empty_desk.register] == list(empty_desk.register.parent.iterdir())


def test_a_register_without_seeds_knows_parties_and_no_commitment(empty_desk):
    assert "without commitments; its home is CN, its days those of Asia/Shanghai." in empty_desk("init --home cn")
    assert [] == empty_desk.rows("list")
    assert ["CN", "PK"] == [row["code"] for row in empty_desk.rows("parties")]


def test_the_home_party_writes_itself_first(empty_desk):
    empty_desk("init --home CN")
    assert "CN-PK-1" == empty_desk("add standing Exchange --parties PK,CN --agreed-on 2026-02-10").split("\n")[0]


def test_a_register_that_is_there_is_never_written_over(bilateral):
    expected = f"Error: There is a file at {bilateral.register} already. It was left as it is."
    assert bilateral.refuses("init --seeds", exits=4).startswith(expected)


def test_an_empty_file_is_taken_over(empty_desk):
    empty_desk.register.parent.mkdir()
    empty_desk.register.touch()
    empty_desk("init")
    assert "ok     journal\n" in empty_desk("check")


def test_a_rehearsed_start_starts_nothing(empty_desk):
    assert "Register started at" in empty_desk("init --seeds --dry-run")
    assert "This was a rehearsal (--dry-run): nothing was recorded.\n" == empty_desk.said
    assert not empty_desk.register.parent.exists()


def test_a_home_nobody_knows_is_not_found(empty_desk):
    expected = "Error: No party 'XX' is known to begin with. Choose --home among: CN, PK\n"
    assert expected == empty_desk.refuses("init --home xx", exits=3)
    assert not empty_desk.register.exists()


def test_where_there_is_no_register_a_command_says_how_to_start_one(empty_desk):
    expected = (
        f"Error: There is no register at {empty_desk.register}. Start one with: bilateral init --seeds, "
        "or look around in a throw-away one with: bilateral demo\n"
    )
    assert [expected] * 2 == [empty_desk.refuses(line, exits=3) for line in ("", "undo")]


@pytest.mark.parametrize("line", ["--register {} list", "list --register {}"])
def test_the_register_can_be_named_before_and_after_the_command(bilateral, line):
    expected = bilateral("list")
    assert expected == bilateral(line, str(bilateral.register), BILATERAL_REGISTER="nowhere.db")


def test_a_sound_register_passes_its_check(bilateral):
    subjects = ["file", "schema", "links between tables", "journal", "index, replayed from the journal"]
    expected = [f"ok     {subject}" for subject in (*subjects, "sources and citations", "quotes in their texts")]
    assert expected == bilateral("check").splitlines()


def test_a_register_changed_behind_the_programs_back_fails_its_check_with_6(bilateral):
    tampered(bilateral.register, "UPDATE entry SET body = replace(body, '3', '4') WHERE number = 5")
    found = bilateral("check", exits=6)
    assert "WRONG  journal\n       entry 5 was changed after it was recorded, or the one before it was\n" in found
    assert "Error: The register cannot be trusted as it stands. Nothing was changed." in bilateral.said


def test_what_a_tampered_register_says_cannot_act_on_the_terminal(bilateral):
    tampered(bilateral.register, "UPDATE commitment SET ref = ref || char(27) || '[31m' WHERE ref = 'PK-CN-2'")
    assert r"PK-CN-2\x1b[31m" in bilateral("check", exits=6)


def test_a_file_that_is_no_register_ends_with_6(bilateral, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague, " * 100, encoding="utf-8")
    refusal = bilateral.refuses("status --register {}", str(letter), exits=6)
    assert refusal.startswith(f"Error: {letter} is not a register")
    assert "Dear colleague, " * 100 == letter.read_text(encoding="utf-8")


def test_a_copy_is_a_register_of_its_own_that_passes_its_check(bilateral, tmp_path):
    assert ("Copied to copy.db. Prove the copy with: bilateral check --register copy.db\n") == bilateral(
        "backup copy.db"
    )
    copy = Desk(tmp_path / "work" / "copy.db")
    assert bilateral.content() == copy.content()
    copy("held PK-CN-1 --on 2026-04-29")
    assert "WRONG" not in copy("check")
    assert bilateral.content() != copy.content()


def test_a_copy_is_never_written_over_a_file(bilateral, tmp_path):
    (tmp_path / "work" / "copy.db").write_text("precious", encoding="utf-8")
    refusal = bilateral.refuses("backup copy.db", exits=4)
    assert refusal.startswith("Error: There is a file at copy.db already. It was left as it is.")
    assert "precious" == (tmp_path / "work" / "copy.db").read_text(encoding="utf-8")


def test_the_register_lies_in_the_users_data_folder_by_default(empty_desk, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    empty_desk("init", BILATERAL_REGISTER="")
    assert (tmp_path / "bilateral" / "register.db").is_file()


@pytest.mark.parametrize("named", [None, "", "/srv/data", "/srv/data/", "relative"])
def test_the_users_data_folder_is_where_other_programs_keep_theirs(monkeypatch, named):
    monkeypatch.delenv("BILATERAL_REGISTER", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("XDG_DATA_HOME", named)
    expected = platformdirs.user_data_path("bilateral") / "register.db"
    assert str(expected) == register_place(None)


def test_the_version_is_printed(empty_desk):
    assert empty_desk("--version").startswith("bilateral, version ")


def test_help_needs_no_register(empty_desk):
    assert {0} == {len(empty_desk(f"{line} --help").split("Usage: ")[0]) for line in ("", "held", "follow-up add")}
    assert [] == list(Path().iterdir())
