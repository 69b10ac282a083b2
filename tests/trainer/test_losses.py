"""Every objective beside a slow reference in fp64, values and gradients, and the identities that tie them together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from equijudge_core.contracts.objectives import (
    Dft,
    Eco,
    EntropyBonus,
    Gem,
    KlSet,
    LabelSmoothing,
    Nll,
    Objective,
    Sed,
    SetObjective,
)
from equijudge_trainer.losses.choice import choice_log_p, find_branch_points
from equijudge_trainer.losses.objectives import (
    SetMembers,
    penalty_strength,
    row_coefficients,
    row_scores,
    sed_threshold,
    set_penalty,
    term_request,
    token_losses,
)
from equijudge_trainer.losses.tokens import IGNORE, label_tokens, token_terms

M, H, V = 37, 16, 53
RELATIVE = 1e-6

Loss = Callable[[Tensor, Tensor], Tensor]
"""Of logits (M, V) and labels (M,)."""


@pytest.fixture
def made() -> tuple[Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(7)
    hidden = torch.randn(M, H, generator=generator)
    head = torch.randn(V, H, generator=generator) / 2
    bias = torch.randn(V, generator=generator) / 4
    return hidden, head, bias, torch.randint(V, (M,), generator=generator)


def p_of(z: Tensor, y: Tensor) -> Tensor:
    return z.log_softmax(-1)[torch.arange(len(y)), y]


def reference_gem(z: Tensor, y: Tensor) -> Tensor:
    q = (z / 0.7).softmax(-1).detach()
    w = (0.01 * (z - z[torch.arange(len(y)), y, None])).sigmoid().detach()
    log = z.log_softmax(-1)
    return (q * w * (log - log[torch.arange(len(y)), y, None])).sum(-1).mean()


def reference_sed(z: Tensor, y: Tensor) -> Tensor:
    p = z.softmax(-1)
    unsure = (p.topk(2).values.sum(-1) < 0.4).double()
    p_y = p[torch.arange(len(y)), y]
    return (-p_y.log() + 1.0 * unsure * (p_y - 0.5) ** 2).mean()


def reference_entropy(z: Tensor, y: Tensor) -> Tensor:
    p = z.softmax(-1)
    return (-p_of(z, y) - 0.1 * -(p * p.log()).sum(-1)).mean()


SED = Sed(kind="sed", threshold=0.4)
CASES: dict[str, tuple[Objective, Loss]] = {
    "nll": (Nll(), lambda z, y: -p_of(z, y).mean()),
    "label smoothing": (
        LabelSmoothing(kind="label_smoothing", epsilon=0.1),
        lambda z, y: torch.nn.functional.cross_entropy(z, y, label_smoothing=0.1),
    ),
    "entropy": (EntropyBonus(kind="entropy"), reference_entropy),
    "gem linear": (Gem(kind="gem"), lambda z, y: -0.7 * p_of(z / 0.7, y).mean()),
    "gem logsigmoid": (Gem(kind="gem", form="logsigmoid"), reference_gem),
    "sed": (SED, reference_sed),
    "dft": (Dft(kind="dft"), lambda z, y: -(p_of(z, y).exp().detach() * p_of(z, y)).mean()),
}


def losses(objective: Objective, hidden: Tensor, head: Tensor | None, y: Tensor, **options: Any) -> Tensor:
    """(M,) of label tokens."""
    return token_losses(objective, token_terms(hidden, head, y, term_request(objective), **options))


def eco(**given: Any) -> Eco:
    return Eco(kind="eco", **given)


def kl_set(direction: str) -> KlSet:
    return KlSet.model_validate({"kind": "kl_set", "score": "sum", "direction": direction})


def gradients(loss: Tensor, *leaves: Tensor) -> tuple[Tensor, ...]:
    return torch.autograd.grad(loss, leaves, retain_graph=True)


def close(found: Tensor, wanted: Tensor, relative: float = RELATIVE) -> bool:
    """Relative to the largest entry."""
    return float((found.double() - wanted.double()).abs().max() / wanted.double().abs().max()) < relative


@pytest.mark.parametrize("chunk", [1, 8, 1000])
@pytest.mark.parametrize("name", CASES)
def test_an_objective_is_its_reference_with_gradients(name: str, chunk: int, made: tuple[Tensor, ...]) -> None:
    objective, reference = CASES[name]
    leaves = [one.requires_grad_() for one in made[:3]]
    exact = [one.detach().double().requires_grad_() for one in leaves]
    y = made[3]
    loss = losses(objective, leaves[0], leaves[1], y, bias=leaves[2], chunk=chunk).mean()
    slow = reference(exact[0] @ exact[1].T + exact[2], y)
    assert loss.item() == pytest.approx(slow.item(), rel=RELATIVE)
    for found, right in zip(gradients(loss, *leaves), gradients(slow, *exact), strict=True):
        assert close(found, right)


@pytest.mark.parametrize("name", CASES)
def test_logits_may_be_given_instead_of_states(name: str, made: tuple[Tensor, ...]) -> None:
    objective, reference = CASES[name]
    logits = (made[0] @ made[1].T).double().requires_grad_()
    loss, slow = losses(objective, logits, None, made[3]).mean(), reference(logits, made[3])
    torch.testing.assert_close(loss, slow, rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(gradients(loss, logits), gradients(slow, logits), rtol=1e-10, atol=1e-12)


def test_linear_gem_has_the_gradient_of_its_definition(made: tuple[Tensor, ...]) -> None:
    """sum_j q_j (log p_j - log p_y) with q constant, against beta x CE(z / beta)."""
    z, y = (made[0] @ made[1].T).double().requires_grad_(), made[3]
    q = (z / 0.7).softmax(-1).detach()
    log = z.log_softmax(-1)
    defined = (q * (log - p_of(z, y)[:, None])).sum(-1).mean()
    loss = losses(Gem(kind="gem"), z, None, y).mean()
    torch.testing.assert_close(gradients(loss, z), gradients(defined, z), rtol=1e-9, atol=1e-12)


def test_sed_is_cross_entropy_with_constant_token_weights(made: tuple[Tensor, ...]) -> None:
    """w = 1 - 2 lambda M p (p - 1/2)."""
    z, y = (made[0] @ made[1].T).double().requires_grad_(), made[3]
    terms = token_terms(z, None, y, term_request(SED))
    assert terms.top_mass is not None
    p = terms.log_p.detach().exp()
    weights = 1 - 2 * (terms.top_mass < 0.4) * p * (p - 0.5)
    weighted = -(weights * terms.log_p).mean()
    torch.testing.assert_close(
        gradients(token_losses(SED, terms).mean(), z), gradients(weighted, z), rtol=1e-9, atol=1e-12
    )


def test_plain_figures_stand_beside_a_tempered_objective(made: tuple[Tensor, ...]) -> None:
    z, y = (made[0] @ made[1].T).double(), made[3]
    terms = token_terms(z, None, y, term_request(Gem(kind="gem")))
    p = z.softmax(-1)
    torch.testing.assert_close(terms.plain_log_p, p_of(z, y))
    torch.testing.assert_close(terms.entropy, -(p * p.log()).sum(-1))


def test_the_threshold_leaves_a_share_of_positions_below_it() -> None:
    mass = torch.linspace(0, 1, 101)
    assert sed_threshold(mass, share=0.7) == pytest.approx(0.3)
    with pytest.raises(ValueError, match="no position"):
        sed_threshold(mass[:0], share=0.7)


def test_bf16_states_are_judged_in_fp32(made: tuple[Tensor, ...]) -> None:
    hidden, head = made[0].bfloat16(), made[1].bfloat16()
    terms = token_terms(hidden, head, made[3])
    assert terms.log_p.dtype == torch.float32
    torch.testing.assert_close(terms.log_p, p_of((hidden @ head.T).float(), made[3]))


def test_bad_shapes_and_labels_are_refused(made: tuple[Tensor, ...]) -> None:
    hidden, head, _, y = made
    with pytest.raises(ValueError, match=r"head \(53, 15\): \(V, 16\)"):
        token_terms(hidden, head[:, 1:], y)
    with pytest.raises(ValueError, match="outside 0 to 52"):
        token_terms(hidden, head, torch.full_like(y, IGNORE))
    with pytest.raises(ValueError, match="chunk: 0"):
        token_terms(hidden, head, y, chunk=0)


def test_masked_and_first_positions_do_not_count() -> None:
    rows = label_tokens(torch.tensor([[5, IGNORE, 6, 7], [IGNORE, 8, IGNORE, IGNORE]]))
    assert rows.labels.tolist() == [6, 7, 8]
    assert rows.index.tolist() == [1, 2, 4]
    assert rows.sums(torch.tensor([1.0, 2.0, 4.0])).tolist() == [3.0, 4.0]
    assert rows.counts.tolist() == [2.0, 1.0]


# --- ECO
SETS = torch.tensor([3, 3, 3, 9, 9, 4])
MEMBERS = SetMembers(
    sets=SETS,
    tokens=torch.tensor([10.0, 20.0, 30.0, 5.0, 15.0, 8.0]),
    clusters=torch.tensor([1, 1, 2, 1, 2, 1]),
    base_log_p=torch.tensor([-9.0, -21.0, -29.0, -6.0, -14.0, -8.0]).double(),
)
LOG_P = torch.tensor([-4.0, -7.0, -15.0, -2.5, -9.0, -3.0]).double()
SCORES = ("set_len", "sum", "token_mean", "ref")
EVERY: list[SetObjective] = [
    eco(strength=0.5, score=score, form=form, weights=weights, unbiased=unbiased)
    for score in SCORES
    for form in ("var", "kl", "tilted", "lower")
    for weights in ("uniform", "cluster")
    for unbiased in (True, False)
]
EVERY += [
    KlSet.model_validate({"kind": "kl_set", "strength": 0.5, "score": score, "direction": direction})
    for score in SCORES
    for direction in ("uniform_first", "model_first")
]


def test_scores_worked_by_hand() -> None:
    """Mean lengths 20, 10 and 8."""
    expected = {
        "set_len": [-0.2, -0.35, -0.75, -0.25, -0.9, -0.375],
        "sum": LOG_P.tolist(),
        "token_mean": [-0.4, -0.35, -0.5, -0.5, -0.6, -0.375],
        "ref": [0.25, 0.7, 0.7, 0.35, 0.5, 0.625],
    }
    for score, wanted in expected.items():
        assert row_scores(LOG_P, MEMBERS, eco(score=score)).tolist() == pytest.approx(wanted)


def test_the_variance_worked_by_hand() -> None:
    """Sets of 3 and 2: variances of (-4, -7, -15) and (-2.5, -9); the single one does not count."""
    assert set_penalty(LOG_P, MEMBERS, eco(score="sum")).item() == pytest.approx((97 / 3 + 21.125) / 2)
    assert set_penalty(LOG_P, MEMBERS, eco(score="sum", unbiased=False)).item() == pytest.approx(
        (194 / 9 + 10.5625) / 2
    )
    alone = SetMembers(SETS[:3], MEMBERS.tokens[:3])
    of_three = set_penalty(LOG_P, MEMBERS, eco(score="sum", min_group=3))
    assert of_three == set_penalty(LOG_P[:3], alone, eco(score="sum"))


def test_pairs_give_the_same_variance() -> None:
    s = LOG_P[:3]
    pairs = sum((s[i] - s[j]) ** 2 for i in range(3) for j in range(i)) / (3 * 2)
    members = SetMembers(SETS[:3], MEMBERS.tokens[:3])
    assert set_penalty(s, members, eco(score="sum")).item() == pytest.approx(float(pairs))


def test_cluster_weights_count_near_copies_once() -> None:
    """Weights 1/4, 1/4, 1/2: mean -10.25, weighted squares 23.6875, divided by 1 - 3/8."""
    members = SetMembers(
        SETS[:3], MEMBERS.tokens[:3], clusters=MEMBERS.clusters[:3] if MEMBERS.clusters is not None else None
    )
    assert set_penalty(LOG_P[:3], members, eco(score="sum", weights="cluster")).item() == pytest.approx(23.6875 / 0.625)


@pytest.mark.parametrize("form", ["kl", "tilted"])
def test_the_forms_agree_with_the_variance_to_second_order(form: str) -> None:
    small = 1e-4 * LOG_P
    exact = set_penalty(small, MEMBERS, eco(score="sum", unbiased=False)).item()
    assert set_penalty(small, MEMBERS, eco(score="sum", form=form)).item() == pytest.approx(exact, rel=2e-3)


@pytest.mark.parametrize("direction", ["uniform_first", "model_first"])
def test_either_kl_agrees_with_the_variance_to_second_order(direction: str) -> None:
    small = 1e-4 * LOG_P
    exact = set_penalty(small, MEMBERS, eco(score="sum", unbiased=False)).item()
    assert set_penalty(small, MEMBERS, kl_set(direction)).item() == pytest.approx(exact, rel=2e-3)


def test_the_tilted_form_pushes_nothing_down() -> None:
    """With a token mean over sets of one length, -1/N + c_i stays below 0 at any strength."""
    members = SetMembers(SETS[:3], torch.tensor([10.0, 10.0, 10.0]))
    for strength in (0.1, 1.0, 100.0):
        c = row_coefficients(LOG_P[:3], members, eco(strength=strength, form="tilted"))
        assert float((c - 1 / 30).max()) <= 1e-12
    assert float((row_coefficients(LOG_P[:3], members, eco(strength=10.0)) - 1 / 30).max()) > 0


@pytest.mark.parametrize("objective", EVERY, ids=str)
def test_row_weighted_cross_entropy_has_the_gradient_of_the_definition(objective: SetObjective) -> None:
    log_p = LOG_P.clone().requires_grad_()
    (direct,) = gradients(penalty_strength(objective) * set_penalty(log_p, MEMBERS, objective), log_p)
    (rows,) = gradients((row_coefficients(LOG_P, MEMBERS, objective) * log_p).sum(), log_p)
    torch.testing.assert_close(rows, direct, rtol=1e-12, atol=1e-14)
    if not (isinstance(objective, Eco) and objective.form == "lower"):  # whose gradient is not its value's
        assert torch.autograd.gradcheck(lambda x: set_penalty(x, MEMBERS, objective), log_p)


def test_the_lower_form_moves_members_below_the_mean_alone() -> None:
    c = row_coefficients(LOG_P, MEMBERS, eco(form="lower"))
    assert (c != 0).tolist() == [False, False, True, False, True, False]
    torch.testing.assert_close(c[c != 0], row_coefficients(LOG_P, MEMBERS, eco())[c != 0])


def test_the_variances_coefficients_are_the_formula() -> None:
    """c_i = (lambda / G) 2 (s_i - mean) / ((n - 1) mean length)."""
    c = row_coefficients(LOG_P, MEMBERS, eco(strength=0.5))
    s = torch.tensor([-0.2, -0.35, -0.75]).double()
    torch.testing.assert_close(c[:3], 0.5 / 2 * 2 * (s - s.mean()) / (2 * 20))
    assert c[5] == 0


def test_kl_to_uniform_over_the_set_is_half_the_kl_form() -> None:
    q = LOG_P[:3].softmax(0)
    divergence = (torch.full_like(q, 1 / 3) * ((1 / 3) / q).log()).sum()
    members = SetMembers(SETS[:3], MEMBERS.tokens[:3])
    assert set_penalty(LOG_P[:3], members, eco(score="sum", form="kl")).item() == pytest.approx(2 * divergence.item())


def test_kl_from_uniform_is_half_the_reverse_form() -> None:
    """KL(q || U) = log n - H(q)."""
    q = LOG_P[:3].softmax(0)
    divergence = (q * (q * 3).log()).sum()
    members = SetMembers(SETS[:3], MEMBERS.tokens[:3])
    found = set_penalty(LOG_P[:3], members, kl_set("model_first"))
    assert found.item() == pytest.approx(2 * divergence.item())


def test_no_set_is_large_enough() -> None:
    members = SetMembers(torch.tensor([1, 2]), torch.tensor([3.0, 4.0]))
    log_p = LOG_P[:2].clone().requires_grad_()
    assert gradients(set_penalty(log_p, members, eco()), log_p)[0].tolist() == [0, 0]


def test_eco_refuses_what_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="min_group"):
        eco(min_group=1)
    with pytest.raises(ValueError, match="strength"):
        eco(strength=-1)
    with pytest.raises(ValueError, match="base_log_p"):
        row_scores(LOG_P, SetMembers(SETS, MEMBERS.tokens), eco(score="ref"))
    with pytest.raises(ValueError, match="clusters"):
        set_penalty(LOG_P, SetMembers(SETS, MEMBERS.tokens), eco(weights="cluster"))


def test_choices_of_a_set_are_a_distribution_over_it() -> None:
    """1 -> (2 | 3), below 3 -> (4 | 5 | end): whatever the model, exp(r) adds up to 1."""
    programs = [[1, 2, 7, 7], [1, 3, 4], [1, 3, 5, 6], [8, 8]]
    found = find_branch_points(programs, [0, 0, 0, 1])
    assert found.row.tolist() == [0, 1, 1, 2, 2]
    assert found.position.tolist() == [1, 1, 5, 5, 6, 6, 8, 8, 9, 9]
    way = {(0, 1): [0.3, 0.1], (5, 8): [0.3, 0.1], (6, 9): [0.05, 0.2]}
    offered = torch.tensor([value for p in (1, 5, 6, 8, 9) for k, v in way.items() if p in k for value in v]).log()
    r = choice_log_p(offered, found, 4)
    assert r[:3].exp().tolist() == pytest.approx([0.75, 0.25 * 0.2, 0.25 * 0.8])
    assert r[3] == 0
