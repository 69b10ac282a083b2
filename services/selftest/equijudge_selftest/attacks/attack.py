"""One attack: a small program, the verdicts that are right for it, and under which limits it runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from textwrap import dedent

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CheckerSpec
from equijudge_core.judging.problem import Problem
from equijudge_selftest.old_numbers import row_of
from equijudge_selftest.topics import Topic

MIB = 1 << 20
BAIT = "@BAIT@"

DEFAULT_CHECKER = CheckerSpec()
LIMITS = AppliedLimits(cpu_time_s=2.0, wall_time_s=8.0, memory_limit_bytes=128 * MIB, output_limit_bytes=8 * MIB)
QUICK = LIMITS.model_copy(update={"cpu_time_s": 0.5, "wall_time_s": 1.0})  # for those that sleep
BUSY = LIMITS.model_copy(update={"cpu_time_s": 0.5, "wall_time_s": 30.0})  # for those that burn, on a loaded host too
ROOMY = LIMITS.model_copy(update={"cpu_time_s": 10.0, "wall_time_s": 40.0, "memory_limit_bytes": 256 * MIB})


@dataclass(frozen=True, slots=True)
class Attack:
    """`name` is the property that must hold, `tests` are pairs of input and expected output; `stdin_bytes` more are
    sent after each input.

    `reason`: what the result's reason must name. `beside_load`: judged while a busy process runs on every core.
    `compile_time_s`: for a bomb, CPU time of its compile step, less than the sandbox's own so that it is over sooner.
    `program_bytes`: how large the program that it is compiled into may be, where that is more than usual.
    BAIT in a source becomes the path of a file of the host's; see attack_runner.py.
    `own`, `interactor`: what the problem brings. `then`: programs that are judged after it on the same problem, in the
    same cells, and the verdict that each deserves. `alike`: the checker must say the same of every output.
    `problem`: what it is judged by, in place of `tests` and what is said of files and checkers here. `hidden`: a text
    of what is expected there, which no program may show.
    """

    slug: str
    name: str
    source: str
    accept: tuple[Verdict, ...]
    tests: tuple[tuple[str, str], ...] = (("", "1\n"),)
    limits: AppliedLimits = LIMITS
    checker: CheckerSpec = DEFAULT_CHECKER
    input_file: str = ""
    output_file: str = ""
    stdin_bytes: int = 0
    reason: str = ""
    beside_load: bool = False
    language: str = "python3"
    compile_time_s: float | None = None
    program_bytes: int = 0
    own: OwnChecker | None = None
    interactor: OwnChecker | None = None
    then: tuple[tuple[str, Verdict], ...] = ()
    alike: bool = False
    problem: Problem | None = None
    hidden: str = ""
    topic: Topic = Topic.HARMLESS  # until of_topic() has said otherwise

    @property
    def languages(self) -> frozenset[str]:
        """All that must be there to run it."""
        return frozenset((self.language, *(program.language for program in self.brought)))

    @property
    def brought(self) -> tuple[OwnChecker, ...]:
        """The programs that its problem brings."""
        if self.problem is not None:
            return tuple(self.problem.programs().values())
        return tuple(program for program in (self.own, self.interactor) if program is not None)

    @property
    def test_count(self) -> int:
        """How many tests it is run on."""
        return len(self.tests if self.problem is None else self.problem.tests())

    @property
    def sources(self) -> tuple[str, ...]:
        """Its program, and those that are judged after it."""
        return (self.source, *(source for source, _ in self.then))

    @property
    def row(self) -> str:
        """The old number."""
        return row_of(self.slug)


def attack(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """An attack whose program is written indented in its topic's file; it expects "1" unless told otherwise."""
    return Attack(slug, name, dedent(source).lstrip("\n"), accept, **more)  # type: ignore[arg-type]  # by field


def named(begins: str, title: str) -> str:
    """A slug for what has a title in words."""
    return "-".join([begins, *re.findall("[a-z0-9]+", title.lower())])


def of_topic(topic: Topic, *attacks: Attack) -> tuple[Attack, ...]:
    """The attacks, filed under their topic."""
    return tuple(replace(one, topic=topic) for one in attacks)


def in_language(language: str, attacks: tuple[Attack, ...]) -> tuple[Attack, ...]:
    """The attacks, written in this language."""
    return tuple(replace(one, language=language) for one in attacks)
