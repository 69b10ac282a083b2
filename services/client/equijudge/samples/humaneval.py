"""HumanEval's samples: `task_id` and `completion`, which goes on where the prompt ends. Results are the same lines with
`result` and `passed`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from equijudge.rows import Row
from equijudge.samples.sample import ForeignSample, JudgedSample, json_lines, task_name, text_of
from equijudge_core.contracts.verdict import Verdict

NAME = "HumanEval"
SLOW = "timed out"
UNKNOWN = "not judged: no problem has this task_id"


def find_samples(place: str, row: Row) -> list[ForeignSample]:
    """Find the sample of a row; none in one of another form."""
    if "task_id" not in row or "completion" not in row:
        return []
    text = text_of(f"{place}: completion", row["completion"])
    return [ForeignSample(NAME, row, task_name(place, row), text, is_completion=True)]


def format_results(samples: Sequence[JudgedSample]) -> str:
    """The lines again, each with what came of it."""
    return json_lines({**each.sample.row, **_result(each)} for each in samples)


def _result(judged: JudgedSample) -> dict[str, Any]:
    """`result` and `passed`, as HumanEval's own evaluation adds them; null where the judge failed."""
    line = judged.line
    if line is None:
        return {"result": UNKNOWN, "passed": None}
    if line.verdict is Verdict.IE:
        return {"result": "not judged", "passed": None}
    if line.verdict is Verdict.AC:
        return {"result": "passed", "passed": True}
    return {"result": SLOW if line.verdict is Verdict.TLE else f"failed: {line.verdict}", "passed": False}
