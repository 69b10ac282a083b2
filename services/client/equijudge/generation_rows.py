"""Reads what `equijudge score` is given: a model's generations and reference clusters. Raises BadArgument only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from equijudge import json_conversion
from equijudge.errors import BadArgument
from equijudge.rows import Row, read_numbered_rows
from equijudge.samples import lm_eval
from equijudge.samples.forms import find_samples
from equijudge.samples.judged_text import as_text
from equijudge.samples.sample import ForeignSample, JudgedSample
from equijudge.sets.sources import open_source
from equijudge_core.contracts.score_requests import Generation, ProblemGenerations, ReferenceClusters, ReferenceSet
from equijudge_core.contracts.verify import ResultLine
from equijudge_core.judging.row_reader import quote


@dataclass
class NamedGenerations:
    """A model's generations for the problem of this name or stored id, in the order of the file. samples: where they
    come from, of those in another harness' form, by position."""

    problem: str
    generations: list[Generation] = field(default_factory=list)
    family: str | None = None
    samples: dict[int, ForeignSample] = field(default_factory=dict)

    def add_sample(self, sample: ForeignSample) -> None:
        """Add a sample as one more generation, under its position."""
        position = len(self.generations)
        self.samples[position] = sample
        self.generations.append(Generation(text=sample.text, id=str(position)))


def read_generations(path: Path) -> list[NamedGenerations]:
    """Read the generations of a file by problem, in the order of their first appearance.

    A line has `problem` (a name or a stored id) and either `generations` (texts, or objects with `text`, `id` and
    `language`) or one `text` and perhaps its `id`; `family` may stand in any of a problem's lines. `language` of a line
    is that of its texts that name none; without it the command's option is. A text that is null is one that the model
    never wrote: a sample without a program. No two of a problem may have the same id. Lines of other harnesses are read
    too; see samples.
    """
    found: dict[str, NamedGenerations] = {}
    filters: set[str] = set()
    order = 0
    for place, row in read_numbered_rows(path):
        if samples := find_samples(place, row):
            _check_filter(place, samples[0], filters)
            for sample in samples:
                entry = found.setdefault(sample.problem, NamedGenerations(sample.problem))
                entry.add_sample(replace(sample, order=order))
                order += 1
            continue
        name = row.get("problem")
        if not isinstance(name, str):
            raise BadArgument(f"{place}: problem: expected a problem's name or stored id")
        entry = found.setdefault(name, NamedGenerations(name))
        entry.family = _family(place, row, entry.family)
        known = len(entry.generations)
        entry.generations += [
            _generation(f"{place}: {field}", text, known + n, row.get("language"))
            for n, (field, text) in enumerate(_texts(place, row))
        ]
    if not found:
        raise BadArgument(f"{path}: no generations there")
    if repeated := list(_repeated_ids(found.values())):
        raise BadArgument(f"{path}: ids of generations occur twice:\n  " + "\n  ".join(repeated[:10]))
    return list(found.values())


def complete_samples(named: Iterable[NamedGenerations], rows: Mapping[str, Row] | None) -> None:
    """Make of other harnesses' samples the texts that are judged. rows: problems by name, None where they are
    stored."""
    for each in named:
        for position, sample in each.samples.items():
            text, form = as_text(sample, None if rows is None else rows[each.problem])
            update = {"text": text, "form": form}
            each.generations[position] = each.generations[position].model_copy(update=update)


def check_forms(named: Iterable[NamedGenerations]) -> None:
    """Raise BadArgument where results have no form to be written in: before anything is judged."""
    forms = {each.samples[n].form if n in each.samples else "" for each in named for n in range(len(each.generations))}
    if len(forms) != 1 or "" in forms:
        raise BadArgument("--results: writes the form of the samples, which must all be of one other harness")


def split_unknown(
    named: Iterable[NamedGenerations], rows: Mapping[str, Row]
) -> tuple[list[NamedGenerations], list[NamedGenerations]]:
    """Those that one of the problems is for, and those that none is for."""
    found: tuple[list[NamedGenerations], list[NamedGenerations]] = ([], [])
    for each in named:
        found[each.problem not in rows].append(each)
    return found


def pair_samples(
    named: Sequence[NamedGenerations],
    lines: Iterable[ResultLine],
    rows: Mapping[str, Row] | None = None,
    unknown: Iterable[NamedGenerations] = (),
) -> list[JudgedSample]:
    """Each sample with its result, in the order of the file. rows: the problems by name, where they are at hand."""
    found = [JudgedSample(sample, None) for each in unknown for sample in each.samples.values()]
    for line in lines:
        each = named[line.problem]
        has_public = rows is None or bool(rows[each.problem]["public_tests"]["input"])
        found.append(JudgedSample(each.samples[line.candidate], line, has_public))
    return sorted(found, key=lambda judged: judged.sample.order)


def read_references(path: Path) -> dict[str, ReferenceClusters]:
    """Read the clusters of the verified solutions by problem name: a file, a folder of them, or what `build-sets`
    wrote.

    A row has the problem's `name` and is an equivalence set, of the dataset or of `POST /equivalence-sets`; or it has
    `signature_version`, `coarse` and `fine` (solutions by cluster) themselves.
    """
    found: dict[str, ReferenceClusters] = {}
    for number, row in enumerate(open_source(str(path / "data" if (path / "data").is_dir() else path)).rows(), start=1):
        name = row.get("name")
        if not isinstance(name, str):
            raise BadArgument(f"{path}, row {number}: name: expected a problem's name")
        if (reference := _reference(f"{path}, row {number}", row)) is not None:
            found[name] = reference
    return found


def build_score_problems(
    named: Iterable[NamedGenerations], ids: Mapping[str, str], references: Mapping[str, ReferenceClusters]
) -> list[ProblemGenerations]:
    """Build what is sent: `ids` has the stored id of each name, `references` the clusters of those that have any."""
    found = []
    for each in named:
        with json_conversion.naming_fields(f"problem {quote(each.problem)}"):
            made = ProblemGenerations(
                problem_id=ids[each.problem],
                generations=tuple(each.generations),
                reference=references.get(each.problem),
                family=each.family,
            )
        found.append(made)
    return found


def _check_filter(place: str, sample: ForeignSample, filters: set[str]) -> None:
    """Raise BadArgument where lm-eval wrote the same responses once for each of several filters."""
    if sample.form == lm_eval.NAME:
        filters.add(str(sample.row.get("filter")))
        if len(filters) > 1:
            shown = ", ".join(map(quote, sorted(filters)))
            raise BadArgument(f"{place}: filter: a response would count for each of {shown}; keep the lines of one")


def _texts(place: str, row: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Find the texts of a line, each with the field that it stands in. Raises BadArgument where there is none."""
    if "generations" in row:
        texts = json_conversion.to_list(row["generations"], f"{place}: generations", "text")
        if not texts:
            raise BadArgument(f"{place}: generations: empty; leave out a problem for which there is none")
        return [(f"generations[{number}]", text) for number, text in enumerate(texts)]
    if "text" in row:
        return [("text", {"text": row["text"], "id": row.get("id")})]
    raise BadArgument(f"{place}: expected `generations` (a list) or `text`")


def _generation(field: str, text: Any, position: int, language: Any) -> Generation:
    """`language`: the line's."""
    if text is None or isinstance(text, str):
        text = {"text": text}
    if isinstance(text, Mapping) and text.get("language") is None and language is not None:
        text = {**text, "language": language}
    if isinstance(text, Mapping) and text.get("text", "") is None:
        text = {**text, "text": ""}
    made = json_conversion.to_model(Generation, text, field)
    return made if made.id is not None else made.model_copy(update={"id": str(position)})


def _family(place: str, row: Mapping[str, Any], before: str | None) -> str | None:
    family = row.get("family")
    if family is None:
        return before
    if not isinstance(family, str) or before not in (None, family):
        fault = f"a problem is of one family; got {quote(family)}, before {quote(before)}"
        raise BadArgument(f"{place}: family: {fault}")
    return family


def _reference(place: str, row: Mapping[str, Any]) -> ReferenceClusters | None:
    """Read the clusters of a row; None for a problem of which no set could be made."""
    try:
        if "coarse" in row:
            names = ReferenceClusters.model_fields
            return ReferenceClusters.model_validate({name: row[name] for name in names if name in row})
        solutions = row["solutions"]
        if not solutions:
            return None
        if isinstance(solutions, Mapping):  # the dataset's columns
            pairs = zip(solutions["cluster"], solutions["fine"], strict=True)
            named = [{"coarse": coarse, "fine": fine} for coarse, fine in pairs]
            row = {"versions": {"signature": row["signature_version"]}, "solutions": named}
        return ReferenceSet.model_validate(row).clusters()
    except (KeyError, TypeError, ValueError) as error:
        raise BadArgument(f"{place}: no equivalence set ({error})") from error


def _repeated_ids(named: Iterable[NamedGenerations]) -> Iterator[str]:
    """Find ids that several generations of a problem have, in words."""
    for each in named:
        counts = Counter(generation.id for generation in each.generations)
        yield from (f"problem {each.problem}: id {name!r} {n} times" for name, n in counts.items() if n > 1)
