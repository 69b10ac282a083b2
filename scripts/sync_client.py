"""Writes the synchronous client from the asynchronous one: `make sync-client`, or this with a folder to write below.

unasync replaces words of Python, so what cannot be said by a word is in equijudge/primitives.py. A test fails when
the files in the repository are not what this makes of `_async`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import unasync

ROOT = Path(__file__).resolve().parents[1]
CLIENT = ROOT / "services/client/equijudge"
HEADER = "# Generated from the folder _async by `make sync-client`: edit it there.\n"
WORDS = {
    "_async": "_sync",
    "AsyncBaseTransport": "BaseTransport",
    "AsyncClient": "Client",
    "AsyncExchange": "Exchange",
    "AsyncJobs": "Jobs",
    "AsyncRunCalls": "RunCalls",
    "aclose": "close",
    "aclosing": "closing",
    "aiter_bytes": "iter_bytes",
    "aiter_lines": "iter_lines",
    "aread": "read",
    "async_shield": "sync_shield",
    "async_sleep": "sync_sleep",
}
# In docstrings, which unasync leaves alone.
PROSE = {
    "The asynchronous client. `_sync` is generated from this folder: edit here, then run `make sync-client`.":
        "The synchronous client.",
    "async with equijudge.AsyncClient": "with equijudge.Client",
    "in await client.": "in client.",
    "contextlib.aclosing": "contextlib.closing",
}  # fmt: skip


def generate(target: Path) -> None:
    """Write `_sync` into the folder `target`."""
    with tempfile.TemporaryDirectory() as made:
        shutil.copytree(CLIENT / "_async", Path(made) / "_async", ignore=shutil.ignore_patterns("__pycache__"))
        sources = [str(path) for path in sorted((Path(made) / "_async").glob("*.py"))]
        unasync.unasync_files(sources, [unasync.Rule("/_async/", "/_sync/", WORDS)])
        written = Path(made) / "_sync"
        for path in written.glob("*.py"):
            text = path.read_text("utf-8")
            for asynchronous, synchronous in PROSE.items():
                text = text.replace(asynchronous, synchronous)
            path.write_text(HEADER + text if text else text, "utf-8")
        ruff = [sys.executable, "-m", "ruff"]
        config = ["--quiet", "--config", str(ROOT / "pyproject.toml"), str(written)]
        subprocess.run([*ruff, "check", "--select", "I", "--fix", *config], check=True)
        subprocess.run([*ruff, "format", *config], check=True)
        shutil.copytree(written, target / "_sync", dirs_exist_ok=True)


if __name__ == "__main__":
    generate(Path(sys.argv[1]) if len(sys.argv) > 1 else CLIENT)
