-- Finds chunks whose lease ran out, and chunks that RQ has lost.
-- KEYS: open, takeovers, RQ's queue
-- ARGV: look_after s, most
-- Returns new ids of RQ's, to be enqueued.
-- include parts/now.lua
-- include parts/over.lua
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
