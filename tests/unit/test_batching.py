"""Calls that come close together are one request, and nobody pays for another's: without a clock, batches are closed
when they are full."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from typing import Any

import pytest

from equijudge.batching import Answer, Batcher, BatchPolicy
from equijudge.errors import Invalid, JobCancelled, Unreachable
from equijudge_core.contracts.errors import ProblemDetails

LONG_S = 20.0  # nothing in these tests waits so long


class Judge:
    """Doubles numbers. Requests are seen in `asked`; with `slow` results come when they are let go, by item."""

    def __init__(self, *, slow: bool = False) -> None:
        self.asked: Queue[list[int]] = Queue()
        self.jobs: Queue[Doubling] = Queue()
        self.cancelled: Queue[list[int]] = Queue()
        self.slow = slow
        self.go = {number: threading.Event() for number in range(100)}
        self.start_gate = threading.Event()
        self.start_gate.set()
        self.fault: Callable[[Sequence[int]], Exception | None] = lambda items: None

    def start(self, items: Sequence[int]) -> Doubling:
        self.asked.put(list(items))
        assert self.start_gate.wait(LONG_S)
        if (fault := self.fault(items)) is not None:
            raise fault
        return Doubling(self, list(items))

    def batcher(self, size: int, **policy: Any) -> Batcher[int, int]:
        """Gathers until there are `size` items."""
        return Batcher(self.start, BatchPolicy(quiet_s=LONG_S, idle_s=LONG_S, most_s=LONG_S, most_items=size, **policy))


class Doubling:
    def __init__(self, judge: Judge, items: list[int]) -> None:
        self.judge, self.items = judge, items
        self.over = threading.Event()
        judge.jobs.put(self)

    def results(self) -> Iterator[tuple[int, int]]:
        for place, item in enumerate(self.items):
            while self.judge.slow and not self.judge.go[item].wait(0.01):
                if self.over.is_set():
                    raise JobCancelled("cancelled")
            yield place, 2 * item

    def cancel(self) -> None:
        self.over.set()
        self.judge.cancelled.put(self.items)


def refused() -> Invalid:
    return Invalid(ProblemDetails(title="no", status=422, detail="no"))


def wrong(bad: set[int]) -> Callable[[Sequence[int]], Exception | None]:
    return lambda items: refused() if bad & set(items) else None


def test_threads_share_a_request() -> None:
    judge = Judge()
    batcher = judge.batcher(40)
    with ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(lambda number: batcher.answer([number]), range(40)))
    assert [answer.results for answer in answers] == [[2 * number] for number in range(40)]
    assert sorted(judge.asked.get(timeout=LONG_S)) == list(range(40))
    assert judge.asked.empty()


async def test_tasks_share_a_request() -> None:
    judge = Judge()
    batcher = judge.batcher(40)
    answers = await asyncio.gather(*(batcher.answer_async([number]) for number in range(40)))
    assert [answer.results for answer in answers] == [[2 * number] for number in range(40)]
    assert judge.asked.qsize() == 1


def test_event_loops_and_threads_share_a_request() -> None:
    judge = Judge()
    batcher = judge.batcher(3)

    def in_a_loop(number: int) -> Answer[int]:
        return asyncio.run(batcher.answer_async([number]))

    with ThreadPoolExecutor(3) as pool:
        futures = [pool.submit(in_a_loop, 1), pool.submit(in_a_loop, 2), pool.submit(batcher.answer, [3])]
        assert [future.result().results for future in futures] == [[2], [4], [6]]
    assert judge.asked.qsize() == 1


def test_a_batch_is_closed_when_no_call_has_come_for_a_moment_and_after_a_while_in_any_case() -> None:
    policy = BatchPolicy(quiet_s=2.0, idle_s=0.75, most_s=10.0)
    assert policy.wait_left_s(first=100.0, last=100.0, now=101.0, idle=False) == 1.0
    assert policy.wait_left_s(first=100.0, last=101.5, now=103.0, idle=False) == 0.5
    assert policy.wait_left_s(first=100.0, last=109.5, now=109.5, idle=False) == 0.5
    assert policy.wait_left_s(first=100.0, last=110.0, now=110.0, idle=False) <= 0
    assert policy.wait_left_s(first=100.0, last=100.0, now=100.5, idle=True) == 0.25


def test_a_call_that_finds_a_request_under_way_waits_for_others_and_one_that_finds_none_does_not() -> None:
    judge = Judge()
    batcher = Batcher(judge.start, BatchPolicy(quiet_s=LONG_S, idle_s=0.0, most_s=LONG_S, most_items=2))
    judge.start_gate.clear()
    first = batcher.ask([1])
    assert judge.asked.get(timeout=LONG_S) == [1]
    second, third = batcher.ask([2]), batcher.ask([3])
    assert judge.asked.get(timeout=LONG_S) == [2, 3]
    judge.start_gate.set()
    assert [call.future.result(LONG_S).results for call in (first, second, third)] == [[2], [4], [6]]


def test_a_lone_call_is_sent_when_the_moment_is_over() -> None:
    judge = Judge()
    now = iter(range(0, 1000, 5))
    batcher = Batcher(judge.start, BatchPolicy(quiet_s=1.0, idle_s=1.0, most_s=10.0), clock=lambda: float(next(now)))
    assert batcher.answer([4]).results == [8]


def test_a_request_holds_no_more_than_it_may_and_the_rest_goes_in_the_next() -> None:
    judge = Judge()
    batcher = judge.batcher(4)
    calls = [batcher.ask([number, number]) for number in range(4)]
    assert [call.future.result(LONG_S).results for call in calls] == [[2 * number] * 2 for number in range(4)]
    assert sorted(len(judge.asked.get(timeout=LONG_S)) for _ in range(2)) == [4, 4]


def test_a_call_that_is_larger_than_a_request_goes_alone() -> None:
    judge = Judge()
    batcher = judge.batcher(2)
    assert batcher.answer([1, 2, 3]).results == [2, 4, 6]


def test_a_call_of_nothing_asks_nobody() -> None:
    judge = Judge()
    assert judge.batcher(2).answer([]) == Answer([])
    assert judge.asked.empty()


def test_no_more_requests_are_open_than_allowed_and_calls_gather_meanwhile() -> None:
    judge = Judge(slow=True)
    batcher = judge.batcher(1, most_open=2)
    calls = [batcher.ask([number]) for number in range(4)]
    assert sorted(judge.asked.get(timeout=LONG_S)[0] for _ in range(2)) == [0, 1]
    assert judge.asked.empty()
    judge.go[0].set()
    assert judge.asked.get(timeout=LONG_S) == [2]
    for number in range(4):
        judge.go[number].set()
    assert [call.future.result(LONG_S).results for call in calls] == [[0], [2], [4], [6]]


def test_a_caller_is_answered_before_the_rest_of_its_request_is() -> None:
    judge = Judge(slow=True)
    batcher = judge.batcher(2)
    quick, slow = batcher.ask([1]), batcher.ask([2])
    judge.go[1].set()
    assert quick.future.result(LONG_S).results == [2]
    assert not slow.future.done()
    judge.go[2].set()
    assert slow.future.result(LONG_S).results == [4]


def test_a_caller_who_leaves_takes_nobody_along() -> None:
    judge = Judge(slow=True)
    batcher = judge.batcher(2)
    leaver, stayer = batcher.ask([1]), batcher.ask([2])
    judge.asked.get(timeout=LONG_S)
    assert leaver.future.cancel()
    judge.go[1].set()
    judge.go[2].set()
    assert stayer.future.result(LONG_S).results == [4]
    assert judge.cancelled.empty()


def test_a_request_is_cancelled_when_all_have_left() -> None:
    judge = Judge(slow=True)
    batcher = judge.batcher(2)
    calls = [batcher.ask([number]) for number in (1, 2)]
    judge.asked.get(timeout=LONG_S)
    judge.go[1].set()
    calls[0].future.result(LONG_S)
    assert calls[1].future.cancel()
    assert judge.cancelled.get(timeout=LONG_S) == [1, 2]


def test_a_request_that_all_left_before_it_was_accepted_is_cancelled_too() -> None:
    judge = Judge(slow=True)
    judge.start_gate.clear()
    call = judge.batcher(1).ask([1])
    judge.asked.get(timeout=LONG_S)
    assert call.future.cancel()
    judge.start_gate.set()
    assert judge.cancelled.get(timeout=LONG_S) == [1]


def test_a_call_that_is_left_before_it_is_sent_is_not_sent() -> None:
    judge = Judge()
    batcher = judge.batcher(2)
    assert batcher.ask([1]).future.cancel()
    calls = [batcher.ask([number]) for number in (2, 3)]
    assert [call.future.result(LONG_S).results for call in calls] == [[4], [6]]
    assert judge.asked.get(timeout=LONG_S) == [2, 3]


async def test_a_cancelled_task_leaves() -> None:
    judge = Judge(slow=True)
    task = asyncio.create_task(judge.batcher(1).answer_async([1]))
    await asyncio.to_thread(judge.asked.get, timeout=LONG_S)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(judge.cancelled.get, timeout=LONG_S) == [1]


def test_an_interrupted_thread_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Judge(slow=True)
    batcher = judge.batcher(1)
    call = batcher.ask([1])
    judge.asked.get(timeout=LONG_S)
    monkeypatch.setattr(batcher, "ask", lambda items: call)

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(call.future, "result", interrupted)
    with pytest.raises(KeyboardInterrupt):
        batcher.answer([1])
    assert judge.cancelled.get(timeout=LONG_S) == [1]


def test_an_error_reaches_those_whose_items_it_is_about() -> None:
    judge = Judge()
    judge.fault = wrong({3, 6})
    batcher = judge.batcher(8)
    calls = [batcher.ask([number]) for number in range(8)]
    answers = [call.future.result(LONG_S) for call in calls]
    assert [number for number, answer in enumerate(answers) if isinstance(answer.error, Invalid)] == [3, 6]
    assert [answer.results for answer in answers if answer.error is None] == [[0], [2], [4], [8], [10], [14]]


@pytest.mark.parametrize("fault", [Unreachable("away"), RuntimeError("a bug")])
def test_a_service_that_is_away_is_asked_once_and_everybody_hears_of_it(fault: Exception) -> None:
    judge = Judge()
    judge.fault = lambda items: fault
    batcher = judge.batcher(4)
    calls = [batcher.ask([number]) for number in range(4)]
    answers = [call.future.result(LONG_S) for call in calls]
    assert [(answer.results, answer.error) for answer in answers] == [([None], fault)] * 4
    assert judge.asked.qsize() == 1


def test_what_came_before_an_error_counts() -> None:
    judge = Judge(slow=True)
    batcher = judge.batcher(2)
    call = batcher.ask([1, 2])
    judge.go[1].set()
    judge.jobs.get(timeout=LONG_S).cancel()
    answer = call.future.result(LONG_S)
    assert (answer.results, type(answer.error)) == ([2, None], JobCancelled)


def test_a_child_process_gathers_anew() -> None:
    """The reward functions' gatherers, in a child that was forked while a thread of the parent's was at work."""
    from equijudge import Client
    from equijudge.reward_functions.batches import BATCHERS

    with Client("http://judge.test", "key") as client, BATCHERS._lock:
        mine = BATCHERS._known.setdefault(client, {})
        pid = os.fork()
        if not pid:
            anew = not BATCHERS._lock.locked() and client not in BATCHERS._known
            os._exit(0 if anew else 1)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        assert BATCHERS._known[client] is mine
