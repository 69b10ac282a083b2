"""The comparisons of an output with the expected one, one module for each family, and which of them a request means.

ours: codecontests (the data set's own, and the default), exact, tokens, floats, stripped (code-judge's rule),
sandbox-fusion (SandboxFusion's). Other judges': kattis, testlib, cms, dmoj, under the names that they have there. Split
rules: judging/tokens.py and judging/lines.py; numbers: numeric_tokens.py.

`loose` in a result: accepted, but not as the same tokens (case aside), so a tolerance was needed, or another order.

Time is linear in the two texts, whatever a program prints. Memory is a small multiple of their size; where the order
does not matter, a multiple of the expected output's. Texts are compared lazily, up to the first difference that
decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from equijudge_core.contracts.checkers import CheckerName, CheckerSpec
from equijudge_core.judging.checkers import cms, dmoj, testlib, testlib_cases
from equijudge_core.judging.checkers.any_order import NumbersInAnyOrderChecker, tokens_in_any_order
from equijudge_core.judging.checkers.codecontests import CodeContestsChecker
from equijudge_core.judging.checkers.exact import ExactChecker
from equijudge_core.judging.checkers.floats import FloatChecker
from equijudge_core.judging.checkers.kattis import KattisChecker
from equijudge_core.judging.checkers.result import Checker, CheckResult
from equijudge_core.judging.checkers.sandbox_fusion import SANDBOX_FUSION
from equijudge_core.judging.checkers.stripped import STRIPPED
from equijudge_core.judging.checkers.tokens import TokensChecker

__all__ = ["CHECKERS", "CheckResult", "Checker", "CodeContestsChecker", "make_checker"]


def make_checker(spec: CheckerSpec) -> Checker:
    """Make the checker that a request asks for."""
    made = CHECKERS[spec.name]
    return made(spec) if callable(made) else made


def _tokens(spec: CheckerSpec) -> Checker:
    if spec.any_order is None:
        return TokensChecker(spec.ignore_case)
    return tokens_in_any_order(spec.any_order, ignore_case=spec.ignore_case)


def _float(spec: CheckerSpec) -> Checker:
    made = FloatChecker(spec.abs, spec.rel, spec.ignore_case)
    return made if spec.any_order is None else NumbersInAnyOrderChecker(made)


def _floats(spec: CheckerSpec) -> Checker:
    return dmoj.FloatsChecker(_precision(spec), dmoj.NEAR[spec.error_mode or "default"])


def _floatsabs(spec: CheckerSpec) -> Checker:
    return dmoj.FloatsChecker(_precision(spec), dmoj.near_absolutely)


def _floatsrel(spec: CheckerSpec) -> Checker:
    return dmoj.FloatsChecker(_precision(spec), dmoj.near_relatively)


def _precision(spec: CheckerSpec) -> int:
    return 6 if spec.precision is None else spec.precision


def _linematches(spec: CheckerSpec) -> Checker:
    return dmoj.LineMatchesChecker(spec.point_distribution or (1,), spec.filler_lines_required is not False)


CHECKERS: Mapping[CheckerName, Checker | Callable[[CheckerSpec], Checker]] = MappingProxyType(
    {
        "codecontests": CodeContestsChecker(),
        "exact": lambda spec: ExactChecker(spec.ignore_case),
        "tokens": _tokens,
        "float": _float,
        "stripped": STRIPPED,
        "sandbox-fusion": SANDBOX_FUSION,
        "kattis": KattisChecker.of,
        "testlib.wcmp": testlib.WCMP,
        "testlib.lcmp": testlib.LCMP,
        "testlib.fcmp": testlib.FCMP,
        "testlib.hcmp": testlib.HCMP,
        "testlib.icmp": testlib.ICMP,
        "testlib.ncmp": testlib.NCMP,
        "testlib.uncmp": testlib.UNCMP,
        "testlib.rcmp": testlib.RCMP,
        "testlib.rcmp4": testlib.RCMP4,
        "testlib.rcmp6": testlib.RCMP6,
        "testlib.rcmp9": testlib.RCMP9,
        "testlib.rncmp": testlib.RNCMP,
        "testlib.acmp": testlib.ACMP,
        "testlib.dcmp": testlib.DCMP,
        "testlib.yesno": testlib.YESNO,
        "testlib.nyesno": testlib.NYESNO,
        "testlib.caseicmp": testlib_cases.CASEICMP,
        "testlib.casencmp": testlib_cases.CASENCMP,
        "testlib.casewcmp": testlib_cases.CASEWCMP,
        "testlib.pointscmp": testlib_cases.POINTSCMP,
        "cms.white_diff": cms.WHITE_DIFF,
        "dmoj.standard": dmoj.STANDARD,
        "dmoj.easy": dmoj.EasyChecker(),
        "dmoj.floats": _floats,
        "dmoj.floatsabs": _floatsabs,
        "dmoj.floatsrel": _floatsrel,
        "dmoj.identical": dmoj.IdenticalChecker(),
        "dmoj.linecount": dmoj.LINECOUNT,
        "dmoj.linematches": _linematches,
        "dmoj.rstripped": lambda spec: dmoj.RSTRIPPED_FILTERED if spec.filter_new_line else dmoj.RSTRIPPED,
        "dmoj.sorted": lambda spec: dmoj.UNORDERED if spec.split_on == "whitespace" else dmoj.SORTED,
        "dmoj.unordered": dmoj.UNORDERED,
    }
)
