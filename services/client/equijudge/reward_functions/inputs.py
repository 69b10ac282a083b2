"""What trainers hand to a reward function, of whatever shape: texts, problems and groups, one each for a completion.

A completion that is nothing (None, NaN, chat without a word of the assistant) is an empty text: the model wrote no
program, and its sample gets a verdict like any other. What is no completion at all is an error that names it.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from equijudge import json_conversion
from equijudge.errors import BadArgument

Problem = Mapping[str, Any] | str


def to_texts(completions: Any, field: str) -> list[str]:
    """Read the text of each completion. Raises BadArgument."""
    return [
        to_text(each, f"{field}[{number}]")
        for number, each in enumerate(json_conversion.to_list(completions, field, "text"))
    ]


def to_text(completion: Any, field: str = "completion") -> str:
    """Read a completion's text: itself, or what the assistant said last in a list of chat messages. Raises BadArgument.

    Of a message nothing but role and content is looked at.
    """
    if json_conversion.is_missing(completion):
        return ""
    if isinstance(completion, bytes):
        return completion.decode("utf-8", "replace")
    if isinstance(completion, str):
        return json_conversion.to_text(completion, field)
    fault = f"{field}: must be a text or chat messages, not a {type(completion).__name__}"
    if json_conversion.columns_of(completion) is not None:
        completion = [completion]
    elif isinstance(completion, bool | int | float):
        raise BadArgument(fault)
    messages = [json_conversion.columns_of(each) for each in json_conversion.to_list(completion, field, "message")]
    said = [dict(each) for each in messages if each is not None]
    if len(said) < len(messages):
        raise BadArgument(fault)
    roles = [message.get("role", "assistant") for message in said]
    answers = [each for each, role in zip(said, roles, strict=True) if isinstance(role, str) and role == "assistant"]
    return _content(answers[-1].get("content"), f"{field}.content") if answers else ""


def to_problems(values: Any, field: str) -> list[Problem | None]:
    """Read the problem of each completion: an id, a row, a row or a list of tests as JSON; None where there is
    none. Raises BadArgument."""
    return [
        to_problem(each, f"{field}[{number}]")
        for number, each in enumerate(json_conversion.to_list(values, field, "problem"))
    ]


def to_problem(value: Any, field: str) -> Problem | None:
    """Read one problem, as `to_problems` does."""
    found = (
        None
        if value is None
        else json_conversion.to_json(value, field)
        if not _is_row(value)
        else json_conversion.to_row(value, field)
    )
    if isinstance(found, str) and found.lstrip().startswith(("{", "[")):
        return _parse_row(found, field)
    if found is None or isinstance(found, str | dict):
        return found
    raise BadArgument(f"{field}: a problem is a stored id, a row, or a row as JSON, not a {type(value).__name__}")


def to_languages(values: Any, field: str) -> list[str | None]:
    """Read the language of each completion; None where it has the default. Raises BadArgument."""
    return [
        to_language(each, f"{field}[{number}]")
        for number, each in enumerate(json_conversion.to_list(values, field, "language"))
    ]


def to_language(value: Any, field: str) -> str | None:
    """Read one language, as `to_languages` does."""
    return None if json_conversion.is_missing(value) else json_conversion.to_text(value, field)


def to_groups(prompts: Any, field: str) -> list[Hashable]:
    """Make a key for what the completions of one prompt have in common."""
    return [
        to_group(each, f"{field}[{number}]")
        for number, each in enumerate(json_conversion.to_list(prompts, field, "prompt"))
    ]


def to_group(value: Any, field: str = "group") -> Hashable:
    """Make a key of a prompt, or of a problem. Raises BadArgument for what cannot be told apart: a circle, odd keys."""
    if isinstance(value, str):
        return value
    try:
        return json.dumps(value, sort_keys=True, default=str)
    except (TypeError, ValueError, RecursionError) as error:
        raise BadArgument(f"{field}: must be a text or chat messages, not a {type(value).__name__}") from error


def check_lengths(**columns: Sequence[Any]) -> None:
    """Raise BadArgument when there is not one of each for every completion."""
    if len({len(values) for values in columns.values()}) > 1:
        counts = ", ".join(f"{len(values)} {name}" for name, values in columns.items())
        raise BadArgument(f"{', '.join(columns)}: one of each is needed for every completion, not {counts}")


def _is_row(value: Any) -> bool:
    return isinstance(value, Mapping) or hasattr(value, "to_dict")


def _parse_row(text: str, field: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except ValueError as error:
        raise BadArgument(f"{field}: begins like a row as JSON, but is none: {error}") from error
    except RecursionError as error:
        raise BadArgument(f"{field}: nested too deeply") from error
    return json_conversion.to_row({"tests": found} if isinstance(found, list) else found, field)


def _content(content: Any, field: str) -> str:
    """Read the text of a message; of its parts those that are texts."""
    if json_conversion.is_missing(content):
        return ""
    if isinstance(content, str):
        return json_conversion.to_text(content, field)
    parts = [
        part.get("text") if isinstance(part, Mapping) else part
        for part in json_conversion.to_list(content, field, "part")
    ]
    return "".join(part for part in parts if isinstance(part, str))
