"""What is said of a commitment comes before what is said of its kind, and that before what holds for everything."""

from bilateral_tracker.domain.stages import Counts, RemindSettings, Stages
from bilateral_tracker.domain.stages_change import Never, StagesChange

USUAL = Stages(before=(7, 0), every_days=5, director_after=20)


def test_where_nothing_is_said_of_a_kind_or_a_commitment_the_usual_stages_hold():
    assert USUAL is RemindSettings(USUAL).stages("meeting", "PK-CN-1")


def test_a_commitment_goes_before_its_kind_and_its_kind_before_all():
    settings = RemindSettings(
        USUAL,
        kinds={"meeting": StagesChange(before=(60,), every_days=14, counts=Counts.WORKING)},
        commitments={"PK-CN-1": StagesChange(every_days=1)},
    )
    of_kind = Stages(before=(60,), every_days=14, director_after=20, counts=Counts.WORKING)
    of_commitment = Stages(before=(60,), every_days=1, director_after=20, counts=Counts.WORKING)
    asked = [("meeting", "PK-CN-1"), ("meeting", "PK-CN-2"), ("report", "PK-CN-2")]
    assert [of_commitment, of_kind, USUAL] == [settings.stages(*one) for one in asked]


def test_never_can_be_said_against_the_usual_days():
    change = StagesChange(director_after=Never.NEVER, head_after=0, propose_before=Never.NEVER, before=())
    expected = Stages(before=(), every_days=5, director_after=None, head_after=0, propose_before=None)
    assert expected == change.of(USUAL)
