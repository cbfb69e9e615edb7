"""Working days of the capitals that a register knows."""

from datetime import date

from bilateral_tracker.desk.capitals import RegisterCapitals
from tests.store.conftest import new_in_memory


def test_what_is_left_is_counted_from_the_next_day_on():
    """China rests from 1 to 7 October 2026, Pakistan and China both from Saturday to Sunday but for make-up days."""
    with new_in_memory() as register:
        capitals = RegisterCapitals(register)
        assert [1, 1, 2] == [
            capitals.left(("PK", "CN"), date(2026, 9, 30), date(2026, 10, 8)),
            capitals.left(("PK", "CN"), date(2026, 10, 4), date(2026, 10, 8)),
            capitals.left(("PK",), date(2026, 9, 30), date(2026, 10, 2)),
        ]
        assert (False, True) == (capitals.works("CN", date(2026, 10, 7)), capitals.works("PK", date(2026, 10, 7)))


def test_a_file_of_one_s_own_is_asked_too(tmp_path):
    file = tmp_path / "calendars.toml"
    file.write_text('[PK.days_off]\n2026-10-08 = "Founding day"\n', encoding="utf-8")
    with new_in_memory() as register:
        assert not RegisterCapitals(register, str(file)).works("PK", date(2026, 10, 8))
