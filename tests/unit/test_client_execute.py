"""`execute`: what the client sends of programs and inputs, and what it makes of the answers."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from equijudge import BadArgument, Execution, ExecutionLine, Invalid, Listing
from equijudge_core.contracts.execute import AppliedExecuteLimits, Compiled, InputRun
from equijudge_core.contracts.jobs import JobState
from tests.unit.client_support import Script, async_client, client, job, limits, refused, status

LIMITS = AppliedExecuteLimits(
    cpu_time_s=1, wall_time_s=5, total_cpu_time_s=9, compile_time_s=9, memory_limit_bytes=9, output_limit_bytes=9
)


def ran(index: int, *runs: InputRun) -> ExecutionLine:
    """What became of a program."""
    return ExecutionLine(index=index, compiled=Compiled(ok=True), runs=runs or (InputRun(exit_code=0),), limits=LIMITS)


def done(*lines: ExecutionLine) -> httpx.Response:
    """The answer of a `POST /execute` that was done in time."""
    results = [each.model_dump(mode="json") for each in lines]
    return httpx.Response(200, json=status(candidates=len(lines), done=len(lines)) | {"results": results})


def test_inputs_and_language_are_of_the_programs_that_bring_none() -> None:
    script = Script(done(ran(0), ran(1), ran(2)))
    own = Execution(source="b", inputs=("x",), language="pypy3")
    with client(script) as service:
        service.execute(["a", own, {"source": "c", "inputs": []} | {"inputs": [b"y"]}], ["1", "2"], language="c")
    a, b, c = script.body()["programs"]
    assert a == {"source": "a", "language": "c", "inputs": ["1", "2"]}
    assert b == {"source": "b", "language": "pypy3", "inputs": ["x"]}
    assert c == {"source": "c", "language": "c", "inputs": ["y"]}


def test_bytes_that_are_no_text_go_as_they_are() -> None:
    script = Script(done(ran(0)))
    program = {"source": "a", "files": {"data.bin": b"\xff\x00", "notes": "n"}}
    with client(script) as service:
        service.execute([program], [b"\xfe", "text"], keep_bytes=7, limits={"time_limit_s": 2})
    sent = script.body()
    assert sent["programs"][0]["inputs"] == [{"base64": "/g=="}, "text"]
    assert sent["programs"][0]["files"] == {"data.bin": {"base64": "/wA="}, "notes": "n"}
    assert (sent["keep_bytes"], sent["limits"]) == (7, {"time_limit_s": 2.0})


async def test_results_come_in_the_order_of_the_programs() -> None:
    accepted = httpx.Response(202, json=status(JobState.RUNNING, 2, 0))
    lines = b"".join(ran(number).model_dump_json().encode() + b"\n" for number in (1, 0))
    async with async_client(Script(accepted, httpx.Response(200, content=lines), job())) as service:
        found = await service.execute(["a", "b"])
    assert [each.index for each in found] == [0, 1]
    assert isinstance(found, Listing)


def test_too_many_inputs_at_once_go_in_halves_and_keep_their_places() -> None:
    fault = {"field": "programs[].inputs", "problem": "8 inputs", "limit": "at most 4 in one request"}
    script = Script(refused(422, errors=[fault]), limits(), done(ran(0)), done(ran(0)))
    with client(script) as service:
        found = service.execute(["a", "b"], ["1", "2", "3", "4"])
    assert [each.index for each in found] == [0, 1]
    assert [len(script.body(at)["programs"]) for at in (0, 2, 3)] == [2, 1, 1]


def test_a_fault_of_a_part_names_the_program_as_the_caller_knows_it() -> None:
    too_many = {"field": "programs", "problem": "4 programs", "limit": "at most 2 in one request"}
    wrong = {"field": "programs[1].language", "problem": "no such language"}
    script = Script(
        refused(422, errors=[too_many]), limits(candidates=2), done(ran(0), ran(1)), refused(422, errors=[wrong])
    )
    with client(script) as service, pytest.raises(Invalid) as caught:
        service.execute(["a", "b", "c", "d"])
    assert [each.field for each in caught.value.details.errors] == ["programs[3].language"]


@pytest.mark.parametrize(
    ("programs", "options", "said"),
    [
        ("print()", {}, "programs: must be a list, one program each"),
        ([], {}, "programs"),
        ([None], {}, r"programs\[0\]: must be"),
        (["a"], {"inputs": "1"}, "inputs: must be a list"),
        (["a"], {"inputs": [1.5]}, r"inputs"),
        ([{"source": "a", "inptus": ["1"]}], {}, r"programs\[0\].inptus"),
        (["a"], {"limits": {"time_limit": 1}}, r"limits.time_limit"),
    ],
)
def test_what_cannot_be_run_is_named_and_not_sent(programs: Any, options: dict[str, Any], said: str) -> None:
    script = Script()
    with client(script) as service, pytest.raises(BadArgument, match=said):
        service.execute(programs, **options)
    assert script.requests == []


def test_a_notebook_shows_a_line_a_run() -> None:
    crash = InputRun(signal=11, stderr="<b>Segmentation fault</b>")
    shown = Listing([ran(0, InputRun(exit_code=0, stdout="3\n"), crash)])._repr_html_()
    assert [word in shown for word in ("exit 0", "signal 11", "&lt;b&gt;Segmentation", "<b>")] == [True] * 3 + [False]
