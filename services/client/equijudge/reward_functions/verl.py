"""verl's custom reward functions. Read at verl 0.10.0.dev of 2026: the reward loop calls one of them for each sample,
by keyword, and awaits it when it is a coroutine function; else it goes to a pool of threads.

A number is what verl stores as `acc`; a dict must always have the same keys, since it takes them from the first sample.
There is no missing reward in it: what got no verdict raises, once the client has tried long enough, unless the samples
of its group say what the mean is.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from equijudge.errors import BadArgument
from equijudge.reward_functions import inputs
from equijudge.reward_functions.single import (
    Grouping,
    Sample,
    judge_sample,
    make_sample,
    read_options,
    warn_of_no_group,
)
from equijudge.reward_functions.values import NoReward, Reward, fill_with_means, require_reward
from equijudge.reward_functions.verdict_reward import VerdictReward

OF_THE_FRAMEWORK = "reward_"  # how the arguments begin that verl adds where it has a reward model
TRAINING = "train"  # the split whose samples come in groups
NAMES = ("ground_truth", "solution_str", "extra_info.language")


def compute_score(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any = None, **options: Any
) -> float:
    """Compute verl's custom reward, one completion a call. ground_truth: its problem, as VerdictReward takes it;
    extra_info: its `language`, if it has one, is that of the program; options (`reward_kwargs`): VerdictReward's
    fields. A group is not seen, so `novelty` goes to every right program: compute_score_async sees one.

    Calls of verl's threads that come close together are one request. Raises NoReward where there is no verdict: verl
    knows no missing reward, and 0 would be a lie (its `rate_limited` manager makes 0 of any error: take another);
    BadArgument for an option that is none.
    """
    return _judge(data_source, solution_str, ground_truth, extra_info, options).value


async def compute_score_async(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any = None, **options: Any
) -> float:
    """The same as a coroutine function, which verl's reward loop awaits: no thread of its pool is held meanwhile.

    With `group_size` (verl's `rollout.n`) the samples of a prompt share the bonus for `novelty`, and one without a
    verdict gets the mean of the others. A group are so many calls in a row with the same problem, data source and
    `uid` or `index` of extra_info; each waits for the others, for `group_wait_s` seconds (120) after its own verdict at
    most. Samples whose `split` in extra_info is not `train` belong to none. All samples of a group must come to one
    process: `reward.num_workers=1`.
    """
    return (await _judge_async(data_source, solution_str, ground_truth, extra_info, options)).value


def score_details(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any = None, **options: Any
) -> dict[str, float]:
    """Compute what compute_score does as a dict, whose keys verl logs: `score`, `acc` (1 for AC, else 0), `share` (of
    points or tests, where that was asked for, else `acc`) and `novelty`, always all four."""
    return _judge(data_source, solution_str, ground_truth, extra_info, options).numbers


async def score_details_async(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any = None, **options: Any
) -> dict[str, float]:
    """Compute what compute_score_async does as a dict like that of score_details."""
    return (await _judge_async(data_source, solution_str, ground_truth, extra_info, options)).numbers


def compute_scores(
    data_sources: Sequence[str],
    solution_strs: Sequence[str],
    ground_truths: Sequence[Any],
    extra_infos: Sequence[Any] | None = None,
    **options: Any,
) -> list[float]:
    """The same for the `batch` reward manager of older verl: completions of one problem are a group.

    A completion without a verdict gets the mean of its group, so that its group-relative advantage is 0 (of the batch,
    where its whole group has none). Raises NoReward when nothing was judged.
    """
    judge, _ = _read(options)
    problems = inputs.to_problems(ground_truths, "ground_truths")
    groups = [inputs.to_group(problem) for problem in problems]
    texts = inputs.to_texts(solution_strs, "solution_strs")
    languages = None
    if extra_infos is not None:
        languages = [inputs.to_language(_own_language(each), NAMES[2]) for each in extra_infos]
    return [each.value for each in fill_with_means(judge.judge(problems, texts, groups, languages), groups)]


def _judge(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any, options: Mapping[str, Any]
) -> Reward:
    judge, grouping = _read(options)
    if grouping.group_size is not None:
        raise BadArgument("group_size: threads cannot wait for their group; name compute_score_async in its place")
    if judge.novelty:
        warn_of_no_group()
    sample = _sample(data_source, solution_str, ground_truth, extra_info)
    [found] = judge.judge([sample.problem], [sample.text], [0], [sample.language])
    return require_reward(found)


async def _judge_async(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any, options: Mapping[str, Any]
) -> Reward:
    judge, grouping = _read(options)
    sample = _sample(data_source, solution_str, ground_truth, extra_info)
    return require_reward(await judge_sample(sample, judge, grouping))


def _sample(data_source: str, solution_str: str, ground_truth: Any, extra_info: Any) -> Sample:
    if ground_truth is None:
        raise NoReward("ground_truth: is None, so that there is no problem by which to judge")
    return make_sample(ground_truth, solution_str, _own_language(extra_info), NAMES, _group(data_source, extra_info))


def _read(options: Mapping[str, Any]) -> tuple[VerdictReward, Grouping]:
    """Read verl's `reward_kwargs`; what the framework adds of its own accord is passed over. Raises BadArgument."""
    return read_options({name: each for name, each in options.items() if not name.startswith(OF_THE_FRAMEWORK)})


def _own_language(extra_info: Any) -> Any:
    """What verl's `extra_info` names as the language of its completion."""
    return extra_info.get("language") if isinstance(extra_info, Mapping) else None


def _group(data_source: Any, extra_info: Any) -> Hashable:
    """What the samples of a prompt have in common beside its problem; None: no others are to be waited for."""
    extra = extra_info if isinstance(extra_info, Mapping) else {}
    if extra.get("split", TRAINING) != TRAINING:
        return None
    return str(data_source), str(extra.get("uid", extra.get("index")))
