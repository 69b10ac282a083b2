#!/bin/bash
# GRPO with verl, rewarded by verdicts: what of the configuration is ours. The data's reward_model.ground_truth is the
# problem: a stored id, or a row as JSON, such as {"inputs": [...], "outputs": [...]}.
#
# num_workers=1: samples of a prompt share the bonus for novelty only in one process. The function awaits, so that one
#   process is enough for thousands of samples; without group_size any number is.
# reward_manager.name: not rate_limited, which makes a reward of 0 of every error; the service's own queue is the limit.
set -euo pipefail

python3 -m verl.trainer.main_ppo \
    algorithm.adv_estimator=grpo \
    actor_rollout_ref.rollout.n=16 \
    reward.num_workers=1 \
    reward.reward_manager.name=naive \
    reward.custom_reward_function.path="$(dirname "$0")/verl_reward.py" \
    reward.custom_reward_function.name=compute_score \
    +reward.custom_reward_function.reward_kwargs.novelty=0.2 \
    +reward.custom_reward_function.reward_kwargs.group_size=16 \
    "$@"
