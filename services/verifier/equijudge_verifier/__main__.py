"""`python -m equijudge_verifier`: a worker process in every slot that is this verifier's (slots.py), kept alive.

SIGTERM and SIGINT drain: every worker finishes its chunk, or gives back what it cannot finish in drain_s, and
ends. A second signal ends them at once. Exit status: 0 drained, 2 wrong settings, 3 the driver refuses.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

from pydantic import ValidationError

from equijudge_verifier import bootstrap, worker_process
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.settings import Settings
from equijudge_verifier.slots import Slots, make_slots

log = logging.getLogger("equijudge_verifier")
RESTART_S = 2.0  # a worker that died sooner is started again only then, so that a broken set-up spins slowly
SHARE_S = 1.0  # between two looks at how many slots are this verifier's
GRACE_S = 3.0  # beyond drain_s, for a worker that waits for something that does not answer


class Supervisor:
    """Starts workers as processes of their own: nothing of one slot, not even a fork, is another's."""

    def __init__(self, settings: Settings, command: Sequence[str], slots: Slots) -> None:
        self._workers: dict[int, subprocess.Popen[bytes]] = {}
        self._started: dict[int, float] = {}
        self._surplus: dict[
            int, float
        ] = {}  # slots that another verifier is to have, and when their workers are killed
        self._settings, self._command, self._slots = settings, command, slots
        self._signals = self._status = 0
        self._kill_at = float("inf")

    def run(self) -> int:
        """Keep the workers alive until a signal; the exit status when all have drained."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        share_at = 0.0
        while self._workers or not self._signals:
            if not self._signals and time.monotonic() >= share_at:
                self._take_share()
                share_at = time.monotonic() + SHARE_S
            time.sleep(0.1)
            self._check_workers()
        return self._status

    def _take_share(self) -> None:
        """Have workers in as many slots as are this verifier's: drain the last ones, or start some in what is free."""
        wanted, working = self._slots.wanted(), [slot for slot in self._workers if slot not in self._surplus]
        for slot in working[wanted:]:
            log.info("slot %d is another verifier's from now on", slot)
            self._workers[slot].terminate()
            self._surplus[slot] = time.monotonic() + self._settings.drain_s + GRACE_S
        for _ in range(wanted - len(working)):
            free = self._slots.take()
            if free is not None:
                self._start(free)

    def _start(self, slot: int) -> None:
        shared = self._slots.quiet
        command = [*self._command, "--slot", str(slot), "--parent", str(os.getpid()), "--shared", str(shared)]
        self._workers[slot] = subprocess.Popen(command, start_new_session=True, pass_fds=(shared,))
        self._started[slot] = time.monotonic()

    def _check_workers(self) -> None:
        for slot, worker in list(self._workers.items()):
            status = worker.poll()
            if status is None:
                if time.monotonic() > self._surplus.get(slot, float("inf")):
                    worker.kill()
                continue
            if status == worker_process.REFUSED and not self._signals:
                self._status = worker_process.REFUSED
                self._stop()
            if self._signals or slot in self._surplus:
                self._forget(slot)
            elif time.monotonic() > self._started[slot] + RESTART_S:
                log.error("worker %d ended with %s and is started again", slot, status)
                self._start(slot)
        if time.monotonic() > self._kill_at:
            self._stop()

    def _forget(self, slot: int) -> None:
        del self._workers[slot]
        self._surplus.pop(slot, None)
        self._slots.give_back(slot)

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
    try:
        slots = make_slots(settings)
    except OSError as error:
        print(f"equijudge_verifier: EQUIJUDGE_SLOTS_DIR: {error}", file=sys.stderr)
        return 2
    return Supervisor(settings, command, slots).run()


if __name__ == "__main__":
    sys.exit(main())
