"""Tests that are written as code, which call functions of a candidate: the column `test_code` of a row.

A test's input is the code that it runs behind the common code, for instance `check(add)` or `assert add(1, 2) == 3`;
its output is empty. Where what runs: judging/test_code.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.calls import Identifier
from equijudge_core.contracts.unicode_text import JudgedText

MOST_NAMES = 100


class TestCode(Contract):
    """The common code of all tests.

    names: what of a candidate the code uses by a bare name: functions, classes, values. From the module `module`
    it imports what it likes. prompt: text that stands before a candidate that defines none of the names, which is its
    completion then. prelude: code that the candidate finds as run before it. Limits are those of one test's code.
    """

    __test__ = False  # not for pytest

    code: JudgedText
    names: Annotated[tuple[Identifier, ...], Field(max_length=MOST_NAMES)] = ()
    module: Identifier = "solution"
    prompt: JudgedText = ""
    prelude: JudgedText = ""
    time_limit_s: Annotated[float, Field(gt=0, le=60, allow_inf_nan=False)] = 10.0
    memory_limit_bytes: Annotated[int, Field(ge=1 << 20, le=2 << 30)] = 1 << 30
