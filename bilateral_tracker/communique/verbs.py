"""What the verbs of diplomacy are worth: which of them bind, which report, which do something, which do not."""

from bilateral_tracker.communique.words import is_form_of, plain_forms


def _lexicon(names: str) -> frozenset[str]:
    return frozenset(names.split())


AGREEING = _lexicon("agree commit decide resolve undertake pledge vow promise consent concur determine oblige engage")
"""They bind whoever is their subject, with what they are about to do."""

ACCORDING = _lexicon("agree decide resolve consent concur determine")
"""Of them, those that take two: where one side agrees, the other has asked."""

INTENDING = _lexicon("intend plan propose offer volunteer aim expect")
"""They say what somebody means to do."""

REPORTING = _lexicon(
    "say inform announce assure confirm affirm state indicate declare promise offer add pledge explain advise "
    "mention agree decide resolve undertake commit vow convey notify stipulate provide specify underline propose "
    "communicate intimate respond reply determine signal express settle suggest"
)
"""What follows them with `would` or `will` is what somebody means to do."""

VAGUE = _lexicon(
    "strengthen enhance deepen expand promote support encourage intensify increase improve further boost broaden "
    "consolidate foster facilitate advance continue cooperate co-operate collaborate work widen reinforce develop "
    "accelerate maintain build elevate upgrade remain strive endeavour endeavor seek uphold redouble step leverage "
    "stand pursue respect protect safeguard defend preserve advocate coordinate co-ordinate diversify harness focus "
    "elevate ensure combat fight counter address assist help"
)
"""What they promise cannot be counted."""

STATIVE = _lexicon(
    "act serve head chair preside travel arrive depart rotate alternate have become benefit need face see mean "
    "depend belong enjoy feel know possess contain include consist comprise "
    "cover apply reflect mark represent constitute remain like want hope appear seem result amount tend "
    "lie suffer differ vary prevail affect prejudice mean understand believe consider recognize recognise regard "
    "owe recall wish enter cease expire terminate lapse bear incur supersede replace interpret construe govern"
)
"""They say how things are, or what an instrument does; with them nobody promises to act."""

MEETING = _lexicon("meet convene reconvene gather assemble sit")
"""They are meetings by themselves."""

HOLDING = _lexicon(
    "hold organize organise host conduct convene schedule arrange have attend undertake initiate resume call stage "
    "form institute establish launch start create set hold restart revive reconvene institutionalize "
    "institutionalise conduct exchange postpone plan continue"
)
"""With a meeting after them they are meetings."""

CREATING = _lexicon(
    "establish create launch form open constitute institute inaugurate found set build activate operationalize "
    "operationalise institutionalize institutionalise revive reactivate constitute"
)
"""They bring something into being."""

ACTING = (
    CREATING
    | MEETING
    | _lexicon(
        "hold organize organise host conduct schedule arrange sign conclude finalize finalise complete submit present "
        "prepare draft elaborate adopt publish exchange share provide deliver send dispatch nominate designate appoint "
        "notify inform report review assess evaluate study examine explore identify implement ratify start begin "
        "initiate "
        "resume restart construct donate contribute fund finance invest train supply grant allocate extend renew waive "
        "reduce remove eliminate lift abolish introduce install transfer hand return repatriate release restore reopen "
        "connect link map survey demarcate delimit negotiate approve endorse circulate transmit forward communicate "
        "consult coordinate monitor update revise amend harmonize harmonise align register issue announce invite visit "
        "receive award offer accept admit recruit dedicate pay disburse reimburse lend commission operate deploy "
        "produce "
        "purchase procure import export translate digitize digitise simplify streamline accede join hold undertake "
        "carry draw work develop devise formulate compile collect name assign second post decide discuss determine "
        "settle "
        "resolve fix follow make take put give bring cooperate mobilize mobilise phase cut double triple double expand "
        "increase upgrade set convert designate pilot test verify inspect audit evaluate commence proceed pursue "
        "rehabilitate repair modernize modernise equip plant restock co-host co-chair co-finance match convey refer "
        "table "
        "elect select investigate extradite prosecute arrest ban prohibit suspend terminate withdraw close rotate "
        "keep maintain seek "
        "encourage facilitate support ensure allow permit enable recognise recognize respond"
    )
)
"""They do something one can see done, when a body of the parties does it."""

DOING = ACTING - _lexicon(
    "encourage facilitate support ensure allow permit enable recognise recognize respond give bring make take put "
    "keep maintain seek pursue proceed follow discuss monitor coordinate produce increase expand import export"
)
"""They do something one can see done, whoever does it, and whatever it is done to."""


def is_agreeing(low: str) -> bool:
    """Whether it is a verb that binds its subject."""
    return is_form_of(low, AGREEING)


def is_vague(low: str) -> bool:
    """Whether nobody could say when it is done."""
    return is_form_of(low, VAGUE)


def is_participle(low: str) -> bool:
    """Whether it can stand after `be` in the passive: `established`, `held`, `set`."""
    return low.endswith("ed") or low in _PARTICIPLES


def is_gerund(low: str) -> bool:
    """Whether it can be a verb in -ing."""
    return low.endswith("ing") and len(low) > 4 and low not in _NO_GERUNDS


def can_be_verb(low: str) -> bool:
    """Whether it is one of the verbs known, in its plain form."""
    return low in _KNOWN


def base(low: str) -> str:
    """The plain form of a verb that is known; else the word itself."""
    return next((form for form in plain_forms(low)[1:] if form in _KNOWN), low)


_KNOWN = AGREEING | INTENDING | VAGUE | STATIVE | ACTING | HOLDING
_NO_GERUNDS = _lexicon(
    "meeting building training funding during including regarding concerning following morning evening"
)
_PARTICIPLES = _lexicon(
    "held met built drawn taken made given sent brought undertaken written begun chosen paid lent kept found set put "
    "laid hosted led cut sought spun shut overcome dealt"
)
