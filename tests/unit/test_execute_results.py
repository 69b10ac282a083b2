"""One result may be that of thousands of programs that are the same: it is told of a few of them at a time."""

from __future__ import annotations

from equijudge_api.planning.execute_plan import MOST_CACHED_BYTES, cached_lines
from equijudge_core.contracts.chunks import ExecuteItem
from equijudge_core.contracts.execute import (
    AppliedExecuteLimits,
    Compiled,
    Execution,
    ExecutionLine,
    ExecutionResult,
    InputRun,
)
from equijudge_verifier.chunks.execute import PIECE_SIZE, in_pieces

LIMITS = AppliedExecuteLimits(
    cpu_time_s=1, wall_time_s=2, total_cpu_time_s=3, compile_time_s=1, memory_limit_bytes=1, output_limit_bytes=1
)


def result(size: int) -> ExecutionResult:
    return ExecutionResult(compiled=Compiled(ok=True), runs=(InputRun(exit_code=0, stdout="x" * size),), limits=LIMITS)


def lines(*sizes: int) -> list[ExecutionLine]:
    return [ExecutionLine(index=n, **dict(result(size))) for n, size in enumerate(sizes)]


def pieces(*sizes: int) -> list[list[int]]:
    return [[line.index for line in piece] for piece in in_pieces(lines(*sizes))]


def test_results_are_handed_in_a_few_at_a_time() -> None:
    assert pieces(10, 10, 10) == [[0, 1, 2]]
    assert pieces(PIECE_SIZE // 2, PIECE_SIZE // 2, PIECE_SIZE // 2) == [[0, 1], [2]]
    assert pieces(10, 2 * PIECE_SIZE, 10) == [[0], [1], [2]]
    assert pieces() == []


def test_of_a_cached_result_no_more_copies_are_made_than_are_small_together() -> None:
    items = [ExecuteItem(index=n, body=Execution(source="1")) for n in range(100)]
    data = result(MOST_CACHED_BYTES // 10).model_dump_json().encode()
    found = cached_lines({"one": items, "two": items[:1]}, {"one": data, "two": data})
    assert [line.index for line in found] == list(range(9))
