"""The canonical form: what is the same however it is written is written one way, and nothing else is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from equijudge_core.programs.canonical import canonical_source
from equijudge_core.signature import signature
from tests.unit.cli_support import run

READ = "n = int(input())\na = list(map(int, input().split()))\n"
SOLVE = "def solve():\n    n = int(input())\n    s = 0\n    for x in map(int, input().split()):\n        s += x\n"
PLAIN = READ + "a.sort()\nprint(sum(a[:-1]) if n else a[-1])"

SAME = {
    "map or list": (
        "n = int(input())\ns = sum(list(map(int, input().split())))\nprint(n - s)",
        "n = int(input())\ns = sum([int(x) for x in input().split()])\nprint(n - s)",
    ),
    "one round through a variable": (
        SOLVE + "    print(s - n)\nfor _ in range(1):\n    solve()",
        SOLVE + "    print(s - n)\nt = 1\nfor _ in range(t):\n    solve()",
    ),
    "one round or none": (
        SOLVE + "    print(s - n)\nt = 1\nfor case in range(1, t + 1):\n    solve()",
        SOLVE + "    print(s - n)\nsolve()",
    ),
    "a random number for nothing": (
        "import random\nRANDOM = random.randrange(2 ** 62)\ndef w(x):\n    return x ^ RANDOM\n" + PLAIN,
        PLAIN,
    ),
    "a table for nothing": (
        "f = [1] * 99\nfor i in range(1, 99):\n    f[i] = f[i - 1] * i\nfrom math import *\n" + PLAIN,
        PLAIN,
    ),
    "a builtin used before its name is taken": (
        "max = int(input())\nlist = list(map(int, input().split()))\nprint(sum(list) - max)",
        "n = int(input())\na = list(map(int, input().split()))\nprint(sum(a) - n)",
    ),
    "commuted": (READ + "print(max(n * a[0], 3 + a[1]) == n)", READ + "print(n == max(a[1] + 3, a[0] * n))"),
    "filter": (
        READ + "print(len(list(filter(lambda x: x % 2, a))))",
        READ + "print(len([x for x in a if x % 2]))",
    ),
    "starmap": (
        "from itertools import starmap\n" + READ + "print(sum(starmap(lambda x, y: x * y, zip(a, a[1:]))))",
        READ + "print(sum(x * y for x, y in zip(a, a[1:])))",
    ),
    "formatted": (READ + "print(f'{a[0]} {n}')", READ + "print('%d %d'.replace('%d', '{}').format(a[0], n))"),
    "helpers": (
        "ii = lambda: int(input())\ndef li():\n    row = list(map(int, input().split()))\n    return row\n"
        "n = ii()\na = li()\nprint(sum(a) - n)",
        READ + "print(sum(a) - n)",
    ),
    "another interpreter's names": (
        "import sys\nif sys.version_info[0] < 3:\n    input = raw_input\n    range = xrange\n" + PLAIN,
        PLAIN,
    ),
    "print by hand": (
        "import sys\ndef print(*args):\n    sys.stdout.write(' '.join(str(x) for x in args) + '\\n')\n" + PLAIN,
        PLAIN,
    ),
}  # fmt: skip
DIFFERENT = {
    "texts are joined in order": (READ + "print('a' + input())", READ + "print(input() + 'a')"),
    "a constant is no reason to unroll": (
        "s = 0\nk = 3\nfor i in range(k):\n    s += i\nprint(s)",
        "s = 0\ns += 0\ns += 1\ns += 2\nprint(s)",
    ),
    "what is filled through another name is used": (
        "g = [[], []]\nrow = g[0]\nrow.append(int(input()))\nprint(g)",
        "g = [[], []]\nrow = g[0]\nprint(g)",
    ),
    "a generator that is asked for items": (
        READ + "it = (x for x in a)\nprint(next(it), next(it))",
        READ + "it = [x for x in a]\nprint(next(it), next(it))",
    ),
    "a round that is left": (
        "for _ in range(1):\n    if int(input()):\n        break\n    print(1)",
        "if int(input()):\n    print(1)",
    ),
}  # fmt: skip
FAMILIES = [
    ("trial division", "n = int(input())\nprint([d for d in range(1, n + 1) if n % d == 0])"),
    ("divided out", "n = int(input())\nk = 0\nwhile n % 3 == 0:\n    n //= 3\n    k += 1\nprint(n, k)"),
    (
        "number walked",
        "n = int(input())\nk = 0\nwhile True:\n    if n % 6 == 0:\n        n //= 6\n    elif n % 3 == 0:\n"
        "        n *= 2\n    else:\n        break\n    print(n)",
    ),
    ("text replacing", "s = input()\nfor d in '123':\n    s = s.replace(d, '(' + d)\nprint(s)"),
    ("reversal", READ + "for i in range(n):\n    j = a.index(i)\n    a[i:j] = a[i:j][::-1]\nprint(a)"),
    ("text building", "t = ''\nfor c in input():\n    t += c + c\nprint(t)"),
    ("aggregates", READ + "print(sum(a) - max(a))"),
    ("case analysis", "n = int(input())\nprint('a' if n == 1 else 'b' if n == 2 else 'c' if n == 3 else 'd')"),
    ("closed formula", "n = int(input())\nprint(n * (n + 1) // 2)"),
]
NO_FAMILIES = [
    ("trial division", READ + "print([x for x in a if x % n == 0])"),
    ("divided out", "n = int(input())\nwhile n:\n    n //= 10\nprint(n)"),
    ("number walked", "n = int(input())\nwhile n % 3 == 0:\n    n //= 3\nprint(n)"),
    ("text replacing", "print(input().replace('a', 'b'))"),
    ("reversal", "s = input()\nprint(s == s[::-1])"),
    ("text building", READ + "s = 0\nfor x in a:\n    s += x\nprint(s)"),
    ("aggregates", READ + "print(max(x * y for x in a for y in a))"),
    ("case analysis", "n = int(input())\nprint(n + 1)"),
    ("closed formula", READ + "print(sum(a))"),
]


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_the_same_has_one_id_of_each_kind(one: str, other: str) -> None:
    assert (signature(one).coarse, signature(one).fine) == (signature(other).coarse, signature(other).fine)


@pytest.mark.parametrize("name", [name for name in SAME if name != "formatted"])
def test_the_same_is_written_one_way(name: str) -> None:
    one, other = SAME[name]
    assert canonical_source(one) == canonical_source(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_what_only_looks_the_same_stays_apart(one: str, other: str) -> None:
    assert canonical_source(one) != canonical_source(other)


@pytest.mark.parametrize(("family", "source"), FAMILIES)
def test_what_a_simple_program_does_names_it(family: str, source: str) -> None:
    assert family in signature(source).coarse_features


@pytest.mark.parametrize(("family", "source"), NO_FAMILIES)
def test_what_only_looks_like_it_does_not(family: str, source: str) -> None:
    assert family not in signature(source).coarse_features


def test_the_canonical_form_of_a_program_can_be_read_as_python() -> None:
    text = canonical_source(PLAIN)
    ast.parse(text)
    assert "input()" in text


def test_helpers_that_double_do_not_grow_without_end() -> None:
    source = "".join(f"f{n} = lambda x: f{n + 1}(x) + f{n + 1}(x)\n" for n in range(30)) + "f30 = lambda x: x\n"
    assert len(canonical_source(source + "print(f0(1))")) < 100_000
    nested = "f = lambda x: x + x + x + x\nprint(" + "f(" * 40 + "1" + ")" * 40 + ")"
    assert len(canonical_source(nested)) < 200_000


def test_the_command_prints_it(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text(PLAIN)
    done = run("signature", "--canonical", str(file))
    assert done.stdout == canonical_source(PLAIN)
    file.write_text("for")
    assert "not Python 3" in run("signature", "--canonical", str(file)).stderr


CALLED = "class Solution:\n    def solve(self, a):\n        return {}\n    def helper(self, a):\n        return a[0]\n"


def test_a_program_that_only_defines_is_one_that_is_called() -> None:
    one, other = (canonical_source(CALLED.format(value)) for value in ("sorted(a)[-1]", "max(a)"))
    assert "max" in other
    assert one != other


def test_what_a_program_that_runs_does_not_reach_is_still_no_part_of_it() -> None:
    assert "max" not in canonical_source(CALLED.format("max(a)") + "print(1)")
