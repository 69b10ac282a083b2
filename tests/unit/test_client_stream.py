"""Following results: nothing twice, nothing lost, whatever happens to the connection."""

from __future__ import annotations

import httpx
import pytest

import equijudge
from equijudge import Retry
from equijudge_core.contracts.jobs import JobState
from tests.unit.client_support import (
    Breaks,
    Script,
    async_client,
    client,
    job,
    line,
    refused,
)


def followed(script: Script, retry: Retry = Retry(total_s=5.0, first_s=0.0)) -> list[int]:  # noqa: B008 - frozen
    with client(script, retry) as service:
        return [result.index for result in service.results("j1")]


def offsets(script: Script) -> list[str]:
    return [r.url.params["offset"] for r in script.requests if r.url.path.endswith("/results")]


def test_results_come_in_the_order_of_the_stream() -> None:
    script = Script(httpx.Response(200, content=line(1) + line(0)), job())
    assert followed(script) == [1, 0]


def test_lines_may_be_cut_anywhere_between_chunks() -> None:
    text = line(0) + line(1)
    chunks = [text[i : i + 7] for i in range(0, len(text), 7)]
    script = Script(httpx.Response(200, content=iter(chunks)), job())
    assert followed(script) == [0, 1]


def test_blank_lines_are_signs_of_life() -> None:
    script = Script(httpx.Response(200, content=b"\n\n" + line(0) + b"\r\n" + line(1)), job())
    assert followed(script) == [0, 1]


def test_a_dropped_connection_is_resumed_behind_the_last_whole_line() -> None:
    broken = httpx.Response(200, stream=Breaks(line(0), line(1)[:20]))
    script = Script(broken, httpx.Response(200, content=line(1)), job())
    assert followed(script) == [0, 1]
    assert offsets(script) == ["0", "1"]


def test_an_end_in_order_before_the_job_is_over_is_resumed_too() -> None:
    script = Script(
        httpx.Response(200, content=line(0)),
        job(JobState.RUNNING, done=1),
        httpx.Response(200, content=line(1)),
        job(),
    )
    assert followed(script) == [0, 1]
    assert offsets(script) == ["0", "1"]


def test_half_a_line_before_an_end_in_order_is_asked_for_again() -> None:
    cut = httpx.Response(200, content=line(0) + line(1)[:-9])
    script = Script(cut, job(), httpx.Response(200, content=line(1)), job())
    assert followed(script) == [0, 1]


def test_a_cancelled_job_ends_the_stream() -> None:
    script = Script(httpx.Response(200, content=line(0)), job(JobState.CANCELLED, done=1))
    assert followed(script) == [0]


def test_a_busy_service_is_asked_again() -> None:
    script = Script(refused(503), httpx.ConnectError("no"), httpx.Response(200, content=line(0) + line(1)), job())
    assert followed(script) == [0, 1]


def test_a_silent_connection_is_no_failure_while_the_job_runs() -> None:
    silent = httpx.Response(200, stream=Breaks(line(0), error=httpx.ReadTimeout("")))
    script = Script(silent, job(JobState.RUNNING, done=1), httpx.Response(200, content=line(1)), job())
    assert followed(script, Retry(total_s=0.0)) == [0, 1]


def test_a_service_that_only_drops_is_given_up() -> None:
    script = Script(httpx.Response(200, stream=Breaks()))
    with pytest.raises(equijudge.Unreachable, match="j1"):
        followed(script, Retry(total_s=0.1, first_s=1.0))


def test_an_unknown_job_is_not_found() -> None:
    with pytest.raises(equijudge.NotFound):
        followed(Script(refused(404)))


def test_without_following_it_gives_what_is_there() -> None:
    script = Script(httpx.Response(200, content=line(0)))
    with client(script) as service:
        results = list(service.results("j1", offset=3, follow=False))
    assert len(results) == 1
    assert dict(script.requests[0].url.params) == {"offset": "3", "follow": "false"}


def test_a_line_that_is_no_result_is_a_bad_answer() -> None:
    with pytest.raises(equijudge.BadAnswer):
        followed(Script(httpx.Response(200, content=b'{"verdict": "AC"}\n')))


async def test_the_asynchronous_client_resumes_too() -> None:
    broken = httpx.Response(200, stream=Breaks(line(0)))
    script = Script(broken, httpx.Response(200, content=line(1)), job())
    async with async_client(script) as service:
        indexes = [result.index async for result in service.results("j1")]
    assert indexes == [0, 1]
    assert offsets(script) == ["0", "1"]
