"""Rewards from a real service, with the key that a training loop is meant to have."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from collections import Counter

import pytest

from equijudge import Candidate, Client, Retry
from equijudge.rewards import NoReward, VerdictReward, compute_score_async, compute_scores
from equijudge_core.contracts.verify import Form
from tests.service import OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service, wait_for

SPLIT = "a, b = map(int, input().split())\nprint(a + b)"
LOOP = "total = 0\nfor word in input().split():\n    total += int(word)\nprint(total)"


@pytest.fixture
def problem(http: Http) -> str:
    stored: str = http.put("/problems", json={"problems": [SUM_ROW]}).json()["problems"][0]["problem_id"]
    return stored


def test_a_group_is_rewarded_by_verdict_and_algorithm(service: Service, problem: str) -> None:
    reward = VerdictReward(novelty=0.3, url=service.http().base, api_key=OUTCOME_KEY)
    texts = [f"Sure:\n```python\n{RIGHT}\n```", RIGHT, "print(4)", "I do not know.", LOOP]
    completions = [[{"role": "assistant", "content": text}] for text in texts]
    rewards = reward(prompts=["p"] * 5, completions=completions, problem_id=[problem] * 5)
    candidates = [Candidate(source=text, form=Form.TEXT) for text in texts]
    with Client(service.http().base, OUTCOME_KEY) as client:
        lines = {line.candidate: line for line in client.verify(problem, candidates, clusters=True)}
    clusters = {place: line.sample.coarse for place, line in lines.items() if line.verdict == "AC" and line.sample}
    users = Counter(clusters.values())
    assert clusters.keys() == {0, 1, 4}
    assert clusters[0] == clusters[1]
    expected = [1 + 0.3 / users[clusters[place]] if place in clusters else 0.0 for place in range(5)]
    assert rewards == pytest.approx(expected)


def test_many_prompts_at_once_are_one_batch(service: Service) -> None:
    rows = [{**SUM_ROW, "name": f"sum {number}"} for number in range(3)]
    truths = [json.dumps(row) for row in rows for _ in range(2)]
    scores = compute_scores(
        ["contests"] * 6,
        [RIGHT, "print(4)", SPLIT, SPLIT, "x =", RIGHT],
        truths,
        [None] * 6,
        url=service.http().base,
        api_key=OUTCOME_KEY,
    )
    assert scores == [1.0, 0.0, 1.0, 1.0, 0.0, 1.0]


@pytest.mark.parametrize(
    ("expected", "printed"), [("0.333333333333", "0.3333333333"), ("YES", "Yes"), ("1.0", "1"), ("3", "4")]
)
def test_a_reward_says_what_verify_says(service: Service, expected: str, printed: str) -> None:
    row = {"name": "x", "public_tests": {"input": ["1 3\n"], "output": [f"{expected}\n"]}}
    source = f"print({printed!r})"
    with Client(service.http().base, OUTCOME_KEY) as client:
        [line] = client.verify(row, [source])
        rewards = VerdictReward(problem="row", client=client)(["p"], [f"```python\n{source}\n```"], row=[row])
    assert rewards == [float(line.verdict == "AC")]


def answers_of(service: Service) -> int:
    """How many requests for verdicts the API has accepted so far."""
    return service.log("api").count("POST /verify 20")


async def test_verls_calls_that_come_together_are_few_requests(service: Service, problem: str) -> None:
    options = {"url": service.http().base, "api_key": OUTCOME_KEY, "reward_router_address": None}
    programs = [f"print(sum(map(int, input().split())))  # {number}" for number in range(20)] + ["print(4)"] * 20
    before = answers_of(service)
    scores = await asyncio.gather(*(compute_score_async("d", program, problem, {}, **options) for program in programs))
    assert scores == [1.0] * 20 + [0.0] * 20
    assert 0 < answers_of(service) - before < 40


async def test_an_interrupted_reward_cancels_its_job(service: Service) -> None:
    row = {"name": "slow", "public_tests": {"input": ["1\n"], "output": ["1\n"]}}
    reward = VerdictReward(problem="row", limits={"time_limit_s": 60}, url=service.http().base, api_key=OUTCOME_KEY)
    texts = [f"print(input(), {number})\nwhile True: pass" for number in range(8)]
    task = asyncio.create_task(reward.async_call(["p"] * 8, texts, row=[row] * 8))
    await asyncio.to_thread(wait_for, lambda: backlog(service) == 8, what="the job")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.to_thread(wait_for, lambda: backlog(service) == 0, what="an empty backlog")


def test_a_process_that_is_interrupted_cancels_its_job(service: Service) -> None:
    program = (
        "from equijudge.rewards import compute_score\n"
        "row = {'name': 'slow', 'public_tests': {'input': ['1\\n'], 'output': ['1\\n']}}\n"
        f"compute_score('d', 'print(input())\\nwhile True: pass', row, {{}}, limits={{'time_limit_s': 60}}, "
        f"url={service.http().base!r}, api_key={OUTCOME_KEY!r})\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE) as process:
        wait_for(lambda: backlog(service) == 1, what="the job")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert b"KeyboardInterrupt" in said
    wait_for(lambda: backlog(service) == 0, what="an empty backlog")


def backlog(service: Service) -> int:
    return int(service.http().get("/readyz").json()["backlog"])


def test_nobody_there_is_no_reward(problem: str) -> None:
    with Client("http://127.0.0.1:9", "nobody", retry=Retry(total_s=0.1)) as client:
        assert VerdictReward(client=client)(["p"], [RIGHT], problem_id=[problem]) == [None]
        with pytest.raises(NoReward):
            compute_scores(["d"], [RIGHT], [problem], client=client)
