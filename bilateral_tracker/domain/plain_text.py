"""Text fit to be kept for years and shown on any terminal: not empty, not endless, without control characters."""

from bilateral_tracker.errors import WrongUsage, quoted

BEYOND_C0 = r"\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
"""What acts on a reader's screen, as the inside of a regular expression's set: DEL and C1; line and paragraph
separators, bidi embeddings and overrides; bidi isolates; surrogates. C0 is apart, because JSON escapes it itself."""

LINE = 300
"""The longest title, name or place, in characters."""

PASSAGE = 10_000
"""The longest note, reason, quote or paraphrase, in characters."""


def plain_title(text: str, what: str) -> str:
    """A line that says something. WrongUsage if it is empty, too long or holds control characters."""
    line = plain_line(text, what)
    if not line:
        raise WrongUsage(f"The {what} is empty. Give a few words that will still be clear in two years.")
    return line


def plain_line(text: str, what: str) -> str:
    """One line of text, which may be empty; its blanks are put in order. WrongUsage as for a title."""
    return _plain(text, what, LINE)


def plain_passage(text: str, what: str) -> str:
    """A text that may be empty; its line breaks become blanks. WrongUsage as for a title."""
    return _plain(" ".join(text.split()), what, PASSAGE)


def can_be_shown(text: str) -> bool:
    """Whether it holds no line break, control character or broken UTF-8."""
    return all(one.isprintable() or one in _JOINERS for one in text)


def _plain(text: str, what: str, most: int) -> str:
    if len(text) > most:
        raise WrongUsage(f"The {what} has {len(text):,} characters; at most {most:,} are kept. Shorten it.")
    if not can_be_shown(text):
        raise WrongUsage(
            f"The {what} {quoted(text)} holds a character that cannot be shown, such as a control character or "
            "broken UTF-8. Type it again without it."
        )
    return " ".join(text.split())


_JOINERS = "\u200c\u200d\u200e\u200f"
"""Persian and Urdu join letters, and mark their direction, with these."""
