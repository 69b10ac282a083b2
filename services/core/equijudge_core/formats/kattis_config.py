"""What problem.yaml of a Kattis or ICPC package says, in its two versions.

`legacy` is also what says nothing of a version; `legacy-icpc` is a part of it. `2023-07` was finished as `2025-09`.
There unknown keys are errors, and name and uuid must be given.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from equijudge_core.formats.archive import Files, as_text, bad
from equijudge_core.formats.packages import TimeRule
from equijudge_core.formats.reading import check, refuse
from equijudge_core.formats.yaml_text import load_mapping
from equijudge_core.judging.row_reader import RowReader, quote

MAIN = "problem.yaml"
LEGACY = ("legacy", "legacy-icpc")
NEWER = ("2023-07-draft", "2023-07", "2025-09")
KEYS = (
    *("problem_format_version", "type", "name", "uuid", "version", "credits", "source", "license", "rights_owner"),
    *("embargo_until", "limits", "keywords", "languages", "allow_file_writing", "constants"),
)
TYPES = ("pass-fail", "scoring", "interactive", "multi-pass", "submit-answer")
ANSWERS = "asks for answers in place of programs, which are not judged here"
LONGEST_CONSTANT = 1000
MEMORY_MIB, VALIDATION_MIB, VALIDATION_S = 2048, 2048, 60
DOMJUDGE_LIMIT = re.compile(r"^\s*timelimit\s*=\s*['\"]?(\d{1,4}(?:\.\d{1,6})?)['\"]?\s*$", re.M)


@dataclass(frozen=True, slots=True)
class Config:
    """Of which version it is and what it says; sizes in MiB, times in seconds. flags: of the output validator.
    passes: of a program, for one test, at most. scores_by_validator: it gives points of its own, which range bounds."""

    is_legacy: bool
    title: str
    is_scoring: bool
    is_interactive: bool
    has_validator: bool
    passes: int
    scores_by_validator: bool
    flags: tuple[str, ...]
    memory_mib: float
    validation_mib: float
    validation_s: float
    time: TimeRule
    constants: Mapping[str, str]

    def fill_in(self, text: str) -> str:
        """A text of the package with its constants in it."""
        for name, value in self.constants.items():
            text = text.replace("{{" + name + "}}", value)
        return text


def read_config(files: Files) -> Config:
    """Read problem.yaml and what stands beside it. Raises BadProblem, UnsupportedProblem."""
    given = load_mapping(as_text(files, MAIN), MAIN)
    version = given.get("problem_format_version")
    version = "legacy" if version is None else str(version)
    if version not in (*LEGACY, *NEWER):
        raise bad(f"{MAIN}: problem_format_version", f"is {quote(version)}", f"one of {', '.join((*LEGACY, *NEWER))}")
    reader = RowReader({f"{MAIN}: {name}": value for name, value in given.items()})
    limits = given.get("limits") or {}
    if not isinstance(limits, Mapping):
        raise bad(f"{MAIN}: limits", "must be a mapping")
    numbers = RowReader({f"{MAIN}: limits.{name}": value for name, value in limits.items()})
    make = _legacy if version in LEGACY else _newer
    config = make(files, given, reader, numbers)
    reader.errors += numbers.errors
    check(reader)
    return config


def split_flags(reader: RowReader, field: str, value: Any) -> tuple[str, ...]:
    """Legacy flags: one text, cut as a shell does."""
    if value is None:
        return ()
    if not isinstance(value, str):
        reader.wrong_type(field, value, "a string")
        return ()
    try:
        return tuple(shlex.split(value))
    except ValueError as error:
        reader.fail(field, f"is no list of words: {error}")
        return ()


def _legacy(files: Files, given: Mapping[str, Any], reader: RowReader, numbers: RowReader) -> Config:
    validation = str(given.get("validation") or "default").split()
    if validation[0] not in ("default", "custom") or set(validation[1:]) - {"score", "interactive"}:
        reader.fail(
            f"{MAIN}: validation", f"is {quote(given['validation'])}", "default, or custom [score] [interactive]"
        )
    kind = given.get("type") or "pass-fail"
    if kind not in ("pass-fail", "scoring"):
        reader.fail(f"{MAIN}: type", f"is {quote(kind)}", "pass-fail or scoring")
    return Config(
        is_legacy=True,
        title=_title(given.get("name")),
        is_scoring=kind == "scoring",
        is_interactive="interactive" in validation,
        has_validator=validation[0] == "custom",
        passes=1,
        scores_by_validator="score" in validation,
        flags=split_flags(reader, f"{MAIN}: validator_flags", given.get("validator_flags")),
        time=TimeRule(
            _stated_limit(files), _limit(numbers, "time_multiplier", 5.0), _limit(numbers, "time_safety_margin", 2.0)
        ),
        constants={},
        **_sizes(numbers),
    )


def _newer(files: Files, given: Mapping[str, Any], reader: RowReader, numbers: RowReader) -> Config:
    for name in ("name", "uuid"):
        if given.get(name) in (None, ""):
            reader.fail(f"{MAIN}: {name}", "is missing")
    for name in given:
        if name not in KEYS:
            reader.fail(f"{MAIN}: {quote(name)[1:-1]}", "is no key of this version", f"one of {', '.join(KEYS)}")
    kinds = given.get("type") or "pass-fail"
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if not isinstance(kinds, list) or not all(kind in TYPES for kind in kinds):
        raise bad(f"{MAIN}: type", f"must be one or several of {', '.join(TYPES)}")
    if "submit-answer" in kinds:
        refuse(f"{MAIN}: type", ANSWERS)
    nested = (given.get("limits") or {}).get("time_multipliers") or {}
    if not isinstance(nested, Mapping):
        raise bad(f"{MAIN}: limits.time_multipliers", "must be a mapping")
    factors = RowReader({f"{MAIN}: limits.time_multipliers.{name}": value for name, value in nested.items()})
    stated = _limit(numbers, "time_limit", 0.0)
    rule = TimeRule(
        stated or _stated_limit(files),
        _limit(factors, "time_multipliers.ac_to_time_limit", 2.0),
        _limit(factors, "time_multipliers.time_limit_to_tle", 1.5),
        _limit(numbers, "time_resolution", 1.0),
        rounds_up=True,
    )
    reader.errors += factors.errors
    return Config(
        is_legacy=False,
        title=_title(given.get("name")),
        is_scoring="scoring" in kinds,
        is_interactive="interactive" in kinds,
        has_validator=any(name.startswith("output_validator/") for name in files),
        passes=int(_limit(numbers, "validation_passes", 2)) if "multi-pass" in kinds else 1,
        scores_by_validator=False,
        flags=(),
        time=rule,
        constants=_constants(reader, given.get("constants")),
        **_sizes(numbers),
    )


def _sizes(numbers: RowReader) -> dict[str, float]:
    return {
        "memory_mib": _limit(numbers, "memory", MEMORY_MIB),
        "validation_mib": _limit(numbers, "validation_memory", VALIDATION_MIB),
        "validation_s": _limit(numbers, "validation_time", VALIDATION_S),
    }


def _limit(numbers: RowReader, name: str, default: float) -> float:
    field = f"{MAIN}: limits.{name}"
    value = numbers.number(field)
    if value < 0:
        numbers.fail(field, "must not be negative")
    return value or default


def _stated_limit(files: Files) -> float | None:
    """The limit that DOMjudge reads beside problem.yaml."""
    if ".timelimit" in files:
        said = as_text(files, ".timelimit").strip()
        if not re.fullmatch(r"\d{1,4}(\.\d{1,6})?", said):
            raise bad(".timelimit", f"is {quote(said)}, and no number of seconds")
        return float(said) or None
    if "domjudge-problem.ini" in files:
        found = DOMJUDGE_LIMIT.search(as_text(files, "domjudge-problem.ini"))
        return float(found[1]) or None if found else None
    return None


def _title(name: Any) -> str:
    if isinstance(name, Mapping):
        name = name.get("en") or next(iter(name.values()), "")
    return name if isinstance(name, str) else ""


def _constants(reader: RowReader, value: Any) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        reader.wrong_type(f"{MAIN}: constants", value, "a mapping")
        return {}
    found = {}
    for name, each in value.items():
        each = each.get("value") if isinstance(each, Mapping) else each
        if not isinstance(each, str | int | float) or isinstance(each, bool):
            reader.wrong_type(f"{MAIN}: constants.{quote(name)[1:-1]}", each, "a number or a string")
        if len(str(each)) > LONGEST_CONSTANT:
            reader.fail(f"{MAIN}: constants.{quote(name)[1:-1]}", "is too long", f"at most {LONGEST_CONSTANT}")
        found[str(name)] = str(each)[:LONGEST_CONSTANT]
    return found
