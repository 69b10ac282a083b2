"""The handbook's problems and programs as LeetCode would have them: a class, a method, values in and out.

A program's statements become the body of a method, in which every name of the module is declared global; what it reads
is the argument's lines, and what it prints is the value: a list of words, numbers as numbers. So a program is as right
or wrong as it is with stdin and stdout, which is what it is labelled for. `python -m tests.calls.handbook` judges all
of them and prints what differs.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CandidateResult, JudgeOptions
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.judge import Judge
from tests.cells import CACHE
from tests.handbook import read_labels, read_rows

NUMBER = re.compile(r"-?[0-9]+\.[0-9]+([eE][+-]?[0-9]+)?")
CALLS: dict[str, Any] = {"name": "solve", "compare": {"abs": 1e-5, "rel": 1e-5}}
AROUND = """
import io as _io
import os as _os
import re as _re
import sys as _sys
from typing import List, Union


def _word(text):
    if text.lstrip("-").isdigit() and str(int(text)) == text:
        return int(text)
    return float(text) if _re.fullmatch({number!r}, text) else text.lower()


class Solution:
    def solve(self, lines: List[List[Union[int, str]]]) -> List[Union[int, float, str]]:
        text = "\\n".join(" ".join(map(str, line)) for line in lines)
        given = _os.open({given!r}, _os.O_RDWR | _os.O_CREAT)
        _os.write(given, text.encode() + b"\\n")
        _os.lseek(given, 0, 0)
        _os.dup2(given, 0)
        _sys.stdin, _sys.stdout = open(0), _io.TextIOWrapper(_io.BytesIO(), "utf-8", newline="\\n")
        try:
            self.run()
        except SystemExit as end:
            if end.code:
                raise
        if not _sys.stdout.closed:
            _sys.stdout.flush()
        printed = open({left!r}).read() if {left!r} else _sys.stdout.buffer.getvalue().decode()
        return [_word(word) for word in printed.split()]

    def run(self):
        pass
"""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A program in both forms, and what it is known to be."""

    problem: str
    source: str
    method: str
    expected: Verdict


class Guard(ast.NodeTransformer):
    """`if __name__ == "__main__"` holds where the program is a method, too."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Constant("__main__") if node.id == "__name__" else node


def as_method(source: str, input_file: str = "", output_file: str = "") -> str:
    """The program as a class with a method. input_file, output_file: in place of stdin and stdout."""
    module = Guard().visit(ast.parse(source))
    imports = [each for each in module.body if isinstance(each, ast.ImportFrom)]
    body = [each for each in module.body if not isinstance(each, ast.ImportFrom)]
    made = ast.parse(AROUND.format(number=NUMBER.pattern, given=input_file or "given", left=output_file))
    solution = made.body[-1]
    assert isinstance(solution, ast.ClassDef)
    run = solution.body[-1]
    assert isinstance(run, ast.FunctionDef)
    body = [without_annotation(each) for each in body]  # none may be global
    names = sorted(set(names_bound_in(body)))
    run.body = [*([ast.Global(names)] if names else []), *body] or run.body
    made.body = [*imports, *made.body]
    return ast.unparse(ast.fix_missing_locations(made)) + "\n"


def without_annotation(statement: ast.stmt) -> ast.stmt:
    """An assignment to a name without the name's annotation."""
    if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
        return statement
    return ast.Assign([statement.target], statement.value) if statement.value else ast.Pass()


def names_bound_in(body: list[ast.stmt]) -> Iterator[str]:
    """Names that these statements bind in their own scope."""
    pending: list[ast.AST] = list(body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
            yield node.name
            pending += node.decorator_list
            continue
        if isinstance(node, ast.Lambda | ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp):
            pending += [each for each in ast.walk(node) if isinstance(each, ast.NamedExpr)]
            continue
        if isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            yield node.id
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            yield node.name
        pending += ast.iter_child_nodes(node)


def as_words(text: str) -> list[int | float | str]:
    """What is printed as the value that the method gives."""
    return [as_word(word) for word in text.split()]


def as_word(text: str) -> int | float | str:
    if text.lstrip("-").isdigit() and str(int(text)) == text:
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text.lower()


def as_lines(text: str) -> list[list[int | str]]:
    """An input as the argument: lines of words, a line that is no such a word of its own."""
    lines = text.removesuffix("\n").split("\n")
    return [[as_integer(word) for word in line.split(" ")] for line in lines]


def as_integer(word: str) -> int | str:
    return int(word) if word.lstrip("-").isdigit() and str(int(word)) == word else word


def as_calls(row: dict[str, Any]) -> Problem:
    """A problem of the handbook's with calls in place of programs."""
    made = dict(row)
    for tests in ("public_tests", "private_tests", "generated_tests"):
        texts = row[tests]
        made[tests] = {
            "input": [json.dumps([as_lines(text)]) for text in texts["input"]],
            "output": [json.dumps(as_words(text)) for text in texts["output"]],
        }
    without = dict.fromkeys(("solutions", "incorrect_solutions", "input_file", "output_file"))
    return parse_row({**made, "calls": CALLS, **without})


def programs() -> Iterator[tuple[dict[str, Any], Labelled]]:
    """Every program in Python with its row."""
    rows = read_rows()
    for label in read_labels():
        row = rows[label["row"]]
        source = row[label["list"]]["solution"][label["index"]]
        method = as_method(source, row.get("input_file", ""), row.get("output_file", ""))
        yield row, Labelled(row["name"], source, method, Verdict(label["expected"]))


def judge_method(judge: Judge, row: dict[str, Any], program: Labelled) -> CandidateResult:
    """Judge a program by calling it."""
    problem = as_calls(row)
    limits = apply_limits(problem, "python3", JudgeOptions().limits, LimitRules())
    return judge.judge(problem, Candidate(source=program.method), JudgeOptions(), limits)


def differing(judge: Judge, chosen: Iterable[tuple[dict[str, Any], Labelled]]) -> list[str]:
    """Programs that get another verdict by a call than they are labelled with; in words."""
    found = []
    for row, program in chosen:
        called = judge_method(judge, row, program)
        if called.verdict != program.expected:
            at = called.first_failure and called.first_failure.test
            said = f"{called.verdict} {at} {called.reason}"
            found.append(f"{program.problem} ({program.expected}): {said}\n{program.source}")
    return found


def main() -> int:
    """See the module."""
    sandbox = LocalSandbox(LocalSettings(cache_dir=CACHE))
    chosen = list(programs())
    found = differing(Judge(sandbox, environment_of(sandbox), lambda: False), chosen)
    sandbox.close()
    print(*found, f"{len(found)} of {len(chosen)} programs differ", sep="\n")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
