"""The units of systemd: what they say, and that no character in a path means anything to systemd."""

import pytest

from bilateral_tracker.domain.job import Job
from bilateral_tracker.domain.timetable import read_timetable
from bilateral_tracker.errors import WrongUsage
from bilateral_tracker.reports.units import unit_name, units

JOB = Job("/srv/register.db", ("/opt/bilateral",), (), read_timetable("08:00", "mon-fri"), "Asia/Karachi")


def command(register):
    return units(JOB._replace(register=register)).service.split("ExecStart=")[1]


def test_a_timer_starts_a_service_that_runs_once():
    made = units(JOB)
    assert "bilateral-remind-29605134" == made.name
    assert (
        "# Written by: bilateral cron install --systemd. Take it out with: bilateral cron remove --systemd\n"
        "[Unit]\n"
        "Description=Reminders of /srv/register.db by bilateral\n"
        "\n"
        "[Service]\n"
        "Type=oneshot\n"
        "ExecStart=/usr/bin/env PYTHONUTF8=1 /opt/bilateral remind --register /srv/register.db\n"
    ) == made.service
    assert (
        "# Written by: bilateral cron install --systemd. Take it out with: bilateral cron remove --systemd\n"
        "[Unit]\n"
        "Description=Timer for the reminders of /srv/register.db by bilateral\n"
        "\n"
        "[Timer]\n"
        "# Runs at 08:00, Monday to Friday, by the clock of this machine; "
        "the register's days are those of Asia/Karachi.\n"
        "OnCalendar=Mon..Fri *-*-* 08:00:00\n"
        "# If the machine was off at that time, as soon as it is on again.\n"
        "Persistent=true\n"
        "\n"
        "[Install]\n"
        "WantedBy=timers.target\n"
    ) == made.timer


@pytest.mark.parametrize(
    ("register", "written"),
    [
        ("/srv/two words.db", '"/srv/two words.db"'),
        ("/srv/100%h.db", '"/srv/100%%h.db"'),
        ("/srv/$HOME.db", '"/srv/$$HOME.db"'),
        ("/srv/back\\slash.db", '"/srv/back\\\\slash.db"'),
        ('/srv/the "old".db', '"/srv/the \\"old\\".db"'),
        ("/srv/it's;.db", '"/srv/it\'s;.db"'),
        ("/srv/外交部.db", '"/srv/外交部.db"'),
    ],
)
def test_a_path_is_one_word_and_means_nothing_else(register, written):
    assert f"/usr/bin/env PYTHONUTF8=1 /opt/bilateral remind --register {written}\n" == command(register)


def test_a_percent_sign_in_the_description_names_nothing():
    made = units(JOB._replace(register="/srv/100%h.db"))
    assert ["100%%h", "100%%h"] == [text.split("/srv/")[1].split(".db")[0] for text in (made.service, made.timer)]


def test_each_register_has_units_of_its_own():
    assert unit_name("/srv/a.db") != unit_name("/srv/b.db")


def test_a_control_character_is_refused():
    with pytest.raises(WrongUsage, match="cannot stand in a unit: it holds a control character"):
        units(JOB._replace(register="/srv/a\nExecStart=b.db"))


def test_a_program_that_env_would_take_for_a_variable_is_refused():
    with pytest.raises(WrongUsage, match="its path holds an equals sign"):
        units(JOB._replace(program=("/opt/a=b/bilateral",)))
