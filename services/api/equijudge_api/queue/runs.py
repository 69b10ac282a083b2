"""Submit training runs, lease them to workers, and keep what workers say of them."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from equijudge_api.http.auth import Principal
from equijudge_api.queue.admission import IdempotencyConflict, Origin, QueueFull, RedisHealth
from equijudge_api.shutdown import Shutdown
from equijudge_core.contracts.runs import Finish, Lease, Progress, RunRequest, RunState, RunStatus
from equijudge_queue import lua_scripts, run_schema

SHORT = (
    *("run_id", "name", "state", "stage", "step", "steps", "checkpoint", "metrics", "attempts", "worker", "fault"),
    *("created_at", "started_at", "finished_at"),
)
WHOLE = (*SHORT, "request", "scores")
JSON = ("metrics", "fault", "request", "scores")
TOKEN_BYTES = 32  # of a lease's token, random


class StaleLease(Exception):
    """The run is over, or another worker's by now. `state` of the run; None: there is no such run."""

    def __init__(self, state: RunState | None) -> None:
        super().__init__(f"the run is {state.value if state else 'gone'}")
        self.state = state


class RunQueue:
    """Training runs in Redis. All methods raise redis.exceptions.RedisError while it is away.

    most_waiting: runs that wait; ttl_s: how long a lease holds without a word; most_attempts: how often workers may
    begin with one run.
    """

    def __init__(
        self, redis: Any, *, most_waiting: int, ttl_s: float, most_attempts: int, shutdown: Shutdown | None = None
    ) -> None:
        self.shutdown = shutdown or Shutdown()
        self._redis, self._most_waiting, self._ttl_s, self._most_attempts = redis, most_waiting, ttl_s, most_attempts
        self._health = RedisHealth(redis)
        self._submit = redis.register_script(lua_scripts.load_script("runs/submit"))
        self._lease = redis.register_script(lua_scripts.load_script("runs/lease"))
        self._hold = redis.register_script(lua_scripts.load_script("runs/hold"))
        self._finish = redis.register_script(lua_scripts.load_script("runs/finish"))
        self._release = redis.register_script(lua_scripts.load_script("runs/release"))
        self._cancel = redis.register_script(lua_scripts.load_script("runs/cancel"))
        self._sweep = redis.register_script(lua_scripts.load_script("runs/sweep"))

    async def submit(self, request: RunRequest, origin: Origin) -> tuple[str, bool]:
        """Accept a run; return its id, and whether it is new. Raise QueueFull, IdempotencyConflict, WouldEvict."""
        await self._health.check()
        run_id, body = id_of_run(origin), request.model_dump_json()
        fingerprint = hashlib.sha256(body.encode()).hexdigest()
        arguments = [self._most_waiting, run_id, request.name, body, origin.owner, fingerprint, uuid4().hex]
        answer, waiting = await self._submit(run_schema.KEYS, arguments)
        if answer.decode() == lua_scripts.FULL:
            raise QueueFull(int(waiting))
        if answer.decode() == lua_scripts.REUSED:
            raise IdempotencyConflict
        return run_id, answer.decode() == lua_scripts.ACCEPTED

    async def status(self, run_id: str, principal: Principal, *, whole: bool = False) -> RunStatus | None:
        """A run at the moment; None: whoever asks has no such run. `whole`: with its request and its scores."""
        await self._sweep(run_schema.KEYS, [self._most_attempts, run_schema.RUN_KEPT_S])
        names = WHOLE if whole else SHORT
        owner, *values = await self._redis.hmget(run_schema.run_key(run_id), ("owner", *names))
        if owner is None or owner.decode() != principal.key_id:
            return None
        return run_status(dict(zip(names, values, strict=True)))

    async def runs(self, principal: Principal, offset: int, limit: int) -> list[RunStatus]:
        """Runs of whoever asks, the newest first; those whose time is over are forgotten on the way."""
        await self._sweep(run_schema.KEYS, [self._most_attempts, run_schema.RUN_KEPT_S])
        listed = run_schema.runs_of_owner_key(principal.key_id)
        ids = await self._redis.zrevrange(listed, offset, offset + limit - 1)
        if not ids:
            return []
        pipe = self._redis.pipeline(transaction=False)
        for run_id in ids:
            pipe.hmget(run_schema.run_key(run_id.decode()), SHORT)
        found = [run_status(dict(zip(SHORT, values, strict=True))) for values in await pipe.execute()]
        if gone := [run_id for run_id, status in zip(ids, found, strict=True) if status is None]:
            await self._redis.zrem(listed, *gone)
        return [status for status in found if status is not None]

    async def lease(self, worker: str, nonce: str, principal: Principal) -> Lease | None:
        """Lease this worker the run that waits longest: one of its key's, or of any key's if it is a worker key. None:
        none waits. The same nonce: the same lease again."""
        terms = [self._ttl_s, self._most_attempts, run_schema.RUN_KEPT_S]
        token = secrets.token_urlsafe(TOKEN_BYTES)
        found = await self._lease(
            run_schema.KEYS, [worker, nonce, *terms, principal.key_id, int(principal.worker), token]
        )
        if found is None:
            return None
        run_id, held, attempts, checkpoint, request = (value.decode() for value in found)
        return Lease(
            run_id=run_id,
            token=held,
            ttl_s=self._ttl_s,
            attempt=int(attempts),
            checkpoint=int(checkpoint) if checkpoint else None,
            request=RunRequest.model_validate_json(request),
        )

    async def heartbeat(self, run_id: str, token: str, principal: Principal) -> None:
        """Renew the lease. Raise StaleLease."""
        await self._require_lease(
            run_id, principal, await self._hold(run_schema.KEYS, [run_id, token, principal.key_id, self._ttl_s])
        )

    async def progress(self, run_id: str, report: Progress, principal: Principal) -> None:
        """Note how far the run is; renews the lease too. Raise StaleLease."""
        fields: dict[str, Any] = {"stage": report.stage.value, "step": report.step}
        for name in ("steps", "checkpoint"):
            if (value := getattr(report, name)) is not None:
                fields[name] = value
        if report.metrics:
            fields["metrics"] = json.dumps(report.metrics)
        words = [run_id, report.token, principal.key_id, self._ttl_s, *flatten(fields)]
        await self._require_lease(run_id, principal, await self._hold(run_schema.KEYS, words))

    async def finish(self, run_id: str, report: Finish, principal: Principal) -> None:
        """End the run as done or failed. Raise StaleLease."""
        state = RunState.DONE if report.fault is None else RunState.FAILED
        fields: dict[str, Any] = {"step": report.step} if report.step else {}
        if report.fault is None:
            fields["scores"] = json.dumps([each.model_dump(mode="json") for each in report.scores])
        else:
            fields["fault"] = report.fault.model_dump_json()
        words = [run_id, report.token, principal.key_id, state.value, run_schema.RUN_KEPT_S, *flatten(fields)]
        await self._require_lease(run_id, principal, await self._finish(run_schema.KEYS, words))

    async def release(self, run_id: str, token: str, principal: Principal) -> None:
        """Put the run back: its worker ends. Raise StaleLease."""
        await self._require_lease(
            run_id, principal, await self._release(run_schema.KEYS, [run_id, token, principal.key_id])
        )

    async def cancel(self, run_id: str, principal: Principal) -> bool:
        """End a run that is not over. False: whoever asks has none."""
        words = [run_id, run_schema.RUN_KEPT_S, principal.key_id]
        return await self._cancel(run_schema.KEYS, words) is not None

    async def _require_lease(self, run_id: str, principal: Principal, taken: int) -> None:
        """Raise StaleLease where a write was not taken; to a key that could not have had the run there is none."""
        if taken:
            return
        names = ("state", "owner", "holder")
        state, *keys = await self._redis.hmget(run_schema.run_key(run_id), names)
        known = state is not None and (principal.worker or principal.key_id.encode() in keys)
        raise StaleLease(RunState(state.decode()) if known else None)


def id_of_run(origin: Origin) -> str:
    """The id of the run that a request starts; with an idempotency key always the same."""
    if origin.idempotency_key is None:
        return uuid4().hex
    return hashlib.sha256(f"run {origin.owner} {origin.idempotency_key}".encode()).hexdigest()[:32]


def run_status(fields: Mapping[str, bytes | None]) -> RunStatus | None:
    """A run's hash as a model; None when there is none."""
    if fields["run_id"] is None:
        return None
    given = {name: value.decode() for name, value in fields.items() if value is not None}
    return RunStatus.model_validate({name: json.loads(v) if name in JSON else v for name, v in given.items()})


def flatten(fields: Mapping[str, Any]) -> list[Any]:
    """Field, value, field, value, … as Redis takes them."""
    return [each for item in fields.items() for each in item]
