# Generated from the folder _async by `make sync-client`: edit it there.
"""The calls about training runs, of the same client: see client.py."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from uuid import uuid4

from equijudge import http_calls, run_endpoints
from equijudge._sync.exchange import Exchange
from equijudge_core.contracts.runs import Finish, Lease, Progress, RunRequest, RunStatus

T = TypeVar("T")


class RunCalls:
    """What a client can ask about training runs."""

    _exchange: Exchange

    def start_run(self, config: RunRequest | Mapping[str, Any], *, idempotency_key: str | None = None) -> RunStatus:
        """Put a training run into the queue. Under an `idempotency_key` a repeated call finds the run that the first
        one started. Raises ValueError for a wrong configuration, Busy when too many runs wait."""
        return self._call(run_endpoints.start(run_endpoints.run_request(config), idempotency_key))

    def runs(self) -> list[RunStatus]:
        """List all training runs, the newest first, without their requests and scores."""
        found: list[RunStatus] = []
        offset = 0
        while page := (self._call(run_endpoints.runs(offset))).runs:
            found += page
            offset += run_endpoints.PAGE
        return found

    def run(self, run_id: str) -> RunStatus:
        """Return how far a run is, with its request, and its scores when it is done; raises NotFound."""
        return self._call(run_endpoints.run(run_id))

    def follow_run(self, run_id: str) -> Generator[RunStatus, None]:
        """Yield a run's status now and whenever it has changed, until it is over; goes on after a dropped
        connection."""
        return self._exchange.run_events(run_id)

    def cancel_run(self, run_id: str) -> None:
        """End a run; one that is over stays as it is. Raises NotFound."""
        self._call(run_endpoints.cancel(run_id))

    def lease_run(self, worker: str, wait_s: float = 0.0) -> Lease | None:
        """For trainer workers: lease a run, within at most `wait_s` (20 s at most); None when there is none. See
        runs.LeaseRequest."""
        return self._call(run_endpoints.lease(worker, wait_s, uuid4().hex))

    def heartbeat_run(self, lease: Lease) -> None:
        """For trainer workers: keep the lease. Raises Invalid with status 409, as all that follow do, when the run is
        over or another worker's. Never retried, as the next: more is soon to be said."""
        self._call(replace(run_endpoints.heartbeat(lease), patient=False, timeout_s=10.0))

    def report_run(self, lease: Lease, said: Progress) -> None:
        """For trainer workers: report how far the run is. It is a heartbeat too."""
        self._call(replace(run_endpoints.progress(lease, said), patient=False, timeout_s=10.0))

    def release_run(self, lease: Lease) -> None:
        """For trainer workers: give the run back."""
        self._call(run_endpoints.release(lease))

    def finish_run(self, lease: Lease, said: Finish) -> None:
        """For trainer workers: end the run, as done or as failed."""
        self._call(run_endpoints.finish(lease, said))

    def _call(self, call: http_calls.Call[T]) -> T:
        return self._exchange.call(call)
