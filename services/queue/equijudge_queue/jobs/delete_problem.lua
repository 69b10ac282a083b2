-- Deletes a problem that was stored for good by this key, or by nobody who is known. Where other keys have stored it
-- too it is theirs from then on, and stays.
-- KEYS: problems
-- ARGV: id, owner
-- Returns deleted, none (there is none of this key's), or needed: a running job needs it.
-- include parts/now.lua
-- include parts/holdings.lua
local kind, _, who = holding_of(ARGV[1])
local by = 'ej:stored_by:' .. ARGV[1]
local is_own = not kind or who == ARGV[2] or redis.call('SISMEMBER', by, ARGV[2]) == 1
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) or not is_own then return 'none' end
for _, other in ipairs(redis.call('SMEMBERS', by)) do
  if other ~= ARGV[2] then
    redis.call('SREM', by, ARGV[2])
    if who == ARGV[2] then hand_over(ARGV[1], other) end
    return 'deleted'
  end
end
if redis.call('HEXISTS', 'ej:problems:needed', ARGV[1]) == 1 then return 'needed' end
redis.call('DEL', by)
drop_problem(ARGV[1])
return 'deleted'
