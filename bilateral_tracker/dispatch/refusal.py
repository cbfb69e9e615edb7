"""Why a mail server did not take a letter, in its own words, and whether it is of use to go on with others."""

import smtplib

from bilateral_tracker.dispatch.connection import reason
from bilateral_tracker.dispatch.message import ChannelDown, Undelivered
from bilateral_tracker.errors import quoted

CLOSING_DOWN = 421
"""The server ends the conversation (RFC 5321 4.2.1)."""
_LATER = "It is tried again at the next run."
_LONGEST_WORDS = 300


def code(problem: Exception) -> int:
    """The server's number for a refusal (RFC 5321 4.2); 0 if it did not speak."""
    return _answer(problem)[0]


def explained(problem: smtplib.SMTPException | OSError, server: str, to: str) -> Undelivered:
    """What became of a letter on a connection that stood."""
    number, words = _answer(problem)
    said = f"{number} {_shown(words)}"
    match problem:
        case _ if number == CLOSING_DOWN:
            return ChannelDown(f"The mail server {server} closes down: {said}. {_LATER}")
        case smtplib.SMTPRecipientsRefused():
            return Undelivered(
                f"The mail server {server} does not take letters to {to}: {said}. "
                f"{_remedy(number, 'Check the address.')}"
            )
        case smtplib.SMTPSenderRefused():
            return ChannelDown(
                f"The mail server {server} does not take letters from {problem.sender}: {said}. "
                f"{_remedy(number, 'Check the sender, and whether a login is needed.')}"
            )
        case smtplib.SMTPDataError():
            return Undelivered(f"The mail server {server} refused the letter to {to}: {said}. {_LATER}")
    return _broken_off(problem, server, to)


def unreachable(problem: smtplib.SMTPException | OSError | UnicodeError, server: str) -> ChannelDown:
    """Why no connection came about."""
    number, words = _answer(problem)
    match problem:
        case smtplib.SMTPAuthenticationError():
            return ChannelDown(
                f"The mail server {server} refused the login: {number} {_shown(words)}. "
                "Check the user name and the command that gives the password."
            )
        case smtplib.SMTPNotSupportedError():
            return ChannelDown(f"The mail server {server} cannot do what is asked of it: {problem}")
        case smtplib.SMTPResponseException():
            why = f"it answered {number} {_shown(words)}"
        case smtplib.SMTPException():
            why = "it did not answer in time" if _timed_out(problem) else "it hung up, or does not speak SMTP"
        case _:
            why = reason(problem)
    return ChannelDown(f"The mail server {server} cannot be used: {why}. Check its name, port and security.")


def too_slow(server: str) -> ChannelDown:
    """It kept us waiting for longer than is allowed."""
    return ChannelDown(f"The mail server {server} did not answer in time. {_LATER}")


def _broken_off(problem: smtplib.SMTPException | OSError, server: str, to: str) -> Undelivered:
    if _timed_out(problem):
        return too_slow(server)
    return Undelivered(
        f"The mail server {server} hung up during the letter to {to}; it may have taken it. {_LATER} "
        "The letter will carry the same Message-ID, by which most mailboxes know it again."
    )


def _remedy(number: int, if_for_good: str) -> str:
    """RFC 5321 4.2.1: with 4 begins what may pass, with 5 what will not."""
    return _LATER if number < 500 else if_for_good


def _timed_out(problem: Exception) -> bool:
    return isinstance(problem, TimeoutError) or isinstance(problem.__context__, TimeoutError)


def _answer(problem: Exception) -> tuple[int, bytes | str]:
    match problem:
        case smtplib.SMTPRecipientsRefused():
            [answer] = problem.recipients.values()
            return answer
        case smtplib.SMTPResponseException():
            return problem.smtp_code, problem.smtp_error
    return 0, ""


def _shown(words: bytes | str) -> str:
    text = words if isinstance(words, str) else words.decode(errors="replace")
    return quoted(" ".join(text.split()), _LONGEST_WORDS)
