"""A list is narrowed by what a commitment is, in any case of its texts."""

from datetime import date

import pytest

from bilateral_tracker.domain.commitment import Commitment, Kind, Strength
from bilateral_tracker.domain.narrowing import EVERYTHING, Narrowing
from bilateral_tracker.domain.source import Citation

UNIT = Commitment(
    ref="PK-CN-7",
    kind=Kind.DELIVERABLE,
    title="Special protection unit",
    parties=("PK", "CN"),
    agreed_on=date(2026, 1, 7),
    strength=Strength.OFFERED,
    owed_by="PK",
    lead="Ministry of Interior",
    note="Asked for again in June",
    citations=(Citation("a", quote="an SPU in Islamabad"), Citation("b", paraphrase="Straße nach Peking")),
)

ADMITTING = [
    EVERYTHING,
    Narrowing(party="PK"),
    Narrowing(party="CN"),
    Narrowing(owed_by="PK"),
    Narrowing(kind=Kind.DELIVERABLE),
    Narrowing(strength=Strength.OFFERED),
    Narrowing(lead="interior"),
    Narrowing(text="PROTECTION"),
    Narrowing(text="again in june"),
    Narrowing(text="spu in"),
    Narrowing(text="STRASSE"),
    Narrowing("PK", "PK", Kind.DELIVERABLE, Strength.OFFERED, "ministry", "unit"),
]
REFUSING = [
    Narrowing(party="TR"),
    Narrowing(party="P"),
    Narrowing(owed_by="CN"),
    Narrowing(owed_by="joint"),
    Narrowing(kind=Kind.MEETING),
    Narrowing(strength=Strength.AGREED),
    Narrowing(lead="justice"),
    Narrowing(text="sister city"),
    Narrowing(text="unitAsked"),
    Narrowing("CN", "PK", Kind.DELIVERABLE, Strength.OFFERED, "ministry", "elsewhere"),
]


@pytest.mark.parametrize("narrowing", ADMITTING)
def test_what_is_all_that_is_asked_is_listed(narrowing):
    assert narrowing.admits(UNIT)


@pytest.mark.parametrize("narrowing", REFUSING)
def test_what_differs_in_one_thing_is_not_listed(narrowing):
    assert not narrowing.admits(UNIT)
