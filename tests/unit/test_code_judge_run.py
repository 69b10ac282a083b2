"""code-judge's /run: what a body becomes, and what its answers say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_api.dropins.code_judge import running
from equijudge_api.dropins.code_judge.batches import PlannedBatch
from equijudge_api.dropins.code_judge.contract import RunSubmission
from equijudge_api.dropins.code_judge.running import BLANKS_BYTES, digest
from equijudge_api.planning.parser_pool import advance
from equijudge_api.planning.plan import Answer, PlanContext, Question
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import AnyChunk, ExecuteChunk, ExecuteItem
from equijudge_core.contracts.execute import (
    MOST_KEPT_BYTES,
    AppliedExecuteLimits,
    Compiled,
    Exceeded,
    ExecutionLine,
    InputRun,
)
from equijudge_queue.chunk_payload import load_chunk

SETTINGS = Settings(redis_url="redis://127.0.0.1:1")
LIMITS = AppliedExecuteLimits(
    cpu_time_s=10, wall_time_s=32, total_cpu_time_s=120, compile_time_s=10, memory_limit_bytes=1 << 28,
    output_limit_bytes=1 << 26,
)  # fmt: skip


def submission(solution: str = "p", **fields: Any) -> dict[str, Any]:
    return {"type": "python", "solution": solution, **fields}


def plan(submissions: list[dict[str, Any]], *, outcome_only: bool = False) -> PlannedBatch:
    body = json.dumps({"submissions": submissions}).encode()
    running_ = running.run_long_batch(body, PlanContext(SETTINGS, outcome_only=outcome_only))
    step = advance(running_, None)
    while isinstance(step, Question):
        step = advance(running_, Answer())
    return step


def chunks(planned: PlannedBatch) -> list[AnyChunk]:
    assert planned.job is not None
    return [load_chunk(payload) for payload in planned.job.job.chunks.values() if isinstance(payload, bytes)]


def items(planned: PlannedBatch) -> list[ExecuteItem]:
    return [item for chunk in chunks(planned) if isinstance(chunk, ExecuteChunk) for item in chunk.items]


def test_equal_programs_are_one_with_all_their_inputs() -> None:
    planned = plan([submission("a", input="1"), submission("b"), submission("a", input="2")])
    found = {item.body.source: item.body.inputs for item in items(planned)}
    assert planned.groups == ((0, 2), (1,))
    assert found == {"a": ("1", "2"), "b": ("",)}


def test_what_is_expected_goes_to_no_cell() -> None:
    planned = plan([submission(expected_output="a secret of ours")])
    assert "secret" not in repr(planned)
    (chunk,) = chunks(planned)
    assert "secret" not in chunk.model_dump_json()


def test_limits_are_code_judges() -> None:
    (item,) = items(plan([submission()]))
    assert item.body.limits is not None
    assert (item.body.limits.time_limit_s, item.body.limits.memory_limit_bytes) == (10.0, 256 << 20)


def test_an_outcome_only_keys_programs_have_its_budget() -> None:
    planned = plan([submission()] * 15, outcome_only=True)
    assert max(map(len, planned.groups)) * 10 <= SETTINGS.total_time_s
    assert all(
        ((item.body.limits and item.body.limits.total_time_s) or 0) <= SETTINGS.total_time_s for item in items(planned)
    )


def test_as_much_is_kept_as_is_compared() -> None:
    (item,) = items(plan([submission(expected_output="x" * 100_000)]))
    assert item.body.keep_bytes == 100_000 + BLANKS_BYTES


def test_programs_whose_outputs_are_long_are_not_together() -> None:
    assert len(plan([submission(expected_output="x" * (3 << 19))] * 4).groups) == 2


def test_an_output_that_is_too_long_to_be_compared_is_refused_alone() -> None:
    planned = plan([submission(expected_output="x" * MOST_KEPT_BYTES), submission()])
    assert list(planned.refused) == [0]
    assert planned.groups == ((1,),)


def answer(run: InputRun | None, compiled: Compiled | None = None, expected: str | None = None) -> RunSubmission:
    compiled = compiled or Compiled(ok=True)
    line = ExecutionLine(index=0, compiled=compiled, runs=() if run is None else (run,), limits=LIMITS)
    compared = {} if expected is None else {0: digest(expected)}
    batch = PlannedBatch(None, "b", ("s",), ((0,),), {}, compared)
    return running.ran(batch, iter([line.model_dump_json().encode()]))[0]


@pytest.mark.parametrize(
    ("run", "success", "cost", "reason"),
    [
        (InputRun(exit_code=0, wall_time_s=0.5), True, 0.5, ""),
        (InputRun(exit_code=1, wall_time_s=0.5), False, 0.5, ""),
        (InputRun(signal=11, wall_time_s=0.5), False, 0.5, ""),
        (InputRun(signal=9, killed_for=Exceeded.MEMORY, wall_time_s=0.5), False, 0.5, ""),
        (InputRun(signal=9, killed_for=Exceeded.CELL_LOST), False, 0.0, ""),
        (InputRun(signal=9, killed_for=Exceeded.CPU_TIME, wall_time_s=0.5), False, 10.0, "worker_timeout"),
        (InputRun(signal=9, killed_for=Exceeded.WALL_TIME, wall_time_s=32.0), False, 32.0, "worker_timeout"),
        (InputRun(exit_code=0, killed_for=Exceeded.CPU_TIME, wall_time_s=11.0), False, 11.0, "worker_timeout"),
        (InputRun(killed_for=Exceeded.TOTAL_TIME), False, 0.0, "internal_error"),
        (InputRun(internal_error="the cell is away"), False, 0.0, "internal_error"),
        (None, False, 0.0, "internal_error"),
    ],
)
def test_a_run_is_told_in_code_judges_words(run: InputRun | None, success: bool, cost: float, reason: str) -> None:
    told = answer(run)
    assert (told.success, told.run_success, told.cost, told.reason) == (success, success, cost, reason)


@pytest.mark.parametrize(
    ("stdout", "expected", "success"),
    [("3\n", "3", True), ("\n 3", "3 \r\n", True), ("3", "4", False), ("1 2", "1  2", False), ("", "", True)],
)
def test_an_output_is_compared_without_the_blanks_around_it(stdout: str, expected: str, success: bool) -> None:
    told = answer(InputRun(exit_code=0, stdout=stdout), expected=expected)
    assert (told.success, told.run_success) == (success, True)


def test_an_output_of_which_a_part_is_not_kept_is_not_what_was_expected() -> None:
    assert not answer(InputRun(exit_code=0, stdout="3", stdout_truncated=True), expected="3").success


def test_a_program_that_fails_is_not_right_whatever_it_wrote() -> None:
    assert not answer(InputRun(exit_code=1, stdout="3"), expected="3").success


def test_of_what_it_writes_a_thousand_characters_are_told() -> None:
    told = answer(InputRun(exit_code=0, stdout="é" * 3000, stderr="a" * 1000 + "b"))
    assert (told.stdout, told.stderr) == ("é" * 1000, "a" * 1000)
    told = answer(InputRun(exit_code=0, stderr="a" * 3000 + "the end", stderr_truncated=True))
    assert (told.stderr or "").endswith("the end")


def test_what_does_not_compile_cost_nothing_and_says_what_the_compiler_says() -> None:
    told = answer(None, Compiled(ok=False, message="x" * 2000, cpu_time_s=1.0))
    assert (told.success, told.run_success, told.cost, told.reason, told.stderr) == (False, False, 0.0, "", "x" * 1000)
    assert answer(None, Compiled(ok=False, killed_for=Exceeded.CPU_TIME)).reason == "worker_timeout"
