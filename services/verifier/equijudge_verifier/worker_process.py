"""One worker process: one slot, one sandbox, one chunk at a time. Makes the parts, runs until a signal, ends them."""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from functools import partial
from typing import Any

from equijudge_core.contracts.verify import Environment
from equijudge_core.logs import LineFormatter
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_verifier import bootstrap
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.metrics import Metrics, MetricsPusher, new_process_id
from equijudge_verifier.settings import Settings
from equijudge_verifier.worker.engine_probe import EngineProbe
from equijudge_verifier.worker.languages import NOT_YET, LanguageSurvey
from equijudge_verifier.worker.lease import LeaseKeeper
from equijudge_verifier.worker.loop import ChunkLoop
from equijudge_verifier.worker.rq_worker import QueueListener
from equijudge_verifier.worker.session import Slot
from equijudge_verifier.worker.store import Store, connect

log = logging.getLogger(__name__)
PR_SET_PDEATHSIG = 1
# Languages are asked for when there has been nothing to do for IDLE_S, so that a judge that is started for one command
# does that first, and PATIENCE_S after the start in any case; LOOK_WAIT_S is waited for the end of a chunk.
IDLE_S, PATIENCE_S, LOOK_WAIT_S = 2.0, 30.0, 0.5
REFUSED = 3  # exit status: the driver cannot give its isolation here, and waiting will not change that
MakeSandbox = Callable[[Settings], Sandbox]


def run(settings: Settings, number: int, lock: SlotLock, make_sandbox: MakeSandbox = bootstrap.make_sandbox) -> int:
    """Work in the slot of this number until SIGTERM; finish the chunk at hand first, or give it back after drain_s.

    Return the exit status.
    """
    set_up_logging(settings, service="worker", worker=number)
    try:
        sandbox = make_sandbox(bootstrap.pin_to_core(settings, number))
    except SandboxUnavailable as error:
        log.error("%s", error)
        return REFUSED
    store = Store(connect(settings.redis_address()), lease_s=settings.lease_s, cache_ttl_s=settings.cache_ttl_s)
    name = f"{socket.gethostname()}-{os.getpid()}-{number}"
    facts: dict[str, Any] = {"slot": number, "driver": settings.driver, "isolation": settings.isolation}
    facts |= {"engine": "starting", "languages": NOT_YET}
    metrics, process_id = Metrics(), new_process_id()
    pusher = MetricsPusher(metrics, settings.driver, sandbox.cells, partial(store.add_counts, process_id))
    lease = LeaseKeeper(store, name, facts, pusher, period_s=settings.lease_s / 4)

    def environment() -> Environment:
        found = bootstrap.environment_of(sandbox)
        lease.report_engine(
            environment=found.model_dump(),
            max_memory_bytes=settings.max_memory_bytes,
            judging=judging_facts(found, settings),
        )
        return found

    languages = settings.languages()
    rules, make_checkers = settings.rules(), partial(make_sandbox, bootstrap.pin_to_core(settings, number))
    checkers = CheckerCells(make_checkers, languages, settings.headers, rules)
    slot = Slot(store, sandbox, lease, rules, environment, lock, metrics, languages, checkers)
    loop = ChunkLoop(slot, bootstrap.make_handlers(slot))
    begun = time.monotonic()
    survey = LanguageSurvey(list(settings.toolchains()), sandbox.version)

    def try_engine() -> bool:
        survey.ask_again()
        return loop.probe_engine()

    def look() -> bool:
        if survey.is_done() or (loop.idle_s() < IDLE_S and time.monotonic() < begun + PATIENCE_S):
            return False
        sandbox.prepare()  # while chunks are done
        loop.between_chunks(survey.ask_next, LOOK_WAIT_S)
        if survey.is_done():
            lease.report_languages(survey.facts(settings.own_languages.languages))
        return not survey.is_done()

    probe = EngineProbe(try_engine, lease, calm_s=settings.probe_s, look=look)
    lease.start()
    probe.start()
    try:
        QueueListener(settings.redis_address(), name, loop.run_next, lambda: lease.leave(settings.drain_s)).run()
    finally:
        probe.stop()
        lease.stop()
        checkers.close()
        sandbox.close()
    return 0


def judging_facts(environment: Environment, settings: Settings) -> dict[str, Any]:
    """What a verdict's key in the cache is made of, for the API, which looks there first; `kept`: there is a cache."""
    rules = settings.rules()
    named = {each.name: getattr(rules, each.name) for each in fields(rules)}
    named["time_factors"] = dict(rules.time_factors)
    facts = {"environment": environment.model_dump(), "rules": named, "kept": settings.cache_ttl_s > 0}
    return {**facts, "checker_headers": settings.headers.digest}


def die_with_parent(parent: int) -> None:
    """Have this process sent SIGTERM when its supervisor dies, however it dies. Raise SystemExit if it has died."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:
        raise SystemExit(0)


def set_up_logging(settings: Settings, **always: str | int) -> None:
    """Log lines to stderr, each with `always`; of other libraries from INFO on, of RQ only what is wrong."""
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter(settings.log_format, **always))
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    logging.basicConfig(level=max(level, logging.INFO), handlers=[handler])
    for name in ("equijudge_verifier", "equijudge_sandbox"):
        logging.getLogger(name).setLevel(level)
    logging.getLogger("rq.worker").setLevel(logging.WARNING)
