"""The options that commands share, and how their texts become values."""

from __future__ import annotations

import re
from typing import Annotated, Any, cast

import typer
from pydantic import ValidationError

from equijudge import endpoints
from equijudge.errors import BadArgument
from equijudge_core.contracts.verify import CHECKER_NAMES

Url = Annotated[
    str | None,
    typer.Option(help="Service to use. Default: EQUIJUDGE_URL, else the embedded judge.", show_default=False),
]
Key = Annotated[
    str | None,
    typer.Option(help="API key of that service. Default: EQUIJUDGE_API_KEY.", show_default=False),
]
Tests = Annotated[
    str | None,
    typer.Option(help="Test sets, by commas: public,private,generated. Default: all.", show_default=False),
]
Checker = Annotated[str, typer.Option(help="codecontests, exact, tokens, float, float:TOLERANCE or float:ABS:REL.")]
TimeLimit = Annotated[
    float | None,
    typer.Option(help="CPU seconds per test, as they stand. Default: the problem's.", show_default=False),
]
TotalTime = Annotated[
    float | None,
    typer.Option(help="CPU seconds for all tests of a program. Default: the service's.", show_default=False),
]
MemoryLimit = Annotated[
    str | None, typer.Option(help="Bytes, or such as 256M. Default: the problem's.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="One JSON object per line, for machines.")]

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?", re.IGNORECASE)
_UNITS = {"": 0, "k": 10, "m": 20, "g": 30, "t": 40}


def judge_options(
    *,
    tests: str | None,
    run_all: bool,
    detail: str,
    checker: str,
    time_limit: float | None,
    memory_limit: str | None,
    total_time: float | None = None,
) -> endpoints.VerifyKeywords:
    """Build the options of a request; raises BadArgument naming the option that is wrong."""
    limits = {
        "time_limit_s": time_limit,
        "total_time_s": total_time,
        "memory_limit_bytes": parse_size(memory_limit) if memory_limit is not None else None,
    }
    options: dict[str, Any] = {
        "stop": "never" if run_all else "first_failure",
        "detail": detail,
        "checker": parse_checker(checker),
        "limits": {name: value for name, value in limits.items() if value is not None},
    }
    if tests is not None:
        options["tests"] = [name.strip() for name in tests.split(",") if name.strip()]
    return _check_options(cast("endpoints.VerifyKeywords", options))


def parse_checker(text: str) -> dict[str, Any]:
    """Parse `exact`, `tokens`, `codecontests`, `float`, `float:1e-9` (absolute and relative) or `float:ABS:REL`."""
    name, *tolerances = text.split(":")
    if name not in CHECKER_NAMES:
        raise BadArgument(f"--checker {text}: expected one of {', '.join(CHECKER_NAMES)}")
    if not tolerances:
        return {"name": name}
    try:
        numbers = [float(number) for number in tolerances]
    except ValueError:
        numbers = []
    if name != "float" or len(numbers) not in (1, 2):
        raise BadArgument(f"--checker {text}: expected float, float:TOLERANCE or float:ABS:REL")
    return {"name": name, "abs": numbers[0], "rel": numbers[-1]}


def parse_size(text: str) -> int:
    """Parse bytes: a number, or one with K, M, G or T (powers of 1024)."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise BadArgument(f"--memory-limit {text}: expected bytes, or a number with K, M, G or T, such as 256M")
    return int(float(match[1]) * (1 << _UNITS[match[2].lower()]))


def _check_options(options: endpoints.VerifyKeywords) -> endpoints.VerifyKeywords:
    endpoints.judge_options(options)
    return options


def argument_error(error: ValidationError) -> BadArgument:
    """Build the error for the first thing that is wrong, with its field and what was given."""
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return BadArgument(f"{place}: {first['msg']} (got {first['input']!r})" if place else first["msg"])
