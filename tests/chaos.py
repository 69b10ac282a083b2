"""Everything that can be killed is killed at random while a batch is judged; then every verdict is compared with
those of an undisturbed run: `python -m tests.chaos [--candidates N] [--seed N]`. Real docker cells on an engine of
its own, real Redis, API and workers. Exit status 1 when a verdict is lost, doubled or another one.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from rich.console import Console
from rich.table import Table

from equijudge import Candidate, Client
from equijudge.retry import Retry
from equijudge_core.contracts.verify import LimitOptions, ResultLine
from equijudge_queue import schema
from tests.engine import Engine
from tests.service import KEY, Service, wait_for

IMAGE = "equijudge-cell:latest"
SEED = 3
MIB = 1 << 20
LIMITS = LimitOptions(time_limit_s=0.5, wall_time_limit_s=1.5, memory_limit_bytes=64 * MIB, output_limit_bytes=MIB)
ROW: dict[str, Any] = {
    "name": "sum of many",
    "public_tests": {"input": ["2\n1 2\n"], "output": ["3\n"]},
    "private_tests": {
        "input": [f"{n}\n{' '.join(map(str, range(n)))}\n" for n in (5, 50, 500)],
        "output": [f"{n * (n - 1) // 2}\n" for n in (5, 50, 500)],
    },
}
SUM = "n = int(input())\nprint(sum(map(int, input().split())))\n"
# Programs, how often each is drawn, and what an undisturbed judge must say.
PROGRAMS: tuple[tuple[int, str, str], ...] = (
    (40, "AC", SUM),
    (30, "AC", "x = 0\nfor i in range(400000):\n    x += i & 3\n" + SUM),
    (12, "WA", "n = int(input())\nprint(sum(map(int, input().split())) + (n > 5))\n"),
    (5, "RE", SUM + "import os\nif n == 500:\n    os.abort()\n"),
    (4, "MLE", "for k in range(99):\n    open(f'/tmp/{k}', 'wb').write(bytes(4 << 20))\n"),
    (4, "CE", "print(sum(\n"),
    (2, "TLE", "while True:\n    pass\n"),
    (1, "TLE", "import time\ntime.sleep(60)\n"),
    (3, "MLE", "a = bytearray(200 << 20)\n" + SUM),
    (3, "OLE", "while True:\n    print('x' * 65536)\n"),
    (3, "AC", "import os\nif os.fork() == 0:\n    import time\n    time.sleep(60)\n" + SUM),
)


def draw_candidates(count: int, chance: random.Random, salt: str) -> tuple[list[Candidate], list[str]]:
    """Draw candidates that no cache knows, with their verdicts."""
    picked = chance.choices(PROGRAMS, [weight for weight, *_ in PROGRAMS], k=count)
    sources = [f"# {salt} {number}\n{source}" for number, (_, _, source) in enumerate(picked)]
    return [Candidate(source=source) for source in sources], [verdict for _, verdict, _ in picked]


@dataclass
class World:
    """What can be hurt. Faults are methods named after what is done; each leaves everything running."""

    service: Service
    engine: Engine
    chance: random.Random
    stop_s: float
    done: Counter[str] = field(default_factory=Counter)
    noticed_s: list[float] = field(default_factory=list)

    def faults(self) -> list[Callable[[], None]]:
        """All kinds, each as often as it is to be drawn."""
        often = [self.kill_a_worker, self.remove_a_cell, self.kill_a_runner, self.fill_a_cell]
        seldom = [
            self.stop_a_worker,
            self.drain_the_verifier,
            self.kill_the_verifier,
            self.kill_redis,
            self.restart_redis,
            self.kill_the_api,
            self.restart_the_engine,
            self.kill_the_engine,
        ]
        return 2 * often + seldom

    def hurt(self) -> None:
        """Do one fault, drawn by chance."""
        fault = self.chance.choice(self.faults())
        fault()
        self.done[fault.__name__.replace("_", " ")] += 1

    def kill_a_worker(self) -> None:
        """SIGKILL; noticed when its chunk is taken over."""
        pids = self.service.worker_pids()
        if not pids:
            return
        before = self.count_takeovers()
        os.kill(self.chance.choice(pids), signal.SIGKILL)
        killed = time.monotonic()
        while time.monotonic() < killed + 15 and self.count_open_chunks():
            if self.count_takeovers() > before:
                self.noticed_s.append(time.monotonic() - killed)
                return
            time.sleep(0.02)

    def stop_a_worker(self) -> None:
        """SIGSTOP, and SIGCONT long after its lease ran out."""
        pids = self.service.worker_pids()
        if pids:
            pid = self.chance.choice(pids)
            os.kill(pid, signal.SIGSTOP)
            time.sleep(self.stop_s)
            os.kill(pid, signal.SIGCONT)

    def drain_the_verifier(self) -> None:
        """SIGTERM: every worker ends in good order."""
        self.service.end("verifier")
        self.service.start("verifier")

    def kill_the_verifier(self) -> None:
        """SIGKILL to the supervisor; its workers end by themselves."""
        workers = [psutil.Process(pid) for pid in self.service.worker_pids()]
        self.service.end("verifier", signal.SIGKILL)
        self.service.start("verifier")
        psutil.wait_procs(workers, timeout=30)

    def kill_redis(self) -> None:
        """SIGKILL, and up again over its append-only file."""
        self.service.end("redis", signal.SIGKILL)
        time.sleep(self.chance.uniform(0, 2))
        self.service.start("redis")

    def restart_redis(self) -> None:
        """SIGTERM, and up again."""
        self.service.end("redis")
        self.service.start("redis")

    def kill_the_api(self) -> None:
        """SIGKILL while results are being streamed."""
        self.service.end("api", signal.SIGKILL)
        time.sleep(self.chance.uniform(0, 1))
        self.service.start("api")

    def restart_the_engine(self) -> None:
        """Orderly, with the end of every container."""
        self.engine.restart()

    def kill_the_engine(self) -> None:
        """SIGKILL to dockerd and containerd."""
        self.engine.kill()
        self.engine.start()

    def remove_a_cell(self) -> None:
        """As an operator would by hand."""
        self.run_on_a_cell("rm", "--force")

    def kill_a_runner(self) -> None:
        """SIGKILL to process 1 of a cell."""
        self.run_on_a_cell("kill", "--signal", "KILL")

    def fill_a_cell(self) -> None:
        """Its disk is full of something that no candidate's uid can remove."""
        fill = ["python3", "-c", "open('/tmp/full', 'wb').write(bytes(60 << 20))"]
        self.run_on_a_cell("exec", after=fill)

    def run_on_a_cell(self, *command: str, after: list[str] | None = None) -> None:
        """Run a docker command on one of the cells that run; it may have gone by then."""
        listed = subprocess.run(self.engine.docker("ps", "--quiet"), capture_output=True, text=True, check=False)
        if cells := listed.stdout.split():
            cell = self.chance.choice(cells)
            subprocess.run(self.engine.docker(*command, cell, *(after or [])), capture_output=True, check=False)

    def count_takeovers(self) -> int:
        """Chunks taken over so far."""
        return int(self.service.redis().get(schema.TAKEOVERS) or 0)

    def count_open_chunks(self) -> int:
        """Chunks that wait or run."""
        return int(self.service.redis().zcard(schema.OPEN))


@contextmanager
def start_world(folder: Path, chance: random.Random, stop_s: float) -> Iterator[World]:
    """Start a service with docker cells on an engine of its own."""
    with Engine() as engine:
        engine.load(IMAGE)
        service = Service(folder, {"EQUIJUDGE_DRIVER": "docker", "DOCKER_HOST": engine.url, "EQUIJUDGE_PROBE_S": "2"})
        try:
            service.start_all()
            yield World(service, engine, chance, stop_s)
        finally:
            service.end_all()


class ResultReader(threading.Thread):
    """Follows a job's results to the end, over whatever happens to the API."""

    def __init__(self, url: str, job_id: str) -> None:
        super().__init__(name="reader")
        self.job_id, self.lines = job_id, list[ResultLine]()
        self.failure: BaseException | None = None
        self._url = url

    def run(self) -> None:
        try:
            with make_client(self._url) as client:
                for line in client.results(self.job_id):
                    self.lines.append(line)
        except Exception as error:  # noqa: BLE001 - told by whoever waits for this thread
            self.failure = error

    def result(self) -> list[ResultLine]:
        """All lines in the order they came. Raises what went wrong."""
        self.join()
        if self.failure is not None:
            raise self.failure
        return self.lines


def make_client(url: str) -> Client:
    """A client that tries again for five minutes."""
    return Client(url, KEY, retry=Retry(total_s=300.0, longest_s=2.0))


def judge_batch(world: World, candidates: list[Candidate], hurt: Callable[[], None] | None = None) -> list[ResultLine]:
    """Judge one batch; all its results. `hurt` is called again and again while it is judged."""
    url = f"http://127.0.0.1:{world.service.api_port}"
    with make_client(url) as client:
        job = client.submit([(ROW, candidates)], limits=LIMITS)
    reader = ResultReader(url, job.job_id)
    reader.start()
    while hurt is not None and reader.is_alive():
        time.sleep(world.chance.uniform(0.2, 2.0))
        hurt()
    return reader.result()


def comparable_facts(line: ResultLine) -> tuple[Any, ...]:
    """What must be the same both times."""
    failed = line.first_failure
    return line.verdict.value, line.reason, line.tests_run, line.tests_total, failed.test if failed else ""


@dataclass
class Report:
    """What came of it."""

    candidates: int
    done: Counter[str]
    noticed_s: list[float]
    lost: int
    doubled: int
    different: list[str]
    wrong: list[str]
    undisturbed_s: float
    disturbed_s: float

    @property
    def held(self) -> bool:
        """Whether nothing was lost, doubled or changed."""
        return not (self.lost or self.doubled or self.different or self.wrong)


def run_chaos(folder: Path, count: int, seed: int, stop_s: float = 9.0) -> Report:
    """Judge a batch undisturbed, then another under faults, and compare."""
    chance = random.Random(seed)
    quiet, verdicts = draw_candidates(count, random.Random(seed), "quiet")
    noisy, _ = draw_candidates(count, random.Random(seed), "noisy")
    with start_world(folder, chance, stop_s) as at:
        started = time.monotonic()
        before = {line.index: comparable_facts(line) for line in judge_batch(at, quiet)}
        between = time.monotonic()
        lines = judge_batch(at, noisy, at.hurt)
        ended = time.monotonic()
        wait_for(lambda: not at.count_open_chunks(), 30, "the last chunk's end")
    after = {line.index: comparable_facts(line) for line in lines}
    return Report(
        count,
        at.done,
        at.noticed_s,
        lost=count - len(after),
        doubled=len(lines) - len(after),
        different=[
            f"{index}: {before.get(index)} {after[index]}" for index in after if before.get(index) != after[index]
        ],
        wrong=[
            f"{index}: {before[index]}, not {verdicts[index]}"
            for index in before
            if before[index][0] != verdicts[index]
        ],
        undisturbed_s=between - started,
        disturbed_s=ended - between,
    )


def show(report: Report) -> None:
    """Print the table."""
    table = Table(title=f"{report.candidates} candidates judged under faults, and again without")
    table.add_column("what")
    table.add_column("count", justify="right")
    for fault, times in sorted(report.done.items()):
        table.add_row(fault, str(times))
    table.add_section()
    table.add_row("seconds without and with faults", f"{report.undisturbed_s:.0f}, {report.disturbed_s:.0f}")
    if report.noticed_s:
        noticed = sorted(report.noticed_s)
        table.add_row(
            "a dead worker's chunk is taken over, s (median, most)",
            f"{noticed[len(noticed) // 2]:.1f}, {noticed[-1]:.1f}",
        )
    table.add_row("verdicts lost, doubled", f"{report.lost}, {report.doubled}")
    table.add_row("verdicts that differ", str(len(report.different)))
    table.add_row("verdicts of the undisturbed run that are wrong", str(len(report.wrong)))
    console = Console(width=110)
    console.print(table)
    for text in [*report.different, *report.wrong]:
        console.print(text, markup=False)


def main() -> int:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("--candidates", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--stop", type=float, default=60.0, help="seconds for which a worker is stopped")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = run_chaos(Path(folder), options.candidates, options.seed, options.stop)
    show(report)
    return int(not report.held)


if __name__ == "__main__":
    sys.exit(main())
