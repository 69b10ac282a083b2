"""Write problems as rows of ours, or as Kattis packages. Raises BadArgument only."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from equijudge.errors import BadArgument
from equijudge.problem_files import Refused
from equijudge.storing import Survey
from equijudge_core.errors import UnsupportedProblem
from equijudge_core.formats.kattis_writer import short_name, write_kattis
from equijudge_core.formats.reading import Reading


def write_rows(found: Iterable[Reading], out: Path | None) -> int:
    """Write problems with their programs as JSON lines, to stdout or to a file; return how many."""
    count = 0
    try:
        file = sys.stdout if out is None else out.open("w", encoding="utf-8")
        try:
            for count, each in enumerate(found, start=1):  # noqa: B007 - it counts
                file.write(json.dumps(each.problem.to_row()) + "\n")
        finally:
            if out is not None:
                file.close()
    except OSError as error:
        raise BadArgument(f"{out}: {error.strerror}") from error
    return count


def write_packages(found: Iterable[Reading], out: Path, survey: Survey) -> int:
    """Write problems as folders below `out`; note what has no form there. Return how many."""
    taken: set[str] = set()
    for each in found:
        try:
            written = write_kattis(each.problem)
        except UnsupportedProblem as error:
            reason = "; ".join(f"{fault.field}: {fault.problem}" for fault in error.errors)
            survey.refused.append(Refused(each.problem.name, reason))
            continue
        name = short_name(each.problem.name, taken)
        taken.add(name)
        survey.notes.update(written.notes)
        _write_folder(out / name, written.files)
    return len(taken)


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    try:
        folder.mkdir(parents=True)
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except FileExistsError as error:
        raise BadArgument(f"{folder}: is there already, and is not written over") from error
    except OSError as error:
        raise BadArgument(f"{error.filename or folder}: {error.strerror}") from error
