"""What a worker does: take a run, do it, say how it ended, take the next one."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from equijudge import Client
from equijudge.errors import Busy, EquijudgeError, Refused, ServiceFault, Unreachable
from equijudge_core.contracts.runs import CheckpointScores, Finish, Lease, RunFault
from equijudge_core.logs import log_context
from equijudge_trainer.worker.faults import fault_of
from equijudge_trainer.worker.heartbeat import LONGEST_PAUSE_S, Heartbeat, RunStopped, StopReason
from equijudge_trainer.worker.work_dir import WorkDir

log = logging.getLogger(__name__)
WAIT_S = 5.0  # of one request for a run
AWAY = (Unreachable, Busy, ServiceFault)

RunExecution = Callable[[Lease, Path, Heartbeat], tuple[CheckpointScores, ...]]
"""Does a run in its directory. Raises RunStopped when Heartbeat says so, anything else when the run fails."""


@dataclass(frozen=True, slots=True)
class Worker:
    """One worker. `client` tries each call once; `patient` for outage_s seconds, which bound every outage of the
    service. drain: set when the worker is to end."""

    client: Client
    patient: Client
    work_dir: WorkDir
    execute: RunExecution
    drain: threading.Event
    outage_s: float

    def serve(self, most: int | None = None) -> None:
        """Do runs until `drain` is set, or `most` of them. Raises Unreachable, Busy or ServiceFault when the service
        is away for too long."""
        done = 0
        while not self.drain.is_set() and (most is None or done < most):
            lease = self._lease()
            if lease is not None:
                done += 1
                with log_context(run=lease.run_id):
                    self._do(lease)

    def _lease(self) -> Lease | None:
        began, pause_s = time.monotonic(), 0.5
        while True:
            try:
                return self.client.lease_run(self.work_dir.name, WAIT_S)
            except AWAY as error:
                log.warning("the service is away: %s", error)
                if time.monotonic() - began > self.outage_s:
                    raise
            if self.drain.wait(pause_s):
                return None
            pause_s = min(2 * pause_s, LONGEST_PAUSE_S)

    def _do(self, lease: Lease) -> None:
        log.info("training run %s %r, attempt %d", lease.run_id, lease.request.name, lease.attempt)
        with Heartbeat(self.client, lease, self.drain, outage_s=self.outage_s) as heartbeat:
            try:
                finish = Finish(
                    token=lease.token, scores=self.execute(lease, self.work_dir.run_dir(lease.run_id), heartbeat)
                )
            except RunStopped:
                finish = None
            except Exception as error:  # noqa: BLE001 - whatever it is, the run ends with it and the worker goes on
                finish = Finish(token=lease.token, fault=self._log_fault(error))
        if finish is not None:
            self._send_last(lambda: self.patient.finish_run(lease, finish.model_copy(update={"step": heartbeat.step})))
        elif heartbeat.stop_reason is StopReason.DRAIN:
            self._send_last(lambda: self.client.release_run(lease))
        end = heartbeat.stop_reason if finish is None else "done" if finish.fault is None else finish.fault.reason
        log.info("training run %s: %s", lease.run_id, end)

    def _log_fault(self, error: Exception) -> RunFault:
        fault = fault_of(error)
        if fault.whose == "service":
            log.error("%s", fault.reason, exc_info=error)
        return fault

    def _send_last(self, send: Callable[[], None]) -> None:
        """Send how the run ended. A lease that is over takes no answer; a message that does not arrive lets the lease
        expire."""
        try:
            send()
        except EquijudgeError as error:
            stale = isinstance(error, Refused) and error.status in (404, 409)
            log.log(logging.INFO if stale else logging.ERROR, "the run's end was not taken: %s", error)
