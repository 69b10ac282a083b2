"""One micro-batch of an optimiser step: its part of the step's loss, and its metrics.

The model's own forward computes the terms of the label tokens instead of logits (`attach_loss_head`), so that
data-parallel and sharding wrappers see an ordinary forward and the head's weights are whole when they are used.

The parts of all micro-batches and ranks add up to the loss of the whole batch: token losses are divided by the number
of label tokens of the whole batch, penalties by its number of sets. A set that lies in one micro-batch needs no more
than that; for sets that are split, the coefficients of the rows are made beforehand from the scores of all ranks.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, fields
from types import MethodType
from typing import Any

import torch
from peft import PeftModel
from torch import Tensor, nn
from transformers import PreTrainedModel

from equijudge_core.contracts.objectives import Eco, KlSet, Objective, SetObjective
from equijudge_trainer.losses.choice import BranchPoints, choice_log_p
from equijudge_trainer.losses.objectives import (
    SetMembers,
    penalty_strength,
    row_coefficients,
    set_penalty,
    term_request,
    token_losses,
)
from equijudge_trainer.losses.tokens import LabelTokens, TermRequest, Terms, label_tokens, token_terms
from equijudge_trainer.train.run_log import StepMetrics

Batch = dict[str, Tensor]
_PROBE_TOKENS = 8


@dataclass(frozen=True, slots=True)
class ExampleStatistics:
    """What is measured of every example before training, by its position; (examples,) tensors on the CPU.

    weights: of rows in the token losses. base_log_p: for score `ref`, of the start point. branch_points: for score
    `choice`, per example the places in its completion where its set's programs part, with the tokens they offer there
    and which is its own.
    """

    weights: Tensor
    base_log_p: Tensor | None = None
    branch_points: tuple[BranchPoints, ...] | None = None


@dataclass(frozen=True, slots=True)
class StepNormalizer:
    """What the losses of a micro-batch are divided by, the same for all of a step.

    tokens: N; groups: G, the sets that count; coefficients: (B,) of rows where sets are split, with the whole
    penalty's value for one of the micro-batches and 0 for the others.
    """

    tokens: float
    groups: int
    coefficients: Tensor | None = None
    penalty: float | None = None


@dataclass(frozen=True, slots=True)
class RowScores:
    """Rows of a micro-batch that have label tokens: which they are in it, and their log-probabilities (programs' or
    choices')."""

    place: Tensor
    log_p: Tensor
    members: SetMembers


def micro_batch_loss(
    model: nn.Module, batch: Batch, normalizer: StepNormalizer, objective: Objective, statistics: ExampleStatistics
) -> tuple[Tensor, StepMetrics]:
    """The micro-batch's part of the step's loss, which has the gradient of its part of the whole, and its metrics.

    `surrogate`, the sum of coefficient x log-probability, has the penalty's gradient and not its value; so the value is
    put in its place.
    """
    rows = label_tokens(batch["labels"])
    outputs = model(
        input_ids=batch["input_ids"],
        attention_mask=batch["attention_mask"],
        request=_token_request(batch, rows, objective, statistics),
    )
    terms = terms_of(outputs)
    weights = statistics.weights[batch["rows"].cpu()].to(terms.log_p)
    loss = (token_losses(objective, terms) * weights[rows.row]).sum() / normalizer.tokens
    programs = rows.sums(terms.plain_log_p)[rows.counts > 0]
    metrics = StepMetrics(
        nll=-float(terms.plain_log_p.sum()),
        entropy=float(terms.entropy.detach().sum()),
        tokens=len(rows.labels),
        rows=len(programs),
        log_p=programs.tolist(),
    )
    if isinstance(objective, Eco | KlSet):
        scored = _row_scores(batch, rows, outputs, objective, statistics)
        value = normalizer.penalty
        if normalizer.coefficients is not None:
            coefficients = normalizer.coefficients.to(scored.log_p)[scored.place]
        else:
            coefficients = row_coefficients(scored.log_p, scored.members, objective, max(normalizer.groups, 1))
            with torch.no_grad():
                value = float(set_penalty(scored.log_p, scored.members, objective, max(normalizer.groups, 1)))
        metrics.penalty = value or 0.0
        relative = 1 - coefficients * normalizer.tokens / weights[scored.place]
        metrics.pushed_down = int((relative < 0).sum())
        metrics.effective_weights = relative.tolist()
        surrogate = (coefficients * scored.log_p).sum()
        loss = loss + (surrogate - surrogate.detach()) + penalty_strength(objective) * metrics.penalty
    metrics.loss = float(loss.detach())
    return loss, metrics


@torch.no_grad()
def compute_row_scores(
    model: nn.Module, batch: Batch, objective: SetObjective, statistics: ExampleStatistics
) -> RowScores:
    """Compute the log-probabilities of a micro-batch's rows, without gradients, for the coefficients of split sets."""
    rows = label_tokens(batch["labels"])
    outputs = model(
        input_ids=batch["input_ids"],
        attention_mask=batch["attention_mask"],
        request=_token_request(batch, rows, objective, statistics),
    )
    return _row_scores(batch, rows, outputs, objective, statistics)


def _row_scores(
    batch: Batch, rows: LabelTokens, outputs: Batch, objective: SetObjective, statistics: ExampleStatistics
) -> RowScores:
    place = torch.nonzero(rows.counts > 0).squeeze(-1)
    log_p = rows.sums(outputs["log_p"])
    if objective.score == "choice":
        assert statistics.branch_points is not None
        log_p = choice_log_p(outputs["offered"], _branch_points(batch, rows, statistics)[0], len(rows.counts))
    base = statistics.base_log_p
    members = SetMembers(
        sets=batch["sets"][place],
        tokens=rows.counts[place],
        clusters=batch["clusters"][place],
        base_log_p=None if base is None else base[batch["rows"].cpu()].to(log_p)[place],
    )
    return RowScores(place, log_p[place], members)


def _token_request(
    batch: Batch, rows: LabelTokens, objective: Objective, statistics: ExampleStatistics
) -> TokenRequest:
    offered = None
    if isinstance(objective, Eco | KlSet) and objective.score == "choice":
        found, tokens = _branch_points(batch, rows, statistics)
        offered = rows.index[found.position], tokens
    return TokenRequest(rows.index, rows.labels, term_request(objective), offered)


def _branch_points(batch: Batch, rows: LabelTokens, statistics: ExampleStatistics) -> tuple[BranchPoints, Tensor]:
    """The branch points of a micro-batch's rows, and the tokens offered there, on the batch's device."""
    assert statistics.branch_points is not None
    device = batch["labels"].device
    first = [0, *rows.counts.long().cumsum(0).tolist()]
    parts, choices = [], 0
    for place, example in enumerate(batch["rows"].tolist()):
        if rows.counts[place] == 0:
            continue
        way = statistics.branch_points[example]
        parts.append((way.position + first[place], way.token, way.choice + choices, way.taken, way.row * 0 + place))
        choices += len(way.row)
    position, token, choice, taken, row = (
        torch.cat(column).to(device) if column else torch.zeros(0, dtype=torch.long, device=device)
        for column in (list(zip(*parts, strict=True)) or [()] * 5)
    )
    return BranchPoints(position, token, choice, taken.bool(), row), token


@dataclass(frozen=True, slots=True)
class TokenRequest:
    """The tokens whose terms are wanted: (M,) positions of their predecessors in the flattened batch, and labels.

    Of `offered` further pairs of the same kind (competitors at branch points) log_p alone is wanted.
    """

    index: Tensor
    labels: Tensor
    terms: TermRequest
    offered: tuple[Tensor, Tensor] | None = None


def attach_loss_head(model: nn.Module) -> None:
    """Let `model(..., request=TokenRequest)` return the terms as a dictionary of tensors, `offered` among them.

    The chunked core is used where logits are the head's product with the last hidden states, which is tried; other
    models (scaled or capped logits, an adapter on the head) pay for full logits of the positions asked for.

    Raises:
        ValueError: the model has no decoder or no output embeddings.
    """
    lm = causal_lm(model)
    original = lm.forward
    chunked = _is_plain(lm, original)
    if not chunked:
        warnings.warn(f"{type(lm).__name__}: logits are not head x states, so full logits are computed", stacklevel=2)

    def forward(self: PreTrainedModel, *args: Any, request: TokenRequest | None = None, **kwargs: Any) -> Any:
        if request is None:
            return original(*args, **kwargs)
        if chunked:
            states = self.get_decoder()(*args, use_cache=False, **kwargs).last_hidden_state
            head = self.get_output_embeddings()
            weight, bias = head.weight, head.bias
        else:
            states, weight, bias = original(*args, use_cache=False, **kwargs).logits, None, None
        flat = states.flatten(0, 1)
        terms = token_terms(flat[request.index], weight, request.labels, request.terms, bias=bias)
        found = {name: value for name, value in _tensors(terms).items() if value is not None}
        if request.offered is not None:
            index, labels = request.offered
            found["offered"] = token_terms(flat[index], weight, labels, bias=bias).log_p
        return found

    lm.forward = MethodType(forward, lm)


def terms_of(outputs: dict[str, Tensor]) -> Terms:
    """The terms in what an attached model returned."""
    names = {field.name for field in fields(Terms)}
    return Terms(**{name: value for name, value in outputs.items() if name in names})


def causal_lm(model: nn.Module) -> PreTrainedModel:
    """The causal language model below peft's wrapper."""
    lm = model.get_base_model() if isinstance(model, PeftModel) else model
    if not isinstance(lm, PreTrainedModel) or lm.get_output_embeddings() is None:
        raise ValueError(f"model: {type(lm).__name__} is not a causal language model with output embeddings")
    return lm


def _tensors(terms: Terms) -> dict[str, Tensor | None]:
    return {field.name: getattr(terms, field.name) for field in fields(Terms)}


@torch.no_grad()
def _is_plain(lm: PreTrainedModel, original: Callable[..., Any]) -> bool:
    head = lm.get_output_embeddings()
    if type(head) is not nn.Linear:
        return False
    training = lm.training
    lm.eval()
    ids = torch.arange(_PROBE_TOKENS, device=head.weight.device)[None] % head.weight.shape[0]
    states = lm.get_decoder()(input_ids=ids, use_cache=False).last_hidden_state
    logits = original(input_ids=ids, use_cache=False).logits
    lm.train(training)
    return torch.allclose(
        nn.functional.linear(states, head.weight, head.bias).float(),
        logits.float(),
        rtol=1e-3,
        atol=1e-3,
        equal_nan=True,
    )
