"""The options that commands share, and how their texts become values."""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from pydantic import ValidationError

from equijudge import endpoints
from equijudge.errors import BadArgument
from equijudge_core.contracts.checkers import CHECKER_NAMES, FLAGS, CheckerSpec

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
Checker = Annotated[
    str | None,
    typer.Option(
        help="codecontests, exact, tokens, float, float:TOLERANCE, float:ABS:REL, or another judge's, with :FLAG or "
        ":FLAG=VALUE for each flag, such as testlib.rcmp6 or kattis:float_tolerance=1e-6. Default: the problem's, "
        "else codecontests.",
        show_default=False,
    ),
]
Include = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="DIR",
        help="Headers, such as testlib.h, for a problem's checker that includes and does not bring them. Several: the "
        "first that has one counts.",
        show_default=False,
    ),
]
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
    checker: str | None,
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
        "checker": None if checker is None else parse_checker(checker),
        "limits": {name: value for name, value in limits.items() if value is not None},
    }
    if tests is not None:
        options["tests"] = [name.strip() for name in tests.split(",") if name.strip()]
    return _check_options(cast("endpoints.VerifyKeywords", options))


def parse_checker(text: str) -> dict[str, Any]:
    """Parse `NAME`, `float:1e-9` (absolute and relative), `float:ABS:REL`, or `NAME:FLAG:FLAG=VALUE…`.

    A flag alone is true; the numbers of point_distribution stand between commas. Raises BadArgument, also for a flag
    that is not the checker's.
    """
    name, *words = text.split(":")
    if name not in CHECKER_NAMES:
        near = get_close_matches(name.lower(), CHECKER_NAMES, 1)
        meant = f"; did you mean {near[0]}?" if near else ""
        raise BadArgument(f"--checker {text}: expected one of {', '.join(CHECKER_NAMES)}{meant}")
    if name == "float" and words and words[0].partition("=")[0] not in FLAGS[name]:
        flags = _tolerances(text, words)
    else:
        flags = _flags(text, words)
    try:
        spec = CheckerSpec.model_validate({"name": name, **flags})
    except ValidationError as error:
        raise BadArgument(f"--checker {text}: {argument_error(error)}") from None
    chosen = spec.model_dump(mode="json", exclude_unset=True)
    if missing := [flag for flag, value in flags.items() if value is True and chosen[flag] is not True]:
        raise BadArgument(f"--checker {text}: {missing[0]} needs a value, as in {missing[0]}=…")
    return chosen


def _tolerances(text: str, words: list[str]) -> dict[str, Any]:
    try:
        numbers = [float(number) for number in words]
    except ValueError:
        numbers = []
    if len(numbers) not in (1, 2):
        raise BadArgument(f"--checker {text}: expected float, float:TOLERANCE or float:ABS:REL")
    return {"abs": numbers[0], "rel": numbers[-1]}


def _flags(text: str, words: list[str]) -> dict[str, Any]:
    flags: dict[str, Any] = {}
    for word in words:
        flag, is_given, value = word.partition("=")
        if not re.fullmatch(r"[a-z_]+", flag) or flag == "name" or flag in flags:
            raise BadArgument(f"--checker {text}: expected FLAG or FLAG=VALUE, each once, not {word!r}")
        of_list = flag == "point_distribution"
        flags[flag] = (value.split(",") if of_list else value) if is_given else True
    return flags


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
