-- Takes results and verdicts (rules 2 to 4), and ends the job or opens its closing chunk (rule 6) with the last one.
-- KEYS: chunk, job, results, seen, backlog, backlog bytes, chunks, open
-- ARGV: token, kept s, verdict kept s, look_after s, pace step s, pace kept s, #verdicts,
--       then verdict key, JSON …, then index, verdicts (by commas), how many of them cached, line …
-- Returns how many results were taken; -1: the token is stale or the job is over; or RQ's id for the closing chunk,
-- which is open now.
-- include parts/now.lua
-- include parts/holdings.lua
-- include parts/end_job.lua
-- include parts/take_result.lua
-- include parts/fair_order.lua
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return -1 end
if redis.call('HGET', KEYS[2], 'state') ~= 'running' then return -1 end
local pace = 'ej:pace:' .. math.floor(now / tonumber(ARGV[5]))
local at = 8
for _ = 1, tonumber(ARGV[7]) do
  keep_verdict(ARGV[at], ARGV[at + 1], ARGV[3])
  at = at + 2
end
local taken, held_bytes = 0, 0
for at = at, #ARGV, 4 do
  if take_result(KEYS[2], KEYS[3], KEYS[4], pace, ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]) then
    taken, held_bytes = taken + 1, held_bytes + #ARGV[at + 3] + LINE_BYTES
  end
end
if taken > 0 then
  redis.call('EXPIRE', pace, ARGV[6])
  hold_results(KEYS[2], held_bytes)
end
redis.call('HDEL', KEYS[1], 'tries')
redis.call('DECRBY', KEYS[5], taken)
local job = redis.call('HMGET', KEYS[2], 'done', 'candidates', 'bytes', 'closing')
if job[1] ~= job[2] then return taken end
if job[4] then
  local closing = 'ej:chunk:' .. job[4]
  if redis.call('HGET', closing, 'state') ~= 'waiting' then return taken end
  redis.call('HSET', closing, 'state', 'queued')
  redis.call('ZADD', KEYS[8], now + tonumber(ARGV[4]), job[4])
  enter_line(job[4])
  return job[4] .. '-0'
end
end_job(KEYS[2], KEYS[3], KEYS[4], KEYS[6], KEYS[7], ARGV[2])
return taken
