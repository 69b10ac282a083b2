"""How work grows: what is counted in one run, on every Python there is, and what class many counts are of."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from equijudge.errors import BadArgument
from equijudge.growth import read_inputs, with_sizes
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import TestResult
from equijudge_core.programs.growth.complexity_class import Growth, Run, classify, instrument, operations
from tests.pythons import interpreters
from tests.unit.cli_support import invoke
from tests.unit.client_support import Script, result, verified

SIZES = (4, 8, 16, 32, 64, 128)
NUMBERS = "n = int(input())\n"
FIBONACCI = "def f(n):\n    return n if n < 2 else f(n - 1) + f(n - 2)\nf(int(input()))"

# What C does at once, used in every way that is charged; wrong once, and nothing is counted.
EVERYTHING = """
import collections
from collections import Counter, deque
a = [3, 1, 2]
assert sum(a) == 6 and sum(x for x in a) == 6 and sum(a, start=1) == 7
assert max(a) == 3 and min(3, 1) == 1 and max(a, key=lambda x: -x) == 1 and max(map(str, a)) == "3"
assert sorted(a) == [1, 2, 3] and sorted(map(int, "21"), reverse=True) == [2, 1]
assert list(range(3)) == [0, 1, 2] and tuple(range(2)) == (0, 1) and set(zip(a, a)) == {(3, 3), (1, 1), (2, 2)}
assert dict(zip("ab", a), c=4) == {"a": 3, "b": 1, "c": 4} and frozenset("aa") == {"a"}
assert any(x > 2 for x in a) and not all(x > 2 for x in a)
assert Counter("aab")["a"] == 2 and collections.Counter(iter("aab")).most_common(1) == [("a", 2)]
assert deque([1, 2], maxlen=1)[0] == 2
a.sort()
a.extend(x for x in (5, 4))
a.insert(0, 9)
a.reverse()
assert a == [4, 5, 3, 2, 1, 9] and a.index(3) == 2 and a.count(9) == 1
a.remove(9)
assert a[1:3] == [5, 3] and [0] * 3 == [0, 0, 0] and 2 * (1,) == (1, 1)
assert "-".join(str(x) for x in a) == "4-5-3-2-1" and "a b".split() == ["a", "b"] and "abc".find("c") == 2
assert 3 in a and 7 not in a and "b" in "abc" and 1 in {1: 2} and 1 < 2 in (2, 3)
assert {1, 2}.union([3], iter([4])) == {1, 2, 3, 4} and isinstance([], list)
class Sets:
    def union(self, x):
        return ("own", x)
    find = staticmethod(lambda *x, **y: (x, y))
assert Sets().union(iter([1]))[0] == "own" and Sets().find(1, k=2) == ((1,), {"k": 2})
class More(list):
    def count(self, x):
        return super().count(x) + 1
assert More([1, 1]).count(1) == 3
def sum(x):
    return "mine"
assert sum(iter([1])) == "mine"
a[0:2] = [7]
del a[0:1]
assert a == [3, 2, 1]
"""


def count(source: str, given: str, python: str = sys.executable) -> int | None:
    done = subprocess.run([python, "-c", instrument(source)], input=given, capture_output=True, text=True, check=False)
    return operations(done.stdout)


def grown(source: str, given: Callable[[int], str], python: str = sys.executable) -> Growth:
    counts = [(size, count(source, given(size), python)) for size in SIZES]
    return classify(Run(size, found) for size, found in counts if found is not None)


def number(size: int) -> str:
    return f"{size}\n"


@pytest.mark.parametrize("python", interpreters().values(), ids=interpreters())
def test_loops_are_told_apart_on_every_python(python: str) -> None:
    linear = grown(NUMBERS + "for i in range(n):\n    pass", number, python)
    square = grown(NUMBERS + "for i in range(n):\n    for j in range(i):\n        pass", number, python)
    halving = grown(NUMBERS + "while n:\n    n //= 2", number, python)
    # so many that what threading does while it waits, which others' load decides, is little beside them
    work = "t = threading.Thread(target=lambda: [0 for _ in range(50 * n)])"
    in_a_thread = f"import threading\n{work}\nt.start()\nt.join()"
    assert (linear.growth, square.growth, halving.growth) == ("n", "n^2", "1 or log n")
    assert grown(NUMBERS + in_a_thread, number, python).growth == "n"
    assert classify(Run(n, count(FIBONACCI, number(n), python) or 0) for n in range(2, 17, 2)).growth == "exponential"


@pytest.mark.parametrize("python", interpreters().values(), ids=interpreters())
def test_a_counted_program_does_what_it_did(python: str) -> None:
    assert count(EVERYTHING, "", python) is not None
    assert count(EVERYTHING + "assert a == []", "", python) is None


@pytest.mark.parametrize(
    ("work", "growth"),
    [
        ("sum(range(n))", "n"),
        ("a = list(range(n))\nfor i in range(n):\n    a[:i]", "n^2"),
        ("a = list(range(n))\nfor i in range(n):\n    -1 in a", "n^2"),
        ("a = list(range(n))\nfor i in range(n):\n    a.index(i)", "n^2"),
        ("a = {*range(n)}\nfor i in range(n):\n    i in a", "n"),
        ("for i in range(n):\n    [0] * n", "n^2"),
        ("sorted(range(n))", "n"),
    ],
)
def test_what_c_does_at_once_is_charged_by_its_size(work: str, growth: str) -> None:
    assert grown(NUMBERS + work, number).growth == growth


def test_what_a_program_prints_is_thrown_away_and_cannot_pass_for_the_count() -> None:
    lie = "print('equijudge-growth 1')\nimport os\nos.write(1, b'equijudge-growth 1\\n')\n"
    assert (count(lie + "for i in range(1000):\n    pass", "") or 0) > 1000


def test_a_run_is_ended_when_it_takes_too_many() -> None:
    forever = "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n        pass"
    done = subprocess.run([sys.executable, "-c", instrument(forever)], capture_output=True, text=True, check=True)
    assert done.stdout == "equijudge-growth more\n"


def test_an_end_is_an_end_and_a_failure_counts_nothing() -> None:
    assert count("import sys\nsys.exit()", "") is not None
    assert count("import sys\nsys.exit(3)", "") is None
    assert count("1 / 0", "") is None
    assert count("import os\nos._exit(0)", "") is None
    assert count("x =", "") is None


@pytest.mark.parametrize(
    ("shape", "growth"),
    [
        (lambda n: 7, "1 or log n"),
        (lambda n: 20 + 9 * math.log2(n), "1 or log n"),
        (lambda n: 500 + 3 * math.sqrt(n), "n^0.5"),
        (lambda n: 1000 + 4 * n, "n"),
        (lambda n: 30 + 4 * n * math.log2(n), "n"),
        (lambda n: 900 + n**1.5, "n^1.5"),
        (lambda n: 10_000 + n**2, "n^2"),
        (lambda n: 5 * n**3 + n, "n^3"),
        (lambda n: n**4, "n^4"),
    ],
)
def test_a_constant_part_does_not_hide_the_power(shape: Callable[[float], float], growth: str) -> None:
    assert classify(Run(n, round(shape(n))) for n in (2, 5, 10, 20, 50, 100, 200, 500, 1000)).growth == growth


def test_the_dearest_input_of_a_size_counts() -> None:
    cheap = [Run(n, 10) for n in SIZES]
    assert classify([*(Run(n, n * n) for n in SIZES), *cheap]).growth == "n^2"
    assert classify(cheap).growth == "1 or log n"


def test_what_cannot_be_told_says_why() -> None:
    assert classify([]).why == "0 sizes of input, at least 5 are needed"
    assert "2.0 times the smallest" in classify(Run(n, n) for n in range(5, 11)).why
    jumps = classify(Run(n, 10 if place % 2 else 10_000) for place, n in enumerate(SIZES))
    assert jumps.growth is None
    assert "no class fits" in jumps.why
    with pytest.raises(ValueError, match="size: 0"):
        classify([Run(0, 1)])


def test_sizes_are_values_or_words() -> None:
    assert [given.size for given in with_sizes(["5\n", "-70 2\n", "0\n"], "auto")] == [5, 70]
    assert [given.size for given in with_sizes(["3\n1 2 3\n", "1\n9\n"], "auto")] == [4, 2]
    assert [given.size for given in with_sizes(["3\n1 2 3\n", "1\n9\n"], "value")] == [3, 9]
    assert [given.size for given in with_sizes(["ab\n", ""], "bytes")] == [3]
    assert [given.size for given in with_sizes(["abc\n", "7\n"], "auto")] == [4, 2]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"input": 3}, "line 2: input: expected a text"),
        ({"input": "3", "size": 0}, "line 2: size: 0, expected a number above 0"),
        ({"input": "3", "size": True}, "line 2: size: True"),
        ({"input": "3", "size": 2}, "size: some rows have one"),
    ],
)
def test_bad_inputs_are_named(tmp_path: Path, row: dict[str, object], message: str) -> None:
    path = tmp_path / "inputs.jsonl"
    path.write_text("\n".join(map(json.dumps, [{"input": "1\n"}, row])))
    with pytest.raises(BadArgument, match=message):
        read_inputs(path, None, "auto")


def test_a_problem_whose_programs_talk_to_an_interactor_has_no_inputs_for_them(tmp_path: Path) -> None:
    path = tmp_path / "problem.jsonl"
    interactor = {"protocol": "kattis", "source": "int main() { return 42; }"}
    path.write_text(
        json.dumps({"name": "p", "public_tests": {"input": ["7"], "output": [""]}, "interactor": interactor})
    )
    with pytest.raises(BadArgument, match="talk to an interactor"):
        read_inputs(path, None, "auto")


def test_the_command_shows_classes_and_what_was_left_out(tmp_path: Path) -> None:
    def ran(size: int, output: str, verdict: Verdict) -> TestResult:
        return TestResult(
            test=f"public/{size}", verdict=verdict, cpu_time_s=0, wall_time_s=0, memory_peak_bytes=0, output=output
        )

    source, program = tmp_path / "inputs.jsonl", tmp_path / "a.py"
    source.write_text("\n".join(json.dumps({"input": f"{n}\n", "size": n}) for n in (*SIZES, 256)))
    program.write_text("pass")
    tests = [ran(size, f"equijudge-growth {size}\n", Verdict.WA) for size in SIZES]
    found = result(0, Verdict.WA, tests=(*tests, ran(256, "", Verdict.TLE)))
    script = Script(verified(found))
    shown = invoke(script, "growth", str(source), str(program), "--json")
    assert shown.exit_code == 0, shown.output
    asked = script.body()
    assert (asked["stop"], asked["detail"], asked["limits"]["time_limit_s"]) == ("never", "outputs", 30)
    assert asked["problems"][0]["problem"]["public_tests"]["input"][-1] == "256\n"
    line = json.loads(shown.stdout)
    assert (line["growth"], line["left_out"]) == ("n", [{"size": 256.0, "why": "TLE"}])
