"""A worker finds out which languages its cells have: one after the other, between chunks, until all are known."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from equijudge_core.contracts.verify import Candidate, JudgeOptions
from equijudge_sandbox.errors import LanguageMissing, SandboxUnavailable
from equijudge_verifier.chunks.candidate_judge import CandidateJudge
from equijudge_verifier.judge.judge import Judge
from equijudge_verifier.worker.claim import Claim
from equijudge_verifier.worker.engine_probe import EngineProbe
from equijudge_verifier.worker.languages import TRIES, LanguageSurvey
from equijudge_verifier.worker.loop import ChunkLoop
from equijudge_verifier.worker.session import ChunkSession
from equijudge_verifier.worker.time_slice import TimeSlice
from tests.fakes import FakeSandbox
from tests.service import wait_for
from tests.unit.test_worker_judge import ENVIRONMENT, LIMITS, PROBLEM
from tests.unit.test_worker_loop import CHUNK, FakeStore, Handler, make_slot


def test_what_is_there_has_its_version_and_the_rest_a_reason() -> None:
    survey = LanguageSurvey(["go", "rust"], FakeSandbox(versions={"go": "go1.22"}).version)
    survey.ask_next()
    assert not survey.is_done()
    survey.ask_next()
    assert survey.is_done()
    assert survey.facts({}) == {
        "there": {"go": "go1.22"},
        "missing": {"rust": "rust --version fails: not found"},
        "added": [],
    }


def test_one_that_could_not_be_asked_for_is_still_the_next_one(tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.touch()
    survey = LanguageSurvey(["go"], FakeSandbox(engine_away=away, versions={"go": "go1.22"}).version)
    with pytest.raises(SandboxUnavailable):
        survey.ask_next()
    away.unlink()
    survey.ask_next()
    assert survey.there == {"go": "go1.22"}


def test_one_that_can_never_be_asked_for_is_missing_with_what_was_said() -> None:
    def version(language: str) -> str:
        raise SandboxUnavailable("no room")

    survey = LanguageSurvey(["go"], version)
    for _ in range(TRIES - 1):
        with pytest.raises(SandboxUnavailable):
            survey.ask_next()
    survey.ask_next()
    assert survey.missing == {"go": "no room"}


def test_a_long_reason_is_shortened() -> None:
    def version(language: str) -> str:
        raise LanguageMissing("x" * 1000)

    survey = LanguageSurvey(["go"], version)
    survey.ask_next()
    assert survey.missing == {"go": "x" * 300 + "…"}


def test_what_was_missing_is_asked_for_again() -> None:
    sandbox = FakeSandbox(versions={"go": "go1.22"})
    survey = LanguageSurvey(["rust", "go"], sandbox.version)
    survey.ask_next()
    survey.ask_again()  # go first
    survey.ask_next()
    assert (survey.there, set(survey.missing)) == ({"go": "go1.22"}, {"rust"})
    sandbox.versions["rust"] = "1.80"
    survey.ask_again()
    survey.ask_next()
    assert (survey.there, survey.missing) == ({"go": "go1.22", "rust": "1.80"}, {})
    assert survey.is_done()


def test_nothing_is_asked_of_the_cells_while_a_chunk_is_done() -> None:
    done: list[str] = []
    begun, end = threading.Event(), threading.Event()

    def work(session: object, chunk: object) -> None:
        begun.set()
        end.wait(10)
        done.append("chunk")

    loop = ChunkLoop(make_slot(FakeStore()), {"verify": Handler(work)})
    chunk = threading.Thread(target=loop.run_next, args=("c",))
    chunk.start()
    assert begun.wait(10)
    assert not loop.between_chunks(lambda: done.append("asked"), 0.01)
    end.set()
    assert loop.between_chunks(lambda: done.append("asked"), 10)
    chunk.join()
    assert done == ["chunk", "asked"]


def test_a_worker_is_idle_since_its_last_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("equijudge_verifier.worker.loop.time.monotonic", lambda: now[0])
    idle: list[float] = []

    def work(session: object, chunk: object) -> None:
        now[0] += 5
        idle.append(loop.idle_s())

    loop = ChunkLoop(make_slot(FakeStore()), {"verify": Handler(work)})
    now[0] += 3
    idle.append(loop.idle_s())
    loop.run_next("c")
    now[0] += 1
    assert [*idle, loop.idle_s()] == [3.0, 0.0, 1.0]


def test_a_probe_looks_until_nothing_is_left_and_only_while_there_is_no_trouble() -> None:
    looked: list[float] = []
    lease = make_slot(FakeStore()).lease
    answers = iter([SandboxUnavailable("away"), None, None])

    def probe() -> bool:
        if error := next(answers, None):
            raise error
        return True

    def look() -> bool:
        assert lease.engine_trouble == ""
        looked.append(time.monotonic())
        if len(looked) == 2:
            raise SandboxUnavailable("gone again")
        return len(looked) < 5

    made = EngineProbe(probe, lease, calm_s=0.01, look=look)
    made.start()
    wait_for(lambda: len(looked) >= 5, what="five looks")
    made.stop()


class Unprepared(FakeSandbox):
    """Cells as ever, and a language whose compiler cannot be prepared."""

    def version(self, language: str) -> str:
        raise SandboxUnavailable("the compilers' tools cannot be prepared: the disk is full")


def candidate_judge(sandbox: FakeSandbox) -> CandidateJudge:
    slot = make_slot(FakeStore())
    slot.sandbox = sandbox
    session = ChunkSession(slot, Claim(CHUNK, 1), TimeSlice(lambda: False, lambda: False))
    return CandidateJudge(session)


def test_nobodys_work_waits_behind_a_language_that_cannot_be_prepared() -> None:
    reason = candidate_judge(Unprepared()).missing_language("go")
    assert reason.startswith("go cannot be had on this machine: the compilers' tools cannot be prepared")
    assert candidate_judge(Unprepared()).missing_language("python3") == ""


def test_while_there_are_no_cells_at_all_a_candidate_waits_in_any_language(tmp_path: Path) -> None:
    sandbox = FakeSandbox(engine_away=tmp_path / "away", versions={"go": "go1.22"})
    judge = candidate_judge(sandbox)
    (tmp_path / "away").touch()
    answers: list[str] = []
    waiting = threading.Thread(target=lambda: answers.append(judge.missing_language("go")))
    waiting.start()
    wait_for(lambda: judge.session.slot.lease.engine_trouble, what="trouble")
    assert answers == []
    (tmp_path / "away").unlink()
    waiting.join(10)
    assert answers == [""]


def test_a_candidate_is_not_judged_in_a_language_that_is_not_there() -> None:
    judge = Judge(FakeSandbox(versions={"go": "go1.22"}), ENVIRONMENT, lambda: False)
    for language in ("rust", "cobol"):
        with pytest.raises(LanguageMissing, match=language):
            judge.judge(PROBLEM, Candidate(source="sum", language=language), JudgeOptions(), LIMITS)
    result = judge.judge(PROBLEM, Candidate(source="sum", language="go"), JudgeOptions(), LIMITS)
    assert result.environment is not None
    assert result.environment.language_version == "go1.22"
