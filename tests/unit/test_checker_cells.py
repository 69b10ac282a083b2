"""How long checkers keep their cells; what they say is tests/integration/test_own_checkers.py's concern."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.judging.checkers import CheckResult
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Test
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import Limits, Program
from equijudge_verifier.judge.checker_cells import MOST_OPEN, CheckerCells
from tests.fakes import FakeRun, FakeSandbox

TEST = Test("public/0", b"", b"")
CHECKERS = [
    OwnChecker(protocol=CheckerProtocol.SCRIPT, language="python3", source=f"say 1#{number}")
    for number in range(MOST_OPEN + 1)
]


@dataclass
class CountedSandbox(FakeSandbox):
    """`at_once`: runs that are open, and the most there were. `dies`: whether runs are lost as they end."""

    open: int = 0
    at_once: list[int] = field(default_factory=list)
    dies: bool = False

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[FakeRun]:
        with super().run(program, limits, first_time=first_time) as run:
            self.open += 1
            self.at_once.append(self.open)
            yield run
            self.open -= 1
            if self.dies:
                raise CellLost("it was killed while nobody looked", oom_killed=False)


def check_with(cells: CheckerCells, own: OwnChecker) -> CheckResult:
    return cells.bind(own)(TEST).check(b"", b"")


def test_checkers_that_take_turns_keep_their_cells() -> None:
    sandbox = CountedSandbox()
    cells = CheckerCells(lambda: sandbox, LANGUAGES)
    assert all(check_with(cells, own).ok for own in CHECKERS[:MOST_OPEN] * 3)
    assert len(sandbox.taken) == sandbox.open == MOST_OPEN
    cells.close()
    assert sandbox.open == 0


def test_the_checker_that_was_used_longest_ago_makes_room() -> None:
    sandbox = CountedSandbox()
    cells = CheckerCells(lambda: sandbox, LANGUAGES)
    for own in (*CHECKERS[:MOST_OPEN], CHECKERS[0], CHECKERS[MOST_OPEN], CHECKERS[0], CHECKERS[1]):
        check_with(cells, own)
    assert max(sandbox.at_once) == MOST_OPEN
    assert len(sandbox.taken) == MOST_OPEN + 2  # the second one was let go


def test_a_cell_that_died_while_it_waited_costs_no_other_checker_its_answer() -> None:
    sandbox = CountedSandbox(dies=True)
    cells = CheckerCells(lambda: sandbox, LANGUAGES)
    assert all(check_with(cells, own).ok for own in CHECKERS)
