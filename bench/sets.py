"""`equijudge build-sets` over a made-up dataset of many small problems: does memory stay flat, and what does each stage
do in a second. Every problem is another one: nothing comes out of the verdict cache."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import psutil
from rich.console import Console
from rich.table import Table
from tests.service import KEY, Service, running
from tests.sets_support import ADDERS, adding, build_command, client_environment, count_records, report

from bench.figures import Figure
from equijudge import Client
from equijudge.sets.build import JOURNAL, write_outputs
from equijudge.sets.journal import Journal
from equijudge.sets.records import Header
from equijudge.sets.sources import Source, open_source
from equijudge_analysis import Analyst
from equijudge_core.contracts.sets import SetOptions
from equijudge_core.contracts.verdict import Verdict

SMALL, FULL = 1_000, 20_000  # problems
ALONE = 1_000  # problems for a stage alone, at most
# What a problem has, in turn: two algorithms, of which a set is made; the same program twice; too few programs.
MIXED = (ADDERS[:2], (ADDERS[1], ADDERS[1].replace("b", "other")), ADDERS[:1])
QUARTERS = ("25 %", "50 %", "75 %", "100 %")
WRITING = "writing"
OPTIONS = ("--min-solutions", "2", "--no-audit", "--window", "16")
CHOSEN = SetOptions(min_solutions=2, audit=False)
Peaks = Mapping[str, Mapping[str, float]]  # MiB, by part and by quarter


def figures(problems: int = SMALL) -> list[Figure]:
    """Peak memory by quarter of the run, and problems a second by stage."""
    with tempfile.TemporaryDirectory() as name, running(Path(name), slots=2) as service:
        source, out = Path(name) / "rows.jsonl", Path(name) / "out"
        with source.open("w") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows(0, problems))
        peaks, took_s = run(service, source, out, problems)
        show_peaks(peaks, problems)
        whole = problems / took_s
        assert report(out)["kept"] == sets_among(problems)
        setting = f"{problems} problems, {sets_among(problems)} of them kept; 2 slots, local cells"
        some = min(problems, ALONE)
        stages: dict[str, tuple[Callable[[], object], int]] = {
            "read": (lambda: read(open_source(str(source))), problems),
            "normalise and cluster": (lambda: analyse(some), some),
            "verify": (lambda: verify(service, problems, some), some),
            "write": (lambda: rewrite(source, out), problems),
        }
        return [
            flat("memory of build-sets", peaks["build-sets"], setting),
            flat("memory of the workers", peaks["workers"], setting),
            Figure("build-sets", whole, whole, 1.0, "problems/s", f"all stages; {setting}"),
            *(rate(f"build-sets: {stage}", count, whole, do) for stage, (do, count) in stages.items()),
        ]


def rows(first: int, count: int) -> Iterator[dict[str, Any]]:
    """Problems that no other call has."""
    return (adding(number, MIXED[number % len(MIXED)]) for number in range(first, first + count))


def sets_among(problems: int) -> int:
    """How many of the first so many have a set."""
    return len(range(0, problems, len(MIXED)))


def run(service: Service, source: Path, out: Path, problems: int) -> tuple[Peaks, float]:
    """The largest resident size of each part in each quarter of the problems and while writing; and seconds."""
    began = time.monotonic()
    command = build_command(source, out, *OPTIONS)
    peaks: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    done = 0
    with subprocess.Popen(command, env=client_environment(service), stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            done = max(done, count_records(out))
            quarter = WRITING if done >= problems else QUARTERS[4 * done // problems]
            for part, processes in parts(service, process.pid).items():
                peaks[part][quarter] = max(peaks[part][quarter], resident_mib(processes))
            time.sleep(0.2)
        took_s = time.monotonic() - began
        assert process.wait() == 0
    return peaks, took_s


def parts(service: Service, command: int) -> dict[str, list[int]]:
    """Process ids. The workers are the verifier's, without what they start: cells, and the child for analysis."""
    single = {name: [service.processes[name].pid] for name in ("api", "redis")}
    return {"build-sets": [command], "workers": service.worker_pids(), **single}


def resident_mib(processes: Iterable[int]) -> float:
    """Together; 0 for what has ended."""
    found = 0
    for pid in processes:
        try:
            found += psutil.Process(pid).memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return found / (1 << 20)


def show_peaks(peaks: Peaks, problems: int) -> None:
    """The table of all parts: Redis holds every verdict and an hour's results, so that it grows with what is done."""
    table = Table(title=f"peak resident MiB while so much of {problems:,} problems is done")
    for column in ("part", *QUARTERS, WRITING):
        table.add_column(column, justify="left" if column == "part" else "right")
    for part, sizes in peaks.items():
        table.add_row(part, *(f"{sizes.get(quarter, 0):.0f}" for quarter in (*QUARTERS, WRITING)))
    Console(width=100).print(table)


def flat(name: str, sizes: Mapping[str, float], setting: str) -> Figure:
    """The last quarter beside the first."""
    first, last = sizes[QUARTERS[0]], sizes[QUARTERS[-1]]
    return Figure(
        name, last, first, last / first, "MiB", f"peak of the last quarter; other: of the first; {setting}", "<= 1.1"
    )


def rate(name: str, count: int, whole: float, do: Callable[[], object]) -> Figure:
    """How many a second one stage would do alone."""
    began = time.monotonic()
    do()
    alone = count / (time.monotonic() - began)
    return Figure(name, alone, whole, alone / whole, "problems/s", "alone, one process; other: all stages")


def read(source: Source) -> int:
    """Every row."""
    return sum(1 for _ in source.rows())


def analyse(problems: int) -> None:
    """Every program as a worker does it, in the child."""
    with Analyst() as analyst:
        for row in rows(0, problems):
            for source in row["solutions"]["solution"]:
                for level in ("alpha", "text", "ast", "alpha"):
                    analyst.ask({"do": "normalize", "code": source, "level": level})
                analyst.signature(source)


def verify(service: Service, first: int, problems: int) -> None:
    """The programs of those problems that have a set, in requests of 100 problems."""
    numbers = (number for number in range(first, first + problems) if not number % len(MIXED))
    with Client(service.http().base, KEY) as client:
        while some := list(islice(numbers, 100)):
            batch = [(row, row["solutions"]["solution"]) for row in (adding(number, MIXED[0]) for number in some)]
            assert all(result.verdict == Verdict.AC for result in client.verify_batch(batch))


def rewrite(source: Path, out: Path) -> None:
    """Shards, card, report and page again."""
    header = Header(source=str(source), options=CHOSEN)
    with Journal(out / JOURNAL, header) as journal:
        write_outputs(journal, header, out)
