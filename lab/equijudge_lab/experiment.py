"""Puts the laboratory together: the plan, the judge, what makes the units, the report."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from equijudge.cli.console import note
from equijudge.cli.service import service
from equijudge.errors import BadArgument
from equijudge_lab import conditions, judge_units, plan, presets, progress, report, results, tables, versions
from equijudge_lab.files import read_json, write_json
from equijudge_lab.presets import Preset
from equijudge_lab.runner import Judging, Outcome, Runner
from equijudge_lab.units import Kind, Lane, Store, Unit, keys

VERSIONS = "versions.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command was told. only: names of conditions, None for all. make: False writes the report alone."""

    preset: Preset
    out: Path
    seed: int
    only: Sequence[str] | None
    time_limit_s: float | None
    lanes: tuple[Lane, ...]
    make: bool
    command: str
    url: str | None
    key: str | None


def run(asked: Asked) -> Outcome:
    """Make what is missing, then report all that is there.

    Raises:
        BadArgument: an unknown condition; a folder that cannot be used, or that another command works in.
    """
    deadline = None if asked.time_limit_s is None else time.monotonic() + asked.time_limit_s
    preset = asked.preset
    presets.check(preset)
    chosen = preset.conditions if asked.only is None else conditions.chosen(asked.only, preset.conditions)
    if not chosen:
        raise BadArgument("--only: no condition is named")
    store = Store(asked.out)
    with store.held():
        units = plan.units(preset, chosen, asked.seed)
        wanted = keys(units, _versions(store, asked))
        outcome = _made(asked, preset, store, units, wanted, deadline)
        found = results.read(store, preset, chosen, wanted)
        facts = {
            "seed": asked.seed,
            "command": asked.command,
            "made": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
            "versions": versions.machine() | {"trained with": _trained_with(store)},
        }
        report.write(tables.tables(found, facts), asked.out)
    return outcome


def _made(
    asked: Asked,
    preset: Preset,
    store: Store,
    units: Sequence[Unit],
    wanted: Mapping[str, str],
    deadline: float | None,
) -> Outcome:
    with _judging(asked) as judge, progress.shown(units) as tell:
        runner = Runner(store, units, wanted, judge, processes=preset.processes, lanes=asked.lanes, tell=tell)
        return runner.run(deadline if asked.make else time.monotonic())


@contextmanager
def _judging(asked: Asked) -> Iterator[Judging]:
    """The judge's units through a service: the one that is named, or one of our own for as long as this takes."""
    makers: Mapping[str, Callable[..., None]] = {
        "corpus": judge_units.corpus,
        "sets": judge_units.sets,
        "score": judge_units.score,
    }
    if not asked.make or "judge" not in asked.lanes:

        def nobody(unit: Unit, *_: object) -> None:
            raise AssertionError(f"{unit.name}: nothing is judged in this lane")

        yield nobody
        return
    with service(asked.url, asked.key) as client:

        def judge(unit: Unit, folder: Path, inputs: Mapping[str, Path], seen: Callable[[int, int], None]) -> None:
            makers[unit.kind](client, unit, folder, inputs, seen)

        yield judge


def _versions(store: Store, asked: Asked) -> Mapping[Kind, Mapping[str, str]]:
    """Those of this machine. Where it only judges, trainings keep the versions of the machine they were made on."""
    here = versions.here()
    path = store.root / VERSIONS
    known: dict[Kind, dict[str, str]] = read_json(path) if path.is_file() else {}
    if asked.make and "train" in asked.lanes:
        if known and any(known[kind] != here[kind] for kind in here if kind in known):
            note("other versions, of our code or of libraries, than what is there was made with; that is made again")
        write_json(path, here)
        return here
    return here | {kind: known[kind] for kind in ("base", "train", "generate") if kind in known}


def _trained_with(store: Store) -> str:
    path = store.root / VERSIONS
    if not path.is_file():
        return "–"
    known = read_json(path)["train"]
    return ", ".join(f"{name} {known[name]}" for name in ("torch", "transformers"))
