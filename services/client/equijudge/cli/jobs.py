"""`equijudge jobs`: this key's jobs at a service, listed, watched, cancelled."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from equijudge import result_tables
from equijudge._sync.client import Client
from equijudge.cli import options
from equijudge.cli.console import note, progress_bar, stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.service import open_client
from equijudge_core.contracts.jobs import JobState, JobStatus

PAUSE_S = 0.5  # between two looks at a job that is watched

JobId = Annotated[str, typer.Argument(metavar="JOB", help="Its id, as `equijudge jobs list` shows it.")]
app = typer.Typer(no_args_is_help=True, help="List, watch and cancel this key's jobs.")


@app.command("list")
@report_errors
def list_(
    most: Annotated[int, typer.Option("--most", "-n", help="Show so many, the newest.", min=1)] = 20,
    running: Annotated[bool, typer.Option("--running", help="Of those, only what is not over.")] = False,
    as_json: options.AsJson = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """List this key's jobs, the newest first. One that is over is listed as long as its results are kept, a day.

    Exit code: 0 listed, also none, 2 wrong usage, 3 the service failed.
    """
    with open_client(url, key) as client:
        found = [each for each in client.jobs(most) if not running or each.state is JobState.RUNNING]
    if as_json:
        for each in found:
            typer.echo(each.model_dump_json())
        return
    stdout().print(result_tables.jobs_table(found, time.time()))


@app.command()
@report_errors
def watch(job: JobId, as_json: options.AsJson = False, url: options.Url = None, key: options.Key = None) -> None:
    """Watch a job until it is over, then print its counts. Ctrl-C ends the watching; the job goes on.

    Exit code: 0 done, 1 cancelled, 2 there is no such job, 3 the service failed.
    """
    with open_client(url, key) as client:
        status = _follow(client, job)
    if as_json:
        typer.echo(status.model_dump_json())
    else:
        stdout().print(result_tables.describe_job(status), markup=False)
    raise typer.Exit(ExitCode.FINE if status.state is JobState.DONE else ExitCode.NO)


@app.command()
@report_errors
def cancel(
    jobs: Annotated[list[str], typer.Argument(metavar="JOB...", help="Their ids.")],
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Cancel jobs. What is judged already stays; a job that is over stays as it is, and is said to be.

    Exit code: 0 none of them runs any more, 2 there is no such job, 3 the service failed.
    """
    with open_client(url, key) as client:
        for job in jobs:
            client.cancel(job)
            status = client.job(job)
            note(f"{job}: {status.state.value}, {status.done} of {status.candidates} done")


def _follow(client: Client, job: str) -> JobStatus:
    """Ask again and again until the job is over, and return its last status."""
    status = client.job(job)
    with progress_bar("judging", status.candidates) as steps:
        shown = 0
        while True:
            steps.step(by=status.done - shown)
            shown = status.done
            if status.state is not JobState.RUNNING:
                return status
            time.sleep(PAUSE_S)
            status = client.job(job)
