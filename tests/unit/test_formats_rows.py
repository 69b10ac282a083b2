"""Rows of other people's data sets: which format they are known by, the problem that is in them, what is refused."""

from __future__ import annotations

import base64
import json
import pickle
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.errors import BadProblem, UnsupportedProblem
from equijudge_core.formats import packed_tests, read_row
from equijudge_core.formats.called import read_kinds
from equijudge_core.formats.json_text import parse_json
from equijudge_core.formats.numerals import BadText
from equijudge_core.formats.python_literal import parse_literal
from equijudge_core.formats.reading import Allowance, Reading, ReadOptions, read_bytes, read_seconds
from equijudge_core.judging.problem import parse_row

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
SUM = [(b"1 2\n", b"3\n"), (b"-5 7\n", b"2\n")]


def rows(name: str) -> Any:
    return json.loads((FIXTURES / f"{name}.json").read_text())


def pairs_of(reading: Reading) -> list[tuple[bytes, bytes]]:
    return [(each.input, each.output) for each in reading.problem.tests()]


def stripped(reading: Reading) -> list[tuple[bytes, bytes]]:
    return [(given.strip(), wanted.strip()) for given, wanted in pairs_of(reading)]


def faults(row: Any, kind: type[BadProblem] = BadProblem) -> dict[str, str]:
    with pytest.raises(BadProblem) as caught:
        read_row(row)
    assert type(caught.value) is kind
    return {each.field: each.problem for each in caught.value.errors}


FORMATS = {
    "codecontests": ("codecontests", "sum"),
    "apps": ("apps", "apps/4001"),
    "taco": ("taco", "taco/https://example.org/taco/sum"),
    "livecodebench": ("livecodebench", "livecodebench/abc999_a"),
    "codeforces": ("codeforces", "codeforces/9001/A"),
    "verl": ("verl", "verl/7"),
    "verifiable": ("verifiable", "verifiable/vcp_1"),
    "intellect": ("intellect", "intellect/12"),
}


@pytest.mark.parametrize("file", FORMATS)
def test_a_row_is_known_by_its_columns_and_its_tests_are_all_there(file: str) -> None:
    reading = read_row(rows(file)[0])
    assert (reading.format, reading.problem.name) == FORMATS[file]
    wanted = [(given.strip(), wanted.strip()) for given, wanted in SUM]
    assert stripped(reading)[:2] == wanted
    assert "sum of two" in reading.problem.description


@pytest.mark.parametrize("file", FORMATS)
def test_what_was_read_is_written_as_ours_and_read_back_the_same(file: str) -> None:
    problem = read_row(rows(file)[0]).problem
    assert parse_row(problem.to_row()) == problem


@pytest.mark.parametrize("file", ["ground_truth", "tests"])
def test_tests_alone_are_a_problem_that_is_called_as_its_file(file: str) -> None:
    reading = read_row(rows(file), ReadOptions("sum"))
    assert reading.problem.name == "sum"
    assert pairs_of(reading) == SUM


def test_tests_alone_without_a_name_are_called_by_their_content() -> None:
    assert read_row(rows("tests")).problem.name == read_row(rows("tests")).problem.name
    assert read_row(rows("tests")).problem.name != read_row(rows("tests")[:1]).problem.name


def test_a_list_of_lines_is_one_text() -> None:
    assert pairs_of(read_row(rows("apps")[0]))[1] == (b"-5 7\n", b"2")


def test_limits_in_words_are_read_and_odd_ones_are_told() -> None:
    plain, odd = map(read_row, rows("taco"))
    assert (plain.problem.time_limit_s, plain.problem.memory_limit_bytes) == (2.0, 256 << 20)
    assert odd.problem.time_limit_s is None
    assert odd.notes == ("time_limit: 'as the sun sets' says no limit that is understood; none is applied",)


@pytest.mark.parametrize(
    ("said", "seconds"), [("2 seconds", 2), ("1.5 s", 1.5), ("500 ms", 0.5), ("3", 3), ("2 hours", None), ("", None)]
)
def test_seconds_in_words(said: str, seconds: float | None) -> None:
    assert read_seconds(said) == seconds


@pytest.mark.parametrize(("said", "size"), [("64 MB", 64 << 20), ("1 kilobyte", 1 << 10), ("many", None)])
def test_bytes_in_words(said: str, size: int | None) -> None:
    assert read_bytes(said) == size


def test_a_generated_checker_is_a_script_and_files_are_read_by_name() -> None:
    reading = read_row(rows("codeforces")[1])
    problem = reading.problem
    assert isinstance(problem.checker, OwnChecker)
    assert problem.checker.protocol == "script"
    assert (problem.input_file, problem.output_file) == ("input.txt", "output.txt")
    assert [each.name for each in problem.tests()] == ["public/0", "private/0"]
    assert {note.split(":")[0].split()[0] for note in reading.notes} == {"official_tests_complete", "generated_tests"}


def test_an_example_that_is_an_official_test_too_is_one_test() -> None:
    assert len(read_row(rows("codeforces")[0]).problem.tests()) == 2


def test_limits_of_codecontests_plus_are_told_by_their_size() -> None:
    in_ms, in_s = (read_row(each) for each in rows("codecontests_plus"))
    assert in_ms.problem.time_limit_s == in_s.problem.time_limit_s == 2.0
    assert in_ms.problem.memory_limit_bytes == in_s.problem.memory_limit_bytes == 256 << 20
    assert in_ms.notes == ("time_limit: taken for milliseconds", "memory_limit: taken for MiB")


def test_submissions_of_codecontests_plus_keep_their_languages() -> None:
    problem = read_row(rows("codecontests_plus")[0]).problem
    assert problem.solutions[0].language == "python3"
    assert problem.incorrect_solutions[0].language == "cpp17"
    assert isinstance(problem.checker, OwnChecker)
    assert problem.checker.protocol == "testlib"


def test_literals_and_json_of_one_data_set_are_read_alike() -> None:
    literal, text = (read_row(each) for each in rows("verifiable")[:2])
    assert pairs_of(literal) == pairs_of(text) == SUM
    assert literal.problem.time_limit_s == 2.0
    assert literal.problem.solutions[0].source == "print(sum(map(int, input().split())))\n"


CALLED: dict[tuple[str, int], tuple[list[tuple[Any, Any]], str]] = {
    ("livecodebench", 2): ([([1, [2, 3]], 6), ([-1, []], -1)], "addTwo"),
    ("apps", 1): ([([{"1": 2, "3": 4}], [{"1": 3, "3": 5}])], "count_up"),
    ("verl", 2): ([([1, 2], 3)], "add"),
    ("verifiable", 2): ([([1, 2], [3])], "add"),
}


@pytest.mark.parametrize(("file", "number"), CALLED)
def test_calls_have_their_arguments_and_values_as_json(file: str, number: int) -> None:
    reading = read_row(rows(file)[number])
    tests, name = CALLED[file, number]
    assert [(json.loads(given), json.loads(wanted)) for given, wanted in pairs_of(reading)] == tests
    assert reading.problem.calls is not None
    assert reading.problem.calls.name == name
    assert parse_row(reading.problem.to_row()) == reading.problem


def test_values_may_be_wrapped_and_keys_meant_as_integers_where_the_format_has_that() -> None:
    apps, lcb = read_row(rows("apps")[1]).problem.calls, read_row(rows("livecodebench")[2]).problem.calls
    assert apps is not None
    assert lcb is not None
    assert (apps.compare.or_wrapped, apps.integer_keys) == (True, True)
    assert (lcb.compare.or_wrapped, lcb.integer_keys) == (False, False)


def test_the_starter_code_of_a_call_stands_in_the_description() -> None:
    assert "class Solution:\n    def addTwo(" in read_row(rows("livecodebench")[2]).problem.description


NODES = "class Solution:\n    def f(self, head: Optional[ListNode], k: int, all: List[TreeNode]) -> ListNode:\n        "


def test_lists_and_trees_are_known_by_the_signature() -> None:
    assert read_kinds(NODES, "f") == {"arguments": ["ListNode", "int", "TreeNode[]"], "returns": "ListNode"}
    assert read_kinds(NODES, "g") == read_kinds("def f(", "f") == read_kinds(None, "f") == {}


def lcb_call(arguments: str, wanted: str, name: object = "f") -> dict[str, Any]:
    case = {"input": arguments, "output": wanted, "testtype": "functional"}
    metadata = json.dumps({"func_name": name})
    return {**rows("livecodebench")[2], "public_test_cases": json.dumps([case]), "metadata": metadata}


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        ('1\n"a\\nb"', [1, "a\nb"]),
        ("[1,\t2]\n", [[1, 2]]),
        ("", []),
        ("9" * 5000, None),
    ],
)
def test_arguments_stand_one_a_line_and_an_empty_last_line_is_none(arguments: str, made: list[Any] | None) -> None:
    given = read_row(lcb_call(arguments, "1")).problem.public_tests[0].input.decode()
    assert given == f"[{arguments}]" if made is None else json.loads(given) == made


def test_a_line_that_is_no_json_is_a_fault_with_its_number() -> None:
    assert list(faults(lcb_call("1\n\n2", "1"))) == ["public_test_cases[0].input, line 2"]


def test_a_text_that_is_no_json_stands_for_itself_where_it_is_expected() -> None:
    assert read_row(lcb_call("1", "hello")).problem.public_tests[0].output == b'"hello"'


@pytest.mark.parametrize("name", [None, "a.b", "f()", 3, "__import__('os')"])
def test_what_is_no_name_of_a_function_is_not_called(name: object) -> None:
    assert "no name of a function" in next(iter(faults(lcb_call("1", "1", name), UnsupportedProblem).values()))


REFUSED = {
    ("apps", 2): "input_output",
    ("codeforces", 2): "interaction_format",
    ("verl", 4): "reward_model.ground_truth.outputs[0]",
}


@pytest.mark.parametrize(("file", "number"), REFUSED)
def test_what_cannot_be_done_is_named_by_its_field(file: str, number: int) -> None:
    assert list(faults(rows(file)[number], UnsupportedProblem)) == [REFUSED[file, number]]


def test_assertions_of_a_ground_truth_are_tests() -> None:
    problem = read_row(rows("verl")[3]).problem
    assert [test.input for test in problem.tests()] == [b"assert add(1, 2) == 3"]
    assert problem.called == "add"


def without(row: dict[str, Any], column: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != column}


NEAR_MISSES: dict[str, tuple[Any, str, str]] = {
    "a column is missing": (without(rows("livecodebench")[0], "private_test_cases"), "private_test_cases", "LiveCodeB"),
    "a column is misspelt": (
        {**without(rows("apps")[0], "input_output"), "input_outputs": "{}"},
        "input_output",
        "looks like one of APPS or TACO; input_outputs may be meant for it",
    ),
    "no JSON": ({**rows("apps")[0], "input_output": "{'inputs"}, "input_output", "is no JSON"),
    "counts differ": (
        {**rows("apps")[0], "input_output": '{"inputs": ["1"], "outputs": []}'},
        "input_output.outputs",
        "0 entries for the 1",
    ),
    "numbers are no text": (
        {**rows("apps")[0], "input_output": '{"inputs": [1], "outputs": ["1"]}'},
        "input_output.inputs[0]",
        "a string or a list of lines",
    ),
    "limits are words": ({**rows("codeforces")[0], "time_limit": "2 s"}, "time_limit", "finite number"),
    "a bad example": ({**rows("codeforces")[0], "examples": [{"input": 1}]}, "examples[0].input", "must be a string"),
    "an unknown type": (
        {**rows("livecodebench")[1], "private_test_cases": '[{"input": "", "output": "", "testtype": "x"}]'},
        "public_test_cases",
        "unknown testtype 'x'",
    ),
    "no ground truth": ({**rows("verl")[0], "reward_model": {}}, "reward_model.ground_truth", "missing"),
}


@pytest.mark.parametrize("case", NEAR_MISSES)
def test_a_near_miss_says_which_format_and_which_field(case: str) -> None:
    row, field, says = NEAR_MISSES[case]
    assert says in faults(row)[field]


class Bomb:
    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return exec, ("raise SystemExit('it ran')",)


def packed(data: bytes) -> str:
    return base64.b64encode(zlib.compress(data)).decode()


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("text", ["", "a", "é\n", "x" * 300, "\udc80", "漢" * 70_000])
def test_a_pickled_text_of_any_protocol_is_read(text: str, protocol: int) -> None:
    assert packed_tests.unpack_text(packed(pickle.dumps(text, protocol)), 1 << 20) == text


def test_a_pickled_dict_of_another_harness_is_read() -> None:
    for protocol in (1, 2, 3, 4, 5):
        data = pickle.dumps({"input_output": "[1]"}, protocol)
        assert packed_tests.read_pickled_text(data) == "[1]"


HOSTILE_PICKLES = {
    "reduce": pickle.dumps(Bomb()),
    "reduce of protocol 0": pickle.dumps(Bomb(), 0),
    "global": b"cbuiltins\nexec\n.",
    "reduce behind a text": b"X\x01\x00\x00\x00acbuiltins\nexec\n.",
    "extension": b"\x82\x01.",
    "persistent id": b"Pa\n.",
    "bytes": pickle.dumps(b"[]"),
    "list": pickle.dumps(["[]"]),
    "two texts": b"X\x01\x00\x00\x00aX\x01\x00\x00\x00b.",
    "another key": pickle.dumps({"x": "[]"}),
    "a second pickle": pickle.dumps("[]") + pickle.dumps(Bomb()),
    "no end": pickle.dumps("[]")[:-1],
    "a length that lies": b"X\xff\xff\xff\x7fa.",
    "a huge number": b"I" + b"9" * 100_000 + b"\n.",
    "nothing": b"",
}


@pytest.mark.parametrize("name", HOSTILE_PICKLES)
def test_a_pickle_of_anything_else_is_refused_and_never_followed(name: str) -> None:
    row = {**rows("livecodebench")[0], "private_test_cases": packed(HOSTILE_PICKLES[name])}
    assert "pickle" in faults(row)["private_test_cases"]


def test_packed_tests_that_inflate_without_end_are_cut_off() -> None:
    row = {**rows("livecodebench")[0], "private_test_cases": packed(bytes(80 << 20))}
    assert "more than 67108864 bytes" in faults(row)["private_test_cases"]


def test_packed_tests_of_many_rows_have_one_allowance_together() -> None:
    tests = json.dumps([{"input": "x" * (30 << 20), "output": "", "testtype": "stdin"}])
    row = {**rows("livecodebench")[0], "private_test_cases": packed(pickle.dumps(tests))}
    options = ReadOptions(allowance=Allowance())
    read_row(row, options)
    read_row(row, options)
    with pytest.raises(BadProblem, match="private_test_cases: is more than"):
        read_row(row, options)


def test_nothing_left_is_no_allowance_without_end() -> None:
    row = {**rows("livecodebench")[0], "private_test_cases": packed(bytes(80 << 20))}
    with pytest.raises(BadProblem, match="is more than what is left"):
        read_row(row, ReadOptions(allowance=Allowance(0)))


@pytest.mark.parametrize("blob", ["%%%%", "AAAA", packed(b"x")[:-6], base64.b64encode(b"\x78\x9c").decode()])
def test_damaged_packed_tests_are_a_fault_of_their_column(blob: str) -> None:
    assert list(faults({**rows("livecodebench")[0], "private_test_cases": blob})) == ["private_test_cases"]


def test_integers_of_any_length_that_fits_are_read_and_longer_ones_named() -> None:
    assert parse_json("[-" + "9" * 20_000 + "]")[0] == 1 - 10**20_000
    with pytest.raises(BadText, match="100001 digits"):
        parse_json("1" * 100_001)


def test_deep_json_is_a_fault_and_no_crash() -> None:
    assert "nested too deeply" in faults({**rows("apps")[0], "input_output": "[" * 100_000})["input_output"]


@pytest.mark.parametrize("text", ["[" * 9999, "-" * 99999 + "1", "1" + "+1" * 99999, "a" + ".b" * 99999, "f()", "a.b"])
def test_literals_are_data_alone(text: str) -> None:
    with pytest.raises(BadText):
        parse_literal(text)


def test_a_row_of_nobodys_is_read_as_ours_and_says_what_ours_lacks() -> None:
    assert "the problem has no test" in faults({"name": "x", "description": "y"})["public_tests"]
