"""Which language a text is written in, by its script and its small words. English alone is read further."""

import re
from collections import Counter

_SAMPLE = 20_000
_FEWEST_WORDS = 3
_LETTER = re.compile(r"[^\W\d_]")
_SMALL_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
)
_URDU = re.compile(r"[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")
"""Letters that Urdu has and Arabic and Persian do not."""
_PERSIAN = re.compile(r"[\u067e\u0686\u0698\u06af\u06cc]")
_SMALL_WORDS = {
    "en": frozenset("the of and to in that for with by on shall will is be as at both from this have are".split()),
    "fr": frozenset("le la les des du et une dans pour que qui sur par avec au aux sont est deux leur".split()),
    "de": frozenset("der die das und den von zu mit auf für des im dem nicht eine werden wird ist beide".split()),
    "es": frozenset("el los las y en que una por con para del al su se sus ambos entre como es dos".split()),
    "pt": frozenset("o os as e em que uma por com para do da dos das ao se entre ambos não são".split()),
    "it": frozenset("il gli che di e per una con del della dei nel alla sono le due tra nella".split()),
    "id": frozenset("yang dan di untuk dengan dari kedua pada akan dalam ini itu para ke oleh sebagai".split()),
    "tr": frozenset("ve bir bu ile için iki olarak da de arasında olan ülke ikili".split()),
}


def language(text: str) -> str:
    """`en`, or the language it looks like: `zh`, `ur`, `ru`, `fr`; empty where that cannot be told.

    Of a long text only the beginning is looked at.
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if not letters:
        return ""
    script = _script(sample, letters)
    return script or _by_small_words(sample)


def _script(sample: str, letters: int) -> str:
    """The language of the script that most of the letters are of, other than the Latin one."""
    shares = {name: len(script.findall(sample)) / letters for name, script in _SCRIPTS}
    if shares["ja"] > 0.1 and shares["ja"] + shares["zh"] > 0.5:
        return "ja"
    name = max(shares, key=lambda one: shares[one])
    if shares[name] <= 0.5:
        return ""
    if name == "ar":
        return "ur" if _URDU.search(sample) else "fa" if _PERSIAN.search(sample) else "ar"
    return name


def _by_small_words(sample: str) -> str:
    """The language whose small words are the most frequent, if there are enough of them to tell."""
    counts = Counter(word.lower() for word in _SMALL_WORD.findall(sample))
    found = {name: sum(counts[word] for word in small) for name, small in _SMALL_WORDS.items()}
    best, second = sorted(found, key=lambda name: -found[name])[:2]
    is_told = found[best] > found[second] and found[best] >= min(_FEWEST_WORDS, counts.total() / 8)
    return best if is_told else ""
