"""Samples as other harnesses write them, for `equijudge score`, and results in their forms. Raises BadArgument only.

HumanEval: `task_id` and `completion`, which goes on where the prompt ends. evalplus: `task_id` and `solution`, a whole
program, or `completion`. lm-eval: `doc`, which is the data set's row, and `filtered_resps`. A sample whose task is no
problem's name has a line among the results like any other, and is neither right nor wrong there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from equijudge.errors import BadArgument
from equijudge.rows import Row
from equijudge_core.contracts.test_code import TestCode
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Form, ResultLine
from equijudge_core.errors import BadProblem
from equijudge_core.formats import read_problem
from equijudge_core.formats.code_tests import helpers_of
from equijudge_core.judging.row_reader import quote
from equijudge_core.judging.test_code.program import complete
from equijudge_core.programs.code_extraction import SOURCE_LIMIT_BYTES
from equijudge_core.programs.parsing import Unparseable, parse

HUMANEVAL, EVALPLUS, LM_EVAL = "HumanEval", "evalplus", "lm-eval"
SLOW = "timed out"
FENCE = "```"
UNKNOWN = "not judged: no problem has this task_id"
DEEPEST = 2  # lm-eval: a list for each request, of a list for each repetition


@dataclass(frozen=True, slots=True)
class ForeignSample:
    """One sample, and the row that it stands in. is_completion: it goes on where the problem's prompt ends. order: its
    place among those of its file."""

    form: str
    row: Row
    problem: str
    text: str
    is_completion: bool = False
    order: int = 0


@dataclass(frozen=True, slots=True)
class JudgedSample:
    """A sample and its result, None where its task is no problem's name. has_public: the problem has public tests."""

    sample: ForeignSample
    line: ResultLine | None
    has_public: bool = True

    @property
    def passed(self) -> bool | None:
        """None: it was not judged, or a fault of the judge's leaves it open."""
        if self.line is None or self.line.verdict is Verdict.IE:
            return None
        return self.line.verdict is Verdict.AC


def find_samples(place: str, row: Row) -> list[ForeignSample]:
    """Find the samples of a row in one of these forms; none in a row of ours. Raises BadArgument for a near miss."""
    if "problem" in row:
        return []
    if isinstance(row.get("doc"), Mapping) and ("filtered_resps" in row or "resps" in row):
        name = _name_of_doc(place, row["doc"])
        is_raw = row.get("filtered_resps") is None
        return [ForeignSample(LM_EVAL, row, name, text, is_raw) for text in _responses(place, row)]
    _name_near_miss(place, row)
    if "task_id" not in row:
        return []
    name = _name(place, row)
    if "solution" in row:
        return [ForeignSample(EVALPLUS, row, name, _text(f"{place}: solution", row["solution"]))]
    if "completion" in row:
        return [ForeignSample(HUMANEVAL, row, name, _text(f"{place}: completion", row["completion"]), True)]
    return []


def _name_near_miss(place: str, row: Row) -> None:
    """Raise BadArgument for a row that has a column of one of these forms, and not all that it needs."""
    lacks = ""
    if "resps" in row or "filtered_resps" in row:
        lacks = f"doc: expected the data set's row: the line looks like one of {LM_EVAL}, whose doc_id is no task"
    elif "doc" in row and "doc_id" in row:
        lacks = f"filtered_resps: is missing: the line looks like one of {LM_EVAL}"
    elif "task_id" in row and not ("completion" in row or "solution" in row):
        lacks = f"completion: is missing, and so is solution: the line looks like one of {HUMANEVAL} or {EVALPLUS}"
    elif "task_id" not in row and ("completion" in row or "solution" in row):
        lacks = f"task_id: is missing: the line looks like one of {HUMANEVAL} or {EVALPLUS}"
    if lacks:
        raise BadArgument(f"{place}: {lacks}")


def as_text(sample: ForeignSample, problem: Row | None) -> tuple[str, Form]:
    """What is judged of a sample: its program, behind the prompt if it goes on where that ends.

    What is no program as it stands is a model's answer, in which there may be one. problem: its row, None where the
    problem is stored and its prompt is not at hand.
    """
    if not sample.text.strip():
        return sample.text, Form.TEXT
    if sample.is_completion and problem is None:
        remedy = "name the problems' file with --problems: its completions go on where the prompts end"
        raise BadArgument(f"problem {quote(sample.problem)}: {remedy}")
    code = None if problem is None else problem.get("test_code")
    whole = _behind_prompt(TestCode.model_validate(code), sample) if code else sample.text
    if _is_program(whole):
        return whole, Form.PROGRAM
    return (sample.text if FENCE in sample.text else _fence(whole)), Form.TEXT


def _behind_prompt(tests: TestCode, sample: ForeignSample) -> str:
    """The completion behind the prompt. One that defines the function stands for itself, but finds what the prompt
    imports and defines beside it, as where the prompt always stands before it."""
    whole = complete(tests, sample.text)
    if not sample.is_completion or whole != sample.text or "__future__" in whole or not (tests.prompt and tests.names):
        return whole
    try:
        return helpers_of(tests.prompt, parse(f"{tests.prompt}    pass\n"), tests.names[0]) + whole
    except Unparseable:
        return whole


def _is_program(text: str) -> bool:
    try:
        parse(text, SOURCE_LIMIT_BYTES)
    except Unparseable:
        return False
    return True


def format_results(samples: Sequence[JudgedSample]) -> str:
    """The results in the form of the samples. Raises BadArgument where there are none, or of several forms."""
    forms = {each.sample.form for each in samples}
    if len(forms) != 1:
        wanted = f"samples of {HUMANEVAL}, {EVALPLUS} or {LM_EVAL}"
        raise BadArgument(f"--results: in the form of {wanted}, all of one; these are of {len(forms)} such forms")
    if forms == {EVALPLUS}:
        return json.dumps({"hash": None, "eval": _evalplus(samples)}, indent=1) + "\n"
    if forms == {LM_EVAL}:
        return _lines(_lm_eval(samples))
    return _lines({**each.sample.row, **_humaneval(each)} for each in samples)


def _humaneval(judged: JudgedSample) -> dict[str, Any]:
    """`result` and `passed`, as HumanEval's own evaluation adds them; null where the judge failed."""
    line = judged.line
    if line is None:
        return {"result": UNKNOWN, "passed": None}
    if line.verdict is Verdict.IE:
        return {"result": "not judged", "passed": None}
    if line.verdict is Verdict.AC:
        return {"result": "passed", "passed": True}
    return {"result": SLOW if line.verdict is Verdict.TLE else f"failed: {line.verdict}", "passed": False}


def _evalplus(samples: Iterable[JudgedSample]) -> dict[str, list[dict[str, Any]]]:
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
    return found


def _status(passed: bool | None, line: ResultLine | None) -> str | None:
    if passed is None or line is None:
        return None
    return "pass" if passed else "timeout" if line.verdict is Verdict.TLE else "fail"


def _lm_eval(samples: Iterable[JudgedSample]) -> list[Row]:
    """A row's samples lie one behind the other; `pass@1` is the part of them that is right."""
    rows: list[tuple[Row, list[bool | None]]] = []
    for each in samples:
        if not rows or rows[-1][0] is not each.sample.row:
            rows.append((each.sample.row, []))
        rows[-1][1].append(each.passed)
    return [{**row, "pass@1": _share(passed)} for row, passed in rows]


def _share(passed: Sequence[bool | None]) -> float | None:
    known = [each for each in passed if each is not None]
    return sum(known) / len(known) if known else None


def _responses(place: str, row: Row) -> list[str]:
    """What the harness took out of the model's answers, or else these."""
    field = "resps" if row.get("filtered_resps") is None else "filtered_resps"
    found = list(_flatten(f"{place}: {field}", row[field]))
    if not isinstance(row[field], list) or not found:
        raise BadArgument(f"{place}: {field}: expected a list of texts")
    return found


def _flatten(place: str, value: Any, depth: int = 0) -> Iterator[str]:
    if not isinstance(value, list) or depth == DEEPEST:
        yield _text(place, value)
        return
    for number, each in enumerate(value):
        yield from _flatten(f"{place}[{number}]", each, depth + 1)


def _name(place: str, row: Mapping[str, Any]) -> str:
    """What the problem is called here: HumanEval and evalplus have it so; MBPP's numbers go behind its name."""
    said = row.get("task_id")
    if type(said) is int:
        return f"mbpp/{said}"
    if not isinstance(said, str) or not said:
        raise BadArgument(f"{place}: task_id: expected a task's id")
    return said


def _name_of_doc(place: str, doc: Mapping[str, Any]) -> str:
    """The task's id, or what the problem is called that is in the data set's row."""
    if "task_id" not in doc:
        try:
            return read_problem(doc).name
        except BadProblem as error:
            fault = "; ".join(f"{each.field}: {each.problem}" for each in error.errors[:5])
            raise BadArgument(f"{place}: doc: has no task_id, and is no problem ({fault})") from error
    return _name(f"{place}: doc", doc)


def _text(place: str, value: Any) -> str:
    """A text; null is one that the model never wrote."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadArgument(f"{place}: expected a text")
    return value


def _fence(code: str) -> str:
    end = "" if code.endswith("\n") else "\n"
    return f"{FENCE}python\n{code}{end}{FENCE}"


def _lines(rows: Iterable[Row]) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in rows)
