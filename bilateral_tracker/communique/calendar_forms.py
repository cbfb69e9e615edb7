"""The forms in which prose names days, months, seasons and years, in small letters with single blanks."""

from bilateral_tracker.domain.day import MONTHS

WEEKS = ("first", "second", "third", "fourth")
"""The weeks of a month, by their names."""
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The first months of the seasons in the northern hemisphere."""

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
YEAR = r"(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])"
"""A year that a promise may name."""
A_YEAR = rf"(?:the year )?{YEAR}"
A_MONTH = rf"(?:(?:this|next|the)(?: coming| month of)? )?{MONTH}\.?(?:,? (?:of )?{YEAR})?"
CURRENT = (
    r"(?:this|next|the(?: (?:current|same|coming|following|next))?|current|coming) (?:calendar )?(?:year|quarter|month)"
    r"\b(?! of\b)"
)
"""A year, quarter or month that is counted from the day of the text."""
WHOLE = rf"(?:{A_MONTH}|{A_YEAR}|{CURRENT})"

TO = r"(?: ?- ?| (?:to|and|or|until|through) )"
"""What stands between the first and the last."""
_DAY = r"(?:[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?"
NEXT_DAY = r"tomorrow|next (?:mon|tues|wednes|thurs|fri|satur|sun)day"
DAY_OF_YEAR = rf"(?:{_DAY} (?:day )?(?:of )?{MONTH}\b|{MONTH}\.? {_DAY})"
"""A day without its year: "1 May", "May 1st"."""
_DAYS_OF_YEAR = rf"(?:(?:{_DAY}{TO})?{_DAY} (?:day )?(?:of )?{MONTH}\b|{MONTH}\.? {_DAY}(?:{TO}{_DAY})?)"
DATE = rf"{DAY_OF_YEAR}(?:,? (?:of )?{YEAR})?"
DATES = rf"{_DAYS_OF_YEAR}(?:,? (?:of )?{YEAR})?(?:{TO}{DAY_OF_YEAR}(?:,? {YEAR})?)?"
"""One day or several."""
NUMERIC = r"(?:[12][0-9]|3[01]|0?[1-9])\.(?:1[0-2]|0?[1-9])\.20[0-9]{2}(?![0-9])"
"""A day in numbers with full stops, the day first."""
ISO = rf"{YEAR}-[01][0-9]-[0-3][0-9](?![0-9])"

MONTHS_NAMED = rf"(?P<first>{MONTH})(?: {YEAR})?{TO}(?P<last>{MONTH})(?: {YEAR})?"
YEARS_NAMED = rf"(?P<first>{YEAR})(?: ?[-/] ?| (?:to|or|and) )(?P<last>{YEAR}|[0-9]{{2}}(?![0-9]))"
NTHS = "first|second|third|fourth|last|latter|1st|2nd|3rd|4th"
QUARTER = rf"(?:q[1-4]|h[12])(?: of|,)?[ -]{YEAR}|{YEAR}[- ](?:q[1-4]|h[12])"
_SEASON_NAMES = "|".join(SEASONS)
SEASON = (
    rf"(?:(?:this|next|the)(?: coming)? )?(?:{_SEASON_NAMES})(?: season)?"
    rf"(?:(?:,? of|,)? {YEAR}|(?: of)? (?:this|next) year|(?! of\b))"
)
PARTS = r"(?:early|beginning|start|mid|middle|late(?:r(?= part))?|latter(?= part))"
_OF_WHOLE = (
    rf"(?:the )?(?:very )?(?:end(?: of|-| )[- ]?|{PARTS}(?: part)?(?: of| in)?[- ]?|(?:remainder|rest) of "
    rf"|later (?:in )?|(?:{NTHS}) (?:half|quarter|third)(?:,? (?:of|in))? |(?:{'|'.join(WEEKS)}|last) week of )"
)
"""What makes a part of a year, a season, a quarter or a month."""
WEEK = r"(?:this|next|the coming|the following) week"
BARE = (
    rf"(?:{NEXT_DAY}|(?:later (?:in )?|{PARTS}[- ](?:in )?)?(?:this|next)(?: calendar)? (?:year|month)"
    rf"|(?:this|next) (?:quarter|week)|{PARTS}[- ](?:in )?(?:this|next) (?:{_SEASON_NAMES})"
    rf"|later in (?:the year|{YEAR})"
    rf"|(?:this|next)(?: coming)? (?:{_SEASON_NAMES}|{MONTH}))"
)
"""What needs no preposition: "later this year", "next month"."""
NAMED = (
    rf"(?:{WEEKDAY}(?:the )?(?:{ISO}|{NUMERIC}|{DATES})|{MONTH}(?: {YEAR})?(?:{TO}{MONTH}(?: {YEAR})?|-end(?: {YEAR})?)"
    rf"|{YEAR}(?: ?[-/] ?| (?:to|or|and) )(?:{YEAR}|(?<=[-/])[0-9]{{2}}(?![0-9]))|{WEEK}|{NEXT_DAY}"
    rf"|(?:{_OF_WHOLE}(?:the )?){{0,2}}(?:{QUARTER}|{SEASON}|{WHOLE})|year-end|the turn of the year"
    rf"|(?:(?:the )?end of )?(?:the )?(?:{NTHS}) (?:half|quarter)\b(?! (?:of|in|to|time)\b))"
)
"""Days that are named, in whatever way; what cannot be read so names none."""
