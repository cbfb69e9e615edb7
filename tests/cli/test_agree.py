"""Taking in what was promised: commitments, parties, sources."""

import json

import pytest

ADD = "add {} {} --parties PK,CN --agreed-on 2026-02-10"


def added(desk, kind, options, title="Consular dialogue"):
    """The commitment as it is shown after it was recorded."""
    ref = desk(f"{ADD} {options}", kind, title).split("\n")[0]
    return json.loads(desk(f"show {ref} --format json"))


def test_the_new_reference_stands_alone_on_the_first_line(bilateral):
    said = bilateral(f"{ADD} --every '6 months'", "meeting", "Consular dialogue")
    expected = (
        "PK-CN-11\n"
        "PK-CN-11 (Consular dialogue) recorded: every 6 months, first due 10 August 2026. Undo with: bilateral undo\n"
    )
    assert expected == said


@pytest.mark.parametrize(
    ("options", "dues"),
    [
        ("--every '6 months'", ["2026-08-10", "2027-02-10"]),
        ("--every 'six months' --first-due 2026-03-31", ["2026-03-31", "2026-09-30", "2027-03-31"]),
        ("--every annually --first-due '7 Jan 2027'", ["2027-01-07"]),
        ("--due 2026-10-01", ["2026-10-01"]),
        ("--due 2026-Q4", ["2026-12-31"]),
        ("--due 2027-H1", ["2027-06-30"]),
        ("", []),
    ],
)
def test_a_promise_falls_due_again_and_again_or_once_or_without_a_date(bilateral, options, dues):
    shown = added(bilateral, "meeting", options)
    assert dues == [one["due_on"] for one in shown["occurrences"]]
    assert (None if dues else "2026-08-10") == shown["review_on"]


def test_a_promise_without_a_date_comes_up_for_review(bilateral):
    said = bilateral(ADD, "standing", "Exchange of views")
    assert "no date was set. It comes up for review on 10 August 2026." in said
    assert "2026-03-10" == added(bilateral, "deliverable", "--review-every '1 month'")["review_on"]


def test_what_was_only_discussed_is_kept_on_file(bilateral):
    said = bilateral(f"{ADD} --strength discussed --due 2026-03-01", "deliverable", "Sister cities")
    assert "PK-CN-11 (Sister cities) is on file as discussed; it is never chased." in said
    assert ["PK-CN-1"] == [row["ref"] for row in bilateral.rows("overdue")]


def test_every_term_that_was_typed_is_kept(bilateral):
    options = (
        "--every quarterly --owed-by cn --lead {} --strength ad_referendum --grace 14 --arrears latest --note {} "
        "--source 2026-01-07-beijing --locator 'paragraph 9' --quote {}"
    )
    bilateral(f"{ADD} {options}", "report", "Progress  report", "Ministry of Commerce", "by post", "every quarter")
    shown = json.loads(bilateral("show PK-CN-11 --format json"))
    expected = {
        "title": "Progress report",
        "kind": "report",
        "strength": "ad_referendum",
        "owed_by": "CN",
        "lead": "Ministry of Commerce",
        "grace_days": 14,
        "arrears": "latest",
        "note": "by post",
        "agreed_on": "2026-02-10",
        "source": "2026-01-07-beijing",
    }
    assert expected == {name: shown[name] for name in expected}
    assert ("paragraph 9", "every quarter") == (shown["citation"]["locator"], shown["citation"]["quote"])


@pytest.mark.parametrize(("kind", "arrears"), [("meeting", "latest"), ("report", "each"), ("deliverable", "each")])
def test_of_sittings_the_latest_is_chased_and_of_anything_else_each(bilateral, kind, arrears):
    assert arrears == added(bilateral, kind, "--every quarterly")["arrears"]


def test_within_its_days_of_grace_nothing_is_overdue(bilateral):
    bilateral(f"{ADD} --due 2026-11-10 --grace 14", "deliverable", "Draft agreement")
    assert ["PK-CN-1"] == [row["ref"] for row in bilateral.rows("overdue")]
    assert ["PK-CN-1", "PK-CN-11"] == [row["ref"] for row in bilateral.on("2026-11-25").rows("overdue")]


def test_a_source_that_is_described_gets_an_id_and_is_on_record(bilateral):
    first = bilateral(f"{ADD} --source {{}} --locator 'item 4'", "standing", "Exchange", "Agreed minutes, Islamabad")
    assert first.endswith("New source: 2026-02-10. See it with: bilateral sources\n")
    bilateral(f"{ADD} --source {{}} --locator 'item 5'", "standing", "Visits", "Record of discussion, Beijing")
    ids = [(row["id"], row["title"]) for row in bilateral.rows("sources")]
    assert ("2026-02-10", "Agreed minutes, Islamabad") in ids
    assert ("2026-02-10-2", "Record of discussion, Beijing") in ids
    assert "WRONG" not in bilateral("check")


def test_a_source_that_was_recorded_can_be_cited(bilateral):
    said = bilateral(
        "sources add 2026-03-minutes {} --kind agreed_minutes --dated-on '20 March 2026' --place Beijing --location {}",
        "Minutes of the JWG",
        "file 12/2026",
    )
    assert "2026-03-minutes recorded: Minutes of the JWG. Cite it with: --source 2026-03-minutes\n" == said
    expected = {
        "id": "2026-03-minutes",
        "dated_on": "2026-03-20",
        "kind": "agreed_minutes",
        "location": "file 12/2026",
        "title": "Minutes of the JWG",
    }
    assert expected == bilateral.rows("sources")[-1]
    assert "2026-03-minutes" == added(bilateral, "meeting", "--source 2026-03-minutes --locator 'item 2'")["source"]


def test_a_party_is_recorded_and_described_anew(bilateral):
    assert ("TJ recorded: Tajikistan, Dushanbe, Asia/Dushanbe. Use it with: --parties TJ,...\n") == bilateral(
        "parties add tj --name Tajikistan --capital Dushanbe --zone Asia/Dushanbe"
    )
    bilateral("parties add TJ --name {} --capital Dushanbe --zone Asia/Dushanbe", "Republic of Tajikistan")
    expected = {"code": "TJ", "name": "Republic of Tajikistan", "capital": "Dushanbe", "zone": "Asia/Dushanbe"}
    assert expected == bilateral.rows("parties")[-1]
    assert 3 == len(bilateral.rows("parties"))


def test_numbers_go_on_in_each_relationship(bilateral):
    bilateral("parties add TJ --name Tajikistan --capital Dushanbe --zone Asia/Dushanbe")
    for parties in ("PK,TJ", "TJ,PK", "CN,PK", "PK,CN,TJ"):
        bilateral(f"add standing Exchange --parties {parties} --agreed-on 2026-02-10")
    refs = [subject for act, subject in bilateral.journal() if act == "agreed"]
    assert ["PK-TJ-1", "PK-TJ-2", "PK-CN-11", "PK-CN-TJ-1"] == refs[-4:]


def test_the_journal_names_who_wrote(bilateral):
    bilateral(f"{ADD} --by 'A. Khan'", "standing", "One")
    bilateral(ADD, "standing", "Two", BILATERAL_AUTHOR="Mr Li")
    bilateral(ADD, "standing", "Three", BILATERAL_AUTHOR="", LOGNAME="cron")
    assert ["A. Khan", "Mr Li", "cron"] == [entry["author"] for entry in bilateral.rows("history")[-3:]]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("add meeting Talks --parties PK,CN --agreed-on 2026-02-10 --source {}", "PK-CN-11 (Talks) recorded"),
        ("parties add TJ --name {} --capital Dushanbe --zone Asia/Dushanbe", "TJ recorded"),
        ("sources add minutes {} --kind mou --dated-on 2026-02-10", "minutes recorded"),
    ],
)
def test_a_rehearsal_says_what_would_be_recorded_and_changes_nothing(bilateral, line, said):
    line += " --locator 'item 1'" if "--source" in line else ""
    before = bilateral.content()
    answer = bilateral(f"{line} --dry-run", "Agreed minutes")
    assert said in answer
    assert "Undo with" not in answer
    assert "This was a rehearsal (--dry-run): nothing was recorded.\n" == bilateral.said
    assert before == bilateral.content()


@pytest.mark.parametrize("citation", ["--quote word", "--paraphrase word", "--locator 'paragraph 1'"])
def test_a_citation_needs_its_source(bilateral, citation):
    expected = "Error: A quote needs the document it stands in. Name it with --source.\n"
    assert expected == bilateral.refuses(f"{ADD} {citation}", "standing", "Exchange", exits=2)


def test_a_source_needs_the_place_in_it(bilateral):
    refusal = bilateral.refuses(f"{ADD} --source 2026-01-07-beijing", "standing", "Exchange", exits=2)
    assert refusal.startswith("Error: Say where in the source it stands")


def test_a_source_nobody_knows_is_not_taken_for_a_description(bilateral):
    refusal = bilateral.refuses(f"{ADD} --source 2025-minutes --quote x", "standing", "Exchange", exits=2)
    assert "No source '2025-minutes' is on record. See them with: bilateral sources." in refusal


def test_a_source_id_is_used_once(bilateral):
    expected = "Error: A source 2026-01-07-beijing is on record already. See it with: bilateral sources\n"
    line = "sources add 2026-01-07-beijing Other --kind mou --dated-on 2026-01-07"
    assert expected == bilateral.refuses(line, exits=4)


def test_what_has_a_date_needs_no_review(bilateral):
    refusal = bilateral.refuses(f"{ADD} --due 2026-12-01 --review-every '1 year'", "meeting", "Talks", exits=2)
    assert "What has a due date comes up by itself. Leave out --review-every." in refusal


def test_a_first_due_date_needs_a_rhythm(bilateral):
    refusal = bilateral.refuses(f"{ADD} --first-due 2026-12-01", "meeting", "Talks", exits=2)
    assert refusal.startswith("Error: --first-due needs --every")
