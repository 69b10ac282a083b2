"""How fast the machine is at the moment: a small program of fixed work, run in a cell like any other.

On shared hardware the CPU time of the same work goes up by half and more for moments at a time, when a neighbour
uses the other half of a core. A program that was too slow then may be in time now; one that is too slow while the
yardstick is at its best is too slow.
"""

from __future__ import annotations

import time

from equijudge_sandbox.base import Sandbox
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import Limits, Program

YARDSTICK = Program(b"spin = 0\nfor n in range(60000):\n    spin += n * n % 7\n")
LIMITS = Limits(cpu_time_s=10.0, wall_time_s=60.0, memory_bytes=64 << 20)
FIRST_LOOKS = 8
CALM = 1.15  # times the best that was ever seen
PATIENCE_S, AGAIN_AFTER_S = 1.0, 10.0
PAUSE_S, RESTLESS_PAUSE_S = 0.03, 0.15


class Pace:
    """One per slot: it learns what its core can do."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._best_s = 0.0
        self._restless_until = 0.0

    def calm(self) -> bool:
        """Whether the machine is about as fast as it ever was. Raises SandboxUnavailable."""
        if not self._best_s:
            self._best_s = min(self._look() for _ in range(FIRST_LOOKS))
        found = self._look()
        self._best_s = min(self._best_s, found)
        return found <= CALM * self._best_s

    def wait_for_calm(self) -> None:
        """Returns when it is calm, or will not be soon: after PATIENCE_S, and for a while after that soon, but
        not at once, since slow moments pass. Raises SandboxUnavailable."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() > self._restless_until:
            if self.calm():
                return
            if time.monotonic() > until:
                self._restless_until = time.monotonic() + AGAIN_AFTER_S
            time.sleep(PAUSE_S)
        time.sleep(RESTLESS_PAUSE_S)

    def _look(self) -> float:
        """Seconds of CPU; endless when the cell was lost."""
        try:
            with self._sandbox.run(YARDSTICK, LIMITS) as run:
                return next(iter(run.outcomes([b""]))).cpu_time_s
        except CellLost:
            return float("inf")
