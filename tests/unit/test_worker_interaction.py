"""The rules by which a candidate that talks to an interactor is judged, over conversations that are made up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, CandidateResult, Environment, JudgeOptions, Stop
from equijudge_core.judging.decisions import CELL_LOST, IDLE, TOTAL_BUDGET
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Problem, Test
from equijudge_sandbox.conversation import Conversation, Party
from equijudge_sandbox.errors import CellLost, GivenUp, InteractorLost
from equijudge_sandbox.outcome import KilledFor
from equijudge_verifier.judge import interactor_cells
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Abandoned, Judge
from equijudge_verifier.judge.slot_lock import SlotLock
from tests.fakes import RAN, FakeSandbox

ENVIRONMENT = Environment(driver="fake", isolation="none", image_digest="", runner_version="", language_version="")
LIMITS = AppliedLimits(
    cpu_time_s=2.0,
    wall_time_s=8.0,
    memory_limit_bytes=1 << 28,
    output_limit_bytes=1 << 20,
    total_cpu_time_s=10.0,
    total_wall_time_s=32.0,
)
TESTS = tuple(Test(f"private/{number}", b"7\n", b"") for number in range(2))
KATTIS = OwnChecker(protocol=CheckerProtocol.KATTIS, language="python3", source="interact", time_limit_s=3.0)
PROBLEM = Problem("guess", "", (), TESTS, (), interactor=KATTIS)
ACCEPTED = replace(RAN, exit_code=42)
WELL = Conversation(
    candidate=RAN,
    interactor=ACCEPTED,
    ended_first=Party.CANDIDATE,
    was_idle=False,
    was_deaf=False,
    was_kept_waiting=False,
    candidate_bytes=0,
    transcript=(),
    is_transcript_cut=False,
)
ASLEEP = replace(WELL, candidate=replace(RAN, exit_code=None, signal=9, killed_for=KilledFor.WALL), was_idle=True)
LOST = InteractorLost("the cell ended")


class Talks:
    """What conversations come to, one after the other, the last for ever; and with which limits they were had."""

    def __init__(self, *comes_to: Conversation | Exception) -> None:
        self.comes_to = list(comes_to)
        self.sandbox, self.checkers = FakeSandbox(), FakeSandbox()
        self.cells = CheckerCells(lambda: self.checkers, LANGUAGES)

    def converse(self, *_: object, **__: object) -> Conversation:
        found = self.comes_to.pop(0) if len(self.comes_to) > 1 else self.comes_to[0]
        if isinstance(found, Exception):
            raise found
        return found

    def judge(self, monkeypatch: pytest.MonkeyPatch, stop: Stop = Stop.NEVER) -> CandidateResult:
        monkeypatch.setattr(interactor_cells, "converse", self.converse)
        judge = Judge(self.sandbox, ENVIRONMENT, lambda: False, checkers=self.cells)
        return judge.judge(PROBLEM, Candidate(source="sum"), JudgeOptions(stop=stop, detail="tests"), LIMITS)


def decisions(result: CandidateResult) -> list[tuple[Verdict, str]]:
    return [(each.verdict, each.reason) for each in result.tests or ()]


def test_one_interactor_serves_all_tests_and_the_candidate_keeps_its_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    talks = Talks(WELL)
    assert talks.judge(monkeypatch).verdict == Verdict.AC
    assert (talks.sandbox.taken, talks.checkers.taken) == (["sum"], ["interact"])


def test_a_lost_cell_of_the_interactor_is_tried_again_and_costs_the_candidate_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    talks = Talks(LOST, LOST, WELL)
    result = talks.judge(monkeypatch)
    assert (result.verdict, result.attempts, result.cpu_time_s) == (Verdict.AC, 3, RAN.cpu_time_s)
    assert talks.sandbox.first_times == [False, True, True]
    assert talks.checkers.taken == ["interact"] * 3


def test_an_interactor_whose_cell_is_lost_again_and_again_is_our_fault_for_that_test(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = decisions(Talks(LOST, LOST, LOST, WELL).judge(monkeypatch))
    assert (first[0], second) == (Verdict.IE, (Verdict.AC, ""))
    assert first[1].startswith("interactor: ")
    assert "lost again and again" in first[1]


def test_a_lost_cell_of_the_candidate_is_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    result = Talks(CellLost("the cell ended")).judge(monkeypatch, Stop.FIRST_FAILURE)
    assert decisions(result) == [(Verdict.RE, CELL_LOST)]


def test_nobody_who_gives_up_leaves_an_interactor_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    talks = Talks(GivenUp("nobody waits"))
    with pytest.raises(Abandoned):
        talks.judge(monkeypatch)
    talks.comes_to = [WELL]
    assert talks.judge(monkeypatch).verdict == Verdict.AC
    assert talks.checkers.taken == ["interact"] * 2


def test_two_that_wait_for_one_another_get_a_second_chance_and_no_third(monkeypatch: pytest.MonkeyPatch) -> None:
    assert decisions(Talks(ASLEEP, WELL).judge(monkeypatch)) == [(Verdict.AC, "")] * 2
    idle = Talks(ASLEEP)
    assert decisions(idle.judge(monkeypatch, Stop.FIRST_FAILURE)) == [(Verdict.TLE, IDLE)]
    assert len(idle.sandbox.taken) == 2


def test_what_the_interactor_computes_is_no_wall_time_of_the_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = replace(WELL, candidate=replace(RAN, wall_time_s=5.0), interactor=replace(ACCEPTED, cpu_time_s=4.0))
    assert Talks(slow).judge(monkeypatch).wall_time_s == pytest.approx(1.0)
    busy = replace(slow, interactor=replace(ACCEPTED, cpu_time_s=40.0))
    assert Talks(busy).judge(monkeypatch).wall_time_s == RAN.cpu_time_s


class Lock(SlotLock):
    """Notes how long it is wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.wanted_s: list[float] = []

    @contextmanager
    def exclusive(self, owner: str = "", run_s: float = 0.0) -> Iterator[bool]:
        self.wanted_s.append(run_s)
        yield True


def test_others_are_not_kept_still_for_longer_than_they_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The interactor computes while they wait."""
    late = replace(
        WELL,
        candidate=replace(RAN, cpu_time_s=2.1, wall_time_s=11.5),
        interactor=replace(ACCEPTED, cpu_time_s=9.0),
    )
    lock = Lock()
    talks = Talks(late, WELL)
    monkeypatch.setattr(interactor_cells, "converse", talks.converse)
    judge = Judge(talks.sandbox, ENVIRONMENT, lambda: False, lock, checkers=talks.cells)
    assert judge.judge(PROBLEM, Candidate(source="sum"), JudgeOptions(), LIMITS).verdict == Verdict.AC
    assert lock.wanted_s == [11.5]


def test_what_is_said_costs_what_it_takes_to_pass_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """4 GiB, as if they were printed: more than three times the total budget of 10 s."""
    first, *more = decisions(Talks(replace(WELL, candidate_bytes=4 << 30)).judge(monkeypatch))
    assert (first, more) == ((Verdict.TLE, TOTAL_BUDGET), [])


def test_an_interactor_has_an_end_of_its_time_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three times the total budget of the candidate, 10 s: the test in which it is passed still counts."""
    endless = replace(WELL, interactor=replace(ACCEPTED, cpu_time_s=31.0))
    first, second = decisions(Talks(endless).judge(monkeypatch))
    assert (first[0], second[0]) == (Verdict.AC, Verdict.IE)
    assert "for all tests of a candidate" in second[1]


def test_a_problem_whose_files_are_too_long_for_its_interactor_is_at_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interactor_cells, "MOST_BYTES", 1)
    assert {verdict for verdict, _ in decisions(Talks(WELL).judge(monkeypatch))} == {Verdict.IE}
