"""Verdicts as rewards: for TRL's GRPOTrainer, and for verl.

    trainer = GRPOTrainer(model, reward_funcs=VerdictReward(novelty=0.2), train_dataset=dataset, …)
    trainer = GRPOTrainer(model, reward_funcs=[VerdictReward().async_call, …], …)  # beside other coroutine functions

    # verl; compute_score for threads
    reward.custom_reward_function.path=…/equijudge/rewards.py reward.custom_reward_function.name=compute_score_async

Texts go to the service as they are, which takes the programs out of them, judges them and, for `novelty`, says which
algorithm each is: nothing that a model wrote is parsed, let alone run, in the trainer's process. A call of many texts
is one request, and calls that come close together are one too (batching.py); who is interrupted cancels what is theirs.
Where a problem gives points, the reward may be a program's share of them (`points`): partial credit, off by default,
since it tells more of the tests than a verdict.
Where there is no verdict (IE, or the service cannot be reached) there is no reward: a 0 would teach that the program
was wrong.
"""

from __future__ import annotations

import json
import logging
import os
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from equijudge import endpoints, reward_input
from equijudge._sync.client import Client
from equijudge.batching import Answer, Batcher
from equijudge.errors import BadArgument, Busy, EquijudgeError, JobCancelled, NotFound, ServiceFault, Unreachable
from equijudge.reward_batches import BATCHERS, Completion
from equijudge.reward_input import Problem, check_lengths, to_text
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CheckerSpec, ResultLine
from equijudge_core.errors import BadProblem
from equijudge_core.formats import read_problem

log = logging.getLogger(__name__)
NO_VERDICT = (Unreachable, Busy, ServiceFault, JobCancelled, NotFound)  # NotFound: the job is lost, not the problem
OF_THE_FRAMEWORK = "reward_"  # how the arguments begin that verl adds where it has a reward model


class NoReward(EquijudgeError):
    """Nothing was judged, and the framework that asked knows no missing reward."""


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
    url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    client: Client | None = field(default=None, repr=False, compare=False)

    __name__ = "equijudge"  # under which TRL logs it

    def __post_init__(self) -> None:
        if self.points and self.tests is not None:
            raise BadArgument("points are those of all tests: leave out `tests`, or `points`")

    def __call__(self, prompts: Sequence[Any], completions: Sequence[Any], **columns: Any) -> list[float | None]:
        """Compute one reward per completion; completions are texts or lists of chat messages, of which the assistant's
        last counts. One that is nothing (None, NaN, no word of the assistant) is a program that was not written:
        `wrong`.

        Raises BadArgument when the column is missing or something is no completion, BadProblem, and Invalid or
        Unauthorized for what the service refuses: those are faults of the set-up, not of a moment.
        """
        return self.rewards(*self._arguments(prompts, completions, columns))

    async def async_call(
        self, prompts: Sequence[Any], completions: Sequence[Any], **columns: Any
    ) -> list[float | None]:
        """The same as a coroutine function, which TRL awaits together with others of its kind."""
        return await self.rewards_async(*self._arguments(prompts, completions, columns))

    def rewards(
        self,
        problems: Sequence[Problem | None],
        texts: Sequence[str],
        groups: Sequence[Hashable],
        languages: Sequence[str | None] | None = None,
    ) -> list[float | None]:
        """Compute rewards of texts: a problem (None: no reward) and a group for each, and, if need be, a language
        (None: `language`)."""
        asked = self._completions(problems, texts, groups, languages)
        return self._compute_rewards(asked, self._batcher().answer(_with_problem(asked)), groups)

    async def rewards_async(
        self,
        problems: Sequence[Problem | None],
        texts: Sequence[str],
        groups: Sequence[Hashable],
        languages: Sequence[str | None] | None = None,
    ) -> list[float | None]:
        """Compute rewards as `rewards` does, for a task."""
        asked = self._completions(problems, texts, groups, languages)
        return self._compute_rewards(asked, await self._batcher().answer_async(_with_problem(asked)), groups)

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
            reward_input.to_problems(columns[self.problem], self.problem),
            reward_input.to_texts(completions, "completions"),
            reward_input.to_groups(prompts, "prompts"),
            None if own is None else reward_input.to_languages(columns[own], own),
        )

    def _completions(
        self,
        problems: Sequence[Problem | None],
        texts: Sequence[str],
        groups: Sequence[Hashable],
        languages: Sequence[str | None] | None,
    ) -> list[Completion | None]:
        check_lengths(completions=texts, problems=problems, groups=groups)
        given = [None] * len(texts) if languages is None else languages
        check_lengths(completions=texts, languages=given)
        return [
            None if problem is None else _completion(problem, text, place, language or self.language)
            for place, (problem, text, language) in enumerate(zip(problems, texts, given, strict=True))
        ]

    def _compute_rewards(
        self, asked: Sequence[Completion | None], answer: Answer[ResultLine], groups: Sequence[Hashable]
    ) -> list[float | None]:
        judged = iter(answer.results)
        found = [None if text is None else next(judged) for text in asked]
        if isinstance(answer.error, NO_VERDICT):
            log.warning("no reward for %d of %d completions: %s", found.count(None), len(found), answer.error)
        elif answer.error is not None:
            raise answer.error
        users = Counter(
            (group, cluster)
            for group, line in zip(groups, found, strict=True)
            if (cluster := _algorithm(line)) is not None
        )
        rewards: list[float | None] = []
        for group, line in zip(groups, found, strict=True):
            if line is None or line.verdict is Verdict.IE:
                rewards.append(None)
            elif line.verdict is not Verdict.AC:
                rewards.append(self._by_points(line) if self.points else self.wrong)
            else:
                cluster = _algorithm(line)
                share = self.novelty / users[group, cluster] if cluster is not None else 0.0
                rewards.append(self.right + share)
        return rewards

    def _by_points(self, line: ResultLine) -> float | None:
        """The reward of a program that is not accepted; None where its points are not known."""
        if not line.max_points:
            if line.tests_run is None:  # an outcome-only key's
                _warn_of_no_points()
            return self.wrong
        if line.points is None:
            return None
        return self.wrong + (self.right - self.wrong) * (line.points / line.max_points)

    def _batcher(self) -> Batcher[Completion, ResultLine]:
        """Return the batcher of all calls of this process that may go into one request."""
        client = self.client or _client(os.getpid(), self.url, self.api_key)
        return BATCHERS.get(client, self._options())

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
        return options


def compute_score(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any = None, **options: Any
) -> float:
    """Compute verl's custom reward, one completion a call. ground_truth: its problem, as VerdictReward takes it;
    extra_info: its `language`, if it has one, is that of the program; options (`reward_kwargs`): VerdictReward's
    fields; a group is not seen, so `novelty` goes to every right program.

    Calls of verl's threads that come close together are one request. Raises NoReward where there is no verdict: verl
    knows no missing reward, and 0 would be a lie (its `rate_limited` manager makes 0 of any error: take another);
    BadArgument for an option that is none.
    """
    return _single_reward(_reward(options).rewards(*_single(ground_truth, solution_str, extra_info)))


async def compute_score_async(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any = None, **options: Any
) -> float:
    """The same as a coroutine function, which verl's reward loop awaits: no thread of its pool is held meanwhile."""
    return _single_reward(await _reward(options).rewards_async(*_single(ground_truth, solution_str, extra_info)))


def compute_scores(
    data_sources: Sequence[str],
    solution_strs: Sequence[str],
    ground_truths: Sequence[Any],
    extra_infos: Sequence[Any] | None = None,
    **options: Any,
) -> list[float]:
    """The same for the `batch` reward manager of older verl: completions of one problem are a group.

    A completion without a verdict gets the mean of its group, so that its group-relative advantage is 0 (of the batch,
    where its whole group has none). Raises NoReward when nothing was judged.
    """
    problems = reward_input.to_problems(ground_truths, "ground_truths")
    groups = [reward_input.to_group(problem) for problem in problems]
    texts = reward_input.to_texts(solution_strs, "solution_strs")
    languages = None if extra_infos is None else [_own_language(each) for each in extra_infos]
    rewards = _reward(options).rewards(problems, texts, groups, languages)
    judged = [reward for reward in rewards if reward is not None]
    if not judged:
        raise NoReward("nothing of the batch was judged: the judge failed or could not be reached")
    by_group: dict[Hashable, list[float]] = defaultdict(list)
    for group, reward in zip(groups, rewards, strict=True):
        if reward is not None:
            by_group[group].append(reward)
    return [
        reward if reward is not None else _mean(by_group.get(group, judged))
        for group, reward in zip(groups, rewards, strict=True)
    ]


@lru_cache(maxsize=1)
def _warn_of_no_points() -> None:
    log.warning("the verdict alone counts: a problem gives no points, or this outcome-only key is not told them")


def _algorithm(line: ResultLine | None) -> str | None:
    """The cluster of a right program; None for others, and for one that could not be analysed."""
    right = line is not None and line.verdict is Verdict.AC and line.sample is not None
    return line.sample.coarse if line is not None and line.sample is not None and right else None


def _reward(options: Mapping[str, Any]) -> VerdictReward:
    """Make a VerdictReward of verl's `reward_kwargs`; what the framework adds of its own accord is passed over."""
    own = {name: value for name, value in options.items() if not name.startswith(OF_THE_FRAMEWORK)}
    known = [name for name in VerdictReward.__dataclass_fields__ if name not in ("problem", "language_column")]
    if unknown := sorted(own.keys() - set(known)):
        raise BadArgument(f"no such option of the reward: {', '.join(unknown)} (there are: {', '.join(known)})")
    return VerdictReward(**own)


def _single(
    ground_truth: Any, solution_str: Any, extra_info: Any
) -> tuple[list[Problem | None], list[str], list[Hashable], list[str | None]]:
    problem = reward_input.to_problem(ground_truth, "ground_truth")
    return [problem], [to_text(solution_str, "solution_str")], [0], [_own_language(extra_info)]


def _own_language(extra_info: Any) -> str | None:
    """The language that verl's `extra_info` names for its completion. Raises BadArgument."""
    named = extra_info.get("language") if isinstance(extra_info, Mapping) else None
    return reward_input.to_language(named, "extra_info.language")


def _single_reward(rewards: Sequence[float | None]) -> float:
    [reward] = rewards
    if reward is None:
        raise NoReward("no verdict: the judge failed or could not be reached; its client has tried again")
    return reward


def _completion(problem: Problem, text: str, place: int, language: str) -> Completion:
    name = problem if isinstance(problem, str) else _row_id(problem, place)
    return Completion(name, problem, text, language)


def _with_problem(asked: Sequence[Completion | None]) -> list[Completion]:
    return [text for text in asked if text is not None]


def _row_id(problem: Mapping[str, Any], place: int) -> str:
    """Compute the id of a row. Raises BadProblem, which says whose."""
    try:
        return _problem_id(json.dumps(problem))
    except BadProblem as error:
        raise BadProblem(
            [each.model_copy(update={"field": f"[{place}].{each.field}"}) for each in error.errors]
        ) from error


@lru_cache(maxsize=4096)
def _problem_id(row: str) -> str:
    """Compute the id of a row; rows of one content are one problem to the service."""
    return read_problem(json.loads(row)).without_solutions().problem_id


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


@lru_cache(maxsize=8)
def _client(pid: int, url: str | None, api_key: str | None) -> Client:
    """Make one client per process: connections do not outlive a fork."""
    return Client(url, api_key)
