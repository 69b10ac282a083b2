"""lm-eval's samples (`--log_samples`): `doc`, which is the data set's row, with `resps` and `filtered_resps`. Results
are the same lines with `pass@1`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from equijudge.errors import BadArgument
from equijudge.rows import Row
from equijudge.samples.sample import ForeignSample, JudgedSample, json_lines, task_name, text_of
from equijudge_core.errors import BadProblem
from equijudge_core.formats import read_problem

NAME = "lm-eval"
DEEPEST = 2  # a list for each request, of a list for each repetition


def find_samples(place: str, row: Row) -> list[ForeignSample]:
    """Find the samples of a row, one a response; none in one of another form. Those that no filter went over are
    completions."""
    if not isinstance(row.get("doc"), Mapping) or not ("filtered_resps" in row or "resps" in row):
        return []
    name = _name_of_doc(place, row["doc"])
    is_raw = row.get("filtered_resps") is None
    return [ForeignSample(NAME, row, name, text, is_raw) for text in _responses(place, row)]


def format_results(samples: Sequence[JudgedSample]) -> str:
    """A row's samples lie one behind the other; `pass@1` is the part of them that is right."""
    rows: list[tuple[Row, list[bool | None]]] = []
    for each in samples:
        if not rows or rows[-1][0] is not each.sample.row:
            rows.append((each.sample.row, []))
        rows[-1][1].append(each.passed)
    return json_lines({**row, "pass@1": _share(passed)} for row, passed in rows)


def _share(passed: Sequence[bool | None]) -> float | None:
    known = [each for each in passed if each is not None]
    return sum(known) / len(known) if known else None


def _responses(place: str, row: Row) -> list[str]:
    """What the harness took out of the model's answers, or else these."""
    field = "resps" if row.get("filtered_resps") is None else "filtered_resps"
    found = list(_flatten(f"{place}: {field}", row.get(field)))
    if not isinstance(row.get(field), list) or not found:
        raise BadArgument(f"{place}: {field}: expected a list of texts")
    return found


def _flatten(place: str, value: Any, depth: int = 0) -> Iterator[str]:
    if not isinstance(value, list) or depth == DEEPEST:
        yield text_of(place, value)
        return
    for number, each in enumerate(value):
        yield from _flatten(f"{place}[{number}]", each, depth + 1)


def _name_of_doc(place: str, doc: Mapping[str, Any]) -> str:
    """The task's id, or what the problem is called that is in the data set's row."""
    if "task_id" not in doc:
        try:
            return read_problem(doc).name
        except BadProblem as error:
            fault = "; ".join(f"{each.field}: {each.problem}" for each in error.errors[:5])
            raise BadArgument(f"{place}: doc: has no task_id, and is no problem ({fault})") from error
    return task_name(f"{place}: doc", doc)
