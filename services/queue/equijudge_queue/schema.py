"""What lies in Redis: the rules of jobs and chunks, which the scripts in jobs/ keep, and the names of keys. Pure.

A job is one accepted request, a chunk what one worker does of it in one go. RQ carries chunk ids alone and
may lose or repeat them; these rules make the difference good:

1. A chunk is open (a member of OPEN, scored by the time at which somebody should look after it) from its
   acceptance until its last result, its cancellation or its job's end. RQ knows it as `<chunk>-<ticket>`,
   and every enqueueing takes a new ticket, so that a late worker never touches a newer entry of RQ's.
2. Whoever claims a chunk gets a token one higher than the last; every write that follows names the token,
   and a token that is not the newest writes nothing (fencing).
3. A candidate's result is taken once: the job's bitmap of what is answered (`seen`) decides, whoever reports it.
4. Results are entries 1-0, 2-0, … of a stream, so that an offset is a number; an `end` entry follows the last.
5. Every script may be run twice with the same arguments (a connection that breaks before the answer makes
   the client repeat it): nothing is counted or stored twice, and at worst a chunk waits to be looked after.
6. A job may have a closing chunk, which waits, in no queue, until the last of its candidates has its result; the
   script that takes that result opens it, and the job ends with what it hands in.
7. A job's id may be given by the caller's idempotency key: who comes first stores the job, whoever comes later
   with the same fingerprint is answered with it, and with another one is refused. One that is cancelled before it has
   come is stored as cancelled, with no fingerprint, and whoever comes later is answered with that.
8. An entry of RQ's wakes a worker; which chunk it gets is the fair order's to say (parts/fair_order.lua): by key, then
   by job, then by place in the job. The chunk's state decides whether it waits, its entry in a line only when. So a
   line that names too much is harmless, and a chunk that is in none is put there by RQ's entry that names it, or a
   sweep.
9. A result that was cached when its job came is stored with the job; a job of which all are cached ends with that.
10. A candidate that is not done after a turn (equijudge_verifier/worker/time_slice.py), while a key waits that holds no
    slot, is given up: its chunk is `long` now and waits in a lane of its own, of which only so many run at once. There
    it is run to its end; the chunk is long until it is finished or given back.
11. What is stored is held by the key that asked for it: BYTES and bytes_key count its bytes by kind, in the script that
    stores or deletes it, so that the counts are exact. `queue` are the chunks of jobs that run, `results` what is kept
    of jobs, `problems` those that came with a request, once, for whoever used it last, `stored` those that were stored
    by name, for good; `verdicts` are nobody's. Beyond its quota a key is refused, and until then what no running job
    needs makes room, the oldest first: problems, then results that are older than RESULTS_LEAST_S. What programs write
    is not known when they are accepted: results of executions beyond the quota are not stored, and said to be lost
    (jobs/make_room).
12. Nothing of these expires by Redis's own clock, which would tell nobody: AGES say when each may go, while no running
    job needs it, and jobs/tidy lets it go, also when a kind is over its bound or Redis is nearly full, the oldest
    first. It deletes before it writes, so that a full Redis recovers. What a running job needs is in no such set.

Times are Redis's own (TIME), so that no two clocks are compared.
"""

from __future__ import annotations

from typing import Any

QUEUE = "verify"
CUT = "ej:cut"  # the chunk whose candidate gave way to a key that holds no slot, for CUT_MS: one slot is enough
CUT_MS = 1_000
RQ_LIST = f"rq:queue:{QUEUE}"
# what RQ is told to call: a name that workers know, of no function by now; what 0.1 enqueued bears it too
VERIFY_CHUNK = "equijudge_verifier.jobs.verify_chunk"
BACKLOG = "ej:backlog"  # candidates accepted and not yet answered
BACKLOG_BYTES = "ej:backlog:bytes"  # what the jobs that run hold in chunks
OPEN = "ej:open"
PROBLEMS = "ej:problems"  # ids that were stored by name, in the order of their first storing
WORKERS = "ej:workers"  # worker names, scored by when they were last heard of
TAKEOVERS = "ej:takeovers"

# The fair order, see parts/fair_order.lua: keys in line by tag; the tags of keys, and the floors of levels, in hashes.
KEYS_IN_LINE, TAGS, FLOORS = "ej:fair", "ej:fair:tags", "ej:fair:floors"
LONG_KEYS_IN_LINE, LONG_RUNNING = "ej:long", "ej:long:running"  # the same of long chunks; the set of those that run
BYTES = "ej:bytes"  # hash: kind -> bytes that are held
KINDS = ("queue", "results", "problems", "stored", "verdicts")
PROBLEMS_HELD = "ej:problems:held"  # hash: problem id -> "kind bytes owner"
PROBLEMS_NEEDED = "ej:problems:needed"  # hash: problem id -> how many running jobs need it
VERDICTS = "ej:verdicts"  # the cached ones, scored by when they go
AGES = ("ej:age:problems", "ej:age:results")  # ids, scored by when they go; with `:owner` behind, those of a key
PROBE = "ej:probe"  # written to see whether Redis takes a write
SWEEPER = "ej:sweeper"  # held by the worker whose turn it is to sweep
LOOK_AFTER_S = 10  # a queued chunk that nobody claims is looked after this often
JOB_KEPT_S = 24 * 3600
SETS_KEPT_S = 3600  # the same of equivalence sets, which hold all their programs
WITHDRAWN_KEPT_S = 3600  # a job that was cancelled before it was accepted: its request may be on the way for so long
RESULTS_LEAST_S = 600  # results of a job that is over are there for so long, whatever is full
PROBLEM_KEPT_S = 7 * 24 * 3600  # of a problem that came with a request, since it was last used
SAMPLES_KEPT_S = 7 * 24 * 3600  # of what is put aside for the closing chunk of a job that never ends
WORKER_KEPT_S = 15  # of what a worker says of itself
PROBE_KEPT_S = 60


def job_key(job_id: str) -> str:
    """Hash: state, candidates, done, cached, bytes, created_at, finished_at, v:<verdict>, owner (the id of the key
    it came with), kind (a JobKind of the contracts), fingerprint (of what was asked for), nonce (of the one request
    that stored it), closing (the closing chunk, if there is to be one); held (bytes of results), queued (bytes of its
    chunks, while it runs), problems_kept_s."""
    return f"ej:job:{job_id}"


def jobs_of_owner_key(owner: str) -> str:
    """Sorted set of a key's jobs, by when they were accepted, for as long as anything of them is kept."""
    return f"ej:jobs:{owner}"


def bytes_key(owner: str) -> str:
    """Hash: kind -> bytes that a key holds."""
    return f"ej:bytes:{owner}"


def needs_key(job_id: str) -> str:
    """Set, while a job runs: the ids of the problems that it needs."""
    return f"ej:job:{job_id}:needs"


def results_key(job_id: str) -> str:
    """Stream of results: fields `line` (JSON) and `index` (its candidate or problem), or `end`."""
    return f"ej:job:{job_id}:results"


def answered_key(job_id: str) -> str:
    """Bitmap of the candidates answered."""
    return f"ej:job:{job_id}:seen"


def chunks_key(job_id: str) -> str:
    """Set of the job's open chunks, and of its closing chunk."""
    return f"ej:job:{job_id}:chunks"


def samples_key(job_id: str) -> str:
    """Hash, while a job of generations runs: what the closing chunk needs of each, by index; compressed JSON."""
    return f"ej:job:{job_id}:samples"


def scores_key(job_id: str) -> str:
    """What the closing chunk found, as JSON of ScoreOutcome."""
    return f"ej:job:{job_id}:scores"


def line_key(job_id: str) -> str:
    """Sorted set of the job's chunks that wait, by place."""
    return f"ej:job:{job_id}:line"


def jobs_in_line_key(owner: str) -> str:
    """Sorted set of a key's jobs of which a chunk waits, by tag."""
    return f"ej:fair:key:{owner}"


def long_line_key(job_id: str) -> str:
    """The same as line_key, of the job's long chunks."""
    return f"ej:job:{job_id}:long"


def long_jobs_in_line_key(owner: str) -> str:
    """The same as jobs_in_line_key, of jobs of which a long chunk waits."""
    return f"ej:long:key:{owner}"


def leases_key(owner: str) -> str:
    """Sorted set of the chunks that workers have of a key's jobs, by the end of the lease."""
    return f"ej:held:{owner}"


def chunk_key(chunk_id: str) -> str:
    """Hash: job, state (waiting, queued, running), token, ticket, payload (see chunk_payload.py), place (in its job),
    since (when it was taken, while it runs), long (rule 10), tries (how often its next candidate was begun)."""
    return f"ej:chunk:{chunk_id}"


def rq_id(chunk_id: str, ticket: int) -> str:
    """Under which id RQ knows a chunk that was enqueued for the n-th time."""
    return f"{chunk_id}-{ticket}"


def rq_entry(rq_id: str) -> dict[str, Any]:
    """How RQ is told of a chunk, as arguments of its Queue: it keeps no result and no time, which are the chunk's."""
    call = {"func": VERIFY_CHUNK, "args": (chunk_id_of(rq_id),), "job_id": rq_id}
    return {**call, "timeout": -1, "result_ttl": 0, "failure_ttl": 60}


def chunk_id_of(rq_id: str) -> str:
    """The chunk of an id of RQ's."""
    return rq_id.rpartition("-")[0]


def problem_key(problem_id: str) -> str:
    """The problem's row without solutions, as JSON, packed (see compression.py)."""
    return f"ej:problem:{problem_id}"


def problem_owners_key(problem_id: str) -> str:
    """Set: the keys that have stored a problem for good."""
    return f"ej:stored_by:{problem_id}"


def summary_key(problem_id: str) -> str:
    """JSON of contracts.ProblemSummary: what the API needs of a problem, without its tests."""
    return f"ej:summary:{problem_id}"


def verdict_key(key: str) -> str:
    """A cached CandidateResult, as JSON."""
    return f"ej:verdict:{key}"


def requests_key(owner: str) -> str:
    """Hash tokens, at: a key's bucket of requests."""
    return f"ej:rate:{owner}:requests"


def candidates_key(owner: str) -> str:
    """Hash tokens, at: a key's bucket of candidates."""
    return f"ej:rate:{owner}:candidates"


def worker_key(name: str) -> str:
    """What a worker says of itself, as JSON; expires when it falls silent."""
    return f"ej:worker:{name}"
