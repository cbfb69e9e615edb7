"""The forms in which prose says by when, in small letters with single blanks.

Every repetition in them is bounded, so that the work at each place of a text is.
"""

from bilateral_tracker.communique import calendar_forms
from bilateral_tracker.communique.calendar_forms import NAMED, YEAR
from bilateral_tracker.communique.event_phrases import EVENT, MOMENT
from bilateral_tracker.communique.event_phrases import OCCASION as OCCASION_NAMED
from bilateral_tracker.communique.numbers import LENGTH

BEFORE = ("before", "prior to", "ahead of", "in advance of")
"""What puts the due time before what it names."""
TODAY = (
    r"(?:now|today)\b|(?:the )?(?:date of )?(?:this|the present) (?:joint )?"
    r"(?:statement|communique|declaration|readout|record|announcement|meeting|date)\b"
)
"""What stands for the day of the text."""
MILESTONES = (
    r"\b(?:entry|force|effect|operative|signature|signing|signed|ratification|approval|adoption|receipt|request"
    r"|notification|meetings?|sessions?|visit|summit|termination|expiry|expiration|conclusion|completion|date)\b"
)
"""Events from which a length of time is counted even without "within" before it."""
RECORD = r"\b(?:first|last|only|[a-z]{3,12}est|time|more|than|increase[sd]?|gr[eo]wn?|rose|fell|fallen)\b[^.;]{0,40}$"
"""What stands before "in ten years" and looks back: "the first such visit"."""
COMPLETED = r"\b(?:complet|finali[sz]|submit|conclud|finish|deliver)[a-z]{0,6}\b[^.;]{0,60}$"
"""What stands before "until June" and is done by then, not going on till then."""
SOFT = (
    r"\b(?:approximately|about|around|roughly|target(?:ing|ed)?|tentatively|preferably|ideally|if possible"
    r"|expected|hopefully|working|business|aim(?:s|ed|ing)?|provisionally)\b"
)
"""Words that leave room."""

_BEFORES = "|".join(BEFORE)
_ABOUT = r"(?:(?:approximately|about|around|roughly|some|at most|at the latest|up to) )?"
_NO_NAME = (
    r"(?!,? (?:19|20)[0-9]{2}\b)(?! (?:agreement|agenda|treaty|memorandum|mou|strategy|vision|declaration|statement"
    r"|convention|protocol|plan|programme|program|framework|roadmap|resolution|communique|understanding|edition"
    r"|report)\b)"
)
"""That a date is not part of a name: "the 1 May 2010 agreement"."""
_COMING = r"(?:coming|next|following)"
_LENGTH, _NAMED = rf"(?P<length>{LENGTH})", rf"(?P<named>{NAMED})\b{_NO_NAME}"
_LEAD = (
    r"within(?: a| the)?(?: maximum| further)?(?: period of)?|in|not? (?:later|more) than|at least"
    r"|at the latest|after|no less than"
)
_BY = (
    rf"by(?: no later than| around| about)?|{_BEFORES}|(?:by )?not? later than|on or before"
    r"|at the latest(?: by| on| in)?|targeting(?: for)?|(?:a|the) target (?:date )?of"
)
_IN = (
    r"in|on|during(?: the course of)?|at|around|about|from|as (?:from|of)|starting(?: in| from| on)?"
    r"|beginning(?: in| from| on)?|between|effective(?: from)?|in the course of|over|throughout|within"
    r"|(?:scheduled|planned|set|slated|foreseen) for|into|towards?"
)
_LASTING = (
    r"further|additional|initial|maximum|minimum|renewable|successive|consecutive|subsequent|next|first|whole|total"
)

COUNTED = (
    rf"(?:(?P<lead>{_LEAD}) )?{_ABOUT}{_LENGTH} (?P<side>(?<!of )(?:of|after|from|following|{_BEFORES}))"
    rf" (?P<event>{EVENT})"
)
"""So long before or after an event."""
WITHIN = (
    r"(?P<lead>within|in(?: the course of| not? more than| less than)?|over|during|throughout|not? later than)"
    rf"(?: (?:a|the))?(?P<coming> {_COMING})?(?: (?:maximum|period) of)? {_ABOUT}"
    rf"(?:{_LENGTH}|(?<=next )(?P<unit>year|month|week|quarter|decade)\b)"
    r"(?P<time>'?s?'? (?:time|period)\b| from (?:now|today)\b)?(?!'? (?:of|ago|old|since|before|later)\b)"
)
"""Within a length of time from the day of the text."""
AFTER = rf"after (?:a period of )?{_LENGTH}(?! (?:of|after|from|following|ago|old|later)\b)"
"""After a length of time, nobody says from when."""
LASTING = (
    rf"for (?:(?:a|an|the|another|at least|up to|over|more than) )?(?:(?:{_LASTING}) )?"
    rf"(?:(?:period|term|duration)s? )?(?:of )?{_LENGTH}(?: and {LENGTH})?"
    rf"(?:,? (?:starting|beginning|commencing|effective|from)(?: on| from| in)? (?P<begun>{NAMED}))?"
)
"""A length of time for which something lasts."""
UNTIL = rf"(?:(?:until|till|through) {_NAMED}|for (?:the )?(?:(?:period|years?) )?(?P<years>{YEAR} ?- ?{YEAR}))"
BY = rf"(?P<lead>{_BY}) {_NAMED}"
IN = rf"(?:{_IN}) {_NAMED}"
BARE = rf"(?P<named>{calendar_forms.BARE}){_NO_NAME}"
"""What needs no preposition: "later this year"."""
UPON = rf"(?:up)?on (?P<event>{MOMENT})"
OCCASION = (
    rf"(?P<lead>at|during|in|on the (?:margins?|sidelines?|occasion) of|in time for|by|{_BEFORES})"
    rf" (?P<event>{OCCASION_NAMED})"
)
BEFORE_MOMENT = rf"(?P<lead>{_BEFORES}|by) (?P<event>{MOMENT})"
VAGUE = (
    r"as (?:soon|early|quickly|promptly) as (?:\w{1,15} )?(?:possible|practicable|feasible)"
    r"|at (?:the|their|its) earliest(?: (?:possible )?(?:date|opportunity|convenience|time|moment))?"
    r"|at an early (?:date|opportunity|time)|as a matter of (?:urgency|priority)"
    rf"|(?:in|over|during|within) the (?:{_COMING} )?(?:few )?(?:days|weeks|months|years|period)"
    r"(?: and (?:weeks|months|years))?(?: (?:ahead|to come))?"
    r"|in the (?:near|foreseeable|immediate) future|in due (?:course|time)|in a timely (?:manner|fashion)"
    r"|(?:in|over) the (?:short|medium|long|near)(?:[- ](?:to|and)[- ](?:medium|long))?[- ]term"
    r"|(?:at|on|in) (?:an? |the )?(?:mutually )?(?:convenient|agreed|acceptable|suitable|later|appropriate)"
    r" (?:time|dates?|stage|moment)"
    r"|(?:at|on) (?:a |the )?(?:times?|dates?) to be (?:mutually )?(?:agreed|determined|decided|fixed|announced)"
    r"|(?:as )?soon(?! as| after)|shortly|promptly|expeditiously|without (?:undue |further )?delay|before long|swiftly"
)
"""Words that set no time."""
