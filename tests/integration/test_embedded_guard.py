"""The guard of a part: whichever way it ends, nothing of the part is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from equijudge.embedded import guard

# Forks twice into a session of its own, as daemons do, and writes down its pid.
DAEMON = """
import os, sys, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        open(sys.argv[1] + ".new", "w").write(str(os.getpid()))
        os.rename(sys.argv[1] + ".new", sys.argv[1])
        time.sleep(60)
    os._exit(0)
os.wait()
"""
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('set', flush=True); time.sleep(60)"
)


def guarded(code: str, *arguments: str, grace_s: float = 5.0, parent: int | None = None) -> list[str]:
    head = [sys.executable, "-I", "-S", guard.__file__, str(parent or os.getpid()), str(grace_s)]
    return [*head, sys.executable, "-c", code, *arguments]


def run(code: str, *arguments: str) -> int:
    return subprocess.run(guarded(code, *arguments), check=False, timeout=20).returncode


def eventually(condition: Callable[[], bool], timeout_s: float = 10.0) -> bool:
    deadline = time.monotonic() + timeout_s
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


def test_the_status_of_the_part_is_passed_on() -> None:
    assert run("raise SystemExit(7)") == 7


def test_a_signal_becomes_128_and_its_number() -> None:
    assert run("import os; os.kill(os.getpid(), 9)") == 137


def test_a_command_that_is_not_there_is_127() -> None:
    command = [*guarded("")[:-3], "/nowhere/at-all"]
    done = subprocess.run(command, check=False, timeout=20, capture_output=True)
    assert (done.returncode, b"cannot start /nowhere/at-all" in done.stderr) == (127, True)


def test_a_daemon_that_the_part_left_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    wait_for_daemon = f"{DAEMON}\nwhile not os.path.exists(sys.argv[1]): time.sleep(0.01)"
    assert run(wait_for_daemon, str(file)) == 0
    assert not psutil.pid_exists(int(file.read_text()))


def test_a_part_that_ignores_the_order_is_killed_after_the_grace() -> None:
    process = subprocess.Popen(guarded(STUBBORN, grace_s=0.3), stdout=subprocess.PIPE)
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        process.terminate()
        assert process.wait(timeout=10) == 137


def test_the_death_of_the_parent_ends_the_part(tmp_path: Path) -> None:
    pid_file = tmp_path / "pid"
    part = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(60)"
    starter = (
        "import os, subprocess, sys, time\n"
        "command = sys.argv[1:]\n"
        "command[4] = str(os.getpid())\n"
        "subprocess.Popen(command)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", starter, *guarded(part, str(pid_file))])
    with parent:
        assert eventually(lambda: pid_file.exists() and pid_file.read_text() != "")
        parent.kill()
    assert eventually(lambda: not psutil.pid_exists(int(pid_file.read_text())))


def test_a_parent_that_is_gone_already_starts_nothing(tmp_path: Path) -> None:
    file = tmp_path / "started"
    command = guarded("import sys; open(sys.argv[1], 'w')", str(file), parent=1)
    assert subprocess.run(command, check=False, timeout=20).returncode == 128 + signal.SIGTERM
    assert not file.exists()


def test_descriptors_stay_with_the_guard(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w") as lock:
        code = f"import os; os.fstat({lock.fileno()})"
        done = subprocess.run(
            guarded(code), check=False, timeout=20, pass_fds=(lock.fileno(),), stderr=subprocess.DEVNULL
        )
    assert done.returncode == 1
