"""Put equal programs of a batch together: one that is run on ten inputs is compiled and started once. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from equijudge_api.dropins.code_judge.contract import CodeSubmission, Kind

MOST_TOGETHER = 50  # inputs of one program: more of them are shared out over the workers
LANGUAGES = {Kind.PYTHON: "python3", Kind.CPP: "cpp17"}

Group = tuple[int, ...]  # positions of submissions


def group_equal_programs(
    submissions: Sequence[CodeSubmission],
    wanted: Iterable[int],
    size: Callable[[CodeSubmission], int],
    most_size: int,
    together: int = MOST_TOGETHER,
) -> list[Group]:
    """Group the submissions at the positions `wanted` by their program, at most so many `together`, and so that the
    size of the largest of a group, as many times as it has members, is at most most_size."""
    groups: list[list[int]] = []
    open_groups: dict[tuple[Kind, str], tuple[list[int], int]] = {}
    for position in wanted:
        each = submissions[position]
        program = each.type, each.solution
        group, largest = open_groups.get(program, ([], 0))
        largest = max(largest, size(each))
        if not group or len(group) >= together or (len(group) + 1) * largest > most_size:
            group, largest = [], size(each)
            groups.append(group)
        group.append(position)
        open_groups[program] = group, largest
    return [tuple(group) for group in groups]
