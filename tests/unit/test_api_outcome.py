"""What an outcome-only key sees, and what it may not ask for."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_api.outcome import RESULT, blanked_line, blanked_status, only, refused_options
from equijudge_core.contracts import (
    AppliedLimits,
    Environment,
    FirstDifference,
    JobState,
    JobStatus,
    JudgeOptions,
    ResultLine,
    Sample,
    TestResult,
)
from equijudge_core.verdict import Verdict

SECRET = "20 22 gives 42"
LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=2, memory_limit_bytes=3, output_limit_bytes=4)
TEST = TestResult(
    test=SECRET,
    verdict=Verdict.WA,
    reason=SECRET,
    cpu_time_s=1,
    wall_time_s=1,
    memory_peak_bytes=1,
    exception=SECRET,
    difference=FirstDifference(line=1, expected=SECRET, got=SECRET),
    output=SECRET,
    stderr=SECRET,
)
WHOLE = ResultLine(
    verdict=Verdict.WA,
    reason=SECRET,
    loose=True,
    tests_run=3,
    tests_total=9,
    first_failure=TEST,
    cpu_time_s=0.5,
    wall_time_s=0.75,
    memory_peak_bytes=1000,
    compile_message="warning",
    attempts=2,
    tests=(TEST,),
    limits=LIMITS,
    environment=Environment(driver="d", isolation="i", image_digest="s", runner_version="r", language_version="l"),
    index=4,
    problem=1,
    candidate=2,
    problem_id="p1",
    candidate_id="mine",
    cached=True,
)


def test_every_field_of_a_result_is_named_here_or_hidden() -> None:
    shown = {
        *("index", "problem", "candidate", "problem_id", "candidate_id", "verdict"),
        *("cpu_time_s", "wall_time_s", "memory_peak_bytes", "compile_message", "limits", "sample"),
    }
    fields: dict[str, Any] = dict.fromkeys([*ResultLine.model_fields, "added_later"], SECRET)
    fields["limits"] = dict.fromkeys([*AppliedLimits.model_fields, "added_later"], 1)
    fields["sample"] = dict.fromkeys([*Sample.model_fields, "added_later"], "of the text")
    kept = only(fields, RESULT)
    assert set(kept) == shown
    assert kept["limits"] == dict.fromkeys(AppliedLimits.model_fields, 1)
    assert kept["sample"] == dict.fromkeys(Sample.model_fields, "of the text")


def test_what_is_left_of_a_result_is_a_result_with_everything_else_at_its_default() -> None:
    line = blanked_line(WHOLE.model_dump_json().encode())
    left = ResultLine.model_validate_json(line)
    assert SECRET.encode() not in line
    for name, field in ResultLine.model_fields.items():
        assert getattr(left, name) == (getattr(WHOLE, name) if name in RESULT else field.default), name


def test_a_line_without_its_defaults_stays_so() -> None:
    short = WHOLE.model_dump_json(exclude={"candidate_id", "compile_message"}).encode()
    assert "compile_message" not in json.loads(blanked_line(short))


def test_a_status_does_not_tell_what_others_have_submitted() -> None:
    status = JobStatus(
        job_id="j", state=JobState.DONE, candidates=2, done=2, cached=2, verdicts={Verdict.AC: 2}, created_at=1.0
    )
    assert blanked_status(status) == status.model_copy(update={"cached": 0})


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"tests": ["private"]}, "tests"),
        ({"tests": ["public", "public", "private"]}, "tests"),
        ({"stop": "never"}, "stop"),
        ({"detail": "tests"}, "detail"),
        ({"detail": "outputs"}, "detail"),
        ({"checker": {"name": "float", "abs": 1e9}}, "checker"),
        ({"checker": {"name": "float", "rel": 0.5}}, "checker"),
    ],
)
def test_what_would_sharpen_the_question_is_refused(options: dict[str, Any], field: str) -> None:
    (error,) = refused_options(JudgeOptions.model_validate(options))
    assert error.field == field


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"tests": ["generated", "private", "public"]},
        {"checker": {"name": "float"}},
        {"checker": {"name": "float", "abs": 1e-9, "rel": 0}},
        {"checker": {"name": "tokens"}, "limits": {"time_limit_s": 1}},
    ],
)
def test_what_asks_for_the_verdict_alone_is_allowed(options: dict[str, Any]) -> None:
    assert refused_options(JudgeOptions.model_validate(options)) == []
