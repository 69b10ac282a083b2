"""What groups are called on the page."""

from __future__ import annotations

from equijudge_lab.design import Design, Unit
from equijudge_lab.plan import Chosen

_FIELDS = {"beta": "β", "epsilon": "ε", "gamma": "γ"}


def title(design: Design, unit: Unit, chosen: Chosen) -> str:
    """A group's name for readers: the arm, its strength, and what sets it apart."""
    if unit.kind == "base":
        return f"base model{_place(unit)}"
    arm = design.arms[unit.arm]
    strength = chosen.strengths.get(unit.arm) if unit.chosen else unit.strength
    letter = _FIELDS.get(arm.strength or "", "λ")
    told = "" if strength is None else f" {letter} {strength:g}"
    order = {"shuffled": "shuffled", "grouped": "sets together", "apart": "sets apart"}[unit.order]
    first = {"sharpened": "sharpened ", "grpo": "GRPO after "}.get(unit.kind, "")
    rows = "" if unit.rows > 1 else ", one solution"
    return f"{first}{arm.title}{told}, {unit.regime}, {order}{rows}{_place(unit)}"


def _place(unit: Unit) -> str:
    return (", second world" if unit.world else "") + (", small" if unit.model == "small" else "")
