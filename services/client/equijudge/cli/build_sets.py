"""`equijudge build-sets`: a dataset of verified, deduplicated, clustered solutions."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from equijudge._async.client import AsyncClient
from equijudge.cli import options
from equijudge.cli.console import note, note_wait, stderr, stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.service import open_service
from equijudge.errors import BadArgument
from equijudge.headers import SourceWithHeaders, read_headers
from equijudge.retry import Retry
from equijudge.sets.build import build
from equijudge.sets.records import Record
from equijudge.sets.report import Report
from equijudge.sets.run import OnRecord
from equijudge.sets.sources import Source, open_source
from equijudge.settings import load_settings
from equijudge_core.contracts.scores import UniqueLevel
from equijudge_core.contracts.sets import SetOptions, Status
from equijudge_core.contracts.verify import CheckerSpec, LimitOptions
from equijudge_core.judging.languages import find_language

PATIENCE_S = 3600.0  # a full queue is no reason to give up


@report_errors
def build_sets(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="hub:deepmind/code_contests[:split], a .parquet, .jsonl or .jsonl.gz file, or a folder of those, "
            "in subfolders too.",
        ),
    ],
    out: Annotated[Path, typer.Option(help="Folder for the dataset; one with a begun run is gone on with.")],
    split: Annotated[
        str | None,
        typer.Option(
            help="Split of a folder with several, told by the files' names: train-00000-of-00003.parquet, dev/a.jsonl.",
            show_default=False,
        ),
    ] = None,
    min_solutions: Annotated[int, typer.Option(min=1, help="Problems with fewer solutions are left out.")] = 5,
    dedupe: Annotated[
        UniqueLevel, typer.Option(help="Same program: text, ast (layout, comments), alpha (names too) or bytecode.")
    ] = "alpha",
    languages: Annotated[
        str,
        typer.Option(
            help="Of whose programs sets are made, by commas: names or aliases, as `equijudge languages` lists them."
        ),
    ] = "python3",
    audit: Annotated[bool, typer.Option(help="Run the programs labelled wrong too, and look at the tests.")] = True,
    checker: options.Checker = None,
    include: options.Include = None,
    time_limit: options.TimeLimit = None,
    total_time: options.TotalTime = None,
    memory_limit: options.MemoryLimit = None,
    window: Annotated[int, typer.Option(min=1, max=256, help="Problems in flight at once.")] = 8,
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Make a dataset of equivalence sets: of each problem the solutions that pass all tests, by algorithm.

    Writes Parquet files (data/), a card (README.md), report.json and report.html, a page to look at. A run that was
    interrupted or killed goes on where it was when it is started again.

    Exit code: 0 done, 2 wrong usage or input (also a source without a row that can be used), 3 the service failed, or
    some problems did through its fault (run again).
    """
    judging = options.judge_options(
        tests=None,
        run_all=False,
        detail="verdict",
        checker=checker,
        time_limit=time_limit,
        total_time=total_time,
        memory_limit=memory_limit,
    )
    chosen = SetOptions(
        min_solutions=min_solutions,
        dedupe=dedupe,
        audit=audit,
        languages=choose_languages(languages),
        limits=LimitOptions.model_validate(judging["limits"]),
        checker=judging["checker"] and CheckerSpec.model_validate(judging["checker"]),
    )
    rows = SourceWithHeaders(open_source(source, split), read_headers(include))
    report = _run(rows, out, chosen, window, url, key)
    _show(report, out, as_json)
    _refuse_useless(source, report)
    raise typer.Exit(ExitCode.SERVICE if report.faults else ExitCode.FINE)


def choose_languages(text: str) -> tuple[str, ...]:
    """The languages of the option by their canonical names; a name that is only the service's own stays as it is."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        raise BadArgument("--languages: expected names by commas, such as python3,cpp17")
    return tuple(dict.fromkeys(found.name if (found := find_language(name)) else name for name in names))


def _run(source: Source, out: Path, chosen: SetOptions, window: int, url: str | None, key: str | None) -> Report:
    retry = Retry(total_s=max(PATIENCE_S, load_settings().retry_total_s))

    async def whole(url: str, key: str | None, on_record: OnRecord) -> Report:
        async with AsyncClient(url, key, retry=retry, on_wait=note_wait) as client:
            return await build(client, source, out, chosen, window=window, on_record=on_record)

    with open_service(url, key) as (url, key), progress(source) as on_record:
        return asyncio.run(whole(url, key, on_record))


@contextmanager
def progress(source: Source) -> Iterator[OnRecord]:
    """Show a bar with what became of the rows so far; nothing without a terminal."""
    console = stderr()
    columns = (
        TextColumn("problems"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", style="dim", markup=False),
    )
    counts: dict[str, int] = {}
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=source.count() if console.is_terminal else None)

        def show(record: Record | None) -> None:
            what = _outcome_of(record)
            counts[what] = counts.get(what, 0) + 1
            bar.update(task, advance=1, description=" · ".join(f"{count} {name}" for name, count in counts.items()))

        yield show


def _outcome_of(record: Record | None) -> str:
    if record is None:
        return "done before"
    return "refused" if record.found is None else record.found.status.value.replace("_", " ")


def _refuse_useless(source: str, report: Report) -> None:
    """Raise BadArgument for a source of which nothing could be used: it is not what was meant."""
    rows = sum(report.statuses.values())
    if rows == 0:
        raise BadArgument(f"{source}: no row there")
    if report.statuses["refused"] == rows:
        first = report.refused[0]
        raise BadArgument(f"{source}: every row was refused ({rows:,}), the first for this: {first['reason']}")


def _show(report: Report, out: Path, as_json: bool) -> None:
    summary = report.summary()
    if as_json:
        typer.echo(json.dumps(summary))
        return
    console = stdout()
    for stage in summary["funnel"]["problems"]:
        dropped = f"{stage['dropped']:>7,} {stage['reason'].replace('_', ' ')}" if stage["dropped"] else ""
        console.print(f"{stage['stage']:<12}{stage['left']:>8,}{dropped}", markup=False)
    for name in ("solutions", "clusters"):
        mean = summary[f"{name}_per_problem"]["mean"]
        console.print(f"{name} per problem: {'–' if mean is None else format(mean, '.1f')}", markup=False)
    if others := summary["audit"]["problems_with_other_answers"]:
        said = "programs labelled right answer otherwise than is stored; report.json names a checker for each"
        console.print(f"{others:,} problems accept one answer where there may be several: {said}", markup=False)
    if summary["refused"]:
        console.print(f"{summary['problems_by_outcome']['refused']:,} rows refused; report.json has the reasons")
    if report.faults:
        note(f"{report.statuses[Status.INTERNAL_ERROR]} problems failed through our fault; run it again to retry them")
    console.print(f"{out / 'report.html'} shows it all", markup=False)
