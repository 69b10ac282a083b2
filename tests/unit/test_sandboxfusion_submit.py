"""SandboxFusion's submit as a request for a verdict, and the verdict as its answer."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from equijudge_api.dropins.sandboxfusion.submit import PlannedSubmit, submit, to_response
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.plan import Answer, PlanContext
from equijudge_api.settings import Settings
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, TestResult
from equijudge_core.programs.first_block import FirstBlock, How
from equijudge_queue.chunk_payload import load_chunk
from equijudge_queue.compression import unpack

SETTINGS = Settings.model_validate({"redis_url": "redis://127.0.0.1:1"})
THERE = FleetLanguages(versions=dict.fromkeys(("python3", "cpp17", "javascript"), ("1",)))
TESTS = [
    {"input": {"stdin": "1 2\n"}, "output": {"stdout": "3\n"}},
    {"input": {"stdin": "x" * 1001}, "output": {"stdout": "3"}},
]
DATA = {"id": 7, "content": "Add.", "labels": {}, "test": TESTS}
TEXT = "So:\n```python\nprint(3)\n```\nand\n```cpp\nint main() {}\n```\n"
LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=5, memory_limit_bytes=1, output_limit_bytes=1)


def body(config: dict[str, Any], **fields: Any) -> bytes:
    base = {"dataset_type": "CommonOJDataset", "language": "python", "provided_data": DATA}
    return json.dumps({"dataset": "mine", "id": 7, "completion": TEXT, "config": {**base, **config}, **fields}).encode()


def plan(config: dict[str, Any] | None = None, *, outcome_only: bool = False, **fields: Any) -> PlannedSubmit:
    asking = submit(body(config or {}, **fields), PlanContext(SETTINGS, outcome_only=outcome_only))
    next(asking)
    with pytest.raises(StopIteration) as end:
        asking.send(Answer(languages=THERE))
    planned: PlannedSubmit = end.value.value
    return planned


def refusal(config: dict[str, Any], **fields: Any) -> tuple[int, list[str]]:
    with pytest.raises(Refusal) as refused:
        plan(config, **fields)
    return refused.value.status, [error.field for error in refused.value.errors]


def chunk(planned: PlannedSubmit) -> dict[str, Any]:
    (payload,) = planned.job.chunks.values()
    assert isinstance(payload, bytes)
    return load_chunk(payload).model_dump()


def test_the_tests_become_a_problem_and_the_code_its_one_candidate_compiled_once() -> None:
    planned = plan()
    asked = chunk(planned)
    (item,) = asked["items"]
    assert (item["body"]["source"], item["body"]["language"]) == ("print(3)", "python3")
    options = asked["options"]
    assert (options["checker"]["name"], options["stop"], options["detail"]) == (
        "sandbox-fusion",
        "first_failure",
        "outputs",
    )
    assert (options["limits"]["time_limit_s"], options["limits"]["memory_limit_bytes"]) == (20, 2 << 30)
    ((row, _),) = planned.job.sent.values()
    assert isinstance(row, bytes)
    assert json.loads(unpack(row))["private_tests"]["output"] == [
        "3\n",
        "3",
    ]


def test_the_language_decides_what_is_taken_and_how_long_it_has() -> None:
    planned = plan({"language": "cpp"})
    assert planned.block == FirstBlock("int main() {}", How.FENCED)
    assert chunk(planned)["options"]["limits"]["time_limit_s"] == 10
    assert planned.own_time_s == 70  # 10 s to compile, and 10 s for each of two tests, of which one may be run again


def test_what_is_asked_for_goes_before_the_defaults() -> None:
    asked = chunk(plan({"run_timeout": 3, "extra": {"run_all_cases": True}}))["options"]
    assert (asked["limits"]["time_limit_s"], asked["stop"]) == (3, "never")


def test_tests_may_be_json_text() -> None:
    assert plan({"provided_data": {"test": json.dumps(TESTS)}}).job.sent.keys() == plan().job.sent.keys()


@pytest.mark.parametrize(
    ("config", "field"),
    [
        ({"custom_extract_logic": "submit_code_blocks([])"}, ["config.custom_extract_logic"]),
        ({"provided_data": None}, []),
        ({"dataset_type": "HumanEvalDataset"}, []),
        ({"language": None}, []),
        ({"language": "pytest"}, ["config.language"]),
        ({"provided_data": [DATA]}, ["config.provided_data"]),
        ({"provided_data": {"id": 1}}, ["config.provided_data.test"]),
        ({"provided_data": {"test": []}}, ["config.provided_data.test"]),
        ({"provided_data": {"test": "[{"}}, ["config.provided_data.test"]),
        (
            {"provided_data": {"test": [TESTS[0], {"input": {"stdin": 1}, "output": {}}]}},
            ["config.provided_data.test[1].input.stdin"],
        ),
        (
            {"provided_data": {"test": [TESTS[0], {"input": {"a.txt": ""}, "output": {}}]}},
            ["config.provided_data.test[1].input", "config.provided_data.test[1].output"],
        ),
        ({"provided_data": {"test": TESTS * 1001}}, ["config.provided_data.test"]),
        ({"run_timeout": 61}, ["config.run_timeout"]),
        ({"run_timeout": 1e300}, ["config.run_timeout"]),
        ({"compile_timeout": 1e308}, ["config.compile_timeout"]),
    ],
)
def test_what_cannot_be_judged_is_refused_by_the_field_that_they_know(config: dict[str, Any], field: list[str]) -> None:
    assert refusal(config) == (400, field)


def test_a_program_that_is_too_long_is_named_as_the_completion() -> None:
    assert refusal({}, completion="```python\n" + "x" * 70_000 + "\n```") == (400, ["completion"])


def test_a_body_that_is_none_of_theirs_is_422() -> None:
    assert refusal({}, completion=None) == (422, ["completion"])


def outcome(number: int, verdict: Verdict, **facts: Any) -> TestResult:
    return TestResult(
        **{
            "test": f"private/{number}",
            "verdict": verdict,
            "cpu_time_s": 0.1,
            "wall_time_s": 0.2,
            "memory_peak_bytes": 1,
        }
        | {"exit_code": 0, "output": "3\n", "stderr": ""}
        | facts
    )


def answer(verdict: Verdict, *tests: TestResult, planned: PlannedSubmit | None = None, **facts: Any) -> dict[str, Any]:
    line = CandidateResult(verdict=verdict, tests=tests, limits=LIMITS, **facts).model_dump_json().encode()
    return to_response(planned or plan(), line, is_outcome_only=False).model_dump(mode="json")


def test_an_accepted_program_has_every_test_and_long_texts_are_shortened() -> None:
    told = answer(Verdict.AC, outcome(0, Verdict.AC), outcome(1, Verdict.AC))
    assert (told["accepted"], told["extracted_code"], told["extracted_type"]) == (True, "print(3)", "fenced")
    assert [test["passed"] for test in told["tests"]] == [True, True]
    assert told["tests"][0]["test_info"] == TESTS[0]
    assert told["tests"][0]["exec_info"]["run_result"]["stdout"] == "3\n"
    assert len(told["tests"][1]["test_info"]["input"]["stdin"]) == 498 + 3 + 498


def test_in_full_texts_are_not_shortened() -> None:
    planned = plan({"extra": {"return_full_case": True}})
    told = answer(Verdict.AC, outcome(0, Verdict.AC), outcome(1, Verdict.AC), planned=planned)
    assert told["tests"][1]["test_info"] == TESTS[1]


@pytest.mark.parametrize(
    ("test", "status", "part", "code"),
    [
        (outcome(1, Verdict.WA), "Success", "Finished", 0),
        (outcome(1, Verdict.RE, exit_code=1), "Failed", "Finished", 1),
        (outcome(1, Verdict.RE, exit_code=None, signal=11), "Failed", "Finished", -11),
        (outcome(1, Verdict.TLE, exit_code=None, signal=9), "Failed", "TimeLimitExceeded", None),
        (outcome(1, Verdict.MLE), "Failed", "Finished", -9),
        (outcome(1, Verdict.OLE), "Failed", "Finished", -9),
    ],
)
def test_a_test_that_failed_says_how_and_is_told_whole(
    test: TestResult, status: str, part: str, code: int | None
) -> None:
    told = answer(test.verdict, outcome(0, Verdict.AC), test)
    assert (told["accepted"], [each["passed"] for each in told["tests"]]) == (False, [True, False])
    failed = told["tests"][1]
    assert (failed["exec_info"]["status"], failed["test_info"]) == (status, TESTS[1])
    run = failed["exec_info"]["run_result"]
    assert (run["status"], run["return_code"]) == (part, code)


def test_what_does_not_compile_fails_at_the_first_test() -> None:
    told = answer(Verdict.CE, compile_message="no", planned=plan({"language": "cpp"}))
    (test,) = told["tests"]
    assert (test["passed"], test["exec_info"]["run_result"]) == (False, None)
    assert (test["exec_info"]["compile_result"]["return_code"], test["exec_info"]["compile_result"]["stderr"]) == (
        1,
        "no",
    )


def test_a_fault_of_ours_is_no_verdict() -> None:
    with pytest.raises(Refusal, match="no cell") as refused:
        answer(Verdict.IE, reason="no cell")
    assert refused.value.status == 500


def test_an_outcome_only_key_is_told_whether_it_is_accepted_and_nothing_else() -> None:
    planned = plan(outcome_only=True)
    assert chunk(planned)["options"]["detail"] == "verdict"
    line = json.dumps({"verdict": "REJ", "limits": LIMITS.model_dump()}).encode()
    told = to_response(replace(planned), line, is_outcome_only=True)
    assert (told.accepted, told.tests) == (False, [])
