"""Makes of a candidate what is run in a cell where its function is called: the harness, and the candidate beside it.

One in Python is to be compiled for its own sake first, like any other program: what is run is the harness, which a cell
compiles once for all tests, and which reads the candidate in each. One in C++ or Java is compiled together with what
calls it (native.py).
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass

from equijudge_core.contracts.calls import COMPILED, VALUE, Calls, Kind, is_of_nodes
from equijudge_core.judging.calls import harness, native

PYTHON3, JAVA = "python3", "java"
STDOUT = ""
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


def make_program(calls: Calls, candidate: bytes, language: str = PYTHON3) -> CalledProgram:
    """What is run to call this candidate. In Python the candidate's text stands behind the harness as a comment: a cell
    loads beforehand what modules a source names."""
    if language in COMPILED:
        return _make_compiled(calls, candidate, language)
    kinds = (*calls.arguments, calls.returns)
    target = {
        "name": calls.name,
        "class_name": calls.class_name,
        "arguments": [_in_python(kind) for kind in calls.arguments],
        "returns": _in_python(calls.result_kind),
        "kinds": sorted({kind for kind in kinds if is_of_nodes(kind)}),
        "in_place": calls.in_place,
        "prelude": calls.prelude if isinstance(calls.prelude, str) else PRELUDE if calls.prelude else "",
        "integer_keys": calls.integer_keys,
        "typed": calls.encoding == "typed",
    }
    source = b"%s\n\nmain(%s)\n# %s\n" % (_HARNESS, repr(target).encode(), repr(candidate).encode())
    return CalledProgram(source, ((harness.SOLUTION, candidate),))


def _make_compiled(calls: Calls, candidate: bytes, language: str) -> CalledProgram:
    text = candidate.decode("utf-8", "surrogatepass")
    if language == JAVA:
        return CalledProgram(native.make_java(calls, text).encode("utf-8", "surrogatepass"), ())
    files = ((native.CPP_SOLUTION, candidate),)
    return CalledProgram(native.make_cpp(calls, text).encode(), files, output_file=STDOUT)  # no file is to be fetched


def _in_python(kind: Kind) -> Kind:
    """Values of all types are told apart by themselves."""
    return kind if is_of_nodes(kind) else VALUE
