-- Looks whether a chunk is still whose token this is, and whether another job waits for a slot.
-- KEYS: chunk
-- ARGV: token
-- Returns 0: lost, 1: held, 2: held, and another job waits, 3: held, and a key that holds no slot waits.
-- include parts/now.lua
-- include parts/fair.lua
local CUT_MS = 2000
local fields = redis.call('HMGET', KEYS[1], 'token', 'job')
if fields[1] ~= ARGV[1] then return 0 end
local found = others(fields[2])
if found == 2 then
  -- one slot is enough for whoever has none, and it is not one that runs its candidate to the end
  local id = string.sub(KEYS[1], #'ej:chunk:' + 1)
  local first = redis.call('GET', 'ej:cut')
  if redis.call('SISMEMBER', LONG_RUNNING, id) == 1 or (first and first ~= id) then return 2 end
  redis.pcall('SET', 'ej:cut', id, 'PX', CUT_MS)  -- a full Redis lets nothing be set
end
return 1 + found
