"""Memory of Redis and of the API stays flat under floods that each fit through the limits."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.service import OUTCOME_KEY, RIGHT, Http, Service, body, no_slot_free, running, wait_for

QUOTA = 4 << 20
REDIS_BYTES = 64 << 20
MIB = 1 << 20


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    settings = {
        "EQUIJUDGE_KEY_BYTES": str(QUOTA),
        "EQUIJUDGE_REQUESTS_PER_S": "0",
        "EQUIJUDGE_MAX_BODY_BYTES": str(16 * MIB),
        "EQUIJUDGE_MAX_KEY_BODIES_BYTES": str(32 * MIB),
        "EQUIJUDGE_PARSE_MEMORY_BYTES": str(512 * MIB),
    }
    with running(tmp_path_factory.mktemp("small"), slots=1, settings=settings) as made:
        made.redis().config_set("maxmemory", str(REDIS_BYTES))
        yield made


def inflating(number: int, size: int) -> bytes:
    """Some kilobytes of gzip that are `size` bytes of a new problem."""
    row = {"name": f"{number}", "public_tests": {"input": ["0" * size], "output": ["1"]}}
    return gzip.compress(json.dumps(body([RIGHT], row, wait=0)).encode(), 6)


def many_fields(number: int) -> bytes:
    """Small fields that take twenty times as much memory as text."""
    return b'{"problems": [%s], "n": %d}' % (b",".join([b'{"a":1}'] * 40_000), number)


def post(http: Http, data: bytes, encoding: str = "identity") -> httpx.Response:
    headers = {"Content-Type": "application/json", "Content-Encoding": encoding}
    return http.post("/verify", content=data, headers=headers)


def used(service: Service) -> int:
    memory: Any = service.redis().info("memory")
    return int(memory["used_memory"])


def resident(pid: int) -> int:
    """Of a process and those that it has started, bytes."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    (mine,) = (1024 * int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return mine + sum(map(resident, map(int, children)))


def test_problems_that_inflate_do_not_grow_redis(small: Service) -> None:
    http = small.http()
    answers = [post(http, inflating(number, 4 * MIB), "gzip") for number in range(20)]
    assert {answer.status_code for answer in answers} == {202}
    assert used(small) < 8 * MIB  # 80 MiB of text, compressed where it is stored


def test_beyond_its_quota_a_key_is_refused_and_loses_nothing(small: Service) -> None:
    http, other = small.http(), Http(small.http().base, OUTCOME_KEY)
    accepted: list[str] = []
    with no_slot_free(small):
        for number in range(60):
            row = {"name": f"own {number}", "public_tests": {"input": [noise(number)], "output": ["1"]}}
            answer = http.post("/verify", json=body([f"{RIGHT}  # {noise(number)[:60_000]}"], row, wait=0))
            if answer.status_code != 202:
                break
            accepted.append(answer.json()["job_id"])
        told = http.get("/limits").json()
    assert answer.status_code == 429
    error = answer.json()["errors"][0]
    assert error["limit"] == f"at most {QUOTA} bytes a key"
    assert "queue" in error["problem"]
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert "DELETE /problems" in answer.json()["detail"]
    assert told["key_bytes"] == QUOTA
    assert set(told["key_bytes_held"]) >= {"queue", "problems"}
    assert sum(told["key_bytes_held"].values()) <= QUOTA
    assert other.get("/limits").json()["key_bytes_held"] == {}
    assert other.post("/verify", json=body([RIGHT], wait=20)).json()["state"] == "done"
    for job_id in accepted:
        wait_for(partial(is_done, http, job_id), 60, "an accepted job's end")
    assert http.post("/verify", json=body([RIGHT], wait=20)).status_code == 200


def is_done(http: Http, job_id: str) -> bool:
    return bool(http.get(f"/jobs/{job_id}").json()["state"] == "done")


def noise(number: int) -> str:
    """A text of 300 kB that compresses to half."""
    return "".join(hashlib.sha512(f"{number} {at}".encode()).hexdigest() for at in range(2400))


def test_floods_of_small_fields_do_not_grow_the_api(small: Service) -> None:
    http, pid = small.http(), small.processes["api"].pid
    sizes = []
    for turn in range(3):
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda number: post(http, many_fields(number)), range(4 * turn, 4 * turn + 4)))
        assert {answer.status_code for answer in answers} <= {413, 422, 429}
        sizes.append(resident(pid))
    assert http.get("/healthz").status_code == 200
    assert max(sizes[1:]) < 1.25 * sizes[0] + 64 * MIB, sizes


def test_a_redis_that_is_full_of_what_nobody_needs_recovers_by_itself(small: Service) -> None:
    http, redis = small.http(), small.redis()
    wait_for(small.ready)
    for number in range(6):
        stored = http.post("/verify", json=body([f"{RIGHT}  # {number}"], {"name": f"{number}", "public_tests": {
            "input": [noise(1000 + number)], "output": ["1"]}}, wait=20))  # fmt: skip
        assert stored.status_code == 200, stored.text
    redis.config_set("maxmemory", str(int(used(small) * 0.97)))
    try:
        wait_for(small.ready, 20, "a Redis that has room again")
        assert http.post("/verify", json=body([RIGHT], wait=20)).status_code == 200
        stats = http.get("/stats").json()["store"]
        assert stats["max_bytes"] > stats["used_bytes"]
        assert stats["kinds"]["verdicts"]["dropped"] + stats["kinds"]["problems"]["dropped"] > 0
        metrics = http.get("/metrics").text
        assert 'equijudge_held_bytes{kind="results"}' in metrics
        assert 'equijudge_dropped_total{kind="problems"}' in metrics
    finally:
        redis.config_set("maxmemory", str(REDIS_BYTES))


def test_a_deleted_problem_frees_its_bytes(small: Service) -> None:
    http = small.http()
    row = {"name": "stored", "public_tests": {"input": [noise(7)], "output": ["1"]}}
    (stored,) = http.put("/problems", json={"problems": [row]}).json()["problems"]
    held = http.get("/limits").json()["key_bytes_held"]
    assert held["stored"] > 100_000
    assert http.delete(f"/problems/{stored['problem_id']}").status_code == 204
    assert "stored" not in http.get("/limits").json()["key_bytes_held"]
    assert http.get(f"/problems/{stored['problem_id']}").status_code == 404
    assert http.delete(f"/problems/{stored['problem_id']}").status_code == 404
