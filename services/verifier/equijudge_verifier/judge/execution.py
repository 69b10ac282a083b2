"""Runs a program on inputs that nothing is compared with: the judge's cells, limits and retries, and no verdict."""

from __future__ import annotations

from equijudge_core.contracts.execute import AppliedExecuteLimits, Compiled, Execution, ExecutionResult, to_bytes
from equijudge_core.contracts.verify import CheckerSpec, Detail, JudgeOptions, Stop
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.execution import Telling, as_applied, combine_runs
from equijudge_core.judging.problem import Test
from equijudge_queue.counters import FAULTS, Fault
from equijudge_sandbox.outcome import Program
from equijudge_sandbox.protocol import check_names
from equijudge_verifier.judge.candidate_run import CandidateRun
from equijudge_verifier.judge.judge import Judge

OPTIONS = JudgeOptions(stop=Stop.NEVER, detail=Detail.VERDICT)
NOTHING_COMPARED = make_checker(CheckerSpec())  # never asked: the run has a Telling
MOST_STDERR_BYTES = 1 << 20  # of a longer one the runner has its tail alone


def execute(judge: Judge, body: Execution, limits: AppliedExecuteLimits) -> ExecutionResult:
    """Run a program on its inputs. Raise Abandoned, SandboxUnavailable, LanguageMissing."""
    environment = judge.environment_of(body.language)
    program = program_of(body)
    try:
        check_names(program)
    except ValueError as clash:
        return ExecutionResult(compiled=Compiled(ok=False, message=str(clash)), limits=limits, environment=environment)
    keep_bytes = body.keep_bytes or 0
    run = CandidateRun(
        program=program,
        tests=[Test(f"inputs[{number}]", to_bytes(each), b"") for number, each in enumerate(body.inputs)],
        options=OPTIONS,
        limits=as_applied(limits),
        checker=NOTHING_COMPARED,
        metrics=judge.metrics,
        language=judge.languages[body.language],
        telling=Telling(keep_bytes, program.left),
        stderr_bytes=min(keep_bytes, MOST_STDERR_BYTES),
        compile_time_s=limits.compile_time_s,
    )
    judge.finish(run)
    result = combine_runs(
        run.results,
        inputs=len(body.inputs),
        limits=limits,
        compiled=run.compiled,
        fault=run.fault,
        attempts=run.attempts,
        environment=environment,
    )
    if result.has_fault and not run.fault:
        judge.metrics.count(FAULTS, Fault.BUG)
    return result


def program_of(body: Execution) -> Program:
    """What is run of an execution."""
    return Program(
        body.source.encode(),
        body.language,
        arguments=body.arguments,
        files=tuple((path, to_bytes(content)) for path, content in body.files.items()),
        left=tuple(dict.fromkeys(body.fetch)),
    )
