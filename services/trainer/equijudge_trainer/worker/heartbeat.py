"""The thread beside a run: tells the service how far it is, and learns whether the run is still wanted."""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Mapping
from enum import StrEnum
from types import TracebackType
from typing import Self

from equijudge import Client
from equijudge.errors import EquijudgeError, Refused
from equijudge_core.contracts.runs import Lease, Progress, Stage

log = logging.getLogger(__name__)
PERIOD_S = 1.0  # between two heartbeats, so that a cancelled run hears of it soon
LONGEST_PAUSE_S = 15.0  # while the service is away


class StopReason(StrEnum):
    """Why a run is to stop before its end."""

    OVER = "over"  # cancelled, or another worker's
    DRAIN = "drain"  # this worker is to end
    OUTAGE = "outage"  # the service has been away for too long


class RunStopped(Exception):
    """The run stops here, for Heartbeat.stop_reason."""


class Heartbeat:
    """Report the progress of one leased run until exit; flush the last update.

    drain: set when the worker is to end. outage_s: how long the service may be away.
    """

    def __init__(self, client: Client, lease: Lease, drain: threading.Event, *, outage_s: float) -> None:
        self._client, self._lease, self._drain, self._outage_s = client, lease, drain, outage_s
        self._period_s = min(PERIOD_S, lease.ttl_s / 6)
        self._progress = Progress(token=lease.token, stage=Stage.LOADING, step=lease.checkpoint or 0)
        self._ended = threading.Event()
        self._stop_reason: StopReason | None = None
        self._thread = threading.Thread(target=self._send_until_exit, name="heartbeat", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    @property
    def step(self) -> int:
        """The step of the last update."""
        return self._progress.step

    @property
    def stop_reason(self) -> StopReason | None:
        """Why the run is to stop; None: it is not."""
        return StopReason.DRAIN if self._stop_reason is None and self._drain.is_set() else self._stop_reason

    def should_stop(self) -> bool:
        """Whether the run is to stop."""
        return self.stop_reason is not None

    def check(self) -> None:
        """Raises RunStopped when the run is to stop."""
        if self.should_stop():
            raise RunStopped

    def update(
        self,
        stage: Stage,
        step: int | None = None,
        *,
        steps: int | None = None,
        checkpoint: int | None = None,
        metrics: Mapping[str, object] | None = None,
    ) -> None:
        """Say how far the run is, with the next heartbeat. None, and metrics that are not named: as before."""
        before = self._progress
        self._progress = Progress(
            token=before.token,
            stage=stage,
            step=before.step if step is None else step,
            steps=before.steps if steps is None else steps,
            checkpoint=before.checkpoint if checkpoint is None else checkpoint,
            metrics=before.metrics | finite_numbers(metrics or {}),
        )

    def _send_until_exit(self) -> None:
        pause_s, heard, sent = 0.0, time.monotonic(), None
        while not (ended := self._ended.wait(pause_s)) or sent is not self._progress:
            update = self._progress
            try:
                self._client.report_run(self._lease, update)
                pause_s, heard, sent = self._period_s, time.monotonic(), update
            except EquijudgeError as error:
                if isinstance(error, Refused) and error.status in (404, 409):
                    log.info("the run is over for this worker: %s", error)
                    self._stop_reason = StopReason.OVER
                    return
                silent_s = time.monotonic() - heard
                log.warning("the service is away for %.0f s: %s", silent_s, error)
                if silent_s > self._outage_s:
                    self._stop_reason = StopReason.OUTAGE
                    return
                pause_s = min(max(2 * pause_s, self._period_s), LONGEST_PAUSE_S)
            if ended:
                return


def finite_numbers(metrics: Mapping[str, object]) -> dict[str, float]:
    """The finite numbers of a log line, by name; truth values are 0 and 1."""
    found = {name: float(value) for name, value in metrics.items() if isinstance(value, bool | int | float)}
    return {name: value for name, value in found.items() if math.isfinite(value)}
