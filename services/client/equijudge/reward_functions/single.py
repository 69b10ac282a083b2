"""Rewards of one sample a call, for tasks: calls that come close together are one request all the same."""

from __future__ import annotations

import logging
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from equijudge.errors import BadArgument
from equijudge.reward_functions import inputs
from equijudge.reward_functions.groups import OPEN_GROUPS
from equijudge.reward_functions.inputs import Problem
from equijudge.reward_functions.values import Reward, fill_with_means
from equijudge.reward_functions.verdict_reward import VerdictReward, problem_name

log = logging.getLogger(__name__)
GROUP_WAIT_S = 120.0
COLUMNS = ("problem", "language_column")  # of a table, which a single sample has not


@dataclass(frozen=True, slots=True)
class Sample:
    """A text for a problem, in a language if it has its own. group: what the samples of its prompt have in common,
    beside the problem; None: it belongs to none."""

    problem: Problem | None
    text: str
    language: str | None = None
    group: Hashable = None


@dataclass(frozen=True)
class Grouping:
    """How samples that are asked for one by one are brought together: as many as group_size (None: not at all), each
    waiting for the others group_wait_s seconds at most after its own verdict."""

    group_size: int | None = None
    group_wait_s: float = GROUP_WAIT_S

    def __post_init__(self) -> None:
        size, wait_s = self.group_size, self.group_wait_s
        if size is not None and (isinstance(size, bool) or not isinstance(size, int) or size < 1):
            raise BadArgument(f"group_size: must be a whole number of samples, at least 1, not {size!r}")
        if isinstance(wait_s, bool) or not isinstance(wait_s, int | float) or not wait_s >= 0:
            raise BadArgument(f"group_wait_s: must be a number of seconds, at least 0, not {wait_s!r}")


def make_sample(problem: Any, text: Any, language: Any, names: tuple[str, str, str], group: Hashable = None) -> Sample:
    """Read a sample of what a framework hands in, under these names. Raises BadArgument."""
    return Sample(
        inputs.to_problem(problem, names[0]),
        inputs.to_text(text, names[1]),
        inputs.to_language(language, names[2]),
        group,
    )


def read_options(options: Mapping[str, Any]) -> tuple[VerdictReward, Grouping]:
    """Make of keyword options what they say. Raises BadArgument for one that is none."""
    own = {each.name for each in fields(Grouping)}
    known = [each.name for each in fields(VerdictReward) if each.name not in COLUMNS]
    if unknown := sorted(options.keys() - own - set(known)):
        there = ", ".join([*known, *sorted(own)])
        raise BadArgument(f"no such option of the reward: {', '.join(unknown)} (there are: {there})")
    chosen = {name: value for name, value in options.items() if name not in own}
    return VerdictReward(**chosen), Grouping(**{name: options[name] for name in own & options.keys()})


async def judge_sample(sample: Sample, judge: VerdictReward, grouping: Grouping) -> Reward | None:
    """Judge one sample, and value it among those of its group, if it has one.

    Without a verdict it gets the mean of its group's rewards; None, where there is no group or none has any.
    """
    problems, texts, languages = [sample.problem], [sample.text], [sample.language]
    if grouping.group_size is None or sample.group is None or sample.problem is None:
        if judge.novelty and grouping.group_size is None:
            warn_of_no_group()
        return judge.scale.values(await judge.results_async(problems, texts, languages), [0])[0]
    key = (problem_name(sample.problem), sample.group, repr(judge))  # of another way to judge: another group
    group = OPEN_GROUPS.enter(key, grouping.group_size)
    line = None
    try:
        [line] = await judge.results_async(problems, texts, languages)
    finally:
        place = group.leave(line)
    own = judge.scale.values([line], [0])
    if own[0] is not None and not judge.novelty:
        return own[0]  # nothing of the others bears on it
    lines = await group.gather(grouping.group_wait_s)
    values = judge.scale.values(lines, [0] * len(lines))
    return fill_with_means(values, [0] * len(values))[place] if any(values) else None


@lru_cache(maxsize=1)
def warn_of_no_group() -> None:
    """Say in the log, once, that a bonus is no bonus."""
    log.warning("every right program gets the whole of `novelty`: no group is seen where samples are asked for singly")


async def reward(
    problem: Any, completion: Any, *, language: str | None = None, group: Hashable = None, **options: Any
) -> float | None:
    """Compute the reward of one completion, a text or chat messages, for a problem: an id, a row, or a row as JSON.

    Calls that come close together are one request, so that a loop may await as many as it likes. `options`:
    VerdictReward's fields. With `group_size`, completions of one `group` (any key, such as the prompt's number) wait
    for one another, `group_wait_s` seconds at most, and share the bonus for novelty.

    Returns None where there is no verdict, or no problem. Raises BadArgument, BadProblem, Invalid and Unauthorized.
    """
    judge, grouping = read_options(options)
    sample = make_sample(problem, completion, language, ("problem", "completion", "language"), group)
    found = await judge_sample(sample, judge, grouping)
    return None if found is None else found.value
