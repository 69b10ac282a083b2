"""Training runs in Redis: the names of keys, and the rules that the scripts in runs/ keep. Text alone.

1. A run that waits is a member of WAITING, scored by when it was accepted, so that one that comes back is first again;
   one that a worker has is a member of LEASED, scored by when its lease ends.
2. Leasing makes a new random token; every word of a worker names its token and comes with the key that leased (the
   holder). Any but the newest is stale. Tokens are compared by their hashes, so that the time tells nothing of them.
3. A lease that has ended puts the run back, and whoever looks at runs next notices. As long as nobody else has taken
   the run, its worker's next word takes it up again: an API that was away costs nothing.
4. A worker that asks for a run has none: the run it had (WORKERS) goes back. Asked again under the same nonce (an
   answer was lost on the way), the lease is the same one. A worker is its key and its name: the same name with another
   key is somebody else.
5. A run that has been begun as often as is allowed, and is lost once more, has failed.
6. Every script may be run twice with the same arguments.
7. A run belongs to the key that asked for it (owner). Scripts that name a run find none that is another's, except for
   the holder of its lease and for workers of all keys.

Runs of versions before 0.2 have a number as their token and no holder: no worker's word is taken for them. They wait
again when their lease ends, and go on from their checkpoint. RUNS listed the runs of all keys; whoever looks at runs
first moves it into its owners' lists.

Times are Redis's own.
"""

from __future__ import annotations

RUNS = "ej:runs"  # before 0.2: ids, scored by when they were accepted
WAITING = "ej:runs:waiting"
LEASED = "ej:runs:leased"
WORKERS = "ej:runs:workers"  # hash: key id, a blank and the worker's name -> the id of the run that it leased last
KEYS = (RUNS, WAITING, LEASED, WORKERS)  # of every script
RUN_KEPT_S = 30 * 24 * 3600  # of a run that is over


def runs_of_owner_key(owner: str) -> str:
    """Sorted set: the ids of one key's runs, scored by when they were accepted."""
    return f"ej:runs:of:{owner}"


def run_key(run_id: str) -> str:
    """Hash: the fields of runs.RunStatus (request, metrics, fault and scores as JSON), token, holder (the id of the key
    that leased it), lease (the nonce of the request that did), owner, fingerprint, nonce (of the request that stored
    it)."""
    return f"ej:run:{run_id}"
