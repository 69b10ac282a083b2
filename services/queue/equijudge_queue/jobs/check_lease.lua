-- Looks whether a chunk is still whose token this is, and whether another job waits for a slot.
-- KEYS: chunk
-- ARGV: token
-- Returns 0: lost, 1: held, 2: held, and another job waits, 3: held, and a key that holds no slot waits.
-- include parts/now.lua
-- include parts/fair_order.lua
local fields = redis.call('HMGET', KEYS[1], 'token', 'job')
if fields[1] ~= ARGV[1] then return 0 end
return 1 + waiting_others(fields[2])
