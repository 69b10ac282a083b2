"""The same algorithm keeps its signature however it is written; another algorithm has another."""

from __future__ import annotations

import ast
import gzip
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts.chapters import Program

from equijudge_core.programs.parsing import Unparseable
from equijudge_core.signature import VERSION, signature
from equijudge_core.signature.coarse_features import TECHNIQUES, select_coarse
from equijudge_core.signature.explain import explain
from tests.handbook import read_items, right_programs
from tests.pythons import interpreters
from tests.rewrites import SAME as PLAIN_SAME
from tests.rewrites import SAME_COARSE
from tests.rewrites_idioms import IDIOMS

SAME = {**PLAIN_SAME, **IDIOMS}

ROOT = Path(__file__).parents[2]
# What is asked, the family, and one program of it.
FAMILIES = [
    (item.name, family.name, program)
    for item in read_items(ROOT / "tests/fixtures/families.md")
    for family in item.families
    for program in family.programs
]
HANDBOOK = right_programs()
SHARED = ROOT.parent / "shared/data"


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.sampled_from(HANDBOOK),
    st.lists(st.sampled_from(sorted(SAME)), min_size=1, max_size=3, unique=True),
    st.integers(0, 2**32),
)
def test_rewriting_what_is_no_algorithm_changes_nothing(source: str, names: list[str], seed: int) -> None:
    written = source
    for name in names:
        written = SAME[name](written, Random(seed))
    compile(written, "rewritten", "exec", dont_inherit=True)
    assert signature(written).fine_features == signature(source).fine_features


@settings(max_examples=50, deadline=None, derandomize=True)
@given(st.sampled_from(HANDBOOK), st.sampled_from(sorted(SAME_COARSE)))
def test_another_kind_of_loop_changes_no_coarse_signature(source: str, name: str) -> None:
    assert signature(SAME_COARSE[name](source, Random(0))).coarse_features == signature(source).coarse_features


def test_every_program_of_a_problem_can_be_rewritten_in_every_way() -> None:
    for _, _, program in FAMILIES:
        source = program.source
        for name, rewrite in SAME.items():
            assert signature(rewrite(source, Random(1))).fine == signature(source).fine, (program.name, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [pair for pair in combinations(FAMILIES, 2) if pair[0][0] == pair[1][0]],
    ids=lambda each: f"{each[0]}/{each[2].name}",
)
def test_programs_are_together_exactly_when_they_are_one_family(
    one: tuple[str, str, Program], other: tuple[str, str, Program]
) -> None:
    together = signature(one[2].source).coarse == signature(other[2].source).coarse
    assert together == (one[1] == other[1])


READINGS = {
    "input": "n = int(input())\na = list(map(int, input().split()))",
    "comprehension": "n = int(input())\na = [int(x) for x in input().split()]",
    "readline": "import sys\nn = int(sys.stdin.readline())\na = [*map(int, sys.stdin.readline().split())]",
    "alias": "import sys\ninput = sys.stdin.readline\nn = int(input())\na = list(map(int, input().split()))",
    "tokens": "import sys\nd = sys.stdin.buffer.read().split()\nn = int(d[0])\na = [int(x) for x in d[1:n + 1]]",
    "places": "import sys\nd = open(0).read().split()\nn = int(d[0])\na = [int(d[i + 1]) for i in range(n)]",
    "iterator": "import sys\nit = iter(sys.stdin.read().split())\nn = int(next(it))\n"
    "a = [int(next(it)) for _ in range(n)]",
    "loop": "n = int(input())\na = []\nfor _ in range(n):\n    x = int(input())\n    a.append(x)",
    "helper": "def read():\n    return list(map(int, input().split()))\nn = read()[0]\na = read()",
    "lambda": "ints = lambda: list(map(int, input().split()))\n[n] = ints()\na = ints()",
    "end of input": "a = []\nwhile True:\n    try:\n        line = input()\n    except EOFError:\n        break\n"
    "    a.append(int(line))\nn = len(a)",
    "sentinel": "import sys\nlines = [int(x) for x in iter(sys.stdin.readline, '')]\nn, a = len(lines), lines",
    "low level": "import os, io\ninput = io.BytesIO(os.read(0, os.fstat(0).st_size)).readline\nn = int(input())\n"
    "a = list(map(int, input().split()))",
}  # fmt: skip
PRINTING = {
    "print": "print(best)",
    "text": "import sys\nsys.stdout.write(str(best) + '\\n')",
    "joined": "import sys\nout = []\nout.append(str(best))\nsys.stdout.write('\\n'.join(out))",
    "formatted": "print(f'{best}')",
}
BODY = "best = 0\nfor i in range(n):\n    for j in range(i):\n        best = max(best, a[i] - a[j])"


@pytest.mark.parametrize("reading", READINGS.values(), ids=READINGS)
@pytest.mark.parametrize("printing", PRINTING.values(), ids=PRINTING)
def test_reading_and_printing_are_no_part_of_an_algorithm(reading: str, printing: str) -> None:
    plain = signature("\n".join([READINGS["input"], BODY, PRINTING["print"]]))
    assert signature("\n".join([reading, BODY, printing])).coarse_features == plain.coarse_features == ("loops:2",)


@pytest.mark.parametrize(
    "source",
    [
        "from heapq import *\nh = []\nheappush(h, 1)",
        "import heapq as q\nh = []\nq.heappush(h, 1)",
        "from heapq import heappush as put\nh = []\nput(h, 1)",
        "import heapq\nput = heapq.heappush\nh = []\nput(h, 1)",
    ],
)
def test_a_library_is_known_by_its_calls_whatever_they_are_called(source: str) -> None:
    assert "heap" in signature(source).coarse_features


def test_an_import_alone_is_no_feature() -> None:
    assert signature("import heapq, bisect\nprint(1)").fine == signature("print(2)").fine


def test_dead_functions_count_for_nothing_and_passed_ones_do() -> None:
    helper = "def f(x):\n    return sorted(x)\n"
    assert "sort" not in signature(helper + "print(1)").fine_features
    assert "sort" in signature(helper + "print(list(map(f, [[1]])))").fine_features


def test_methods_of_dead_classes_are_dead() -> None:
    source = "class A:\n    def pop(self):\n        return sorted(self)\nx = [1]\nx.pop()\n"
    assert "sort" not in signature(source).fine_features
    assert "sort" in signature(source + "A().pop()").fine_features


def test_the_most_specific_technique_names_the_cluster_alone() -> None:
    assert len(set(TECHNIQUES)) == len(TECHNIQUES)
    for place, technique in enumerate(TECHNIQUES):
        named = select_coarse({technique, "loops:1"})
        assert len(named) == 1
        assert named <= select_coarse({technique, *TECHNIQUES[place + 1 :], "loops:2"})
        assert named == select_coarse({technique, "loops:3", "hash", "recursion"})


KNAPSACKS = {
    "pull": "for x in a:\n    for s in range(t, x - 1, -1):\n        f[s] += f[s - x]",
    "push": "for x in a:\n    for s in range(t - x, -1, -1):\n        f[s + x] += f[s]",
    "while": "for x in a:\n    s = t\n    while s >= x:\n        f[s] = f[s] + f[s - x]\n        s -= 1",
    "rows": "for x in a:\n    g = f[:]\n    for s in range(x, t + 1):\n        g[s] = f[s] + f[s - x]\n    f = g",
    "layers": "f = {0: 1}\nfor x in a:\n    g = dict(f)\n    for s, w in f.items():\n"
    "        g[s + x] = g.get(s + x, 0) + w\n    f = g",
}  # fmt: skip


@pytest.mark.parametrize("body", KNAPSACKS.values(), ids=KNAPSACKS)
def test_a_recurrence_is_named_by_what_it_ranges_over_not_by_how_it_is_written(body: str) -> None:
    source = f"t, *a = map(int, input().split())\nf = [1] + [0] * t\n{body}\nprint(f)"
    assert signature(source).coarse_features == ("dp table", "over amounts")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("for i in range(2, n):\n    f[i] = f[i - 1] + f[i - 2]", "over places"),
        ("for i in range(n):\n    f[i] = 1 + max((f[j] for j in range(i)), default=0)", "over all before"),
        ("for i in range(1, n):\n    f[i] = f[i // 2] + i % 2", "over halves"),
        (
            "for i in range(n):\n    for j in range(1, n):\n        g[i][j] = min(g[i - 1][j], g[i][j - 1])",
            "over pairs",
        ),
        ("for l in range(n, -1, -1):\n    for r in range(l, n):\n        g[l][r] = g[l + 1][r - 1] + 1", "over ranges"),
        ("for m in range(1 << n):\n    for j in range(n):\n        f[m | 1 << j] += f[m]", "over sets"),
    ],
)
def test_recurrences_over_different_things_are_different_algorithms(body: str, kind: str) -> None:
    source = f"n = int(input())\nf = [1] * 99\ng = [[1] * 99 for _ in f]\n{body}\nprint(f, g)"
    assert signature(source).coarse_features == ("dp table", kind)


def test_evidence_names_lines_of_the_source() -> None:
    found = {one.feature: one.line for one in signature("a = [3, 1]\n\na.sort()\nprint(a)").evidence}
    assert found["sort"] == 3


def test_explain_says_what_two_programs_share_and_what_not() -> None:
    one = signature("a = sorted(map(int, input().split()))\nprint(a)")
    other = signature("import heapq\na = sorted(map(int, input().split()))\nheapq.heapify(a)\nprint(a)")
    found = explain(one, other)
    assert not found.same
    assert [(row.feature, row.lines_b) for row in found.only_b if row.feature == "heap"] == [("heap", (3,))]
    assert [row.feature for row in found.only_a] == ["sort"]  # there too, but it names only the first
    assert "loops:0" in {row.feature for row in found.common}
    same = explain(one, one)
    assert (same.same, same.same_fine, same.only_a, same.only_b) == (True, True, (), ())


@pytest.mark.parametrize(
    ("source", "said"),
    [("for", "not Python 3"), ("x=" + "-" * 3000 + "1", "levels"), ("#" * 70_000, "limit"), ("\0", "null")],
)
def test_what_cannot_be_analysed_is_refused_with_the_reason(source: str, said: str) -> None:
    with pytest.raises(Unparseable, match=said):
        signature(source)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_a_text_has_a_signature_or_a_reason(source: str) -> None:
    try:
        found = signature(source).coarse
    except Unparseable as error:
        found = f"{VERSION}: refused, {error.problem}"
    assert found.startswith(f"{VERSION}:")


def test_real_programs_have_a_signature_or_a_reason() -> None:
    if not SHARED.is_dir():
        pytest.skip("no ../shared/data here")
    outcomes: Counter[str] = Counter()
    for path in sorted(SHARED.glob("problems_[mn]*.jsonl.gz")):
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            row = json.loads(line)
            for part in ("solutions", "incorrect_solutions"):
                for source in row[part]["solution"]:
                    try:
                        signature(source)
                        outcomes["signature"] += 1
                    except Unparseable as error:
                        outcomes[error.problem.partition(":")[0]] += 1
    print(dict(outcomes))
    assert outcomes["signature"] > 0


# What every interpreter must agree on: a sample, and syntax whose tree differs between versions.
_SCRIPT = """
import json, sys
from equijudge_core.programs.normalize import Level, normalize
from equijudge_core.signature import signature
for source in json.load(sys.stdin):
    keys = [normalize(source, level).key for level in (Level.TEXT, Level.AST, Level.ALPHA)]
    print(signature(source).fine, signature(source).coarse, *keys)
"""
_ODD = [
    "x = 3\nprint(f'{x!r:>{x}} {x + 1=} {\"a\" \"b\"}' 'c')",
    "match [1, 2]:\n    case [a, *rest] if a:\n        print(rest)\n    case {'k': v, **more}:\n        print(v, more)",
    "print('a' 'b', -1, 1j, ..., b'x', not 1 < 2 < 3)",
    "try:\n    pass\nexcept* ValueError as e:\n    print(e)",
    "async def f():\n    return [x async for x in y]",
]


def _ids(python: str, seed: str) -> str:
    environment = {"PYTHONPATH": str(ROOT / "services/core"), "PYTHONHASHSEED": seed}
    given_ = json.dumps([*HANDBOOK[::9], *_ODD])
    command = [python, "-c", _SCRIPT]
    done = subprocess.run(command, input=given_, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def test_ids_are_the_same_on_every_python_and_for_every_hash_seed(
    record_property: Callable[[str, object], None],
) -> None:
    pythons = interpreters()
    record_property("interpreters", " ".join(pythons))
    print("ids compared on Python", ", ".join(pythons))
    answers = {_ids(python, str(seed)) for seed, python in enumerate([*pythons.values(), sys.executable])}
    assert len(answers) == 1
    if len(pythons) == 1:
        pytest.skip(f"only Python {next(iter(pythons))} is here: hash seeds were compared, versions were not")


def test_the_rewrites_do_change_the_text() -> None:
    source = FAMILIES[0][2].source
    changed = [name for name, rewrite in SAME.items() if rewrite(source, Random(3)) != ast.unparse(ast.parse(source))]
    assert set(SAME) - set(changed) <= {
        "reformat",
        "import otherwise",
        "as generators",
        "with helpers",
        "name like a builtin",
    }
