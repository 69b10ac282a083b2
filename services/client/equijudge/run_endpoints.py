"""Every call about training runs as data, as in endpoints.py."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx
from pydantic import TypeAdapter

from equijudge import json_conversion
from equijudge.http_calls import Call, decode, decode_as, idempotency_header, ignore_body, path_segment
from equijudge_core.contracts.runs import Finish, Held, Lease, LeaseRequest, Progress, RunRequest, Runs, RunStatus

_STATUS = TypeAdapter(RunStatus)
PAGE = 1000
PATH = "training-runs"
EVENTS_TIMEOUT_S = 60.0  # a sign of life comes four times as often


def run_request(config: RunRequest | Mapping[str, Any]) -> RunRequest:
    """Build the body of `POST /training-runs` from a configuration; raises BadArgument."""
    return json_conversion.to_model(RunRequest, config)


def start(request: RunRequest, idempotency_key: str | None) -> Call[RunStatus]:
    """Put a run into the queue; one run, however often the call is sent."""
    body = request.model_dump_json(exclude_unset=True).encode()
    return Call("POST", PATH, decode_as(RunStatus), body=body, headers=idempotency_header(idempotency_key))


def runs(offset: int) -> Call[Runs]:
    """PAGE runs, from the `offset`-th on."""
    return Call("GET", PATH, decode_as(Runs), params={"offset": str(offset), "limit": str(PAGE)})


def run(run_id: str) -> Call[RunStatus]:
    """A run with its request and scores."""
    return Call("GET", f"{PATH}/{path_segment(run_id)}", decode_as(RunStatus))


def events(run_id: str) -> Call[None]:
    """The stream of a run's status, to be read line by line."""
    return Call("GET", f"{PATH}/{path_segment(run_id)}/events", ignore_body, timeout_s=EVENTS_TIMEOUT_S)


def event(line: str) -> RunStatus | None:
    """Parse the status in a line of that stream; None for other lines."""
    return decode(_STATUS, line.removeprefix("data: ")) if line.startswith("data: ") else None


def cancel(run_id: str) -> Call[None]:
    """End a run."""
    return Call("DELETE", f"{PATH}/{path_segment(run_id)}", ignore_body)


def lease(worker: str, wait_s: float, idempotency_key: str) -> Call[Lease | None]:
    """For workers: a run, or None when none waits."""
    with json_conversion.naming_fields():
        request = LeaseRequest(worker=worker, wait=wait_s)
    headers = idempotency_header(idempotency_key)
    body, timeout_s = request.model_dump_json().encode(), request.wait + 60.0
    return Call("POST", f"{PATH}/lease", _read_lease, body=body, headers=headers, timeout_s=timeout_s)


def heartbeat(lease: Lease) -> Call[None]:
    """For workers: the run is still worked on."""
    return _report(lease, "heartbeat", Held(token=lease.token))


def progress(lease: Lease, said: Progress) -> Call[None]:
    """For workers: how far the run is."""
    return _report(lease, "progress", said)


def release(lease: Lease) -> Call[None]:
    """For workers: somebody else shall do it."""
    return _report(lease, "release", Held(token=lease.token))


def finish(lease: Lease, said: Finish) -> Call[None]:
    """For workers: the run is over."""
    return _report(lease, "finish", said)


def _report(lease: Lease, what: str, body: Held) -> Call[None]:
    path = f"{PATH}/{path_segment(lease.run_id)}/{what}"
    return Call("POST", path, ignore_body, body=json.dumps(body.model_dump(mode="json")).encode())


def _read_lease(response: httpx.Response) -> Lease | None:
    return None if response.status_code == httpx.codes.NO_CONTENT else decode_as(Lease)(response)
