"""A real service for tests: redis-server, the API and worker processes, each a process that can be hurt."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from redis import Redis

from equijudge.embedded.processes import redis_server
from equijudge_core.contracts.chunks import ChunkItem, GenerationsChunk, VerifyChunk
from equijudge_verifier.worker.claim import Claim

REDIS = redis_server()
KEY = "a-key-for-the-tests-only"
OUTCOME_KEY = "an-outcome-only-key-for-tests"
SUM_ROW: dict[str, Any] = {
    "name": "sum",
    "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
    "private_tests": {"input": ["20 22\n", "-5 5\n"], "output": ["42\n", "0\n"]},
}
RIGHT = "print(sum(map(int, input().split())))"


def free_port() -> int:
    """A port of loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Any, timeout_s: float = 30.0, what: str = "the condition") -> Any:
    """The first truthy value of condition(); AssertionError after timeout_s."""
    until = time.monotonic() + timeout_s
    while time.monotonic() < until:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f"{what} did not come about in {timeout_s} s")


@dataclass
class Service:
    """Processes by name, the ones that run; every part can be started, ended and started again."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    slots: int = 2
    redis_port: int = field(default_factory=free_port)
    api_port: int = field(default_factory=free_port)
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "EQUIJUDGE_REDIS_URL": f"redis://127.0.0.1:{self.redis_port}/0",
            "EQUIJUDGE_PORT": str(self.api_port),
            "EQUIJUDGE_API_KEYS": KEY,
            "EQUIJUDGE_OUTCOME_ONLY_KEYS": OUTCOME_KEY,
            "EQUIJUDGE_DRIVER": "local",
            "EQUIJUDGE_SLOTS": str(self.slots),
            "EQUIJUDGE_LOCK_DIR": str(self.folder / "locks"),
            **self.settings,
        }

    def start(self, name: str) -> None:
        port, folder = str(self.redis_port), str(self.folder)
        command = {
            "redis": [str(REDIS), "--port", port, "--dir", folder, "--appendonly", "yes", "--save", "",
                      "--enable-protected-configs", "local"],  # tests hurt it by CONFIG SET
            "api": [sys.executable, "-m", "equijudge_api"],
            "verifier": [sys.executable, "-m", "equijudge_verifier"],
        }[name]  # fmt: skip
        with (self.folder / f"{name}.log").open("ab") as log:
            self.processes[name] = subprocess.Popen(command, env=self.environment(), stdout=log, stderr=log)

    def end(self, name: str, number: int = signal.SIGTERM) -> None:
        process = self.processes.pop(name)
        process.send_signal(number)
        process.wait(timeout=60)

    def start_all(self) -> None:
        for name in ("redis", "api", "verifier"):
            self.start(name)
        wait_for(self.ready, 60, "readiness")

    def end_all(self) -> None:
        for name in [name for name in ("api", "verifier", "redis") if name in self.processes]:
            self.end(name)

    def ready(self) -> bool:
        try:
            return self.http().get("/readyz").status_code == 200
        except httpx.TransportError:
            return False

    def http(self) -> Http:
        return Http(f"http://127.0.0.1:{self.api_port}")

    def redis(self) -> Redis:
        return Redis(port=self.redis_port, protocol=2)

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def worker_pids(self) -> list[int]:
        """The worker processes, children of the verifier's supervisor."""
        parent = self.processes["verifier"].pid
        return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


@dataclass(frozen=True)
class Http:
    """One request, one connection: nothing is left open for a test to trip over."""

    base: str
    key: str = KEY

    def request(self, method: str, path: str, **arguments: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {self.key}", **arguments.pop("headers", {})}
        return httpx.request(method, self.base + path, headers=headers, timeout=120, **arguments)

    def get(self, path: str, **arguments: Any) -> httpx.Response:
        return self.request("GET", path, **arguments)

    def post(self, path: str, **arguments: Any) -> httpx.Response:
        return self.request("POST", path, **arguments)

    def put(self, path: str, **arguments: Any) -> httpx.Response:
        return self.request("PUT", path, **arguments)

    def delete(self, path: str, **arguments: Any) -> httpx.Response:
        return self.request("DELETE", path, **arguments)


def items_of(claim: Claim) -> tuple[ChunkItem, ...]:
    """The candidates of a claimed chunk."""
    assert isinstance(claim.chunk, VerifyChunk | GenerationsChunk)
    return claim.chunk.items


def body(sources: list[str], row: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    """A request for one problem."""
    candidates = [{"id": str(number), "source": source} for number, source in enumerate(sources)]
    return {"problems": [{"problem": row or SUM_ROW, "candidates": candidates}], **options}


@contextmanager
def no_slot_free(service: Service) -> Iterator[None]:
    """No worker does anything: all are stopped."""
    workers = service.worker_pids()
    assert len(workers) == service.slots
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    try:
        yield
    finally:
        for worker in workers:
            os.kill(worker, signal.SIGCONT)


@contextmanager
def running(folder: Path, **settings: Any) -> Iterator[Service]:
    """A service of one's own, to be hurt."""
    service = Service(folder, **settings)
    try:
        service.start_all()
        yield service
    finally:
        service.end_all()
