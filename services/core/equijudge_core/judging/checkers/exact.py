"""exact: the same bytes; one newline at the end may be there or not. `ignore_case`: blind to ASCII case."""

from __future__ import annotations

from dataclasses import dataclass

from equijudge_core.judging.checkers.result import RIGHT, CheckResult
from equijudge_core.judging.difference import byte_difference, common_prefix


@dataclass(frozen=True, slots=True)
class ExactChecker:
    """Byte for byte, but for one newline at the end."""

    ignore_case: bool = False

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        one, other = expected.removesuffix(b"\n"), got.removesuffix(b"\n")
        if self.ignore_case:
            one, other = one.lower(), other.lower()
        if one == other:
            return RIGHT
        return CheckResult(ok=False, difference=byte_difference(expected, got, common_prefix(one, other)))
