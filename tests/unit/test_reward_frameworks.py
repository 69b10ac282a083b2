"""What verl, OpenRLHF, NeMo-RL and loops of one's own call: shapes in and out, groups of samples asked for singly."""

from __future__ import annotations

import asyncio
import importlib.util
import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from equijudge import BadArgument, Client, rewards
from equijudge.reward_functions import single
from equijudge.reward_functions.openrlhf import as_tensor, response_of
from equijudge.rewards import (
    NemoRLEnvironment,
    NoReward,
    compute_score,
    compute_score_async,
    openrlhf_reward,
    reward,
    score_details,
    score_details_async,
)
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Sample, VerifyRequest
from tests.unit.client_support import URL, result, status, summary

ACCEPTED = {"AC sort": "sort", "AC map": "map"}


def judge(request: httpx.Request) -> httpx.Response:
    """A service whose verdict on a text stands in it, with the algorithm behind AC."""
    if request.method == "DELETE":
        return httpx.Response(204)
    if request.url.path == "/problems":
        return httpx.Response(200, json={"problems": [summary(request.url.params["name"])]})
    asked = VerifyRequest.model_validate_json(request.content)
    lines = [
        result(0, Verdict(text.source.split()[0])).model_copy(
            update={
                "problem": place,
                "candidate": number,
                "sample": Sample(coarse=ACCEPTED.get(text.source)),
                **({"points": 1.0, "max_points": 4.0} if asked.points_per_test else {}),
            }
        )
        for place, entry in enumerate(asked.problems)
        for number, text in enumerate(entry.candidates)
    ]
    lines = [line.model_copy(update={"index": index}) for index, line in enumerate(lines)]
    whole = {**status(JobState.DONE, candidates=len(lines), done=len(lines))}
    return httpx.Response(200, json={**whole, "results": [line.model_dump(mode="json") for line in lines]})


@pytest.fixture
def service() -> Iterator[Client]:
    with Client(URL, "k", transport=httpx.MockTransport(judge)) as made:
        yield made


def test_a_dict_for_verl_has_the_same_keys_whatever_the_verdict(service: Client) -> None:
    found = [
        score_details("d", text, "p1", {}, client=service, share_of_tests=True, novelty=0.5)
        for text in ("AC sort", "WA")
    ]
    assert found == [
        {"score": 1.5, "acc": 1.0, "share": 1.0, "novelty": 0.5},
        {"score": 0.25, "acc": 0.0, "share": 0.25, "novelty": 0.0},
    ]


def test_verls_functions_that_are_awaited_are_coroutine_functions() -> None:
    assert [inspect.iscoroutinefunction(each) for each in (compute_score_async, score_details_async)] == [True, True]
    assert [inspect.iscoroutinefunction(each) for each in (compute_score, score_details)] == [False, False]


async def ask(service: Client, texts: list[str], extras: list[dict[str, Any]], **options: Any) -> list[Any]:
    calls = (
        compute_score_async("d", text, "p1", extra, client=service, **options)
        for text, extra in zip(texts, extras, strict=True)
    )
    return await asyncio.gather(*calls, return_exceptions=True)


async def test_samples_of_a_group_that_are_asked_for_singly_share_the_bonus(service: Client) -> None:
    texts = ["AC sort", "AC sort", "AC map", "WA"]
    extras = [{"index": 1, "split": "train"}] * 4
    assert await ask(service, texts, extras, novelty=0.4, group_size=4) == [1.2, 1.2, 1.4, 0.0]


async def test_prompts_apart_are_groups_apart_and_so_are_epochs(service: Client) -> None:
    texts, extras = ["AC sort"] * 4, [{"index": 1}, {"index": 2}, {"index": 2}, {"index": 1}]
    assert await ask(service, texts, extras, novelty=0.4, group_size=2) == [1.2] * 4
    assert await ask(service, ["AC sort", "AC map"], extras[:1] * 2, novelty=0.4, group_size=2) == [1.4, 1.4]


async def test_a_sample_of_another_split_waits_for_nobody(service: Client) -> None:
    started = asyncio.get_running_loop().time()
    found = await ask(service, ["AC sort"], [{"index": 1, "split": "test"}], novelty=0.4, group_size=8)
    assert found == [1.4]
    assert asyncio.get_running_loop().time() - started < 60


async def test_who_never_comes_is_not_waited_for_longer_than_is_said(
    service: Client, caplog: pytest.LogCaptureFixture
) -> None:
    found = await ask(service, ["AC sort"] * 2, [{"index": 1}] * 2, novelty=0.4, group_size=3, group_wait_s=0.05)
    assert found == [1.2, 1.2]
    assert "1 of the 3 samples of a group did not come within 0.05 s" in caplog.text


async def test_a_sample_without_a_verdict_has_the_mean_of_its_group_and_without_a_group_none(service: Client) -> None:
    texts, extras = ["AC sort", "WA", "IE"], [{"index": 1}] * 3
    assert await ask(service, texts, extras, group_size=3) == [1.0, 0.0, 0.5]
    found = await ask(service, texts, extras)
    assert found[:2] == [1.0, 0.0]
    assert isinstance(found[2], NoReward)
    assert [type(each) for each in await ask(service, ["IE", "IE"], extras[:2], group_size=2)] == [NoReward] * 2


async def test_who_is_cancelled_is_not_waited_for(service: Client) -> None:
    options: dict[str, Any] = {"client": service, "novelty": 0.4, "group_size": 2}
    gone = asyncio.create_task(compute_score_async("d", "AC sort", "p1", {"index": 1}, **options))
    await asyncio.sleep(0)
    gone.cancel()
    assert await compute_score_async("d", "AC sort", "p1", {"index": 1}, **options) == 1.4


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"group_size": 0}, "group_size: must be a whole number"),
        ({"group_size": 2, "group_wait_s": -1}, "group_wait_s: must be a number of seconds"),
        ({"group_size": 2}, "name compute_score_async in its place"),
    ],
)
def test_a_grouping_that_is_none_is_named(options: dict[str, Any], fault: str) -> None:
    with pytest.raises(BadArgument, match=fault):
        compute_score("d", "x", "p1", {}, **options)


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        ({"novelty": "0.2"}, "novelty: must be a number, not '0.2'"),
        ({"right": float("nan")}, "right: must be a number"),
        ({"points": "yes"}, "points: must be true or false"),
    ],
)
def test_an_option_of_another_kind_is_named(options: dict[str, Any], fault: str) -> None:
    with pytest.raises(BadArgument, match=fault):
        compute_score("d", "x", "p1", {}, **options)


def test_a_sample_without_a_problem_is_told_so(service: Client) -> None:
    with pytest.raises(NoReward, match="ground_truth: is None"):
        compute_score("d", "x", None, {}, client=service)


def test_the_front_door_is_the_same_when_it_is_loaded_by_its_path() -> None:
    """As verl and OpenRLHF load a file: under another name."""
    spec = importlib.util.spec_from_file_location("custom_module", str(rewards.__file__))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.compute_score_async is compute_score_async
    assert module.reward_func is openrlhf_reward
    assert Path(str(rewards.__file__)).name == "rewards.py"


async def test_a_loop_of_ones_own_awaits_a_reward(service: Client) -> None:
    asked = [reward("p1", text, client=service) for text in ("AC sort", "WA", "IE")]
    assert await asyncio.gather(*asked) == [1.0, 0.0, None]
    group = [reward("p1", text, client=service, group=7, group_size=2, novelty=0.4) for text in ("AC sort", "AC sort")]
    assert await asyncio.gather(*group) == [1.2, 1.2]
    assert await reward("p1", [{"role": "assistant", "content": "AC map"}], client=service) == 1.0


async def test_a_bonus_that_every_right_program_gets_is_warned_of_once(
    service: Client, caplog: pytest.LogCaptureFixture
) -> None:
    single.warn_of_no_group.cache_clear()
    for _ in range(2):
        assert await reward("p1", "AC map", client=service, novelty=0.4) == 1.4
    assert caplog.text.count("no group is seen") == 1


PROMPT = "<|im_start|>user\nSay it.\n```python\nprint(0)\n```<|im_end|>\n<|im_start|>assistant\n"


def test_openrlhf_asks_for_one_sample_or_for_many(service: Client) -> None:
    queries = [f"{PROMPT}{text}<|im_end|>" for text in ("AC sort", "AC map", "WA", "IE")]
    found = openrlhf_reward(queries, [PROMPT] * 4, ["p1"] * 4, client=service, novelty=0.3, share_of_tests=True)
    assert [float(each) for each in found["rewards"]] == pytest.approx([1.3, 1.3, 0.25, 0.95])
    assert [float(each) for each in found["scores"]] == pytest.approx([1.0, 1.0, 0.25, 0.75])
    assert found["extra_logs"].keys() == {"accepted", "share", "novelty"}
    one = openrlhf_reward(queries[:1], [PROMPT], ["p1"], client=service)
    assert [float(each) for each in one["rewards"]] == [1.0]
    with pytest.raises(NoReward):
        openrlhf_reward(queries[3:], [PROMPT], ["p1"], client=service)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (f"{PROMPT}print(1)<|im_end|>", "print(1)"),
        (f"<s>{PROMPT}print(1)</s></s>\n", "print(1)"),
        (f"{PROMPT[20:]}print(1)", "print(1)"),
        (f"{PROMPT}", ""),
        (f"{PROMPT}print('</s>')", "print('</s>')"),
    ],
)
def test_what_the_model_wrote_is_cut_out_of_openrlhfs_query(query: str, text: str) -> None:
    assert response_of(query, PROMPT) == text


@pytest.mark.parametrize("query", ["print(1)", PROMPT[:-10] + "print(1)", "assistant\nprint(1)"])
def test_a_query_without_its_prompt_is_an_error_and_no_program(query: str) -> None:
    with pytest.raises(BadArgument, match=r"query: its prompt is not in it"):
        response_of(query, PROMPT)


def test_tensors_are_of_the_torch_that_the_process_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(tensor=tuple))
    assert as_tensor([1.0]) == (1.0,)
    monkeypatch.delitem(sys.modules, "torch")
    assert as_tensor([1.0]) == [1.0]


def conversation(text: str) -> list[dict[str, str]]:
    return [{"role": "user", "content": "Say it."}, {"role": "assistant", "content": text}]


async def test_nemo_rls_step_answers_with_the_fields_of_its_environments(service: Client) -> None:
    environment = NemoRLEnvironment({"client": service, "novelty": 0.4, "env": {"num_workers": 1}})
    logs, metadata = [conversation(text) for text in ("AC sort", "AC sort", "WA", "IE")], [{"ground_truth": "p1"}] * 4
    steps = environment.step(logs, metadata), await environment.step_async(logs, metadata)
    for observations, kept, stops, values, ends, answers in steps:
        assert [float(each) for each in values] == pytest.approx([1.2, 1.2, 0.0, 0.8])
        assert [float(each) for each in ends] == [1.0] * 4
        assert [each["role"] for each in observations] == ["environment"] * 4
        assert [each["content"] for each in observations] == ["AC", "AC", "WA", "no verdict"]
        assert (kept, stops, answers) == (metadata, [None] * 4, None)
    metrics = environment.global_post_process_and_metrics({"rewards": [1.2, 0.0]})[1]
    assert metrics == {"mean_reward": 0.6, "accepted": 0.5}


@pytest.mark.parametrize("metadata", [{}, None, {"answer": "p1"}])
def test_metadata_without_a_problem_is_named(metadata: Any) -> None:
    with pytest.raises(BadArgument, match=r"metadata\[0\]: has no 'ground_truth'"):
        NemoRLEnvironment().step([conversation("x")], [metadata])


def test_a_word_that_is_no_option_is_named_with_those_that_are() -> None:
    with pytest.raises(BadArgument, match=r"no such option of the reward: num_workers \(there are: right,"):
        NemoRLEnvironment({"num_workers": 1})
