"""How fast the machine is at the moment: a small program of fixed work, run in a cell like any other.

On shared hardware the CPU time of the same work goes up by half and more for moments at a time, when a neighbour
uses the other half of a core. A program that was too slow then may be in time now; one that is too slow while the
yardstick is at its best is too slow. Where such moments do not come, a late run's CPU time is divided by how slow the
yardstick was right before and after it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import Limits, Program

YARDSTICK = Program(b"spin = 0\nfor n in range(60000):\n    spin += n * n % 7\n")
LIMITS = Limits(cpu_time_s=10.0, wall_time_s=60.0, memory_bytes=64 << 20)
FIRST_MEASUREMENTS, FIRST_PAUSE_S = 12, 0.05  # spread, so that not all of them fall into one slow moment
CALM = 1.15  # times the best that was ever seen
PATIENCE_S, AGAIN_AFTER_S = 1.0, 10.0
PAUSE_S, RESTLESS_PAUSE_S, MOST_DOUBLINGS = 0.03, 0.1, 3


class SpeedProbe:
    """Measures one slot's core, and learns what it can do."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._best_s = 0.0
        self._restless_until = 0.0

    def is_calm(self) -> bool:
        """Whether the machine is about as fast as it ever was. Raise SandboxUnavailable."""
        return self.slowness() <= CALM

    def slowness(self) -> float:
        """The yardstick's time over its best: 1 or more; endless when its cell was lost. Raise SandboxUnavailable."""
        if not self._best_s:
            self._best_s = min(self._first_measurements())
        found = self._measure()
        self._best_s = min(self._best_s, found)
        return found / self._best_s

    def wait_for_calm(self, times: int = 0) -> None:
        """Return when it is calm, or will not be soon: after PATIENCE_S. For a while after that do not measure again,
        but wait a little, twice as long each of the `times` that one program needs it: slow moments pass.

        Raise SandboxUnavailable.
        """
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() > self._restless_until:
            if self.is_calm():
                return
            if time.monotonic() > until:
                self._restless_until = time.monotonic() + AGAIN_AFTER_S
            time.sleep(PAUSE_S)
        time.sleep(RESTLESS_PAUSE_S * 2 ** min(times, MOST_DOUBLINGS))

    def _first_measurements(self) -> Iterator[float]:
        for _ in range(FIRST_MEASUREMENTS):
            time.sleep(FIRST_PAUSE_S)
            yield self._measure()

    def _measure(self) -> float:
        """Run the yardstick: its seconds of CPU, endless when the cell was lost."""
        try:
            with self._sandbox.run(YARDSTICK, LIMITS) as run:
                return next(iter(run.outcomes([b""]))).cpu_time_s
        except CellLost:
            return float("inf")
