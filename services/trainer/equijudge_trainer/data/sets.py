"""Equivalence sets as what is trained on: from files, or from a job of the service. One at a time, none is kept.

Everything raises BadArgument for what cannot be read, naming row and field, and what the client raises.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equijudge import Client
from equijudge.errors import BadArgument
from equijudge.sets.sources import open_source
from equijudge_core.contracts.run_config import Data
from equijudge_core.contracts.score_requests import (
    ReferenceClusters,
    ReferenceSet,
    ReferenceSolution,
    ReferenceVersions,
)
from equijudge_core.contracts.sets import Status
from equijudge_trainer.data.rows import Row
from equijudge_trainer.data.tokenizer import HubCodec

_FIELD = re.compile(r"\{(description|name)\}")


@dataclass(frozen=True, slots=True)
class ProblemSet:
    """The right programs of a problem. sources, coarse and fine: a program and its clusters, position by position.
    problem_id: under which the service stores the problem, if it does."""

    name: str
    problem_id: str
    description: str
    sources: tuple[str, ...]
    coarse: tuple[str, ...]
    fine: tuple[str, ...]
    signature_version: str

    def reference(self) -> ReferenceClusters:
        """The clusters that generations are to reach."""
        pairs = zip(self.coarse, self.fine, strict=True)
        solutions = tuple(ReferenceSolution(coarse=coarse, fine=fine) for coarse, fine in pairs)
        found = ReferenceSet(versions=ReferenceVersions(signature=self.signature_version), solutions=solutions)
        clusters = found.clusters()
        assert clusters is not None
        return clusters


def read_sets(path: Path) -> Iterator[ProblemSet]:
    """Read what `build-sets` wrote: its folder, or one of Parquet or JSON lines, or such a file.

    A row has `name`, `description` and `solutions`: a struct of lists, or a list of objects with `source`, `coarse` and
    `fine` as `POST /equivalence-sets` answers them.
    """
    folder = path / "data"
    source = open_source(str(folder if folder.is_dir() else path))
    return _refuse_repeated_names(
        str(path), (_parse_set(f"{path}, row {number}", row) for number, row in enumerate(source.rows(), 1))
    )


def sets_of_job(client: Client, job_id: str, skipped: Counter[str] | None = None) -> Iterator[ProblemSet]:
    """Read the sets of a done `POST /equivalence-sets` job, and their statements from the stored problems.

    skipped: counts problems of which no set was made, by why.
    """
    return _refuse_repeated_names(
        f"job {job_id}", _sets_of_job(client, job_id, Counter() if skipped is None else skipped)
    )


def load_sets(data: Data, client: Client | None = None) -> Iterator[ProblemSet]:
    """Read the configured sets. Raises BadArgument for a job without a client."""
    if data.path is not None:
        return read_sets(Path(data.path))
    if client is None or data.job is None:
        raise BadArgument(f"data.job: {data.job}: it is read from a service, and none is given")
    return sets_of_job(client, data.job)


def fill_prompt(data: Data, codec: HubCodec, *, name: str, description: str) -> str:
    """Put a problem into the prompt template, as the model is to read it. Braces in the statement stay as they are."""
    fields = {"name": name, "description": description}
    return codec.prompt(_FIELD.sub(lambda found: fields[found[1]], data.prompt), chat=data.chat)


def to_rows(problems: Iterable[ProblemSet], data: Data, codec: HubCodec) -> Iterator[Row]:
    """Make a row of every program, one problem after the other."""
    for problem in problems:
        text = fill_prompt(data, codec, name=problem.name, description=problem.description)
        for source, cluster in zip(problem.sources, problem.coarse, strict=True):
            yield Row(problem.name, text, source, cluster)


def _sets_of_job(client: Client, job_id: str, skipped: Counter[str]) -> Iterator[ProblemSet]:
    for found in client.sets(job_id):
        if found.status != Status.KEPT:
            skipped[found.status.value] += 1
            continue
        problem = client.problem(found.problem_id)
        row = {**found.model_dump(mode="json"), "description": problem["description"]}
        yield _parse_set(f"job {job_id}, problem {found.index}", row)


def _parse_set(place: str, row: Mapping[str, Any]) -> ProblemSet:
    name = _text_field(place, row, "name")
    place = f"{place} ({name})"
    solutions = _columns(place, row.get("solutions"))
    if not solutions["source"]:
        raise BadArgument(f"{place}: solutions: the set is empty")
    for field in ("source", "coarse"):
        for number, value in enumerate(solutions[field]):
            if not isinstance(value, str) or (field == "coarse" and not value):
                raise BadArgument(f"{place}: solutions: {field} of program {number} is {value!r}, expected text")
    for number, size in enumerate(_cluster_sizes(row.get("clusters"))):
        if size == 0:
            raise BadArgument(f"{place}: clusters: number {number} is empty")
    version = row.get("signature_version") or (row.get("versions") or {}).get("signature")
    return ProblemSet(
        name=name,
        problem_id=str(row.get("problem_id") or ""),
        description=_text_field(place, row, "description"),
        sources=tuple(solutions["source"]),
        coarse=tuple(solutions["coarse"]),
        fine=tuple(solutions["fine"]),
        signature_version=str(version or ""),
    )


def _text_field(place: str, row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value:
        raise BadArgument(f"{place}: {field}: expected text, got {value!r}")
    return value


def _columns(place: str, solutions: Any) -> dict[str, list[Any]]:
    """Take `source`, `coarse` and `fine` out of either form as lists of one length."""
    try:
        if isinstance(solutions, Mapping):
            names = {"source": "solution", "coarse": "cluster", "fine": "fine"}
            found = {field: list(solutions[name]) for field, name in names.items()}
        else:
            found = {field: [each[field] for each in solutions] for field in ("source", "coarse", "fine")}
    except (KeyError, TypeError) as error:
        raise BadArgument(f"{place}: solutions: no equivalence set ({error!r})") from error
    if len(set(map(len, found.values()))) > 1:
        raise BadArgument(f"{place}: solutions: lists of different lengths")
    return found


def _cluster_sizes(clusters: Any) -> list[int]:
    if isinstance(clusters, Mapping):
        return [len(each) for each in clusters.get("solutions") or ()]
    return [len(each["solutions"]) for each in clusters or ()]


def _refuse_repeated_names(place: str, found: Iterator[ProblemSet]) -> Iterator[ProblemSet]:
    names: set[str] = set()
    for each in found:
        if each.name in names:
            raise BadArgument(f"{place}: name: two problems are called {each.name!r}")
        names.add(each.name)
        yield each


def is_held_out(name: str, share: float) -> bool:
    """Whether the problem of this name is among the `share` (0 to 1) that is not trained on."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") < share * 2**64
