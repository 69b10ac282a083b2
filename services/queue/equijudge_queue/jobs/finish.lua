-- Is done with a chunk.
-- KEYS: open, chunk, chunks
-- ARGV: chunk id, token
-- Returns 1, or 0: the token is stale.
-- include parts/now.lua
-- include parts/fair_order.lua
if redis.call('HGET', KEYS[2], 'token') ~= ARGV[2] then return 0 end
charge(ARGV[1])
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[1], ARGV[1])
redis.call('SREM', KEYS[3], ARGV[1])
return 1
