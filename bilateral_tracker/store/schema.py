"""The tables of a register, as numbered migrations.

The journal and the ledger of reminders are the truth. Every other table is the journal's index: a migration may drop
and rebuild it, and the register folds it anew afterwards. Tables are STRICT; the journal refuses UPDATE, DELETE
and whatever is not the next entry.
"""

import sqlite3

from sqlite_utils import Database, Migrations

from bilateral_tracker.store.database import APPLICATION_ID

migrations = Migrations("bilateral")

JOURNAL_IS_APPEND_ONLY = "the journal is append-only"


@migrations(name="1 journal")
def journal(db: Database) -> None:
    """What must not be lost: the entries, and which reminders were said."""
    entry = {"number": int, "act": str, "subject": str, "body": str, "author": str, "recorded_at": str, "seal": str}
    db.table("entry").create(entry, pk="number", not_null=set(entry), strict=True)
    db.table("entry").create_index(["subject", "number"])
    db.table("entry").create_index(["recorded_at"])
    for action in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER entry_refuses_{action.lower()} BEFORE {action} ON entry "
            f"BEGIN SELECT RAISE(ABORT, '{JOURNAL_IS_APPEND_ONLY}'); END"
        )
    # INSERT OR REPLACE deletes without asking the trigger above.
    db.execute(
        "CREATE TRIGGER entry_takes_the_next_number BEFORE INSERT ON entry "
        "WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry) "
        f"BEGIN SELECT RAISE(ABORT, '{JOURNAL_IS_APPEND_ONLY}'); END"
    )
    key = {"item": str, "about_on": str, "stage": int, "recipient": str, "channel": str}
    reminder = {**key, "said_at": str}
    db.table("reminder").create(reminder, pk=tuple(key), not_null=set(reminder), strict=True)


@migrations(name="2 index")
def index(_: Database) -> None:
    """The index as it was first. The next migration makes it anew, so that nobody makes both."""


@migrations(name="3 readings and decisions")
def readings_and_decisions(db: Database) -> None:
    """What the entries amount to, with the days on which each commitment next wants attention."""
    # The tables that cite others first: nothing may point to what is gone.
    for table in "follow_up review outcome citation counter commitment participant source party register".split():
        db.execute(f"DROP TABLE IF EXISTS {table}")
    register = {"home": str, "zone": str}
    db.table("register").create(register, pk="home", not_null=set(register), strict=True)
    party = {"code": str, "name": str, "capital": str, "zone": str}
    db.table("party").create(party, pk="code", not_null=set(party), strict=True)
    reason = {"word": str, "meaning": str}
    db.table("delay_reason").create(reason, pk="word", not_null=set(reason), strict=True)
    _create_sources(db)
    _create_commitments(db)
    _create_facts(db)
    _create_decisions(db)


@migrations(name="4 recipients")
def recipients(db: Database) -> None:
    """Who is told, who wants to hear no more of what, and a ledger that tells a claim from a message sent."""
    recipient = dict.fromkeys("id name address role scope party channel".split(), str) | {"is_alternate": int}
    db.table("recipient").create(
        {**recipient, "from_on": str, "until_on": str}, pk="id", not_null=set(recipient), strict=True
    )
    _create_decided(
        db,
        "quiet",
        {"commitment": str, "entry": int, "item": str, "about_on": str, "said_on": str},
        {"until_on": str},
    )
    for column in ("claimed_at", "sent_at", "message", "failure"):
        db.execute(f"ALTER TABLE reminder ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    # What was said was claimed and said in one step.
    db.execute("UPDATE reminder SET claimed_at = said_at, sent_at = said_at")
    db.execute("ALTER TABLE reminder DROP COLUMN said_at")
    db.table("reminder").create_index(["claimed_at"])


@migrations(name="5 texts and drafts")
def texts_and_drafts(db: Database) -> None:
    """What was read, and the promises found in it, waiting for a person's yes."""
    text = dict.fromkeys("source sha256 language retrieved_on".split(), str)
    db.table("source_text").create({**text, "text": str}, pk="source", not_null=set(text), strict=True)
    texts = "source title kind strength parties owed_by lead every due quote why question state ref reason".split()
    draft = {"number": int, **dict.fromkeys(texts, str), "start_at": int, "end_at": int}
    db.table("draft").create(draft, pk="number", not_null=set(draft), strict=True)
    db.table("draft").create_index(["source"])
    db.execute("CREATE INDEX draft_waiting ON draft (number) WHERE state <> 'rejected'")


def _create_sources(db: Database) -> None:
    source = {"id": str, "kind": str, "title": str, "dated_on": str, "place": str, "location": str, "sha256": str}
    db.table("source").create(source, pk="id", not_null=set(source), strict=True)
    participant = {"source": str, "position": int, "name": str, "office": str, "party": str}
    db.table("participant").create(
        participant,
        pk=("source", "position"),
        foreign_keys=[("source", "source", "id")],
        not_null=set(participant),
        strict=True,
    )


_REQUIRED_TERMS = {
    "kind": str,
    "title": str,
    "relationship": str,
    "strength": str,
    "owed_by": str,
    "lead": str,
    "agreed_on": str,
    "grace_days": int,
    "arrears": str,
    "first_session": int,
    "first_host": str,
    "note": str,
}
_CADENCE = {
    "every": str,
    "anchor_on": str,
    "first_step": int,
    "reading": str,
    "cadence_words": str,
    "lasts": str,
    "until_on": str,
    "times": int,
    "is_soft": int,
    "is_floor": int,
}
_DUE = {
    "due_earliest": str,
    "due_latest": str,
    "due_words": str,
    "due_event": str,
    "due_event_period": str,
    "due_event_before": int,
    "valid_for": str,
    "renews_for": str,
    "notice": str,
    "review_every": str,
}


def _create_commitments(db: Database) -> None:
    required = {"ref": str, **_REQUIRED_TERMS, "last_fact_on": str}
    agenda = {"expected_from": str, "overdue_from": str, "review_on": str, "follow_up_on": str}
    db.table("commitment").create(
        {**required, **_CADENCE, **_DUE, **agenda}, pk="ref", not_null=set(required), strict=True
    )
    # Partial and led by the day, so that a question costs what it finds and not what is stored.
    for day in agenda:
        db.execute(f"CREATE INDEX commitment_{day} ON commitment ({day}, ref) WHERE {day} IS NOT NULL")
    db.table("commitment").create_index(["last_fact_on"])
    db.table("commitment").create_index(["relationship"])
    counter = {"relationship": str, "last_number": int}
    db.table("counter").create(counter, pk="relationship", not_null=set(counter), strict=True)
    citation = {"commitment": str, "position": int, "source": str, "locator": str, "quote": str, "paraphrase": str}
    db.table("citation").create(
        citation,
        pk=("commitment", "position"),
        foreign_keys=[("commitment", "commitment", "ref"), ("source", "source", "id")],
        not_null=set(citation),
        strict=True,
    )
    db.table("citation").create_index(["source"])


def _create_facts(db: Database) -> None:
    outcome = {"entry": int, "commitment": str, "kind": str, "happened_on": str, "additional": int}
    words = dict.fromkeys("place evidence reason note because party level chairs".split(), str)
    optional = {"number": int, "moved_to": str, "mode": str, "session": int, "takes_turn": int}
    db.table("outcome").create(
        {**outcome, **words, **optional},
        pk="entry",
        foreign_keys=[("entry", "entry", "number"), ("commitment", "commitment", "ref")],
        not_null={*outcome, *words},
        strict=True,
    )
    db.table("outcome").create_index(["commitment"])
    review = {"commitment": str, "position": int, "reviewed_on": str}
    db.table("review").create(
        review,
        pk=("commitment", "position"),
        foreign_keys=[("commitment", "commitment", "ref")],
        not_null=set(review),
        strict=True,
    )
    follow_up = {"commitment": str, "number": int, "text": str, "owner": str, "raised_on": str, "is_milestone": int}
    due = {"due_on": str, "due_period": str, "due_before": int, "due_after_held": int, "due_occurrence": int}
    db.table("follow_up").create(
        {**follow_up, **due, "done_on": str},
        pk=("commitment", "number"),
        foreign_keys=[("commitment", "commitment", "ref")],
        not_null=set(follow_up),
        strict=True,
    )


def _create_decisions(db: Database) -> None:
    """Each with the number of the entry that records it; of terms as first agreed it is 0."""
    made = {"commitment": str, "entry": int, "from_on": str, "both_agreed": int, "reason": str}
    amendment = {**made, "decided_on": str, "ref": str, **_REQUIRED_TERMS}
    withdrawal = {**made, "decided_on": str, "superseded_by": str}
    citation = {"source": str, "locator": str, "quote": str, "paraphrase": str}
    restatement = {"commitment": str, "entry": int, "restated_on": str, **citation}
    _create_decided(db, "amendment", amendment, {**_CADENCE, **_DUE})
    _create_decided(db, "pause", {**made, "shifts": int}, {"resumed_on": str})
    _create_decided(db, "withdrawal", withdrawal)
    _create_decided(db, "restatement", restatement)
    db.table("withdrawal").create_index(["superseded_by"])
    db.table("restatement").create_index(["source"])


def _create_decided(
    db: Database, name: str, required: dict[str, type], optional: dict[str, type] | None = None
) -> None:
    db.table(name).create(
        {**required, **(optional or {})},
        pk=("commitment", "entry"),
        foreign_keys=[("commitment", "commitment", "ref")],
        not_null=set(required),
        strict=True,
    )


def migrate(connection: sqlite3.Connection, stop_before: str | None = None) -> None:
    """Brings the schema up to date, inside the caller's transaction, and marks the file as ours."""
    db = Database(connection, execute_plugins=False)
    migrations.apply(db, stop_before=stop_before)
    done = len(migrations.applied(db))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {done}")
