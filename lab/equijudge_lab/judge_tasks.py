"""The tasks that the judge does: is the corpus right, which programs make the sets, what are samples worth.

An IE is a fault of the service and no verdict: the task fails with what was said, and can be run again; the verdicts
that were given are in the judge's cache.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from pathlib import Path
from typing import Any, TypeVar

from equijudge import Client, EquivalenceSet, LimitOptions, ProblemGenerations, ReferenceClusters, SetOptions, Verdict
from equijudge_core.contracts.score_requests import ReferenceSet
from equijudge_core.contracts.sets import Status
from equijudge_lab.corpus import base_corpus, training_sets
from equijudge_lab.files import (
    GENERATIONS,
    HELD_OUT,
    PROBLEMS,
    ROWS,
    SCORES,
    SUMMARY,
    read_json,
    write_json,
    write_rows,
)
from equijudge_lab.tasks import Task
from equijudge_lab.world import ALGORITHMS, FULL, GPU, SMOKE, LabProblem, World, make_world, render
from equijudge_trainer.data.rows import Row

T = TypeVar("T")
OnProgress = Callable[[int, int], None]
"""How much is done, of how much."""

WORLDS = {"smoke": SMOKE, "full": FULL, "gpu": GPU}
BATCH = 500
"""Programs of one request."""
SETS = 20
"""Problems of one request for sets."""
TIME_LIMIT_S = 0.2
"""CPU time of a test. The world's programs take milliseconds; what takes longer does not end."""
LIMITS = LimitOptions(time_limit_s=TIME_LIMIT_S)


class JudgeFault(Exception):
    """The judge could not say what a program is worth."""


def world_of(facts: Mapping[str, Any]) -> World:
    """The world that a task's facts name."""
    return make_world(WORLDS[facts["size"]], facts["seed"])


def judge_corpus(client: Client, task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: OnProgress) -> None:
    """Judge the base model's programs; one that is meant to be right and is not is left out, and counted in
    summary.json."""
    world = world_of(task.facts)
    rows = list(base_corpus(world, task.facts["programs"], task.facts["wrong"], task.facts["seed"]))
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
    """Make the sets to train on, the reference clusters of the held-out problems, and their programs for the NLL."""
    world, facts = world_of(task.facts), task.facts
    problems = world.train[: facts["problems"]]
    rows = training_sets(world, facts["problems"], facts["solutions"], facts["zipf"], facts["seed"])
    held_out = pick_evenly(world.held_out, facts["held_out"])
    reference = [row for problem in held_out for row in render_reference(problem, facts["renders"], facts["seed"])]
    by_name = {problem.name: problem for problem in (*problems, *held_out)}
    total = len({row.problem for row in (*rows, *reference)})

    def verify(given: Iterable[Row], done: int) -> tuple[list[EquivalenceSet], list[Row]]:
        found, kept = [], []
        for part in split_batches(_group_by_problem(given), SETS):
            for made, (problem, programs) in zip(_verify_sets(client, part, by_name), part, strict=True):
                found.append(made)
                clusters = {solution.position: solution.coarse for solution in made.solutions}
                kept += [
                    Row(problem, row.prompt, row.completion, clusters[place])
                    for place, row in enumerate(programs)
                    if place in clusters
                ]
            on_progress(done + len(found), total)
        return found, kept

    trained, kept = verify(rows, 0)
    known, kept_reference = verify(reference, len(trained))
    write_rows(folder / ROWS, kept)
    write_rows(folder / HELD_OUT, kept_reference)
    write_json(
        folder / PROBLEMS,
        [
            {
                "name": problem.name,
                "family": problem.family,
                "prompt": problem.prompt,
                "row": problem.row,
                "reference": _clusters(made).model_dump(mode="json"),
            }
            for problem, made in zip(held_out, known, strict=True)
        ],
    )
    write_json(folder / SUMMARY, _summary(trained, rows, kept, known))


def score_samples(
    client: Client, task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: OnProgress
) -> None:
    """Judge samples on all tests and score them; a sample that did not come to its end is wrong."""
    generated, made = (inputs[name] for name in task.needs)
    problems = {problem["name"]: problem for problem in read_json(made / PROBLEMS)}
    lines = [json.loads(line) for line in (generated / GENERATIONS).read_text("utf-8").splitlines()]
    batch = [
        ProblemGenerations(
            problem=problems[line["problem"]]["row"],
            generations=tuple(in_code_fence(each["text"]) if each["finished"] else "" for each in line["samples"]),
            reference=ReferenceClusters.model_validate(problems[line["problem"]]["reference"]),
            family=problems[line["problem"]]["family"],
        )
        for line in lines
    ]
    total, done = sum(len(entry.generations) for entry in batch), count(1)
    found = client.score(
        batch,
        on_sample=lambda line: on_progress(next(done), total),
        k=task.facts["k"],
        resamples=task.facts["resamples"],
        limits=LIMITS,
    )
    if faults := found.figures["ie"].value:
        raise JudgeFault(f"{task.name}: {100 * faults:.1f} % of samples are IE")
    write_json(folder / SCORES, found.model_dump(mode="json"))


def render_reference(problem: LabProblem, renders: int, seed: int) -> Iterator[Row]:
    """Render `renders` programs of each algorithm of a problem."""
    rng = random.Random(f"reference {seed} {problem.name}")
    for algorithm in ALGORITHMS[problem.family]:
        for _ in range(renders):
            yield Row(problem.name, problem.prompt, render(problem, algorithm, rng), algorithm)


def pick_evenly(problems: Sequence[LabProblem], count: int) -> list[LabProblem]:
    """Pick `count` problems, from the families in turn as long as each has any."""
    queues: dict[str, list[LabProblem]] = {}
    for problem in problems:
        queues.setdefault(problem.family, []).append(problem)
    if count > len(problems):
        raise ValueError(f"held_out: {count} problems wanted, the world holds out {len(problems)}")
    in_turn = (queue[place] for place in range(len(problems)) for queue in queues.values() if place < len(queue))
    return list(islice(in_turn, count))


def in_code_fence(program: str) -> str:
    """Fence a program, so that all of it, and nothing else, is taken out of the generation."""
    return f"```python\n{program}\n```"


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
        raise JudgeFault(f"corpus: {len(faults)} programs are IE, the first: {faults[0]}")
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


def _clusters(made: EquivalenceSet) -> ReferenceClusters:
    """The clusters of a set. Raises JudgeFault where no program passed: the world's own programs are right."""
    clusters = ReferenceSet.model_validate(made.model_dump(mode="json")).clusters()
    if clusters is None:
        raise JudgeFault(f"sets: {made.name}: none of the world's own programs is accepted ({made.status})")
    return clusters


def _summary(
    trained: Sequence[EquivalenceSet], given: Sequence[Row], kept: Sequence[Row], known: Sequence[EquivalenceSet]
) -> dict[str, Any]:
    counts = Counter(row.problem for row in kept)
    return {
        "problems": len(counts),
        "programs": len(kept),
        "refused": len(given) - len(kept),
        "clusters_per_problem": _mean([len(made.clusters) for made in trained]),
        "reference_problems": len(known),
        "reference_programs": sum(len(made.solutions) for made in known),
        "reference_refused": sum(len(made.dropped) for made in known),
        "reference_clusters_per_problem": _mean([len(made.clusters) for made in known]),
    }


def _mean(numbers: Sequence[int]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
