"""A secret is the first line of what a command prints, and is shown nowhere."""

import sys

import pytest

from bilateral_tracker.dispatch.message import ChannelDown
from bilateral_tracker.dispatch.secret import secret, secret_lines


def printing(body: str) -> tuple[str, ...]:
    return (sys.executable, "-c", body)


@pytest.mark.parametrize(
    "printed", ["hunter2\\n", "hunter2", "hunter2\\r\\n", "hunter2\\nurl: x\\n"], ids=["line", "bare", "crlf", "pass"]
)
def test_the_first_line_is_the_secret(printed):
    assert "hunter2" == secret(printing(f"print('{printed}', end='')"), "mail", 10)


def test_blanks_and_letters_beyond_ascii_are_part_of_it():
    assert " пароль " == secret(printing(r"import sys; sys.stdout.buffer.write(' пароль \n'.encode())"), "mail", 10)


def test_all_lines_may_be_asked_for():
    assert ["one", "two"] == secret_lines(printing("print('one\\n\\ntwo')"), "chat", 10)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (printing("print('hunter2'); raise SystemExit(3)"), "failed with exit code 3"),
        (printing("print(); print('hunter2')"), "printed nothing"),
        (printing("pass"), "printed nothing"),
        (printing(r"import sys; sys.stdout.buffer.write(b'hunter2\xff')"), "did not print text"),
        (("/nowhere/pass", "show", "hunter2"), "could not be started"),
        (("echo", "hunter2\0"), "could not be started"),
    ],
)
def test_why_there_is_none_is_said_without_it(command, said):
    with pytest.raises(ChannelDown, match=said) as failure:
        secret(command, "mail", 10)
    assert "hunter2" not in str(failure.value)
    assert "'mail'" in str(failure.value)


def test_a_command_that_asks_for_something_is_not_waited_for():
    with pytest.raises(ChannelDown, match="printed nothing"):
        secret(printing("import sys; print(sys.stdin.read())"), "mail", 10)


def test_a_command_that_takes_too_long_is_named():
    with pytest.raises(ChannelDown, match=r"took longer than 0\.3 seconds"):
        secret(("sleep", "60"), "mail", 0.3)


def test_no_shell_reads_the_words():
    assert "$HOME; ls" == secret(("echo", "$HOME; ls"), "mail", 10)
