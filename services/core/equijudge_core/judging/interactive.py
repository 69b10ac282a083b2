"""From a conversation of a program with the problem's interactor to the verdict on the test. Pure.

What decides, the first that applies:
1. IE      the interactor ended first, by a limit or in a way that its protocol gives no meaning to; or it worked for
           so long that the wall time of the program was over, which waited
2. WA      the interactor ended first and refused: whatever the program did then, it had lost already. A limit that it
           passed on a flood counts as a refusal: no program may choose an IE
3. OLE, MLE, TLE, RE of the program by itself, as decisions.py has it (rules 1 to 5). That it was stopped since the
           interactor had ended is none of these. Where both waited for one another it is a TLE with a reason of its own
4. IE      the interactor, left alone by a program that had ended well, came to no ruling
5. WA      the interactor refused
6. AC or WA or IE by the checker that judges the interactor's log, where the problem has one; else AC

So an interactor is not at fault for how it ends when the program it talked to has failed; and what it refused stays
refused, although the program crashed when it was left alone. It is Kattis' order, and that of DMOJ and of testlib's
judges as far as they have one: an accepting interactor hides no failure of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, TestResult
from equijudge_core.judging import decisions
from equijudge_core.judging.checker_protocols import CheckerRules
from equijudge_core.judging.checker_runs import CheckerFacts, CheckerVerdict, Ruling, as_check_result, escape_controls
from equijudge_core.judging.checkers import CheckResult
from equijudge_core.judging.decisions import Decision, OutcomeFacts
from equijudge_core.judging.languages import Language
from equijudge_core.judging.problem import Test

INTERACTOR = "interactor"  # as a conversation names its parties; the other is the candidate
STOPPED = "stopped"  # what a run was ended for that had nobody to talk to any more
DEAF = "the interactor does not read what the program says, and waits"
SLOW = "the interactor keeps the program waiting until its wall time is over"
SAYS = {INTERACTOR: "< "}
PROGRAM_SAYS = "> "
NO_LINE_END = "\\ no line end"
CUT = "… what was said then is not kept"

JudgeLog = Callable[[bytes], CheckResult]


class TurnFacts(Protocol):
    """What one of the two said before the other said anything."""

    @property
    def party(self) -> str: ...
    @property
    def said(self) -> bytes: ...


class ConversationFacts(Protocol):
    """What is needed of a conversation; equijudge_sandbox.conversation.Conversation has it, with the same meaning."""

    @property
    def candidate(self) -> OutcomeFacts: ...
    @property
    def interactor(self) -> CheckerFacts:
        """Its output is the log for the checker, where one follows."""
        ...

    @property
    def ended_first(self) -> str: ...
    @property
    def was_idle(self) -> bool: ...
    @property
    def was_deaf(self) -> bool: ...
    @property
    def was_kept_waiting(self) -> bool: ...
    @property
    def candidate_bytes(self) -> int: ...
    @property
    def transcript(self) -> Sequence[TurnFacts]: ...
    @property
    def is_transcript_cut(self) -> bool: ...


def judge_conversation(
    test: Test,
    talk: ConversationFacts,
    limits: AppliedLimits,
    rules: CheckerRules,
    judge_log: JudgeLog | None,
    *,
    is_flood: bool = False,
    with_outputs: bool,
    language: Language,
    worth: float | None = None,
) -> TestResult:
    """Decide on one conversation, by the first rule of the module that applies.

    rules: of the interactor's protocol. judge_log: the checker that follows, None where there is none. is_flood:
    whether the interactor passed a limit, and the candidate said more than anybody need cope with. worth: see
    decisions.add_ruling; points are those of whoever comes last.
    """
    said = read_ruling(talk, rules, is_flood=is_flood, scoring=worth is not None)
    is_refused = said.ruling in (Ruling.REJECTED, Ruling.FAULT)
    by_itself = None
    if (talk.ended_first != INTERACTOR or not is_refused) and not talk.was_kept_waiting:
        by_itself = decide_alone(talk, limits, language)
    result = decisions.as_test_result(test, talk.candidate, by_itself or (Verdict.AC, ""), language)
    if by_itself is None:
        result = _rule(result, talk, said, judge_log, worth)
    if with_outputs:
        shown = {
            "stderr": decisions.output_excerpt(talk.candidate.stderr),
            "transcript": show_transcript(talk.transcript, cut=talk.is_transcript_cut),
        }
        result = result.model_copy(update=shown)
    return result


def read_ruling(talk: ConversationFacts, rules: CheckerRules, *, is_flood: bool, scoring: bool) -> CheckerVerdict:
    """What the interactor says, or what is to be said of it."""
    said = rules.read(talk.interactor, scoring=scoring)
    if talk.was_deaf:
        return replace(said, ruling=Ruling.FAULT, reason=DEAF)
    if talk.was_kept_waiting and said.ruling != Ruling.FAULT:  # else it has a reason of its own
        said = replace(said, ruling=Ruling.FAULT, reason=SLOW)
    if is_flood and said.ruling == Ruling.FAULT:
        reason = said.reason.replace("the checker", "the interactor")
        return CheckerVerdict(Ruling.REJECTED, message=f"{reason}, for {talk.candidate_bytes} bytes of the program")
    return said


def decide_alone(talk: ConversationFacts, limits: AppliedLimits, language: Language) -> Decision | None:
    """What the program decides by itself, whatever was said: rule 3. None: nothing."""
    if talk.candidate.killed_for == STOPPED:
        return decisions.exceeded_limit(talk.candidate, limits)
    decision = decisions.decide_alone(talk.candidate, limits, language)
    if talk.was_idle and decision == (Verdict.TLE, decisions.WALL_TIME):
        return Verdict.TLE, decisions.IDLE
    return decision


def interactor_fault(test: Test, reason: str) -> TestResult:
    """IE of a test that could not be run for want of an interactor."""
    nothing = TestResult(test=test.name, verdict=Verdict.IE, cpu_time_s=0.0, wall_time_s=0.0, memory_peak_bytes=0)
    return decisions.add_ruling(nothing, CheckResult(ok=False, fault=reason), INTERACTOR)


def show_transcript(turns: Iterable[TurnFacts], *, cut: bool) -> str:
    """Who said what, line by line, as Kattis' files of sample interactions have it; a line without an end has a line
    behind it that says so. At most SHOWN_BYTES characters; what a terminal would obey is escaped."""
    lines: list[str] = []
    left = decisions.SHOWN_BYTES
    for turn in turns:
        *whole, rest = turn.said.decode("utf-8", "backslashreplace").split("\n")
        for line in [*whole, rest] if rest else whole:
            shown = SAYS.get(turn.party, PROGRAM_SAYS) + escape_controls(line)
            lines.append(shown[:left])
            left -= len(shown) + 1
            if left <= 0:
                return "\n".join([*lines, CUT, ""])
        if rest:
            lines.append(NO_LINE_END)
    return "\n".join([*lines, *([CUT] if cut else []), ""]) if lines else ""


def _rule(
    result: TestResult,
    talk: ConversationFacts,
    said: CheckerVerdict,
    judge_log: JudgeLog | None,
    worth: float | None,
) -> TestResult:
    ruled = decisions.add_ruling(result, as_check_result(said, INTERACTOR), INTERACTOR, worth=worth)
    if judge_log is None or not said.accepted:
        return ruled
    check = judge_log(talk.interactor.output or b"")
    checked = decisions.add_ruling(result, check, worth=worth)
    return checked if check.message else checked.model_copy(update={"checker_message": ruled.checker_message})
