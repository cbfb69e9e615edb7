"""Reminders that leave the building: to the right person, on the right channel, once, whatever is killed or refused."""

import mailbox
import os
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest

from tests.cli.conftest import Desk
from tests.dispatch.servers import Postmaster, post_office

MAILDIR = """
default_channel = "letters"

[[channel]]
name = "letters"
kind = "maildir"
path = "{path}"
sender = "register@mofa.example"
"""


def configured(desk, text):
    """Writes the desk's configuration file."""
    folder = desk.register.parent / "config" / "bilateral"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(text, encoding="utf-8")
    (folder / "config.toml").chmod(0o600)


@pytest.fixture
def letters(tmp_path):
    return tmp_path / "letters"


@pytest.fixture
def posted(bilateral, letters):
    """A desk with one officer for China, whose letters go into a mail folder."""
    configured(bilateral, MAILDIR.format(path=letters))
    bilateral("recipients add a.khan --name {} --address a.khan@mofa.example --for PK-CN", "آمنہ خان")
    return bilateral


def delivered(folder):
    """The letters in a mail folder, read, in the order of their dates."""
    if not folder.exists():
        return []
    box = mailbox.Maildir(folder, factory=None, create=False)
    letters = [message_from_bytes(one.as_bytes(), policy=default) for one in box]
    return sorted(letters, key=lambda one: one["Date"].datetime)


def test_an_officer_is_written_to_once(posted, letters):
    assert "" == posted("remind")
    [letter] = delivered(letters)
    assert "آمنہ خان <a.khan@mofa.example>" == letter["To"]
    assert "bilateral: 1 overdue, 5 up for review, 2 dates to be proposed (24 November 2026)" == letter["Subject"]
    assert ["text/plain", "text/html"] == [part.get_content_type() for part in letter.iter_parts()]
    assert "PK-CN-1#3 Joint Working Group meets" in letter.get_body(("plain",)).get_content()
    assert "" == posted("remind")
    assert 1 == len(delivered(letters))


def test_what_was_sent_is_listed(posted):
    posted("remind")
    rows = posted.rows("remind --list")
    assert 8 == len(rows)
    assert {("a.khan", "letters", "sent")} == {(row["recipient"], row["channel"], row["state"]) for row in rows}
    assert {"2026-11-24"} == {row["sent_at"][:10] for row in rows}
    assert ("PK-CN-1#3", "2026-10-07", 42) in [(row["item"], row["about_on"], row["stage"]) for row in rows]
    assert 1 == len({row["message"] for row in rows})
    assert "sent_at,item,about_on,stage," in posted("remind --list --format csv")
    assert "a.khan" in posted("remind --list")


def test_a_rehearsal_shows_to_whom_each_message_goes_and_sends_none(posted, letters):
    before = posted.content()
    said = posted("remind --dry-run")
    assert "To: آمنہ خان <a.khan@mofa.example>, by letters\nSubject: bilateral: 1 overdue," in said
    assert (before, []) == (posted.content(), delivered(letters))


def test_a_handover_loses_nothing(posted, letters):
    posted("remind")
    posted.on("2026-11-24")(
        "recipients hand-over a.khan b.noor --name 'Bilal Noor' --address b@mofa.example --on 2026-11-26"
    )
    assert "" == posted.on("2026-11-25")("remind")
    assert "" == posted.on("2026-11-26")("remind")
    [letter] = [one for one in delivered(letters) if one["To"] == "Bilal Noor <b@mofa.example>"]
    assert "1 overdue, 5 up for review, 2 dates to be proposed" in letter["Subject"]
    [old, new] = posted.rows("recipients")
    assert ("a.khan", "2026-11-25", "") == (old["id"], old["until_on"], new["until_on"])


def test_nobody_is_written_to_on_a_public_holiday_of_their_capital(bilateral, letters):
    """25 December 2026, a Friday, is the birthday of Quaid-e-Azam; the next working day is Monday."""
    configured(bilateral, MAILDIR.format(path=letters))
    bilateral("recipients add a.khan --name Amina --address a@mofa.example")
    bilateral.on("2026-12-22")("remind")
    bilateral.on("2026-12-22")("follow-up add PK-CN-1 Agenda --due 2026-12-25")
    bilateral.on("2026-12-22")("remind")
    before = len(delivered(letters))
    for day in ("2026-12-25", "2026-12-26", "2026-12-27"):
        bilateral.on(day)("remind")
    assert before == len(delivered(letters))
    bilateral.on("2026-12-28")("remind")
    assert before + 1 == len(delivered(letters))


def test_an_acknowledgement_is_silence_until_the_next_phase(posted, letters):
    """Overdue since 7 October: quiet from 24 November to the sixtieth day, 6 December, a Sunday."""
    said = posted("acknowledge PK-CN-1")
    assert said.startswith(
        "PK-CN-1#3, 7 October 2026 acknowledged: the officer is not reminded of it until it is 60 days overdue"
    )
    for day in ("2026-11-24", "2026-12-02", "2026-12-04"):
        posted.on(day)("remind")
    assert not any("PK-CN-1#3" in str(one.get_body(("plain",)).get_content()) for one in delivered(letters))
    posted.on("2026-12-07")("remind")
    assert "PK-CN-1#3" in delivered(letters)[-1].get_body(("plain",)).get_content()


def test_a_snooze_ends_on_its_day(posted, letters):
    posted("snooze PK-CN-3 --until 2026-12-01")
    posted("remind")
    assert "PK-CN-3" not in delivered(letters)[0].get_body(("plain",)).get_content()
    posted.on("2026-11-30")("remind")
    posted.on("2026-12-01")("remind")
    assert "PK-CN-3" in delivered(letters)[-1].get_body(("plain",)).get_content()


def test_an_acknowledgement_can_be_undone(posted, letters):
    posted("acknowledge PK-CN-3")
    posted("undo")
    posted("remind")
    assert "PK-CN-3" in delivered(letters)[0].get_body(("plain",)).get_content()


@pytest.mark.parametrize("line", ["acknowledge PK-CN-2#9", "acknowledge PK-CN-8", "snooze PK-CN-10 --until +7d"])
def test_where_nothing_is_waited_for_nothing_is_hushed(bilateral, line):
    assert "no reminder is to come" in bilateral.refuses(line, exits=4)


def test_a_snooze_needs_a_day_to_come(bilateral):
    assert "Name a day to come" in bilateral.refuses("snooze PK-CN-1 --until 2026-11-24", exits=2)


def test_a_channel_that_is_not_set_up_is_heard_of_and_blocks_no_other(posted, letters):
    posted("recipients add b.noor --name Bilal --address b@mofa.example --channel pigeon --for PK-CN")
    assert "knows no channel 'pigeon'; it has letters, stdout." in posted.said
    assert "" == posted("remind", exits=1)
    assert "1 message could not be sent; the next run tries again.\n  pigeon, to Bilal: There is no" in posted.said
    assert 1 == len(delivered(letters))
    states = {(row["recipient"], row["state"]) for row in posted.rows("remind --list")}
    assert {("a.khan", "sent"), ("b.noor", "failed")} == states


def test_an_address_that_cannot_be_one_is_refused(bilateral):
    assert "b@@x" in bilateral.refuses("recipients add b --name B --address b@@x", exits=2)


@pytest.mark.parametrize(
    ("line", "exits", "why"),
    [
        ("add Amina --name A", 2, "is not an id"),
        ("add a..b --name A", 2, "is not an id"),
        ("add a --name A --for XX-YY", 3, "neither a commitment nor a relationship"),
        ("add a --name A --for PK-CN-99", 3, "neither a commitment nor a relationship"),
        ("add a --name A --party XX", 3, "No party 'XX' is on record"),
        ("add a --name A --from 2026-12-01 --until 2026-11-01", 2, "cannot lie before the first"),
        ("leave nobody --on 2026-12-01", 3, "No recipient 'nobody' is on record"),
        ("hand-over nobody b --name B --on 2026-12-01", 3, "No recipient 'nobody' is on record"),
    ],
)
def test_what_cannot_be_a_recipient_is_refused(bilateral, line, exits, why):
    assert why in bilateral.refuses(f"recipients {line}", exits=exits)


def test_somebody_cannot_take_over_from_themselves(bilateral):
    bilateral("recipients add a --name A --from 2026-11-01")
    line = "recipients hand-over a a --name A --on 2026-12-01"
    assert "a is a recipient already" in bilateral.refuses(line, exits=4)
    assert "cannot have left before" in bilateral.refuses("recipients leave a --on 2026-10-01", exits=2)


def test_a_broken_configuration_leaves_nothing_written(bilateral):
    configured(bilateral, "remind = 5")
    for line in ("remind", "acknowledge PK-CN-1"):
        assert "config.toml" in bilateral.refuses(line, exits=2)


def test_a_trial_is_sent_on_every_channel(posted, letters):
    before = posted.content()
    assert "This is a test of the channel stdout" in posted("remind --test")
    assert "letters: sent to register@mofa.example.\nstdout: sent" in posted.said
    [letter] = delivered(letters)
    assert ("bilateral: test of the channel letters", "register@mofa.example") == (letter["Subject"], letter["To"])
    assert before == posted.content()
    posted("remind --test --to a@mofa.example")
    assert ["a@mofa.example"] == [one["To"] for one in delivered(letters) if one["To"] != "register@mofa.example"]


def test_a_trial_that_fails_says_where(posted, letters):
    letters.write_text("in the way", encoding="utf-8")
    assert "stdout" in posted("remind --test", exits=1)
    assert "letters failed; no reminder can go out there." in posted.said


# Several at once, and killed


def started(desk: Desk, **more):
    """`bilateral remind`, running."""
    environment = {
        **os.environ,
        "BILATERAL_REGISTER": str(desk.register),
        "BILATERAL_TODAY": desk.today,
        "XDG_CONFIG_HOME": str(desk.register.parent / "config"),
    }
    command = [sys.executable, "-m", "bilateral_tracker", "remind"]
    return subprocess.Popen(command, env=environment, stdout=-1, stderr=-1, **more)


@dataclass
class SlowPostmaster(Postmaster):
    """May wait in the middle of a letter until it is told to go on."""

    arrived: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        said = await super().handle_DATA(server, session, envelope)
        self.arrived.set()
        return said if self.go_on.wait(20) else "451 too late"

    @property
    def read(self):
        """The letters that came, read."""
        return [message_from_bytes(content, policy=default) for _, content in self.letters]


@pytest.fixture
def server():
    postmaster = SlowPostmaster()
    postmaster.go_on.set()
    with post_office(postmaster) as postmaster.port:
        yield postmaster
        postmaster.go_on.set()


def by_mail(desk, server, lease=15):
    """The desk's mail goes through the server."""
    configured(
        desk,
        f'default_channel = "mail"\n[remind]\nlease_minutes = {lease}\n[[channel]]\nname = "mail"\nkind = "smtp"\n'
        f'host = "127.0.0.1"\nport = {server.port}\nsecurity = "none"\nsender = "register@mofa.example"\n',
    )


def test_ten_runs_at_the_same_minute_send_one_message(posted, server):
    by_mail(posted, server)
    runs = [started(posted) for _ in range(10)]
    assert [(b"", b"")] * 10 == [run.communicate(timeout=60) for run in runs]
    assert [0] * 10 == [run.returncode for run in runs]
    assert 1 == len(server.letters)
    assert {"sent"} == {row["state"] for row in posted.rows("remind --list")}


def test_killed_before_it_could_say_so_it_is_sent_again_under_the_same_id_when_the_lease_ends(posted, server):
    by_mail(posted, server)
    thursday, friday = posted.on("2026-11-26"), posted.on("2026-11-27")
    server.go_on.clear()
    run = started(thursday)
    assert server.arrived.wait(30)
    run.kill()
    run.communicate()
    server.go_on.set()
    assert "" == thursday("remind")
    assert 1 == len(server.letters)
    assert {"claimed"} == {row["state"] for row in posted.rows("remind --list")}
    # a day is longer than any lease
    assert "" == friday("remind")
    assert 2 == len(server.letters)
    assert server.read[0]["Message-ID"] == server.read[1]["Message-ID"]
    assert {"sent"} == {row["state"] for row in posted.rows("remind --list")}


def test_killed_at_any_moment_nothing_is_lost(posted, server):
    """Moments from the start of a run to its end; a day later all is sent, under one id."""
    by_mail(posted, server)
    began = time.monotonic()
    started(posted.on("2026-01-08")).communicate()
    usual = time.monotonic() - began
    thursday, friday = posted.on("2026-11-26"), posted.on("2026-11-27")
    before = posted.register.read_bytes()
    for tenths in range(3, 13):
        posted.register.write_bytes(before)
        server.letters.clear()
        run = started(thursday)
        with suppress(subprocess.TimeoutExpired):
            run.wait(usual * tenths / 10)
        run.kill()
        run.communicate()
        friday("remind")
        friday("remind")
        assert 1 <= len(server.letters) <= 2
        assert 1 == len({one["Message-ID"] for one in server.read})
        assert {"sent"} == {row["state"] for row in posted.rows("remind --list")}
    assert "ok     index" in posted("check")


def test_a_recipient_who_is_refused_keeps_nobody_else_waiting(posted, server):
    by_mail(posted, server)
    posted("recipients add b.noor --name Bilal --address b@mofa.example --for PK-CN")
    server.refusals["a.khan@mofa.example"] = "550 no such mailbox"
    assert "" == posted("remind", exits=1)
    assert "no such mailbox" in posted.said
    assert ["Bilal <b@mofa.example>"] == [one["To"] for one in server.read]
    server.refusals.clear()
    assert "" == posted("remind")
    assert 2 == len(server.letters)


def test_a_mail_server_that_is_away_is_heard_of_and_tried_again(posted, server):
    by_mail(posted, server)
    port, server.port = server.port, 1
    by_mail(posted, server)
    assert "" == posted("remind", exits=1)
    assert "1 message could not be sent; the next run tries again." in posted.said
    server.port = port
    by_mail(posted, server)
    assert "" == posted("remind")
    assert 1 == len(server.letters)


def test_a_clock_that_was_ahead_keeps_nothing_from_being_sent(posted, server):
    by_mail(posted, server)
    server.go_on.clear()
    run = started(posted.on("2027-03-01"))
    assert server.arrived.wait(30)
    run.kill()
    run.communicate()
    server.go_on.set()
    assert "" == posted("remind")
    first, *again = [(one["Message-ID"], one["Subject"]) for one in server.read]
    subjects = dict(again)
    assert 2 == len(subjects)
    assert "bilateral: 5 up for review (24 November 2026)" == subjects.pop(first[0])
    assert ["bilateral: 1 overdue, 2 dates to be proposed (24 November 2026)"] == list(subjects.values())


def test_where_the_date_is_another_already_it_is_the_recipient_s(bilateral, server, monkeypatch):
    """At half past midnight in Islamabad it is still the day before in Greenwich."""
    by_mail(bilateral, server)
    bilateral("parties add UN --name 'United Nations' --capital 'New York' --zone America/New_York")
    bilateral("recipients add home --name Home --address home@mofa.example --for PK-CN-1")
    bilateral("recipients add away --name Away --address away@mofa.example --for PK-CN-1 --party UN")
    days = {"Asia/Karachi": "2027-01-07", "America/New_York": "2027-01-06"}
    monkeypatch.setattr("bilateral_tracker.clock.today", lambda zone: date.fromisoformat(days[zone]))
    bilateral("remind")
    found = {one["To"].split(" ")[0]: one["Subject"] for one in server.read}
    assert "(7 January 2027)" in found["Home"]
    assert "(6 January 2027)" in found["Away"]
