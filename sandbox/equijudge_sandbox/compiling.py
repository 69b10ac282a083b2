"""Runs programs of every language in a pool's cells. What must be compiled is, once, by a run like any other.

A compilation is a candidate of a cell: its own limits, no network, proved gone when it is over. What it leaves in the
file that its toolchain names is kept (artefacts.py) and is the program of the runs that follow, each a candidate of a
cell again. Python 3 is left to the runner.

Which languages there are is asked of a cell: the version is what its command prints there, and a language counts as
there when its canary, compiled and run, prints CANARY_OUTPUT.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from equijudge_sandbox import languages, protocol
from equijudge_sandbox.artefacts import ArtefactStore
from equijudge_sandbox.cell import Cell
from equijudge_sandbox.errors import CellLost, LanguageMissing
from equijudge_sandbox.languages import Toolchain
from equijudge_sandbox.outcome import (
    Command,
    CompileOutcome,
    KilledFor,
    LanguagesFound,
    Limits,
    Outcome,
    Program,
)
from equijudge_sandbox.pool import CellRun, Pool
from equijudge_sandbox.stream import Interrupted, never
from equijudge_sandbox.talk import Talk

PYTHON3 = "python3"  # the runner's own
MIB = 1 << 20
MOST_PROGRAM_BYTES, MOST_FILE_BYTES = 64 * MIB, 16 * MIB  # of what a compiler leaves: executed, or a file in the box
MESSAGE_BYTES = 16 << 10
MESSAGES_BYTES = 1 * MIB  # of a compiler's messages that are looked at: of more than the runner keeps it is the end
WALL_FACTOR, WALL_EXTRA_S = 3.0, 2.0
CANARY_OUTPUT = b"42"
CANARY_LIMITS = Limits(cpu_time_s=10.0, wall_time_s=60.0, memory_bytes=256 * MIB, compile_time_s=30.0)
NOTHING_TO_DO = CompileOutcome(ok=True, message="", cpu_time_s=0.0)
NOT_COMPILED = "a program that does not compile cannot be run"
TRIES = 3  # to find a language, each ended by the loss of a cell
KILLED = {
    KilledFor.CPU: "took more than {compile_time_s:g} s of CPU time",
    KilledFor.WALL: "took too long",
    KilledFor.MEMORY: "needed more than {memory_mib} MiB of memory",
    KilledFor.OUTPUT: "left a program of more than {program_mib} MiB",
    KilledFor.FILES: "made too many files",
    KilledFor.STOPPED: "was stopped",
}


@dataclass(frozen=True, slots=True)
class Compilation:
    """How a compile step ended, what it left, and the cell that it ran in: None where what it left was kept."""

    outcome: CompileOutcome
    artefact: bytes
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class FailedRun:
    """A candidate that did not compile; see base.Run."""

    compile_outcome: CompileOutcome
    cell: Cell

    def outcomes(self, inputs: Iterable[bytes], interrupted: Interrupted = never) -> Iterator[Outcome]:
        """Raise ValueError: there is nothing to run."""
        raise ValueError(NOT_COMPILED)

    def talk(self, data: bytes) -> Talk:
        """Raise ValueError, likewise."""
        raise ValueError(NOT_COMPILED)


@dataclass(frozen=True, slots=True)
class CompiledRun:
    """A candidate that runs outside the runner's interpreter; see base.Run."""

    compile_outcome: CompileOutcome
    run: CellRun
    toolchain: Toolchain
    memory_bytes: int

    @property
    def cell(self) -> Cell:
        """The one that it runs in."""
        return self.run.cell

    def outcomes(self, inputs: Iterable[bytes], interrupted: Interrupted = never) -> Iterator[Outcome]:
        """See base.Run. Memory is what the program has beside its runtime; what a runtime that knows the limit takes
        beyond it is not the program's."""
        return map(self._own, self.run.outcomes(inputs, interrupted))

    def talk(self, data: bytes) -> Talk:
        """See base.Run; of memory the same holds."""
        return Talk(self.cell, data, self._own)

    def _own(self, outcome: Outcome) -> Outcome:
        own = max(0, outcome.memory_peak_bytes - self.toolchain.own_bytes)
        within = self.memory_bytes < own <= self.memory_bytes + self.toolchain.slack_bytes
        return replace(outcome, memory_peak_bytes=self.memory_bytes if within else own)


AnyRun = CellRun | CompiledRun | FailedRun


class Compiler:
    """Compiles and runs in the cells of `pool`. `environment` names what they are made of."""

    def __init__(
        self,
        pool: Pool,
        toolchains: Mapping[str, Toolchain],
        artefacts: ArtefactStore,
        environment: Callable[[], str],
    ) -> None:
        self._pool, self._toolchains, self._artefacts, self._environment = pool, toolchains, artefacts, environment
        self._found: dict[str, str | LanguageMissing] = {}

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[AnyRun]:
        """See base.Sandbox.run."""
        if program.language == PYTHON3 or program.command is not None:
            with self._pool.run(program, limits, first_time=first_time) as plain:
                yield plain
            return
        version = self.version(program.language)
        toolchain = self._toolchains[program.language]
        compilation = self._compile(program, limits, toolchain, version, first_time=first_time)
        compiled = compilation.outcome
        if not compiled.ok:
            assert compilation.cell is not None
            yield FailedRun(compiled, compilation.cell)
            return
        step, room = run_step(program, toolchain, compilation.artefact, limits)
        with self._pool.run(step, room, first_time=first_time) as run:
            yield CompiledRun(compiled, run, toolchain, limits.memory_bytes)

    def version(self, language: str) -> str:
        """The version of a language, and in brackets what changes with its commands. Raise LanguageMissing."""
        found = self._found.get(language)
        if found is None:
            found = self._found[language] = self._look_for(language)
        if isinstance(found, LanguageMissing):
            raise LanguageMissing(str(found))  # the one that is kept would grow by a traceback each time
        return found

    def languages(self) -> LanguagesFound:
        """All of the table: those that are there with their versions, the others with the reason. Raise
        SandboxUnavailable."""
        there, missing = {}, {}
        for name in self._toolchains:
            try:
                there[name] = self.version(name)
            except LanguageMissing as reason:
                missing[name] = str(reason)
        return LanguagesFound(there, missing)

    def _look_for(self, language: str) -> str | LanguageMissing:
        toolchain = self._toolchains.get(language)
        if toolchain is None:
            return LanguageMissing(f"{language}: no such language in the sandbox's table")
        for last in (False,) * (TRIES - 1) + (True,):
            try:
                version = f"{self._ask_version(toolchain)} [{toolchain.fingerprint()}]"
                self._try_canary(language, toolchain, version)
            except LanguageMissing as reason:
                return reason
            except CellLost as lost:
                if last:  # this may pass: the next who asks has it looked for again
                    raise LanguageMissing(f"its cell is lost: {lost}") from lost
            else:
                return version
        raise AssertionError("unreachable")

    def _ask_version(self, toolchain: Toolchain) -> str:
        command = make_command(toolchain, toolchain.version, "version", CANARY_LIMITS.memory_bytes)
        step = Program(b"", command=command)
        outcome = self._run_once(step, CANARY_LIMITS)
        said = [*(outcome.output or b"").splitlines(), *outcome.stderr.splitlines(), b""]
        first = next((line for line in said if line.strip()), b"").decode("utf-8", "replace").strip()[:200]
        if outcome.exit_code != 0:
            raise LanguageMissing(f"{' '.join(toolchain.version)} fails: {first or ended_by(outcome)}")
        return first

    def _try_canary(self, language: str, toolchain: Toolchain, version: str) -> None:
        program = Program(toolchain.canary.encode(), language)
        compilation = self._compile(program, CANARY_LIMITS, toolchain, version, first_time=False)
        if not compilation.outcome.ok:
            raise LanguageMissing(f"its canary does not compile: {compilation.outcome.message.strip()[:500]}")
        step, room = run_step(program, toolchain, compilation.artefact, CANARY_LIMITS)
        outcome = self._run_once(step, room)
        if (outcome.output or b"").strip() != CANARY_OUTPUT:
            said = outcome.stderr.decode("utf-8", "replace").strip()[-500:]
            raise LanguageMissing(f"its canary prints something else: {ended_by(outcome)} {said}".rstrip())

    def _run_once(self, step: Program, limits: Limits) -> Outcome:
        with self._pool.run(step, limits) as run:
            if not run.compile_outcome.ok:
                raise LanguageMissing(run.compile_outcome.message)
            return next(iter(run.outcomes([b""])))

    def _compile(
        self, program: Program, limits: Limits, toolchain: Toolchain, version: str, *, first_time: bool
    ) -> Compilation:
        """Compile, unless there is nothing to do or what it left is kept."""
        if not toolchain.compile:
            return Compilation(NOTHING_TO_DO, program.source)
        key = self._key(program, version)
        if (kept := self._artefacts.get(key)) is not None:
            return Compilation(NOTHING_TO_DO, kept)
        step, room = compile_step(program, toolchain, limits)
        with self._pool.run(step, room, first_time=first_time) as run:
            if not run.compile_outcome.ok:
                return Compilation(run.compile_outcome, b"", run.cell)
            outcome = next(iter(run.outcomes([b""])))
        message = compile_error(outcome, room)
        if message is None:
            self._artefacts.put(key, outcome.output or b"")
        killed_for = None if message is None else passed_limit(outcome)
        compiled = CompileOutcome(message is None, message or "", outcome.cpu_time_s, killed_for)
        return Compilation(compiled, outcome.output or b"", run.cell)

    def _key(self, program: Program, version: str) -> str:
        digest = hashlib.sha256("\0".join((self._environment(), program.language, version, "")).encode())
        files = protocol.pack_files(program.files)
        digest.update(len(files).to_bytes(8, "big"))  # or one program's source could read as another's files
        digest.update(files + program.source)
        return digest.hexdigest()


def make_command(toolchain: Toolchain, words: Iterable[str], file: str, memory_bytes: int) -> Command:
    """A step of a toolchain as the runner takes it, with its memory limit filled in. In the environment there is what
    all find there, unless the toolchain says otherwise."""
    memory_mib = max(1, memory_bytes // MIB)
    stack_mib = min(memory_mib, languages.MOST_STACK_MIB)
    numbers = {
        "{memory_mib}": memory_mib, "{memory_kib}": memory_mib << 10,
        "{stack_mib}": stack_mib, "{stack_kib}": stack_mib << 10,
    }  # fmt: skip
    everybodys = (f"PATH={languages.PATH}", "HOME=/tmp", "LANG=C.UTF-8", "PYTHONHASHSEED=0")
    by_name = {each.partition("=")[0]: each for each in (*everybodys, *toolchain.environment)}
    return Command(fill_in(words, numbers), fill_in(by_name.values(), numbers), file)


def fill_in(words: Iterable[str], numbers: Mapping[str, int]) -> tuple[str, ...]:
    """The words with a number in place of each placeholder."""
    filled = tuple(words)
    for name, number in numbers.items():
        filled = tuple(word.replace(name, str(number)) for word in filled)
    return filled


def compile_step(program: Program, toolchain: Toolchain, limits: Limits) -> tuple[Program, Limits]:
    """The run that compiles a program, and its limits."""
    command = make_command(toolchain, toolchain.compile, toolchain.source, limits.compile_memory_bytes)
    room = replace(
        limits,
        cpu_time_s=limits.compile_time_s,
        wall_time_s=WALL_FACTOR * limits.compile_time_s + WALL_EXTRA_S,
        memory_bytes=limits.compile_memory_bytes,
        output_bytes=MOST_FILE_BYTES if toolchain.run else MOST_PROGRAM_BYTES,
        stderr_bytes=MESSAGES_BYTES,
    )
    step = replace(
        program,
        input_file="",
        output_file=toolchain.program,
        arguments=(),
        brought=(),
        left=(),
        command=command,
        origin=program.source,
    )
    return step, room


def run_step(program: Program, toolchain: Toolchain, artefact: bytes, limits: Limits) -> tuple[Program, Limits]:
    """The run of what was compiled, and its limits: the program's and what its runtime needs for itself."""
    file = toolchain.program if toolchain.run else ""
    command = make_command(toolchain, toolchain.run or ("./program",), file, limits.memory_bytes)
    room = replace(limits, memory_bytes=limits.memory_bytes + toolchain.own_bytes + toolchain.slack_bytes)
    return replace(program, source=artefact, command=command, origin=program.source), room


def compile_error(outcome: Outcome, room: Limits) -> str | None:
    """What is said of a compilation that failed, the compiler's own words included; None for one that did not."""
    said = outcome.stderr.decode("utf-8", "replace")
    if outcome.stderr_truncated:
        said = "…\n" + said
    if (why := passed_limit(outcome)) is not None:
        text = KILLED[why].format(
            compile_time_s=room.cpu_time_s,
            memory_mib=room.memory_bytes // MIB,
            program_mib=room.output_bytes // MIB,
        )
        return shorten(f"the compiler {text}\n{said}")
    if outcome.exit_code != 0:
        return shorten(said if said.strip() else f"the compiler ended with {ended_by(outcome)}")
    if not outcome.output:
        return shorten(f"the compiler left no program ({outcome.output_error or 'an empty file'})\n{said}")
    return None


def passed_limit(outcome: Outcome) -> KilledFor | None:
    """The limit that a compilation passed, if any."""
    if outcome.killed_for is not None or not (outcome.oom_killed or outcome.output_truncated):
        return outcome.killed_for
    return KilledFor.MEMORY if outcome.oom_killed else KilledFor.OUTPUT


def shorten(text: str) -> str:
    """Its beginning: compilers explain the first fault best."""
    return text if len(text) <= MESSAGE_BYTES else text[:MESSAGE_BYTES] + "\n…"


def ended_by(outcome: Outcome) -> str:
    """How a run ended, in words."""
    if outcome.killed_for is not None:
        return f"a limit ({outcome.killed_for})"
    return f"signal {outcome.signal}" if outcome.signal is not None else f"exit code {outcome.exit_code}"
