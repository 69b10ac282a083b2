"""A set of programs in several languages: compared, judged and clustered, each with those of its own language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from equijudge_analysis import Analyst
from equijudge_core.contracts.chunks import SetWork
from equijudge_core.contracts.sets import EquivalenceSet, Label, Program, Reason, SetOptions, Status
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, Environment, JudgeOptions
from equijudge_core.judging.problem import parse_row
from equijudge_verifier.chunks.set_builder import ProgramResult, SetBuilder
from tests.service import SUM_ROW

LANGUAGES = ("python3", "cpp17", "java")
CPP = """#include <cstdio>
int main() {
    int a, b;
    scanf("%d%d", &a, &b);
    printf("%d", a + b);
}
"""
OTHER_LAYOUT = CPP.replace("\n    ", " ") + "// the same\n"
OTHER_NAMES = CPP.replace("a", "x").replace("mxin", "main").replace("scxnf", "scanf")
JAVA = """class Main {
    public static void main(String[] a) { System.out.println(new java.util.Scanner(System.in).nextInt()); }
}
"""
SUM = "print(sum(map(int, input().split())))"
WRONG = "wrong"


def limits(seconds: float) -> AppliedLimits:
    return AppliedLimits(cpu_time_s=seconds, wall_time_s=9, memory_limit_bytes=1, output_limit_bytes=1)


LIMITS = {language: limits(number + 1.0) for number, language in enumerate((*LANGUAGES, "python2", "pypy3"))}
ENVIRONMENTS = {
    language: Environment(
        driver="local", isolation="fresh", image_digest="", runner_version="", language_version=f"{language} 1"
    )
    for language in LIMITS
}


def judge(programs: Sequence[Program], options: JudgeOptions) -> list[ProgramResult]:
    """Wrong is what says so."""
    return [
        ProgramResult(
            CandidateResult(
                verdict=Verdict.WA if WRONG in each.source else Verdict.AC,
                limits=LIMITS[each.language],
                tests=() if options.detail == "tests" else None,
            ),
            cached=False,
        )
        for each in programs
    ]


@pytest.fixture(scope="module")
def analyst() -> Iterator[Analyst]:
    with Analyst() as made:
        yield made


def built(analyst: Analyst, *programs: tuple[str, str], **options: Any) -> EquivalenceSet:
    """The set of programs labelled right, each a language and a source."""
    chosen = SetOptions.model_validate({"min_solutions": 1, "audit": False, "languages": LANGUAGES, **options})
    counts: dict[str, int] = {}
    for language, _ in programs:
        counts[language] = counts.get(language, 0) + 1
    work = SetWork(
        index=0,
        problem_id="p",
        programs=tuple(
            Program.of(Label.RIGHT, position, source, language)
            for position, (language, source) in enumerate(programs)
            if language in chosen.languages
        ),
        languages=counts,
    )
    builder = SetBuilder(
        work, parse_row(SUM_ROW), chosen, LIMITS, ENVIRONMENTS, analyst, judge, should_stop=lambda: False
    )
    return builder.build()


def test_repetitions_are_told_by_tokens_and_clusters_are_normal_forms(analyst: Analyst) -> None:
    found = built(analyst, ("cpp17", CPP), ("cpp17", OTHER_LAYOUT), ("cpp17", OTHER_NAMES), ("java", JAVA))
    assert [(each.position, each.language) for each in found.solutions] == [(0, "cpp17"), (2, "cpp17"), (3, "java")]
    assert [(each.position, each.reason, each.of) for each in found.dropped] == [(1, Reason.DUPLICATE, 0)]
    assert [each.solutions for each in found.clusters] == [(0, 2), (3,)]
    assert [each.id.split(":")[:2] for each in found.clusters] == [["normal-form", "cpp17"], ["normal-form", "java"]]
    assert found.clusters[0].features == ()
    assert set(found.solutions[0].forms) == {"text", "ast", "alpha"}
    assert found.versions["normal_form"] == "t1"


def test_text_alone_is_compared_where_that_is_asked_for(analyst: Analyst) -> None:
    found = built(analyst, ("cpp17", CPP), ("cpp17", OTHER_LAYOUT), ("cpp17", CPP + "\n\n"), dedupe="text")
    assert [each.position for each in found.solutions] == [0, 1]
    assert [each.solutions for each in found.clusters] == [(0, 1)]


def test_programs_are_compared_within_their_language_alone(analyst: Analyst) -> None:
    options = {"languages": ("python3", "pypy3", "cpp17")}
    found = built(analyst, ("python3", SUM), ("pypy3", SUM), ("cpp17", CPP), ("java", JAVA), **options)
    assert [each.language for each in found.solutions] == ["python3", "pypy3", "cpp17"]
    assert [each.solutions for each in found.clusters] == [(0, 1), (2,)]  # PyPy's is Python's algorithm
    assert found.funnel.languages == {"python3": 1, "pypy3": 1, "cpp17": 1, "java": 1}
    assert found.funnel.taken == 3


def test_each_language_has_its_share_limits_and_version(analyst: Analyst) -> None:
    found = built(analyst, ("python3", SUM), ("cpp17", CPP), ("cpp17", OTHER_NAMES), ("cpp17", f"int {WRONG};"))
    shares = {name: (each.taken, each.unique, each.accepted, each.clusters) for name, each in found.by_language.items()}
    assert shares == {"python3": (1, 1, 1, 1), "cpp17": (3, 3, 2, 1), "java": (0, 0, 0, 0)}
    assert found.by_language["cpp17"].limits == LIMITS["cpp17"]
    assert found.by_language["cpp17"].language_version == "cpp17 1"
    assert (found.limits, found.environment) == (LIMITS["python3"], ENVIRONMENTS["python3"])


def test_old_python_is_meant_where_python_2_is_asked_for(analyst: Analyst) -> None:
    old = "a, b = map(int, raw_input().split())\nprint a + b\n"
    found = built(analyst, ("python2", old), ("python2", old.replace("a, b", "c, d").replace("a + b", "c + d")),
                  ("python2", SUM), languages=("python2",))  # fmt: skip
    assert [each.solutions for each in found.clusters] == [(0, 1), (2,)]
    assert found.clusters[0].id.startswith("normal-form:python2:")
    assert found.clusters[1].features
    assert built(analyst, ("python3", old), languages=("python3",)).dropped[0].reason is Reason.PYTHON2


def test_too_few_are_counted_over_all_languages(analyst: Analyst) -> None:
    assert built(analyst, ("python3", SUM), ("cpp17", CPP), min_solutions=2).status is Status.KEPT
    assert built(analyst, ("python3", SUM), ("cpp17", CPP), min_solutions=3).status is Status.FEW_SOLUTIONS


def test_a_set_of_python_3_alone_says_what_it_always_said(analyst: Analyst) -> None:
    found = built(analyst, ("python3", SUM), ("cpp17", CPP), languages=("python3",))
    assert found.by_language == {}
    assert "normal_form" not in found.versions
    assert found.clusters[0].id.startswith("v6:")
