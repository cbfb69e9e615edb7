"""The command that cron calls."""

from collections.abc import Iterable, Sequence

import click

from bilateral_tracker.cli.context import Session, pass_session
from bilateral_tracker.cli.options import as_of_option, dry_run_option, example, register_option
from bilateral_tracker.domain.situation import Situation


@click.command("remind", epilog=example("bilateral remind --dry-run"))
@as_of_option
@dry_run_option
@register_option
@pass_session
def remind_command(session: Session) -> None:
    """Say once what is due or overdue; made for cron, which mails only news: it is silent when nothing is owed.

    Stages: 30, 14, 7 and 1 days before, the day, then every week while it is overdue; reviews on their day. They are
    counted from the date arranged, if there is one; if it passes and nothing is recorded, you are asked once.
    After days without a run only the latest stage is said.
    """
    from bilateral_tracker.cli.last_run import leave_trace
    from bilateral_tracker.desk.remind import owed_reminders, say_owed

    owed = owed_reminders(session.reading, session.view)
    if session.dry_run:
        _print([row for _, row in owed], session)
    elif owed:
        say_owed(session.writing, session.view, session.moment, lambda rows: _print(rows, session))
    leave_trace(session)


def _print(rows: Sequence[Situation], session: Session) -> None:
    """The reminders in one piece, flushed before they count as said."""
    if rows:
        click.echo("\n".join(_lines(rows, session)))


def _lines(rows: Sequence[Situation], session: Session) -> Iterable[str]:
    from bilateral_tracker.reports.notice import notice

    # A run of cron that has no date to answer asks for neither.
    proposed = any(row.proposed_for for row in rows)
    names = {party.code: party.name for party in session.reading.parties()} if proposed else {}
    side = session.side() if proposed else ""
    for row in rows:
        yield notice(row, session.view.as_of, side, names)
