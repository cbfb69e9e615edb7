"""From a text to the register: found, shown with its reasons, and recorded only with a person's yes."""

import json

import pytest

TALKS = """JOINT PRESS STATEMENT

Islamabad, 3 March 2026

Pakistan and Tajikistan held the first round of their border talks in Islamabad today.

The two sides agreed to set up a Joint Border Committee. They also agreed that the ministers responsible will meet
annually.

Tajikistan offered to share its survey of the northern road by the end of June 2026. The two sides expressed
satisfaction with the progress made since 2019.

Both sides agreed that the hotline between the border posts will be tested biannually.
"""


@pytest.fixture
def desk(empty_desk):
    """A desk that knows Tajikistan, on the day after the talks."""
    day = empty_desk.on("2026-03-04")
    day("init")
    day("parties add TJ --name Tajikistan --capital Dushanbe --zone Asia/Dushanbe")
    return day


@pytest.fixture
def talks(tmp_path):
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    return str(tmp_path / "talks.txt")


def test_a_text_becomes_drafts_with_what_says_so(desk, talks):
    said = " ".join(desk("read {}", talks).split())
    assert "2 The parties meet. Meeting, agreed, owed jointly. every year" in said
    assert "“They also agreed that the ministers responsible will meet annually.”" in said
    assert "because of the verb “agreed that" in said
    assert "Share its survey of the northern road. Report, offered, owed by TJ. due by the end of June 2026" in said
    assert "'biannually' can mean every 6 months or every 2 years." in said
    assert "4 drafts kept, 1 to 4. Accept with: bilateral accept N" in said
    assert [] == desk.rows("list")


def test_a_yes_records_it_with_its_source_and_its_words(desk, talks):
    desk("read {}", talks)
    said = desk("accept 2 3")
    assert "Draft 2: PK-TJ-1" in said
    [survey, meeting] = desk.rows("list")
    assert ("PK-TJ-1", "meeting", "2027-03-03") == (meeting["ref"], meeting["kind"], meeting["due_on"])
    assert ("TJ", "offered", "2026-06-30") == (survey["owed_by"], survey["strength"], survey["due_on"])
    passage = " ".join(desk("show PK-TJ-1 --source").split())
    assert "JOINT PRESS STATEMENT (2026-03-03)" in passage
    assert "«They also agreed that the ministers responsible will meet annually.»" in passage
    assert "ok     quotes in their texts" in desk("check")
    assert [1, 4] == [row["number"] for row in desk.rows("drafts")]
    assert "Draft 2 is on record as PK-TJ-1 already. Nothing was changed.\n" == desk("accept 2")


def test_what_could_be_read_in_two_ways_is_asked(desk, talks):
    desk("read {}", talks)
    assert "Draft 4 has a question: 'biannually' can mean" in desk.refuses("accept 4", exits=4)
    desk('accept 4 --every "every 2 years" --title {}', "The hotline is tested")
    [row] = desk.rows("list")
    assert ("The hotline is tested", "2028-03-03") == (row["title"], row["due_on"])


def test_all_at_once_is_all_or_none(desk, talks):
    desk("read {}", talks)
    desk.refuses("accept --all", exits=4)
    desk('reject 4 --reason "left to the posts"')
    desk("accept --all")
    assert 3 == len(desk.rows("list"))
    assert "No draft is waiting." in (desk("drafts") + desk.said)
    assert {"accepted", "rejected"} == {row["state"] for row in desk.rows("drafts --all")}


def test_for_programs_it_is_printed_and_nothing_is_kept(desk, talks):
    before = desk.content()
    lines = [json.loads(line) for line in desk("read {} --format jsonl", talks).splitlines()]
    assert ["", "FREQ=YEARLY", "", "AMBIGUOUS"] == [one["recurrence"] or "" for one in lines]
    assert "2026-06-30" == lines[2]["deadline"]
    assert all(TALKS[one["start"] : one["end"]] == one["quote"] for one in lines)
    assert lines == desk.rows("read {}", talks)
    assert "number,type,title,kind," in desk("read {} --format csv", talks)
    assert before == desk.content()


def test_without_a_register_it_is_printed_all_the_same(empty_desk, talks):
    assert 4 == len(empty_desk("read {} --format jsonl", talks).splitlines())
    assert "There is no register" in empty_desk.refuses("read {}", talks, exits=3)


def test_what_the_text_does_not_say_is_asked_for(desk, tmp_path):
    (tmp_path / "bare.txt").write_text("The two sides agreed to meet annually.\n", encoding="utf-8")
    bare = str(tmp_path / "bare.txt")
    assert "Name them like: --parties PK,CN" in desk.refuses("read {}", bare, exits=2)
    assert "Give its date with --date" in desk.refuses("read {} --parties PK,TJ", bare, exits=2)
    assert "1 draft kept, 1." in desk("read {} --parties PK,TJ --date 2026-03-03 --kind joint_statement", bare)
    assert "No party 'XX' is on record" in desk.refuses("read {} --parties PK,XX", bare, exits=3)


def test_a_text_that_may_not_be_kept_leaves_its_hash(desk, talks):
    desk("read {} --no-text", talks)
    desk("accept 2")
    said = desk("show PK-TJ-1 --source")
    assert "No text of 2026-03-03-islamabad is kept. On record: “They also agreed" in " ".join(said.split())


def test_a_rehearsal_keeps_nothing(desk, talks):
    before = desk.content()
    assert "Share its survey" in desk("read {} --dry-run", talks)
    assert before == desk.content()


def test_praise_is_no_promise(desk, tmp_path):
    (tmp_path / "praise.txt").write_text(
        "Islamabad, 3 March 2026\n\nPakistan and Tajikistan expressed satisfaction with their ties.\n", encoding="utf-8"
    )
    desk("read {}", str(tmp_path / "praise.txt"))
    assert "No promise was found." in desk.said


@pytest.mark.parametrize(
    ("line", "exits", "why"),
    [
        ("accept", 2, "Name drafts by their numbers"),
        ("accept 1 2 --title X", 2, "The options correct one draft"),
        ('accept 1 --every "every year" --due 2026-12-31', 2, "exclude each other"),
        ("accept 99", 3, "There is no draft 99"),
        ("reject 99 --reason x", 3, "There is no draft 99"),
    ],
)
def test_what_cannot_be_accepted_is_refused(desk, talks, line, exits, why):
    desk("read {}", talks)
    assert why in desk.refuses(line, exits=exits)


def test_another_language_is_named_and_not_guessed_at(desk, tmp_path):
    (tmp_path / "urdu.txt").write_text("دونوں ممالک نے اتفاق کیا کہ گروپ ہر تین ماہ بعد ملے گا۔", encoding="utf-8")
    assert "The text seems to be Urdu, and only English is read" in desk.refuses(
        "read {}", str(tmp_path / "urdu.txt"), exits=1
    )
