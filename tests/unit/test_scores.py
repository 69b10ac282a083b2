"""Scores of small runs, worked by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from equijudge_core.contracts.scores import Scores, ScoreSettings
from equijudge_core.errors import BadInput
from equijudge_core.programs.lexing import forms
from equijudge_core.scores.records import ProblemRecord, RunRecord
from equijudge_core.scores.scoring import score
from equijudge_core.signature import VERSION
from equijudge_verifier.chunks import scores_child
from tests.unit.scores_support import problem, run, sample

SETTINGS = ScoreSettings(ks=(1, 2), subset_size=2, resamples=500)


def scored(*problems: ProblemRecord, **changes: Any) -> Scores:
    return score(run(*problems), SETTINGS.model_copy(update=changes))


def value(scores: Scores, name: str) -> float | None:
    return scores.figures[name].value


def test_the_figures_of_four_samples() -> None:
    scores = scored(problem("p", ["AC:a", "AC:a", "AC:b", "WA:c"], reference={"a": 3, "z": 1}))

    assert value(scores, "verdict_WA") == 1 / 4
    assert value(scores, "pass@1") == 3 / 4
    assert value(scores, "coverage@2") == pytest.approx(5 / 6 + 1 / 2, abs=1e-10)
    assert value(scores, "coverage_all@2") == pytest.approx(5 / 6 + 1 / 2 + 1 / 2, abs=1e-10)
    assert value(scores, "coverage_given_correct@2") == pytest.approx(1 + 2 / 3, abs=1e-10)
    assert value(scores, "recall@2") == pytest.approx(5 / 6 / 2, abs=1e-10)
    assert value(scores, "novel@2") == 1 / 2
    assert value(scores, "unique_text@2") == value(scores, "coverage@2")
    assert value(scores, "effective_clusters") == 3
    assert value(scores, "calibration_ratio") == pytest.approx((1 / 3) / (1 / 2), abs=1e-10)


def test_a_figure_is_the_mean_over_the_problems_that_define_it() -> None:
    scores = scored(problem("p", ["AC:a", "AC:b"]), problem("q", ["AC:a", "WA:b"]), problem("r", ["WA:a", "WA:a"]))

    figure = scores.figures["coverage_given_correct@2"]
    assert (figure.value, figure.problems) == (2, 1)
    assert (value(scores, "pass@1"), scores.figures["pass@1"].problems) == (0.5, 3)


def test_collisions_are_averaged_before_they_are_inverted() -> None:
    scores = scored(problem("p", ["AC:a", "AC:a"]), problem("q", ["AC:a", "AC:b"]))

    assert value(scores, "collision") == 0.5
    assert value(scores, "effective_clusters") == 2
    assert scores.figures["effective_clusters"].high is None  # resamples without any repeat


def test_an_internal_error_is_left_out_and_bounded() -> None:
    figure = scored(problem("p", ["AC:a", "WA:b", "IE:c"])).figures["pass@1"]

    assert figure.value == 0.5
    assert figure.if_ie_wrong.value == pytest.approx(1 / 3, abs=1e-10)
    assert figure.if_ie_right.value == pytest.approx(2 / 3, abs=1e-10)


def test_the_share_of_internal_errors_is_told_apart() -> None:
    scores = scored(problem("p", ["AC:a", "IE:c"]), problem("q", ["AC:a", "AC:c"]))

    assert value(scores, "ie") == 0.25
    assert value(scores, "verdict_AC") == 1


def test_a_problem_of_internal_errors_defines_nothing() -> None:
    scores = scored(problem("p", ["IE:a", "IE:b"]), problem("q", ["WA:a", "WA:b"]))

    assert (value(scores, "pass@1"), scores.figures["pass@1"].problems) == (0, 1)
    assert scores.figures["pass@1"].if_ie_right.value == 0.5


def test_the_order_of_problems_and_samples_changes_no_bit() -> None:
    texts = ["AC:a", "AC:b", "AC:c", "WA:a", "IE:b"]
    problems = [problem(name, texts[i:] + texts[:i], family=f"f{i % 2}") for i, name in enumerate("pqrs")]
    turned = [p.model_copy(update={"samples": p.samples[::-1]}) for p in problems[::-1]]

    assert score(run(*problems), SETTINGS).model_dump_json() == score(run(*turned), SETTINGS).model_dump_json()


def test_scores_survive_json() -> None:
    scores = scored(problem("p", ["AC:a", "AC:b", "IE:c"], reference={"a": 1}))

    assert Scores.model_validate_json(scores.model_dump_json()) == scores
    assert "NaN" not in json.dumps(scores.model_dump(mode="json"), allow_nan=False)


def test_text_metrics_of_groups_that_are_too_small_are_undefined() -> None:
    scores = scored(problem("p", ["AC:a", "WA:b", "WA:c"]))

    assert value(scores, "self_bleu_correct") is None
    assert value(scores, "self_bleu") is not None


def test_equal_programs_leave_no_diversity() -> None:
    scores = scored(problem("p", ["AC:a"] * 4))

    assert value(scores, "self_bleu") == 1
    assert value(scores, "distance:ast") == 0
    assert value(scores, "vendi:ast") == 1
    assert value(scores, "entropy_clusters") == 1


def test_vectors_add_figures() -> None:
    vectors = {"mine": {"hash-a": [1.0, 0.0], "hash-b": [0.0, 1.0]}}

    figures = score(run(problem("p", ["AC:a", "AC:b"])), SETTINGS, vectors).figures

    assert figures["distance:mine"].value == 1
    assert figures["vendi:mine"].value == 2


def test_a_source_without_a_vector_is_refused() -> None:
    with pytest.raises(BadInput, match=r"vectors\.mine: no vector for source hash-b"):
        score(run(problem("p", ["AC:a", "AC:b"])), SETTINGS, {"mine": {"hash-a": [1.0]}})


@pytest.mark.parametrize("name", ["ast", "mine_correct"])
def test_a_name_that_would_hide_another_figure_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match=rf"vectors\.{name}: the name is taken"):
        score(run(problem("p", ["AC:a"])), SETTINGS, {name: {"hash-a": [1.0]}})


def test_a_sample_or_problem_that_comes_twice_is_refused() -> None:
    twice = sample(1, "AC:a")
    with pytest.raises(ValidationError, match=r"samples\.id: '0001' occurs twice"):
        ProblemRecord.model_validate(problem("p", ["AC:a"]).model_dump() | {"samples": [twice, twice]})
    with pytest.raises(ValidationError, match=r"problems\.problem_id: 'p' occurs twice"):
        RunRecord(signature_version="v1", problems=(problem("p", ["AC:a"]), problem("p", ["AC:a"])))


def test_a_correct_sample_without_a_cluster_covers_none() -> None:
    lost = sample(9, "AC:b").model_copy(update={"coarse": None})
    record = problem("p", ["AC:a"])
    scores = scored(record.model_copy(update={"samples": (*record.samples, lost)}))

    assert value(scores, "pass@1") == 1
    assert value(scores, "coverage@2") == 1


def test_samples_in_a_language_without_trees_are_not_unparseable_and_count_everywhere_else() -> None:
    own = problem("p", ["AC:a", "AC:b"])
    other = own.samples[1].model_copy(update={"subtrees": None, "treeless": True, "coarse": "normal-form:cpp17:t1:0"})
    broken = own.samples[0].model_copy(update={"id": "x", "subtrees": None})
    mixed = own.model_copy(update={"samples": (*own.samples[:1], other, broken)})
    values = score(run(mixed), ScoreSettings(ks=(2,), resamples=100)).problems[0]
    assert values.values["unparseable"] == 0.5
    assert values.values["coverage@2"] == pytest.approx(5 / 3)  # a, a and the other: two of three pairs differ
    alone = score(run(own.model_copy(update={"samples": (other,)})), ScoreSettings(ks=(1,), resamples=100))
    assert alone.problems[0].values["unparseable"] is None


def test_scores_say_which_normal_forms_named_clusters_where_there_are_any() -> None:
    own = problem("p", ["AC:a"])
    other = own.samples[0].model_copy(update={"coarse": "normal-form:cpp17:t1:0"})
    assert scores_child.cluster_versions([own]) == VERSION
    assert scores_child.cluster_versions([own.model_copy(update={"samples": (other,)})]) == f"{VERSION}+{forms.VERSION}"


def with_shares(given: ProblemRecord, *shares: float | None) -> ProblemRecord:
    samples = tuple(each.model_copy(update={"share": share}) for each, share in zip(given.samples, shares, strict=True))
    return given.model_copy(update={"samples": samples, "gives_points": True})


def test_points_share_is_the_mean_share_of_points_and_open_where_a_fault_of_ours_leaves_it_open() -> None:
    given = with_shares(problem("p", ["AC:a", "WA:b", "WA:c", "IE:a"]), 1.0, 0.3, None, None)
    figure = score(run(given, problem("q", ["AC:a"])), SETTINGS).figures["points_share"]
    assert figure.value == pytest.approx(0.65)
    assert figure.problems == 1
    assert figure.if_ie_wrong.value == pytest.approx(1.3 / 4)
    assert figure.if_ie_right.value == pytest.approx(3.3 / 4)


def test_a_run_without_points_has_no_figure_of_them() -> None:
    found = score(run(problem("p", ["AC:a"])), SETTINGS)
    assert "points_share" not in found.figures
    assert "points_share" not in found.problems[0].values


def test_unknown_points_alone_leave_other_figures_as_they_are() -> None:
    plain = problem("p", ["AC:a", "WA:b"])
    one, other = (score(run(each), SETTINGS).figures for each in (plain, with_shares(plain, 1.0, None)))
    assert {name: each for name, each in other.items() if name != "points_share"} == one
