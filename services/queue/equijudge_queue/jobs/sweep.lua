-- Finds chunks whose lease ran out: they wait again. And finds how many entries RQ has lost: any entry wakes a worker,
-- which takes what is next in the fair order, so that they are counted, not compared.
-- KEYS: open, takeovers, RQ's queue
-- ARGV: look_after s, most
-- Returns new ids of RQ's, to be enqueued.
-- include parts/now.lua
-- include parts/drop_if_over.lua
-- include parts/fair_order.lua
local found = {}
local missing = redis.call('ZCARD', KEYS[1]) - redis.call('LLEN', KEYS[3])
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[2])) do
  local chunk = 'ej:chunk:' .. id
  if drop_if_over(KEYS[1], chunk, id) then
    missing = missing - 1
  else
    local state = redis.call('HGET', chunk, 'state')
    redis.call('ZADD', KEYS[1], now + tonumber(ARGV[1]), id)
    if state == 'running' then
      charge(id)
      redis.call('HSET', chunk, 'state', 'queued')
      redis.call('INCR', KEYS[2])
    end
    if not in_line(id) then enter_line(id) end
    if missing > 0 then
      missing = missing - 1
      table.insert(found, id .. '-' .. redis.call('HINCRBY', chunk, 'ticket', 1))
    end
  end
end
return found
