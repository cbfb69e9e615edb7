"""The whole way on Debian's own cron: a block is installed, eight o'clock strikes, one mail arrives.

All of it happens in a mount namespace: spool, system crontabs, /run and sendmail are stand-ins that nobody else
sees. The clock of cron alone begins half a minute before eight and runs sixty times as fast.
"""

import os
import select
import shutil
import subprocess
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.cli.conftest import SCRIPT, UNSET

PROGRAMS = ("unshare", "cron", "crontab")
SEARCHED = "/usr/sbin:/usr/bin:/sbin:/bin"
PATIENCE_SECONDS = 60
CLOCK = "@2026-11-24 07:59:30 x60"
TITLE = "关于引渡的协定"
ABOVE = "BILATERAL_TODAY=2026-11-24\nMAILTO=desk@example.org\n2 8 * * * echo over\n"
"""What the user had before: cron's jobs do not see its clock, and the last mail says that all is over."""

SENDMAIL = """#!/bin/sh
cat >{folder}/mail.$$
echo {folder}/mail.$$ >{folder}/post
"""

MACHINE = """
set -e
mount --bind spool /var/spool/cron/crontabs
mount --bind cron.d /etc/cron.d
mount --bind system-crontab /etc/crontab
mount -t tmpfs tmpfs /run
mount -t overlay -o lowerdir="$PWD/sbin:/usr/sbin" overlay /usr/sbin
echo mounted
crontab above
"$@" 2>&1
echo installed
exec env -i LC_ALL=C PATH=/usr/sbin:/usr/bin LD_PRELOAD="$FAKETIME_LIBRARY" FAKETIME="$CLOCK" cron -f
"""


def faketime_library():
    """The library that changes a program's clock; nothing if it is not installed."""
    return next(iter(sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))), None)


@pytest.fixture
def machine(tmp_path):
    """A folder with all that cron is to take for the machine's own."""
    missing = [name for name in PROGRAMS if not shutil.which(name, path=SEARCHED)]
    if missing or not faketime_library():
        pytest.skip(f"not installed: {', '.join(missing or ['libfaketime'])}")
    folder = tmp_path / "machine"
    for name in ("spool", "cron.d", "sbin"):
        (folder / name).mkdir(parents=True)
    (folder / "system-crontab").touch()
    (folder / "above").write_text(ABOVE)
    os.mkfifo(folder / "post")
    sendmail = folder / "sbin" / "sendmail"
    sendmail.write_text(SENDMAIL.format(folder=folder))
    sendmail.chmod(0o755)
    return folder


@pytest.fixture
def installed(machine, bilateral):
    """Cron at work on that machine, on which a desk typed `bilateral cron install`."""
    bilateral("add deliverable {} --parties PK,CN --agreed-on 2026-01-07 --due 2026-11-24", TITLE)
    usual = {name: value for name, value in os.environ.items() if name not in UNSET}
    environment = usual | {"PATH": SEARCHED, "CLOCK": CLOCK, "FAKETIME_LIBRARY": str(faketime_library())}
    typed = [str(SCRIPT), "cron", "install", "--at", "08:00", "--days", "tue", "--register", str(bilateral.register)]
    command = ["unshare", "--mount", "--propagation", "private", "sh", "-c", MACHINE, "sh", *typed]
    with subprocess.Popen(command, cwd=machine, env=environment, stdout=-1, stderr=-1, text=True) as cron:
        try:
            assert cron.stdout is not None
            if cron.stdout.readline() != "mounted\n":
                pytest.skip(f"no file system can be mounted here: {cron.communicate()[1].strip()}")
            said = cron.stdout.readline()
            assert "installed\n" == cron.stdout.readline(), said
            yield said
        finally:
            cron.terminate()
            cron.communicate()


def mails(machine):
    """The mails that arrive, up to the one that says that all is over."""
    post = os.open(machine / "post", os.O_RDWR)
    try:
        while select.select([post], [], [], PATIENCE_SECONDS)[0]:
            for line in os.read(post, select.PIPE_BUF).decode().splitlines():
                mail = message_from_bytes(Path(line).read_bytes(), policy=policy.default)
                yield mail
                if mail.get_content() == "over\n":
                    return
        pytest.fail("cron fell silent")
    finally:
        os.close(post)


def test_at_eight_cron_mails_once_what_is_owed(machine, installed, bilateral):
    assert "What it says is mailed to desk@example.org." in installed
    reminder, over = mails(machine)
    assert "desk@example.org" == reminder["To"]
    assert ("text/plain", "utf-8") == (reminder.get_content_type(), reminder.get_content_charset())
    assert f"PK-CN-11#1 {TITLE}\n" in reminder.get_content()
    assert "utf-8" != over.get_content_charset()
    assert bilateral.register.with_name("register.db.reminded").read_text().startswith("2026-11-24T")
    assert "" == bilateral("remind")
