"""A crontab with a block in it, as text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral_tracker.domain.job import Job
from bilateral_tracker.domain.timetable import read_timetable
from bilateral_tracker.errors import WrongUsage
from bilateral_tracker.reports.crontab import MOST_BYTES, block, block_of, mailed_to, with_block, without_block

JOB = Job("/srv/register.db", ("/opt/bilateral",), (), read_timetable("08:00", "mon-fri"), "Asia/Karachi")

lines = st.lists(st.text(st.characters(exclude_characters="\n"), max_size=12), max_size=6)
"""Lines of any crontab, with tabs, form feeds, carriage returns and line separators in them."""
crontabs = lines.map(lambda some: "".join(f"{line}\n" for line in some))


@given(crontabs)
def test_what_is_put_in_and_taken_out_leaves_no_change(crontab):
    assert crontab == without_block(with_block(crontab, JOB), JOB.register)


@given(crontabs, crontabs)
def test_a_block_is_found_and_replaced_among_any_lines(above, below):
    crontab = above + block(JOB) + below
    later = JOB._replace(timetable=read_timetable("09:00", "daily"))
    assert block(JOB) == block_of(crontab, JOB.register)
    assert above + block(later) + below == with_block(crontab, later)
    assert crontab == with_block(crontab, JOB)


def test_a_last_line_without_its_end_is_ended_first():
    assert with_block("@daily true", JOB) == "@daily true\n" + block(JOB)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("", None),
        ("# MAILTO=nobody\n", None),
        ("MAILTO=a@example.org\n", "a@example.org"),
        ("MAILTO=a@example.org\n  MAILTO = 'b@example.org' \n", "b@example.org"),
        ('MAILTO=""\n', ""),
        ("MAILTO=\n", ""),
    ],
)
def test_cron_mails_to_whom_the_last_line_above_the_block_names(above, expected):
    assert expected == mailed_to(f"{above}{block(JOB)}MAILTO=below@example.org\n", JOB.register)


def test_the_longest_command_that_cron_reads_is_written_and_a_longer_one_refused():
    usual = len(block(JOB).split(" * * 1-5 ")[1].split("\n")[0])
    longest = JOB._replace(register=JOB.register + "x" * (MOST_BYTES - usual))
    assert MOST_BYTES == len(block(longest).split(" * * 1-5 ")[1].split("\n")[0])
    with pytest.raises(WrongUsage, match="longer than the 999 bytes"):
        block(longest._replace(register=f"{longest.register}x"))
