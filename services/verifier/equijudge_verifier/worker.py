"""One worker process: one slot, one sandbox, an RQ worker that does not fork (the cells must stay warm)."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import socket
import sys

from rq import SimpleWorker
from rq.serializers import JSONSerializer

from equijudge_core.contracts import Environment
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_verifier import bootstrap, jobs
from equijudge_verifier.lease import Keeper
from equijudge_verifier.settings import Settings
from equijudge_verifier.store import Store, connect
from equijudge_verifier.verify import Verifier

log = logging.getLogger(__name__)
PR_SET_PDEATHSIG = 1


def run(settings: Settings, slot: int) -> None:
    """Work until SIGTERM; the chunk at hand is finished first (RQ's warm shutdown)."""
    die_with_parent()
    set_up_logging(settings, slot)
    sandbox = bootstrap.make_sandbox(settings)
    redis = connect(settings.redis_url)
    store = Store(redis, lease_s=settings.lease_s, cache_ttl_s=settings.cache_ttl_s)
    name = f"{socket.gethostname()}-{os.getpid()}-{slot}"
    facts = {"slot": slot, "driver": settings.driver, "isolation": settings.isolation, "engine": "starting"}
    keeper = Keeper(store, name, facts, period_s=settings.lease_s / 4)

    def environment() -> Environment:
        found = bootstrap.environment_of(sandbox)
        keeper.engine(environment=found.model_dump(), max_memory_bytes=settings.max_memory_bytes)
        return found

    keeper.start()
    try:
        environment()
    except SandboxUnavailable as error:
        log.error("no cells yet: %s", error)
        keeper.engine(str(error))
    jobs.prepare(Verifier(store, sandbox, keeper, settings.rules(), environment))
    worker = SimpleWorker([store.queue], name=name, connection=redis, serializer=JSONSerializer)
    try:
        worker.work(logging_level="WARNING")
    finally:
        keeper.stop()
        sandbox.close()


def die_with_parent() -> None:
    """SIGTERM to this process when its supervisor dies, however it dies."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


def set_up_logging(settings: Settings, slot: int) -> None:
    """Lines on stderr, each with the worker's slot; RQ's own chatter only when something is wrong."""
    form = f"%(asctime)s %(levelname)s worker={slot} %(name)s: %(message)s"
    logging.basicConfig(level=settings.log_level, format=form)
    logging.getLogger("rq.worker").setLevel(logging.WARNING)
