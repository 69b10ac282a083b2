"""Samples as other harnesses write them, for `equijudge score`, and results in their forms. Raises BadArgument only.

HumanEval: `task_id` and `completion`, which goes on where the prompt ends. evalplus: `task_id` and `solution`, a whole
program, or `completion`. lm-eval: `doc` with a `task_id`, and `filtered_resps`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from equijudge.errors import BadArgument
from equijudge.rows import Row
from equijudge_core.contracts.test_code import TestCode
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import ResultLine
from equijudge_core.judging.row_reader import quote
from equijudge_core.judging.test_code.program import complete

HUMANEVAL, EVALPLUS, LM_EVAL = "HumanEval", "evalplus", "lm-eval"
SLOW = "timed out"
FENCE = "```"


@dataclass(frozen=True, slots=True)
class ForeignSample:
    """One sample, and the row that it stands in. is_completion: it goes on where the problem's prompt ends."""

    form: str
    row: Row
    problem: str
    text: str
    is_completion: bool = False


def find_samples(place: str, row: Row) -> list[ForeignSample]:
    """Find the samples of a row in one of these forms; none in a row of ours."""
    if "problem" in row:
        return []
    if isinstance(row.get("doc"), Mapping) and ("filtered_resps" in row or "resps" in row):
        name = _name(f"{place}: doc", row["doc"])
        return [ForeignSample(LM_EVAL, row, name, text) for text in _responses(place, row)]
    if "task_id" not in row:
        return []
    name = _name(place, row)
    if "solution" in row:
        return [ForeignSample(EVALPLUS, row, name, _text(f"{place}: solution", row["solution"]))]
    if "completion" in row:
        return [ForeignSample(HUMANEVAL, row, name, _text(f"{place}: completion", row["completion"]), True)]
    return []


def as_text(sample: ForeignSample, problem: Row | None) -> str:
    """What is judged of a sample: its program between fences, behind the prompt if it goes on where that ends.

    problem: its row, None where the problem is stored and its prompt is not at hand.
    """
    if FENCE in sample.text or not sample.text.strip():
        return sample.text
    if not sample.is_completion:
        return _fence(sample.text)
    if problem is None:
        remedy = "name the problems' file with --problems: its completions go on where the prompts end"
        raise BadArgument(f"problem {quote(sample.problem)}: {remedy}")
    code = problem.get("test_code")
    return _fence(complete(TestCode.model_validate(code), sample.text) if code else sample.text)


def format_results(samples: Sequence[tuple[ForeignSample, ResultLine]]) -> str:
    """The results in the form of the samples. Raises BadArgument where there are none, or of several forms."""
    forms = {sample.form for sample, _ in samples}
    if len(forms) != 1:
        wanted = f"samples of {HUMANEVAL}, {EVALPLUS} or {LM_EVAL}"
        raise BadArgument(f"--results: in the form of {wanted}, all of one; these are of {len(forms)} such forms")
    if forms == {EVALPLUS}:
        return json.dumps({"eval": _evalplus(samples)}, indent=1) + "\n"
    if forms == {LM_EVAL}:
        return _lines(_lm_eval(samples))
    return _lines({**sample.row, **_humaneval(line)} for sample, line in samples)


def _humaneval(line: ResultLine) -> dict[str, Any]:
    """`result` and `passed`, as HumanEval's own evaluation adds them; null where the judge failed."""
    if line.verdict is Verdict.IE:
        return {"result": "not judged", "passed": None}
    if line.verdict is Verdict.AC:
        return {"result": "passed", "passed": True}
    return {"result": SLOW if line.verdict is Verdict.TLE else f"failed: {line.verdict}", "passed": False}


def _evalplus(samples: Iterable[tuple[ForeignSample, ResultLine]]) -> dict[str, list[dict[str, Any]]]:
    """By task: base are the public tests, plus is all of them."""
    found: dict[str, list[dict[str, Any]]] = {}
    for sample, line in samples:
        first = line.first_failure
        passed_base = line.verdict is Verdict.AC or (first is not None and not first.test.startswith("public/"))
        said = {"base_status": _status(passed_base, line), "plus_status": _status(line.verdict is Verdict.AC, line)}
        entry = {"task_id": sample.problem, "solution": sample.row["solution"], **said}
        found.setdefault(sample.problem, []).append(entry)
    return found


def _status(passed: bool, line: ResultLine) -> str | None:
    if line.verdict is Verdict.IE:
        return None
    return "pass" if passed else "timeout" if line.verdict is Verdict.TLE else "fail"


def _lm_eval(samples: Iterable[tuple[ForeignSample, ResultLine]]) -> list[Row]:
    """A row's samples lie one behind the other; `pass@1` is the part of them that is right."""
    rows: list[tuple[Row, list[ResultLine]]] = []
    for sample, line in samples:
        if not rows or rows[-1][0] is not sample.row:
            rows.append((sample.row, []))
        rows[-1][1].append(line)
    return [{**row, "pass@1": _share(lines)} for row, lines in rows]


def _share(lines: Sequence[ResultLine]) -> float | None:
    known = [line.verdict is Verdict.AC for line in lines if line.verdict is not Verdict.IE]
    return sum(known) / len(known) if known else None


def _responses(place: str, row: Row) -> list[str]:
    """What the harness took out of the model's answers, or else these."""
    found = row.get("filtered_resps", row.get("resps"))
    while isinstance(found, list) and len(found) == 1 and isinstance(found[0], list):
        found = found[0]
    if not isinstance(found, list) or not found:
        raise BadArgument(f"{place}: filtered_resps: expected a list of texts")
    return [_text(f"{place}: filtered_resps[{number}]", each) for number, each in enumerate(found)]


def _name(place: str, row: Mapping[str, Any]) -> str:
    """What the problem is called here: HumanEval and evalplus have it so; MBPP's numbers go behind its name."""
    said = row.get("task_id")
    if type(said) is int:
        return f"mbpp/{said}"
    if not isinstance(said, str) or not said:
        raise BadArgument(f"{place}: task_id: expected a task's id")
    return said


def _text(place: str, value: Any) -> str:
    if not isinstance(value, str):
        raise BadArgument(f"{place}: expected a text")
    return value


def _fence(code: str) -> str:
    end = "" if code.endswith("\n") else "\n"
    return f"{FENCE}python\n{code}{end}{FENCE}"


def _lines(rows: Iterable[Row]) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)
