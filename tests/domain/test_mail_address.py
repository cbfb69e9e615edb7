"""A mail address is one mailbox that any server understands, or a kind refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.mail_address import read_address
from bilateral_tracker.errors import WrongUsage


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("li.wei@example.org", "li.wei@example.org"),
        ("Li.Wei@Example.ORG", "Li.Wei@example.org"),
        ("o'neil+minutes=a/b@mail.example", "o'neil+minutes=a/b@mail.example"),
        ("root@localhost", "root@localhost"),
        ("desk@bücher.example", "desk@xn--bcher-kva.example"),
        ("desk@外交.example", "desk@xn--tlq87w.example"),
        ("李伟@example.org", "李伟@example.org"),
        ("-f@example.org", "-f@example.org"),
        (f"{'a' * 64}@example.org", f"{'a' * 64}@example.org"),
    ],
)
def test_a_bare_address_is_read(typed, address):
    assert address == read_address(typed)


@pytest.mark.parametrize(
    ("typed", "what_is_said"),
    [
        ("", "is empty"),
        ("li.wei", "exactly one @"),
        ("li@wei@example.org", "exactly one @"),
        ("Li Wei <li.wei@example.org>", "a blank"),
        ("<li.wei@example.org>", "before the @"),
        ("li.wei@example.org\n", "a blank or a character"),
        ("li.wei@example.org\r\nBcc: all@example.org", "a blank or a character"),
        ("li\x00wei@example.org", "a blank or a character"),
        ("li\u202ewei@example.org", "a blank or a character"),
        ("li\udc80wei@example.org", "a blank or a character"),
        ("@example.org", "before the @"),
        (".li@example.org", "before the @"),
        ("li..wei@example.org", "before the @"),
        ("li,wei@example.org", "before the @"),
        ('"li wei"@example.org', "a blank"),
        ("li.wei@", "no domain"),
        ("li.wei@example..org", "no domain"),
        ("li.wei@-example.org", "no domain"),
        ("li.wei@[127.0.0.1]", "no domain"),
        ("li.wei@exa_mple.org", "no domain"),
        (f"li.wei@{'ü' * 64}.example", "no domain"),
        (f"{'a' * 65}@example.org", "is too long"),
        (f"{'李' * 22}@example.org", "is too long"),
        (f"a@{'.'.join(['b' * 60] * 5)}", "is too long"),
    ],
)
def test_anything_else_is_refused_and_says_why(typed, what_is_said):
    with pytest.raises(WrongUsage, match=what_is_said) as refusal:
        read_address(typed)
    assert str(refusal.value).isprintable()


@given(st.text(max_size=300) | st.from_regex(r"[^@]{1,10}@[^@]{1,20}", fullmatch=True))
def test_what_is_read_is_read_again_as_itself(typed):
    try:
        address = read_address(typed)
    except WrongUsage:
        return
    assert address == read_address(address)
    assert len(address.encode()) <= 254
    assert address.isprintable()
    assert not set(address) & set(' <>()[],;:"\\')
