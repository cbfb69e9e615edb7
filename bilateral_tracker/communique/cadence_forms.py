"""The forms in which prose says how often, in small letters with single blanks.

Every repetition in them is bounded, so that the work at each place of a text is.
"""

import re
from functools import cache

from bilateral_tracker.communique.calendar_forms import DAY_OF_YEAR, MONTH, NAMED, YEAR
from bilateral_tracker.communique.event_phrases import EVENT, LAST_SITTING
from bilateral_tracker.communique.numbers import LENGTH, NUMBER, UNIT

SITTINGS = (
    "times?|meetings?|sessions?|rounds?(?: of (?:talks|consultations|negotiations))?|consultations|visits?|occasions?"
    "|dialogues?|exercises?|reports?|workshops?|seminars?|sittings?"
)
"""What is counted in a year."""
QUANTITIES = (
    r"(?:(?:average|total|net|real|gross|global|bilateral|two-way|export|import|trade|tariff|production|domestic"
    r"|economic"
    r"|overall|estimated|export-import|gdp|growth|tea|steel|[0-9]{1,9}) ){0,3}"
    r"(?:growth|rates?|turnover|budgets?|income|revenues?|quotas?|trade|volumes?|exports?|imports?|production"
    r"|fees?|leave|inflation"
    r"|capacity|consumption|increases?|percent|per cent|value|average|gdp|output|emissions|salary|salaries|wages?"
    r"|losses|costs?"
    r"|savings|instal?lments?|payments?|basis|tonnage|investments?|demand|interest|limits?|ceilings?|allowances?"
    r"|subscription"
    r"|contributions?|figures?|decline|decrease|rainfall|harvest|catch|life|lives|newspaper|bread)\b"
)
"""What is measured by the year and is no sitting or report."""
COUNTED = (
    r"\b(?:quotas?|tonn?es|tons|volumes?|tariff|fees?|salary|salaries|rates?|amounts?|interest|dollars|usd|euros?"
    r"|million|billion"
    r"|growth|grew|calculated|percent|per cent|barrels|payable|paid|average|exports?|imports?)\b[^.;]{0,50}$"
)
"""What stands before the annual basis of a quantity."""
ONE_OF_A_ROW = (
    r"\b(?:[0-9]{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|last|latest"
    r"|previous|(?:19|20)[0-9]{2}) $"
)
"""What makes "annual dialogue" one sitting: "the third annual dialogue"."""

_SOFT = (
    r"(?:normally|usually|in principle|as a (?:general )?rule|generally|ordinarily|preferably|ideally"
    r"|as far as possible"
    r"|approximately|about|roughly|(?:if|where|wherever|whenever) (?:possible|feasible))"
)
_FLOOR = (
    r"(?:at least|(?:at )?(?:no|not) (?:less|fewer)(?: often| frequently)? than|(?:with )?(?:a "
    r"|at a )?minimum(?: of)?|at minimum)"
)
_FLOOR_BEHIND = (
    r"(?:,? (?:at least|at a minimum|as a minimum|at minimum|or more(?: often| frequently)?|and more often"
    r"|or at (?:any|such) other times? (?:as )?(?:may be )?(?:mutually )?(?:agreed|decided)(?: upon)?"
    r"|or as (?:often|frequently) as (?:is )?(?:necessary|required|needed))\b"
    r"(?:,? (?:as|if|when) (?:and when )?(?:necessary|needed|required|appropriate|(?:mutually )?agreed))?)"
)
_AGREE = (
    r"(?:(?:may|shall|will|can|are|is|be|to|the|both|two|parties|sides|participants|they|mutually|jointly|by"
    r"|between|it) ){0,7}"
)
_NEED = (
    r"(?:(?:as|when|whenever|if)(?: and when)?(?: it is| may be| is| are)? (?:deemed )?(?:necessary|needed"
    r"|required|appropriate|(?:mutually )?agreed|the need arises"
    r"|circumstances (?:require|so require)))"
)
_VAGUE = (
    rf"(?:regularly|periodically|frequently|from time to time|ad hoc|at regular intervals"
    rf"|as often as (?:is )?(?:necessary|required|needed)|at periodic intervals|{_NEED}"
    r"|on an? (?:regular|periodic|ad[- ]hoc|as-needed|as-required) basis|(?:several|a few|multiple) times (?:a"
    r"|per|each|every) year|every (?:few|couple of) (?:weeks|months|years)"
    r"|with regularity"
    r"|(?:at|with) (?:such|a) (?:frequency|times?|intervals?|dates?)(?: and (?:places?|venues?))? (?:as|that)"
    rf" {_AGREE}(?:agree(?:d)?(?: upon)?|decided?|determined?)"
    r"|at (?:mutually )?(?:agreed|convenient|appropriate) (?:intervals|times)"
    r"|(?:at|upon|on) (?:the )?(?:written )?request(?: (?:of|by|from) (?:either|any|one|the other"
    r"|the) (?:\w{1,20} ?){1,3})?)"
)
_TERM = (
    r"(?:once|twice|[a-z]{1,9} times?) (?:in|during|within) (?:the |each |every )?(?:term|life|lifetime|tenure"
    r"|mandate|presidency|legislature)"
    r"(?: (?:of|in) (?:office of )?(?:each|every|the|either|any) (?:\w{1,20})(?: (?:government|administration"
    r"|parliament))?)?"
)
_RATES = r"daily|weekly|fortnightly|monthly|quarterly|half-yearly|yearly"
_ADVERBS = rf"semi-?annually|half-annually|annually|bi-?ennially|tri-?ennially|{NUMBER}-(?:month|year)ly"
_ADJECTIVES = rf"{_RATES}|semi-?annual|annual|biennial|triennial|{NUMBER}-(?:month|year)ly|regular|periodic"
_STOP = (
    r"(?:of|to|for|in|on|at|by|with|and|or|the|an?|that|which|who|is|are|was|were|will|shall|be|between|from|as"
    r"|under|this"
    r"|its|their|during|within|until|if|or|but|after|before|through|via|per|into|among|not|it|we|they|when|where"
    r"|basis|thereafter"
    r"|alternately|alternating|afterwards|together|jointly|so|online|virtually|here|unless|starting|beginning|at)\b"
)
_NOUN = rf"(?P<noun>(?: (?!{_STOP})[a-z0-9](?:[a-z0-9+'&/-]|\.(?=[a-z-])){{0,25}}){{1,5}})"
_TIMES = rf"(?:(?:once|one|{NUMBER}) ?(?:or|to|-) ?)?(?:once|twice|thrice|{NUMBER} (?:{SITTINGS}))"
_A_YEAR = (
    rf"(?:an?|per|in(?: an?| each| every)?|every|each|within each|during each) (?:(?:calendar|fiscal|financial"
    rf"|treaty) )?(?:{NUMBER} )?{UNIT}\b|per annum"
)
_NTH = r"(?:other|second|alternate|alternating|third|fourth|fifth) "
_EVERY = (
    rf"(?:(?:in|during|within) )?(?:every|each) (?:(?:calendar|fiscal|financial|treaty) )?(?:{NUMBER} |{_NTH})?{UNIT}\b"
    r"|in alternate (?:years|months|weeks)|per (?:calendar )?(?:year|annum)\b"
)
_INTERVAL = (
    rf"(?:once )?every (?P<interval>{NUMBER} ?(?:or|to|-) ?{NUMBER} {UNIT})\b"
    rf"|at intervals (?P<at_most>not exceeding|of not more than|of no more than|no longer than|of at most|of)"
    rf" (?P<spaced>{LENGTH})|at (?P<spaced_by>{NUMBER}[- ](?:day|week|month|year)) intervals"
    rf"|(?:every|each) (?:(?P<month_alone>{MONTH})|(?P<season_alone>spring|summer|autumn|fall|winter)"
    r"|(?P<weekday_alone>(?:mon|tues|wednes|thurs|fri)day))\b"
)
_BY = r"by|before|prior to|not? later than|on|until"
_DAY_NAMED = rf"(?:the )?(?:the end of {MONTH}|end of {MONTH}|{DAY_OF_YEAR})(?!,? (?:19|20)[0-9]{{2}})"
_DAY = (
    rf"(?:,? (?P<by>{_BY}) (?P<day>{_DAY_NAMED})"
    rf"|,? in (?:the month of )?(?P<month>{MONTH})\b(?! (?:19|20)[0-9]{{2}}))"
)

SOFTENED = rf"\b{_SOFT}\b[^.;]{{0,40}}$"
"""Words that leave room, where they stand before the verb: "shall normally meet"."""


@cache
def cadence() -> re.Pattern[str]:
    """The form of a whole phrase. Its groups are the parts of it."""
    first = (
        rf"(?:(?:first )?(?:within|not? later than) (?P<first_within>{LENGTH})(?: (?:of|after|from"
        rf"|following) (?P<event>{EVENT}))?"
        rf"|(?:for the first time )?(?:in|by|no later than) (?P<first_in>{YEAR}|{MONTH} {YEAR})),? (?:and |then "
        rf"|and then |thereafter )+"
    )
    ahead = (
        rf"(?:(?:within|not? later than) {LENGTH} (?:of|after|following|from) (?:the )?(?:end|beginning|close|start)"
        rf" of (?=every|each)|in (?P<month_ahead>{MONTH}),? (?:of )?(?=every|each)"
        rf"|(?P<by_ahead>{_BY}) (?P<day_ahead>{_DAY_NAMED}),? (?:of |in )?(?=every|each))"
    )
    core = (
        rf"{_INTERVAL}|(?P<core>{_TIMES}[ -](?:(?:{_A_YEAR})|(?:yearly"
        rf"|annually)\b)|(?:{_TIMES} )?(?:{_EVERY})|{_ADVERBS}|(?:{_RATES})(?! (?!{_STOP})[a-z]))"
        rf"|(?:on|at) (?:an? |the )?(?P<basis>{_ADJECTIVES}|{NUMBER} monthly) (?:basis|intervals?|frequency|rhythm)"
        rf"|(?P<rolling>(?:within|not? later than) (?P<length>{LENGTH}) (?:of|after|from|following) {LAST_SITTING})"
    )
    behind = (
        rf"(?P<floor_behind>{_FLOOR_BEHIND})?(?P<soft_behind>,? {_SOFT})?(?:,? (?P<joined>or"
        rf"|and)(?: also)? (?P<vague_behind>{_VAGUE}))?(?:{_DAY})?(?: (?:of )?(?:each"
        rf"|every) year)?(?:,? thereafter)?"
        rf"(?:,? (?:during|in|over|for|throughout) (?:the |an? )?(?:first |initial |next |period of "
        rf"|initial period of )(?P<during>{LENGTH}))?"
        rf"(?:,? (?:starting|beginning|commencing)(?: from| in| with| on| as of)? (?P<begun>{NAMED}))?"
    )
    return re.compile(
        rf"\b(?:(?P<twofold>bi[- ]?(?:annual|month|week)(?:ly)?)\b"
        rf"|(?:{_FLOOR} )?(?P<term>{_TERM})|(?:{first})?(?:{ahead})?"
        rf"(?:(?P<vague>{_VAGUE}),?;? (?:but|and|or)?,? ?(?:in any case,? )?(?=(?:{_SOFT},? )?{_FLOOR}|{_SOFT}))?"
        rf"(?:(?P<soft>{_SOFT}),? )?(?:(?P<floor>{_FLOOR}) )?(?:{core})\b{behind}"
        rf"|(?P<adjective>{_ADJECTIVES}){_NOUN}|(?P<unscheduled>{_VAGUE}))\b"
    )
