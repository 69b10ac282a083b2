"""From a request for executions to chunks: what is filled in, what lies together, what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.execute_plan import (
    MOST_INPUTS,
    check_request,
    gather_executions,
    plan_executions,
    refuse_wide_budgets,
)
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.queue.admission import Origin, Submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import ExecuteChunk, ExecuteItem
from equijudge_core.contracts.execute import ExecuteLimits, ExecuteRequest, Execution
from equijudge_core.contracts.jobs import JobKind
from equijudge_core.errors import BadInput
from equijudge_queue.chunk_payload import load_chunk
from equijudge_queue.compression import pack

SETTINGS = Settings(redis_url="redis://", max_candidates=100)
ORIGIN = Origin("key", None, "request")


def request(*programs: dict[str, Any], **options: Any) -> ExecuteRequest:
    return ExecuteRequest.model_validate({"programs": [{"source": "", **each} for each in programs], **options})


def check(*programs: dict[str, Any], **options: Any) -> tuple[ExecuteItem, ...]:
    return check_request(request(*programs, **options), SETTINGS, FleetLanguages())


def fields(*programs: dict[str, Any], **options: Any) -> list[str]:
    with pytest.raises(BadInput) as caught:
        check(*programs, **options)
    return [error.field for error in caught.value.errors]


def chunks(job: Submission) -> list[ExecuteChunk]:
    found = [load_chunk(pack(payload)) for payload in job.chunks.values()]
    assert all(isinstance(chunk, ExecuteChunk) for chunk in found)
    return [chunk for chunk in found if isinstance(chunk, ExecuteChunk)]


def test_what_a_program_does_not_say_is_as_the_request_says() -> None:
    own = ExecuteLimits(time_limit_s=1)
    plain, special = check(
        {"language": "C++"},
        {"limits": own.model_dump(), "keep_bytes": 5, "cache": False},
        limits={"time_limit_s": 3},
        keep_bytes=7,
        cache=True,
    )
    assert (plain.body.language, plain.body.keep_bytes, plain.body.cache) == ("cpp17", 7, True)
    assert plain.body.limits == ExecuteLimits(time_limit_s=3)
    assert (special.body.limits, special.body.keep_bytes, special.body.cache) == (own, 5, False)


def test_every_fault_is_named_at_once() -> None:
    assert fields(
        {"language": "cobol"},
        {"limits": {"memory_limit_bytes": 3 << 30}, "files": {"Main.java": ""}},
        {"source": "x" * 70_000},
        limits={"wall_time_limit_s": 3600},
    ) == [
        "limits.wall_time_limit_s",
        "programs[0].language",
        "programs[1].limits.memory_limit_bytes",
        "programs[1].files.Main.java",
        "programs[2].source",
    ]


def test_programs_and_inputs_of_one_request_are_bounded() -> None:
    assert fields(*[{}] * 101) == ["programs"]
    assert "programs[].inputs" in fields(*[{"inputs": [""] * 1000}] * (MOST_INPUTS // 1000 + 1))


def test_files_of_a_program_are_bounded_as_they_lie_there() -> None:
    assert fields({"files": {f"f{n}": "x" * (3 << 20) for n in range(3)}}) == ["programs[0].files"]


@pytest.mark.parametrize("program", [{"files": {"a": ""}, "fetch": ["a/b"]}, {"files": {"a/b": ""}, "fetch": ["a"]}])
def test_a_file_that_is_also_a_folder_is_refused(program: dict[str, Any]) -> None:
    assert fields(program) == ["programs[0].files.a"]


def test_a_job_holds_every_program_once_in_order() -> None:
    items = check(*({"source": str(number), "inputs": ["1", "2"]} for number in range(60)))
    job = plan_executions(items, 2, ORIGIN)
    assert [item.index for chunk in chunks(job) for item in chunk.items] == list(range(60))
    assert (job.kind, job.candidates, job.programs, job.owner) == (JobKind.EXECUTE, 60, 60, "key")
    assert {chunk.request_id for chunk in chunks(job)} == {"request"}


def test_what_comes_singly_and_is_the_same_lies_in_one_chunk_wherever_it_came() -> None:
    bodies = [item.body for item in check(*({"source": f"{n % 5}", "inputs": [str(n)]} for n in range(50)))]
    placed: dict[str, set[str]] = {}
    for chunk in chunks(gather_executions(bodies, 2, ORIGIN)):
        for item in chunk.items:
            assert item.body == bodies[item.index]
            placed.setdefault(item.body.source, set()).add(chunk.chunk_id)
    assert [len(found) for found in placed.values()] == [1] * 5


def test_the_inputs_of_a_program_that_many_ask_for_are_spread_over_the_slots() -> None:
    bodies = [item.body for item in check(*({"source": "", "inputs": [str(n)]} for n in range(64)))]
    found = chunks(gather_executions(bodies, 2, ORIGIN))
    assert [len(chunk.items) for chunk in found] == [32, 32]


def test_a_repeated_idempotency_key_with_another_request_has_another_fingerprint() -> None:
    origin = Origin("key", "mine", "request")
    jobs = [plan_executions(check({"source": source}), 1, origin) for source in ("a", "a", "b")]
    assert jobs[0].job_id == jobs[1].job_id == jobs[2].job_id
    assert jobs[0].fingerprint == jobs[1].fingerprint != jobs[2].fingerprint


def test_an_outcome_only_key_gets_no_wider_budget() -> None:
    refuse_wide_budgets(request({"limits": {"total_time_s": 120}}), 120.0)
    with pytest.raises(Refusal) as caught:
        refuse_wide_budgets(request({}, {"limits": {"total_time_s": 121}}), 120.0)
    assert [error.field for error in caught.value.errors] == ["programs[1].limits.total_time_s"]


def test_a_program_that_says_nothing_has_one_empty_input() -> None:
    assert Execution(source="").inputs == ("",)
