"""Writes a problem as a Kattis package, in the version 2025-09: the files by name, and what could not be said exactly.

What such a package has no form for is refused by field: files in place of the standard streams, function calls,
checkers that speak another protocol, points that depend on single tests.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import yaml

from equijudge_core.contracts.checkers import FLAGS, CheckerSpec
from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.scoring import Policy, ScoringGroup
from equijudge_core.formats.reading import refuse
from equijudge_core.judging.languages import LANGUAGES, find_language
from equijudge_core.judging.problem import Problem, Solution, Test

MIB = 1 << 20
VERSION = "2025-09"
AGGREGATIONS = {Policy.ALL_OR_NOTHING: "pass-fail", Policy.MIN: "min", Policy.SUM: "sum"}
UNWRITTEN = ("unknown", "python2")  # .py is Python 3 in this version
NO_MEMORY = "it has no memory limit, and 2048 MiB is what a package without one has"
NEAREST = "compared as the data set does it, which the default validator with float_tolerance 1e-5 comes nearest to"
DEFAULTS: Mapping[str, dict[str, Any]] = MappingProxyType(
    {
        "tokens": {},
        "exact": {"case_sensitive": True, "space_change_sensitive": True},
        "testlib.wcmp": {"case_sensitive": True},
    }
)


@dataclass(frozen=True, slots=True)
class WrittenPackage:
    """Files by name, and what to say of them."""

    files: Mapping[str, bytes]
    notes: tuple[str, ...]


def write_kattis(problem: Problem) -> WrittenPackage:
    """Write a package. Raises UnsupportedProblem."""
    if problem.input_file or problem.output_file:
        refuse("input_file", "programs of a Kattis package read and write the standard streams")
    if problem.calls is not None:
        refuse("calls", "functions that are called have no form in a Kattis package")
    if problem.test_code is not None:
        refuse("test_code", "tests that are code have no form in a Kattis package")
    notes: list[str] = []
    files: dict[str, bytes] = {"statement/problem.en.md": _text(problem.description)}
    flags = _add_validator(problem, files, notes)
    _add_tests(problem, files, flags)
    _add_programs(files, "accepted", problem.solutions, notes)
    _add_programs(files, "rejected", problem.incorrect_solutions, notes)
    files["problem.yaml"] = _yaml(_config(problem, notes))
    return WrittenPackage(dict(sorted(files.items())), tuple(notes))


def short_name(name: str, taken: Iterable[str] = ()) -> str:
    """A name that a package's folder may have: letters, digits and -; another than those that are taken."""
    made = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60] or "problem"
    known = set(taken)
    number, found = 1, made
    while found in known:
        number += 1
        found = f"{made}-{number}"
    return found


def _config(problem: Problem, notes: list[str]) -> dict[str, Any]:
    limits: dict[str, Any] = {}
    if problem.time_limit_s is not None:
        limits["time_limit"] = problem.time_limit_s
    if problem.memory_limit_bytes:
        limits["memory"] = math.ceil(problem.memory_limit_bytes / MIB)
    else:
        notes.append(NO_MEMORY)
    program = problem.interactor or (problem.checker if isinstance(problem.checker, OwnChecker) else None)
    kinds = ["scoring" if problem.scoring else "pass-fail"]
    if program is not None:
        limits |= {
            "validation_time": program.time_limit_s,
            "validation_memory": math.ceil(program.memory_limit_bytes / MIB),
        }
        if program.validation_passes > 1:
            kinds.append("multi-pass")
            limits["validation_passes"] = program.validation_passes
    if problem.interactor is not None:
        kinds.append("interactive")
    digest = hashlib.sha256(problem.problem_id.encode()).hexdigest()
    return {
        "problem_format_version": VERSION,
        "name": problem.name,
        "uuid": "-".join((digest[:8], digest[8:12], "8" + digest[13:16], "8" + digest[17:20], digest[20:32])),
        "type": kinds if len(kinds) > 1 else kinds[0],
        **({"limits": limits} if limits else {}),
    }


def _add_validator(problem: Problem, files: dict[str, bytes], notes: list[str]) -> list[str]:
    """Add what judges outputs, and return its flags."""
    program = problem.interactor or problem.checker
    if not isinstance(program, OwnChecker):
        return _default_flags(program, notes)
    column = "interactor" if problem.interactor else "checker"
    if program.protocol != "kattis":
        refuse(
            f"{column}.protocol", f"programs of the protocol {program.protocol} are no validators of a Kattis package"
        )
    files[f"output_validator/validate{_ending(program.language, column)}"] = _text(program.source)
    files.update({f"output_validator/{name}": _text(text) for name, text in program.files.items()})
    return list(program.flags)


def _default_flags(spec: CheckerSpec | None, notes: list[str]) -> list[str]:
    """The flags with which the default validator compares so."""
    if spec is None or spec.name == "codecontests":
        notes.append(NEAREST)
        return ["float_tolerance", "1e-5"]
    if spec.name == "kattis":
        given = {name: getattr(spec, name) for name in FLAGS["kattis"]}
    elif spec.name == "float":
        given = {"float_absolute_tolerance": spec.abs, "float_relative_tolerance": spec.rel}
    elif spec.name in DEFAULTS:
        given = dict(DEFAULTS[spec.name])
    else:
        refuse("checker.name", f"{spec.name} has no form in a Kattis package")
    if spec.name in ("tokens", "float") and not spec.ignore_case:
        given["case_sensitive"] = True
    if spec.name == "exact" and spec.ignore_case:
        del given["case_sensitive"]
    flags: list[str] = []
    for name, value in given.items():
        if value is True:
            flags.append(name)
        elif value is not None and value is not False:
            flags += [name, repr(value)]
    return flags


def _add_tests(problem: Problem, files: dict[str, bytes], flags: Sequence[str]) -> None:
    groups = _groups(problem)
    own = {"output_validator_args": list(flags)} if flags else {}
    if own and problem.public_tests:
        files["data/sample/test_group.yaml"] = _yaml(own)
    if own:
        files["data/secret/test_group.yaml"] = _yaml(own)
    _add_set(files, "data/sample", problem.public_tests)
    secret = (*problem.private_tests, *problem.generated_tests)
    if groups is None:
        _add_set(files, "data/secret", secret)
        return
    if len(groups) == 1 and not groups[0].depends_on:
        _add_set(files, "data/secret", secret)
        files["data/secret/test_group.yaml"] = _yaml({**_group_settings(groups[0], {}), **own})
        return
    by_name = {test.name: test for test in secret}
    names = {group.name: short_name(group.name.removeprefix("secret/")) for group in groups}
    if len(set(names.values())) < len(groups):
        names = {group.name: f"group{number}" for number, group in enumerate(groups, start=1)}
    total = math.fsum(_points(group) for group in groups)
    files["data/secret/test_group.yaml"] = _yaml({"max_score": total, "score_aggregation": "sum", **own})
    for group in groups:
        folder = f"data/secret/{names[group.name]}"
        _add_set(files, folder, [by_name[name] for name in group.tests])
        files[f"{folder}/test_group.yaml"] = _yaml({**_group_settings(group, names), **own})


def _groups(problem: Problem) -> tuple[ScoringGroup, ...] | None:
    """The groups, all of secret tests, and each of these in one."""
    if problem.scoring is None:
        return None
    groups = problem.scoring.groups
    grouped = {name for group in groups for name in group.tests}
    secret = {test.name for test in (*problem.private_tests, *problem.generated_tests)}
    if grouped != secret:
        refuse("scoring.groups", "in a Kattis package all secret tests are in groups, and samples give no points here")
    for number, group in enumerate(groups):
        if group.policy not in AGGREGATIONS:
            refuse(f"scoring.groups[{number}].policy", f"{group.policy} has no form in a Kattis package")
        if group.test_points is not None and len(set(group.test_points)) > 1:
            refuse(f"scoring.groups[{number}].test_points", "tests of a Kattis group give the same points")
    return groups


def _group_settings(group: ScoringGroup, names: Mapping[str, str]) -> dict[str, Any]:
    needed = [f"secret/{names[each]}" for each in group.depends_on]
    settings = {"max_score": _points(group), "score_aggregation": AGGREGATIONS[group.policy]}
    return {**settings, **({"require_pass": needed} if needed else {})}


def _points(group: ScoringGroup) -> float:
    return math.fsum(group.test_points) if group.test_points is not None else group.points or 0.0


def _add_set(files: dict[str, bytes], folder: str, tests: Sequence[Test]) -> None:
    """Tests stand in the order of their names, which are numbers of one length."""
    width = len(str(len(tests)))
    for number, test in enumerate(tests, start=1):
        files[f"{folder}/{number:0{width}}.in"] = test.input
        files[f"{folder}/{number:0{width}}.ans"] = test.output


def _add_programs(files: dict[str, bytes], label: str, programs: Sequence[Solution], notes: list[str]) -> None:
    left = 0
    width = len(str(len(programs)))
    for number, each in enumerate(programs, start=1):
        if each.language in UNWRITTEN or find_language(each.language) is None:
            left += 1
            continue
        files[f"submissions/{label}/{number:0{width}}{_ending(each.language, 'solutions')}"] = _text(each.source)
    if left:
        notes.append(f"{left} programs for submissions/{label} are left out: in Python 2, or in an unknown language")


def _ending(language: str, column: str) -> str:
    found = find_language(language)
    if found is None:
        refuse(column, f"the language {language[:60]!a} has no file ending that is known here")
    same = {"cpp20": "cpp17", "pypy3": "python3"}.get(found.name, found.name)
    return LANGUAGES[same].extensions[0]


def _text(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _yaml(value: Mapping[str, Any]) -> bytes:
    text: str = yaml.safe_dump(dict(value), sort_keys=False, allow_unicode=True, width=1000)
    return text.encode()
