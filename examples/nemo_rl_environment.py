"""An environment of NeMo-RL whose rewards are verdicts. Register it where your training script begins:

    from nemo_rl.environments.utils import register_env

    register_env("equijudge", "nemo_rl_environment.EquijudgeEnvironment")

and configure it as `env.equijudge`, with the fields of VerdictReward: `{novelty: 0.2}`. A sample's `extra_env_info` has
its problem under `ground_truth`: a stored id, a row, or a row as JSON.
"""

from __future__ import annotations

from typing import Any

import ray
from nemo_rl.environments.interfaces import EnvironmentInterface, EnvironmentReturn

from equijudge.rewards import NemoRLEnvironment


@ray.remote(max_restarts=-1, max_task_retries=-1)
class EquijudgeEnvironment(EnvironmentInterface):
    """`step` is a coroutine function, so that the actor takes many samples at once, and they become few requests."""

    def __init__(self, cfg: dict[str, Any]) -> None:
        self._environment = NemoRLEnvironment(cfg)

    async def step(self, message_log_batch: list[Any], metadata: list[Any]) -> EnvironmentReturn:
        """Judge the last word of each conversation."""
        return EnvironmentReturn(*await self._environment.step_async(message_log_batch, metadata))

    def global_post_process_and_metrics(self, batch: Any) -> tuple[Any, dict[str, float]]:
        """Add metrics of a batch."""
        return self._environment.global_post_process_and_metrics(batch)

    def shutdown(self) -> None:
        """Stop: nothing is left behind."""
