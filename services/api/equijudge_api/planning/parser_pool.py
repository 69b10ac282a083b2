"""Parse bodies where they hold up nobody: the smallest where they come, small ones in a thread, large ones in a few
processes beside the API.

All run plans (see plan.py). A process is started when it is first needed, runs at a low priority, and has bounds on
memory and time for a body: what small JSON becomes in memory, nobody can tell beforehand.
Of the large bodies of one key one process at least is free of them, and of the small ones half the threads, so that
nobody waits for another key's alone.
"""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, TypeVar, cast

from pydantic import SecretStr

from equijudge_api.http.problem_details import MAX_ERRORS, Refusal, more_errors_text
from equijudge_api.http.request_body import InFlightBody, RawBody
from equijudge_api.planning.languages import fleet_languages
from equijudge_api.planning.plan import Answer, Plan, PlanContext, Question, common_judging
from equijudge_api.queue.admission import NO_ORIGIN, Origin
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.settings import Settings
from equijudge_core.contracts.errors import FieldError
from equijudge_core.errors import BadInput

log = logging.getLogger(__name__)
T = TypeVar("T")
AT_ONCE_BYTES = 2 << 10  # parsed where it came: in less time than a thread takes to be woken
IN_PROCESS_BYTES = 64 << 10  # parsed in the API's own process: milliseconds
THREADS_HERE, TURNS_HERE = 4, 2  # threads for small bodies, and of one key at once
MAX_RESIDENT_BYTES = 256 << 20  # a process that holds more after a body is not used for another one
START_S = 30.0
AnswerQuestion = Callable[[Question], Coroutine[Any, Any, Answer]]


class ParserPool:
    """Run plans in threads and processes. One per application; `close` ends the processes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._idle: list[ParserProcess] = []
        self._all: set[ParserProcess] = set()
        self._lock = Lock()
        self._closed = False
        self._threads = ThreadPoolExecutor(settings.parsers, thread_name_prefix="parser")  # one for each process
        self._here_threads = ThreadPoolExecutor(THREADS_HERE, thread_name_prefix="small-body")
        self._turns: dict[str, asyncio.Semaphore] = {}  # by key
        self._turns_here: dict[str, asyncio.Semaphore] = {}

    async def run(
        self, plan: Callable[..., Plan[T]], body: RawBody[Any], context: PlanContext, answer: AnswerQuestion, key: str
    ) -> T:
        """Run the plan on this body, and return what it returns. Raise Refusal, and what `answer` raises."""
        if len(body) <= AT_ONCE_BYTES:
            return await self._run_at_once(plan(body.take(), context), answer)
        if len(body) <= IN_PROCESS_BYTES:
            return await self._run_in_thread(plan(body.take(), context), answer, key)
        turn = self._turns.setdefault(key, asyncio.Semaphore(max(1, self._settings.parsers - 1)))
        loop = asyncio.get_running_loop()

        def answer_here(question: Question) -> Answer:
            return asyncio.run_coroutine_threadsafe(answer(question), loop).result()

        return await run_in_turn(
            turn, partial(self._threads.submit, self._run_in_process, plan_name(plan), body, context, answer_here)
        )

    async def _run_at_once(self, plan: Plan[T], answer: AnswerQuestion) -> T:
        step = advance(plan, None)
        while isinstance(step, Question):
            step = advance(plan, await answer(step))
        return step

    async def _run_in_thread(self, plan: Plan[T], answer: AnswerQuestion, key: str) -> T:
        turn = self._turns_here.setdefault(key, asyncio.Semaphore(TURNS_HERE))
        step = await run_in_turn(turn, partial(self._here_threads.submit, advance, plan, None))
        while isinstance(step, Question):
            step = await run_in_turn(turn, partial(self._here_threads.submit, advance, plan, await answer(step)))
        return step

    def _run_in_process(
        self, plan: str, body: RawBody[Any], context: PlanContext, answer: Callable[[Question], Answer]
    ) -> Any:
        parser = self._take_process()
        try:
            value, spare = parser.parse(plan, body.take(), context, answer)
        except Refusal as refusal:
            self._give_back(parser, parser.usable)
            raise refusal from None
        except BaseException:
            self._give_back(parser, False)
            raise
        self._give_back(parser, spare)
        return value

    def _take_process(self) -> ParserProcess:
        with self._lock:
            if self._closed:
                raise shutdown_refusal()
            if self._idle:
                return self._idle.pop()
            parser = ParserProcess(self._settings)
            self._all.add(parser)
            return parser

    def _give_back(self, parser: ParserProcess, usable: bool) -> None:
        with self._lock:
            if usable and not self._closed:
                self._idle.append(parser)
                return
            self._all.discard(parser)
        parser.end()

    def close(self) -> None:
        """End the processes, whatever they are at."""
        with self._lock:
            self._closed = True
            parsers, self._idle = list(self._all), []
        for parser in parsers:
            parser.end()
        for threads in (self._threads, self._here_threads):
            threads.shutdown(wait=True, cancel_futures=True)


async def run_in_turn(turn: asyncio.Semaphore, submit: Callable[[], Future[T]]) -> T:
    """Submit work when it is this key's turn, and await it. Whoever asked may be gone before it is done."""
    await turn.acquire()
    loop = asyncio.get_running_loop()
    try:
        done = submit()
    except BaseException:
        turn.release()
        raise
    done.add_done_callback(lambda _: None if loop.is_closed() else loop.call_soon_threadsafe(turn.release))
    return await asyncio.wrap_future(done)


class ParserProcess:
    """One process. All methods but `end` are called from one thread at a time."""

    def __init__(self, settings: Settings) -> None:
        self._within_s, self._memory_bytes = settings.parse_timeout_s, settings.parse_memory_bytes
        ours, theirs = Pipe()
        command = [sys.executable, "-m", "equijudge_api.planning.parser_process", str(theirs.fileno())]
        try:
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
        finally:
            theirs.close()
        self._pipe: Connection[Any, Any] = ours
        self.usable = True
        no_secrets = dict.fromkeys(("api_keys", "outcome_only_keys", "worker_keys"), SecretStr(""))
        self._settings: Settings | None = settings.model_copy(update=no_secrets)

    def parse(
        self, plan: str, body: bytes | bytearray, context: PlanContext, answer: Callable[[Question], Answer]
    ) -> tuple[Any, bool]:
        """Run a plan there; return what it returns, and whether the process may be used again (as `usable` says).

        Raise Refusal.
        """
        until = time.monotonic() + self._within_s + (START_S if self._settings is not None else 0.0)
        try:
            if self._settings is not None:
                self._pipe.send(self._settings)
                self._settings = None
            self._pipe.send((plan, context.origin, context.outcome_only))
            self._pipe.send_bytes(body)
            del body
            while True:
                word, value, spare = self._receive(until)
                if word != "ask":
                    break
                self._pipe.send(answer(value))
        except (EOFError, OSError) as error:
            self.usable = False
            log.warning("a process that parsed a body ended: %s", error or "it was killed")
            raise too_costly(f"more than {self._memory_bytes} bytes of memory, or ended otherwise") from error
        self.usable = spare
        if word == "refused":
            raise Refusal(*value)
        if word == "memory":
            raise too_costly(f"more than {self._memory_bytes} bytes of memory")
        if word == "fault":
            raise RuntimeError(f"a plan failed in its process:\n{value}")
        return value, spare

    def _receive(self, until: float) -> Any:
        if not self._pipe.poll(max(0.0, until - time.monotonic())):
            self.usable = False
            raise too_costly(f"longer than {self._within_s:g} s")
        return self._pipe.recv()

    def end(self) -> None:
        """Kill the process. Nothing is lost: it holds nothing that was accepted."""
        self._process.kill()
        self._process.wait()
        self._pipe.close()


def advance(plan: Plan[T], answer: Answer | None) -> Question | T:
    """Run the plan to its next question, or to its end: then return what it returns. Raise Refusal."""
    try:
        return next(plan) if answer is None else plan.send(answer)
    except StopIteration as end:
        return cast(T, end.value)
    except BadInput as error:
        more = more_errors_text(len(error.errors))
        raise Refusal(422, "the request is not valid" + more, error.errors[:MAX_ERRORS]) from error


def plan_name(plan: Callable[..., Plan[Any]]) -> str:
    """The name under which a process finds a plan: its module and its function."""
    return f"{plan.__module__}:{plan.__name__}"


def too_costly(problem: str) -> Refusal:
    """413 for a body that is small enough and takes too much all the same."""
    error = FieldError(field="body", problem=f"takes {problem} to be parsed")
    return Refusal(413, "the request's body costs too much; send it in parts", [error])


def shutdown_refusal() -> Refusal:
    """503 for a body that comes too late."""
    return Refusal(503, "the service goes down; ask again", headers={"Retry-After": "1"})


@dataclass(frozen=True)
class Planner:
    """Make of one request's body what the queue stores."""

    parsers: ParserPool
    queue: JobQueue
    context: PlanContext
    key: str
    held: InFlightBody

    async def run(
        self, plan: Callable[[bytes | bytearray, PlanContext], Plan[T]], body: RawBody[Any], origin: Origin = NO_ORIGIN
    ) -> T:
        """Run the plan, and count the body no longer as in flight. Raise Refusal, RedisError."""
        try:
            return await self.parsers.run(plan, body, replace(self.context, origin=origin), self._answer, self.key)
        finally:
            self.held.release()

    async def _answer(self, question: Question) -> Answer:
        if question.verdict_keys:
            return Answer(verdicts=await self.queue.cached_verdicts(question.verdict_keys))
        stored, slots = await self.queue.summaries(question.problem_ids), await self.queue.slots()
        if not question.judging:
            return Answer(stored, slots)
        workers = await self.queue.workers()
        return Answer(stored, slots, common_judging(workers), fleet_languages(workers))
