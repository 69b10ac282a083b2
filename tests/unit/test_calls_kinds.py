"""Kinds of values: what is of one, and which a signature names in Python, C++ and Java."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge_core.judging.calls.kinds import kind_fault, read_signature, read_type, widen


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (1, "int"),
        (1 << 40, "long"),
        (1, "double"),
        (1.5, "double"),
        (True, "bool"),
        ("a", "char"),
        ("", "string"),
        ([[1], []], "int[][]"),
        ([["a"]], "char[][]"),
        (None, "ListNode"),
        ([1, None, 2], "TreeNode"),
        ([None, [1]], "ListNode[]"),
        (None, "void"),
        ({"a": [1.5]}, "value"),
    ],
)
def test_a_value_is_of_its_kind(value: Any, kind: str) -> None:
    assert kind_fault(value, kind) is None


@pytest.mark.parametrize(
    ("value", "kind", "says"),
    [
        (True, "int", "is no int"),
        (1.0, "int", "is no int"),
        (1 << 31, "int", "has more bits than a int, which has 32"),
        (1 << 63, "long", "has more bits than a long, which has 64"),
        (1, "bool", "is no bool"),
        ("ab", "char", "is a text of 2 characters, and no char"),
        (None, "string", "is no string"),
        (1, "int[]", "is no list"),
        ([1, "2"], "int[]", "at [1] is no int"),
        ([[1], [2.5]], "int[][]", "at [1] at [0] is no int"),
        ([1, -(1 << 40)], "int[]", "has more bits"),
        (5, "TreeNode", "is no list"),
        (0, "void", "nothing is given back"),
    ],
)
def test_one_that_is_not_is_named(value: Any, kind: str, says: str) -> None:
    assert says in (kind_fault(value, kind) or "")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("List[List[str]]", "string[][]"),
        ("Optional[ListNode]", "ListNode"),
        ("'List[Optional[TreeNode]]'", "TreeNode[]"),
        ("list[int] | None", "int[]"),
        ("None", "void"),
        ("float", "double"),
        ("const std::vector<std::vector<char>> &", "char[][]"),
        ("long long", "long"),
        ("unsigned int", "int"),
        ("long double", "double"),
        ("ListNode *", "ListNode"),
        ("List<List<Integer>>", "int[][]"),
        ("String[]", "string[]"),
        ("int[][][]", "int[][][]"),
        ("int[][][][]", "value"),
        ("Dict[str, int]", "value"),
        ("Tuple[int, int]", "value"),
        ("Any", "value"),
        ("map<int, int>", "value"),
        ("", "value"),
    ],
)
def test_types_of_three_languages_are_read(text: str, kind: str) -> None:
    assert read_type(text) == kind


STARTERS = {
    "python": "class Solution:\n    def f(self, nums: List[int], k: int = 3, *, s: str) -> Optional[ListNode]:\n  ",
    "cpp": "// int f(double);\nclass Solution {\npublic:\n    ListNode* f(vector<int>& nums, int k, string s) {\n",
    "java": "/* f( */ class Solution {\n    public ListNode f(int[] nums, int k, final String s) {\n",
}


@pytest.mark.parametrize("language", STARTERS)
def test_a_signature_is_read_from_starter_code(language: str) -> None:
    arguments, returns = read_signature(STARTERS[language], "f") or ([], "")
    assert ([each for each in arguments if each != "value"], returns) == (["int[]", "int", "string"], "ListNode")


@pytest.mark.parametrize("starter", [None, "", 3, "def g(x: int)", "def f(x: int", "f(" * 9000, "def f(" + "[" * 9999])
def test_what_is_no_signature_names_no_kinds(starter: Any) -> None:
    assert read_signature(starter, "f") is None


def test_a_kind_is_as_wide_as_the_values_need_or_none_at_all() -> None:
    assert [widen("int", each) for each in ([1], [1 << 40], [1 << 80], [None])] == ["int", "long", "value", "value"]
    assert widen("int[]", [[1], [1 << 40]]) == "long[]"
