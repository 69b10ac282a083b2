"""What a call has begun is cancelled when it is left early, whatever the moment; a batch that is too much is cut."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest

import equijudge
from equijudge import Client, Retry
from equijudge.deadline import Deadline, DeadlineExceeded
from equijudge_core.contracts.jobs import JobState
from tests.unit.client_support import (
    ROW,
    URL,
    Script,
    async_client,
    client,
    job,
    limits,
    line,
    refused,
    result,
    status,
    verified,
)


class Interrupted(Script):
    """A script in which anything may be raised."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, BaseException):
            raise answer
        return answer


def interrupted(*answers: object) -> Interrupted:
    return Interrupted(*answers)  # type: ignore[arg-type]  # whatever may be raised


def accepted() -> httpx.Response:
    """The answer to a request that became a job."""
    return httpx.Response(202, json=status(JobState.RUNNING, done=0))


def cancelled() -> httpx.Response:
    """The answer of a `DELETE`."""
    return httpx.Response(204)


CALLS: list[Callable[[Client], object]] = [
    lambda service: service.verify(ROW, ["a", "b"]),
    lambda service: list(service.verify_each(ROW, ["a", "b"])),
    lambda service: service.score([(ROW, ["a", "b"])]),
    lambda service: service.equivalence_sets([ROW, ROW]),
    lambda service: service.submit([(ROW, ["a", "b"])]),
    lambda service: service.submit_score([(ROW, ["a", "b"])]),
]


@pytest.mark.parametrize("call", CALLS)
def test_ctrl_c_before_the_answer_withdraws_the_request_by_its_key(call: Callable[[Client], object]) -> None:
    script = interrupted(KeyboardInterrupt(), cancelled())
    with client(script) as service, pytest.raises(KeyboardInterrupt):
        call(service)
    sent, withdrawn = script.requests
    assert (withdrawn.method, withdrawn.url.path) == ("DELETE", "/jobs")
    assert withdrawn.headers["idempotency-key"] == sent.headers["idempotency-key"]


@pytest.mark.parametrize("call", CALLS[:4])
def test_ctrl_c_after_the_answer_cancels_the_job_by_its_id(call: Callable[[Client], object]) -> None:
    script = interrupted(accepted(), KeyboardInterrupt(), cancelled())
    with client(script) as service, pytest.raises(KeyboardInterrupt):
        call(service)
    assert (script.requests[-1].method, script.requests[-1].url.path) == ("DELETE", "/jobs/j1")


def test_a_second_ctrl_c_leaves_at_once() -> None:
    script = interrupted(KeyboardInterrupt(), KeyboardInterrupt())
    with client(script) as service, pytest.raises(KeyboardInterrupt):
        service.verify(ROW, ["a"])
    assert len(script.requests) == 2


def test_cancelling_is_tried_again_while_the_service_is_restarted() -> None:
    away = httpx.ConnectError("refused")
    script = interrupted(KeyboardInterrupt(), away, refused(503), away, cancelled())
    with client(script) as service, pytest.raises(KeyboardInterrupt):
        service.verify(ROW, ["a"])
    assert [request.method for request in script.requests] == ["POST", *["DELETE"] * 4]


def test_what_is_refused_is_not_cancelled() -> None:
    script = Script(refused(422))
    with client(script) as service, pytest.raises(equijudge.Invalid):
        service.verify(ROW, ["a"])
    assert len(script.requests) == 1


def test_a_service_that_never_answers_is_asked_once_more_to_forget_it() -> None:
    script = interrupted(httpx.ConnectError("refused"), httpx.ConnectError("refused"))
    with client(script, Retry(total_s=0.0)) as service, pytest.raises(equijudge.Unreachable):
        service.verify(ROW, ["a"])
    assert [request.method for request in script.requests] == ["POST", "DELETE"]


def test_a_request_that_was_withdrawn_by_somebody_else_is_a_cancelled_job() -> None:
    withdrawn = httpx.Response(202, json=status(JobState.CANCELLED, candidates=0, done=0))
    with client(Script(withdrawn)) as service, pytest.raises(equijudge.JobCancelled):
        service.verify(ROW, ["a"])


def test_a_generator_that_is_dropped_cancels_its_job() -> None:
    script = Script(accepted(), httpx.Response(200, content=line(1) + line(0)), cancelled())
    with client(script) as service:
        for found in service.verify_each(ROW, ["a", "b"]):
            assert found.index == 1
            break
    assert (script.requests[-1].method, script.requests[-1].url.path) == ("DELETE", "/jobs/j1")


def test_a_generator_that_was_read_to_its_end_cancels_nothing() -> None:
    script = Script(accepted(), httpx.Response(200, content=line(1) + line(0)), job())
    with client(script) as service:
        assert [found.index for found in service.verify_each(ROW, ["a", "b"])] == [1, 0]
    assert "DELETE" not in {request.method for request in script.requests}


class Clock:
    """Set by hand; `by` the script, when it is asked for the n-th time."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Late(Script):
    """A script that takes an hour over its n-th answer."""

    def __init__(self, clock: Clock, number: int, *answers: httpx.Response | Exception) -> None:
        super().__init__(*answers)
        self.clock, self.number = clock, number

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if len(self.requests) == self.number:
            self.clock.now += 3600
        return super().__call__(request)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """That of the deadlines of the calls."""
    made = Clock()
    for name in ("_sync", "_async"):
        monkeypatch.setattr(f"equijudge.{name}.client.Deadline", lambda timeout: Deadline(timeout, made))
    return made


def test_time_that_is_up_names_the_job_and_says_that_it_was_cancelled(clock: Clock) -> None:
    script = Late(clock, 1, accepted(), httpx.ReadTimeout("silence"), cancelled())
    with (
        client(script) as service,
        pytest.raises(equijudge.JobTimedOut, match=r"job j1 .* 20 s; it was cancel") as caught,
    ):
        service.verify(ROW, ["a", "b"], timeout=20)
    assert caught.value.job_ids == ("j1",)
    assert script.requests[0].url.path == "/verify"
    assert script.requests[1].url.params["wait"] == "20.000"
    assert (script.requests[2].method, script.requests[2].url.path) == ("DELETE", "/jobs/j1")


def test_time_that_is_up_before_an_answer_withdraws_the_request(clock: Clock) -> None:
    script = Late(clock, 0, httpx.ReadTimeout("silence"), cancelled())
    with client(script) as service, pytest.raises(TimeoutError, match=r"the request with the key .* it was cancelled"):
        service.verify(ROW, ["a"], timeout=20)
    assert (script.requests[1].method, script.requests[1].url.path) == ("DELETE", "/jobs")


def test_time_that_is_up_says_what_could_not_be_cancelled(clock: Clock) -> None:
    script = Late(clock, 1, accepted(), httpx.ReadTimeout("silence"), refused(401))
    with (
        client(script) as service,
        pytest.raises(equijudge.JobTimedOut, match="it could not be cancelled"),
    ):
        service.verify(ROW, ["a", "b"], timeout=20)


async def test_the_asynchronous_client_has_a_timeout_too(clock: Clock) -> None:
    script = Late(clock, 1, accepted(), httpx.ReadTimeout("silence"), cancelled())
    async with async_client(script) as service:
        with pytest.raises(equijudge.JobTimedOut, match=r"job j1 .* 20 s; it was cancelled"):
            await service.verify(ROW, ["a", "b"], timeout=20)
    assert script.requests[-1].method == "DELETE"


async def test_a_second_cancellation_of_a_task_leaves_at_once() -> None:
    sent = asyncio.Event()

    async def never(request: httpx.Request) -> httpx.Response:
        sent.set()
        await asyncio.Event().wait()
        raise AssertionError

    async with equijudge.AsyncClient(URL, "k", transport=httpx.MockTransport(never)) as service:
        task = asyncio.create_task(service.verify(ROW, ["a"]))
        for _ in range(2):
            await asyncio.wait_for(sent.wait(), 30)
            sent.clear()
            task.cancel()
        await asyncio.wait_for(asyncio.wait([task]), 30)
        assert task.cancelled()


@pytest.mark.parametrize("timeout", [0, -1.0, float("nan")])
def test_a_timeout_that_is_none_is_refused_before_anything_is_sent(timeout: float) -> None:
    with client(Script()) as service, pytest.raises(equijudge.BadArgument, match="timeout"):
        service.verify(ROW, ["a"], timeout=timeout)


def test_a_deadline_leaves_the_service_time_to_answer() -> None:
    clock = Clock()
    deadline = Deadline(20.0, clock)
    assert deadline.service_wait(10.0) == 10.0
    clock.now = 18.0
    assert deadline.service_wait(10.0) == 1.5
    clock.now = 20.0
    with pytest.raises(DeadlineExceeded):
        deadline.bound(1.0)
    assert Deadline(None, clock).bound(7.0) == 7.0


def over(code: int, field: str) -> httpx.Response:
    """A refusal of a request that holds too much."""
    return refused(code, errors=[{"field": field, "problem": "too much", "limit": "at most so much"}])


def test_a_batch_that_is_refused_is_cut_as_the_limits_say() -> None:
    script = Script(over(422, "problems[].candidates"), limits(candidates=2), *(verified(result(0), result(1)),) * 2)
    with client(script) as service:
        found = service.verify(ROW, ["a", "b", "c", "d"])
    assert [each.index for each in found] == [0, 1, 2, 3]
    bodies = [script.body(number) for number in (2, 3)]
    sources = [[each["source"] for each in body["problems"][0]["candidates"]] for body in bodies]
    assert sources == [["a", "b"], ["c", "d"]]
    assert len({script.requests[number].headers["idempotency-key"] for number in (0, 2, 3)}) == 3


def test_what_the_limits_do_not_tell_is_met_by_halves() -> None:
    script = Script(over(422, "detail"), limits(), over(422, "detail"), limits(), *[verified(result(0))] * 2)
    script.answers.append(verified(result(0), result(1)))
    with client(script) as service:
        found = service.verify(ROW, ["a", "b", "c", "d"], detail="outputs")
    assert [each.index for each in found] == [0, 1, 2, 3]


def test_a_service_that_tells_no_limits_is_met_by_halves() -> None:
    script = Script(over(413, "body"), refused(404), *[verified(result(0))] * 2)
    with client(script) as service:
        assert [each.index for each in service.verify(ROW, ["a", "b"])] == [0, 1]


def test_a_fault_of_one_candidate_is_told_before_the_size_of_the_batch() -> None:
    faults = [
        {"field": field, "problem": "no"} for field in ("problems[].candidates", "problems[0].candidates[1].source")
    ]
    with client(Script(refused(422, errors=faults))) as service, pytest.raises(equijudge.Invalid) as caught:
        service.verify(ROW, ["a", "b"])
    assert [error.field for error in caught.value.details.errors] == ["candidates[1].source"]


def test_a_service_that_is_full_is_waited_for_by_reading_what_it_has() -> None:
    """The second part is refused as long as the first is there: to wait for that without reading would be for ever."""
    first = httpx.Response(202, json=status(JobState.RUNNING, candidates=1, done=0))
    script = Script(
        over(422, "problems[].candidates"),
        limits(candidates=1),
        first,
        refused(429),
        httpx.Response(200, content=line(0)),
        job(candidates=1, done=1),
        verified(result(0)),
    )
    with client(script) as service:
        assert [each.index for each in service.verify(ROW, ["a", "b"])] == [0, 1]
    keys = [script.requests[number].headers["idempotency-key"] for number in (3, 6)]
    assert len(set(keys)) == 1


def test_parts_of_a_repeated_call_have_the_same_keys() -> None:
    def keys() -> list[str]:
        script = Script(over(413, "body"), refused(404), refused(422))
        with client(script) as service, pytest.raises(equijudge.Invalid):
            service.equivalence_sets([ROW, ROW], idempotency_key="mine")
        return [request.headers.get("idempotency-key", "") for request in script.requests]

    assert keys() == keys()
    assert keys()[0] == "mine" != keys()[2]


async def test_tasks_cut_batches_too() -> None:
    script = Script(over(422, "problems[].candidates"), limits(candidates=1), *[verified(result(0))] * 2)
    async with async_client(script) as service:
        assert [each.index for each in await service.verify(ROW, ["a", "b"])] == [0, 1]
