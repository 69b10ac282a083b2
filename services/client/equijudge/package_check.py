"""Judge a package as a package: its own submissions against what their folders say, under the limit that it derives.

The accepted ones go first, under a limit that none should need: the slowest of them sets the limit, where the package
says none. The others go under that one. A submission that must be too slow has the limit times the package's margin,
and is too slow all the same when it is so by the limit alone; then its remark says so, for it depends on the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from equijudge import endpoints
from equijudge._sync.client import Client
from equijudge.headers import add_headers
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, ResultLine
from equijudge_core.formats.packages import Package, PackageProgram

UNLIMITED_S = 60.0  # what a service grants a test at most, unless its operator says otherwise
LEAST_TOTAL_S, MOST_TOTAL_S = 120.0, 1200.0  # likewise, for all tests of a program
TOO_SLOW = frozenset({Verdict.TLE})

NO_HEADERS: Mapping[str, str] = MappingProxyType({})

OnProgram = Callable[[PackageProgram], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """A submission and what it got; verdict None: it was not judged, as remark says. test: the first that failed, by
    the package's own name. cpu_time_s: of its longest test. points: where the package gives any."""

    program: PackageProgram
    verdict: Verdict | None
    cpu_time_s: float = 0.0
    test: str = ""
    remark: str = ""
    points: float | None = None

    @property
    def is_as_expected(self) -> bool:
        """Whether it got what its folder says; not judged is not wrong."""
        return self.verdict is None or self.verdict in self.program.expected


@dataclass(frozen=True, slots=True)
class PackageReport:
    """All submissions of a package, and the limits in seconds under which they were judged."""

    name: str
    checked: tuple[Checked, ...]
    slowest_s: float | None
    time_limit_s: float
    margin_s: float

    @property
    def judged(self) -> list[Checked]:
        """Those that could be judged."""
        return [each for each in self.checked if each.verdict is not None]

    @property
    def is_as_expected(self) -> bool:
        """Whether all are as they should be; a package of which nothing accepted could be judged is not."""
        right = any(each.verdict is Verdict.AC for each in self.judged if Verdict.AC in each.program.expected)
        return right and all(each.is_as_expected for each in self.checked)


def check_package(
    client: Client,
    package: Package,
    options: endpoints.VerifyKeywords,
    *,
    time_limit_s: float | None = None,
    headers: Mapping[str, str] = NO_HEADERS,
    on_program: OnProgram = lambda program: None,
) -> PackageReport:
    """Judge all submissions. time_limit_s: in place of what the package says. headers: for the problem's programs,
    where they bring none of the name."""
    row = add_headers(package.reading.problem.without_solutions().to_row(), headers)
    run = _Run(client, package, row, options, on_program)
    stated = time_limit_s or package.time.limit_s
    setting = [each for each in package.programs if each.sets_limit]
    first = run.judge(setting, stated or UNLIMITED_S) if stated is None else []
    slowest = max((each.cpu_time_s for each in first if each.verdict is Verdict.AC), default=None)
    limit = stated or min(package.time.derive(slowest or 0.0), UNLIMITED_S)
    margin = min(limit * package.time.margin, UNLIMITED_S)
    left = [each for each in package.programs if stated is not None or not each.sets_limit]
    slow = [each for each in left if each.expected == TOO_SLOW]
    others = [each for each in left if each.expected != TOO_SLOW]
    found = [*first, *run.judge(others, limit), *(_at_limit(each, limit) for each in run.judge(slow, margin))]
    order = {each.path: number for number, each in enumerate(package.programs)}
    found.sort(key=lambda each: order[each.program.path])
    return PackageReport(package.reading.problem.name, tuple(found), slowest, limit, margin)


def _at_limit(checked: Checked, limit_s: float) -> Checked:
    """What a submission that ran under the margin would have got under the limit."""
    if checked.verdict in (None, Verdict.TLE, Verdict.IE, Verdict.CE) or checked.cpu_time_s <= limit_s:
        return checked
    remark = f"{checked.verdict} within the margin: how slow it is depends on the machine"
    return replace(checked, verdict=Verdict.TLE, remark=remark)


@dataclass(frozen=True, slots=True)
class _Run:
    client: Client
    package: Package
    row: dict[str, Any]
    options: endpoints.VerifyKeywords
    on_program: OnProgram

    def judge(self, programs: Sequence[PackageProgram], limit_s: float) -> list[Checked]:
        """Judge submissions under this limit for every language: packages have no factors."""
        found = [Checked(each, None, remark=each.fault) for each in programs if each.fault]
        able = [each for each in programs if not each.fault]
        if not able:
            return found
        candidates = [Candidate(source=each.source, language=each.language, id=each.path[-200:]) for each in able]
        for result in self._results(candidates, limit_s):
            program = able[result.candidate]
            self.on_program(program)
            found.append(self._checked(program, result))
        return found

    def _results(self, candidates: Sequence[Candidate], limit_s: float) -> Iterator[ResultLine]:
        problem = self.package.reading.problem
        limits: dict[str, Any] = dict(self.options.get("limits") or {})
        total = min(max(LEAST_TOTAL_S, limit_s * len(problem.tests())), MOST_TOTAL_S)
        limits = {"total_time_s": total, **limits, "time_limit_s": limit_s}
        options: Any = {**self.options, "limits": limits}
        yield from self.client.verify_each(self.row, candidates, **options)

    def _checked(self, program: PackageProgram, result: ResultLine) -> Checked:
        first = result.first_failure
        test = self.package.test_names.get(first.test, first.test) if first is not None else ""
        remark = ""
        if result.verdict not in program.expected:
            remark = (first.reason or "") if first is not None else result.compile_message.strip().split("\n")[0][:200]
        return Checked(program, result.verdict, result.cpu_time_s, test, remark, result.points)
