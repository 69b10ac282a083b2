"""Calls of a function: a process a test in a cell, against `exec` of the source in the caller's own process.

The other has no walls, no limits and no measures; what it calls can read what it compares with. Both take the arguments
from JSON and compare with what is expected. In C++ the other is the same function in a program that reads and prints,
in the same cells.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.cell import CORE, p50_ms, seconds_a_test
from bench.figures import Figure, paired
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, JudgeOptions
from equijudge_core.judging.calls.program import PRELUDE
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.judge import Judge

SOURCE = """from typing import List


class Solution:
    def twoSum(self, nums: List[int], target: int) -> List[int]:
        seen = {}
        for at, value in enumerate(nums):
            if target - value in seen:
                return [seen[target - value], at]
            seen[value] = at
        return []
"""
IN_CPP = """#include <bits/stdc++.h>
using namespace std;
class Solution {
public:
    vector<int> twoSum(vector<int>& nums, int target) {
        unordered_map<int, int> seen;
        for (int at = 0; at < (int)nums.size(); at++) {
            if (auto found = seen.find(target - nums[at]); found != seen.end()) return {found->second, at};
            seen[nums[at]] = at;
        }
        return {};
    }
};
"""
MAIN = """int main() {
    int n, target;
    cin >> n;
    vector<int> nums(n);
    for (int& each : nums) cin >> each;
    cin >> target;
    for (int each : Solution().twoSum(nums, target)) cout << each << ' ';
}
"""
TESTS, CANDIDATES, SINGLES = 100, 3, 20
NUMBERS = list(range(0, 40, 2))
PAIRS = [([NUMBERS, NUMBERS[at] + NUMBERS[-1]], [at, len(NUMBERS) - 1]) for at in (17, 18)] * (TESTS // 2)
LIMITS = AppliedLimits(cpu_time_s=3, wall_time_s=11, memory_limit_bytes=256 << 20, output_limit_bytes=1 << 20)


def problem(tests: int, *, prelude: bool) -> Problem:
    """The problem with so many tests."""
    given = {
        "input": [json.dumps(each) for each, _ in PAIRS[:tests]],
        "output": [json.dumps(e) for _, e in PAIRS[:tests]],
    }
    return parse_row({"name": "two sum", "public_tests": given, "calls": {"name": "twoSum", "prelude": prelude}})


def printed(tests: int) -> Problem:
    """The problem as programs have it that read and print."""
    lines = [" ".join(map(str, [len(NUMBERS), *NUMBERS, given[1]])) for given, _ in PAIRS[:tests]]
    outputs = [" ".join(map(str, wanted)) for _, wanted in PAIRS[:tests]]
    return parse_row({"name": "two sum", "public_tests": {"input": lines, "output": outputs}})


def call_in_cell(judge: Judge, given: Problem, source: str = SOURCE, language: str = "python3") -> None:
    """One candidate by the judge."""
    result = judge.judge(given, Candidate(source=source, language=language), JudgeOptions(), LIMITS)
    assert result.verdict == Verdict.AC, result


def call_in_process(given: Problem, prelude: str) -> None:
    """One candidate as harnesses without walls do it: its source once, then call after call."""
    space: dict[str, object] = {"__name__": "solution"}
    exec(prelude, space)
    exec(compile(SOURCE, "solution.py", "exec"), space)
    made = space["Solution"]
    assert isinstance(made, type)
    for test in given.tests():
        found = made().twoSum(*json.loads(test.input))
        assert found == json.loads(test.output)


def call_in_own_process(given: Problem, folder: Path) -> None:
    """The same with a process for each candidate, as careful ones of these harnesses do it."""
    script = folder / "called.py"
    script.write_text(
        "import json, sys\nspace = {}\nexec(sys.stdin.readline() and json.loads(sys.argv[1]), space)\n"
        "for given, wanted in json.load(sys.stdin):\n    assert space['Solution']().twoSum(*given) == wanted\n"
    )
    tests = [[json.loads(test.input), json.loads(test.output)] for test in given.tests()]
    words = ["/usr/bin/python3", str(script), json.dumps(SOURCE)]
    subprocess.run(words, input="\n" + json.dumps(tests), text=True, check=True)


def figures() -> list[Figure]:
    """Calls a second, and milliseconds for a candidate with one test, of both drivers."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sandboxes: dict[str, Sandbox] = {
            "docker": DockerSandbox(DockerSettings(cpuset=CORE)),
            "local": LocalSandbox(
                LocalSettings(
                    cache_dir=folder, lock_dir=folder / "locks", artefacts=ArtefactSettings(folder / "artefacts")
                )
            ),
        }
        os.sched_setaffinity(0, {int(CORE)})
        for driver, sandbox in sandboxes.items():
            judge = Judge(sandbox, environment_of(sandbox), lambda: False)
            found += measured(judge, driver, folder)
            if driver == "local":  # docker's plain cells have no compiler
                found += measured_compiled(judge, driver)
            sandbox.close()
    return found


def measured(judge: Judge, driver: str, folder: Path) -> list[Figure]:
    """The figures of one driver."""
    found = []
    for prelude in (False, True):
        many, one = problem(TESTS, prelude=prelude), problem(1, prelude=prelude)
        ours, text = partial(call_in_cell, judge, many), PRELUDE if prelude else ""
        other = partial(call_in_process, many, text)
        setting = f"{CANDIDATES} candidates x {TESTS} calls{', LiveCodeBench prelude' if prelude else ''}"
        name = f"calls, {driver}, against exec in process"
        found.append(paired(name, partial(rate, ours), partial(rate, other), "calls/s", setting))
        if not prelude:
            alone = partial(call_in_own_process, many, folder)
            name = f"calls, {driver}, against a process a candidate"
            found.append(paired(name, partial(rate, ours), partial(rate, alone), "calls/s", setting))
            single, bare = partial(call_in_cell, judge, one), partial(call_in_own_process, one, folder)
            name, setting = f"one call, {driver}, against a process a candidate", f"p50 of {SINGLES}"
            found.append(paired(name, partial(p50_ms, single, SINGLES), partial(p50_ms, bare, SINGLES), "ms", setting))
    return found


def measured_compiled(judge: Judge, driver: str) -> list[Figure]:
    """Calls in C++ against tests of a program, each candidate compiled, which is most of it, or compiled before."""
    found, number = [], iter(range(10**9))

    def fresh(source: str) -> str:
        return f"{source}// {next(number)}\n"

    for what, make in (("compiled anew", fresh), ("compiled before", str)):
        ours = partial(call_made, judge, problem(TESTS, prelude=False), make, IN_CPP)
        other = partial(call_made, judge, printed(TESTS), make, IN_CPP + MAIN)
        setting = f"{CANDIDATES} candidates x {TESTS} calls, {what}"
        name = f"calls in C++, {driver}, against tests of a program"
        found.append(paired(name, partial(rate, ours), partial(rate, other), "calls/s", setting))
    return found


def call_made(judge: Judge, given: Problem, make: Callable[[str], str], source: str) -> None:
    """One candidate in C++, as `make` makes it of a source."""
    call_in_cell(judge, given, make(source), "cpp17")


def rate(run: partial[None]) -> float:
    """Calls a second."""
    return TESTS / seconds_a_test(run, CANDIDATES)
