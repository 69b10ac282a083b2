"""`equijudge lab`: the whole experiment, from a world of problems to a report."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from equijudge.cli import options
from equijudge.cli.console import note
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.errors import BadArgument


@report_errors
def lab(
    preset: Annotated[
        Literal["smoke", "full", "gpu"],
        typer.Option(help="smoke: minutes; full: four hours on two cores; gpu: a larger model."),
    ] = "smoke",
    out: Annotated[
        Path | None, typer.Option(help="Folder for everything; a begun run is gone on with. Default: lab-PRESET.")
    ] = None,
    scores: Annotated[
        Path | None,
        typer.Option(
            help="Folder of the units' scores, small files without weights: what is there is not made again, on any "
            "machine. Default: OUT/scores.",
            show_default=False,
        ),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, max=2**31, help="Of the worlds; a unit's own seed is added.")] = 0,
    only: Annotated[
        str | None, typer.Option(help="Blocks of the preset's table, by commas: A,D.", show_default=False)
    ] = None,
    time_limit: Annotated[
        float | None,
        typer.Option(help="Minutes after which it stops and reports; run again to go on.", show_default=False),
    ] = None,
    lane: Annotated[
        Literal["all", "train", "judge"],
        typer.Option(help="What this machine does: train and sample, judge, or all of it. OUT may move in between."),
    ] = "all",
    report_only: Annotated[bool, typer.Option(help="Write the report of what is there, and make nothing.")] = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Train one base model in many ways on sets of right programs; see what stays different, judged and counted.

    Every step is kept in OUT and can be interrupted anywhere. Ends in OUT/report.html and OUT/tables.json.

    Exit code: 0 done, or as far as the time limit lets it; 2 wrong usage; 3 a step failed, which the report leaves out.
    """
    if time_limit is not None and not time_limit > 0:
        raise BadArgument(f"--time-limit {time_limit:g}: expected minutes, above 0")
    from equijudge_lab import experiment
    from equijudge_lab.design import load_design

    design = load_design(preset)
    names = None if only is None else [name.strip() for name in only.split(",") if name.strip()]
    folder = out if out is not None else Path(f"lab-{preset}")
    given = experiment.ExperimentOptions(
        design=design,
        out=folder,
        scores=scores if scores is not None else folder / "scores",
        seed=seed,
        blocks=design.choose_blocks(names),
        time_limit_s=None if time_limit is None else 60 * time_limit,
        lanes=("judge", "train") if lane == "all" else (lane,),
        make=not report_only,
        command=shlex.join(["equijudge", *sys.argv[1:]]),
        url=url,
        key=key,
    )
    outcome = experiment.run_experiment(given)
    for failure in outcome.failures:
        note(f"{failure.task} failed: {failure.reason}")
    for name, what in outcome.waiting.items():
        note(f"{name} waits for {what}")
    if outcome.left:
        note(f"{len(outcome.left)} steps are left; run it again to go on")
    typer.echo(given.out / "report.html")
    raise typer.Exit(ExitCode.SERVICE if outcome.failures else ExitCode.FINE)
