"""TRL's own GRPOTrainer learns from verdicts of a real service, as examples/trl_grpo.py has it. A token is a whole
program, so that steps are cheap."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from examples.trl_grpo import SUM, TINY, make_tiny, train

from equijudge.rewards import VerdictReward
from tests.service import OUTCOME_KEY, Http, Service

QUIET = pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::UserWarning")  # TRL's own use of transformers


@pytest.fixture
def problem(http: Http) -> str:
    stored: str = http.put("/problems", json={"problems": [SUM]}).json()["problems"][0]["problem_id"]
    return stored


@pytest.fixture
def reward(service: Service) -> VerdictReward:
    torch.set_num_threads(1)
    return VerdictReward(novelty=0.2, url=service.http().base, api_key=OUTCOME_KEY)


@QUIET
def test_a_policy_learns_to_write_what_is_accepted(reward: VerdictReward, problem: str, tmp_path: Path) -> None:
    steps = train(*make_tiny(), reward, problem, output_dir=str(tmp_path), max_steps=12, **TINY)
    rewards = [step["rewards/equijudge/mean"] for step in steps]
    assert len(rewards) == 12
    assert rewards[0] < 0.6
    assert rewards[-1] > 0.9
    assert [step["verdicts/missing"] for step in steps] == [0.0] * 12
    assert steps[-1]["verdicts/accepted"] > steps[0]["verdicts/accepted"]


@QUIET
def test_a_coroutine_function_is_awaited_and_gives_the_same(
    reward: VerdictReward, problem: str, tmp_path: Path
) -> None:
    called = train(*make_tiny(), reward, problem, output_dir=str(tmp_path), max_steps=2, **TINY)
    awaited = train(*make_tiny(), reward.async_call, problem, output_dir=str(tmp_path), max_steps=2, **TINY)
    assert [step["reward"] for step in awaited] == pytest.approx([step["reward"] for step in called])
    assert awaited[0]["reward"] > 0
