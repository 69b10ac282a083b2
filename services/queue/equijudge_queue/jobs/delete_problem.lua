-- Deletes a problem that was stored for good by this key, or by nobody who is known.
-- KEYS: problems
-- ARGV: id, owner
-- Returns deleted, none (there is none of this key's), or needed: a running job needs it.
-- include parts/now.lua
-- include parts/held.lua
local kind, _, who = problem_held(ARGV[1])
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) or (kind and who ~= ARGV[2]) then return 'none' end
if redis.call('HEXISTS', 'ej:problems:needed', ARGV[1]) == 1 then return 'needed' end
drop_problem(ARGV[1])
return 'deleted'
