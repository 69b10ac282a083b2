"""A Redis that would lose work, or takes none: named by the service, nothing is accepted, nothing accepted is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from redis import Redis
from redis.exceptions import ResponseError

from equijudge_queue import schema
from tests.integration.queue_support import answers
from tests.service import RIGHT, SUM_ROW, Service, body, running, wait_for

# Long enough to be running while its Redis gets into trouble, short enough to wait for.
SLOW = "import time\ntime.sleep(0.3)\n" + RIGHT


@pytest.fixture(scope="module")
def hurt(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with running(tmp_path_factory.mktemp("hurt"), slots=1) as made:
        yield made


@contextmanager
def evicting(service: Service) -> Iterator[None]:
    redis = service.redis()
    redis.config_set("maxmemory", str(1 << 30))
    redis.config_set("maxmemory-policy", "allkeys-lru")
    try:
        yield
    finally:
        redis.config_set("maxmemory-policy", "noeviction")
        redis.config_set("maxmemory", "0")


@contextmanager
def full(service: Service) -> Iterator[None]:
    redis = service.redis()
    redis.config_set("maxmemory", "1")
    try:
        yield
    finally:
        redis.config_set("maxmemory", "0")


@contextmanager
def read_only(service: Service) -> Iterator[None]:
    redis = service.redis()
    redis.replicaof("127.0.0.1", "9")
    try:
        yield
    finally:
        redis.replicaof("NO", "ONE")


@contextmanager
def cannot_save(service: Service) -> Iterator[None]:
    redis = service.redis()
    aside = service.folder / "aside"
    aside.mkdir()
    redis.config_set("dir", str(aside))
    shutil.rmtree(aside)
    redis.config_set("save", "3600 1000000")
    wait_for(lambda: saving_fails(redis), what="a save that fails")
    try:
        yield
    finally:
        redis.config_set("save", "")
        redis.config_set("dir", str(service.folder))


def saving_fails(redis: Redis) -> bool:
    try:
        redis.bgsave()
    except ResponseError:
        return False  # the last one is still at work
    persistence: Any = redis.info("persistence")
    return str(persistence["rdb_last_bgsave_status"]) == "err"


TROUBLES = {
    "evicting": (evicting, "maxmemory-policy is allkeys-lru"),
    "full": (full, "is full"),
    "read-only": (read_only, "read-only replica"),
    "cannot save": (cannot_save, "cannot save"),
}


def names(service: Service, word: str) -> bool:
    answer = service.http().get("/readyz")
    return answer.status_code == 503 and word in answer.json()["redis"]


@pytest.mark.parametrize("name", TROUBLES)
def test_it_is_named_nothing_is_accepted_and_nothing_is_lost(hurt: Service, name: str) -> None:
    trouble, word = TROUBLES[name]
    http = hurt.http()
    accepted = http.post("/verify", json=body([f"{SLOW}  # {name} {number}" for number in range(3)], wait=0))
    job_id = accepted.json()["job_id"]
    with trouble(hurt):
        wait_for(lambda: names(hurt, word), what="a readiness that names it")
        before = set(hurt.redis().scan_iter("ej:job:*", count=1000))
        for method, path, sent in REQUESTS:
            answer = http.request(method, path, json=sent)
            assert (answer.status_code, path) == (503, path)
            assert word in answer.json()["detail"]
            assert answer.headers["content-type"] == "application/problem+json"
            assert int(answer.headers["retry-after"]) >= 1
        assert {key for key in hurt.redis().scan_iter("ej:job:*", count=1000) if key.count(b":") == 2} <= before
    done = wait_for(lambda: finished(hurt, job_id), 60, "the job that was accepted before")
    assert done["verdicts"] == {"AC": 3}
    wait_for(hurt.ready, what="readiness")
    assert http.post("/verify", json=body([RIGHT], wait=60)).json()["verdicts"] == {"AC": 1}
    assert hurt.redis().get(schema.BACKLOG) == b"0"


REQUESTS: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/verify", body(["print(5)"])),
    ("POST", "/score-generations", {"problems": [{"problem": SUM_ROW, "generations": ["print(5)"]}]}),
    ("POST", "/equivalence-sets", {"problems": [{"problem": SUM_ROW}]}),
    ("PUT", "/problems", {"problems": [{**SUM_ROW, "name": "never stored"}]}),
    ("POST", "/training-runs", {"model": "m", "data": {"path": "p"}, "objective": {"kind": "nll"}}),
]


def finished(service: Service, job_id: str) -> dict[str, Any] | None:
    answer = service.http().get(f"/jobs/{job_id}")
    found: dict[str, Any] = answer.json()
    return found if answer.status_code == 200 and found["state"] == "done" else None


def test_the_verifier_names_a_policy_that_evicts(hurt: Service) -> None:
    with evicting(hurt):
        wait_for(lambda: "would evict accepted work: its maxmemory-policy is allkeys-lru" in hurt.log("verifier"))


def test_a_full_redis_lets_a_job_be_cancelled(hurt: Service) -> None:
    job_id = hurt.http().post("/verify", json=body([f"{SLOW}  # c{n}" for n in range(50)], wait=0)).json()["job_id"]
    with full(hurt):
        wait_for(lambda: names(hurt, "is full"), what="a readiness that names it")
        assert hurt.http().delete(f"/jobs/{job_id}").status_code == 204
        assert hurt.http().get(f"/jobs/{job_id}").json()["state"] == "cancelled"
    wait_for(hurt.ready, what="readiness")


def test_a_service_that_starts_over_an_evicting_redis_says_so(tmp_path: Path) -> None:
    service = Service(tmp_path, slots=1)
    try:
        service.start("redis")
        redis = service.redis()
        wait_for(lambda: answers(redis), what="Redis")
        with evicting(service):
            service.start("api")
            service.start("verifier")
            wait_for(lambda: "maxmemory-policy is allkeys-lru" in service.log("verifier"), what="the verifier's word")
            wait_for(lambda: reachable(service) and names(service, "allkeys-lru"), what="the API's word")
    finally:
        service.end_all()


def reachable(service: Service) -> bool:
    try:
        service.http().get("/healthz")
    except httpx.TransportError:
        return False
    return True
