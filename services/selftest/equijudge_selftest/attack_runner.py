"""Runs one attack through the product's own judge, then checks what must hold afterwards.

The invariants, checked after every attack:
1. The verdict is one of those that are right, and says what it must say.
2. It came in bounded time: what the limits allow for each run, and the driver's grace.
3. The next candidate finds a clean cell: inspect_cell.py prints there what it printed in a virgin one.
4. Seen from the host, the cell holds no process but the runner's, and cells that were given up are gone.
5. What the submitter is shown is bounded, and nothing of the host's is in it: not the line in BAIT's file, which lies
   where everybody on the host may read it.
6. The memory of this process, and what the cell's cgroup is charged, are back near where they began; on the way
   this process held no more than a few copies of the largest text that it had to hold.
"""

from __future__ import annotations

import gc
import json
import os
import random
import string
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

from equijudge_core.contracts.verify import Candidate, CandidateResult, JudgeOptions
from equijudge_core.judging.problem import Problem, Test
from equijudge_sandbox.cell import GRACE_S, Cell
from equijudge_sandbox.compiling import MESSAGE_BYTES, AnyRun, CompiledRun, FailedRun
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import CellCounts, LanguagesFound, Limits, Outcome, Program, SandboxInfo
from equijudge_sandbox.pool import CellRun
from equijudge_selftest import host_view, inspect_cell
from equijudge_selftest.attacks.attack import BAIT, MIB, Attack
from equijudge_selftest.busy_cores import busy_cores
from equijudge_selftest.report.finding import Finding
from equijudge_verifier import bootstrap
from equijudge_verifier.judge.judge import Judge

INSPECTION = Program(Path(inspect_cell.__file__).read_bytes())
INSPECTION_LIMITS = Limits(cpu_time_s=20.0, wall_time_s=60.0, memory_bytes=128 * MIB)
COMPILE_S = 45.0  # of a source that strains the compiler, with the driver's patience
ROOM_BYTES, COPIES = 48 * MIB, 4
CELL_ROOM_BYTES = 24 * MIB
RUNNERS = 2  # the runner, and the zygote that it keeps ready
SETTLE_S = 15.0
SHOWN_CHARACTERS = 300
SHOWN_BYTES = 12 * MESSAGE_BYTES  # of a result: two texts of that size, in which JSON makes six of one
PYTHON3 = "python3"


class RecordingSandbox:
    """A sandbox that remembers which cells it used."""

    def __init__(self, inner: Sandbox) -> None:
        self._inner = inner
        self.used: list[Cell] = []
        self.compile_time_s: float | None = None  # in place of the caller's

    def info(self) -> SandboxInfo:
        """See base.Sandbox."""
        return self._inner.info()

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[AnyRun]:
        """See base.Sandbox."""
        if self.compile_time_s is not None:
            limits = replace(limits, compile_time_s=self.compile_time_s)
        with self._inner.run(program, limits, first_time=first_time) as run:
            assert isinstance(run, CellRun | CompiledRun | FailedRun)
            if run.cell not in self.used:
                self.used.append(run.cell)
            yield run

    def prepare(self) -> None:
        """See base.Sandbox."""
        self._inner.prepare()

    def version(self, language: str) -> str:
        """See base.Sandbox."""
        return self._inner.version(language)

    def languages(self) -> LanguagesFound:
        """See base.Sandbox."""
        return self._inner.languages()

    def cells(self) -> CellCounts:
        """See base.Sandbox."""
        return self._inner.cells()

    def close(self) -> None:
        """See base.Sandbox."""
        self._inner.close()


class AttackRunner:
    """Attacks one sandbox again and again, until it is closed. Raises SandboxUnavailable when it gives no cell to begin
    with."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._baits = tempfile.TemporaryDirectory(prefix="equijudge-bait-")
        self._bait, self._secret = lay_bait(Path(self._baits.name))
        self.sandbox = RecordingSandbox(sandbox)
        self.environment = bootstrap.environment_of(self.sandbox)
        self._judge = Judge(self.sandbox, self.environment, lambda: False)
        self._virgin, self._measures, *_ = self._inspect_cell()
        gc.collect()
        self._own_bytes = host_view.resident_bytes()

    def close(self) -> None:
        """Take the bait away. The sandbox is its owner's to close."""
        self._baits.cleanup()

    def run(self, attack: Attack) -> Finding:
        """Judge the attack, then look whether everything is as before. Raises SandboxUnavailable."""
        host_view.reset_peak()
        started = time.monotonic()
        with busy_cores() if attack.beside_load else nullcontext():
            result = self._judge_attack(attack)
        took = time.monotonic() - started
        gc.collect()
        broke = [*check_verdict(attack, result), *self._check_memory(attack), *self._check_cell()]
        broke += check_text(result.model_dump_json(), self._secret)
        allowed_s = (result.attempts + len(attack.tests)) * (attack.limits.wall_time_s + GRACE_S + COMPILE_S)
        if took > allowed_s:
            broke.append(f"it took {took:.1f} s, its limits allow {allowed_s:.1f} s")
        return Finding.about(
            attack,
            expected=[str(verdict) for verdict in attack.accept],
            got=f"{result.verdict} {result.reason}".strip(),
            broke=broke,
            wall_time_s=took,
        )

    def _judge_attack(self, attack: Attack) -> CandidateResult:
        filling = b"x" * attack.stdin_bytes
        tests = tuple(
            Test(f"public/{number}", given.encode() + filling, expected.encode("utf-8", "surrogatepass"))
            for number, (given, expected) in enumerate(attack.tests)
        )
        files = (attack.input_file, attack.output_file)
        problem = Problem(attack.name, "", tests, (), (), input_file=files[0], output_file=files[1])
        options = JudgeOptions(checker=attack.checker)
        self.sandbox.compile_time_s = attack.compile_time_s
        candidate = Candidate(source=attack.source.replace(BAIT, self._bait), language=attack.language)
        try:
            return self._judge.judge(problem, candidate, options, attack.limits)
        finally:
            self.sandbox.compile_time_s = None

    def _inspect_cell(self) -> tuple[dict[str, Any], Outcome, list[tuple[int, str]]]:
        with self.sandbox.run(INSPECTION, INSPECTION_LIMITS) as run:
            outcome = next(iter(run.outcomes([b""])))
            cell = run.cell
            cell.end()
            cell.settle()
            processes = host_view.list_processes(cell.host)  # the pool may end the cell after its last use
        if outcome.exit_code != 0:
            said = outcome.stderr.decode(errors="replace")[-SHOWN_CHARACTERS:]
            raise CellLost(f"an ordinary program fails there: {said}")
        return json.loads(outcome.output or b""), outcome, processes

    def _check_cell(self) -> list[str]:
        try:
            found, outcome, processes = self._inspect_cell()
        except CellLost as lost:
            return [f"the next candidate lost its cell: {lost}"]
        broke = [
            f"the next candidate finds {name} {shorten(found['found'][name])} instead of {shorten(virgin)}"
            for name, virgin in self._virgin["found"].items()
            if found["found"][name] != virgin
        ]
        if outcome.memory_peak_bytes > self._measures.memory_peak_bytes + 4 * MIB:
            broke.append(f"the next candidate is charged {outcome.memory_peak_bytes} bytes")
        if found["charged_bytes"] > self._virgin["charged_bytes"] + CELL_ROOM_BYTES:
            broke.append(f"the cell holds {found['charged_bytes']} bytes, not {self._virgin['charged_bytes']}")
        return broke + self._check_host(processes)

    def _check_host(self, processes: list[tuple[int, str]]) -> list[str]:
        broke = []
        if len(processes) > RUNNERS or len({uid for uid, _ in processes}) > 1:
            broke.append(f"processes are left in the cell: {shorten(processes)}")
        given_up = [used.host for used in self.sandbox.used if used.is_spent]
        deadline = time.monotonic() + SETTLE_S
        while not all(map(host_view.is_gone, given_up)):
            if time.monotonic() > deadline:
                return [*broke, "a cell that was given up is still there"]
            time.sleep(0.05)
        self.sandbox.used = [used for used in self.sandbox.used if not used.is_spent]
        return broke

    def _check_memory(self, attack: Attack) -> list[str]:
        largest = max(attack.limits.output_limit_bytes, attack.stdin_bytes, attack.program_bytes)
        peak, now = host_view.peak_bytes(), host_view.resident_bytes()
        broke = []
        if peak > self._own_bytes + ROOM_BYTES + COPIES * largest:
            broke.append(f"the judge held {peak} bytes on the way")
        if now > self._own_bytes + ROOM_BYTES:
            broke.append(f"the judge still holds {now} bytes, it began with {self._own_bytes}")
        return broke


def check_verdict(attack: Attack, result: CandidateResult) -> list[str]:
    """What is wrong with the verdict; empty when nothing is."""
    if result.verdict not in attack.accept:
        return [f"the verdict is {result.verdict}"]
    if attack.reason not in result.reason:
        return [f"the reason is {result.reason!r}, not {attack.reason!r}"]
    return []


def lay_bait(folder: Path) -> tuple[str, str]:
    """Make a file that everybody on this host may read; its path, and the word in it, which is nowhere else. A compiler
    that reads it as a source quotes the word."""
    secret = "secret" + "".join(random.choices(string.ascii_lowercase, k=20))
    folder.chmod(0o755)
    bait = folder / "bait"
    bait.write_text(f'#error {secret}\n.error "{secret}"\n{secret} = ;\n')
    os.chmod(bait, 0o644)
    return str(bait), secret


def check_text(shown: str, secret: str) -> list[str]:
    """What is wrong with all that the submitter is shown, as JSON; empty when nothing is."""
    broke = [f"{len(shown)} characters are shown"] if len(shown) > SHOWN_BYTES else []
    return [*broke, "a file of the host's is shown"] if secret in shown else broke


def shorten(value: object) -> str:
    """Short enough for a table."""
    text = json.dumps(value)
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"
