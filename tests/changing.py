"""Values with some of their fields changed, whether they are tuples or dataclasses."""

import dataclasses
from typing import Any, TypeVar, cast

Value = TypeVar("Value")


def replace(value: Value, /, **changes: Any) -> Value:
    """The value with these fields changed."""
    if isinstance(value, tuple):
        return cast("Value", value._replace(**changes))  # type: ignore[attr-defined]  # every tuple of ours has names
    return cast("Value", dataclasses.replace(cast("Any", value), **changes))
