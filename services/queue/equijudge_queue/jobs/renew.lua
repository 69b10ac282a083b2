-- Holds a lease for another while.
-- KEYS: open, chunk
-- ARGV: chunk id, token, lease s
-- Returns 1: kept, or 0: lost.
-- include parts/now.lua
if redis.call('HGET', KEYS[2], 'token') ~= ARGV[2] then return 0 end
local job = redis.call('HGET', KEYS[2], 'job')
local owner = redis.call('HGET', 'ej:job:' .. job, 'owner') or ''
redis.call('ZADD', 'ej:held:' .. owner, now + tonumber(ARGV[3]), ARGV[1])
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[3]), ARGV[1])
return 1
