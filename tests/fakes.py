"""A sandbox without cells, for tests of what stands around it. Its programs are one word and an argument:

    sum | say TEXT | spend SECONDS… | sleep | crash | lose [oom] | lose-compiling | no-compile | bug | wait SECONDS

`spend` reports these CPU seconds, one after the other, last one for ever. Whatever follows a `#` is ignored.
Its engine is away while the file `engine_away` exists.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from equijudge_sandbox.errors import CellLost, LanguageMissing, SandboxUnavailable
from equijudge_sandbox.outcome import (
    CellCounts,
    CompileOutcome,
    KilledFor,
    LanguagesFound,
    Limits,
    Outcome,
    Program,
    SandboxInfo,
)
from equijudge_sandbox.stream import Interrupted, never
from equijudge_sandbox.talk import Talk

INFO = SandboxInfo("fake", "none", "sha256:0", "fake-1", "none")
RAN = Outcome(
    exit_code=0,
    signal=None,
    killed_for=None,
    oom_killed=False,
    cpu_time_s=0.001,
    wall_time_s=0.002,
    memory_peak_bytes=1000,
    exception="",
    output=b"",
    output_truncated=False,
    output_error="",
    stderr=b"",
    stderr_truncated=False,
)


@dataclass
class FakeSandbox:
    """See base.Sandbox. `taken`: the programs that were let in, `first_times`: whether only a cell that
    never ran them would do, `run_inputs`: how many inputs were run.

    `special`: what more programs do, whatever their input. `versions`: of the languages that are there.

    `paces`: what the yardstick measures, seconds, the last one for ever; it counts as no program."""

    engine_away: Path | None = None
    canary_dies: bool = False
    taken: list[str] = field(default_factory=list)
    first_times: list[bool] = field(default_factory=list)
    run_inputs: int = 0
    spent: list[float] = field(default_factory=list)
    paces: list[float] = field(default_factory=lambda: [0.007])
    special: dict[str, Outcome] = field(default_factory=dict)
    compile_s: float = 0.0
    versions: dict[str, str] = field(default_factory=dict)

    def info(self) -> SandboxInfo:
        self._engine()
        return INFO

    def prepare(self) -> None:
        """There are no compilers."""

    def version(self, language: str) -> str:
        self._engine()
        if language in self.versions:
            return self.versions[language]
        raise LanguageMissing(f"{language} --version fails: not found")

    def languages(self) -> LanguagesFound:
        self._engine()
        return LanguagesFound(there={}, missing={})

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[FakeRun]:
        self._engine()
        source = program.source.decode().partition("#")[0].strip()
        if source.startswith("spin"):
            yield FakeRun(CompileOutcome(True, "", 0.0), self, source, limits)
            return
        self.taken.append(source)
        self.first_times.append(first_time)
        if source == "lose-compiling":
            raise CellLost("the cell ended", oom_killed=False)
        ok = source != "no-compile"
        yield FakeRun(CompileOutcome(ok, "" if ok else "SyntaxError", self.compile_s), self, source, limits)

    def cells(self) -> CellCounts:
        return CellCounts(starting=0, idle=1, busy=0, made=1, retired={})

    def close(self) -> None:
        """Nothing to end."""

    def _engine(self) -> None:
        if self.engine_away is not None and self.engine_away.exists():
            raise SandboxUnavailable("the fake engine is away. Remove the file.")


@dataclass(frozen=True)
class FakeRun:
    """See base.Run."""

    compile_outcome: CompileOutcome
    sandbox: FakeSandbox
    source: str
    limits: Limits

    def outcomes(self, inputs: Iterable[bytes], interrupted: Interrupted = never) -> Iterator[Outcome]:
        for data in inputs:
            if self.source.startswith("spin"):
                paces = self.sandbox.paces
                yield replace(RAN, cpu_time_s=paces.pop(0) if len(paces) > 1 else paces[0])
                continue
            self.sandbox.run_inputs += 1
            yield self._outcome(data)

    def talk(self, data: bytes) -> Talk:
        raise AssertionError("no fake talks")

    def _outcome(self, data: bytes) -> Outcome:
        word, _, argument = self.source.partition(" ")
        if word in self.sandbox.special:
            return self.sandbox.special[word]
        if word == "print(6":  # the canary
            return self._canary()
        if word == "lose":
            raise CellLost("the cell ended", oom_killed=argument == "oom")
        if word == "bug":
            raise RuntimeError("nobody thought of this")
        if word == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "wait":
            time.sleep(float(argument))
        return self._plain(word, argument, data)

    def _plain(self, word: str, argument: str, data: bytes) -> Outcome:
        match word:
            case "crash":
                return replace(RAN, exit_code=1, stderr=b"it crashed")
            case "sleep":
                return replace(RAN, exit_code=None, signal=9, killed_for=KilledFor.WALL, wall_time_s=99.0)
            case "spend":
                return self._spend([float(number) for number in argument.split()], data)
            case "say":
                return replace(RAN, output=argument.encode() + b"\n")
            case _:
                return replace(RAN, output=b"%d\n" % sum(map(int, data.split())))

    def _spend(self, seconds: list[float], data: bytes) -> Outcome:
        spent = seconds[min(len(self.sandbox.spent), len(seconds) - 1)]
        self.sandbox.spent.append(spent)
        killed = spent > self.limits.cpu_time_s
        output = b"%d\n" % sum(map(int, data.split()))
        return replace(RAN, cpu_time_s=spent, output=output, killed_for=KilledFor.CPU if killed else None)

    def _canary(self) -> Outcome:
        if self.sandbox.canary_dies:
            raise CellLost("the canary ended")
        return replace(RAN, output=b"42\n")
