-- Ends a run as its worker says.
-- KEYS: see parts/runs.lua
-- ARGV: id, token, holder, done | failed, kept s, then field, value …
-- Returns 1, or 0: stale.
-- include parts/now.lua
-- include parts/runs.lua
local run = 'ej:run:' .. ARGV[1]
if redis.call('HGET', run, 'state') == ARGV[4] and is_holder(ARGV[1], ARGV[2], ARGV[3]) then return 1 end
if not renew_lease(ARGV[1], ARGV[2], ARGV[3], 1) then return 0 end
redis.call('HSET', run, unpack(ARGV, 6))
end_run(ARGV[1], ARGV[4], ARGV[5])
return 1
