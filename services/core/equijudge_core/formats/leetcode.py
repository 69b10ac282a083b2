"""Rows of LeetCodeDataset, whose `test` defines check() as HumanEval's does, for a method of class Solution.

Where all that check() does is to assert that calls with plain arguments give plain values, each assertion is a call of
its own, and values are compared outside, by Python's `==`: lists and trees of nodes as what the row's helpers make them
from, so that no test need look inside a node, and candidates may be in any language that can be called. Everything else
is tests that are code.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from equijudge_core.contracts.calls import VALUE, is_of_nodes
from equijudge_core.errors import BadProblem
from equijudge_core.formats.called import read_kinds
from equijudge_core.formats.code_tests import code_reading, defined_names, parse_code
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
    refuse,
    tests_column,
)
from equijudge_core.judging.row_reader import RowReader, quote

NODES = re.compile(r"\b(is_same_list|is_same_tree|list_node|tree_node)\b")
METHOD = re.compile(r"Solution\(\)\.([A-Za-z_]\w{0,100})", re.ASCII)
MAKERS = {"list_node": "ListNode", "tree_node": "TreeNode"}
SAME = {"is_same_list": "ListNode", "is_same_tree": "TreeNode"}
# As Python's == has it.
EXACT = {"abs": 0.0, "rel": 0.0, "bool_is_int": True, "tuple_is_list": False, "iterator_is_list": False}
DEEPEST = 100


class NotPlain(ValueError):
    """An assertion that is more than a call with plain values."""


@dataclass(frozen=True, slots=True)
class Asserted:
    """A call and its value, and of each, where it is made of nodes, the kind."""

    arguments: list[Any]
    kinds: list[str]
    value: Any
    kind: str


def read_leetcode(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    prompt, test, completion = (reader.text(each) for each in ("prompt", "test", "completion"))
    entry = reader.text("entry_point")
    method = METHOD.fullmatch(entry)
    if method is None:
        reader.fail("entry_point", f"must be a method such as Solution().name, not {quote(entry)}")
    tests = parse_code(reader, "test", test)
    parse_code(reader, "prompt", prompt)
    statement, starter = reader.text("problem_description"), reader.text("starter_code")
    check(reader)
    if "check" not in defined_names(tests):
        refuse("test", "defines no check(candidate)")
    assert method is not None
    name = choose_name("leetcode", (row.get("task_id"), row.get("question_id")), statement, options.name)
    description = f"{statement}\n\n```python\n{starter.rstrip()}\n```"
    solutions = programs_column([completion] if completion.strip() else [])
    try:
        pairs, calls = plain_calls(tests, starter, method[1])
        problem = make_problem(
            name=name,
            description=description,
            private_tests=tests_column(pairs),
            calls={**calls, "prelude": prompt},
            solutions=solutions,
        )
        return Reading("leetcode-dataset", problem)
    except (NotPlain, BadProblem):  # the latter: values beyond those of calls, or a longer prompt
        return _as_code(prompt, test, entry, name, description, solutions)


def _as_code(prompt: str, test: str, entry: str, name: str, description: str, solutions: dict[str, Any]) -> Reading:
    if (found := NODES.search(test)) is not None:
        refuse("test", f"looks inside lists and trees of nodes ({found[1]}), which cannot be told from outside")
    code = {"code": f"{prompt}\n{test}", "names": ["Solution"], "prelude": prompt}
    return code_reading("leetcode-dataset", name, description, code, (), [f"check({entry})"], solutions=solutions)


def plain_calls(tests: ast.Module, starter: str, name: str) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """The assertions as calls, and the column `calls` without a prelude. Raises NotPlain."""
    names = _parameters(starter, name)
    found = [_read_assertion(each, names) for each in _statements(tests)]
    if not found:
        raise NotPlain("asserts nothing")
    pairs = [(json.dumps(each.arguments), json.dumps(each.value)) for each in found]
    said = read_kinds(starter, name, pairs)
    most = max(len(each.arguments) for each in found)
    named = [*said.get("arguments", ())[:most], *[VALUE] * most]
    kinds = [_kind_of(named[at], [_argument(each, at) for each in found]) for at in range(most)]
    returns = _kind_of(said.get("returns", VALUE), [(each.value, each.kind) for each in found])
    calls: dict[str, Any] = {"name": name, "arguments": kinds, "returns": returns, "compare": EXACT}
    return pairs, {**calls, **{field: each for field, each in said.items() if field == "in_place"}}


def _argument(asserted: Asserted, at: int) -> tuple[Any, str]:
    return (asserted.arguments[at], asserted.kinds[at]) if at < len(asserted.arguments) else (None, VALUE)


def _kind_of(named: str, values: Sequence[tuple[Any, str]]) -> str:
    """The kind that a signature names, or the one that all of these were made as; nothing is one of either."""
    made = {kind for value, kind in values if value not in (None, [])}
    nodes = {kind for kind in (*made, named) if is_of_nodes(kind)}
    if not nodes:
        return named
    if len(nodes) > 1 or made - nodes:
        raise NotPlain("nodes in some assertions, and not in others")
    return nodes.pop()


def _parameters(starter: str, name: str) -> list[str]:
    """The names of the method's parameters, in their order."""
    try:
        tree = ast.parse(starter.rstrip() + " pass")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise NotPlain("a starter code that does not parse") from None
    functions = (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) and each.name == name)
    if (found := next(functions, None)) is None:
        raise NotPlain("a starter code without the method")
    return [each.arg for each in found.args.args if each.arg != "self"]


def _statements(tests: ast.Module) -> Iterator[ast.Assert]:
    """What check() does, which must be all that there is."""
    for each in tests.body:
        if not isinstance(each, ast.FunctionDef) or each.name != "check":
            raise NotPlain("more than check()")
        if [argument.arg for argument in each.args.args] != ["candidate"]:
            raise NotPlain("a check() of other arguments")
        for statement in each.body:
            if isinstance(statement, ast.Assert):
                yield statement
            elif not isinstance(statement, ast.Pass):
                raise NotPlain("more than assertions")


def _read_assertion(statement: ast.Assert, names: Sequence[str]) -> Asserted:
    said = statement.test
    if isinstance(said, ast.Compare) and len(said.ops) == 1 and isinstance(said.ops[0], ast.Eq):
        call, (wanted,) = said.left, said.comparators
        value, kind = _read_value(wanted)
        if is_of_nodes(kind):
            raise NotPlain("nodes that are compared by ==")
    elif _is_call(said, SAME) and isinstance(said, ast.Call) and len(said.args) == 2 and not said.keywords:
        call, wanted = said.args
        value, kind = _read_value(wanted)
        expected = SAME[said.func.id]  # type: ignore[attr-defined]  # _is_call has looked
        if kind != expected and value is not None:
            raise NotPlain("nodes that are compared with something else")
        kind = expected
    else:
        raise NotPlain("another assertion")
    if not _is_call(call, {"candidate": ""}) or not isinstance(call, ast.Call):
        raise NotPlain("no call of the candidate")
    arguments, kinds = [], []
    given = {each.arg: each.value for each in call.keywords}
    if call.args and given:
        raise NotPlain("arguments of both sorts")
    ordered = call.args or [given[each] for each in names[: len(given)] if each in given]
    if len(ordered) != len(call.args or given):
        raise NotPlain("arguments that are not the first ones of the method")
    for each in ordered:
        argument, made = _read_value(each)
        arguments.append(argument)
        kinds.append(made)
    return Asserted(arguments, kinds, value, kind)


def _is_call(node: ast.expr, names: dict[str, str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names


def _read_value(node: ast.expr, depth: int = 0) -> tuple[Any, str]:
    """A plain value as JSON has it, and its kind where it is made of nodes. Raises NotPlain."""
    if depth > DEEPEST:
        raise NotPlain("too deep")
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float | str | None):
        return node.value, VALUE
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        value = node.operand.value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return -value, VALUE
    if isinstance(node, ast.Call) and _is_call(node, MAKERS) and len(node.args) == 1 and not node.keywords:
        value, kind = _read_value(node.args[0], depth + 1)
        if isinstance(value, list) and kind == VALUE:
            return value, MAKERS[node.func.id]  # type: ignore[attr-defined]  # _is_call has looked
    if isinstance(node, ast.List):
        read = [_read_value(each, depth + 1) for each in node.elts]
        kinds = {kind for _, kind in read} or {VALUE}
        if len(kinds) == 1:
            kind = kinds.pop()
            return [value for value, _ in read], VALUE if kind == VALUE else f"{kind}[]"
    raise NotPlain("a value that is not plain")


FORMAT = RowFormat(
    "leetcode-dataset",
    "LeetCodeDataset",
    ("entry_point", "prompt", "test", "completion", "starter_code"),
    ("task_id", "question_id", "problem_description", "input_output", "query", "response", "estimated_date"),
    read_leetcode,
)
