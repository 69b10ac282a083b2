"""Callers that are interrupted, and what is left of their work: the backlog, and programs that still run in cells."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import psutil

from equijudge import AsyncClient, Client, Retry
from equijudge_queue import schema
from tests.integration.embedded_support import command
from tests.service import KEY, SUM_ROW, Service, wait_for

# The promise is two seconds; a machine that is busy beside may take longer, and a sleeper would go on for a minute.
GONE_S = 10.0
LIMITS = {"time_limit_s": 20}  # of CPU: a sleeper is left alone for three times that
RETRY = Retry(total_s=60.0, longest_s=0.5)


def sleepers(count: int) -> list[str]:
    """Programs that no cache knows, and that sleep for longer than any test waits."""
    return [f"import time\ntime.sleep(50)\nprint(3)  # {uuid4()}" for _ in range(count)]


def url_of(service: Service) -> str:
    """Where its API is."""
    return f"http://127.0.0.1:{service.api_port}"


def client_of(service: Service) -> Client:
    """A client of it."""
    return Client(url_of(service), KEY, retry=RETRY)


def async_client_of(service: Service) -> AsyncClient:
    """The same for tasks."""
    return AsyncClient(url_of(service), KEY, retry=RETRY)


def backlog(service: Service) -> int:
    """Candidates that were accepted and are unanswered."""
    with service.redis() as redis:
        return int(redis.get(schema.BACKLOG) or 0)


def judged_now(service: Service) -> list[psutil.Process]:
    """Programs that run in cells: what a runner's zygote has forked."""
    below = (child for pid in service.worker_pids() for child in psutil.Process(pid).children(recursive=True))
    return [process for process in below if is_test(process)]


def is_test(process: psutil.Process) -> bool:
    """Whether runner and zygote are above it."""
    try:
        words = [[Path(word).name for word in each.cmdline()] for each in (process, *process.parents()[:2])]
        return all(each[0].startswith("python") and {"runner.py", "runner.pyc"} & set(each) for each in words)
    except (psutil.Error, IndexError):  # it has ended meanwhile
        return False


def wait_until_judging(service: Service, candidates: int) -> None:
    """Returns when all are accepted and one runs."""
    wait_for(lambda: backlog(service) == candidates and judged_now(service), 40, "a program that runs")


def assert_nothing_is_left(service: Service) -> None:
    """What was accepted is cancelled, and what ran has ended, soon."""
    wait_for(lambda: backlog(service) == 0, GONE_S, "an empty backlog")
    wait_for(lambda: not judged_now(service), GONE_S, "the end of what ran")


@dataclass
class Caller:
    """A process that waits for a job."""

    process: subprocess.Popen[bytes]

    def interrupt(self, number: int = signal.SIGINT) -> int:
        """Interrupt it, and wait for its end: its exit status."""
        self.process.send_signal(number)
        return self.process.wait(timeout=30)


@contextmanager
def calling(arguments: list[str]) -> Iterator[Caller]:
    """A process of these arguments; killed in the end if it lives."""
    process = subprocess.Popen(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    with process:
        try:
            yield Caller(process)
        finally:
            process.kill()


def library_call(service: Service, call: str, count: int) -> list[str]:
    """A Python process that calls the client; `call` sees `client`, `row` and `sources`."""
    given = f"row, sources, limits = {SUM_ROW!r}, {sleepers(count)!r}, {LIMITS!r}"
    client = f"client = equijudge.Client({url_of(service)!r}, {KEY!r})"
    return [sys.executable, "-c", f"import equijudge\n{given}\n{client}\n{call}"]


def cli_call(service: Service, folder: Path, name: str, count: int) -> list[str]:
    """The command `name` over so many sleepers, with its files in `folder`."""
    arguments = {"verify": cli_verify, "score": cli_score, "build-sets": cli_build_sets}[name](folder, count)
    return command(name, *arguments, "--time-limit", "20", "--url", url_of(service), "--key", KEY)


def cli_verify(folder: Path, count: int) -> list[str]:
    written(folder / "problem.jsonl", SUM_ROW)
    for number, source in enumerate(sleepers(count)):
        (folder / f"{number}.py").write_text(source)
    return [str(folder)]


def cli_score(folder: Path, count: int) -> list[str]:
    problems = written(folder / "problems.jsonl", SUM_ROW)
    generations = written(folder / "generations.jsonl", {"problem": "sum", "generations": sleepers(count)})
    return [str(generations), "--problems", str(problems)]


def cli_build_sets(folder: Path, count: int) -> list[str]:
    solutions = {"language": [3] * count, "solution": sleepers(count)}
    rows = written(folder / "rows.jsonl", {**SUM_ROW, "solutions": solutions})
    return [str(rows), "--out", str(folder / "sets"), "--min-solutions", "1"]


def written(path: Path, row: dict[str, Any]) -> Path:
    path.write_text(json.dumps(row) + "\n")
    return path
