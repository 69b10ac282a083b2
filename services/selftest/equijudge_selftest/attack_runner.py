"""Runs one attack through the product's own judge, then checks what must hold afterwards.

The invariants, checked after every attack:
1. The verdict is one of those that are right, and says what it must say. So is that of every program that is judged
   `then`, by the same checker where the problem has one of its own, and of two more of other problems, whose honest
   checker and interactor run in the same cells.
2. It came in bounded time: what the limits allow for each run, and the driver's grace.
3. The next candidate finds a clean cell: inspect_cell.py prints there what it printed in a virgin one. So does the next
   checker, where there was one.
4. Seen from the host, the cell holds no process but the runner's, and cells that were given up are gone.
5. What the submitter is shown is bounded, and nothing of the host's is in it: not the line in BAIT's file, which lies
   where everybody on the host may read it. What a checker says holds nothing that a terminal obeys.
6. The memory of this process, and what the cell's cgroup is charged, are back near where they began; on the way
   this process held no more than a few copies of the largest text that it had to hold.
"""

from __future__ import annotations

import gc
import os
import random
import string
import tempfile
import time
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CandidateResult, Detail, JudgeOptions, Stop
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules
from equijudge_core.judging.problem import Problem, Test
from equijudge_sandbox.cell import GRACE_S
from equijudge_sandbox.compiling import MESSAGE_BYTES
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_selftest import host_view
from equijudge_selftest.attacks import checked_outputs, hostile_talk
from equijudge_selftest.attacks.attack import BAIT, MIB, Attack
from equijudge_selftest.busy_cores import busy_cores
from equijudge_selftest.cell_inspector import SHOWN_CHARACTERS, CellInspector, KeptSandbox, RecordingSandbox
from equijudge_selftest.report.finding import Finding
from equijudge_verifier import bootstrap
from equijudge_verifier.judge import interactor_cells
from equijudge_verifier.judge.checker_cells import CheckerCells, limits_of
from equijudge_verifier.judge.judge import Judge

COMPILE_S = 45.0  # of a source that strains the compiler, with the driver's patience
ROOM_BYTES, COPIES = 48 * MIB, 4
SHOWN_BYTES = 12 * MESSAGE_BYTES  # of a result: two texts of that size, in which JSON makes six of one
PYTHON3 = "python3"
AC, WA = Verdict.AC, Verdict.WA
WITNESSES = (checked_outputs.WITNESS, hostile_talk.WITNESS)
LIMIT_RULES = LimitRules()


class AttackRunner:
    """Attacks one sandbox again and again, until it is closed. `make_checker_sandbox`: of the cells in which problems'
    own checkers run; without, there are no attacks with any.

    Raises SandboxUnavailable when it gives no cell to begin with."""

    def __init__(self, sandbox: Sandbox, make_checker_sandbox: Callable[[], Sandbox] | None = None) -> None:
        self._baits = tempfile.TemporaryDirectory(prefix="equijudge-bait-")
        self._bait, self._secret = lay_bait(Path(self._baits.name))
        self.sandbox = RecordingSandbox(sandbox)
        self.environment = bootstrap.environment_of(self.sandbox)
        self._make_checker_sandbox = make_checker_sandbox
        self._inspector = CellInspector(self.sandbox)
        self._checkers: CellInspector | None = None
        gc.collect()
        self._own_bytes = host_view.resident_bytes()

    def close(self) -> None:
        """Take the bait away, and end the checkers' cells. The sandbox is its owner's to close."""
        self._baits.cleanup()
        if self._checkers is not None:
            self._checkers.sandbox.close()

    def run(self, attack: Attack) -> Finding:
        """Judge the attack, then look whether everything is as before. Raises SandboxUnavailable."""
        inspectors = [self._inspector]
        if attack.brought:
            inspectors.append(self._inspect_checkers())
        host_view.reset_peak()
        started = time.monotonic()
        with busy_cores() if attack.beside_load else nullcontext():
            results = self._judge_all(attack)
        took = time.monotonic() - started
        gc.collect()
        broke = check_verdict(attack, results[0])
        results, others = results[: len(attack.sources)], results[len(attack.sources) :]
        broke += check_others("program", results[1:], [right for _, right in attack.then])
        broke += check_others("of another problem program", others, [AC, WA] * len(WITNESSES))
        broke += self._check_memory(attack)
        for inspector in inspectors:
            broke += inspector.check()
        for result in results:
            broke += check_text(result.model_dump_json(), self._secret, shown_bytes(attack))
        broke += check_messages(attack, results)
        broke += check_answers(attack, results)
        allowed_s = allowed_time(attack, results)
        if took > allowed_s:
            broke.append(f"it took {took:.1f} s, its limits allow {allowed_s:.1f} s")
        return Finding.about(
            attack,
            expected=[str(verdict) for verdict in attack.accept],
            got=f"{results[0].verdict} {results[0].reason}".strip(),
            broke=broke,
            wall_time_s=took,
        )

    def _inspect_checkers(self) -> CellInspector:
        """The cells of checkers, made when they are first needed."""
        if self._checkers is None:
            if self._make_checker_sandbox is None:
                raise RuntimeError("there are no cells for problems' own checkers")
            self._checkers = CellInspector(RecordingSandbox(self._make_checker_sandbox()), "the next checker")
            gc.collect()
            self._own_bytes = max(self._own_bytes, host_view.resident_bytes())
        return self._checkers

    def _judge_all(self, attack: Attack) -> list[CandidateResult]:
        """The results of the attack and of the programs after it, all judged by one slot's parts."""
        if not attack.brought:
            judge = Judge(self.sandbox, self.environment, lambda: False)
            return [self._judge(judge, attack, source) for source in attack.sources]
        kept = KeptSandbox(self._inspect_checkers().sandbox)
        kept.compile_time_s = attack.compile_time_s
        with closing(CheckerCells(lambda: kept, LANGUAGES)) as checkers:
            judge = Judge(self.sandbox, self.environment, lambda: False, checkers=checkers)
            return [self._judge(judge, one, source) for one in (attack, *WITNESSES) for source in one.sources]

    def _judge(self, judge: Judge, attack: Attack, source: str) -> CandidateResult:
        if attack.problem is not None:
            options = JudgeOptions(stop=Stop.NEVER, detail=Detail.OUTPUTS)
            return judge.judge(
                attack.problem, Candidate(source=source, language=attack.language), options, attack.limits
            )
        filling = b"x" * attack.stdin_bytes
        tests = tuple(
            Test(f"public/{number}", given.encode() + filling, expected.encode("utf-8", "surrogatepass"))
            for number, (given, expected) in enumerate(attack.tests)
        )
        own, options = attack.own, JudgeOptions(checker=attack.checker)
        if own is not None:
            own = own.model_copy(update={"source": own.source.replace(BAIT, self._bait)})
        if attack.brought:
            options = JudgeOptions(stop=Stop.NEVER, detail=Detail.OUTPUTS if attack.interactor else Detail.TESTS)
        problem = Problem(
            attack.name, "", tests, (), (),
            input_file=attack.input_file, output_file=attack.output_file, checker=own, interactor=attack.interactor,
        )  # fmt: skip
        self.sandbox.compile_time_s = attack.compile_time_s
        candidate = Candidate(source=source.replace(BAIT, self._bait), language=attack.language)
        try:
            return judge.judge(problem, candidate, options, attack.limits)
        finally:
            self.sandbox.compile_time_s = None

    def _check_memory(self, attack: Attack) -> list[str]:
        said = 0 if attack.interactor is None else interactor_cells.OUTPUT_BYTES
        largest = max(attack.limits.output_limit_bytes, attack.stdin_bytes, attack.program_bytes, said)
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


def check_others(which: str, results: list[CandidateResult], right: list[Verdict]) -> list[str]:
    """What is wrong with the verdicts of programs that were judged afterwards; empty when nothing is."""
    pairs = enumerate(zip(results, right, strict=False), 1)
    return [
        f"{which} {number} after it got {result.verdict}" for number, (result, due) in pairs if result.verdict != due
    ]


def check_messages(attack: Attack, results: list[CandidateResult]) -> list[str]:
    """What is wrong with what a checker says; empty when nothing is."""
    tests = [test for result in results for test in result.tests or ()]
    messages = [test.checker_message or "" for test in tests]
    broke = []
    if any(
        not (each.isprintable() or each in "\n\t")
        for each in "".join(messages + [test.transcript or "" for test in tests])
    ):
        broke.append("a checker's message, or a transcript, holds what a terminal obeys")
    if attack.alike and len(set(messages)) > 1:
        broke.append(f"the checker finds different things: {sorted(set(messages))}"[:SHOWN_CHARACTERS])
    return broke


def check_answers(attack: Attack, results: list[CandidateResult]) -> list[str]:
    """What is wrong with the single tests of a problem of its own; empty when nothing is."""
    tests = [test for result in results for test in result.tests or () if attack.problem is not None]
    broke = []
    if AC not in attack.accept and any(test.verdict == AC for test in tests):
        broke.append("one of its tests is accepted")
    if attack.hidden and any(attack.hidden in f"{test.output}{test.stderr}" for test in tests):
        broke.append("it shows what is expected")
    return broke


def allowed_time(attack: Attack, results: list[CandidateResult]) -> float:
    """Seconds that an attack may take by its limits."""
    runs = sum(result.attempts + attack.test_count for result in results)
    each = attack.limits.wall_time_s + GRACE_S + COMPILE_S
    for program in attack.brought:
        each += 2 * (limits_of(program, LIMIT_RULES).wall_time_s + GRACE_S)
    return runs * each


def lay_bait(folder: Path) -> tuple[str, str]:
    """Make a file that everybody on this host may read; its path, and the word in it, which is nowhere else. A compiler
    that reads it as a source quotes the word."""
    secret = "secret" + "".join(random.choices(string.ascii_lowercase, k=20))
    folder.chmod(0o755)
    bait = folder / "bait"
    bait.write_text(f'#error {secret}\n.error "{secret}"\n{secret} = ;\n')
    os.chmod(bait, 0o644)
    return str(bait), secret


def shown_bytes(attack: Attack) -> int:
    """How long a result may be as JSON: of a problem of its own outputs are shown, too."""
    return SHOWN_BYTES if attack.problem is None else SHOWN_BYTES * attack.test_count


def check_text(shown: str, secret: str, most_bytes: int = SHOWN_BYTES) -> list[str]:
    """What is wrong with all that the submitter is shown, as JSON; empty when nothing is."""
    broke = [f"{len(shown)} characters are shown"] if len(shown) > most_bytes else []
    return [*broke, "a file of the host's is shown"] if secret in shown else broke
