"""Resident memory of API and worker over 10,000 candidates: after the first 2,000, and after all."""

from __future__ import annotations

import tempfile
from pathlib import Path

import psutil
from tests.service import SUM_ROW, Service, body, running

from bench.figures import Figure
from bench.service import SOURCE

ROUNDS, ROUND, WARM = 10, 1000, 2


def figures() -> list[Figure]:
    """One figure per process; the ratio says how much it grew after warming up."""
    with (
        tempfile.TemporaryDirectory() as folder,
        running(
            Path(folder),
            slots=1,
        ) as service,
    ):
        sizes = [sizes_after(service, number) for number in range(ROUNDS)]
    setting = f"other: after {WARM * ROUND} candidates; ours: after {ROUNDS * ROUND}"
    return [
        Figure(f"memory of the {name}", last, early, last / early, "MiB", setting, "<= 1.1")
        for name, early, last in zip(("api", "worker"), sizes[WARM - 1], sizes[-1], strict=True)
    ]


def sizes_after(service: Service, number: int) -> tuple[float, float]:
    """Judge another round, then look."""
    sources = [f"{SOURCE}  # {number} {candidate}" for candidate in range(ROUND)]
    answer = service.http().post("/verify", json=body(sources, SUM_ROW, wait=60)).json()
    if answer["state"] != "done":
        service.http().get(f"/jobs/{answer['job_id']}/results")
    pids = [service.processes["api"].pid, service.worker_pids()[0]]
    api, worker = (psutil.Process(pid).memory_info().rss / (1 << 20) for pid in pids)
    return api, worker
