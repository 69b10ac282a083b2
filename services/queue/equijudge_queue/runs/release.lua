-- Puts a run back, as if this worker had not begun with it.
-- KEYS: see parts/runs.lua
-- ARGV: id, token, holder
-- Returns 1, or 0: stale.
-- include parts/now.lua
-- include parts/runs.lua
if not renew_lease(ARGV[1], ARGV[2], ARGV[3], 1) then return 0 end
redis.call('HINCRBY', 'ej:run:' .. ARGV[1], 'attempts', -1)
redis.call('HDEL', 'ej:run:' .. ARGV[1], 'token')
put_back(ARGV[1])
return 1
