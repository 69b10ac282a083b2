"""A confirming run starts in a cell that never ran its candidate: whatever a near miss leaves, none of it is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, CandidateResult, JudgeOptions
from equijudge_core.judging.problem import Problem, Test
from equijudge_sandbox.drivers.base import Run, Sandbox
from equijudge_sandbox.outcome import CellCounts, LanguagesFound, Limits, Program, SandboxInfo
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.judge import Judge
from equijudge_verifier.judge.speed_probe import SpeedProbe
from tests.adversarial.channels.cells import local_without
from tests.adversarial.channels.test_memory import LOOK
from tests.mutations import NAMES_IN_PROCESS_1

# Only a run that finds what an earlier one has left gets the answer at all.
NEAR_MISS = (
    LOOK
    + """
import os, time
if look():
    print('answer')
else:
    for number in range(200):
        os.mkdir('/tmp/MARK-names-' + '%016x' % os.getpid() + 'x' * 100 + str(number))
    while time.process_time() < LIMIT * 1.2:
        pass
    print('too early to tell')
"""
)
CPU_S = 0.5


class Calm(SpeedProbe):
    """A machine that is always at its best: this is not about time."""

    def is_calm(self) -> bool:
        return True

    def slowness(self) -> float:
        return 1.0

    def wait_for_calm(self, times: int = 0) -> None:
        return


class Forgetful:
    """A sandbox that does not care which cell has run what."""

    def __init__(self, inner: Sandbox) -> None:
        self._inner = inner

    def info(self) -> SandboxInfo:
        return self._inner.info()

    def prepare(self) -> None:
        self._inner.prepare()

    def version(self, language: str) -> str:
        return self._inner.version(language)

    def languages(self) -> LanguagesFound:
        return self._inner.languages()

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[Run]:
        with self._inner.run(program, limits) as run:
            yield run

    def cells(self) -> CellCounts:
        return self._inner.cells()

    def close(self) -> None:
        self._inner.close()


def judge_near_miss(sandbox: Sandbox) -> CandidateResult:
    problem = Problem("near", "", (Test("public/0", b"", b"answer\n"),), (), ())
    limits = AppliedLimits(cpu_time_s=CPU_S, wall_time_s=60.0, memory_limit_bytes=512 << 20, output_limit_bytes=1 << 20)
    judge = Judge(sandbox, environment_of(sandbox), lambda: False, speed=Calm(sandbox))
    source = NEAR_MISS.replace("LIMIT", str(CPU_S))
    return judge.judge(problem, Candidate(source=source), JudgeOptions(), limits)


def test_a_near_miss_gains_nothing_from_its_own_confirming_runs(sandbox: Sandbox) -> None:
    assert judge_near_miss(sandbox).verdict == Verdict.TLE


def test_not_even_where_cells_leak(tmp_path: Path) -> None:
    with local_without(NAMES_IN_PROCESS_1, tmp_path) as weakened:
        assert judge_near_miss(weakened).verdict == Verdict.TLE


def test_control_in_a_leaking_cell_that_ran_it_before_it_does(tmp_path: Path) -> None:
    with local_without(NAMES_IN_PROCESS_1, tmp_path) as weakened:
        assert judge_near_miss(Forgetful(weakened)).verdict == Verdict.AC
