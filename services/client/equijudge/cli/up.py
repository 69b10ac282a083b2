"""`equijudge up`: a whole judge on this machine, until Ctrl-C."""

from __future__ import annotations

import json
import signal
import time
from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from equijudge.cli.console import note, stderr, stdout
from equijudge.cli.exit_codes import report_errors
from equijudge.embedded.datadir import DataDir, Instance
from equijudge.embedded.judge import EmbeddedJudge, StartOptions, start_judge
from equijudge.settings import inherited_environment, load_settings

# How soon the end of a part is noticed.
_CHECK_INTERVAL_S = 0.5
DROP_INS = "EQUIJUDGE_DROP_INS"


@report_errors
def up(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1; 0: any free one.", min=0, max=65535)] = 8000,
    slots: Annotated[
        int | None,
        typer.Option(help="Cells that run at once. Default: one per core.", min=1, show_default=False),
    ] = None,
    driver: Annotated[str, typer.Option(help="What isolates programs: local or docker.")] = "local",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print url, api_key and pid as one JSON object when ready.")
    ] = False,
) -> None:
    """Start Redis, the API and the workers here, and stop them with Ctrl-C.

    Needs neither Docker nor a Redis server. Accepted work, problems and cached verdicts are kept in the data
    directory (EQUIJUDGE_DATA_DIR, default ~/.local/share/equijudge) and survive a restart; logs are in
    its logs/. Other `equijudge` commands of this user find the judge by themselves. Clients of SandboxFusion and
    code-judge find their calls under /sandboxfusion and /code-judge (EQUIJUDGE_DROP_INS=off: they do not).
    """
    # A shell that starts a command in the background has it ignore SIGINT; this one is meant to be ended so.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    settings = load_settings()
    data = DataDir(settings.data_path())
    options = StartOptions(
        port,
        driver,
        slots or settings.slots,
        settings.start_timeout_s,
        settings.redis_memory_bytes,
        environment={DROP_INS: inherited_environment().get(DROP_INS, "on")},
    )
    try:
        _run(data, options, as_json)
    except KeyboardInterrupt:
        note("stopped")


def _run(data: DataDir, options: StartOptions, as_json: bool) -> None:
    status = stderr().status("starting Redis, the API and the workers")
    status.start()
    try:
        with start_judge(data, options) as (judge, instance):
            status.stop()
            _announce(data, instance, options.environment[DROP_INS] == "on", as_json)
            _watch(judge)
    finally:
        status.stop()


def _watch(judge: EmbeddedJudge) -> None:
    try:
        while True:
            judge.check()
            time.sleep(_CHECK_INTERVAL_S)
    except KeyboardInterrupt:
        note("stopping")
        raise


def _announce(data: DataDir, instance: Instance, drop_ins: bool, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(asdict(instance)))
        return
    console = stdout()
    console.print(Text.assemble(("equijudge is up", "bold green"), "   Ctrl-C stops it"))
    console.print(_card(data, instance, drop_ins))


def _card(data: DataDir, instance: Instance, drop_ins: bool) -> Table:
    card = Table.grid(padding=(0, 2))
    card.add_column(style="dim")
    card.add_column(overflow="fold")
    card.add_row("url", Text(instance.url, style="bold"))
    card.add_row("key", Text(instance.api_key))
    card.add_row("docs", Text(f"{instance.url}/docs"))
    if drop_ins:
        for name, path in (("SandboxFusion", "sandboxfusion"), ("code-judge", "code-judge")):
            card.add_row(name, Text(f"{instance.url.replace('://', f'://user:{instance.api_key}@')}/{path}"))
    card.add_row("data", Text(str(data.path)))
    card.add_row("logs", Text(str(data.path / "logs")))
    return card
