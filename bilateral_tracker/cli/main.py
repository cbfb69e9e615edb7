"""The command `bilateral`: a group that loads a command's module only when the command is called."""

import gc
import sys
from errno import EDQUOT, EFBIG, EIO, ENOSPC
from importlib import import_module
from typing import Any

import click

from bilateral_tracker.cli.context import Session
from bilateral_tracker.cli.options import as_of_option, known_by_option, register_option
from bilateral_tracker.errors import TrackerError

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("start", "Show a throw-away register made from the seeds."),
    "init": ("start", "Start a register."),
    "check": ("start", "Prove that the register can be trusted."),
    "backup": ("start", "Copy the register to a file."),
    "status": ("look", "Show what wants attention today."),
    "overdue": ("look", "List what is overdue."),
    "upcoming": ("look", "List what falls due next."),
    "list": ("look", "List commitments."),
    "show": ("look", "Show one commitment with all that is on record about it."),
    "explain": ("explain", "Derive a commitment's due dates in words."),
    "history": ("look", "Show who recorded what, and when."),
    "calendar": ("plan", "Show on which days the capitals work."),
    "propose": ("plan", "Propose dates near the due day on which all capitals work."),
    "add": ("agree", "Record a commitment."),
    "instrument": ("instrument", "Record and list treaties, agreements and memoranda."),
    "amend": ("decide", "Record that the terms of a promise were changed."),
    "withdraw": ("decide", "Record that a promise was given up."),
    "pause": ("decide", "Record a pause."),
    "resume": ("decide", "Record that a pause is over."),
    "restated": ("decide", "Record that a promise was announced once more."),
    "parties": ("agree", "List the parties, or record one."),
    "sources": ("agree", "List the sources, or record one."),
    "arrange": ("arrange", "Record the date that the parties agreed on for a coming sitting."),
    "requested": ("arrange", "Record a request for what falls due on request."),
    "occurred": ("arrange", "Record the day of the event on which a due time hangs."),
    "swap": ("arrange", "Record that the parties agreed who hosts the next sitting."),
    "held": ("record", "Record that a sitting was held."),
    "delivered": ("record", "Record that a report or deliverable was delivered."),
    "postpone": ("record", "Record that an occurrence was moved to a later date."),
    "defer": ("record", "Record that an occurrence was put off without a new date."),
    "cancel": ("record", "Record that an occurrence was cancelled."),
    "waive": ("record", "Record that the parties agreed to do without an occurrence."),
    "lapsed": ("record", "Record that an occurrence has lapsed."),
    "reasons": ("reasons", "List the sorts of reasons for delays."),
    "reviewed": ("record", "Record that a promise without a date was looked at."),
    "follow-up": ("follow_up", "Raise, list and finish action points."),
    "milestone": ("milestone", "Set, list and tick off the steps towards a deliverable or report."),
    "read": ("read", "Find the promises in a text."),
    "drafts": ("drafts", "List the promises found in texts."),
    "accept": ("drafts", "Record drafts as commitments."),
    "reject": ("drafts", "Record that a draft is no promise."),
    "undo": ("record", "Take back the latest entry, or a numbered one."),
    "remind": ("remind", "Say once what is due or overdue; made for cron."),
    "acknowledge": ("quiet", "Be reminded no more of what is known."),
    "snooze": ("quiet", "Be reminded again later."),
    "recipients": ("recipients", "List, add and relieve those who are reminded."),
    "cron": ("cron", "Have reminders run by themselves."),
    "export": ("tell", "Write the register for other programs."),
}
"""Each command with the module that holds it and the line that `--help` shows, so that help loads none of them."""


_NO_ROOM = (EDQUOT, EFBIG, EIO, ENOSPC)
"""Why an answer cannot be written: standard output is a file on a full or broken disk."""


class Failure(click.ClickException):
    """A TrackerError on its way out: the sentence on standard error, the exit code its class demands."""

    def __init__(self, problem: TrackerError) -> None:
        super().__init__(str(problem))
        self.exit_code = problem.exit_code  # type: ignore[misc]  # click declares it for the class, reads it here


class LazyGroup(click.Group):
    """A group whose commands are found by name and loaded when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of a desk officer's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, loaded; None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"bilateral_tracker.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_") + "_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their lines."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; a name that is none is told those that are like it, which are not loaded."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as problem:
            raise click.NoSuchCommand(problem.command_name, possibilities=COMMANDS, ctx=ctx) from problem

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """As click does it; what was typed is made safe before a complaint repeats it."""
        try:
            return super().make_context(*args, **kwargs)
        except click.ClickException as problem:
            raise _safe(problem) from problem

    def invoke(self, ctx: click.Context) -> Any:
        """Calls the command; what the user can mend ends as a sentence and an exit code."""
        try:
            return super().invoke(ctx)
        except TrackerError as problem:
            raise _safe(Failure(problem)) from problem
        except click.ClickException as problem:
            raise _safe(problem) from problem
        except OSError as problem:
            if problem.errno not in _NO_ROOM or problem.filename is not None:
                raise
            raise click.ClickException(
                f"The answer could not be written: {problem.strerror}. Make room, or send it elsewhere. "
                "What was recorded stays recorded; see it with: bilateral history"
            ) from problem


def _safe(problem: click.ClickException) -> click.ClickException:
    """The same complaint without control characters."""
    from bilateral_tracker.reports.visible import visible

    problem.message = "\n".join(visible(line) for line in problem.message.split("\n"))  # type: ignore[misc]
    return problem


@click.group(cls=LazyGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@register_option
@as_of_option
@known_by_option
@click.version_option(package_name="bilateral-tracker", prog_name="bilateral")
@click.pass_context
def bilateral(context: click.Context) -> None:
    """Keep what governments promised each other from being forgotten.

    Without a command, bilateral shows what wants attention today. Begin with: bilateral demo
    """
    session = context.ensure_object(Session)
    context.call_on_close(session.close)
    if context.invoked_subcommand is None:
        from bilateral_tracker.cli.look import status_command

        context.invoke(status_command)


def main() -> None:
    """Runs the program. What a terminal cannot encode is shown as an escape instead of ending the run."""
    if sys.stdout is None:  # closed by the caller: a reminder would count as said, and nobody would have heard it
        sys.exit("Error: Standard output is closed. Nothing was done. Open it, or send it to /dev/null")
    gc.freeze()  # Python ends a run by looking for cycles in all that was loaded, which takes a tenth of the run
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(errors="backslashreplace")
    bilateral(prog_name="bilateral")
