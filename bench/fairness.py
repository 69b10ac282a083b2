"""How long an innocent waits beside an attacker with an outcome-only key, against beside an honest key that keeps as
many slots busy.

`python -m bench fairness`; EQUIJUDGE_BENCH_S is how long each attacker is borne, two minutes by default. The innocent
sends one candidate at a time that nobody has judged, and waits for its verdict; the attacker keeps a backlog of
ATTACKS, the honest key one of HONEST_WORK, programs that hold a slot for a short while each.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

from tests.service import KEY, OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service, body, running

from bench.beside import beside
from bench.figures import Figure

FOR_S = float(os.environ.get("EQUIJUDGE_BENCH_S", "120"))
SLOTS = 2
PAUSE_S = 0.2  # between two requests of the innocent
BACKLOG = 64  # candidates of each of the attacker's jobs, of which two are kept
LIMIT_S = 1.0
HONEST = "OTHER-KEY-of-somebody-honest"
SPIN = "import time\nuntil = time.process_time() + {seconds}\nwhile time.process_time() < until: pass\n"

Source = Callable[[], str]


def fresh(source: str) -> str:
    """The same program, and no cache knows it."""
    return f"{source}\n# {uuid4()}"


ATTACKS: dict[str, tuple[Sequence[str], dict[str, Any]]] = {
    "near misses": ([SPIN.format(seconds=1.1 * LIMIT_S)], {"limits": {"time_limit_s": LIMIT_S}}),
    "sleepers": (["import time\ntime.sleep(600)"], {"limits": {"time_limit_s": LIMIT_S}}),
    "sleepers, long limits": (["import time\ntime.sleep(600)"], {"limits": {"time_limit_s": 10}}),
    "many slow tests": ([SPIN.format(seconds=5) + RIGHT], {"limits": {"time_limit_s": 10}}),
}
HONEST_WORK = ([SPIN.format(seconds=0.3) + RIGHT], {"limits": {"time_limit_s": 10}})


def figures() -> list[Figure]:
    """A figure for each attack, and what a batch that is cached takes behind a long build-sets."""
    settings = {"EQUIJUDGE_API_KEYS": f"{KEY},{HONEST}"}
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), slots=SLOTS, settings=settings) as service,
    ):
        honest = measure_waits(service, HONEST, *HONEST_WORK)
        found = [figure(name, measure_waits(service, OUTCOME_KEY, *attack), honest) for name, attack in ATTACKS.items()]
        return [*found, *behind_sets(service, honest)]


def figure(name: str, waited: Sequence[float], honest: Sequence[float], wanted: str = "<= 2") -> Figure:
    """The 95th percentiles."""
    ours, other = p95(waited), p95(honest)
    setting = (
        f"other: beside an honest key; {len(waited)} and {len(honest)} requests, {SLOTS} slots, {FOR_S:.0f} s each"
    )
    return Figure(f"{name}: an innocent's p95", ours, other, ours / other, "s", setting, wanted)


def p95(seconds: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]


def measure_waits(service: Service, key: str, sources: Sequence[str], options: dict[str, Any]) -> list[float]:
    """What the innocent waits for each of its verdicts beside a key that keeps a backlog of these."""
    with keep_backlog(Http(service.http().base, key), sources, options):
        time.sleep(3)
        return measure_innocent(service.http(), lambda: fresh(RIGHT))


def measure_innocent(http: Http, source: Source) -> list[float]:
    """Seconds from each request to its verdict."""
    until, found = time.monotonic() + FOR_S, []
    while time.monotonic() < until:
        began = time.monotonic()
        request = body([source()], wait=60)
        answer = http.post("/verify", json=request).json()
        while answer["state"] == "running":
            time.sleep(0.05)
            answer = http.get(f"/jobs/{answer['job_id']}").json()
        assert answer["verdicts"] == {"AC": 1}, answer
        found.append(time.monotonic() - began)
        time.sleep(PAUSE_S)
    return found


@contextmanager
def keep_backlog(http: Http, sources: Sequence[str], options: dict[str, Any]) -> Iterator[None]:
    """Two jobs of this key are never done; both are cancelled in the end."""

    def keep(over: threading.Event) -> None:
        jobs: list[str] = []
        while not over.is_set():
            jobs = [job for job in jobs if http.get(f"/jobs/{job}").json()["state"] == "running"]
            while len(jobs) < 2:
                candidates = [fresh(source) for source in sources for _ in range(BACKLOG)]
                jobs.append(http.post("/verify", json=body(candidates, **options, wait=0)).json()["job_id"])
            over.wait(0.5)
        for job in jobs:
            http.delete(f"/jobs/{job}")

    with beside(keep):
        yield


def behind_sets(service: Service, honest: Sequence[float]) -> list[Figure]:
    """Behind a build-sets of thousands, something new, and something cached."""
    http = service.http()
    cached = fresh(RIGHT)
    http.post("/verify", json=body([cached], wait=60)).raise_for_status()
    solutions = [fresh(SPIN.format(seconds=0.05) + RIGHT) for _ in range(20)]
    rows = [{**SUM_ROW, "name": str(n), "solutions": {"language": [3] * 20, "solution": solutions}} for n in range(200)]
    job = Http(http.base, HONEST).post(
        "/equivalence-sets", json={"problems": [{"problem": row} for row in rows], "wait": 0}
    )
    job.raise_for_status()
    try:
        time.sleep(3)
        new, old = measure_innocent(http, lambda: fresh(RIGHT)), measure_innocent(http, lambda: cached)
    finally:
        Http(http.base, HONEST).delete(f"/jobs/{job.json()['job_id']}")
    return [figure("behind build-sets", new, honest), figure("behind build-sets, cached", old, honest, "<= 0.5")]
