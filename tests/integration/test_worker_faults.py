"""What worker processes do when something goes wrong around a candidate. The cells are fakes; Redis, the API,
the supervisor and its workers are processes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from equijudge_queue import schema
from tests.service import Service, body, wait_for

ROOT = Path(__file__).parents[2]


class FakeCells(Service):
    """A service whose verifier has fake cells."""

    def start(self, name: str) -> None:
        if name != "verifier":
            super().start(name)
            return
        command = [sys.executable, "-m", "tests.fake_verifier"]
        with (self.folder / "verifier.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(command, env=self.environment(), cwd=ROOT, stdout=log, stderr=log)


@pytest.fixture
def service(tmp_path: Path) -> Iterator[FakeCells]:
    settings = {
        "EQUIJUDGE_CACHE_DIR": str(tmp_path),
        "EQUIJUDGE_LEASE_S": "1",
        "EQUIJUDGE_DRAIN_S": "0.5",
        "EQUIJUDGE_PROBE_S": "0.5",
    }
    made = FakeCells(tmp_path, settings)
    try:
        made.start_all()
        yield made
    finally:
        made.end_all()


def submit(service: Service, sources: list[str]) -> str:
    answer = service.http().post("/verify", json=body([f"{source} # {uuid4()}" for source in sources], wait=0))
    return str(answer.json()["job_id"])


def results(service: Service, job: str) -> list[dict[str, Any]]:
    """All results by index; every candidate has exactly one."""
    lines = service.http().get(f"/jobs/{job}/results").text.splitlines()
    found = sorted((json.loads(line) for line in lines if line), key=lambda result: result["index"])
    assert [result["index"] for result in found] == list(range(len(found)))
    return found


def test_a_bug_of_the_judge_is_ie_for_one_candidate_and_is_not_remembered(service: FakeCells) -> None:
    found = results(service, submit(service, ["sum", "bug", "sum"]))
    assert [result["verdict"] for result in found] == ["AC", "IE", "AC"]
    assert found[1]["reason"] == "RuntimeError in the judge"
    assert len(list(service.redis().scan_iter("ej:verdict:*"))) == 2


def test_a_candidate_under_which_every_worker_dies_is_ie_and_the_others_go_on(service: FakeCells) -> None:
    found = results(service, submit(service, ["sum", "kill", "sum"]))
    assert [result["verdict"] for result in found] == ["AC", "IE", "AC"]
    assert found[1]["reason"] == "4 workers ended while this candidate was judged"


def test_the_same_program_twice_in_a_chunk_is_judged_once(service: FakeCells) -> None:
    sources = ["sum # the same"] * 64
    answer = service.http().post("/verify", json=body(sources, wait=30)).json()
    assert answer["verdicts"] == {"AC": 64}
    assert answer["cached"] >= 56  # 8 chunks, which may run side by side


def test_sigterm_gives_back_what_takes_too_long(service: FakeCells) -> None:
    job = submit(service, ["wait 0.2"] * 24)  # 0.6 s each, 3 in a chunk
    wait_for(lambda: service.http().get(f"/jobs/{job}").json()["done"] >= 1)
    service.end("verifier")
    states = [service.redis().hget(schema.chunk_key(chunk.decode()), "state") for chunk in open_chunks(service)]
    assert set(states) == {b"queued"}  # some are left, and nobody holds them
    service.start("verifier")
    assert len(results(service, job)) == 24


def test_an_idle_worker_tells_that_its_engine_went_away_and_came_back(service: FakeCells) -> None:
    (service.folder / "engine_away").touch()
    engine = wait_for(lambda: not service.ready() and service.http().get("/readyz").json()["engine"])
    assert engine == "the fake engine is away. Remove the file."
    job = submit(service, ["sum"])
    (service.folder / "engine_away").unlink()
    wait_for(service.ready, 10, "readiness")
    assert results(service, job)[0]["verdict"] == "AC"


def test_the_same_workers_go_on_after_redis_was_away(service: FakeCells) -> None:
    workers = service.worker_pids()
    service.end("redis", signal.SIGKILL)
    time.sleep(2)
    service.start("redis")
    wait_for(service.ready, 20, "readiness")
    assert results(service, submit(service, ["sum"] * 3))[2]["verdict"] == "AC"
    assert service.worker_pids() == workers


def test_a_stream_of_results_goes_on_after_redis_was_away(service: FakeCells) -> None:
    job = submit(service, ["wait 0.1"] * 16)  # 0.3 s each
    with ThreadPoolExecutor(1) as pool:
        stream = pool.submit(lambda: results(service, job))
        wait_for(lambda: service.http().get(f"/jobs/{job}").json()["done"] >= 1)
        service.end("redis", signal.SIGKILL)
        time.sleep(1)
        service.start("redis")
        assert len(stream.result(timeout=60)) == 16


def test_workers_end_with_their_supervisor(service: FakeCells) -> None:
    workers = service.worker_pids()
    service.end("verifier", signal.SIGKILL)
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers), 10, "the end of the workers")


def test_a_driver_that_refuses_ends_the_verifier_with_the_reason(tmp_path: Path) -> None:
    refuser = Path(tmp_path / "refuser.py")
    refuser.write_text(REFUSER)
    service = FakeCells(tmp_path)
    done = subprocess.run(
        [sys.executable, str(refuser)], env=service.environment(), capture_output=True, timeout=30, check=False
    )
    assert done.returncode == 3
    assert b"no namespaces here" in done.stderr


REFUSER = """
import sys
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_verifier.__main__ import main

def refuse(settings):
    raise SandboxUnavailable("no namespaces here")

sys.exit(main((sys.executable, __file__), refuse))
"""


def open_chunks(service: Service) -> list[bytes]:
    return [chunk for chunk in service.redis().zrange(schema.OPEN, 0, -1) if isinstance(chunk, bytes)]
