-- Keeps a lease; with fields the run has begun and is so far. Without fields the state stays.
-- KEYS: see parts/runs.lua
-- ARGV: id, token, holder, ttl s, then field, value … (of runs.Progress)
-- Returns 1, or 0: stale.
-- include parts/now.lua
-- include parts/runs.lua
if not renew_lease(ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])) then return 0 end
local run = 'ej:run:' .. ARGV[1]
if #ARGV > 4 then
  redis.call('HSETNX', run, 'started_at', tostring(now))
  redis.call('HSET', run, 'state', 'running', unpack(ARGV, 5))
end
return 1
