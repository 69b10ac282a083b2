"""Problems with several right answers (`../shared/data`, where it exists), each with a checker of ours.

`python -m tests.needs_checker [local|docker]` judges, for each problem of tests/checkers_of_problems, the programs that
come with it, programs of ours that are right by other methods, and near misses: programs that are almost right. It
prints a table, and each difference between a verdict and what tests/checker_properties.py, which counts again from the
statement, says of the very output. Exit status 1 when there is any.

A folder holds one problem: its checker, named by its protocol, and answers.py, whose functions `right_…` and `near_…`
make an output of an input. Each of them is one program, with what is around it. Where the tests that come with a
problem have one right answer each, more_tests.json has others.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from rich.console import Console
from rich.table import Table

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CheckerSpec, Detail, JudgeOptions, Stop, TestResult
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Problem, Test, parse_row
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.cells import CACHE
from tests.checker_properties import holds
from tests.labelled import LIMITS, PYTHON3, rows

FILE = "problems_needs_checker.jsonl.gz"
HERE = Path(__file__).parent / "checkers_of_problems"
ONE_ANSWER = {"cc-131C", "cc-420C"}  # how it is written is all that may differ
SAME_STATEMENT = {"cc-1287D": "cc-1286B"}  # whose answers are judged again, by another checker
LANGUAGE_OF = {".cpp": "cpp17", ".py": "python3"}
CALL = "\n\nimport sys\n\nsys.stdout.write({}(sys.stdin.read()))\n"
IMAGE = os.environ.get("EQUIJUDGE_LANGUAGES_IMAGE", "equijudge-cell:languages")  # for checkers in C++
PLAIN = CheckerSpec(name="tokens", ignore_case=True)
NO_ANSWER = {  # what no problem takes for an answer, and no checker may stumble over
    "nothing": b"",
    "no text": b"\xff\xfe\x00\x80\n",
    "a number without end": b"9" * 100_000,
    "words": b"nan inf -1 0x10 1e400 -0 +1 \xd9\xa3\n",
    "a flood": b"1 " * 500_000,
}


@dataclass(frozen=True)
class Case:
    """A problem with its checker. given: the programs that come with it, labelled right by comparison or not at all.
    broken: the problem with those of its tests alone whose stored answer is none, or whose input the statement forbids.
    """

    problem_id: str
    problem: Problem
    broken: Problem
    given: tuple[str, ...]

    @property
    def checker(self) -> OwnChecker:
        """The problem's."""
        return read_checker(self.problem_id)

    @property
    def ours(self) -> dict[str, str]:
        """Programs by name."""
        return read_answers(SAME_STATEMENT.get(self.problem_id, self.problem_id))


@dataclass(frozen=True)
class Judged:
    """A program's tests, under the problem's checker. right: what was counted again says of each output; None where the
    program failed by itself. plain: whether comparison alone accepts all."""

    name: str
    tests: tuple[TestResult, ...]
    right: tuple[bool | None, ...]
    plain: bool

    @property
    def accepted(self) -> bool:
        """Whether the checker accepts all."""
        return all(test.verdict == Verdict.AC for test in self.tests)

    @property
    def differences(self) -> list[str]:
        """Where the verdict is not what was counted again."""
        return [
            f"{self.name} {test.test}: {test.verdict} {test.reason or test.checker_message!r}, counted again: {right}"
            for test, right in zip(self.tests, self.right, strict=True)
            if (test.verdict == Verdict.AC) != bool(right) or test.verdict == Verdict.IE
        ]


def read_checker(problem_id: str) -> OwnChecker:
    """The one file of a folder that is named by a protocol."""
    (path,) = (path for path in sorted((HERE / problem_id).iterdir()) if path.stem in list(CheckerProtocol))
    return OwnChecker(
        protocol=CheckerProtocol(path.stem), language=LANGUAGE_OF[path.suffix], source=path.read_text(), time_limit_s=5
    )


@cache
def read_answers(problem_id: str) -> dict[str, str]:
    """Our programs for a problem, by the names of their functions."""
    text = (HERE / problem_id / "answers.py").read_text()
    return {name: text + CALL.format(name) for name in re.findall(r"^def ((?:right|near)_\w+)\(given\)", text, re.M)}


def read_cases() -> list[Case]:
    """Every problem that has a folder."""
    labels = [label for label in rows("labels.jsonl.gz") if (HERE / label["problem_id"]).is_dir()]
    cases = []
    for about in labels:
        if about["kind"] != "problem":
            continue
        row = rows(FILE)[about["row"]]
        given = [
            label.get("code") or row[label["list"]]["solution"][label["index"]]
            for label in labels
            if label["problem_id"] == about["problem_id"] and label.get("language") == PYTHON3
        ]
        problem = add_tests(parse_row(row), HERE / about["problem_id"] / "more_tests.json")
        sound, broken = (choose_tests(problem, about["problem_id"], right) for right in (True, False))
        cases.append(Case(about["problem_id"], sound, broken, tuple(given)))
    return cases


def add_tests(problem: Problem, path: Path) -> Problem:
    """The problem with the tests of a file, if there is one."""
    more = json.loads(path.read_text()) if path.exists() else []
    tests = [
        Test(f"generated/{number}", each["input"].encode(), each["output"].encode()) for number, each in enumerate(more)
    ]
    return replace(problem, generated_tests=(*problem.generated_tests, *tests))


def choose_tests(problem: Problem, problem_id: str, right: bool) -> Problem:
    """The problem with those tests only whose stored answer is right, counted again, or is not."""

    def chosen(tests: tuple[Test, ...]) -> tuple[Test, ...]:
        return tuple(test for test in tests if holds(problem_id, test.input.decode(), test.output.decode()) == right)

    return replace(
        problem,
        public_tests=chosen(problem.public_tests),
        private_tests=chosen(problem.private_tests),
        generated_tests=chosen(problem.generated_tests),
    )


@contextmanager
def open_judge(driver: str, folder: Path) -> Iterator[Judge]:
    """A judge whose candidates and checkers have sandboxes of that driver."""

    def make() -> Sandbox:
        if driver == "docker":
            return DockerSandbox(DockerSettings(image=IMAGE, memory_bytes=5 << 29))
        return LocalSandbox(LocalSettings(cache_dir=CACHE, lock_dir=folder / "locks"))

    sandbox, checkers = make(), CheckerCells(make, LANGUAGES)
    try:
        yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    finally:
        checkers.close()
        sandbox.close()


def judge_all(judge: Judge, case: Case, programs: dict[str, str]) -> list[Judged]:
    """Judge programs under the problem's checker, and by comparison alone."""
    own = replace(case.problem, checker=case.checker)
    options = JudgeOptions(stop=Stop.NEVER, detail=Detail.OUTPUTS)
    plainly = JudgeOptions(checker=PLAIN, detail=Detail.VERDICT)
    judged = []
    for name, source in programs.items():
        result = judge.judge(own, Candidate(source=source), options, LIMITS)
        tests = result.tests or ()
        assert len(tests) == len(own.tests()), result.reason
        plain = judge.judge(case.problem, Candidate(source=source), plainly, LIMITS).verdict == Verdict.AC
        judged.append(Judged(name, tests, tuple(count_again(case, tests)), plain))
    return judged


def count_again(case: Case, tests: Sequence[TestResult]) -> Iterator[bool | None]:
    """What tests/checker_properties.py says of each output."""
    for test, result in zip(case.problem.tests(), tests, strict=True):
        ended = result.verdict in (Verdict.AC, Verdict.WA, Verdict.IE)
        yield holds(case.problem_id, test.input.decode(), result.output or "") if ended else None


def judge_ours(judge: Judge, case: Case) -> list[Judged]:
    """Our programs, right ones and near misses."""
    return judge_all(judge, case, case.ours)


def judge_given(judge: Judge, case: Case) -> list[Judged]:
    """The programs that came with the problem."""
    return judge_all(judge, case, {f"program {number}": source for number, source in enumerate(case.given)})


def judge_no_answers(judge: Judge, case: Case) -> list[str]:
    """What goes wrong where the output is no answer at all: it must be wrong, and nobody's fault but the program's."""
    own = replace(case.problem, checker=case.checker)
    wrong = []
    for name, output in NO_ANSWER.items():
        source = f"import sys\nsys.stdout.buffer.write({output[:100]!r} * {max(1, len(output) // 100)})"
        options = JudgeOptions(stop=Stop.NEVER, detail=Detail.TESTS)
        for test in judge.judge(own, Candidate(source=source), options, LIMITS).tests or ():
            if test.verdict != Verdict.WA:
                wrong.append(f"{name} {test.test}: {test.verdict} {test.reason}")
    return wrong


def wrong_of(problem_id: str, ours: Sequence[Judged]) -> list[str]:
    """What is not as it should be with our programs."""
    wrong = [difference for each in ours for difference in each.differences]
    for each in ours:
        if each.plain and problem_id not in ONE_ANSWER:
            wrong.append(f"{each.name} prints the stored answers")
        if each.accepted != each.name.startswith("right_"):
            wrong.append(f"{each.name} is {'' if each.accepted else 'not '}accepted")
        if None in each.right:
            wrong.append(f"{each.name} fails by itself: {[test.verdict.value for test in each.tests]}")
    return wrong


def main(driver: str) -> int:
    """See the module."""
    table = Table(
        "problem", "checker", "programs", "AC plain", "AC checker", "right: AC plain", "AC checker", "near: rejected",
        title=f"programs under comparison (tokens, case aside) and under a checker, {driver} cells",
    )  # fmt: skip
    wrong: list[str] = []
    left_out: list[str] = []
    with tempfile.TemporaryDirectory() as folder, open_judge(driver, Path(folder)) as judge:
        for case in read_cases():
            given, ours = judge_given(judge, case), judge_ours(judge, case)
            right = [each for each in ours if each.name.startswith("right_")]
            near = [each for each in ours if each.name.startswith("near_")]
            checker = case.checker
            table.add_row(
                case.problem.name,
                f"{checker.protocol} {checker.language}",
                str(len(given)),
                str(sum(each.plain for each in given)),
                str(sum(each.accepted for each in given)),
                f"{sum(each.plain for each in right)} of {len(right)}",
                f"{sum(each.accepted for each in right)} of {len(right)}",
                f"{sum(not each.accepted for each in near)} of {len(near)}",
            )
            found = [difference for each in given for difference in each.differences]
            found += wrong_of(case.problem_id, ours) + judge_no_answers(judge, case)
            wrong += [f"{case.problem_id}: {line}" for line in found]
            left_out += [f"{case.problem.name} {test.name}" for test in case.broken.tests()]
    Console(width=130).print(table)
    print(f"left out, since what is stored is no right answer: {', '.join(left_out)}")
    print("\n".join(line[:300] for line in wrong) or "each verdict is what was counted again from the statement")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "local"))
