"""From facts to what is told of a run that nothing is compared with. Pure.

Whether a run was in time is decided by the judge's own rules (decisions.py), so that it is run again where that is in
doubt; a verdict is part of it for that alone, and nobody is told it.
"""

from __future__ import annotations

import base64
import codecs
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from equijudge_core.contracts.execute import (
    FETCHED_BYTES,
    MOST_KEPT_BYTES,
    AppliedExecuteLimits,
    Compiled,
    Exceeded,
    ExecutionResult,
    FetchedFile,
    InputRun,
)
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, TestResult
from equijudge_core.judging.decisions import CELL_LOST, OutcomeFacts, as_test_result, decide_alone, exceeded_limit
from equijudge_core.judging.languages import Language, is_program_file
from equijudge_core.judging.limits import default_wall_time_s
from equijudge_core.judging.problem import Test

CUT_MAY_SPLIT, CONTINUATIONS = 3, bytes(range(0x80, 0xC0))  # bytes at most of a character that was cut in two; which
PASSED = {
    "cpu time": Exceeded.CPU_TIME,
    "wall time": Exceeded.WALL_TIME,
    "memory limit": Exceeded.MEMORY,
    "output limit": Exceeded.OUTPUT,
}
COMPILER_PASSED = {
    "cpu": Exceeded.CPU_TIME,
    "wall": Exceeded.WALL_TIME,
    "memory": Exceeded.MEMORY,
    "output": Exceeded.OUTPUT,
    "files": Exceeded.FILES,
}


class RunFacts(OutcomeFacts, Protocol):
    """What is told beyond what a verdict needs; equijudge_sandbox.outcome.Outcome has it, with the same meaning."""

    @property
    def stderr_truncated(self) -> bool: ...
    @property
    def left(self) -> tuple[bytes | None, ...]: ...


class CompileFacts(Protocol):
    """What is told of the compile step; equijudge_sandbox.outcome.CompileOutcome has it."""

    @property
    def ok(self) -> bool: ...
    @property
    def message(self) -> str: ...
    @property
    def cpu_time_s(self) -> float: ...
    @property
    def killed_for(self) -> str | None: ...


class RunResult(TestResult):
    """The result of a test that is a run: what is told of it, and the verdict that says whether it is in doubt."""

    run: InputRun


@dataclass(slots=True)
class Telling:
    """What is told of each run of one program: how many bytes of its stdout and stderr, and which files, in the order
    in which its outcomes have them.

    settled: takes each run when nothing can change it any more; nothing is kept of it here then. None: the runs are
    told of together, and all of them keep about MOST_KEPT_BYTES.
    """

    keep_bytes: int
    fetch: tuple[str, ...]
    settled: Callable[[InputRun], None] | None = None
    kept_bytes: int = 0  # by the runs that are settled

    def settle(self, result: TestResult) -> TestResult:
        """Take the result that a run is left with; what is to be kept of it."""
        run = run_of(result)
        if self.settled is None:
            self.kept_bytes += kept_bytes(run)
            return result
        self.settled(run)
        return result.model_copy(update={"run": InputRun()}) if isinstance(result, RunResult) else result

    def decide(self, test: Test, outcome: RunFacts, limits: AppliedLimits, language: Language) -> RunResult:
        """Decide on a run by itself."""
        decision = decide_alone(outcome, limits, language) or (Verdict.AC, "")
        plain = as_test_result(test, outcome, decision, language)
        return RunResult(**dict(plain), run=self.tell(outcome, limits, max(0, MOST_KEPT_BYTES - self.kept_bytes)))

    def tell(self, outcome: RunFacts, limits: AppliedLimits, room: int) -> InputRun:
        """What is told of an outcome, in so many bytes of output and files."""
        output, errors = outcome.output or b"", outcome.stderr
        head = output[: min(self.keep_bytes, room)]
        room -= len(head)
        tail = errors[len(errors) - min(self.keep_bytes, room, len(errors)) :]
        stdout_truncated = outcome.output_truncated or len(head) < len(output)
        stderr_truncated = outcome.stderr_truncated or len(tail) < len(errors)
        stdout, stdout_base64 = as_text(head, cut_behind=stdout_truncated)
        stderr, stderr_base64 = as_text(tail, cut_before=stderr_truncated)
        return InputRun(
            exit_code=outcome.exit_code,
            signal=outcome.signal,
            killed_for=passed(outcome, limits),
            stdout=stdout,
            stderr=stderr,
            stdout_base64=stdout_base64,
            stderr_base64=stderr_base64,
            stdout_bytes=len(output),
            stdout_truncated=stdout_truncated,
            stderr_truncated=stderr_truncated,
            cpu_time_s=outcome.cpu_time_s,
            wall_time_s=outcome.wall_time_s,
            memory_peak_bytes=outcome.memory_peak_bytes,
            files=self._files(outcome.left, room - len(tail)),
        )

    def _files(self, left: Sequence[bytes | None], room: int) -> dict[str, FetchedFile]:
        files = {}
        for path, data in zip(self.fetch, left, strict=True):
            if data is None:
                continue
            kept = data[:room]
            room -= len(kept)
            cut = len(kept) < len(data) or len(data) >= FETCHED_BYTES
            files[path] = FetchedFile(base64=base64.b64encode(kept).decode(), truncated=cut)
        return files


def as_text(data: bytes, *, cut_before: bool = False, cut_behind: bool = False) -> tuple[str, str | None]:
    """The bytes as text, and as base64 where they are no UTF-8. A character that a cut has split is left out."""
    rests = data[: CUT_MAY_SPLIT if cut_before else 0]
    start = len(rests) - len(rests.lstrip(CONTINUATIONS))
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data[start:], final=not cut_behind), None
    except UnicodeDecodeError:
        return data.decode("utf-8", "backslashreplace"), base64.b64encode(data).decode()


def passed(outcome: OutcomeFacts, limits: AppliedLimits) -> Exceeded | None:
    """The limit that a run passed."""
    if (decision := exceeded_limit(outcome, limits)) is not None:
        return PASSED[decision[1]]
    return Exceeded.FILES if outcome.killed_for == "files" else None


def kept_bytes(run: InputRun) -> int:
    """Roughly, how many bytes of a run's outputs and files are kept."""
    return len(run.stdout) + len(run.stderr) + sum(len(file.base64) * 3 // 4 for file in run.files.values())


def as_applied(limits: AppliedExecuteLimits) -> AppliedLimits:
    """The limits as a judge applies them."""
    return AppliedLimits(
        cpu_time_s=limits.cpu_time_s,
        wall_time_s=limits.wall_time_s,
        memory_limit_bytes=limits.memory_limit_bytes,
        output_limit_bytes=limits.output_limit_bytes,
        total_cpu_time_s=limits.total_cpu_time_s,
        total_wall_time_s=max(limits.wall_time_s, default_wall_time_s(limits.total_cpu_time_s)),
    )


def tell_compiled(compiled: CompileFacts) -> Compiled:
    """What is told of the compile step."""
    return Compiled(
        ok=compiled.ok,
        message="" if compiled.ok else compiled.message.encode("utf-8", "backslashreplace").decode(),
        cpu_time_s=compiled.cpu_time_s,
        killed_for=COMPILER_PASSED.get(compiled.killed_for or ""),
    )


def all_runs(results: Sequence[TestResult], inputs: int, fault: str) -> tuple[InputRun, ...]:
    """The run on each of so many inputs. Those that have no result were not run for the total budget's sake, or through
    a fault of ours."""
    rest = InputRun(internal_error=fault) if fault else InputRun(killed_for=Exceeded.TOTAL_TIME)
    return (*map(run_of, results), *(rest for _ in range(inputs - len(results))))


def run_of(result: TestResult) -> InputRun:
    """The run that a result is of."""
    if isinstance(result, RunResult):
        return result.run
    if result.reason != CELL_LOST:
        return InputRun(internal_error=result.reason or "it has no outcome")
    return InputRun(killed_for=Exceeded.MEMORY if result.verdict is Verdict.MLE else Exceeded.CELL_LOST)


def not_run(reason: str, limits: AppliedExecuteLimits) -> ExecutionResult:
    """The result of a program that could not be run at all, through a fault of ours."""
    return ExecutionResult(compiled=Compiled(ok=False), internal_error=reason, limits=limits)


def over_program(names: Iterable[str]) -> list[str]:
    """Those of these files' names that are a program's own, in some language, or in a folder of such a name."""
    return [name for name in names if is_program_file(name.partition("/")[0])]
