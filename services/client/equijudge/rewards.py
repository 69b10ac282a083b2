"""Verdicts as rewards: for TRL's GRPOTrainer, verl, OpenRLHF, NeMo-RL, and any loop that awaits a function.

    trainer = GRPOTrainer(model, reward_funcs=VerdictReward(novelty=0.2), train_dataset=dataset, …)
    trainer = GRPOTrainer(model, reward_funcs=[VerdictReward().async_call, …], …)  # beside other coroutine functions

    # verl; compute_score for threads
    reward.custom_reward_function.path=pkg://equijudge.rewards reward.custom_reward_function.name=compute_score_async

    --reward.remote_url …/equijudge/rewards.py  # OpenRLHF loads a file by its path, and calls its reward_func

    value = await reward(problem, completion)

This file may be loaded by its path under any name: it holds nothing, so that what it names is the same everywhere.
Where there is no verdict (IE, or the service cannot be reached) there is no reward: a 0 would teach that the program
was wrong.
"""

from equijudge.reward_functions.nemo_rl import EnvironmentStep, NemoRLEnvironment
from equijudge.reward_functions.openrlhf import openrlhf_reward, reward_func
from equijudge.reward_functions.single import reward
from equijudge.reward_functions.values import NoReward, Reward
from equijudge.reward_functions.verdict_reward import VerdictReward
from equijudge.reward_functions.verl import (
    compute_score,
    compute_score_async,
    compute_scores,
    score_details,
    score_details_async,
)

__all__ = [
    "EnvironmentStep",
    "NemoRLEnvironment",
    "NoReward",
    "Reward",
    "VerdictReward",
    "compute_score",
    "compute_score_async",
    "compute_scores",
    "openrlhf_reward",
    "reward",
    "reward_func",
    "score_details",
    "score_details_async",
]
