"""NeMo-RL's environment contract. Read at NeMo-RL 0.7: an actor of Ray with `step(message_log_batch, metadata)` and
`global_post_process_and_metrics(batch)`, made from its part of the configuration.

The actor's class must be of the user's own module and derive from their EnvironmentInterface, so that this class is
what it calls. `step` gets a batch, or with asynchronous rollouts one sample a call: an actor whose `step` is a
coroutine function takes many of those at once, another one takes them one by one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from equijudge.errors import BadArgument
from equijudge.reward_functions import inputs
from equijudge.reward_functions.inputs import Problem
from equijudge.reward_functions.openrlhf import as_tensor
from equijudge.reward_functions.single import read_options, warn_of_no_group
from equijudge.reward_functions.values import Reward, fill_with_means
from equijudge.reward_functions.verdict_reward import VerdictReward

PROBLEM, LANGUAGE = "problem", "language"


class EnvironmentStep(NamedTuple):
    """NeMo-RL's EnvironmentReturn, field by field: one of each for a conversation. rewards and terminateds are tensors
    where the process has torch, else lists."""

    observations: list[dict[str, str]]
    metadata: list[Any]
    next_stop_strings: list[None]
    rewards: Any
    terminateds: Any
    answers: list[str | None] | None = None


class NemoRLEnvironment:
    """What an environment of NeMo-RL calls: each conversation ends with the assistant's first answer, which is judged.

    cfg: `problem`, the key of the metadata under which a conversation's problem stands (without it `ground_truth`), and
    VerdictReward's fields; what else NeMo-RL is to find there belongs under `env`. The metadata's `language`, if it has
    one, is that of the program. Conversations of a call with the same beginning are a group.
    """

    def __init__(self, cfg: Mapping[str, Any] | None = None) -> None:
        options = {name: value for name, value in (cfg or {}).items() if name != "env"}
        self._problem = options.pop(PROBLEM, "ground_truth")
        judge, grouping = read_options(options)
        if grouping.group_size is not None:
            raise BadArgument("group_size: NeMo-RL's batches are groups already; leave it out")
        self._judge: VerdictReward = judge

    def step(self, message_log_batch: Sequence[Any], metadata: Sequence[Any]) -> EnvironmentStep:
        """Judge the last word of each conversation. One without a verdict has the mean of its group's rewards. Raises
        NoReward when nothing was judged, BadArgument, BadProblem, and Invalid or Unauthorized."""
        problems, texts, groups, languages = self._read(message_log_batch, metadata)
        return _environment_step(self._judge.judge(problems, texts, groups, languages), groups, metadata)

    async def step_async(self, message_log_batch: Sequence[Any], metadata: Sequence[Any]) -> EnvironmentStep:
        """The same for an actor whose `step` is a coroutine function."""
        problems, texts, groups, languages = self._read(message_log_batch, metadata)
        found = await self._judge.judge_async(problems, texts, groups, languages)
        return _environment_step(found, groups, metadata)

    def global_post_process_and_metrics(self, batch: Any) -> tuple[Any, dict[str, float]]:
        """Leave the batch as it is; metrics: the mean reward, and the share of those that have `right` at least."""
        rewards = [float(each) for each in batch["rewards"]]
        if not rewards:
            return batch, {}
        accepted = sum(each >= self._judge.right for each in rewards)
        return batch, {"mean_reward": sum(rewards) / len(rewards), "accepted": accepted / len(rewards)}

    def _read(
        self, message_log_batch: Sequence[Any], metadata: Sequence[Any]
    ) -> tuple[list[Problem | None], list[str], list[str], list[str | None]]:
        inputs.check_lengths(message_log_batch=message_log_batch, metadata=metadata)
        problems, languages = [], []
        for number, each in enumerate(metadata):
            if not isinstance(each, Mapping) or self._problem not in each:
                raise BadArgument(f"metadata[{number}]: has no {self._problem!r}, the conversation's problem")
            problems.append(inputs.to_problem(each[self._problem], f"metadata[{number}].{self._problem}"))
            languages.append(inputs.to_language(each.get(LANGUAGE), f"metadata[{number}].{LANGUAGE}"))
        texts = inputs.to_texts(message_log_batch, "message_log_batch")
        groups = [str(inputs.to_group(_beginning(each), "message_log_batch")) for each in message_log_batch]
        if self._judge.novelty and len(texts) == 1:
            warn_of_no_group()
        return problems, texts, groups, languages


def _beginning(conversation: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """The messages before the last one; of each its role and content alone."""
    return [(str(each.get("role")), str(each.get("content"))) for each in conversation[:-1]]


def _environment_step(
    rewards: Sequence[Reward | None], groups: Sequence[str], metadata: Sequence[Any]
) -> EnvironmentStep:
    found = fill_with_means(rewards, groups)
    return EnvironmentStep(
        observations=[{"role": "environment", "content": each.verdict or "no verdict"} for each in found],
        metadata=list(metadata),
        next_stop_strings=[None] * len(found),
        rewards=as_tensor([each.value for each in found]),
        terminateds=as_tensor([1.0] * len(found)),
        answers=None,
    )
