-- Accepts a job whole or not at all (rules 1, 6 and 7), with the results that are known already (rule 9).
-- KEYS: backlog, backlog bytes, open, job, chunks, the key's candidates, results, seen
-- ARGV: most, most bytes, candidates, bytes, look_after s, job id, problem kept s, owner, fingerprint, nonce,
--       candidates per s, most at once, programs to judge, kept s, pace step s, pace kept s,
--       #problems used, #problems sent, #known, closing chunk or '',
--       then ids used …, then id, row, summary …, then index, verdict, line … of what is known, then chunk id, payload …
-- Returns {accepted or full, backlog}, {replayed or reused, 0} (the job is there already), {too_many, ms to wait}; with
-- anything but accepted nothing was stored. The first write decides whether a full Redis refuses, before anything is.
-- include parts/now.lua
-- include parts/bucket.lua
-- include parts/ended.lua
-- include parts/taken.lua
-- include parts/fair.lua
local backlog = tonumber(redis.call('GET', KEYS[1]) or '0')
local known = redis.call('HMGET', KEYS[4], 'nonce', 'fingerprint')
if known[1] == ARGV[10] then return {'accepted', backlog} end
if known[1] then return {(known[2] == ARGV[9] or known[2] == '') and 'replayed' or 'reused', 0} end
local held = tonumber(redis.call('GET', KEYS[2]) or '0')
local candidates, bytes, known_ones = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[19])
if backlog + candidates - known_ones > tonumber(ARGV[1]) then return {'full', backlog} end
if held > 0 and held + bytes > tonumber(ARGV[2]) then return {'full', backlog} end
local wait = take(KEYS[6], tonumber(ARGV[11]), tonumber(ARGV[12]), tonumber(ARGV[13]))
if wait > 0 then return {'too_many', math.ceil(1000 * wait)} end
local at = 21
local function keep(key)
  if redis.call('TTL', key) >= 0 then redis.call('EXPIRE', key, ARGV[7]) end
end
for _ = 1, tonumber(ARGV[17]) do
  keep('ej:problem:' .. ARGV[at])
  keep('ej:summary:' .. ARGV[at])
  at = at + 1
end
for _ = 1, tonumber(ARGV[18]) do
  for part, key in ipairs({'ej:problem:' .. ARGV[at], 'ej:summary:' .. ARGV[at]}) do
    keep(key)
    redis.call('SET', key, ARGV[at + part], 'EX', ARGV[7], 'NX')
  end
  at = at + 3
end
redis.call('HSET', KEYS[4], 'state', 'running', 'candidates', candidates, 'done', 0, 'cached', 0,
           'bytes', bytes, 'created_at', tostring(now), 'owner', ARGV[8], 'fingerprint', ARGV[9], 'nonce', ARGV[10])
if ARGV[20] ~= '' then redis.call('HSET', KEYS[4], 'closing', ARGV[20]) end
local pace = 'ej:pace:' .. math.floor(now / tonumber(ARGV[15]))
for _ = 1, known_ones do
  take_result(KEYS[4], KEYS[7], KEYS[8], pace, ARGV[at], ARGV[at + 1], 1, ARGV[at + 2])
  at = at + 3
end
if known_ones > 0 then redis.call('EXPIRE', pace, ARGV[16]) end
local place = 0
while at < #ARGV do
  local waits = ARGV[at] == ARGV[20]
  redis.call('HSET', 'ej:chunk:' .. ARGV[at], 'job', ARGV[6], 'state', waits and 'waiting' or 'queued', 'token', 0,
             'ticket', 0, 'payload', ARGV[at + 1], 'place', place)
  redis.call('SADD', KEYS[5], ARGV[at])
  if not waits then
    redis.call('ZADD', KEYS[3], now + tonumber(ARGV[5]), ARGV[at])
    enter(ARGV[at])
  end
  at, place = at + 2, place + 1
end
redis.call('INCRBY', KEYS[2], bytes)
backlog = redis.call('INCRBY', KEYS[1], candidates - known_ones)
if place == 0 then ended(KEYS[4], KEYS[7], KEYS[8], KEYS[2], KEYS[5], ARGV[14]) end
return {'accepted', backlog}
