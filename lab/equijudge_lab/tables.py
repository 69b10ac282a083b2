"""The experiment's results as one JSON object, from which the page is drawn too. Pure: scores in, tables out.

An interval stands as {value, low, high}. Every condition has the same entries, null where nothing is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from equijudge_core.contracts.scores import Estimate, Scores
from equijudge_core.scores import seeds
from equijudge_core.scores.comparison import compare
from equijudge_lab.conditions import BASE, TITLES
from equijudge_lab.hypotheses import HYPOTHESES, MARGIN, Answer, Run, decide_hypothesis, is_significant
from equijudge_lab.plan import QUARTERS, Draw, preset_as_json
from equijudge_lab.results import Results

BASE_RANGE = (0.3, 0.7)
TUNED_LEAST = 0.85
NLL = "A1"
"""What every condition is shown against."""

DISTANCES = {"coarse": "different clusters", "ast": "distance of syntax trees"}
LOGGED = ("nll", "penalty", "pushed_down", "entropy", "log_p_mean", "log_p_min", "log_p_max", "held_out_nll")


def figures(k: int) -> dict[str, str]:
    """The main figures by name, with what they are."""
    return {
        "pass@1": "share of samples that are right",
        f"coverage@{k}": f"clusters among the right ones of {k} samples",
        f"coverage_given_correct@{k}": f"clusters among {k} right samples",
        "effective_clusters": "1 / probability that two right samples share a cluster",
        f"coverage_all@{k}": f"clusters among {k} samples, right or wrong",
        f"recall@{k}": f"share of the reference clusters that {k} samples reach",
    }


def build_tables(results: Results, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Make all tables. facts: seed, versions, command, machine, when."""
    k = results.preset.k
    names = [BASE, *results.conditions]
    answered = [decide_hypothesis(each, results.find, results.sweep, k) for each in HYPOTHESES]
    return {
        **facts,
        "preset": preset_as_json(results.preset),
        "complete": results.complete,
        "k": k,
        "problems": len(next(iter(results.scores.values())).problems) if results.scores else 0,
        "families": _families(results),
        "figures": figures(k),
        "acceptance": acceptance(results),
        "corpus": results.corpus,
        "sets": results.sets,
        "conditions": [_condition(results, name, k) for name in names],
        "sweeps": [found for name in names if (found := _sweep(results, name, k))],
        "traces": [_trace(results, name, k) for name in results.preset.traced if results.seeds(name)],
        "decomposition": [_decomposition(results, name) for name in results.conditions if results.seeds(name)],
        "hypotheses": [each.model_dump(mode="json") for each in answered],
        "answers": {one.value: sum(each.answer is one for each in answered) for one in Answer},
        "margin": MARGIN,
        "seconds": _seconds(results),
    }


def acceptance(results: Results) -> dict[str, Any]:
    """Whether the world is neither too easy nor too hard for numbers about diversity to mean much."""
    base, tuned = results.seeds(BASE), results.seeds(NLL)
    base_share, tuned_share = (_plain(seeds.mean(runs, "pass@1")) if runs else None for runs in (base, tuned))
    base_ok = None if base_share is None else BASE_RANGE[0] <= (base_share["value"] or 0.0) <= BASE_RANGE[1]
    tuned_ok = None if tuned_share is None else (tuned_share["value"] or 0.0) >= TUNED_LEAST
    return {
        "base": base_share,
        "tuned": tuned_share,
        "base_range": list(BASE_RANGE),
        "tuned_least": TUNED_LEAST,
        "base_ok": base_ok,
        "tuned_ok": tuned_ok,
        "ok": bool(base_ok and tuned_ok),
    }


def _condition(results: Results, name: str, k: int) -> dict[str, Any]:
    runs = results.seeds(name)
    shown = figures(k)
    reference = [] if name == NLL else results.seeds(NLL)
    against = results.find(Run(name))
    matched = seeds.matched_difference(reference, against, k) if reference and against else None
    return {
        "name": name,
        "title": TITLES[name],
        "seeds": len(runs),
        "planned_seeds": len(results.preset.seeds_of(name)),
        "figures": {figure: _plain(seeds.mean(runs, figure)) if runs else None for figure in shown},
        "by_seed": {figure: [_mean(run, figure) for run in runs] for figure in shown},
        "matched": None if matched is None else matched.model_dump() | {"significant": is_significant(matched)},
        "training": _training(results, name),
    }


def _training(results: Results, name: str) -> list[dict[str, Any]]:
    """Per seed: how large the run was, and its diagnostics at the last step (pushed_down: the most of any step)."""
    found = []
    for seed in results.preset.seeds_of(name):
        run = results.runs.get((name, seed))
        if run is None:
            continue
        log: Sequence[Mapping[str, Any]] = run["steps_log"]
        last = {field: next((line[field] for line in reversed(log) if field in line), None) for field in LOGGED}
        pushed = [line["pushed_down"] for line in log if "pushed_down" in line]
        found.append(
            {
                "seed": seed,
                **last,
                "pushed_down": max(pushed, default=None),
                "steps": run["steps"],
                "rows": run["rows"],
                "seconds": run["seconds"],
                "collision_rate": run.get("collision_rate"),
                "device": run["device"],
            }
        )
    return found


def _sweep(results: Results, name: str, k: int) -> dict[str, Any] | None:
    drawn = {at: runs for at in results.preset.temperatures_of(name) if (runs := results.seeds(name, at))}
    seeds_of_all = min(map(len, drawn.values()), default=0)
    points = [
        {"temperature": temperature, "seeds": seeds_of_all, **_two(runs[:seeds_of_all], k)}
        for temperature, runs in drawn.items()
    ]
    return {"name": name, "title": TITLES[name], "points": points} if points else None


def _two(runs: Sequence[Scores], k: int) -> dict[str, Any]:
    return {figure: _plain(seeds.mean(runs, figure)) for figure in ("pass@1", f"coverage@{k}")}


def _trace(results: Results, name: str, k: int) -> dict[str, Any]:
    """Seed 0 from the base model to the end of training."""
    run = results.runs.get((name, 0), {})
    steps = run.get("steps", 0)
    shown = ("pass@1", f"coverage@{k}", f"coverage_given_correct@{k}", f"coverage_all@{k}", "effective_clusters")
    points = []
    for quarter in range(QUARTERS + 1):
        draw = Draw(BASE) if quarter == 0 else Draw(name, 0, 1.0, quarter)
        scores = results.scores.get(draw)
        if scores is not None:
            found = {figure: _plain(seeds.mean([scores], figure)) for figure in shown}
            points.append({"step": round(steps * quarter / QUARTERS), "quarter": quarter, "figures": found})
    held_out = [
        {"step": line["step"], "held_out_nll": line["held_out_nll"]}
        for line in run.get("steps_log", ())
        if "held_out_nll" in line
    ]
    return {"name": name, "title": TITLES[name], "points": points, "held_out": held_out}


def _decomposition(results: Results, name: str) -> dict[str, Any]:
    """From the base model to the condition's seed 0, for each kind of distance."""
    found: dict[str, Any] = {"name": name, "title": TITLES[name]}
    base = results.seeds(BASE)
    if base:
        kinds = compare(base[0], results.seeds(name)[0]).decomposition
        found |= {kind: kinds[kind].model_dump(mode="json") for kind in DISTANCES}
    return found


def _families(results: Results) -> int:
    if not results.scores:
        return 0
    return len({problem.family for problem in next(iter(results.scores.values())).problems})


def _seconds(results: Results) -> dict[str, float]:
    """By kind of task."""
    found: dict[str, float] = {}
    for name, seconds in results.seconds.items():
        kind = name.partition("/")[0]
        found[kind] = round(found.get(kind, 0.0) + seconds, 1)
    return dict(sorted(found.items()))


def _mean(run: Scores, figure: str) -> float | None:
    """One seed's value, as the mean over problems that `Scores` gives."""
    found = run.figures.get(figure)
    return None if found is None else found.value


def _plain(found: Estimate) -> dict[str, float | None]:
    return {"value": found.value, "low": found.low, "high": found.high}
