"""Which language a text is in: by its script, and in Latin letters by the small words that every sentence needs."""

import re
from collections import Counter

NAMES = {
    "en": "English", "zh": "Chinese", "ur": "Urdu", "ar": "Arabic or Persian", "ru": "Russian", "fr": "French",
    "de": "German", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "tr": "Turkish", "hi": "Hindi",
    "ja": "Japanese", "ko": "Korean",
}  # fmt: skip
"""The languages that can be told apart, by their ISO 639-1 codes."""

_LOOKED_AT = 20_000
"""How many characters of a text are looked at."""

_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af]"),
    ("ur", "[ٹڈڑںےہ]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("ar", "[\u0600-\u06ff]"),
    ("ru", "[\u0400-\u04ff]"),
    ("hi", "[\u0900-\u097f]"),
)
_SMALL_WORDS = {
    "en": "the of and to in that on for with shall will be by their both",
    "fr": "le la les des du et en dans que pour avec une sur aux par leur",
    "de": "der die das und zu den von mit ist dem auf für im eine werden sich",
    "es": "el los las del y en que para con una por se al su ambos",
    "pt": "o os das do dos e em que para com uma por ao os ambas no",
    "it": "il gli della delle dei e di che per con una nel del sono le alla",
    "tr": "ve bir bu ile için olarak da de iki taraf olan üzere",
}
_FEWEST = 3
"""Small words that it takes to call a text after them."""


def language(text: str) -> str:
    """The ISO 639-1 code of the language that most of a text is in; empty if nothing tells."""
    looked_at = text[:_LOOKED_AT]
    letters = sum(map(str.isalpha, looked_at))
    for code, script in _SCRIPTS:
        # Urdu and Japanese are known by letters that only they have among others that they share.
        share = 0.02 if code in ("ja", "ur") else 0.3
        if letters and len(re.findall(script, looked_at)) > share * letters:
            return code
    words = Counter(re.findall(r"[^\W\d_]+", looked_at.lower()))
    counts = {code: sum(words[word] for word in small.split()) for code, small in _SMALL_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= _FEWEST else ""
