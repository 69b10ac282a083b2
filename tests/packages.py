"""Labelled submissions of contest packages, in several languages (`../shared/data`, where it exists), judged by us.

`python -m tests.packages [docker|local]` judges all of them, prints what their labels and our verdicts are by language,
and lists by name the wrong ones that pass. Exit status 1 when one that its authors call accepted is not AC.

The labels are the authors': the folder that a submission lies in. Limits are those of any problem that says nothing: no
package here states a time limit (its judge makes one of the accepted submissions) or a memory limit, so that 10 s and
256 MiB apply, without a factor for the language: a package's limit is one for all languages. The packages' tests are
cut down to the small ones: a wrong submission that passes them is shown, not hidden. For one that passes it is said
what its slowest test took, and what the authors' limit would have been here: the slowest accepted submission's time
times the package's own multiplier, rounded to whole seconds, at least one.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import (
    Candidate,
    CandidateResult,
    CheckerSpec,
    Detail,
    JudgeOptions,
    LimitOptions,
)
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_verifier.judge.judge import Judge
from tests.cells import LANGUAGES_IMAGE
from tests.labelled import make_judge, rows

FILE = "packages.jsonl.gz"
OPTIONS = JudgeOptions(checker=CheckerSpec(name="tokens", ignore_case=True), detail=Detail.VERDICT)
DEFAULT_MULTIPLIER = 5.0  # of a package that says none
MULTIPLIER = re.compile(r"^\s*time_multiplier:\s*([\d.]+)", re.M)


@dataclass(frozen=True)
class Submission:
    """One submission of a package, and what its authors say of it. multiplier: the package's, for its time limit."""

    problem: Problem
    package: str
    file: str
    language: str
    expected: str
    source: str
    multiplier: float

    def judge(self, judge: Judge) -> CandidateResult:
        """Our result, with the limits that a problem without limits has."""
        limits = apply_limits(self.problem, self.language, LimitOptions(), LimitRules())
        return judge.judge(self.problem, Candidate(source=self.source, language=self.language), OPTIONS, limits)


@dataclass(frozen=True)
class Judged:
    """A submission and our result."""

    submission: Submission
    result: CandidateResult

    @property
    def passed(self) -> bool:
        """Whether it passed all the tests that are left."""
        return self.result.verdict == Verdict.AC


def read_submissions() -> Iterator[Submission]:
    """Read every labelled submission, package by package."""
    packages = {row["problem_id"]: row for row in rows("labels.jsonl.gz") if row.get("file") == FILE}
    names = {language.dataset: name for name, language in LANGUAGES.items() if language.dataset is not None}
    for label in rows("labels.jsonl.gz"):
        about = packages.get(label["problem_id"])
        if about is None or label["kind"] == "problem":
            continue
        row: Mapping[str, Any] = rows(FILE)[about["row"]]
        yield Submission(
            problem=parse_row(row),
            package=about["name"],
            file=label["path"].rpartition("submissions/")[2],
            language=names[label["language"]],
            expected=label["expected"].replace("RTE", "RE"),
            source=row[label["list"]]["solution"][label["index"]],
            multiplier=read_multiplier(about["problem_yaml"]),
        )


def read_multiplier(problem_yaml: str) -> float:
    """What the time of the slowest accepted submission is multiplied by, as the package has it."""
    found = MULTIPLIER.search(problem_yaml)
    return float(found[1]) if found else DEFAULT_MULTIPLIER


def authors_limit_s(judged: Iterable[Judged], package: str) -> float:
    """The time limit that a package's own judge would set on this machine."""
    accepted = [each for each in judged if each.submission.package == package and each.submission.expected == "AC"]
    slowest = max(each.result.cpu_time_s for each in accepted)
    return max(1, int(0.5 + slowest * accepted[0].submission.multiplier))


def refused(judged: Iterable[Judged]) -> list[Judged]:
    """Those that their authors call accepted and we do not."""
    return [each for each in judged if each.submission.expected == "AC" and not each.passed]


def show(judged: list[Judged], driver: str) -> None:
    """The table and the lists, on stdout."""
    languages = sorted({each.submission.language for each in judged})
    counts = Counter((each.submission.expected, each.result.verdict.value, each.submission.language) for each in judged)
    table = Table("label", "verdict", *languages, title=f"{len(judged)} submissions of packages, {driver} cells")
    for label, verdict in sorted({(label, verdict) for label, verdict, _ in counts}):
        table.add_row(label, verdict, *(str(counts[label, verdict, language] or "") for language in languages))
    console = Console(width=130)
    console.print(table)
    for each in refused(judged):
        console.print(f"accepted by its authors, {each.result.verdict} here: {describe(each)}", markup=False)
    passed = [each for each in judged if each.passed and each.submission.expected != "AC"]
    console.print(f"{len(passed)} that are wrong to their authors pass the tests that are left:")
    for each in passed:
        limit = authors_limit_s(judged, each.submission.package)
        console.print(f"  {describe(each)}; the authors' limit would be {limit:g} s", markup=False)


def describe(judged: Judged) -> str:
    """One line: which, what its authors say, how long its slowest test took, what failed first."""
    submission, result = judged.submission, judged.result
    first = result.first_failure
    failed = f", {first.test} {first.reason or first.difference}" if first else ""
    said = f"{submission.package} {submission.file} ({submission.language}), label {submission.expected}"
    return f"{said}, slowest test {result.cpu_time_s:.2f} s{failed or result.compile_message}"


def main(driver: str) -> int:
    """See the module."""
    with tempfile.TemporaryDirectory() as folder:
        sandbox, judge = make_judge(driver, Path(folder), LANGUAGES_IMAGE)
        try:
            judged = [Judged(submission, submission.judge(judge)) for submission in read_submissions()]
        finally:
            sandbox.close()
    show(judged, driver)
    return int(bool(refused(judged)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "docker"))
