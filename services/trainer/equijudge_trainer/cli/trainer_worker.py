"""`equijudge trainer-worker`: do training runs of a service, on this machine."""

from __future__ import annotations

import logging
import signal
import threading
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from equijudge import Client, Retry
from equijudge.cli.exit_codes import report_errors
from equijudge.cli.options import Url
from equijudge.errors import BadArgument
from equijudge_core.logs import LineFormatter
from equijudge_trainer.worker.settings import WorkerSettings, key_of


@report_errors
def trainer_worker(
    url: Url = None,
    key_file: Annotated[
        Path | None,
        typer.Option(help="File with a full key of the service. Default: EQUIJUDGE_API_KEY_FILE.", show_default=False),
    ] = None,
    directory: Annotated[
        Path | None,
        typer.Option(
            "--dir",
            help="Where runs, checkpoints and models are kept. Default: EQUIJUDGE_TRAINER_DIR.",
            show_default=False,
        ),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(
            help="The only folder whose files a run may name. Default: EQUIJUDGE_TRAINER_DATA_DIR; without it, none.",
            show_default=False,
        ),
    ] = None,
    runs: Annotated[
        int | None, typer.Option(help="End after so many runs. Default: go on.", min=1, show_default=False)
    ] = None,
) -> None:
    """Lease training runs over HTTP, one at a time, and do them: train, draw programs, have them scored.

    [bold]equijudge trainer-worker --url http://judge:8000 --key-file key --dir runs[/]

    It needs nothing but the service's address, a key and a GPU (or patience): a full key serves its own runs, one that
    the service's operator marked as a worker key those of all keys. Start one for each GPU, each with a
    directory of its own. Killed and started again with the same directory it goes on from the last checkpoint. SIGTERM
    ends it at the next step, with a checkpoint, and gives the run back.

    Exit code: 0 ended as told, 2 wrong usage, 3 the service was away for too long.
    """
    settings = WorkerSettings()
    where, into = url or settings.url, directory or settings.trainer_dir
    if where is None or into is None:
        raise BadArgument("--url and --dir (or EQUIJUDGE_URL and EQUIJUDGE_TRAINER_DIR) are both needed")
    key = key_of(key_file) if key_file is not None else settings.key()
    _set_up_logging(settings)
    drain = _drain_event()
    from transformers.utils.logging import disable_progress_bar

    from equijudge_trainer.worker.loop import Worker
    from equijudge_trainer.worker.run_executor import RunExecutor
    from equijudge_trainer.worker.work_dir import claim_work_dir

    disable_progress_bar()  # the log is for reading
    outage_s = settings.trainer_outage_s
    with (
        claim_work_dir(into) as work_dir,
        Client(where, key, retry=Retry(total_s=0.0)) as client,
        Client(where, key, retry=Retry(total_s=outage_s)) as patient,
    ):
        Worker(
            client, patient, work_dir, RunExecutor(patient, data or settings.trainer_data_dir), drain, outage_s
        ).serve(runs)


def _drain_event() -> threading.Event:
    """Return an event that the first SIGTERM or SIGINT sets; the second one ends the process."""
    drain = threading.Event()

    def request_drain(number: int, frame: FrameType | None) -> None:
        drain.set()
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, request_drain)
    return drain


def _set_up_logging(settings: WorkerSettings) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(LineFormatter(settings.log_format, service="trainer"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.captureWarnings(True)
