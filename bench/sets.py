"""`equijudge build-sets` over a made-up dataset of many small problems: does the client's memory stay flat, and what
does each stage do in a second. Every problem is another one: nothing comes out of the verdict cache."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psutil
from tests.service import Service, running
from tests.sets_support import ADDERS, adding, build_command, client_environment

from bench.figures import Figure
from equijudge.sets.build import JOURNAL, write
from equijudge.sets.journal import Journal
from equijudge.sets.records import Header
from equijudge.sets.sources import Source, source_of
from equijudge_analysis import Analyst
from equijudge_core.sets.contracts import SetOptions

SMALL, FULL = 1_000, 20_000  # problems
PROGRAMS = 3  # of a problem
EARLY = 0.1
OPTIONS = ("--min-solutions", "2", "--no-audit", "--window", "16")
CHOSEN = SetOptions(min_solutions=2, audit=False)


def figures(problems: int = SMALL) -> list[Figure]:
    """Memory after EARLY of the problems and after all, and problems a second by stage."""
    with tempfile.TemporaryDirectory() as name, running(Path(name), slots=2) as service:
        source, out = Path(name) / "rows.jsonl", Path(name) / "out"
        with source.open("w") as file:
            file.writelines(json.dumps(adding(number, ADDERS[:PROGRAMS])) + "\n" for number in range(problems))
        early, last, writing, took_s = run(service, source, out, problems)
        whole = problems / took_s
        setting = f"{problems} problems of {PROGRAMS} programs and 3 tests, 2 slots, local cells"
        stages = {
            "read": (lambda: read(source_of(str(source))), problems),
            "normalise and cluster": (lambda: analyse(min(problems, SMALL)), min(problems, SMALL)),
            "write": (lambda: rewrite(source, out), problems),
        }
        return [
            Figure(
                "memory of build-sets", last, early, last / early, "MiB", f"other: after a tenth; {setting}", "<= 1.1"
            ),
            Figure("… while it writes", writing, early, writing / early, "MiB", f"other: after a tenth; {setting}"),
            Figure("build-sets", whole, whole, 1.0, "problems/s", f"all stages; {setting}"),
            *(rate(f"build-sets: {stage}", count, whole, do) for stage, (do, count) in stages.items()),
        ]


def run(service: Service, source: Path, out: Path, problems: int) -> tuple[float, float, float, float]:
    """Resident MiB after a tenth, with the last problem, the most while writing; and seconds."""
    began = time.monotonic()
    command = build_command(source, out, *OPTIONS)
    with subprocess.Popen(command, env=client_environment(service), stdout=subprocess.DEVNULL) as process:
        watched, journal = psutil.Process(process.pid), Lines(out / JOURNAL)
        early = last = writing = 0.0
        while process.poll() is None:
            done = journal.count()
            size = watched.memory_info().rss / (1 << 20)
            if done < EARLY * problems:
                early = size
            elif done <= problems:
                last = size
            else:
                writing = max(writing, size)
            time.sleep(0.1)
        took_s = time.monotonic() - began
        assert process.wait() == 0
    return early, last, writing, took_s


class Lines:
    """Counts the lines of a file that grows, reading each byte once."""

    def __init__(self, path: Path) -> None:
        self._path, self._at, self._lines = path, 0, 0

    def count(self) -> int:
        if self._path.exists():
            with self._path.open("rb") as file:
                file.seek(self._at)
                new = file.read()
            self._at, self._lines = self._at + len(new), self._lines + new.count(b"\n")
        return self._lines


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
        for number in range(problems):
            for source in adding(number, ADDERS[:PROGRAMS])["solutions"]["solution"]:
                for level in ("alpha", "text", "ast", "alpha"):
                    analyst.ask({"do": "normalize", "code": source, "level": level})
                analyst.signature(source)


def rewrite(source: Path, out: Path) -> None:
    """Shards, card, report and page again."""
    header = Header(source=str(source), options=CHOSEN)
    with Journal(out / JOURNAL, header) as journal:
        write(journal, header, out)
