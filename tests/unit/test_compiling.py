"""What is compiled, what is kept of it, what is said of a compilation that failed, and which languages are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import pytest

from equijudge_sandbox import compiling, runner
from equijudge_sandbox.artefacts import ArtefactSettings, ArtefactStore
from equijudge_sandbox.compiling import MESSAGE_BYTES, MIB, CompiledRun, Compiler, compile_error, compile_step, run_step
from equijudge_sandbox.errors import CellLost, LanguageMissing
from equijudge_sandbox.languages import TOOLCHAINS, Toolchain
from equijudge_sandbox.outcome import Command, CompileOutcome, KilledFor, Limits, Outcome, Program
from equijudge_sandbox.pool import Pool
from equijudge_sandbox.protocol import pack_command, pack_files, pack_program

LIMITS = Limits(cpu_time_s=1.0, wall_time_s=5.0, memory_bytes=100 * MIB, compile_time_s=7.0)
BUILT = Toolchain(("cc", "--version"), "main.x", ("cc", "main.x", "-o", "program"), "program", "canary")
MANAGED = Toolchain(
    ("vm", "-version"), "main.y", ("vmc", "main.y"), "main.z", "canary",
    ("vm", "-m{memory_mib}", "-s{stack_kib}", "main.z"), ("HEAP={memory_mib}M",),
    own_bytes=40 * MIB, slack_bytes=10 * MIB,
)  # fmt: skip
TABLE = {"built": BUILT, "managed": MANAGED}
FINE = Outcome(0, None, None, False, 0.5, 0.6, MIB, "", b"", False, "", b"", False)
COMPILED = CompileOutcome(ok=True, message="", cpu_time_s=0.0)
VERSION, COMPILE, RUN = "version", "compile", "run"


def step_of(program: Program) -> str:
    """Which kind of step this is."""
    assert program.command is not None
    if program.command.file == "version":
        return VERSION
    return COMPILE if program.command.words[-1] in ("program", "main.y") else RUN


@dataclass
class FakePool:
    """See pool.Pool. `does`: how each kind of step ends, an outcome or a lost cell; `steps`: those that were run."""

    does: dict[str, Outcome | CellLost] = field(default_factory=dict)
    steps: list[tuple[str, Program, Limits]] = field(default_factory=list)
    first_times: list[bool] = field(default_factory=list)

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[FakeRun]:
        kind = "python3" if program.command is None else step_of(program)
        self.steps.append((kind, program, limits))
        self.first_times.append(first_time)
        yield FakeRun(self.does.get(kind, usual(kind)))

    @property
    def kinds(self) -> list[str]:
        """The kinds of the steps, without those that look for a language."""
        return [kind for kind, program, _ in self.steps if kind != VERSION and (program.origin or b"") != b"canary"]


@dataclass(frozen=True)
class FakeRun:
    """See pool.CellRun."""

    outcome: Outcome | CellLost
    compile_outcome: CompileOutcome = COMPILED
    cell: Any = "a cell"

    def outcomes(self, inputs: Iterable[bytes], interrupted: Callable[[], bool] = lambda: False) -> Iterator[Outcome]:
        for _ in inputs:
            if isinstance(self.outcome, CellLost):
                raise self.outcome
            yield self.outcome


def usual(kind: str) -> Outcome:
    """How a step ends when all is well."""
    said = {VERSION: b"cc 1.0\nmore\n", COMPILE: b"made", RUN: b"42\n"}
    return replace(FINE, output=said.get(kind, b""))


def compiler_of(pool: FakePool, folder: Path | None = None, environment: str = "image") -> Compiler:
    return Compiler(cast(Pool, pool), TABLE, ArtefactStore(ArtefactSettings(folder)), lambda: environment)


def run_one(compiler: Compiler, source: bytes = b"source", language: str = "built") -> Outcome | CompileOutcome:
    with compiler.run(Program(source, language), LIMITS) as run:
        return next(iter(run.outcomes([b""]))) if run.compile_outcome.ok else run.compile_outcome


def test_python_3_is_the_runners_own() -> None:
    pool = FakePool()
    run_one(compiler_of(pool), language="python3")
    assert [kind for kind, _, _ in pool.steps] == ["python3"]


def test_what_is_compiled_is_what_is_run(tmp_path: Path) -> None:
    pool = FakePool()
    run_one(compiler_of(pool, tmp_path))
    (_, compiled, _), (_, run, _) = pool.steps[-2:]
    assert (compiled.source, compiled.output_file) == (b"source", "program")
    assert (run.source, run.origin) == (b"made", b"source")


def test_a_program_is_compiled_once_by_whoever_shares_the_folder(tmp_path: Path) -> None:
    pool, other = FakePool(), FakePool()
    for compiler in (compiler_of(pool, tmp_path), compiler_of(other, tmp_path)):
        run_one(compiler)
        run_one(compiler)
    assert pool.kinds == [COMPILE, RUN, RUN]
    assert other.kinds == [RUN, RUN]


@pytest.mark.parametrize(
    ("source", "language", "environment", "version"),
    [
        (b"source ", "built", "image", b"cc 1.0"),
        (b"source", "managed", "image", b"cc 1.0"),
        (b"source", "built", "another image", b"cc 1.0"),
        (b"source", "built", "image", b"cc 1.1"),
    ],
    ids=["source", "language", "environment", "compiler"],
)
def test_it_is_compiled_anew_for_another(
    tmp_path: Path, source: bytes, language: str, environment: str, version: bytes
) -> None:
    run_one(compiler_of(FakePool(), tmp_path))
    pool = FakePool({VERSION: replace(FINE, output=version)})
    run_one(compiler_of(pool, tmp_path, environment), source, language)
    assert pool.kinds == [COMPILE, RUN]


def test_no_source_can_be_taken_for_another_language_or_version(tmp_path: Path) -> None:
    """The parts of the key cannot be shifted into each other."""
    run_one(compiler_of(FakePool(), tmp_path), b"b\0c")
    pool = FakePool()
    run_one(compiler_of(pool, tmp_path, "image\0built"), b"c")
    assert pool.kinds == [COMPILE, RUN]


def test_no_source_can_be_taken_for_another_with_its_files(tmp_path: Path) -> None:
    """Else a candidate could put a program of its own in the place of a checker's."""
    beside = Program(b"int main;", "built", files=(("testlib.h", b"//"),))
    alone = Program(pack_files(beside.files) + beside.source, "built")
    pool = FakePool()
    for program in (beside, alone):
        with compiler_of(pool, tmp_path).run(program, LIMITS):
            pass
    assert pool.kinds.count(COMPILE) == 2


def test_what_did_not_compile_is_not_kept(tmp_path: Path) -> None:
    pool = FakePool()
    compiler = compiler_of(pool, tmp_path)
    compiler.version("built")
    pool.does[COMPILE] = replace(FINE, exit_code=1, output=b"half", stderr=b"main.x:1: no\n")
    for _ in range(2):
        outcome = run_one(compiler)
        assert isinstance(outcome, CompileOutcome)
        assert (outcome.message, outcome.cpu_time_s) == ("main.x:1: no\n", 0.5)
    assert pool.kinds == [COMPILE, COMPILE]


def test_a_program_that_does_not_compile_cannot_be_run() -> None:
    pool = FakePool()
    compiler = compiler_of(pool)
    compiler.version("built")
    pool.does[COMPILE] = replace(FINE, exit_code=1)
    with compiler.run(Program(b"x", "built"), LIMITS) as run, pytest.raises(ValueError, match="does not compile"):
        run.outcomes([b""])


def test_both_steps_of_a_first_time_are_in_cells_that_never_saw_the_source() -> None:
    pool = FakePool()
    compiler = compiler_of(pool)
    compiler.version("built")
    with compiler.run(Program(b"source", "built"), LIMITS, first_time=True):
        pass
    assert pool.first_times[-2:] == [True, True]
    assert {program.digest() for _, program, _ in pool.steps[-2:]} == {Program(b"source").digest()}


def test_a_cell_lost_while_compiling_is_lost_under_the_candidate() -> None:
    pool = FakePool()
    compiler = compiler_of(pool)
    compiler.version("built")
    pool.does[COMPILE] = CellLost("it is gone")
    with pytest.raises(CellLost):
        run_one(compiler)


def test_the_compile_step_has_limits_of_its_own() -> None:
    step, room = compile_step(Program(b"s", "built", "in.txt", "out.txt"), BUILT, LIMITS)
    assert (room.cpu_time_s, room.wall_time_s, room.memory_bytes) == (7.0, 23.0, LIMITS.compile_memory_bytes)
    assert (step.input_file, step.output_file) == ("", "program")


def test_a_compiler_is_told_its_own_limit() -> None:
    step, _ = compile_step(Program(b"s", "managed"), MANAGED, LIMITS)
    assert step.command is not None
    assert "HEAP=1024M" in step.command.environment


def test_no_step_keeps_a_placeholder_in_its_environment() -> None:
    pool = FakePool()
    run_one(compiler_of(pool), language="managed")
    commands = [program.command for _, program, _ in pool.steps]
    assert not [command for command in commands if command is None or "{" in "".join(command.environment)]


def test_a_binary_is_executed_itself_and_a_runtime_is_told_the_limits() -> None:
    binary, room = run_step(Program(b"s", "built", "in.txt", "out.txt"), BUILT, b"made", LIMITS)
    assert binary.command is not None
    assert (binary.command.words, binary.command.file) == (("./program",), "")
    assert (binary.input_file, binary.output_file) == ("in.txt", "out.txt")
    assert room.memory_bytes == 100 * MIB
    managed, room = run_step(Program(b"s", "managed"), MANAGED, b"made", LIMITS)
    assert managed.command is not None
    assert managed.command.words == ("vm", "-m100", "-s102400", "main.z")
    assert managed.command.file == "main.z"
    assert "HEAP=100M" in managed.command.environment
    assert room.memory_bytes == 150 * MIB


def test_a_toolchains_own_environment_goes_before_everybodys() -> None:
    own = compiling.make_command(
        replace(BUILT, environment=("PATH=/opt/x/bin", "A=1")), ("cc",), "main.x", MIB
    ).environment
    assert [each for each in own if each.startswith("PATH=")] == ["PATH=/opt/x/bin"]
    assert {"A=1", "HOME=/tmp"} <= set(own)


@pytest.mark.parametrize(
    ("memory_bytes", "words"), [(1, ("-m1", "-s1024")), (8 << 30, ("-m8192", "-s1024000"))], ids=["tiny", "huge"]
)
def test_a_runtime_is_told_numbers_that_it_can_take(memory_bytes: int, words: tuple[str, str]) -> None:
    step, _ = run_step(Program(b"s", "managed"), MANAGED, b"", replace(LIMITS, memory_bytes=memory_bytes))
    assert step.command is not None
    assert step.command.words[1:3] == words


@pytest.mark.parametrize("name", TOOLCHAINS)
def test_no_command_of_the_table_keeps_a_placeholder(name: str) -> None:
    step, _ = run_step(Program(b"s", name), TOOLCHAINS[name], b"", LIMITS)
    assert step.command is not None
    assert not [word for word in step.command.words if "{" in word]


@pytest.mark.parametrize(
    ("peak_mib", "counted_mib"),
    [(10, 0), (40, 0), (41, 1), (140, 100), (141, 100), (150, 100), (151, 111), (500, 460)],
)
def test_a_runtimes_own_memory_is_not_the_programs(peak_mib: int, counted_mib: int) -> None:
    outcome = replace(FINE, memory_peak_bytes=peak_mib * MIB)
    run = CompiledRun(COMPILED, cast(Any, FakeRun(outcome)), MANAGED, 100 * MIB)
    (counted,) = run.outcomes([b""])
    assert counted.memory_peak_bytes == counted_mib * MIB


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        (replace(FINE, output=b"made"), None),
        (replace(FINE, output=b"made", stderr=b"a warning"), None),
        (replace(FINE, exit_code=1, stderr=b"main.x:1: no"), "main.x:1: no"),
        (replace(FINE, exit_code=1), "the compiler ended with exit code 1"),
        (replace(FINE, exit_code=None, signal=11), "the compiler ended with signal 11"),
        (replace(FINE, output=b""), "the compiler left no program (an empty file)\n"),
        (replace(FINE, output=None, output_error="missing"), "the compiler left no program (missing)\n"),
        (replace(FINE, killed_for=KilledFor.CPU), "the compiler took more than 7 s of CPU time\n"),
        (replace(FINE, killed_for=KilledFor.WALL), "the compiler took too long\n"),
        (replace(FINE, killed_for=KilledFor.MEMORY), "the compiler needed more than 1024 MiB of memory\n"),
        (replace(FINE, oom_killed=True, signal=9), "the compiler needed more than 1024 MiB of memory\n"),
        (replace(FINE, killed_for=KilledFor.OUTPUT), "the compiler left a program of more than 64 MiB\n"),
        (replace(FINE, output=b"made", output_truncated=True), "the compiler left a program of more than 64 MiB\n"),
        (replace(FINE, killed_for=KilledFor.FILES), "the compiler made too many files\n"),
        (replace(FINE, exit_code=1, stderr=b"\xff\xfe"), "\ufffd\ufffd"),
    ],
)  # fmt: skip
def test_what_is_said_of_a_compilation(outcome: Outcome, message: str | None) -> None:
    _, room = compile_step(Program(b"s", "built"), BUILT, LIMITS)
    assert compile_error(outcome, room) == message


def test_every_reason_to_end_a_run_has_words_for_a_compiler() -> None:
    assert set(compiling.KILLED) == set(KilledFor)


@pytest.mark.parametrize("stderr", [b"e" * 200_000, b"\xff" * 200_000, "é".encode() * 100_000])
def test_the_message_is_bounded_and_begins_where_the_compiler_began(stderr: bytes) -> None:
    _, room = compile_step(Program(b"s", "built"), BUILT, LIMITS)
    message = compile_error(replace(FINE, exit_code=1, stderr=b"first" + stderr), room)
    assert message is not None
    assert message.startswith("first")
    assert len(message) <= MESSAGE_BYTES + 10


def test_which_languages_there_are_is_asked_of_a_cell_once() -> None:
    pool = FakePool()
    compiler = compiler_of(pool)
    found = compiler.languages()
    assert set(found.there) == {"built", "managed"}
    assert found.there["built"] == f"cc 1.0 [{BUILT.fingerprint()}]"
    asked = len(pool.steps)
    assert compiler.languages() == found
    assert len(pool.steps) == asked


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ({VERSION: replace(FINE, exit_code=127)}, "cc --version fails: exit code 127"),
        ({VERSION: replace(FINE, exit_code=1, stderr=b"\nno such thing\n")}, "cc --version fails: no such thing"),
        ({COMPILE: replace(FINE, exit_code=1, stderr=b"no header")}, "its canary does not compile: no header"),
        ({RUN: replace(FINE, output=b"41\n")}, "its canary prints something else: exit code 0"),
        ({RUN: replace(FINE, exit_code=None, signal=11)}, "its canary prints something else: signal 11"),
        ({RUN: replace(FINE, killed_for=KilledFor.CPU)}, "its canary prints something else: a limit (cpu)"),
    ],
)  # fmt: skip
def test_a_language_is_there_when_its_canary_sings(does: dict[str, Outcome | CellLost], reason: str) -> None:
    compiler = compiler_of(FakePool(does))
    assert compiler.languages().missing["built"] == reason
    with pytest.raises(LanguageMissing, match=reason.split("(")[0]):
        run_one(compiler)


def test_no_other_language_is_there() -> None:
    with pytest.raises(LanguageMissing, match="cobol"):
        run_one(compiler_of(FakePool()), language="cobol")


def test_what_a_version_command_says_is_bounded() -> None:
    said = replace(FINE, output=b"v" * 1_000_000)
    assert len(compiler_of(FakePool({VERSION: said})).version("built")) < 300


def test_a_canary_whose_cell_is_lost_once_is_tried_again() -> None:
    pool = FakePool()
    outcomes: Iterator[Outcome | CellLost] = iter([CellLost("gone"), usual(VERSION)])
    whole = pool.run

    @contextmanager
    def flaky(program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[FakeRun]:
        with whole(program, limits, first_time=first_time) as run:
            yield FakeRun(next(outcomes)) if step_of(program) == VERSION else run

    pool.run = flaky  # type: ignore[method-assign]
    assert compiler_of(pool).version("built").startswith("cc 1.0")


@pytest.mark.parametrize("step", [VERSION, COMPILE, RUN])
def test_a_language_whose_cells_were_lost_is_looked_for_again(step: str) -> None:
    """An engine that ends cells by the dozen for a minute must not take a language away for the life of a worker."""
    pool = FakePool({step: CellLost("gone")})
    compiler = compiler_of(pool)
    assert compiler.languages().missing["built"] == "its cell is lost: gone"
    del pool.does[step]
    assert compiler.version("built").startswith("cc 1.0")


def test_a_missing_language_costs_no_memory_each_time_it_is_asked_for() -> None:
    compiler = compiler_of(FakePool({VERSION: replace(FINE, exit_code=127)}))
    depths = []
    for _ in range(3):
        with pytest.raises(LanguageMissing) as caught:
            compiler.version("built")
        depths.append(len(caught.traceback))
    assert depths[1] == depths[2]


def test_a_command_is_packed_as_the_runner_reads_it() -> None:
    command = Command(("cc", "é", ""), ("A=1", "B="), "main.x")
    packed = pack_command(command)
    words, environment, name = runner.COMMAND_HEAD.unpack_from(packed)
    rest = packed[runner.COMMAND_HEAD.size :]
    assert rest[:words] == "cc\0é\0\0".encode()
    assert rest[words : words + environment] == b"A=1\0B=\0"
    assert rest[words + environment :] == b"main.x"
    assert name == len(b"main.x")


def test_a_program_that_is_a_command_says_so_in_place_of_its_language() -> None:
    program = Program(b"data", "cpp17", "in", "out", command=Command(("cc",)))
    frame = pack_program(program, LIMITS)
    payload = frame[runner.FRAME.size :]
    assert runner.FRAME.unpack_from(frame) == (runner.PROGRAM, len(payload) + len(program.source))
    *_, language, input_name, output_name, _, _, _, _ = runner.PROGRAM_HEAD.unpack_from(payload)
    names = payload[runner.PROGRAM_HEAD.size :]
    assert names[:language].decode() == runner.COMMAND
    assert names[language : language + input_name + output_name] == b"inout"
