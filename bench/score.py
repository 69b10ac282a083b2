"""POST /score-generations for 100 problems of 64 generations each, with everything behind it (HTTP, Redis, RQ, local
cells), three times: with empty caches, again, and on a fresh service. All must give the same scores to the last bit.

The problems are the handbook's under other names, the generations its programs, right and wrong, as a model would
write them: in fences, with chatter, or plain, and repeating itself. All tests decide. Programs labelled TLE or MLE are
left out: they take their limit several times over, and what verdicts cost is another bench's matter.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests import handbook
from tests.service import Service, running

from bench.figures import Figure
from equijudge import Client
from equijudge_core.contracts.score_requests import Generation, ProblemGenerations

PROBLEMS, GENERATIONS = 100, 64
LISTS = ("solutions", "incorrect_solutions")
AT_LIMITS = ("TLE", "MLE")
SHAPES = ("{}", "```python\n{}\n```", "Here is a solution.\n\n```py\n{}\n```\nIt reads the input once.")


def figures() -> list[Figure]:
    """Seconds of an empty cache against one that knows the verdicts, and against another empty one."""
    asked = generations()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as service:
        first_s, first = time_scoring(service, asked)
        again_s, again = time_scoring(service, asked)
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as service:
        fresh_s, fresh = time_scoring(service, asked)
    if not first == again == fresh:
        raise AssertionError("the scores of runs over the same generations differ")
    size = f"{PROBLEMS} problems x {GENERATIONS}, 2 local slots; {len(first)} bytes, equal bit for bit"
    generated = PROBLEMS * GENERATIONS
    return [
        Figure("score generations", first_s, again_s, first_s / again_s, "s", f"{size}; other: again, from the cache"),
        Figure("score generations", first_s, fresh_s, first_s / fresh_s, "s", f"{size}; other: a fresh service"),
        Figure(
            "time_scoring",
            generated / first_s,
            generated / again_s,
            again_s / first_s,
            "/s",
            "generations; other: again",
        ),
    ]


def generations(problems: int = PROBLEMS, samples: int = GENERATIONS, seed: int = 0) -> list[ProblemGenerations]:
    """The handbook's programs as a model's generations. Deterministic."""
    rows, labels = handbook.read_rows(), handbook.read_labels()
    sources: dict[str, list[str]] = {row["name"]: [] for row in rows}
    lists = {row["name"]: {name: row.pop(name)["solution"] for name in LISTS} for row in rows}
    for label in labels:
        if label["expected"] not in AT_LIMITS:
            sources[label["problem"]].append(lists[label["problem"]][label["list"]][label["index"]])
    chance = random.Random(seed)
    return [
        problem_generations({**row, "name": f"{row['name']} {number}"}, sources[row["name"]], samples, chance)
        for number, row in enumerate(islice(cycle(rows), problems))
    ]


def problem_generations(
    row: dict[str, Any], sources: list[str], samples: int, chance: random.Random
) -> ProblemGenerations:
    """So many of the sources, drawn with replacement."""
    texts = [chance.choice(SHAPES).format(chance.choice(sources)) for _ in range(samples)]
    made = tuple(Generation(id=f"g{number}", text=text) for number, text in enumerate(texts))
    return ProblemGenerations(problem=row, generations=made, family=row["name"].rpartition(" ")[0])


def time_scoring(service: Service, asked: list[ProblemGenerations]) -> tuple[float, bytes]:
    """Seconds, and the scores as JSON."""
    with Client(f"http://127.0.0.1:{service.api_port}", service.environment()["EQUIJUDGE_API_KEYS"]) as client:
        began = time.monotonic()
        scores = client.score(asked)
        took_s = time.monotonic() - began
    print(f"{PROBLEMS * GENERATIONS} generations in {took_s:.0f} s", file=sys.stderr)
    return took_s, scores.model_dump_json().encode()
