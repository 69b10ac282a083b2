"""A program that a test which is code calls, and its problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from equijudge_core.judging.problem import Problem, parse_row
from equijudge_selftest.test_code import attacks, honest


@dataclass(frozen=True, slots=True)
class Case:
    """`name` is what it does. `code` stands before the test; `names` are those that it uses of the program's."""

    name: str
    source: str
    code: str
    test: str = "check(f)"
    names: tuple[str, ...] = ("f",)

    def problem(self) -> Problem:
        """What it is judged by."""
        limits = {"time_limit_s": 1.0, "memory_limit_bytes": 256 << 20}
        return parse_row(
            {
                "name": "tests",
                "test_code": {"code": self.code, "names": list(self.names), **limits},
                "private_tests": {"input": [self.test], "output": [""]},
            }
        )


def of_numbers() -> Iterator[Case]:
    """Those for a function of a number."""
    for name, source in chain(attacks.ATTACKS.items(), attacks.SLOW.items()):
        yield Case(name, source, attacks.CHECK)


def of_others() -> Iterator[Case]:
    """Those for words, for functions that are given, for classes, and for tests that stumble."""
    for name, source in attacks.ON_WORDS.items():
        yield Case(name, source, attacks.WORDS)
    for name, (source, code, test) in attacks.ON_OTHERS.items():
        yield Case(name, source, code, test, ("Sum",))
    for name, source in attacks.CALLS_BACK.items():
        yield Case(name, source, attacks.BACK)
    for name, source in attacks.BREAKS.items():
        yield Case(name, source, attacks.STUMBLES[name])


def honest_case(name: str) -> Case:
    """One that is right, with its own test."""
    source, test = honest.HONEST[name]
    has_f = "def f(" in source or "class f:" in source
    return Case(name, source, "", test, ("f",) if has_f else ())


ATTACKS = (*of_numbers(), *of_others())
HONEST = tuple(map(honest_case, honest.HONEST))
