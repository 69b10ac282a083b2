"""Which form a line is in, by looking, and the results in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from equijudge.errors import BadArgument
from equijudge.rows import Row
from equijudge.samples import evalplus, humaneval, lm_eval
from equijudge.samples.sample import ForeignSample, JudgedSample

EITHER = f"{humaneval.NAME} or {evalplus.NAME}"


class SampleForm(Protocol):
    """What a module of this room has."""

    NAME: str

    def find_samples(self, place: str, row: Row) -> list[ForeignSample]:
        """Find the samples of a row; none in one of another form. Raises BadArgument."""

    def format_results(self, samples: Sequence[JudgedSample]) -> str:
        """The results of a file, in its order."""


# The first that finds samples in a line is it: evalplus takes the solution where there is a completion too.
FORMS: tuple[SampleForm, ...] = (lm_eval, evalplus, humaneval)


def find_samples(place: str, row: Row) -> list[ForeignSample]:
    """Find the samples of a row in one of these forms; none in a row of ours. Raises BadArgument for a near miss."""
    if "problem" in row:
        return []
    for form in FORMS:
        if found := form.find_samples(place, row):
            return found
    _name_near_miss(place, row)
    return []


def _name_near_miss(place: str, row: Row) -> None:
    """Raise BadArgument for a row that has a column of one of these forms, and not all that it needs."""
    lacks = ""
    if "resps" in row or "filtered_resps" in row:
        lacks = f"doc: expected the data set's row: the line looks like one of {lm_eval.NAME}, whose doc_id is no task"
    elif "doc" in row and "doc_id" in row:
        lacks = f"filtered_resps: is missing: the line looks like one of {lm_eval.NAME}"
    elif "task_id" in row and not ("completion" in row or "solution" in row):
        lacks = f"completion: is missing, and so is solution: the line looks like one of {EITHER}"
    elif "task_id" not in row and ("completion" in row or "solution" in row):
        lacks = f"task_id: is missing: the line looks like one of {EITHER}"
    if lacks:
        raise BadArgument(f"{place}: {lacks}")


def format_results(samples: Sequence[JudgedSample]) -> str:
    """The results in the form of the samples. Raises BadArgument where there are none, or of several forms."""
    names = {each.sample.form for each in samples}
    if len(names) != 1:
        wanted = f"samples of {EITHER} or {lm_eval.NAME}"
        raise BadArgument(f"--results: in the form of {wanted}, all of one; these are of {len(names)} such forms")
    return next(form.format_results(samples) for form in FORMS if form.NAME in names)
