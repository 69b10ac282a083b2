"""Makes of a candidate what is run in a cell where its function is called: the harness, and the candidate beside it.

A candidate is to be compiled for its own sake first, like any other program: what is run is the harness, which a cell
compiles once for all tests, and which reads the candidate in each.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass

from equijudge_core.contracts.calls import CallKind, Calls
from equijudge_core.judging.calls import harness

# What LiveCodeBench's harness defines before a candidate, in its order: so `Counter` is typing's, and `time` a class of
# datetime's. Its recursion limit too.
STARRED = (
    *("string", "re", "datetime", "collections", "heapq", "bisect", "copy", "math", "random", "statistics"),
    *("itertools", "functools", "operator", "io", "sys", "json", "builtins", "typing"),
)
PRELUDE = "".join(
    [
        *(f"from {module} import *\n" for module in STARRED),
        *(f"import {module}\n" for module in STARRED[:-2]),
        "sys.setrecursionlimit(50000)\n",
    ]
)
_HARNESS = pkgutil.get_data(__package__, "harness.py") or b""
FILES = (harness.ARGUMENTS, harness.ANSWER)


@dataclass(frozen=True, slots=True)
class CalledProgram:
    """source: what is run; files: what lies beside it, by name; then the names of its input and output."""

    source: bytes
    files: tuple[tuple[str, bytes], ...]
    input_file: str = harness.ARGUMENTS
    output_file: str = harness.ANSWER


def make_program(calls: Calls, candidate: bytes) -> CalledProgram:
    """What is run to call this candidate. Behind the harness stands the candidate's text as a comment: a cell loads
    beforehand what modules a source names."""
    target = {
        "name": calls.name,
        "class_name": calls.class_name,
        "arguments": [kind.value for kind in calls.arguments],
        "returns": calls.result_kind.value,
        "kinds": sorted({kind.value for kind in (*calls.arguments, calls.returns) if kind is not CallKind.VALUE}),
        "in_place": calls.in_place,
        "prelude": PRELUDE if calls.prelude else "",
        "integer_keys": calls.integer_keys,
        "typed": calls.encoding == "typed",
    }
    source = b"%s\n\nmain(%s)\n# %s\n" % (_HARNESS, repr(target).encode(), repr(candidate).encode())
    return CalledProgram(source, ((harness.SOLUTION, candidate),))
