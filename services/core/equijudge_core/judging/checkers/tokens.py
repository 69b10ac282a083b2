"""tokens: the same tokens in the same order. `ignore_case`: blind to ASCII case."""

from __future__ import annotations

from dataclasses import dataclass

from equijudge_core.judging.checkers.result import RIGHT, CheckResult, reject_token
from equijudge_core.judging.tokens import mismatches


@dataclass(frozen=True, slots=True)
class TokensChecker:
    """The same tokens in the same order; white space does not matter."""

    ignore_case: bool = False

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        if expected == got:
            return RIGHT
        for number, _, _ in mismatches(expected, got, fold=self.ignore_case):
            return reject_token(expected, got, number, fold=self.ignore_case)
        return RIGHT
