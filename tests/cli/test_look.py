"""Looking: what wants attention, what is overdue, what comes next, and why; on any day, as known on any day."""

import csv
import io
import json
import os
import pty
import re

import pytest
from wcwidth import wcswidth

CHINESE = "中国公安部与巴基斯坦内政部联合工作组第三次会议关于加强反恐与执法安全合作的会谈纪要落实情况定期审议机制"
URDU = "پاکستان اور چین کی وزارت داخلہ کے درمیان انسداد دہشت گردی پر مشترکہ ورکنگ گروپ کا سہ ماہی اجلاس منعقد ہوتا ہے"
ADD = "add meeting {} --parties PK,CN --agreed-on 2026-02-10"
LOOKS = ["status", "overdue", "upcoming --within 2y", "list", "show PK-CN-11", "explain PK-CN-11", "history"]


def working_group(**told):
    """The row of the working group as of 24 November 2026, nothing held, apart from what is told."""
    return {
        "ref": "PK-CN-1",
        "title": "Joint Working Group meets",
        "kind": "meeting",
        "strength": "agreed",
        "parties": "PK-CN",
        "owed_by": "joint",
        "lead": "",
        "number": 3,
        "due_on": "2026-10-07",
        "latest_on": "2026-10-07",
        "standing": "overdue",
        "days_late": 48,
        "days_left": None,
        "missed": 2,
        "next_due_on": "2027-01-07",
        "last_held_on": None,
        "source": "2026-01-07-beijing",
        "postponed_to": None,
        "review_on": None,
        "waits_for": "date",
        "proposed_for": None,
        "arranged_for": None,
        "slips": 0,
        "slip_days": 0,
        "is_soft": False,
        "next_session": 1,
        "next_host": "",
        "valid_until": None,
    } | told


# The reference answer: agreed 7 January 2026, as of 24 November 2026.


def test_the_third_sitting_is_overdue_by_48_days_and_two_were_missed_before_it(bilateral):
    assert [working_group()] == bilateral.rows("overdue")


def test_the_next_sitting_and_the_ministers_are_due_in_44_days(bilateral):
    coming = [(row["ref"], row["number"], row["next_due_on"], row["days_left"]) for row in bilateral.rows("upcoming")]
    assert [("PK-CN-1", 4, "2027-01-07", 44), ("PK-CN-2", 1, "2027-01-07", 44)] == coming


def test_the_morning_begins_with_what_is_overdue_and_then_what_is_up_for_review(bilateral):
    first, *others = bilateral.rows("status")
    assert working_group() == first
    expected = [(f"PK-CN-{n}", "review_due", "2026-07-07") for n in (3, 4, 5, 6, 7)]
    assert expected == [(row["ref"], row["standing"], row["review_on"]) for row in others]


def test_each_occurrence_is_shown_with_its_own_delay(bilateral):
    shown = json.loads(bilateral("show PK-CN-1 --format json"))
    assert working_group() == {column: shown[column] for column in working_group()}
    expected = [
        (1, "2026-04-07", "missed", 231),
        (2, "2026-07-07", "missed", 140),
        (3, "2026-10-07", "overdue", 48),
        (4, "2027-01-07", "upcoming", None),
    ]
    assert expected == [
        (one["number"], one["due_on"], one["standing"], one["days_late"]) for one in shown["occurrences"]
    ]


def test_a_first_sitting_on_29_april_was_22_days_late_and_a_rolling_reading_would_be_overdue_by_118(bilateral):
    said = bilateral("held PK-CN-1 --on 2026-04-29")
    assert said.startswith("PK-CN-1#1, due 7 April 2026, recorded as held on 29 April 2026 (22 days late).")
    assert "rolling  2026-07-29  overdue 118 days  -           0\n" in bilateral("explain PK-CN-1")


def test_a_postponement_to_15_september_is_a_slip_of_70_days(bilateral):
    said = bilateral("postpone PK-CN-1#2 --to 2026-09-15")
    assert "PK-CN-1#2, due 7 July 2026, recorded as postponed to 15 September 2026, 70 days after" in said
    assert "a slip of 70 days" in " ".join(bilateral("explain PK-CN-1").split())
    second = json.loads(bilateral("show PK-CN-1 --format json"))["occurrences"][1]
    assert ("2026-09-15", 70, 140) == (second["postponed_to"], second["slip_days"], second["days_late"])


def test_the_terms_and_the_source_are_shown_with_a_commitment(bilateral):
    shown = json.loads(bilateral("show pk-cn-1 --format json"))
    expected = {
        "every": "3 months",
        "reading": "grid",
        "anchor_on": "2026-01-07",
        "first_due_on": "2026-04-07",
        "words": "every three months",
        "lasts": "",
        "until": None,
        "times": None,
        "is_soft": False,
        "is_floor": False,
    }
    assert expected == shown["cadence"]
    assert ("2026-01-07-beijing", "paragraph 3") == (shown["citation"]["source"], shown["citation"]["locator"])
    assert "promised  every 3 months" in bilateral("show pk-cn-1")


# The two clocks.


def test_as_of_a_day_nothing_later_has_happened(bilateral):
    before = bilateral("status --as-of 2026-03-01")
    bilateral("held PK-CN-1 --on 2026-04-29")
    assert before == bilateral("status --as-of 2026-03-01")
    assert [(1, 1)] == [(row["number"], row["days_late"]) for row in bilateral.rows("overdue --as-of 2026-04-08")]
    assert [] == bilateral.rows("overdue --as-of 2026-04-07")
    assert [] == bilateral.rows("overdue --as-of 2026-04-29")


def test_known_by_a_day_nothing_recorded_later_counts(bilateral):
    before = bilateral("show PK-CN-1")
    bilateral("held PK-CN-1 --on 2026-04-29")
    assert before == bilateral("show PK-CN-1 --known-by 2026-11-23")
    assert before != bilateral("show PK-CN-1 --known-by 2026-11-24")
    assert "Nothing is overdue." in bilateral("overdue --known-by 2026-01-07")


def test_both_clocks_together_print_an_old_report_again_byte_for_byte(bilateral):
    old = bilateral.on("2026-06-30")
    old("held PK-CN-1 --on 2026-04-29")
    report = old("export csv")
    bilateral("held PK-CN-1 --on 2026-07-01")
    bilateral("undo 15")
    assert report != bilateral("export csv --as-of 2026-06-30")
    assert report == bilateral("export csv --as-of 2026-06-30 --known-by 2026-06-30")


def test_the_clocks_can_be_set_before_the_command(bilateral):
    expected = bilateral("status --as-of 2026-03-01 --known-by 2026-02-01")
    assert expected == bilateral("--as-of 2026-03-01 --known-by 2026-02-01")


def test_a_commitment_is_not_there_before_it_was_agreed(bilateral):
    expected = "Error: No commitment PK-CN-1 is on record as of that day. See them with: bilateral list\n"
    for line in ("show PK-CN-1", "explain PK-CN-1", "follow-up list PK-CN-1"):
        assert expected == bilateral.refuses(f"{line} --as-of 2026-01-06", exits=3)


# What a morning looks like.


def test_the_bare_program_shows_the_status(bilateral):
    assert bilateral("status") == bilateral()


def test_with_nothing_to_do_the_status_names_the_next_date(bilateral):
    expected = (
        "Nothing is overdue, due within 30 days or up for review. Next: 7 April 2026 (in\n"
        "37 days): PK-CN-1#1 Joint Working Group meets\n"
    )
    assert expected == bilateral("status --as-of 2026-03-01")


def test_with_nothing_to_come_the_status_says_so(empty_desk):
    empty_desk("init")
    expected = "Nothing is overdue, due within 30 days or up for review. Nothing further is due.\n"
    assert expected == empty_desk("status")
    assert "No commitment is like that.\n" == empty_desk("list")


def test_what_is_due_soon_comes_in_the_order_of_the_days_it_is_expected(bilateral):
    bilateral("postpone PK-CN-1#3 --to 2026-12-15")
    bilateral("add meeting Consultations --parties PK,CN --agreed-on 2026-02-10 --due 2026-12-01")
    soon = [line.split()[:2] for line in bilateral("status").split("Review due")[0].splitlines() if line[:2] == "PK"]
    assert [["PK-CN-11#1", "2026-12-01"], ["PK-CN-1#3", "2026-12-15"]] == soon
    assert soon == [line.split()[:2] for line in bilateral("upcoming --within 30d").splitlines()[2:]]
    assert ["PK-CN-1", "PK-CN-11"] == [row["ref"] for row in bilateral.rows("upcoming --within 30d")]


def test_every_report_that_is_owed_has_its_row_and_the_commitment_the_oldest(bilateral):
    bilateral("add report {} --parties PK,CN --agreed-on 2026-02-10 --every quarterly --owed-by CN", "Progress")
    owed = [(row["ref"], row["number"], row["days_late"]) for row in bilateral.rows("overdue")]
    assert [("PK-CN-11", 1, 198), ("PK-CN-11", 2, 106), ("PK-CN-1", 3, 48), ("PK-CN-11", 3, 14)] == owed
    assert [("PK-CN-11", 1), ("PK-CN-1", 3)] == [
        (row["ref"], row["number"]) for row in bilateral.rows("list --standing overdue")
    ]


def test_a_long_section_is_cut_and_says_how_to_see_all_of_it(bilateral):
    for n in range(21):
        bilateral(f"add deliverable {{}} --parties PK,CN --agreed-on 2026-02-10 --due 2026-05-{n + 1:02}", f"Item {n}")
    assert "... and 1 more. See them all with: bilateral overdue\n" in bilateral("status")
    assert 22 == len(bilateral.rows("overdue"))


def test_what_is_looked_at_is_left_as_it_was(bilateral):
    before = bilateral.content()
    for line in ("", "overdue", "upcoming", "list", "show PK-CN-1", "explain PK-CN-1", "history", "parties", "sources"):
        bilateral(line)
    assert before == bilateral.content()


# Whose move it is.


HEADINGS = {"Overdue", "Review due", "We owe", "They owe", "Joint", "Date to be proposed", "Nothing owed"}


def headings(screen):
    return [line for line in screen.splitlines() if line in HEADINGS]


@pytest.fixture
def two_sides(bilateral):
    """A desk at which Pakistan owes two things and China one, and a date is proposed by China."""
    once = "add deliverable {} --parties PK,CN --agreed-on 2026-02-10 --due 2026-10-01 --owed-by"
    bilateral(f"{once} PK", "Our draft")
    bilateral(f"{once} CN", "Their draft")
    bilateral("arrange PK-CN-1#3 --for 2026-12-08 --proposed-by CN")
    return bilateral


def test_the_morning_is_divided_by_urgency_and_then_by_who_is_waited_on(two_sides):
    assert ["Overdue", "We owe", "They owe", "Review due", "We owe", "Joint"] == headings(two_sides("status"))
    ours = two_sides("status").split("They owe")[0]
    assert all(ref in ours for ref in ("PK-CN-11#1", "PK-CN-1#3"))
    assert "meets (proposed for 2026-12-08)" in " ".join(ours.split())


def test_a_list_is_divided_by_who_is_waited_on(two_sides):
    expected = ["We owe", "They owe", "Joint", "Date to be proposed", "Nothing owed"]
    assert expected == headings(two_sides("list"))
    assert ["They owe"] == headings(two_sides("list --kind deliverable --owed-by CN"))


@pytest.mark.parametrize("form", ["csv", "json"])
@pytest.mark.parametrize("line", ["status", "list"])
def test_programs_get_the_same_rows_whatever_the_side(two_sides, line, form):
    assert two_sides(f"{line} --format {form}") == two_sides(f"{line} --format {form} --we CN")


@pytest.mark.parametrize("typed", ["--we CN", "--we cn"])
def test_the_side_is_what_was_typed_else_the_environment_else_the_home_party(two_sides, typed):
    for line in ("status", "list"):
        home, away = two_sides(line), two_sides(f"{line} {typed}")
        assert home != away
        assert away == two_sides(line, BILATERAL_WE="cn")
        assert home == two_sides(f"{line} --we PK", BILATERAL_WE="CN") == two_sides(line, BILATERAL_WE="")
    assert "Our draft" in two_sides("list --we CN").split("They owe")[1].split("Joint")[0]


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("line", ["status", "list"])
def test_a_side_nobody_knows_is_refused_with_the_known_ones(bilateral, line, form):
    expected = (
        "Error: No party 'TJ' is on record; known are CN, PK. "
        "Say with --we, or in BILATERAL_WE, on which side you are.\n"
    )
    assert expected == bilateral.refuses(f"{line} --we tj --format {form}", exits=3)
    assert expected == bilateral.refuses(f"{line} --format {form}", exits=3, BILATERAL_WE="tj")


def test_the_demonstration_has_a_side_of_its_own(empty_desk):
    assert "We owe\n" in empty_desk("demo", BILATERAL_WE="TJ")


def test_among_three_parties_it_is_said_which_of_the_others_owes(bilateral):
    bilateral("parties add TJ --name Tajikistan --capital Dushanbe --zone Asia/Dushanbe")
    once = "add deliverable {} --parties PK,CN,TJ --agreed-on 2026-02-10 --due 2026-12-01 --owed-by"
    bilateral(f"{once} TJ", "Tajik list")
    assert "Due within 30 days: they owe: TJ\n" in bilateral("status")
    bilateral(f"{once} CN", "Chinese list")
    assert "Due within 30 days: they owe\n" in bilateral("status")
    assert re.search(r"PK-CN-TJ-1#1 +2026-12-01 +7 +TJ +Tajik list", bilateral("status"))


# A date for a coming sitting.


def test_an_arranged_date_is_the_day_that_counts(bilateral):
    bilateral("arrange PK-CN-2 --for 2026-12-20")
    assert "Due within 30 days: joint\n" in bilateral("status")
    assert re.search(r"PK-CN-2#1 +2026-12-20 arranged +26 +", bilateral("status"))
    assert ["PK-CN-2"] == [row["ref"] for row in bilateral.rows("upcoming --within 30d")]
    assert "2026-12-20 arranged" in bilateral("list --kind meeting")
    assert "Next: 20 December 2026 (in 26 days): PK-CN-2#1" in bilateral("status")


def test_an_arranged_date_beyond_the_lead_time_is_the_next_one(bilateral):
    bilateral("arrange PK-CN-2 --for 2026-12-30")
    bilateral("held PK-CN-1#3 --on 2026-11-20")
    assert "Next: 30 December 2026 (in 36 days): PK-CN-2#1" in bilateral("status")


def test_a_date_that_was_proposed_is_on_the_screen_of_the_morning_until_it_is_answered(bilateral):
    bilateral("arrange PK-CN-2 --for 2027-01-05 --proposed-by CN")
    screen = bilateral("status")
    assert "1 item overdue, 0 due soon, 1 to be answered, 5 up for review" in screen
    assert "To be answered: we owe\n" in screen
    assert re.search(r"PK-CN-2#1 +2027-01-05 +2027-01-07 +Interior ministers meet", screen)
    assert "To be answered: they owe\n" in bilateral("status --we CN")
    bilateral("arrange PK-CN-2 --for 2027-01-05")
    assert "to be answered" not in bilateral("status")


def test_an_arranged_date_that_passed_without_a_record_is_asked_about(bilateral):
    bilateral.on("2026-10-01")("arrange PK-CN-2 --for 2026-11-20")
    assert "1 item overdue, 0 due soon, 1 to be recorded, 5 up for review" in bilateral("status")
    assert "To be recorded: joint\n" in bilateral("status")
    assert "(arranged for 2026-11-20: was it held?)" in " ".join(bilateral("list").split())
    bilateral("held PK-CN-2 --on 2026-11-20")
    assert "to be recorded" not in bilateral("status")


# One commitment.


def test_what_was_decided_about_a_commitment_is_shown_with_it(bilateral):
    bilateral("withdraw PK-CN-5 --from 2026-06-01 --superseded-by PK-CN-6 --reason merged --unilateral")
    bilateral("restated PK-CN-6 --on 2026-09-18 --source 2026-01-07-beijing --locator {}", "paragraph 9")
    old, new = " ".join(bilateral("show PK-CN-5").split()), " ".join(bilateral("show PK-CN-6").split())
    assert "withdrawn from 1 June 2026: nothing is owed any more; PK-CN-6 took its place. One side said so on" in old
    assert "stands withdrawn. Nothing is owed." in old
    assert "replaces PK-CN-5" in new
    assert "repeated promised 2 times: first on 7 January 2026, last on 18 September 2026" in new
    shown = json.loads(bilateral("show PK-CN-6 --format json"))
    assert (["PK-CN-5"], ["paragraph 9"]) == (shown["supersedes"], [one["locator"] for one in shown["restatements"]])
    assert "PK-CN-6" == json.loads(bilateral("show PK-CN-5 --format json"))["withdrawal"]["superseded_by"]


def test_sittings_are_shown_with_their_hosts_and_the_next_turn(bilateral):
    bilateral("held PK-CN-1 --on 2026-04-29 --host CN --level {} --chairs {} --session 7", "vice ministers", "Ms Li")
    shown = bilateral("show PK-CN-1")
    assert re.search(r"\n7 +2026-04-29 +#1 +CN +level: vice ministers; chairs: Ms Li\n", shown)
    assert "next      session 8, hosted by Pakistan\n" in shown
    of_programs = json.loads(bilateral("show PK-CN-1 --format json"))
    assert [(7, 1, "CN")] == [(one["session"], one["number"], one["host"]) for one in of_programs["sessions"]]
    assert (8, "PK") == (of_programs["next_session"], of_programs["next_host"])


# Where words leave room, and what was missed before.


def test_where_the_words_leave_room_people_read_slipped_and_programs_overdue(bilateral):
    bilateral("add meeting Talks --parties PK,CN --agreed-on 2026-02-10 --every {}", "normally every 3 months")
    assert "1 item overdue, 1 slipped" in bilateral("status")
    assert "Slipped: date to be proposed\n" in bilateral("status")
    assert re.search(r"PK-CN-11#3 +meeting +2026-11-10 +slipped +Talks", bilateral("list"))
    late, slipped = bilateral("overdue").split("\nSlipped\n")
    assert ("PK-CN-1#3" in late, "PK-CN-11#3" in late, "PK-CN-11#3" in slipped) == (True, False, True)
    assert ["overdue", "overdue"] == [row["standing"] for row in bilateral.rows("overdue")]
    bilateral("held PK-CN-1#3 --on 2026-11-20")
    assert bilateral("overdue", exits=0).startswith("Nothing is overdue.\n\nSlipped\n")
    bilateral("overdue --exit-code", exits=10)


def test_one_missed_and_the_next_running_is_said_in_words(bilateral):
    bilateral("add meeting Talks --parties PK,CN --agreed-on 2026-02-10 --every {}", "at least once in each quarter")
    words = "Talks (missed, and now due by 31 December 2026)"
    for line in ("list", "upcoming"):
        assert words in " ".join(bilateral(line).split())
    assert words in " ".join(bilateral("status --as-of 2026-12-10").split())


def test_what_is_on_hold_comes_up_by_itself_when_its_review_is_due(bilateral):
    bilateral("pause PK-CN-2 --from 2026-03-01 --reason {}", "border closed")
    assert re.search(r"On hold, review due\nref .*\n.*\nPK-CN-2#1 +2026-09-01", bilateral("status"))
    assert "PK-CN-2" in bilateral("list --standing review_due")
    bilateral("reviewed PK-CN-2")
    assert "On hold" not in bilateral("status")
    assert "PK-CN-2" in bilateral("list").split("Nothing owed")[1]


# Narrowing.


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--owed-by pk", ["PK-CN-7"]),
        ("--owed-by cn --party pk", ["PK-CN-9"]),
        ("--owed-by JOINT --kind meeting", ["PK-CN-1", "PK-CN-2"]),
        ("--kind deliverable", ["PK-CN-6", "PK-CN-7"]),
        ("--strength offered", ["PK-CN-7"]),
        ("--standing on_file", ["PK-CN-8", "PK-CN-9", "PK-CN-10"]),
        ("--standing overdue", ["PK-CN-1"]),
        ("--lead cyber", ["PK-CN-9"]),
        ("--text WORKING", ["PK-CN-1"]),
        ("--text consensus", ["PK-CN-1", "PK-CN-2"]),
        ("--party TJ", []),
    ],
)
def test_a_list_is_narrowed(bilateral, options, expected):
    assert expected == [row["ref"] for row in bilateral.rows(f"list {options}")]


@pytest.mark.parametrize(
    ("within", "expected"),
    [("43d", []), ("44d", ["PK-CN-1", "PK-CN-2"]), ("2027-01", ["PK-CN-1", "PK-CN-2"]), ("2026-12-31", [])],
)
def test_looking_ahead_ends_with_the_last_day_of_the_horizon(bilateral, within, expected):
    assert expected == [row["ref"] for row in bilateral.rows(f"upcoming --within {within}")]


def test_the_date_in_a_list_is_called_when_for_it_may_be_that_of_a_review(bilateral):
    assert ["ref", "kind", "when", "standing", "title"] == bilateral("list").split("\n")[1].split()


# References.


@pytest.mark.parametrize("typed", ["PK-CN-1", "pk-cn-1", "Pk-Cn-1#3", "PK-CN-1#1", " pk-cn-1 "])
def test_a_reference_is_known_in_any_case_and_with_an_occurrence(bilateral, typed):
    assert bilateral("show PK-CN-1") == bilateral("show {}", typed)


def test_a_beginning_that_fits_only_one_commitment_will_do(bilateral):
    bilateral("parties add TJ --name Tajikistan --capital Dushanbe --zone Asia/Dushanbe")
    bilateral("add standing Exchange --parties PK,TJ --agreed-on 2026-02-10")
    assert bilateral("show PK-TJ-1") == bilateral("show pk-t")


def test_a_beginning_that_fits_several_lists_them(bilateral):
    candidates = ", ".join(f"PK-CN-{n}" for n in range(1, 11))
    expected = f"Error: PK-CN could be any of {candidates}. Type one of them whole.\n"
    assert expected == bilateral.refuses("show pk-cn", exits=4)


@pytest.mark.parametrize("line", ["show", "explain", "history", "follow-up list", "held --on 2026-04-29"])
def test_a_commitment_nobody_knows_is_not_found(bilateral, line):
    expected = "Error: No commitment PK-CN-99. See them with: bilateral list\n"
    assert expected == bilateral.refuses(f"{line} PK-CN-99", exits=3)


# Forms.


@pytest.mark.parametrize("line", ["status", "overdue", "upcoming", "list", "follow-up list", "parties", "sources"])
def test_csv_and_json_say_the_same(bilateral, line):
    bilateral("follow-up add PK-CN-1 {} --due 2026-12-01", "Send the draft agenda")
    told = csv.DictReader(io.StringIO(bilateral(f"{line} --format csv")))
    expected = [
        {name: "" if value is None else str(value).replace("False", "false") for name, value in row.items()}
        for row in bilateral.rows(line)
    ]
    assert expected == list(told)
    assert expected


@pytest.mark.parametrize("form", ["csv", "json"])
def test_an_empty_answer_is_still_an_answer(empty_desk, form):
    empty_desk("init")
    answer = empty_desk(f"list --format {form}")
    assert {"csv": 1, "json": 1}[form] == len(answer.splitlines())
    assert answer.startswith({"csv": "ref,title,kind,", "json": "[]"}[form])


def test_the_occurrences_of_one_commitment_come_as_csv(bilateral):
    first, *rows = bilateral("show PK-CN-1 --format csv").splitlines()
    published = "ref,number,due_on,standing,postponed_to,settled_on,days_late,place,mode,evidence,slip_days"
    added = "postponements,because,session,host,level,chairs,arranged_for,proposed_for,slips"
    assert f"{published},{added}" == first
    assert "PK-CN-1,1,2026-04-07,missed,,,231,,,,,,,,,,,,,0" == rows[0]


def test_the_journal_is_shown_whole_and_of_one_commitment_source_or_party(bilateral):
    assert 14 == len(bilateral.rows("history"))
    for subject, act in [("PK-CN-1", "agreed"), ("2026-01-07-beijing", "source"), ("cn", "party")]:
        [entry] = bilateral.rows(f"history {subject}")
        assert (act, subject.upper(), "desk") == (entry["act"], entry["subject"].upper(), entry["author"])
    assert [] == bilateral.rows("history --known-by 2026-01-07")
    assert "2026-01-08" == bilateral.rows("history")[0]["recorded_at"][:10]


def test_an_undone_commitment_still_has_its_history(bilateral):
    bilateral("add standing Exchange --parties PK,CN --agreed-on 2026-02-10")
    bilateral("undo")
    assert ["agreed", "undone"] == [entry["act"] for entry in bilateral.rows("history pk-cn-11")]


def test_an_exit_code_says_whether_something_is_overdue(bilateral):
    for line in ("overdue", "status", "overdue --format csv", "status --format json"):
        assert bilateral(line) == bilateral(f"{line} --exit-code", exits=10)
        bilateral(f"{line} --exit-code --as-of 2026-04-07", exits=0)


# Screens.


@pytest.mark.parametrize("title", [CHINESE, URDU, "Consultations " * 20], ids=["chinese", "urdu", "english"])
def test_no_line_is_wider_than_eighty_columns_whatever_the_script(bilateral, title):
    bilateral(f"{ADD} --every '3 months' --lead {{}} --note {{}}", title, title, title)
    bilateral("held PK-CN-11 --on 2026-05-12 --place {} --minutes {}", title, title, BILATERAL_AUTHOR=title)
    bilateral("follow-up add PK-CN-11 {} --owner {} --due 2026-12-01", title, title)
    bilateral("add standing {} --parties PK,CN --agreed-on 2026-02-10 --review-every '1 month'", title)
    bilateral("sources add minutes {} --kind record_of_discussion --dated-on 2026-02-10 --location {}", title, title)
    for line in (*LOOKS, "follow-up list", "sources", "parties"):
        wide = [row for row in bilateral(line).splitlines() if wcswidth(row) > 80]
        assert [] == wide, line


def test_with_nothing_to_do_a_long_title_is_wrapped_too(empty_desk):
    empty_desk("init")
    empty_desk(f"{ADD} --due 2027-12-01", CHINESE)
    assert 80 >= max(map(wcswidth, empty_desk("status").splitlines()))


def test_a_wider_screen_is_used_up_to_120_columns(bilateral):
    widths = {c: max(map(len, bilateral("list", COLUMNS=c).splitlines())) for c in ("80", "100", "500")}
    assert 80 >= widths["80"] < widths["100"] <= 100 < widths["500"] <= 120


def on_a_terminal(process, line, **environment):
    """What a person at a terminal sees."""
    ours, theirs = pty.openpty()
    env = os.environ | {"TERM": "xterm"} | environment
    try:
        run = process(line, env=env, stdout=theirs, stderr=theirs)
        os.set_blocking(ours, False)
        return run.returncode, os.read(ours, 100_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)


def test_headings_are_bold_on_a_terminal_unless_no_color_is_set(process, bilateral):
    env = {"BILATERAL_REGISTER": str(bilateral.register), "BILATERAL_TODAY": bilateral.today}
    _, plain = on_a_terminal(process, "status", **env, NO_COLOR="1")
    _, bold = on_a_terminal(process, "status", **env)
    assert "\x1b[1mOverdue\x1b[0m" in bold
    assert "\x1b" not in plain
    assert plain == re.sub(r"\x1b\[\d+m", "", bold)


def test_what_goes_into_a_file_is_never_bold(process):
    assert b"\x1b" not in process("status", capture_output=True).stdout


@pytest.mark.parametrize("day", ["2026-04-06", "2026-04-07", "2026-04-08", "2026-07-07", "2027-01-07"])
def test_today_is_what_the_desk_says_it_is(bilateral, day):
    assert bilateral(f"status --as-of {day}") == bilateral.on(day)("status")
