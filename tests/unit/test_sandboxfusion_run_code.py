"""SandboxFusion's run_code as our execution, and what became of it by its rules."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from equijudge_api.dropins.sandboxfusion.languages import find_language
from equijudge_api.dropins.sandboxfusion.models import RunCodeRequest
from equijudge_api.dropins.sandboxfusion.run_code import KEEP_BYTES, to_execution, to_response
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.settings import Settings
from equijudge_core.contracts.execute import (
    AppliedExecuteLimits,
    Compiled,
    Encoded,
    Exceeded,
    Execution,
    ExecutionResult,
    FetchedFile,
    InputRun,
)
from equijudge_core.judging.languages import LANGUAGES, Language

SETTINGS = Settings.model_validate({"redis_url": "redis://127.0.0.1:1"})
THERE = FleetLanguages(versions=dict.fromkeys(("python3", "cpp17", "c", "javascript"), ("1",)))
LIMITS = AppliedExecuteLimits(
    cpu_time_s=10, wall_time_s=32, total_cpu_time_s=120, compile_time_s=10, memory_limit_bytes=1, output_limit_bytes=1
)
COMPILED = Compiled(ok=True, cpu_time_s=0.5)
FAILED = Compiled(ok=False, message="main.cpp:1: error")
FINE = InputRun(exit_code=0, stdout="hi\n", stderr="why", wall_time_s=0.25)


def execution(**fields: Any) -> Execution:
    return to_execution(RunCodeRequest.model_validate({"code": "x", **fields}), SETTINGS)


def refusal(**fields: Any) -> tuple[int, list[str], list[str | None]]:
    with pytest.raises(Refusal) as refused:
        execution(**fields)
    return refused.value.status, [e.field for e in refused.value.errors], [e.limit for e in refused.value.errors]


def answer(
    run: InputRun | None, compiled: Compiled = COMPILED, language: str = "cpp17", **fields: Any
) -> dict[str, Any]:
    result = ExecutionResult(compiled=compiled, runs=() if run is None else (run,), limits=LIMITS, **fields)
    return to_response((), language, result).model_dump(mode="json")


def test_what_is_left_out_has_their_defaults() -> None:
    asked = execution()
    assert asked.limits is not None
    assert (asked.limits.time_limit_s, asked.limits.compile_time_limit_s) == (10, 10)
    assert asked.limits.memory_limit_bytes == SETTINGS.max_memory_bytes
    assert (asked.inputs, asked.files, asked.fetch, asked.keep_bytes, asked.cache) == (("",), {}, (), KEEP_BYTES, False)


def test_limits_and_input_are_passed_on() -> None:
    asked = execution(stdin="1 2", run_timeout=3, compile_timeout=4, memory_limit_MB=64)
    assert asked.limits is not None
    assert (asked.limits.time_limit_s, asked.limits.compile_time_limit_s) == (3, 4)
    assert (asked.limits.memory_limit_bytes, asked.inputs) == (64 << 20, ("1 2",))


def test_a_longer_limit_than_there_is_is_refused_rather_than_cut() -> None:
    assert refusal(run_timeout=61, memory_limit_MB=4096) == (
        400,
        ["run_timeout", "memory_limit_MB"],
        ["at most 60 s", "at most 2048 MiB, or -1"],
    )


def test_files_lie_where_they_say_and_those_without_content_are_left_out() -> None:
    text = base64.encodebytes(b"x" * 60).decode()  # with line breaks, as base64 of files often is
    asked = execution(files={"./a//b.txt": text, "none": None}, fetch_files=["out/../c.txt", "c.txt"])
    assert asked.files == {"a/b.txt": Encoded(base64=base64.b64encode(b"x" * 60).decode())}
    assert asked.fetch == ("c.txt",)


@pytest.mark.parametrize("path", ["../up", "/etc/passwd", "a/../../up", "", ".", "a\0b", "x" * 300])
def test_paths_stay_inside(path: str) -> None:
    assert refusal(files={path: ""})[:2] == (400, ["files"])
    assert refusal(fetch_files=[path])[:2] == (400, ["fetch_files"])


def test_content_that_is_no_base64_is_refused() -> None:
    assert refusal(files={"a": "x"})[:2] == (400, ["files.a"])


def test_too_many_files_to_bring_back_are_refused_by_their_own_name() -> None:
    assert refusal(fetch_files=[str(number) for number in range(9)]) == (400, ["fetch_files"], ["max_length 8"])


@pytest.mark.parametrize(
    ("name", "ours"),
    [("python", "python3"), ("cpp", "cpp17"), ("nodejs", "javascript"), ("c", "c"), ("python3", "python3")],
)
def test_their_names_and_ours_are_known(name: str, ours: str) -> None:
    assert find_language(name, THERE) == ours


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("pytest", 400, "pytest cannot be run here, only programs can"),
        ("go_test", 400, "go_test cannot be run here, only programs can"),  # another judge's name for Go
        ("rust", 400, "rust is not on this machine: not every worker knows it"),
        ("lua", 400, "no worker has lua"),
        ("cobol", 422, "unknown language 'cobol'"),
    ],
)
def test_what_cannot_be_run_is_refused_with_the_reason(name: str, status: int, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        find_language(name, THERE)
    (fault,) = refused.value.errors
    assert (refused.value.status, fault.problem) == (status, said)
    assert fault.limit == "one of python, cpp, c, nodejs"


def test_an_operators_language_goes_by_their_name_of_it() -> None:
    lua = Language("lua", "Lua")
    there = FleetLanguages({**LANGUAGES, "lua": lua}, {"python3": ("1",), "lua": ("5",)})
    assert find_language("lua", there) == "lua"


def test_a_run_that_went_well_is_success() -> None:
    assert answer(FINE) == {
        "status": "Success",
        "message": "",
        "compile_result": {"status": "Finished", "execution_time": 0.5, "return_code": 0, "stdout": "", "stderr": ""},
        "run_result": {
            "status": "Finished",
            "execution_time": 0.25,
            "return_code": 0,
            "stdout": "hi\n",
            "stderr": "why",
        },
        "executor_pod_name": None,
        "files": {},
    }


def test_interpreted_programs_are_not_compiled() -> None:
    told = answer(FINE, language="python3")
    assert (told["compile_result"], told["run_result"]["return_code"]) == (None, 0)


@pytest.mark.parametrize(
    ("run", "status", "code"),
    [
        (InputRun(exit_code=3), "Finished", 3),
        (InputRun(signal=11), "Finished", -11),
        (InputRun(killed_for=Exceeded.MEMORY, signal=9), "Finished", -9),
        (InputRun(killed_for=Exceeded.MEMORY, exit_code=0), "Finished", -9),  # it ended by itself, over its limit
        (InputRun(killed_for=Exceeded.OUTPUT), "Finished", -9),
        (InputRun(killed_for=Exceeded.FILES), "Finished", -9),
        (InputRun(killed_for=Exceeded.CELL_LOST), "Finished", -9),
        (InputRun(killed_for=Exceeded.CPU_TIME, signal=9), "TimeLimitExceeded", None),
        (InputRun(killed_for=Exceeded.CPU_TIME, exit_code=0), "TimeLimitExceeded", None),
        (InputRun(killed_for=Exceeded.WALL_TIME, signal=9), "TimeLimitExceeded", None),
    ],
)
def test_a_run_that_did_not_go_well_is_failed(run: InputRun, status: str, code: int | None) -> None:
    told = answer(run.model_copy(update={"stdout": "so far"}))
    assert (told["status"], told["message"]) == ("Failed", "")
    assert (told["run_result"]["status"], told["run_result"]["return_code"]) == (status, code)
    assert told["run_result"]["stdout"] == "so far"


def test_what_does_not_compile_is_not_run() -> None:
    told = answer(None, FAILED)
    assert (told["status"], told["run_result"]) == ("Failed", None)
    assert (told["compile_result"]["return_code"], told["compile_result"]["stderr"]) == (1, "main.cpp:1: error")


def test_a_compiler_that_is_late_is_a_timeout_of_compiling() -> None:
    told = answer(None, Compiled(ok=False, killed_for=Exceeded.CPU_TIME))
    assert (told["status"], told["run_result"]) == ("Failed", None)
    assert (told["compile_result"]["status"], told["compile_result"]["return_code"]) == ("TimeLimitExceeded", None)


def test_a_syntax_error_of_an_interpreted_program_is_its_runs() -> None:
    told = answer(None, Compiled(ok=False, message="SyntaxError: invalid syntax"), "python3")
    assert (told["status"], told["compile_result"]) == ("Failed", None)
    assert (told["run_result"]["return_code"], told["run_result"]["stderr"]) == (1, "SyntaxError: invalid syntax")


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ({"run": None, "compiled": Compiled(ok=False), "internal_error": "no cell"}, "no cell"),
        ({"run": InputRun(internal_error="the cell broke")}, "the cell broke"),
        ({"run": InputRun(killed_for=Exceeded.TOTAL_TIME)}, "took all the time"),
        ({"run": InputRun(exit_code=0, stdout="x", stdout_bytes=9, stdout_truncated=True)}, "took all the room"),
    ],
)
def test_a_fault_of_ours_is_no_failure_of_the_program(result: dict[str, Any], said: str) -> None:
    told = answer(**result)
    assert (told["status"], told["run_result"]) == ("SandboxError", None)
    assert said in told["message"]


def test_what_is_longer_than_is_kept_is_cut_as_there() -> None:
    long = InputRun(exit_code=0, stdout="x" * KEEP_BYTES, stdout_bytes=KEEP_BYTES + 1, stdout_truncated=True)
    assert answer(long)["status"] == "Success"


def test_files_come_back_under_the_name_by_which_they_were_asked_for() -> None:
    asked = ("./a.txt", "gone", "long")
    files = {"a.txt": FetchedFile(base64="YQ=="), "long": FetchedFile(base64="YQ==", truncated=True)}
    run = FINE.model_copy(update={"files": files})
    told = to_response(asked, "python3", ExecutionResult(compiled=COMPILED, runs=(run,), limits=LIMITS))
    assert (told.files, told.message) == ({"./a.txt": "YQ=="}, "too long to be brought back: long")
