"""The sets as Parquet: one row a problem, in the order of the source. The same records give the same bytes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from equijudge.sets.records import Record
from equijudge.sets.sources import import_extra
from equijudge_core.contracts.sets import EquivalenceSet, Status

SHARD_ROWS = 1000
OWN_CHECKER = "own"  # a problem that needs a program
GROUP_ROWS, GROUP_BYTES = 100, 16 << 20  # of a row group, whichever comes first, programs and statements counted


def write_shards(records: Iterable[Record], kept: int, folder: Path) -> list[Path]:
    """Write the `kept` sets among the records, and nothing else, as `train-*.parquet`; what was there is replaced."""
    parquet = import_extra("pyarrow.parquet")
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob("train-*.parquet*"):
        left.unlink()
    count = max(1, math.ceil(kept / SHARD_ROWS))
    sets = (record for record in records if is_kept(record))
    paths = []
    for number in range(count):
        path = folder / f"train-{number:05d}-of-{count:05d}.parquet"
        partial = path.with_suffix(".parquet.partial")
        with parquet.ParquetWriter(partial, schema(), compression="zstd") as writer:
            for group in _groups(sets, SHARD_ROWS):
                writer.write_table(_table(group))
        partial.replace(path)
        paths.append(path)
    return paths


def is_kept(record: Record) -> bool:
    """Whether the record holds a set that goes into the dataset."""
    return record.found is not None and record.found.status == Status.KEPT


def schema() -> Any:
    """The columns. `solutions` and `clusters` are structs of lists, as the source's own are."""
    arrow = import_extra("pyarrow")
    text, number, real, flag = arrow.string(), arrow.int64(), arrow.float64(), arrow.bool_()
    texts = arrow.list_(text)
    solution = {
        "solution": text,
        "position": number,
        "cluster": text,
        "fine": text,
        "features": texts,
        "fine_features": texts,
        "form_text": text,
        "form_ast": text,
        "form_alpha": text,
        "cpu_time_s": real,
        "memory_peak_bytes": number,
        "loose": flag,
        "language": text,
    }
    cluster = {"id": text, "features": texts, "solutions": arrow.list_(number), "fine": number}
    audit = {
        "right": number,
        "right_accepted": number,
        "true_positive_rate": real,
        "wrong": number,
        "wrong_rejected": number,
        "true_negative_rate": real,
        "several_answers": flag,
        "disputed_tests": texts,
        "refuted_tests": texts,
        "suggested_checker": text,
    }
    statement = {
        **dict.fromkeys(("name", "description", "source", "difficulty"), text),
        "cf_contest_id": number,
        "cf_index": text,
        "cf_rating": number,
        "cf_tags": texts,
        **dict.fromkeys(("public_tests", "private_tests", "generated_tests"), number),
    }
    return arrow.schema(
        {
            "problem_id": text,
            "position": number,
            **statement,
            "solutions": arrow.struct({name: arrow.list_(kind) for name, kind in solution.items()}),
            "clusters": arrow.struct({name: arrow.list_(kind) for name, kind in cluster.items()}),
            "audit": arrow.struct(audit),
            "time_limit_s": real,
            "memory_limit_bytes": number,
            "signature_version": text,
            "normalize_version": text,
        }
    )


def row_of(record: Record) -> dict[str, Any]:
    """Build the row of a kept record."""
    found, statement = record.found, record.statement
    assert found is not None
    assert statement is not None
    solutions = [
        {**each.model_dump(exclude={"forms", "source", "coarse"}), "solution": each.source, "cluster": each.coarse}
        | {f"form_{level}": key for level, key in each.forms.items()}
        for each in found.solutions
    ]
    names = ("solution", "position", "cluster", "fine", "features", "fine_features", "form_text", "form_ast")
    return {
        "problem_id": found.problem_id,
        "position": record.position,
        **statement.model_dump(),
        "solutions": _columns(
            solutions, (*names, "form_alpha", "cpu_time_s", "memory_peak_bytes", "loose", "language")
        ),
        "clusters": _columns([each.model_dump() for each in found.clusters], ("id", "features", "solutions", "fine")),
        "audit": _audit(found),
        "time_limit_s": found.limits.cpu_time_s if found.limits else None,
        "memory_limit_bytes": found.limits.memory_limit_bytes if found.limits else None,
        "signature_version": found.versions.get("signature"),
        "normalize_version": found.versions.get("normalize"),
    }


def _audit(found: EquivalenceSet) -> dict[str, Any] | None:
    if found.audit is None:
        return None
    audit = found.audit.model_dump(exclude={"disputes", "refuted", "suggestion"})
    disputed = [dispute.test for dispute in found.audit.disputes]
    suggestion = found.audit.suggestion
    suggested = None if suggestion is None else suggestion.checker or OWN_CHECKER
    return {
        **audit,
        "disputed_tests": disputed,
        "refuted_tests": list(found.audit.refuted),
        "suggested_checker": suggested,
    }


def _columns(rows: list[dict[str, Any]], names: Iterable[str]) -> dict[str, list[Any]]:
    return {name: [row[name] for row in rows] for name in names}


def _groups(records: Iterator[Record], most: int) -> Iterator[list[dict[str, Any]]]:
    """Yield the next `most` rows, in groups that are bounded in rows and bytes."""
    group: list[dict[str, Any]] = []
    size = 0
    for number, record in enumerate(records, start=1):
        group.append(row_of(record))
        size += len(group[-1]["description"]) + sum(map(len, group[-1]["solutions"]["solution"]))
        if len(group) >= GROUP_ROWS or size >= GROUP_BYTES:
            yield group
            group, size = [], 0
        if number == most:
            break
    if group:
        yield group


def _table(rows: list[dict[str, Any]]) -> Any:
    return import_extra("pyarrow").Table.from_pylist(rows, schema=schema())
