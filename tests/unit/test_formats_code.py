"""Rows whose tests are code: HumanEval, MBPP, their plus versions, LeetCodeDataset, KodCode, BigCodeBench."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from equijudge_core.errors import BadProblem, UnsupportedProblem
from equijudge_core.formats import code_tests, find_format, read_row
from equijudge_core.formats.evalplus import _SHAPES, REBUILT, write_value
from equijudge_core.formats.evalplus_code import NOT_NONE_TASKS, SET_TASKS, comparison_code
from equijudge_core.judging.problem import parse_row

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


def rows(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text())


class Seen(Exception):
    """Ends a reader where it has made its columns."""


@pytest.fixture(autouse=True)
def columns(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The columns that a reader makes, whether or not they can be judged here."""
    seen: dict[str, Any] = {}

    def note(**made: Any) -> None:
        seen.update(made)
        raise Seen

    monkeypatch.setattr(code_tests, "make_problem", note)
    return seen


def read(row: Any) -> None:
    with pytest.raises(Seen):
        read_row(row)


def inputs(columns: dict[str, Any]) -> tuple[list[str], list[str]]:
    return columns["public_tests"]["input"], columns["private_tests"]["input"]


def faults(row: Any, kind: type[BadProblem] = BadProblem) -> dict[str, str]:
    with pytest.raises(BadProblem) as caught:
        read_row(row)
    assert type(caught.value) is kind
    found: dict[str, str] = {}
    for each in caught.value.errors:
        found[each.field] = f"{found[each.field]}; {each.problem}" if each.field in found else each.problem
    return found


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("humaneval", "humaneval"),
        ("leetcode_dataset", "leetcode-dataset"),
        ("evalplus", "evalplus"),
        ("mbpp", "mbpp"),
        ("kodcode", "kodcode"),
        ("bigcodebench", "bigcodebench"),
    ],
)
def test_a_row_is_known_by_its_columns(file: str, form: str) -> None:
    for row in rows(file):
        found = find_format(row)
        assert found is not None
        assert found.name == form


def test_a_check_is_called_with_the_entry_point(columns: dict[str, Any]) -> None:
    read(rows("humaneval")[0])
    assert columns["name"] == "HumanEval/900"
    assert inputs(columns) == ([], ["check(find_root)"])
    assert columns["test_code"]["names"] == ["find_root"]
    assert columns["test_code"]["prompt"] == rows("humaneval")[0]["prompt"]


def test_what_the_prompt_has_beside_the_function_is_the_tests_own(columns: dict[str, Any]) -> None:
    """So that a candidate that defines poly() anew does not judge itself."""
    read(rows("humaneval")[0])
    namespace: dict[str, Any] = {}
    exec(columns["test_code"]["code"], namespace)
    assert "find_root" not in namespace
    namespace["check"](lambda xs: -xs[0] / xs[1])
    with pytest.raises(AssertionError):
        namespace["check"](lambda xs: 0)


def test_a_whole_program_finds_what_the_prompt_has_beside_the_function(columns: dict[str, Any]) -> None:
    read(rows("humaneval")[0])
    assert columns["test_code"]["prelude"].startswith("import math\ndef poly(")
    assert "find_root" not in columns["test_code"]["prelude"]


def test_a_method_is_called_of_an_instance(columns: dict[str, Any]) -> None:
    read(leetcode("def check(candidate):\n    assert abs(candidate(a = 1, b = []) - 1) < 1\n"))
    assert inputs(columns)[1] == ["check(Solution().addTwo)"]
    assert columns["test_code"]["names"] == ["Solution"]
    assert columns["test_code"]["prelude"] == rows("leetcode_dataset")[0]["prompt"]


def test_tests_that_look_inside_nodes_are_refused() -> None:
    test = "def check(candidate):\n    assert is_same_list(candidate(1, []).next, list_node([2]))\n"
    assert "looks inside" in faults(leetcode(test), UnsupportedProblem)["test"]


def leetcode(test: str, number: int = 0, **changes: Any) -> dict[str, Any]:
    return {**rows("leetcode_dataset")[number], "test": test, **changes}


def test_assertions_of_plain_calls_are_calls_in_the_order_of_the_signature() -> None:
    row = leetcode(
        "def check(candidate):\n    assert candidate(b = [2], a = -1) == 1\n    assert candidate(3, []) == 3\n"
    )
    problem = read_row(row).problem
    assert [(test.input, test.output) for test in problem.private_tests] == [(b"[-1, [2]]", b"1"), (b"[3, []]", b"3")]
    assert problem.calls is not None
    assert (problem.calls.name, problem.calls.arguments, problem.calls.returns) == ("addTwo", ("int", "int[]"), "int")
    assert problem.calls.prelude == row["prompt"]
    assert (problem.calls.compare.abs, problem.calls.compare.tuple_is_list) == (0, False)
    assert "cpp17" in problem.called_in
    assert parse_row(problem.to_row()) == problem


def test_lists_and_trees_of_nodes_are_what_the_helpers_make_them_from() -> None:
    lists = read_row(rows("leetcode_dataset")[1]).problem
    assert [(test.input, test.output) for test in lists.private_tests] == [(b"[[1, 2]]", b"[2, 1]"), (b"[[]]", b"[]")]
    test = (
        "def check(candidate):\n    assert candidate(all = [tree_node([1, None, 2]), tree_node([])]) == 2\n"
        "    assert candidate(all = []) == 0\n"
    )
    starter = "class Solution:\n    def reverse(self, all: List[Optional[TreeNode]]) -> int:\n        "
    trees = read_row(leetcode(test, 1, starter_code=starter)).problem
    assert [calls.arguments for each in (lists, trees) if (calls := each.calls)] == [("ListNode",), ("TreeNode[]",)]
    assert trees.private_tests[0].input == b"[[[1, null, 2], []]]"


@pytest.mark.parametrize(
    "line",
    [
        "assert candidate(a = 1, b = (2,)) == 3",
        "assert candidate(a = 1, b = [2]) is True",
        "assert candidate(a = 1, b = [2]) == sum([1, 2])",
        "assert candidate(c = 1) == 3",
        "assert candidate(b = [1]) == 3",
        "assert candidate(1, b = [2]) == 3",
        "assert candidate(a = 1, b = [2]) == 3 == 3",
        "assert not candidate(a = 1, b = [2])",
        "assert other(a = 1, b = [2]) == 3",
        "x = 1; assert candidate(a = x, b = []) == 1",
        "assert candidate(a = 1, b = {1: 2}) == 1",
        "assert candidate(a = 1j, b = []) == 1",
        "pass",
    ],
)
def test_what_is_more_than_a_call_with_plain_values_stays_code(columns: dict[str, Any], line: str) -> None:
    read(leetcode(f"def check(candidate):\n    {line}\n"))
    assert "test_code" in columns


def test_asserts_are_tests_and_those_of_the_challenge_are_hidden(columns: dict[str, Any]) -> None:
    read(rows("mbpp")[0])
    assert inputs(columns) == (rows("mbpp")[0]["test_list"], ["assert add_up(0, 0) == 0"])
    assert columns["test_code"] == {"code": "", "names": ["add_up"]}
    assert "assert add_up(1, 2) == 3" in columns["description"]


def test_imports_stand_before_the_asserts_and_are_no_functions_of_a_candidates(columns: dict[str, Any]) -> None:
    read(rows("mbpp")[1])
    assert columns["test_code"] == {"code": "import math", "names": ["root"]}


def test_a_script_of_tests_is_a_hidden_test(columns: dict[str, Any]) -> None:
    read(rows("mbpp")[2])
    assert inputs(columns) == (["assert twice(2) == 4"], [rows("mbpp")[2]["test"]])


def test_without_a_program_names_are_those_that_nothing_else_defines(columns: dict[str, Any]) -> None:
    read({**rows("mbpp")[2], "code": ""})
    assert columns["test_code"]["names"] == ["twice"]


def test_each_function_of_pytests_is_a_test(columns: dict[str, Any]) -> None:
    read(rows("kodcode")[0])
    assert inputs(columns)[1] == ["run_tests('test_positive')", "run_tests('test_negative')"]


def test_a_class_of_tests_is_one_too(columns: dict[str, Any]) -> None:
    read({**rows("kodcode")[0], "test": "from solution import add\nclass TestAdd:\n    def test_it(self): pass\n"})
    assert inputs(columns)[1] == ["run_tests('TestAdd.test_it')"]


def test_parameters_fixtures_and_classes_are_pytests(columns: dict[str, Any]) -> None:
    read(rows("kodcode")[1])
    assert inputs(columns)[1] == ["run_tests('test_it')", "run_tests('TestErrors.test_none')"]


def test_fixtures_that_are_not_there_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert "fixture capsys" in faults(rows("kodcode")[2], UnsupportedProblem)["test_code.code"]


def test_a_class_of_unittests_is_a_test_a_method(columns: dict[str, Any]) -> None:
    read(rows("bigcodebench")[0])
    assert inputs(columns)[1] == ["run_tests('TestCases.test_case_1')", "run_tests('TestCases.test_case_2')"]
    assert columns["test_code"]["prelude"] == "import math\nBASE = 2\n"


def test_what_tests_patch_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with pytest.raises(UnsupportedProblem, match="patch"):
        read_row(rows("bigcodebench")[1])


def test_inputs_alone_are_checked_against_the_rows_own_program(columns: dict[str, Any]) -> None:
    read(rows("evalplus")[0])
    assert inputs(columns) == (
        ["_check_call(halves, [[1, 2]])\n_check_call(halves, [[]])"],
        ["_check_call(halves, [[3.5, -1]])"],
    )


def test_tuples_and_complex_numbers_are_made_again(columns: dict[str, Any]) -> None:
    read(rows("evalplus")[1])
    assert inputs(columns)[0] == ["_check_call(similar_elements, [(3, 4, 5, 6, ), (5, 7, 4, 10, )])"]
    read(rows("evalplus")[2])
    assert inputs(columns)[0] == ["_check_call(convert, [(1+0j)])\n_check_call(convert, [(4+5j)])"]


def runs(code: str, call: str, candidate: Any) -> bool:
    """Whether a test passes; the code is ours, and the candidates are those below."""
    namespace: dict[str, Any] = {"f": candidate}
    exec(code, namespace)
    try:
        exec(call, namespace)
    except AssertionError:
        return False
    return True


class Yes:
    """What a candidate may give in place of a value."""

    def __eq__(self, other: object) -> bool:
        return True

    def __hash__(self) -> int:
        return 0


class YesNumber(int):
    """Likewise."""

    __eq__, __hash__ = Yes.__eq__, Yes.__hash__


IDENTITY = "def f(x):\n    return x\n"
COMPARED: dict[str, tuple[str, float, Any, Any, bool]] = {
    "equal": (IDENTITY, 0, [1, "a"], [1, "a"], True),
    "another": (IDENTITY, 0, [1], [2], False),
    "near": (IDENTITY, 0, 1.0, 1.0 + 5e-7, True),
    "too far": (IDENTITY, 0, 1.0, 1.0 + 5e-6, False),
    "near in a list": (IDENTITY, 0, [1.0, 2.0], [1.0, 2.0 + 5e-7], True),
    "another length": (IDENTITY, 0, [1.0], [1.0, 2.0], False),
    "another type": (IDENTITY, 0, [1.0 + 1e-9], (1.0,), False),
    "no tolerance for integers": (IDENTITY, 0, 10**9, 10**9 + 1, False),
    "a tolerance of the task's": (IDENTITY, 0.1, [1, 2], [1, 2.05], True),
    "nan": (IDENTITY, 0, 1.0, math.nan, False),
    "infinite": (IDENTITY, 0, math.inf, math.inf, True),
    "a string is not near": (IDENTITY, 0.1, "a", "b", False),
    "an object that is equal to all": (IDENTITY, 0, 1, Yes(), False),
    "one in a list": (IDENTITY, 0, [1], [Yes()], False),
    "a number that is equal to all": (IDENTITY, 0, 1, YesNumber(), False),
}


@pytest.mark.parametrize("case", COMPARED)
def test_values_are_compared_as_evalplus_does(case: str) -> None:
    reference, atol, given, got, right = COMPARED[case]
    call = f"_check_call(f, [{write_value(given)}])"
    assert runs(comparison_code(reference, "f", atol), call, lambda x: got) is right


def special(entry: str, wanted: Any, got: Any, arguments: list[Any]) -> bool:
    reference = f"def {entry}(*_):\n    return {wanted!r}\n"
    call = f"_check_call(f, {write_value(arguments)})"
    return runs(comparison_code(reference, entry, 1e-6), call, lambda *_: got)


def test_order_and_repeats_do_not_count_in_some_tasks() -> None:
    assert all(special(entry, [1, 2], (2, 1, 1), [0]) for entry in SET_TASKS)
    assert not any(special(entry, [1, 2], [1], [0]) for entry in SET_TASKS)


def test_whether_there_is_a_value_counts_in_some_tasks() -> None:
    for entry in NOT_NONE_TASKS:
        assert special(entry, "Found", True, [0])
        assert special(entry, "Found", "match", [0])
        assert not special(entry, "Found", None, [0])


@pytest.mark.parametrize(
    ("entry", "wanted", "got", "arguments", "right"),
    [
        ("are_equivalent", 1, 2, [0], True),
        ("sum_div", 7, 0, [0], True),
        ("sum_div", 7, 1, [0], False),
        ("find_zero", None, -0.5, [[1, 2]], True),
        ("find_zero", None, 0.5, [[1, 2]], False),
        ("surface_Area", 0, 35, [3, 4], True),
        ("surface_Area", 0, 34, [3, 4], False),
        ("digit_distance_nums", 9, 1, [1, 2], True),
        ("digit_distance_nums", 9, 9, [12, 3], True),
    ],
)
def test_some_tasks_have_rules_of_their_own(
    entry: str, wanted: Any, got: Any, arguments: list[Any], right: bool
) -> None:
    assert special(entry, wanted, got, arguments) is right


def test_no_task_is_rebuilt_in_two_ways() -> None:
    assert len(REBUILT) == sum(map(len, _SHAPES.values()))


@pytest.mark.parametrize("value", [(), (1,), [(1, [2.5])], {"a": (1,)}, {1, 2}, set(), 1 + 2j, "a'\n", None, -math.inf])
def test_values_are_written_as_python(value: Any) -> None:
    assert eval(write_value(value)) == value


FAULTY: dict[str, tuple[Any, str, str]] = {
    "no check": ({**rows("humaneval")[0], "test": "x = 1"}, "test", "defines no check"),
    "no Python": ({**rows("humaneval")[0], "test": "def check("}, "test", "is no Python"),
    "no entry point": ({**rows("humaneval")[0], "entry_point": "a.b"}, "entry_point", "a function's name"),
    "no method": ({**rows("leetcode_dataset")[0], "entry_point": "add"}, "entry_point", "must be a method"),
    "no tests": ({**rows("mbpp")[0], "test_list": [], "challenge_test_list": []}, "test_list", "no tests"),
    "no task": ({**rows("evalplus")[0], "task_id": "x"}, "task_id", "must be HumanEval/N"),
    "no such function": ({**rows("evalplus")[0], "entry_point": "g"}, "entry_point", "is no function"),
    "no arguments": ({**rows("evalplus")[1], "base_input": [[1, 2]]}, "base_input", "not those of the task"),
}


@pytest.mark.parametrize("case", FAULTY)
def test_what_is_wrong_is_named_by_its_field(case: str) -> None:
    row, field, says = FAULTY[case]
    with pytest.raises(BadProblem) as caught:
        read_row(row)
    assert says in {each.field: each.problem for each in caught.value.errors}[field]
