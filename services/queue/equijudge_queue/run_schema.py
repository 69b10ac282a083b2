"""Training runs in Redis: the names of keys, and the rules that the scripts in runs/ keep. Text alone.

1. A run that waits is a member of WAITING, scored by when it was accepted, so that one that comes back is first again;
   one that a worker has is a member of LEASED, scored by when its lease ends.
2. Leasing makes the token one higher; every word of a worker names its token, and any but the newest is stale.
3. A lease that has ended puts the run back, and whoever looks at runs next notices. As long as nobody else has taken
   the run, its worker's next word takes it up again: an API that was away costs nothing.
4. A worker that asks for a run has none: the run it had (WORKERS) goes back. Asked again under the same nonce (an
   answer was lost on the way), the lease is the same one.
5. A run that has been begun as often as is allowed, and is lost once more, has failed.
6. Every script may be run twice with the same arguments.

Times are Redis's own.
"""

from __future__ import annotations

RUNS = "ej:runs"  # ids, scored by when they were accepted
WAITING = "ej:runs:waiting"
LEASED = "ej:runs:leased"
WORKERS = "ej:runs:workers"  # hash: worker -> the id of the run that it leased last
KEYS = (RUNS, WAITING, LEASED, WORKERS)  # of every script
RUN_KEPT_S = 30 * 24 * 3600  # of a run that is over


def run_key(run_id: str) -> str:
    """Hash: the fields of runs.RunStatus (request, metrics, fault and scores as JSON), token, lease (the nonce of the
    request that leased it), owner, fingerprint, nonce (of the request that stored it)."""
    return f"ej:run:{run_id}"
