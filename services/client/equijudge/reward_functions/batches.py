"""What rewards are judged by: the calls of this process that come close together, as one request of their client's."""

from __future__ import annotations

import os
import threading
import weakref
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from equijudge import endpoints
from equijudge._sync.client import Client
from equijudge.batching import Batcher
from equijudge.errors import JobCancelled, Unreachable
from equijudge.reward_functions.inputs import Problem
from equijudge_core.contracts.verify import Candidate, Form, ResultLine, VerifyResponse

FIRST_WAIT_S = 0.25  # results that are there by then come with the first answer; later ones one by one


@dataclass(frozen=True, slots=True)
class Completion:
    """One text of a model for a problem. `name`: the same for problems that are the same. `language`: of the program
    that is looked for in it."""

    name: str
    problem: Problem
    text: str
    language: str


class RewardJob:
    """A request as a batcher's Job. `places`: of each candidate of each problem."""

    def __init__(self, client: Client, answer: VerifyResponse, places: Sequence[Sequence[int]]) -> None:
        self._client, self._answer, self._places = client, answer, places

    def results(self) -> Iterator[tuple[int, ResultLine]]:
        """See batching.Job. Raises JobCancelled when it ends early."""
        lines, seen = self._answer.results, 0
        for line in self._client.results(self._answer.job_id) if lines is None else lines:
            seen += 1
            yield self._places[line.problem][line.candidate], line
        if seen < self._answer.candidates:
            raise JobCancelled(f"job {self._answer.job_id} was cancelled")

    def cancel(self) -> None:
        """See batching.Job."""
        self._client.cancel(self._answer.job_id)


class Batchers:
    """One batcher for each client and each way to judge, while the client lives."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Begin anew: in a child process threads are gone, and a lock may be held by one of them."""
        self._lock = threading.Lock()
        self._known: weakref.WeakKeyDictionary[Client, dict[str, Batcher[Completion, ResultLine]]]
        self._known = weakref.WeakKeyDictionary()

    def get(self, client: Client, options: endpoints.VerifyKeywords) -> Batcher[Completion, ResultLine]:
        """Find or make that of a client for these options. Raises ValueError for wrong options."""
        name = endpoints.judge_options(options).model_dump_json()
        with self._lock:
            of_client = self._known.setdefault(client, {})
            if name not in of_client:
                of_client[name] = Batcher(_make_submit(weakref.ref(client), options))
            return of_client[name]


BATCHERS = Batchers()
os.register_at_fork(after_in_child=BATCHERS.forget)


def _make_submit(client: weakref.ref[Client], options: endpoints.VerifyKeywords) -> Any:
    """Make what a batcher of this client submits by: one request, the texts of a problem together."""

    def submit(texts: Sequence[Completion]) -> RewardJob:
        alive = client()
        if alive is None:
            raise Unreachable("the client is gone")
        places: dict[str, list[int]] = defaultdict(list)
        for place, text in enumerate(texts):
            places[text.name].append(place)
        batch = [(texts[where[0]].problem, [_candidate(texts[place]) for place in where]) for where in places.values()]
        return RewardJob(alive, alive.submit(batch, wait_s=FIRST_WAIT_S, **options), list(places.values()))

    return submit


def _candidate(completion: Completion) -> Candidate:
    return Candidate(source=completion.text, form=Form.TEXT, language=completion.language)
