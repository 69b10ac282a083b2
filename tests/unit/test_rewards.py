"""Verdicts as rewards: what is sent, what a verdict is worth, and that no verdict is no reward."""

from __future__ import annotations

import inspect
import pickle
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from equijudge import BadArgument, Invalid, Retry
from equijudge.reward_functions import values, verdict_reward
from equijudge.reward_functions.inputs import to_text
from equijudge.rewards import NoReward, VerdictReward, compute_score, compute_score_async, compute_scores
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Sample
from equijudge_core.judging.problem import parse_row
from tests.unit.client_support import ROW, Script, client, refused, result, status

AC, WA, IE = Verdict.AC, Verdict.WA, Verdict.IE


def judging(*lines: tuple[int, int, Verdict, str | None]) -> Script:
    """A service that accepts a job and answers with these: problem, candidate, verdict, cluster."""
    found = [
        result(index, verdict).model_copy(
            update={"problem": problem, "candidate": candidate, "sample": Sample(coarse=cluster)}
        )
        for index, (problem, candidate, verdict, cluster) in enumerate(lines)
    ]
    body = b"".join(line.model_dump_json().encode() + b"\n" for line in found)
    accepted = httpx.Response(202, json=status(JobState.RUNNING, candidates=len(lines), done=0))
    return Script(accepted, httpx.Response(200, content=body))


def rewarded(script: Script, problems: list[Any], prompts: list[Any] | None = None, **options: Any) -> Any:
    texts = [f"print({number})" for number in range(len(problems))]
    with client(script) as service:
        reward = VerdictReward(client=service, **options)
        return reward(prompts=prompts or ["p"] * len(texts), completions=texts, problem_id=problems, trainer_state=1)


def test_accepted_is_right_and_all_else_is_wrong() -> None:
    script = judging((0, 0, AC, "c"), (0, 1, WA, "c"), (0, 2, Verdict.TLE, None))
    assert rewarded(script, ["p1"] * 3, right=2.0, wrong=-1.0) == [2.0, -1.0, -1.0]


def test_an_internal_error_is_no_reward() -> None:
    assert rewarded(judging((0, 0, IE, None), (0, 1, AC, "c")), ["p1"] * 2) == [None, 1.0]


def scored(*lines: dict[str, Any]) -> Script:
    """A service that answers with these results of one problem."""
    found = [result(at, WA).model_copy(update={"problem": 0, "candidate": at, **line}) for at, line in enumerate(lines)]
    body = b"".join(line.model_dump_json().encode() + b"\n" for line in found)
    accepted = httpx.Response(202, json=status(JobState.RUNNING, candidates=len(lines), done=0))
    return Script(accepted, httpx.Response(200, content=body))


SCORED: tuple[dict[str, Any], ...] = (
    {"verdict": AC, "points": 40.0, "max_points": 40.0},
    {"points": 10.0, "max_points": 40.0},
    {"verdict": Verdict.CE, "points": 0.0, "max_points": 40.0},
    {"points": None, "max_points": 40.0, "points_reason": "small: IE at private/3"},
    {"verdict": IE, "max_points": 40.0},
)


def test_points_are_a_reward_where_they_are_asked_for() -> None:
    assert rewarded(scored(*SCORED), ["p1"] * 5, points=True) == [1.0, 0.25, 0.0, None, None]
    assert rewarded(scored(*SCORED), ["p1"] * 5, points=True, right=3.0, wrong=-1.0) == [3.0, 0.0, -1.0, None, None]
    assert rewarded(scored(*SCORED), ["p1"] * 5) == [1.0, 0.0, 0.0, 0.0, None]


def test_where_no_points_are_given_or_told_the_verdict_counts(caplog: pytest.LogCaptureFixture) -> None:
    values._warn_of_no_points.cache_clear()
    lines: tuple[dict[str, Any], ...] = ({"verdict": AC}, {"tests_run": 3}, {"verdict": Verdict.REJ, "tests_run": None})
    assert rewarded(scored(*lines[:2]), ["p1"] * 2, points=True) == [1.0, 0.0]
    assert "points" not in caplog.text
    for _ in range(2):
        assert rewarded(scored(*lines), ["p1"] * 3, points=True) == [1.0, 0.0, 0.0]
    assert caplog.text.count("outcome-only key") == 1


def test_points_of_some_of_the_tests_are_none() -> None:
    with pytest.raises(BadArgument, match="of all tests"):
        VerdictReward(points=True, tests=["public"])


@pytest.mark.parametrize(
    "answer", [httpx.ConnectError("refused"), refused(503), refused(500), refused(429), refused(404)]
)
def test_a_service_that_is_away_is_no_reward(answer: httpx.Response | Exception) -> None:
    script = Script(answer)
    with client(script, Retry(total_s=0.0)) as service:
        assert VerdictReward(client=service)(["p"] * 2, ["a", "b"], problem_id=["p1"] * 2) == [None, None]


def test_what_came_before_the_service_went_away_counts() -> None:
    script = judging((0, 1, AC, "c"))
    accepted = httpx.Response(202, json=status(JobState.RUNNING, candidates=2, done=0))
    script.answers[0] = accepted
    script.answers.append(refused(404))
    assert rewarded(script, ["p1"] * 2) == [None, 1.0]


def test_a_wrong_request_is_raised() -> None:
    with client(Script(refused(422))) as service, pytest.raises(Invalid):
        VerdictReward(client=service)(["p"], ["a"], problem_id=["p9"])


def test_all_completions_go_in_one_request_by_problem() -> None:
    script = judging((1, 0, AC, None), (0, 1, WA, None), (0, 0, AC, None))
    assert rewarded(script, ["p1", "p2", "p1"]) == [1.0, 1.0, 0.0]
    sent = script.body()
    assert [entry["problem_id"] for entry in sent["problems"]] == ["p1", "p2"]
    assert [text["source"] for text in sent["problems"][0]["candidates"]] == ["print(0)", "print(2)"]
    assert {text["form"] for entry in sent["problems"] for text in entry["candidates"]} == {"text"}


def test_what_is_not_chosen_is_the_services_default_and_no_more_is_asked_for_than_is_used() -> None:
    script = judging((0, 0, AC, None))
    rewarded(script, ["p1"])
    assert script.body().keys() == {"problems", "wait"}
    chosen = judging((0, 0, AC, None))
    rewarded(chosen, ["p1"], novelty=0.1, checker="exact", limits={"time_limit_s": 2})
    sent = chosen.body()
    assert (sent["clusters"], sent["checker"]["name"], sent["limits"]["time_limit_s"]) == (True, "exact", 2)


def test_a_problem_that_is_none_gets_no_reward_and_is_not_sent() -> None:
    assert rewarded(judging((0, 0, AC, None)), [None, "p1"]) == [None, 1.0]
    assert rewarded(Script(), [None, None]) == [None, None]


def languages(script: Script) -> list[str | None]:
    return [each.get("language") for entry in script.body()["problems"] for each in entry["candidates"]]


def test_programs_are_looked_for_in_one_language_or_in_that_of_each_prompt() -> None:
    script = judging((0, 0, AC, None), (0, 1, AC, None))
    rewarded(script, ["p1"] * 2, language="cpp")
    assert languages(script) == ["cpp", "cpp"]
    script = judging((0, 0, AC, None), (0, 1, AC, None), (0, 2, AC, None))
    with client(script) as service:
        reward = VerdictReward(client=service, language="cpp", language_column="lang")
        reward(["p"] * 3, ["a", "b", "c"], problem_id=["p1"] * 3, lang=["java", None, "python3"])
    assert languages(script) == ["java", "cpp", None]


def test_a_missing_column_of_languages_is_named() -> None:
    with pytest.raises(BadArgument, match=r"no column 'lang' with languages \(columns: problem_id\)"):
        VerdictReward(language_column="lang")(["p"], ["a"], problem_id=["p1"])


def test_verl_names_a_language_beside_a_completion() -> None:
    script = judging((0, 0, AC, None))
    with client(script) as service:
        compute_score("d", "x", "p1", extra_info={"language": "java"}, client=service, language="cpp")
    assert languages(script) == ["java"]
    script = judging((0, 0, AC, None), (0, 1, AC, None))
    with client(script) as service:
        compute_scores(["d"] * 2, ["x", "y"], ["p1"] * 2, [{"language": "java"}, None], client=service, language="cpp")
    assert languages(script) == ["java", "cpp"]


@pytest.mark.parametrize("extra", [{"language": 3}, {"language": ["c"]}])
def test_a_language_that_is_no_text_is_named(extra: Any) -> None:
    with pytest.raises(BadArgument, match=r"extra_info\.language: must be a text"):
        compute_score("d", "x", "p1", extra_info=extra)


def test_rows_of_one_content_are_one_problem() -> None:
    again = {**ROW, "solutions": {"language": [3], "solution": ["x"]}}
    assert parse_row(again).without_solutions().problem_id == parse_row(ROW).problem_id
    script = judging((0, 0, AC, None), (0, 1, WA, None))
    assert rewarded(script, [ROW, again]) == [1.0, 0.0]
    assert len(script.body()["problems"]) == 1


def test_an_algorithm_brings_its_bonus_once_to_a_group() -> None:
    """Two sorts share 0.4, the hash map has it alone; a wrong program and one that is not analysed get none."""
    lines = [(0, 0, AC, "sort"), (0, 1, AC, "sort"), (0, 2, AC, "map"), (0, 3, WA, "heap"), (0, 4, AC, None)]
    assert rewarded(judging(*lines), ["p1"] * 5, novelty=0.4) == [1.2, 1.2, 1.4, 0.0, 1.0]


def test_groups_are_apart() -> None:
    lines = [(0, 0, AC, "sort"), (0, 1, AC, "sort")]
    prompts = [[{"role": "user", "content": text}] for text in ("one", "two")]
    assert rewarded(judging(*lines), ["p1"] * 2, prompts, novelty=0.4) == [1.4, 1.4]


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    with pytest.raises(BadArgument, match=r"no column 'problem_id'.*columns: answer"):
        VerdictReward()(["p"], ["a"], answer=["3"])


@pytest.mark.parametrize(
    ("completion", "text"),
    [
        ("plain", "plain"),
        ([{"role": "assistant", "content": "said"}], "said"),
        ([{"role": "assistant", "content": "a"}, {"role": "tool", "content": "t"}], "a"),
        ([{"role": "assistant", "content": [{"type": "text", "text": "x"}, {"type": "text", "text": "y"}]}], "xy"),
        ({"content": "one message"}, "one message"),
        ([{"role": "assistant", "content": None}], ""),
        ([], ""),
    ],
)
def test_a_completion_is_a_text_or_chat_messages(completion: Any, text: str) -> None:
    assert to_text(completion) == text


def test_half_a_character_is_sent_as_a_replacement_character() -> None:
    script = judging((0, 0, WA, None))
    with client(script) as service:
        VerdictReward(client=service)(["p"], ["print(1)\ud800"], problem_id=["p1"])
    assert script.body()["problems"][0]["candidates"][0]["source"] == "print(1)\ufffd"


def test_it_can_be_sent_to_other_processes_and_has_a_name() -> None:
    reward = VerdictReward(novelty=0.5, url="http://judge.test", api_key="secret")
    assert pickle.loads(pickle.dumps(reward)) == reward
    assert reward.__name__ == "equijudge"
    assert "secret" not in repr(reward)


def test_threads_that_begin_together_have_one_client(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []

    class Slow:
        def __init__(self, *given: object) -> None:
            time.sleep(0.02)
            made.append(self)

    monkeypatch.setattr(verdict_reward, "Client", Slow)
    reward = VerdictReward(url="http://begin.test")
    with ThreadPoolExecutor(8) as pool:
        clients = list(pool.map(lambda _: reward._client(), range(8)))
    assert (len(made), len(set(map(id, clients)))) == (1, 1)


def test_verl_asks_for_one_completion() -> None:
    script = judging((0, 0, AC, "c"))
    with client(script) as service:
        score = compute_score("contests", "print(3)", "p1", extra_info={"index": 3}, client=service, novelty=0.5)
    assert score == 1.5


async def test_verls_reward_loop_awaits_it_with_arguments_of_its_own() -> None:
    script = judging((0, 0, AC, "c"))
    assert inspect.iscoroutinefunction(compute_score_async)
    with client(script) as service:
        score = await compute_score_async(
            data_source="contests",
            solution_str="print(3)",
            ground_truth="p1",
            extra_info={"index": 3, "num_turns": 1},
            reward_router_address="10.0.0.1:8000",
            reward_model_tokenizer=object(),
            client=service,
            right=3.0,
        )
    assert score == 3.0


def test_an_option_that_is_none_is_named() -> None:
    with pytest.raises(BadArgument, match=r"no such option of the reward: nvelty \(there are: right, wrong, novelty"):
        compute_score("contests", "x", "p1", nvelty=0.5)


async def test_a_bound_coroutine_function_for_trl() -> None:
    script = judging((0, 0, AC, "sort"), (0, 1, WA, "sort"))
    with client(script) as service:
        reward = VerdictReward(client=service).async_call
        assert inspect.iscoroutinefunction(reward)
        assert await reward(prompts=["p"] * 2, completions=["a", "b"], problem_id=["p1"] * 2) == [1.0, 0.0]


def test_results_that_come_at_once_are_not_asked_for_again() -> None:
    line = result(0, AC).model_dump(mode="json")
    answer = {**status(JobState.DONE, candidates=1, done=1), "results": [line]}
    assert rewarded(Script(httpx.Response(200, json=answer)), ["p1"]) == [1.0]


def test_verl_gets_an_error_where_there_is_no_verdict() -> None:
    with client(judging((0, 0, IE, None))) as service, pytest.raises(NoReward):
        compute_score(data_source="contests", solution_str="x", ground_truth="p1", client=service)


def test_verls_batch_gives_the_mean_of_the_group_where_there_is_no_verdict() -> None:
    lines = [(0, 0, AC, None), (0, 1, WA, None), (0, 2, IE, None), (1, 0, IE, None), (2, 0, AC, None)]
    with client(judging(*lines)) as service:
        scores = compute_scores(["d"] * 5, list("abcde"), ["p1", "p1", "p1", "p2", "p3"], None, client=service)
    assert scores == [1.0, 0.0, 0.5, pytest.approx(2 / 3), 1.0]


def test_verls_batch_is_an_error_when_nothing_was_judged() -> None:
    with client(Script(refused(503)), Retry(total_s=0.0)) as service, pytest.raises(NoReward):
        compute_scores(["d"], ["x"], ["p1"], client=service)
