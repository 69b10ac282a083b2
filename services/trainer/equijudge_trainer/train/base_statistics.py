"""What is measured once, with the model a run starts from: log-probabilities, SED's threshold, where sets part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn

from equijudge_core.contracts.objectives import SetObjective
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.training_data import collate
from equijudge_trainer.losses.choice import BranchPoints, find_branch_points
from equijudge_trainer.losses.objectives import SetMembers, score_deviation, sed_threshold
from equijudge_trainer.losses.tokens import LabelTokens, TermRequest, Terms, label_tokens
from equijudge_trainer.train.step import ExampleStatistics, TokenRequest, compute_row_scores, terms_of

SED_ROWS = 1000


def row_weights(examples: Sequence[Example], kind: str) -> Tensor:
    """(examples,) `uniform`: 1. `cluster`: n / (K n_c), so that a set's clusters weigh the same and its rows 1 in the
    mean."""
    if kind == "uniform":
        return torch.ones(len(examples), dtype=torch.float64)
    sizes: dict[int, int] = defaultdict(int)
    clusters: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for one in examples:
        sizes[one.set] += 1
        clusters[one.set][one.cluster] += 1
    weights = [sizes[one.set] / (len(clusters[one.set]) * clusters[one.set][one.cluster]) for one in examples]
    return torch.tensor(weights, dtype=torch.float64)


def branch_points(examples: Sequence[Example]) -> tuple[BranchPoints, ...]:
    """For each example the points where its set's programs part; positions are places in its completion."""
    by_set: dict[int, list[int]] = defaultdict(list)
    for position, one in enumerate(examples):
        by_set[one.set].append(position)
    found: dict[int, BranchPoints] = {}
    for members in by_set.values():
        programs = [examples[position].completion for position in members]
        whole = find_branch_points(programs, [0] * len(programs))
        first = 0
        for row, position in enumerate(members):
            mine = whole.row[whole.choice] == row
            choices = whole.choice[mine]
            found[position] = BranchPoints(
                position=whole.position[mine] - first,
                token=whole.token[mine],
                choice=choices - (choices[0] if len(choices) else 0),
                taken=whole.taken[mine],
                row=whole.row[whole.row == row] * 0,
            )
            first += len(programs[row])
    return tuple(found[position] for position in range(len(examples)))


@torch.no_grad()
def measure_log_probabilities(model: nn.Module, examples: Sequence[Example], pad_id: int, rows: int) -> Tensor:
    """(examples,) log-probabilities of whole completions, nats, on the CPU."""
    parts = [
        tokens.sums(terms.plain_log_p).cpu() for tokens, terms in _passes(model, examples, pad_id, rows, TermRequest())
    ]
    return torch.cat(parts) if parts else torch.zeros(0)


@torch.no_grad()
def measure_score_deviation(
    model: nn.Module,
    examples: Sequence[Example],
    pad_id: int,
    rows: int,
    objective: SetObjective,
    base_log_p: Tensor | None,
    points: tuple[BranchPoints, ...] | None,
) -> float:
    """The standard deviation of the objective's scores within sets, 0 where no set is large enough. base_log_p: of the
    examples, where it is known already."""
    if objective.score == "choice":
        statistics = ExampleStatistics(row_weights(examples, "uniform"), branch_points=points)
        log_p = torch.zeros(len(examples))
        training = model.training
        model.eval()
        device = next(model.parameters()).device
        for start in range(0, len(examples), rows):
            batch = collate(examples[start : start + rows], pad_id)
            found = compute_row_scores(
                model, {name: value.to(device) for name, value in batch.items()}, objective, statistics
            )
            log_p[start + found.place.cpu()] = found.log_p.float().cpu()
        model.train(training)
    else:
        log_p = base_log_p if base_log_p is not None else measure_log_probabilities(model, examples, pad_id, rows)
    members = SetMembers(
        sets=torch.tensor([one.set for one in examples]),
        tokens=torch.tensor([float(len(one.completion)) for one in examples]),
    )
    return score_deviation(log_p, members, objective)


@torch.no_grad()
def measure_sed_threshold(
    model: nn.Module, examples: Sequence[Example], pad_id: int, rows: int, k: int, share: float
) -> float:
    """The 1 - share quantile of the k likeliest tokens' mass, on completion tokens of the first SED_ROWS examples."""
    masses = []
    for _, terms in _passes(model, examples[:SED_ROWS], pad_id, rows, TermRequest(top_k=k)):
        assert terms.top_mass is not None
        masses.append(terms.top_mass.cpu())
    return sed_threshold(torch.cat(masses), share)


def _passes(
    model: nn.Module, examples: Sequence[Example], pad_id: int, rows: int, terms: TermRequest
) -> Iterator[tuple[LabelTokens, Terms]]:
    training = model.training
    model.eval()
    device = next(model.parameters()).device
    for start in range(0, len(examples), rows):
        batch = {name: value.to(device) for name, value in collate(examples[start : start + rows], pad_id).items()}
        tokens = label_tokens(batch["labels"])
        outputs = model(
            input_ids=batch["input_ids"],
            attention_mask=batch["attention_mask"],
            request=TokenRequest(tokens.index, tokens.labels, terms),
        )
        yield tokens, terms_of(outputs)
    model.train(training)
