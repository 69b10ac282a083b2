"""A reward function for verl that adds something of its own to the verdict. See verl_grpo.sh."""

from __future__ import annotations

from typing import Any

from equijudge.rewards import score_details_async

LONG = 20_000  # characters


async def compute_score(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any = None, **options: Any
) -> dict[str, float]:
    """The reward, less a little for a long answer. The keys are always the same: verl takes them from the first
    sample."""
    found = await score_details_async(data_source, solution_str, ground_truth, extra_info, **options)
    too_long = float(len(solution_str) > LONG)
    return {**found, "score": found["score"] - 0.1 * too_long, "too_long": too_long}
