"""A letter as HTML for mail programs: paragraphs and one table, nothing fetched, no colours of its own.

Colours are the reader's, so that it is legible on dark and on light. Text from others finds its own direction.
"""

from collections.abc import Iterable
from html import escape

from bilateral_tracker.reports.paragraph import Paragraph, Style
from bilateral_tracker.reports.visible import visible

_HEAD = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width">\n<meta name="color-scheme" content="light dark">\n'
)
_OPENING = (
    '</head>\n<body>\n<table role="presentation" width="100%" cellpadding="0" cellspacing="0"'
    ' style="max-width: 42em"><tr>'
    '<td style="padding: 0.5em; font-family: sans-serif; line-height: 1.45; overflow-wrap: anywhere">\n'
)
_CLOSING = "</td></tr></table>\n</body>\n</html>\n"

_DRAWN = {
    Style.PLAIN: '<p style="margin: 0 0 0.5em">{}</p>\n',
    Style.HEADING: '<h2 style="margin: 1.5em 0 0; font-size: 1.15em">{}</h2>\n',
    Style.ITEM: '<p style="margin: 1em 0 0.2em"><strong>{}</strong></p>\n',
    Style.DETAIL: '<p style="margin: 0 0 0 1em">{}</p>\n',
    Style.QUOTE: '<blockquote dir="auto" style="margin: 0.3em 2em">{}</blockquote>\n',
    Style.COMMAND: '<p style="margin: 0 0 0 1em">{}</p>\n',
    Style.FOOTER: '<hr style="margin: 2em 0 1em">\n<p style="margin: 0 0 0.5em">{}</p>\n',
}


def page(letter: Iterable[Paragraph], title: str) -> str:
    """The letter as a whole document."""
    body = "".join(_DRAWN[paragraph.style].format(_words(paragraph)) for paragraph in letter)
    return f"{_HEAD}<title>{_safe(title)}</title>\n{_OPENING}{body}{_CLOSING}"


def _words(paragraph: Paragraph) -> str:
    ours, theirs = _safe(paragraph.ours), _safe(paragraph.theirs)
    if paragraph.style is Style.COMMAND:
        theirs = f'<code style="white-space: pre-wrap">{theirs}</code>'
    elif theirs and paragraph.style is not Style.QUOTE:
        theirs = f'<span dir="auto">{theirs}</span>'
    return f"{ours} {theirs}" if ours and theirs else ours or theirs


def _safe(text: str) -> str:
    return escape(visible(text))
