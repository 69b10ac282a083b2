"""POST /score-generations for 100 problems of 64 generations each, with everything behind it (HTTP, Redis, RQ, local
cells); the same once more, which must give the same scores to the last bit.

The problems are the handbook's under other names, the generations its programs, right and wrong, as a model would
write them: in fences, with chatter, or plain.
"""

from __future__ import annotations

import json
import random
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from tests.service import Service, running

from bench.figures import Figure
from equijudge import Client
from equijudge_core.generations import Generation, ProblemGenerations

PROBLEMS, GENERATIONS = 100, 64
HANDBOOK = Path(__file__).parent.parent / "data" / "handbook" / "problems.jsonl"
SHAPES = ("{}", "```python\n{}\n```", "Here is a solution.\n\n```py\n{}\n```\nIt reads the input once.")


def figures() -> list[Figure]:
    """Seconds of the first run against the second, whose verdicts are known by then."""
    asked = generations()
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as service:
        first_s, first = scored(service, asked)
        second_s, second = scored(service, asked)
    if first != second:
        raise AssertionError("the scores of two runs over the same generations differ")
    setting = f"{PROBLEMS} problems x {GENERATIONS}, 2 local slots; equal bit for bit: {len(first)} bytes; other: again"
    return [Figure("score generations", first_s, second_s, first_s / second_s, "s", setting)]


def generations(problems: int = PROBLEMS, samples: int = GENERATIONS, seed: int = 0) -> list[ProblemGenerations]:
    """The handbook's programs as a model's generations. Deterministic."""
    rows = [json.loads(line) for line in HANDBOOK.read_text(encoding="utf-8").splitlines()]
    chance = random.Random(seed)
    return [
        problem_generations({**row, "name": f"{row['name']} {number}"}, samples, chance)
        for number, row in enumerate(islice(cycle(rows), problems))
    ]


def problem_generations(row: dict[str, Any], samples: int, chance: random.Random) -> ProblemGenerations:
    """So many of a row's programs, drawn with replacement. Sources alone are sent, not the row's lists of them."""
    sources = row.pop("solutions")["solution"] + row.pop("incorrect_solutions")["solution"]
    texts = [chance.choice(SHAPES).format(chance.choice(sources)) for _ in range(samples)]
    made = tuple(Generation(id=f"g{number}", text=text) for number, text in enumerate(texts))
    return ProblemGenerations(problem=row, generations=made, family=row["name"].rpartition(" ")[0])


def scored(service: Service, asked: list[ProblemGenerations]) -> tuple[float, bytes]:
    """Seconds, and the scores as JSON."""
    with Client(f"http://127.0.0.1:{service.api_port}", service.environment()["EQUIJUDGE_API_KEYS"]) as client:
        began = time.monotonic()
        scores = client.score(asked)
        return time.monotonic() - began, json.dumps(scores).encode()
