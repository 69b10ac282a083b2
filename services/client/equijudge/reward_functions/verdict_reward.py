"""A reward function for TRL's GRPOTrainer, and what the other frameworks' functions are made of.

Texts go to the service as they are, which takes the programs out of them, judges them and, for `novelty`, says which
algorithm each is: nothing that a model wrote is parsed, let alone run, in the trainer's process. A call of many texts
is one request, and calls that come close together are one too (batching.py); who is interrupted cancels what is theirs.
"""

from __future__ import annotations

import json
import logging
import math
import os
import threading
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from equijudge import endpoints
from equijudge._sync.client import Client
from equijudge.batching import Answer
from equijudge.errors import BadArgument, Busy, JobCancelled, NotFound, ServiceFault, Unreachable
from equijudge.reward_functions import inputs
from equijudge.reward_functions.batches import BATCHERS, Completion
from equijudge.reward_functions.inputs import Problem, check_lengths
from equijudge.reward_functions.values import Reward, Scale
from equijudge_core.contracts.verify import CheckerSpec, ResultLine
from equijudge_core.errors import BadProblem
from equijudge_core.formats import read_problem

log = logging.getLogger(__name__)
NO_VERDICT = (Unreachable, Busy, ServiceFault, JobCancelled, NotFound)  # NotFound: the job is lost, not the problem
LOG_METRIC, LOG_EXTRA = "log_metric", "log_extra"  # TRL's, beside the dataset's columns


@dataclass(frozen=True)
class VerdictReward:
    """A reward function for GRPOTrainer: `right` for AC, `wrong` for every other verdict, None where there is none.

    problem: the dataset's column with each prompt's problem: the id of a stored one (best: sent once, with
    `Client.put_problems`), a CodeContests row, or such a row as JSON; None in it means no reward.
    novelty: a bonus for every algorithm that right programs of a group (completions of one prompt) use; those that
    use the same one share it equally, so that neither order nor copies gain anything.
    points: where a problem gives points, the reward of a program that is not accepted lies between `wrong` and `right`
    by its share of them; None where a fault of the judge leaves them open. An outcome-only key is told them only where
    the operator says so; without, and for problems that give none, the verdict counts.
    share_of_tests: as `points`, and where a problem gives none by the share of its tests that are passed, for which all
    of them are run. An outcome-only key that may not ask for it gets an error that says who can change that.
    language: of the programs that are looked for. language_column: the dataset's column with each prompt's own, where
    there is one; None in it means `language`.
    client: made from `url` and `api_key` in each process that calls, when it is not given; an outcome-only key does.
    checker, tests, limits: see Client.verify, whose defaults these are.
    """

    problem: str = "problem_id"
    right: float = 1.0
    wrong: float = 0.0
    novelty: float = 0.0
    checker: CheckerSpec | Mapping[str, Any] | str | None = None
    tests: Sequence[str] | None = None
    limits: Mapping[str, Any] | None = None
    language: str = "python3"
    language_column: str | None = None
    points: bool = False
    share_of_tests: bool = False
    url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    client: Client | None = field(default=None, repr=False, compare=False)

    __name__ = "equijudge"  # under which TRL logs it

    def __post_init__(self) -> None:
        for name in ("right", "wrong", "novelty"):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
                raise BadArgument(f"{name}: must be a number, not {value!r}")
        for name in ("points", "share_of_tests"):
            if not isinstance(getattr(self, name), bool):
                raise BadArgument(f"{name}: must be true or false, not {getattr(self, name)!r}")
            if getattr(self, name) and self.tests is not None:
                raise BadArgument(f"{name} is of all tests: leave out `tests`, or `{name}`")

    def __call__(self, prompts: Sequence[Any], completions: Sequence[Any], **columns: Any) -> list[float | None]:
        """Compute one reward per completion; completions are texts or lists of chat messages, of which the assistant's
        last counts. One that is nothing (None, NaN, no word of the assistant) is a program that was not written:
        `wrong`.

        Where TRL hands in `log_metric` and `log_extra`, it logs `verdicts/accepted` and `verdicts/missing` (shares
        of the completions), and each completion's verdict.

        Raises BadArgument when the column is missing or something is no completion, BadProblem, and Invalid or
        Unauthorized for what the service refuses: those are faults of the set-up, not of a moment.
        """
        problems, texts, groups, languages = self._arguments(prompts, completions, columns)
        return _logged(columns, self.judge(problems, texts, groups, languages))

    async def async_call(
        self, prompts: Sequence[Any], completions: Sequence[Any], **columns: Any
    ) -> list[float | None]:
        """The same as a coroutine function, which TRL awaits together with others of its kind."""
        problems, texts, groups, languages = self._arguments(prompts, completions, columns)
        return _logged(columns, await self.judge_async(problems, texts, groups, languages))

    def rewards(
        self,
        problems: Sequence[Problem | None],
        texts: Sequence[str],
        groups: Sequence[Hashable],
        languages: Sequence[str | None] | None = None,
    ) -> list[float | None]:
        """Compute rewards of texts: a problem (None: no reward) and a group for each, and, if need be, a language
        (None: `language`)."""
        return _values(self.judge(problems, texts, groups, languages))

    async def rewards_async(
        self,
        problems: Sequence[Problem | None],
        texts: Sequence[str],
        groups: Sequence[Hashable],
        languages: Sequence[str | None] | None = None,
    ) -> list[float | None]:
        """Compute rewards as `rewards` does, for a task."""
        return _values(await self.judge_async(problems, texts, groups, languages))

    def judge(
        self,
        problems: Sequence[Problem | None],
        texts: Sequence[str],
        groups: Sequence[Hashable],
        languages: Sequence[str | None] | None = None,
    ) -> list[Reward | None]:
        """Do what `rewards` does, and tell what each reward is made of."""
        check_lengths(completions=texts, groups=groups)
        asked = self._completions(problems, texts, languages)
        client = self._client()  # a batcher does not keep it alive
        batcher = BATCHERS.get(client, self._options())
        return self.scale.values(_lines(asked, batcher.answer(_with_problem(asked))), groups)

    async def judge_async(
        self,
        problems: Sequence[Problem | None],
        texts: Sequence[str],
        groups: Sequence[Hashable],
        languages: Sequence[str | None] | None = None,
    ) -> list[Reward | None]:
        """Do what `judge` does, for a task."""
        check_lengths(completions=texts, groups=groups)
        return self.scale.values(await self.results_async(problems, texts, languages), groups)

    async def results_async(
        self,
        problems: Sequence[Problem | None],
        texts: Sequence[str],
        languages: Sequence[str | None] | None = None,
    ) -> list[ResultLine | None]:
        """Get the service's results of texts; None where there is none."""
        asked = self._completions(problems, texts, languages)
        client = self._client()  # as in `judge`
        batcher = BATCHERS.get(client, self._options())
        return _lines(asked, await batcher.answer_async(_with_problem(asked)))

    @property
    def scale(self) -> Scale:
        """What its results are worth."""
        return Scale(self.right, self.wrong, self.novelty, self.points or self.share_of_tests)

    def _arguments(
        self, prompts: Any, completions: Any, columns: Mapping[str, Any]
    ) -> tuple[list[Problem | None], list[str], list[Hashable], list[str | None] | None]:
        """Problems, texts, groups and languages, one of each for a completion. Raises BadArgument."""
        for column, what in ((self.problem, "problems"), (self.language_column, "languages")):
            if column is not None and column not in columns:
                known = ", ".join(sorted(columns)) or "none"
                raise BadArgument(f"the dataset has no column {column!r} with {what} (columns: {known})")
        own = self.language_column
        return (
            inputs.to_problems(columns[self.problem], self.problem),
            inputs.to_texts(completions, "completions"),
            inputs.to_groups(prompts, "prompts"),
            None if own is None else inputs.to_languages(columns[own], own),
        )

    def _completions(
        self, problems: Sequence[Problem | None], texts: Sequence[str], languages: Sequence[str | None] | None
    ) -> list[Completion | None]:
        check_lengths(completions=texts, problems=problems)
        given = [None] * len(texts) if languages is None else languages
        check_lengths(completions=texts, languages=given)
        return [
            None if problem is None else Completion(problem_name(problem, place), problem, text, own or self.language)
            for place, (problem, text, own) in enumerate(zip(problems, texts, given, strict=True))
        ]

    def _client(self) -> Client:
        if self.client is not None:
            return self.client
        with _MAKING.lock:  # threads that begin together have one client
            return _make_client(os.getpid(), self.url, self.api_key)

    def _options(self) -> endpoints.VerifyKeywords:
        options: endpoints.VerifyKeywords = {}
        if self.checker is not None:
            options["checker"] = self.checker
        if self.tests is not None:
            options["tests"] = list(self.tests)
        if self.limits is not None:
            options["limits"] = dict(self.limits)
        if self.novelty:
            options["clusters"] = True
        if self.share_of_tests:
            options["points_per_test"] = True
        return options


def problem_name(problem: Problem, place: int = 0) -> str:
    """Name a problem: the same for rows of one content. Raises BadProblem, which says whose, by its place."""
    if isinstance(problem, str):
        return problem
    try:
        return _problem_id(json.dumps(problem))
    except BadProblem as error:
        told = [each.model_copy(update={"field": f"[{place}].{each.field.removeprefix('.')}"}) for each in error.errors]
        raise BadProblem(told) from error


def _lines(asked: Sequence[Completion | None], answer: Answer[ResultLine]) -> list[ResultLine | None]:
    """The results of what was asked for. Raises the errors that are a fault of the set-up."""
    judged = iter(answer.results)
    found = [None if text is None else next(judged) for text in asked]
    if isinstance(answer.error, NO_VERDICT):
        log.warning("no reward for %d of %d completions: %s", found.count(None), len(found), answer.error)
    elif answer.error is not None:
        raise answer.error
    return found


def _logged(columns: Mapping[str, Any], rewards: Sequence[Reward | None]) -> list[float | None]:
    """The values; what they are made of goes to TRL's log, where it hands one in."""
    if callable(log_extra := columns.get(LOG_EXTRA)):
        log_extra("verdict", ["none" if each is None else each.verdict for each in rewards])
    if callable(log_metric := columns.get(LOG_METRIC)) and rewards:
        # Always the same two: TRL brings every name together over its processes.
        log_metric("verdicts/accepted", sum(each.accepted for each in rewards if each) / len(rewards))
        log_metric("verdicts/missing", rewards.count(None) / len(rewards))
    return _values(rewards)


def _values(rewards: Sequence[Reward | None]) -> list[float | None]:
    return [None if each is None else each.value for each in rewards]


def _with_problem(asked: Sequence[Completion | None]) -> list[Completion]:
    return [text for text in asked if text is not None]


@lru_cache(maxsize=4096)
def _problem_id(row: str) -> str:
    """Compute the id of a row; rows of one content are one problem to the service."""
    return read_problem(json.loads(row)).without_solutions().problem_id


class _Making:
    """A lock that a child process has anew: it may be held by a thread that is gone there."""

    def __init__(self) -> None:
        self.renew()

    def renew(self) -> None:
        self.lock = threading.Lock()


_MAKING = _Making()
os.register_at_fork(after_in_child=_MAKING.renew)


@lru_cache(maxsize=8)
def _make_client(pid: int, url: str | None, api_key: str | None) -> Client:
    """Make one client per process: connections do not outlive a fork."""
    return Client(url, api_key)
