"""A judge of the selftest's own, in a directory that is removed, and the ways to hurt it.

Everything here is seen and done from the host: /proc shows the processes below this one, Redis is spoken to over
its socket as an attacker inside the network would.
"""

from __future__ import annotations

import os
import secrets
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx

from equijudge.embedded.datadir import DataDir, Instance
from equijudge.embedded.judge import EmbeddedJudge, StartOptions, start_judge

T = TypeVar("T")
OUTCOME_ONLY_KEY, OTHER_KEY = secrets.token_urlsafe(24), secrets.token_urlsafe(24)  # the other is a full key
KEY_BYTES = 24 << 20  # of one key in Redis
BACKLOG = 400  # candidates: a burst is to pass it
ROW: dict[str, Any] = {
    "name": "sum",
    "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
    "private_tests": {"input": ["20 22\n", "-5 5\n"], "output": ["42\n", "0\n"]},
}
RIGHT = "print(sum(map(int, input().split())))\n"
SLOW = "import time\nwhile time.process_time() < 0.08: pass\n" + RIGHT


class Broken(Exception):
    """What a scenario promises is not so; the text says what was seen."""


@dataclass(frozen=True)
class Service:
    """A running judge that may be hurt. `slots` programs run at once."""

    judge: EmbeddedJudge
    instance: Instance
    data: DataDir
    slots: int

    def call(self, method: str, path: str, **arguments: Any) -> httpx.Response:
        """Send one request on a connection of its own, not tried again."""
        headers = {"authorization": f"Bearer {self.instance.api_key}", **arguments.pop("headers", {})}
        url = self.instance.url + path
        return httpx.request(method, url, headers=headers, timeout=60.0, trust_env=False, **arguments)

    def submit(self, sources: list[str], **options: Any) -> str:
        """Submit these candidates; the job's id. Raises Broken when it is not accepted."""
        answer = self.call("POST", "/verify", json=body(sources, wait=0, **options))
        if answer.status_code != 202:
            raise Broken(f"a batch is answered {answer.status_code}: {answer.text[:200]}")
        return str(answer.json()["job_id"])

    def count_done(self, job: str) -> int:
        """How many candidates of a job are answered; 0 while the service cannot say."""
        try:
            answer = self.call("GET", f"/jobs/{job}")
        except httpx.TransportError:
            return 0
        return int(answer.json()["done"]) if answer.is_success else 0

    def collect_verdicts(self, job: str, size: int, timeout_s: float = 300.0) -> list[str]:
        """Wait for the verdicts of a job, in request order. Raises Broken when one is missing or there twice."""
        wait_for(lambda: self.count_done(job) == size, timeout_s, f"{size} verdicts")
        lines = [line for line in self.call("GET", f"/jobs/{job}/results").iter_lines() if line]
        found = [httpx.Response(200, text=line).json() for line in lines]
        if sorted(line["index"] for line in found) != list(range(size)):
            raise Broken(f"{len(found)} results of {size}, for candidates {[line['index'] for line in found]}")
        return [line["verdict"] for line in sorted(found, key=lambda line: line["index"])]

    def worker_pids(self) -> list[int]:
        """Pids of the worker processes."""
        return children(self.judge.process("verifier"))

    def crash(self, part: str) -> None:
        """SIGKILL a part and start it again."""
        self.judge.crash(part)

    def redis(self, *words: bytes) -> bytes:
        """Send one command straight to Redis; the answer as it came."""
        packed = [b"*%d\r\n" % len(words), *(b"$%d\r\n%s\r\n" % (len(word), word) for word in words)]
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(5.0)
            connection.connect(str(self.data.socket()))
            connection.sendall(b"".join(packed))
            return connection.recv(1 << 16)


@contextmanager
def start_own_service(driver: str, slots: int) -> Iterator[Service]:
    """Start a service for the block, in a directory that is gone afterwards. Raises EmbeddedError."""
    with tempfile.TemporaryDirectory(prefix="equijudge-selftest-") as folder:
        data = DataDir(Path(folder))
        others = data.path / "other-keys"
        others.write_text(OTHER_KEY + "\n")
        environment = {
            "EQUIJUDGE_MAX_BACKLOG": str(BACKLOG),
            "EQUIJUDGE_OUTCOME_ONLY_KEYS": OUTCOME_ONLY_KEY,
            "EQUIJUDGE_API_KEY_FILE": str(others),
            "EQUIJUDGE_KEY_BYTES": str(KEY_BYTES),
        }
        options = StartOptions(driver=driver, slots=slots, environment=environment)
        with start_judge(data, options) as (judge, instance):
            yield Service(judge, instance, data, slots)


def body(sources: list[str], row: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
    """The body of a request for one problem."""
    candidates = [{"source": source} for source in sources]
    return {"problems": [{"problem": row or ROW, "candidates": candidates}], **options}


def wait_for(look: Callable[[], T | None], timeout_s: float, what: str) -> T:
    """Look until there is a truthy answer, and return it. Raises Broken when there is none in time."""
    until = time.monotonic() + timeout_s
    while True:
        if answer := look():
            return answer
        if time.monotonic() > until:
            raise Broken(f"{what} did not come in {timeout_s:g} s")
        time.sleep(0.05)


def children(pid: int) -> list[int]:
    """Pids of a process' children; none when it has gone."""
    found: list[int] = []
    with suppress(FileNotFoundError, ProcessLookupError):
        for task in os.listdir(f"/proc/{pid}/task"):
            found += map(int, Path(f"/proc/{pid}/task/{task}/children").read_text().split())
    return found


def find_cell(name: str) -> int | None:
    """Find the first process of the cell in which a program has given itself this name; None: none is to be seen."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, StopIteration):
            if (folder / "comm").read_text().strip() == name:
                return find_first_of_namespace(int(folder.name))
    return None


def find_first_of_namespace(pid: int) -> int:
    """Go up the parents, as the host sees them, to process 1 of the pid namespace."""
    status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return pid if status["NSpid"].split()[-1] == "1" else find_first_of_namespace(int(status["PPid"]))
