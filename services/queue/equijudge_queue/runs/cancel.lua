-- Cancels a run; one that is over stays as it is.
-- KEYS: see parts/runs.lua
-- ARGV: id, kept s, owner
-- Returns 1, or nothing: the owner has no such run.
-- include parts/now.lua
-- include parts/runs.lua
local fields = redis.call('HMGET', 'ej:run:' .. ARGV[1], 'state', 'owner')
local state = fields[1]
if not state or fields[2] ~= ARGV[3] then return nil end
if state == 'queued' or state == 'leased' or state == 'running' then end_run(ARGV[1], 'cancelled', ARGV[2]) end
return 1
