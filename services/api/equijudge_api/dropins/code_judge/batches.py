"""What both kinds of call share: a body becomes programs to run, and results become answers in its order. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from equijudge_api.dropins.code_judge.contract import CodeBatch, CodeSubmission, Kind, new_id
from equijudge_api.dropins.code_judge.grouping import LANGUAGES, Group
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.plan import PlannedJob
from equijudge_api.settings import Settings
from equijudge_core.contracts.errors import FieldError
from equijudge_core.errors import BadInput

MOST_SUBMISSIONS = 100_000
BUDGET_FACTOR = 1.1  # of the time of all runs together: none is to fail for what those before it took
TOGETHER_SOON = 10  # runs of one program, where answers are wanted soon
MATH = (
    "math is not judged here: its solution is a text and no program, and would be read by a parser outside of any cell"
)


@dataclass(frozen=True)
class PlannedBatch:
    """A batch as it is to be run.

    `job`: None where nothing of it can be. `groups`: for each program of the job, whose runs they are. `refused`: why a
    submission is not run, by position. `compared`: a hash of what is expected, by position; none of those that expect
    nothing.
    """

    job: PlannedJob | None
    sub_id: str
    sub_ids: tuple[str, ...]
    groups: tuple[Group, ...]
    refused: Mapping[int, str]
    compared: Mapping[int, bytes]


def name_places(batch: CodeBatch, *, single: bool) -> list[str]:
    """The names of a body's submissions in what is said of their fields."""
    return [""] if single else [f"submissions[{position}]." for position in range(len(batch.submissions))]


def check_batch(batch: CodeBatch, places: Sequence[str], languages: FleetLanguages) -> None:
    """Raise BadInput for what makes the whole body useless: what is of a kind that is not run here, so that its sender
    hears of it at once, and not from answers that look like those of wrong programs."""
    if len(batch.submissions) > MOST_SUBMISSIONS:
        fault = f"{len(batch.submissions)} submissions"
        raise BadInput([FieldError(field="submissions", problem=fault, limit=f"at most {MOST_SUBMISSIONS}")])
    faults = [
        type_error(each.type, f"{place}type", languages) for each, place in zip(batch.submissions, places, strict=True)
    ]
    if errors := [fault for fault in faults if fault is not None]:
        raise BadInput(errors)


def math_fault(where: str) -> FieldError:
    """What is said to who sends mathematics."""
    return FieldError(field=where, problem=MATH, limit="python or cpp")


def type_error(kind: Kind, where: str, languages: FleetLanguages) -> FieldError | None:
    """Why submissions of this kind are not run here; None: they are."""
    if kind is Kind.MATH:
        return math_fault(where)
    return languages.error(LANGUAGES[kind], where)


def too_long(submissions: Sequence[CodeSubmission], most: int) -> dict[int, str]:
    """Which submissions are too long to be run, by position, and what is said of each."""
    sizes = [(position, len(each.solution.encode())) for position, each in enumerate(submissions)]
    return {
        position: f"the solution is {size} bytes long, at most {most} are taken"
        for position, size in sizes
        if size > most
    }


def check_programs(groups: Sequence[Group], most: int) -> None:
    """Raise BadInput for more programs than one request may hold."""
    if len(groups) > most:
        fault = f"{len(groups)} programs, equal ones counted once"
        raise BadInput([FieldError(field="submissions", problem=fault, limit=f"at most {most}; send them in parts")])


def tests_in_budget(settings: Settings, budget_s: float) -> int:
    """How many runs of one program may share a budget so that each may take all its time."""
    return max(1, int(budget_s / (BUDGET_FACTOR * min(settings.rules().default_time_s, settings.time_ceiling_s))))


def most_programs(settings: Settings) -> int:
    """How many programs one request may hold."""
    return min(settings.max_candidates, settings.max_backlog)


def ids_of(batch: CodeBatch) -> tuple[str, ...]:
    """The submissions' ids, new ones where there are none."""
    return tuple(each.sub_id if each.sub_id is not None else new_id() for each in batch.submissions)
