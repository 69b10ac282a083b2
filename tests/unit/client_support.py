"""A scripted service for the client's tests: answers in order, and remembers what it was asked."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx

from equijudge import AsyncClient, Client, Retry
from equijudge_core.contracts.jobs import JobState, JobStatus
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, ResultLine

URL = "http://judge.test"
ROW = {"name": "sum", "public_tests": {"input": ["1 2\n"], "output": ["3\n"]}}
AT_ONCE = Retry(total_s=5.0, first_s=0.0)
LIMITS = AppliedLimits(cpu_time_s=3, wall_time_s=11, memory_limit_bytes=1 << 28, output_limit_bytes=1 << 26)


class Script:
    """Answers the n-th request with the n-th answer; an exception is raised instead. What is cancelled after the last
    answer is cancelled: a call that fails takes its job along. Every name is that of a stored problem, whose id it is
    too."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if (name := request.url.params.get("name")) is not None:
            found = [] if int(request.url.params["offset"]) else [summary(name)]
            return httpx.Response(200, json={"problems": found})
        self.requests.append(request)
        if not self.answers and request.method == "DELETE":
            return httpx.Response(204)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def body(self, number: int = 0) -> Any:
        """The JSON that came with a request."""
        return json.loads(self.requests[number].content)


def summary(problem_id: str, name: str = "") -> dict[str, Any]:
    """A stored problem as a listing has it."""
    about = {"tests": {"public": 1}, "time_limit_s": None, "memory_limit_bytes": 0}
    return {"problem_id": problem_id, "name": name or problem_id, **about}


class Breaks(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that ends with an error after some chunks."""

    def __init__(self, *chunks: bytes, error: httpx.TransportError | None = None) -> None:
        self.chunks = chunks
        self.error = error or httpx.RemoteProtocolError("peer closed connection")

    def __iter__(self) -> Iterator[bytes]:
        yield from self.chunks
        raise self.error

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self.chunks:
            yield chunk
        raise self.error


class Silent(httpx.AsyncByteStream):
    """A body that never comes."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        await asyncio.Event().wait()
        yield b""


def client(script: Script, retry: Retry = AT_ONCE, waits: list[float] | None = None) -> Client:
    """A client of the script; `waits` gets the seconds of every wait."""
    told = [] if waits is None else waits
    transport = httpx.MockTransport(script)
    return Client(URL, "k", retry=retry, on_wait=lambda s, _: told.append(s), transport=transport)


def async_client(script: Script) -> AsyncClient:
    """The asynchronous client of the script."""
    return AsyncClient(URL, "k", retry=AT_ONCE, transport=httpx.MockTransport(script))


def result(index: int, verdict: Verdict = Verdict.AC, **fields: Any) -> ResultLine:
    """A result of candidate `index` of the only problem."""
    return ResultLine(
        verdict=verdict,
        tests_run=1,
        tests_total=1,
        limits=LIMITS,
        index=index,
        problem=0,
        candidate=index,
        problem_id="p1",
        **fields,
    )


def line(index: int) -> bytes:
    """That result as a line of the stream."""
    return result(index).model_dump_json().encode() + b"\n"


def status(state: JobState = JobState.DONE, candidates: int = 2, done: int = 2) -> dict[str, Any]:
    """A job as the service shows it."""
    job = JobStatus(job_id="j1", state=state, candidates=candidates, done=done, cached=0, verdicts={}, created_at=1.0)
    return job.model_dump(mode="json")


def job(state: JobState = JobState.DONE, candidates: int = 2, done: int = 2) -> httpx.Response:
    """The answer of `GET /jobs/j1`."""
    return httpx.Response(200, json=status(state, candidates, done))


def verified(*results: ResultLine) -> httpx.Response:
    """The answer of a `POST /verify` that was done in time."""
    lines = [each.model_dump(mode="json") for each in results]
    return httpx.Response(200, json=status(candidates=len(lines), done=len(lines)) | {"results": lines})


def limits(**fields: int) -> httpx.Response:
    """The answer of `GET /limits`."""
    names = ("body_bytes", "problems", "candidates", "generations", "tests", "source_bytes", "generation_bytes")
    known = dict.fromkeys((*names, "detailed_tests", "detailed_outputs"), 1 << 30)
    return httpx.Response(200, json=known | fields)


def refused(code: int, headers: dict[str, str] | None = None, **fields: Any) -> httpx.Response:
    """A problem document."""
    document = {"title": "No", "status": code, "detail": "not like this"} | fields
    return httpx.Response(code, json=document, headers=headers)
