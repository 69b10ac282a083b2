"""Runs the `equijudge` command as a user would, and finds every process of its tree."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from equijudge import Client

RIGHT = "a, b = map(int, input().split())\nprint(a + b)\n"
WRONG = "a, b = map(int, input().split())\nprint(a - b)\n"
ROW = {
    "name": "sum",
    "description": "Add two numbers.",
    "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
    "private_tests": {"input": ["0 0\n", "5 -5\n"], "output": ["0\n", "0\n"]},
    "generated_tests": {"input": [], "output": []},
    "time_limit": {"seconds": 2, "nanos": 0},
    "memory_limit_bytes": 256 << 20,
}


def environment(data: Path, **settings: str) -> dict[str, str]:
    """This process's, with the data directory and no other setting of ours."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("EQUIJUDGE_")}
    return inherited | {"EQUIJUDGE_DATA_DIR": str(data), "EQUIJUDGE_SLOTS": "1"} | settings


def command(*arguments: str) -> list[str]:
    """The command line with these arguments."""
    return [sys.executable, "-c", "from equijudge.cli.main import main; main()", *arguments]


def run(data: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The command, run to its end."""
    return subprocess.run(
        command(*arguments),
        env=environment(data, **settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@dataclass(frozen=True)
class Up:
    """A running `equijudge up`."""

    process: subprocess.Popen[str]
    url: str
    api_key: str

    def client(self) -> Client:
        """A client of it."""
        return Client(self.url, self.api_key)

    def tree(self) -> list[psutil.Process]:
        """The command and everything below it."""
        top = psutil.Process(self.process.pid)
        return [top, *top.children(recursive=True)]


@contextmanager
def up(data: Path) -> Iterator[Up]:
    """`equijudge up` on a free port, ready; what is left of it afterwards is killed."""
    process = subprocess.Popen(
        command("up", "--port", "0", "--json"), env=environment(data), stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout is not None
        ready = process.stdout.readline()
        assert ready, "equijudge up has ended; its stderr says why"
        said = json.loads(ready)
        try:
            yield Up(process, said["url"], said["api_key"])
        finally:
            process.terminate()


def left_of(tree: list[psutil.Process], timeout_s: float = 15.0) -> list[psutil.Process]:
    """What still lives of a tree after some seconds. A zombie that nobody reaps counts as dead."""
    _, alive = psutil.wait_procs(tree, timeout=timeout_s)
    return [process for process in alive if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]


def using(data: Path) -> list[int]:
    """Processes whose environment or command line names the data directory, but for this one."""
    return [process.pid for process in psutil.process_iter() if process.pid != os.getpid() and _names(process, data)]


def _names(process: psutil.Process, data: Path) -> bool:
    try:
        texts = [*process.environ().values(), *process.cmdline()]
    except psutil.Error:
        return False
    return any(str(data) in text for text in texts)
