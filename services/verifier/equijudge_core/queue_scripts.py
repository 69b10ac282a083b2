"""How what lies in Redis changes: the rules of queue_schema in Lua, as text. API and verifier share it; pure."""

from __future__ import annotations

from equijudge_core.metrics import PACE_STEP_S, PACE_STEPS
from equijudge_core.queue_schema import LOOK_AFTER_S, OPEN

_NOW = """
local t = redis.call('TIME')
local now = tonumber(t[1]) + tonumber(t[2]) / 1000000
"""

# A token bucket: takes `cost` of `most` tokens that come back at `rate` a second, or says how many seconds are
# left until that can be done. What costs more than the bucket holds is let in when it is full, and leaves a debt.
_BUCKET = """
local function take(bucket, rate, most, cost)
  if rate <= 0 then return 0 end
  local held = redis.call('HMGET', bucket, 'tokens', 'at')
  local tokens = most
  if held[1] then tokens = math.min(most, tonumber(held[1]) + math.max(0, now - tonumber(held[2])) * rate) end
  local needed = math.min(most, cost)
  if tokens < needed then return (needed - tokens) / rate end
  redis.call('HSET', bucket, 'tokens', string.format('%.6f', tokens - cost), 'at', string.format('%.6f', now))
  redis.call('EXPIRE', bucket, math.ceil((most - tokens + cost) / rate) + 1)
  return 0
end
"""

# KEYS bucket; ARGV rate per s, most, cost -> milliseconds to wait, 0: taken. Run twice it takes twice.
TAKE = (
    _NOW
    + _BUCKET
    + """
return math.ceil(1000 * take(KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])))
"""
)

# Ends the chunk at KEYS[open], KEYS[chunk] when its job does not run any more.
_OVER = """
local function over(open, chunk, id)
  local job = redis.call('HGET', chunk, 'job')
  if job and redis.call('HGET', 'ej:job:' .. job, 'state') == 'running' then return false end
  redis.call('ZREM', open, id)
  redis.call('DEL', chunk)
  return true
end
"""

ACCEPTED, REPLAYED = "accepted", "replayed"  # what SUBMIT says; with the others nothing was stored
FULL, REUSED, TOO_MANY = "full", "reused", "too_many"

# KEYS backlog, backlog bytes, open, job, chunks, the key's candidates; ARGV most, most bytes, candidates, bytes,
# look_after s, job id, problem kept s, owner, fingerprint, nonce, candidates per s, most at once, programs to judge,
# #problems used, #problems sent, closing chunk or '', then ids used …, then id, row, summary …, then chunk id,
# payload …
# -> {accepted or full, backlog}, {replayed or reused, 0} (the job is there already), {too_many, ms to wait}
SUBMIT = (
    _NOW
    + _BUCKET
    + """
local backlog = tonumber(redis.call('GET', KEYS[1]) or '0')
local known = redis.call('HMGET', KEYS[4], 'nonce', 'fingerprint')
if known[1] == ARGV[10] then return {'accepted', backlog} end
if known[1] then return {(known[2] == ARGV[9] or known[2] == '') and 'replayed' or 'reused', 0} end
local held = tonumber(redis.call('GET', KEYS[2]) or '0')
local candidates, bytes = tonumber(ARGV[3]), tonumber(ARGV[4])
if backlog + candidates > tonumber(ARGV[1]) then return {'full', backlog} end
if held > 0 and held + bytes > tonumber(ARGV[2]) then return {'full', backlog} end
local wait = take(KEYS[6], tonumber(ARGV[11]), tonumber(ARGV[12]), tonumber(ARGV[13]))
if wait > 0 then return {'too_many', math.ceil(1000 * wait)} end
local at = 17
local function keep(key)
  if redis.call('TTL', key) >= 0 then redis.call('EXPIRE', key, ARGV[7]) end
end
for _ = 1, tonumber(ARGV[14]) do
  keep('ej:problem:' .. ARGV[at])
  keep('ej:summary:' .. ARGV[at])
  at = at + 1
end
for _ = 1, tonumber(ARGV[15]) do
  for part, key in ipairs({'ej:problem:' .. ARGV[at], 'ej:summary:' .. ARGV[at]}) do
    keep(key)
    redis.call('SET', key, ARGV[at + part], 'EX', ARGV[7], 'NX')
  end
  at = at + 3
end
redis.call('HSET', KEYS[4], 'state', 'running', 'candidates', candidates, 'done', 0, 'cached', 0,
           'bytes', bytes, 'created_at', tostring(now), 'owner', ARGV[8], 'fingerprint', ARGV[9], 'nonce', ARGV[10])
if ARGV[16] ~= '' then redis.call('HSET', KEYS[4], 'closing', ARGV[16]) end
while at < #ARGV do
  local waits = ARGV[at] == ARGV[16]
  redis.call('HSET', 'ej:chunk:' .. ARGV[at], 'job', ARGV[6], 'state', waits and 'waiting' or 'queued', 'token', 0,
             'ticket', 0, 'payload', ARGV[at + 1])
  redis.call('SADD', KEYS[5], ARGV[at])
  if not waits then redis.call('ZADD', KEYS[3], now + tonumber(ARGV[5]), ARGV[at]) end
  at = at + 2
end
redis.call('INCRBY', KEYS[2], bytes)
return {'accepted', redis.call('INCRBY', KEYS[1], candidates)}
"""
)

# KEYS open, chunk; ARGV chunk id, lease s -> {token, payload, the job's `seen`, microseconds since the job was
# accepted} or nothing: another one has it, or it is over
CLAIM = (
    _NOW
    + _OVER
    + """
if over(KEYS[1], KEYS[2], ARGV[1]) then return nil end
local state = redis.call('HGET', KEYS[2], 'state')
if state == 'running' and tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or '0') > now then return nil end
local token = redis.call('HINCRBY', KEYS[2], 'token', 1)
redis.call('HSET', KEYS[2], 'state', 'running')
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
local fields = redis.call('HMGET', KEYS[2], 'payload', 'job')
local job = 'ej:job:' .. fields[2]
local waited = now - tonumber(redis.call('HGET', job, 'created_at'))
return {token, fields[1], redis.call('GET', job .. ':seen') or '', math.floor(waited * 1000000)}
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

# KEYS chunk; ARGV token -> how often the chunk's next candidate was begun without a result, or nothing: lost
BEGIN = """
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return nil end
return redis.call('HINCRBY', KEYS[1], 'tries', 1)
"""

# Counts a result, in all and in this step of time: see metrics.py.
_COUNTED = f"""
local pace, pace_kept_s = 'ej:pace:' .. math.floor(now / {PACE_STEP_S}), {2 * PACE_STEP_S * PACE_STEPS}
local function counted(total, lately)
  redis.call('HINCRBY', 'ej:metrics', total, 1)
  redis.call('HINCRBY', pace, lately, 1)
end
"""

# The job has all its results: it is done, and what is left of it goes in a while.
_ENDED = """
local function ended(job, results, seen, backlog_bytes, chunks, kept_s)
  local fields = redis.call('HMGET', job, 'done', 'bytes')
  redis.call('HSET', job, 'state', 'done', 'finished_at', tostring(now))
  redis.call('DECRBY', backlog_bytes, fields[2])
  redis.call('XADD', results, (tonumber(fields[1]) + 1) .. '-0', 'end', 'done')
  for _, key in ipairs({job, results, seen, chunks}) do redis.call('EXPIRE', key, kept_s) end
end
"""

# KEYS chunk, job, results, seen, backlog, backlog bytes, chunks; ARGV token, kept s, verdict kept s,
# #verdicts, then verdict key, JSON …, then index, verdicts (by commas), how many of them cached, line …
# -> results taken; -1: the token is stale or the job is over; or RQ's id for the closing chunk, which is open now
REPORT = (
    _NOW
    + _COUNTED
    + _ENDED
    + """
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return -1 end
if redis.call('HGET', KEYS[2], 'state') ~= 'running' then return -1 end
local at = 5
for _ = 1, tonumber(ARGV[4]) do
  redis.call('SET', ARGV[at], ARGV[at + 1], 'EX', ARGV[3])
  at = at + 2
end
local taken = 0
for at = at, #ARGV, 4 do
  if redis.call('SETBIT', KEYS[4], ARGV[at], 1) == 0 then
    local done = redis.call('HINCRBY', KEYS[2], 'done', 1)
    for verdict in string.gmatch(ARGV[at + 1], '%u+') do
      redis.call('HINCRBY', KEYS[2], 'v:' .. verdict, 1)
      counted('candidates/' .. verdict, verdict)
    end
    for _ = 1, tonumber(ARGV[at + 2]) do
      redis.call('HINCRBY', KEYS[2], 'cached', 1)
      counted('cache_hits/', 'cached')
    end
    redis.call('XADD', KEYS[3], done .. '-0', 'index', ARGV[at], 'line', ARGV[at + 3])
    taken = taken + 1
  end
end
if taken > 0 then redis.call('EXPIRE', pace, pace_kept_s) end
redis.call('HDEL', KEYS[1], 'tries')
redis.call('DECRBY', KEYS[5], taken)
local job = redis.call('HMGET', KEYS[2], 'done', 'candidates', 'bytes', 'closing')
if job[1] ~= job[2] then return taken end
if job[4] then
  local closing = 'ej:chunk:' .. job[4]
  if redis.call('HGET', closing, 'state') ~= 'waiting' then return taken end
  redis.call('HSET', closing, 'state', 'queued')
"""
    + f"""
  redis.call('ZADD', '{OPEN}', now + {LOOK_AFTER_S}, job[4])
  return job[4] .. '-0'
end
"""
    + """
ended(KEYS[2], KEYS[3], KEYS[4], KEYS[6], KEYS[7], ARGV[2])
return taken
"""
)

# KEYS chunk, job, results, seen, backlog bytes, chunks, scores, samples; ARGV token, kept s, scores
# -> 1, or 0: the token is stale or the job is over
CLOSE = (
    _NOW
    + _ENDED
    + """
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return 0 end
if redis.call('HGET', KEYS[2], 'state') ~= 'running' then return 0 end
redis.call('SET', KEYS[7], ARGV[3], 'EX', ARGV[2])
redis.call('DEL', KEYS[8])
ended(KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6], ARGV[2])
return 1
"""
)

# KEYS open, chunk; ARGV chunk id, token, look_after s -> RQ's new id for it, or nothing: the token is stale
RELEASE = (
    _NOW
    + """
if redis.call('HGET', KEYS[2], 'token') ~= ARGV[2] then return nil end
redis.call('HSET', KEYS[2], 'state', 'queued')
redis.call('HDEL', KEYS[2], 'tries')
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[1])
return ARGV[1] .. '-' .. redis.call('HINCRBY', KEYS[2], 'ticket', 1)
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

# KEYS open, job, results, seen, backlog, backlog bytes, chunks; ARGV kept s -> the job's state before, or nothing
CANCEL = (
    _NOW
    + """
local state = redis.call('HGET', KEYS[2], 'state')
if state ~= 'running' then return state end
local job = redis.call('HMGET', KEYS[2], 'done', 'candidates', 'bytes')
redis.call('HSET', KEYS[2], 'state', 'cancelled', 'finished_at', tostring(now))
redis.call('DECRBY', KEYS[5], tonumber(job[2]) - tonumber(job[1]))
redis.call('DECRBY', KEYS[6], job[3])
for _, chunk in ipairs(redis.call('SMEMBERS', KEYS[7])) do
  redis.call('DEL', 'ej:chunk:' .. chunk)
  redis.call('ZREM', KEYS[1], chunk)
end
redis.call('DEL', KEYS[7], KEYS[2] .. ':samples')
redis.call('XADD', KEYS[3], (tonumber(job[1]) + 1) .. '-0', 'end', 'cancelled')
for at = 2, 4 do redis.call('EXPIRE', KEYS[at], ARGV[1]) end
return state
"""
)

# KEYS job, results; ARGV owner, kept s -> 1: there was none, and is one now that was cancelled before it came
WITHDRAW = (
    _NOW
    + """
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'state', 'cancelled', 'candidates', 0, 'done', 0, 'cached', 0, 'bytes', 0,
           'created_at', tostring(now), 'finished_at', tostring(now), 'owner', ARGV[1], 'fingerprint', '',
           'nonce', 'withdrawn')
redis.call('XADD', KEYS[2], '1-0', 'end', 'cancelled')
for at = 1, 2 do redis.call('EXPIRE', KEYS[at], ARGV[2]) end
return 1
"""
)

# KEYS open, takeovers, RQ's queue; ARGV look_after s, most
# -> new ids of RQ's to be enqueued: of leases that ran out, and of chunks that RQ has lost
SWEEP = (
    _NOW
    + _OVER
    + """
local found, waiting = {}, nil
local function lost(rq_id)
  if not waiting then
    waiting = {}
    for _, id in ipairs(redis.call('LRANGE', KEYS[3], 0, -1)) do waiting[id] = true end
  end
  return not waiting[rq_id]
end
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[2])) do
  local chunk = 'ej:chunk:' .. id
  if not over(KEYS[1], chunk, id) then
    local fields = redis.call('HMGET', chunk, 'state', 'ticket')
    redis.call('ZADD', KEYS[1], now + tonumber(ARGV[1]), id)
    if fields[1] == 'running' then
      redis.call('HSET', chunk, 'state', 'queued')
      redis.call('INCR', KEYS[2])
    end
    if fields[1] == 'running' or lost(id .. '-' .. fields[2]) then
      table.insert(found, id .. '-' .. redis.call('HINCRBY', chunk, 'ticket', 1))
    end
  end
end
return found
"""
)
