-- Ends a run as its worker says.
-- KEYS: see parts/runs.lua
-- ARGV: id, token, done | failed, kept s, then field, value …
-- Returns 1, or 0: stale.
-- include parts/now.lua
-- include parts/runs.lua
local run = 'ej:run:' .. ARGV[1]
local fields = redis.call('HMGET', run, 'token', 'state')
if fields[1] == ARGV[2] and fields[2] == ARGV[3] then return 1 end
if not held(ARGV[1], ARGV[2], 1) then return 0 end
redis.call('HSET', run, unpack(ARGV, 5))
over(ARGV[1], ARGV[3], ARGV[4])
return 1
