"""The synchronous client is generated from the asynchronous one, and is what the generator makes of it today."""

from __future__ import annotations

from pathlib import Path

from scripts import sync_client


def test_the_generated_client_is_up_to_date(tmp_path: Path) -> None:
    sync_client.generate(tmp_path)
    made = {path.name: path.read_text() for path in (tmp_path / "_sync").glob("*.py")}
    kept = {path.name: path.read_text() for path in (sync_client.CLIENT / "_sync").glob("*.py")}
    assert made == kept, "run `make sync-client`"
