-- What the scripts of training runs share; the rules are in run_schema.py. Needs now.lua.
-- KEYS: runs, waiting, leased, workers, the same for every script.
-- end_run(id, state, kept_s): the run is over. put_back(id): it waits again, in its old place.
-- lose_run(id, most, kept_s): its worker was lost in the middle of it; after `most` beginnings it has failed.
-- sweep(most, kept_s): the same for every run whose lease has ended.
-- is_holder(id, token, holder): whether both are those of the newest lease.
-- renew_lease(id, token, holder, ttl): whether the lease holds, taken up again if the run waits.
local RUNS, WAITING, LEASED, WORKERS = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local function end_run(id, state, kept_s)
  local run = 'ej:run:' .. id
  redis.call('HSET', run, 'state', state, 'finished_at', tostring(now))
  redis.call('ZREM', WAITING, id)
  redis.call('ZREM', LEASED, id)
  redis.call('EXPIRE', run, kept_s)
  redis.call('HINCRBY', 'ej:metrics', 'training_runs/' .. state, 1)
end
local function put_back(id)
  local run = 'ej:run:' .. id
  redis.call('ZREM', LEASED, id)
  redis.call('HSET', run, 'state', 'queued')
  redis.call('ZADD', WAITING, redis.call('HGET', run, 'created_at'), id)
end
local function lose_run(id, most, kept_s)
  local run = 'ej:run:' .. id
  local attempts = tonumber(redis.call('HGET', run, 'attempts'))
  if attempts < most then
    put_back(id)
    redis.call('HINCRBY', 'ej:metrics', 'training_run_takeovers/', 1)
    return
  end
  redis.call('HSET', run, 'fault', cjson.encode({whose = 'service', reason =
    'its workers were lost ' .. attempts .. ' times in the middle of it; at most ' .. most .. ' begin with a run'}))
  end_run(id, 'failed', kept_s)
end
local function sweep(most, kept_s)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', LEASED, '-inf', now, 'LIMIT', 0, 100)) do
    lose_run(id, most, kept_s)
  end
end
local function is_holder(id, token, holder)
  local fields = redis.call('HMGET', 'ej:run:' .. id, 'token', 'holder')
  return fields[1] and fields[2] == holder and redis.sha1hex(fields[1]) == redis.sha1hex(token)
end
local function renew_lease(id, token, holder, ttl)
  local run = 'ej:run:' .. id
  if not is_holder(id, token, holder) then return false end
  local state = redis.call('HGET', run, 'state')
  if state ~= 'queued' and state ~= 'leased' and state ~= 'running' then return false end
  if state == 'queued' then
    redis.call('ZREM', WAITING, id)
    redis.call('HSET', run, 'state', 'leased')
  end
  redis.call('ZADD', LEASED, now + ttl, id)
  return true
end
