"""RQ's part in a worker process: it wakes it. An RQ worker that does not fork, since the cells must stay warm."""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

from redis.exceptions import RedisError
from rq import Queue, SimpleWorker
from rq.exceptions import StopRequested
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.worker.base import WorkerStatus

from equijudge_queue import schema
from equijudge_verifier.worker.store import connect

log = logging.getLogger(__name__)
AGAIN_S = 1.0  # before another worker of RQ's takes the place of one that Redis has failed


def chunk_job_class(run_chunk: Callable[[str], None]) -> type[Job]:
    """A class of jobs that call `run_chunk`, whatever Redis says: RQ would import and call any name it reads there."""

    class ChunkJob(Job):
        """Calls one function, and nothing after it."""

        @property
        def func(self) -> Callable[[str], None]:
            """Raise PermissionError for any function but the one."""
            if self.func_name != schema.VERIFY_CHUNK:
                raise PermissionError(f"the queue may call {schema.VERIFY_CHUNK} alone, not {self.func_name}")
            return run_chunk

        @property
        def success_callback(self) -> None:
            """None, whatever the job says; so the others."""

        failure_callback = stopped_callback = success_callback

    return ChunkJob


class ChunkWorker(SimpleWorker):
    """RQ's worker without what it does beside taking jobs: no fork, no commands over Redis, no signals of its
    own. An outage of Redis is waited out in steps of seconds."""

    max_connection_wait_time = 2.0
    log_result_lifespan = False

    def stop_after_job(self) -> None:
        """End when the job at hand is done. Raise StopRequested when there is none."""
        self._stop_requested = True
        if self.get_state() != WorkerStatus.BUSY:
            raise StopRequested

    def _install_signal_handlers(self) -> None:
        """See QueueListener."""

    def subscribe(self) -> None:
        """Takes no commands."""

    def unsubscribe(self) -> None:
        """Takes no commands."""


class QueueListener:
    """Calls `run_chunk` for every entry of RQ's until SIGTERM or SIGINT, which call `leave`; nothing is asked of Redis
    in a signal handler.

    RQ's worker ends whenever Redis fails it; then another one takes its place.
    """

    def __init__(self, redis_url: str, name: str, run_chunk: Callable[[str], None], leave: Callable[[], None]) -> None:
        self._redis_url, self._name, self._leave = redis_url, name, leave
        self._job_class = chunk_job_class(run_chunk)
        self._worker: ChunkWorker | None = None
        self._stopped = False

    def run(self) -> None:
        """Listen until a signal, and return when the job at hand is done."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        with suppress(StopRequested):
            while not self._stopped:
                self._work()

    def _work(self) -> None:
        try:
            # a connection of its own: RQ waits on it for as long as there is nothing to do
            redis = connect(self._redis_url)
            queue = Queue(schema.QUEUE, connection=redis, serializer=JSONSerializer, job_class=self._job_class)
            self._worker = ChunkWorker(
                [queue],
                job_class=self._job_class,
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
