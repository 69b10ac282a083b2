"""Training runs in Redis: keys, rules and the scripts that keep them. Text alone.

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
RUN_KEPT_S = 30 * 24 * 3600  # of a run that is over


def run_key(run_id: str) -> str:
    """Hash: the fields of runs.RunStatus (request, metrics, fault and scores as JSON), token, lease (the nonce of the
    request that leased it), owner, fingerprint, nonce (of the request that stored it)."""
    return f"ej:run:{run_id}"


_COMMON = f"""
local t = redis.call('TIME')
local now = tonumber(t[1]) + tonumber(t[2]) / 1000000
local RUNS, WAITING, LEASED, WORKERS = '{RUNS}', '{WAITING}', '{LEASED}', '{WORKERS}'
local function over(id, state)
  local run = 'ej:run:' .. id
  redis.call('HSET', run, 'state', state, 'finished_at', tostring(now))
  redis.call('ZREM', WAITING, id)
  redis.call('ZREM', LEASED, id)
  redis.call('EXPIRE', run, {RUN_KEPT_S})
  redis.call('HINCRBY', 'ej:metrics', 'training_runs/' .. state, 1)
end
local function put_back(id)
  local run = 'ej:run:' .. id
  redis.call('ZREM', LEASED, id)
  redis.call('HSET', run, 'state', 'queued')
  redis.call('ZADD', WAITING, redis.call('HGET', run, 'created_at'), id)
end
local function lost(id, most)
  local run = 'ej:run:' .. id
  local attempts = tonumber(redis.call('HGET', run, 'attempts'))
  if attempts < most then
    put_back(id)
    redis.call('HINCRBY', 'ej:metrics', 'training_run_takeovers/', 1)
    return
  end
  redis.call('HSET', run, 'fault', cjson.encode({{whose = 'service', reason =
    'its workers were lost ' .. attempts .. ' times in the middle of it; at most ' .. most .. ' begin with a run'}}))
  over(id, 'failed')
end
local function sweep(most)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', LEASED, '-inf', now, 'LIMIT', 0, 100)) do lost(id, most) end
end
-- whether the run is still this token's, taken up again if it waits
local function held(id, token, ttl)
  local run = 'ej:run:' .. id
  local fields = redis.call('HMGET', run, 'token', 'state')
  if fields[1] ~= token then return false end
  if fields[2] ~= 'queued' and fields[2] ~= 'leased' and fields[2] ~= 'running' then return false end
  if fields[2] == 'queued' then
    redis.call('ZREM', WAITING, id)
    redis.call('HSET', run, 'state', 'leased')
  end
  redis.call('ZADD', LEASED, now + ttl, id)
  return true
end
"""

ACCEPTED, REPLAYED, FULL, REUSED = "accepted", "replayed", "full", "reused"

# ARGV most waiting, id, name, request, owner, fingerprint, nonce -> {accepted | replayed | reused | full, waiting}
SUBMIT = (
    _COMMON
    + """
local run, waiting = 'ej:run:' .. ARGV[2], redis.call('ZCARD', WAITING)
local known = redis.call('HMGET', run, 'nonce', 'fingerprint')
if known[1] == ARGV[7] then return {'accepted', waiting} end
if known[1] then return {known[2] == ARGV[6] and 'replayed' or 'reused', waiting} end
if waiting >= tonumber(ARGV[1]) then return {'full', waiting} end
redis.call('HSET', run, 'run_id', ARGV[2], 'name', ARGV[3], 'request', ARGV[4], 'owner', ARGV[5],
           'fingerprint', ARGV[6], 'nonce', ARGV[7], 'state', 'queued', 'attempts', 0, 'token', 0,
           'created_at', tostring(now))
redis.call('ZADD', RUNS, tostring(now), ARGV[2])
redis.call('ZADD', WAITING, tostring(now), ARGV[2])
redis.call('HINCRBY', 'ej:metrics', 'training_runs/accepted', 1)
return {'accepted', waiting + 1}
"""
)

# ARGV worker, nonce, ttl s, most attempts -> {id, token, attempts, checkpoint or '', request} or nothing
LEASE = (
    _COMMON
    + """
local most = tonumber(ARGV[4])
local function answer(id)
  local fields = redis.call('HMGET', 'ej:run:' .. id, 'token', 'attempts', 'checkpoint', 'request')
  return {id, fields[1], fields[2], fields[3] or '', fields[4]}
end
local mine = redis.call('HGET', WORKERS, ARGV[1])
if mine then
  local run = redis.call('HMGET', 'ej:run:' .. mine, 'worker', 'lease', 'token')
  local leased = redis.call('ZSCORE', LEASED, mine)
  if leased and run[1] == ARGV[1] then
    if run[2] == ARGV[2] and held(mine, run[3], tonumber(ARGV[3])) then return answer(mine) end
    lost(mine, most)
  end
  redis.call('HDEL', WORKERS, ARGV[1])
end
sweep(most)
local id = redis.call('ZRANGE', WAITING, 0, 0)[1]
if not id then return nil end
local run = 'ej:run:' .. id
redis.call('HINCRBY', run, 'token', 1)
redis.call('HINCRBY', run, 'attempts', 1)
redis.call('HSET', run, 'state', 'leased', 'worker', ARGV[1], 'lease', ARGV[2])
redis.call('ZREM', WAITING, id)
redis.call('ZADD', LEASED, now + tonumber(ARGV[3]), id)
redis.call('HSET', WORKERS, ARGV[1], id)
return answer(id)
"""
)

# ARGV id, token, ttl s, then field, value … (of PROGRESS) -> 1, or 0: stale. Without fields the state stays.
HOLD = (
    _COMMON
    + """
if not held(ARGV[1], ARGV[2], tonumber(ARGV[3])) then return 0 end
local run = 'ej:run:' .. ARGV[1]
if #ARGV > 3 then
  redis.call('HSETNX', run, 'started_at', tostring(now))
  redis.call('HSET', run, 'state', 'running', unpack(ARGV, 4))
end
return 1
"""
)

# ARGV id, token, done | failed, then field, value … -> 1, or 0: stale
FINISH = (
    _COMMON
    + """
local run = 'ej:run:' .. ARGV[1]
local fields = redis.call('HMGET', run, 'token', 'state')
if fields[1] == ARGV[2] and fields[2] == ARGV[3] then return 1 end
if not held(ARGV[1], ARGV[2], 1) then return 0 end
redis.call('HSET', run, unpack(ARGV, 4))
over(ARGV[1], ARGV[3])
return 1
"""
)

# ARGV id, token -> 1, or 0: stale. The run waits again, as if this worker had not begun with it.
RELEASE = (
    _COMMON
    + """
if not held(ARGV[1], ARGV[2], 1) then return 0 end
redis.call('HINCRBY', 'ej:run:' .. ARGV[1], 'attempts', -1)
redis.call('HINCRBY', 'ej:run:' .. ARGV[1], 'token', 1)
put_back(ARGV[1])
return 1
"""
)

# ARGV id -> 1, or nothing: there is no such run. One that is over stays as it is.
CANCEL = (
    _COMMON
    + """
local state = redis.call('HGET', 'ej:run:' .. ARGV[1], 'state')
if not state then return nil end
if state == 'queued' or state == 'leased' or state == 'running' then over(ARGV[1], 'cancelled') end
return 1
"""
)

# ARGV most attempts
SWEEP = _COMMON + "sweep(tonumber(ARGV[1]))"
