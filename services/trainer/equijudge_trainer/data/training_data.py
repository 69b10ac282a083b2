"""What a run trains on: equivalence sets as rows, rows as token ids, and batches of them as tensors.

What does not fit is dropped and counted, never cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from equijudge import Client
from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.data.rows import Codec, Example, Row
from equijudge_trainer.data.sets import ProblemSet, is_held_out, load_sets, to_rows
from equijudge_trainer.data.tokenizer import HubCodec
from equijudge_trainer.errors import as_run_error
from equijudge_trainer.losses.tokens import IGNORE

TOO_LONG = "too_long"
EOS_INSIDE = "eos_inside"


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Programs to train on, and the programs and problems that are held out."""

    codec: HubCodec
    examples: Sequence[Example]
    held_out: Sequence[Example]
    problems: Sequence[ProblemSet]


def load_training_data(config: RunConfig, client: Client | None = None) -> TrainingData:
    """Read the configured sets, hold problems out, and turn the programs of both parts into tokens.

    client: for `data.job`. Raises RunError when nothing is left to train on, and what data.sets raises.
    """
    codec, how = HubCodec.load(config.model), config.evaluation
    share = how.held_out if how is not None else 0.0
    kept: list[ProblemSet] = []
    held: list[ProblemSet] = []
    for each in load_sets(config.data, client):
        (held if is_held_out(each.name, share) else kept).append(each)
    with as_run_error("data"):
        found = tokenize_rows(to_rows(kept, config.data, codec), codec, config.data.max_tokens)
        held_rows = (
            tokenize_rows(to_rows(held, config.data, codec), codec, config.data.max_tokens).examples if held else ()
        )
    return TrainingData(codec, found.examples, held_rows, held)


@dataclass(frozen=True, slots=True)
class TokenizedRows:
    """What is left to train on, and what was dropped.

    dropped: rows by reason; `too_long`: prompt and completion have more than max_tokens; `eos_inside`: the program's
    text has the end mark in it. problems, clusters: names by number; a cluster's is its id. lost: problems all of
    whose programs were dropped. alone: problems with one program, which spread-based objectives pass over.
    """

    examples: tuple[Example, ...]
    dropped: dict[str, int]
    problems: tuple[str, ...]
    clusters: tuple[str, ...]
    lost: tuple[str, ...]
    alone: tuple[str, ...]


def tokenize_rows(rows: Iterable[Row], codec: Codec, max_tokens: int) -> TokenizedRows:
    """Turn rows into tokens, in their order; `rows` is read once.

    Raises:
        ValueError: a prompt without a token (nothing would predict the program's first); no row is left.
    """
    kept: list[Example] = []
    dropped: Counter[str] = Counter()
    problems: dict[str, int] = {}
    clusters: dict[tuple[str, str], int] = {}
    seen: dict[str, None] = {}
    prompts: dict[str, tuple[int, ...]] = {}
    for number, row in enumerate(rows):
        if row.problem not in seen:
            prompts.clear()  # rows of a problem come together; its prompt is encoded once
        seen[row.problem] = None
        if row.prompt not in prompts:
            prompts[row.prompt] = _prompt(row, codec)
        prompt, body = prompts[row.prompt], codec.encode(row.completion)
        if len(prompt) + len(body) + 1 > max_tokens:
            dropped[TOO_LONG] += 1
        elif codec.eos_id in body:
            dropped[EOS_INSIDE] += 1
        else:
            of_set = problems.setdefault(row.problem, len(problems))
            of_cluster = clusters.setdefault((row.problem, row.cluster), len(clusters))
            kept.append(Example(number, of_set, of_cluster, prompt, (*body, codec.eos_id)))
    if not kept:
        raise ValueError(_describe_nothing_left(dropped, max_tokens))
    sizes = Counter(example.set for example in kept)
    return TokenizedRows(
        examples=tuple(kept),
        dropped=dict(dropped),
        problems=tuple(problems),
        clusters=tuple(cluster for _, cluster in clusters),
        lost=tuple(name for name in seen if name not in problems),
        alone=tuple(name for name, number in problems.items() if sizes[number] == 1),
    )


def collate(batch: Sequence[Example], pad_id: int) -> dict[str, Tensor]:
    """Make the tensors of a batch, padded on the right to its longest row, all int64.

    input_ids, attention_mask, labels: (B, T), labels IGNORE on prompt and padding. sets, clusters, rows: (B,).

    Raises:
        ValueError: an empty batch.
    """
    if not batch:
        raise ValueError("batch: no row in it")
    longest = max(example.tokens for example in batch)
    ids = torch.full((len(batch), longest), pad_id)
    mask, labels = torch.zeros_like(ids), torch.full_like(ids, IGNORE)
    for place, example in enumerate(batch):
        start, end = len(example.prompt), example.tokens
        ids[place, :end] = torch.tensor(example.prompt + example.completion)
        mask[place, :end] = 1
        labels[place, start:end] = ids[place, start:end]
    sets, clusters, rows = torch.tensor([(each.set, each.cluster, each.row) for each in batch]).unbind(1)
    return {
        "input_ids": ids,
        "attention_mask": mask,
        "labels": labels,
        "sets": sets,
        "clusters": clusters,
        "rows": rows,
    }


def _prompt(row: Row, codec: Codec) -> tuple[int, ...]:
    prompt = tuple(codec.encode(row.prompt))
    if not prompt:
        raise ValueError(f"problem {row.problem!r}: the prompt has no token; nothing predicts a program's first token")
    return prompt


def _describe_nothing_left(dropped: Counter[str], max_tokens: int) -> str:
    if not dropped:
        return "no programs to train on: there is no row"
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(dropped.items()))
    return f"no program is left to train on with max_tokens {max_tokens} ({reasons})"
