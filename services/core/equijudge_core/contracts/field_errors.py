"""Pydantic's faults in our words: the field as a path, what is wrong with it, the limit. Of API and client alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.unicode_text import NO_UNICODE

LONGEST_FIELD = 200  # a caller's own field may be named anything
BOUNDS = ("ge", "gt", "le", "lt", "max_length", "min_length", "expected")  # what pydantic says of its limits
SOURCES = ("body", "query", "path", "header")  # where FastAPI found it
WORDS = {"string_unicode": NO_UNICODE, "extra_forbidden": "there is no such field; is it misspelt?"}
# What pydantic adds to a path for the members of a union: nobody wrote such a field.
MEMBERS = ("constrained-str", "Generation", "Encoded")
KEY = "[key]"  # what it adds behind the name of a mapping's member where that name is what is wrong


def field_errors(faults: Sequence[Mapping[str, Any]]) -> list[FieldError]:
    """Pydantic's list of faults; values are not repeated, they may be sources. A list is not called empty where what
    was in it is faulty."""
    return [
        FieldError(field=field_name(fault["loc"]), problem=_problem(fault), limit=limit_of(fault.get("ctx", {})))
        for fault in faults
        if not (fault.get("type") == "too_short" and any(_is_below(fault["loc"], each["loc"]) for each in faults))
    ]


def _is_below(place: Sequence[str | int], other: Sequence[str | int]) -> bool:
    return len(other) > len(place) and tuple(other[: len(place)]) == tuple(place)


def field_name(location: Sequence[str | int]) -> str:
    """('body', 'problems', 3, 'candidates') -> problems[3].candidates"""
    name = ""
    for part in location[1:] if location and location[0] in SOURCES else location:
        if part not in MEMBERS and part != KEY:
            name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name[:LONGEST_FIELD] or "body"


def limit_of(context: Mapping[str, Any]) -> str | None:
    """What pydantic says of the bound that was passed."""
    found = [f"{name} {context[name]}" for name in BOUNDS if name in context]
    return ", ".join(found) or None


def describe_errors(errors: Sequence[FieldError]) -> str:
    """Write the first few errors on one line each, and say how many more there are."""
    shown = [f"{each.field}: {each.problem}" + (f" ({each.limit})" if each.limit else "") for each in errors[:5]]
    more = len(errors) - len(shown)
    return "\n".join(shown) + (f"\n… and {more} more" if more else "")


def _problem(fault: Mapping[str, Any]) -> str:
    kind, context = fault.get("type"), fault.get("ctx", {})
    if kind == "too_short" and context.get("min_length") == 1:
        return "must not be empty"
    return WORDS.get(str(kind)) or str(fault["msg"])
