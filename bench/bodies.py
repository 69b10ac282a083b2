"""How long others wait beside four posts of 60 MiB of JSON at once: `GET /healthz`, and the acceptance of a
small `POST /verify`, 99th percentiles, idle and beside, interleaved in one run; and whether the memory of Redis, the
API and the verifier grows meanwhile: the most in the last third of the attack against the most in the first.

EQUIJUDGE_BENCH_S is how long it goes on altogether: 40 s by default, 300 for five minutes.

The posts come from four keys (of one key's the bounds on bodies in flight would let in two) and from processes of
their own, one after another for as long as it is measured; at nice 19, since an attacker's own CPU is no part of ours.
Redis has a maxmemory that they reach in the first round: whether it then keeps still is what is asked. Each call goes
over a connection that is kept: a new httpx client takes some 20 ms by itself.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import psutil
from tests.service import KEY, RIGHT, Http, Service, body, running

from bench.beside import beside
from bench.figures import Figure

KEYS = [f"an-attackers-key-number-{number}" for number in range(4)]
BODY_BYTES, TESTS = 60 << 20, 2_000
ROUNDS = 5
ROUND_S = float(os.environ.get("EQUIJUDGE_BENCH_S", "40")) / ROUNDS
IDLE_S = min(ROUND_S, 8.0)
LOOK_S = 1.0
REDIS_BYTES = 1 << 30
KEY_BYTES = 128 << 20  # all keys together leave room for what is on its way, as docs/bounds.md asks
# posts the file again and again, each time as another problem
ATTACK = """
import sys, httpx
url, key, path = sys.argv[1:]
text, number = open(path, "rb").read(), 0
while True:
    number += 1
    data = text.replace(b"NAME", b"%s %d" % (key.encode(), number), 1)
    try:
        answer = httpx.post(url, content=data, timeout=120,
                            headers={"authorization": f"Bearer {key}", "content-type": "application/json"})
    except httpx.TransportError:
        print("lost", flush=True)
        continue
    print(answer.status_code, flush=True)
"""


def figures() -> list[Figure]:
    """Both calls."""
    settings = {"EQUIJUDGE_OUTCOME_ONLY_KEYS": ",".join(KEYS), "EQUIJUDGE_REQUESTS_PER_S": "0",
                "EQUIJUDGE_KEY_BYTES": str(KEY_BYTES)}  # fmt: skip
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), slots=1, settings=settings) as service,
        httpx.Client(base_url=service.http().base, headers={"Authorization": f"Bearer {KEY}"}, timeout=120) as kept,
    ):
        service.redis().config_set("maxmemory", str(REDIS_BYTES))
        attack = Path(folder) / "attack.json"
        attack.write_text(large_request())
        small = body([RIGHT], wait=0)
        calls: dict[str, Callable[[], httpx.Response]] = {
            "GET /healthz": lambda: kept.get("/healthz"),
            "small POST /verify": lambda: kept.post("/verify", json=small),
        }
        idle: dict[str, list[float]] = {name: [] for name in calls}
        beside: dict[str, list[float]] = {name: [] for name in calls}
        statuses: list[str] = []
        held: dict[str, list[float]] = {part: [] for part in service.processes}
        for _ in range(ROUNDS):
            measure(calls, idle, IDLE_S)
            with under_attack(service.http(), attack, statuses), watch_memory(service, held):
                measure(calls, beside, ROUND_S)
            settle(service, kept)
        setting = f"four posts of 60 MiB at once, answered {status_counts(statuses)}; other: idle"
        waits = [figure(name, beside[name], idle[name], setting) for name in calls]
        return [*waits, *(growth(part, sizes) for part, sizes in held.items())]


@contextmanager
def watch_memory(service: Service, held: dict[str, list[float]]) -> Iterator[None]:
    """Meanwhile note what each part holds, with its children, in MiB."""

    def look(over: threading.Event) -> None:
        while not over.wait(LOOK_S):
            for part, process in service.processes.items():
                held[part].append(resident_bytes(process.pid) / (1 << 20))

    with beside(look):
        yield


def resident_bytes(pid: int) -> int:
    """Bytes that a process and its children hold, what they share counted for each."""
    total = 0
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                total += each.memory_info().rss
    return total


def growth(part: str, sizes: Sequence[float]) -> Figure:
    """The most in the last third against the most in the first."""
    third = max(1, len(sizes) // 3)
    late, early = max(sizes[-third:]), max(sizes[:third])
    setting = f"{ROUNDS} attacks of {ROUND_S:.0f} s; other: in the first third of them"
    return Figure(f"memory of {part}, most in the last third", late, early, late / early, "MiB", setting, "<= 1.25")


def measure(calls: dict[str, Callable[[], httpx.Response]], into: dict[str, list[float]], seconds: float) -> None:
    """Ask for so long, by turns."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for name, call in calls.items():
            began = time.monotonic()
            answer = call()
            assert answer.status_code in (200, 202), (name, answer.status_code, answer.text)
            into[name].append(1000 * (time.monotonic() - began))


@contextmanager
def under_attack(http: Http, path: Path, statuses: list[str]) -> Iterator[None]:
    """Meanwhile."""
    command = ["nice", "-n", "19", sys.executable, "-c", ATTACK, f"{http.base}/verify"]
    attackers = [subprocess.Popen([*command, key, str(path)], stdout=subprocess.PIPE, text=True) for key in KEYS]
    try:
        time.sleep(1.0)
        yield
    finally:
        for attacker in attackers:
            attacker.kill()
            statuses += attacker.communicate()[0].split()


def settle(service: Service, kept: httpx.Client) -> None:
    """Cancel what is in the queue, so that a round does not measure the one before."""
    for key in service.redis().scan_iter("ej:job:*", count=1000):
        name = key.decode()
        if name.count(":") == 2:
            kept.delete(f"/jobs/{name.rpartition(':')[2]}")


def large_request() -> str:
    """A request of BODY_BYTES: one program, and inputs that compress to half."""
    each = BODY_BYTES // TESTS
    inputs = [os.urandom(each // 2).hex() for _ in range(TESTS)]
    tests = {"input": inputs, "output": ["1\n"] * TESTS}
    row = {"name": "NAME", "public_tests": tests}
    return json.dumps({"problems": [{"problem": row, "candidates": [{"source": "print(1)"}]}], "wait": 0})


def status_counts(statuses: Sequence[str]) -> str:
    """`202 × 12, 429 × 3`."""
    return ", ".join(f"{status} × {statuses.count(status)}" for status in sorted(set(statuses))) or "nothing"


def figure(name: str, beside: Sequence[float], idle: Sequence[float], setting: str) -> Figure:
    """The 99th percentiles."""
    ours, other = (statistics.quantiles(times, n=100)[98] for times in (beside, idle))
    return Figure(f"{name}, 99th percentile", ours, other, ours / other, "ms", setting, "<= 5")
