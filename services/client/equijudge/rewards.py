"""Verdicts as rewards: for TRL's GRPOTrainer, and for verl.

    trainer = GRPOTrainer(model, reward_funcs=VerdictReward(novelty=0.2), train_dataset=dataset, …)

    custom_reward_function.path=…/equijudge/rewards.py custom_reward_function.name=compute_scores  # verl, batch manager

All completions of a call go to the service in one request, which takes the programs out of the texts, judges them and
says which algorithm each is: nothing that a model wrote is parsed, let alone run, in the trainer's process. Where there
is no verdict (IE, or the service cannot be reached) there is no reward: a 0 would teach that the program was wrong.
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

from equijudge import plain, reward_input, wire
from equijudge.client import Client
from equijudge.errors import BadArgument, Busy, EquijudgeError, JobCancelled, NotFound, ServiceFault, Unreachable
from equijudge.reward_input import Problem, check_lengths, text_of
from equijudge_core.contracts import ResultLine
from equijudge_core.errors import BadProblem
from equijudge_core.generations import ProblemGenerations
from equijudge_core.problem import parse_row
from equijudge_core.verdict import Verdict

log = logging.getLogger(__name__)
NO_VERDICT = (Unreachable, Busy, ServiceFault, JobCancelled, NotFound)  # NotFound: the job is lost, not the problem


class NoReward(EquijudgeError):
    """Nothing was judged, and the framework that asked knows no missing reward."""


@dataclass(frozen=True)
class VerdictReward:
    """A reward function for GRPOTrainer: `right` for AC, `wrong` for every other verdict, None where there is none.

    problem: the dataset's column with each prompt's problem: the id of a stored one (best: sent once, with
    `Client.put_problems`), a CodeContests row, or such a row as JSON; None in it means no reward.
    novelty: a bonus for every algorithm that right programs of a group (completions of one prompt) use; those that
    use the same one share it equally, so that neither order nor copies gain anything.
    client: made from `url` and `api_key` in each process that calls, when it is not given; an outcome-only key does.
    checker, tests, limits: see Client.score.
    """

    problem: str = "problem_id"
    right: float = 1.0
    wrong: float = 0.0
    novelty: float = 0.0
    checker: str = "tokens"
    tests: Sequence[str] | None = None
    limits: Mapping[str, Any] | None = None
    url: str | None = None
    api_key: str | None = field(default=None, repr=False)
    client: Client | None = field(default=None, repr=False, compare=False)

    __name__ = "equijudge"  # under which TRL logs it

    def __call__(self, prompts: Sequence[Any], completions: Sequence[Any], **columns: Any) -> list[float | None]:
        """One reward per completion; completions are texts or lists of chat messages, of which the assistant's last
        counts. One that is nothing (None, NaN, no word of the assistant) is a program that was not written: `wrong`.

        Raises BadArgument when the column is missing or something is no completion, BadProblem, and Invalid or
        Unauthorized for what the service refuses: those are faults of the set-up, not of a moment.
        """
        if self.problem not in columns:
            known = ", ".join(sorted(columns)) or "none"
            raise BadArgument(f"the dataset has no column {self.problem!r} with problems (columns: {known})")
        return self.rewards(
            reward_input.problems(columns[self.problem], self.problem),
            reward_input.texts(completions, "completions"),
            reward_input.groups(prompts, "prompts"),
        )

    def rewards(
        self, problems: Sequence[Problem | None], texts: Sequence[str], groups: Sequence[Hashable]
    ) -> list[float | None]:
        """The same for texts: a problem (None: no reward) and a group for each."""
        check_lengths(completions=texts, problems=problems, groups=groups)
        found = self._judged(problems, texts)
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
                rewards.append(self.wrong)
            else:
                cluster = _algorithm(line)
                share = self.novelty / users[group, cluster] if cluster is not None else 0.0
                rewards.append(self.right + share)
        return rewards

    def _judged(self, problems: Sequence[Problem | None], texts: Sequence[str]) -> list[ResultLine | None]:
        places: dict[str, list[int]] = defaultdict(list)
        rows: dict[str, Problem] = {}
        for place, problem in enumerate(problems):
            if problem is not None:
                name = problem if isinstance(problem, str) else _named(problem, place)
                rows[name] = problem
                places[name].append(place)
        found: list[ResultLine | None] = [None] * len(texts)
        if not places:
            return found
        entries = [_entry(rows[name], [texts[place] for place in where]) for name, where in places.items()]
        where = list(places.values())
        try:
            self._ask(entries, where, found)
        except NO_VERDICT as error:
            log.warning("no reward for %d of %d completions: %s", found.count(None), len(found), error)
        return found

    def _ask(self, entries: list[ProblemGenerations], where: list[list[int]], found: list[ResultLine | None]) -> None:
        client = self.client or _client(os.getpid(), self.url, self.api_key)
        job = client.submit_score(entries, **self._options())
        missing = job.candidates
        for line in client.results(job.job_id):
            found[where[line.problem][line.candidate]] = line
            missing -= 1
            if not missing:
                return

    def _options(self) -> wire.ScoreOptions:
        """The scores themselves are not wanted: as few as there can be."""
        options: wire.ScoreOptions = {"checker": self.checker, "k": [1], "levels": [], "resamples": 100}
        if self.tests is not None:
            options["tests"] = list(self.tests)
        if self.limits is not None:
            options["limits"] = dict(self.limits)
        return options


def compute_score(
    data_source: str, solution_str: str, ground_truth: Any, extra_info: Any = None, **options: Any
) -> float:
    """verl's custom reward, one completion a call. ground_truth: its problem, as VerdictReward takes it; options
    (`reward_kwargs`): VerdictReward's fields; a group is not seen, so `novelty` goes to every right program.

    Raises NoReward where there is no verdict: verl knows no missing reward, and 0 would be a lie.
    """
    problem = reward_input.problem_of(ground_truth, "ground_truth")
    [reward] = VerdictReward(**options).rewards([problem], [text_of(solution_str, "solution_str")], [0])
    if reward is None:
        raise NoReward("no verdict: the judge failed or could not be reached; its client has tried again")
    return reward


def compute_scores(
    data_sources: Sequence[str],
    solution_strs: Sequence[str],
    ground_truths: Sequence[Any],
    extra_infos: Sequence[Any] | None = None,
    **options: Any,
) -> list[float]:
    """The same for verl's `batch` reward manager: one request for the whole batch, completions of one problem are a
    group.

    A completion without a verdict gets the mean of its group, so that its group-relative advantage is 0 (of the batch,
    where its whole group has none). Raises NoReward when nothing was judged.
    """
    problems = reward_input.problems(ground_truths, "ground_truths")
    groups = [reward_input.group_of(problem) for problem in problems]
    rewards = VerdictReward(**options).rewards(problems, reward_input.texts(solution_strs, "solution_strs"), groups)
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


def _algorithm(line: ResultLine | None) -> str | None:
    """The cluster of a right program; None for others, and for one that could not be analysed."""
    right = line is not None and line.verdict is Verdict.AC and line.sample is not None
    return line.sample.coarse if line is not None and line.sample is not None and right else None


def _entry(problem: Problem, texts: Sequence[str]) -> ProblemGenerations:
    name = {"problem_id" if isinstance(problem, str) else "problem": problem}
    return plain.generations({**name, "generations": list(texts)}, "problem")


def _named(problem: Mapping[str, Any], place: int) -> str:
    """The id of a row. Raises BadProblem, which says whose."""
    try:
        return _problem_id(json.dumps(problem))
    except BadProblem as error:
        raise BadProblem(
            [each.model_copy(update={"field": f"[{place}].{each.field}"}) for each in error.errors]
        ) from error


@lru_cache(maxsize=4096)
def _problem_id(row: str) -> str:
    """Rows of one content are one problem to the service."""
    return parse_row(json.loads(row)).without_solutions().problem_id


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


@lru_cache(maxsize=8)
def _client(pid: int, url: str | None, api_key: str | None) -> Client:
    """One per process: connections do not outlive a fork."""
    return Client(url, api_key)
