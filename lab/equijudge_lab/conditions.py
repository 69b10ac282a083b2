"""The conditions that the laboratory compares: what each is trained on and how.

Names: A5 is a group, A5-1 one of its variants. All start from the same base model, A0, and see the same sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from equijudge.errors import BadArgument
from equijudge_core.contracts.objectives import Eco, EntropyBonus, Gem, KlSet, LabelSmoothing, Nll, Objective, Sed
from equijudge_core.contracts.run_config import Order

SHUFFLED, GROUPED = Order(kind="shuffled"), Order(kind="grouped")
PLAIN = Nll()


@dataclass(frozen=True, slots=True)
class Condition:
    """One way to fine-tune. per_length: the objective's strength is divided by the squared mean tokens of a program,
    which brings a penalty on sums of log-probabilities to the scale of one on their means."""

    name: str
    title: str
    objective: Objective = PLAIN
    order: Order = SHUFFLED
    row_weights: Literal["uniform", "cluster"] = "uniform"
    per_length: bool = False

    @property
    def group(self) -> str:
        return self.name.partition("-")[0]


BASE = "A0"
BASE_TITLE = "base model"

CONDITIONS = (
    Condition("A1", "NLL, shuffled"),
    Condition("A2", "NLL, whole sets together", order=GROUPED),
    Condition("A3-epochs", "NLL, one program a problem, as many epochs", order=Order(kind="single", control="epochs")),
    Condition("A3-steps", "NLL, one program a problem, as many steps", order=Order(kind="single", control="steps")),
    Condition("A4", "NLL, clusters weighted equally", row_weights="cluster"),
    Condition("A5-0.3", "ECO, λ 0.3", Eco(kind="eco", strength=0.3), GROUPED),
    Condition("A5-1", "ECO, λ 1", Eco(kind="eco", strength=1.0), GROUPED),
    Condition("A5-3", "ECO, λ 3", Eco(kind="eco", strength=3.0), GROUPED),
    Condition("A6", "ECO on sums, λ 1 / T²", Eco(kind="eco", score="sum", strength=1.0), GROUPED, per_length=True),
    Condition("A7", "ECO on token means, λ 1", Eco(kind="eco", score="token_mean", strength=1.0), GROUPED),
    Condition("A8", "ECO tilted, λ 1", Eco(kind="eco", form="tilted", strength=1.0), GROUPED),
    Condition("A9-1", "ECO against the base, λ 1", Eco(kind="eco", preset="eco-ref", strength=1.0), GROUPED),
    Condition("A9-10", "ECO against the base, λ 10", Eco(kind="eco", preset="eco-ref", strength=10.0), GROUPED),
    Condition("A10", "ECO, λ 1, clusters weighted", Eco(kind="eco", weights="cluster"), GROUPED, "cluster"),
    Condition("A11", "GEM, β 0.7", Gem(kind="gem", beta=0.7)),
    Condition("A12", "SED, λ 1", Sed(kind="sed", strength=1.0, k=2)),
    Condition("A13", "label smoothing, ε 0.01", LabelSmoothing(kind="label_smoothing", epsilon=0.01)),
    Condition("A14", "entropy bonus, γ 0.1", EntropyBonus(kind="entropy", gamma=0.1)),
    Condition("A15", "KL to uniform over the set, λ 1", KlSet(kind="kl_set", strength=1.0), GROUPED),
)
BY_NAME = {condition.name: condition for condition in CONDITIONS}
TITLES = {BASE: BASE_TITLE} | {condition.name: condition.title for condition in CONDITIONS}


def choose_conditions(names: Iterable[str], among: Sequence[str]) -> tuple[str, ...]:
    """Pick the conditions of a preset that `--only` names, by name or by group, in the preset's order.

    Raises:
        BadArgument: a name that is none of the preset's conditions or groups.
    """
    names = tuple(names)
    known = {*among, *(BY_NAME[name].group for name in among)}
    if unknown := [name for name in names if name not in known]:
        raise BadArgument(f"--only: no condition {', '.join(unknown)} here; known: {', '.join(among)}")
    return tuple(name for name in among if name in names or BY_NAME[name].group in names)
