-- end_job(job, results, seen, backlog_bytes, chunks, kept_s): the job has all its results. It is done, and what is left
-- of it goes in a while. Needs now.lua and holdings.lua.
local function end_job(job, results, seen, backlog_bytes, chunks, kept_s)
  local fields = redis.call('HMGET', job, 'done', 'bytes')
  redis.call('HSET', job, 'state', 'done', 'finished_at', tostring(now))
  redis.call('DECRBY', backlog_bytes, fields[2])
  redis.call('XADD', results, (tonumber(fields[1]) + 1) .. '-0', 'end', 'done')
  retire_job(job, kept_s)
end
