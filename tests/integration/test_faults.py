"""Parts that die under a batch: nothing is lost, nothing is answered twice."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import cast

import httpx
import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, ResultLine
from equijudge_queue import schema
from equijudge_verifier.worker.claim import Claim
from equijudge_verifier.worker.store import Store
from tests.service import RIGHT, Service, body, items_of, running, wait_for

STEP = "import time\nt = time.process_time()\nwhile time.process_time() < t + 0.1: pass\n" + RIGHT


def batch(size: int) -> list[str]:
    """Candidates that take a third of a second each; every third is wrong."""
    return [f"{STEP}  # {number}" if number % 3 else f"print({number})" for number in range(size)]


def all_results(service: Service, job: str, size: int) -> dict[int, str]:
    lines = [json.loads(line) for line in service.http().get(f"/jobs/{job}/results").text.splitlines()]
    assert len(lines) == size
    return {line["index"]: line["verdict"] for line in lines}


EXPECTED = {number: "AC" if number % 3 else "WA" for number in range(24)}


def test_a_killed_workers_chunk_is_taken_over_when_its_lease_has_run_out(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        job = service.http().post("/verify", json=body(batch(24), wait=0)).json()["job_id"]
        wait_for(lambda: service.http().get(f"/jobs/{job}").json()["done"] >= 2)
        os.kill(service.worker_pids()[0], signal.SIGKILL)
        wait_for(lambda: int(service.redis().get(schema.TAKEOVERS) or 0) >= 1, what="a take-over")
        assert all_results(service, job, 24) == EXPECTED


def test_a_batch_outlives_a_restart_of_redis_under_it(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        job = service.http().post("/verify", json=body(batch(24), wait=0)).json()["job_id"]
        wait_for(lambda: service.http().get(f"/jobs/{job}").json()["done"] >= 2)
        service.end("redis", signal.SIGKILL)
        answer = service.http().get("/readyz")
        assert (answer.status_code, answer.json()["redis"].split(":")[0]) == (503, "is away")
        assert service.http().post("/verify", json=body([RIGHT])).status_code == 503
        service.start("redis")
        wait_for(lambda: service.http().get(f"/jobs/{job}").status_code == 200, what="Redis")
        wait_for(lambda: service.http().get(f"/jobs/{job}").json()["state"] == "done", 90, "the batch")
        assert all_results(service, job, 24) == EXPECTED


def test_a_batch_outlives_the_end_of_every_process(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        job = service.http().post("/verify", json=body(batch(24), wait=0)).json()["job_id"]
        for name in ("verifier", "api", "redis"):
            service.end(name, signal.SIGKILL)
        service.start_all()
        wait_for(lambda: service.http().get(f"/jobs/{job}").json()["state"] == "done", 90, "the batch")
        assert all_results(service, job, 24) == EXPECTED


def test_work_that_is_accepted_without_workers_waits_for_them(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        service.end("verifier")
        wait_for(lambda: service.http().get("/readyz").status_code == 503, 20, "a service that is not ready")
        answer = service.http().post("/verify", json=body([RIGHT], wait=0))
        assert answer.status_code == 202
        service.start("verifier")
        assert all_results(service, answer.json()["job_id"], 1) == {0: "AC"}


def test_an_engine_that_is_away_is_named_and_accepted_work_waits(tmp_path: Path) -> None:
    settings = {"EQUIJUDGE_DRIVER": "docker", "DOCKER_HOST": f"unix://{tmp_path}/engine.sock"}
    with Hurt(tmp_path, settings) as service:
        job = service.http().post("/verify", json=body([RIGHT], wait=0)).json()["job_id"]
        answer = wait_for(lambda: engine_trouble(service), what="a word on the engine")
        assert "Start the Docker engine" in answer
        os.symlink("/var/run/docker.sock", tmp_path / "engine.sock")
        assert all_results(service, job, 1) == {0: "AC"}
        wait_for(service.ready, what="readiness")


class Hurt(Service):
    """A service that is not waited for until it is ready."""

    def __enter__(self) -> Service:
        for name in ("redis", "api", "verifier"):
            self.start(name)
        wait_for(self.answers, what="the API")
        return self

    def __exit__(self, *_: object) -> None:
        self.end_all()

    def answers(self) -> bool:
        try:
            return self.http().get("/healthz").status_code == 200
        except httpx.TransportError:
            return False


def engine_trouble(service: Service) -> str:
    engine = service.http().get("/readyz").json()["engine"]
    return engine if "Docker" in engine else ""


def test_sigterm_finishes_the_chunk_at_hand(tmp_path: Path) -> None:
    with running(tmp_path, slots=1) as service:
        job = service.http().post("/verify", json=body(batch(24), wait=0)).json()["job_id"]
        wait_for(lambda: service.http().get(f"/jobs/{job}").json()["done"] >= 1)
        service.end("verifier")
        done = service.http().get(f"/jobs/{job}").json()["done"]
        assert service.redis().zcard(schema.OPEN) < 8
        assert 1 <= done < 24


def test_a_queue_that_is_full_answers_429_and_accepts_nothing(tmp_path: Path) -> None:
    with running(tmp_path, settings={"EQUIJUDGE_MAX_BACKLOG": "10"}) as service:
        service.end("verifier")
        assert service.http().post("/verify", json=body(["pass"] * 10, wait=0)).status_code == 202
        answer = service.http().post("/verify", json=body(["pass"], wait=0))
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) >= 1
        assert int(service.redis().get(schema.BACKLOG) or 0) == 10


LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=2, memory_limit_bytes=1 << 20, output_limit_bytes=10)


def open_chunks(service: Service) -> list[str]:
    return [chunk.decode() for chunk in cast(list[bytes], service.redis().zrange(schema.OPEN, 0, -1))]


def line_of(claim: Claim, verdict: Verdict) -> ResultLine:
    item = items_of(claim)[0]
    result = CandidateResult(verdict=verdict, tests_run=1, tests_total=1, limits=LIMITS)
    return ResultLine(**dict(result), index=item.index, problem=0, candidate=0, problem_id=item.problem_id)


@pytest.fixture
def idle(tmp_path: Path) -> object:
    with running(tmp_path) as service:
        service.end("verifier")
        yield service


def test_a_stale_token_writes_nothing(idle: Service) -> None:
    job = idle.http().post("/verify", json=body([RIGHT], wait=0)).json()["job_id"]
    chunk_id = open_chunks(idle)[0]
    store = Store(idle.redis(), lease_s=0.2, cache_ttl_s=0)
    old = store.claim(chunk_id)
    assert old is not None
    time.sleep(0.3)
    new = store.claim(chunk_id)
    assert new is not None
    assert not store.report(old, [line_of(old, Verdict.WA)])
    assert store.report(new, [line_of(new, Verdict.AC)])
    assert all_results(idle, job, 1) == {0: "AC"}


def test_a_result_that_is_reported_twice_counts_once(idle: Service) -> None:
    job = idle.http().post("/verify", json=body([RIGHT, RIGHT], wait=0)).json()["job_id"]
    store = Store(idle.redis(), lease_s=5, cache_ttl_s=0)
    claims = [store.claim(chunk) for chunk in open_chunks(idle)]
    for claim in [*claims, *claims]:
        assert claim is not None
        store.report(claim, [line_of(claim, Verdict.AC)])
    assert all_results(idle, job, 2) == {0: "AC", 1: "AC"}
    assert int(idle.redis().get(schema.BACKLOG) or 0) == 0


def test_a_chunk_is_claimed_by_one_worker_at_a_time(idle: Service) -> None:
    idle.http().post("/verify", json=body([RIGHT], wait=0))
    chunk_id = open_chunks(idle)[0]
    store = Store(idle.redis(), lease_s=5, cache_ttl_s=0)
    assert store.claim(chunk_id) is not None
    assert store.claim(chunk_id) is None


def test_a_fault_of_ours_is_ie_and_is_not_remembered(tmp_path: Path) -> None:
    with running(tmp_path) as service:
        service.end("verifier")
        job = service.http().post("/verify", json=body([RIGHT], wait=0)).json()["job_id"]
        for key in service.redis().scan_iter("ej:problem:*"):
            service.redis().delete(key)
        service.start("verifier")
        assert all_results(service, job, 1) == {0: "IE"}
        assert list(service.redis().scan_iter("ej:verdict:*")) == []
