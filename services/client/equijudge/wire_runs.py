"""The calls about training runs: wire.py, continued."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx
from pydantic import TypeAdapter

from equijudge import json_values
from equijudge.wire import Call, decoded, decoded_as, keyed, nothing, segment
from equijudge_core.contracts.runs import Finish, Held, Lease, LeaseRequest, Progress, RunRequest, Runs, RunStatus

_STATUS = TypeAdapter(RunStatus)
PAGE = 1000
PATH = "training-runs"
EVENTS_TIMEOUT_S = 60.0  # a sign of life comes four times as often


def run_request(config: RunRequest | Mapping[str, Any]) -> RunRequest:
    """A configuration as the body of `POST /training-runs`; raises BadArgument."""
    return json_values.made(RunRequest, config)


def start(request: RunRequest, idempotency_key: str | None) -> Call[RunStatus]:
    """Put a run into the queue; one run, however often the call is sent."""
    body = request.model_dump_json(exclude_unset=True).encode()
    return Call("POST", PATH, decoded_as(RunStatus), body=body, headers=keyed(idempotency_key))


def runs(offset: int) -> Call[Runs]:
    """PAGE runs, from the `offset`-th on."""
    return Call("GET", PATH, decoded_as(Runs), params={"offset": str(offset), "limit": str(PAGE)})


def run(run_id: str) -> Call[RunStatus]:
    """A run with its request and scores."""
    return Call("GET", f"{PATH}/{segment(run_id)}", decoded_as(RunStatus))


def events(run_id: str) -> Call[None]:
    """The stream of a run's status, to be read line by line."""
    return Call("GET", f"{PATH}/{segment(run_id)}/events", nothing, timeout_s=EVENTS_TIMEOUT_S)


def event(line: str) -> RunStatus | None:
    """The status in a line of that stream; None for other lines."""
    return decoded(_STATUS, line.removeprefix("data: ")) if line.startswith("data: ") else None


def cancel(run_id: str) -> Call[None]:
    """End a run."""
    return Call("DELETE", f"{PATH}/{segment(run_id)}", nothing)


def lease(worker: str, wait_s: float, idempotency_key: str) -> Call[Lease | None]:
    """For workers: a run, or None when none waits."""
    with json_values.named():
        request = LeaseRequest(worker=worker, wait=wait_s)
    headers = keyed(idempotency_key)
    body, timeout_s = request.model_dump_json().encode(), request.wait + 60.0
    return Call("POST", f"{PATH}/lease", _leased, body=body, headers=headers, timeout_s=timeout_s)


def heartbeat(lease: Lease) -> Call[None]:
    """For workers: the run is still worked on."""
    return _said(lease, "heartbeat", Held(token=lease.token))


def progress(lease: Lease, said: Progress) -> Call[None]:
    """For workers: how far the run is."""
    return _said(lease, "progress", said)


def release(lease: Lease) -> Call[None]:
    """For workers: somebody else shall do it."""
    return _said(lease, "release", Held(token=lease.token))


def finish(lease: Lease, said: Finish) -> Call[None]:
    """For workers: the run is over."""
    return _said(lease, "finish", said)


def _said(lease: Lease, what: str, body: Held) -> Call[None]:
    path = f"{PATH}/{segment(lease.run_id)}/{what}"
    return Call("POST", path, nothing, body=json.dumps(body.model_dump(mode="json")).encode())


def _leased(response: httpx.Response) -> Lease | None:
    return None if response.status_code == httpx.codes.NO_CONTENT else decoded_as(Lease)(response)
