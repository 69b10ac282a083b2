"""In which languages candidates are taken: what all workers say they have, and how the others are refused."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from equijudge_api.planning import scores_plan, sets_plan, verify_plan
from equijudge_api.planning.languages import NOBODY_SAYS, NOT_EVERYWHERE, NOT_THE_SAME, FleetLanguages, fleet_languages
from equijudge_api.planning.plan import Answer, common_judging
from equijudge_api.planning.verify_plan import verdict_keys, with_canonical_languages
from equijudge_api.settings import Settings as ApiSettings
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.contracts.sets import SetsRequest
from equijudge_core.contracts.verify import JudgeOptions, VerifyRequest
from equijudge_core.errors import BadInput
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.languages import LANGUAGES, Language
from equijudge_core.judging.limits import apply_limits
from equijudge_core.judging.problem import parse_row
from equijudge_verifier.settings import Settings
from equijudge_verifier.worker.languages import NOT_YET, LanguageSurvey
from equijudge_verifier.worker_process import judging_facts
from tests.fakes import FakeSandbox
from tests.service import RIGHT, SUM_ROW
from tests.unit.test_api_cached_verdicts import ENVIRONMENT

SETTINGS = ApiSettings(redis_url="redis://")
PERL = Language("perl", "Perl 5", ("pl", "perl5"), (".pl",), time_factor=2.5)
CPP = "g++ 12.2.0 [0a1b2c3d]"
NAMES = [name for name in LANGUAGES if name != "python3"]


def worker(*own: Language, **versions: str) -> dict[str, Any]:
    """What a worker says of itself whose cells have these languages, as it comes out of Redis."""
    names, sandbox = {each.name: each for each in own}, FakeSandbox(versions=versions)
    survey = LanguageSurvey([*NAMES, *names], sandbox.version)
    while not survey.is_done():
        survey.ask_next()
    judging = judging_facts(ENVIRONMENT, Settings(redis_url="redis://", driver="docker"))
    return dict(json.loads(json.dumps({"engine": "", "judging": judging, "languages": survey.facts(names)})))


def starting() -> dict[str, Any]:
    return {**worker(), "languages": NOT_YET}


def of_an_older_version() -> dict[str, Any]:
    return {name: said for name, said in worker().items() if name != "languages"}


def request(*languages: str) -> VerifyRequest:
    candidates = [{"source": RIGHT, "language": language} for language in languages]
    return VerifyRequest.model_validate({"problems": [{"problem": SUM_ROW, "candidates": candidates}]})


def errors(found: FleetLanguages, *languages: str) -> list[FieldError]:
    asked = with_canonical_languages(request(*languages), found)
    with pytest.raises(BadInput) as caught:
        verify_plan.check_request(asked, {}, SETTINGS, found)
    return caught.value.errors


def there(*workers: dict[str, Any]) -> dict[str, str]:
    return {each.name: each.version for each in fleet_languages(workers).answer().languages}


def missing(*workers: dict[str, Any]) -> dict[str, str]:
    return {each.name: each.reason for each in fleet_languages(workers).answer().missing}


def test_what_a_worker_has_is_there_and_the_rest_is_missing_with_its_reason() -> None:
    assert there(worker(cpp17=CPP)) == {"python3": "3.11.2", "cpp17": CPP}
    assert missing(worker(cpp17=CPP))["rust"] == "rust --version fails: not found"
    assert set(missing(worker(cpp17=CPP))) == set(LANGUAGES) - {"python3", "cpp17"}


def test_a_language_of_some_workers_alone_is_not_there_and_the_others_reason_is_told() -> None:
    mixed = (worker(cpp17=CPP, go="go1.22"), worker(cpp17=CPP))
    assert set(there(*mixed)) == {"python3", "cpp17"}
    assert missing(*mixed)["go"] == "go --version fails: not found"


def test_versions_that_differ_are_all_told() -> None:
    assert there(worker(cpp17="g++ 12"), worker(cpp17="g++ 13"), worker(cpp17="g++ 12"))["cpp17"] == "g++ 12; g++ 13"


def test_a_worker_that_has_not_looked_yet_is_passed_over() -> None:
    assert set(there(starting(), worker(cpp17=CPP))) == {"python3", "cpp17"}


def test_one_of_an_older_version_has_python_3_alone() -> None:
    assert set(there(of_an_older_version(), worker(cpp17=CPP))) == {"python3"}
    assert missing(of_an_older_version(), worker(cpp17=CPP))["cpp17"] == NOT_EVERYWHERE


@pytest.mark.parametrize("workers", [(), (starting(),), ({"engine": "starting", "languages": None},)])
def test_while_nobody_has_said_anything_all_that_is_known_is_taken_and_nothing_is_promised(workers: Any) -> None:
    found = fleet_languages(workers)
    verify_plan.check_request(with_canonical_languages(request("C++", "rust"), found), {}, SETTINGS, found)
    assert there(*workers) == {}
    assert set(missing(*workers).values()) == {NOBODY_SAYS}


def test_an_operators_language_is_known_by_all_its_names() -> None:
    found = fleet_languages([worker(PERL, perl="perl 5.36"), worker(PERL, perl="perl 5.36")])
    asked = with_canonical_languages(request("PERL5"), found)
    assert verify_plan.check_request(asked, {}, SETTINGS, found)
    assert asked.problems[0].candidates[0].language == "perl"
    (told,) = [each for each in found.answer().languages if each.name == "perl"]
    assert (told.title, told.extensions, told.dataset, told.time_factor) == ("Perl 5", (".pl",), None, 2.5)


@pytest.mark.parametrize(("other", "reason"), [
    (worker(), NOT_EVERYWHERE),
    (worker(Language("perl", "Perl 6"), perl="perl 6"), NOT_THE_SAME),
])  # fmt: skip
def test_an_operators_language_that_is_not_the_same_everywhere_is_not_there(other: Any, reason: str) -> None:
    assert missing(worker(PERL, perl="perl 5.36"), other)["perl"] == reason


def test_factors_are_the_operators() -> None:
    facts = worker(cpp17=CPP)
    facts["judging"]["rules"]["time_factors"]["cpp17"] = 1.5
    (_, cpp) = fleet_languages([facts]).answer().languages
    assert cpp.time_factor == 1.5


def test_an_unknown_language_is_refused_and_what_is_there_is_listed() -> None:
    found = fleet_languages([worker(cpp17=CPP)])
    first, long = errors(found, "cobol", "x" * 100)
    assert (first.field, first.problem, first.limit) == (
        "problems[0].candidates[0].language", "unknown language 'cobol'", "one of python3, cpp17",
    )  # fmt: skip
    assert long.problem == f"unknown language '{'x' * 40}…'"


def test_a_known_language_that_is_not_there_is_refused_by_name_with_the_reason() -> None:
    (error,) = errors(fleet_languages([worker(cpp17=CPP)]), "rs")
    assert error.problem == "rust is not on this machine: rust --version fails: not found"
    assert error.limit == "one of python3, cpp17"


def test_aliases_become_names_and_what_has_its_name_already_is_not_copied() -> None:
    found = fleet_languages([worker(cpp17=CPP)])
    plain = request("python3")
    assert with_canonical_languages(plain, found) is plain
    asked = with_canonical_languages(request("python3", "PY", "c++", " CPP "), found)
    assert [each.language for each in asked.problems[0].candidates] == ["python3", "python3", "cpp17", "cpp17"]


def test_the_same_program_under_two_aliases_is_the_same_request() -> None:
    found = fleet_languages([worker(cpp17=CPP)])
    first, second = (
        [chunk.model_dump(exclude={"chunk_id"}) for chunk in verify_plan.split_into_chunks("job", asked, problems, 1)]
        for asked in (with_canonical_languages(request(name), found) for name in ("c++", "g++"))
        for problems in (verify_plan.check_request(asked, {}, SETTINGS, found).problems,)
    )
    assert first == second


def test_a_key_of_another_language_is_the_one_that_a_worker_makes() -> None:
    judging = common_judging([worker(cpp17=CPP)])
    assert judging is not None
    asked = request("cpp17")
    (key,) = verdict_keys(asked, verify_plan.check_request(asked, {}, SETTINGS), judging)
    problem, options = parse_row(SUM_ROW), JudgeOptions()
    limits = apply_limits(problem, "cpp17", options.limits, judging.rules)
    environment = ENVIRONMENT.model_copy(update={"language_version": CPP})
    assert key == cache_key(problem.problem_id, asked.problems[0].candidates[0], options, limits, environment)


def test_where_workers_have_several_versions_of_a_language_its_candidates_alone_are_not_looked_up() -> None:
    judging = common_judging([worker(cpp17="g++ 12"), worker(cpp17="g++ 13"), starting()])
    assert judging is not None
    asked = request("cpp17", "python3")
    keys = verdict_keys(asked, verify_plan.check_request(asked, {}, SETTINGS), judging)
    assert [item.index for items in keys.values() for item in items] == [1]


def test_generations_are_checked_alike() -> None:
    body = {"problems": [{"problem": SUM_ROW, "generations": ["print(3)"]}]}
    asked = ScoreRequest.model_validate(body)
    candidates = scores_plan.to_verify_request(asked)
    only_cpp = FleetLanguages(versions={"cpp17": (CPP,)}, missing={"python3": "gone"})
    with pytest.raises(BadInput) as caught:
        scores_plan.plan_scores(asked, candidates, {}, SETTINGS, 1, languages=only_cpp)
    assert [error.field for error in caught.value.errors] == ["language"]


def sets_request(**lists: list[dict[str, str]]) -> SetsRequest:
    return SetsRequest.model_validate({"problems": [{"problem_id": "p1", **lists}]})


def test_programs_of_a_set_are_named_alike() -> None:
    asked = sets_request(solutions=[{"source": "a", "language": "PY"}, {"source": "b", "language": "rs"}])
    (entry,) = sets_plan.with_canonical_languages(asked, FleetLanguages()).problems
    assert [each.language for each in entry.solutions] == ["python3", "rust"]


def test_programs_of_a_set_in_a_language_that_nobody_knows_are_refused() -> None:
    asked = sets_request(solutions=[{"source": "a"}], incorrect_solutions=[{"source": "b", "language": "cobol"}])
    with pytest.raises(BadInput) as caught:
        sets_plan.with_canonical_languages(asked, fleet_languages([worker()]))
    (error,) = caught.value.errors
    assert (error.field, error.problem) == (
        "problems[0].incorrect_solutions[0].language",
        "unknown language 'cobol'",
    )


def test_an_answer_can_be_sent_to_a_parser_process() -> None:
    for found in (FleetLanguages(), fleet_languages([worker(PERL, perl="perl 5.36")])):
        assert pickle.loads(pickle.dumps(Answer(languages=found))).languages == found


def test_the_languages_of_sets_are_canonical_and_those_not_there_are_refused_with_their_place() -> None:
    asked = SetsRequest.model_validate({"problems": [{"problem": SUM_ROW}], "languages": ["PY3", "c++", "cpp17", "go"]})
    there = FleetLanguages(versions={"python3": ("3",), "cpp17": (CPP,)}, missing={"go": "go version fails"})
    with pytest.raises(BadInput) as caught:
        sets_plan.with_canonical_languages(asked, there)
    (error,) = caught.value.errors
    assert (error.field, error.problem) == ("languages[3]", "go is not on this machine: go version fails")
    known = sets_plan.with_canonical_languages(asked.model_copy(update={"languages": ("PY3", "c++", "cpp17")}), there)
    assert known.languages == ("python3", "cpp17")


@pytest.mark.parametrize(
    ("languages", "expected"),
    [(["python3"], [("python3", "a")]), (["cpp17", "rust"], [("cpp17", "b"), ("rust", "d")])],
)
def test_the_work_of_a_set_has_the_programs_in_the_languages_asked_for(
    languages: list[str], expected: list[tuple[str, str]]
) -> None:
    row = {**SUM_ROW, "solutions": {"language": [3, 2, 1], "solution": ["a", "b", "c"]}}
    beside = {"problem_id": "p", "solutions": [{"source": "d", "language": "rust"}]}
    asked = SetsRequest.model_validate({"problems": [{"problem": row}, beside], "languages": languages})
    works = sets_plan.check_request(asked, {"p": parse_row(SUM_ROW).summary()}, SETTINGS)
    assert [(each.language, each.source) for work in works for each in work.programs] == expected
