"""Runs a program on inputs that nothing is compared with: the judge's cells, limits and retries, and no verdict."""

from __future__ import annotations

from collections.abc import Callable

from equijudge_core.contracts.execute import (
    AppliedExecuteLimits,
    Compiled,
    Execution,
    ExecutionResult,
    InputRun,
    to_bytes,
)
from equijudge_core.contracts.verify import CheckerSpec, Detail, JudgeOptions, Stop
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.execution import Telling, all_runs, as_applied, tell_compiled
from equijudge_core.judging.problem import Test
from equijudge_sandbox.outcome import Program
from equijudge_sandbox.protocol import check_names
from equijudge_verifier.judge.candidate_run import CandidateRun
from equijudge_verifier.judge.judge import Judge

OPTIONS = JudgeOptions(stop=Stop.NEVER, detail=Detail.VERDICT)
NOTHING_COMPARED = make_checker(CheckerSpec())  # never asked: the run has a Telling
MOST_STDERR_BYTES = 1 << 20  # of a longer one the runner has its tail alone


def execute(
    judge: Judge,
    body: Execution,
    limits: AppliedExecuteLimits,
    settled: Callable[[ExecutionResult], None] | None = None,
) -> ExecutionResult:
    """Run a program on its inputs. `settled` takes each run that there is of it as soon as nothing can change it, as
    that of a program with that input alone; what is returned has no more than its place then. Raise Abandoned,
    SandboxUnavailable, LanguageMissing."""
    environment = judge.environment_of(body.language)
    program = program_of(body)
    facts = {"limits": limits, "environment": environment}
    try:
        check_names(program)
    except ValueError as clash:
        return ExecutionResult(compiled=Compiled(ok=False, message=str(clash)), **facts)

    def tell(told: InputRun) -> None:
        if settled is not None and run.compiled is not None and run.compiled.ok:
            settled(ExecutionResult(compiled=tell_compiled(run.compiled), runs=(told,), attempts=run.attempts, **facts))

    keep_bytes = body.keep_bytes or 0
    run = CandidateRun(
        program=program,
        tests=[Test(f"inputs[{number}]", to_bytes(each), b"") for number, each in enumerate(body.inputs)],
        options=OPTIONS,
        limits=as_applied(limits),
        checker=NOTHING_COMPARED,
        metrics=judge.metrics,
        language=judge.languages[body.language],
        telling=Telling(keep_bytes, program.left, None if settled is None else tell),
        stderr_bytes=min(keep_bytes, MOST_STDERR_BYTES),
        compile_time_s=limits.compile_time_s,
    )
    judge.finish(run)
    if run.compiled is None:
        return ExecutionResult(compiled=Compiled(ok=False), internal_error=run.fault or "it was never run", **facts)
    compiled = tell_compiled(run.compiled)
    runs = all_runs(run.results, len(body.inputs), run.fault) if compiled.ok else ()
    return ExecutionResult(compiled=compiled, runs=runs, attempts=run.attempts, **facts)


def program_of(body: Execution) -> Program:
    """What is run of an execution."""
    return Program(
        body.source.encode(),
        body.language,
        arguments=body.arguments,
        files=tuple((path, to_bytes(content)) for path, content in body.files.items()),
        left=tuple(dict.fromkeys(body.fetch)),
    )
