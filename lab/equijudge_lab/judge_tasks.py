"""The tasks that the judge does: is the corpus right, which programs make the sets, what are samples worth.

An IE is a fault of the service and no verdict: the task fails with what was said, and can be run again; the verdicts
that were given are in the judge's cache.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice
from pathlib import Path
from typing import Any, TypeVar

from equijudge import Client, EquivalenceSet, LimitOptions, SetOptions, Verdict
from equijudge_core.contracts.sets import Status
from equijudge_core.programs.parsing import Unparseable
from equijudge_core.scores.measures import ast_subtrees
from equijudge_core.scores.similarity import ast_kernel, mean_distance
from equijudge_core.signature import signature
from equijudge_lab.corpus import base_corpus, law, make_sets
from equijudge_lab.families import count_families
from equijudge_lab.files import (
    DRAWS,
    HELD_OUT,
    ROWS,
    SCORES,
    SIGNATURES,
    SUMMARY,
    TRAINED,
    read_json,
    read_lines,
    read_rows,
    write_json,
    write_rows,
)
from equijudge_lab.plan import TRAINED as TRAINED_SPLIT
from equijudge_lab.problems import held_out_problems, problems_of, set_problems, world_of
from equijudge_lab.tasks import Task
from equijudge_lab.world import ALGORITHMS, LabProblem
from equijudge_trainer.data.rows import Row

T = TypeVar("T")
OnProgress = Callable[[int, int], None]
"""How much is done, of how much."""

BATCH = 500
"""Programs of one request."""
SETS = 20
"""Problems of one request for sets."""
TIME_LIMIT_S = 0.2
"""CPU time of a test. The world's programs take milliseconds; what takes longer does not end."""
LIMITS = LimitOptions(time_limit_s=TIME_LIMIT_S)


class JudgeFault(Exception):
    """The judge could not say what a program is worth."""


def judge_corpus(client: Client, task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: OnProgress) -> None:
    """Judge the base model's programs; one that is meant to be right and is not is left out, and counted in
    summary.json."""
    world = world_of(task.facts)
    rows = list(base_corpus(world, task.facts["programs"], task.facts["wrong"], task.facts["world_seed"]))
    programs = list(dict.fromkeys((row.problem, row.completion) for row in rows))
    tests = {problem.name: problem.row for problem in (*world.train, *world.held_out)}
    verdicts: dict[tuple[str, str], Verdict] = {}
    for part in split_batches(programs, BATCH):
        verdicts |= _judge_programs(client, part, tests)
        on_progress(len(verdicts), len(programs))
    judged = [(row, verdicts[row.problem, row.completion]) for row in rows]
    kept = [row for row, verdict in judged if verdict is Verdict.AC or not row.cluster]
    counts = Counter(verdict for _, verdict in judged)
    write_rows(folder / ROWS, kept)
    write_json(
        folder / SUMMARY,
        {
            "programs": len(rows),
            "different": len(programs),
            "right": counts[Verdict.AC] / len(rows),
            "refused": len(rows) - len(kept),
            "verdicts": dict(sorted(counts.items())),
        },
    )


def judge_sets(client: Client, task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: OnProgress) -> None:
    """Make the sets to train on, each program with its algorithm and with what the signature calls it, and programs of
    the held-out problems for the NLL."""
    world, facts = world_of(task.facts), task.facts
    problems = set_problems(world, facts)
    held_out, _ = held_out_problems(world, facts)
    rows = make_sets(problems, facts["rows"], facts["zipf"], facts["sets_seed"])
    reference = make_sets(held_out, facts["held_out_programs"], facts["zipf"], facts["sets_seed"])
    by_name = {problem.name: problem for problem in (*problems, *held_out)}
    kept: list[Row] = []
    named: list[str] = []
    parts = list(split_batches(_group_by_problem(rows), SETS))
    for number, part in enumerate(parts):
        for made, (_, programs) in zip(_verify_sets(client, part, by_name), part, strict=True):
            clusters = {solution.position: solution.coarse for solution in made.solutions}
            kept += [row for place, row in enumerate(programs) if place in clusters]
            named += [clusters[place] for place in range(len(programs)) if place in clusters]
        on_progress(number, len(parts))
    write_rows(folder / ROWS, kept)
    write_json(folder / SIGNATURES, named)
    write_rows(folder / HELD_OUT, reference)
    write_json(
        folder / SUMMARY,
        {"problems": len(problems), "programs": len(kept), "refused": len(rows) - len(kept)} | _agreement(kept, named),
    )


def _agreement(rows: Sequence[Row], named: Sequence[str]) -> dict[str, float]:
    """How far both sources of clusters agree on pairs of a set: of pairs of one algorithm the share of one signature,
    and of pairs of one signature the share of one algorithm."""
    one = both = other = 0
    by_problem: dict[str, list[tuple[str, str]]] = {}
    for row, name in zip(rows, named, strict=True):
        by_problem.setdefault(row.problem, []).append((row.cluster, name))
    for labels in by_problem.values():
        for (a, x), (b, y) in combinations(labels, 2):
            one, other, both = one + (a == b), other + (x == y), both + (a == b and x == y)
    return {"algorithm_kept": both / one if one else 1.0, "signature_kept": both / other if other else 1.0}


def score_unit(client: Client, task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: OnProgress) -> None:
    """Judge what a unit drew, and count it: scores.json is all that is kept of the unit."""
    unit = task.facts["unit"]
    facts = unit["world"] | unit["draws"] | {"sets": unit.get("sets"), "prompts": unit.get("prompts", ())}
    world = world_of(facts)
    generated = inputs[f"generate/{unit['unit']}"]
    draws = read_json(generated / DRAWS)
    lines = {draw["file"]: list(read_lines(generated / draw["file"])) for draw in draws}
    problems = {problem.name: problem for draw in draws for problem in problems_of(world, facts, draw["split"])}
    wanted = {
        (line["problem"], text): None for found in lines.values() for line in found for text in line["samples"] if text
    }
    tests = {name: problem.row for name, problem in problems.items()}
    verdicts: dict[tuple[str, str], Verdict] = {}
    for part in split_batches(wanted, BATCH):
        verdicts |= _judge_programs(client, part, tests)
        on_progress(len(verdicts), len(wanted))
    data = _data_by_problem(inputs, unit)
    found = []
    for draw in draws:
        counted = [
            count_samples(
                problems[line["problem"]],
                line["samples"],
                verdicts,
                _data_of(problems[line["problem"]], draw, unit, data),
            )
            for line in lines[draw["file"]]
        ]
        found.append({name: draw[name] for name in ("epoch", "split", "temperature", "best")} | {"problems": counted})
    trained = next((read_json(path / TRAINED) for name, path in inputs.items() if name.startswith(("train/", "base/"))))
    write_json(
        folder / SCORES,
        {
            "unit": unit["unit"],
            "facts": unit,
            "training": {name: value for name, value in trained.items() if name not in ("models", "model_dir")},
            "sets": next(
                (read_json(path / SUMMARY) for name, path in inputs.items() if name.startswith("sets/")), None
            ),
            "rl": next((read_json(path / TRAINED) for name, path in inputs.items() if name.startswith("grpo/")), None),
            "algorithms": {core: list(ALGORITHMS[core]) for core in sorted({p.core for p in problems.values()})},
            "draws": found,
        },
        indent=None,
    )


def count_samples(
    problem: LabProblem, samples: Sequence[str], verdicts: Mapping[tuple[str, str], Verdict], data: Sequence[float]
) -> dict[str, Any]:
    """Count the samples of one problem: by algorithm, by signature, and how far right ones differ in syntax."""
    right = [text for text in samples if text and verdicts[problem.name, text] is Verdict.AC]
    return {
        "problem": problem.name,
        "core": problem.core,
        "data": [round(share, 12) for share in data],
        "samples": len(samples),
        "drawn": count_families(problem, samples),
        "right": count_families(problem, right),
        "right_samples": len(right),
        "signatures": _signature_sizes(samples),
        "right_signatures": _signature_sizes(right),
        "syntax": _syntax_distance(right),
    }


def _data_by_problem(inputs: Mapping[str, Path], unit: Mapping[str, Any]) -> dict[str, list[float]]:
    """The distribution of each trained prompt's own set."""
    sets = next((path for name, path in inputs.items() if name.startswith("sets/")), None)
    if sets is None:
        return {}
    counts: dict[str, Counter[str]] = {}
    for row in read_rows(sets / ROWS):
        counts.setdefault(row.problem, Counter())[row.cluster] += 1
    return {
        name: [found[algorithm] / found.total() for algorithm in ALGORITHMS[name.partition("-")[0]]]
        for name, found in counts.items()
    }


def _data_of(
    problem: LabProblem, draw: Mapping[str, Any], unit: Mapping[str, Any], own: Mapping[str, Sequence[float]]
) -> Sequence[float]:
    """What the model's data say of a prompt: its own set where it has one, else the law that sets are drawn by; the
    base's corpus has all equally often."""
    if draw["split"] == TRAINED_SPLIT:
        return own[problem.name]
    sets = unit.get("sets")
    return law(problem.core, sets["zipf"], sets["sets_seed"]) if sets else law(problem.core, None, 0)


@lru_cache(maxsize=1 << 16)
def _signature_of(program: str) -> str | None:
    try:
        return signature(program).coarse
    except Unparseable:
        return None


def _signature_sizes(programs: Sequence[str]) -> list[int]:
    """How many programs fall into each cluster, the largest first."""
    named = Counter(name for program in programs if program and (name := _signature_of(program)) is not None)
    return sorted(named.values(), reverse=True)


@lru_cache(maxsize=1 << 16)
def _subtrees(program: str) -> Mapping[str, int] | None:
    return ast_subtrees(program)


def _syntax_distance(programs: Sequence[str]) -> float | None:
    """The mean distance of syntax trees between two programs; None for fewer than two."""
    kernel = ast_kernel([found for program in programs if (found := _subtrees(program)) is not None])
    distance = mean_distance(kernel)
    return None if distance is None else round(distance, 6)


def split_batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Split into lists of `size`, the last one shorter."""
    left = iter(items)
    while part := list(islice(left, size)):
        yield part


def _judge_programs(
    client: Client, programs: Sequence[tuple[str, str]], tests: Mapping[str, Mapping[str, Any]]
) -> dict[tuple[str, str], Verdict]:
    """Have programs judged; return the verdict on each. Raises JudgeFault for an IE."""
    by_problem: dict[str, list[str]] = {}
    for problem, source in programs:
        by_problem.setdefault(problem, []).append(source)
    batch = [(tests[problem], sources) for problem, sources in by_problem.items()]
    order = [(problem, source) for problem, sources in by_problem.items() for source in sources]
    results = client.verify_batch(batch, limits=LIMITS)
    if faults := [result.reason for result in results if result.verdict is Verdict.IE]:
        raise JudgeFault(f"{len(faults)} programs are IE, the first: {faults[0]}")
    return {program: result.verdict for program, result in zip(order, results, strict=True)}


def _group_by_problem(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.problem, []).append(row)
    return list(found.items())


def _verify_sets(
    client: Client, part: Sequence[tuple[str, Sequence[Row]]], problems: Mapping[str, LabProblem]
) -> list[EquivalenceSet]:
    """Have the set of each problem verified. Raises JudgeFault for one that the judge failed at."""
    rows = [
        {**problems[name].row, "solutions": {"language": [3] * len(rows), "solution": [row.completion for row in rows]}}
        for name, rows in part
    ]
    found = client.equivalence_sets(rows, SetOptions(min_solutions=1, dedupe="text", audit=False, limits=LIMITS))
    if failed := [made for made in found if made.status is Status.INTERNAL_ERROR]:
        raise JudgeFault(f"sets: {failed[0].name}: {'; '.join(failed[0].faults)}")
    return found
