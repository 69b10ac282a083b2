"""One problem's equivalence set: extract, normalise, deduplicate, verify, cluster, audit. Read `build` top to bottom.

The judge is asked for verdicts through `JudgePrograms`; strangers' sources are parsed in the analyst's child alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from equijudge_analysis import Analyst
from equijudge_core import signature
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.chunks import SetWork
from equijudge_core.contracts.sets import (
    PYTHON3,
    Audit,
    Dropped,
    EquivalenceSet,
    Funnel,
    KeptSolution,
    Label,
    LanguageShare,
    Program,
    Reason,
    SetOptions,
    Status,
)
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, Detail, Environment, JudgeOptions, Stop
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.problem import Problem
from equijudge_core.programs import normalize
from equijudge_core.programs.lexing import forms
from equijudge_core.programs.normalize import Level
from equijudge_core.programs.parsing import MAX_SOURCE_BYTES
from equijudge_core.sets import audit, solutions
from equijudge_verifier.judge.judge import Abandoned

FORMS = (Level.TEXT, Level.AST, Level.ALPHA)  # BYTECODE depends on the interpreter
VERSIONS = {"set": "1", "normalize": normalize.VERSION, "signature": signature.VERSION}


@dataclass(frozen=True, slots=True)
class ProgramResult:
    """A result, and whether it was known already."""

    result: CandidateResult
    cached: bool


JudgePrograms = Callable[[Sequence[Program], JudgeOptions], list[ProgramResult]]


@dataclass
class SetBuilder:
    """Builds one set. `judge_programs` may raise Abandoned; `should_stop` says when to raise it here.

    limits, environments: of each language that is asked for, by name.
    """

    work: SetWork
    problem: Problem
    options: SetOptions
    limits: Mapping[str, AppliedLimits]
    environments: Mapping[str, Environment]
    analyst: Analyst
    judge_programs: JudgePrograms
    should_stop: Callable[[], bool]
    funnel: Funnel = field(init=False)
    shares: dict[str, Counter[str]] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)
    right: list[ProgramResult] = field(default_factory=list)
    wrong: list[ProgramResult] = field(default_factory=list)
    again: list[ProgramResult] = field(default_factory=list)

    def build(self) -> EquivalenceSet:
        """Build the set, or say the stage at which the problem was given up. Raise Abandoned."""
        programs = [each for each in self.work.programs if each.label == Label.RIGHT]
        self.funnel = Funnel(languages=self.work.languages, taken=len(programs))
        self._record_shares("taken", programs)
        if self._is_too_few(programs):
            return self._finish(Status.FEW_SOLUTIONS)
        # several answers may be right where a program of the problem's judges: two expected ones may differ
        named = self._named_comparison()
        inconsistent = named and solutions.inconsistent_tests(self.problem, make_checker(named))
        if named and inconsistent:
            suggestion = audit.suggest_by_inputs(self.problem, named, inconsistent) if self.options.audit else None
            audited = None
            if suggestion is not None:
                audited = Audit(right=0, right_accepted=0, wrong=0, wrong_rejected=0, suggestion=suggestion)
            return self._finish(Status.INCONSISTENT_TESTS, inconsistent=tuple(inconsistent), audit=audited)
        keys, dropped = self._normal_keys(programs)
        self.dropped += dropped
        self._record_stage(parseable=len(keys))
        if self._is_too_few(keys):
            return self._finish(Status.FEW_PARSEABLE)
        unique = self._drop_duplicates(programs, keys)
        self._record_stage(unique=len(unique))
        self._record_shares("unique", unique)
        if self._is_too_few(unique):
            return self._finish(Status.FEW_UNIQUE)
        self.right = self.judge_programs(unique, self._judge_options())
        accepted = self._drop_rejected(unique)
        self._record_shares("accepted", [program for program, _ in accepted])
        if any(each.result.verdict == Verdict.IE for each in self.right):
            return self._finish(Status.INTERNAL_ERROR)
        if self._is_too_few(accepted):
            self._record_stage(accepted=len(accepted))
            return self._finish(Status.FEW_ACCEPTED, audit=self._audit(unique))
        kept = [found for program, result in accepted if (found := self._analyse(program, result)) is not None]
        clusters = audit.clusters(kept)
        self._record_stage(accepted=len(kept), clusters=len(clusters))
        self._record_shares("accepted", kept)
        self._count_clusters(kept)
        audited = self._audit(unique)
        faulty = any(each.result.verdict == Verdict.IE for each in (*self.wrong, *self.again))
        status = Status.INTERNAL_ERROR if faulty else Status.FEW_ACCEPTED if self._is_too_few(kept) else Status.KEPT
        return self._finish(status, solutions=tuple(kept), clusters=clusters, audit=audited)

    def all_verdicts(self) -> list[Verdict]:
        """Of every program once: what was run again for the audit is not counted twice."""
        return [each.result.verdict for each in (*self.right, *self.wrong)]

    def _is_too_few(self, programs: Sequence[Any] | dict[int, str]) -> bool:
        return len(programs) < self.options.min_solutions

    def _record_stage(self, **stage: int) -> None:
        self.funnel = self.funnel.model_copy(update=stage)

    def _record_shares(self, stage: str, programs: Sequence[Program] | Sequence[KeptSolution]) -> None:
        """Count the programs of a stage by language."""
        for language in self.options.languages:
            share = self.shares.setdefault(language, Counter())
            share[stage] = sum(each.language == language for each in programs)

    def _count_clusters(self, kept: Sequence[KeptSolution]) -> None:
        for language, share in self.shares.items():
            share["clusters"] = len({each.coarse for each in kept if each.language == language})

    def _judge_options(self, **options: Any) -> JudgeOptions:
        return JudgeOptions(limits=self.options.limits, checker=self.options.checker, **options)

    def _normal_keys(self, programs: Sequence[Program]) -> tuple[dict[int, str], list[Dropped]]:
        """A key for each program by position, equal for those that repeat each other; and the programs without one."""
        keys, dropped = {}, []
        for program in programs:
            if program.fault:
                dropped.append(Dropped(position=program.position, reason=Reason.NOT_UNICODE, detail=program.fault))
                continue
            form = self._form_to_compare(program)
            error = str(form.get("error") or "")
            reason = _why_unreadable(program, error) if "key" in form else Reason.NOT_ANALYSED
            if reason is None:
                keys[program.position] = f"{program.language} {form['key']}"
            else:
                dropped.append(Dropped(position=program.position, reason=reason, detail=error[:300]))
        return keys, dropped

    def _form_to_compare(self, program: Program) -> dict[str, Any]:
        """The form by which repetitions are told: of a program that is read as tokens, tokens at the most. Its normal
        form is its cluster, and a cluster is to hold more than one program."""
        form = self._normalize(program, Level(self.options.dedupe))
        if forms.is_normal_form(str(form.get("key"))):
            form = self._normalize(program, Level.AST)
        return form

    def _normalize(self, program: Program, level: Level) -> dict[str, Any]:
        if self.should_stop():
            raise Abandoned
        request = {"do": "normalize", "code": program.source, "level": level.value, "language": program.language}
        return self.analyst.ask(request)

    def _drop_duplicates(self, programs: Sequence[Program], keys: dict[int, str]) -> list[Program]:
        """Drop the programs that repeat one before them; those that are left."""
        repeated = solutions.first_of_each(keys)
        self.dropped += [
            Dropped(position=position, reason=Reason.DUPLICATE, of=of) for position, of in repeated.items()
        ]
        return [each for each in programs if each.position in keys and each.position not in repeated]

    def _drop_rejected(self, unique: Sequence[Program]) -> list[tuple[Program, CandidateResult]]:
        """Drop the programs that do not pass all tests; those that are left."""
        accepted = []
        for program, found in zip(unique, self.right, strict=True):
            result = found.result
            if result.verdict == Verdict.AC:
                accepted.append((program, result))
                continue
            first = result.first_failure
            detail = result.reason or (f"{first.test} {first.reason}".strip() if first else result.compile_message)
            dropped = Dropped(
                position=program.position, reason=Reason.REJECTED, verdict=result.verdict, detail=detail[:300]
            )
            self.dropped.append(dropped)
        return accepted

    def _analyse(self, program: Program, result: CandidateResult) -> KeptSolution | None:
        """Analyse a program; where that takes too much, drop it and return None."""
        found = self.analyst.signature(program.source, language=program.language)
        known = {level.value: self._normalize(program, level) for level in FORMS}
        error = next((each["error"] for each in (found, *known.values()) if each.get("error")), None)
        if error is not None:
            self.dropped.append(Dropped(position=program.position, reason=Reason.NOT_ANALYSED, detail=str(error)[:300]))
            return None
        return KeptSolution(
            position=program.position,
            source=program.source,
            forms={level: form["key"] for level, form in known.items()},
            coarse=found["coarse"],
            fine=found["fine"],
            features=found["features"],
            fine_features=found["fine_features"],
            cpu_time_s=result.cpu_time_s,
            memory_peak_bytes=result.memory_peak_bytes,
            loose=result.loose,
            language=program.language,
        )

    def _audit(self, unique: Sequence[Program]) -> Audit | None:
        if not self.options.audit:
            return None
        failing = [
            program for program, found in zip(unique, self.right, strict=True) if found.result.verdict == Verdict.WA
        ]
        named = self._named_comparison()
        shown = 0 if named is None else audit.MOST_PROGRAMS
        for some, detail in ((failing[:shown], Detail.OUTPUTS), (failing[shown:], Detail.TESTS)):
            self.again += self.judge_programs(some, self._judge_options(stop=Stop.NEVER, detail=detail))
        results = [each.result.tests or () for each in self.again]
        self.wrong = self.judge_programs(self._unique_wrong(), self._judge_options())
        return audit.audit(
            [each.result for each in self.right],
            [each.result for each in self.wrong],
            results,
            None if named is None else audit.suggest(self.problem, named, results[:shown]),
            by_program=named is None,
        )

    def _named_comparison(self) -> CheckerSpec | None:
        """What compares outputs; None where a program of the problem's judges, or values are compared."""
        if self.problem.talks_to is not None or self.problem.calls is not None:
            return None
        checker = self.problem.checker_for(self.options.checker)
        return checker if isinstance(checker, CheckerSpec) else None

    def _unique_wrong(self) -> list[Program]:
        programs = [each for each in self.work.programs if each.label == Label.WRONG]
        keys, _ = self._normal_keys(programs)
        repeated = solutions.first_of_each(keys)
        return [each for each in programs if each.position in keys and each.position not in repeated]

    def _finish(self, status: Status, **found: Any) -> EquivalenceSet:
        everything = (*self.right, *self.wrong, *self.again)
        first = self.options.languages[0]
        return EquivalenceSet(
            index=self.work.index,
            problem_id=self.work.problem_id,
            name=self.problem.summary().name,
            status=status,
            funnel=self.funnel,
            dropped=tuple(sorted(self.dropped, key=lambda each: each.position)),
            verdicts=audit.count_verdicts([each.result for each in self.right]),
            wrong_verdicts=audit.count_verdicts([each.result for each in self.wrong]),
            faults=tuple(each.result.reason for each in everything if each.result.verdict == Verdict.IE),
            cached=sum(each.cached for each in (*self.right, *self.wrong)),
            versions=versions_for(self.options),
            limits=self.limits[first],
            environment=self.environments[first],
            by_language=self._by_language(),
            **found,
        )

    def _by_language(self) -> dict[str, LanguageShare]:
        """What each language has in the set; nothing where Python 3 alone was asked for."""
        if self.options.languages == (PYTHON3,):
            return {}
        return {
            language: LanguageShare(
                **share, limits=self.limits[language], language_version=self.environments[language].language_version
            )
            for language, share in self.shares.items()
        }


def versions_for(options: SetOptions) -> dict[str, str]:
    """What made a set; the version of normal forms where it may hold such clusters."""
    return VERSIONS if options.languages == (PYTHON3,) else {**VERSIONS, "normal_form": forms.VERSION}


def faulty_set(work: SetWork, options: SetOptions, fault: str) -> EquivalenceSet:
    """No set, through a fault of ours."""
    return EquivalenceSet(
        index=work.index,
        problem_id=work.problem_id,
        name=work.name,
        status=Status.INTERNAL_ERROR,
        funnel=Funnel(languages=work.languages, taken=sum(each.label == Label.RIGHT for each in work.programs)),
        faults=(fault,),
        versions=versions_for(options),
    )


def _why_unreadable(program: Program, error: str) -> Reason | None:
    """Why a program cannot be compared with others; None where it can."""
    if program.language == PYTHON3 and solutions.is_python2(program.source, parseable=not error):
        return Reason.PYTHON2
    if len(program.source.encode("utf-8", "surrogatepass")) > MAX_SOURCE_BYTES:
        return Reason.TOO_LONG
    return Reason.NOT_PARSEABLE if error else None
