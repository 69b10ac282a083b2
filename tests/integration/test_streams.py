"""Many readers at once, and logs that tell neither keys nor sources. Cells are fakes, all else is real."""

from __future__ import annotations

import gzip
import hashlib
import json
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any
from uuid import uuid4

import pytest

from equijudge_api.http.stream_headers import STREAMED
from equijudge_api.openapi import RUN_EXAMPLES
from tests.integration.test_worker_faults import FakeCells
from tests.service import KEY, OUTCOME_KEY, Http, body

READERS, CANDIDATES, SMALL, WAITING = 64, 400, 3, 150
CANARY = "canary-in-the-source"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeCells]:
    folder = tmp_path_factory.mktemp("streams")
    settings = {
        "EQUIJUDGE_CACHE_DIR": str(folder),
        "EQUIJUDGE_LOG_LEVEL": "DEBUG",
        "EQUIJUDGE_AUDIT_FILE": str(folder / "audit.jsonl"),
    }
    made = FakeCells(folder, settings)
    try:
        made.start_all()
        yield made
    finally:
        made.end_all()


def programs(count: int) -> list[str]:
    """Every third one is wrong."""
    return [f"say 3 # {uuid4()}" if number % 3 == 0 else f"sum # {uuid4()}" for number in range(count)]


def expected(count: int) -> list[tuple[int, str]]:
    return [(number, "WA" if number % 3 == 0 else "AC") for number in range(count)]


def read(http: Http, job: str) -> list[tuple[int, str]]:
    """Every line of a job's stream, by candidate."""
    lines = [json.loads(line) for line in http.get(f"/jobs/{job}/results").text.splitlines() if line]
    return sorted((line["index"], line["verdict"]) for line in lines)


def test_many_readers_of_one_job_each_get_every_line_once(service: FakeCells) -> None:
    job = service.http().post("/verify", json=body(programs(CANDIDATES), wait=0)).json()["job_id"]
    with ThreadPoolExecutor(READERS) as pool:
        found = list(pool.map(lambda _: read(service.http(), job), range(READERS)))
    assert found == [expected(CANDIDATES)] * READERS


def test_readers_that_wait_take_no_connection_from_anybody_else(service: FakeCells) -> None:
    """More than a pool of redis-py has of itself, all on a job that does not end."""
    slow = service.http().post("/verify", json=body([f"wait 30 # {uuid4()}"], wait=0)).json()["job_id"]
    address = ("127.0.0.1", service.api_port)
    request = f"GET /jobs/{slow}/results HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {KEY}\r\n\r\n"
    with ExitStack() as stack:
        for _ in range(WAITING):
            stack.enter_context(socket.create_connection(address)).sendall(request.encode())
        time.sleep(2)
        assert service.http().get("/readyz").status_code == 200
        done = service.http().post("/verify", json=body(programs(3), wait=20)).json()
        assert done["state"] == "done"
    service.http().delete(f"/jobs/{slow}")


def test_an_outcome_only_key_gets_lines_in_order_however_many_there_are(service: FakeCells) -> None:
    http = Http(service.http().base, OUTCOME_KEY)
    job = http.post("/verify", json=body(programs(CANDIDATES), wait=0)).json()["job_id"]
    lines = [json.loads(line) for line in http.get(f"/jobs/{job}/results").text.splitlines() if line]
    assert [line["index"] for line in lines] == list(range(CANDIDATES))
    rest = http.get(f"/jobs/{job}/results", params={"offset": 390}).text.splitlines()
    assert [json.loads(line) for line in rest if line] == lines[390:]


def test_readers_of_many_jobs_get_their_own(service: FakeCells) -> None:
    def submit_and_read(_: int) -> list[tuple[int, str]]:
        answer = service.http().post("/verify", json=body(programs(SMALL), wait=0))
        return read(service.http(), answer.json()["job_id"])

    with ThreadPoolExecutor(READERS) as pool:
        assert list(pool.map(submit_and_read, range(READERS))) == [expected(SMALL)] * READERS


def test_whatever_is_streamed_is_to_be_passed_on_as_it_comes(service: FakeCells) -> None:
    """A stream that is added has to be opened here, too."""
    http = service.http()
    job = http.post("/verify", json=body(programs(1), wait=0)).json()["job_id"]
    run = http.post("/training-runs", json=RUN_EXAMPLES["equivalence sets and ECO"]["value"]).json()["run_id"]
    http.delete(f"/training-runs/{run}")  # its events end
    ids = {"job_id": job, "run_id": run}
    calls = http.get("/openapi.json").json()["paths"].items()
    streams = [path for path, call in calls for each in call.values() if STREAMED & {*content_types(each)}]
    assert streams == ["/jobs/{job_id}/results", "/jobs/{job_id}/events", "/training-runs/{run_id}/events"]
    for path in streams:
        answer = http.get(path.format(**ids))
        found = answer.status_code, answer.headers["x-accel-buffering"], answer.headers["cache-control"]
        assert found == (200, "no", "no-store, no-transform"), path


def content_types(call: dict[str, Any]) -> Iterator[str]:
    for status, answer in call["responses"].items():
        yield from answer.get("content", {}) if status == "200" else ()


def test_a_compressed_request_is_judged(service: FakeCells) -> None:
    content = gzip.compress(json.dumps(body(programs(4))).encode())
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    assert service.http().post("/verify", content=content, headers=headers).json()["verdicts"] == {"AC": 2, "WA": 2}


def test_the_audit_names_who_submitted_what_by_hash(service: FakeCells) -> None:
    sources, key = programs(2), uuid4().hex
    for _ in range(2):
        answer = service.http().post("/verify", json=body(sources), headers={"Idempotency-Key": key})
    service.http().delete(f"/jobs/{answer.json()['job_id']}")
    lines = (service.folder / "audit.jsonl").read_text().splitlines()
    first, second, third = [json.loads(line) for line in lines[-3:]]
    assert first["key_id"] == hashlib.sha256(KEY.encode()).hexdigest()[:12]
    assert first["sources_sha256"] == [hashlib.sha256(source.encode()).hexdigest() for source in sources]
    assert (first["problems"], first["candidates"], len(first["problem_ids"])) == (1, 2, 1)
    assert [line["status"] for line in (first, second, third)] == [200, 200, 204]
    assert {line["job_id"] for line in (first, second, third)} == {answer.json()["job_id"]}
    assert [first["replayed"], second["replayed"]] == [False, True]


def test_no_log_tells_a_key_or_a_source(service: FakeCells) -> None:
    wrong = "a-wrong-key-of-a-stranger"
    for key in (KEY, OUTCOME_KEY, wrong):
        http = Http(service.http().base, key)
        texts = [
            http.post("/verify", json=body([f"sum # {CANARY}"])).text,
            http.post("/verify", json=body([f"bug # {CANARY}"])).text,
            http.post("/verify", json={"problems": [{"problem": {"name": CANARY}, "candidates": [CANARY]}]}).text,
            http.post("/verify", content=f'{{"problems": "{CANARY}" {key}'.encode()).text,
            http.get("/jobs/none", headers={"Idempotency-Key": CANARY}).text,
            http.put("/problems", json={"problems": [CANARY]}).text,
        ]
        assert not [text for text in texts if key in text or CANARY in text]
    logs = "".join(service.log(name) for name in ("api", "verifier", "redis"))
    logs += (service.folder / "audit.jsonl").read_text()
    assert "nobody thought of this" in logs
    assert not [secret for secret in (KEY, OUTCOME_KEY, wrong, CANARY) if secret in logs]
