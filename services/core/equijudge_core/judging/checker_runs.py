"""What all protocols of checkers have in common: a run's facts, a ruling, text that may be shown. See
checker_protocols.py."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from equijudge_core.judging.checkers.result import CheckResult

MESSAGE_CHARACTERS = 4096
# Of digits in a row there is one way to read them: two would take time that grows with the square of their number.
NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?"
LONGEST_NUMBER = 100
KILLED = {
    "cpu": "took more CPU time than its time_limit_s",
    "wall": "took too long by the clock",
    "memory": "needed more memory than its memory_limit_bytes",
    "output": "wrote more than it may",
    "files": "made too many files",
}


class Role(StrEnum):
    """What a file that a checker is given holds; its name, too."""

    INPUT = "input"
    OUTPUT = "output"
    ANSWER = "answer"


class CheckerFacts(Protocol):
    """What is needed of a run's outcome; equijudge_sandbox.outcome.Outcome has it, with the same meaning."""

    @property
    def exit_code(self) -> int | None: ...
    @property
    def signal(self) -> int | None: ...
    @property
    def killed_for(self) -> str | None: ...
    @property
    def oom_killed(self) -> bool: ...
    @property
    def exception(self) -> str: ...
    @property
    def output(self) -> bytes | None: ...
    @property
    def output_truncated(self) -> bool: ...
    @property
    def stderr(self) -> bytes: ...
    @property
    def stderr_truncated(self) -> bool: ...
    @property
    def left(self) -> tuple[bytes | None, ...]: ...


class Ruling(StrEnum):
    """What a checker says of an output; FAULT: nothing that counts."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    PARTIAL = "partial"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class CheckerVerdict:
    """reason: of a FAULT, what was wrong; of another ruling a word more, or ''. points: see rule 2 above. message: the
    checker's own, for those who may see answers."""

    ruling: Ruling
    reason: str = ""
    points: float | None = None
    share: bool = False
    message: str = ""

    @property
    def accepted(self) -> bool:
        """Whether nothing is wrong."""
        return self.ruling is Ruling.ACCEPTED

    @property
    def fault(self) -> str:
        """The reason of a FAULT, '' for any other ruling."""
        return self.reason if self.ruling is Ruling.FAULT else ""


@dataclass(frozen=True, slots=True)
class Run:
    """A checker's run that came to its end by itself: what the readers below go by. left: contents of the protocol's
    `left` files, by name; None or absent: not there. scoring: whether the problem gives points."""

    exit_code: int
    stdout: str
    stderr: str
    stderr_truncated: bool = False
    left: Mapping[str, bytes | None] = field(default_factory=dict)
    scoring: bool = False


def as_check_result(said: CheckerVerdict, who: str = "checker") -> CheckResult:
    """What a ruling says of an output; partial points alone are not accepted. who: what is at fault where it is
    none."""
    fault = said.fault.replace("the checker", f"the {who}")
    return CheckResult(
        ok=said.accepted,
        fault=fault,
        message=said.message or None,
        points=said.points,
        share=said.share,
        partial=said.ruling is Ruling.PARTIAL,
    )


def how_it_was_ended(facts: CheckerFacts) -> str | None:
    """In words, for a run that did not end by itself."""
    if facts.killed_for is not None:
        return KILLED.get(facts.killed_for, f"passed a limit ({facts.killed_for})")
    if facts.oom_killed:
        return KILLED["memory"]
    if facts.exit_code is None:
        return f"was ended by signal {facts.signal}"
    if facts.exception:  # of a program in Python 3 alone; its exit code, 1, means something in some protocols
        return f"raised {facts.exception}, which nothing caught"
    return None


def ratio(part: str, whole: str, message: str) -> CheckerVerdict:
    """So much of the test's points."""
    a, b = number(part), number(whole)
    if a is None or b is None or b <= 0 or not 0 <= a <= b:
        return fault(f"the checker gives {part[:LONGEST_NUMBER]} of {whole[:LONGEST_NUMBER]} points", message)
    return of_share(a / b, message)


def of_share(share: float, message: str) -> CheckerVerdict:
    """All is right, nothing is wrong, what is between is partial."""
    ruling = Ruling.ACCEPTED if share == 1 else Ruling.PARTIAL if share else Ruling.REJECTED
    return CheckerVerdict(ruling, "", share, share=True, message=message)


def unknown_exit(run: Run, message: str) -> CheckerVerdict:
    return fault(f"the checker ends with {run.exit_code}, which means nothing here", message)


def fault(reason: str, message: str) -> CheckerVerdict:
    return CheckerVerdict(Ruling.FAULT, reason, message=message)


def number(text: str) -> float | None:
    """A finite decimal number; None for any other text, nan and inf and hexadecimal numbers included."""
    if len(text) > LONGEST_NUMBER or not re.fullmatch(NUMBER, text):
        return None
    value = float(text)
    return value if math.isfinite(value) else None


def first_line(text: str) -> str:
    """Without blanks around it."""
    return text.partition("\n")[0].strip()


def show(said: bytes | str) -> str:
    """What a checker said, to be shown: shortened, with escapes for bytes that are no UTF-8, surrogates and control
    characters but for line ends and tabs."""
    text = said[: 4 * (MESSAGE_CHARACTERS + 1)].decode("utf-8", "backslashreplace") if isinstance(said, bytes) else said
    text = text[: MESSAGE_CHARACTERS + 1].strip()
    shown = escape_controls(text.encode("utf-8", "backslashreplace").decode())
    return shown if len(shown) <= MESSAGE_CHARACTERS else shown[:MESSAGE_CHARACTERS] + "…"


def escape_controls(text: str) -> str:
    """Without what a terminal would obey; line ends and tabs stay."""
    return "".join(each if each in "\n\t" or each.isprintable() else ascii(each)[1:-1] for each in text)
