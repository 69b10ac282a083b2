"""How much of a program a text is, by its syntax alone."""

from __future__ import annotations

import pytest

from equijudge_core.programs.whole_program import Completeness, completeness, missing_name
from tests.handbook import right_programs

STANDINGS = {
    Completeness.UNPARSEABLE: ("print(", "print 1", "\ud800", "a\0b", "(" * 60_000),
    Completeness.VALUES: ("", "6", "Hello", "1, 2", "# print(input())"),
    Completeness.SNIPPET: (
        *("n = 3", "n = int(input())", "print(solve(2))", "return print(input())", "for x in a:\n    print(x)"),
        *("total += int(input())\nprint(total)", "if __name__ == '__main__':\n    print(main())"),
    ),
    Completeness.DEFINITIONS: (
        *("def f(a):\n    return a", "def main():\n    print(input())", "import sys\nX = 1\nclass S:\n    pass"),
        "'Doc.'\ndef f():\n    print(g())",
    ),
    Completeness.PRINTS_MAYBE: ("def f():\n    print(x)\nf()", "if 0:\n    y()\nprint(1)"),
    Completeness.PRINTS: ("print(6)", "import sys\nsys.stdout.write('6')", "def f():\n    print(1)\nf()"),
    Completeness.READS_AND_PRINTS_MAYBE: ("def f():\n    log()\nprint(input())\nf()", "exec(input(), x)"),
    Completeness.READS_AND_PRINTS: (
        *("print(input())", "import os\nos.write(1, os.read(0, 9))", "from sys import *\nprint(stdin.read())"),
        *("def main():\n    print(input())\nmain()", "class S:\n    def f(self):\n        print(input())\nS().f()"),
        *("def f():\n    unknown()\nprint(input())", "open('out', 'w').write(open('in').read())"),
        *("try:\n    input = raw_input\nexcept NameError:\n    pass\nprint(input())", "exec(open(0).read())"),
        *("import atexit\n@atexit.register\ndef f():\n    print(input())", f"x = {'9' * 5000}\nprint(input())"),
        *("[print(x) for x in input()]", "match input():\n    case y:\n        print(y)", "print(a := input(), a)"),
    ),
}


@pytest.mark.parametrize("expected", STANDINGS, ids=lambda each: each.name)
def test_where_a_source_stands(expected: Completeness) -> None:
    assert {source[:60]: completeness(source) for source in STANDINGS[expected]} == {
        source[:60]: expected for source in STANDINGS[expected]
    }


def test_only_what_prints_by_itself_is_whole() -> None:
    assert [each.name for each in Completeness if each.is_whole] == [
        *("PRINTS_MAYBE", "PRINTS", "READS_AND_PRINTS_MAYBE", "READS_AND_PRINTS")
    ]


def test_the_name_that_is_missing_is_told() -> None:
    assert missing_name("print(solve(2))") == "solve"
    assert missing_name("print(2)") is None
    assert missing_name("print(") is None


def test_every_right_program_of_the_handbook_reads_and_prints() -> None:
    programs = right_programs()

    assert len(programs) > 500
    assert {completeness(source) for source in programs} == {Completeness.READS_AND_PRINTS}
