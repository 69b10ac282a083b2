"""The handbook's problems as assertions: a function, and code that calls it and compares. See handbook.py.

`python -m tests.calls.assertions` judges all programs of all problems and prints what differs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from equijudge_core.contracts.verify import Candidate, CandidateResult, JudgeOptions
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.calls.handbook import Labelled, as_lines, as_words, programs
from tests.cells import CACHE

CODE = """
def check(candidate, lines, expected):
    got = candidate(lines)
    assert len(got) == len(expected)
    for one, other in zip(got, expected):
        if isinstance(other, float):
            assert abs(one - other) <= 1e-5 * max(1.0, abs(other))
        else:
            assert one == other
"""
FUNCTION = "\n\ndef solve(lines):\n    return Solution().solve(lines)\n"


def as_assertions(row: dict[str, Any]) -> Problem:
    """A problem of the handbook's with a test in code for each of its own."""
    made = dict(row)
    for name in ("public_tests", "private_tests", "generated_tests"):
        pairs = zip(row[name]["input"], row[name]["output"], strict=True)
        texts = [f"check(solve, {as_lines(given)!r}, {as_words(left)!r})" for given, left in pairs]
        made[name] = {"input": texts, "output": [""] * len(texts)}
    without = dict.fromkeys(("solutions", "incorrect_solutions", "input_file", "output_file"))
    return parse_row({**made, **without, "test_code": {"code": CODE, "names": ["solve"]}})


def judge_function(judge: Judge, row: dict[str, Any], program: Labelled) -> CandidateResult:
    """Judge a program by assertions about what its function gives."""
    problem = as_assertions(row)
    limits = apply_limits(problem, "python3", JudgeOptions().limits, LimitRules())
    return judge.judge(problem, Candidate(source=program.method + FUNCTION), JudgeOptions(), limits)


def differing(judge: Judge, chosen: Iterable[tuple[dict[str, Any], Labelled]]) -> list[str]:
    """Programs that get another verdict by assertions than they are labelled with; in words."""
    found = []
    for row, program in chosen:
        called = judge_function(judge, row, program)
        if called.verdict != program.expected:
            said = f"{called.verdict} {json.dumps(called.model_dump(mode='json').get('first_failure'))}"
            found.append(f"{program.problem} ({program.expected}): {said}\n{program.source}")
    return found


def main() -> int:
    """See the module."""
    sandbox = make_sandbox()
    checkers = CheckerCells(make_sandbox, LANGUAGES)
    chosen = list(programs())
    found = differing(Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers), chosen)
    checkers.close()
    sandbox.close()
    print(*found, f"{len(found)} of {len(chosen)} programs differ", sep="\n")
    return int(bool(found))


def make_sandbox() -> LocalSandbox:
    return LocalSandbox(LocalSettings(cache_dir=CACHE))


if __name__ == "__main__":
    sys.exit(main())
