"""What a request for executions may hold, and what is said of one that holds anything else."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from pydantic import ValidationError

from equijudge_core.contracts.chunks import ExecuteChunk, ExecuteItem
from equijudge_core.contracts.execute import Encoded, ExecuteRequest, Execution, InputRun, to_bytes
from equijudge_core.contracts.field_errors import field_errors
from equijudge_queue.chunk_payload import dump_chunk, load_chunk
from equijudge_queue.compression import pack


def faults(**program: Any) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        Execution.model_validate({"source": "", **program})
    return [(each.field, each.problem) for each in field_errors(caught.value.errors())]


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../x", "a/../b", "a//b", "a/", ".", "./a", "a\0b", "é" * 128, "a/" * 127 + "bc"]
)
def test_a_path_stays_inside(path: str) -> None:
    ((field, _),) = faults(fetch=[path])
    assert field == "fetch[0]"
    assert faults(files={path: ""})[0][0].startswith("files.")


def test_a_path_may_lie_in_folders() -> None:
    assert Execution(source="", fetch=("a/b.c/d",)).fetch == ("a/b.c/d",)


def test_bytes_come_as_base64_and_are_the_same() -> None:
    data = bytes(range(256))
    program = Execution.model_validate({"source": "", "inputs": [{"base64": base64.b64encode(data).decode()}]})
    assert to_bytes(program.inputs[0]) == data


@pytest.mark.parametrize("text", ["A", "AA=", "AA==\n", "A A=", "????"])
def test_what_is_no_base64_is_named(text: str) -> None:
    ((field, problem), *_) = faults(inputs=["fine", {"base64": text}])
    assert (field, problem[:14]) == ("inputs[1].base64", "must be base64")


def test_a_lone_surrogate_of_an_input_is_its_three_bytes_as_in_a_test() -> None:
    program = Execution.model_validate({"source": "", "inputs": ["\ud800"]})
    assert isinstance(program.inputs[0], Encoded)
    assert to_bytes(program.inputs[0]) == b"\xed\xa0\x80"


@pytest.mark.parametrize("content", [3, None, ["a"]])
def test_an_input_is_a_text_or_encoded(content: object) -> None:
    assert faults(inputs=[content])[0] == ("inputs[0]", "Input should be a valid string")


def test_a_program_without_inputs_is_refused_and_one_that_names_none_runs_once() -> None:
    assert faults(inputs=[])[0][0] == "inputs"
    assert Execution(source="").inputs == ("",)


def test_a_chunk_of_executions_goes_through_redis_unchanged() -> None:
    request = ExecuteRequest.model_validate(
        {"programs": [{"source": "x", "inputs": ["1", "\udfff", {"base64": "AAE="}], "files": {"a/b": "c"}}]}
    )
    chunk = ExecuteChunk(chunk_id="c", job_id="j", items=(ExecuteItem(index=0, body=request.programs[0]),))
    assert load_chunk(pack(dump_chunk(chunk))) == chunk


def test_a_run_is_well_only_if_it_ended_by_itself_with_status_0() -> None:
    assert InputRun(exit_code=0).ok
    for other in (InputRun(exit_code=1), InputRun(signal=9), InputRun(exit_code=0, killed_for="cpu_time"), InputRun()):
        assert not other.ok
