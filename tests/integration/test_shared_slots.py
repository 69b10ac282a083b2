"""Two verifiers of one host that share its slots: processes, as `docker-compose up --scale verifier=2` starts them.
Cells are fakes."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.test_worker_faults import FakeCells
from tests.service import body, wait_for

SLOTS = 3


def workers_of(verifier: subprocess.Popen[bytes]) -> int:
    return len(Path(f"/proc/{verifier.pid}/task/{verifier.pid}/children").read_text().split())


@pytest.fixture
def service(tmp_path: Path) -> Iterator[FakeCells]:
    settings = {
        "EQUIJUDGE_CACHE_DIR": str(tmp_path),
        "EQUIJUDGE_SLOTS_DIR": str(tmp_path),
        "EQUIJUDGE_LEASE_S": "1",
        "EQUIJUDGE_DRAIN_S": "0.5",
    }
    made = FakeCells(tmp_path, settings, slots=SLOTS)
    try:
        made.start_all()
        yield made
    finally:
        made.end_all()


def test_slots_are_shared_and_nothing_is_lost_when_they_change_hands(service: FakeCells) -> None:
    first = service.processes.pop("verifier")
    try:
        wait_for(lambda: workers_of(first) == SLOTS, what="all slots")
        sources = [[f"sum # {each} {number}" for number in range(200)] for each in "ab"]
        jobs = [service.http().post("/verify", json=body(some, wait=0)).json()["job_id"] for some in sources]
        service.start("verifier")
        second = service.processes["verifier"]
        wait_for(lambda: (workers_of(first), workers_of(second)) == (2, 1), what="a share")
        first.send_signal(signal.SIGKILL)
        first.wait()
        wait_for(lambda: workers_of(second) == SLOTS, what="the slots of the one that is gone")
        for job in jobs:
            lines = service.http().get(f"/jobs/{job}/results").text.split("\n")
            assert sum('"verdict":"AC"' in line for line in lines) == 200
    finally:
        first.kill()  # where it was not before
        first.wait()
