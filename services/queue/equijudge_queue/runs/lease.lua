-- Gives a worker the run that waits longest (rules 2 to 5).
-- KEYS: see parts/runs.lua
-- ARGV: worker, nonce, ttl s, most attempts, kept s
-- Returns {id, token, attempts, checkpoint or '', request}, or nothing: none waits.
-- include parts/now.lua
-- include parts/runs.lua
local most = tonumber(ARGV[4])
local function answer(id)
  local fields = redis.call('HMGET', 'ej:run:' .. id, 'token', 'attempts', 'checkpoint', 'request')
  return {id, fields[1], fields[2], fields[3] or '', fields[4]}
end
local mine = redis.call('HGET', WORKERS, ARGV[1])
if mine then
  local run = redis.call('HMGET', 'ej:run:' .. mine, 'worker', 'lease', 'token')
  local leased = redis.call('ZSCORE', LEASED, mine)
  if leased and run[1] == ARGV[1] then
    if run[2] == ARGV[2] and held(mine, run[3], tonumber(ARGV[3])) then return answer(mine) end
    lost(mine, most, ARGV[5])
  end
  redis.call('HDEL', WORKERS, ARGV[1])
end
sweep(most, ARGV[5])
local id = redis.call('ZRANGE', WAITING, 0, 0)[1]
if not id then return nil end
local run = 'ej:run:' .. id
redis.call('HINCRBY', run, 'token', 1)
redis.call('HINCRBY', run, 'attempts', 1)
redis.call('HSET', run, 'state', 'leased', 'worker', ARGV[1], 'lease', ARGV[2])
redis.call('ZREM', WAITING, id)
redis.call('ZADD', LEASED, now + tonumber(ARGV[3]), id)
redis.call('HSET', WORKERS, ARGV[1], id)
return answer(id)
