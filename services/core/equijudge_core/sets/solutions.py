"""From a row to the programs that a set can be made of, and to tests that cannot all be passed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from equijudge_core.contracts.sets import Label, Program
from equijudge_core.judging.checkers import Checker
from equijudge_core.judging.problem import Problem, Solution, Test

# What only Python 2 has. The first are statements that Python 3 refuses, the others names that it does not know. The
# beginning of a line takes no line ends: of those in a row each would be a beginning of its own.
_LINE = r"^[^\S\n]*"
_STATEMENTS = re.compile(
    rf"{_LINE}(?:print|exec)\s+[\w\"'`~-]|{_LINE}print\s*(?:#.*)?$|{_LINE}print\s*>>"
    rf"|{_LINE}except\s+[\w.()]+\s*,\s*\w+\s*:|{_LINE}raise\s+\w+\s*,"
    r"|<>|`[^`\n]+`|\b\d+[lL]\b|\b0\d+\b|\bur['\"]|\blambda\s*\(",
    re.MULTILINE,
)
_NAMES = ("raw_input", "xrange")
MOST_INCONSISTENT = 20  # pairs of tests that are named


def programs_in(problem: Problem, languages: Collection[str]) -> tuple[Program, ...]:
    """The row's programs in these languages, by its labels, right ones first; where a function is called, those of
    which one can be."""
    taken = [name for name in languages if not problem.called or name in problem.called_in]
    lists = {Label.RIGHT: problem.solutions, Label.WRONG: problem.incorrect_solutions}
    return tuple(
        Program.of(label, position, solution.source, solution.language)
        for label, solutions in lists.items()
        for position, solution in enumerate(solutions)
        if solution.language in taken
    )


def languages(solutions: Iterable[Solution]) -> dict[str, int]:
    """How many there are in each language."""
    return dict(sorted(Counter(solution.language for solution in solutions).items()))


def is_python2(source: str, *, parseable: bool) -> bool:
    """Whether a program labelled Python 3 is meant for Python 2: a guess from what only that has.

    What Python 3 cannot parse is judged by statements, the rest by `raw_input` and `xrange`, called and not defined.
    """
    if not parseable:
        return _STATEMENTS.search(source) is not None
    return any(
        re.search(rf"(?<![\w.]){name}\s*\(", source)
        and not re.search(rf"\b{name}\s*=[^=]|\bdef\s+{name}\b|\b(?:as|import)\s+{name}\b|\bNameError\b", source)
        for name in _NAMES
    )


def inconsistent_tests(problem: Problem, checker: Checker) -> list[tuple[str, str]]:
    """Pairs of tests with the same input whose expected outputs the checker does not take for each other."""
    first: dict[bytes, Test] = {}
    found = []
    for test in problem.tests():
        known = first.setdefault(test.input, test)
        if known is not test and not checker.check(known.output, test.output).ok:
            found.append((known.name, test.name))
    return found[:MOST_INCONSISTENT]


def first_of_each(keys: Mapping[int, str]) -> dict[int, int]:
    """For every position whose key an earlier one has: that earlier one."""
    first: dict[str, int] = {}
    return {position: first[key] for position, key in keys.items() if first.setdefault(key, position) != position}
