"""`equijudge selftest`: does this installation hold what it promises?"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

import httpx
import typer
from rich.console import Console
from rich.text import Text

from equijudge.cli import options, result_tables
from equijudge.cli.console import Steps, bar, note, stdout
from equijudge.cli.exit_codes import ExitCode, reported
from equijudge.errors import BadArgument
from equijudge.settings import load
from equijudge_selftest.report import cells, tables
from equijudge_selftest.report.finding import Finding
from equijudge_selftest.service import faults, tenants
from equijudge_selftest.service.faults import Scenario
from equijudge_selftest.service.own_service import Broken, Service, own_service

SCENARIOS = (*faults.SCENARIOS, *tenants.SCENARIOS)
SERVICE_SECTION = 9  # of which cells show nothing
OUTCOMES_ROW = "66"  # of both: cells and service
NOT_HELD = {
    "65": "an answer written into a program for a test that it recognises cannot be seen by a judge: keep tests hidden",
    "96": "the engine itself is not restarted on this machine; a cell is killed under a candidate",
    "101": "custom checkers are not offered",
    "102": "interactive problems are not offered",
    "111": "a program can tell by numbers of processes and files how many runs its cell had before; sandbox/README.md "
    "has how many bits they carry",
    "123": "what is seen of it is the client's: a job whose caller is interrupted is cancelled",
    "126": "the containers of the Compose file are not started here; docs/least-privilege.md has what they may",
}


@reported
def selftest(
    driver: Annotated[str, typer.Option(help="What isolates programs: local or docker.")] = "local",
    section: Annotated[
        int | None, typer.Option(help="Only this section, 1 to 10.", min=1, max=10, show_default=False)
    ] = None,
    row: Annotated[str | None, typer.Option(help="Only this row, such as 42.", show_default=False)] = None,
    as_json: options.AsJson = False,
) -> None:
    """Attack this installation: hostile programs against its cells (sections 1 to 8), a judge of its own, in a
    temporary directory, that is hurt while it works (section 9), and what one run, candidate or caller could gain of
    another (section 10), with every channel that could carry something. About four minutes.

    Exit code: 0 everything held, 1 something is BROKEN, 3 the cells or the judge could not be had.
    """
    if driver not in ("local", "docker"):
        raise BadArgument(f"--driver {driver}: expected local or docker")
    began = time.monotonic()
    findings = list(_findings(driver, section, row, as_json))
    if not findings:
        raise BadArgument(f"nothing to test in section {section or 'any'}, row {row or 'any'}")
    if not as_json:
        _print(stdout(), findings, time.monotonic() - began)
    broken = [finding for finding in findings if not finding.held]
    raise typer.Exit(ExitCode.NO if broken else ExitCode.FINE)


def _findings(driver: str, section: int | None, row: str | None, as_json: bool) -> Iterator[Finding]:
    """Every finding as it comes, on the bar and, if asked for, on stdout."""
    scenarios = [scenario for scenario in SCENARIOS if _meant(scenario, section, row)]
    with bar("attacking", len(scenarios)) as steps:
        for finding in _found(driver, section, row, scenarios, steps):
            steps.step(f"{finding.row} {finding.property}")
            if as_json:
                typer.echo(json.dumps(finding.to_row()))
            yield finding


def _found(
    driver: str, section: int | None, row: str | None, scenarios: Sequence[Scenario], steps: Steps
) -> Iterator[Finding]:
    if section != SERVICE_SECTION and not (row is not None and scenarios and row != OUTCOMES_ROW):
        yield from cells.attacks(driver, section, row, lambda said: steps.more(int(str(said["total"]))))
    if scenarios:
        note("starting a judge that may be hurt")
        with own_service(driver, load().slots or 2) as service:
            for scenario in scenarios:
                yield _played(scenario, service)


def _meant(scenario: Scenario, section: int | None, row: str | None) -> bool:
    return section in (None, scenario.section) and row in (None, scenario.row)


def _played(scenario: Scenario, service: Service) -> Finding:
    began = time.monotonic()
    try:
        got, broke = scenario.play(service), []
    except (Broken, httpx.HTTPError, OSError) as error:
        got, broke = "", [str(error) or type(error).__name__]
    return Finding(
        row=scenario.row,
        section=scenario.section,
        property=scenario.name,
        expected=(scenario.expected,),
        got=got,
        held=not broke,
        broke=tuple(broke),
        wall_time_s=round(time.monotonic() - began, 3),
    )


def _print(console: Console, findings: Sequence[Finding], elapsed_s: float) -> None:
    console.print(tables.findings_table(findings))
    console.print(tables.sections_table(Counter((finding.section, finding.held) for finding in findings)))
    for row, reason in NOT_HELD.items():
        console.print(Text.assemble(("not tested  ", "yellow"), f"row {row}: {reason}"))
    held = sum(finding.held for finding in findings)
    console.print(f"{held} of {len(findings)} properties held, in {result_tables.seconds(elapsed_s)}")
