"""Samples of HumanEval, evalplus and lm-eval in `equijudge score`, and results in their forms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from equijudge.errors import BadArgument
from equijudge.generation_rows import check_forms, complete_samples, pair_samples, read_generations, split_unknown
from equijudge.samples.forms import format_results
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Form, ResultLine, TestResult
from equijudge_core.formats import read_row
from equijudge_core.programs.code_extraction import extract

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=1, memory_limit_bytes=1 << 20, output_limit_bytes=1 << 20)
COMPLETION = {"task_id": "HumanEval/900", "completion": "    return -xs[0] / xs[1]\n"}
SOLUTION = {"task_id": "HumanEval/901", "solution": "def halves(xs):\n    return [x / 2 for x in xs]\n"}
LM_EVAL = {
    "doc_id": 0,
    "doc": {"task_id": "HumanEval/900", "prompt": "def find_root(xs):\n"},
    "resps": [["    return 0\n", "    return 1\n"]],
    "filtered_resps": [["def find_root(xs):\n    return 0\n", "def find_root(xs):\n    return 1\n"]],
}


def written(path: Path, *rows: Any) -> Path:
    path.write_text("".join(f"{json.dumps(each)}\n" for each in rows))
    return path


def problems() -> dict[str, dict[str, Any]]:
    made = [
        read_row(row).problem
        for name in ("humaneval", "evalplus", "mbpp")
        for row in json.loads((FIXTURES / f"{name}.json").read_text())
    ]
    return {problem.name: problem.to_row() for problem in made}


def program(path: Path) -> str:
    (named,) = read_generations(path)
    complete_samples([named], problems())
    made = named.generations[0]
    return made.text if made.form is Form.PROGRAM else extract(made.text).code or ""


def line(verdict: Verdict, position: int = 0, test: str = "", problem: int = 0) -> ResultLine:
    first = None
    if test:
        first = TestResult(test=test, verdict=verdict, cpu_time_s=0, wall_time_s=0, memory_peak_bytes=0)
    return ResultLine(
        index=position,
        problem=problem,
        candidate=position,
        problem_id="p",
        verdict=verdict,
        limits=LIMITS,
        first_failure=first,
    )


def results(path: Path, *lines: ResultLine) -> str:
    return format_results(pair_samples(read_generations(path), lines))


def test_a_completion_goes_on_where_the_prompt_ends(tmp_path: Path) -> None:
    found = program(written(tmp_path / "s.jsonl", COMPLETION))
    assert "def poly(" in found
    assert found.rstrip().endswith("    return -xs[0] / xs[1]")
    compile(found, "found", "exec")


def test_a_completion_that_defines_the_function_has_only_what_the_prompt_defines_beside_it(tmp_path: Path) -> None:
    whole = "def find_root(xs):\n    return poly([0], 0)\n"
    found = program(written(tmp_path / "s.jsonl", {**COMPLETION, "completion": whole}))
    assert found.startswith("import math\ndef poly(")
    assert found.endswith(whole)
    assert found.count("def find_root") == 1


def test_fences_in_a_string_of_a_program_are_part_of_it(tmp_path: Path) -> None:
    whole = 'def halves(xs):\n    """As in\n    ```python\n    print(halves([2]))\n    ```\n    """\n    return xs\n'
    assert program(written(tmp_path / "s.jsonl", {**SOLUTION, "solution": whole})) == whole


def test_a_solution_is_a_whole_program(tmp_path: Path) -> None:
    assert program(written(tmp_path / "s.jsonl", SOLUTION)) == SOLUTION["solution"]


def test_a_text_with_fences_is_a_models_answer(tmp_path: Path) -> None:
    said = "Here you are:\n```python\ndef halves(xs):\n    return xs\n```\n"
    assert program(written(tmp_path / "s.jsonl", {**SOLUTION, "solution": said})) == "def halves(xs):\n    return xs\n"


def test_tasks_of_mbpp_are_named_by_numbers(tmp_path: Path) -> None:
    (named,) = read_generations(written(tmp_path / "s.jsonl", {"task_id": 902, "completion": "def add_up(a, b): ..."}))
    assert named.problem == "mbpp/902"
    assert named.problem in problems()


def test_responses_of_lm_eval_are_samples_each(tmp_path: Path) -> None:
    (named,) = read_generations(written(tmp_path / "s.jsonl", LM_EVAL))
    assert [each.text for each in named.generations] == LM_EVAL["filtered_resps"][0]  # type: ignore[index]


def test_a_doc_without_a_task_id_is_called_as_its_problem(tmp_path: Path) -> None:
    doc = json.loads((FIXTURES / "livecodebench.json").read_text())[0]
    (named,) = read_generations(written(tmp_path / "s.jsonl", {**LM_EVAL, "doc": doc}))
    assert named.problem == read_row(doc).problem.name


def test_several_samples_of_a_task_are_counted_on(tmp_path: Path) -> None:
    (named,) = read_generations(written(tmp_path / "s.jsonl", COMPLETION, COMPLETION))
    assert [each.id for each in named.generations] == ["0", "1"]


def test_completions_of_a_stored_problem_ask_for_its_prompt(tmp_path: Path) -> None:
    named = read_generations(written(tmp_path / "s.jsonl", COMPLETION))
    with pytest.raises(BadArgument, match="--problems"):
        complete_samples(named, None)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"task_id": None, "completion": ""}, "task_id"),
        ({"task_id": "a", "completion": 3}, "completion: expected a text"),
        ({"doc": {"task_id": "a"}, "resps": []}, "resps"),
        ({"doc": {"task_id": "a"}, "filtered_resps": [["x", [-1.5, False]]]}, r"filtered_resps\[0\]\[1\]: expected"),
        ({"task_id": "a", "text": "x"}, "completion: is missing"),
        ({"completion": "x"}, "task_id: is missing"),
        ({"solution": "x", "id": 3}, "task_id: is missing"),
        ({"doc_id": 3, "resps": [["x"]]}, "doc: expected"),
        ({"doc_id": 3, "doc": {"task_id": "a"}}, "filtered_resps: is missing"),
        ({"doc": {"question": "?"}, "resps": [["x"]]}, "doc: has no task_id, and is no problem"),
        ({"doc": {"task_id": 1.5}, "resps": [["x"]]}, "doc: task_id"),
        ({"generations": ["x"]}, "problem: expected"),
    ],
)
def test_what_is_wrong_is_named_by_its_place(tmp_path: Path, row: Any, says: str) -> None:
    with pytest.raises(BadArgument, match=f"line 1: {says}"):
        read_generations(written(tmp_path / "s.jsonl", row))


def test_results_of_humaneval_stand_in_its_lines(tmp_path: Path) -> None:
    path = written(tmp_path / "s.jsonl", *[COMPLETION] * 4)
    verdicts = (Verdict.AC, Verdict.WA, Verdict.TLE, Verdict.IE)
    said = results(path, *(line(verdict, number) for number, verdict in enumerate(verdicts)))
    found = [json.loads(each) for each in said.splitlines()]
    assert [(each["result"], each["passed"]) for each in found] == [
        ("passed", True),
        ("failed: WA", False),
        ("timed out", False),
        ("not judged", None),
    ]
    assert all(each["completion"] == COMPLETION["completion"] for each in found)


def test_results_of_evalplus_tell_base_from_plus(tmp_path: Path) -> None:
    path = written(tmp_path / "s.jsonl", *[SOLUTION] * 3)
    said = results(path, line(Verdict.AC), line(Verdict.WA, 1, "private/0"), line(Verdict.TLE, 2, "public/0"))
    found = json.loads(said)["eval"]["HumanEval/901"]
    assert [(each["base_status"], each["plus_status"]) for each in found] == [
        ("pass", "pass"),
        ("pass", "fail"),
        ("timeout", "timeout"),
    ]


def test_a_task_without_public_tests_has_base_tests_alone(tmp_path: Path) -> None:
    """Those of HumanEval are private here: a program that fails one does not pass the base."""
    path = written(tmp_path / "s.jsonl", *[{"task_id": "HumanEval/900", "solution": "def find_root(xs): ..."}] * 2)
    lines = [line(Verdict.AC), line(Verdict.WA, 1, "private/0")]
    found = json.loads(format_results(pair_samples(read_generations(path), lines, problems())))
    statuses = [(each["base_status"], each["plus_status"]) for each in found["eval"]["HumanEval/900"]]
    assert statuses == [("pass", None), ("fail", None)]


def test_samples_of_unknown_tasks_stand_among_the_results_in_their_places(tmp_path: Path) -> None:
    path = written(tmp_path / "s.jsonl", {"task_id": "HumanEval/7", "completion": ""}, COMPLETION)
    named, unknown = split_unknown(read_generations(path), problems())
    said = format_results(pair_samples(named, [line(Verdict.AC)], None, unknown))
    found = [json.loads(each) for each in said.splitlines()]
    assert [(each["task_id"], each["passed"]) for each in found] == [("HumanEval/7", None), ("HumanEval/900", True)]
    assert "no problem" in found[0]["result"]


def test_results_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    first, other = {**COMPLETION, "n": 0}, {"task_id": "HumanEval/901", "completion": "", "n": 1}
    path = written(tmp_path / "s.jsonl", first, other, {**COMPLETION, "n": 2})
    said = results(path, line(Verdict.AC), line(Verdict.WA, 1), line(Verdict.WA, 0, problem=1))
    assert [json.loads(each)["n"] for each in said.splitlines()] == [0, 1, 2]


def test_lines_of_several_filters_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "s.jsonl", {**LM_EVAL, "filter": "a"}, {**LM_EVAL, "filter": "b"})
    with pytest.raises(BadArgument, match=r"line 2: filter: .*'a', 'b'"):
        read_generations(path)


def test_what_a_model_never_wrote_is_a_sample_without_a_program(tmp_path: Path) -> None:
    assert program(written(tmp_path / "s.jsonl", {**COMPLETION, "completion": None})) == ""


def test_results_of_lm_eval_are_a_share_for_each_line(tmp_path: Path) -> None:
    path = written(tmp_path / "s.jsonl", LM_EVAL, {**LM_EVAL, "doc_id": 1})
    said = results(path, line(Verdict.AC), line(Verdict.WA, 1), line(Verdict.AC, 2), line(Verdict.IE, 3))
    assert [json.loads(each)["pass@1"] for each in said.splitlines()] == [0.5, 1.0]


def test_results_have_no_form_where_samples_are_ours_or_of_two_forms(tmp_path: Path) -> None:
    for rows in ([{"problem": "a", "text": "x"}], [COMPLETION, SOLUTION]):
        with pytest.raises(BadArgument, match="--results"):
            check_forms(read_generations(written(tmp_path / "s.jsonl", *rows)))
