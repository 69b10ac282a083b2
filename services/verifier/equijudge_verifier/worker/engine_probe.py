"""Tries the engine while nothing is to be done, and asks it then for its languages.

Without it an idle worker would not know that the engine has gone, nor that it has come back, and `/readyz` would say
what was true of the last chunk.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from equijudge_sandbox.errors import SandboxError
from equijudge_verifier.worker.lease import LeaseKeeper

log = logging.getLogger(__name__)
PAUSE_S = 0.02  # between two looks: whoever waits for the cells comes first
TROUBLED_S = 2.0  # between two probes while there is trouble


class EngineProbe:
    """Calls `probe` in a thread of its own, as often as the state asks for, and reports to the lease keeper.

    `probe` raises SandboxError when there are no cells, and gives False when a chunk is being done (which
    is the better probe). `look` does one thing that is to be done once while there is no trouble; it raises
    SandboxError likewise, and gives False when nothing is left.
    """

    def __init__(
        self, probe: Callable[[], bool], lease: LeaseKeeper, *, calm_s: float, look: Callable[[], bool] = lambda: False
    ) -> None:
        self._probe, self._lease, self._calm_s, self._look = probe, lease, calm_s, look
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="probe", daemon=True)

    def start(self) -> None:
        """Probe at once, then from time to time."""
        self._thread.start()

    def stop(self) -> None:
        """End. Do not wait for a probe under way: an engine that hangs would hold it up."""
        self._stop.set()

    def _run(self) -> None:
        self._probe_once()
        last = time.monotonic()
        self._look_around()
        while not self._stop.wait(min(0.5, self._calm_s)):
            if time.monotonic() - last >= (TROUBLED_S if self._lease.engine_trouble else self._calm_s):
                self._probe_once()
                last = time.monotonic()
            self._look_around()

    def _look_around(self) -> None:
        """Look for all that is left, unless there is trouble: then the next probe comes first."""
        try:
            while not self._lease.engine_trouble and self._look():
                if self._stop.wait(PAUSE_S):
                    return
        except SandboxError as error:  # whether there are cells, the probe says
            log.warning("the cells cannot be asked for their languages: %s", error)

    def _probe_once(self) -> None:
        try:
            if self._probe():
                self._lease.report_engine()
        except SandboxError as error:
            log.error("no cells: %s", error)
            self._lease.report_engine(str(error))
