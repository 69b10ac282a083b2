"""Rewards from a real service, with the key that a training loop is meant to have."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from equijudge import Client, Retry
from equijudge.rewards import NoReward, VerdictReward, compute_scores
from tests.service import OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service

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
    with Client(service.http().base, OUTCOME_KEY) as client:
        found = client.submit_score([(problem, texts)], k=[1])
        lines = {line.candidate: line for line in client.results(found.job_id)}
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


def test_nobody_there_is_no_reward(problem: str) -> None:
    with Client("http://127.0.0.1:9", "nobody", retry=Retry(total_s=0.1)) as client:
        assert VerdictReward(client=client)(["p"], [RIGHT], problem_id=[problem]) == [None]
        with pytest.raises(NoReward):
            compute_scores(["d"], [RIGHT], [problem], client=client)
