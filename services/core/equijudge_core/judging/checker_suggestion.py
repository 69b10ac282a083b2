"""What right programs of a problem disagree in, and the narrowest comparison under which they agree.

Outputs of programs that are taken to be right, the stored answer among them, are compared test by test, each with each
and both ways, under a ladder of the standard checkers: each rung lets more pass that is not the same. A comparison is
enough when it accepts every pair. None on the ladder: the problem needs a checker of its own.

What is found holds for these programs and tests. That outputs agree does not say that they are right, and a comparison
that takes any order does so where the statement does not, too. Pure: who ran the programs is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import FirstDifference, TestResult
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.decisions import NOT_KEPT, SHOWN_BYTES
from equijudge_core.judging.problem import Test

STORED = "the stored answer"
ENDED_WELL = (Verdict.AC, Verdict.WA)


@dataclass(frozen=True, slots=True)
class Rung:
    """A comparison, as `--checker` takes it, and what it lets differ that the one before it does not."""

    name: str
    spec: CheckerSpec
    allows: str

    @property
    def takes_any_order(self) -> bool:
        """Whether it takes any order of lines or of words, also where the statement does not."""
        return self.spec.any_order is not None or self.spec.name in ("dmoj.sorted", "dmoj.unordered")


LADDER: Sequence[Rung] = (
    Rung("exact", CheckerSpec(name="exact"), "nothing"),
    Rung("testlib.lcmp", CheckerSpec(name="testlib.lcmp"), "blanks within lines and at their ends"),
    Rung("tokens", CheckerSpec(name="tokens"), "the ends of lines, too"),
    Rung("tokens:ignore_case", CheckerSpec(name="tokens", ignore_case=True), "case"),
    Rung("float:1e-9", CheckerSpec(name="float", abs=1e-9, rel=1e-9), "numbers, by 1e-9; not case"),
    Rung("float:1e-6", CheckerSpec(name="float"), "numbers, by 1e-6; not case"),
    Rung("float:1e-4", CheckerSpec(name="float", abs=1e-4, rel=1e-4), "numbers, by 1e-4; not case"),
    Rung("codecontests", CheckerSpec(), "numbers, by 1e-5, and case"),
    Rung("dmoj.sorted", CheckerSpec(name="dmoj.sorted"), "the order of lines"),
    Rung("dmoj.unordered", CheckerSpec(name="dmoj.unordered"), "the order of words"),
    Rung(
        "tokens:ignore_case:any_order=lines",
        CheckerSpec(name="tokens", ignore_case=True, any_order="lines"),
        "case, and the order of lines",
    ),
    Rung(
        "tokens:ignore_case:any_order=words",
        CheckerSpec(name="tokens", ignore_case=True, any_order="words"),
        "case, and the order of words",
    ),
    Rung(
        "float:any_order=words",
        CheckerSpec(name="float", any_order="words"),
        "numbers, by 1e-6, and the order of words; not case",
    ),
    Rung(
        "float:abs=1e-4:rel=1e-4:ignore_case:any_order=words",
        CheckerSpec(name="float", abs=1e-4, rel=1e-4, ignore_case=True, any_order="words"),
        "numbers, by 1e-4, case, and the order of words",
    ),
)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two right outputs of one test that a comparison does not take for the same. one, other: whose they are."""

    test: str
    one: str
    other: str
    difference: FirstDifference | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a comparison does. agree: the tests on which it accepts every pair, of `tests`."""

    rung: Rung
    agree: int
    tests: int
    first: Disagreement | None

    @property
    def is_enough(self) -> bool:
        """Whether it accepts all."""
        return self.first is None


@dataclass(frozen=True, slots=True)
class RightOutputs:
    """One test: what each right program printed, and STORED."""

    test: str
    outputs: Mapping[str, bytes]

    def distinct(self) -> dict[str, bytes]:
        """One of those that are byte for byte the same."""
        owners: dict[bytes, str] = {}
        for owner, output in self.outputs.items():
            owners.setdefault(output, owner)
        return {owner: output for output, owner in owners.items()}


def outputs_by_test(
    tests: Iterable[Test], programs: Mapping[str, Sequence[TestResult]], longest: int = SHOWN_BYTES
) -> tuple[list[RightOutputs], list[str]]:
    """What programs printed on each test, and what is stored; and the tests that are left out, since an output is not
    told whole or not below `longest` bytes. A program says nothing of a test on which it fails by itself."""
    told = {owner: {each.test: each for each in results} for owner, results in programs.items()}
    found, cut = [], []
    for test in tests:
        ended = {owner: by_test[test.name] for owner, by_test in told.items() if test.name in by_test}
        texts = {owner: each.output or "" for owner, each in ended.items() if each.verdict in ENDED_WELL}
        outputs = {STORED: test.output, **{owner: text.encode() for owner, text in texts.items()}}
        if NOT_KEPT in texts.values() or max(map(len, outputs.values())) >= longest:
            cut.append(test.name)
        else:
            found.append(RightOutputs(test.name, outputs))
    return found, cut


def climb(tests: Sequence[RightOutputs]) -> list[Agreement]:
    """Try every rung of the ladder, narrowest first."""
    return [_try(rung, tests) for rung in LADDER]


def narrowest(agreements: Iterable[Agreement]) -> Agreement | None:
    """The first that is enough."""
    return next((each for each in agreements if each.is_enough), None)


def _try(rung: Rung, tests: Sequence[RightOutputs]) -> Agreement:
    found = [_first_disagreement(rung, test) for test in tests]
    return Agreement(rung, found.count(None), len(tests), next((each for each in found if each is not None), None))


def _first_disagreement(rung: Rung, test: RightOutputs) -> Disagreement | None:
    """The expected output of a pair is the one that comes first."""
    checker = make_checker(rung.spec)
    distinct = test.distinct()
    for one, other in permutations(distinct, 2):
        result = checker.check(distinct[one], distinct[other])
        if not result.ok:
            return Disagreement(test.test, one, other, result.difference)
    return None
