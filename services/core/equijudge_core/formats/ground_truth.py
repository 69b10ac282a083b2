"""Tests as trainers carry them: verl's and rllm's ground truth, lists of `{input, output}`, SYNTHETIC-1's
verification_info, INTELLECT-3's `info`.

They are rows of other things, in which tests stand as an object or as JSON in a text, once or twice over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from equijudge_core.formats.called import CallStyle, Tests, call_tests
from equijudge_core.formats.input_output import as_lines, read_inputs_outputs
from equijudge_core.formats.json_text import read_json
from equijudge_core.formats.reading import (
    DEFAULTS,
    Reading,
    ReadOptions,
    Row,
    RowFormat,
    check,
    choose_name,
    make_problem,
    programs_column,
    read_seconds,
    refuse,
    tests_column,
)
from equijudge_core.judging.row_reader import RowReader, quote
from equijudge_core.programs.code_extraction import extract

STDIN_TYPES = (None, "stdin", "stdin_stdout")
CALL_TYPES = ("function_call", "functional")


def read_tests(reader: RowReader, field: str, value: Any) -> Tests:
    """Read tests in any of the forms that trainers have: a list of `{input, output}`, or `{inputs, outputs}`; as an
    object or as JSON. Raises BadProblem, UnsupportedProblem."""
    found = read_json(reader, field, value, literal=True)
    check(reader)
    if isinstance(found, Mapping):
        if "functional" in found:
            refuse(f"{field}.functional", "tests that are written as code are not supported here")
        if "test_cases" in found:
            return read_tests(reader, f"{field}.test_cases", found["test_cases"])
        return read_inputs_outputs(reader, field, found)
    if not isinstance(found, list | tuple):
        reader.fail(field, f"must be a list of tests or an object with inputs and outputs, not {quote(found)}")
    check(reader)
    return _list(reader, field, found)


def read_verl(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row with reward_model.ground_truth."""
    reader = RowReader(row)
    model = row["reward_model"]
    if not isinstance(model, Mapping) or "ground_truth" not in model:
        reader.fail("reward_model.ground_truth", "is missing")
        check(reader)
    found = read_tests(reader, "reward_model.ground_truth", model["ground_truth"])
    extra = row.get("extra_info")
    index = [extra.get("index")] if isinstance(extra, Mapping) else []
    return _made("verl", reader, found, (row.get("id"), *index), _prompt(row.get("prompt")), options.name)


def read_bare(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a ground truth that stands alone."""
    reader = RowReader(row)
    found = read_tests(reader, "", row)
    return _made(
        "inputs-outputs", reader, found, (row.get("id"), row.get("name")), _prompt(row.get("prompt")), options.name
    )


def read_test_list(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row whose `tests` or `test_cases` are a list of `{input, output}`."""
    reader = RowReader(row)
    column = next(each for each in ("tests", "test_cases") if each in row)
    found = read_tests(reader, column, row[column])
    said = next((row[each] for each in ("description", "question", "prompt", "problem") if row.get(each)), "")
    ids = [row.get(each) for each in ("name", "id", "problem_id", "task_id", "title")]
    return _made("test-list", reader, found, ids, _prompt(said), options.name, prefix="")


def read_info(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row of INTELLECT-3's code: `info` is JSON whose `tests` is JSON again."""
    reader = RowReader(row)
    info = read_json(reader, "info", row["info"])
    check(reader)
    if not isinstance(info, Mapping) or "tests" not in info:
        reader.fail("info.tests", "is missing")
        check(reader)
    found = read_tests(reader, "info.tests", info["tests"])
    said = _prompt(row.get("question") or row.get("prompt"))
    return _made("intellect", reader, found, (row.get("id"), row.get("problem_id")), said, options.name)


def read_verifiable(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row of verifiable-coding-problems (SYNTHETIC-1). Its texts are JSON or Python literals, its solutions
    programs between fences."""
    reader = RowReader(row)
    info = read_json(reader, "verification_info", row["verification_info"], literal=True)
    check(reader)
    found = read_tests(reader, "verification_info", info)
    metadata = read_json(reader, "metadata", row.get("metadata"), literal=True)
    check(reader)
    said, memory = (
        (metadata.get("time_limit"), metadata.get("memory_limit_bytes"))
        if isinstance(metadata, Mapping)
        else (None, None)
    )
    language = info.get("language") if isinstance(info, Mapping) else None
    prompt, solution = reader.text("prompt"), reader.text("gold_standard_solution")
    check(reader)
    problem = make_problem(
        name=choose_name("verifiable", (row.get("problem_id"), row.get("in_source_id")), prompt, options.name),
        description=prompt,
        private_tests=tests_column(found.pairs),
        calls=found.calls,
        test_code=found.test_code,
        solutions=_solutions(solution, language),
        time_limit=read_seconds(said) if isinstance(said, str) else None,
        memory_limit_bytes=memory if isinstance(memory, int) else None,
    )
    return Reading("verifiable", problem)


def _solutions(text: str, language: Any) -> dict[str, list[Any]] | None:
    if not text.strip() or language not in (None, "python", "python3"):
        return None
    return programs_column([extract(text).code or text])


def _list(reader: RowReader, field: str, cases: Sequence[Any]) -> Tests:
    if not cases:
        refuse(field, "the row has no tests")
    for number, case in enumerate(cases):
        place = f"{field}[{number}]"
        if not isinstance(case, Mapping):
            reader.wrong_type(place, case, "an object with input and output")
            continue
        kind = case.get("type", case.get("testtype"))
        if kind not in (*STDIN_TYPES, *CALL_TYPES):
            reader.fail(f"{place}.type", f"unknown kind of test {quote(kind)}", "stdin_stdout or function_call")
        if "output" in case and case["output"] is None and not _is_call(case):
            refuse(f"{place}.output", "is null: any output would be right")
    check(reader)
    if any(map(_is_call, cases)):
        return _calls(reader, field, cases)
    made = [
        (
            as_lines(reader, f"{field}[{number}].input", case.get("input")),
            as_lines(reader, f"{field}[{number}].output", case.get("output")),
        )
        for number, case in enumerate(cases)
    ]
    check(reader)
    return Tests(made)


def _is_call(case: Mapping[str, Any]) -> bool:
    return bool(case.get("fn_name")) or case.get("type", case.get("testtype")) in CALL_TYPES


def _calls(reader: RowReader, field: str, cases: Sequence[Mapping[str, Any]]) -> Tests:
    """Tests that are calls, all of one function."""
    names = {quote(case.get("fn_name")): case.get("fn_name") for case in cases}
    if len(names) > 1:
        refuse(f"{field}[0].fn_name", "calls of several functions in one problem are not supported")
    items = [
        ((f"{field}[{n}].input", case.get("input")), (f"{field}[{n}].output", case.get("output")))
        for n, case in enumerate(cases)
    ]
    listed = any(isinstance(given, list) for (_, given), _ in items)
    style = CallStyle(literals=True, wraps=listed, integer_keys=listed)
    return call_tests(reader, next(iter(names.values())), items, style)


def _made(
    form: str,
    reader: RowReader,
    found: Tests,
    ids: Sequence[Any],
    description: str,
    name: str,
    *,
    prefix: str | None = None,
) -> Reading:
    check(reader)
    named = choose_name(form if prefix is None else prefix, ids, description + repr(found.pairs), name)
    problem = make_problem(
        name=named.lstrip("/"),
        description=description,
        private_tests=tests_column(found.pairs),
        calls=found.calls,
        test_code=found.test_code,
    )
    return Reading(form, problem)


def _prompt(value: Any) -> str:
    """The text of a prompt: itself, or what the user says in a list of messages."""
    if isinstance(value, str):
        return value
    if not isinstance(value, list | tuple):
        return ""
    said = [each.get("content") for each in value if isinstance(each, Mapping) and each.get("role") == "user"]
    return "\n\n".join(each for each in said if isinstance(each, str))


VERL = RowFormat("verl", "verl", ("reward_model",), ("data_source", "prompt", "ability", "extra_info"), read_verl)
BARE = RowFormat("inputs-outputs", "verl's ground truth", ("inputs", "outputs"), ("fn_name",), read_bare)
TESTS = RowFormat("test-list", "a list of tests", ("tests",), (), read_test_list)
TEST_CASES = RowFormat("test-list", "a list of tests", ("test_cases",), (), read_test_list)
INFO = RowFormat("intellect", "INTELLECT-3-RL", ("info",), ("question",), read_info)
VERIFIABLE = RowFormat(
    "verifiable",
    "verifiable-coding-problems",
    ("verification_info",),
    ("source", "task_type", "in_source_id", "prompt", "gold_standard_solution", "metadata", "problem_id"),
    read_verifiable,
)
