"""OpenRLHF's `reward_func(queries, prompts, labels)`. Read at OpenRLHF 0.10.2: a Python file that
`--reward.remote_url` names (`--remote_rm_url` before 0.10) is loaded by its path, and its `reward_func` is called for
each sample in a thread; older versions call it for many.

A query is the whole text that was tokens: the prompt, what the model wrote, and the special tokens at the end.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from equijudge.errors import BadArgument
from equijudge.reward_functions import inputs
from equijudge.reward_functions.inputs import check_lengths
from equijudge.reward_functions.single import read_options, warn_of_no_group
from equijudge.reward_functions.values import fill_with_means

ENDS = ("<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|end_of_text|>", "<end_of_turn>", "<|end|>", "</s>", "<eos>")
LEAST_TAIL = 32  # characters of a prompt by which its end is found, where its beginning was cut off


def openrlhf_reward(
    queries: Sequence[str], prompts: Sequence[str], labels: Sequence[Any], **options: Any
) -> dict[str, Any]:
    """Compute rewards as OpenRLHF wants them. labels: the problems (`--data.label_key`), as VerdictReward takes them;
    options: its fields, and `ends`, the special tokens that are cut off behind the text (without them, those of Qwen,
    Llama, Gemma, Phi and Mistral).

    Returns `rewards`, `scores` (from 0 to 1, for dynamic filtering: 1 for AC, else the share of points or tests where
    that was asked for, else 0) and `extra_logs`, one number for each query: as tensors where the process has torch, as
    OpenRLHF's have, else as lists. Completions of one prompt in a call are a group; one without a verdict has the mean
    of its group. Raises NoReward when nothing was judged: OpenRLHF logs that and has no reward for the sample.
    """
    ends = options.pop("ends", ENDS)
    judge, grouping = read_options(options)
    if grouping.group_size is not None:
        raise BadArgument("group_size: OpenRLHF's threads cannot wait for their group; leave it out")
    problems = inputs.to_problems(labels, "labels")
    groups = inputs.to_groups(prompts, "prompts")
    check_lengths(queries=queries, prompts=prompts, labels=problems)
    if judge.novelty and len(queries) == 1:
        warn_of_no_group()
    texts = [
        response_of(query, prompt, f"queries[{number}]", ends)
        for number, (query, prompt) in enumerate(zip(queries, prompts, strict=True))
    ]
    found = fill_with_means(judge.judge(problems, texts, groups), groups)
    shares = as_tensor([each.share for each in found])
    return {
        "rewards": as_tensor([each.value for each in found]),
        "scores": shares,
        "extra_logs": {
            "accepted": as_tensor([each.accepted for each in found]),
            "share": shares,
            "novelty": as_tensor([each.novelty for each in found]),
        },
    }


def response_of(query: Any, prompt: Any, field: str = "query", ends: Sequence[str] = ENDS) -> str:
    """Cut what the model wrote out of the whole text. Raises BadArgument when the prompt is not in it: a program must
    not be looked for in the prompt's own examples."""
    if not isinstance(query, str) or not isinstance(prompt, str):
        raise BadArgument(f"{field}: queries and prompts must be texts")
    _, found, text = query.partition(prompt)
    if not found:
        text = _behind_cut_prompt(query, prompt, field)
    while cut := next((end for end in ends if end and text.rstrip().endswith(end)), None):
        text = text.rstrip().removesuffix(cut)
    return text


def as_tensor(values: list[float]) -> Any:
    """A tensor in a process that has torch, else the list. The client does not import it."""
    torch = sys.modules.get("torch")
    return values if torch is None else torch.tensor(values)


def _behind_cut_prompt(query: str, prompt: str, field: str) -> str:
    """What stands behind a prompt whose beginning was cut off, as OpenRLHF does with one that is too long."""
    tail = prompt[-LEAST_TAIL:]
    at = query.find(tail) if len(prompt) > LEAST_TAIL else -1
    while at >= 0:
        if prompt.endswith(query[: at + len(tail)]):
            return query[at + len(tail) :]
        at = query.find(tail, at + 1)
    raise BadArgument(f"{field}: its prompt is not in it, not even its last {LEAST_TAIL} characters")


reward_func = openrlhf_reward  # the name that OpenRLHF looks for in a file
