"""`python -m equijudge_selftest`: do this installation's cells hold? Attacks them alone; no Redis needed.

Exit status: 0 everything held, 1 something is BROKEN, 2 wrong settings or nothing selected, 3 no cell can be had.
With --json one line says what runs (`total`, `driver`, …), then there is one line per attack as it ends.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import Any

from docker.errors import DockerException
from pydantic import ValidationError

from equijudge.cli.console import stdout
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import SandboxError
from equijudge_selftest.attack_runner import PYTHON3, AttackRunner
from equijudge_selftest.attacks.attack import MIB, Attack
from equijudge_selftest.attacks.catalogue import CATALOGUE
from equijudge_selftest.channel_matrix import PROBES, Probe, run_probe
from equijudge_selftest.not_tested import LEFT_TO_THE_SERVICE, NOT_TESTED
from equijudge_selftest.report.finding import Finding
from equijudge_selftest.report.tables import findings_table, not_tested_lines
from equijudge_selftest.selection import Selection
from equijudge_selftest.topics import Topic
from equijudge_verifier import bootstrap
from equijudge_verifier.settings import Settings

HELD, BROKEN, USAGE, UNAVAILABLE = 0, 1, 2, 3
CELL_BYTES = 512 * MIB  # attacks fill whole cells: this much of the machine at most
TOPICS = tuple(topic.value for topic in Topic if topic not in (Topic.SERVICE, Topic.TENANTS))


def main(arguments: Sequence[str] | None = None) -> int:
    """See the module."""
    options = make_parser().parse_args(arguments)
    topic = Topic(options.topic) if options.topic else None
    selection = Selection(topic, options.attack, options.section, options.row)
    attacks, probes = tuple(filter(selection.has, CATALOGUE)), tuple(filter(selection.has, PROBES))
    if not attacks and not probes:
        print(f"selftest: nothing is selected by {selection}", file=sys.stderr)
        return USAGE
    try:
        return run(attacks, probes, load_settings(options.driver), as_json=options.json)
    except ValidationError as error:
        for fault in error.errors():
            print(f"selftest: EQUIJUDGE_{fault['loc'][0]}: {fault['msg']}".upper(), file=sys.stderr)
        return USAGE
    except (SandboxError, DockerException) as error:
        print(f"selftest: {error}", file=sys.stderr)
        return UNAVAILABLE


def make_parser() -> argparse.ArgumentParser:
    """The command line. `--section` and `--row` are deprecated: see old_numbers.py."""
    parser = argparse.ArgumentParser("equijudge_selftest", description="Attack this installation's cells.")
    parser.add_argument("--driver", choices=("local", "docker"), help="default: EQUIJUDGE_DRIVER")
    parser.add_argument("--topic", choices=TOPICS, help="only attacks of this topic")
    parser.add_argument("--attack", help="only the attack of this name, such as fork-bomb")
    parser.add_argument("--section", type=int, choices=(*range(1, 9), 10), help=argparse.SUPPRESS)
    parser.add_argument("--row", help=argparse.SUPPRESS)
    parser.add_argument("--json", action="store_true", help="one JSON object per line")
    return parser


def load_settings(driver: str | None) -> Settings:
    """The operator's own, but for the driver asked for and a cell of bounded size. Raises ValidationError."""
    given: dict[str, Any] = {"redis_url": "redis://not-used", **({"driver": driver} if driver else {})}
    settings = Settings(**given)
    size = min(settings.cell_memory_bytes, CELL_BYTES)
    return bootstrap.pin_to_core(settings.model_copy(update={"cell_memory_bytes": size}), 0)


def run(attacks: Sequence[Attack], probes: Sequence[Probe], settings: Settings, *, as_json: bool) -> int:
    """Run every attack, then try every channel; the exit status. Raises SandboxError when no cell can be had."""
    make = partial(bootstrap.make_sandbox, settings)
    with closing(make()) as sandbox, closing(AttackRunner(sandbox, make)) as runner:
        used = {name for attack in attacks for name in attack.languages} | {probe.channel.language for probe in probes}
        missing = find_missing(runner.sandbox, used)
        attacks = [attack for attack in attacks if attack.languages.isdisjoint(missing)]
        probes = [probe for probe in probes if probe.channel.language not in missing]
        if as_json:
            facts = runner.environment.model_dump()
            print_line({"total": len(attacks) + len(probes), "missing": missing, **facts})
        findings = []
        for finding in run_all(runner, attacks, probes, settings):
            findings.append(finding)
            if as_json:
                print_line(finding.to_row())
    if not as_json:
        print_tables(findings, missing, f"{runner.environment.driver}, {runner.environment.isolation} cells")
    return HELD if all(finding.held for finding in findings) else BROKEN


def run_all(
    runner: AttackRunner, attacks: Sequence[Attack], probes: Sequence[Probe], settings: Settings
) -> Iterator[Finding]:
    """What is found, as it comes. Channels need a second slot of cells, for a reader at the same time."""
    yield from map(runner.run, attacks)
    with closing(bootstrap.make_sandbox(settings)) as other:
        yield from (run_probe(runner.sandbox, other, probe) for probe in probes)


def find_missing(sandbox: Sandbox, languages: set[str]) -> dict[str, str]:
    """Those of these languages that the cells do not have, with the reason. Raises SandboxUnavailable."""
    if languages <= {PYTHON3}:
        return {}  # asking takes seconds
    missing = sandbox.languages().missing
    return {name: missing[name] for name in sorted(languages) if name in missing}


def print_line(row: dict[str, object]) -> None:
    """A line for machines."""
    print(json.dumps(row), flush=True)


def print_tables(findings: Sequence[Finding], missing: Mapping[str, str], title: str) -> None:
    """Every finding, and what no attack shows: of languages that are not there least of all."""
    console = stdout()
    console.print(title)
    console.print(findings_table(findings))
    for line in not_tested_lines({**LEFT_TO_THE_SERVICE, **NOT_TESTED, **missing}):
        console.print(line)
    console.print(f"{sum(finding.held for finding in findings)} of {len(findings)} properties held")


if __name__ == "__main__":
    sys.exit(main())
