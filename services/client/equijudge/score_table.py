"""Draws scores and comparisons. Pure: values in, rich renderables out; nothing is printed here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from equijudge.figure_names import is_main, meaning_of
from equijudge.result_tables import make_table
from equijudge_core.contracts.scores import (
    Comparison,
    Decomposition,
    Difference,
    Estimate,
    Figure,
    ProblemScores,
    Scores,
)

SHOWN_FIRST = ("samples", "judged", "correct")


def scores_tables(found: Scores, names: Mapping[str, str], *, everything: bool) -> Iterator[RenderableType]:
    """Draw a run: what it consists of, its verdicts, its figures; with `everything` its problems too."""
    yield Text(summary(found), style="bold")
    yield Text(verdict_mix(found.figures))
    yield figures_table(found.figures, everything=everything)
    if undefined := undefined_figures(found.figures, everything=everything):
        yield Text(f"not defined here (no reference, or too few samples): {', '.join(undefined)}", style="dim")
    if everything:
        yield problems_table(found.problems, names)


def summary(found: Scores) -> str:
    """One line about a run."""
    problems, settings = found.problems, found.settings
    samples, judged = (sum(getattr(problem, name) for problem in problems) for name in ("samples", "judged"))
    unjudged = f", {samples - judged} of them IE" if judged != samples else ""
    return (
        f"{len(problems)} problems, {samples} samples{unjudged} · signature {found.signature_version} · "
        f"{settings.confidence:.0%} intervals over problems ({settings.method}, {settings.resamples} "
        f"resamples, seed {settings.seed})"
    )


def verdict_mix(figures: Mapping[str, Figure]) -> str:
    """The share of each verdict among what was judged."""
    mix = {name.removeprefix("verdict_"): each.value for name, each in figures.items() if name.startswith("verdict_")}
    shown = [f"{verdict} {share:.1%}" for verdict, share in mix.items() if share]
    return " · ".join([*shown, f"does not parse {figures['unparseable'].value or 0:.1%}"])


def figures_table(figures: Mapping[str, Figure], *, everything: bool) -> Table:
    """One line per figure that is defined; the bounds that IE leave open where there are any."""
    open_bounds = any(each.if_ie_wrong != each.if_ie_right for each in figures.values())
    bounds = [">were IE wrong", ">were IE right"] if open_bounds else []
    table = make_table("figure", ">value", ">interval", ">problems", *bounds, "what it is")
    for name, each in figures.items():
        if each.value is None or not (everything or is_main(name)):
            continue
        ends = [number(bound.value) for bound in (each.if_ie_wrong, each.if_ie_right)] if open_bounds else []
        meaning = Text(meaning_of(name), style="dim")
        table.add_row(name, number(each.value), interval(each), str(each.problems), *ends, meaning)
    return table


def problems_table(problems: Iterable[ProblemScores], names: Mapping[str, str]) -> Table:
    """One line per problem."""
    table = make_table("problem", ">samples", ">judged", ">correct", ">clusters", ">pass@1", ">ast distance, correct")
    for problem in problems:
        table.add_row(
            Text(names.get(problem.problem_id, problem.problem_id)),
            *(str(getattr(problem, name)) for name in SHOWN_FIRST),
            str(len(problem.clusters["coarse"])),
            number(problem.values.get("pass@1")),
            number(problem.values.get("distance:ast_correct")),
        )
    return table


def comparison_tables(found: Comparison, name_a: str, name_b: str, *, everything: bool) -> Iterator[RenderableType]:
    """Draw two runs: what changed, where a change in diversity comes from, coverage at equal skill."""
    yield Text("differences, paired by problem: b - a", style="bold")
    yield differences_table(found.differences, name_a, name_b, everything=everything)
    yield Text("coverage were both runs equally often right", style="bold")
    yield differences_table(found.matched, name_a, name_b, everything=everything)
    yield Text("the drop in mean distance from a to b, and what it comes from", style="bold")
    yield drops_table(found.decomposition)
    yield Text(
        "residual: drop among correct samples; quality control: the rest of the drop; within_cc + within_ci + "
        "within_ii + mix = drop exactly (correct-correct pairs, mixed, wrong-wrong; change of their shares)",
        style="dim",
    )


def differences_table(differences: Mapping[str, Difference], name_a: str, name_b: str, *, everything: bool) -> Table:
    """One line per figure; bold where the interval leaves out zero."""
    table = make_table("figure", f">a: {name_a}", f">b: {name_b}", ">b - a", ">interval", ">problems")
    for name, each in differences.items():
        if each.value is None or not (everything or is_main(name)):
            continue
        style = "bold" if is_clear(each) else ""
        difference = Text(number(each.value, signed=True), style=style)
        ends = Text(interval(each, signed=True), style=style)
        table.add_row(name, number(each.a), number(each.b), difference, ends, str(each.problems))
    return table


def drops_table(decomposition: Mapping[str, Decomposition]) -> Table:
    """One line per part of the drop, one column per kind of distance."""
    kinds = list(decomposition)
    parts = Decomposition.model_fields if kinds else ()
    table = make_table("part", *(f">{kind}" for kind in kinds))
    for part in parts:
        cells = (getattr(decomposition[kind], part) for kind in kinds)
        table.add_row(part, *(str(cell) if isinstance(cell, int) else with_interval(cell) for cell in cells))
    return table


def undefined_figures(figures: Mapping[str, Figure], *, everything: bool) -> list[str]:
    """Figures without a value, of those that would be shown."""
    return [name for name, each in figures.items() if each.value is None and (everything or is_main(name))]


def is_clear(estimate: Estimate) -> bool:
    """Whether an interval leaves out zero."""
    low, high = estimate.low, estimate.high
    return low is not None and high is not None and (low > 0 or high < 0)


def with_interval(estimate: Estimate) -> str:
    """A value and its interval in one cell."""
    if estimate.value is None:
        return "-"
    return f"{number(estimate.value, signed=True)} {interval(estimate, signed=True)}"


def interval(estimate: Estimate, *, signed: bool = False) -> str:
    """Both ends; an open one is infinite."""
    low, high = (number(end, signed=signed, none="∞") for end in (estimate.low, estimate.high))
    return f"[{low}, {high}]"


def number(value: float | None, *, signed: bool = False, none: str = "-") -> str:
    """Three decimals; of large ones fewer."""
    if value is None:
        return none
    return f"{value:{'+' if signed else ''}.{3 if abs(value) < 100 else 1}f}"
