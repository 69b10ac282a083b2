"""Running a case of the common list in a cell, and judging it as the judge does."""

from __future__ import annotations

from pathlib import Path

from equijudge_core.contracts.verify import AppliedLimits, CheckerSpec, TestResult
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.decisions import judge_test
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Test
from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.outcome import Limits, Program
from tests.cells import CACHE, LANGUAGES_IMAGE
from tests.languages.cases import LIMITS, Case, read_source


def make_sandbox(driver: str, folder: Path) -> Sandbox:
    """Cells with every language: those of the machine, or those of the image. What is compiled is kept in `folder`."""
    kept = ArtefactSettings(folder / "artefacts")
    if driver == "docker":
        return DockerSandbox(DockerSettings(image=LANGUAGES_IMAGE, artefacts=kept))
    return LocalSandbox(LocalSettings(cache_dir=CACHE, lock_dir=folder / "locks", artefacts=kept))


def judge_case(sandbox: Sandbox, language: str, case: Case) -> TestResult:
    """Judge a program that compiles on the case's one input."""
    program = Program(read_source(case.program, language).encode(), language, case.input_file, case.output_file)
    return judge_program(sandbox, program, case.stdin, case.expected, case.limits)


def judge_program(
    sandbox: Sandbox, program: Program, stdin: bytes, expected: str, limits: AppliedLimits = LIMITS
) -> TestResult:
    """Judge any program, which must compile, on one input."""
    test = Test("public/0", stdin, expected.encode())
    with sandbox.run(program, cell_limits(limits)) as run:
        assert run.compile_outcome.ok, run.compile_outcome.message
        (outcome,) = run.outcomes([stdin])
    return judge_test(
        test,
        outcome,
        limits,
        make_checker(CheckerSpec(name="exact")),
        with_outputs=True,
        language=LANGUAGES[program.language],
    )


def compile_message(sandbox: Sandbox, language: str, source: str) -> str:
    """What the compiler says of a program that must not compile."""
    with sandbox.run(Program(source.encode(), language), cell_limits(LIMITS)) as run:
        assert not run.compile_outcome.ok
        return run.compile_outcome.message


def cell_limits(limits: AppliedLimits) -> Limits:
    """The same limits as a cell takes them."""
    return Limits(limits.cpu_time_s, limits.wall_time_s, limits.memory_limit_bytes, limits.output_limit_bytes)
