"""Rows as JSON for other programs, safe to show on a terminal all the same.

UTF-8, nothing escaped but what would act on a terminal; dates in ISO 8601; nothing is `null`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from bilateral_tracker.domain.plain_text import BEYOND_C0

_ROWS_A_CHUNK = 500
_ACTING = re.compile(f"[{BEYOND_C0}]")


def json_array(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """One JSON array in chunks of many lines, one object a line; `[]` if there is no row.

    A row of another length than the columns is a ValueError, as is a number that JSON does not know (NaN).
    """
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_plain).encode
    objects = (encode(dict(zip(columns, row, strict=True))) for row in rows)
    before, end = "[", "[]\n"
    while chunk := ",\n".join(islice(objects, _ROWS_A_CHUNK)):
        yield f"{before}\n{_escaped(chunk)}"
        before, end = ",", "\n]\n"
    yield end


def json_object(value: Mapping[str, object]) -> str:
    """One indented JSON object; lists, mappings and dates may be nested in it."""
    return _escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2, default=_plain)) + "\n"


def _plain(value: object) -> object:
    """What JSON can say instead of `value`."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"JSON cannot hold a {type(value).__name__}")


def _escaped(encoded: str) -> str:
    """Encoded JSON with the rest escaped; such characters can only stand inside its strings."""
    return _ACTING.sub(lambda match: f"\\u{ord(match[0]):04x}", encoded)
