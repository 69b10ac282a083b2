"""CPython's own tests of threads, children and processes have the same results under the inner filter as without it.

But for three differences that are wanted, without which some of the tests of multiprocessing would wait for ever:
sockets other than unix ones (they try the loopback too; a cell has no network), SIGCHLD handlers, by which a fork
server learns that its processes have ended, and sendmsg, by which processes hand each other descriptors. Whole for
every Python that is installed here in `make proofs`, a selection with one in `make test`. What fails for other reasons
(a test that the machine does not suit) must fail with the filter too.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.pythons import interpreters

LIMIT_S = 900
ROUNDS = 3  # on a loaded machine a test that measures time fails now and then: only what differs each time does
MODULES = ("test_threading", "test_subprocess", "test_by_fork", "test_by_spawn", "test_by_forkserver")
# Not every installation has the modules that make CPython's tests of multiprocessing tests of one start method.
BY_METHOD = """
from test import _test_multiprocessing
_test_multiprocessing.install_tests_in_module_dict(globals(), {!r})
"""
WANTED = "socket rt_sigaction sendmsg"
# Patterns of regrtest's -m, and the least number of tests that they name.
QUICK = {
    "test_threading": (("LockTests", "ThreadJoinOnShutdown", "BarrierTests"), 25),
    "test_subprocess": (("POSIXProcessTestCase",), 60),
    "test_by_fork": (("WithProcessesTestQueue", "WithProcessesTestPicklingConnections"), 10),
}
RUN = """
import os, sys
from equijudge_sandbox import runner
if sys.argv[1] == "filtered":
    rules = runner.rules_by_argument() | dict.fromkeys(sys.argv[2].split(), runner.ALLOW)
    runner.rules_by_argument = lambda: rules
    runner.prctl(runner.PR_SET_NO_NEW_PRIVS, 1)
    runner.install_filter(runner.seccomp_filter(os.uname().machine, one_uid=False))
os.execv(sys.argv[3], sys.argv[3:])
"""


def results(python: str, filtered: bool, module: str, only: Sequence[str], place: Path) -> dict[str, str]:
    """Each test's result: ok, skipped, failure or error."""
    place.mkdir()
    report = place / "results.xml"
    words = ["--junit-xml", str(report), *(word for name in only for word in ("-m", name)), module]
    if module.startswith("test_by_"):
        (place / f"{module}.py").write_text(BY_METHOD.format(module.removeprefix("test_by_")))
        words = ["--testdir", str(place), *words]
    way = ["filtered" if filtered else "without", WANTED if module.startswith("test_by_") else ""]
    command = [sys.executable, "-c", RUN, *way, python, "-m", "test", *words]
    environment = {**os.environ, "TMPDIR": "/tmp"}  # pytest's is too long a path for a unix socket
    done = subprocess.run(
        command, cwd=place, env=environment, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )
    assert report.is_file(), done.stdout[-2000:] + done.stderr[-2000:]
    return {case.get("name", ""): result(case) for case in ElementTree.parse(report).iter("testcase")}


def result(case: ElementTree.Element) -> str:
    return next((part.tag for part in case if part.tag in ("skipped", "failure", "error")), "ok")


def compare(python: str, module: str, only: Sequence[str], folder: Path) -> int:
    """The number of tests, when all have the same result both ways; else fails with those that differ."""
    count, names = 0, only
    for attempt in range(ROUNDS):
        with ThreadPoolExecutor() as pool:
            ways = [
                pool.submit(results, python, filtered, module, names, folder / f"{attempt}-{filtered}")
                for filtered in (False, True)
            ]
        without, under = (way.result() for way in ways)
        count = count or len(without)
        differ = {name: (without.get(name), under.get(name)) for name in without.keys() | under.keys()}
        differ = {name: pair for name, pair in differ.items() if pair[0] != pair[1]}
        if not differ:
            return count
        names = list(differ)
    pytest.fail(f"without and under the filter: {differ}")


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("version", interpreters())
def test_every_test_has_the_same_result(version: str, module: str, tmp_path: Path) -> None:
    assert compare(interpreters()[version], module, (), tmp_path) > 100


@pytest.mark.parametrize("module", QUICK)
def test_a_selection_has_the_same_results(module: str, tmp_path: Path) -> None:
    only, least = QUICK[module]
    python = next(iter(interpreters().values()))
    assert compare(python, module, only, tmp_path) >= least
