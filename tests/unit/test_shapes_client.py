"""What callers hand to the client and to the rewards, of every shape: a request that the service understands, or an
error of our own that names the field; never another exception, and nothing that is no JSON on the wire."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import httpx
import pytest
from pydantic import BaseModel, ValidationError

from equijudge import AsyncClient, Client, EquijudgeError, Retry
from equijudge.errors import BadArgument
from equijudge.rewards import VerdictReward
from equijudge_api.http.problem_details import MEDIA_TYPE
from equijudge_api.planning.problems_plan import PutProblems
from equijudge_core.contracts.errors import ProblemDetails
from equijudge_core.contracts.field_errors import field_errors
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.runs import LeaseRequest, RunRequest
from equijudge_core.contracts.score_requests import Generation, ProblemGenerations, ScoreRequest
from equijudge_core.contracts.sets import SetsRequest
from equijudge_core.contracts.verify import Candidate, VerifyRequest
from tests.shapes import SHAPES, places, put
from tests.unit.client_support import URL, status

ROW: dict[str, Any] = {
    "name": "sum",
    "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
    "private_tests": [{"input": "1 2\n", "output": "3\n"}],
    "solutions": {"language": [3], "solution": ["print(3)"]},
    "time_limit": {"seconds": 1, "nanos": 0},
    "cf_tags": ["math"],
    "cf_points": 1.5,
    "source": 2,
    "a column of one's own": 1,
}
RUN: dict[str, Any] = {"model": "m", "data": {"job": "0" * 32}, "objective": {"kind": "eco"}, "name": "n"}
MODELS: dict[tuple[str, str], type[BaseModel]] = {
    ("POST", "/verify"): VerifyRequest,
    ("POST", "/score-generations"): ScoreRequest,
    ("POST", "/equivalence-sets"): SetsRequest,
    ("PUT", "/problems"): PutProblems,
    ("POST", "/training-runs"): RunRequest,
    ("POST", "/training-runs/lease"): LeaseRequest,
}
Call = tuple[str, tuple[Any, ...], dict[str, Any]]


def service(request: httpx.Request) -> httpx.Response:
    """As the API: a body that its model takes is a job, others are refused by field; nothing is known by an id."""
    model = MODELS.get((request.method, request.url.path))
    if model is None:
        return httpx.Response(404, json={"title": "no such thing", "status": 404, "detail": ""})
    try:
        model.model_validate(json.loads(request.content, parse_constant=no_json))
    except ValidationError as error:
        return refusal(error)
    if request.url.path == "/training-runs/lease":
        return httpx.Response(204)
    answers = {
        "/problems": {"problems": []},
        "/training-runs": {"run_id": "r", "name": "", "state": "queued", "created_at": 0.0},
    }
    accepted = status(JobState.CANCELLED, candidates=1, done=0)
    return httpx.Response(202, json=answers.get(request.url.path, accepted))


def refusal(error: ValidationError) -> httpx.Response:
    details = ProblemDetails(title="wrong", status=422, detail="wrong", errors=tuple(field_errors(error.errors())))
    return httpx.Response(422, content=details.model_dump_json().encode(), headers={"content-type": MEDIA_TYPE})


def no_json(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def row_with(shape: Callable[[], Any]) -> Iterator[dict[str, Any]]:
    return (put(ROW, path, shape()) for path in places(ROW))


def calls(shape: Callable[[], Any]) -> Iterator[Call]:
    """Every call with the shape at every place of its arguments."""
    options = ("tests", "stop", "detail", "limits", "checker")
    for row in (shape(), *row_with(shape)):
        yield "verify", (row, ["print(3)"]), {}
        yield "put_problems", ([row],), {}
        yield "equivalence_sets", ([row],), {}
        yield "score", ([(row, ["print(3)"])],), {}
    for programs in (shape(), [shape()], ["print(3)", shape()], [{"source": shape()}], [{"source": "", "id": shape()}]):
        yield "verify", ("p", programs), {}
        yield "submit", ([("p", programs)],), {}
    for batch in (shape(), [shape()], [(shape(), ["print(3)"])], {"p": shape()}):
        yield "verify_batch", (batch,), {}
        yield "score", (batch,), {}
    for texts in (shape(), [shape()], [{"text": shape()}], [{"text": "", "id": shape()}]):
        yield "submit_score", ([("p", texts)],), {}
        yield "score", ([{"problem_id": "p", "generations": texts}],), {}
    yield "score", ([{"problem_id": "p", "generations": ["x"], "family": shape()}],), {}
    yield "score", ([{"problem_id": "p", "generations": ["x"], "reference": shape()}],), {}
    for name in options:
        yield "verify", ("p", ["print(3)"]), {name: shape()}
    for name in ("tests", "limits", "checker", "k", "levels", "seed", "confidence", "method", "subset_size"):
        yield "score", ([("p", ["print(3)"])],), {name: shape()}
    yield "verify", ("p", ["print(3)"]), {"limits": {"time_limit_s": shape()}}
    yield "put_problems", (shape(),), {}
    yield "equivalence_sets", (shape(),), {}
    yield "equivalence_sets", ([ROW], shape()), {}
    yield "equivalence_sets", ([ROW],), {"idempotency_key": shape()}
    for method in ("job", "scores", "cancel", "problem", "run", "cancel_run", "results", "sets", "follow_run"):
        yield method, (shape(),), {}
    yield "scores", ("j", shape()), {}
    yield "results", ("j", shape()), {}
    for config in (shape(), *(put(RUN, path, shape()) for path in places(RUN))):
        yield "start_run", (config,), {}
    yield "start_run", (RUN,), {"idempotency_key": shape()}
    yield "lease_run", (shape(),), {}
    yield "lease_run", ("w", shape()), {}


def fault_of(call: Call, made: Callable[[], Any]) -> str | None:
    """What a call raises that it must not."""
    try:
        made()
    except EquijudgeError as error:
        named = ":" in str(error) or not isinstance(error, BadArgument)
        return None if str(error) and named else f"{call[0]}: no field is named: {error!r}"
    except Exception as error:  # noqa: BLE001 - whatever it is
        return (
            f"{call[0]}{ascii(call[1])[:150]}{ascii(call[2])[:100]}: {type(error).__name__}: {ascii(str(error))[:150]}"
        )
    return None


def called(client: Client, call: Call) -> Any:
    method, arguments, options = call
    found = getattr(client, method)(*arguments, **options)
    return list(found) if isinstance(found, Iterator) else found


async def awaited(client: AsyncClient, call: Call) -> Any:
    method, arguments, options = call
    found = getattr(client, method)(*arguments, **options)
    return [each async for each in found] if hasattr(found, "__aiter__") else await found


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(URL, retry=Retry(total_s=0.0), transport=httpx.MockTransport(service)) as made:
        yield made


@pytest.mark.parametrize("name", SHAPES)
def test_an_argument_of_any_shape_is_sent_or_named(client: Client, name: str) -> None:
    faults = [fault_of(call, partial(called, client, call)) for call in calls(SHAPES[name])]
    assert [fault for fault in faults if fault] == []


@pytest.mark.parametrize("name", ["surrogate", "bytes of another encoding", "series", "circle", "object", "frame"])
def test_the_same_holds_for_the_asynchronous_client(name: str) -> None:
    async def faults() -> list[str]:
        transport = httpx.MockTransport(service)
        async with AsyncClient(URL, retry=Retry(total_s=0.0), transport=transport) as client:
            found = []
            for call in calls(SHAPES[name]):
                try:
                    await awaited(client, call)
                except EquijudgeError:
                    continue
                except Exception as error:  # noqa: BLE001 - whatever it is
                    found.append(f"{call[0]}: {error!r}")
            return found

    assert asyncio.run(faults()) == []


def rewards(client: Client, shape: Callable[[], Any]) -> Iterator[tuple[str, Callable[[], Any]]]:
    reward = VerdictReward(client=client)
    message: list[Any] = [{"role": "assistant", "content": "print(3)"}]
    completions = (
        *(shape(), [shape()], [*message, shape()], put(message, (0, "role"), shape())),
        *(put(message, (0, "content"), content) for content in (shape(), [{"type": "text", "text": shape()}])),
    )
    for completion in completions:
        yield "completions", partial(reward, ["p"], [completion], problem_id=["p"])
    yield "all completions", partial(reward, ["p"], shape(), problem_id=["p"])
    for prompts in (shape(), [shape()]):
        yield "prompts", partial(reward, prompts, ["print(3)"], problem_id=["p"])
    for problems in (shape(), [shape()], *([row] for row in row_with(shape))):
        yield "problems", partial(reward, ["p"], ["print(3)"], problem_id=problems)


@pytest.mark.parametrize("name", SHAPES)
def test_a_reward_of_any_shape_is_given_or_what_is_wrong_is_named(client: Client, name: str) -> None:
    faults = [fault_of((what, (), {}), call) for what, call in rewards(client, SHAPES[name])]
    assert [fault for fault in faults if fault] == []


@pytest.mark.parametrize("name", SHAPES)
def test_an_address_or_a_key_of_any_shape_is_taken_or_named(name: str) -> None:
    makers = (
        lambda: Client(SHAPES[name]()),
        lambda: Client(URL, SHAPES[name]()),
        lambda: AsyncClient(URL, SHAPES[name]()),
    )
    faults = [fault_of(("Client", (), {}), make) for make in makers]
    assert [fault for fault in faults if fault] == []


def test_contracts_given_as_such_are_sent_too(client: Client) -> None:
    made = ProblemGenerations(problem=dict(ROW), generations=(Generation(text="print(3)"),))
    assert client.submit([(f"p{0:032}", [Candidate(source="x")])]).state is JobState.CANCELLED
    assert client.submit_score([made]).state is JobState.CANCELLED
