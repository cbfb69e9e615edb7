"""What a morning's letters cost: a thousand digests of five items each, as text and as HTML.

python -m tests.benchmarks.letters
"""

import sys
from collections.abc import Sequence
from datetime import date
from itertools import cycle, islice
from timeit import repeat

from bilateral_tracker.reports.digest import Digest, Item, digest
from tests.reports.conftest import row_of

DAY = date(2026, 11, 24)
LETTERS, ITEMS = 1_000, 5
MOST = 5.0
"""What they may cost together, in seconds."""

WHERE = "Joint press release of the interior ministers, Beijing, 7 January 2026, paragraph 3"
ENGLISH = '"The two sides agreed to convene the Joint Working Group every three months, in turn in either capital."'
CHINESE = "“双方同意每三个月举行一次联合工作组会议，并向部长报告进展情况，以便及时落实两国领导人达成的重要共识。”"
URDU = "دونوں فریقین نے ہر تین ماہ بعد مشترکہ ورکنگ گروپ کا اجلاس منعقد کرنے پر اتفاق کیا۔"
STEP = "Find a day on which both capitals work, and propose it: bilateral propose PK-CN-1"
HISTORIES = (
    "2026-01-07 agreed JWG every 3 months",
    "2026-01-07 agreed deliverable, due 2026-11-24",
    "2026-01-07 agreed report, due 2026-12-24",
    "2026-01-07 agreed standing",
    "2026-01-07 agreed JWG every 3 months; 2026-10-09 held",
)


def items(titles: Sequence[str], quotes: Sequence[str]) -> list[Item]:
    """Five items, each asking for something else, their titles and quotes in turn."""
    texts = islice(zip(cycle(titles), cycle(quotes), strict=False), ITEMS)
    rows = zip(HISTORIES, texts, strict=True)
    return [Item(row_of(text, DAY, title=title), "", WHERE, quote, STEP) for text, (title, quote) in rows]


def letters(some: Sequence[Item]) -> list[Digest]:
    """A thousand letters."""
    return [digest(some, f"Officer {n}", DAY, "Interior desk", "PK") for n in range(LETTERS)]


def seconds(some: Sequence[Item]) -> float:
    """The shortest of three rounds."""
    return min(repeat(lambda: letters(some), number=1, repeat=3))


def main() -> None:
    """Measures letters in one language and in three, and prints a table."""
    written = {
        "English": items(["Joint Working Group meets"], [ENGLISH]),
        "Chinese": items(["联合工作组每三个月举行一次会议"], [CHINESE]),
        "Urdu": items(["مشترکہ ورکنگ گروپ کا اجلاس"], [URDU]),
        "all three": items(["Joint Working Group", "联合工作组", "مشترکہ ورکنگ گروپ"], [ENGLISH, CHINESE, URDU]),
    }
    figures = {language: seconds(some) for language, some in written.items()}
    sys.stdout.write(f"| {LETTERS:,} letters of {ITEMS} items | s |\n|---|---:|\n")
    sys.stdout.writelines(f"| {language} | {cost:.2f} |\n" for language, cost in figures.items())
    slow = [language for language, cost in figures.items() if cost > MOST]
    sys.stdout.write(f"\nOver {MOST:.0f} s: {', '.join(slow)}\n" if slow else f"\nAll within {MOST:.0f} s.\n")


if __name__ == "__main__":
    main()
