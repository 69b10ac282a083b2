"""Processes that make one task after the other, each task in a fork of its own: libraries are loaded once.

The process is told an order and a log on a line of its standard input, and says the fork's exit status on a line of its
standard output. It runs under the client's guard: nothing of it outlives whoever started it.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from equijudge.embedded import guard

GRACE_S = 10.0


class WorkerProcess:
    """One such process, seen from outside."""

    def __init__(self, command: Sequence[str], log: Path, judge: tuple[str, str | None] | None = None) -> None:
        """log: for what the process itself says. judge: its address and key, for tasks that ask it: they find them in
        their environment, as any client does."""
        url, key = judge or (None, None)
        given = {"EQUIJUDGE_URL": url, "EQUIJUDGE_API_KEY": key}
        guarded = [sys.executable, "-I", "-S", guard.__file__, str(os.getpid()), str(GRACE_S)]
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as file:
            self._process = subprocess.Popen(
                [*guarded, *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file,
                start_new_session=True,  # a terminal's Ctrl-C reaches only us
                env=os.environ | {name: value for name, value in given.items() if value is not None},
            )

    def start(self, order: Path, log: Path) -> None:
        """Begin a task; what it says goes to `log`. A process that is not there any more is found out by `poll`."""
        try:
            _pipe(self._process.stdin).write(f"{order.absolute()}\t{log.absolute()}\n".encode())
            _pipe(self._process.stdin).flush()
        except BrokenPipeError:
            return

    def poll(self) -> str | None:
        """Return None while the task is being made, an empty text once it is, else why it is not."""
        if not select.select([_pipe(self._process.stdout)], [], [], 0)[0]:
            return None
        line = _pipe(self._process.stdout).readline()
        if not line:
            return f"its process ended with status {self._process.wait()}"
        return "" if int(line) == 0 else f"it ended with status {int(line)}"

    @property
    def is_alive(self) -> bool:
        """Whether it can make another."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it, and what it is making."""
        self._process.terminate()
        self._process.wait()
        _pipe(self._process.stdin).close()
        _pipe(self._process.stdout).close()


def serve(make: Callable[[Path], None]) -> None:
    """Be the process itself: make orders until there are no more."""
    for line in sys.stdin:
        order, log = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            _run_in_fork(make, Path(order), Path(log))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _run_in_fork(make: Callable[[Path], None], order: Path, log: Path) -> None:
    """Make the task in the fork, which ends here."""
    status = 1
    try:
        with log.open("ab", buffering=0) as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        make(order)
        status = 0
    except SystemExit as error:
        print(error, file=sys.stderr)
    except BaseException:  # noqa: BLE001 - the log has it, and the status says that it failed
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _pipe(found: IO[bytes] | None) -> IO[bytes]:
    assert found is not None
    return found
