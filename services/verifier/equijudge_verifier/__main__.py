"""`python -m equijudge_verifier`: as many worker processes as there are slots, kept alive.

SIGTERM and SIGINT drain: every worker finishes its chunk, or gives back what it cannot finish in drain_s, and
ends. A second signal ends them at once. Exit status: 0 drained, 2 wrong settings, 3 the driver refuses.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from types import FrameType

from pydantic import ValidationError

from equijudge_verifier import bootstrap, worker_process
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.settings import Settings

log = logging.getLogger("equijudge_verifier")
RESTART_S = 2.0  # a worker that died sooner is started again only then, so that a broken set-up spins slowly
GRACE_S = 3.0  # beyond drain_s, for a worker that waits for something that does not answer


class Supervisor:
    """Starts workers as processes of their own: nothing of one slot, not even a fork, is another's."""

    def __init__(self, settings: Settings, command: Sequence[str]) -> None:
        self._workers: dict[int, subprocess.Popen[bytes]] = {}
        self._started: dict[int, float] = {}
        self._settings, self._command = settings, command
        self._shared = tempfile.TemporaryFile()  # noqa: SIM115 - the slots' common file, see slot_lock.py
        self._signals = self._status = 0
        self._kill_at = float("inf")

    def run(self) -> int:
        """Keep the workers alive until a signal; the exit status when all have drained."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        for slot in range(self._settings.slots):
            self._start(slot)
        while self._workers:
            time.sleep(0.1)
            self._check_workers()
        return self._status

    def _start(self, slot: int) -> None:
        shared = self._shared.fileno()
        command = [*self._command, "--slot", str(slot), "--parent", str(os.getpid()), "--shared", str(shared)]
        self._workers[slot] = subprocess.Popen(command, start_new_session=True, pass_fds=(shared,))
        self._started[slot] = time.monotonic()

    def _check_workers(self) -> None:
        for slot, worker in list(self._workers.items()):
            status = worker.poll()
            if status is None:
                continue
            if status == worker_process.REFUSED and not self._signals:
                self._status = worker_process.REFUSED
                self._stop()
            if self._signals:
                del self._workers[slot]
            elif time.monotonic() > self._started[slot] + RESTART_S:
                log.error("worker %d ended with %s and is started again", slot, status)
                self._start(slot)
        if time.monotonic() > self._kill_at:
            self._stop()

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._stop()

    def _stop(self) -> None:
        """Once: drain. Again: kill."""
        self._signals += 1
        if self._signals == 1:
            self._kill_at = time.monotonic() + self._settings.drain_s + GRACE_S
        for worker in self._workers.values():
            if self._signals == 1:
                worker.terminate()
            else:
                worker.kill()


def main(
    command: Sequence[str] = (sys.executable, "-m", "equijudge_verifier"),
    make_sandbox: worker_process.MakeSandbox = bootstrap.make_sandbox,
) -> int:
    """See the module; `command` starts a worker when a slot and a parent are added to it."""
    try:
        settings = Settings()
    except ValidationError as error:
        for fault in error.errors():
            name = "EQUIJUDGE_" + "_".join(str(part) for part in fault["loc"]).upper()
            print(f"equijudge_verifier: {name}: {fault['msg']}", file=sys.stderr)
        return 2
    if sys.argv[1:2] == ["--slot"]:
        worker_process.die_with_parent(int(sys.argv[4]))
        return worker_process.run(settings, int(sys.argv[2]), SlotLock(int(sys.argv[6])), make_sandbox)
    worker_process.set_up_logging(settings, service="verifier")
    return Supervisor(settings, command).run()


if __name__ == "__main__":
    sys.exit(main())
