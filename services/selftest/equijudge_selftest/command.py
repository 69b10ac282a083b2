"""`equijudge selftest`: does this installation hold what it promises?"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import httpx
import typer
from rich.console import Console

from equijudge import result_tables
from equijudge.cli import options
from equijudge.cli.console import Steps, note, progress_bar, stdout
from equijudge.cli.exit_codes import ExitCode, report_errors
from equijudge.errors import BadArgument
from equijudge.settings import load_settings
from equijudge_selftest.attacks.catalogue import CATALOGUE
from equijudge_selftest.cell_attacks import attack_cells
from equijudge_selftest.channel_matrix import PROBES
from equijudge_selftest.not_tested import NOT_TESTED
from equijudge_selftest.report.finding import Finding
from equijudge_selftest.report.tables import findings_table, not_tested_lines, topics_table
from equijudge_selftest.selection import Selection
from equijudge_selftest.service import faults, tenants
from equijudge_selftest.service.own_service import Broken, Service, start_own_service
from equijudge_selftest.service.scenario import Scenario
from equijudge_selftest.topics import Selectable, Topic

ON_CELLS: tuple[Selectable, ...] = (*CATALOGUE, *PROBES)
SCENARIOS: tuple[Scenario, ...] = (*faults.SCENARIOS, *tenants.SCENARIOS)


@report_errors
def selftest(
    driver: Annotated[str, typer.Option(help="What isolates programs: local or docker.")] = "local",
    topic: Annotated[Topic | None, typer.Option(help="Only attacks of this topic.", show_default=False)] = None,
    attack: Annotated[
        str | None, typer.Option(help="Only the attack of this name, such as fork-bomb.", show_default=False)
    ] = None,
    section: Annotated[int | None, typer.Option(min=1, max=10, hidden=True)] = None,
    row: Annotated[str | None, typer.Option(hidden=True)] = None,
    as_json: options.AsJson = False,
) -> None:
    """Attack this installation: hostile programs against its cells, every channel from one run to another, and a
    judge of its own, in a temporary directory, that is hurt while it works and whose callers attack each other. About
    six minutes; twelve with attacks in all languages that there may be.

    Exit code: 0 everything held, 1 something is BROKEN, 3 the cells or the judge could not be had.
    """
    if driver not in ("local", "docker"):
        raise BadArgument(f"--driver {driver}: expected local or docker")
    if section is not None or row is not None:
        note("--section and --row are deprecated: use --topic and --attack")
    began = time.monotonic()
    findings = list(_report_each(driver, Selection(topic, attack, section, row), as_json))
    if not as_json:
        _print_tables(stdout(), findings, time.monotonic() - began)
    raise typer.Exit(ExitCode.FINE if all(finding.held for finding in findings) else ExitCode.NO)


def _report_each(driver: str, selection: Selection, as_json: bool) -> Iterator[Finding]:
    """Every finding as it comes, on the bar and, if asked for, on stdout. Raises BadArgument when there is none."""
    has_cell_attacks = any(selection.has(attack) for attack in ON_CELLS)
    scenarios = [scenario for scenario in SCENARIOS if selection.has(scenario)]
    if not has_cell_attacks and not scenarios:
        raise BadArgument(f"nothing to test is selected by {selection}")
    with progress_bar("attacking", len(scenarios)) as steps:
        for finding in _run_all(driver, selection, has_cell_attacks, scenarios, steps):
            steps.step(finding.slug)
            if as_json:
                typer.echo(json.dumps(finding.to_row()))
            yield finding


def _run_all(
    driver: str, selection: Selection, has_cell_attacks: bool, scenarios: Sequence[Scenario], steps: Steps
) -> Iterator[Finding]:
    if has_cell_attacks:
        yield from attack_cells(driver, selection, lambda said: _announce(said, steps))
    if scenarios:
        note("starting a judge that may be hurt")
        with start_own_service(driver, load_settings().slots or 2) as service:
            for scenario in scenarios:
                yield _run_scenario(scenario, service)


def _announce(said: dict[str, Any], steps: Steps) -> None:
    """What the process that attacks cells says first: how many attacks there are, and in which languages there are
    none."""
    steps.more(said["total"])
    for language, why in said["missing"].items():
        note(f"no attacks in {language}: {why}")


def _run_scenario(scenario: Scenario, service: Service) -> Finding:
    began = time.monotonic()
    try:
        got, broke = scenario.run(service), []
    except (Broken, httpx.HTTPError, OSError) as error:
        got, broke = "", [str(error) or type(error).__name__]
    took = time.monotonic() - began
    return Finding.about(scenario, expected=[scenario.expected], got=got, broke=broke, wall_time_s=took)


def _print_tables(console: Console, findings: Sequence[Finding], elapsed_s: float) -> None:
    console.print(findings_table(findings))
    console.print(topics_table(findings))
    for line in not_tested_lines(NOT_TESTED):
        console.print(line)
    held = sum(finding.held for finding in findings)
    console.print(f"{held} of {len(findings)} properties held, in {result_tables.format_seconds(elapsed_s)}")
