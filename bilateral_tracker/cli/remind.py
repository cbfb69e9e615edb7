"""The command that cron calls."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import click

from bilateral_tracker.cli.context import Session, pass_session, show
from bilateral_tracker.cli.options import LINE, as_of_option, dry_run_option, example, form_option, register_option
from bilateral_tracker.configuration.place import is_configured

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bilateral_tracker.configuration.configuration import Configuration
    from bilateral_tracker.desk.post import Post
    from bilateral_tracker.desk.remind import Run
    from bilateral_tracker.desk.sending import Failed
    from bilateral_tracker.domain.reminder import Reminder
    from bilateral_tracker.domain.round import Owed

MOST_LISTED = 200
"""How many lines of the ledger fill a screen well enough; programs get all of them."""


@click.command("remind", epilog=example("bilateral remind --dry-run"))
@click.option("--list", "listing", is_flag=True, help="Show what was sent to whom, the latest first.")
@click.option("--test", "testing", is_flag=True, help="Send one harmless message on each channel.")
@click.option("--to", type=LINE, default="", help="The address that --test writes to. [default: each channel's sender]")
@form_option
@as_of_option
@dry_run_option
@register_option
@pass_session
def remind_command(session: Session, listing: bool, testing: bool, to: str) -> None:
    """Say once what is due or overdue; made for cron, which mails only news: it is silent when nothing is owed.

    Stages: 30, 14, 7 and 1 days before, the day, then every week while it is overdue, after 30 days to the director
    too, after 60 to the head; reviews on their day; 45 days before a sitting that has no date yet. They are counted
    from the date arranged, if there is one; if it passes and nothing is recorded, you are asked once.

    After days without a run only the latest stage is said. What could not be sent is tried again at the next run.
    """
    if listing:
        _list(session)
    elif testing:
        from bilateral_tracker.cli.trial import try_channels

        try_channels(session, to)
    else:
        from bilateral_tracker.cli.last_run import leave_trace

        _remind(session)
        leave_trace(session)


def _remind(session: Session) -> None:
    configuration = _configuration() if is_configured() else None
    run = _run(session, configuration)
    owed = run.owed(session.reading)
    if not owed:
        return
    post = _post(session, run, configuration or _configuration(), owed.values())
    if session.dry_run:
        _rehearse(post, owed, session.reading.seal)
        return
    from bilateral_tracker.desk.sending import send_owed

    try:
        failed = send_owed(session.writing, run, post.send)
    finally:
        post.close()
    if failed:
        raise _not_sent(failed, post)


def _configuration() -> Configuration:
    from bilateral_tracker.configuration.configuration import read_configuration

    return read_configuration()


def _run(session: Session, configuration: Configuration | None) -> Run:
    """The round of today; where nothing is configured, in the usual way, and nothing is loaded to find out.

    The clock is read once for each party: it is one day there for the whole run, even past midnight.
    """
    from bilateral_tracker.desk.capitals import RegisterCapitals
    from bilateral_tracker.desk.remind import Run
    from bilateral_tracker.domain.reminder import STDOUT
    from bilateral_tracker.domain.round import Round
    from bilateral_tracker.domain.stages import RemindSettings
    from bilateral_tracker.settings import calendars_file

    recipients = session.reading.recipients()
    zones = {party.code: party.zone for party in session.reading.parties()} if recipients else {}
    due = Round(
        session.view.as_of,
        cache(lambda party: _today_in(session, zones[party])),
        RegisterCapitals(session.reading, calendars_file()),
        configuration.remind if configuration else RemindSettings(),
        recipients,
        configuration.default_channel if configuration else STDOUT,
    )
    return Run(due, lambda: session.moment)


def _today_in(session: Session, zone: str) -> date:
    """Today there, unless another day was asked about."""
    from bilateral_tracker.clock import today

    return session.view.as_of if session.as_of_words else today(zone)


def _post(session: Session, run: Run, configuration: Configuration, owed: Iterable[Owed]) -> Post:
    from bilateral_tracker.cli.citing import cited_sources
    from bilateral_tracker.desk.post import Post
    from bilateral_tracker.reports.reminding import Known
    from bilateral_tracker.settings import register_place

    sources = cited_sources(session, *(one.history for one in owed))
    names = {party.code: party.name for party in session.reading.parties()}
    known = Known(sources, names, session.side())
    return Post(run.round, configuration, known, register_place(session.place), lambda: session.moment, click.echo)


def _rehearse(post: Post, owed: Mapping[Reminder, Owed], seal: str) -> None:
    """Every message that would be sent, those on other channels with their reader and their subject."""
    from bilateral_tracker.domain.batch import messages

    for message in messages(owed, {}, seal):
        worded, to = post.worded(message, [owed[one] for one in message.reminders]), post.recipient(message)
        if to:
            click.echo(f"To: {to.name} <{to.address or 'no address'}>, by {message.channel}")
            click.echo(f"Subject: {worded.subject}\n")
        click.echo(worded.text.removesuffix("\n"))


def _not_sent(failed: list[Failed], post: Post) -> Exception:
    from bilateral_tracker.errors import TrackerError
    from bilateral_tracker.reports.counting import counted

    told = ((one, post.recipient(one.message)) for one in failed)
    lines = (f"\n  {one.message.channel}, to {to.name if to else 'the desk'}: {one.why}" for one, to in told)
    return TrackerError(
        f"{counted(len(failed), 'message')} could not be sent; the next run tries again.{''.join(lines)}"
    )


def _list(session: Session) -> None:
    from itertools import islice

    from bilateral_tracker.cli.agree import show_table
    from bilateral_tracker.reports.programs import rows_for_programs
    from bilateral_tracker.reports.told import LEDGER_COLUMNS, LEDGER_HEADINGS, ledger_cells, ledger_rows

    lines = session.reading.latest_lines()
    if session.form != "table":
        show(rows_for_programs(session.form, LEDGER_COLUMNS, ledger_rows(lines)))
        return
    shown = list(islice(lines, MOST_LISTED + 1))
    show_table(session, LEDGER_HEADINGS, ledger_cells(shown[:MOST_LISTED]))
    if len(shown) > MOST_LISTED:
        click.echo("These are the latest. See all with: bilateral remind --list --format csv", err=True)
