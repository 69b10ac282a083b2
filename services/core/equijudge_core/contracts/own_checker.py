"""A checker that a problem brings along: a program that says of an output whether it is right.

It is trusted more than a candidate, since whoever wrote the problem wrote it, and protected just as well: it runs in
cells of its own. What it is given, and what its exit status and words mean, is its protocol's to say; see
judging/checker_protocols.py.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.unicode_text import JudgedText

MOST_FILES = 16
MOST_PASSES = 100
FileName = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9_+-][A-Za-z0-9_.+-]*$")]
Word = Annotated[str, Field(max_length=1000, pattern=r"^[^\x00]*$")]


class CheckerProtocol(StrEnum):
    """By whose rules a checker is called and understood."""

    TESTLIB = "testlib"  # Codeforces, Polygon, CodeContests+
    KATTIS = "kattis"  # output validators of Kattis and ICPC packages
    DMOJ = "dmoj"  # bridged checkers of DMOJ of type default
    DMOJ_TESTLIB = "dmoj-testlib"
    DMOJ_PYTHON = "dmoj-python"  # a function check(process_output, judge_output, **kwargs)
    COCI = "coci"
    PEG = "peg"
    CMS = "cms"
    SCRIPT = "script"  # scripts of open-r1/codeforces: what they print is 1, 100, or a refusal


class OwnChecker(Contract):
    """A problem's own checker. `files` lie beside its source when it is compiled and run, by name; `flags` are further
    words of its command. Its limits hold for one output.

    validation_passes: how often a program is run for one test at most, where a Kattis validator asks for it.
    """

    protocol: CheckerProtocol
    source: JudgedText
    language: str = "cpp17"
    files: Annotated[dict[FileName, JudgedText], Field(max_length=MOST_FILES)] = Field(default={})
    flags: Annotated[tuple[Word, ...], Field(max_length=64)] = ()
    time_limit_s: Annotated[float, Field(gt=0, le=60, allow_inf_nan=False)] = 10.0
    memory_limit_bytes: Annotated[int, Field(ge=1 << 20, le=2 << 30)] = 1 << 30
    validation_passes: Annotated[int, Field(ge=1, le=MOST_PASSES)] = 1
