"""Instruments: signed, in force, renewed by themselves; the last day to give notice comes up and is never overdue."""

import json

import pytest

ADD = "instrument add {} --parties PK,CN --signed-on 2020-05-01"
TREATY = f"{ADD} --in-force-on 2021-06-08 --valid-for '6 years' --renews-for '1 year' --notice '6 months'"
MEMORANDUM = f"{ADD} --in-force-on 2020-06-01 --valid-for '2 years'"


def listed(desk, line="instrument list"):
    return [(row["ref"], row["valid_until"], row["notice_by"], row["standing"]) for row in desk.rows(line)]


def test_the_answer_is_the_reference_then_the_life(bilateral):
    expected = (
        "PK-CN-11\n"
        "PK-CN-11 (Visa waiver) recorded. Signed on 1 May 2020. It is valid for 6 years, then renewed by itself for 1 "
        "year at a time unless notice is given 6 months before. It has been in force since 8 June 2021. It is in its "
        "1st term, which ends on 7 June 2027. The last day to give notice is 7 December 2026. These are two entries, "
        "and each is undone by itself, the entry into force first. Undo with: bilateral undo\n"
    )
    assert expected == bilateral(TREATY, "Visa waiver")
    assert [("agreed", "PK-CN-11"), ("occurred", "PK-CN-11")] == bilateral.journal()[-2:]


def test_the_last_day_to_give_notice_comes_up_and_passes(bilateral):
    bilateral(TREATY, "Visa waiver")
    assert [("PK-CN-11", "2027-06-07", "2026-12-07", "due_soon")] == listed(bilateral)
    assert "PK-CN-11#1  2026-12-07  13       joint    Visa waiver (last day to give notice)" in bilateral("status")
    assert "2026-12-07" in [row["next_due_on"] for row in bilateral.rows("upcoming --within 30d")]
    said = " ".join(bilateral("remind --dry-run").split())
    assert "PK-CN-11#1 Visa waiver Last day to give notice 7 December 2026, in 13 days." in said
    assert "Its life: bilateral show PK-CN-11 To end it: bilateral withdraw PK-CN-11 --from DATE" in said
    later = bilateral.on("2026-12-08")
    assert [("PK-CN-11", "2028-06-07", "2027-12-07", "upcoming")] == listed(later)
    assert "PK-CN-11" not in later("overdue") + later("status")
    shown = " ".join(later("show PK-CN-11").split())
    assert "It will renew itself after that, and is valid until 7 June 2028." in shown
    assert "1 2026-12-07 waived" in shown


def test_a_reminder_of_each_stage_is_said_once_and_none_after_the_day(bilateral):
    bilateral(TREATY, "Visa waiver")
    assert "PK-CN-11" in bilateral("remind")
    assert "PK-CN-11" not in bilateral("remind")
    assert "Last day to give notice 7 December 2026, today" in bilateral.on("2026-12-07")("remind")
    assert "PK-CN-11" not in bilateral.on("2026-12-08")("remind")


def test_what_does_not_renew_itself_expires(bilateral):
    bilateral(MEMORANDUM, "MoU on films")
    day = bilateral.on("2022-05-31")
    assert "(last day of validity)" in day("status")
    after = bilateral.on("2022-06-30")
    assert "Expired within 30 days: nothing owed\nref       expired on  title\n" in after("status")
    assert "PK-CN-11  2022-05-31  MoU on films" in after("status")
    assert "PK-CN-11" not in bilateral.on("2022-07-01")("status")
    shown = " ".join(bilateral("show PK-CN-11").split())
    assert "It entered into force on 1 June 2020. It expired on 31 May 2022." in shown
    assert "stands expired." in shown
    assert [("PK-CN-11", "2022-05-31", None, "expired")] == listed(bilateral)
    assert ["PK-CN-11"] == [row["ref"] for row in bilateral.rows("list --standing expired")]


def test_without_an_end_nothing_is_due(bilateral):
    bilateral(f"{ADD} --in-force-on 2021-06-08 --notice '6 months'", "Border treaty")
    assert [("PK-CN-11", None, None, "in_force")] == listed(bilateral)
    shown = " ".join(bilateral("show PK-CN-11").split())
    assert "It is valid until it is terminated, with notice of 6 months. It has been in force since 8 June" in shown
    assert "PK-CN-11" not in bilateral("status") + bilateral("upcoming --within 900d")


def test_signed_it_comes_up_for_review_until_it_is_in_force(bilateral):
    bilateral(f"{ADD} --valid-for '10 years'", "Extradition treaty")
    assert [("PK-CN-11", None, None, "review_due")] == listed(bilateral)
    said = " ".join(bilateral("remind --dry-run").split())
    assert "PK-CN-11 Extradition treaty Signed, and not known to be in force; up for review since 1 November" in said
    bilateral("reviewed PK-CN-11")
    assert [("PK-CN-11", None, None, "undated")] == listed(bilateral)
    said = bilateral("instrument in-force pk-cn-11 --on 2026-12-01")
    assert "It enters into force on 1 December 2026. Its first term ends on 30 November 2036." in said
    assert [("PK-CN-11", "2036-11-30", None, "upcoming")] == listed(bilateral)
    assert [("PK-CN-11", None, None, "review_due")] == listed(bilateral, "instrument list --as-of 2026-11-23")


def test_undone_entry_by_entry(bilateral):
    bilateral(TREATY, "Visa waiver")
    bilateral("undo")
    assert [("PK-CN-11", None, None, "review_due")] == listed(bilateral)
    bilateral("undo")
    assert "No instrument is on record.\n" == bilateral("instrument list")
    assert [] == bilateral.rows("instrument list")


def test_ended_by_notice_it_is_in_force_to_its_last_day(bilateral):
    bilateral(TREATY, "Visa waiver")
    bilateral("withdraw PK-CN-11 --from 2027-06-08")
    assert [("PK-CN-11", "2027-06-07", None, "in_force")] == listed(bilateral)
    assert "PK-CN-11" not in bilateral("status")
    assert "It ends by decision on 7 June 2027." in " ".join(bilateral("show PK-CN-11").split())
    ended = bilateral.on("2027-06-08")
    assert [("PK-CN-11", "2027-06-07", None, "withdrawn")] == listed(ended)
    assert "It ended by decision on 7 June 2027." in " ".join(ended("show PK-CN-11").split())


def test_it_is_extended_by_an_amendment(bilateral):
    bilateral(MEMORANDUM, "MoU on films")
    said = bilateral("amend PK-CN-11 --valid-for '10 years' --from 2022-05-01")
    assert "amended from 1 May 2022 on: valid for 10 years and not renewed by itself. Next due 31 May 2030." in said
    assert [("PK-CN-11", "2030-05-31", None, "upcoming")] == listed(bilateral)
    assert [("PK-CN-11", "2022-05-31", None, "upcoming")] == listed(bilateral, "instrument list --as-of 2022-04-30")


def test_programs_get_its_life(bilateral):
    bilateral(TREATY, "Visa waiver")
    expected = {
        "signed_on": "2020-05-01",
        "valid_for": "6 years",
        "renews_for": "1 year",
        "notice": "6 months",
        "in_force_on": "2021-06-08",
        "term": 1,
        "term_until": "2027-06-07",
        "valid_until": "2027-06-07",
        "notice_by": "2026-12-07",
        "expired_on": None,
    }
    assert expected == json.loads(bilateral("show PK-CN-11 --format json"))["life"]
    assert json.loads(bilateral("show PK-CN-1 --format json"))["life"] is None
    header, row = bilateral("instrument list --format csv").splitlines()
    assert "ref,title,signed_on,in_force_on,valid_until,renews_for,notice_by,standing" == header
    assert "PK-CN-11,Visa waiver,2020-05-01,2021-06-08,2027-06-07,1 year,2026-12-07,due_soon" == row


def test_people_get_a_table(bilateral):
    bilateral(TREATY, "Visa waiver")
    header, _, row = bilateral("instrument list", COLUMNS="120").splitlines()
    assert "ref title signed in force valid until renews for notice by standing".split() == header.split()
    assert "PK-CN-11 Visa waiver 2020-05-01 2021-06-08 2027-06-07 1 year 2026-12-07 due soon" == " ".join(row.split())


def test_explain_says_of_what_stays_owed_to_nobody_that_it_is_over(bilateral):
    bilateral("add meeting Talks --parties PK,CN --agreed-on 2026-01-07 --every '3 months' --arrears none")
    said = " ".join(bilateral("explain PK-CN-11").split())
    assert "3 x 3 months = 7 October 2026. Over, and nothing stays owed for it. #4:" in said
    assert [] == [row for row in bilateral.rows("overdue") if row["ref"] == "PK-CN-11"]


def test_explain_derives_both_days(bilateral):
    bilateral(TREATY, "Visa waiver")
    assert "\nIt was signed on 1 May 2020; no source is on record.\n" in bilateral("explain PK-CN-11")
    said = " ".join(bilateral.on("2027-01-01")("explain PK-CN-11").split())
    assert (
        "counted from 8 June 2021, each to the day before the next: + 6 years + 1 x 1 year - 1 day = 7 June 2028."
        in (said)
    )
    assert "Notice is counted back from there: 7 June 2028 - 6 months = 7 December 2027." in said


def test_the_journal_says_signed(bilateral):
    bilateral(TREATY, "Visa waiver")
    said = " ".join(bilateral("history PK-CN-11").split())
    assert "signed on 1 May 2020: Visa waiver" in said
    assert "entry into force" in said


def test_a_new_source_is_recorded_with_it(bilateral):
    said = bilateral(f"{TREATY} --source 'Treaty collection' --locator 'article 4'", "Visa waiver")
    assert "New source: 2020-05-01. See it with: bilateral sources" in said
    assert "Treaty collection, 1 May 2020, article 4" in bilateral("show PK-CN-11")


def test_a_pause_of_all_leaves_it_out(bilateral):
    bilateral(TREATY, "Visa waiver")
    assert "PK-CN-11" not in bilateral("pause PK-CN")
    assert [("PK-CN-11", "2027-06-07", "2026-12-07", "due_soon")] == listed(bilateral)


@pytest.mark.parametrize(
    ("line", "exits", "said"),
    [
        (f"{ADD} --in-force-on 2020-04-30", 2, "signed on 1 May 2020; it cannot have entered into force on 30 April"),
        ("instrument add {} --parties PK,CN --signed-on tomorrow", 2, "cannot have been signed on 25 November 2026"),
        ("instrument add {} --parties PK,CN", 2, "Missing option '--signed-on'"),
        ("instrument add {} --parties PK,XX --signed-on today", 3, "No party 'XX' is on record"),
        ("instrument add {} --parties PK --signed-on today", 2, "needs two different parties"),
        (f"{ADD} --valid-for '200 years'", 2, "A period of 200 years cannot be kept."),
        (f"{ADD} --valid-for '2 years' --notice '0 months'", 2, "A period of 0 months cannot be kept."),
        (f"{ADD} --valid-for '2 years' --notice '2 years'", 2, "Notice of 2 years cannot be given in time"),
        (f"{ADD} --valid-for '9 years' --renews-for '1 year' --notice '18 months'", 2, "is renewed for 1 year."),
        (f"{ADD} --renews-for '1 year'", 2, "What is valid until it is terminated renews itself never."),
        (f"{ADD} --valid-for biannually", 2, "has two meanings"),
        (f"{ADD} --quote words", 2, "A quote needs the document it stands in."),
        (f"{ADD} --source elsewhere --locator 1", 2, "No source 'elsewhere' is on record."),
        ("add instrument {} --parties PK,CN --agreed-on 2020-05-01", 2, "is not one of 'meeting', 'deliverable'"),
    ],
)
def test_an_instrument_that_cannot_be_is_refused(bilateral, line, exits, said):
    assert said in " ".join(bilateral.refuses(line, "Visa waiver", exits=exits).split())


@pytest.mark.parametrize(
    ("line", "exits", "said"),
    [
        ("instrument in-force PK-CN-11 --on 2021-06-08", 4, "is already on record as in force from 8 June 2021 on."),
        ("instrument in-force PK-CN-1 --on 2021-06-08", 2, "PK-CN-1 is a meeting, and only an instrument enters"),
        ("instrument in-force PK-CN-11#1 --on 2021-06-08", 2, "This is about the whole promise"),
        ("instrument in-force PK-CN-99 --on 2021-06-08", 3, "No commitment PK-CN-99"),
        ("occurred PK-CN-11 --on 2021-06-08", 2, "enters into force by a command of its own: bilateral instrument in-"),
        ("held PK-CN-11 --on 2026-06-08", 4, "none of its days can be recorded as held."),
        ("delivered PK-CN-11 --on 2026-06-08", 4, "none of its days can be recorded as delivered."),
        ("postpone PK-CN-11 --to 2028-01-01", 4, "none of its days can be recorded as postponed."),
        ("cancel PK-CN-11", 4, "End it with: bilateral withdraw PK-CN-11 --from DATE"),
        ("defer PK-CN-11", 4, "none of its days can be recorded as deferred."),
        ("arrange PK-CN-11 --for 2026-12-01", 4, "none of its days can be recorded as arranged."),
        ("reviewed PK-CN-11", 4, "PK-CN-11 is in force and runs by itself."),
        ("pause PK-CN-11", 4, "PK-CN-11 is an instrument, and its terms run on"),
        ("amend PK-CN-11 --every '3 months'", 2, "When something of an instrument is due follows from how long"),
        ("amend PK-CN-11 --due 2027-01-01", 2, "Leave out --every and --due"),
        ("amend PK-CN-11 --arrears each", 2, "Nothing of an instrument stays owed."),
        ("amend PK-CN-11 --notice '1 year'", 2, "Notice of 1 year cannot be given in time"),
        ("amend PK-CN-1 --notice '1 year'", 2, "PK-CN-1 is a meeting; --notice is for instruments."),
        ("milestone add PK-CN-11 x --due 2027-01-01", 2, "PK-CN-11 is an instrument; milestones lead to"),
    ],
)
def test_what_does_not_fit_an_instrument_is_refused(bilateral, line, exits, said):
    bilateral(TREATY, "Visa waiver")
    assert said in " ".join(bilateral.refuses(line, exits=exits).split())


@pytest.mark.parametrize("line", [TREATY.replace("{}", "MoU"), "instrument in-force PK-CN-11 --on 2026-12-01"])
def test_a_rehearsal_changes_nothing(bilateral, line):
    bilateral(ADD, "MoU")
    before = bilateral.content()
    assert "PK-CN-1" in bilateral(f"{line} --dry-run")
    assert before == bilateral.content()


def test_far_days_do_no_harm(bilateral):
    bilateral(f"{ADD} --in-force-on 9999-12-31 --valid-for '100 years' --notice '1 day'", "Far")
    assert [("PK-CN-11", None, None, "undated")] == listed(bilateral)
    assert "It enters into force on 31 December 9999." in " ".join(bilateral("show PK-CN-11").split())
    bilateral(
        "instrument add Old --parties PK,CN --signed-on 0001-01-01 --in-force-on 0001-01-01 --valid-for '1 day' "
        "--renews-for '1 day'"
    )
    assert ("PK-CN-12", "2026-11-24", None, "due_today") == listed(bilateral)[1]


def test_the_register_is_proved_with_instruments_in_it(bilateral):
    bilateral(TREATY, "Visa waiver")
    bilateral("amend PK-CN-11 --valid-for '8 years'")
    bilateral("milestone add PK-CN-6 Outline --due 2027-01-01")
    assert "ok     index, replayed from the journal" in bilateral("check")
