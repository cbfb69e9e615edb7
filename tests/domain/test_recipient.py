"""Who is told of what: the narrowest scope that somebody serves, on the day."""

from datetime import date

import pytest

from bilateral_tracker.domain.recipient import Recipient, Role, read_scope, recipients_of
from bilateral_tracker.domain.situation import situation
from bilateral_tracker.errors import WrongUsage
from tests.changing import replace
from tests.domain.conftest import told

DAY = date(2026, 11, 24)
ROW = situation(told("2026-01-07 agreed JWG every 3 months"), DAY)
LED = replace(ROW, lead="Cyber Agency")


def recipient(name, scope="", role=Role.OFFICER, **more):
    usual = {"address": "", "party": "PK", "channel": "", "from_on": None, "until_on": None, "is_alternate": False}
    return Recipient(id=name, name=name, role=role, scope=scope, **(usual | more))


EVERYTHING, RELATIONSHIP, AGENCY, COMMITMENT = (
    recipient("everything"),
    recipient("relationship", "PK-CN"),
    recipient("agency", "lead:cyber agency"),
    recipient("commitment", "PK-CN-1"),
)


def told_of(row, *recipients, role=Role.OFFICER, day=DAY):
    return [one.id for one in recipients_of(row, role, recipients, day)]


def test_whoever_serves_the_narrowest_scope_is_told():
    every = (EVERYTHING, RELATIONSHIP, AGENCY, COMMITMENT)
    assert ["commitment"] == told_of(LED, *every)
    assert ["agency"] == told_of(LED, *every[:3])
    assert ["relationship"] == told_of(LED, *every[:2])
    assert ["relationship"] == told_of(ROW, *every[:3])
    assert ["everything"] == told_of(LED, EVERYTHING)
    assert [] == told_of(LED)


def test_another_relationship_or_commitment_is_nobody_s_concern():
    assert [] == told_of(ROW, recipient("other", "PK-TJ"), recipient("other", "PK-CN-10"))


def test_a_follow_up_is_told_to_whoever_serves_its_commitment_or_its_owner():
    row = replace(ROW, ref="PK-CN-1.2", kind="follow_up", lead="Cyber Agency")
    assert ["commitment"] == told_of(row, COMMITMENT, AGENCY)
    assert ["agency"] == told_of(row, AGENCY, RELATIONSHIP)


def test_all_who_serve_the_scope_are_told():
    assert ["a", "b"] == told_of(ROW, recipient("a", "PK-CN"), recipient("b", "PK-CN"))


def test_a_post_is_served_from_the_first_day_to_the_last():
    serving = recipient("a", from_on=date(2026, 11, 1), until_on=date(2026, 11, 30))
    days = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)]
    assert [[], ["a"], ["a"], []] == [told_of(ROW, serving, day=day) for day in days]


def test_an_alternate_is_told_only_in_an_absence():
    main = recipient("main", "PK-CN", until_on=date(2026, 11, 24))
    alternate = recipient("alternate", "PK-CN", is_alternate=True)
    assert ["main"] == told_of(ROW, alternate, main)
    assert ["alternate"] == told_of(ROW, alternate, main, day=date(2026, 11, 25))
    assert ["alternate"] == told_of(ROW, alternate, EVERYTHING)


def test_each_role_has_its_own_people():
    director = recipient("director", "PK-CN-1", Role.DIRECTOR)
    assert ["everything"] == told_of(ROW, director, EVERYTHING)
    assert ["director"] == told_of(ROW, director, EVERYTHING, role=Role.DIRECTOR)
    assert [] == told_of(ROW, director, EVERYTHING, role=Role.HEAD)


@pytest.mark.parametrize(
    ("typed", "scope"),
    [("all", ""), ("All", ""), ("pk-cn", "PK-CN"), (" pk-cn-1 ", "PK-CN-1"), ("lead: NCCIA", "lead:nccia")],
)
def test_a_scope_is_kept_in_one_spelling(typed, scope):
    assert scope == read_scope(typed)


def test_an_agency_needs_a_name():
    with pytest.raises(WrongUsage, match="'lead: ' names no agency"):
        read_scope("lead: ")
