"""POST /verify with everything behind it (HTTP, Redis, RQ, docker cells) against the same candidates judged
directly with the same number of slots; and a repeated request against the first."""

from __future__ import annotations

import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.service import Service, body, running

from bench.figures import Figure, paired
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, Environment, JudgeOptions
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import parse_row
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_verifier.judge.judge import Judge

SLOTS = 1
CANDIDATES, TESTS = 200, 20
ROW: dict[str, Any] = {
    "name": "sum",
    "public_tests": {"input": [f"{n} 7\n" for n in range(TESTS)], "output": [f"{n + 7}\n" for n in range(TESTS)]},
}
SOURCE = "print(sum(map(int, input().split())))"


def figures() -> list[Figure]:
    """Through the service and past it."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {"EQUIJUDGE_DRIVER": "docker"}
        sandbox = DockerSandbox(DockerSettings(memory_bytes=3 << 30, cpuset=str(min(os.sched_getaffinity(0)))))
        with running(Path(folder), slots=SLOTS, settings=settings) as service:
            judge = Judge(sandbox, Environment(**asdict(sandbox.info())), lambda: False)
            try:
                return measure(service, judge)
            finally:
                sandbox.close()


def measure(service: Service, judge: Judge) -> list[Figure]:
    """Both figures."""
    what = f"{CANDIDATES} candidates x {TESTS} tests, {SLOTS} slot"
    return [
        paired(
            "throughput through POST /verify",
            lambda: CANDIDATES * TESTS / post(service, sources(), 0),
            lambda: CANDIDATES * TESTS / judge_directly(judge),
            "tests/s",
            f"other: judged directly; {what}",
            ">= 0.8",
        ),
        measure_repeat(service),
    ]


def measure_repeat(service: Service) -> Figure:
    """The same request again is answered from the cache."""
    known: list[list[str]] = []

    def again() -> float:
        return CANDIDATES / post(service, known[-1], CANDIDATES)

    def first() -> float:
        known.append(sources())
        return CANDIDATES / post(service, known[-1], 0)

    first()
    setting = f"other: the first request; {CANDIDATES} candidates x {TESTS} tests, {SLOTS} slot"
    return paired("a repeated request", again, first, "candidates/s", setting, ">= 20")


def sources() -> list[str]:
    """Candidates that no cache knows."""
    return [f"{SOURCE}  # {uuid4()}" for _ in range(CANDIDATES)]


def post(service: Service, candidates: list[str], cached: int) -> float:
    """Seconds for one request and all its results."""
    started = time.perf_counter()
    answer = service.http().post("/verify", json=body(candidates, ROW, wait=60))
    spent = time.perf_counter() - started
    found = answer.json()
    assert found["verdicts"] == {"AC": CANDIDATES}
    assert found["cached"] == cached
    return spent


def judge_directly(judge: Judge) -> float:
    """Seconds for the same candidates without queue and HTTP."""
    problem = parse_row(ROW)
    limits = apply_limits(problem, "python3", JudgeOptions().limits, LimitRules())

    def one(source: str) -> None:
        result = judge.judge(problem, Candidate(source=source), JudgeOptions(), limits)
        assert result.verdict == Verdict.AC

    started = time.perf_counter()
    with ThreadPoolExecutor(SLOTS) as pool:
        list(pool.map(one, sources()))
    return time.perf_counter() - started
