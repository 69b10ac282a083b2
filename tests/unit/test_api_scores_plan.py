"""From a request for scores to chunks: what is refused, and that the scores wait for all samples."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from equijudge_api.planning import scores_plan
from equijudge_api.queue.admission import Origin, Submission
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import GenerationsChunk, ScoresChunk
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.contracts.scores import ScoreSettings
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import TestSet
from equijudge_core.errors import BadInput
from equijudge_core.programs.lexing import forms
from equijudge_core.signature import VERSION

SETTINGS = Settings(redis_url="redis://", max_generations=8, max_generation_bytes=1000)
TESTS = {TestSet.PUBLIC: 3, TestSet.PRIVATE: 0, TestSet.GENERATED: 0}
STORED = {
    name: ProblemSummary(problem_id=name, name=name, tests=TESTS, time_limit_s=1, memory_limit_bytes=0)
    for name in ("p1", "p2")
}


def prepared(*problems: dict[str, Any], key: str | None = None, **options: Any) -> Submission:
    request = ScoreRequest.model_validate({"problems": problems, **options})
    candidates = scores_plan.to_verify_request(request)
    return scores_plan.plan_scores(request, candidates, STORED, SETTINGS, 2, Origin(idempotency_key=key))


def faults(*problems: dict[str, Any], **options: Any) -> list[FieldError]:
    with pytest.raises(BadInput) as caught:
        prepared(*problems, **options)
    return caught.value.errors


def asked(problem: str = "p1", *texts: Any, **more: Any) -> dict[str, Any]:
    return {"problem_id": problem, "generations": texts or ("print(1)",), **more}


def test_the_closing_chunk_is_one_more_that_holds_no_generation() -> None:
    job = prepared(asked("p1", "a", "b"), asked("p2", "c"))
    closing = ScoresChunk.model_validate_json(job.chunks[job.closing])
    others = [GenerationsChunk.model_validate_json(text) for name, text in job.chunks.items() if name != job.closing]
    assert (job.candidates, closing.size, sum(chunk.size for chunk in others)) == (3, 0, 3)
    assert [(problem.problem_id, problem.samples) for problem in closing.plan.problems] == [("p1", 2), ("p2", 1)]


def test_without_an_id_a_generation_is_named_by_its_position() -> None:
    job = prepared(asked("p1", "a", {"text": "b", "id": "mine"}, "c"))
    chunks = [GenerationsChunk.model_validate_json(text) for name, text in job.chunks.items() if name != job.closing]
    names = {item.body.id for chunk in chunks for item in chunk.items}
    assert names == {"0", "mine", "2"}


def test_an_id_that_occurs_twice_is_named() -> None:
    [fault] = faults(asked("p1", {"text": "a", "id": "x"}, {"text": "b", "id": "x"}))
    assert fault.field == "problems[0].generations[].id"
    assert ": x " in fault.problem


def test_an_id_that_is_anothers_position_occurs_twice() -> None:
    [fault] = faults(asked("p1", "a", {"text": "b", "id": "0"}))
    assert fault.field == "problems[0].generations[].id"


def test_an_unknown_problem_is_named() -> None:
    assert [fault.field for fault in faults(asked("p9"))] == ["problems[0].problem_id"]


def test_a_problem_that_is_there_twice_is_named() -> None:
    assert [fault.field for fault in faults(asked("p1"), asked("p2"), asked("p1"))] == ["problems[2]"]


def test_a_text_over_the_limit_is_named_with_the_limit() -> None:
    [fault] = faults(asked("p1", "print(1)", "x" * 1001))
    assert (fault.field, fault.limit) == ("problems[0].generations[1].text", "at most 1000 bytes")


def test_more_generations_than_are_scored_together_are_refused() -> None:
    [fault] = faults(asked("p1", *["print(1)"] * 9))
    assert (fault.field, fault.limit) == ("problems[0].generations", "at most 8")


def test_clusters_of_another_signature_are_refused_naming_both() -> None:
    [fault] = faults(asked("p1", reference={"signature_version": "v0", "coarse": {"v0:1": 2}}))
    assert "'v0'" in fault.problem
    assert fault.limit is not None
    assert VERSION in fault.limit


def test_an_equivalence_set_is_a_reference_as_it_stands() -> None:
    solutions = [{"coarse": "c1", "fine": fine, "source": "…"} for fine in ("f1", "f2")]
    found = {"index": 0, "status": "kept", "versions": {"set": "1", "signature": VERSION}, "solutions": solutions}
    job = prepared(asked("p1", reference=found), asked("p2", reference={**found, "solutions": []}))
    plan = ScoresChunk.model_validate_json(job.chunks[job.closing]).plan
    first, second = (problem.reference for problem in plan.problems)
    assert (first and first.coarse, first and first.fine, second) == ({"c1": 2}, {"f1": 1, "f2": 1}, None)


def test_an_equivalence_set_of_another_signature_is_refused() -> None:
    found = {"versions": {"signature": "v0"}, "solutions": [{"coarse": "v0:1", "fine": "v0:2"}]}
    assert [fault.field for fault in faults(asked("p1", reference=found))] == [
        "problems[0].reference.signature_version"
    ]


def test_other_options_of_the_scores_are_another_request_for_an_idempotency_key() -> None:
    same = [prepared(asked(), key="k", seed=seed).fingerprint for seed in (0, 0, 1)]
    assert same[0] == same[1] != same[2]


def test_the_options_of_a_request_are_the_settings_of_its_scores() -> None:
    request = ScoreRequest.model_validate({"problems": [asked()], "k": [2], "seed": 5})
    assert request.score_settings() == ScoreSettings(ks=(2,), seed=5)
    assert request.model_dump(by_alias=True, exclude_defaults=True, exclude={"problems"}) == {"k": (2,), "seed": 5}


@pytest.mark.parametrize("name", ["ks", "ead_vocabulary"])
def test_settings_that_no_caller_has_are_unknown_fields_of_a_request(name: str) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        ScoreRequest.model_validate({"problems": [asked()], name: 1})


def languages_of(job: Submission) -> list[str]:
    chunks = [GenerationsChunk.model_validate_json(text) for name, text in job.chunks.items() if name != job.closing]
    return [item.body.language for chunk in chunks for item in chunk.items]


def test_a_generation_has_its_own_language_or_the_requests() -> None:
    assert languages_of(prepared(asked("p1", "a", {"text": "b", "language": "cpp17"}))) == ["python3", "cpp17"]
    assert languages_of(prepared(asked("p1", "a", {"text": "b", "language": "java"}), language="rust")) == [
        *("rust", "java")
    ]


def test_an_unknown_language_of_the_request_is_told_once_and_that_of_a_generation_with_its_place() -> None:
    assert [fault.field for fault in faults(asked("p1", "a", "b"), language="cobol")] == ["language"]
    own = {"text": "b", "language": "cobol"}
    assert [fault.field for fault in faults(asked("p1", "a", own))] == ["problems[0].generations[1].language"]
    assert [fault.field for fault in faults(asked("p1", own), language="fortran")] == [
        "problems[0].generations[0].language"
    ]


def test_clusters_of_normal_forms_are_taken_and_those_of_another_version_refused() -> None:
    for version in (VERSION, f"{VERSION}+{forms.VERSION}"):
        clusters = {f"normal-form:cpp17:{forms.VERSION}:0": 1, "v6:1": 2}
        assert prepared(asked("p1", reference={"signature_version": version, "coarse": clusters}))
    [fault] = faults(asked("p1", reference={"signature_version": VERSION, "coarse": {"normal-form:cpp17:t0:1": 2}}))
    assert fault.field == "problems[0].reference.coarse"
