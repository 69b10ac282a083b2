"""What the client sends, and what it makes of the answers."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

import equijudge
from equijudge import Candidate, Retry
from equijudge.errors import BadArgument
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.scores import Estimate, Figure, Scores, ScoreSettings
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CheckerSpec
from tests.unit.client_support import (
    ROW,
    URL,
    Script,
    Silent,
    async_client,
    client,
    job,
    line,
    refused,
    result,
    status,
    verified,
)


def test_a_row_and_a_source_become_one_request() -> None:
    script = Script(verified(result(0)))
    with client(script) as service:
        service.verify(ROW, ["print(3)"])
    assert str(script.requests[0].url) == f"{URL}/verify"
    assert script.body() == {"problems": [{"problem": ROW, "candidates": [{"source": "print(3)"}]}]}


def test_the_key_goes_as_a_bearer_token() -> None:
    script = Script(job())
    with client(script) as service:
        service.job("j1")
    assert script.requests[0].headers["authorization"] == "Bearer k"


def test_a_stored_id_and_a_candidate_are_taken_as_they_are() -> None:
    script = Script(verified(result(0)))
    with client(script) as service:
        service.verify("p1", [Candidate(source="x", id="mine")])
    sent = script.body()["problems"][0]
    assert sent == {"problem_id": "p1", "candidates": [{"source": "x", "id": "mine"}]}


def test_a_language_is_that_of_every_candidate_that_names_none() -> None:
    script = Script(verified(*(result(number) for number in range(4))))
    programs: list[Any] = [
        "a",
        Candidate(source="b"),
        Candidate(source="c", language="python3"),
        {"source": "d", "language": "java"},
    ]
    with client(script) as service:
        service.verify("p1", programs, language="c++")
    sent = script.body()
    assert [each.get("language") for each in sent["problems"][0]["candidates"]] == ["c++", "c++", None, "java"]
    assert "language" not in sent


@pytest.mark.parametrize("language", [3, None, ["c"]])
def test_a_language_that_is_no_text_is_refused(language: Any) -> None:
    with client(Script()) as service, pytest.raises(BadArgument, match="language"):
        service.verify("p1", ["a"], language=language)


def test_languages_are_asked_for_and_what_is_new_in_them_is_passed_over() -> None:
    known = {"name": "c", "title": "C17", "aliases": ["c17"], "extensions": [".c"], "dataset": None, "time_factor": 1.0}
    answer = {
        "languages": [{**known, "version": "gcc 12", "newer": 1}],
        "missing": [{**known, "name": "d", "reason": "no d"}],
        "newer": 1,
    }
    script = Script(httpx.Response(200, json=answer))
    with client(script) as service:
        found = service.languages()
    assert str(script.requests[0].url) == f"{URL}/languages"
    assert [(each.name, each.version) for each in found.languages] == [("c", "gcc 12")]
    assert [(each.name, each.reason) for each in found.missing] == [("d", "no d")]


def test_options_go_beside_the_problems() -> None:
    script = Script(verified(result(0)))
    with client(script) as service:
        service.verify("p1", ["x"], tests=["private"], stop="never", checker="tokens", limits={"time_limit_s": 2})
    sent = script.body()
    assert (sent["tests"], sent["stop"], sent["checker"]) == (["private"], "never", {"name": "tokens"})
    assert sent["limits"] == {"time_limit_s": 2.0}


def test_a_checker_may_be_a_model() -> None:
    script = Script(verified(result(0)))
    with client(script) as service:
        service.verify("p1", ["x"], checker=CheckerSpec(name="float", abs=0.5))
    assert script.body()["checker"] == {"name": "float", "abs": 0.5}


def test_results_that_are_done_in_time_need_one_request() -> None:
    script = Script(verified(result(0), result(1, Verdict.WA)))
    with client(script) as service:
        results = service.verify(ROW, ["a", "b"])
    assert [each.verdict for each in results] == [Verdict.AC, Verdict.WA]
    assert len(script.requests) == 1


def test_results_that_come_later_are_followed_and_put_in_order() -> None:
    accepted = httpx.Response(202, json=status(JobState.RUNNING, done=0))
    script = Script(accepted, httpx.Response(200, content=line(1) + line(0)), job())
    with client(script) as service:
        results = service.verify(ROW, ["a", "b"])
    assert [each.index for each in results] == [0, 1]


def test_a_job_that_somebody_cancelled_has_no_results_to_give() -> None:
    accepted = httpx.Response(202, json=status(JobState.RUNNING, done=0))
    part = httpx.Response(200, content=line(0))
    script = Script(accepted, part, job(JobState.CANCELLED, done=1))
    with client(script) as service, pytest.raises(equijudge.JobCancelled, match="1 of 2"):
        service.verify(ROW, ["a", "b"])


def test_a_wait_that_ends_badly_cancels_the_job() -> None:
    accepted = httpx.Response(202, json=status(JobState.RUNNING, done=0))
    script = Script(accepted, httpx.Response(500), httpx.Response(204))
    with client(script) as service, pytest.raises(equijudge.ServiceFault):
        service.verify(ROW, ["a", "b"])
    assert (script.requests[-1].method, script.requests[-1].url.path) == ("DELETE", "/jobs/j1")


def test_submit_does_not_wait() -> None:
    script = Script(httpx.Response(202, json=status(JobState.RUNNING, done=0)))
    with client(script) as service:
        started = service.submit([("p1", ["a", "b"])])
    assert (started.job_id, script.body()["wait"]) == ("j1", 0.0)


def test_an_empty_candidate_list_is_not_sent() -> None:
    script = Script()
    with client(script) as service, pytest.raises(BadArgument, match=r"^candidates: must not be empty"):
        service.verify(ROW, [])
    assert script.requests == []


def test_a_misspelt_option_is_not_ignored() -> None:
    with client(Script()) as service, pytest.raises(BadArgument, match="memory_limit"):
        service.verify(ROW, ["a"], limits={"memory_limit": 1})


def test_a_limit_that_stands_alone_is_told_where_it_belongs() -> None:
    options: Any = {"time_limit_s": 2}
    with client(Script()) as service, pytest.raises(BadArgument, match=r"write limits=\{'time_limit_s': …\}"):
        service.verify(ROW, ["a"], **options)


def test_an_id_cannot_reach_another_path() -> None:
    script = Script(job())
    with client(script) as service:
        service.job("../problems?x#y")
    assert script.requests[0].url.raw_path == b"/jobs/..%2Fproblems%3Fx%23y"


def test_a_busy_service_is_asked_again() -> None:
    waits: list[float] = []
    script = Script(refused(429), refused(503), httpx.ConnectError("refused"), verified(result(0)))
    with client(script, waits=waits) as service:
        assert service.verify("p1", ["a"])[0].verdict is Verdict.AC
    assert waits == [0.0, 0.0, 0.0]


def test_a_repeated_submission_is_the_same_one_and_the_next_is_another() -> None:
    script = Script(httpx.ReadTimeout("lost"), verified(result(0)), verified(result(0)))
    with client(script) as service:
        service.verify("p1", ["a"])
        service.verify("p1", ["a"])
    first, again, second = [request.headers["idempotency-key"] for request in script.requests]
    assert first == again != second


def test_retry_after_is_obeyed() -> None:
    waits: list[float] = []
    script = Script(refused(429, {"retry-after": "1"}), job())
    with client(script, waits=waits) as service:
        service.job("j1")
    assert waits == [1.0]


def test_busy_to_the_end_is_an_error_with_the_document() -> None:
    script = Script(refused(429, {"retry-after": "60"}, detail="queue full"))
    with client(script) as service, pytest.raises(equijudge.Busy, match="queue full") as caught:
        service.job("j1")
    assert caught.value.status == 429


def test_no_answer_to_the_end_is_unreachable() -> None:
    script = Script(httpx.ConnectError("refused"))
    no_retry = Retry(total_s=0.0)
    with client(script, no_retry) as service, pytest.raises(equijudge.Unreachable, match=f"{URL}/jobs/j1"):
        service.job("j1")


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (400, equijudge.Invalid),
        (401, equijudge.Unauthorized),
        (403, equijudge.Unauthorized),
        (404, equijudge.NotFound),
        (413, equijudge.Invalid),
        (422, equijudge.Invalid),
        (500, equijudge.ServiceFault),
    ],
)
def test_every_status_has_its_error(code: int, error: type[equijudge.Refused]) -> None:
    with client(Script(refused(code))) as service, pytest.raises(error):
        service.job("j1")


def test_an_error_names_field_and_limit() -> None:
    faults = [{"field": "problems.0.candidates.1.source", "problem": "too long", "limit": "65536 bytes"}]
    with client(Script(refused(422, errors=faults))) as service, pytest.raises(equijudge.Invalid) as caught:
        service.verify("p1", ["a"])
    assert "problems.0.candidates.1.source: too long (limit: 65536 bytes)" in str(caught.value)


def test_an_error_page_of_a_proxy_is_still_an_error() -> None:
    page = httpx.Response(500, text="<h1>Oops</h1>")
    with client(Script(page)) as service, pytest.raises(equijudge.ServiceFault, match=r"HTTP 500.*Oops"):
        service.job("j1")


@pytest.mark.parametrize("content", [b"", b"hello", b"[]", b'{"job_id": 3}'])
def test_an_answer_outside_the_contract_is_a_bad_answer(content: bytes) -> None:
    script = Script(httpx.Response(200, content=content))
    with client(script) as service, pytest.raises(equijudge.BadAnswer):
        service.job("j1")


SCORES = Scores(
    signature_version="v1",
    settings=ScoreSettings(ks=(1,)),
    figures={
        "pass@1": Figure(
            value=0.5,
            low=0.25,
            high=None,
            problems=1,
            if_ie_wrong=Estimate(value=0.5, low=None, high=None),
            if_ie_right=Estimate(value=0.5, low=None, high=None),
        )
    },
    problems=(),
)


def scored(scores: Any) -> httpx.Response:
    return httpx.Response(200, json={**status(), "scores": scores})


def test_scores_come_typed_and_say_what_the_service_said() -> None:
    sent = SCORES.model_dump(mode="json")
    with client(Script(scored(sent), scored(sent))) as service:
        found = service.score([(ROW, ["print(3)"])])
        assert service.scores("j1").scores == found
    assert found.figures["pass@1"].value == 0.5
    assert found.model_dump(mode="json") == sent


async def test_the_asynchronous_client_gives_typed_scores_too() -> None:
    async with async_client(Script(scored(SCORES.model_dump(mode="json")))) as service:
        found = await service.score([(ROW, ["print(3)"])])
    assert found.model_dump() == SCORES.model_dump()


@pytest.mark.parametrize("wrong", [{}, {**SCORES.model_dump(mode="json"), "figures": {"pass@1": 0.5}}, [1]])
def test_scores_of_another_form_are_a_bad_answer(wrong: Any) -> None:
    with client(Script(scored(wrong))) as service, pytest.raises(equijudge.BadAnswer, match="scores"):
        service.score([(ROW, ["print(3)"])])


@pytest.mark.parametrize("url", ["judge:8000", "ftp://judge", "http://", "127.0.0.1:8000", "http://[::1"])
def test_a_url_that_is_none_is_refused_at_once(url: str) -> None:
    with pytest.raises(equijudge.BadArgument, match="url"):
        equijudge.Client(url)


def test_problems_are_put_and_listed() -> None:
    summary = {
        "problem_id": "p1",
        "name": "sum",
        "tests": {"public": 1, "private": 0, "generated": 0},
        "time_limit_s": None,
        "memory_limit_bytes": 0,
    }
    answer = {"problems": [summary]}
    last = httpx.Response(200, json={"problems": []})
    script = Script(httpx.Response(200, json=answer), httpx.Response(200, json=answer), last)
    with client(script) as service:
        assert service.put_problems([ROW]) == service.problems()
    assert script.requests[0].method == "PUT"
    assert script.body() == {"problems": [ROW]}
    assert [request.url.params["offset"] for request in script.requests[1:]] == ["0", "1000"]


def test_an_unready_service_is_an_answer_and_not_retried() -> None:
    script = Script(httpx.Response(503, json={"ready": False, "redis": "away"}))
    with client(script) as service:
        assert service.ready() == {"ready": False, "redis": "away"}


async def test_the_asynchronous_client_verifies_too() -> None:
    script = Script(refused(503), verified(result(0)))
    async with async_client(script) as service:
        results = await service.verify(ROW, ["print(3)"])
    assert [each.verdict for each in results] == [Verdict.AC]
    assert len({request.headers["idempotency-key"] for request in script.requests}) == 1


async def test_a_cancelled_task_cancels_its_job() -> None:
    accepted = httpx.Response(202, json=status(JobState.RUNNING, done=0))
    script = Script(accepted, httpx.Response(200, stream=Silent()), httpx.Response(204))
    async with async_client(script) as service:
        task = asyncio.create_task(service.verify(ROW, ["a", "b"]))
        while len(script.requests) < 2:
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    assert task.cancelled()
    assert script.requests[-1].method == "DELETE"
