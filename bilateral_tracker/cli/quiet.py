"""Commands that ask to hear no more of something for a while."""

from datetime import date

import click

from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.options import DAY, example, reference_argument, writes
from bilateral_tracker.domain.reference import Reference


@click.command("acknowledge", epilog=example("bilateral acknowledge PK-CN-1"))
@reference_argument
@writes
@pass_session
def acknowledge_command(session: Session, reference: Reference) -> None:
    """Be reminded no more of what is known: not until it is overdue, or climbs to the director or the head.

    A new date is told of all the same. The director and the head are told on their days.
    """
    from bilateral_tracker.configuration.configuration import read_configuration
    from bilateral_tracker.desk.quiet import hush
    from bilateral_tracker.reports.told import say_acknowledged

    settings = read_configuration().remind
    row, quiet = hush(session.desk, reference)
    say(session, say_acknowledged(row, quiet, settings.stages(row.kind, reference.commitment)))


@click.command("snooze", epilog=example("bilateral snooze PK-CN-1 --until +14d"))
@reference_argument
@click.option("--until", type=DAY, required=True, help="The day on which to be reminded again.")
@writes
@pass_session
def snooze_command(session: Session, reference: Reference, until: date) -> None:
    """Be reminded again later: nothing is said of REF until a day, and on that day it is said again.

    A new date is told of all the same. The director and the head are told on their days.
    """
    from bilateral_tracker.desk.quiet import hush
    from bilateral_tracker.reports.told import say_snoozed

    say(session, say_snoozed(hush(session.desk, reference, until).quiet))
