"""What of a candidate is called, with what, and how what comes back is compared: the column `calls` of a row.

A test's input is JSON then, a list of positional arguments or an object of keyword arguments, and its output is the
JSON of what the call gives. Which program does what with them: judging/calls.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.unicode_text import JudgedText

Identifier = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
MOST_ARGUMENTS, MOST_PRELUDE = 100, 64 << 10
Prelude = Annotated[JudgedText, Field(max_length=MOST_PRELUDE)]
# In which a function can be called. The compiled ones read values as their own types, which have no tuples and the
# like, and know no arguments by name.
INTERPRETED = ("python3", "pypy3")
COMPILED = ("cpp17", "cpp20", "java")
CALLED_LANGUAGES = (*INTERPRETED, *COMPILED)

# As what a value of JSON is passed or given back. `value`: nothing is said of it. ListNode, with val and next, and
# TreeNode, with val, left and right, are lists as LeetCode writes them: level by level, null for a child that is not
# there. The others say what the values are, for languages whose functions have types; of `int` 32 bits, of `long` 64.
# `void`: what is given back is nothing.
Kind = Annotated[
    str,
    Field(pattern=r"^(?:value|void|(?:int|long|double|bool|char|string|ListNode|TreeNode)(?:\[\]){0,3})$"),
]
VALUE, VOID, LIST_NODE, TREE_NODE = "value", "void", "ListNode", "TreeNode"
INTEGERS = ("int", "long")


def is_of_nodes(kind: Kind) -> bool:
    """Whether what is passed is made of nodes."""
    return "Node" in kind


class CallComparison(Contract):
    """When a value is the one that is expected. The defaults are the least that a problem in JSON needs.

    bool_is_int: True is 1, as Python's == has it. int_is_float: 1 is 1.0. tuple_is_list, at every depth.
    iterator_is_list: what can only be iterated once, a range, a view of a dict and a deque are lists, too. abs and rel:
    how far a float may be from one that is expected, the more generous one counts; no integer may.
    order: `kept`, or of no importance in the `outer` list or in `any` list; without tolerance there. or_wrapped: an
    expected list of one element stands for that element, too, as APPS and TACO write them.
    """

    bool_is_int: bool = False
    int_is_float: bool = True
    tuple_is_list: bool = True
    iterator_is_list: bool = True
    abs: Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)] = 1e-6
    rel: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 1e-6
    order: Literal["kept", "outer", "any"] = "kept"
    or_wrapped: bool = False


class Calls(Contract):
    """What is called. A class `class_name` that has `name` comes first, with an instance for each test, then a function
    of that name.

    arguments: kinds of the first arguments, those behind them are values. returns: kind of what is given back.
    in_place: compare this argument after the call (from 0) and not what is given back. prelude: a candidate in Python
    finds what LiveCodeBench's star imports define, or what this code does. integer_keys: where all keys of a dictionary
    that is an argument, or is given back, are integers as texts, they are meant as integers; JSON has no others.
    encoding: `typed` where arguments and expected values are in the encoding that tells tuples, sets and other keys.
    """

    name: Identifier
    class_name: Identifier = "Solution"
    arguments: Annotated[tuple[Kind, ...], Field(max_length=MOST_ARGUMENTS)] = ()
    returns: Kind = VALUE
    in_place: Annotated[int, Field(ge=0, lt=MOST_ARGUMENTS)] | None = None
    prelude: bool | Prelude = False
    integer_keys: bool = False
    encoding: Literal["json", "typed"] = "json"
    compare: CallComparison = CallComparison()

    @property
    def result_kind(self) -> Kind:
        """Kind of what is compared."""
        if self.in_place is None:
            return self.returns
        return self.arguments[self.in_place] if self.in_place < len(self.arguments) else VALUE
