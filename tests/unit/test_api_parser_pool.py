"""Large bodies are parsed beside the API, in processes that are bounded in memory and time. No Redis is there."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from equijudge_api.app import create_app
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import RawBody
from equijudge_api.planning import verify_plan
from equijudge_api.planning.parser_pool import AT_ONCE_BYTES, IN_PROCESS_BYTES, TURNS_HERE, ParserPool, ParserProcess
from equijudge_api.planning.plan import Answer, PlanContext, PlannedJob, Question, common_judging
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import VerifyChunk
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CandidateResult, VerifyRequest
from equijudge_queue.compression import is_packed, unpack
from tests.service import RIGHT, body
from tests.unit.test_api_cached_verdicts import facts
from tests.unit.test_worker_judge import LIMITS

KEY, OTHER, LIMITED = "k" * 20, "o" * 20, "l" * 20
LARGE = b'{"problems": [], "more": "%s"}' % (b"x" * IN_PROCESS_BYTES)
SMALL = b" " * (AT_ONCE_BYTES + 1)


def settings(**changes: Any) -> Settings:
    fields = {"redis_url": "redis://127.0.0.1:1", "api_keys": f"{KEY},{OTHER}", "outcome_only_keys": LIMITED}
    return Settings.model_validate({**fields, "parse_memory_bytes": 384 << 20, **changes})


@pytest.fixture
async def parsers(request: pytest.FixtureRequest) -> AsyncIterator[ParserPool]:
    made = ParserPool(settings(**getattr(request, "param", {})))
    yield made
    await asyncio.to_thread(made.close)


@pytest.fixture
async def app() -> AsyncIterator[FastAPI]:
    made = create_app(settings())
    yield made
    await asyncio.to_thread(made.state.parsers.close)


def client(app: FastAPI, key: str = KEY) -> httpx.AsyncClient:
    headers = {"authorization": f"Bearer {key}", "content-type": "application/json"}
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://judge", headers=headers)


async def known(question: Question) -> Answer:
    return Answer({}, 1)


def pids(parsers: ParserPool) -> list[int]:
    return [parser._process.pid for parser in parsers._all]


def asked() -> PlanContext:
    return PlanContext(settings())


def large(sources: int = 30) -> bytes:
    request = VerifyRequest.model_validate(body([f"{RIGHT}  # {'x' * 4000} {n}" for n in range(sources)]))
    return request.model_dump_json().encode()


async def test_healthz_answers_while_a_parse_is_held(app: FastAPI) -> None:
    async with client(app) as http:
        assert (await http.post("/verify", content=LARGE)).status_code == 422
        (pid,) = pids(app.state.parsers)
        os.kill(pid, signal.SIGSTOP)
        held = asyncio.create_task(http.post("/verify", content=LARGE))
        answers = [(await http.get("/healthz")).status_code for _ in range(50)]
        small = await http.post("/verify", content=b'{"problems": []}')
        assert (answers, small.status_code, held.done()) == ([200] * 50, 422, False)
        os.kill(pid, signal.SIGCONT)
        assert (await held).status_code == 422


async def test_what_is_refused_there_reads_as_what_is_refused_here(app: FastAPI) -> None:
    async with client(app) as http:
        for wrong in (b'{"problems": []}', b"{", b"[1]", b'{"wait": -1, "problems": [{}]}', b"\xff", b"[" * 5000):
            here = await http.post("/verify", content=wrong)
            there = await http.post("/verify", content=b" " * IN_PROCESS_BYTES + wrong)
            assert (there.status_code, len(there.json()["errors"])) == (here.status_code, len(here.json()["errors"]))
            if wrong != b"{":  # which names the position
                assert there.json() == here.json()


async def test_a_job_planned_there_is_the_one_planned_here_and_packed(parsers: ParserPool) -> None:
    here: PlannedJob = await parsers.run(verify_plan.verify, RawBody(large(2)), asked(), known, "me")
    there: PlannedJob = await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me")
    assert (len(pids(parsers)), here.job.candidates, there.job.candidates) == (1, 2, 30)
    payloads = [bytes(chunk) for chunk in there.job.chunks.values() if isinstance(chunk, bytes)]
    assert all(is_packed(payload) for payload in payloads)
    sources = [
        item.body.source for payload in payloads for item in VerifyChunk.model_validate_json(unpack(payload)).items
    ]
    assert len(sources) == 30
    assert (there.wait, len(there.facts["sources_sha256"])) == (10.0, 30)


async def test_what_the_cache_knows_of_a_large_body_is_found_there_as_here(parsers: ParserPool) -> None:
    result = CandidateResult(verdict=Verdict.AC, limits=LIMITS).model_dump_json().encode()

    async def knows_all(question: Question) -> Answer:
        if question.verdict_keys:
            return Answer(verdicts=dict.fromkeys(question.verdict_keys, result))
        return Answer(slots=1, judging=common_judging([facts()]) if question.judging else None)

    for sources in (2, 30):
        planned: PlannedJob = await parsers.run(verify_plan.verify, RawBody(large(sources)), asked(), knows_all, "me")
        assert [line.index for line in planned.job.cached] == list(range(sources))
        assert (planned.job.chunks, planned.job.candidates) == ({}, sources)
    assert len(pids(parsers)) == 1


async def test_what_an_outcome_only_key_may_not_ask_is_refused_there_too(app: FastAPI) -> None:
    async with client(app, LIMITED) as http:
        request = body([f"{RIGHT}  # {'x' * IN_PROCESS_BYTES}"], detail="outputs")
        refused = await http.post("/verify", json=request)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (403, "detail")
    assert len(pids(app.state.parsers)) == 1


def test_no_key_goes_to_a_process() -> None:
    keys = dict.fromkeys(("api_keys", "worker_keys", "outcome_only_keys"), KEY)
    parser = ParserProcess(settings(**keys))
    try:
        secrets = [value for _, value in parser._settings or () if isinstance(value, SecretStr)]
        assert [secret.get_secret_value() for secret in secrets] == [""] * len(keys)
    finally:
        parser.end()


async def test_json_that_becomes_too_much_in_memory_is_413_and_costs_nobody_else(parsers: ParserPool) -> None:
    many = b'{"problems": [%s]}' % b",".join([b'{"a":1}'] * 2_500_000)
    with pytest.raises(Refusal) as refused:
        await parsers.run(verify_plan.verify, RawBody(many), asked(), known, "me")
    assert (refused.value.status, refused.value.errors[0].field) == (413, "body")
    assert "bytes of memory" in refused.value.errors[0].problem
    assert pids(parsers) == []
    job = await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me")
    assert job.job.candidates == 30


@pytest.mark.parametrize("parsers", [{"parse_timeout_s": 0.3}], indirect=True)
async def test_a_body_that_takes_too_long_is_413(parsers: ParserPool) -> None:
    await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me")
    os.kill(pids(parsers)[0], signal.SIGSTOP)
    with pytest.raises(Refusal, match="costs too much") as refused:
        await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me")
    assert "longer than 0.3 s" in refused.value.errors[0].problem
    assert pids(parsers) == []


@pytest.mark.parametrize("parsers", [{"parsers": 2}], indirect=True)
async def test_one_key_never_has_all_the_processes(parsers: ParserPool) -> None:
    gate = asyncio.Event()

    async def late(question: Question) -> Answer:
        await gate.wait()
        return Answer({}, 1)

    mine = [
        asyncio.create_task(parsers.run(verify_plan.verify, RawBody(large()), asked(), late, "me")) for _ in range(4)
    ]
    await asyncio.sleep(0)
    yours = await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "you")
    assert (yours.job.candidates, [task.done() for task in mine]) == (30, [False] * 4)
    gate.set()
    assert [planned.job.candidates for planned in await asyncio.gather(*mine)] == [30] * 4


async def test_who_leaves_gives_the_turn_back_when_the_work_is_done(parsers: ParserPool) -> None:
    for _ in range(3):
        leaving = asyncio.create_task(parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me"))
        await asyncio.sleep(0.05)
        leaving.cancel()
    planned = await asyncio.wait_for(parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me"), 30)
    assert planned.job.candidates == 30


async def test_a_parser_that_is_killed_is_replaced(parsers: ParserPool) -> None:
    await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me")
    os.kill(pids(parsers)[0], signal.SIGKILL)
    with pytest.raises(Refusal, match="costs too much"):
        await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me")
    assert (await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me")).job.candidates == 30


async def test_a_fault_of_ours_there_is_a_fault_here(parsers: ParserPool) -> None:
    async def broken(question: Question) -> Answer:
        return None  # type: ignore[return-value]

    with pytest.raises(RuntimeError, match="failed in its process"):
        await parsers.run(verify_plan.verify, RawBody(large()), asked(), broken, "me")
    assert (await parsers.run(verify_plan.verify, RawBody(large()), asked(), known, "me")).job.candidates == 30


async def test_the_smallest_bodies_are_parsed_at_once_while_all_threads_are_busy(parsers: ParserPool) -> None:
    gate = threading.Event()

    def plan(body: bytes | bytearray, _asked: PlanContext) -> Any:
        if len(body) > AT_ONCE_BYTES:
            gate.wait(10)
        yield from ()
        return body

    many = [asyncio.ensure_future(parsers.run(plan, RawBody(SMALL), asked(), known, f"{n}")) for n in range(20)]
    await asyncio.sleep(0.1)
    assert await asyncio.wait_for(parsers.run(plan, RawBody(b"{}"), asked(), known, "me"), 5) == b"{}"
    gate.set()
    await asyncio.gather(*many)


async def test_small_bodies_of_one_key_take_half_the_threads_at_most(parsers: ParserPool) -> None:
    running, most, gate = 0, 0, threading.Event()

    def slow(body: bytes | bytearray, _asked: PlanContext) -> Any:
        nonlocal running, most
        running += 1
        most = max(most, running)
        gate.wait(10)
        running -= 1
        yield from ()
        return body

    def quick(body: bytes | bytearray, _asked: PlanContext) -> Any:
        yield from ()
        return body

    many = [asyncio.ensure_future(parsers.run(slow, RawBody(SMALL), asked(), known, "me")) for _ in range(20)]
    await asyncio.sleep(0.1)
    assert await asyncio.wait_for(parsers.run(quick, RawBody(SMALL), asked(), known, "other"), 5) == SMALL
    many[0].cancel()
    gate.set()
    await asyncio.gather(*many, return_exceptions=True)
    assert most == TURNS_HERE
