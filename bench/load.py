"""Verdicts do not depend on load: programs that do a fixed amount of work, judged on an idle machine and beside a
hog on every core.

Each program is calibrated: the minimum of ten idle runs is its time. 150 get a limit that they need 0.5 to 0.75
of, 150 one that they need 1.5 to 2 times; all must be judged so, both times. In between nobody knows what is right:
there the verdicts that differ between the two are printed.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table
from tests.service import Service, body, running

from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.outcome import Limits, Outcome, Program

Result = dict[str, Any]
SEED = 20_261_121
RUNS = 10
A_BAND = 150
SHORTEST_S, LONGEST_S = 0.08, 0.2  # of the programs
FIRST_SIZE = 20_000
ROOMY = Limits(cpu_time_s=30.0, wall_time_s=120.0, memory_bytes=512 << 20)
BANDS = {"in time": (0.5, 0.75), "too slow": (1.5, 2.0), "in between": (0.75, 1.5)}
RIGHT = {"in time": "AC", "too slow": "TLE"}
# Work that grows with n, and no look at a clock.
KINDS = {
    "integers": "x = 1\nfor i in range(n):\n    x = (x * 1103515245 + 12345) % 2147483648\nprint(x)",
    "floats": "x = 0.5\nfor i in range(n):\n    x = 3.7 * x * (1 - x)\nprint(x > 0)",
    "sorting": "x, a = 1, []\nfor i in range(n):\n    x = x * 69069 % 4294967291\n    a.append(x)\n"
    "a.sort()\nprint(a[n // 2])",
    "counting": "c = {}\nfor i in range(n):\n    k = i * i % 1009\n    c[k] = c.get(k, 0) + 1\nprint(max(c.values()))",
    "strings": "p = []\nfor i in range(n):\n    p.append(str(i)[::-1])\nprint(len(' '.join(p)))",
    "sieve": "s = bytearray([1]) * (40 * n)\nfor i in range(2, int(len(s) ** 0.5)):\n    if s[i]:\n"
    "        s[i * i :: i] = bytes(len(range(i * i, len(s), i)))\nprint(sum(s))",
    "calls": "def f(a, b):\n    return a + b if a < 5 else f(a - 3, b + 1)\n"
    "print(sum(f(i % 60, 1) for i in range(n // 5)))",
    "big integers": "x = 3\nfor i in range(n // 20):\n    x = x * x % (2 ** 521 - 1)\nprint(x)",
    "table": "w = 100\nd = [0] * (w + 1)\nfor i in range(n // 50):\n    for j in range(1, w + 1):\n"
    "        d[j] = max(d[j], d[j - 1]) + (i ^ j) % 3\nprint(d[w])",
}


@dataclass(frozen=True)
class Work:
    """A program, its input and output, and its time: the minimum of RUNS idle runs, seconds of CPU."""

    kind: str
    size: int
    output: str
    time_s: float

    @property
    def source(self) -> str:
        """The program."""
        return "n = int(input())\n" + KINDS[self.kind]

    def row(self, share: float) -> dict[str, Any]:
        """A problem of which the program needs this share of the time limit."""
        limit_s = self.time_s / share
        return {
            "name": f"{self.kind} {self.size} {share:.4f}",
            "time_limit": {"seconds": int(limit_s), "nanos": round(limit_s % 1 * 1e9)},
            "memory_limit_bytes": ROOMY.memory_bytes,
            "public_tests": {"input": [f"{self.size}\n"], "output": [self.output]},
        }


def main() -> int:
    """1 when a verdict outside the middle band is wrong, or not the same twice."""
    chance = random.Random(SEED)
    works = calibrate(chance)
    shares = {band: [chance.uniform(*bounds) for _ in works] for band, bounds in BANDS.items()}
    settings = {
        "EQUIJUDGE_DRIVER": "docker",
        "EQUIJUDGE_TIME_FACTORS": '{"python3": 1}',
        "EQUIJUDGE_TIME_FLOOR_S": "0.001",
        "EQUIJUDGE_CACHE_TTL_S": "0",
    }
    cores = len(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), slots=cores, settings=settings) as service:
        idle = {band: judge_all(service, works, shares[band]) for band in BANDS}
        with hogs(cores):
            loaded = {band: judge_all(service, works, shares[band]) for band in BANDS}
    return show(works, shares, idle, loaded)


def calibrate(chance: random.Random) -> list[Work]:
    """The programs with their times. The runs of one lie far apart, so that not all fall into one slow moment."""
    sandbox = DockerSandbox(DockerSettings(cpuset=str(max(os.sched_getaffinity(0)))))
    console = Console(stderr=True)
    try:
        first = [(kind, FIRST_SIZE) for kind in KINDS]
        speeds = {
            kind: FIRST_SIZE / time_s
            for kind, (_, time_s) in zip(KINDS, measure_best(sandbox, first, console), strict=True)
        }
        kinds = [list(KINDS)[number % len(KINDS)] for number in range(A_BAND)]
        sizes = [(kind, round(chance.uniform(SHORTEST_S, LONGEST_S) * speeds[kind])) for kind in kinds]
        return [Work(*size, *found) for size, found in zip(sizes, measure_best(sandbox, sizes, console), strict=True)]
    finally:
        sandbox.close()


def measure_best(sandbox: DockerSandbox, works: Sequence[tuple[str, int]], console: Console) -> list[tuple[str, float]]:
    """The output of each, and the least CPU time of RUNS runs: RUNS rounds over all."""
    rounds = [
        [run_once(sandbox, kind, size) for kind, size in works]
        for _ in track(range(RUNS), "calibrating", console=console)
    ]
    return [(runs[0][0], min(time_s for _, time_s in runs)) for runs in zip(*rounds, strict=True)]


def run_once(sandbox: DockerSandbox, kind: str, size: int) -> tuple[str, float]:
    """The output and the CPU time of one run."""
    program = Program(("n = int(input())\n" + KINDS[kind]).encode())
    with sandbox.run(program, ROOMY) as run:
        outcome: Outcome = next(iter(run.outcomes([b"%d\n" % size])))
    assert outcome.exit_code == 0, outcome.stderr
    return (outcome.output or b"").decode(), outcome.cpu_time_s


def judge_all(service: Service, works: Sequence[Work], shares: Sequence[float]) -> list[Result]:
    """The results, in the order of the works: one request, a problem for each."""
    groups = [body([work.source], work.row(share))["problems"][0] for work, share in zip(works, shares, strict=True)]
    answer = service.http().post("/verify", json={"problems": groups, "wait": 0})
    answer.raise_for_status()
    lines = service.http().get(f"/jobs/{answer.json()['job_id']}/results").text.split("\n")
    return sorted(map(json.loads, filter(str.strip, lines)), key=lambda line: int(line["index"]))


@contextmanager
def hogs(count: int) -> Iterator[None]:
    """So many processes that want a core each."""
    made = [
        subprocess.Popen([sys.executable, "-S", "-c", "while True: pass"], start_new_session=True) for _ in range(count)
    ]
    try:
        yield
    finally:
        for hog in made:
            hog.kill()
            hog.wait()


def show(
    works: Sequence[Work],
    shares: Mapping[str, Sequence[float]],
    idle: Mapping[str, Sequence[Result]],
    loaded: Mapping[str, Sequence[Result]],
) -> int:
    """The table and the flips, on stdout; 1 when something is wrong."""
    console = Console(width=120)
    table = Table(title=f"{len(works)} programs, calibrated: least of {RUNS} idle runs; a hog on every core")
    for column in ("band", "share of the limit", "right, idle", "right, loaded", "the same", "runs in doubt"):
        table.add_column(column, justify="left" if column == "band" else "right")
    failures = 0
    for band, (least, most) in BANDS.items():
        pairs = list(zip(idle[band], loaded[band], strict=True))
        same = sum(quiet["verdict"] == busy["verdict"] for quiet, busy in pairs)
        right = [sum(result["verdict"] == RIGHT.get(band) for result in side) for side in zip(*pairs, strict=True)]
        again = [sum(result["attempts"] - 1 for result in side) for side in zip(*pairs, strict=True)]
        asked = band in RIGHT
        failures += (3 * len(works) - same - sum(right)) if asked else 0
        cells = [f"{count} of {len(works)}" if asked else "" for count in right]
        table.add_row(band, f"{least} to {most}", *cells, f"{same} of {len(works)}", f"{again[0]}, {again[1]}")
    console.print(table)
    for band in BANDS:
        for number, (quiet, busy) in enumerate(zip(idle[band], loaded[band], strict=True)):
            if quiet["verdict"] != busy["verdict"] or quiet["verdict"] != RIGHT.get(band, quiet["verdict"]):
                work, share = works[number], shares[band][number]
                console.print(
                    f"{band}: {work.kind}, {work.time_s:.3f} s, {share:.3f} of the limit: idle {describe(quiet)}, "
                    f"loaded {describe(busy)}",
                    highlight=False,
                )
    return int(failures > 0)


def describe(result: Result) -> str:
    """The verdict and what it rests on."""
    return f"{result['verdict']} ({result['cpu_time_s']:.3f} s, {result['attempts']} runs)"


if __name__ == "__main__":
    sys.exit(main())
