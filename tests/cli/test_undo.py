"""Taking back: nothing is erased, and an undoing can be undone."""

import pytest

WRITES = [
    "add standing Exchange --parties PK,CN --agreed-on 2026-02-10",
    "held PK-CN-1 --on 2026-04-29",
    "delivered PK-CN-6 --on 2026-06-30",
    "postpone PK-CN-1 --to 2026-12-15",
    "defer PK-CN-1",
    "cancel PK-CN-1",
    "waive PK-CN-1",
    "reviewed PK-CN-3",
    "follow-up add PK-CN-1 Agenda",
    "sources add minutes Minutes --kind mou --dated-on 2026-02-10",
]
LOOKS = ["list --format json", "sources", "follow-up list", "explain PK-CN-1", "show PK-CN-3"]


def everything(desk):
    return [desk(line) for line in LOOKS]


@pytest.mark.parametrize("line", WRITES)
def test_the_latest_entry_is_taken_back_and_brought_back(bilateral, line):
    before = everything(bilateral)
    bilateral(line)
    after = everything(bilateral)
    assert before != after
    assert "It stays in the journal and no longer counts. Bring it back with: bilateral undo 16\n" in bilateral("undo")
    assert before == everything(bilateral)
    bilateral("undo 16")
    assert after == everything(bilateral)
    assert 17 == len(bilateral.journal())
    assert "WRONG" not in bilateral("check")


def test_undo_goes_back_one_entry_at_a_time(bilateral):
    before = everything(bilateral)
    for line in WRITES[:3]:
        bilateral(line)
    said = [bilateral("undo").split(":")[0] for _ in range(3)]
    assert ["Entry 17 undone", "Entry 16 undone", "Entry 15 undone"] == said
    assert before == everything(bilateral)


def test_an_older_entry_is_taken_back_by_its_number(bilateral):
    bilateral("held PK-CN-1 --on 2026-04-29 --place Islamabad")
    bilateral("reviewed PK-CN-3")
    expected = (
        "Entry 15 undone: PK-CN-1, held on 29 April 2026. It stays in the journal and no longer counts. "
        "Bring it back with: bilateral undo 17\n"
    )
    assert expected == bilateral("undo 15")
    assert [2] == [row["missed"] for row in bilateral.rows("overdue")]


def test_a_reference_is_never_given_twice(bilateral):
    bilateral(WRITES[0])
    bilateral("undo")
    assert bilateral(WRITES[0]).startswith("PK-CN-12\n")
    bilateral("follow-up add PK-CN-1 Agenda")
    bilateral("undo")
    assert bilateral("follow-up add PK-CN-1 Agenda").startswith("PK-CN-1.2 ")


def test_an_entry_is_taken_back_once(bilateral):
    bilateral(WRITES[1])
    bilateral("undo")
    expected = "Error: Entry 15 is already undone. Nothing was changed. See: bilateral history\n"
    assert expected == bilateral.refuses("undo 15", exits=4)


def test_what_others_rest_on_stays(bilateral):
    bilateral(f"{WRITES[0]} --source minutes-of-2026 --locator 'item 1'".replace("minutes-of-2026", "'Agreed minutes'"))
    bilateral("reviewed PK-CN-11")
    assert "Undo those first, the latest one before: bilateral undo 17\n" in bilateral.refuses("undo 16", exits=4)
    assert "Undo the commitments that cite it first.\n" in bilateral.refuses("undo 15", exits=4)
    for number in (17, 16, 15):
        bilateral(f"undo {number}")


def test_what_the_register_rests_on_stays(empty_desk):
    empty_desk("init")
    for line in ("undo", "undo 1"):
        refusal = empty_desk.refuses(line, exits=4)
        assert "is one that the register rests on, and cannot be undone. Nothing was changed." in refusal


def test_a_number_nobody_has_is_not_found(bilateral):
    expected = "Error: There is no entry 99. See them with: bilateral history\n"
    assert expected == bilateral.refuses("undo 99", exits=3)


def test_a_rehearsed_undo_undoes_nothing(bilateral):
    bilateral(WRITES[1])
    before = bilateral.content()
    assert "Entry 15 undone" in bilateral("undo --dry-run")
    assert before == bilateral.content()


def test_an_undone_commitment_is_not_taken_for_one_whose_reference_begins_so(bilateral):
    """The seed has PK-CN-1 and PK-CN-10."""
    bilateral("undo 5")
    assert "PK-CN-1 was undone" in bilateral.refuses("held PK-CN-1 --on 2026-04-29", exits=3)


def test_a_source_may_be_called_register(bilateral):
    bilateral("sources add register Register --kind mou --dated-on 2026-02-10")
    assert "Register" in bilateral("sources")
    assert "WRONG" not in bilateral("check")


def test_a_commitment_does_not_come_back_without_its_source(bilateral):
    bilateral("sources add minutes Minutes --kind mou --dated-on 2026-02-10")
    bilateral("add standing Exchange --parties PK,CN --agreed-on 2026-02-10 --source minutes --locator '1'")
    bilateral("undo")
    bilateral("undo")
    assert "cites source minutes, which was undone" in bilateral.refuses("undo 17", exits=4)
    bilateral("undo 18")
    bilateral("undo 17")
    assert "PK-CN-11" in bilateral("list")


def test_what_was_brought_back_holds_what_rests_on_it_like_new(bilateral):
    """15 a source, 16 the promise made again in it; both undone by 17 and 18, which 19 and 20 undo in turn."""
    bilateral("sources add again Again --kind mou --dated-on 2026-02-10")
    bilateral("restated PK-CN-1 --on 2026-02-10 --source again --locator 1")
    bilateral("undo 16")
    bilateral("undo 15")
    assert "cites source again, which was undone" in bilateral.refuses("undo 17", exits=4)
    bilateral("undo 18")
    bilateral("undo 17")
    assert "Source again is cited." in bilateral.refuses("undo 19", exits=4)
