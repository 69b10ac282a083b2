"""What lies in Redis and how it changes: key names and Lua, as text. API and verifier share it; pure.

A job is one accepted request, a chunk what one worker does of it in one go. RQ carries chunk ids alone and
may lose or repeat them; these rules make the difference good:

1. A chunk is open (a member of OPEN, scored by the time at which somebody should look after it) from its
   acceptance until its last result, its cancellation or its job's end.
2. Whoever claims a chunk gets a token one higher than the last; every write that follows names the token,
   and a token that is not the newest writes nothing (fencing).
3. A candidate's result is taken once: the job's `seen` bitmap decides, whoever reports it.
4. Results are entries 1-0, 2-0, … of a stream, so that an offset is a number; an `end` entry follows the last.

Times are Redis's own (TIME), so that no two clocks are compared.
"""

from __future__ import annotations

QUEUE = "verify"
VERIFY_CHUNK = "equijudge_verifier.jobs.verify_chunk"
BACKLOG = "ej:backlog"  # candidates accepted and not yet answered
OPEN = "ej:open"
PROBLEMS = "ej:problems"  # ids in the order of their first storing
WORKERS = "ej:workers"  # worker names, scored by when they were last heard of
TAKEOVERS = "ej:takeovers"

LOOK_AFTER_S = 10  # a queued chunk that nobody claims is looked after this often
JOB_KEPT_S = 24 * 3600


def job_key(job_id: str) -> str:
    """Hash: state, candidates, done, cached, created_at, finished_at, v:<verdict>."""
    return f"ej:job:{job_id}"


def results_key(job_id: str) -> str:
    """Stream of results, field `line` (JSON) or `end`."""
    return f"ej:job:{job_id}:results"


def seen_key(job_id: str) -> str:
    """Bitmap of the candidates answered."""
    return f"ej:job:{job_id}:seen"


def chunks_key(job_id: str) -> str:
    """Set of the job's open chunks."""
    return f"ej:job:{job_id}:chunks"


def chunk_key(chunk_id: str) -> str:
    """Hash: job, state (queued, running), token, payload (JSON of contracts.Chunk)."""
    return f"ej:chunk:{chunk_id}"


def problem_key(problem_id: str) -> str:
    """The problem's row without solutions, as JSON."""
    return f"ej:problem:{problem_id}"


def verdict_key(key: str) -> str:
    """A cached CandidateResult, as JSON."""
    return f"ej:verdict:{key}"


def worker_key(name: str) -> str:
    """What a worker says of itself, as JSON; expires when it falls silent."""
    return f"ej:worker:{name}"


_NOW = """
local t = redis.call('TIME')
local now = tonumber(t[1]) + tonumber(t[2]) / 1000000
"""

# KEYS backlog, open, job, chunks; ARGV most, candidates, look_after, job id, #problems,
# then problem id, row …, then chunk id, payload …   -> {1, backlog} or {0, backlog}: nothing was stored
SUBMIT = (
    _NOW
    + """
local backlog = tonumber(redis.call('GET', KEYS[1]) or '0')
local most, candidates = tonumber(ARGV[1]), tonumber(ARGV[2])
if backlog + candidates > most then return {0, backlog} end
local problems = tonumber(ARGV[5])
local at = 6
for _ = 1, problems do
  if redis.call('SET', 'ej:problem:' .. ARGV[at], ARGV[at + 1], 'NX') then
    redis.call('ZADD', 'ej:problems', now, ARGV[at])
  end
  at = at + 2
end
redis.call('HSET', KEYS[3], 'state', 'running', 'candidates', candidates, 'done', 0, 'cached', 0,
           'created_at', tostring(now))
while at < #ARGV do
  redis.call('HSET', 'ej:chunk:' .. ARGV[at], 'job', ARGV[4], 'state', 'queued', 'token', 0,
             'payload', ARGV[at + 1])
  redis.call('SADD', KEYS[4], ARGV[at])
  redis.call('ZADD', KEYS[2], now + tonumber(ARGV[3]), ARGV[at])
  at = at + 2
end
return {1, redis.call('INCRBY', KEYS[1], candidates)}
"""
)

# KEYS open, chunk; ARGV chunk id, lease s -> {token, payload} or nothing: another one has it, or it is over
CLAIM = (
    _NOW
    + """
local state = redis.call('HGET', KEYS[2], 'state')
if not state then return nil end
if state == 'running' and tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or '0') > now then return nil end
local token = redis.call('HINCRBY', KEYS[2], 'token', 1)
redis.call('HSET', KEYS[2], 'state', 'running')
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
return {token, redis.call('HGET', KEYS[2], 'payload')}
"""
)

# KEYS open, chunk; ARGV chunk id, token, lease s -> 1 kept, 0 lost
RENEW = (
    _NOW
    + """
if redis.call('HGET', KEYS[2], 'token') ~= ARGV[2] then return 0 end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[1])
return 1
"""
)

# KEYS chunk, job, results, seen, backlog, chunks; ARGV token, kept s, then index, verdict, cached, line …
# -> results taken, or -1: the token is stale or the job is over
REPORT = (
    _NOW
    + """
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return -1 end
if redis.call('HGET', KEYS[2], 'state') ~= 'running' then return -1 end
local taken = 0
for at = 3, #ARGV, 4 do
  if redis.call('SETBIT', KEYS[4], ARGV[at], 1) == 0 then
    local done = redis.call('HINCRBY', KEYS[2], 'done', 1)
    redis.call('HINCRBY', KEYS[2], 'v:' .. ARGV[at + 1], 1)
    if ARGV[at + 2] == '1' then redis.call('HINCRBY', KEYS[2], 'cached', 1) end
    redis.call('XADD', KEYS[3], done .. '-0', 'line', ARGV[at + 3])
    taken = taken + 1
  end
end
redis.call('DECRBY', KEYS[5], taken)
local counts = redis.call('HMGET', KEYS[2], 'done', 'candidates')
if counts[1] == counts[2] then
  redis.call('HSET', KEYS[2], 'state', 'done', 'finished_at', tostring(now))
  redis.call('XADD', KEYS[3], (tonumber(counts[1]) + 1) .. '-0', 'end', 'done')
  for at = 2, 4 do redis.call('EXPIRE', KEYS[at], ARGV[2]) end
  redis.call('EXPIRE', KEYS[6], ARGV[2])
end
return taken
"""
)

# KEYS open, chunk, chunks; ARGV chunk id, token -> 1, or 0: the token is stale
FINISH = """
if redis.call('HGET', KEYS[2], 'token') ~= ARGV[2] then return 0 end
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('SREM', KEYS[3], ARGV[1])
return 1
"""

# KEYS open, job, results, seen, backlog, chunks; ARGV kept s -> the job's state before, or nothing
CANCEL = (
    _NOW
    + """
local state = redis.call('HGET', KEYS[2], 'state')
if state ~= 'running' then return state end
local counts = redis.call('HMGET', KEYS[2], 'done', 'candidates')
redis.call('HSET', KEYS[2], 'state', 'cancelled', 'finished_at', tostring(now))
redis.call('DECRBY', KEYS[5], tonumber(counts[2]) - tonumber(counts[1]))
for _, chunk in ipairs(redis.call('SMEMBERS', KEYS[6])) do
  redis.call('DEL', 'ej:chunk:' .. chunk)
  redis.call('ZREM', KEYS[1], chunk)
end
redis.call('DEL', KEYS[6])
redis.call('XADD', KEYS[3], (tonumber(counts[1]) + 1) .. '-0', 'end', 'cancelled')
for at = 2, 4 do redis.call('EXPIRE', KEYS[at], ARGV[1]) end
return state
"""
)

# KEYS open, takeovers; ARGV look_after s, 1 when RQ's queue is empty, most
# -> chunk ids to be enqueued again: leases that ran out, and chunks that RQ has lost
SWEEP = (
    _NOW
    + """
local found = {}
for _, chunk in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[3])) do
  local state = redis.call('HGET', 'ej:chunk:' .. chunk, 'state')
  if not state then
    redis.call('ZREM', KEYS[1], chunk)
  else
    redis.call('ZADD', KEYS[1], now + tonumber(ARGV[1]), chunk)
    if state == 'running' then
      redis.call('HSET', 'ej:chunk:' .. chunk, 'state', 'queued')
      redis.call('INCR', KEYS[2])
      table.insert(found, chunk)
    elseif ARGV[2] == '1' then
      table.insert(found, chunk)
    end
  end
end
return found
"""
)
