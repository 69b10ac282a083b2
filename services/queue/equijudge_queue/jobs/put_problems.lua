-- Stores problems for good, all or none (rule 11). Storing one again changes nothing.
-- KEYS: problems
-- ARGV: owner, quota, results' least age s, then id, row, summary …
-- Returns {stored, 0}, or {quota, ms to wait or -1, kind, bytes …}: what the key holds.
-- include parts/now.lua
-- include parts/holdings.lua
local owner, need, mine = ARGV[1], 0, {}
for at = 4, #ARGV, 3 do
  mine[ARGV[at]] = true
  need = need + added_bytes(ARGV[at], owner, #ARGV[at + 1] + #ARGV[at + 2])
end
local wait, to_drop = room_for(owner, need, tonumber(ARGV[2]), mine, ARGV[3])
if wait ~= 0 then return {'quota', math.ceil(1000 * wait), unpack(redis.call('HGETALL', 'ej:bytes:' .. owner))} end
for at = 4, #ARGV, 3 do
  redis.call('SET', 'ej:problem:' .. ARGV[at], ARGV[at + 1], 'NX')
  drop_all(to_drop)
  to_drop = {}
  redis.call('SET', 'ej:summary:' .. ARGV[at], ARGV[at + 2], 'NX')
  redis.call('ZADD', KEYS[1], 'NX', tostring(now), ARGV[at])
  hold_problem(ARGV[at], owner, 'stored')
  redis.call('SADD', 'ej:stored_by:' .. ARGV[at], owner)
end
return {'stored', 0}
