"""The closing chunk of a job of generations: all samples in, the scores out.

The figures are computed by `equijudge_verifier.chunks.scores_child` in a process of its own with limits, so that a job
that is too large for this machine costs its own scores and no worker.
"""

from __future__ import annotations

import json
import logging
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from typing import IO

from equijudge_core.contracts.chunks import ScoresChunk
from equijudge_core.contracts.score_requests import ScoreOutcome
from equijudge_core.contracts.verify import ResultLine
from equijudge_verifier.chunks.generations import unpack_measures
from equijudge_verifier.judge.judge import Abandoned
from equijudge_verifier.worker.session import TRIES, ChunkSession
from equijudge_verifier.worker.store import READ_AT_ONCE

log = logging.getLogger(__name__)
COMMAND = (sys.executable, "-I", "-m", "equijudge_verifier.chunks.scores_child")
# one thread: the figures are the same on every machine, and the other cores are other slots'
ENVIRONMENT = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
LIMITS = {
    resource.RLIMIT_AS: 4 << 30,
    resource.RLIMIT_CPU: 3600,
    resource.RLIMIT_FSIZE: 256 << 20,
    resource.RLIMIT_CORE: 0,
}
POLL_S = 0.05  # between two looks whether the child is done


class ScoresHandler:
    """See ChunkHandler."""

    def handle(self, session: ChunkSession, chunk: ScoresChunk) -> None:
        """Compute the scores and end the job with them. Raise Abandoned."""
        tries = session.count_try()
        if tries > TRIES:
            scored = no_scores(f"{tries - 1} workers ended while the scores were computed")
        else:
            scored = compute_scores(session, chunk)
        session.raise_if_lost(session.slot.store.close_job(session.claim, scored))


def compute_scores(session: ChunkSession, chunk: ScoresChunk) -> bytes:
    """Let a child compute the scores: JSON of ScoreOutcome. Raise Abandoned."""
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaints:
        child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=answer, stderr=complaints, env=ENVIRONMENT)
        assert child.stdin is not None
        try:
            for limit, value in LIMITS.items():
                resource.prlimit(child.pid, limit, (value, value))
            with child.stdin as pipe:
                write_samples(session, chunk, pipe)
            while child.poll() is None:
                if session.slot.lease.should_stop(POLL_S):
                    raise Abandoned
        except BrokenPipeError:
            child.wait()  # it says why below
        finally:
            child.kill()
            status = child.wait()
        if status == 0:
            return read_whole(answer)
        why = read_whole(complaints).decode(errors="replace").strip()
        log.error("the scores could not be computed: exit status %d\n%s", status, why)
        last = why.splitlines()[-1] if why else ""
        return no_scores(f"the scores could not be computed (exit status {status}): {last}")


def write_samples(session: ChunkSession, chunk: ScoresChunk, pipe: IO[bytes]) -> None:
    """Write the chunk, then each sample with its measures, one JSON line each. Raise Abandoned."""
    pipe.write(chunk.model_dump_json().encode() + b"\n")
    for result, data in load_samples(session, chunk.job_id):
        measures = {} if data is None else unpack_measures(data)
        pipe.write(json.dumps({"result": result.model_dump(mode="json"), **measures}).encode() + b"\n")


def load_samples(session: ChunkSession, job_id: str) -> Iterator[tuple[ResultLine, bytes | None]]:
    """Each result of the job with what was put aside of it, in request order. Raise Abandoned."""
    store = session.slot.store
    results = store.load_results(job_id)
    for start in range(0, len(results), READ_AT_ONCE):
        session.raise_if_stopped()
        some = results[start : start + READ_AT_ONCE]
        yield from zip(some, store.load_samples(job_id, [each.index for each in some]), strict=True)


def no_scores(fault: str) -> bytes:
    """JSON of ScoreOutcome: no scores, and why, which is our fault."""
    return ScoreOutcome(fault=fault).model_dump_json(exclude_none=True).encode()


def read_whole(file: IO[bytes]) -> bytes:
    """All of a file that somebody else has written."""
    file.seek(0)
    return file.read()
