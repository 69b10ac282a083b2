"""`python -m equijudge_verifier`: as many worker processes as there are slots, kept alive.

SIGTERM and SIGINT drain: every worker finishes its chunk, then ends. A second signal ends them at once.
"""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
import time
from types import FrameType

from pydantic import ValidationError

from equijudge_verifier import worker
from equijudge_verifier.settings import Settings

log = logging.getLogger("equijudge_verifier")
RESTART_S = 2.0  # a worker that died sooner is started again only then, so that a broken set-up spins slowly


class Supervisor:
    """Starts workers as processes of their own: nothing of one slot, not even a fork, is another's."""

    def __init__(self, slots: int) -> None:
        self._workers: dict[int, subprocess.Popen[bytes]] = {}
        self._started: dict[int, float] = {}
        self._slots = slots
        self._signals = 0

    def run(self) -> int:
        """Keep the workers alive until a signal; 0 when all have drained."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        for slot in range(self._slots):
            self._start(slot)
        while self._workers:
            time.sleep(0.1)
            self._look()
        return 0

    def _start(self, slot: int) -> None:
        self._workers[slot] = subprocess.Popen(
            [sys.executable, "-m", "equijudge_verifier", "--slot", str(slot)], start_new_session=True
        )
        self._started[slot] = time.monotonic()

    def _look(self) -> None:
        for slot, process in list(self._workers.items()):
            if process.poll() is None:
                continue
            if self._signals:
                del self._workers[slot]
            elif time.monotonic() > self._started[slot] + RESTART_S:
                log.error("worker %d ended with %s and is started again", slot, process.returncode)
                self._start(slot)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._signals += 1
        for process in self._workers.values():
            if self._signals == 1:
                process.terminate()
            else:
                process.kill()


def main() -> int:
    """Exit status 2 for settings that are wrong, named one by one."""
    try:
        settings = Settings()
    except ValidationError as error:
        for fault in error.errors():
            name = "EQUIJUDGE_" + "_".join(str(part) for part in fault["loc"]).upper()
            print(f"equijudge_verifier: {name}: {fault['msg']}", file=sys.stderr)
        return 2
    if sys.argv[1:2] == ["--slot"]:
        worker.run(settings, int(sys.argv[2]))
        return 0
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    return Supervisor(settings.slots).run()


if __name__ == "__main__":
    sys.exit(main())
