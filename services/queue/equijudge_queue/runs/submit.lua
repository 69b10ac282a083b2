-- Accepts a run.
-- KEYS: see parts/runs.lua
-- ARGV: most waiting, id, name, request, owner, fingerprint, nonce
-- Returns {accepted | replayed | reused | full, waiting}.
-- include parts/now.lua
-- include parts/runs.lua
local run, waiting = 'ej:run:' .. ARGV[2], redis.call('ZCARD', WAITING)
local earlier = redis.call('HMGET', run, 'nonce', 'fingerprint')
if earlier[1] == ARGV[7] then return {'accepted', waiting} end
if earlier[1] then return {earlier[2] == ARGV[6] and 'replayed' or 'reused', waiting} end
if waiting >= tonumber(ARGV[1]) then return {'full', waiting} end
redis.call('HSET', run, 'run_id', ARGV[2], 'name', ARGV[3], 'request', ARGV[4], 'owner', ARGV[5],
           'fingerprint', ARGV[6], 'nonce', ARGV[7], 'state', 'queued', 'attempts', 0,
           'created_at', tostring(now))
redis.call('ZADD', 'ej:runs:of:' .. ARGV[5], tostring(now), ARGV[2])
redis.call('ZADD', WAITING, tostring(now), ARGV[2])
redis.call('HINCRBY', 'ej:metrics', 'training_runs/accepted', 1)
return {'accepted', waiting + 1}
