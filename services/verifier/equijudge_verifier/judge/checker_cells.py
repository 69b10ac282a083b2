"""Runs problems' own checkers, in cells of a pool of their own: a cell that held an answer never serves a candidate.

A checker is compiled once, and its cell is kept while outputs of its problem come, or of a few others: MOST_OPEN
checkers wait in cells of their own, and the one that was used longest ago makes room. What a checker says is read by
the rules of its protocol (judging/checker_protocols.py); whatever else it does is a fault of the problem, and never
counts against a candidate, unless the candidate has brought it about by a flood (checker_bounds.py). Interactors, which
see answers too, have their cells here; see interactor_cells.py.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verify import AppliedLimits
from equijudge_core.judging.checker_protocols import PROTOCOLS
from equijudge_core.judging.checker_runs import CheckerVerdict, Role, as_check_result
from equijudge_core.judging.checkers import Checker, CheckResult
from equijudge_core.judging.includes import find_included
from equijudge_core.judging.languages import Language, find_language
from equijudge_core.judging.limits import LimitRules
from equijudge_core.judging.problem import Test
from equijudge_sandbox.drivers.base import Run, Sandbox
from equijudge_sandbox.errors import CellLost, GivenUp, LanguageMissing
from equijudge_sandbox.headers import Headers, load_headers
from equijudge_sandbox.outcome import Limits, Outcome, Program
from equijudge_sandbox.protocol import pack_input
from equijudge_sandbox.stream import Interrupted, never
from equijudge_verifier.judge.checker_bounds import CheckingTime, is_flood, was_stopped

MIB = 1 << 20
MOST_BYTES = 48 * MIB  # of input, output, answer and the checker's files: they lie in one bounded folder
TOO_LARGE = f"input, output, answer and the checker's files are more than {MOST_BYTES // MIB} MiB together"
OUTPUT_BYTES = 1 * MIB  # of what a checker prints
WALL_FACTOR, WALL_EXTRA_S = 3.0, 2.0
LONGEST_MESSAGE, LONGEST_LINE = 2000, 300  # characters of a compiler's
COMPILER_ERROR = re.compile(r"\berror(\[\w+\])?: ")  # of g++, javac, rustc; an interpreter's last line says it
MISSING_HEADER = re.compile(r"fatal error: (\S+): No such file|'([^'\n]+)' file not found")  # of GCC, of Clang
LOSSES = 2  # cells that may be lost under one output
# Checkers that do not compile are remembered, so that not every candidate compiles them again; not for long, since a
# compiler may have been short of time for a neighbour's sake.
REMEMBERED, REMEMBERED_S = 64, 60.0
MOST_OPEN = 4  # checkers in their cells: to change from one to another costs twice to four times what a check does


class CheckerFault(Exception):
    """The problem's checker gave no answer: the text says why."""


class CheckerCells:
    """One per slot; a sandbox of its own is made when the first checker is needed. headers: for those that bring none;
    without, ours. rules: what no checker may pass either, whatever its problem says."""

    def __init__(
        self,
        make_sandbox: Callable[[], Sandbox],
        languages: Mapping[str, Language],
        headers: Headers | None = None,
        rules: LimitRules | None = None,
    ) -> None:
        self._make_sandbox, self._languages, self.rules = make_sandbox, languages, rules or LimitRules()
        self.headers = headers or load_headers()
        self.sandbox: Sandbox | None = None
        self._open: OrderedDict[str, OpenRun] = OrderedDict()  # by key; the last was used last
        self._broken: OrderedDict[str, tuple[str, float]] = OrderedDict()  # why, and until when that is believed

    def bind(
        self,
        own: OwnChecker,
        interrupted: Interrupted = never,
        limits: AppliedLimits | None = None,
        *,
        scoring: bool = False,
    ) -> Callable[[Test], Checker]:
        """What makes the comparison for each test of a problem, for one candidate with these limits. scoring: whether
        the problem gives points."""
        key = key_of(own)
        left = CheckingTime() if limits is None else CheckingTime.of_candidate(limits)
        return lambda test: BoundChecker(self, own, key, test, interrupted, left, scoring)

    def close(self) -> None:
        """End the checkers' cells."""
        while self._open:
            self.let_go(next(iter(self._open)))
        if self.sandbox is not None:
            self.sandbox.close()

    def outcome_of(
        self, key: str, make_wanted: Callable[[], Wanted], data: bytes, left: CheckingTime, interrupted: Interrupted
    ) -> Outcome:
        """Run the checker on one input, which its time is spent on. Raise CheckerFault, GivenUp, SandboxUnavailable."""
        if left.is_over:
            raise CheckerFault("the checker has taken more time than it has for all tests of a candidate")
        began, cpu_time_s = time.monotonic(), 0.0
        try:
            outcome = self._try_again(key, make_wanted, data, interrupted)
            cpu_time_s = outcome.cpu_time_s
        finally:
            left.spend(cpu_time_s, time.monotonic() - began)
        return outcome

    def _try_again(self, key: str, make_wanted: Callable[[], Wanted], data: bytes, interrupted: Interrupted) -> Outcome:
        for last in (False,) * (LOSSES - 1) + (True,):
            try:
                return next(iter(self.run_of(key, make_wanted).outcomes([data], interrupted)))
            except GivenUp:
                self.let_go(key)
                raise
            except CellLost as lost:
                self.let_go(key)
                if last:
                    raise CheckerFault(f"the checker's cell is lost: {lost}") from lost
        raise AssertionError("unreachable")

    def run_of(self, key: str, make_wanted: Callable[[], Wanted]) -> Run:
        """The run of this program, which goes on from test to test. Raise CheckerFault, CellLost and others of the
        sandbox."""
        if (kept := self._open.get(key)) is not None:
            self._open.move_to_end(key)
            return kept.run
        reason, until = self._broken.get(key, ("", 0.0))
        if time.monotonic() < until:
            raise CheckerFault(reason)
        while len(self._open) >= MOST_OPEN:
            self.let_go(next(iter(self._open)))
        if self.sandbox is None:
            self.sandbox = self._make_sandbox()
        wanted, stack = make_wanted(), ExitStack()
        try:
            run = stack.enter_context(self.sandbox.run(wanted.program, wanted.limits))
        except LanguageMissing as reason:
            says = f"the {wanted.who}'s language {wanted.language} is not on this machine: {reason}"
            raise CheckerFault(says) from reason
        except ValueError as reason:  # names of files that the language's own have, which only its toolchain knows
            raise self._remember(key, f"the {wanted.who} cannot be run: {reason}") from reason
        if not run.compile_outcome.ok:
            stack.close()
            raise self._remember(key, explain_compile_error(run.compile_outcome.message, wanted.who))
        self._open[key] = OpenRun(run, stack)
        return run

    def let_go(self, key: str) -> None:
        """End the program's cell, if it is open."""
        kept = self._open.pop(key, None)
        if kept is not None:
            with suppress(CellLost):  # one that died while it waited is of no use and nobody's fault
                kept.stack.close()

    def wanted_of(self, own: OwnChecker) -> Wanted:
        """A checker as it is had in a cell."""
        return Wanted(self.program_of(own), limits_of(own, self.rules), own.language)

    def program_of(self, own: OwnChecker) -> Program:
        """The checker as a program, with what its protocol has it be given."""
        rules = PROTOCOLS[own.protocol]
        language = find_language(own.language, self._languages.values())
        return Program(
            (own.source + rules.epilogue).encode(),
            rules.language or (language.name if language else own.language),
            arguments=(*rules.arguments, *own.flags),
            files=(
                *rules.placed,
                *self._headers_for(own),
                *((name, text.encode()) for name, text in own.files.items()),
            ),
            brought=tuple(rules.files.values()),
            left=rules.left,
        )

    def _headers_for(self, own: OwnChecker) -> Iterable[tuple[str, bytes]]:
        """What its sources include of the headers at hand and it does not bring, and those of its protocol."""
        texts = {name: data.decode("utf-8", "replace") for name, data in self.headers.contents.items()}
        texts |= own.files
        named = {*PROTOCOLS[own.protocol].headers, *find_included((own.source, *own.files.values()), texts)}
        return [(name, self.headers.contents[name]) for name in sorted(named - own.files.keys())]

    def _remember(self, key: str, reason: str) -> CheckerFault:
        self._broken.pop(key, None)
        self._broken[key] = reason, time.monotonic() + REMEMBERED_S
        if len(self._broken) > REMEMBERED:
            self._broken.popitem(last=False)
        return CheckerFault(reason)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A program that is to be had in a cell. `language`: as its problem calls it; `who`: as faults call it."""

    program: Program
    limits: Limits
    language: str
    who: str = "checker"


@dataclass(frozen=True, slots=True)
class OpenRun:
    """A checker in its cell; `stack` ends it."""

    run: Run
    stack: ExitStack


@dataclass(frozen=True, slots=True)
class BoundChecker:
    """The comparison of one test by a problem's own checker; see core's Checker, but that it may raise GivenUp and
    SandboxUnavailable."""

    cells: CheckerCells
    own: OwnChecker
    key: str
    test: Test
    interrupted: Interrupted
    left: CheckingTime
    scoring: bool = False

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See core's Checker."""
        return rule_on(self.own, self.test.input, expected, got, self._run_on)

    def _run_on(self, got: bytes, expected: bytes) -> tuple[Outcome, CheckerVerdict]:
        rules = PROTOCOLS[self.own.protocol]
        output, answer = rules.tidy(got), rules.tidy(expected)
        contents = {Role.INPUT: self.test.input, Role.OUTPUT: output, Role.ANSWER: answer}
        data = pack_input(output if rules.output_on_stdin else b"", [contents[role] for role in rules.files])
        wanted = partial(self.cells.wanted_of, self.own)
        outcome = self.cells.outcome_of(self.key, wanted, data, self.left, self.interrupted)
        return outcome, rules.read(outcome, scoring=self.scoring)


RunOn = Callable[[bytes, bytes], tuple[Outcome, CheckerVerdict]]


def rule_on(own: OwnChecker, given: bytes, expected: bytes, got: bytes, run_on: RunOn) -> CheckResult:
    """Rule on an output by a checker, which `run_on` runs on an output and an answer. It may raise CheckerFault, which
    is a ruling too, GivenUp and SandboxUnavailable."""
    always = len(given) + sum(len(text.encode()) for text in own.files.values())
    if always + len(got) + len(expected) > MOST_BYTES:
        return refuse_unseen(always, len(expected))
    try:
        outcome, said = run_on(got, expected)
        # the same checker comes to a ruling on the answer as an output, right or wrong
        if was_stopped(outcome) and is_flood(got, given, expected) and not run_on(expected, expected)[1].fault:
            return CheckResult(ok=False, message=f"{said.fault}, for an output of {len(got)} bytes")
    except CheckerFault as fault:
        return CheckResult(ok=False, fault=str(fault))
    return as_check_result(said)


def key_of(own: OwnChecker) -> str:
    """The same for the same program alone."""
    return hashlib.sha256(own.model_dump_json().encode()).hexdigest()


def explain_compile_error(message: str, who: str = "checker") -> str:
    """Say of a checker that does not compile why, and of a header that is missing how it can be given."""
    if (missing := MISSING_HEADER.search(message)) is None:
        lines = [line.strip() for line in message.splitlines() if line.strip()]
        first = next(filter(COMPILER_ERROR.search, lines), lines[-1] if lines else "its compiler does not say why")
        return f"the {who} does not compile: {first[:LONGEST_LINE]}\n{message[:LONGEST_MESSAGE]}"
    name = next(filter(None, missing.groups()))
    how = f"put it among the {who}'s files, or give its folder by --include or EQUIJUDGE_CHECKER_INCLUDE"
    return f"the {who} includes {name}, which is not there: {how}\n{message[:LONGEST_MESSAGE]}"


def refuse_unseen(always_bytes: int, answer_bytes: int) -> CheckResult:
    """Rule on an output that is too long to be shown: wrong, else every program could choose an IE by a flood. Where
    one as long as the answer would not fit either, it is the problem's fault. always_bytes: input and files."""
    if always_bytes + 2 * answer_bytes > MOST_BYTES:
        return CheckResult(ok=False, fault=TOO_LARGE)
    return CheckResult(ok=False, message=f"not shown to the checker: {TOO_LARGE}")


def limits_of(own: OwnChecker, rules: LimitRules) -> Limits:
    """Limits of one run of a checker: its own, within the operator's bounds."""
    cpu_time_s = min(own.time_limit_s, rules.ceiling_s)
    return Limits(
        cpu_time_s=cpu_time_s,
        wall_time_s=WALL_FACTOR * cpu_time_s + WALL_EXTRA_S,
        memory_bytes=min(own.memory_limit_bytes, rules.max_memory_bytes),
        output_bytes=OUTPUT_BYTES,
    )
