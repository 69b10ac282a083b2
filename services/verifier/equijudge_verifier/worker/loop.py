"""One worker process: one slot, one sandbox, an RQ worker that does not fork (the cells must stay warm)."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from functools import partial
from types import FrameType
from typing import Any

from redis.exceptions import RedisError
from rq import Queue, SimpleWorker
from rq.exceptions import StopRequested
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.worker.base import WorkerStatus

from equijudge_core.contracts.verify import Environment
from equijudge_core.logs import Lines
from equijudge_queue import schema
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_verifier import bootstrap
from equijudge_verifier.chunks.verify import Verifier
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.settings import Settings
from equijudge_verifier.worker import jobs
from equijudge_verifier.worker.engine_probe import EngineProbe
from equijudge_verifier.worker.lease import LeaseKeeper
from equijudge_verifier.worker.metrics import Metrics, MetricsPusher, new_process_id
from equijudge_verifier.worker.store import Store, connect

log = logging.getLogger(__name__)
PR_SET_PDEATHSIG = 1
REFUSED = 3  # exit status: the driver cannot give its isolation here, and waiting will not change that
AGAIN_S = 1.0


class ChunkJob(Job):
    """RQ imports and calls whatever names it reads from Redis. This calls one function, and nothing after it."""

    @property
    def func(self) -> Callable[[str], None]:
        """Raises PermissionError for any function but the one."""
        if self.func_name != schema.VERIFY_CHUNK:
            raise PermissionError(f"the queue may call {schema.VERIFY_CHUNK} alone, not {self.func_name}")
        return jobs.verify_chunk

    @property
    def success_callback(self) -> None:
        """None, whatever the job says; so the others."""

    failure_callback = stopped_callback = success_callback


class ChunkWorker(SimpleWorker):
    """RQ's worker without what it does beside taking jobs: no fork, no commands over Redis, no signals of its
    own. An outage of Redis is waited out in steps of seconds."""

    max_connection_wait_time = 2.0
    log_result_lifespan = False

    def stop_after_job(self) -> None:
        """End when the job at hand is done. Raises StopRequested when there is none."""
        self._stop_requested = True
        if self.get_state() != WorkerStatus.BUSY:
            raise StopRequested

    def _install_signal_handlers(self) -> None:
        """See Taker."""

    def subscribe(self) -> None:
        """Takes no commands."""

    def unsubscribe(self) -> None:
        """Takes no commands."""


class Taker:
    """Takes jobs until SIGTERM or SIGINT, which call `leave`; nothing is asked of Redis in a signal handler.

    RQ's worker ends whenever Redis fails it; then another one takes its place.
    """

    def __init__(self, redis_url: str, name: str, leave: Callable[[], None]) -> None:
        self._redis_url, self._name, self._leave = redis_url, name, leave
        self._worker: ChunkWorker | None = None
        self._stopped = False

    def run(self) -> None:
        """Returns after a signal, when the job at hand is done."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        with suppress(StopRequested):
            while not self._stopped:
                self._work()

    def _work(self) -> None:
        try:
            # a connection of its own: RQ waits on it for as long as there is nothing to do
            redis = connect(self._redis_url)
            queue = Queue(schema.QUEUE, connection=redis, serializer=JSONSerializer, job_class=ChunkJob)
            self._worker = ChunkWorker(
                [queue],
                job_class=ChunkJob,
                name=f"{self._name}-{time.monotonic_ns()}",
                connection=queue.connection,
                serializer=JSONSerializer,
                worker_ttl=60,
            )
            self._worker.work(logging_level="WARNING")
        except RedisError as error:
            log.error("Redis: %s", error)
        self._worker = None
        if not self._stopped:
            time.sleep(AGAIN_S)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._leave()
        self._stopped = True
        if self._worker is None:
            raise StopRequested
        self._worker.stop_after_job()


MakeSandbox = Callable[[Settings], Sandbox]


def run(settings: Settings, slot: int, quiet: SlotLock, make_sandbox: MakeSandbox = bootstrap.make_sandbox) -> int:
    """Work until SIGTERM; the chunk at hand is finished first, or given back after drain_s. Exit status."""
    set_up_logging(settings, service="worker", worker=slot)
    try:
        sandbox = make_sandbox(bootstrap.on_its_core(settings, slot))
    except SandboxUnavailable as error:
        log.error("%s", error)
        return REFUSED
    store = Store(connect(settings.redis_address()), lease_s=settings.lease_s, cache_ttl_s=settings.cache_ttl_s)
    name = f"{socket.gethostname()}-{os.getpid()}-{slot}"
    facts = {"slot": slot, "driver": settings.driver, "isolation": settings.isolation, "engine": "starting"}
    meter, process = Metrics(), new_process_id()
    batches = MetricsPusher(meter, settings.driver, sandbox.cells, partial(store.add_counts, process))
    keeper = LeaseKeeper(store, name, facts, batches, period_s=settings.lease_s / 4)

    def environment() -> Environment:
        found = bootstrap.environment_of(sandbox)
        keeper.engine(
            environment=found.model_dump(),
            max_memory_bytes=settings.max_memory_bytes,
            judging=announced(found, settings),
        )
        return found

    verifier = Verifier(store, sandbox, keeper, settings.rules(), environment, quiet, meter)
    probe = EngineProbe(verifier.look, keeper, calm_s=settings.probe_s)
    jobs.prepare(verifier)
    keeper.start()
    probe.start()
    try:
        Taker(settings.redis_address(), name, lambda: keeper.leave(settings.drain_s)).run()
    finally:
        probe.stop()
        keeper.stop()
        sandbox.close()
    return 0


def announced(environment: Environment, settings: Settings) -> dict[str, Any]:
    """Of what a verdict's key in the cache is made, for the API, which looks there first; `kept`: there is a cache."""
    rules = settings.rules()
    named = {each.name: getattr(rules, each.name) for each in fields(rules)}
    named["time_factors"] = dict(rules.time_factors)
    return {"environment": environment.model_dump(), "rules": named, "kept": settings.cache_ttl_s > 0}


def die_with_parent(parent: int) -> None:
    """SIGTERM to this process when its supervisor dies, however it dies; SystemExit when it has died already."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit(0)


def set_up_logging(settings: Settings, **always: str | int) -> None:
    """Lines on stderr, each with `always`; of other libraries only what is at least INFO, of RQ only what is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines(settings.log_format, **always))
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    logging.basicConfig(level=max(level, logging.INFO), handlers=[handler])
    for name in ("equijudge_verifier", "equijudge_sandbox"):
        logging.getLogger(name).setLevel(level)
    logging.getLogger("rq.worker").setLevel(logging.WARNING)
