"""Runs a candidate on one test as often as the problem's Kattis validator asks for; see core's kattis_passes.py.

Each pass is a run of its own in the candidate's cell, in which nothing of the one before is left. Between two passes
the validator's folder is nowhere but here: its files come out of one run and are brought to the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verify import AppliedLimits
from equijudge_core.judging.checker_protocols import FEEDBACK, NEXT_PASS
from equijudge_core.judging.checker_runs import CheckerVerdict, Role, as_check_result
from equijudge_core.judging.checkers import CheckResult
from equijudge_core.judging.decisions import decide_alone
from equijudge_core.judging.kattis_passes import KATTIS, MOST_NEXT_BYTES, read_pass, too_many_passes
from equijudge_core.judging.languages import Language
from equijudge_core.judging.problem import Test
from equijudge_sandbox.drivers.base import Run
from equijudge_sandbox.errors import BadReport, GivenUp
from equijudge_sandbox.outcome import Outcome
from equijudge_sandbox.protocol import pack_input, unpack_files
from equijudge_sandbox.stream import Interrupted, never
from equijudge_verifier.judge.checker_bounds import CheckingTime
from equijudge_verifier.judge.checker_cells import CheckerCells, CheckerFault, Wanted, key_of, rule_on

KEPT_KIB = 64  # of the folder's files, with their names


@dataclass(frozen=True, slots=True)
class Passed:
    """A test's passes, at least one, and what the validator says in the end; of no meaning where the last pass is
    decided by itself."""

    outcomes: tuple[Outcome, ...]
    ruling: CheckResult

    @property
    def outcome(self) -> Outcome:
        """How the last pass went, with the time and the memory of the pass that took most of each."""
        return replace(
            self.outcomes[-1],
            cpu_time_s=max(each.cpu_time_s for each in self.outcomes),
            wall_time_s=max(each.wall_time_s for each in self.outcomes),
            memory_peak_bytes=max(each.memory_peak_bytes for each in self.outcomes),
        )

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See core's Checker: it has ruled already."""
        return self.ruling


@dataclass(frozen=True, slots=True)
class Validated:
    """What followed from a pass. next_input: None where no other pass follows; kept: what then lies in the folder."""

    ruling: CheckResult
    next_input: bytes | None = None
    kept: Mapping[str, bytes] | None = None


@dataclass(frozen=True, slots=True)
class BoundPasses:
    """A problem's validator for one candidate, whose language and limits these are."""

    cells: CheckerCells
    own: OwnChecker
    limits: AppliedLimits
    language: Language
    left: CheckingTime
    interrupted: Interrupted = never
    scoring: bool = False

    def run(self, candidate: Run, test: Test) -> Passed:
        """Run a test; no further than the candidate's total budget goes, which is then passed, so that what the
        validator would have said means nothing. Raise CellLost of the candidate's cell, GivenUp, SandboxUnavailable."""
        outcomes: list[Outcome] = []
        budget = CheckingTime.of_candidate(self.limits)
        given, kept = test.input, dict[str, bytes]()
        while True:
            if self.interrupted():  # which short runs do not ask
                raise GivenUp("nobody waits for this candidate")
            outcomes.append(next(iter(candidate.outcomes([given], self.interrupted))))
            budget.spend(outcomes[-1].cpu_time_s, outcomes[-1].wall_time_s)
            if self._is_decided(outcomes[-1]) or budget.is_over:
                return Passed(tuple(outcomes), CheckResult(ok=budget.is_over))
            found = self._validate(given, test.output, outcomes[-1].output or b"", kept)
            if found.next_input is None:
                return Passed(tuple(outcomes), found.ruling)
            if len(outcomes) == self.own.validation_passes:
                said = too_many_passes(len(outcomes), found.ruling.message or "")
                return Passed(tuple(outcomes), as_check_result(said))
            given, kept = found.next_input, dict(found.kept or {})

    def _is_decided(self, outcome: Outcome) -> bool:
        """Whether no validator need see it. One that ended by itself and too late goes on: the machine may have been
        slow, and then all passes count."""
        in_time = replace(outcome, cpu_time_s=0.0)
        return outcome.output is None or decide_alone(in_time, self.limits, self.language) is not None

    def _validate(self, given: bytes, answer: bytes, got: bytes, kept: Mapping[str, bytes]) -> Validated:
        found: list[tuple[Outcome, dict[str, bytes]]] = []

        def run_on(output: bytes, answer: bytes) -> tuple[Outcome, CheckerVerdict]:
            outcome = self._run_validator(given, output, answer, kept)
            left = read_folder(outcome)
            found.append((outcome, left))
            return outcome, read_pass(outcome, left, scoring=self.scoring)

        ruling = rule_on(self.own, given, answer, got, run_on)
        if not found or not ruling.ok:
            return Validated(ruling)
        outcome, left = found[0]
        return Validated(ruling, outcome.output, left)

    def _run_validator(self, given: bytes, got: bytes, answer: bytes, kept: Mapping[str, bytes]) -> Outcome:
        contents = {Role.INPUT: given, Role.ANSWER: answer}
        data = pack_input(got, [*(contents[role] for role in KATTIS.files), *kept.values()])
        key = f"{key_of(self.own)} {sorted(kept)}"
        return self.cells.outcome_of(key, lambda: self._wanted(kept), data, self.left, self.interrupted)

    def _wanted(self, kept: Mapping[str, bytes]) -> Wanted:
        plain = self.cells.wanted_of(self.own)
        program = replace(
            plain.program,
            output_file=NEXT_PASS,
            brought=(*plain.program.brought, *kept),
            left=(FEEDBACK,),
        )
        return replace(plain, program=program, limits=replace(plain.limits, output_bytes=MOST_NEXT_BYTES))


def read_folder(outcome: Outcome) -> dict[str, bytes]:
    """The files of a validator's folder, in the order of their names. Raise CheckerFault where they are too large."""
    if outcome.left[0] is None:
        raise CheckerFault(f"the validator leaves no folder, or more than {KEPT_KIB} KiB in it")
    try:
        found = unpack_files(outcome.left[0])
    except BadReport as error:
        raise CheckerFault(f"the validator's folder cannot be read: {error}") from error
    return {FEEDBACK + name: found[name] for name in sorted(found)}
