"""What `equijudge up` says once the judge is ready: addresses that can be copied as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner

from equijudge.cli import up
from equijudge.cli.main import build_app
from equijudge.embedded.datadir import DataDir, Instance
from equijudge.embedded.judge import StartOptions

KEY = "a-key_of-the-embedded-judge"


class Ended:
    """A judge that is ended with Ctrl-C as soon as it is looked at."""

    def check(self) -> None:
        raise KeyboardInterrupt


@contextmanager
def start(data: DataDir, options: StartOptions) -> Iterator[tuple[Ended, Instance]]:
    yield Ended(), Instance(url="http://127.0.0.1:8000", api_key=KEY, pid=1)


@pytest.mark.parametrize("drop_ins", ["on", "off"])
def test_up_says_where_clients_of_other_services_go(
    drop_ins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(up, "start_judge", start)
    environment = {"EQUIJUDGE_DROP_INS": drop_ins, "EQUIJUDGE_DATA_DIR": str(tmp_path), "COLUMNS": "200"}
    told = CliRunner().invoke(build_app(), ["up"], env=environment).stdout
    addresses = re.findall(rf"http://user:{KEY}@127\.0\.0\.1:8000/(\S+)", told)
    assert addresses == (["sandboxfusion", "code-judge"] if drop_ins == "on" else [])
