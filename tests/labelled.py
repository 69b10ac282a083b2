"""Real programs with measured labels (`../shared/data`, where it exists) against our verdicts.

`python -m tests.labelled [docker|local]` judges all of them and prints every difference and two tables: the
measured labels, where our verdict must be AC exactly where the label is, and the others, which are only counted.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from equijudge_core.contracts.verify import (
    AppliedLimits,
    Candidate,
    CandidateResult,
    CheckerSpec,
    Detail,
    Environment,
    JudgeOptions,
    Stop,
)
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.judge.judge import Judge
from tests.cells import CACHE

DATA = Path(__file__).parents[2] / "shared" / "data"
MEASURED = ("AC", "WA", "RTE", "TLE")
PYTHON3 = 3
DIFFERS = "DIFFERS"
LIMITS = AppliedLimits(
    cpu_time_s=10.0, wall_time_s=60.0, memory_limit_bytes=2 << 30, output_limit_bytes=64 << 20
)  # the labels were measured with these
CHECKERS = {
    "exact tokens": CheckerSpec(name="tokens"),
    "case-blind tokens": CheckerSpec(name="tokens", ignore_case=True),
    "numbers within 1e-5": CheckerSpec(name="codecontests"),
}


@dataclass(frozen=True)
class Labelled:
    """One program, its problem and what is known of it."""

    label: dict[str, Any]
    problem: Problem
    source: str
    comparison: str

    @property
    def measured(self) -> bool:
        """Whether the label was measured by running it, and not given by the problem's author."""
        return self.label["expected"] in MEASURED and not self.label["problem_id"].startswith("packages")

    @property
    def allowed(self) -> set[str]:
        """Verdicts that agree with the label."""
        if self.label["expected"] == "AC":
            return {"AC"}
        return {failure["verdict"].replace("RTE", "RE") for failure in self.label["first_failures"]}

    def judge(self, judge: Judge, stop: Stop = Stop.FIRST_FAILURE) -> CandidateResult:
        """Our result, under the limits and the comparison of the label."""
        options = JudgeOptions(checker=CHECKERS.get(self.comparison), stop=stop, detail=Detail.TESTS)
        return judge.judge(self.problem, Candidate(source=self.source), options, LIMITS)

    def fails_as_labelled(self, judge: Judge) -> bool:
        """Labels name the first failure from the smallest input on, we the first in judging order. Whether a
        run over all tests shows every failure that the label names, on the very test it names. The labels'
        memory limit was one of address space, where too much is a MemoryError, so that MLE was an RE there."""
        tests = self.judge(judge, Stop.NEVER).tests or ()
        named = [(failure["test"], failure["verdict"].replace("RTE", "RE")) for failure in self.label["first_failures"]]
        return bool(named) and all(
            tests[number].verdict == verdict or (verdict, tests[number].verdict) == ("RE", "MLE")
            for number, verdict in named
        )


@cache
def rows(file: str) -> list[dict[str, Any]]:
    """The lines of one gzip-compressed file."""
    with gzip.open(DATA / file, "rt", encoding="utf-8") as handle:
        return [json.loads(line) for line in handle]


def programs() -> Iterator[Labelled]:
    """Every Python 3 program of the data, problem by problem."""
    problems = {label["problem_id"]: label for label in rows("labels.jsonl.gz") if label["kind"] == "problem"}
    for label in rows("labels.jsonl.gz"):
        if label["kind"] == "problem" or label["language"] != PYTHON3:
            continue
        about = problems[label["problem_id"]]
        row = rows(about["file"])[about["row"]]
        source = label.get("code") or row[label["list"]]["solution"][label["index"]]
        comparison = label.get("comparison") or about.get("comparison") or ""
        yield Labelled(
            {**label, "problem_id": f"{about['family']}/{label['problem_id']}"}, parse_row(row), source, comparison
        )


def make_judge(driver: str, folder: Path, image: str = DockerSettings().image) -> tuple[Sandbox, Judge]:
    """A sandbox roomy enough for the labels' limits, and a judge in it."""
    sandbox: Sandbox = (
        DockerSandbox(DockerSettings(image=image, memory_bytes=5 << 29))
        if driver == "docker"
        else LocalSandbox(LocalSettings(cache_dir=CACHE, lock_dir=folder / "locks"))
    )
    return sandbox, Judge(sandbox, Environment(**asdict(sandbox.info())), lambda: False)


def main(driver: str) -> int:
    """Print the differences and the tables; 1 when a measured label differs."""
    measured: Counter[tuple[str, str, str]] = Counter()
    others: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        sandbox, judge = make_judge(driver, Path(folder))
        for program in programs():
            result = program.judge(judge)
            expected, got = str(program.label["expected"]), result.verdict.value
            if not program.measured:
                others[expected, got] += 1
                continue
            how = "agrees" if got in program.allowed else explained(program, judge)
            measured[expected, got, how] += 1
            if how != "agrees":
                print(difference(program, result, how))
        sandbox.close()
    print(f"measured labels, driver {driver}: {sum(measured.values())} programs")
    for (expected, got, how), count in sorted(measured.items()):
        print(f"  label {expected:8} verdict {got:4} {count:5}  {how}")
    print(f"unknown, PARTIAL and authors' labels: {sum(others.values())} programs")
    for (expected, got), count in sorted(others.items()):
        print(f"  label {expected:8} verdict {got:4} {count:5}")
    return int(any(how == DIFFERS for _, _, how in measured))


def explained(program: Labelled, judge: Judge) -> str:
    """Why a verdict is not the label's, when a run over all tests shows it."""
    if program.label["expected"] == "AC" or not program.fails_as_labelled(judge):
        return DIFFERS
    return "agrees on the test that the label names (MLE for MemoryError); an earlier one may fail otherwise"


def difference(program: Labelled, result: CandidateResult, how: str) -> str:
    """One line for a verdict that is not the label's."""
    label, first = program.label, result.first_failure
    ours = f"{result.verdict} on {first.test} ({first.reason or first.difference})" if first else result.verdict
    named = ", ".join(f"{failure['verdict']} on test {failure['test']}" for failure in label["first_failures"])
    return f"{label['problem_id']} {label['list']}[{label['index']}]: label {named or 'AC'}; ours {ours}: {how}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "docker"))
