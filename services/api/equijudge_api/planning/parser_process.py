"""`python -m equijudge_api.planning.parser_process FD`: run plans for a ParserProcess until its end closes.

Over the pipe at FD come the settings, then for each body (plan's name, origin, outcome_only) and the body's bytes. Back
go (word, value, spare), where spare says whether the process may be used again: `ask` with a Question, to which an
Answer is sent back; at last `planned` with what the plan returns, `refused` with the arguments of a Refusal, `memory`,
or `fault` with a traceback.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any, cast

from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning import execute_plan, problems_plan, scores_plan, sets_plan, verify_plan
from equijudge_api.planning.parser_pool import MAX_RESIDENT_BYTES, advance
from equijudge_api.planning.plan import Plan, PlanContext, Question
from equijudge_api.settings import Settings

NICE = 5  # the event loop of the API goes first
OURS = "equijudge_api."
EARLY = (
    verify_plan,
    execute_plan,
    scores_plan,
    sets_plan,
    problems_plan,
)  # modules that plans lie in, at hand before a body comes


def main(descriptor: int) -> int:
    """Serve until the API closes its end, or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal: the API ends us
    os.nice(NICE)
    pipe: Connection[Any, Any] = Connection(descriptor)
    with suppress(EOFError, OSError):
        settings: Settings = pipe.recv()
        most = settings.parse_memory_bytes
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))
        while True:
            name, origin, outcome_only = pipe.recv()
            word, value = plan_outcome(pipe, name, PlanContext(settings, origin, outcome_only))
            trim_heap()
            spare = word != "memory" and resident_bytes() <= MAX_RESIDENT_BYTES
            pipe.send((word, value, spare))
            if not spare:
                break
            del value
    return 0


def plan_outcome(pipe: Connection[Any, Any], name: str, context: PlanContext) -> tuple[str, Any]:
    """Run a plan and catch how it ends: the word and what comes with it."""
    try:
        return "planned", run_plan(pipe, name, context)
    except Refusal as refusal:
        return "refused", (refusal.status, refusal.detail, refusal.errors, refusal.headers)
    except MemoryError:
        return "memory", None
    except (EOFError, OSError):
        raise
    except Exception:  # noqa: BLE001  # it is the API's to tell, as of any fault
        return "fault", traceback.format_exc()


def run_plan(pipe: Connection[Any, Any], name: str, context: PlanContext) -> Any:
    """Run the named plan on the next body of the pipe. Raise Refusal."""
    step = advance(plan := find_plan(name)(pipe.recv_bytes(), context), None)
    while isinstance(step, Question):
        pipe.send(("ask", step, True))
        step = advance(plan, pipe.recv())
    return step


def find_plan(name: str) -> Callable[[bytes, PlanContext], Plan[Any]]:
    """Find a plan by the name that plan_name gives it. Raise ValueError for what is none."""
    module, _, function = name.partition(":")
    if not module.startswith(OURS):
        raise ValueError(f"no plan is named {name!r}")
    return cast(Callable[[bytes, PlanContext], Plan[Any]], getattr(import_module(module), function))


def trim_heap() -> None:
    """Give back what the last body took: glibc keeps what was freed."""
    trimmed = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trimmed is not None:
        trimmed(0)


def resident_bytes() -> int:
    """The memory that this process holds now (RSS)."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
