-- Takes the chunk that is next in the fair order (rules 2 and 8), whichever one RQ's entry names. One that waits and is
-- in no line (it was accepted by an older version), or whose lease is over, gets into line first.
-- KEYS: open
-- ARGV: the id of the chunk that RQ names, lease s
-- Returns {chunk id, token, payload, the job's `seen`, microseconds since the job was accepted, the key it came with,
-- 1 if its next candidate is a long one, else 0}, or nothing: no chunk may be taken.
-- include parts/now.lua
-- include parts/drop_if_over.lua
-- include parts/fair_order.lua
local named = 'ej:chunk:' .. ARGV[1]
local state = redis.call('HGET', named, 'state')
if state and not drop_if_over(KEYS[1], named, ARGV[1]) then
  local late = state == 'running' and tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or '0') <= now
  if late then
    charge(ARGV[1])
    redis.call('HSET', named, 'state', 'queued')
  end
  if late or (state == 'queued' and not in_line(ARGV[1])) then enter_line(ARGV[1]) end
end
local id = take_next()
if not id then return nil end
local chunk = 'ej:chunk:' .. id
local token = redis.call('HINCRBY', chunk, 'token', 1)
redis.call('HSET', chunk, 'state', 'running', 'since', tostring(now))
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), id)
local long = redis.call('HEXISTS', chunk, 'long')
local fields = redis.call('HMGET', chunk, 'payload', 'job')
local job = 'ej:job:' .. fields[2]
local about = redis.call('HMGET', job, 'created_at', 'owner')
redis.call('ZADD', leases_of(about[2] or ''), now + tonumber(ARGV[2]), id)
redis.call('EXPIRE', leases_of(about[2] or ''), 86400)
return {id, token, fields[1], redis.call('GET', job .. ':seen') or '',
        math.floor((now - tonumber(about[1])) * 1000000), about[2] or '', long}
