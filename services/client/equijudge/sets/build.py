"""All of `build-sets`: judge every row, then write. Everything that is written is made anew from the journal, so that a
run that was killed while writing only has to be started again."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from equijudge._async.client import AsyncClient
from equijudge.errors import BadArgument
from equijudge.sets import shards
from equijudge.sets.card import render_card
from equijudge.sets.journal import Journal
from equijudge.sets.page import render_page
from equijudge.sets.records import Header
from equijudge.sets.report import Report
from equijudge.sets.run import OnRecord, Run
from equijudge.sets.sources import Source, import_extra
from equijudge_core.contracts.sets import PYTHON3, SetOptions

JOURNAL = "journal.sqlite3"
PATIENCE_S, PAUSE_S = 60.0, 0.5  # for a worker that has just been started to look what its cells have
NEEDED = ("pyarrow", "jinja2", "pygments")


async def build(
    client: AsyncClient, source: Source, out: Path, options: SetOptions, *, window: int, on_record: OnRecord
) -> Report:
    """Make the sets of a source, as far as `out` has not them yet, and write the dataset, card, report and page.

    `window`: problems in flight at once. Raises BadArgument, and what the client raises; what is finished stays.
    """
    for module in NEEDED:
        import_extra(module)
    await require_languages(client, options.languages)
    header = Header(source=source.name, options=options)
    with Journal(out / JOURNAL, header) as journal:
        await Run(client, source, options, journal, window, on_record).run()
        return write_outputs(journal, header, out)


async def require_languages(client: AsyncClient, asked: Sequence[str]) -> None:
    """Raise BadArgument for a language that the service does not have, before every row is refused for it.

    A service that was just started takes some seconds to find out; one that never does is asked for the sets anyway.
    """
    if tuple(asked) == (PYTHON3,):
        return
    until = time.monotonic() + PATIENCE_S
    while not (found := await client.languages()).languages and time.monotonic() < until:
        await asyncio.sleep(PAUSE_S)
    if not found.languages:
        return
    names = {name for each in found.languages for name in (each.name, *each.aliases)}
    reasons = {each.name: each.reason for each in found.missing}
    lacking = [f"{name} ({reasons.get(name, 'nobody knows it')})" for name in asked if name not in names]
    if lacking:
        raise BadArgument(f"--languages: the service does not have {', '.join(lacking)}")


def write_outputs(journal: Journal, header: Header, out: Path) -> Report:
    """Write everything but the journal."""
    report = Report.of(journal.records())
    summary = report.summary()
    shards.write_shards(journal.records(), report.kept, out / "data")
    made = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    files = {
        "README.md": render_card(header, summary),
        "report.json": json.dumps({"source": header.source, "made": made, **summary}, indent=2) + "\n",
        "report.html": render_page(journal.records(), report, header.source, made),
    }
    for name, text in files.items():
        with _write_atomically(out / name) as partial:
            partial.write_text(text, "utf-8")
    return report


@contextmanager
def _write_atomically(path: Path) -> Iterator[Path]:
    """Give a path to write to, and rename the file at the end: there is never half a file under its name."""
    partial = path.with_name(f"{path.name}.partial")
    yield partial
    os.replace(partial, path)
