-- Cancels a job that runs, with all its chunks. They go first: a script that has deleted something may go on to write
-- in a Redis that is full, and cancelling is what makes room there.
-- KEYS: open, job, results, seen, backlog, backlog bytes, chunks
-- ARGV: kept s, cadence s: a job that is done is cancelled too until the next multiple of it, and keeps what it has;
--       0: never
-- Returns the job's state before, or nothing: there is none.
-- include parts/now.lua
-- include parts/holdings.lua
-- include parts/fair_order.lua
local state = redis.call('HGET', KEYS[2], 'state')
local cadence = tonumber(ARGV[2])
if state == 'done' and cadence > 0 then
  local finished = tonumber(redis.call('HGET', KEYS[2], 'finished_at'))
  if now < math.ceil(finished / cadence) * cadence then redis.call('HSET', KEYS[2], 'state', 'cancelled') end
end
if state ~= 'running' then return state end
local job = redis.call('HMGET', KEYS[2], 'done', 'candidates', 'bytes')
leave_line(string.sub(KEYS[2], #'ej:job:' + 1))
for _, chunk in ipairs(redis.call('SMEMBERS', KEYS[7])) do
  charge(chunk)
  local ticket = redis.call('HGET', 'ej:chunk:' .. chunk, 'ticket') or '0'
  redis.call('DEL', 'rq:job:' .. chunk .. '-' .. ticket, 'ej:chunk:' .. chunk)
  redis.call('ZREM', KEYS[1], chunk)
end
redis.call('DEL', KEYS[7], KEYS[2] .. ':samples')
redis.call('HSET', KEYS[2], 'state', 'cancelled', 'finished_at', tostring(now))
redis.call('DECRBY', KEYS[5], tonumber(job[2]) - tonumber(job[1]))
redis.call('DECRBY', KEYS[6], job[3])
redis.call('XADD', KEYS[3], (tonumber(job[1]) + 1) .. '-0', 'end', 'cancelled')
retire_job(KEYS[2], ARGV[1])
return state
