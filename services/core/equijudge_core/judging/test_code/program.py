"""Makes the two programs of a problem whose tests are code: the one that runs a test, and the one that answers calls.

Both are put together from the parts in `cell` and the harness of plain calls, one file each: a cell compiles that once
for all tests.
"""

from __future__ import annotations

import pkgutil
import re
from functools import lru_cache

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.test_code import TestCode
from equijudge_core.judging.calls import harness
from equijudge_core.judging.calls.program import CalledProgram

MARK = "# --- in the cell\n"
ANSWERS = ("values", "answers")
TESTS = ("values", "line", "calls", "stand_ins", "pytests", "tests")


def _part(package: str, name: str) -> str:
    return (pkgutil.get_data(package, f"{name}.py") or b"").decode()


def _put_together(parts: tuple[str, ...]) -> str:
    """The parts' imports of Python's own, then what stands below their marks."""
    found = [_part(f"{__package__}.cell", name).split(MARK) for name in parts]
    own = {line for above, _ in found for line in above.splitlines() if re.match(r"import \w+$", line)}
    whole = _part("equijudge_core.judging.calls", "harness")
    return "\n".join([whole, *sorted(own), *(below for _, below in found)])


@lru_cache(1)
def source_of_answers() -> str:
    """The program that answers, but for its last line."""
    return _put_together(ANSWERS)


@lru_cache(1)
def source_of_tests() -> str:
    """The program that runs a test, but for its last line."""
    return _put_together(TESTS)


def make_tester(tests: TestCode | None) -> OwnChecker | None:
    """The program that runs tests that are code, which candidates talk to; None where there are none."""
    return None if tests is None else _make_tester(tests)


@lru_cache(8)
def _make_tester(tests: TestCode) -> OwnChecker:
    target = {"code": tests.code, "names": list(tests.names), "module": tests.module}
    last = f"\n\nmain_tests({target!r})\n" + comment_of(tests.code)
    return OwnChecker(
        protocol=CheckerProtocol.KATTIS,
        source=source_of_tests() + last,
        language="python3",
        time_limit_s=tests.time_limit_s,
        memory_limit_bytes=tests.memory_limit_bytes,
    )


def comment_of(source: str) -> str:
    """A source as a comment: a cell loads beforehand what modules are named."""
    return f"# {source!r}\n"


def complete(tests: TestCode, candidate: str) -> str:
    """The candidate, behind the prompt if it defines none of the names, as the completion of a prompt does not."""
    if not tests.prompt:
        return candidate
    names = "|".join(map(re.escape, tests.names)) or r"\w+"
    defined = rf"(?:async[ \t]+def|def|class)[ \t]+(?:{names})\b|(?:{names})[ \t]*(?::[^=\n]*)?=(?!=)"
    imported = rf"(?:from|import)[ \t][^\n]*\b(?:{names})\b"
    return candidate if re.search(rf"^(?:{defined}|{imported})", candidate, re.M) else tests.prompt + candidate


def make_answering(tests: TestCode, candidate: str) -> CalledProgram:
    """The program that answers for a candidate, which lies beside it."""
    source = complete(tests, candidate)
    target = {"module": tests.module, "prelude": tests.prelude}
    whole = f"{source_of_answers()}\n\nserve({target!r})\n{comment_of(tests.prelude + source)}"
    lies = ((harness.SOLUTION, source.encode("utf-8", "surrogatepass")),)
    return CalledProgram(whole.encode("utf-8", "surrogatepass"), lies, "", "")
