-- Gives a chunk back.
-- KEYS: open, chunk
-- ARGV: chunk id, token, look_after s
-- Returns RQ's new id for it, or nothing: the token is stale.
-- include parts/now.lua
if redis.call('HGET', KEYS[2], 'token') ~= ARGV[2] then return nil end
redis.call('HSET', KEYS[2], 'state', 'queued')
redis.call('HDEL', KEYS[2], 'tries')
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[1])
return ARGV[1] .. '-' .. redis.call('HINCRBY', KEYS[2], 'ticket', 1)
