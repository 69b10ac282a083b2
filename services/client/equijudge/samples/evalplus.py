"""evalplus' samples: `task_id` and `solution`, a whole program. Results are one object, with the samples of each task
under `eval`; its `hash` is one of evalplus' own data, and null here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from equijudge.rows import Row
from equijudge.samples.sample import ForeignSample, JudgedSample, task_name, text_of
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import ResultLine

NAME = "evalplus"


def find_samples(place: str, row: Row) -> list[ForeignSample]:
    """Find the sample of a row; none in one of another form."""
    if "task_id" not in row or "solution" not in row:
        return []
    return [ForeignSample(NAME, row, task_name(place, row), text_of(f"{place}: solution", row["solution"]))]


def format_results(samples: Sequence[JudgedSample]) -> str:
    """By task: base are the public tests, plus is all of them. A problem without public ones has base tests alone."""
    found: dict[str, list[dict[str, Any]]] = {}
    for each in samples:
        passed_base = each.passed
        if passed_base is False and each.has_public and each.line is not None:
            first = each.line.first_failure
            passed_base = first is not None and not first.test.startswith("public/")
        plus = _status(each.passed, each.line) if each.has_public else None
        said = {"base_status": _status(passed_base, each.line), "plus_status": plus}
        entry = {"task_id": each.sample.problem, "solution": each.sample.row["solution"], **said}
        found.setdefault(each.sample.problem, []).append({**entry, "base_fail_tests": [], "plus_fail_tests": []})
    return json.dumps({"hash": None, "eval": found}, indent=1) + "\n"


def _status(passed: bool | None, line: ResultLine | None) -> str | None:
    if passed is None or line is None:
        return None
    return "pass" if passed else "timeout" if line.verdict is Verdict.TLE else "fail"
