"""What is made of a notebook's answer, which is a claim of whoever sent it."""

from __future__ import annotations

import json

import pytest

from equijudge_api.dropins.sandboxfusion import jupyter
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.parser_pool import advance
from equijudge_api.planning.plan import PlanContext, Question
from equijudge_api.settings import Settings
from equijudge_core.contracts.execute import AppliedExecuteLimits, Compiled, Exceeded, ExecutionResult, InputRun

SETTINGS = Settings(redis_url="redis://127.0.0.1:1")
LIMITS = AppliedExecuteLimits(
    cpu_time_s=45, wall_time_s=137, total_cpu_time_s=120, compile_time_s=10, memory_limit_bytes=1 << 28,
    output_limit_bytes=1 << 26,
)  # fmt: skip
LINE = json.dumps({"stdout": "1", "stderr": "", "display": [], "error": []}) + "\n"


def plan(**request: object) -> jupyter.PlannedNotebook:
    step = advance(jupyter.run_jupyter(json.dumps(request).encode(), PlanContext(SETTINGS)), None)
    assert not isinstance(step, Question)
    return step


def answer(cells: int, *runs: InputRun, internal_error: str = "") -> jupyter.RunJupyterResponse:
    result = ExecutionResult(compiled=Compiled(ok=True), runs=runs, limits=LIMITS, internal_error=internal_error)
    return jupyter.to_response(plan(cells=["1"] * cells), result)


def test_every_notebook_is_the_same_program_with_another_input() -> None:
    one, other = plan(cells=["a"]), plan(cells=["b", "c"], cell_timeout=2)
    assert one.execution.source == other.execution.source
    (text,) = other.execution.inputs
    asked = json.loads(text if isinstance(text, str) else "")
    assert (asked["cells"], asked["cell_timeout"]) == (["b", "c"], 2)


def test_the_answer_fits_into_what_is_kept() -> None:
    """Of the room a part is always told, and each cell's braces and names lie outside of it."""
    assert jupyter.ROOM_BYTES + 1000 * jupyter.MOST_CELLS < jupyter.KEEP_BYTES


@pytest.mark.parametrize("field", ["total_timeout", "memory_limit_MB"])
def test_a_limit_beyond_the_operators_is_refused_by_its_own_name(field: str) -> None:
    with pytest.raises(Refusal) as refused:
        plan(cells=["1"], **{field: 10**6})
    assert [error.field for error in refused.value.errors] == [field]


def test_more_lines_than_there_are_cells_are_left_out() -> None:
    assert len(answer(2, InputRun(exit_code=0, stdout=LINE * 9)).cells) == 2


@pytest.mark.parametrize("stdout", ["", "no line", LINE + "{", LINE + '{"stdout": 3}\n', LINE + "[" * 100_000])
def test_a_cell_without_a_line_was_in_a_dead_kernel(stdout: str) -> None:
    told = answer(2, InputRun(exit_code=1, stdout=stdout))
    assert told.status == "Success"
    assert [bool(cell.error) for cell in told.cells] == [not stdout.startswith(LINE), True]


def test_a_notebook_that_took_too_long_has_no_more_cells_than_were_over() -> None:
    told = answer(3, InputRun(signal=9, killed_for=Exceeded.CPU_TIME, stdout=LINE))
    assert told.driver is not None
    assert (told.status, told.driver.status, len(told.cells)) == ("Failed", "TimeLimitExceeded", 1)


def test_a_fault_of_ours_is_no_notebooks() -> None:
    told = answer(1, internal_error="the cell is away")
    assert (told.status, told.message, told.cells) == ("SandboxError", "the cell is away", [])
