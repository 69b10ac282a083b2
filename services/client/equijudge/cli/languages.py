"""`equijudge languages`: what a service judges, and what it lacks."""

from __future__ import annotations

import time

import typer

from equijudge import result_tables
from equijudge._sync.client import Client
from equijudge.cli import options
from equijudge.cli.console import stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.cli.service import open_client
from equijudge_core.contracts.service import ServiceLanguages

PATIENCE_S, PAUSE_S = 60.0, 0.5  # for a worker that has just been started to look what its cells have


@report_errors
def languages(as_json: options.AsJson = False, url: options.Url = None, key: options.Key = None) -> None:
    """List the languages that programs may be in, and those that are known and missing, with the reason.

    A judge that was just started takes some seconds to find out. Exit code: 0 some are there, 1 none is.
    """
    with open_client(url, key) as client:
        found = wait_for_languages(client)
    if as_json:
        for line in (*found.languages, *found.missing):
            typer.echo(line.model_dump_json())
    else:
        stdout().print(result_tables.languages_table(found))
    raise typer.Exit(ExitCode.FINE if found.languages else ExitCode.NO)


def wait_for_languages(client: Client) -> ServiceLanguages:
    """Ask until some are there, or PATIENCE_S are over."""
    until = time.monotonic() + PATIENCE_S
    while not (found := client.languages()).languages and time.monotonic() < until:
        time.sleep(PAUSE_S)
    return found
