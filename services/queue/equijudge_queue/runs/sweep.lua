-- Puts runs back whose worker fell silent (rules 3 and 5), and lists runs of before 0.2 as their owners'.
-- KEYS: see parts/runs.lua
-- ARGV: most attempts, kept s
-- Returns nothing.
-- include parts/now.lua
-- include parts/runs.lua
sweep(tonumber(ARGV[1]), ARGV[2])
local old = redis.call('ZRANGE', RUNS, 0, -1, 'WITHSCORES')
for at = 1, #old, 2 do
  local owner = redis.call('HGET', 'ej:run:' .. old[at], 'owner')
  if owner then redis.call('ZADD', 'ej:runs:of:' .. owner, old[at + 1], old[at]) end
end
redis.call('DEL', RUNS)
