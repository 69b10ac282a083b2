"""One micro-batch of an optimiser step: its part of the step's loss, and its figures.

The parts of all micro-batches and ranks add up to the loss of the whole batch: token losses are divided by the number
of counted tokens of the whole batch, penalties by its number of sets. A set that lies in one micro-batch needs no more
than that; for sets that are split, the coefficients of the rows are made beforehand from everyone's scores.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from equijudge_core.contracts.objectives import Eco, KlSet, Objective, SetObjective
from equijudge_trainer.losses import eco
from equijudge_trainer.losses.choice import Branches, choice_log_p
from equijudge_trainer.losses.eco import Members
from equijudge_trainer.losses.objectives import term_request, token_losses
from equijudge_trainer.losses.tokens import LabelTokens, label_tokens
from equijudge_trainer.train.loss_head import Counted, terms_of

Batch = dict[str, Tensor]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of every example before training, by its position; (examples,) tensors on the CPU.

    weights: of rows in the token losses. base_log_p: for score `ref`. ways: for score `choice`, per example the places
    in its completion where its set's programs part, with the tokens they offer there and which is its own.
    """

    weights: Tensor
    base_log_p: Tensor | None = None
    ways: tuple[Branches, ...] | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What a micro-batch must know of its step. tokens: N; groups: G; coefficients: (B,) of rows where sets are split,
    with the whole penalty's value for one of the micro-batches."""

    tokens: float
    groups: int
    coefficients: Tensor | None = None
    penalty: float | None = None


@dataclass(slots=True)
class Figures:
    """Sums over what was seen of a step."""

    loss: float = 0.0
    nll: float = 0.0
    entropy: float = 0.0
    penalty: float = 0.0
    tokens: int = 0
    rows: int = 0
    pushed_down: int = 0
    log_p: list[float] = field(default_factory=list)

    def add(self, other: Figures) -> None:
        """Take another's sums in."""
        for name in ("loss", "nll", "entropy", "penalty", "tokens", "rows", "pushed_down"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.log_p += other.log_p

    def line(self) -> dict[str, float]:
        """Means for the log: nats per token, and nats for whole programs."""
        tokens, rows = max(self.tokens, 1), max(self.rows, 1)
        return {
            "loss": self.loss,
            "nll": self.nll / tokens,
            "penalty": self.penalty,
            "log_p_mean": sum(self.log_p) / rows,
            "log_p_min": min(self.log_p, default=0.0),
            "log_p_max": max(self.log_p, default=0.0),
            "pushed_down": self.pushed_down / rows,
            "entropy": self.entropy / tokens,
            "tokens": self.tokens,
            "rows": self.rows,
        }


@dataclass(frozen=True, slots=True)
class Scored:
    """Rows of a micro-batch that have counted tokens: which they are in it, and their log-probabilities (programs' or
    choices')."""

    place: Tensor
    log_p: Tensor
    members: Members


def loss_of(model: nn.Module, batch: Batch, share: Share, objective: Objective, known: Known) -> tuple[Tensor, Figures]:
    """The micro-batch's part of the loss, with the gradient of the whole, and its figures."""
    rows = label_tokens(batch["labels"])
    outputs = model(
        input_ids=batch["input_ids"],
        attention_mask=batch["attention_mask"],
        counted=_asked(batch, rows, objective, known),
    )
    terms = terms_of(outputs)
    weights = known.weights[batch["rows"].cpu()].to(terms.log_p)
    loss = (token_losses(objective, terms) * weights[rows.row]).sum() / share.tokens
    programs = rows.sums(terms.plain_log_p)[rows.counts > 0]
    figures = Figures(
        nll=-float(terms.plain_log_p.sum()),
        entropy=float(terms.entropy.detach().sum()),
        tokens=len(rows.labels),
        rows=len(programs),
        log_p=programs.tolist(),
    )
    if isinstance(objective, Eco | KlSet):
        scored = _scored(batch, rows, outputs, objective, known)
        value = share.penalty
        if share.coefficients is not None:
            coefficients = share.coefficients.to(scored.log_p)[scored.place]
        else:
            coefficients = eco.coefficients(scored.log_p, scored.members, objective, max(share.groups, 1))
            with torch.no_grad():
                value = float(eco.penalty(scored.log_p, scored.members, objective, max(share.groups, 1)))
        figures.penalty = value or 0.0
        figures.pushed_down = int((coefficients > weights[scored.place] / share.tokens).sum())
        pull = (coefficients * scored.log_p).sum()
        loss = loss + (pull - pull.detach()) + eco.strength_of(objective) * figures.penalty
    figures.loss = float(loss.detach())
    return loss, figures


@torch.no_grad()
def scores_of(model: nn.Module, batch: Batch, objective: SetObjective, known: Known) -> Scored:
    """The scores of a micro-batch's rows, without gradients."""
    rows = label_tokens(batch["labels"])
    outputs = model(
        input_ids=batch["input_ids"],
        attention_mask=batch["attention_mask"],
        counted=_asked(batch, rows, objective, known),
    )
    return _scored(batch, rows, outputs, objective, known)


def _scored(batch: Batch, rows: LabelTokens, outputs: Batch, objective: SetObjective, known: Known) -> Scored:
    place = torch.nonzero(rows.counts > 0).squeeze(-1)
    log_p = rows.sums(outputs["log_p"])
    if objective.score == "choice":
        assert known.ways is not None
        log_p = choice_log_p(outputs["offered"], _ways(batch, rows, known)[0], len(rows.counts))
    base = known.base_log_p
    members = Members(
        sets=batch["sets"][place],
        tokens=rows.counts[place],
        clusters=batch["clusters"][place],
        base_log_p=None if base is None else base[batch["rows"].cpu()].to(log_p)[place],
    )
    return Scored(place, log_p[place], members)


def _asked(batch: Batch, rows: LabelTokens, objective: Objective, known: Known) -> Counted:
    offered = None
    if isinstance(objective, Eco | KlSet) and objective.score == "choice":
        found, tokens = _ways(batch, rows, known)
        offered = rows.index[found.position], tokens
    return Counted(rows.index, rows.labels, term_request(objective), offered)


def _ways(batch: Batch, rows: LabelTokens, known: Known) -> tuple[Branches, Tensor]:
    """The choices on the ways of a micro-batch's rows, and the offered tokens, on the batch's device."""
    assert known.ways is not None
    device = batch["labels"].device
    first = [0, *rows.counts.long().cumsum(0).tolist()]
    parts, choices = [], 0
    for place, example in enumerate(batch["rows"].tolist()):
        if rows.counts[place] == 0:
            continue
        way = known.ways[example]
        parts.append((way.position + first[place], way.token, way.choice + choices, way.taken, way.row * 0 + place))
        choices += len(way.row)
    position, token, choice, taken, row = (
        torch.cat(column).to(device) if column else torch.zeros(0, dtype=torch.long, device=device)
        for column in (list(zip(*parts, strict=True)) or [()] * 5)
    )
    return Branches(position, token, choice, taken.bool(), row), token
