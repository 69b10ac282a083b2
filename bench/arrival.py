"""How much the time of an answer tells whoever has an outcome-only key, in bits a program: by default, and with
`EQUIJUDGE_OUTCOME_ONLY_CADENCE_S`.

Two readers, each with LEVELS equally likely secrets, so that log2(LEVELS) bits are all there is. `answers`: a program
that guesses every answer and sleeps STEP_S a test; how long it is judged says which test failed first, so how many
answers in a row were right. `inputs`: a program that sleeps as many steps as its input says. They sleep, since a busy
machine disturbs that less than work. The requests are in random order. A secret is read off a time by its nearest
neighbour among all other times of the run; the figure is the mutual information between secrets and what was read,
less what the same gives for secrets that are shuffled. A better reader may get more, a busy machine gives less: no
bound, an order of magnitude.
"""

from __future__ import annotations

import math
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from tests.service import OUTCOME_KEY, Http, Service, body, running

from bench.figures import Figure

TESTS, LEVELS, TRIALS, SHUFFLES = 24, 8, 4, 200
STEP_S = 0.06
CADENCE_S = 2.0
SOURCE = "import time\nn = int(input())\ntime.sleep({steps} * {step})\nprint(0)  # {nonce}\n"
Ask = Callable[[Http, int], Any]


def figures() -> list[Figure]:
    """Both readers, by default and with the cadence."""
    by_default, at_cadence = measure({}), measure({"EQUIJUDGE_OUTCOME_ONLY_CADENCE_S": str(CADENCE_S)})
    setting = f"ours: cadence {CADENCE_S:g} s, other: default; of {math.log2(LEVELS):g} bits, {TRIALS} times a secret"
    return [
        Figure(f"arrival, {name}", ours, other, ours / other if other else math.inf, "bits a program", setting)
        for name, ours, other in zip(READERS, at_cadence, by_default, strict=True)
    ]


def measure(settings: dict[str, str]) -> list[float]:
    """Bits a program of each reader, at a service of its own with one slot."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder), settings=settings, slots=1) as service:
        return [bits(times(service, ask)) for ask in READERS.values()]


def ask_answers(http: Http, secret: int) -> None:
    """Answers of which the first 3 x secret are as the program guesses, and the next is not."""
    right = (TESTS // LEVELS) * secret
    outputs = ["0\n"] * right + ["1\n"] * (TESTS - right)
    verify(http, [f"{n}\n" for n in range(TESTS)], outputs, "1")


def ask_inputs(http: Http, secret: int) -> None:
    """One input, which is the secret, to a program that is wrong in any case."""
    verify(http, [f"{secret}\n"], ["1\n"], f"{TESTS // LEVELS} * n")


READERS: dict[str, Ask] = {"answers": ask_answers, "inputs": ask_inputs}


def verify(http: Http, inputs: list[str], outputs: list[str], steps: str) -> None:
    """Ask, wait for the answer. Raises RuntimeError when it is another than expected."""
    row = {"name": "hidden", "private_tests": {"input": inputs, "output": outputs}}
    source = SOURCE.format(steps=steps, step=STEP_S, nonce=random.random())
    answer = http.post("/verify", json=body([source], row, wait=60))
    if '"REJ"' not in answer.text:
        raise RuntimeError(answer.text)


def times(service: Service, ask: Ask) -> list[tuple[int, float]]:
    """Secrets with the seconds until the answer, in the order of asking."""
    http = Http(service.http().base, OUTCOME_KEY)
    ask(http, 0)
    secrets = list(range(LEVELS)) * TRIALS
    random.shuffle(secrets)
    found = []
    for secret in secrets:
        time.sleep(random.random() * CADENCE_S / 4)
        began = time.perf_counter()
        ask(http, secret)
        found.append((secret, time.perf_counter() - began))
    return found


def bits(found: Sequence[tuple[int, float]]) -> float:
    """What the times tell of the secrets; 0 where it is no more than by chance."""
    secrets, seconds = [secret for secret, _ in found], [spent for _, spent in found]
    nearest = [
        min((at for at in range(len(found)) if at != me), key=lambda at: abs(seconds[at] - seconds[me]))
        for me in range(len(found))
    ]

    def information(labels: Sequence[int]) -> float:
        return mutual_information([(labels[me], labels[nearest[me]]) for me in range(len(labels))])

    chance = fmean(information(random.sample(secrets, len(secrets))) for _ in range(SHUFFLES))
    return max(0.0, information(secrets) - chance)


def mutual_information(pairs: Sequence[tuple[int, int]]) -> float:
    """In bits, of the empirical distribution of the pairs."""
    size, both = len(pairs), Counter(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    return sum(n / size * math.log2(n * size / (left[a] * right[b])) for (a, b), n in both.items())
