"""What the labelled programs of a problem tell of its tests, and the clusters that its right programs form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.sets import Audit, Cluster, Dispute, KeptSolution, Suggestion
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CandidateResult, TestResult
from equijudge_core.judging.checker_suggestion import RightOutputs, climb, narrowest, outputs_by_test
from equijudge_core.judging.problem import Problem

MOST_PROGRAMS, MOST_TESTS, LONGEST_OUTPUT = 4, 20, 16 << 10  # that a suggestion is made of: every pair is compared


def audit(
    right: Sequence[CandidateResult],
    wrong: Sequence[CandidateResult],
    failing: Sequence[Sequence[TestResult]],
    suggestion: Suggestion | None = None,
    *,
    by_program: bool = False,
) -> Audit:
    """`failing`: test by test, the results of programs labelled right that answered wrongly. by_program: the problem
    brings what judges, which knows several answers."""
    right, wrong = _without_ie(right), _without_ie(wrong)
    accepted = sum(result.verdict == Verdict.AC for result in right)
    rejected = sum(result.verdict != Verdict.AC for result in wrong)
    wrong_answers, passes = _by_test(failing, Verdict.WA), _by_test(failing, Verdict.AC)
    disputes = [
        Dispute(test=test, accepted=accepted + passes[test], wrong_answers=count)
        for test, count in wrong_answers.items()
    ]
    return Audit(
        right=len(right),
        right_accepted=accepted,
        true_positive_rate=accepted / len(right) if right else None,
        wrong=len(wrong),
        wrong_rejected=rejected,
        true_negative_rate=rejected / len(wrong) if wrong else None,
        disputes=tuple(dispute for dispute in disputes if dispute.accepted),
        several_answers=not by_program and any(dispute.accepted for dispute in disputes),
        refuted=tuple(each.test for each in disputes if not each.accepted and each.wrong_answers > 1),
        suggestion=suggestion,
    )


def suggest(problem: Problem, present: CheckerSpec, failing: Sequence[Sequence[TestResult]]) -> Suggestion | None:
    """What comparison answers of programs labelled right call for; None: nothing can be said. failing: results with
    outputs, on every test, of such programs that answered wrongly."""
    programs = {str(number): results for number, results in enumerate(failing[:MOST_PROGRAMS])}
    wrong = {each.test for results in programs.values() for each in results if each.verdict == Verdict.WA}
    tests = [test for test in problem.tests() if test.name in wrong][:MOST_TESTS]
    outputs, _ = outputs_by_test(tests, programs, LONGEST_OUTPUT)
    if not outputs:
        return None
    best = narrowest(climb(outputs))
    return Suggestion(
        present=present.name,
        checker=best.rung.name if best else None,
        programs=len(programs),
        tests=len(outputs),
    )


def suggest_by_inputs(problem: Problem, present: CheckerSpec, pairs: Sequence[tuple[str, str]]) -> Suggestion | None:
    """What comparison stored answers call for by themselves: pairs of tests that have one input and two answers."""
    answers = {test.name: test.output for test in problem.tests()}
    outputs = [
        RightOutputs(f"{one}, {other}", {one: answers[one], other: answers[other]})
        for one, other in pairs
        if max(len(answers[one]), len(answers[other])) < LONGEST_OUTPUT
    ]
    best = narrowest(climb(outputs))
    return (
        Suggestion(present=present.name, checker=best.rung.name if best else None, programs=0, tests=len(outputs))
        if outputs
        else None
    )


def clusters(solutions: Sequence[KeptSolution]) -> tuple[Cluster, ...]:
    """The programs by coarse signature, the largest cluster first, then in the order of their first program."""
    members: defaultdict[str, list[KeptSolution]] = defaultdict(list)
    for solution in solutions:
        members[solution.coarse].append(solution)
    found = [
        Cluster(
            id=coarse,
            features=some[0].features,
            solutions=tuple(each.position for each in some),
            fine=len({each.fine for each in some}),
        )
        for coarse, some in members.items()
    ]
    return tuple(sorted(found, key=lambda cluster: -len(cluster.solutions)))


def count_verdicts(results: Sequence[CandidateResult]) -> dict[Verdict, int]:
    """Count the results by verdict, in the order of Verdict."""
    found = Counter(result.verdict for result in results)
    return {verdict: found[verdict] for verdict in Verdict if found[verdict]}


def _without_ie(results: Sequence[CandidateResult]) -> list[CandidateResult]:
    return [result for result in results if result.verdict != Verdict.IE]


def _by_test(failing: Sequence[Sequence[TestResult]], verdict: Verdict) -> Mapping[str, int]:
    return Counter(test.test for tests in failing for test in tests if test.verdict == verdict)
