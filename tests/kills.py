"""`equijudge build-sets` is killed at random moments, often with a part of the service; then what it has written is
compared with an undisturbed run, and the programs that were run are counted:
`python -m tests.kills SOURCE … [--driver docker|local] [--kills N] [--seed N]`. Exit status 1 unless all is the same
and no more was run twice than was running when something was killed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console

from tests.service import Service, running, wait_for
from tests.sets_support import build, build_command, client_environment, count_records, dataset, report

SEED, KILLS = 20261121, 10
TALKATIVE = {"EQUIJUDGE_LOG_LEVEL": "debug", "EQUIJUDGE_LOG_FORMAT": "json"}  # a line for every program that is run
# what a worker says when: see candidate_judge.py and verify.py
BEGUN, VERDICT = "begun", re.compile(r"[A-Z]+, \d+ tests|IE: ")
FEW = 4  # rows that may be finished before a kill comes
# The one place where times, peaks and dates stand in the page.
CHANGING = re.compile(r"· [0-9.]+ s · [0-9.]+ MiB|\d{4}-\d\d-\d\d \d\d:\d\d UTC")


def count_begun(service: Service) -> int:
    """Programs that a worker has started to judge."""
    return [line["message"] for line in read_log_lines(service)].count(BEGUN)


def count_unfinished(service: Service) -> int:
    """Of those, the ones that have no verdict: the worker was killed, or is at it."""
    verdicts = [line for line in read_log_lines(service) if VERDICT.match(str(line["message"]))]
    return count_begun(service) - len(verdicts)


def read_log_lines(service: Service) -> list[dict[str, Any]]:
    """What the workers say; a line that a kill has cut off is none."""
    lines = [line for line in service.log("verifier").splitlines() if line.startswith("{") and line.endswith("}")]
    return [json.loads(line) for line in lines]


def forget_verdicts(service: Service) -> None:
    """Empty the verdict cache."""
    with service.redis() as redis:
        for key in redis.scan_iter("ej:verdict:*"):
            redis.delete(key)


def read_page(out: Path) -> str:
    """report.html without times, peaks and dates."""
    return CHANGING.sub("", (out / "report.html").read_text("utf-8"))


def read_outputs(out: Path) -> dict[str, Any]:
    """Everything that is written but the journal, without times, peaks and dates."""
    return {
        "dataset": dataset(out),
        "report.json": report(out),
        "report.html": read_page(out),
        "README.md": (out / "README.md").read_text("utf-8"),
    }


@dataclass
class Killer:
    """Starts the command on a source of so many `rows`, which take `row_s` each, and kills it when `dice` say. `at`:
    rows that were finished at each kill."""

    service: Service
    source: Path
    out: Path
    rows: int
    dice: random.Random
    row_s: float
    done: Counter[str] = field(default_factory=Counter)
    at: list[int] = field(default_factory=list)

    def kill(self, times: int) -> None:
        """Kill the command so often, while it runs."""
        faults = [self.nothing_else, self.a_worker, self.nothing_else, self.the_verifier, self.redis, self.the_api]
        while (number := self.done.total()) < times:
            process = self._start_and_wait(times)
            if process.poll() is not None:
                continue
            process.send_signal(signal.SIGKILL)
            fault = faults[number % len(faults)]
            fault()
            process.wait()
            self.done[fault.__name__.replace("_", " ")] += 1
            self.at.append(self._count_finished_rows())

    def kill_while_it_writes(self) -> None:
        """Kill it when the last problem is done; whether the command is at its end by then makes no difference."""
        process = self._start()
        wait_for(
            lambda: self._count_finished_rows() >= self.rows or process.poll() is not None, 1200, "the last problem"
        )
        time.sleep(self.dice.uniform(0, 0.2))
        process.kill()
        process.wait()

    def nothing_else(self) -> None:
        """The service goes on, and the jobs that were begun with it."""

    def a_worker(self) -> None:
        """SIGKILL to one of them; its supervisor starts another."""
        os.kill(self.dice.choice(wait_for(self.service.worker_pids, 60, "a worker")), signal.SIGKILL)

    def the_verifier(self) -> None:
        """SIGKILL to the supervisor; the workers end."""
        self._restart("verifier")

    def redis(self) -> None:
        """SIGKILL to the database."""
        self._restart("redis")

    def the_api(self) -> None:
        """SIGKILL to what the command talks to."""
        self._restart("api")

    def _restart(self, name: str) -> None:
        self.service.end(name, signal.SIGKILL)
        self.service.start(name)

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            build_command(self.source, self.out, "--window", "2"),
            env=client_environment(self.service),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _start_and_wait(self, times: int) -> subprocess.Popen[bytes]:
        """Start it, and wait for a random moment of starting or of working, so that the kills are spread over all rows;
        with few rows left, of starting."""
        before = self._count_finished_rows()
        most = min(round(1.6 * self.rows / times), self.rows - before - FEW)
        more = self.dice.randint(0, max(0, most))
        pause_s = self.dice.uniform(0, 0.2 if most <= 0 else min(1.0, self.row_s) if more else 1.5)
        process = self._start()
        wait_for(lambda: self._count_finished_rows() >= before + more or process.poll() is not None, 1200, "progress")
        time.sleep(pause_s)
        return process

    def _count_finished_rows(self) -> int:
        return count_records(self.out)


@dataclass(frozen=True)
class Outcome:
    """`programs`: begun undisturbed; `killed`: begun with the kills; `lost`: those of them whose verdict was lost;
    `slots`: how many run at once."""

    programs: int
    killed: int
    lost: int
    slots: int
    different: list[str]
    kills: Counter[str]
    at: list[int]
    undisturbed_s: float
    killed_s: float

    @property
    def held(self) -> bool:
        """Whether nothing was changed, and nothing run twice but what was running at a kill."""
        again = self.killed - self.programs
        return not self.different and 0 <= again <= self.lost <= self.slots * self.kills.total()


def compare_runs(service: Service, source: Path, folder: Path, kills: int = KILLS, seed: int = SEED) -> Outcome:
    """Build undisturbed, then under kills with nothing in the verdict cache, and compare."""
    count = len(source.read_bytes().splitlines())
    started = time.monotonic()
    build(service, source, folder / "undisturbed", "--window", "2")
    between = time.monotonic()
    programs = count_begun(service)
    assert count_unfinished(service) == 0
    forget_verdicts(service)
    row_s = (between - started) / count
    killer = Killer(service, source, folder / "killed", count, random.Random(seed), row_s)
    killer.kill(kills)
    killer.kill_while_it_writes()
    build(service, source, folder / "killed", "--window", "2")
    ended = time.monotonic()
    before, after = read_outputs(folder / "undisturbed"), read_outputs(folder / "killed")
    return Outcome(
        programs=programs,
        killed=count_begun(service) - programs,
        lost=count_unfinished(service),
        slots=service.slots,
        different=[name for name in before if before[name] != after[name]],
        kills=killer.done,
        at=killer.at,
        undisturbed_s=between - started,
        killed_s=ended - between,
    )


def gather_rows(sources: Iterable[Path], into: Path) -> Path:
    """Write the rows of some files, .gz or not, into one."""
    with into.open("wb") as file:
        for source in sources:
            with (gzip.open if source.suffix == ".gz" else open)(source, "rb") as lines:
                file.writelines(lines)
    return into


def show(outcome: Outcome) -> None:
    """Print what came of it."""
    kills = ", ".join(f"{count} {name}" for name, count in outcome.kills.items())
    console = Console(width=110)
    console.print(f"killed the command {outcome.kills.total()} times, and with it: {kills}", highlight=False)
    console.print(f"problems finished at each kill: {', '.join(map(str, outcome.at))}", highlight=False)
    console.print(f"seconds undisturbed and killed: {outcome.undisturbed_s:.0f}, {outcome.killed_s:.0f}")
    console.print(f"programs begun undisturbed and killed: {outcome.programs}, {outcome.killed}")
    console.print(f"verdicts lost at the kills: {outcome.lost} (at most {outcome.slots} run at once)")
    console.print(f"outputs that differ: {', '.join(outcome.different) or 'none'}")


def main() -> int:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.kills")
    parser.add_argument("sources", nargs="+", type=Path)
    parser.add_argument("--driver", choices=("docker", "local"), default="docker")
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = gather_rows(options.sources, folder / "rows.jsonl")
        with running(folder, settings={"EQUIJUDGE_DRIVER": options.driver, **TALKATIVE}) as service:
            outcome = compare_runs(service, source, folder, options.kills, options.seed)
    show(outcome)
    return int(not outcome.held)


if __name__ == "__main__":
    sys.exit(main())
