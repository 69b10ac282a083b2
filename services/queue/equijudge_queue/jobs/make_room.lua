-- Makes room for results of a job among what its key may hold (rule 11): drops the oldest of what nobody needs.
-- KEYS: job
-- ARGV: bytes
-- Returns 1: there is room; 0: there is none, and nothing was dropped.
-- include parts/now.lua
-- include parts/holdings.lua
local fields = redis.call('HMGET', KEYS[1], 'owner', 'quota', 'least_s')
if not fields[2] then return 1 end
local room, to_drop = room_for(fields[1], tonumber(ARGV[1]), tonumber(fields[2]), {}, fields[3])
if room ~= 0 then return 0 end
drop_all(to_drop)
return 1
