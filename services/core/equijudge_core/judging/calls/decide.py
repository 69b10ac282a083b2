"""From the facts of a run in which a function was called to the verdict on the test. Pure.

What decides, the first that applies:
1. OLE, MLE, TLE, RE of the program by itself, as decisions.py has it (rules 1 to 5); an exception in the call is an RE
   with its name
2. WA  the process ended before the call gave anything
3. RE  there is no function of the name that is to be called, or it takes no such arguments: the program says so, and
       can choose no better by it
4. WA  what the call gave is no value that can be compared (an object of a class of its own, one that holds itself, one
   too deep or too large), or what was left is no answer at all
5. IE  the test's own output is no value
6. AC or WA by the comparison of the two values
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from equijudge_core.contracts.calls import LIST_NODE, TREE_NODE, Calls, Kind
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, TestResult
from equijudge_core.judging import decisions
from equijudge_core.judging.calls.comparison import Comparison
from equijudge_core.judging.calls.encoding import NoAnswer, Node, check_typed, decode, dump, encode_json, parse_json
from equijudge_core.judging.checkers.result import RIGHT, CheckResult
from equijudge_core.judging.decisions import Decision, OutcomeFacts
from equijudge_core.judging.languages import Language
from equijudge_core.judging.problem import Test

NO_ANSWER = "the process ended before the call gave a value"
UNREADABLE = "what the call left is no value"
GIVES = {
    b"c": "the call gave a value that holds itself",
    b"d": "the call gave a value that is nested too deeply",
    b"m": "the call gave a value of too many elements",
}
MISFIT, MISCOUNT = re.compile(rb"a(\d{1,3}) ([ -~]{1,100})"), re.compile(rb"k(\d{1,3}) (\d{1,6})")
EXPECTED_IS_NONE = "the expected value is none: {}"
LONGEST_TYPE = 100
INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
EXPECTED_KEPT, MOST_KEPT = 256, 8 << 10  # short values of tests, so that the next candidate need not read them again


@dataclass(frozen=True, slots=True)
class Expected:
    """A test's value, and the bytes that a harness writes for it."""

    node: Node
    dump: bytes


def judge_call(
    test: Test, outcome: OutcomeFacts, limits: AppliedLimits, calls: Calls, *, with_outputs: bool, language: Language
) -> TestResult:
    """Decide on one call, by the first rule of the module that applies."""
    decision = decisions.decide_alone(outcome, limits, language) or _decide_answer(outcome.output, calls)
    result = decisions.as_test_result(test, outcome, decision or (Verdict.AC, ""), language)
    if decision is None:
        result = _compare(result, test, outcome.output or b"", calls)
    if with_outputs:
        value = (outcome.output or b"").removeprefix(b"v")
        shown = decisions.output_excerpt(value if value and value != outcome.output else None)
        result = result.model_copy(update={"output": shown, "stderr": decisions.output_excerpt(outcome.stderr)})
    return result


def _decide_answer(answer: bytes | None, calls: Calls) -> Decision | None:
    """Rules 2 to 4, as far as no value is compared."""
    if not answer:
        return Verdict.WA, NO_ANSWER
    if answer[:1] == b"v":
        return None
    if answer == b"n":
        return Verdict.RE, f"the program defines no function {calls.name}"
    if answer[:1] == b"t":
        name = answer[1 : 1 + LONGEST_TYPE].decode("ascii", "backslashreplace")
        return Verdict.WA, f"the call gave a {name if name.isprintable() else '?'}, which is no value to compare"
    if misfit := MISFIT.fullmatch(answer):
        number, kind = (each.decode("ascii") for each in misfit.groups())
        return Verdict.RE, f"argument {number} cannot be given to {calls.name} as a {kind}"
    if misfit := MISCOUNT.fullmatch(answer):
        takes, given = (each.decode("ascii") for each in misfit.groups())
        return Verdict.RE, f"{calls.name} takes {takes} arguments, and is called with {given}"
    return Verdict.WA, GIVES.get(answer, UNREADABLE)


def _compare(result: TestResult, test: Test, answer: bytes, calls: Calls) -> TestResult:
    try:
        read = _read_short if len(test.output) <= MOST_KEPT else read_expected
        expected = read(test.output, calls.result_kind, typed=calls.encoding == "typed", keys=calls.integer_keys)
    except ValueError as fault:
        return decisions.add_ruling(result, CheckResult(ok=False, fault=EXPECTED_IS_NONE.format(fault)), "test")
    if answer[1:] == expected.dump:
        return decisions.add_ruling(result, RIGHT)
    try:
        got = decode(answer[1:], expected.dump)
    except NoAnswer as reason:
        return result.model_copy(update={"verdict": Verdict.WA, "reason": f"{UNREADABLE}: {reason}"})
    return decisions.add_ruling(result, Comparison(calls.compare).check(expected.node, got))


def read_expected(output: bytes, kind: Kind, *, typed: bool, keys: bool) -> Expected:
    """The value in a test's output. Raise ValueError."""
    value = parse_json(output)
    if kind in (LIST_NODE, TREE_NODE) and value is None:
        value = []
    node = check_typed(value) if typed else encode_json(value)
    if keys:
        node = _with_integer_keys(node)
    return Expected(node, dump(node))


_read_short = lru_cache(EXPECTED_KEPT)(read_expected)


def _with_integer_keys(node: Node) -> Node:
    """As the harness does it to arguments: where all keys are integers as texts they are integers."""
    if isinstance(node, list):
        return [_with_integer_keys(node[0])] if len(node) == 1 else node
    pairs = node.get("d") if isinstance(node, dict) else None
    if not pairs or not all(isinstance(key, str) and INTEGER.fullmatch(key) for key, _ in pairs):
        return node
    return {"d": [[int(key), value] for key, value in pairs]}
