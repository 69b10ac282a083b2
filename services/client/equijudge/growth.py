"""How the work of programs grows with their inputs: counted in the judge's cells, classed here.

A program is changed into one that prints how many operations it took (equijudge_core.programs.growth) and judged on
every input; what it prints says all, verdicts say nothing. A program may lie about itself, which is one more reason why
this is an opinion beside the signature and no part of it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from equijudge._sync.client import Client
from equijudge.errors import BadArgument
from equijudge.problem_files import read_problem
from equijudge.rows import read_numbered_rows
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, ResultLine, TestResult
from equijudge_core.judging.row_reader import quote
from equijudge_core.programs.growth import operation_count
from equijudge_core.programs.growth.complexity_class import Growth, Run, classify, instrument, operations

Measure = Literal["auto", "tokens", "value", "bytes"]
_WHOLE_NUMBER = re.compile(r"[+-]?\d{1,300}", re.ASCII)
_FEW_TOKENS = 3
_TIME_LIMIT_S = 30.0  # for operation_count.MOST operations, which take a few seconds


@dataclass(frozen=True, slots=True)
class Input:
    """A standard input and its size, above 0, in whatever unit the growth is to be told."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """growth: of a program; left_out: (size, why) of inputs on which its operations could not be counted."""

    program: str
    growth: Growth
    left_out: tuple[tuple[float, str], ...]


def with_sizes(texts: Sequence[str], by: Measure) -> list[Input]:
    """Give inputs their sizes, and leave out those of size 0.

    tokens: words; value: the largest number, in absolute value; auto: tokens where an input has more than 3 words,
    else the value where all have a number, else bytes.
    """
    if by == "auto" and any(len(text.split(None, _FEW_TOKENS)) > _FEW_TOKENS for text in texts):
        by = "tokens"
    elif by == "auto":
        by = "value" if all(any(map(_WHOLE_NUMBER.fullmatch, text.split())) for text in texts) else "bytes"
    sizes = [_size(text, by) for text in texts]
    return [Input(text, size) for text, size in zip(texts, sizes, strict=True) if size > 0]


def read_inputs(path: Path, name: str | None, by: Measure) -> list[Input]:
    """Read the inputs of a file: of a problem's tests, or lines with `input` and perhaps `size`. Raises BadArgument."""
    numbered = list(read_numbered_rows(path))
    found = [row for _, row in numbered]
    if not found or "input" not in found[0]:
        problem = read_problem(path, name)
        if problem.interactor is not None:
            raise BadArgument(f"{path}: programs of this problem talk to an interactor: they read no inputs")
        return with_sizes([test.input.decode("utf-8", "surrogatepass") for test in problem.tests()], by)
    for place, row in numbered:
        if not isinstance(row.get("input"), str):
            raise BadArgument(f"{place}: input: expected a text")
        size = row.get("size", 1)
        if isinstance(size, bool) or not isinstance(size, int | float) or not 0 < size < sys.float_info.max:
            raise BadArgument(f"{place}: size: {quote(size)}, expected a number above 0")
    if all("size" in row for row in found):
        return [Input(row["input"], float(row["size"])) for row in found]
    if any("size" in row for row in found):
        raise BadArgument(f"{path}: size: some rows have one and some have none")
    return with_sizes([row["input"] for row in found], by)


def measure(
    client: Client,
    programs: Iterable[Candidate],
    inputs: Sequence[Input],
) -> list[Measurement]:
    """Measure the growth of each program over the inputs, in the programs' order.

    Raises:
        BadArgument: there is no input, or the key may not see what programs print.
        EquijudgeError: what the client raises.
    """
    if not inputs:
        raise BadArgument("inputs: none, expected at least 1 of a size above 0")
    candidates = [Candidate(source=instrument(program.source), id=program.id) for program in programs]
    row = {
        "name": "growth",
        "public_tests": {"input": [given.text for given in inputs], "output": ["" for _ in inputs]},
    }
    limits = {"time_limit_s": _TIME_LIMIT_S}
    results = client.verify_batch([(row, candidates)], stop="never", detail="outputs", limits=limits)
    return [_measure_one(result, inputs) for result in results]


def _measure_one(result: ResultLine, inputs: Sequence[Input]) -> Measurement:
    program = result.candidate_id or f"#{result.candidate}"
    if result.tests is None:
        why = result.compile_message or result.reason or "this key is not shown what programs print"
        return Measurement(program, Growth(None, why, None, None, ()), ())
    runs, left_out = [], []
    for test, given in zip(result.tests, inputs, strict=True):
        count = operations(test.output or "")
        if count is None:
            left_out.append((given.size, _left_out_reason(test)))
        else:
            runs.append(Run(given.size, count))
    return Measurement(program, classify(runs), tuple(left_out))


def _left_out_reason(test: TestResult) -> str:
    if operation_count.MORE in (test.output or ""):
        return f"over {operation_count.MOST:,} operations"
    if test.verdict in (Verdict.AC, Verdict.WA):
        return "the program ended its process by itself"
    last = (test.stderr or "").strip().splitlines()[-1:]
    return ": ".join([str(test.verdict), *([test.reason] if test.reason else []), *last])


def _size(text: str, by: Measure) -> float:
    if by == "bytes":
        return float(len(text.encode("utf-8", "surrogatepass")))
    words = text.split()
    if by == "tokens":
        return float(len(words))
    return float(max((abs(int(word)) for word in words if _WHOLE_NUMBER.fullmatch(word)), default=0))
