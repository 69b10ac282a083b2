"""What a checker's run means where a candidate may have had a hand in it, and what checkers cost."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import cast

import pytest

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.verify import AppliedLimits
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules
from equijudge_core.judging.problem import Test
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import CompileOutcome, KilledFor, Limits, Outcome, Program
from equijudge_sandbox.stream import Interrupted, never
from equijudge_verifier.judge import checker_cells
from equijudge_verifier.judge.checker_bounds import FLOOD_BYTES
from equijudge_verifier.judge.checker_cells import MOST_BYTES, CheckerCells

OWN = OwnChecker(protocol=CheckerProtocol.DMOJ, source="", language="python3", memory_limit_bytes=1 << 30)
ANSWER = b"answer"
TEST = Test("public/0", b"input", ANSWER)
FLOOD, SHORT = b"7" * (FLOOD_BYTES + 1000), b"7" * FLOOD_BYTES
LIMITS = AppliedLimits(
    cpu_time_s=1,
    wall_time_s=5,
    memory_limit_bytes=1 << 20,
    output_limit_bytes=1 << 20,
    total_cpu_time_s=2,
    total_wall_time_s=8,
)


def outcome(
    *, exit_code: int = 0, killed_for: KilledFor | None = None, oom_killed: bool = False, cpu_time_s: float = 0.0
) -> Outcome:
    ended = killed_for is not None or oom_killed
    return Outcome(
        None if ended else exit_code, 9 if ended else None, killed_for, oom_killed, cpu_time_s, cpu_time_s, 0, "", b"",
        False, "", b"", False,
    )  # fmt: skip


class FakeSandbox:
    """Has the checker end as told, by the output that it is shown. Files of a dmoj run: input, output, answer."""

    def __init__(self, on_answer: Outcome, on_others: Outcome, compiled: str = "") -> None:
        self.on_answer, self.on_others, self.compiled = on_answer, on_others, compiled
        self.limits: list[Limits] = []

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[FakeSandbox]:
        self.limits.append(limits)
        yield self

    @property
    def compile_outcome(self) -> CompileOutcome:
        return CompileOutcome(not self.compiled, self.compiled, 0.0)

    def outcomes(self, inputs: Iterable[bytes], interrupted: Interrupted = never) -> Iterator[Outcome]:
        for data in inputs:
            yield self.on_answer if data.endswith(ANSWER * 2) else self.on_others


def cells_of(sandbox: FakeSandbox, rules: LimitRules | None = None) -> CheckerCells:
    return CheckerCells(lambda: cast("Sandbox", sandbox), LANGUAGES, rules=rules)


@pytest.mark.parametrize("limit", KilledFor)
def test_a_limit_passed_on_a_flood_is_the_candidates_doing(limit: KilledFor) -> None:
    check = cells_of(FakeSandbox(outcome(), outcome(killed_for=limit))).bind(OWN)(TEST).check
    flooded, said = check(ANSWER, FLOOD), check(ANSWER, SHORT)
    assert (flooded.ok, flooded.fault) == (False, "")
    assert f"{len(FLOOD)} bytes" in (flooded.message or "")
    assert said.fault


def test_so_it_is_where_the_kernel_ended_the_checker_for_memory() -> None:
    check = cells_of(FakeSandbox(outcome(exit_code=1), outcome(oom_killed=True))).bind(OWN)(TEST).check
    assert check(ANSWER, FLOOD).fault == ""


def test_a_checker_that_does_not_cope_with_the_answer_either_is_at_fault() -> None:
    endless = outcome(killed_for=KilledFor.CPU)
    assert "CPU time" in cells_of(FakeSandbox(endless, endless)).bind(OWN)(TEST).check(ANSWER, FLOOD).fault


def test_a_checker_that_crashes_is_at_fault_whatever_the_output() -> None:
    assert cells_of(FakeSandbox(outcome(), outcome(exit_code=9))).bind(OWN)(TEST).check(ANSWER, FLOOD).fault


def test_all_outputs_of_a_candidate_have_so_much_of_the_checkers_time() -> None:
    cells = cells_of(FakeSandbox(outcome(), outcome(cpu_time_s=2.5)))
    bound, next_candidate = cells.bind(OWN, never, LIMITS), cells.bind(OWN, never, LIMITS)
    faults = [bound(TEST).check(ANSWER, b"7").fault for _ in range(5)]
    assert [bool(fault) for fault in faults] == [False, False, False, True, True]
    assert "for all tests" in faults[-1]
    assert not next_candidate(TEST).check(ANSWER, b"7").fault


def test_what_does_not_compile_is_compiled_again_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox = FakeSandbox(outcome(), outcome(), compiled="the compiler took too long")
    check = cells_of(sandbox).bind(OWN)(TEST).check
    assert "took too long" in check(ANSWER, b"7").fault
    assert "took too long" in check(ANSWER, b"7").fault
    assert len(sandbox.limits) == 1
    sandbox.compiled = ""
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + checker_cells.REMEMBERED_S + 1)
    assert check(ANSWER, b"7").ok


def test_no_checker_has_more_than_the_operator_allows() -> None:
    sandbox = FakeSandbox(outcome(), outcome())
    cells_of(sandbox, LimitRules(ceiling_s=3, max_memory_bytes=1 << 28)).bind(OWN)(TEST).check(ANSWER, b"7")
    [limits] = sandbox.limits
    assert (limits.cpu_time_s, limits.memory_bytes) == (3, 1 << 28)


def test_what_is_not_shown_costs_nothing() -> None:
    sandbox = FakeSandbox(outcome(), outcome())
    assert not cells_of(sandbox).bind(OWN)(TEST).check(ANSWER, bytes(MOST_BYTES)).ok
    assert sandbox.limits == []
