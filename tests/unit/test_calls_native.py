"""What is compiled of a candidate in C++ or Java: the candidate's own lines, and what calls it."""

from __future__ import annotations

import time

import pytest

from equijudge_core.contracts.calls import Calls
from equijudge_core.judging.calls.native import classes_in, make_cpp, make_java
from equijudge_core.judging.calls.program import make_program

CALLS = Calls(name="solve", arguments=("int[]", "ListNode"), returns="bool")


@pytest.mark.parametrize(
    "head",
    [
        "",
        "\n\n",
        "// import java.util.*;\n",
        "/* class Solution { } */\n",
        "package mine;\nimport java.util.List;\nimport static java.lang.Math.*;\n\n",
        "import java.util.List; /* more */ import java.util.Map;\n",
        "\ufeffimport java.util.List;\n",
    ],
)
def test_every_line_of_a_java_candidate_keeps_its_number(head: str) -> None:
    candidate = f"{head}class Solution {{\n  int solve(int[] a) {{ return 0; }}\n}}\n"
    made = make_java(CALLS, candidate).split("\n")
    given = candidate.removeprefix("\ufeff").split("\n")
    assert len(made) == len(given)
    assert all(own.strip() in line for own, line in zip(given, made, strict=True))
    assert sum("EquijudgeCall" in line for line in made) == 1


def test_what_calls_stands_behind_the_imports_and_before_the_first_class() -> None:
    made = make_java(CALLS, "package a;\nimport java.util.List;\nclass Solution { }\n")
    at = made.index("public class EquijudgeCall")
    assert made.index("import java.util.List;") < made.index("import java.util.*;") < at < made.index("class Solution")


def test_nodes_are_there_unless_the_candidate_has_its_own() -> None:
    own = "struct ListNode { int val; ListNode *next; };"
    assert "struct ListNode {" in make_cpp(CALLS, f"// {own}\nclass Solution {{ struct TreeNode {{}}; }};")
    assert "struct ListNode {" not in make_cpp(CALLS, own)
    assert make_java(CALLS, "class ListNode { int val; ListNode next; }").count("class ListNode {") == 1


def test_classes_are_known_by_their_words_and_not_by_comments_or_texts() -> None:
    source = 'struct A {}; // class B {\nconst char *s = "class C {"; class D; class E final : A { struct F {}; };'
    assert classes_in(source) == {"A", "E"}
    assert classes_in("int x = 1'000; class A { char c = '{', d = '\\''; }; /* { */ struct B {};") == {"A", "B"}


@pytest.mark.parametrize("text", ["/* " * 20_000, "'" * 60_000, '"' * 60_000, "//\n" * 20_000, "class " * 10_000])
def test_no_source_takes_long(text: str) -> None:
    began = time.process_time()
    make_cpp(CALLS, text)
    make_java(CALLS, text)
    assert time.process_time() - began < 1


def test_the_types_that_the_problem_says_choose_among_functions_of_one_name() -> None:
    made = make_cpp(CALLS, "class Solution {};")
    assert "narrow = types<std::vector<int>, ::ListNode *>" in made
    assert "wide = types<std::vector<long long>, ::ListNode *>" in made
    assert "RESULT = AS_TRUTH, COUNT = 2" in made
    assert "IS_DECLARED = false" in make_cpp(Calls(name="solve", arguments=("int", "value")), "")


def test_a_candidate_in_cpp_is_a_file_of_its_own_and_one_in_java_is_not() -> None:
    assert [name for name, _ in make_program(CALLS, b"int solve();", "cpp20").files] == ["solution.cpp"]
    assert make_program(CALLS, b"class Solution {}", "java").files == ()
