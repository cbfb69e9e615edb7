"""What cannot be, must not be or is not text: a sentence, an exit code, and a register that is as it was.

`refuses` sees to the rest: no traceback, nothing on standard output, no character that acts on a terminal.
"""

import os
from pathlib import Path

import pytest

ADD = "add meeting Talks --parties PK,CN --agreed-on 2026-02-10"
DELIVERABLE = "add deliverable Draft --parties PK,CN --agreed-on 2026-02-10 --due 2026-10-01"

NOT_TO_BE = {
    # dates
    "a date that does not exist": (
        "held PK-CN-1 --on 2026-02-30",
        2,
        "'2026-02-30' does not exist: February 2026 has 28 days. Type 2026-02-28 for its last day.",
    ),
    "a date with two readings": (
        "held PK-CN-1 --on 07/01/2026",
        2,
        "has two readings. Type 2026-01-07 for 7 January 2026 or 2026-07-01 for 1 July 2026.",
    ),
    "a span where a day is needed": ("held PK-CN-1 --on 2026-Q3", 2, "Type a day, such as 2026-09-30."),
    "a date without a year": ("held PK-CN-1 --on '7 January'", 2, "Give the year, as in 7 January 2026 or 2026-Q3."),
    "no date": ("held PK-CN-1 --on ''", 2, "No day was given. Type it like 2026-01-07,"),
    "a day that is no word": ("status --as-of someday", 2, "'someday' cannot be read as a day. Type it like"),
    "a horizon in the past": ("upcoming --within 2026-01", 2, "Type a length of time such as 90d, 2w, 3m or 1y,"),
    "a day beyond the calendar": ("postpone PK-CN-1 --to +9999y", 2, "Type a day within them."),
    "known by no day": ("status --known-by 30/30/2026", 2, "cannot be read as a day. Type it like"),
    # references
    "an unknown reference": ("held PK-CN-99 --on 2026-04-29", 3, "See them with: bilateral list"),
    "an ambiguous reference": ("held PK --on 2026-04-29", 4, "PK-CN-10. Type one of them whole."),
    "a malformed reference": ("held 'PK CN 1' --on 2026-04-29", 2, "They look like PK-CN-1, PK-CN-1#2 or PK-CN-1.3"),
    "an empty reference": ("held '' --on 2026-04-29", 2, "They look like PK-CN-1, PK-CN-1#2 or PK-CN-1.3"),
    "an endless reference": (f"held {'PK-' * 4000} --on 2026-04-29", 2, "…' is not a reference. They look like"),
    "two numbers": ("held PK-CN-1#2 --number 3 --on 2026-04-29", 2, "name two occurrences. Leave one of them out."),
    # occurrences
    "occurrence zero": ("held PK-CN-1#0 --on 2026-04-29", 2, "They look like PK-CN-1, PK-CN-1#2"),
    "number zero": ("held PK-CN-1 --number 0 --on 2026-04-29", 2, "They are counted from 1, like: --number 3"),
    "a negative number": ("held PK-CN-1 --number -1 --on 2026-04-29", 2, "They are counted from 1, like: --number 3"),
    "a negative occurrence": ("postpone PK-CN-1#-1 --to +9d", 2, "They look like PK-CN-1, PK-CN-1#2"),
    "a number in words": ("cancel PK-CN-1 --number three", 2, "They are counted from 1, like: --number 3"),
    "a number in other digits": ("cancel PK-CN-1 --number ٣", 2, "They are counted from 1, like: --number 3"),
    "an occurrence after the year 9999": ("held PK-CN-1#999999 --on today", 3, "with: bilateral explain PK-CN-1"),
    "a far number": ("held PK-CN-1 --number 99 --on today", 4, "#4 at the latest. Check the number and the date."),
    "the second delivery of what is due once": ("delivered PK-CN-11#2 --on today", 3, "has no occurrence #2."),
    "the second of what has no date": ("delivered PK-CN-6#2 --on today", 3, "has no occurrence #2."),
    "its postponement": ("postpone PK-CN-11#2 --to 2026-12-01", 3, "has no occurrence #2."),
    "its deferral": ("defer PK-CN-11#2", 3, "has no occurrence #2."),
    "its cancellation": ("cancel PK-CN-6#2", 3, "See those it has with: bilateral explain PK-CN-6"),
    "its waiver": ("waive PK-CN-6 --number 999999", 3, "has no occurrence #999999."),
    "its dossier": ("show PK-CN-11#2", 3, "See those it has with: bilateral explain PK-CN-11"),
    "its derivation": ("explain PK-CN-1#999999", 3, "has no occurrence #999999."),
    "its history": ("history PK-CN-11#2", 3, "has no occurrence #2."),
    "its follow-ups": ("follow-up list PK-CN-11#2", 3, "has no occurrence #2."),
    "a review of one occurrence": ("reviewed PK-CN-3#1", 2, "Leave out the number: PK-CN-3"),
    # what happened
    "held in the future": ("held PK-CN-1 --on 2026-12-24", 2, "Record it when it has happened."),
    "held before it was agreed": ("held PK-CN-1 --on 2026-01-06", 4, "it was agreed only on 7 January 2026. Check"),
    "the same sitting twice": ("held PK-CN-2 --on 2026-07-01", 4, "say which occurrence this one settles: --number N"),
    "settled already": ("held PK-CN-2#1 --on 2026-07-02", 4, "take it back with: bilateral undo 16"),
    "held, of a deliverable": ("held PK-CN-6 --on today", 2, "Use: bilateral delivered PK-CN-6 --on DATE"),
    "held, of conduct": ("held PK-CN-3 --on today", 2, "Use: bilateral reviewed PK-CN-3 --on DATE"),
    "held, of what is on file": ("held PK-CN-8 --on today", 4, "with: bilateral amend PK-CN-8 --strength agreed"),
    "delivered, of a meeting": ("delivered PK-CN-1 --on today", 2, "Use: bilateral held PK-CN-1 --on DATE"),
    "reviewed, of what has a date": ("reviewed PK-CN-1", 4, "with: bilateral held PK-CN-1 --on DATE"),
    "reviewed tomorrow": ("reviewed PK-CN-3 --on tomorrow", 2, "Record it when it has happened."),
    "postponed to the same date": ("postpone PK-CN-1 --to 2026-10-07", 2, "Give a later date."),
    "postponed to an earlier date": ("postpone PK-CN-1 --to 2026-10-01", 2, "Give a later date."),
    "postponed without a date": ("postpone PK-CN-3 --to +9d", 4, "with: bilateral reviewed PK-CN-3"),
    "postponed tomorrow": ("postpone PK-CN-1 --to +9d --on tomorrow", 2, "Record it when it has happened."),
    "deferred without a date": ("defer PK-CN-3", 4, "with: bilateral reviewed PK-CN-3"),
    "cancelled, on file": ("cancel PK-CN-8", 4, "it is on file and nothing is owed."),
    # terms
    "an empty title": ("add meeting '' --parties PK,CN --agreed-on today", 2, "Give a few words"),
    "a blank title": ("add meeting ' ' --parties PK,CN --agreed-on today", 2, "Give a few words"),
    "an endless title": (f"add meeting {'x' * 10_000} --parties PK,CN --agreed-on today", 2, "at most 300 are kept."),
    "an endless note": (f"held PK-CN-1 --on today --note {'x' * 10_001}", 2, "at most 10,000 are kept. Shorten it."),
    "an endless lead": (f"{ADD} --lead {'x' * 10_000}", 2, "The lead has 10,000 characters; at most 300 are kept."),
    "no period": (f"{ADD} --every '0 months'", 2, "Give at least one and at most 100 years, for example: 3 months"),
    "an endless period": (f"{ADD} --every '1000000 years'", 2, "at most 100 years, for example: 3 months"),
    "an absurd period": (f"{ADD} --every '9999999999999 years'", 2, "Write it like: every 3 months, at least"),
    "a negative period": (f"{ADD} --every '-3 months'", 2, "Write it like: every 3 months, at least"),
    "a period with two meanings": (f"{ADD} --every biannually", 2, "meant: every 6 months, or every 2 years"),
    "again and again, and once": (f"{ADD} --every quarterly --due 2026-12-01", 2, "Leave one out."),
    "due before it was agreed": (f"{ADD} --due 2026-02-09", 2, "before it was agreed on 10 February 2026. Check"),
    "agreed tomorrow": ("add meeting x --parties PK,CN --agreed-on tomorrow", 2, "Check --agreed-on, or record it on"),
    "conduct with a date": ("add standing x --parties PK,CN --agreed-on today --due +9d", 2, "Leave out --every"),
    "less than no grace": (f"{ADD} --grace -1", 2, "-1 is not in the range 0<=x<=3650."),
    "an unknown party": ("add meeting x --parties PK,TJ --agreed-on today", 3, "with: bilateral parties add TJ --name"),
    "one party twice": ("add meeting x --parties PK,pk --agreed-on today", 2, "for example: --parties PK,CN"),
    "one party": ("add meeting x --parties PK --agreed-on today", 2, "for example: --parties PK,CN"),
    "no party": ("add meeting x --parties '' --agreed-on today", 2, "for example: --parties PK,CN"),
    "owed by an outsider": (f"{ADD} --owed-by TJ", 2, "with --owed-by: one of them, or joint"),
    "an unknown zone": ("parties add TJ --name T --capital D --zone Mars/Olympus", 2, "are named like Asia/Karachi or"),
    "a continent for a zone": ("parties add TJ --name T --capital D --zone Asia", 2, "are named like Asia/Karachi or"),
    "no zone": ("parties add TJ --name T --capital D --zone ''", 2, "Zones are named like Asia/Karachi or"),
    "a code that is none": ("parties add T --name T --capital D --zone Asia/Dushanbe", 2, "or digits, like TJ."),
    "the code of everybody": ("parties add joint --name T --capital D --zone Asia/Dushanbe", 2, "like TJ."),
    "an id that is none": ("sources add 'A B' x --kind mou --dated-on today", 2, "like 2026-03-jwg-minutes."),
    "an endless id": (f"sources add {'x' * 61} x --kind mou --dated-on today", 2, "Use at most 60 small letters,"),
    # places
    "a missing parent folder": ("backup missing/copy.db", 1, "Cannot write missing/copy.db: No such"),
    "a copy under a file": ("backup ../registers/register.db/copy.db", 1, "copy.db: Not a directory."),
    "an endless file name": (f"backup {'x' * 300}", 1, "Cannot write xxx"),
    "a register under a file": ("init --register ../registers/register.db/r.db", 1, "Choose another place with"),
    "a register in a missing folder": ("list --register missing/r.db", 3, "Start one with: bilateral init --seeds"),
    "a folder for a register": ("list --register .", 1, "Name the register's file with --register PATH"),
    "an address": ("list --register postgresql://example.org/r", 2, "Name one with --register PATH"),
    # words
    "an unknown command": ("hold PK-CN-1", 2, "No such command 'hold'. Did you mean 'held'?"),
    "an unknown option": ("held PK-CN-1 --minuts x", 2, "No such option '--minuts'. Did you mean '--minutes'?"),
    "an unknown form": ("list --format xml", 2, "'xml' is not one of 'table', 'csv', 'json'."),
    "one word too many": ("status extra", 2, "Got unexpected extra argument (extra)"),
    "a missing argument": ("add meeting", 2, "Missing argument 'TITLE'."),
    "a missing option": ("held PK-CN-1", 2, "Missing option '--on'."),
}  # fmt: skip


@pytest.mark.parametrize("case", NOT_TO_BE)
def test_what_cannot_be_is_refused_with_a_remedy(bilateral, case):
    line, exits, remedy = NOT_TO_BE[case]
    bilateral(DELIVERABLE)
    bilateral("held PK-CN-2 --on 2026-07-01")
    refusal = bilateral.refuses(line, exits=exits)
    assert remedy in refusal
    assert "Error: " == refusal.splitlines()[-1][:7]
    assert 1000 > len(refusal)


# Characters that act on a terminal, wherever they are typed.

ACTING = {
    "colour": "\x1b[31mred\x1b[0m",
    "bell and delete": "a\x07\x7f",
    "c1": "\x9b31m",
    "bidi override": "\u202eevil",
    "bidi isolate": "\u2066evil\u2069",
    "line separator": "a\u2028b",
    "broken utf-8": "x\udcff",
}

PLACES = {
    "title": ("add standing {} --parties PK,CN --agreed-on today", 2),
    "parties": ("add standing x --parties PK,{} --agreed-on today", 3),
    "owed by": (f"{ADD} --owed-by {{}}", 2),
    "whose list": ("list --party {}", 2),
    "whose debts": ("list --owed-by {}", 2),
    "whose lead": ("list --lead {}", 2),
    "text to be found": ("list --text {}", 2),
    "lead": (f"{ADD} --lead {{}}", 2),
    "source": (f"{ADD} --source {{}} --quote x", 2),
    "quote": (f"{ADD} --source 2026-01-07-beijing --quote {{}}", 2),
    "paraphrase": (f"{ADD} --source 2026-01-07-beijing --paraphrase {{}}", 2),
    "locator": (f"{ADD} --source 2026-01-07-beijing --locator {{}}", 2),
    "period": (f"{ADD} --every {{}}", 2),
    "due": (f"{ADD} --due {{}}", 2),
    "kind": ("add {} x --parties PK,CN --agreed-on today", 2),
    "note": ("held PK-CN-1 --on 2026-04-29 --note {}", 2),
    "place": ("held PK-CN-1 --on 2026-04-29 --place {}", 2),
    "mode": ("held PK-CN-1 --on 2026-04-29 --mode {}", 2),
    "minutes": ("held PK-CN-1 --on 2026-04-29 --minutes {}", 2),
    "author": ("held PK-CN-1 --on 2026-04-29 --by {}", 2),
    "date": ("held PK-CN-1 --on {}", 2),
    "number": ("held PK-CN-1 --on 2026-04-29 --number {}", 2),
    "reason": ("postpone PK-CN-1 --to 2026-12-15 --reason {}", 2),
    "reference": ("show {}", 2),
    "subject": ("history {}", 2),
    "text": ("follow-up add PK-CN-1 {}", 2),
    "owner": ("follow-up add PK-CN-1 x --owner {}", 2),
    "follow-up's due date": ("follow-up add PK-CN-1 x --due {}", 2),
    "entry": ("undo {}", 2),
    "party's code": ("parties add {} --name T --capital D --zone Asia/Dushanbe", 2),
    "party's name": ("parties add TJ --name {} --capital D --zone Asia/Dushanbe", 2),
    "capital": ("parties add TJ --name T --capital {} --zone Asia/Dushanbe", 2),
    "zone": ("parties add TJ --name T --capital D --zone {}", 2),
    "source's id": ("sources add {} x --kind mou --dated-on today", 2),
    "source's title": ("sources add x {} --kind mou --dated-on today", 2),
    "source's kind": ("sources add x x --kind {} --dated-on today", 2),
    "location": ("sources add x x --kind mou --dated-on today --location {}", 2),
    "as of": ("status --as-of {}", 2),
    "known by": ("status --known-by {}", 2),
    "horizon": ("upcoming --within {}", 2),
    "form": ("list --format {}", 2),
    "standing": ("list --standing {}", 2),
    "register": ("list --register {}", 3),
    "address": ("list --register postgresql://{}", 2),
    "home": ("init --home {} --register new.db", 2),
    "command": ("{}", 2),
    "subcommand": ("parties {}", 2),
    "extra word": ("status {}", 2),
}


PASSAGES = ("note", "reason", "quote", "paraphrase")  # their line breaks, of whatever sort, become blanks


@pytest.mark.parametrize(
    ("place", "text"),
    [(place, text) for place in PLACES for text in ACTING if text != "line separator" or place not in PASSAGES],
)
def test_no_character_that_acts_on_a_terminal_is_kept_or_repeated(bilateral, place, text):
    line, exits = PLACES[place]
    assert "Error: " in bilateral.refuses(line, ACTING[text], exits=exits)


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_an_option_of_such_characters_is_not_repeated_either(bilateral, text):
    for line in ("{}", "held PK-CN-1 {} x", "parties add {}"):
        assert "No such option" in bilateral.refuses(line, f"--{text}", exits=2)


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_the_environment_is_no_better_trusted(bilateral, text):
    assert "Set it like: BILATERAL_TODAY=2026-11-24\n" in bilateral.refuses("status", exits=2, BILATERAL_TODAY=text)
    assert "The author's name" in bilateral.refuses("undo", exits=2, BILATERAL_AUTHOR=text)
    assert "There is no register at" in bilateral.refuses("list", exits=3, BILATERAL_REGISTER=text)


@pytest.mark.parametrize("text", ACTING.values(), ids=ACTING)
def test_a_file_may_have_such_a_name_and_the_answer_does_not(bilateral, text):
    assert "Register started at" in bilateral("init --register {}", f"{text}.db")
    assert "Copied to" in bilateral("backup {}", f"{text}-copy.db")
    bilateral("export csv --to {}", f"{text}.csv")
    assert {f"{text}.csv", f"{text}.db", f"{text}-copy.db"} == {path.name for path in Path().glob("*[bv]")}


def test_a_blank_author_and_a_missing_day_are_refused(bilateral):
    assert "The author's name is empty." in bilateral.refuses("undo --by ' '", exits=2)
    assert "BILATERAL_TODAY is 'tomorrow', which is no date." in bilateral.refuses(
        "", exits=2, BILATERAL_TODAY="tomorrow"
    )


def test_what_joins_persian_and_urdu_letters_is_text(bilateral):
    title = "می\u200cخواهیم \u200fاجلاس"
    bilateral("add standing {} --parties PK,CN --agreed-on 2026-02-10", title)
    assert title == bilateral.rows("list --kind standing")[-1]["title"]


def test_blanks_are_put_in_order(bilateral):
    bilateral("held PK-CN-1 --on 2026-04-29 --note {} --place {}", " one\n\ttwo  ", "  Islamabad   city ")
    assert bilateral.rows("history PK-CN-1")[-1]["says"].endswith(": one two")
    assert "Islamabad city" in bilateral("show PK-CN-1 --format csv")


# Whole processes: bytes that are no text, readers who leave, terminals that know little.


@pytest.mark.parametrize("line", [
    "add standing {} --parties PK,CN --agreed-on today",
    "held PK-CN-1 --on {}",
    "held PK-CN-1 --on today --by {}",
    "show {}",
    "{}",
    "status --{}",
])  # fmt: skip
def test_bytes_that_are_no_text_are_refused(process, bilateral, line):
    before = bilateral.content()
    line, values = (line, [b"x\xff\xfe\x1b"]) if "--{}" not in line else ("status {}", [b"--x\xff\xfe\x1b"])
    run = process(line, *values, capture_output=True)
    assert (2, b"") == (run.returncode, run.stdout)
    assert b"Error: " in run.stderr
    assert run.stderr.isascii()
    assert b"\x1b" not in run.stderr
    assert b"Traceback" not in run.stderr
    assert before == bilateral.content()


def test_a_register_may_lie_where_the_path_is_no_text(process):
    run = process("init --register {}", b"r\xff.db", capture_output=True)
    assert (0, b"") == (run.returncode, run.stderr)
    assert run.stdout.startswith(rb"Register started at r\udcff.db without commitments")
    assert 0 == process("check --register {}", b"r\xff.db", capture_output=True).returncode


@pytest.mark.parametrize("line", ["list", "history --format json", "export csv", "held PK-CN-1 --on 2026-04-29"])
def test_a_reader_who_leaves_ends_the_run_quietly(process, line):
    theirs, ours = os.pipe()
    os.close(theirs)
    with os.fdopen(ours, "wb") as nobody:
        run = process(line, stdout=nobody, stderr=-1)
    assert (1, b"") == (run.returncode, run.stderr)


def test_a_full_disk_is_told_in_a_sentence_and_what_was_recorded_stays(process, bilateral):
    for line in ("list", "list --format csv", "history --format json", "held PK-CN-1 --on 2026-04-29"):
        with Path("/dev/full").open("wb") as full:
            run = process(line, stdout=full, stderr=-1)
        assert 1 == run.returncode
        expected = "Error: The answer could not be written: No space left on device. Make room, or send it elsewhere."
        assert run.stderr.decode().startswith(expected)
        assert b"Traceback" not in run.stderr
    assert ("held", "PK-CN-1") == bilateral.journal()[-1]


def test_without_standard_output_nothing_is_done(process, bilateral):
    before = bilateral.content()
    run = process("remind", stderr=-1, preexec_fn=lambda: os.close(1))
    expected = b"Error: Standard output is closed. Nothing was done. Open it, or send it to /dev/null\n"
    assert (1, expected) == (run.returncode, run.stderr)
    assert before == bilateral.content()


CHINESE = "中巴联合工作组"


@pytest.mark.parametrize(
    "environment",
    [{}, {"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}],
    ids=str,
)
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_terminal_that_knows_little_still_shows_the_rest(process, bilateral, environment, form):
    bilateral("add meeting {} --parties PK,CN --agreed-on 2026-02-10 --due 2026-10-01", CHINESE)
    env = environment | {"BILATERAL_TODAY": "2026-11-24"}
    line = f"overdue --format {form} --register {bilateral.register}"
    run = process(line, env=env, capture_output=True)
    assert (0, b"") == (run.returncode, run.stderr)
    escaped = CHINESE.encode("unicode_escape")
    assert CHINESE.encode() in run.stdout or escaped in run.stdout
    assert b"Joint Working Group meets" in run.stdout


def test_with_a_bare_environment_the_author_is_the_login_name(process, bilateral):
    run = process(f"held PK-CN-1 --on 2026-04-29 --register {bilateral.register}", env={}, capture_output=True)
    assert (0, b"") == (run.returncode, run.stderr)
    assert Path("/proc/self").owner() == bilateral.rows("history")[-1]["author"]


def test_a_rehearsal_of_what_is_refused_is_refused_too(bilateral):
    for line in ("held PK-CN-1 --on tomorrow", "cancel PK-CN-8", f"{ADD} --owed-by TJ", "undo 99"):
        assert "Error: " in bilateral.refuses(f"{line} --dry-run", exits=bilateral_code(line))


def bilateral_code(line):
    return {"held": 2, "cancel": 4, "add": 2, "undo": 3}[line.split()[0]]
