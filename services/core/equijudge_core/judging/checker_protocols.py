"""What a checker that is a program is given, and what it means by how it ends. Pure: who ran it is not known here.

One entry a protocol in PROTOCOLS: the words of the checker's and the interactor's command, which files there are, and a
function from the facts of a run to a ruling. The rules that all share:

1. A checker that was ended by a limit or a signal, or ends in a way that its protocol gives no meaning to, is the
   judges' fault, never the program's: FAULT, with the reason in words.
2. PARTIAL is neither right nor wrong: points say how much. `points` are the test's own, or with `share` a part of what
   the test is worth, 0 to 1. Whether partial points are enough for anything is the caller's to say.
3. What a checker says may quote the program's output, line ends and all. So a message is text of bounded length in
   which nothing is left that a terminal would obey; and of lines that mean something the first counts: the checker
   writes its own before it quotes.

Not here: Kattis' further passes (kattis_passes.py). testlib's `points_info` is what a scorer, a program that sees all
tests' results, would make points of: no number follows from it, and it is a fault that says so.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from equijudge_core.judging.checker_runs import (
    LONGEST_NUMBER,
    NUMBER,
    CheckerFacts,
    CheckerVerdict,
    Role,
    Ruling,
    Run,
    fault,
    first_line,
    how_it_was_ended,
    number,
    of_share,
    ratio,
    show,
    unknown_exit,
)
from equijudge_core.judging.dmoj_python import EPILOGUE, FILES, RESULT, read_dmoj_python

MOST_POINTS = 1e6

LOG = "log"  # what a testlib interactor writes, for the checker that follows it
FEEDBACK = "feedback/"
SCORE, MULTIPLIER, NEXT_PASS = FEEDBACK + "score.txt", FEEDBACK + "score_multiplier.txt", FEEDBACK + "nextpass.in"
FOR_JUDGES, FOR_TEAMS = FEEDBACK + "judgemessage.txt", FEEDBACK + "teammessage.txt"
POINTS = re.compile(rf"^points ({NUMBER})(?=\s|$)", re.MULTILINE)
POINTS_INFO = re.compile(r"^points points_info=", re.MULTILINE)
PARTLY = re.compile(r"^partially correct \(([0-9]{1,6})\)", re.MULTILINE)
COCI_PARTIAL = re.compile(rf"^partial ({NUMBER})/({NUMBER})\s*$", re.MULTILINE)
FIRST_WORDS = {
    0: re.compile(r"^ok\b", re.MULTILINE),
    1: re.compile(r"^wrong answer\b", re.MULTILINE),
    2: re.compile(r"^wrong output format\b", re.MULTILINE),
    3: re.compile(r"^FAIL\b", re.MULTILINE),
    4: re.compile(r"^wrong output format\b", re.MULTILINE),  # what is left of the output, in older testlibs
    7: POINTS,
    8: re.compile(r"^unexpected eof\b", re.MULTILINE),
}
PARTIAL_BASES = (0, 50)  # what a build of testlib adds to n of _pc(n); TESTSYS' is 50
INPUT, OUTPUT, ANSWER = Role


@dataclass(frozen=True, slots=True)
class CheckerRules:
    """One protocol.

    arguments, interactor: the words behind the program's name, names of files among them; interactor None: the
    protocol has none. meaning: what a run that ended by itself says. output_on_stdin: a checker reads the output there,
    and has no file of it. brings: files that are there though no word names them. placed: what lies beside a checker
    for its protocol's sake. headers: names of what sources include, and which lie beside those that bring none of the
    name. left: files that it may leave and that count. tidy: what is done to output and answer before a checker gets
    them. flags: whether flags of the problem's may follow. checks_after: whether a checker judges the LOG that an
    interactor left. epilogue: what stands behind a checker's source. language: the only one that sources are in, '' for
    any.
    """

    arguments: tuple[str, ...]
    meaning: Callable[[Run], CheckerVerdict]
    interactor: tuple[str, ...] | None = None
    output_on_stdin: bool = False
    placed: tuple[tuple[str, bytes], ...] = ()
    headers: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    tidy: Callable[[bytes], bytes] = bytes
    flags: bool = True
    checks_after: bool = False
    epilogue: str = ""
    language: str = ""
    brings: tuple[Role, ...] = ()

    @property
    def files(self) -> Mapping[Role, str]:
        """The files that every test brings, by what they hold, with their names."""
        return {role: role.value for role in Role if role in (*self.arguments, *self.brings)}

    def read(
        self, facts: CheckerFacts, *, scoring: bool = False, left: Mapping[str, bytes | None] | None = None
    ) -> CheckerVerdict:
        """Say what the run of a checker, or of an interactor, means. scoring: whether the problem gives points. left:
        the files that it left; None: as the facts have them."""
        stderr = show(facts.stderr)
        if (ended := how_it_was_ended(facts)) is not None:
            return fault(f"the checker {ended}", stderr)
        assert facts.exit_code is not None
        if facts.output_truncated:
            return fault("the checker wrote more than it may", stderr)
        said = facts.stderr.decode("utf-8", "backslashreplace")
        stdout = (facts.output or b"").decode("utf-8", "backslashreplace")
        left = dict(zip(self.left, facts.left, strict=False)) if left is None else left
        return self.meaning(Run(facts.exit_code, stdout, said, facts.stderr_truncated, left, scoring))


def read_testlib(run: Run) -> CheckerVerdict:
    """By exit code; the first words on stderr tell _pc(n), which ends with n, from all else."""
    message = show(run.stderr)
    partly = how_partly(run)
    if partly is not None:
        return CheckerVerdict(Ruling.PARTIAL, "partially correct", partly, message=message)
    match run.exit_code:
        case 0:
            return CheckerVerdict(Ruling.ACCEPTED, message=message)
        case 1:
            return CheckerVerdict(Ruling.REJECTED, message=message)
        case 2:
            return CheckerVerdict(Ruling.REJECTED, "wrong output format", message=message)
        case 3:
            return fault("the checker says that it or its data are at fault", message)
        case 4 | 8 if FIRST_WORDS[run.exit_code].search(run.stderr):
            return CheckerVerdict(Ruling.REJECTED, "wrong output format", message=message)
        case 7:
            return testlib_points(run, message)
    return unknown_exit(run, message)


def how_partly(run: Run) -> float | None:
    """n of _pc(n); None where the checker ended otherwise. Of a stderr whose beginning is lost only _pc(0) is believed,
    which no program can wish for."""
    own = FIRST_WORDS.get(run.exit_code)
    other = None if own is None else own.search(run.stderr)
    for found in PARTLY.finditer(run.stderr):
        if run.stderr_truncated and (run.exit_code != 0 or other):
            return None
        if other is not None and other.start() < found.start():
            return None
        if any((base + int(found[1])) % 256 == run.exit_code for base in PARTIAL_BASES):
            return float(found[1])
    return None


def testlib_points(run: Run, message: str) -> CheckerVerdict:
    """The first line with points: what stands behind it may be the program's."""
    if run.stderr_truncated:
        return fault("the checker wrote so much to stderr that its points are lost", message)
    found = POINTS.search(run.stderr)
    info = POINTS_INFO.search(run.stderr)
    if found is None or (info is not None and info.start() < found.start()):
        if info is not None:
            return fault("the checker gives points_info, of which only a scorer makes points: there is none", message)
        return fault("the checker ends with 7 and tells no points", message)
    points = number(found[1])
    if points is None or not 0 <= points <= MOST_POINTS:
        return fault(f"the checker gives {found[1][:LONGEST_NUMBER]} points", message)
    return CheckerVerdict(Ruling.PARTIAL, "points", points, message=message)


def read_kattis(run: Run) -> CheckerVerdict:
    """42 or 43, whatever it writes; points from score.txt where the problem is scored."""
    said = run.left.get(FOR_JUDGES) or run.left.get(FOR_TEAMS) or b""
    message = show(said) or show(run.stderr)
    score, multiplier = run.left.get(SCORE), run.left.get(MULTIPLIER)
    if run.exit_code not in (42, 43):
        return fault(f"the validator ends with {run.exit_code}: neither 42 nor 43", message)
    if run.exit_code == 43:
        if score is not None or multiplier is not None:
            return fault("the validator rejects, and leaves a score", message)
        return CheckerVerdict(Ruling.REJECTED, message=message)
    if run.left.get(NEXT_PASS) is not None:
        return fault("the validator asks for another pass, and its validation_passes are 1", message)
    if score is None and multiplier is None:
        return CheckerVerdict(Ruling.ACCEPTED, message=message)
    if not run.scoring:
        return fault("the validator leaves a score, and the problem is not scored", message)
    return kattis_points(score, multiplier, message)


def kattis_points(score: bytes | None, multiplier: bytes | None, message: str) -> CheckerVerdict:
    """score.txt: points; score_multiplier.txt: a part of the test's."""
    if score is not None and multiplier is not None:
        return fault("the validator leaves both score.txt and score_multiplier.txt", message)
    text = score if score is not None else multiplier
    points = number((text or b"").decode("ascii", "replace").strip())
    if points is None or points < 0 or (multiplier is not None and points > 1):
        return fault(f"the validator's score is {show(text or b'')[:LONGEST_NUMBER]!r}", message)
    return CheckerVerdict(Ruling.ACCEPTED, "score", points, multiplier is not None, message)


def read_dmoj(run: Run) -> CheckerVerdict:
    """0 or 1; what it writes to stdout is shown, as DMOJ does."""
    message = show(run.stdout) or show(run.stderr)
    if run.exit_code in (0, 1):
        return CheckerVerdict(Ruling.REJECTED if run.exit_code else Ruling.ACCEPTED, message=message)
    return unknown_exit(run, message)


def read_coci(run: Run) -> CheckerVerdict:
    """As testlib's, but that 7 goes with a line `partial a/b`."""
    message = show(run.stdout) or show(run.stderr)
    match run.exit_code:
        case 0 | 1:
            return read_dmoj(run)
        case 2:
            return CheckerVerdict(Ruling.REJECTED, "wrong output format", message=message)
        case 3:
            return fault("the checker says that it or its data are at fault", message)
        case 7:
            found = None if run.stderr_truncated else COCI_PARTIAL.search(run.stderr)
            if found is None:
                return fault("the checker ends with 7 and has no line 'partial a/b' on stderr", message)
            return ratio(found[1], found[2], message)
    return unknown_exit(run, message)


def read_peg(run: Run) -> CheckerVerdict:
    """0 or 1; the first two numbers that stand on lines of stdout one behind the other are a part and its whole."""
    message = show(run.stdout)
    if run.exit_code not in (0, 1):
        return unknown_exit(run, message)
    lines = [line.strip() for line in run.stdout.split("\n")]
    for part, whole in pairwise(lines):
        if number(part) is not None and number(whole) is not None:
            return ratio(part, whole, message)
    return read_dmoj(run)


def read_cms(run: Run) -> CheckerVerdict:
    """The first line of stdout is a number from 0 to 1, the first of stderr the message."""
    message = show(CMS_MESSAGES.get(first_line(run.stderr), first_line(run.stderr)))
    if run.exit_code != 0:
        return unknown_exit(run, message)
    share = number(first_line(run.stdout))
    if share is None or not 0 <= share <= 1:
        return fault(f"the checker's outcome is {show(first_line(run.stdout))[:LONGEST_NUMBER]!r}, not 0 to 1", message)
    return of_share(share, message)


CMS_MESSAGES = {
    "translate:success": "Output is correct",
    "translate:wrong": "Output isn't correct",
    "translate:partial": "Output is partially correct",
}


def read_script(run: Run) -> CheckerVerdict:
    """Right when it prints 1 or 100, and wrong when it prints another number; a traceback is no ruling."""
    message = show(run.stdout) or show(run.stderr)
    if run.exit_code != 0:
        return unknown_exit(run, show(run.stderr) or message)
    said = run.stdout.strip()
    if said in ("1", "100"):
        return CheckerVerdict(Ruling.ACCEPTED, message=message)
    if number(said) is not None:
        return CheckerVerdict(Ruling.REJECTED, message=message)
    return fault(f"the checker prints {show(said)[:LONGEST_NUMBER]!r}: no number", message)


def tidy_script(data: bytes) -> bytes:
    """Without CR, and without empty lines. One line after the other: a list of a flood's lines would be forty times the
    flood."""
    kept = bytearray()
    for line in io.BytesIO(data.replace(b"\r", b"")):
        if not line.isspace():
            kept += line
    return bytes(kept.removesuffix(b"\n"))


TESTLIB_ORDER = (INPUT, OUTPUT, ANSWER)
TESTLIB = ("testlib.h",)
PROTOCOLS: Mapping[str, CheckerRules] = MappingProxyType(
    {
        "testlib": CheckerRules(TESTLIB_ORDER, read_testlib, (INPUT, LOG, ANSWER), headers=TESTLIB, checks_after=True),
        "kattis": CheckerRules(
            (INPUT, ANSWER, FEEDBACK),
            read_kattis,
            (INPUT, ANSWER, FEEDBACK),
            output_on_stdin=True,
            placed=((FEEDBACK, b""),),
            left=(SCORE, MULTIPLIER, NEXT_PASS, FOR_JUDGES, FOR_TEAMS),
        ),
        "dmoj": CheckerRules(TESTLIB_ORDER, read_dmoj, (INPUT, ANSWER)),
        "dmoj-testlib": CheckerRules(TESTLIB_ORDER, read_testlib, (INPUT, "/dev/null", ANSWER), headers=TESTLIB),
        "dmoj-python": CheckerRules(
            (),
            read_dmoj_python,
            placed=FILES,
            left=(RESULT,),
            epilogue=EPILOGUE,
            language="python3",
            brings=tuple(Role),
        ),
        "coci": CheckerRules(TESTLIB_ORDER, read_coci, (INPUT, ANSWER), headers=TESTLIB),
        "peg": CheckerRules((ANSWER, OUTPUT, INPUT), read_peg),
        "cms": CheckerRules((INPUT, ANSWER, OUTPUT), read_cms, flags=False),
        "script": CheckerRules((INPUT, ANSWER, OUTPUT), read_script, tidy=tidy_script, flags=False),
    }
)
