"""Lets candidates talk to the problem's interactor, whose cell is one of the checkers' (checker_cells.py).

What an interactor may take is its own: CPU time and memory are those of its row, and its wall time is long enough for
the candidate to use up all of its own meanwhile, and to wait for cores. A candidate's wall time is longer by what the
interactor may compute.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verify import AppliedLimits
from equijudge_core.judging.checker_protocols import LOG, PROTOCOLS, CheckerRules
from equijudge_core.judging.checker_runs import Role, Ruling
from equijudge_core.judging.interactive import INTERACTOR
from equijudge_core.judging.problem import Test
from equijudge_sandbox import runner
from equijudge_sandbox.conversation import Conversation, converse
from equijudge_sandbox.drivers.base import Run
from equijudge_sandbox.errors import CellLost, InteractorLost
from equijudge_sandbox.outcome import Outcome
from equijudge_sandbox.protocol import pack_input
from equijudge_sandbox.stream import Interrupted, never
from equijudge_verifier.judge.checker_bounds import CheckingTime
from equijudge_verifier.judge.checker_cells import (
    MIB,
    MOST_BYTES,
    CheckerCells,
    CheckerFault,
    Wanted,
    key_of,
    limits_of,
)

OUTPUT_BYTES = 64 * MIB  # of what an interactor says
IDLE_S = 5.0  # neither has done anything for so long: no program that means to go on does
TOO_LARGE = f"input, answer and the interactor's files are more than {MOST_BYTES // MIB} MiB together"


@dataclass(frozen=True, slots=True)
class BoundInteractor:
    """A problem's interactor for candidates with these limits."""

    cells: CheckerCells
    own: OwnChecker
    limits: AppliedLimits  # of the candidate
    left: CheckingTime
    interrupted: Interrupted = never
    scoring: bool = False  # whether the problem gives points

    @property
    def rules(self) -> CheckerRules:
        """Those of its protocol."""
        return PROTOCOLS[self.own.protocol]

    def converse(self, candidate: Run, test: Test) -> Conversation:
        """Let a candidate talk about a test. Raise CheckerFault where the interactor cannot be had, InteractorLost,
        CellLost of the candidate's cell, GivenUp, SandboxUnavailable."""
        if self.left.is_over:
            raise CheckerFault("the interactor has taken more time than it has for all tests of a candidate")
        data, began = self._pack(test), time.monotonic()
        key = f"{INTERACTOR} {key_of(self.own)} {self.limits.wall_time_s}"
        try:
            interactor = self.cells.run_of(key, self._wanted)
        except CellLost as lost:
            raise InteractorLost(str(lost)) from lost
        try:
            talk = converse(
                candidate,
                interactor,
                data,
                idle_s=min(IDLE_S, self.limits.wall_time_s),
                settles=self._settles,
                interrupted=self.interrupted,
            )
        except BaseException:
            self.cells.let_go(key)  # it may be in the middle of something
            self.left.spend(0.0, time.monotonic() - began)
            raise
        self.left.spend(talk.interactor.cpu_time_s, talk.interactor.wall_time_s)
        return talk

    def _settles(self, outcome: Outcome) -> bool:
        """Whether what the candidate does from then on means nothing."""
        return self.rules.read(outcome, scoring=self.scoring).ruling in (Ruling.REJECTED, Ruling.FAULT)

    def _pack(self, test: Test) -> bytes:
        contents = {Role.INPUT: test.input, Role.ANSWER: self.rules.tidy(test.output)}
        always = sum(len(text.encode()) for text in self.own.files.values())
        if always + sum(map(len, contents.values())) > MOST_BYTES:
            raise CheckerFault(TOO_LARGE)
        return pack_input(b"", [contents[role] for role in self._roles()])

    def _roles(self) -> list[Role]:
        """What the files hold that every test brings."""
        return [role for role in (Role.INPUT, Role.ANSWER) if role in self._words()]

    def _words(self) -> tuple[str, ...]:
        return self.rules.interactor or ()

    def _wanted(self) -> Wanted:
        program = replace(
            self.cells.program_of(self.own),
            arguments=(*self._words(), *self.own.flags),
            brought=tuple(self._roles()),
            output_file=LOG if self.rules.checks_after else "",  # what it prints is said to the candidate
        )
        own = limits_of(self.own, self.cells.rules)
        candidates_s = runner.PATIENCE * (self.limits.wall_time_s + self.own.time_limit_s)
        limits = replace(own, wall_time_s=own.wall_time_s + candidates_s, output_bytes=OUTPUT_BYTES)
        return Wanted(program, limits, self.own.language, INTERACTOR)
