"""Numbers with their nouns, as people write them. Apart from other wording, which takes 2 ms to load."""


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 sitting`, `2 sittings`, `1,000 sittings`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def say_days(days: int) -> str:
    """`1 day`, `22 days`."""
    return counted(days, "day")
