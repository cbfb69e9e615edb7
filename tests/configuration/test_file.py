"""Whoever may write the file says what is run; so it is read only if that is nobody else, and if it is a file."""

import os
import stat
from pathlib import Path

import pytest

from bilateral_tracker.configuration.configuration import read_configuration
from bilateral_tracker.configuration.file import MOST_BYTES
from bilateral_tracker.errors import NotFound, TrackerError


def refused(error=TrackerError):
    with pytest.raises(error) as caught:
        read_configuration()
    return str(caught.value)


def test_a_file_that_was_named_and_is_not_there_is_missed(place):
    expected = (
        f"There is no configuration {place}, which BILATERAL_CONFIG names. Write one there, or unset BILATERAL_CONFIG."
    )
    assert expected == refused(NotFound)


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_to_is_refused(read, place, mode):
    read("")
    place.chmod(mode)
    assert refused().endswith(f"others than its owner may write to it. Type: chmod go-w {place}")
    place.chmod(stat.S_IMODE(place.stat().st_mode) & ~0o022)
    assert str(place) == read_configuration().place


@pytest.mark.parametrize(("owner", "is_refused"), [(4711, True), (0, False), (1000, False)])
def test_a_file_of_another_user_is_refused_but_for_that_of_root(read, place, monkeypatch, owner, is_refused):
    read("")
    told = os.stat_result((stat.S_IFREG | 0o600, 1, 1, 1, owner, 0, 0, 0, 0, 0))
    monkeypatch.setattr(os, "fstat", lambda _: told)
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    if is_refused:
        assert refused().endswith(
            f"it belongs to another user (number 4711). Keep one of your own, or type: chown 1000 {place}"
        )
    else:
        assert str(place) == read_configuration().place


def test_a_path_with_blanks_is_quoted_in_the_remedy(tmp_path, monkeypatch):
    place = tmp_path / "my config.toml"
    place.write_text("")
    place.chmod(0o666)
    monkeypatch.setenv("BILATERAL_CONFIG", str(place))
    assert refused().endswith(f"chmod go-w '{place}'")


def test_a_folder_is_no_configuration(place):
    place.mkdir()
    assert f"{place} is a folder, so it is no configuration. Name a TOML file with BILATERAL_CONFIG." == refused()


def test_a_device_without_an_end_is_no_configuration(monkeypatch):
    monkeypatch.setenv("BILATERAL_CONFIG", "/dev/zero")
    assert refused().startswith("/dev/zero is no regular file")


def test_nobody_waits_for_a_pipe_that_is_not_written_to(place):
    os.mkfifo(place)
    assert "is no regular file" in refused()


def test_a_link_that_leads_round_in_a_circle_cannot_be_read(place):
    place.symlink_to(place)
    assert refused() == (
        f"The configuration {place} cannot be read: Too many levels of symbolic links. "
        "Mend that, or set BILATERAL_CONFIG."
    )


def test_a_file_without_an_end_in_sight_is_refused_unread(place):
    with place.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    assert f"{place} is larger than 256 KiB, so it is no configuration." in refused()


def test_a_file_may_have_the_greatest_length(read, place):
    assert read(b"#" * MOST_BYTES).place == str(place)


def test_files_are_closed_again(read, wrong):
    before = len(list(Path("/dev/fd").iterdir()))
    for _ in range(20):
        read("")
        wrong("x = 1")
    assert len(list(Path("/dev/fd").iterdir())) < before + 20


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"# one\n# two\nname = '\xff'\n", "line 3: this is not UTF-8. Save the file as UTF-8."),
        (
            "[remind]\nevery_days = 3 4\n",
            "line 2: 'every_days = 3 4' is not TOML. Expected newline or end of document after a statement. "
            'Texts stand in quotation marks: name = "mail"',
        ),
        (
            "[[channel]]\nname = mail\n",
            "line 2: 'name = mail' is not TOML. Invalid value. Texts stand in quotation marks: name = \"mail\"",
        ),
        (
            "[remind]\n[remind]\n",
            "line 2: '[remind]' is not TOML. Cannot declare ('remind',) twice. "
            'Texts stand in quotation marks: name = "mail"',
        ),
        ("x = [", 'at its end: Invalid value. Texts stand in quotation marks: name = "mail"'),
        (b"x = " + b"[" * 100_000, "somewhere: brackets are nested too deeply."),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(wrong, text, expected):
    assert [expected] == wrong(text)


def test_a_number_of_too_many_digits_is_told(wrong):
    [problem] = wrong(f"x = {'9' * 5_000}")
    assert problem.startswith("somewhere: Exceeds the limit")


def test_a_line_with_a_secret_is_not_repeated(wrong):
    [problem] = wrong("[[channel]]\nPassword = hunter2\n")
    assert problem.startswith("line 2: what stands there is not TOML.")
