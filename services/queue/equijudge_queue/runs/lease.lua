-- Gives a worker the run that waits longest (rules 2 to 5), of those that its key may have.
-- KEYS: see parts/runs.lua
-- ARGV: worker's name, nonce, ttl s, most attempts, kept s, key id, 1: any key's runs, else 0, token for a new lease
-- Returns {id, token, attempts, checkpoint or '', request}, or nothing: none waits.
-- include parts/now.lua
-- include parts/runs.lua
local most, worker = tonumber(ARGV[4]), ARGV[6] .. ' ' .. ARGV[1]
local function lease_answer(id)
  local fields = redis.call('HMGET', 'ej:run:' .. id, 'token', 'attempts', 'checkpoint', 'request')
  return {id, fields[1], fields[2], fields[3] or '', fields[4]}
end
local mine = redis.call('HGET', WORKERS, worker)
if mine then
  local run = redis.call('HMGET', 'ej:run:' .. mine, 'worker', 'lease', 'token', 'holder')
  local leased = redis.call('ZSCORE', LEASED, mine)
  if leased and run[1] == ARGV[1] and run[4] == ARGV[6] then
    if run[2] == ARGV[2] and renew_lease(mine, run[3], run[4], tonumber(ARGV[3])) then return lease_answer(mine) end
    lose_run(mine, most, ARGV[5])
  end
  redis.call('HDEL', WORKERS, worker)
end
sweep(most, ARGV[5])
local id
for _, waiting in ipairs(redis.call('ZRANGE', WAITING, 0, -1)) do
  if ARGV[7] == '1' or redis.call('HGET', 'ej:run:' .. waiting, 'owner') == ARGV[6] then
    id = waiting
    break
  end
end
if not id then return nil end
local run = 'ej:run:' .. id
redis.call('HINCRBY', run, 'attempts', 1)
redis.call('HSET', run, 'state', 'leased', 'worker', ARGV[1], 'lease', ARGV[2], 'holder', ARGV[6], 'token', ARGV[8])
redis.call('ZREM', WAITING, id)
redis.call('ZADD', LEASED, now + tonumber(ARGV[3]), id)
redis.call('HSET', WORKERS, worker, id)
return lease_answer(id)
