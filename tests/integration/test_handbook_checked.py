"""The handbook's problems with checkers, interactors and points: each program gets the verdict and the points that it
is labelled with, all tests judged as for anybody. In `make test` local cells judge one right program of most
problems and one of each label; in `make proofs` both drivers judge them all.

A toolchain that is missing is an error here, never a skip.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verify import Candidate, Environment, JudgeOptions, LimitOptions
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests import handbook
from tests.languages.cases import PACKAGES
from tests.languages.judged import make_sandbox

# `make test` has one problem of each way to decide, and of what is slow one program each.
ALIKE = ("bit_walk", "equal_halves", "treasure")
SLOW = {"TLE": ("heavy_coin", "cpp17"), "OLE": ("hidden_set", "python3")}
SOURCES = {row["name"]: row for row in handbook.read_rows(handbook.CHECKED)}
PROGRAMS = [
    *(
        label | {"source": SOURCES[label["problem"]][label["list"]]["solution"][label["index"]]}
        for label in handbook.read_labels(handbook.CHECKED)
    ),
    *handbook.read_others(handbook.CHECKED),
]
FIRST = {(x["problem"], x["expected"]): index for index, x in reversed(list(enumerate(PROGRAMS)))}


def is_first(index: int) -> bool:
    """Whether `make test` judges the program."""
    x = PROGRAMS[index]
    if x["expected"] in SLOW:
        return bool(SLOW[x["expected"]] == (x["problem"], x["language"]))
    return FIRST[x["problem"], x["expected"]] == index and x["problem"] not in ALIKE


def name_of(index: int) -> str:
    """`first` or `more`, which tests/conftest.py looks at, and which program it is."""
    x = PROGRAMS[index]
    kind = "first" if is_first(index) else "more"
    return f"{kind}-{x['problem']}-{x['expected']}-{x['language']}-{x.get('algorithm') or x['reason']}"


@pytest.fixture(scope="module", params=["local", "docker"])
def judge(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    folder = tmp_path_factory.mktemp("checked")
    sandbox = make_sandbox(request.param, folder)
    checkers = CheckerCells(lambda: make_sandbox(request.param, folder), LANGUAGES)
    yield Judge(sandbox, Environment(**asdict(sandbox.info())), lambda: False, checkers=checkers)
    checkers.close()
    sandbox.close()


@pytest.fixture(scope="module")
def problems() -> dict[str, Problem]:
    return {name: parse_row(row, numbering="hf") for name, row in SOURCES.items()}


@pytest.mark.parametrize("program", [pytest.param(x, id=name_of(index)) for index, x in enumerate(PROGRAMS)])
def test_a_program_gets_its_label(judge: Judge, problems: dict[str, Problem], program: dict[str, Any]) -> None:
    language = program["language"]
    why = judge.sandbox.languages().missing.get(language)
    assert why is None, f"{language} is missing ({why}): please install {PACKAGES[language]}"
    problem = problems[program["problem"]]
    limits = apply_limits(problem, language, LimitOptions(), LimitRules())
    result = judge.judge(problem, Candidate(source=program["source"], language=language), JudgeOptions(), limits)
    assert result.verdict == program["expected"], result
    assert result.points == program.get("points"), result.groups


ODD = ("0", "-1", "1", "2.0", "x", "YES", "NO", "IMPOSSIBLE", "1e1", "9" * 30)
ALTERED = [name for name, row in SOURCES.items() if "is_right" in handbook.read_chapters(handbook.CHECKED)[name].tests]


def alter(answer: str, chance: random.Random) -> str:
    """Change a word or two: what is printed is then nearly right, or right in another way."""
    words = re.findall(r"\S+", answer)
    blanks = re.findall(r"\s+", answer)
    for _ in range(chance.randint(1, 2)):
        at, other = chance.randrange(len(words)), chance.randrange(len(words))
        match chance.randrange(5):
            case 0:
                words[at], words[other] = words[other], words[at]
            case 1:
                words[at] = words[other]
            case 2:
                words[at] = str(chance.randint(0, 40))
            case 3:
                words[at] = chance.choice(ODD)
            case _:
                words[at] += " " + chance.choice(ODD)
    if chance.random() < 0.1:
        words[chance.randrange(len(words))] = ""
    return "".join(word + blank for word, blank in zip(words, blanks, strict=True))


@pytest.mark.parametrize("name", ALTERED)
def test_a_checker_says_what_the_statement_says_of_outputs_that_are_nearly_right(
    judge: Judge, problems: dict[str, Problem], name: str
) -> None:
    namespace: dict[str, Any] = {}
    exec(handbook.read_chapters(handbook.CHECKED)[name].tests, namespace)
    own, checkers, chance = problems[name].checker, judge.checkers, random.Random(name)
    assert isinstance(own, OwnChecker)
    assert checkers is not None
    differing, right = [], 0
    for test in [test for test in problems[name].tests() if len(test.output) < 3000]:
        checker = checkers.bind(own)(test)
        for _ in range(30):
            printed = alter(test.output.decode(), chance)
            found = checker.check(test.output, printed.encode())
            wanted = namespace["is_right"](test.input.decode(), printed)
            right += wanted
            if found.ok != wanted or found.fault:
                differing.append((test.input, printed, found, wanted))
    assert differing == []
    assert right >= 5
