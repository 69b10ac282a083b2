-- Accepts a job whole or not at all (rules 1, 6, 7 and 11), with the results that are cached already (rule 9).
-- KEYS: backlog, backlog bytes, open, job, chunks, the key's candidates, results, seen
-- ARGV: most, most bytes, candidates, bytes, look_after s, job id, problem kept s, owner, fingerprint, nonce,
--       candidates per s, most at once, programs to judge, kept s, pace step s, pace kept s,
--       the key's quota of bytes, results' least age s,
--       #problems used, #problems sent, #cached, closing chunk or '', kind,
--       then ids used …, then id, row, summary …, then index, verdict, line … of each cached result,
--       then chunk id, payload …
-- Returns {accepted or full, backlog}, {replayed or reused, 0} (the job is there already), {too_many, ms to wait},
-- {gone, 0, id}: a problem that is used is stored no more, {quota, ms to wait or -1, kind, bytes …}: what the key
-- holds; with anything but accepted nothing was stored. The first write decides whether a full Redis refuses, before
-- anything is stored or dropped.
-- include parts/now.lua
-- include parts/token_bucket.lua
-- include parts/holdings.lua
-- include parts/end_job.lua
-- include parts/take_result.lua
-- include parts/fair_order.lua
local backlog = tonumber(redis.call('GET', KEYS[1]) or '0')
local earlier = redis.call('HMGET', KEYS[4], 'nonce', 'fingerprint')
if earlier[1] == ARGV[10] then return {'accepted', backlog} end
if earlier[1] then return {(earlier[2] == ARGV[9] or earlier[2] == '') and 'replayed' or 'reused', 0} end
local running = tonumber(redis.call('GET', KEYS[2]) or '0')
local candidates, bytes, cached = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[21])
if backlog + candidates - cached > tonumber(ARGV[1]) then return {'full', backlog} end
if running > 0 and running + bytes > tonumber(ARGV[2]) then return {'full', backlog} end
local owner, used, sent, at = ARGV[8], {}, {}, 24
local need, mine = 0, {}
local function needs(id, more)
  if not mine[id] then need = need + added_bytes(id, owner, more) end
  mine[id] = true
end
for _ = 1, tonumber(ARGV[19]) do
  if redis.call('EXISTS', 'ej:problem:' .. ARGV[at]) == 0 then return {'gone', 0, ARGV[at]} end
  table.insert(used, ARGV[at])
  needs(ARGV[at], 0)
  at = at + 1
end
for _ = 1, tonumber(ARGV[20]) do
  table.insert(sent, at)
  needs(ARGV[at], #ARGV[at + 1] + #ARGV[at + 2])
  at = at + 3
end
local first_cached, results = at, JOB_BYTES
for _ = 1, cached do
  results = results + #ARGV[at + 2] + LINE_BYTES
  at = at + 3
end
local queued = bytes + CHUNK_BYTES * (#ARGV - at + 1) / 2
local room, to_drop = room_for(owner, need + queued + results, tonumber(ARGV[17]), mine, ARGV[18])
if room ~= 0 then return {'quota', math.ceil(1000 * room), unpack(redis.call('HGETALL', 'ej:bytes:' .. owner))} end
local wait = take_tokens(KEYS[6], tonumber(ARGV[11]), tonumber(ARGV[12]), tonumber(ARGV[13]))
if wait > 0 then return {'too_many', math.ceil(1000 * wait)} end
redis.call('HSET', KEYS[4], 'state', 'running', 'candidates', candidates, 'done', 0, 'cached', 0,
           'bytes', bytes, 'created_at', tostring(now), 'owner', owner, 'fingerprint', ARGV[9], 'nonce', ARGV[10],
           'queued', queued, 'problems_kept_s', ARGV[7], 'kind', ARGV[23], 'quota', ARGV[17], 'least_s', ARGV[18])
redis.call('ZADD', 'ej:jobs:' .. owner, tostring(now), ARGV[6])
drop_all(to_drop)
count_bytes('queue', owner, queued)
hold_results(KEYS[4], results)
for _, place in ipairs(sent) do
  redis.call('SET', 'ej:problem:' .. ARGV[place], ARGV[place + 1], 'NX')
  redis.call('SET', 'ej:summary:' .. ARGV[place], ARGV[place + 2], 'NX')
  table.insert(used, ARGV[place])
end
for _, id in ipairs(used) do
  hold_problem(id, owner, 'problems')
  need_problem(id, KEYS[4])
end
if ARGV[22] ~= '' then redis.call('HSET', KEYS[4], 'closing', ARGV[22]) end
local pace = 'ej:pace:' .. math.floor(now / tonumber(ARGV[15]))
for line = first_cached, at - 1, 3 do
  take_result(KEYS[4], KEYS[7], KEYS[8], pace, ARGV[line], ARGV[line + 1], 1, ARGV[line + 2])
end
if cached > 0 then redis.call('EXPIRE', pace, ARGV[16]) end
local place = 0
while at < #ARGV do
  local waits = ARGV[at] == ARGV[22]
  redis.call('HSET', 'ej:chunk:' .. ARGV[at], 'job', ARGV[6], 'state', waits and 'waiting' or 'queued', 'token', 0,
             'ticket', 0, 'payload', ARGV[at + 1], 'place', place)
  redis.call('SADD', KEYS[5], ARGV[at])
  if not waits then
    redis.call('ZADD', KEYS[3], now + tonumber(ARGV[5]), ARGV[at])
    enter_line(ARGV[at])
  end
  at, place = at + 2, place + 1
end
redis.call('INCRBY', KEYS[2], bytes)
backlog = redis.call('INCRBY', KEYS[1], candidates - cached)
if place == 0 then end_job(KEYS[4], KEYS[7], KEYS[8], KEYS[2], KEYS[5], ARGV[14]) end
return {'accepted', backlog}
