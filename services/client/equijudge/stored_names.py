"""Stored problems by name: which names a request has where an id is due, and the same request with ids. No I/O."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from equijudge.errors import BadArgument
from equijudge_core.contracts.score_requests import ScoreRequest
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import VerifyRequest
from equijudge_core.judging.row_reader import quote

R = TypeVar("R", VerifyRequest, ScoreRequest)
MOST_SHOWN = 10
_STORED_ID = re.compile(r"p[0-9a-f]{32}")


def is_stored_id(text: str) -> bool:
    """Whether it has the form of an id; anything else is a name."""
    return _STORED_ID.fullmatch(text) is not None


def names_in(request: VerifyRequest | ScoreRequest) -> list[str]:
    """The names that stand where an id is due, each once."""
    given = [entry.problem_id for entry in request.problems if entry.problem_id is not None]
    return [name for name in dict.fromkeys(given) if not is_stored_id(name)]


def with_ids(request: R, ids: Mapping[str, str]) -> R:
    """The request with an id in the place of each name."""
    entries: Sequence[Any] = request.problems
    problems = tuple(
        entry.model_copy(update={"problem_id": ids[entry.problem_id]}) if entry.problem_id in ids else entry
        for entry in entries
    )
    return request.model_copy(update={"problems": problems})


def choose(name: str, found: Sequence[ProblemSummary]) -> str:
    """The id of the only problem of a name. Raises BadArgument when there is none, or which there are."""
    if not found:
        remedy = "`equijudge problems list` shows what is stored"
        raise BadArgument(f"problem {quote(name)}: no stored problem has this id or name; {remedy}")
    if len(found) > 1:
        ids = ", ".join(each.problem_id for each in found[:MOST_SHOWN])
        more = f" and {len(found) - MOST_SHOWN} more" if len(found) > MOST_SHOWN else ""
        raise BadArgument(f"problem {quote(name)}: {len(found)} stored ones have this name; give an id: {ids}{more}")
    return found[0].problem_id
