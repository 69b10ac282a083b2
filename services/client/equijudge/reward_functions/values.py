"""What results are worth. Pure but for one warning in the log.

Where there is no verdict (IE, or the service cannot be reached) there is no reward: a 0 would teach that the program
was wrong.
"""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from equijudge.errors import EquijudgeError
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import ResultLine

log = logging.getLogger(__name__)


class NoReward(EquijudgeError):
    """Nothing was judged, and the framework that asked knows no missing reward."""


@dataclass(frozen=True, slots=True)
class Reward:
    """What one completion earned.

    value: the reward. accepted: 1 for AC, else 0. share: of the points or tests where partial credit was asked for,
    else `accepted`. novelty: the bonus that is part of `value`. verdict: its name, for logs.
    """

    value: float
    accepted: float
    share: float
    novelty: float = 0.0
    verdict: str = ""

    @property
    def numbers(self) -> dict[str, float]:
        """All but the verdict, by the names that frameworks log: always the same ones."""
        return {"score": self.value, "acc": self.accepted, "share": self.share, "novelty": self.novelty}


@dataclass(frozen=True, slots=True)
class Scale:
    """right, wrong: the rewards of AC and of all else. novelty: a bonus for each algorithm of a group's right programs.
    partial: whether what is not accepted lies between by its share of the points."""

    right: float = 1.0
    wrong: float = 0.0
    novelty: float = 0.0
    partial: bool = False

    def values(self, lines: Sequence[ResultLine | None], groups: Sequence[Hashable]) -> list[Reward | None]:
        """Compute the reward of each result; None where there is no verdict, or a fault of ours leaves the points open.

        Those of a group that use the same algorithm share its bonus equally, so that neither order nor copies gain.
        """
        users = Counter(
            (group, cluster)
            for group, line in zip(groups, lines, strict=True)
            if (cluster := _algorithm(line)) is not None
        )
        found: list[Reward | None] = []
        for group, line in zip(groups, lines, strict=True):
            if line is None or line.verdict is Verdict.IE:
                found.append(None)
            elif line.verdict is Verdict.AC:
                cluster = _algorithm(line)
                bonus = self.novelty / users[group, cluster] if cluster is not None else 0.0
                found.append(Reward(self.right + bonus, 1.0, 1.0, bonus, line.verdict.value))
            else:
                share = _share(line) if self.partial else 0.0
                value = None if share is None else self.wrong + (self.right - self.wrong) * share
                found.append(None if value is None else Reward(value, 0.0, share or 0.0, 0.0, line.verdict.value))
        return found


def fill_with_means(rewards: Sequence[Reward | None], groups: Sequence[Hashable]) -> list[Reward]:
    """Give what has no reward the mean of its group, so that its group-relative advantage is 0; of all, where its whole
    group has none. Raises NoReward when nothing was judged."""
    judged = [reward for reward in rewards if reward is not None]
    if not judged:
        raise NoReward("nothing of the batch was judged: the judge failed or could not be reached")
    by_group: dict[Hashable, list[Reward]] = defaultdict(list)
    for group, reward in zip(groups, rewards, strict=True):
        if reward is not None:
            by_group[group].append(reward)
    return [
        reward if reward is not None else _mean(by_group.get(group, judged))
        for group, reward in zip(groups, rewards, strict=True)
    ]


def require_reward(reward: Reward | None) -> Reward:
    """Return the reward. Raises NoReward where there is none."""
    if reward is None:
        raise NoReward("no verdict: the judge failed or could not be reached; its client has tried again")
    return reward


def _mean(rewards: Sequence[Reward]) -> Reward:
    def mean(values: Iterable[float]) -> float:
        return sum(values) / len(rewards)

    return Reward(
        mean(each.value for each in rewards),
        mean(each.accepted for each in rewards),
        mean(each.share for each in rewards),
        mean(each.novelty for each in rewards),
    )


def _share(line: ResultLine) -> float | None:
    """The share of the points of a program that is not accepted; None where they are not known."""
    if not line.max_points:
        if line.tests_run is None:  # an outcome-only key's
            _warn_of_no_points()
        return 0.0
    return None if line.points is None else line.points / line.max_points


@lru_cache(maxsize=1)
def _warn_of_no_points() -> None:
    log.warning("the verdict alone counts: a problem gives no points, or this outcome-only key is not told them")


def _algorithm(line: ResultLine | None) -> str | None:
    """The cluster of a right program; None for others, and for one that could not be analysed."""
    if line is None or line.verdict is not Verdict.AC or line.sample is None:
        return None
    return line.sample.coarse
