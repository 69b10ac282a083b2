"""Label tokens, and the terms of each that the objectives need: from hidden states and an output head, without full
logits.

One chunked core serves them all: it keeps a chunk of logits at a time and computes it again in the backward pass, so
that extra memory is O(chunk x vocabulary) whatever the number of tokens. Everything is computed in fp32 (fp64 stays
fp64), whatever the dtype of the hidden states.

Notation: z logits at a position times `scale`, p = softmax(z), y the label, V the vocabulary.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

IGNORE = -100
CHUNK_TOKENS = 256
_LOG_SIGMOID_SCALE = 0.01  # hard-coded in the authors' GEM


@dataclass(frozen=True, slots=True)
class LabelTokens:
    """The M label tokens of B rows: those whose label is not IGNORE, which alone count.

    index: (M,) position of each label token's predecessor in the flattened (B * T) batch. labels: (M,).
    row: (M,) row of each. counts: (B,) label tokens per row, as floats of the scores' dtype.
    """

    index: Tensor
    labels: Tensor
    row: Tensor
    counts: Tensor

    def sums(self, values: Tensor) -> Tensor:
        """(B,) sums of per-token values (M,): for log-probabilities those of the sequences."""
        return values.new_zeros(len(self.counts)).index_add(0, self.row, values)


def label_tokens(labels: Tensor) -> LabelTokens:
    """The label tokens of labels (B, T), as data collators make them: IGNORE where a token does not count.

    The state at t predicts the label at t + 1; the first position is predicted by nothing and never counts.
    """
    if labels.dim() != 2:
        raise ValueError(f"labels {tuple(labels.shape)}: (B, T) is wanted")
    rows, columns = torch.nonzero(labels[:, 1:] != IGNORE, as_tuple=True)
    return LabelTokens(
        index=rows * labels.shape[1] + columns,
        labels=labels[rows, columns + 1],
        row=rows,
        counts=(labels[:, 1:] != IGNORE).sum(1).to(torch.float32),
    )


@dataclass(frozen=True, slots=True)
class TermRequest:
    """Which terms to compute beside log_p.

    scale: multiplies the logits (and takes the entropy's gradient away). gem_beta: the log-sigmoid form of GEM with
    this temperature. top_k: the mass of the k likeliest tokens.
    """

    scale: float = 1.0
    mean_log_p: bool = False
    entropy: bool = False
    gem_beta: float | None = None
    top_k: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of M label tokens, shape (M,) each; None where not wanted.

    log_p: log p_y. mean_log_p: mean over the vocabulary of log p_j. entropy: -sum p log p, nats; its gradient is there
    where it is wanted. gem: sum_j q_j w_j (log p_j - log p_y), q = sg softmax(z / beta), w_j = sg sigmoid(0.01 (z_j -
    z_y)). top_mass and plain_log_p (log p_y at scale 1, of any objective) have no gradient.
    """

    log_p: Tensor
    plain_log_p: Tensor
    entropy: Tensor
    mean_log_p: Tensor | None = None
    gem: Tensor | None = None
    top_mass: Tensor | None = None


def token_terms(
    hidden: Tensor,
    head: Tensor | None,
    labels: Tensor,
    request: TermRequest | None = None,
    *,
    bias: Tensor | None = None,
    chunk: int = CHUNK_TOKENS,
) -> Terms:
    """Terms of M tokens.

    hidden: (M, H) states that predict the labels, or (M, V) logits when head is None. head: (V, H). bias: (V,).
    labels: (M,) token ids, none of them masked. chunk: tokens whose logits are held at a time.

    Raises:
        ValueError: shapes that do not fit, a label outside the vocabulary, chunk < 1.
    """
    request = request or TermRequest()
    _check(hidden, head, labels, chunk)
    if head is not None:  # outside, so that gradients come back in the head's own dtype
        head = head.to(hidden.dtype)
    log_p, plain, entropy, mean_log_p, gem, top_mass = _Terms.apply(hidden, head, bias, labels, request, chunk)
    return Terms(log_p, log_p.detach() if plain is None else plain, entropy, mean_log_p, gem, top_mass)


def _check(hidden: Tensor, head: Tensor | None, labels: Tensor, chunk: int) -> None:
    if chunk < 1:
        raise ValueError(f"chunk: {chunk}; at least 1 token")
    if hidden.dim() != 2 or labels.shape != hidden.shape[:1]:
        raise ValueError(f"hidden {tuple(hidden.shape)} and labels {tuple(labels.shape)}: (M, H) and (M,) are wanted")
    if head is not None and (head.dim() != 2 or head.shape[1] != hidden.shape[1]):
        raise ValueError(f"head {tuple(head.shape)}: (V, {hidden.shape[1]}) is wanted")
    vocabulary = hidden.shape[1] if head is None else head.shape[0]
    if len(labels) and not bool(((labels >= 0) & (labels < vocabulary)).all()):
        raise ValueError(f"labels: a token id outside 0 to {vocabulary - 1}; leave masked positions out")


def _logits(hidden: Tensor, head: Tensor | None, bias: Tensor | None) -> Tensor:
    """(m, V) unscaled, fp32 or fp64."""
    with torch.autocast(hidden.device.type, enabled=False):
        logits = hidden if head is None else hidden @ head.T
    logits = logits if logits.dtype == torch.float64 else logits.float()
    return logits if bias is None else logits + bias


def _scale(z: Tensor, scale: float, *, own: bool) -> Tensor:
    """Multiply z; in place if it is `own`, which nobody else holds."""
    if scale == 1:
        return z
    return z.mul_(scale) if own else z * scale


def _softmax(z: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """log sum exp (m,), exponentials (m, V) and their sums (m,), the largest logits (m, 1)."""
    largest = z.amax(-1, keepdim=True)
    exponentials = (z - largest).exp_()
    total = exponentials.sum(-1)
    return total.log() + largest.squeeze(-1), exponentials, total, largest


class _Terms(torch.autograd.Function):
    """log_p, plain_log_p (None where it is log_p), entropy, mean_log_p, gem, top_mass."""

    @staticmethod
    def forward(
        ctx: Any,
        hidden: Tensor,
        head: Tensor | None,
        bias: Tensor | None,
        labels: Tensor,
        request: TermRequest,
        chunk: int,
    ) -> tuple[Tensor | None, ...]:
        found: list[list[Tensor]] = [[] for _ in range(6)]
        for start in range(0, len(labels), chunk):
            part = slice(start, start + chunk)
            z, y = _logits(hidden[part], head, bias), labels[part, None]
            norm, exponentials, total, largest = _softmax(z)
            z_y = z.gather(-1, y).squeeze(-1)
            found[2].append(norm - torch.linalg.vecdot(exponentials, z) / total)
            if request.scale != 1:
                found[1].append(z_y - norm)
                torch.sub(z, largest, out=exponentials)
                norm = exponentials.mul_(request.scale).exp_().sum(-1).log() + request.scale * largest.squeeze(-1)
                z_y = z_y * request.scale
                if request.mean_log_p or request.gem_beta is not None or request.top_k:
                    z = z * request.scale
            del exponentials
            found[0].append(z_y - norm)
            if request.mean_log_p:
                found[3].append(z.mean(-1) - norm)
            if request.gem_beta is not None:
                found[4].append(torch.linalg.vecdot(_gem_weights(z, z_y, request.gem_beta), z - z_y[:, None]))
            if request.top_k:
                found[5].append((z.topk(request.top_k, -1).values - norm[:, None]).exp().sum(-1))
        empty = hidden.new_zeros(0, dtype=torch.float64 if hidden.dtype == torch.float64 else torch.float32)
        asked = (True, request.scale != 1, True, request.mean_log_p, request.gem_beta is not None, request.top_k > 0)
        outputs = [torch.cat([empty, *parts]) if yes else None for parts, yes in zip(found, asked, strict=True)]
        constant = [outputs[1], outputs[5], None if request.entropy else outputs[2]]
        ctx.mark_non_differentiable(*(one for one in constant if one is not None))
        ctx.set_materialize_grads(False)
        ctx.save_for_backward(hidden, head, bias, labels)
        ctx.request, ctx.chunk = request, chunk
        return tuple(outputs)

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor | None) -> tuple[Tensor | None, ...]:
        hidden, head, bias, labels = ctx.saved_tensors
        request: TermRequest = ctx.request
        to_hidden = torch.empty_like(hidden) if ctx.needs_input_grad[0] else None
        # Sums over chunks in fp32: in bf16 they would lose what the later chunks add.
        wide = torch.float64 if hidden.dtype == torch.float64 else torch.float32
        to_head = torch.zeros_like(head, dtype=wide) if ctx.needs_input_grad[1] else None
        to_bias = torch.zeros_like(bias, dtype=wide) if ctx.needs_input_grad[2] else None
        for start in range(0, len(labels), ctx.chunk):
            part = slice(start, start + ctx.chunk)
            z = _scale(_logits(hidden[part], head, bias), request.scale, own=head is not None)
            d = _to_logits(
                z,
                labels[part, None],
                [None if g is None else g[part, None] * request.scale for g in gradients],
                request,
            )
            d = d.to(hidden.dtype)
            if to_hidden is not None:
                to_hidden[part] = d if head is None else d @ head
            if to_head is not None:
                to_head += d.T @ hidden[part]
            if to_bias is not None:
                to_bias += d.sum(0)
        return (
            to_hidden,
            None if to_head is None else to_head.to(head.dtype),
            None if to_bias is None else to_bias.to(bias.dtype),
            None,
            None,
            None,
        )


def _to_logits(z: Tensor, y: Tensor, gradients: list[Tensor | None], request: TermRequest) -> Tensor:
    """The gradient with respect to the scaled z (m, V) from those of the terms (m, 1), linear in them."""
    log_p, _, entropy, mean_log_p, gem, _ = gradients
    if log_p is not None and entropy is None and mean_log_p is None and gem is None:
        return z.softmax(-1).mul_(-log_p).scatter_add_(-1, y, log_p)
    log = z.log_softmax(-1)
    p = log.exp()
    d = torch.zeros_like(z)
    to_p: Tensor | float = 0.0
    if log_p is not None:
        d.scatter_add_(-1, y, log_p)
        to_p = to_p + log_p
    if mean_log_p is not None and request.mean_log_p:
        d += mean_log_p / z.shape[-1]
        to_p = to_p + mean_log_p
    if entropy is not None and request.entropy:
        log += -(p * log).sum(-1, keepdim=True)  # log p + H
        to_p = to_p + entropy * log
    d -= p * to_p
    if gem is not None and request.gem_beta is not None:
        weights = _gem_weights(z, z.gather(-1, y).squeeze(-1), request.gem_beta)
        d += gem * weights
        d.scatter_add_(-1, y, -gem * weights.sum(-1, keepdim=True))
    return d


def _gem_weights(z: Tensor, z_y: Tensor, beta: float) -> Tensor:
    """q_j w_j."""
    return (z / beta).softmax(-1) * (_LOG_SIGMOID_SCALE * (z - z_y[:, None])).sigmoid()
