-- Cancels a run; one that is over stays as it is.
-- KEYS: see parts/runs.lua
-- ARGV: id, kept s
-- Returns 1, or nothing: there is no such run.
-- include parts/now.lua
-- include parts/runs.lua
local state = redis.call('HGET', 'ej:run:' .. ARGV[1], 'state')
if not state then return nil end
if state == 'queued' or state == 'leased' or state == 'running' then over(ARGV[1], 'cancelled', ARGV[2]) end
return 1
