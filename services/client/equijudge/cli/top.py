"""`equijudge top`: what the service does, live."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.console import Console, RenderableType
from rich.live import Live

from equijudge._sync.client import Client
from equijudge.cli import options
from equijudge.cli.console import stdout
from equijudge.cli.exit_codes import report_errors
from equijudge.cli.top_frame import Away, frame
from equijudge.errors import EquijudgeError, Invalid, NotFound, Unauthorized
from equijudge.retry import Retry
from equijudge_core.contracts.stats import Stats

Ask = Callable[[], Stats]


@report_errors
def top(
    once: Annotated[bool, typer.Option("--once", help="Print one frame and end.")] = False,
    interval: Annotated[float, typer.Option(help="Seconds between two frames.", min=0.2, max=60.0)] = 1.0,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, that of GET /stats, and end.")
    ] = False,
    url: options.Url = None,
    key: options.Key = None,
) -> None:
    """Watch queue, workers, cells, verdicts and throughput of a service until Ctrl-C.

    Without --url it watches the judge that runs on this machine; it starts none. It goes on when the service is
    restarted, and says so meanwhile. Without a terminal it prints one frame.
    """
    console, ask = stdout(), make_ask(url, key)
    view = View(ask)
    view.look()
    if view.refusal is not None:
        raise view.refusal
    if as_json:
        assert view.stats is not None
        typer.echo(view.stats.model_dump_json())
    elif once or not console.is_terminal:
        console.print(view.draw(console))
    else:
        watch(view, console, interval)


def watch(view: View, console: Console, interval_s: float) -> None:
    """Draw again and again until Ctrl-C, which is how one leaves."""
    with (
        suppress(KeyboardInterrupt),
        Live(view.draw(console), console=console, screen=True, auto_refresh=False) as live,
    ):
        while True:
            time.sleep(interval_s)
            view.look()
            live.update(view.draw(console), refresh=True)


def make_ask(url: str | None, key: str | None) -> Ask:
    """Make the function that asks the service. Which service is found anew every time: a judge of this machine that is
    started again has another port."""

    def ask() -> Stats:
        with Client(url, key, retry=Retry(total_s=0)) as client:
            return client.stats()

    return ask


@dataclass
class View:
    """What was heard last, and since when nothing is. `refusal`: why the last look failed."""

    ask: Ask
    clock: Callable[[], float] = time.monotonic
    stats: Stats | None = None
    refusal: EquijudgeError | None = None
    heard_at: float = 0.0

    def look(self) -> None:
        """Ask once more. Raises what no waiting mends: a wrong key, or a service that has no such call."""
        try:
            self.stats, self.refusal, self.heard_at = self.ask(), None, self.clock()
        except (Unauthorized, Invalid, NotFound):
            raise
        except EquijudgeError as error:
            self.refusal = error

    def draw(self, console: Console) -> RenderableType:
        """Draw the frame for this console."""
        away = Away(str(self.refusal), self.clock() - self.heard_at) if self.refusal is not None else None
        assert self.stats is not None
        return frame(self.stats, away, console.width, console.height if console.is_terminal else None)
