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
from collections.abc import Callable, Iterator
from typing import IO

from equijudge_core.contracts.chunks import ScoresChunk
from equijudge_core.contracts.score_requests import ScoreOutcome
from equijudge_core.contracts.verify import ResultLine
from equijudge_verifier.chunks.generations import unpacked
from equijudge_verifier.judge.judge import Abandoned
from equijudge_verifier.worker.store import READ_AT_ONCE, Store

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
LOOK_S = 0.05


class Scorer:
    """One per worker process."""

    def __init__(self, store: Store, interrupted: Callable[[float], bool]) -> None:
        self._store, self._interrupted = store, interrupted

    def scored(self, chunk: ScoresChunk, lost: str = "") -> bytes:
        """JSON of ScoreOutcome; with `lost` just that, as the fault. Raises Abandoned."""
        return fault(lost) if lost else self._computed(chunk)

    def _computed(self, chunk: ScoresChunk) -> bytes:
        with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as said:
            child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=answer, stderr=said, env=ENVIRONMENT)
            assert child.stdin is not None
            try:
                for limit, value in LIMITS.items():
                    resource.prlimit(child.pid, limit, (value, value))
                with child.stdin as told:
                    self._tell(chunk, told)
                while child.poll() is None:
                    if self._interrupted(LOOK_S):
                        raise Abandoned
            except BrokenPipeError:
                child.wait()  # it says why below
            finally:
                child.kill()
                status = child.wait()
            if status == 0:
                return read(answer)
            why = read(said).decode(errors="replace").strip()
            log.error("the scores could not be computed: exit status %d\n%s", status, why)
            last = why.splitlines()[-1] if why else ""
            return fault(f"the scores could not be computed (exit status {status}): {last}")

    def _tell(self, chunk: ScoresChunk, told: IO[bytes]) -> None:
        """The chunk, then each sample with its measures, one JSON line each."""
        told.write(chunk.model_dump_json().encode() + b"\n")
        for result, data in self._samples(chunk.job_id):
            measures = {} if data is None else unpacked(data)
            told.write(json.dumps({"result": result.model_dump(mode="json"), **measures}).encode() + b"\n")

    def _samples(self, job_id: str) -> Iterator[tuple[ResultLine, bytes | None]]:
        results = self._store.results(job_id)
        for start in range(0, len(results), READ_AT_ONCE):
            if self._interrupted(0.0):
                raise Abandoned
            some = results[start : start + READ_AT_ONCE]
            yield from zip(some, self._store.samples(job_id, [each.index for each in some]), strict=True)


def fault(reason: str) -> bytes:
    """No scores, and why: our fault."""
    return ScoreOutcome(fault=reason).model_dump_json(exclude_none=True).encode()


def read(file: IO[bytes]) -> bytes:
    """All of a file that somebody else has written."""
    file.seek(0)
    return file.read()
