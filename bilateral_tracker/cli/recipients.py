"""The command for those who are told: who, of what, on which channel, from when to when."""

import re
from datetime import date

import click

from bilateral_tracker.cli.agree import show_table
from bilateral_tracker.cli.context import Session, pass_session, say
from bilateral_tracker.cli.options import CODE, DAY, LINE, TITLE, example, form_option, one_of, register_option, writes
from bilateral_tracker.domain.mail_address import read_address
from bilateral_tracker.domain.recipient import LONGEST_RECIPIENT_ID, RECIPIENT_ID, Recipient, Role, read_scope
from bilateral_tracker.errors import WrongUsage, quoted


@click.group("recipients", invoke_without_command=True, epilog=example("bilateral recipients"))
@register_option
@form_option
@click.pass_context
@pass_session
def recipients_command(session: Session, context: click.Context) -> None:
    """List, add and relieve those who are reminded. Where nobody is on record, the desk itself is told."""
    if context.invoked_subcommand is None:
        from bilateral_tracker.reports.told import RECIPIENT_COLUMNS, recipient_cells

        show_table(session, RECIPIENT_COLUMNS, recipient_cells(session.reading.recipients()))


@recipients_command.command(
    "add",
    short_help="Record somebody who is told.",
    epilog=example(
        'bilateral recipients add a.khan --name "Amina Khan" --for PK-CN \\',
        "  --address a.khan@example.org",
    ),
)
@click.argument("recipient_id", metavar="ID")
@click.option("--name", type=TITLE, required=True, help="Their name.")
@click.option("--address", type=LINE, default="", help="Where mail reaches them.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.OFFICER.value,
    help=f"What they are told: everything, or what stays overdue: {one_of(Role)}. [default: officer]",
)
@click.option("--for", "scope", default="all", help="Of what: PK-CN, PK-CN-1, lead:NCCIA or all. [default: all]")
@click.option("--party", type=CODE, help="In whose capital they sit. [default: the home party]")
@click.option("--channel", type=LINE, default="", help="On which channel. [default: the usual one]")
@click.option("--from", "from_on", type=DAY, help="Their first day.")
@click.option("--until", "until_on", type=DAY, help="Their last day.")
@click.option("--alternate", is_flag=True, help="They are told only while nobody else is.")
@writes
@pass_session
def recipients_add_command(
    session: Session,
    recipient_id: str,
    name: str,
    address: str,
    role: str,
    scope: str,
    party: str | None,
    channel: str,
    from_on: date | None,
    until_on: date | None,
    alternate: bool,
) -> None:
    """Record under an ID who is told; a known one is described anew. Where nobody is recorded, the desk is told."""
    from bilateral_tracker.desk.recipients import take_in_recipient

    told = Recipient(
        _read_id(recipient_id),
        name,
        _read_address(address),
        Role(role),
        read_scope(scope),
        party or session.reading.home().party,
        channel,
        from_on,
        until_on,
        alternate,
    )
    _tell(session, take_in_recipient(session.desk, told))
    if channel:
        _warn_of_missing(channel)


def _warn_of_missing(channel: str) -> None:
    """It may be set up on the machine that sends; if this is the one, somebody should know."""
    from bilateral_tracker.configuration.configuration import read_configuration

    names = read_configuration().channel_names
    if channel not in names:
        click.echo(
            f"The configuration of this machine knows no channel {quoted(channel)}; it has {', '.join(names)}. "
            "Set it up where reminders are sent from.",
            err=True,
        )


@recipients_command.command(
    "leave",
    short_help="Record somebody's last day.",
    epilog=example("bilateral recipients leave a.khan --on 2026-12-31"),
)
@click.argument("recipient_id", metavar="ID")
@click.option("--on", type=DAY, required=True, help="The last day on which they are told.")
@writes
@pass_session
def recipients_leave_command(session: Session, recipient_id: str, on: date) -> None:
    """Record the last day on which somebody is told. Who else is told of the same goes on being told."""
    from bilateral_tracker.desk.recipients import leave

    _tell(session, leave(session.desk, recipient_id, on))


@recipients_command.command(
    "hand-over",
    short_help="Record who takes over a post.",
    epilog=example(
        'bilateral recipients hand-over a.khan b.noor --name "Bilal Noor" \\',
        "  --address b.noor@example.org --on 2027-01-01",
    ),
)
@click.argument("recipient_id", metavar="ID")
@click.argument("successor_id", metavar="NEW_ID")
@click.option("--name", type=TITLE, required=True, help="The successor's name.")
@click.option("--address", type=LINE, default="", help="Where mail reaches the successor.")
@click.option("--on", type=DAY, required=True, help="The successor's first day.")
@writes
@pass_session
def recipients_hand_over_command(
    session: Session, recipient_id: str, successor_id: str, name: str, address: str, on: date
) -> None:
    """Record who takes over a post, and from when; on that day they are told of all that is open."""
    from bilateral_tracker.desk.recipients import Successor, hand_over

    successor = Successor(_read_id(successor_id), name, _read_address(address))
    _tell(session, hand_over(session.desk, recipient_id, successor, on))


def _tell(session: Session, told: Recipient) -> None:
    from bilateral_tracker.reports.told import say_told

    say(session, say_told(told, session.today))


def _read_id(typed: str) -> str:
    if not re.fullmatch(RECIPIENT_ID, typed) or len(typed) > LONGEST_RECIPIENT_ID:
        raise WrongUsage(
            f"{quoted(typed)} is not an id. Use at most {LONGEST_RECIPIENT_ID} small letters and digits, "
            "with single dots or hyphens between them, like a.khan"
        )
    return typed


def _read_address(typed: str) -> str:
    return read_address(typed) if typed else ""
