"""What a reader sees of a page: no scripts, no styles, nothing hidden; blocks and list items on lines of their own."""

import re
from html.parser import HTMLParser

_UNSEEN = frozenset("script style noscript template head svg math iframe object select textarea".split())
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p "
    "pre section table tr ul".split()
)
_LINES = frozenset("dd dt li tr".split())
"""Blocks after which no line is left free."""
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def visible_text(page: str) -> tuple[str, str]:
    """The text that is shown, and the title. Tags that are not closed or not opened are put up with."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.shown).split("\n"))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
    return text, " ".join("".join(reader.title).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.title: list[str] = []
        self._unseen: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a line for a block; notes what hides its content."""
        said = dict(attrs)
        hides = tag in _UNSEEN or "hidden" in said or _HIDDEN.search(said.get("style") or "")
        if tag == "title":
            self._in_title = True
        if tag not in _VOID and (self._unseen or hides) and tag != "title":
            self._unseen.append(tag)
        elif tag in _BLOCKS and not self._unseen:
            self.shown.append("\n\n" if tag in ("p", "h1", "h2", "h3") else "\n")
            self.shown.append("• " if tag == "li" else "")
        elif tag in ("td", "th"):
            self.shown.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Ends a block, or what was hidden."""
        if tag == "title":
            self._in_title = False
        elif tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif tag in _BLOCKS and tag not in _LINES and not self._unseen:
            self.shown.append("\n")

    def handle_data(self, data: str) -> None:
        """Keeps what is seen."""
        if self._in_title:
            self.title.append(data)
        elif not self._unseen:
            self.shown.append(data)
