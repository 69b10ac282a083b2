-- Gives a chunk back: it waits again, in its place in the job.
-- KEYS: open, chunk
-- ARGV: chunk id, token, look_after s, 1 if its next candidate is a long one, else 0
-- Returns RQ's new id for it, or nothing: the token is stale.
-- include parts/now.lua
-- include parts/fair_order.lua
if redis.call('HGET', KEYS[2], 'token') ~= ARGV[2] then return nil end
charge(ARGV[1])
if ARGV[4] == '1' then redis.call('HSET', KEYS[2], 'long', 1) end
redis.call('HSET', KEYS[2], 'state', 'queued')
redis.call('HDEL', KEYS[2], 'tries')
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[1])
enter_line(ARGV[1])
return ARGV[1] .. '-' .. redis.call('HINCRBY', KEYS[2], 'ticket', 1)
