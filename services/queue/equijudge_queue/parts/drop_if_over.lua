-- drop_if_over(open, chunk, id): when the chunk's job does not run any more, ends the chunk and returns true.
local function drop_if_over(open, chunk, id)
  local job = redis.call('HGET', chunk, 'job')
  if job and redis.call('HGET', 'ej:job:' .. job, 'state') == 'running' then return false end
  redis.call('ZREM', open, id)
  redis.call('DEL', chunk)
  return true
end
