"""Messages to be sent in tests."""

from dataclasses import replace

from bilateral_tracker.dispatch.message import Message

REMINDER = Message(
    id="<0f1e2d3c@bilateral.example>",
    to_name="Li Wei",
    to_address="li.wei@example.org",
    subject="bilateral: 1 overdue (24 November 2026)",
    text="PK-CN-1#3, Joint Working Group, was due on 7 October 2026.\n",
    html="<p>PK-CN-1#3, Joint Working Group, was due on 7 October 2026.</p>\n",
    register="register.db",
    sent_at="2026-11-24T08:00:00+05:00",
)


def to(address: str, number: int = 1) -> Message:
    """The reminder, to another recipient and with an id of its own."""
    return replace(REMINDER, id=f"<{number}@bilateral.example>", to_address=address)
